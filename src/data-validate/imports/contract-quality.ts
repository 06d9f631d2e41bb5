import type { Imported, Reader } from './imported.js';

const documentation = [
  'id',
  'name',
  'description',
  'dimension',
  'method',
  'businessImpact',
  'tags',
  'authoritativeDefinitions',
  'customProperties',
  'schedule',
  'scheduler',
];
const bounds = [
  'mustBe',
  'mustBeGreaterThan',
  'mustBeGreaterOrEqualTo',
  'mustBeLessThan',
  'mustBeLessOrEqualTo',
  'mustBeBetween',
];

/** A rule of `quality` of the Open Data Contract Standard, of a column or of the whole. A text is for people. */
export function qualityRules(rule: Reader, column: string | undefined): readonly Imported[] {
  switch (rule.text('type') ?? 'library') {
    case 'text':
      return [];
    case 'library':
      return [libraryRule(rule, column)];
    case 'sql':
      return [queryRule(rule)];
    case 'custom':
      return [customRule(rule)];
    default:
      throw rule.refuse('type', 'is read as library, sql, text or custom');
  }
}

function libraryRule(rule: Reader, column: string | undefined): Imported {
  const read = ['type', 'metric', 'rule', 'unit', 'arguments', 'validValues', 'severity', ...bounds];
  rule.assertOnly(read, documentation, 'a rule of the library');
  const metric = rule.text('metric') ?? rule.text('rule');
  const { pointer } = rule;
  const severity = severityOf(rule);
  if (metric === 'rowCount')
    return {
      type: 'expect_table_row_count_to_be_between',
      kwargs: { ...rangeOf(rule), ...severity },
      pointer,
    };
  if (column === undefined) throw rule.refuse(rule.has('metric') ? 'metric' : 'rule', 'is read of a column');
  const on = { column, ...severity };
  switch (metric) {
    case 'nullValues':
    case 'nullCheck':
      return { type: 'expect_column_values_to_not_be_null', kwargs: on, pointer, ...shareOf(rule) };
    case 'duplicateValues':
    case 'duplicateCount':
      return { type: 'expect_column_values_to_be_unique', kwargs: on, pointer, ...shareOf(rule) };
    case 'invalidValues':
    case 'validValues': {
      const given = rule.object('arguments');
      const set = rule.has('validValues') ? rule.list('validValues') : given.list('validValues');
      const regex = given.text('pattern');
      if (set.length === 0 && regex === undefined)
        throw rule.refuse('arguments', 'should name validValues or a pattern');
      return set.length > 0
        ? {
            type: 'expect_column_values_to_be_in_set',
            kwargs: { ...on, value_set: set },
            pointer,
            ...shareOf(rule),
          }
        : {
            type: 'expect_column_values_to_match_regex',
            kwargs: { ...on, regex },
            pointer,
            ...shareOf(rule),
          };
    }
    default:
      throw rule.refuse(
        rule.has('metric') ? 'metric' : 'rule',
        'is none that is known: rowCount, nullValues, duplicateValues, invalidValues are',
      );
  }
}

function severityOf(rule: Reader): { readonly severity?: 'error' | 'warning' | 'note' } {
  const named = rule.text('severity');
  if (named === undefined) return {};
  return { severity: /^(warn|warning)$/i.test(named) ? 'warning' : /^info$/i.test(named) ? 'note' : 'error' };
}

function rangeOf(rule: Reader) {
  const exact = rule.number('mustBe');
  const [low, high] = rule.list('mustBeBetween');
  const [above, below] = [rule.number('mustBeGreaterThan'), rule.number('mustBeLessThan')];
  return {
    min_value: exact ?? low ?? above ?? rule.number('mustBeGreaterOrEqualTo'),
    max_value: exact ?? high ?? below ?? rule.number('mustBeLessOrEqualTo'),
    ...(above !== undefined && { strict_min: true }),
    ...(below !== undefined && { strict_max: true }),
  };
}

/** How many may fall short: none, or a share in percent. */
function shareOf(rule: Reader): { readonly maxShare?: number } {
  if (rule.number('mustBe') === 0 || !bounds.some((bound) => rule.has(bound))) return {};
  const most = rule.number('mustBeLessOrEqualTo');
  if (rule.text('unit') === 'percent' && most !== undefined) return { maxShare: most / 100 };
  throw rule.refuse(
    bounds.find((bound) => rule.has(bound)) ?? 'mustBe',
    'is read as `mustBe: 0`, or as `mustBeLessOrEqualTo` with `unit: percent`',
  );
}

/** The contract's own name of the table is ours. */
function queryRule(rule: Reader): Imported {
  rule.assertOnly(
    ['type', 'query', 'unit', 'dialect', 'severity', ...bounds],
    documentation,
    'a rule in SQL',
  );
  const query = (rule.text('query') ?? '').replaceAll(/\$?\{(?:object|table|schema)\}/g, '{batch}');
  return {
    type: 'expect_query_value_to_be_between',
    kwargs: { query, ...rangeOf(rule), ...severityOf(rule) },
    pointer: rule.pointer,
  };
}

function customRule(rule: Reader): Imported {
  rule.assertOnly(['type', 'engine', 'implementation', 'severity'], documentation, 'a custom rule');
  if (!/^great-?expectations$/i.test(rule.text('engine') ?? ''))
    throw rule.refuse('engine', 'cannot be imported: greatExpectations is');
  const implementation = rule.object('implementation');
  const type = implementation.text('type') ?? implementation.text('expectation_type') ?? '';
  const kwargs = implementation.object('kwargs');
  return {
    type,
    kwargs: Object.fromEntries(kwargs.keys().map((key) => [key, kwargs.get(key)])),
    pointer: kwargs.pointer,
    namedAt: implementation.pointer,
  };
}
