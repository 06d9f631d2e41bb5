import { describe, expect, test } from '@jest/globals';
import { duckDbDialect } from '../../src/data-validate/duckdb/speaker.js';
import { allOf, countWhere, type Metric, missing, not, rowCount } from '../../src/data-validate/plan.js';
import type { Column, Table } from '../../src/data-validate/table.js';

const file = (path: string) => ({ path, shown: path, rows: 1, newline: '\n' as const, folders: [] });
const column = (name: string, type: Column['type'] = null): Column => ({ name, type, declared: null });
const csv: Table = {
  format: 'csv',
  underscored: true,
  partitions: [],
  csv: { delimiter: ';', quote: '"', header: true, nullValues: ['', 'NA'] },
  files: [file(`/data/it's [1].csv`), { ...file('/data/b.csv'), newline: '\r\n', folders: [] }],
  columns: [column('id'), column('"; DROP')],
};
const parquet: Table = {
  format: 'parquet',
  partitions: [],
  files: [file('/data/a.parquet')],
  columns: [column('x', 'number')],
};
const jsonl: Table = {
  format: 'jsonl',
  partitions: [],
  files: [file('/data/a.jsonl')],
  columns: [column("a/b~'c")],
};

const alone = (table: Table) => ({ table, others: new Map() });
const printed = (table: Table, metrics: readonly Metric[]) =>
  duckDbDialect.statements(alone(table), metrics).map(({ sql }) => sql);

const within: Metric = countWhere(
  allOf(
    not(missing(0)),
    not({
      kind: 'within',
      column: 0,
      view: 'number',
      range: { min: 18, strictMin: false, strictMax: true, max: 1e21 },
    }),
  ),
);

describe('DuckDB’s dialect', () => {
  test('prints one scan for all figures of a CSV dataset', () => {
    const metrics: readonly Metric[] = [rowCount, within, { kind: 'distinct', columns: [0, 1] }];
    expect(printed(csv, metrics)).toMatchSnapshot();
  });

  test('prints every kind of figure of a Parquet dataset', () => {
    const metrics: readonly Metric[] = [
      { kind: 'min', column: 0, view: 'number' },
      { kind: 'max', column: 0, view: 'time' },
      { kind: 'mean', column: 0 },
      { kind: 'estimate', column: 0 },
      { kind: 'distinct', columns: [0], where: not(missing(0)) },
      countWhere({ kind: 'among', column: 0, numbers: [1, 2.5], texts: ["it's"], booleans: [true] }),
      countWhere({
        kind: 'any',
        of: [
          { kind: 'matches', column: 0, pattern: "a'b" },
          { kind: 'is', column: 0, types: ['integer', 'number'] },
        ],
      }),
    ];
    expect(printed(parquet, metrics)).toMatchSnapshot();
  });

  test('prints the samples of JSON lines, duplicates among them', () => {
    const samplings = [
      { rows: { where: missing(0) }, columns: [0] },
      { rows: { where: not(missing(0)), repeated: [0] }, columns: [0] },
    ];
    const { sql } = duckDbDialect.samples(alone(jsonl), file('/data/a.jsonl'), samplings, 100);
    expect(sql).toMatchSnapshot();
  });

  test('prints one grouping for all figures of one key', () => {
    const where = not(missing(0));
    expect(
      printed(parquet, [
        { kind: 'repeated', columns: [0], where },
        { kind: 'distinct', columns: [0], where },
        { kind: 'entropy', columns: [0], where },
      ]),
    ).toMatchSnapshot();
  });
});
