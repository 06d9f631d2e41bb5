import type { Figure, Metric, Predicate } from '../plan.js';
import { viewOf } from './print-predicate.js';
import type { SqlWords } from './words.js';

/** Aggregates that may stand beside any others in one scan, and how their answers make a figure. */
export interface Aggregate {
  readonly sql: readonly string[];
  read(answers: readonly unknown[]): Figure;
}

type Printed = (predicate: Predicate) => string;

/** @param print prints a predicate. @returns undefined for a metric that takes a statement of its own. */
export function printAggregate(metric: Metric, words: SqlWords, print: Printed): Aggregate | undefined {
  const where = metric.where && print(metric.where);
  const only = (value: string) => (where === undefined ? value : `CASE WHEN ${where} THEN ${value} END`);
  switch (metric.kind) {
    case 'count':
      return one(printCount(metric.where, where));
    case 'min':
    case 'max': {
      const value = `${metric.kind}(${only(viewOf(metric.column, metric.view, words))})`;
      if (metric.view === 'number') return number(value);
      return one(metric.view === 'time' ? words.timeText(value) : value);
    }
    case 'sum':
    case 'mean':
    case 'deviation':
      return number(words[metric.kind](only(`n${metric.column}`)));
    case 'moment':
      return number(words.mean(only(printMoment(metric, words))));
    case 'correlation': {
      const [a, b] = metric.columns;
      return number(words.correlation(only(`n${a}`), only(`n${b}`)));
    }
    case 'histogram':
      return histogram(metric.edges, `n${metric.column}`, where, words);
    case 'estimate':
      return one(words.estimate(only(`r${metric.column}`)));
    case 'distinct':
      if (!words.countsDistinctBeside) return undefined;
      return one(`count(DISTINCT ${only(words.row(metric.columns.map((c) => `r${c}`)))})`);
    default:
      return undefined;
  }
}

/** Values are counted as they are; a condition in each count costs more than all else about it. */
function printCount(predicate: Predicate | undefined, where: string | undefined): string {
  if (predicate === undefined) return 'count(*)';
  if (predicate.kind === 'missing') return `count(*) - count(r${predicate.column})`;
  if (predicate.kind === 'not' && predicate.of.kind === 'missing') return `count(r${predicate.of.column})`;
  if (isAnyNumber(predicate)) return `count(n${predicate.column})`;
  // With FILTER each count would copy what all others look at: a wide table takes minutes.
  return `count(CASE WHEN ${where} THEN 1 END)`;
}

function isAnyNumber(predicate: Predicate): predicate is Extract<Predicate, { kind: 'within' }> {
  if (predicate.kind !== 'within' || predicate.view !== 'number') return false;
  return predicate.range.min === undefined && predicate.range.max === undefined;
}

function printMoment({ column, center, scale, power }: Extract<Metric, { kind: 'moment' }>, words: SqlWords) {
  const score = `((n${column} - ${words.number(center)}) / ${words.number(scale)})`;
  return Array.from({ length: power }, () => score).join(' * ');
}

function one(sql: string): Aggregate {
  return { sql: [sql], read: ([answer]) => plainFigure(answer) };
}

/** A double; answers in JSON have NaN and Infinity as texts. */
function number(sql: string): Aggregate {
  return {
    sql: [sql],
    read: ([answer]) => plainFigure(typeof answer === 'string' ? Number(answer) : answer),
  };
}

/** NumPy's `histogram`: bins are open above but for the last; below and above are counted, too. */
function histogram(
  edges: readonly number[],
  n: string,
  where: string | undefined,
  words: SqlWords,
): Aggregate {
  const also = where === undefined ? '' : ` AND ${where}`;
  const count = (condition: string) => `count(CASE WHEN ${condition}${also} THEN 1 END)`;
  const last = edges.length - 1;
  const sql = edges.map((edge, i) => {
    if (i === 0) return count(`${n} < ${words.number(edge)}`);
    const low = words.number(edges[i - 1] ?? edge);
    return count(`${n} >= ${low} AND ${n} ${i === last ? '<=' : '<'} ${words.number(edge)}`);
  });
  return {
    sql: [...sql, count(`${n} > ${words.number(edges[last] ?? 0)}`)],
    read: (answers) => answers.map(Number),
  };
}

/** Counts come as bigint; a file that exceeds 2^53 rows is not one that we read. */
export function plainFigure(value: unknown): number | string | null {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'number') return Number.isNaN(value) ? null : value;
  return typeof value === 'string' ? value : null;
}
