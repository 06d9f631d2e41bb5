import type { CellType } from './plan.js';

const types: readonly (readonly [RegExp, CellType])[] = [
  [/\[|^(STRUCT|MAP|UNION)\b/, 'other'],
  [/^U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/, 'integer'],
  [/^(FLOAT|DOUBLE|DECIMAL\b.*)$/, 'number'],
  [/^BOOLEAN$/, 'boolean'],
  [/^DATE$/, 'date'],
  [/^TIMESTAMP/, 'timestamp'],
  [/^(VARCHAR|ENUM\b.*|UUID|JSON)$/, 'text'],
];

/** @param declared DuckDB's name of a column's type. */
export function cellTypeOf(declared: string): CellType {
  return types.find(([pattern]) => pattern.test(declared))?.[1] ?? 'other';
}
