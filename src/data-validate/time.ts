const pattern =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/;

/**
 * A day or time of ISO 8601 as SQL writes it, in UTC and to the microsecond: `2020-01-31 10:00:00.000000`. Without an offset it
 * is taken as UTC. Undefined for any other text.
 */
export function toSqlTime(text: string): string | undefined {
  const [, day, minute = '00:00', second = '00', fraction = '', offset = 'Z'] = pattern.exec(text) ?? [];
  if (day === undefined || !existsInCalendar(day)) return undefined;
  const moment = Date.parse(`${day}T${minute}:${second}${isoOffset(offset)}`);
  if (Number.isNaN(moment)) return undefined;
  return `${new Date(moment).toISOString().slice(0, 19).replace('T', ' ')}.${fraction.slice(0, 6).padEnd(6, '0')}`;
}

/** `Date.parse` would take 30 February for 1 March. */
function existsInCalendar(day: string): boolean {
  const moment = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(day);
}

function isoOffset(offset: string): string {
  if (offset === 'Z') return offset;
  const digits = offset.slice(1).replace(':', '').padEnd(4, '0');
  return `${offset.slice(0, 1)}${digits.slice(0, 2)}:${digits.slice(2)}`;
}
