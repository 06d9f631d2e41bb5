import { type Imported, inWords, type Reader } from './imported.js';

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

/** Bounds that say the same end of a range. */
const sides = [
  ['mustBe', 'mustBeBetween', 'mustBeGreaterThan', 'mustBeGreaterOrEqualTo'],
  ['mustBe', 'mustBeBetween', 'mustBeLessThan', 'mustBeLessOrEqualTo'],
];

/** A rule of `quality` of the Open Data Contract Standard, of a column or of the whole. */
export function qualityRules(rule: Reader, column: string | undefined): readonly Imported[] {
  switch (rule.text('type') ?? 'library') {
    case 'text':
      rule.assertOnly(['type'], documentation, 'a rule in words');
      return [
        {
          type: inWords,
          kwargs: { column, text: rule.text('description') ?? rule.text('name') },
          pointer: rule.pointer,
        },
      ];
    case 'library':
      return libraryRules(rule, column);
    case 'sql':
      return [queryRule(rule)];
    case 'custom':
      return [customRule(rule)];
    default:
      throw rule.refuse('type', 'is read as library, sql, text or custom');
  }
}

function libraryRules(rule: Reader, column: string | undefined): readonly Imported[] {
  const read = ['type', 'metric', 'rule', 'unit', 'arguments', 'validValues', 'severity', ...bounds];
  rule.assertOnly(read, documentation, 'a rule of the library');
  const metric = rule.text('metric') ?? rule.text('rule');
  const { pointer } = rule;
  const severity = severityOf(rule);
  if (metric === 'rowCount') {
    if (rule.has('unit') && rule.text('unit') !== 'rows') throw rule.refuse('unit', 'is read as rows');
    return [
      {
        type: 'expect_table_row_count_to_be_between',
        kwargs: { ...rangeOf(rule), ...severity },
        pointer,
      },
    ];
  }
  if (column === undefined) throw rule.refuse(rule.has('metric') ? 'metric' : 'rule', 'is read of a column');
  const on = { column, ...severity };
  const share = shareOf(rule);
  switch (metric) {
    case 'nullValues':
    case 'nullCheck':
      rule.object('arguments').assertOnly([], [], 'this rule');
      return [{ type: 'expect_column_values_to_not_be_null', kwargs: on, pointer, ...share }];
    case 'duplicateValues':
    case 'duplicateCount':
      rule.object('arguments').assertOnly([], [], 'this rule of one column');
      return [{ type: 'expect_column_values_to_be_unique', kwargs: on, pointer, ...share }];
    case 'invalidValues':
      return validityRules(rule, on, share);
    default:
      throw rule.refuse(
        rule.has('metric') ? 'metric' : 'rule',
        'is none that is known: rowCount, nullValues, duplicateValues, invalidValues are',
      );
  }
}

/** Values are invalid that are not among those named, or do not match the pattern: a rule for each. */
function validityRules(rule: Reader, on: object, share: { readonly maxShare?: number }): readonly Imported[] {
  const given = rule.object('arguments');
  given.assertOnly(['validValues', 'pattern'], [], 'a rule of validity');
  const { pointer } = rule;
  const set = [...rule.list('validValues'), ...given.list('validValues')];
  const regex = given.text('pattern');
  if (set.length === 0 && regex === undefined)
    throw rule.refuse('arguments', 'should name validValues or a pattern');
  return [
    ...(set.length === 0
      ? []
      : [
          { type: 'expect_column_values_to_be_in_set', kwargs: { ...on, value_set: set }, pointer, ...share },
        ]),
    ...(regex === undefined
      ? []
      : [{ type: 'expect_column_values_to_match_regex', kwargs: { ...on, regex }, pointer, ...share }]),
  ];
}

function severityOf(rule: Reader): { readonly severity?: 'error' | 'warning' | 'note' } {
  const named = rule.text('severity');
  if (named === undefined) return {};
  return { severity: /^(warn|warning)$/i.test(named) ? 'warning' : /^info$/i.test(named) ? 'note' : 'error' };
}

function rangeOf(rule: Reader) {
  const exact = rule.number('mustBe');
  const [low, high, ...more] = rule.list('mustBeBetween');
  if (rule.has('mustBeBetween') && (typeof low !== 'number' || typeof high !== 'number' || more.length > 0))
    throw rule.refuse('mustBeBetween', 'should be two numbers');
  for (const side of sides) {
    const given = side.filter((bound) => rule.has(bound));
    if (given.length > 1) throw rule.refuse(given[1] ?? '', `stands beside \`${given[0]}\``);
  }
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
  const [bound, ...more] = bounds.filter((one) => rule.has(one));
  if (bound === undefined) return {};
  const most = rule.number('mustBeLessOrEqualTo');
  if (more.length === 0 && rule.number('mustBe') === 0) return {};
  if (more.length === 0 && rule.text('unit') === 'percent' && most !== undefined)
    return { maxShare: most / 100 };
  throw rule.refuse(
    more[0] ?? bound,
    'is read as `mustBe: 0` alone, or as `mustBeLessOrEqualTo` alone with `unit: percent`',
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
  implementation.assertOnly(
    ['type', 'expectation_type', 'kwargs'],
    ['meta', 'notes', 'id'],
    'an expectation',
  );
  const type = implementation.text('type') ?? implementation.text('expectation_type') ?? '';
  const kwargs = implementation.object('kwargs');
  return {
    type,
    kwargs: {
      ...Object.fromEntries(kwargs.keys().map((key) => [key, kwargs.get(key)])),
      ...severityOf(rule),
    },
    pointer: kwargs.pointer,
    namedAt: implementation.pointer,
  };
}
