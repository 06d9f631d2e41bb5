import { sqlString } from '../engine/engine.js';
import { typeCode } from './duckdb-cells.js';
import type { Predicate, Range, View } from './plan.js';

export function viewOf(column: number, view: View | 'length'): string {
  return { text: `t${column}`, number: `n${column}`, time: `d${column}`, length: `length(t${column})` }[view];
}

/** Never NULL, so that NOT means what it says. */
export function printPredicate(predicate: Predicate): string {
  switch (predicate.kind) {
    case 'missing':
      return `r${predicate.column} IS NULL`;
    case 'is':
      return known(`k${predicate.column} IN (${predicate.types.map(typeCode).join(', ')})`);
    case 'within':
      return printWithin(viewOf(predicate.column, predicate.view), predicate.view, predicate.range);
    case 'among':
      return printAmong(predicate);
    case 'matches':
      return known(`regexp_matches(t${predicate.column}, ${sqlString(predicate.pattern)})`);
    case 'not':
      return `NOT ${printPredicate(predicate.of)}`;
    case 'all':
      return predicate.of.length === 0 ? 'true' : `(${predicate.of.map(printPredicate).join(' AND ')})`;
    case 'any':
      return predicate.of.length === 0 ? 'false' : `(${predicate.of.map(printPredicate).join(' OR ')})`;
  }
}

function printWithin(
  value: string,
  view: View | 'length',
  { min, max, strictMin, strictMax }: Range,
): string {
  const ends = [
    ...(min === undefined ? [] : [`${value} ${strictMin ? '>' : '>='} ${printBound(min, view)}`]),
    ...(max === undefined ? [] : [`${value} ${strictMax ? '<' : '<='} ${printBound(max, view)}`]),
  ];
  return known(ends.length === 0 ? `${value} IS NOT NULL` : ends.join(' AND '));
}

function printBound(bound: number | string, view: View | 'length'): string {
  if (typeof bound === 'number') return printNumber(bound);
  return view === 'time' ? `CAST(${sqlString(bound)} AS TIMESTAMP)` : sqlString(bound);
}

/** With an exponent, so that DuckDB reads a DOUBLE and not a DECIMAL. */
function printNumber(value: number): string {
  const text = String(value);
  return text.includes('e') ? text : `${text}e0`;
}

function printAmong({ column, numbers, texts, booleans }: Extract<Predicate, { kind: 'among' }>): string {
  const parts = [
    ...(numbers.length === 0 ? [] : [`n${column} IN (${numbers.map(printNumber).join(', ')})`]),
    ...(texts.length === 0 ? [] : [`t${column} IN (${texts.map(sqlString).join(', ')})`]),
    ...booleans.map((value) => `(k${column} = ${typeCode('boolean')} AND lower(t${column}) = '${value}')`),
  ];
  return `(${parts.map(known).join(' OR ')})`;
}

function known(condition: string): string {
  return `coalesce(${condition}, false)`;
}
