#!/usr/bin/env node
// data-validate's whole process (bundle of the command line) beside one bare DuckDB statement of about 60 aggregates on the same file, and
// beside Great Expectations where SLUICE_PEERS_PYTHON names a Python that has it: CPU and peak memory as ratios of medians of paired runs.
// ROWS (2 000 000) and ROUNDS (5). Needs `/usr/bin/time`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { stringify } from 'yaml';
import { columns, countries, email, expectations, numbers, tableOf } from './data-validate-case.mjs';

const rows = Number(process.env.ROWS ?? 2_000_000);
const rounds = Number(process.env.ROUNDS ?? 5);
const root = path.join(import.meta.dirname, '..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'sluice-bench-'));
const table = tableOf(rows);

const bare = (source) => {
  const figures = [
    'count(*)',
    ...columns.map((c) => `count(*) - count(${c})`),
    ...numbers.flatMap((c) => [`min(${c})`, `max(${c})`, `avg(${c})`, `stddev_samp(${c})`]),
    'count(DISTINCT id)',
    `count(CASE WHEN NOT regexp_matches(email, '${email}') THEN 1 END)`,
    `count(CASE WHEN country NOT IN (${countries.map((c) => `'${c}'`)}) THEN 1 END)`,
    'count(CASE WHEN age NOT BETWEEN 18 AND 89 THEN 1 END)',
    'count(CASE WHEN income NOT BETWEEN 1000 AND 150000 THEN 1 END)',
    'approx_quantile(income, [0.01, 0.5, 0.99])',
  ];
  return `SELECT ${figures.map((figure, i) => `${figure} AS m${i}`).join(', ')} FROM ${source}`;
};

const greatExpectations = `
import json, sys, pandas as pd, great_expectations as gx
from great_expectations.expectations.registry import get_expectation_impl
name, suite = sys.argv[1:]
frame = pd.read_csv(name) if name.endswith("csv") else pd.read_parquet(name)
context = gx.get_context(mode="ephemeral")
context.variables.progress_bars = {"globally": False}
batch = context.data_sources.add_pandas("p").add_dataframe_asset("a").add_batch_definition_whole_dataframe("b").get_batch({"dataframe": frame})
kept = gx.ExpectationSuite("s")
for type_, kwargs in json.load(open(suite)):
    kept.add_expectation(get_expectation_impl(type_)(**kwargs))
print(batch.validate(kept, result_format="SUMMARY").success)
`;

/** CPU seconds and peak MiB of one process. */
function measure(command) {
  const { status, stderr, stdout } = spawnSync('/usr/bin/time', ['-f', '@%U %S %M', ...command], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0)
    throw new Error(`${command.slice(0, 3).join(' ')}: ${stderr.slice(-2000)}${stdout.slice(-500)}`);
  const [user, system, kib] = stderr
    .slice(stderr.lastIndexOf('@') + 1)
    .split(' ')
    .map(Number);
  return { cpu: user + system, memory: kib / 1024 };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const file = (name) => path.join(folder, name);

const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
await connection.run(`COPY (${table}) TO '${file('rows.csv')}' (HEADER)`);
await connection.run(`COPY (${table}) TO '${file('rows.parquet')}' (FORMAT parquet, COMPRESSION zstd)`);
connection.closeSync();
writeFileSync(
  file('suite.yml'),
  stringify({ expect: expectations.map(([name, kwargs]) => ({ [name]: kwargs })) }),
);
writeFileSync(file('suite.json'), JSON.stringify(expectations));
writeFileSync(file('gx.py'), greatExpectations);
const api = path.join(root, 'node_modules/@duckdb/node-api/lib/index.js');
writeFileSync(
  file('bare.mjs'),
  `import api from '${api}'; const i = await api.DuckDBInstance.create(':memory:'); const c = await i.connect(); await c.runAndReadAll(process.argv[2]);`,
);

console.log(`${rows} rows, ${expectations.length} expectations, median of ${rounds} paired runs`);
for (const format of ['csv', 'parquet']) {
  const name = `rows.${format}`;
  const source = format === 'csv' ? `read_csv('${file(name)}')` : `read_parquet('${file(name)}')`;
  const ours = [
    process.execPath,
    path.join(root, 'dist/cli/index.js'),
    'data-validate',
    '--data',
    name,
    '--suite',
    'suite.yml',
  ];
  const theirs = [process.execPath, 'bare.mjs', bare(source)];
  measure(ours);
  const runs = Array.from({ length: rounds }, () => ({ ours: measure(ours), bare: measure(theirs) }));
  const cpu = median(runs.map((run) => run.ours.cpu / run.bare.cpu));
  const memory = median(runs.map((run) => run.ours.memory / run.bare.memory));
  console.log(
    `${format.padEnd(8)} ÷ bare DuckDB statement   CPU ${cpu.toFixed(2)}   memory ${memory.toFixed(2)}`,
  );
  const python = process.env.SLUICE_PEERS_PYTHON;
  if (!python || (format === 'parquet' && spawnSync(python, ['-c', 'import pyarrow']).status !== 0)) continue;
  const peer = measure([python, 'gx.py', name, 'suite.json']);
  const own = median(runs.map((run) => run.ours.cpu));
  console.log(
    `${format.padEnd(8)} Great Expectations needs ${(peer.cpu / own).toFixed(1)} times our CPU, ${(peer.memory / median(runs.map((run) => run.ours.memory))).toFixed(1)} times our memory`,
  );
}
rmSync(folder, { recursive: true });
