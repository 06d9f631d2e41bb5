import { expect, test } from '@jest/globals';
import { read } from './files.js';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly integrity?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(read('package-lock.json')) as { packages: Readonly<Record<string, Locked>> };

/** npm drops them when it rewrites the lock file beside an installed tree, and `npm ci` then fails on every machine. */
test('the lock file holds every platform’s optional packages', () => {
  const missing = Object.values(packages)
    .flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies ?? {}))
    .filter((name) => !Object.keys(packages).some((key) => key.endsWith(`node_modules/${name}`)));
  expect(missing).toEqual([]);
});

test('every package is pinned by its hash, and none by the address of a registry', () => {
  for (const [key, { version, resolved, link, integrity }] of Object.entries(packages)) {
    if (link || !key.includes('node_modules/')) continue;
    expect([key, version, typeof integrity]).toEqual([key, expect.any(String), 'string']);
    expect(resolved).toBeUndefined();
  }
});
