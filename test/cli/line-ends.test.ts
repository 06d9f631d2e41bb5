import { beforeAll, expect, test } from '@jest/globals';
import { tempFolder } from '../temp.js';
import { judge, writeFiles } from './sluice.js';

/** More than the engine reads at once, with quotes that hold line ends of their own. */
const rows = 120_000;
const faults = [1, 70_007, rows];
const config = `version: 1
pipelines:
  p:
    datasets: {data: {path: lf.csv}}
    data-validate: {data: {columns: {id: {type: integer, unique: true}, note: {not-regex: "^bad$"}}}}
`;

const folder = tempFolder();
const people = ['sex,note,label,prediction'];
const table = ['id,note'];
for (let i = 1; i <= rows; i++) {
  table.push(faults.includes(i) ? `${i},bad` : i % 5 === 0 ? `${i},"two\nlines, ""${i}"""` : `${i},row ${i}`);
  if (i <= 4000) people.push(`${i % 2 ? 'f' : 'm'},"a\nb",${i % 3 === 0 ? 1 : 0},${i % 4 < 2 ? 1 : 0}`);
}

beforeAll(() => {
  for (const [name, end] of [
    ['lf', '\n'],
    ['crlf', '\r\n'],
  ] as const) {
    writeFiles(folder, {
      'sluice.yml': config,
      [`${name}.csv`]: `${table.join('\n')}\n`.replaceAll('\n', end),
      [`people-${name}.csv`]: `${people.join('\n')}\n`.replaceAll('\n', end),
    });
  }
});

test('data-validate counts and places the same in files with LF and with CRLF', async () => {
  const judged = ['lf', 'crlf'].map(async (name) => {
    const { result } = await judge(folder, [
      'data-validate',
      '--config',
      'sluice.yml',
      '--data',
      `${name}.csv`,
    ]);
    const places = result.checks
      .filter(({ id }) => id === 'data-validate/not-regex')
      .flatMap((c) => c.findings.map(({ row, line }) => [row, line]));
    return { verdict: result.verdict, rows: result.metrics.rows, places };
  });
  const [lf, crlf] = await Promise.all(judged);
  expect(crlf).toEqual(lf);
  expect(lf).toEqual({
    verdict: 'fail',
    rows,
    // A row in five takes two lines, and the header one.
    places: faults.map((row) => [row, row + 1 + Math.floor((row - 1) / 5)]),
  });
});

test('fairness-gate counts the same in files with LF and with CRLF', async () => {
  const flags = [
    '--label',
    'label',
    '--prediction',
    'prediction',
    '--attributes',
    'sex',
    '--favourable',
    '1',
  ];
  const judged = ['lf', 'crlf'].map(async (name) => {
    const words = ['fairness-gate', '--predictions', `people-${name}.csv`, ...flags];
    return (await judge(folder, words)).result.metrics.groups;
  });
  const [lf, crlf] = await Promise.all(judged);
  expect(crlf).toEqual(lf);
  expect(lf).toMatchObject([{ n: 2000 }, { n: 2000 }]);
});
