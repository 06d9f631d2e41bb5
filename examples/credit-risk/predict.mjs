#!/usr/bin/env node
// Scores data/test.csv with the model and writes out/predictions.csv: chance of default, outcome, protected attributes.
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readCsv, writeCsv } from './csv.mjs';
import { features } from './features.mjs';

const bytes = readFileSync(path.join('model', 'model.safetensors'));
const headerLength = Number(bytes.readBigUInt64LE(0));
const header = JSON.parse(bytes.subarray(8, 8 + headerLength).toString());
const tensor = (name) => {
  const [from, to] = header[name].data_offsets;
  const raw = Uint8Array.from(bytes.subarray(8 + headerLength + from, 8 + headerLength + to));
  return new Float32Array(raw.buffer);
};
const [bias, mean, scale, weights] = ['bias', 'mean', 'scale', 'weights'].map(tensor);

const score = (row) => {
  const logit = features(row).reduce(
    (sum, value, j) => sum + ((value - mean[j]) / scale[j]) * weights[j],
    bias[0],
  );
  return (1 / (1 + Math.exp(-logit))).toFixed(6);
};

const { rows } = readCsv(path.join('data', 'test.csv'));
mkdirSync('out', { recursive: true });
writeCsv(
  path.join('out', 'predictions.csv'),
  ['id', 'score', 'defaulted', 'sex', 'age_group'],
  rows.map((row) => ({
    id: row.id,
    score: score(row),
    defaulted: row.defaulted,
    sex: row.sex,
    age_group: row.age_group,
  })),
);
