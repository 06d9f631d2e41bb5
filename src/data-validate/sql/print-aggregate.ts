import type { Figure, Metric, Predicate } from '../plan.js';
import type { Table } from '../table.js';
import { viewOf } from './print-predicate.js';
import type { SqlWords } from './words.js';

/** Aggregates that may stand beside any others in one scan, and how their answers make a figure. */
export interface Aggregate {
  readonly sql: readonly string[];
  read(answers: readonly unknown[]): Figure;
}

type Printed = (predicate: Predicate) => string;

/** @param print prints a predicate. @returns undefined for a metric that takes a statement of its own. */
export function printAggregate(
  metric: Metric,
  table: Table,
  words: SqlWords,
  print: Printed,
): Aggregate | undefined {
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
      return number(words[metric.kind](only(`n${metric.column}`)));
    case 'deviation':
      return number(words.deviation(only(`n${metric.column}`), hasFiniteNumbers(table, metric.column)));
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

/** What CSV has of infinities is text. */
function hasFiniteNumbers(table: Table, column: number): boolean {
  const type = table.columns[column]?.type ?? null;
  return type === null ? table.format === 'csv' : type === 'integer';
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

/**
 * NumPy's `histogram`: bins are open above but for the last; below and above are counted, too. What is counted is how many lie below
 * each edge: one comparison a bin, and bins are the differences.
 */
function histogram(
  edges: readonly number[],
  n: string,
  where: string | undefined,
  words: SqlWords,
): Aggregate {
  const also = where === undefined ? '' : ` AND ${where}`;
  const upTo = edges.map((edge, i) => {
    const isLast = i === edges.length - 1;
    return `count_if(${n} ${isLast ? '<=' : '<'} ${words.number(edge)}${also})`;
  });
  return {
    sql: [...upTo, where === undefined ? `count(${n})` : `count(CASE WHEN ${where} THEN ${n} END)`],
    read(answers) {
      const counts = answers.map(Number);
      return counts.map((count, i) => count - (counts[i - 1] ?? 0));
    },
  };
}

/** Counts come as bigint; a file that exceeds 2^53 rows is not one that we read. */
export function plainFigure(value: unknown): number | string | null {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'number') return Number.isNaN(value) ? null : value;
  return typeof value === 'string' ? value : null;
}
