import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { duckDbSpeaker } from '../../src/data-validate/duckdb/speaker.js';
import { loadedName } from '../../src/data-validate/duckdb-source.js';
import { measure } from '../../src/data-validate/measure.js';
import { figureIn, type Interpolation, type Metric } from '../../src/data-validate/plan.js';
import type { Table } from '../../src/data-validate/table.js';
import { makePorts } from '../ports.js';

const interpolations = ['linear', 'nearest', 'lower', 'higher', 'midpoint'] as const;
const shares = [0, 0.01, 0.1, 0.25, 1 / 3, 0.5, 0.75, 0.9, 0.99, 1];

/** As `numpy.quantile`. */
function expected(values: readonly number[], share: number, interpolation: Interpolation): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(position)] ?? 0, sorted[Math.ceil(position)] ?? 0];
  const fraction = position - Math.floor(position);
  const nearest = fraction > 0.5 || (fraction === 0.5 && Math.floor(position) % 2 === 1) ? high : low;
  return {
    linear: low + (high - low) * fraction,
    nearest,
    lower: low,
    higher: high,
    midpoint: fraction === 0 ? low : (low + high) / 2,
  }[interpolation];
}

test('quantiles are exact, whatever is missing and however they lie between values', async () => {
  const session = await (await makePorts().engine()).open([]);
  await session.rows(`CREATE TABLE ${loadedName('t')} (c0 DOUBLE)`);
  const speaker = duckDbSpeaker(session);
  const metrics: readonly Metric[] = interpolations.flatMap((interpolation) =>
    shares.map((at) => ({ kind: 'quantile' as const, column: 0, at, interpolation })),
  );
  const rows = fc.array(fc.option(fc.integer({ min: -50, max: 50 }), { freq: 4 }), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(rows, async (values) => {
      await session.rows(`DROP TABLE ${loadedName('t')}`);
      const list =
        values.length === 0
          ? '[]::DOUBLE[]'
          : `[${values.map((value) => value ?? 'NULL').join(', ')}]::DOUBLE[]`;
      await session.rows(`CREATE TABLE ${loadedName('t')} AS SELECT unnest(${list}) AS c0`);
      const table: Table = {
        format: 'arrow',
        partitions: [],
        files: [{ path: 't', shown: 't', rows: values.length, newline: '\n', folders: [] }],
        columns: [{ name: 'x', type: 'number', declared: 'DOUBLE' }],
      };
      const figures = await measure(speaker, { table, others: new Map() }, metrics, 't');
      const present = values.filter((value) => value !== null);
      for (const metric of metrics) {
        if (metric.kind !== 'quantile') continue;
        const found = figureIn(figures, metric);
        const wanted = expected(present, metric.at, metric.interpolation);
        if (wanted === null) expect(found).toBeNull();
        else expect(found).toBeCloseTo(wanted, 9);
      }
    }),
    { numRuns: 60 },
  );
  await session.close();
}, 60_000);
