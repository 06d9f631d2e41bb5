#!/usr/bin/env node
// data-validate with `engine: spark` beside one bare `spark-sql -f` of the very statements that it printed, recorded in its first run:
// wall time as the ratio of medians of paired runs (goal: at most 1.1). SLUICE_SPARK_HOME names a Spark; MASTER (local[2]), ROWS (10 000 000)
// and ROUNDS (5).
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { stringify } from 'yaml';
import { expectations, tableOf } from './data-validate-case.mjs';

const rows = Number(process.env.ROWS ?? 10_000_000);
const rounds = Number(process.env.ROUNDS ?? 5);
const master = process.env.MASTER ?? 'local[2]';
const home = process.env.SLUICE_SPARK_HOME;
if (!home) throw new Error('SLUICE_SPARK_HOME names no Spark');
const cli = path.join(import.meta.dirname, '../dist/cli/index.js');
const folder = mkdtempSync(path.join(os.tmpdir(), 'sluice-bench-'));
const real = path.join(home, 'bin/spark-sql');
const log = path.join(folder, 'statements.sql');

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Seconds. */
function time(command, args, env) {
  const started = process.hrtime.bigint();
  const run = spawnSync(command, args, { cwd: folder, env: { ...process.env, ...env }, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${command} exited with ${run.status}:\n${run.stdout}${run.stderr}`);
  return Number(process.hrtime.bigint() - started) / 1e9;
}

try {
  mkdirSync(path.join(folder, 'bin'));
  // Stands in front of the real one and keeps what it is told.
  writeFileSync(path.join(folder, 'bin/spark-sql'), `#!/bin/sh\ntee '${log}' | '${real}' "$@"\n`, {
    mode: 0o755,
  });
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`COPY (${tableOf(rows)}) TO '${path.join(folder, 'rows.parquet')}' (FORMAT parquet)`);
  const dataset = {
    engine: 'spark',
    spark: { master },
    expect: expectations.map(([name, args]) => ({ [name]: args })),
  };
  const pipeline = { datasets: { rows: { path: 'rows.parquet' } }, 'data-validate': { rows: dataset } };
  writeFileSync(path.join(folder, 'sluice.yml'), stringify({ version: 1, pipelines: { bench: pipeline } }));
  const ours = (bin) =>
    time(process.execPath, [cli, 'data-validate', '--config', 'sluice.yml'], {
      PATH: `${bin}:${process.env.PATH}`,
    });
  ours(path.join(folder, 'bin'));
  const conf = ['spark.ui.showConsoleProgress=false', 'spark.sql.catalogImplementation=in-memory'];
  const bare = () =>
    time(real, ['--master', master, ...conf.flatMap((one) => ['--conf', one]), '--silent', '-f', log], {});
  const pairs = Array.from({ length: rounds }, () => [ours(path.join(home, 'bin')), bare()]);
  const [own, other] = [0, 1].map((side) => median(pairs.map((pair) => pair[side])));
  const ratio = median(pairs.map(([a, b]) => a / b));
  console.log(
    `${rows} rows: ours ${own.toFixed(1)} s, bare ${other.toFixed(1)} s, ratio ${ratio.toFixed(3)} (goal: at most 1.1)`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
