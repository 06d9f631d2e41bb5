import { allOf, anyOf, not, type Predicate } from '../plan.js';
import type { Entries } from './entry.js';
import { words } from './phrases.js';
import { cellsMeeting } from './rows.js';

type Names =
  | 'expect_column_values_to_match_regex'
  | 'expect_column_values_to_not_match_regex'
  | 'expect_column_values_to_match_regex_list'
  | 'expect_column_values_to_not_match_regex_list'
  | 'expect_column_values_to_match_like_pattern'
  | 'expect_column_values_to_not_match_like_pattern'
  | 'expect_column_values_to_match_like_pattern_list'
  | 'expect_column_values_to_not_match_like_pattern_list'
  | 'expect_column_values_to_match_strftime_format'
  | 'expect_column_values_to_be_json_parseable'
  | 'expect_column_values_to_match_json_schema';

/** Patterns and written forms of cells. */
export const texts: Entries<Names> = {
  expect_column_values_to_match_regex: {
    ask: (args, { table }) => cellsMeeting(table, args, (column) => matching(column, args.regex)),
    words: ({ column }) => words('regex', column, 'matches its pattern', 'does not match its pattern'),
  },
  expect_column_values_to_not_match_regex: {
    ask: (args, { table }) => cellsMeeting(table, args, (column) => not(matching(column, args.regex))),
    words: ({ column }) =>
      words('not-regex', column, 'does not match the refused pattern', 'matches the refused pattern'),
  },
  expect_column_values_to_match_regex_list: {
    ask: (args, { table }) =>
      cellsMeeting(table, args, (column) =>
        matchOn(
          args.match_on,
          args.regex_list.map((pattern) => matching(column, pattern)),
        ),
      ),
    words: ({ column, match_on, regex_list }) => listWords('regex-list', column, match_on, regex_list),
  },
  expect_column_values_to_not_match_regex_list: {
    ask: (args, { table }) =>
      cellsMeeting(table, args, (column) =>
        not(anyOf(...args.regex_list.map((pattern) => matching(column, pattern)))),
      ),
    words: ({ column }) => noneWords('not-regex-list', column),
  },
  expect_column_values_to_match_like_pattern: {
    ask: (args, { table }) =>
      cellsMeeting(table, args, (column) => like(column, args.like_pattern, args.escape)),
    words: ({ column }) => words('like', column, 'is like its pattern', 'is not like its pattern'),
  },
  expect_column_values_to_not_match_like_pattern: {
    ask: (args, { table }) =>
      cellsMeeting(table, args, (column) => not(like(column, args.like_pattern, args.escape))),
    words: ({ column }) =>
      words('not-like', column, 'is not like the refused pattern', 'is like the refused pattern'),
  },
  expect_column_values_to_match_like_pattern_list: {
    ask: (args, { table }) =>
      cellsMeeting(table, args, (column) =>
        matchOn(
          args.match_on,
          args.like_pattern_list.map((pattern) => like(column, pattern, args.escape)),
        ),
      ),
    words: ({ column, match_on, like_pattern_list }) =>
      listWords('like-list', column, match_on, like_pattern_list),
  },
  expect_column_values_to_not_match_like_pattern_list: {
    ask: (args, { table }) =>
      cellsMeeting(table, args, (column) =>
        not(anyOf(...args.like_pattern_list.map((pattern) => like(column, pattern, args.escape)))),
      ),
    words: ({ column }) => noneWords('not-like-list', column),
  },
  expect_column_values_to_match_strftime_format: {
    ask: (args, { table }) =>
      cellsMeeting(table, args, (column) => ({
        kind: 'judged',
        column,
        judge: { kind: 'strptime', format: args.strftime_format },
      })),
    words: ({ column }) =>
      words('strftime', column, 'is a time in its written form', 'is no time in its written form'),
  },
  expect_column_values_to_be_json_parseable: {
    ask: (args, { table }) =>
      cellsMeeting(table, args, (column) => ({ kind: 'judged', column, judge: { kind: 'json' } })),
    words: ({ column }) => words('json', column, 'is JSON', 'is not JSON'),
  },
  expect_column_values_to_match_json_schema: {
    ask: (args, { table }) =>
      cellsMeeting(table, args, (column) => ({
        kind: 'judged',
        column,
        judge: { kind: 'json-schema', schema: args.json_schema },
      })),
    words: ({ column }) =>
      words('json-schema', column, 'is JSON that its schema accepts', 'is not JSON that its schema accepts'),
  },
};

function matching(column: number, pattern: string): Predicate {
  return { kind: 'matches', column, pattern };
}

function like(column: number, pattern: string, escapedBy: string | undefined): Predicate {
  return { kind: 'like', column, pattern, ...(escapedBy !== undefined && { escape: escapedBy }) };
}

function matchOn(which: 'any' | 'all' | undefined, parts: readonly Predicate[]): Predicate {
  return which === 'all' ? allOf(...parts) : anyOf(...parts);
}

function listWords(id: string, column: string, which: string | undefined, list: readonly string[]) {
  const patterns = `${which ?? 'any'} of its ${list.length} patterns`;
  return words(id, column, `matches ${patterns}`, `does not match ${patterns}`);
}

function noneWords(id: string, column: string) {
  return words(id, column, 'matches no refused pattern', 'matches a refused pattern');
}
