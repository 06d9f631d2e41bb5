#!/usr/bin/env node
// Trains a logistic regression on data/train.csv and saves it as model/model.safetensors + model/config.json.
// Newton's method (iteratively reweighted least squares) with a small ridge penalty; needs nothing but Node.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readCsv } from './csv.mjs';
import { featureNames, features } from './features.mjs';

const ridge = 1e-3;
const { rows } = readCsv(path.join('data', 'train.csv'));
const x = rows.map(features);
const y = rows.map((row) => Number(row.defaulted));

const count = featureNames.length;
const mean = Array.from({ length: count }, (_, j) => x.reduce((sum, row) => sum + row[j], 0) / x.length);
const scale = mean.map(
  (m, j) => Math.sqrt(x.reduce((sum, row) => sum + (row[j] - m) ** 2, 0) / x.length) || 1,
);
const design = x.map((row) => [1, ...row.map((value, j) => (value - mean[j]) / scale[j])]);

let weights = new Array(count + 1).fill(0);
for (let step = 0; step < 12; step++) weights = newtonStep(weights);

function newtonStep(w) {
  const size = w.length;
  const gradient = w.map((value, j) => (j === 0 ? 0 : -ridge * value));
  const hessian = w.map((_, i) => w.map((__, j) => (i === j && i > 0 ? ridge : 0)));
  design.forEach((row, n) => {
    const p = 1 / (1 + Math.exp(-row.reduce((sum, value, j) => sum + value * w[j], 0)));
    for (let i = 0; i < size; i++) {
      gradient[i] += (y[n] - p) * row[i];
      for (let j = 0; j <= i; j++) hessian[i][j] += p * (1 - p) * row[i] * row[j];
    }
  });
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) hessian[j][i] = hessian[i][j];
  const step = solve(hessian, gradient);
  return w.map((value, i) => value + step[i]);
}

/** Gaussian elimination with partial pivoting. */
function solve(matrix, right) {
  const a = matrix.map((row, i) => [...row, right[i]]);
  const n = a.length;
  for (let i = 0; i < n; i++) {
    let pivot = i;
    for (let r = i + 1; r < n; r++) if (Math.abs(a[r][i]) > Math.abs(a[pivot][i])) pivot = r;
    [a[i], a[pivot]] = [a[pivot], a[i]];
    for (let r = i + 1; r < n; r++) {
      const factor = a[r][i] / a[i][i];
      for (let c = i; c <= n; c++) a[r][c] -= factor * a[i][c];
    }
  }
  const solution = new Array(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let rest = a[i][n];
    for (let c = i + 1; c < n; c++) rest -= a[i][c] * solution[c];
    solution[i] = rest / a[i][i];
  }
  return solution;
}

/** The safetensors layout: length of the header (u64, little endian), JSON header padded to 8 bytes, raw tensors. */
function safetensors(tensors) {
  const header = {};
  const chunks = [];
  let offset = 0;
  for (const [name, values] of Object.entries(tensors)) {
    const bytes = Buffer.from(Float32Array.from(values).buffer);
    header[name] = { dtype: 'F32', shape: [values.length], data_offsets: [offset, offset + bytes.length] };
    offset += bytes.length;
    chunks.push(bytes);
  }
  const json = JSON.stringify(header);
  const text = Buffer.from(json.padEnd(Math.ceil(json.length / 8) * 8, ' '));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  return Buffer.concat([length, text, ...chunks]);
}

mkdirSync('model', { recursive: true });
writeFileSync(
  path.join('model', 'model.safetensors'),
  safetensors({ bias: [weights[0]], mean, scale, weights: weights.slice(1) }),
);
writeFileSync(
  path.join('model', 'config.json'),
  `${JSON.stringify({ model_type: 'logistic-regression', target: 'defaulted', features: featureNames, ridge }, null, 2)}\n`,
);
