import type { Check } from '../gate/check.js';
import type { Json, JsonObject } from '../gate/json.js';
import type { GateResult } from '../gate/result.js';
import type { Cell, Section } from '../gate/section.js';
import { changesSection } from './suite-changes.js';

/** More columns than this are no figure that anyone reads; the evidence has them all. */
const mostColumns = 200;

/** Evidence may be of another version. */
const mostBins = 1000;

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

function datasetSections(
  name: string,
  { rows, columns, owner, profile, suiteChanges }: JsonObject,
): readonly Section[] {
  const changed = suiteChanges === undefined ? [] : [changesSection(name, objectOf(suiteChanges))];
  const all = Array.isArray(profile) ? profile.map(objectOf) : [];
  if (all.length === 0) return changed;
  const shown = all.slice(0, mostColumns);
  const share = (nulls: unknown) =>
    typeof nulls === 'number' && typeof rows === 'number' && rows > 0 ? nulls / rows : 0;
  const note = `${String(rows)} rows, ${String(columns)} columns${shown.length < all.length ? `; the first ${mostColumns} are shown` : ''}.`;
  return [
    ...changed,
    {
      kind: 'histograms',
      title: `Columns of ${name}`,
      note: `${note}${owner === undefined ? '' : ` Owner of the source: ${String(owner)}.`}`,
      rows: shown.map(({ name: column, type, nulls, distinct, min, max, histogram }) => ({
        label: String(column),
        detail: `${String(type)}${typeof distinct === 'number' ? `, about ${distinct} distinct` : ''}`,
        counts: countsIn(objectOf(histogram)),
        least: endOf(min, type),
        greatest: endOf(max, type),
        empty: share(nulls),
      })),
    },
  ];
}

/** A day has no time. */
function endOf(end: Json | undefined, type: Json | undefined): Cell {
  return type === 'date' && typeof end === 'string' ? end.slice(0, 10) : cellOf(end);
}

/** Empty bins too, so that what is far apart is drawn so. */
function countsIn({ bins }: JsonObject): readonly number[] {
  const all = (Array.isArray(bins) ? bins : []).filter(isBin);
  const [[first] = [0], [last] = [0]] = [all[0], all.at(-1)];
  const counts = new Map(all);
  if (all.length === 0 || last - first >= mostBins) return [];
  return Array.from({ length: last - first + 1 }, (_, i) => counts.get(first + i) ?? 0);
}

function isBin(value: unknown): value is readonly [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => Number.isSafeInteger(part));
}

function objectOf(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

function cellOf(value: Json | undefined): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number') return value;
  return Array.isArray(value) ? value.join(', ') : JSON.stringify(value);
}
