import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readAnnounced } from '../../src/run/announced.js';
import { makePorts } from '../ports.js';

const { files } = makePorts();
const [a, b] = ['a'.repeat(64), 'b'.repeat(64)];
const needs = (value: string, name = 'evidence-digest') =>
  JSON.stringify({ gates: { result: 'failure', outputs: { [name]: value, report: 'x.html' } } });

test.each([
  ['separated by a space', `sha256:${a} sha256:${b}`],
  ['in lines', `sha256:${a}\nsha256:${b}\n`],
  ['as a list', JSON.stringify([`sha256:${a}`, `sha256:${b}`])],
  [
    'as an object, empty where a gate did not run',
    JSON.stringify({ x: `sha256:${a}`, y: [`sha256:${b}`], z: '' }),
  ],
])('several digests of one job are read %s', async (_, value) => {
  for (const name of ['evidence-digests', 'evidence-digest-data-validate']) {
    const announced = await readAnnounced(needs(value, name), files);
    expect([...announced]).toEqual([
      [a, ['gates']],
      [b, ['gates']],
    ]);
  }
});

test('a job that got no further, or has no outputs, announces nothing', async () => {
  expect((await readAnnounced(needs(''), files)).size).toBe(0);
  expect((await readAnnounced('{"judge":{"result":"skipped"}}', files)).size).toBe(0);
});

test('one digest that two jobs announce names both', async () => {
  const outputs = { 'evidence-digest': `sha256:${a}` };
  const announced = await readAnnounced(JSON.stringify({ one: { outputs }, two: { outputs } }), files);
  expect(announced.get(a)).toEqual(['one', 'two']);
});

test('a file is read as the text itself is', async () => {
  await files.write('needs.json', needs(`sha256:${a}`));
  expect([...(await readAnnounced('needs.json', files)).keys()]).toEqual([a]);
});

test.each([
  ['no file', 'nowhere.json'],
  ['a list', '{"a":[]}'],
  ['two readings', '{"a":{},"a":{}}'],
  ['an output that is a number', '{"a":{"outputs":{"evidence-digest":7}}}'],
  ['a digest cut short', '{"a":{"outputs":{"evidence-digest":"sha256:abc"}}}'],
  ['a digest in capitals', `{"a":{"outputs":{"evidence-digest":"sha256:${'A'.repeat(64)}"}}}`],
  ['true', '{"a":{"outputs":{"evidence-digest":"true"}}}'],
  ['a number in a list', '{"a":{"outputs":{"evidence-digest":"[1]"}}}'],
  ['outputs that are text', '{"a":{"outputs":"sha256:"}}'],
  ['very long', `{"a":{"outputs":{"evidence-digest":"${'😀'.repeat(9000)}"}}}`],
])('`expect` that is %s is an error', async (_, given) => {
  await expect(readAnnounced(given, files)).rejects.toMatchObject({ kind: 'input' });
});

interface Job {
  readonly needs?: string | readonly string[];
  readonly outputs?: Readonly<Record<string, string>>;
  readonly steps?: readonly { readonly with?: { readonly expect?: string } }[];
}

test.each(['gate', 'release'])('every digest that the jobs of %s.yml hand on is read', async (name) => {
  const file = path.join(import.meta.dirname, `../../.github/workflows/${name}.yml`);
  const { jobs }: { readonly jobs: Readonly<Record<string, Job>> } = parse(readFileSync(file, 'utf8'));
  const expecting = Object.values(jobs).filter(({ steps }) =>
    steps?.some((step) => step.with?.expect?.includes('toJSON(needs)')),
  );
  expect(expecting.length).toBeGreaterThan(0);
  for (const { needs: before = [] } of expecting) {
    const digests = new Set<string>();
    const fill = (output: string) =>
      output.replaceAll(/\$\{\{[^}]*evidence-digest[^}]*\}\}/g, (expression) => {
        const digest = createHash('sha256').update(expression).digest('hex');
        digests.add(digest);
        return `sha256:${digest}`;
      });
    const context = [before].flat().map((job) => {
      const outputs = Object.entries(jobs[job]?.outputs ?? {}).map(([key, value]) => [key, fill(value)]);
      return [job, { result: 'success', outputs: Object.fromEntries(outputs) }];
    });
    const announced = await readAnnounced(JSON.stringify(Object.fromEntries(context)), files);
    expect(new Set(announced.keys())).toEqual(digests);
    expect([...announced.values()].flat().sort()).toEqual(expect.arrayContaining([before].flat().sort()));
  }
});
