import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { memoryBytes } from '../../src/scan-deps/models/bytes.js';
import { scanFile } from '../../src/scan-deps/models/scan-file.js';
import { buildDatabase } from '../../src/scan-deps/osv/database.js';
import { readSources } from '../../src/scan-deps/osv/source.js';
import { makePorts } from '../ports.js';
import { sharedDescribe } from '../shared.js';
import { tempFolder } from '../temp.js';

/** A Python with packaging 26; with numpy, joblib and scikit-learn the corpus holds their models too. */
const python = process.env.SLUICE_PEERS_PYTHON;
const needs = python ? '' : ' (needs SLUICE_PEERS_PYTHON)';
const peerTest = python ? test : test.skip;

function ask(...args: readonly string[]): string {
  const script = path.join(import.meta.dirname, 'scan_deps.py');
  return execFileSync(python ?? '', [script, ...args], { encoding: 'utf8', maxBuffer: 1024 ** 3 });
}

sharedDescribe('osv/PyPI-all.zip', 'as `packaging` orders versions', (zip) => {
  peerTest(
    `every boundary of every advisory is decided as the specification does${needs}`,
    async () => {
      const sources = await readSources(makePorts(), zip);
      const databases = new Map(
        sources
          .flatMap(({ advisories }) => advisories)
          .map((advisory) => [advisory.id, buildDatabase([advisory])]),
      );
      const decisions: readonly (readonly [string, string, string, boolean])[] = JSON.parse(
        ask('decide', zip),
      );
      const wrong = decisions.filter(
        ([id, name, version, affected]) =>
          (databases.get(id)?.affecting(name, version).length === 1) !== affected,
      );
      expect(wrong).toEqual([]);
      expect(decisions.length).toBeGreaterThan(40_000);
    },
    120_000,
  );
});

describe('what Python itself writes', () => {
  peerTest(
    `is safe in every protocol${needs}`,
    () => {
      const folder = tempFolder();
      ask('pickles', folder);
      const names = readdirSync(folder);
      const reports = names.map((name) => ({
        name,
        ...scanFile(memoryBytes(readFileSync(path.join(folder, name)))),
      }));
      const blocked = reports.filter(({ verdict }) => verdict !== 'safe');
      expect(blocked.map(({ name, verdict, reasons }) => [name, verdict, reasons])).toEqual([]);
      expect(names.length).toBeGreaterThan(40);
    },
    300_000,
  );
});
