import { asSchemaNode } from './schema-node.js';
import { suggest } from './suggest.js';
import type { SchemaError } from './validator.js';
import { shorten, show } from './words.js';

/** An error in words, without saying where. */
export interface Wording {
  readonly message: string;
  readonly fix?: string;
}

/** Says what was expected and what was found. `spelling` is the scalar as the file has it. */
export function describeError(error: SchemaError, spelling?: string): Wording {
  const { keyword, params, data } = error;
  switch (keyword) {
    case 'additionalProperties':
      return unknownKey(error, String(params.additionalProperty));
    case 'required':
      return lacking(error, String(params.missingProperty));
    case 'type':
      return mismatch(kinds([params.type].flat().map(String)), data, spelling);
    case 'enum':
      return unknownWord(Array.isArray(params.allowedValues) ? params.allowedValues : [], data);
    case 'anyOf':
    case 'oneOf':
      return mismatch(formsOf(error), data, spelling);
    default:
      return { message: `expected ${bound(error)}, found ${show(data)}` };
  }
}

function unknownKey({ parentSchema }: SchemaError, name: string): Wording {
  const schema = asSchemaNode(parentSchema);
  const known = Object.keys(schema.properties ?? {});
  const [pattern] = Object.keys(schema.patternProperties ?? {});
  const message = `unknown key \`${shorten(name)}\``;
  const fix = suggest(name, known) ?? (pattern && `names here must match ${pattern}`);
  return { message, ...(fix && { fix }) };
}

function lacking({ parentSchema }: SchemaError, name: string): Wording {
  const { properties = {} } = asSchemaNode(parentSchema);
  const description = properties[name]?.description;
  return {
    message: `\`${name}\` is missing`,
    ...(description && { fix: `add \`${name}\`: ${description}` }),
  };
}

function unknownWord(allowed: readonly unknown[], data: unknown): Wording {
  const fix = typeof data === 'string' ? suggest(data, allowed.map(String)) : undefined;
  return {
    message: `expected ${or(allowed.map(show))}, found ${show(data)}`,
    ...(fix?.startsWith('did') && { fix }),
  };
}

function mismatch(expected: readonly string[], data: unknown, spelling?: string): Wording {
  const scalar = ['number', 'boolean'].includes(typeof data);
  const quote = scalar && expected.includes('text') ? `quote it: "${spelling ?? String(data)}"` : undefined;
  return { message: `expected ${or(expected)}, found ${describeValue(data)}`, ...(quote && { fix: quote }) };
}

const kindWords: Readonly<Record<string, string>> = {
  string: 'text',
  object: 'a map',
  array: 'a list',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  null: 'nothing',
};

function kinds(types: readonly string[]): readonly string[] {
  return types.map((type) => kindWords[type] ?? type);
}

function formsOf({ schema }: SchemaError): readonly string[] {
  const forms = Array.isArray(schema) ? schema.map(asSchemaNode) : [];
  const words = forms.flatMap((form) => {
    if (form.const !== undefined) return [show(form.const)];
    return form.enum ? form.enum.map(show) : kinds([form.type ?? 'another form'].flat());
  });
  return [...new Set(words)];
}

function describeValue(data: unknown): string {
  if (data === null) return 'nothing';
  if (Array.isArray(data)) return 'a list';
  if (typeof data === 'object') return 'a map';
  return `${{ string: 'text', number: 'the number', boolean: 'the word' }[String(typeof data)] ?? ''} ${show(data)}`;
}

/** What a keyword with a limit asks, in words. */
function bound({ keyword, params, message }: SchemaError): string {
  const limit = String(params.limit);
  switch (keyword) {
    case 'const':
      return show(params.allowedValue);
    case 'minimum':
      return `at least ${limit}`;
    case 'maximum':
      return `at most ${limit}`;
    case 'exclusiveMinimum':
      return `more than ${limit}`;
    case 'exclusiveMaximum':
      return `less than ${limit}`;
    case 'minLength':
      return limit === '1' ? 'some text' : `at least ${limit} characters`;
    case 'maxLength':
      return `at most ${limit} characters`;
    case 'minItems':
      return `at least ${counted(limit, 'item')}`;
    case 'maxItems':
      return `at most ${counted(limit, 'item')}`;
    case 'minProperties':
      return `at least ${counted(limit, 'key')}`;
    case 'maxProperties':
      return `at most ${counted(limit, 'key')}`;
    case 'pattern':
      return `text that matches ${String(params.pattern)}`;
    case 'format':
      return params.format === 'date'
        ? 'a day that exists, as YYYY-MM-DD'
        : `text in the form ${String(params.format)}`;
    default:
      return `what ${message ?? keyword}`;
  }
}

function counted(limit: string, unit: string): string {
  return `${limit} ${unit}${limit === '1' ? '' : 's'}`;
}

function or(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
