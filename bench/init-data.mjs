#!/usr/bin/env node
// How often a suite that `sluice init data` suggests from one half of some data fails on the other half (goal: at most 1 in 1 000), and
// which seeded faults it catches. Needs `build/` (tsc). ROUNDS splits for each of three made tables.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { dataValidate } from '../build/data-validate/gate.js';
import { suggestSuite } from '../build/data-validate/suggest/suggest-suite.js';
import { openLocalPorts } from '../build/platform/local-ports.js';

const rounds = Number(process.env.ROUNDS ?? 100);
const workspace = mkdtempSync(path.join(os.tmpdir(), 'sluice-bench-'));
const { signal } = new AbortController();
const { ports, close } = await openLocalPorts({ workspace, evidenceFolder: '.sluice', signal });
const file = (name) => path.join(workspace, name);

/** Mulberry32: the same numbers on every machine. */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function pick(random, shares) {
  let left = random();
  for (const [value, share] of shares) {
    left -= share;
    if (left < 0) return value;
  }
  return shares[0][0];
}
const normal = (random) => Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());

/** Rows with skewed numbers, rare categories and rare gaps: what makes a bound fail by chance. */
function makeRows(random, count) {
  return Array.from({ length: count }, (_, i) => ({
    id: `K${String(i).padStart(7, '0')}`,
    age: Math.floor(18 + 70 * random() ** 2),
    income: random() < 0.03 ? '' : Math.exp(10 + 0.8 * normal(random)).toFixed(2),
    score: (normal(random) * 3).toFixed(4),
    country: pick(random, [
      ['DE', 0.7],
      ['FR', 0.2],
      ['US', 0.09],
      ['LI', 0.009],
      ['VA', 0.001],
    ]),
    since: new Date(1.6e12 + random() * 1e11).toISOString().slice(0, 10),
    note: random() < 0.001 ? '' : 'x'.repeat(1 + Math.floor(random() * 30)),
    active: random() < 0.9 ? 'true' : 'false',
  }));
}

const write = (name, rows) => {
  const columns = Object.keys(rows[0] ?? {});
  writeFileSync(file(name), `${[columns, ...rows.map((row) => columns.map((c) => row[c]))].join('\n')}\n`);
};

async function suggest(rows) {
  write('learn.csv', rows);
  writeFileSync(file('suite.yml'), await suggestSuite([file('learn.csv')], ports));
}

async function failures(rows) {
  write('check.csv', rows);
  const { checks } = await dataValidate.judge({
    settings: { data: { suite: file('suite.yml') } },
    pipeline: { name: 'bench', datasets: { data: { path: file('check.csv') } }, gates: [], waivers: [] },
    ports,
  });
  return checks.filter(({ status }) => status === 'fail' || status === 'error').map(({ id }) => id);
}

const spoil = (share, change) => (rows, random) =>
  rows.map((row) => (random() < share ? { ...row, ...change(row) } : row));
const faults = {
  'a twentieth of the ages absent': spoil(0.05, () => ({ age: '' })),
  'text among numbers': spoil(0.01, () => ({ income: 'n/a' })),
  'ages ×10 in a hundredth of the rows': spoil(0.01, ({ age }) => ({ age: age * 10 })),
  'incomes ×100 everywhere': spoil(1, ({ income }) => ({ income: income && income * 100 })),
  'a category of 2 % that was never seen': spoil(0.02, () => ({ country: 'XX' })),
  'categories in lower case': spoil(1, ({ country }) => ({ country: country.toLowerCase() })),
  'ids that come twice': (rows) => [...rows.slice(0, -20), ...rows.slice(0, 20)],
  'two columns exchanged': spoil(1, ({ age, country }) => ({ age: country, country: age })),
  'texts three times as long': spoil(0.05, () => ({ note: 'y'.repeat(200) })),
  'days written otherwise': spoil(0.05, ({ since }) => ({ since: since.split('-').reverse().join('.') })),
  'truth values as 0 and 1': spoil(1, ({ active }) => ({ active: active === 'true' ? 1 : 0 })),
  'a column taken away': (rows) => rows.map(({ score: _, ...rest }) => rest),
  'half of the rows lost': (rows) => rows.slice(0, rows.length / 2),
};

let failed = 0;
let splits = 0;
for (const size of [500, 2000, 8000]) {
  for (let round = 0; round < rounds; round++) {
    const rows = makeRows(randomFrom(size * 1000 + round), 2 * size);
    await suggest(rows.slice(0, size));
    const wrong = await failures(rows.slice(size));
    splits++;
    if (wrong.length > 0) {
      failed++;
      console.log(`  ${size} rows, round ${round}: ${wrong.join(', ')}`);
    }
  }
}
console.log(
  `fresh splits that passed: ${splits - failed} of ${splits} (${((100 * (splits - failed)) / splits).toFixed(2)} %)`,
);

const random = randomFrom(7);
const rows = makeRows(random, 8000);
await suggest(rows.slice(0, 4000));
console.log('\nfault                                     caught by');
for (const [name, change] of Object.entries(faults)) {
  const wrong = await failures(change(rows.slice(4000), random));
  console.log(`${name.padEnd(41)} ${[...new Set(wrong)].join(', ') || 'nothing'}`);
}
await close();
rmSync(workspace, { recursive: true });
