#!/usr/bin/env node
// data-validate's whole process (bundle of the command line) beside one bare DuckDB statement of about 60 aggregates on the same file, and,
// where SLUICE_PEERS_PYTHON names a Python that has them, beside Great Expectations and Pandera (on Polars): CPU, wall time and peak memory
// as medians of the ratios of paired runs. ROWS (2 000 000), ROUNDS (5), FORMATS (csv,parquet) and MEMORY (none; 512MB). Needs
// `/usr/bin/time`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { stringify } from 'yaml';
import {
  bareStatement,
  binned,
  expectations,
  peerFacts,
  sevenColumns,
  tableOf,
} from './data-validate-case.mjs';

const rows = Number(process.env.ROWS ?? 2_000_000);
const rounds = Number(process.env.ROUNDS ?? 5);
const formats = (process.env.FORMATS ?? 'csv,parquet').split(',');
const memory = process.env.MEMORY;
const root = path.join(import.meta.dirname, '..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'sluice-bench-'));

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

const pandera = `
import json, sys, polars as pl, pandera.polars as pa
name, facts = sys.argv[1], json.loads(sys.argv[2])
frame = pl.read_parquet(name) if name.endswith("parquet") else pl.read_csv(name, try_parse_dates=True)
schema = pa.DataFrameSchema({
    "id": pa.Column(str, unique=True),
    "age": pa.Column(nullable=False, checks=pa.Check.in_range(18, 89)),
    "income": pa.Column(float, nullable=True, checks=pa.Check.in_range(1000, 150000)),
    "country": pa.Column(str, pa.Check.isin(facts["countries"])),
    "email": pa.Column(str, pa.Check.str_matches(facts["email"]), nullable=True),
    "clicks": pa.Column(nullable=True),
    "label": pa.Column(checks=pa.Check.isin([0, 1])),
})
try:
    schema.validate(frame, lazy=True)
except pa.errors.SchemaErrors as error:
    print(len(error.failure_cases))
`;

/** CPU seconds, wall seconds and peak MiB of one process. */
function measure(command) {
  const { status, stderr, stdout } = spawnSync('/usr/bin/time', ['-f', '@%U %S %e %M', ...command], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0)
    throw new Error(`${command.slice(0, 3).join(' ')}: ${stderr.slice(-2000)}${stdout.slice(-500)}`);
  const [user, system, wall, kib] = stderr
    .slice(stderr.lastIndexOf('@') + 1)
    .split(' ')
    .map(Number);
  return { cpu: user + system, wall, memory: kib / 1024 };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const file = (name) => path.join(folder, name);

/** Both by turns, after one run of ours that nobody counts. */
function compare(what, ours, other) {
  measure(ours);
  const runs = Array.from({ length: rounds }, () => [measure(ours), measure(other)]);
  const ratio = (figure) => median(runs.map(([own, its]) => own[figure] / its[figure]));
  const own = (figure) => median(runs.map(([run]) => run[figure]));
  const ratios = ['cpu', 'wall', 'memory'].map((figure) => `${figure} ${ratio(figure).toFixed(2)}`);
  console.log(
    `${what.padEnd(44)} ${ratios.join('  ')}   (ours ${own('cpu').toFixed(1)} s, ${own('memory').toFixed(0)} MB)`,
  );
}

const suite = (list) => stringify({ expect: list.map(([name, kwargs]) => ({ [name]: kwargs })) });
const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
for (const [format, options] of [
  ['csv', 'HEADER'],
  ['parquet', 'FORMAT parquet, COMPRESSION zstd'],
])
  if (formats.includes(format))
    await connection.run(`COPY (${tableOf(rows)}) TO '${file(`rows.${format}`)}' (${options})`);
connection.closeSync();
instance.closeSync();
writeFileSync(file('plan.yml'), suite([...expectations, binned]));
writeFileSync(file('suite.yml'), suite(expectations));
writeFileSync(file('seven.yml'), suite(sevenColumns));
writeFileSync(file('suite.json'), JSON.stringify(expectations));
writeFileSync(file('gx.py'), greatExpectations);
writeFileSync(file('schema.py'), pandera);
const api = path.join(root, 'node_modules/@duckdb/node-api/lib/index.js');
const limit = memory === undefined ? '' : `await c.run("SET memory_limit = '${memory}'"); `;
writeFileSync(
  file('bare.mjs'),
  `import api from '${api}'; const i = await api.DuckDBInstance.create(':memory:'); const c = await i.connect(); ${limit}await c.runAndReadAll(process.argv[2]);`,
);

/** As a config, since a limit of memory is a setting. */
function oursOn(name, suiteFile) {
  const dataset = { suite: suiteFile, ...(memory !== undefined && { 'memory-limit': memory }) };
  const pipeline = { datasets: { rows: { path: name } }, 'data-validate': { rows: dataset } };
  const config = `${suiteFile}-${name}.yml`;
  writeFileSync(file(config), stringify({ version: 1, pipelines: { bench: pipeline } }));
  return [process.execPath, path.join(root, 'dist/cli/index.js'), 'data-validate', '--config', config];
}

console.log(`${rows} rows, medians of ${rounds} pairs: ours ÷ the other`);
const python = process.env.SLUICE_PEERS_PYTHON;
const has = (module) => python && spawnSync(python, ['-c', `import ${module}`]).status === 0;
for (const format of formats) {
  const name = `rows.${format}`;
  const source = format === 'csv' ? `read_csv('${file(name)}')` : `read_parquet('${file(name)}')`;
  const bare = [process.execPath, 'bare.mjs', bareStatement(source)];
  compare(`${format}: bare DuckDB, ≈ 60 aggregates`, oursOn(name, 'plan.yml'), bare);
  if (has('great_expectations') && (format === 'csv' || has('pyarrow')))
    compare(`${format}: Great Expectations, 36`, oursOn(name, 'suite.yml'), [
      python,
      'gx.py',
      name,
      'suite.json',
    ]);
  if (has('pandera.polars'))
    compare(`${format}: Pandera on Polars, 7 columns`, oursOn(name, 'seven.yml'), [
      python,
      'schema.py',
      name,
      JSON.stringify(peerFacts),
    ]);
}
rmSync(folder, { recursive: true });
