import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loadedName } from '../../src/data-validate/duckdb-source.js';
import { openFiles } from '../../src/data-validate/open-files.js';
import { makePorts } from '../ports.js';
import { tempFolder } from '../temp.js';

/** A Python with pyarrow and polars. */
const python = process.env.SLUICE_PEERS_PYTHON;
const title = 'Arrow files of pyarrow and polars hold the table that their Parquet file holds';

(python ? describe : describe.skip)(python ? title : `${title} (needs SLUICE_PEERS_PYTHON)`, () => {
  const folder = tempFolder();
  const ports = makePorts();
  if (python) execFileSync(python, [path.join(import.meta.dirname, 'arrow_files.py'), folder]);

  test.each([
    ['uncompressed.feather', 'table.parquet'],
    ['lz4.feather', 'table.parquet'],
    ['zstd.feather', 'table.parquet'],
    ['stream.arrow', 'table.parquet'],
    ['polars-uncompressed.arrow', 'polars.parquet'],
    ['polars-lz4.arrow', 'polars.parquet'],
    ['polars-zstd.arrow', 'polars.parquet'],
  ])('%s', async (arrow, parquet) => {
    const [ours, theirs] = [path.join(folder, arrow), path.join(folder, parquet)];
    const session = await (await ports.engine()).open([ours, theirs], { ordered: true });
    try {
      const open = (file: string) => {
        const files = [{ path: file, shown: path.basename(file) }];
        return openFiles({ files, settings: {} }, files, session, ports);
      };
      const [loaded, read] = [await open(ours), await open(theirs)];
      expect(loaded.faults).toEqual([]);
      const columns = (opened: typeof loaded) =>
        opened.table.columns.map(({ name, declared }) => `${name} ${declared}`);
      expect(columns(loaded)).toEqual(columns(read));
      const cells = (source: string) =>
        `SELECT * FROM (SELECT ${read.table.columns.map((_, i) => `c${i}`).join(', ')} FROM ${source} AS t(${read.table.columns.map((_, i) => `c${i}`).join(', ')}))`;
      const [a, b] = [cells(loadedName(ours)), cells(`read_parquet('${theirs}')`)];
      const [counted] = await session.rows(
        `SELECT (SELECT count(*) FROM (${a} EXCEPT ALL ${b})) AS more, (SELECT count(*) FROM (${b} EXCEPT ALL ${a})) AS fewer, (SELECT count(*) FROM (${a})) AS n`,
      );
      expect(counted).toEqual({ more: 0n, fewer: 0n, n: 3000n });
    } finally {
      await session.close();
    }
  });
});
