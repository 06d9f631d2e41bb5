#!/usr/bin/env node
// Raw data → processed data: drops applications without an income and splits the rest by id, 7 : 3, so that a person
// is always on the same side however often the data is drawn again.
import { createHash } from 'node:crypto';
import path from 'node:path';
import { readCsv, writeCsv } from './csv.mjs';

const data = path.join(process.cwd(), 'data');
const { columns, rows } = readCsv(path.join(data, 'applicants.csv'));
const complete = rows.filter((row) => row.income !== '');
const isTest = (row) => createHash('sha256').update(row.id).digest()[0] < 0.3 * 256;

writeCsv(
  path.join(data, 'train.csv'),
  columns,
  complete.filter((row) => !isTest(row)),
);
writeCsv(path.join(data, 'test.csv'), columns, complete.filter(isTest));
