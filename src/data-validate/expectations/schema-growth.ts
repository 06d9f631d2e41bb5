import type { SchemaAsk } from '../ask.js';
import { quoteName } from '../names.js';
import type { CellType } from '../plan.js';
import type { Column, Table } from '../table.js';

export type Change = 'new-columns' | 'removed-columns' | 'widened-types' | 'reordered';

/** Types that hold every value of another. */
const wider: Readonly<Partial<Record<CellType, readonly CellType[]>>> = {
  integer: ['number', 'text'],
  number: ['text'],
  boolean: ['text'],
  date: ['timestamp', 'text'],
  timestamp: ['text'],
};

/** Whether the columns of a table may have come of those of an older one, change by change. */
export function schemaGrowth(older: Table, newer: Table, allowed: readonly Change[]): SchemaAsk {
  const found = changes(older.columns, newer.columns);
  return {
    kind: 'schema',
    problems: found
      .filter(({ change }) => change === 'other' || !allowed.includes(change))
      .map(({ what }) => what),
    observed: found.map(({ what }) => what),
    threshold: [...allowed],
  };
}

function changes(older: readonly Column[], newer: readonly Column[]) {
  const [before, after] = [byName(older), byName(newer)];
  const kept = (columns: readonly Column[], other: ReadonlyMap<string, Column>) =>
    columns.filter(({ name }) => other.has(name)).map(({ name }) => name);
  const reordered = kept(older, after).join('\n') !== kept(newer, before).join('\n');
  return [
    ...newer
      .filter(({ name }) => !before.has(name))
      .map(({ name }) => ({ change: 'new-columns' as const, what: `the column ${quoteName(name)} is new` })),
    ...older
      .filter(({ name }) => !after.has(name))
      .map(({ name }) => ({
        change: 'removed-columns' as const,
        what: `the column ${quoteName(name)} is gone`,
      })),
    ...newer.flatMap((column) => typeChange(before.get(column.name), column)),
    ...(reordered ? [{ change: 'reordered' as const, what: 'the columns stand in another order' }] : []),
  ];
}

function typeChange(before: Column | undefined, { name, type, declared }: Column) {
  if (!before || before.type === null || type === null || before.declared === declared) return [];
  const widened = before.type === type || (wider[before.type]?.includes(type) ?? false);
  const what = `${quoteName(name)} was ${before.declared} and is ${declared}`;
  return [{ change: widened ? ('widened-types' as const) : ('other' as const), what }];
}

function byName(columns: readonly Column[]): ReadonlyMap<string, Column> {
  return new Map(columns.map((column) => [column.name, column]));
}
