import { describe, expect, test } from '@jest/globals';
import type { Json } from '../../src/gate/json.js';
import type { Verdict } from '../../src/gate/verdict.js';
import { policyGate } from '../../src/policy-gate/gate.js';
import type { Rule } from '../../src/policy-gate/settings.js';
import { makePorts } from '../ports.js';
import { checkIn, evidence, judge, textOf } from './setup.js';

const rule = (rest: Partial<Rule>): Rule => ({ id: 'di', gate: 'data-validate', metric: '/di', ...rest });
const withMetrics = (metrics: Record<string, Json>) => [evidence({ metrics })];
const pipeline = { gates: ['data-validate'] };

describe('a rule', () => {
  // The first five rows are the fail-open traps of Rego and CEL: none may pass on damaged evidence.
  test.each<[string, Record<string, Json>, Partial<Rule>, Verdict]>([
    ['a figure that is good', { di: 0.9 }, { min: 0.8 }, 'pass'],
    ['a figure that is not', { di: 0.5 }, { min: 0.8 }, 'fail'],
    ['a missing figure', {}, { min: 0.8 }, 'error'],
    ['text for a number', { di: '0.9' }, { min: 0.8 }, 'error'],
    ['null for a number', { di: null }, { min: 0.8 }, 'error'],
    ['a list for a number', { di: [0.9] }, { min: 0.8 }, 'error'],
    ['a truthy number for true', { di: 1 }, { equals: true }, 'error'],
    ['the text true for true', { di: 'true' }, { equals: true }, 'error'],
    ['true', { di: true }, { equals: true }, 'pass'],
    ['other text', { di: 'b' }, { equals: 'a' }, 'fail'],
    ['a number above the greatest', { di: 9 }, { max: 8 }, 'fail'],
    ['the bounds themselves', { di: 8 }, { min: 8, max: 8 }, 'pass'],
    ['a property of the prototype', {}, { metric: '/constructor/name', equals: 'Object' }, 'error'],
    ['the length of text', { di: 'four' }, { metric: '/di/length', min: 1 }, 'error'],
    ['a figure inside a list', { di: [{ v: 3 }] }, { metric: '/di/0/v', min: 3 }, 'pass'],
    ['an escaped name', { 'a/b~c': 3 }, { metric: '/a~1b~0c', equals: 3 }, 'pass'],
  ])('meets %s', async (_, metrics, rest, verdict) => {
    const result = await judge({ store: withMetrics(metrics), pipeline, settings: { rules: [rule(rest)] } });
    expect(checkIn(result, 'rule-di')?.status).toBe(verdict);
    expect(result.verdict).toBe(verdict);
  });

  test('without evidence to apply it to is an error', async () => {
    const rules = [rule({ gate: 'fairness-gate', min: 1 })];
    expect((await judge({ store: [evidence()], pipeline, settings: { rules } })).verdict).toBe('error');
  });

  test('of a gate after training waits before it', async () => {
    const rules = [rule({ gate: 'fairness-gate', min: 1 })];
    const before = { ...pipeline, stage: 'before-training' as const };
    const result = await judge({ store: [evidence()], pipeline: before, settings: { rules } });
    expect(result.verdict).toBe('pass');
  });
});

describe('a policy file', () => {
  const judgeFile = async (text: string, file = 'policy.yml') => {
    const ports = makePorts();
    await ports.files.write(file, text);
    await ports.evidence.put(evidence({ metrics: { rows: 10 } }));
    const facts = { name: 'pd', datasets: {}, waivers: [], ...pipeline };
    return policyGate.judge({ settings: { policy: [file] }, pipeline: facts, ports });
  };

  test.each([
    [
      'YAML',
      'version: 1\nrules:\n  - {id: rows, gate: data-validate, metric: /rows, min: 11, because: too few}\n',
    ],
    ['JSON', '{"version":1,"rules":[{"id":"rows","gate":"data-validate","metric":"/rows","min":11}]}'],
  ])('in %s is applied', async (_, text) => {
    const { checks } = await judgeFile(text);
    expect(checks.find(({ id }) => id === 'policy-gate/rule-rows')?.status).toBe('fail');
  });

  test.each([
    ['empty', '', /policy/],
    ['without rules', 'version: 1\nrules: []\n', /policy\.yml:2:8.*rules/],
    [
      'with an unknown key',
      'version: 1\nrules:\n  - {id: a, gate: scan-deps, metric: /x, minimum: 1}\n',
      /policy\.yml:3/,
    ],
    [
      'with a rule that asks nothing',
      'version: 1\nrules:\n  - {id: a, gate: scan-deps, metric: /x}\n',
      /rule a accepts everything/,
    ],
    [
      'with a number as text',
      'version: 1\nrules:\n  - {id: a, gate: scan-deps, metric: /x, min: "1"}\n',
      /policy\.yml:3.*number/,
    ],
    ['with a key twice', 'version: 1\nversion: 1\n', /policy\.yml:2/],
    ['with an alias', 'version: &v 1\nrules: *v\n', /alias/],
    ['that is broken', 'version: [1\n', /policy\.yml/],
    [
      'with one id twice',
      'version: 1\nrules:\n  - {id: a, gate: scan-deps, metric: /x, min: 1}\n  - {id: a, gate: scan-deps, metric: /y, min: 1}\n',
      /two rules/,
    ],
  ])('%s is a config error', async (_, text, words) => {
    const judging = judgeFile(text);
    await expect(judging).rejects.toMatchObject({ kind: 'config' });
    await expect(judging).rejects.toThrow(words);
  });
});

test('hostile names and values stay within what evidence may hold', async () => {
  const long = '\u202e::error::'.repeat(2000);
  const store = withMetrics({ di: long });
  const result = await judge({ store, pipeline, settings: { rules: [rule({ equals: 'a' })] } });
  expect(result.verdict).toBe('fail');
  expect(textOf(result).length).toBeLessThan(4096);
});
