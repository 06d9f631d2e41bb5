import { type EngineSession, sqlFile } from '../engine/engine.js';
import { inputError } from '../gate/failure.js';
import { limits } from '../gate/limits.js';
import { compareCodePoints } from '../gate/order.js';
import type { Ports } from '../platform/ports.js';
import { askEngine } from './ask-engine.js';
import type { DataFile } from './data-file.js';
import { longestJsonLine, printLines } from './duckdb-source.js';
import { type Fault, faultsOf, type Opened } from './fault.js';
import { LineScanner } from './line-scanner.js';
import type { Sightings } from './sightings.js';
import type { Newline, TableFile } from './table.js';
import { assertRecordSize, surveyText } from './text-file.js';

const mostKeys = 10_000;

/** What a line can be instead of one object whose keys differ, as SQL. Invalid JSON must not reach the other two. */
const malformed = [
  { when: 'NOT json_valid(line)', what: 'not JSON' },
  {
    when: "CASE WHEN json_valid(line) THEN json_type(line) <> 'OBJECT' END",
    what: 'JSON, but not an object',
  },
  {
    when: 'CASE WHEN json_valid(line) THEN len(json_keys(line)) <> len(list_distinct(json_keys(line))) END',
    what: 'an object in which a key comes twice',
  },
];

/** @throws Failure('input') when a file is no text, empty or has a line too long or too many different keys. */
export async function openJsonl(
  stored: readonly DataFile[],
  session: EngineSession,
  ports: Pick<Ports, 'files' | 'signal'>,
): Promise<Opened> {
  const files: TableFile[] = [];
  const faults: Fault[] = [];
  const keys = new Set<string>();
  for (const file of stored) {
    const found = await surveyJsonl(file, session, ports);
    files.push(found.file);
    faults.push(...found.faults);
    for (const key of found.keys) keys.add(key);
  }
  const columns = [...keys].sort(compareCodePoints).map((name) => ({ name, type: null, declared: null }));
  return {
    table: { format: 'jsonl', files, columns, partitions: [] },
    faults,
    // The engine numbers lines here, blank ones too.
    async linesOf({ path }, rows) {
      const lines = stored.find((file) => file.path === path)?.lines;
      return lines ? rows.map((row) => lines[row - 1] ?? row) : rows;
    },
  };
}

async function surveyJsonl(
  { path: absolute, shown, lines: begun }: DataFile,
  session: EngineSession,
  ports: Pick<Ports, 'files' | 'signal'>,
) {
  const lineOf = (line: number) => begun?.[line - 1] ?? line;
  const { newline, longest, broken } = await surveyLines(absolute, shown, ports);
  assertRecordSize(longest, longestJsonLine, shown);
  const ask = (sql: string) => askEngine(session, sql, shown);
  const lines = printLines(`[${sqlFile(absolute)}]`, newline, false);
  const counts = malformed.map(({ when }, i) => `count(*) FILTER (WHERE ${when}) AS m${i}`).join(', ');
  const [counted] = await ask(`SELECT count(*) AS n, ${counts} FROM ${lines}`);
  const bad = malformed.map((_, i) => Number(counted?.[`m${i}`]));
  const keys = await ask(
    `SELECT DISTINCT unnest(CASE WHEN json_valid(line) THEN json_keys(line) END) AS key FROM ${lines} LIMIT ${mostKeys + 1}`,
  );
  if (keys.length > mostKeys)
    throw inputError(`has more than ${mostKeys} different keys`, { place: { file: shown } });
  const names = keys.map(({ key }) => String(key));
  if (names.some((name) => name.includes('\0')))
    throw inputError('has a key with a NUL character', { place: { file: shown }, fix: 'rename it' });
  const sightings = bad.some((count) => count > 0)
    ? await sightMalformed(absolute, newline, bad, lineOf, ask)
    : { count: 0, first: [] };
  return {
    file: { path: absolute, shown, rows: Number(counted?.n), newline, folders: [] },
    faults: [...faultsOf('well-formed', shown, broken), ...faultsOf('well-formed', shown, sightings)],
    keys: names,
  };
}

async function surveyLines(path: string, shown: string, ports: Pick<Ports, 'files' | 'signal'>) {
  const file = await ports.files.open(path);
  try {
    return await surveyText(file, shown, ports, new LineScanner());
  } finally {
    file.close();
  }
}

async function sightMalformed(
  path: string,
  newline: Newline,
  counts: readonly number[],
  lineOf: (line: number) => number,
  ask: (sql: string) => ReturnType<typeof askEngine>,
): Promise<Sightings> {
  const lists = malformed.map(
    ({ when }, i) => `min(nr, ${limits.findingsPerCheck}) FILTER (WHERE ${when}) AS m${i}`,
  );
  const [row] = await ask(
    `SELECT ${lists.join(', ')} FROM ${printLines(`[${sqlFile(path)}]`, newline, true)}`,
  );
  const first = malformed.flatMap(({ what }, i) => {
    const lines = row?.[`m${i}`];
    return Array.isArray(lines) ? lines.map((line) => ({ line: lineOf(Number(line)), what })) : [];
  });
  return {
    count: counts.reduce((sum, count) => sum + count, 0),
    first: first.sort((a, b) => a.line - b.line).slice(0, limits.findingsPerCheck),
  };
}
