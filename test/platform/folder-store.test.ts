import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { limits } from '../../src/gate/limits.js';
import { evidenceFile } from '../../src/platform/folder-store.js';
import { makePorts } from '../ports.js';

test('keeps evidence as files, replaces by name and lists by name', async () => {
  const { evidence, workspace } = makePorts();
  expect(await evidence.list()).toEqual([]);
  await evidence.put({ name: 'pd.scan-deps', bytes: Buffer.from('old') });
  await evidence.put({ name: 'pd.scan-deps', bytes: Buffer.from('new') });
  await evidence.put({ name: 'pd.data-validate', bytes: Buffer.from('{}') });
  writeFileSync(path.join(workspace, '.sluice/report.html'), '<!doctype html>');
  expect(await evidence.list()).toEqual([
    { name: 'pd.data-validate', bytes: Buffer.from('{}') },
    { name: 'pd.scan-deps', bytes: Buffer.from('new') },
  ]);
  expect(readdirSync(path.join(workspace, '.sluice'))).toContain(evidenceFile('pd.scan-deps'));
});

test.each(['', '../x', 'a/b', '.hidden', 'a b', 'x'.repeat(300), 'a\0'])(
  '%j names no evidence',
  async (name) => {
    const { evidence } = makePorts();
    await expect(evidence.put({ name, bytes: Buffer.from('{}') })).rejects.toThrow(RangeError);
  },
);

test('refuses evidence over the limit', async () => {
  const { evidence, workspace } = makePorts();
  mkdirSync(path.join(workspace, '.sluice'));
  writeFileSync(path.join(workspace, '.sluice', evidenceFile('big')), Buffer.alloc(limits.evidenceBytes + 1));
  await expect(evidence.list()).rejects.toMatchObject({ kind: 'input' });
});

test('a file for a folder is a clear error', async () => {
  const { evidence, workspace } = makePorts();
  writeFileSync(path.join(workspace, '.sluice'), '');
  await expect(evidence.list()).rejects.toMatchObject({
    kind: 'input',
    message: expect.stringMatching(/^\.sluice: is no folder/),
  });
});
