import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Type } from 'typebox';
import type { BaseReader } from '../../src/config/base-reader.js';
import type { LoadRequest } from '../../src/config/load.js';
import { Failure } from '../../src/gate/failure.js';
import type { Input } from '../../src/gate/input.js';
import { openFiles } from '../../src/platform/files.js';
import { tempFolder } from '../temp.js';

export const headCommit = 'a'.repeat(40);
export const baseCommit = 'b'.repeat(40);

/** A workspace with these files, behind the real port. */
export function workspace(contents: Readonly<Record<string, string>>) {
  const root = tempFolder();
  for (const [name, text] of Object.entries(contents)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return openFiles({ workspace: root, confined: true, signal: new AbortController().signal });
}

export function baseWith(contents: Readonly<Record<string, string>>): BaseReader {
  const files = new Map(Object.entries(contents));
  return {
    tip: async () => ({ commit: baseCommit }),
    read: async (file) => {
      const text = files.get(file);
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
  };
}

/** The settings of `scan-deps` as this test needs them: keys of the real section, and a default. */
const scanSettings = Type.Object(
  {
    'lock-files': Type.Optional(Type.Array(Type.String(), { default: ['requirements.txt'] })),
    scope: Type.Optional(Type.Enum(['new', 'all'])),
    block: Type.Optional(
      Type.Object(
        { severity: Type.Optional(Type.String()), unpinned: Type.Optional(Type.Boolean()) },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);

const scanInputs: readonly Input[] = [
  { name: 'lock', description: 'Lock file.', kind: 'list', key: '/scan-deps/lock-files' },
  { name: 'severity', description: 'Severity.', kind: 'text', key: '/scan-deps/block/severity' },
  { name: 'model', description: 'Model.', kind: 'text', key: '/model' },
];

export const scanGate = { name: 'scan-deps', settings: scanSettings, inputs: scanInputs } as const;

type ScanRequest = LoadRequest<{ readonly block?: { readonly severity?: string } }>;

export const configFile = '.github/sluice.yml';

export function local(config: string | undefined, rest: Partial<ScanRequest> = {}): ScanRequest {
  return {
    gate: scanGate,
    run: { kind: 'local', event: 'local' },
    files: workspace(config === undefined ? {} : { [configFile]: config }),
    inputs: new Map(),
    ...rest,
  };
}

export function pullRequest(
  head: string | undefined,
  base: string | undefined,
  rest: Partial<ScanRequest> = {},
): ScanRequest {
  return local(head, {
    run: { kind: 'github', event: 'pull_request', commit: headCommit },
    base: baseWith(base === undefined ? {} : { [configFile]: base }),
    ...rest,
  });
}

/** What a promise or function fails with, line by line; empty where it does not. */
export async function problems(act: () => unknown): Promise<readonly string[]> {
  try {
    await act();
    return [];
  } catch (error) {
    if (error instanceof Failure) return error.message.split('\n');
    throw error;
  }
}
