import type { Check } from '../gate/check.js';
import type { Json, JsonObject } from '../gate/json.js';
import type { GateResult } from '../gate/result.js';
import type { Cell, Section } from '../gate/section.js';

/** More columns than this are no figure that anyone reads; the evidence has them all. */
const mostColumns = 200;

/** What is beside the checks: what fell short, and what each dataset is made of. */
export function report({ checks, metrics }: GateResult): readonly Section[] {
  const datasets = Object.entries(objectOf(metrics.datasets));
  return [
    ...failing(checks),
    ...datasets.flatMap(([name, dataset]) => datasetSections(name, objectOf(dataset))),
  ];
}

function failing(checks: readonly Check[]): readonly Section[] {
  const failed = checks.filter(
    ({ status, facts }) => facts.expectation !== undefined && ['fail', 'warn'].includes(status),
  );
  if (failed.length === 0) return [];
  return [
    {
      kind: 'table',
      title: 'Expectations that the data fell short of',
      columns: [
        { label: 'dataset' },
        { label: 'expectation' },
        { label: 'column' },
        { label: 'rows short', numeric: true },
        { label: 'share, %', numeric: true },
        { label: 'observed' },
      ],
      rows: failed.map(({ facts, observed }) => [
        cellOf(facts.dataset),
        cellOf(facts.expectation),
        cellOf(facts.column ?? facts.columns),
        cellOf(facts.unexpectedCount),
        cellOf(facts.unexpectedPercent),
        facts.unexpectedCount === undefined ? cellOf(observed) : null,
      ]),
    },
  ];
}

function datasetSections(name: string, { rows, columns, owner, profile }: JsonObject): readonly Section[] {
  const all = Array.isArray(profile) ? profile.map(objectOf) : [];
  if (all.length === 0) return [];
  const shown = all.slice(0, mostColumns);
  const share = (nulls: unknown) =>
    typeof nulls === 'number' && typeof rows === 'number' && rows > 0 ? nulls / rows : 0;
  const note = `${String(rows)} rows, ${String(columns)} columns${shown.length < all.length ? `; the first ${mostColumns} are shown` : ''}.`;
  return [
    {
      kind: 'table',
      title: `Columns of ${name}`,
      note: `${note}${owner === undefined ? '' : ` Owner of the source: ${String(owner)}.`} The number of distinct values is an estimate.`,
      columns: [
        { label: 'column' },
        { label: 'type' },
        { label: 'no value, %', numeric: true },
        { label: 'distinct, about', numeric: true },
        { label: 'least', numeric: true },
        { label: 'greatest', numeric: true },
      ],
      rows: shown.map(({ name: column, type, nulls, distinct, min, max }) => [
        cellOf(column),
        cellOf(type),
        Number((share(nulls) * 100).toPrecision(3)),
        cellOf(distinct),
        cellOf(min),
        cellOf(max),
      ]),
    },
    {
      kind: 'bars',
      title: `Rows of ${name} without a value`,
      axis: 'share of rows',
      rows: shown.map(({ name: column, nulls }) => ({ label: String(column), value: share(nulls) })),
    },
  ];
}

function objectOf(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

function cellOf(value: Json | undefined): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number') return value;
  return Array.isArray(value) ? value.join(', ') : JSON.stringify(value);
}
