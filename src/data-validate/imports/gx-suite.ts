import { type Static, Type } from 'typebox';
import { configError } from '../../gate/failure.js';
import type { Rule } from '../rule.js';
import { assertShape, type Locate } from '../suite-shape.js';
import { ruleFrom } from './imported.js';

const anything = Type.Unknown();
const free = Type.Record(Type.String(), Type.Unknown());

/** An expectation as Great Expectations 1.x writes it. What is for its own pages is accepted and has no effect on a verdict. */
const gxExpectation = Type.Object(
  {
    type: Type.String({ minLength: 1 }),
    kwargs: free,
    meta: Type.Optional(Type.Union([free, Type.Null()])),
    severity: Type.Optional(Type.Union([Type.Enum(['critical', 'warning', 'info']), Type.Null()])),
    id: Type.Optional(anything),
    notes: Type.Optional(anything),
    description: Type.Optional(anything),
    rendered_content: Type.Optional(anything),
  },
  { additionalProperties: false },
);

/** The same as 0.x wrote it. */
const legacyExpectation = Type.Object(
  {
    expectation_type: Type.String({ minLength: 1 }),
    kwargs: free,
    meta: Type.Optional(Type.Union([free, Type.Null()])),
    ge_cloud_id: Type.Optional(anything),
    rendered_content: Type.Optional(anything),
    expectation_context: Type.Optional(anything),
  },
  { additionalProperties: false },
);

const parameters = Type.Optional(Type.Union([free, Type.Null()]));
const gxSuite = Type.Object(
  {
    expectations: Type.Array(gxExpectation, { maxItems: 10_000 }),
    name: Type.Optional(anything),
    id: Type.Optional(anything),
    meta: Type.Optional(anything),
    notes: Type.Optional(anything),
    suite_parameters: parameters,
  },
  { additionalProperties: false },
);
const legacySuite = Type.Object(
  {
    expectations: Type.Array(legacyExpectation, { maxItems: 10_000 }),
    expectation_suite_name: Type.Optional(anything),
    data_asset_type: Type.Optional(anything),
    ge_cloud_id: Type.Optional(anything),
    meta: Type.Optional(anything),
    evaluation_parameters: parameters,
  },
  { additionalProperties: false },
);

interface Written {
  readonly type: string;
  /** The key that names the type. */
  readonly typeKey: string;
  readonly expectation: Omit<Static<typeof gxExpectation>, 'type'>;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Arguments that say what is reported and how, never what is accepted. */
const reportingOnly = [
  'batch_id',
  'result_format',
  'include_config',
  'catch_exceptions',
  'output_strftime_format',
  'profiler_config',
];
const severities = { critical: 'error', warning: 'warning', info: 'note' } as const;

/**
 * The rules of a suite of Great Expectations, 0.x or 1.x. An argument of `null` is one that is not given.
 *
 * @throws Failure('config') on every expectation or argument that cannot be honoured in full.
 */
export function rulesOfGxSuite(value: Readonly<Record<string, unknown>>, locate: Locate): readonly Rule[] {
  const all = readSuite(value, locate);
  if (all.length === 0)
    throw configError('the suite has no expectations, so nothing could fail', {
      place: locate('/expectations'),
    });
  return all.map((written, i) => ruleOfGx(written, locate, `/expectations/${i}`));
}

function readSuite(value: Readonly<Record<string, unknown>>, locate: Locate): readonly Written[] {
  const { expectations } = value;
  const isLegacy =
    Object.hasOwn(value, 'expectation_suite_name') ||
    (Array.isArray(expectations) && JSON.stringify(expectations[0] ?? {}).includes('"expectation_type"'));
  const suite: unknown = value;
  if (!isLegacy) {
    assertShape(gxSuite, suite, locate);
    const { suite_parameters: given } = suite;
    return suite.expectations.map(({ type, ...expectation }) => ({
      type,
      typeKey: 'type',
      expectation,
      parameters: given ?? {},
    }));
  }
  assertShape(legacySuite, suite, locate);
  const { evaluation_parameters: given } = suite;
  return suite.expectations.map(({ expectation_type: type, kwargs, meta }) => ({
    type,
    typeKey: 'expectation_type',
    expectation: { kwargs, ...(meta && { meta }) },
    parameters: given ?? {},
  }));
}

function ruleOfGx(
  { type, typeKey, expectation, parameters: given }: Written,
  locate: Locate,
  pointer: string,
): Rule {
  const { kwargs, meta, severity } = expectation;
  const taken = Object.entries(kwargs)
    .filter(([key, value]) => value !== null && !reportingOnly.includes(key) && !isImplied(type, key, value))
    .map(([key, value]) => [key, parameterOr(value, given, () => locate(`${pointer}/kwargs`, key))] as const);
  return ruleFrom(
    {
      type,
      kwargs: {
        ...Object.fromEntries(taken),
        ...(severity && { severity: severities[severity] }),
        ...(meta && { meta }),
      },
      pointer: `${pointer}/kwargs`,
      namedAt: `${pointer}/${typeKey}`,
    },
    locate,
  );
}

/** Their bounds are times where they are written as such. */
const comparesTimes = [
  'expect_column_values_to_be_between',
  'expect_column_min_to_be_between',
  'expect_column_max_to_be_between',
];

/** Days and times are compared as such here whatever these say, and nothing is profiled at run time. */
function isImplied(type: string, key: string, value: unknown): boolean {
  if (key === 'parse_strings_as_datetimes')
    return value === false || (value === true && comparesTimes.includes(type));
  return (key === 'auto' || key === 'allow_cross_type_comparisons') && value === false;
}

/** `{"$PARAMETER": name}` stands for a value that the suite itself gives. */
function parameterOr(
  value: unknown,
  parametersGiven: Readonly<Record<string, unknown>>,
  place: () => ReturnType<Locate>,
): unknown {
  if (typeof value !== 'object' || value === null || !('$PARAMETER' in value)) return value;
  const name = String(value.$PARAMETER);
  if (Object.hasOwn(parametersGiven, name)) return parametersGiven[name];
  throw configError(`the parameter ${JSON.stringify(name.slice(0, 200))} has no value in the suite`, {
    place: place(),
    fix: 'give it under the suite’s parameters, or write the value itself',
  });
}
