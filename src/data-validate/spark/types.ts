/** DuckDB's names of Spark's types, so that a dataset reads the same whichever engine judges it. */
const names: Readonly<Record<string, string>> = {
  tinyint: 'TINYINT',
  smallint: 'SMALLINT',
  int: 'INTEGER',
  bigint: 'BIGINT',
  float: 'FLOAT',
  double: 'DOUBLE',
  boolean: 'BOOLEAN',
  string: 'VARCHAR',
  binary: 'BLOB',
  date: 'DATE',
  timestamp: 'TIMESTAMP WITH TIME ZONE',
  timestamp_ntz: 'TIMESTAMP',
};

/** @param type as Spark's `typeof` writes it. */
export function declaredType(type: string): string {
  if (/^(var)?char\(/.test(type)) return 'VARCHAR';
  return names[type] ?? type.toUpperCase();
}
