import { closest } from 'fastest-levenshtein';
import { configError } from '../gate/failure.js';
import type { CellType } from './plan.js';

/** Names that suites use, of pandas, NumPy, SQL and Spark; compared in lower case. */
const names: ReadonlyMap<string, CellType> = new Map([
  ...named(
    'integer',
    'int int8 int16 int32 int64 uint8 uint16 uint32 uint64 integer bigint smallint tinyint long integertype longtype',
  ),
  ...named('number', 'number float float32 float64 double decimal numeric real floattype doubletype'),
  ...named('text', 'text str string object varchar char stringtype'),
  ...named('boolean', 'boolean bool booleantype'),
  ...named('date', 'date datetype'),
  ...named('timestamp', 'timestamp datetime datetime64 datetime64[ns] datetime64[us] timestamptype'),
]);

function named(type: CellType, words: string): readonly (readonly [string, CellType])[] {
  return words.split(' ').map((word) => [word, type] as const);
}

/** @throws Failure('config') on a name that stands for none of the types. */
export function cellTypeNamed(name: string): CellType {
  const type = names.get(name.toLowerCase());
  if (type === undefined)
    throw configError(`${JSON.stringify(name)} is no type that is known`, {
      fix: `did you mean \`${closest(name.toLowerCase(), [...names.keys()])}\`? Ours are integer, number, text, boolean, date and timestamp`,
    });
  return type;
}

const declared: ReadonlyMap<string, RegExp> = new Map([
  ...(['8', '16', '32', '64'] as const).flatMap((bits) => {
    const name = { 8: 'TINYINT', 16: 'SMALLINT', 32: 'INTEGER', 64: 'BIGINT' }[bits];
    return [
      [`int${bits}`, new RegExp(`^${name}$`)],
      [`uint${bits}`, new RegExp(`^U${name}$`)],
    ] as const;
  }),
  ['float32', /^FLOAT$/],
  ['float64', /^DOUBLE$/],
]);

/** What DuckDB calls a type that NumPy names with its width; undefined for names without one. */
export function declaredFor(name: string): RegExp | undefined {
  return declared.get(name.toLowerCase());
}
