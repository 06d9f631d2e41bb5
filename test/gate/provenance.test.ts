import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sha256 } from '../../src/gate/evidence.js';
import {
  builderOf,
  provenanceName,
  type RecordedStep,
  readProvenance,
  writeProvenance,
} from '../../src/gate/provenance.js';
import { StatementError } from '../../src/gate/statement.js';
import { roles } from '../../src/gate/subject.js';

const hex = (length: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`));
const text = fc.string({ unit: 'grapheme', maxLength: 30 });
const item = fc.record(
  {
    name: text,
    role: fc.constantFrom(...roles),
    digest: fc.oneof(
      hex(64).map((sha) => ({ sha256: sha })),
      hex(64).map((dirHash) => ({ dirHash })),
    ),
    label: text,
  },
  { requiredKeys: ['name', 'role', 'digest'] },
);
const source = fc.record(
  { commit: hex(40), uri: text, modified: fc.nat(), untracked: fc.nat() },
  { requiredKeys: ['commit', 'modified', 'untracked'] },
);
const step: fc.Arbitrary<RecordedStep> = fc.record(
  {
    pipeline: text,
    step: fc.constantFrom('train', 'predict'),
    command: fc.array(text, { minLength: 1 }),
    source,
    inputs: fc.array(item, { maxLength: 3 }),
    outputs: fc.array(item, { minLength: 1, maxLength: 3 }),
    startedOn: fc.constant('2026-11-21T10:00:00.000Z'),
    finishedOn: fc.constant('2026-11-21T11:00:00.000Z'),
    builder: text,
    invocationId: text,
  },
  {
    requiredKeys: ['pipeline', 'step', 'command', 'inputs', 'outputs', 'startedOn', 'finishedOn', 'builder'],
  },
);

describe('a training record', () => {
  test('reads back as it was written, in the same bytes each time', () => {
    fc.assert(
      fc.property(step, (record) => {
        const bytes = writeProvenance(record);
        expect(readProvenance(bytes)).toEqual({ ...record, storedDigest: sha256(bytes) });
        expect(writeProvenance(record)).toEqual(bytes);
      }),
    );
  });

  const [example] = fc.sample(step, { numRuns: 1, seed: 7 });
  const edited = (change: (text: string) => string) =>
    Buffer.from(
      change(Buffer.from(writeProvenance({ ...(example as RecordedStep), command: ['run'] })).toString()),
    );

  test.each([
    ['another predicate', (s: string) => s.replace('provenance/v1"', 'provenance/v0.2"'), /predicateType/],
    ['another kind of build', (s: string) => s.replace('recorded-step/v1', 'other/v1'), /buildType/],
    ['a key twice', (s: string) => s.replace('{', '{"_type":"x",'), /twice/],
    ['no command', (s: string) => s.replace('["run"]', '[]'), /command/],
    ['no output', (s: string) => JSON.stringify({ ...JSON.parse(s), subject: [] }), /subject/],
    ['its end cut off', (s: string) => s.slice(0, -10), /is not JSON/],
    ['nothing', () => '', /is empty/],
  ])('is refused with %s', (_, change, message) => {
    expect(() => readProvenance(edited(change))).toThrow(StatementError);
    expect(() => readProvenance(edited(change))).toThrow(message);
  });

  test('is refused with two sources', () => {
    const record = {
      ...(example as RecordedStep),
      source: { commit: 'a'.repeat(40), modified: 0, untracked: 0 },
    };
    const statement = JSON.parse(Buffer.from(writeProvenance(record)).toString());
    const { resolvedDependencies } = statement.predicate.buildDefinition;
    resolvedDependencies.push(resolvedDependencies[0]);
    expect(() => readProvenance(Buffer.from(JSON.stringify(statement)))).toThrow(/names two sources/);
  });

  test('ends in a record or a refusal, whatever the bytes are', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.json().map((text) => Buffer.from(text)),
        ),
        (bytes) => {
          try {
            readProvenance(bytes);
          } catch (error) {
            if (!(error instanceof StatementError)) throw error;
          }
        },
      ),
    );
  });

  test('has a name per pipeline and step', () => {
    expect(provenanceName({ pipeline: 'pd', step: 'train' })).toBe('pd.training');
    expect(provenanceName({ pipeline: 'pd', step: 'predict' })).toBe('pd.training.predict');
  });
});

test('the builder is the workflow that ran, by its address', () => {
  const run = {
    kind: 'github',
    event: 'push',
    serverUrl: 'https://github.com',
    repository: 'acme/ml',
    workflowRef: 'acme/ml/.github/workflows/train.yml@refs/heads/main',
    runId: '7',
    runAttempt: '2',
  } as const;
  expect(builderOf(run)).toEqual({
    builder: 'https://github.com/acme/ml/.github/workflows/train.yml@refs/heads/main',
    invocationId: 'https://github.com/acme/ml/actions/runs/7/attempts/2',
  });
  expect(builderOf({ kind: 'local', event: 'local' })).toEqual({
    builder: 'https://sluice-ml.github.io/builders/local/v1',
  });
});
