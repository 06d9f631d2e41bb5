import type { SqlValue } from '../engine/engine.js';
import type { RowTest } from './plan.js';

/** What a cell says, as the engine answers: 0 and 1 are the two answers, the others are why there is none. */
export const states = { no: 0, yes: 1, missing: 2, unreadable: 3, negative: 4 } as const;

/** SQL under way: its parameters in the order of `$1` … */
export interface Statement {
  readonly columns: ReadonlyMap<string, number>;
  readonly values: SqlValue[];
}

/** Text of a column: whatever the file's type, as a CSV file would have it. NULL where empty. */
export function printText(column: string, { columns }: Statement): string {
  const at = columns.get(column);
  if (at === undefined) throw new RangeError(`column ${column} was not asked for`);
  return `nullif(CAST(c${at} AS VARCHAR), '')`;
}

export function printState(test: RowTest, statement: Statement): string {
  return test.kind === 'binary'
    ? printBinary(printText(test.column, statement), test.positive)
    : printCondition(test, statement);
}

function printBinary(text: string, positive: boolean): string {
  const [yes, no] = positive ? [states.yes, states.no] : [states.no, states.yes];
  return `CASE WHEN ${text} IS NULL THEN ${states.missing} WHEN lower(trim(${text})) IN ('1', '1.0', 'true') THEN ${yes} WHEN lower(trim(${text})) IN ('0', '0.0', 'false') THEN ${no} ELSE ${states.unreadable} END`;
}

function printCondition(
  { condition }: Extract<RowTest, { kind: 'condition' }>,
  statement: Statement,
): string {
  const { column, operator, constant } = condition;
  const text = printText(column, statement);
  const parameter = `$${statement.values.push(constant)}`;
  const numeric = typeof constant === 'number';
  const value = numeric ? printNumber(text) : text;
  const unreadable = numeric ? ` WHEN ${value} IS NULL THEN ${states.unreadable}` : '';
  return `CASE WHEN ${text} IS NULL THEN ${states.missing}${unreadable} WHEN ${value} ${operator} ${parameter} THEN ${states.yes} ELSE ${states.no} END`;
}

/** A finite number, else NULL: no comparison holds for NaN, and an infinite score is a fault upstream. */
export function printNumber(text: string): string {
  return `CASE WHEN isfinite(TRY_CAST(${text} AS DOUBLE)) THEN TRY_CAST(${text} AS DOUBLE) END`;
}

export function printWeightState(column: string, statement: Statement): string {
  const text = printText(column, statement);
  const value = printNumber(text);
  return `CASE WHEN ${text} IS NULL THEN ${states.missing} WHEN ${value} IS NULL THEN ${states.unreadable} WHEN ${value} < 0 THEN ${states.negative} ELSE ${states.yes} END`;
}
