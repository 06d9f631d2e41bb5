import { configError } from '../../gate/failure.js';
import {
  expectationArgs,
  expectationNames,
  isExpectationName,
  refusedExpectations,
} from '../expectations/args.js';
import { longForm } from '../native-rules.js';
import type { Rule } from '../rule.js';
import { assertShape, type Locate, unknownNameError } from '../suite-shape.js';

export type Fields = Readonly<Record<string, unknown>>;

/** Stands for the type of a rule that people alone can judge: it is told, and nothing is checked. */
export const inWords = 'in words';

/** An expectation that a foreign format asks for, and where it does. */
export interface Imported {
  readonly type: string;
  readonly kwargs: Fields;
  readonly pointer: string;
  /** Of the name, where it stands elsewhere. */
  readonly namedAt?: string;
  readonly optional?: boolean;
  readonly maxShare?: number;
}

/** @throws Failure('config') on an expectation or argument that cannot be honoured in full. */
export function ruleFrom(
  { type, kwargs, pointer, namedAt = pointer, optional, maxShare }: Imported,
  locate: Locate,
): Rule {
  const refused = refusedExpectations.get(type);
  if (refused !== undefined) throw configError(`\`${type}\`: ${refused}`, { place: locate(namedAt) });
  if (!isExpectationName(type)) throw unknownNameError(type, expectationNames, locate(namedAt));
  const args: unknown = Object.fromEntries(
    Object.entries(kwargs).filter(([, value]) => value !== null && value !== undefined),
  );
  assertShape(expectationArgs[type], args, locate, pointer);
  const rule = longForm(type, args);
  return { ...rule, ...(optional && { optional }), ...(maxShare !== undefined && { maxShare }) };
}

/** Reads one object whose every key must be known: each is taken, or is there for people alone. */
export class Reader {
  readonly pointer: string;
  readonly #fields: Fields;
  readonly #locate: Locate;

  constructor(value: unknown, pointer: string, locate: Locate) {
    this.pointer = pointer;
    this.#locate = locate;
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw configError('is no object where one is expected', { place: locate(pointer) });
    this.#fields = { ...value };
  }

  /** @throws Failure('config') naming the first key that is neither read nor documentation. */
  assertOnly(read: readonly string[], documentation: readonly string[], what: string): void {
    const odd = Object.keys(this.#fields).find((key) => !read.includes(key) && !documentation.includes(key));
    if (odd !== undefined) throw this.refuse(odd, `cannot be imported: ${what} is read without it`);
  }

  has(key: string): boolean {
    return Object.hasOwn(this.#fields, key) && this.#fields[key] !== null && this.#fields[key] !== undefined;
  }

  get(key: string): unknown {
    return this.has(key) ? this.#fields[key] : undefined;
  }

  text(key: string): string | undefined {
    const value = this.get(key);
    if (value === undefined || typeof value === 'string') return value;
    throw this.refuse(key, 'should be a text');
  }

  number(key: string): number | undefined {
    const value = this.get(key);
    if (value === undefined || typeof value === 'number') return value;
    throw this.refuse(key, 'should be a number');
  }

  flag(key: string): boolean {
    const value = this.get(key) ?? false;
    if (typeof value === 'boolean') return value;
    throw this.refuse(key, 'should be true or false');
  }

  list(key: string): readonly unknown[] {
    const value = this.get(key) ?? [];
    if (Array.isArray(value)) return value;
    throw this.refuse(key, 'should be a list');
  }

  /** One text or a list of them. */
  texts(key: string): readonly string[] {
    const value = this.get(key);
    const all = value === undefined ? [] : [value].flat();
    if (all.every((one) => typeof one === 'string')) return all;
    throw this.refuse(key, 'should be a text or a list of texts');
  }

  object(key: string): Reader {
    return new Reader(this.get(key) ?? {}, `${this.pointer}/${escapePointer(key)}`, this.#locate);
  }

  objects(key: string): readonly Reader[] {
    return this.list(key).map(
      (value, i) => new Reader(value, `${this.pointer}/${escapePointer(key)}/${i}`, this.#locate),
    );
  }

  keys(): readonly string[] {
    return Object.keys(this.#fields);
  }

  refuse(key: string, why: string) {
    return configError(`\`${key}\` ${why}`, {
      place: this.#locate(this.pointer, key),
      fix: 'write that rule in our own form, or take it away',
    });
  }
}

function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Ranges of values and of lengths; what is exclusive is so by a value of its own, as in JSON Schema since draft 6. */
export function boundsOf(column: string, reader: Reader, optional: boolean): readonly Imported[] {
  const { pointer } = reader;
  const [least, greatest] = [reader.get('minimum'), reader.get('maximum')];
  const [above, below] = [reader.get('exclusiveMinimum'), reader.get('exclusiveMaximum')];
  for (const [key, value] of [
    ['exclusiveMinimum', above],
    ['exclusiveMaximum', below],
  ] as const)
    if (typeof value === 'boolean') throw reader.refuse(key, 'is a truth value of an older draft');
  if (above !== undefined && least !== undefined)
    throw reader.refuse('exclusiveMinimum', 'stands beside `minimum`');
  if (below !== undefined && greatest !== undefined)
    throw reader.refuse('exclusiveMaximum', 'stands beside `maximum`');
  const values = {
    min_value: above ?? least,
    max_value: below ?? greatest,
    ...(above !== undefined && { strict_min: true }),
    ...(below !== undefined && { strict_max: true }),
  };
  const lengths = { min_value: reader.number('minLength'), max_value: reader.number('maxLength') };
  const hasOne = (range: { readonly min_value: unknown; readonly max_value: unknown }) =>
    range.min_value !== undefined || range.max_value !== undefined;
  return [
    ...(hasOne(values)
      ? [{ type: 'expect_column_values_to_be_between', kwargs: { column, ...values }, pointer, optional }]
      : []),
    ...(hasOne(lengths)
      ? [
          {
            type: 'expect_column_value_lengths_to_be_between',
            kwargs: { column, ...lengths },
            pointer,
            optional,
          },
        ]
      : []),
  ];
}
