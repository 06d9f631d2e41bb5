import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { expectationNames, refusedExpectations } from '../../src/data-validate/expectations/args.js';

const page = readFileSync(path.join(import.meta.dirname, '../../docs/expectations.md'), 'utf8');

test('the page of expectations has a row for each, and for nothing else', () => {
  const named = [...page.matchAll(/^\| `([a-z_A-B]+)` \|/gm)].map(([, name]) => name);
  expect(new Set(named)).toEqual(new Set(expectationNames));
});

test('what is refused by name is not among them', () => {
  for (const name of refusedExpectations.keys()) expect(expectationNames).not.toContain(name);
});
