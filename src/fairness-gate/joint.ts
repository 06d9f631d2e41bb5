import type { Row } from '../engine/engine.js';
import { type Counts, countsOf, type Tally } from './counts.js';
import type { Plan } from './plan.js';
import { printNumber, printState, printText, printWeightState, type Statement, states } from './row-state.js';
import type { Source } from './source.js';

/** One combination of attribute values and what was counted in it. `null`: the value is missing. */
export interface JointCell {
  readonly attributes: readonly (string | null)[];
  readonly counts: Counts;
}

/** Values of one attribute; beyond it, the column is hardly one of groups. */
export const mostValues = 200;
export const longestValue = 200;
/** Combinations held in memory at once. */
export const mostCells = 200_000;

/** The columns of a plan that must be read, each once. */
export function columnsOf(plan: Plan): readonly string[] {
  const tests = [
    plan.label,
    plan.prediction,
    ...(plan.favourable.kind === 'test' ? [plan.favourable.test] : []),
  ];
  const tested = tests.map((test) => (test.kind === 'binary' ? test.column : test.condition.column));
  return [...new Set([...tested, ...plan.attributes, ...(plan.weight === undefined ? [] : [plan.weight])])];
}

/** What a cell may be asked for, by the setting that asks. */
export type Part = 'label' | 'prediction' | 'favourable' | 'weight';

/** SQL of the state of every part of a row; `favourable` only where it is not the prediction itself. */
export function printStates(plan: Plan, statement: Statement): ReadonlyMap<Part, string> {
  return new Map<Part, string>([
    ['label', printState(plan.label, statement)],
    ['prediction', printState(plan.prediction, statement)],
    ...(plan.favourable.kind === 'test'
      ? [['favourable', printState(plan.favourable.test, statement)] as const]
      : []),
    ...(plan.weight === undefined ? [] : [['weight', printWeightState(plan.weight, statement)] as const]),
  ]);
}

/** One scan, grouped by all attributes at once: margins follow from it, and so would any intersection. */
export function printJoint(
  plan: Plan,
  source: Source,
): { readonly sql: string; readonly values: Statement['values'] } {
  const statement: Statement = { columns: source.columns, values: [] };
  const parts = [...printStates(plan, statement)];
  const attributes = plan.attributes.map(
    (attribute, i) => `left(${printText(attribute, statement)}, ${longestValue + 1}) AS a${i}`,
  );
  const weight = plan.weight === undefined ? [] : [`${printNumber(printText(plan.weight, statement))} AS w`];
  // Kahan's sum, because the order of rows must not show.
  const sums = plan.weight === undefined ? '' : ', fsum(w) AS weights, fsum(w * w) AS squares';
  const keys = [...parts.map(([part]) => part), ...plan.attributes.map((_, i) => `a${i}`)].join(', ');
  const row = [...parts.map(([part, sql]) => `${sql} AS ${part}`), ...attributes, ...weight].join(', ');
  return {
    sql: `SELECT ${keys}, count(*) AS rows${sums} FROM (SELECT ${row} FROM ${source.sql}) GROUP BY ${keys} LIMIT ${mostCells + 1}`,
    values: statement.values,
  };
}

/** How many rows have no answer for a part. */
export function unanswered(rows: readonly Row[], part: Part): number {
  return rows.reduce((sum, row) => sum + (Number(row[part] ?? 0) > states.yes ? Number(row.rows) : 0), 0);
}

/** Rows that all answered. */
export function jointCells(rows: readonly Row[], plan: Plan): readonly JointCell[] {
  return rows.map((row) => {
    const predicted = row.prediction === states.yes;
    const favourable =
      plan.favourable.kind === 'test'
        ? row.favourable === states.yes
        : predicted === plan.favourable.positive;
    return {
      attributes: plan.attributes.map((_, i) => textOrNull(row[`a${i}`])),
      counts: countsOf({ label: row.label === states.yes, predicted, favourable }, tallyOf(row)),
    };
  });
}

function tallyOf(row: Row): Tally {
  const rows = Number(row.rows);
  if (row.weights === undefined) return { rows, weight: rows, squares: rows };
  return { rows, weight: Number(row.weights), squares: Number(row.squares) };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
