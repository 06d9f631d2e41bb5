#!/usr/bin/env node
// Makes data/applicants.csv: 10 000 made-up consumer-credit applications, the same bytes on every machine.
//
// Nobody in it exists. Incomes are log-normal, the loan follows income and purpose, and the chance of default follows a
// logistic model of debt ratio, prior defaults, years in the job and home ownership. `sex` and `age_group` are protected
// attributes: they are recorded so that the fairness gate can look, and the model never sees them. They are correlated with
// income and years in the job a little, as in life, so that equal treatment is not automatic.
import { writeFileSync } from 'node:fs';
import path from 'node:path';

const rows = 10_000;
const random = mulberry32(20_260_117);

/** A small seeded generator (Tommy Ettinger's mulberry32): 32 bits of state, uniform in [0, 1). */
function mulberry32(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The sum of twelve uniforms is near enough to normal and, unlike Math.log and Math.cos, the same to the bit everywhere. */
const normal = (mean, deviation) => {
  let sum = 0;
  for (let i = 0; i < 12; i++) sum += random();
  return mean + (sum - 6) * deviation;
};
const clamp = (low, value, high) => Math.min(high, Math.max(low, value));
const choose = (weights) => {
  let left = random() * Object.values(weights).reduce((a, b) => a + b);
  for (const [name, weight] of Object.entries(weights)) {
    left -= weight;
    if (left < 0) return name;
  }
  return Object.keys(weights).at(-1);
};

const columns = [
  'id',
  'applied_on',
  'sex',
  'age',
  'age_group',
  'country',
  'purpose',
  'income',
  'loan_amount',
  'term_months',
  'debt_ratio',
  'years_in_job',
  'prior_defaults',
  'owns_home',
  'defaulted',
];

function applicant(index) {
  const sex = random() < 0.48 ? 'female' : 'male';
  const age = Math.round(clamp(19, normal(43, 13), 84));
  const yearsInJob = Math.round(clamp(0, normal((age - 18) * 0.3, 3.5), age - 18));
  const income =
    Math.round(
      clamp(9_000, 34_000 + normal(0, 11_000) + yearsInJob * 420 + (sex === 'male' ? 700 : 0), 160_000) / 10,
    ) * 10;
  const purpose = choose({ car: 34, home_improvement: 26, consolidation: 24, education: 9, other: 7 });
  const loan = Math.round(clamp(1_000, income * clamp(0.05, normal(0.28, 0.12), 1.2), 75_000) / 100) * 100;
  const term = Number(choose({ 12: 10, 24: 22, 36: 31, 48: 22, 60: 15 }));
  const debtRatio = Math.round(clamp(0.02, normal(0.29, 0.11) + (loan / income) * 0.2, 0.95) * 1000) / 1000;
  const priorDefaults = Number(choose({ 0: 83, 1: 12, 2: 4, 3: 1 }));
  const ownsHome = random() < clamp(0.1, 0.3 + age / 240, 0.8);
  const risk = 9 * (debtRatio - 0.36) + 0.95 * priorDefaults - 0.035 * yearsInJob - (ownsHome ? 0.4 : 0);
  // A rational sigmoid: bit-identical on every platform, which Math.exp does not promise.
  const chance = clamp(0.004, 0.11 * (1 + risk / (1 + Math.abs(risk) * 0.45) / 0.9), 0.85);
  return {
    id: `A${String(100_000 + index)}`,
    applied_on: new Date(Date.UTC(2025, 0, 1) + Math.floor(random() * 365) * 86_400_000)
      .toISOString()
      .slice(0, 10),
    sex,
    age,
    age_group: age < 30 ? 'under 30' : age < 50 ? '30 to 49' : '50 and over',
    country: choose({ DE: 46, FR: 31, NL: 14, AT: 9 }),
    purpose,
    income: random() < 0.004 ? '' : income,
    loan_amount: loan,
    term_months: term,
    debt_ratio: debtRatio,
    years_in_job: yearsInJob,
    prior_defaults: priorDefaults,
    owns_home: ownsHome,
    defaulted: random() < chance ? 1 : 0,
  };
}

const lines = [columns.join(',')];
for (let i = 1; i <= rows; i++) {
  const row = applicant(i);
  lines.push(columns.map((name) => row[name]).join(','));
}
writeFileSync(path.join(import.meta.dirname, 'data', 'applicants.csv'), `${lines.join('\n')}\n`);
