import type { Check } from '../gate/check.js';
import { inputError } from '../gate/failure.js';
import type { JsonObject } from '../gate/json.js';
import { compileRules } from './compile-rules.js';
import type { Dataset } from './dataset.js';
import type { Sampling, Speaker } from './dialect.js';
import type { Opened } from './fault.js';
import { measure } from './measure.js';
import { mixedCheck, straysIn } from './mixed-types.js';
import { columnsIn, countIn, type Metric, rowCount } from './plan.js';
import { profileMetrics, profileOf } from './profile.js';
import { type Compiled, type DatasetFacts, rowsOutcome, ruleCheck } from './rule-check.js';
import { sampleRows } from './sample.js';
import { rowsCheck } from './structure-checks.js';
import { rowsOf } from './table.js';

/** Holds the rules against a table that is well-formed: one scan for the figures, one more only where rows fall short. */
export async function judgeTable(
  { rules, settings }: Dataset,
  opened: Opened,
  speaker: Speaker,
  dataset: DatasetFacts,
): Promise<{ readonly checks: readonly Check[]; readonly profile: readonly JsonObject[] }> {
  const { table } = opened;
  const { compiled, settled } = compileRules(rules, table, dataset);
  const metrics = [rowCount, ...profileMetrics(table), ...compiled.flatMap(metricsOf)];
  const figures = await measure(speaker, table, metrics, dataset.shown);
  assertAllRead(countIn(figures, rowCount), rowsOf(table), dataset);

  const profile = profileOf(table, rowsOf(table), figures);
  const mixed = profile.flatMap(({ type }, column) =>
    type === 'mixed' && !hasTypeRule(compiled, column) ? [column] : [],
  );
  const failing = compiled.filter(({ ask }) => ask.kind === 'rows' && !rowsOutcome(ask, figures).met);
  const samplings = [...failing.flatMap(samplingsOf), ...mixed.map(straysIn)];
  const samples = samplings.length === 0 ? [] : await sampleRows(speaker, opened, samplings);
  const samplesOf = new Map(failing.map((one, i) => [one, samples[i]]));

  return {
    checks: [
      rowsCheck(rowsOf(table), settings['allow-empty'] ?? false, dataset),
      ...settled,
      ...compiled.map((one) => ruleCheck(one, figures, samplesOf.get(one) ?? [], dataset)),
      ...mixed.map((column, i) =>
        mixedCheck(table, column, figures, samples[failing.length + i] ?? [], dataset),
      ),
    ],
    profile: profile.map((column) => ({ ...column })),
  };
}

function metricsOf({ ask }: Compiled): readonly Metric[] {
  if (ask.kind === 'rows') return [ask.unexpected, ask.considered];
  return ask.kind === 'value' ? [ask.metric] : [];
}

/** The rows of a rule that fell short, and the columns that it looks at. */
function samplingsOf({ ask }: Compiled): readonly Sampling[] {
  if (ask.kind !== 'rows') return [];
  const { where, repeated } = ask;
  return [{ where, columns: repeated ?? [...new Set(columnsIn(where))], ...(repeated && { repeated }) }];
}

/** What was surveyed and what the engine counted must be the same rows, else one of us misread the file. */
function assertAllRead(read: number, surveyed: number, { shown }: DatasetFacts): void {
  if (read !== surveyed)
    throw inputError(`${read} rows were judged where the file holds ${surveyed}`, {
      place: { file: shown },
      fix: 'let nothing write to the data while the gate runs; if nothing did, report this file’s form as a bug',
    });
}

function hasTypeRule(compiled: readonly Compiled[], column: number): boolean {
  return compiled.some(
    ({ rule, ask }) =>
      rule.name === 'expect_column_values_to_be_of_type' &&
      ask.kind === 'rows' &&
      columnsIn(ask.where).includes(column),
  );
}
