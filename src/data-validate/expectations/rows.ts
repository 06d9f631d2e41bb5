import type { RowsAsk } from '../ask.js';
import { nearestName, quoteName } from '../names.js';
import { allOf, countWhere, type Metric, missing, not, type Predicate, rowCount } from '../plan.js';
import { positionOf, type Table } from '../table.js';
import { toSqlTime } from '../time.js';

/** A rule names a column that is not there. */
export class AbsentColumn extends Error {
  override readonly name = 'AbsentColumn';
}

/** @throws AbsentColumn */
export function at(table: Table, name: string): number {
  const position = positionOf(table, name);
  if (position !== undefined) return position;
  const near = nearestName(
    name,
    table.columns.map((c) => c.name),
  );
  throw new AbsentColumn(`there is no column ${quoteName(name)}${near}`);
}

export const nothing: Predicate = { kind: 'any', of: [] };

export function rowsAsk(
  unexpected: Metric,
  considered: Metric,
  where: Predicate,
  mostly: number | undefined,
): RowsAsk {
  const tolerance = { kind: 'mostly', least: mostly ?? 1 } as const;
  return { kind: 'rows', unexpected, considered, rows: { where }, tolerance };
}

/** Of the rows that `among` means (all unless given), those that do not meet it fall short. */
export function rowsMeeting(
  meets: Predicate,
  { mostly }: { readonly mostly?: number },
  among?: Predicate,
): RowsAsk {
  const where = among ? allOf(among, not(meets)) : not(meets);
  return rowsAsk(countWhere(where), among ? countWhere(among) : rowCount, where, mostly);
}

/** Of the cells of a column that have a value. */
export function cellsMeeting(
  table: Table,
  args: { readonly column: string; readonly mostly?: number },
  meets: (column: number) => Predicate,
): RowsAsk {
  const position = at(table, args.column);
  return rowsMeeting(meets(position), args, not(missing(position)));
}

/** Every row of a combination that comes more than once falls short. */
export function rowsUnrepeated(
  columns: readonly number[],
  where: Predicate | undefined,
  mostly: number | undefined,
): RowsAsk {
  const metric: Metric = { kind: 'repeated', columns, ...(where && { where }) };
  const asked = rowsAsk(metric, where ? countWhere(where) : rowCount, where ?? allOf(), mostly);
  return { ...asked, rows: { where: where ?? allOf(), repeated: columns } };
}

/** Members of a set, each looked for as what it is: in a column of times, texts that are times are times. */
export function among(
  table: Table,
  column: number,
  set: readonly (number | string | boolean | null)[],
): Predicate {
  const type = table.columns[column]?.type;
  const texts = set.filter((member) => typeof member === 'string');
  const times = type === 'date' || type === 'timestamp' ? texts.flatMap((text) => toSqlTime(text) ?? []) : [];
  const members: Predicate = {
    kind: 'among',
    column,
    numbers: set.filter((member) => typeof member === 'number'),
    texts,
    booleans: set.filter((member) => typeof member === 'boolean'),
    ...(times.length > 0 && { times }),
  };
  return set.includes(null) ? { kind: 'any', of: [members, missing(column)] } : members;
}
