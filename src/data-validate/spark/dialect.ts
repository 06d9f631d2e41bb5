import type { Dialect } from '../dialect.js';
import type { Metric, Predicate } from '../plan.js';
import { printGlance, printStatements } from '../sql/dialect.js';
import { printSamples } from './samples.js';
import { sparkWords } from './words.js';

/** @param showTexts whether texts of cells may come back from Spark. */
export function sparkDialect(showTexts: boolean): Dialect {
  return {
    refusal: ({ kind }) => refusals[kind],
    glance: (tables, metrics, rows) => printGlance(tables, metrics, rows, sparkWords),
    statements: (tables, metrics, alone) => printStatements(tables, metrics, sparkWords, alone),
    samples: (tables, _file, samplings, most) => printSamples(tables, samplings, most, showTexts),
  };
}

const refusals: Partial<Record<(Metric | Predicate)['kind'], string>> = {
  disorder: 'rows have no order in Spark',
  judged: 'Spark has no words for it, and no cell leaves the cluster',
  match: 'queries of your own run only where they can be fenced in, which Spark’s shell cannot',
  query: 'a query of your own runs only where it can be fenced in, which Spark’s shell cannot',
};
