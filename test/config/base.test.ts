import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { takeJudgingFromBase } from '../../src/config/base.js';
import type { Json } from '../../src/gate/json.js';

const config = (pipeline: Json, rest: Record<string, Json> = {}): Json => ({
  version: 1,
  ...rest,
  pipelines: { retail: pipeline },
});

const strict = config(
  {
    model: 'model/',
    datasets: { train: { path: 'a.csv', key: ['id'] } },
    'scan-deps': { 'lock-files': ['a.txt', 'b.txt'], block: { severity: 'high', unpinned: true } },
    'data-validate': { mode: 'enforce', train: { columns: { age: { min: 18 } } } },
  },
  { mode: 'enforce' },
);

const brief = (all: readonly { key: string; used: string | null; ignored: string | null }[]) =>
  all.map(({ key, used, ignored }) => `${key}: ${used} ← ${ignored}`);

describe('what a pull request may not choose', () => {
  test.each<[string, Json, readonly string[]]>([
    [
      'a looser threshold',
      config({
        'scan-deps': { 'lock-files': ['a.txt', 'b.txt'], block: { severity: 'critical', unpinned: true } },
      }),
      ['/pipelines/retail/scan-deps/block/severity: high ← critical'],
    ],
    [
      'fewer lock files',
      config({ 'scan-deps': { 'lock-files': ['a.txt'], block: { severity: 'high', unpinned: true } } }),
      ['/pipelines/retail/scan-deps/lock-files/1: b.txt ← null'],
    ],
    [
      'a mode of its own',
      config({ mode: 'report' }, { mode: 'report' }),
      ['/mode: enforce ← report', '/pipelines/retail/mode: null ← report'],
    ],
    ['no gate at all', config({}), ['/pipelines/retail/scan-deps: {']],
    ['a waiver for itself', config({}, { waivers: [{ id: 'X' }] }), ['/waivers: null ← [{"id":"X"}]']],
  ])('%s is ignored and named', (_, head, expected) => {
    const { value, ignored } = takeJudgingFromBase(head, strict);
    const lines = brief(ignored);
    for (const line of expected) expect(lines.some((l) => l.startsWith(line))).toBe(true);
    const effective = value as { mode?: string; pipelines: { retail: Record<string, unknown> } };
    const base = strict as typeof effective;
    expect(effective.mode).toBe('enforce');
    expect(effective.pipelines.retail['scan-deps']).toEqual(base.pipelines.retail['scan-deps']);
    expect(effective).not.toHaveProperty('waivers');
  });

  test('a judged dataset cannot be dropped, nor the pipeline', () => {
    const { value } = takeJudgingFromBase({ version: 1, pipelines: {} }, strict);
    expect(value).toEqual(strict);
  });
});

describe('what a pull request may choose', () => {
  test('where the model and the data lie', () => {
    const head = config({ model: 'new/', datasets: { train: { path: 'b.csv', key: ['id'] } } });
    const { value } = takeJudgingFromBase(head, strict);
    expect(value).toMatchObject({
      pipelines: { retail: { model: 'new/', datasets: { train: { path: 'b.csv', key: ['id'] } } } },
    });
  });

  test('a dataset that the base does not know, but not its key', () => {
    const head = config({ datasets: { extra: { path: 'x.csv', key: ['id'] } } });
    const { value, ignored } = takeJudgingFromBase(head, strict);
    expect(value).toMatchObject({
      pipelines: { retail: { datasets: { extra: { path: 'x.csv' }, train: { path: 'a.csv' } } } },
    });
    expect(brief(ignored)).toContain('/pipelines/retail/datasets/extra/key: null ← ["id"]');
  });

  test('a gate or pipeline that the base does not know yet', () => {
    const head: Json = {
      version: 1,
      pipelines: { retail: { 'policy-gate': {} }, other: { mode: 'report', 'scan-deps': { scope: 'all' } } },
    };
    const { value } = takeJudgingFromBase(head, strict);
    expect(value).toMatchObject({
      pipelines: { retail: { 'policy-gate': {} }, other: { mode: 'report', 'scan-deps': { scope: 'all' } } },
    });
  });

  test('everything but waivers where the base has no config', () => {
    const { value, ignored } = takeJudgingFromBase(
      { ...(strict as object), waivers: [{ id: 'X' }] },
      undefined,
    );
    expect(value).toEqual(strict);
    expect(brief(ignored)).toEqual(['/waivers: null ← [{"id":"X"}]']);
  });
});

test('long values are cut where evidence has no room for them', () => {
  const head = config({ 'scan-deps': { 'lock-files': ['😀'.repeat(5000)] } });
  const { ignored } = takeJudgingFromBase(head, strict);
  for (const { key, used, ignored: other } of ignored)
    for (const text of [key, used ?? '', other ?? '']) {
      expect(text.length).toBeLessThanOrEqual(4096);
      expect(text).not.toMatch(/\p{Surrogate}/u);
    }
});

test('whatever the head says, everything that decides is as the base has it', () => {
  const json = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>;
  const names = fc.constantFrom(
    'mode',
    'scan-deps',
    'data-validate',
    'datasets',
    'model',
    'inventory',
    'zzz',
  );
  const pipeline = fc.oneof(json, fc.dictionary(names, json));
  const head = fc.oneof(
    json,
    fc.record(
      {
        mode: json,
        waivers: json,
        pipelines: fc.oneof(json, fc.record({ retail: pipeline, other: pipeline }, { requiredKeys: [] })),
      },
      { requiredKeys: [] },
    ),
  );
  fc.assert(
    fc.property(head, (proposal) => {
      const effective = takeJudgingFromBase(proposal, strict).value as {
        mode: Json;
        pipelines: { retail: Record<string, Json> };
      };
      const decided = (tree: typeof effective) => ({
        mode: tree.mode,
        waivers: (tree as { waivers?: Json }).waivers,
        own: tree.pipelines.retail.mode,
        scan: tree.pipelines.retail['scan-deps'],
        data: tree.pipelines.retail['data-validate'],
        inventory: tree.pipelines.retail.inventory,
        key: (tree.pipelines.retail.datasets as { train: { key: Json } }).train.key,
      });
      expect(decided(effective)).toEqual(decided(strict as typeof effective));
    }),
  );
});
