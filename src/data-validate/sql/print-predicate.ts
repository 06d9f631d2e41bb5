import type { Tables } from '../dialect.js';
import type { Comparison, Predicate, Range, View } from '../plan.js';
import { keyText, nameOfOther } from './other-keys.js';
import { typeCode } from './type-code.js';
import { letterOf } from './views.js';
import type { SqlWords } from './words.js';

type Of<K extends Predicate['kind']> = Extract<Predicate, { kind: K }>;

export function viewOf(column: number, view: View | 'length', words: SqlWords): string {
  const cell = `${letterOf(view)}${column}`;
  return view === 'length' ? words.length(cell) : cell;
}

/** Never NULL, so that NOT means what it says. */
export function printPredicate(
  predicate: Predicate,
  words: SqlWords,
  { table }: Pick<Tables, 'table'>,
): string {
  const print = (part: Predicate) => printPredicate(part, words, { table });
  switch (predicate.kind) {
    case 'missing':
      return `r${predicate.column} IS NULL`;
    case 'is':
      return known(`k${predicate.column} IN (${predicate.types.map(typeCode).join(', ')})`);
    case 'within':
      return printWithin(predicate, words);
    case 'among':
      return printAmong(predicate, words);
    case 'matches':
      return known(words.matches(`t${predicate.column}`, predicate.pattern));
    case 'like':
      return known(words.like(`t${predicate.column}`, predicate.pattern, predicate.escape));
    case 'compare':
      return printCompare(predicate);
    case 'adds-up':
      return known(`${predicate.columns.map((c) => `n${c}`).join(' + ')} = ${words.number(predicate.total)}`);
    case 'near':
      return printNear(predicate, words);
    case 'not-a-number':
      return known(words.isNan(predicate.column, table));
    case 'infinite':
      return known(words.isInfinite(predicate.column, table));
    case 'judged':
      return printJudged(predicate, words);
    case 'found':
      return known(
        `${words.row(predicate.columns.map(keyText))} IN (SELECT key FROM ${nameOfOther(predicate)})`,
      );
    case 'not':
      return `NOT ${print(predicate.of)}`;
    case 'all':
      return predicate.of.length === 0 ? 'true' : `(${predicate.of.map(print).join(' AND ')})`;
    case 'any':
      return predicate.of.length === 0 ? 'false' : `(${predicate.of.map(print).join(' OR ')})`;
  }
}

function printWithin({ column, view, range }: Of<'within'>, words: SqlWords): string {
  const value = viewOf(column, view, words);
  const { min, max, strictMin, strictMax }: Range = range;
  const bound = (end: number | string) =>
    typeof end === 'number' ? words.number(end) : view === 'time' ? words.time(end) : words.text(end);
  const ends = [
    ...(min === undefined ? [] : [`${value} ${strictMin ? '>' : '>='} ${bound(min)}`]),
    ...(max === undefined ? [] : [`${value} ${strictMax ? '<' : '<='} ${bound(max)}`]),
  ];
  return known(ends.length === 0 ? `${value} IS NOT NULL` : ends.join(' AND '));
}

function printAmong({ column, numbers, texts, booleans, times = [] }: Of<'among'>, words: SqlWords): string {
  const list = (view: string, members: readonly string[]) =>
    members.length === 0 ? [] : [`${view}${column} IN (${members.join(', ')})`];
  const parts = [
    ...list('n', numbers.map(words.number)),
    ...list('t', texts.map(words.text)),
    ...list('d', times.map(words.time)),
    ...booleans.map((value) => `(k${column} = ${typeCode('boolean')} AND lower(t${column}) = '${value}')`),
  ];
  return parts.length === 0 ? 'false' : `(${parts.map(known).join(' OR ')})`;
}

const signs: Readonly<Record<Comparison, string>> = {
  same: '=',
  equal: '=',
  greater: '>',
  'at-least': '>=',
};

/** Numbers beside numbers, times beside times, and all else as texts. */
function printCompare({ a, b, op }: Of<'compare'>): string {
  const sign = signs[op];
  const both = (view: string) => `${view}${a} IS NOT NULL AND ${view}${b} IS NOT NULL`;
  const compared = known(
    `CASE WHEN ${both('n')} THEN n${a} ${sign} n${b} WHEN ${both('d')} THEN d${a} ${sign} d${b} ELSE t${a} ${sign} t${b} END`,
  );
  return op === 'same' ? `(${compared} OR (r${a} IS NULL AND r${b} IS NULL))` : compared;
}

function printNear({ column, mean, deviation, below, bothSides }: Of<'near'>, words: SqlWords): string {
  const score = `(n${column} - ${words.number(mean)}) / ${words.number(deviation)}`;
  return known(`${bothSides ? `abs(${score})` : score} < ${words.number(below)}`);
}

function printJudged({ column, judge }: Of<'judged'>, words: SqlWords): string {
  const refused = words.refusedTexts?.(judge, column);
  if (refused === undefined) throw new Error(`no judge ${judge.kind} here`);
  return known(`t${column} NOT IN (${refused})`);
}

function known(condition: string): string {
  return `coalesce(${condition}, false)`;
}
