import type { ColumnRules } from '../settings.js';
import { type ColumnSketch, forms } from './sketch.js';
import { wilsonUpper } from './wilson.js';

export interface SuggestedColumn {
  readonly name: string;
  readonly rules: ColumnRules;
  /** Why each bound is what it is, for the person who keeps the suite. */
  readonly why: string;
}

/** Under so few values nothing but the type can be said. */
const fewValues = 30;

/** Rules that a fresh sample of the same source meets: what was seen, with room for what a sample of this size can have missed. */
export function suggestColumn(sketch: ColumnSketch): SuggestedColumn {
  const values = sketch.rows - sketch.nulls;
  const type = typeOf(sketch, values);
  const unique = isKey(sketch, type, values);
  const told = [`${sketch.nulls} of ${sketch.rows} rows without a value`, `${sketch.distinct} distinct`];
  const base = { ...(type && { type }), 'max-null-share': looser(wilsonUpper(sketch.nulls, sketch.rows)) };
  if (values < fewValues) return { name: sketch.name, rules: base, why: told.join(', ') };
  const members = unique ? undefined : membersOf(sketch, type, values);
  const range = members || unique ? undefined : rangeOf(sketch, type);
  const regex = sketch.forms[0];
  const rules: ColumnRules = {
    ...base,
    ...(unique && { unique: true }),
    ...(members && { in: [...members] }),
    ...range,
    ...(type === 'text' && !members && regex !== undefined && { regex: forms[regex] ?? '' }),
    ...(type === 'text' && !members && sketch.longest <= 5000 && { 'max-length': 2 * sketch.longest }),
  };
  const tolerant = members || range || rules.regex || rules['max-length'];
  const mostly = unique ? 1 : floorShare(1 - wilsonUpper(0, values));
  return {
    name: sketch.name,
    rules: tolerant && mostly < 1 ? { ...rules, mostly } : rules,
    why: [...told, ...(regex ? [`all of the form ${regex}`] : [])].join(', '),
  };
}

/** The type that every value has. */
function typeOf({ types }: ColumnSketch, values: number): ColumnRules['type'] {
  if (values === 0) return undefined;
  const count = (...of: readonly ('integer' | 'number' | 'date' | 'timestamp' | 'boolean')[]) =>
    of.reduce((sum, type) => sum + (types.get(type) ?? 0), 0);
  if (count('integer') === values) return 'integer';
  if (count('integer', 'number') === values) return 'number';
  if (count('boolean') === values) return 'boolean';
  if (count('date') === values) return 'date';
  if (count('date', 'timestamp') === values) return 'timestamp';
  // A column of numbers with a few strays is one of numbers with faults, or of text: a person must say which.
  return (types.get('other') ?? 0) > 0 || count('integer', 'number') > 0.5 * values ? undefined : 'text';
}

/** Unique by more than chance: whole numbers or texts, no value absent, and a name that says so. */
function isKey({ name, distinct, nulls }: ColumnSketch, type: ColumnRules['type'], values: number): boolean {
  const named =
    /(?:^|[_\s-])(?:id|key|uuid|guid)$|^(?:id|key|uuid)/i.test(name) || /(?:Id|ID|Key)$/.test(name);
  return distinct === values && nulls === 0 && named && (type === 'integer' || type === 'text');
}

/** Few values, each of which comes often enough that hardly one is still to be seen. */
function membersOf({ values: seen }: ColumnSketch, type: ColumnRules['type'], values: number) {
  const isSet = type === 'text' || type === 'integer' || type === 'boolean';
  if (!isSet || seen.length === 0 || values < 20 * seen.length) return undefined;
  return seen
    .map(({ text, number }) =>
      type === 'integer' && number !== null
        ? number
        : type === 'boolean'
          ? text.toLowerCase() === 'true'
          : text,
    )
    .sort((a, b) => (a < b ? -1 : 1));
}

/** The middle 98 % with as much again on either side, and at least all that was seen; a sign that never changed stays. */
function rangeOf({ numbers }: ColumnSketch, type: ColumnRules['type']) {
  if (!numbers || (type !== 'integer' && type !== 'number')) return undefined;
  const { min, max, low, high } = numbers;
  const margin = Math.max(high - low, (max - min) / 2, Math.abs(max) * 0.1, 1e-9);
  const least = Math.min(low - margin, min - 0.25 * (max - min));
  const greatest = Math.max(high + margin, max + 0.25 * (max - min));
  return {
    min: min >= 0 ? Math.max(0, readable(least, Math.floor)) : readable(least, Math.floor),
    max: max <= 0 ? Math.min(0, readable(greatest, Math.ceil)) : readable(greatest, Math.ceil),
  };
}

/** Two significant digits, away from the data. */
function readable(value: number, round: (x: number) => number): number {
  if (value === 0) return 0;
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1);
  return Number((round(value / unit) * unit).toPrecision(12));
}

function looser(share: number): number {
  return Math.min(1, Math.ceil(share * 1000) / 1000);
}

function floorShare(share: number): number {
  return Math.floor(share * 1000) / 1000;
}
