import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { duckDbSpeaker } from '../../src/data-validate/duckdb/speaker.js';
import { duckDbWords } from '../../src/data-validate/duckdb/words.js';
import { measure } from '../../src/data-validate/measure.js';
import { countWhere, figureIn, type Metric, missing } from '../../src/data-validate/plan.js';
import { isNumber } from '../../src/data-validate/profile.js';
import { Uses } from '../../src/data-validate/sql/views.js';
import type { Table } from '../../src/data-validate/table.js';
import { makePorts } from '../ports.js';
import { checkOf, linesOf, openBench } from './judge.js';

const ports = makePorts();
const file = path.join(ports.workspace, 'data.csv');
const table = (rows: number, numbers: readonly number[]): Table => ({
  format: 'csv',
  csv: { delimiter: ',', quote: '"', header: true, nullValues: ['', 'NA'] },
  underscored: false,
  likelyNumbers: new Set(numbers),
  files: [{ path: file, shown: 'data.csv', rows, newline: '\n', folders: [] }],
  columns: ['x', 'y'].map((name) => ({ name, type: null, declared: null })),
  partitions: [],
});
const session = ports.engine().then((engine) => engine.open([file]));

test('a cell that the reader takes for a number is the number that it is as text', async () => {
  const uses = new Uses().addPresence(0).add(0, 'n');
  const select = (numbers: readonly number[]) =>
    `SELECT r0 IS NULL AS missing, n0 FROM (${duckDbWords.cells(table(1, numbers), uses)})`;
  const odd = [
    '',
    'NA',
    '"1"',
    '""',
    ' 1',
    '1 ',
    '+1',
    '-0',
    '.5',
    '5.',
    '1e5',
    '1E+400',
    '1e-400',
    'nan',
    '-inf',
    '0x1F',
    '1,5',
    '1.2.3',
    '--1',
    '١',
    '1\u00a0',
    'true',
    '2024-01-02',
    '1f',
    '1d',
    '_1',
    '1_',
    '1__0',
    '1_.5',
    '1e_5',
    '9'.repeat(400),
  ];
  const text = fc.oneof(
    fc.constantFrom(...odd),
    fc.double().map(String),
    fc
      .string({ unit: fc.constantFrom(...'0123456789+-.eE_ infaINF'), maxLength: 12 })
      .filter((cell) => !/\d_\d/.test(cell)),
  );
  let read = 0;
  await fc.assert(
    fc.asyncProperty(text, async (cell) => {
      writeFileSync(file, `x,y\n${cell.includes(',') ? `"${cell}"` : cell},1\n`);
      const engine = await session;
      const asNumber = await engine.rows(select([0])).catch(() => undefined);
      if (asNumber === undefined) return;
      read++;
      expect(asNumber).toEqual(await engine.rows(select([])));
    }),
    { numRuns: 300 },
  );
  expect(read).toBeGreaterThan(50);
}, 60_000);

test('where a guess was wrong, figures are those of the texts', async () => {
  writeFileSync(file, 'x,y\n1,2\nfour,\n2.5,3\n');
  const metrics: readonly Metric[] = [
    { kind: 'mean', column: 0 },
    { kind: 'max', column: 1, view: 'number' },
    countWhere(isNumber(0)),
    countWhere(missing(1)),
  ];
  const speaker = duckDbSpeaker(await session);
  const tables = { table: table(3, [0, 1]), others: new Map() };
  const [statement] = speaker.dialect.statements(tables, metrics);
  expect(statement?.sql).toContain("c0: 'DOUBLE', c1: 'DOUBLE'");
  const figures = await measure(speaker, tables, metrics, 'data.csv');
  expect(metrics.map((metric) => figureIn(figures, metric))).toEqual([1.75, 3, 2, 1]);
});

test('a column whose text matters is read as text, whatever it looks like', async () => {
  const speaker = duckDbSpeaker(await session);
  const tables = { table: table(3, [0, 1]), others: new Map() };
  const [statement] = speaker.dialect.statements(tables, [
    { kind: 'mean', column: 0 },
    { kind: 'mean', column: 1 },
    countWhere({ kind: 'matches', column: 1, pattern: '^[0-9]$' }),
  ]);
  expect(statement?.sql).toContain("c0: 'DOUBLE', c1: 'VARCHAR'");
});

test('the one text after a million numbers is found at its line', async () => {
  const content = `x,y\n${'1.5,2\n'.repeat(1_000_001)}oops,3\n`;
  const result = await openBench().judgeFile('large.csv', content, {
    columns: { x: { type: 'number' }, y: { max: 2 } },
  });
  const type = checkOf(result, 'type');
  expect([type.facts.unexpectedCount, linesOf(type)]).toEqual([1, [1_000_003]]);
  expect(linesOf(checkOf(result, 'between'))).toEqual([1_000_003]);
}, 60_000);
