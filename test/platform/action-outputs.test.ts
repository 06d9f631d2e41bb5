import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { tempFolder } from '../temp.js';

test('outputs, summary and annotations reach the runner whole, and hostile text stays text', () => {
  const folder = tempFolder();
  const [output, summary] = ['output', 'summary'].map((name) => {
    const file = path.join(folder, name);
    writeFileSync(file, '');
    return file;
  });
  const hook = path.join(import.meta.dirname, '../typescript-hook.mjs');
  const script = path.join(import.meta.dirname, 'action-process.ts');
  const { stdout, status } = spawnSync(process.execPath, ['--import', hook, script], {
    env: { PATH: process.env.PATH, GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary },
    encoding: 'utf8',
  });
  const escaped = 'a%250Ab%0A::error::forged%0D::set-output name=x::y';
  expect(status).toBe(1);
  expect(stdout.trim().split('\n')).toEqual([
    ...['error', 'warning', 'notice'].map(
      (level) => `::${level} title=x%2Cy%3A%3Az,file=a%2Cb%3Ac.csv,line=3,col=7::${escaped}`,
    ),
    '::notice title=more::no place',
    `::error::${escaped}`,
  ]);
  const written = readFileSync(output ?? '', 'utf8');
  expect(written).toMatch(
    /^verdict<<(ghadelimiter_\S+)\nfail\n\1\nreport<<(\S+)\nline 1\n[\s\S]*\n\2\nfindings<<(\S+)\n3\n\3\n$/,
  );
  expect(readFileSync(summary ?? '', 'utf8')).toMatch(/^# Summary\n/);
});
