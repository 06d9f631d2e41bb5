import { type Static, Type } from 'typebox';
import { configError } from '../gate/failure.js';
import {
  expectationArgs,
  expectationNames,
  isExpectationName,
  refusedExpectations,
} from './expectations/args.js';
import { longForm } from './native-rules.js';
import type { Rule } from './rule.js';
import { assertShape, type Locate, unknownNameError } from './suite-shape.js';

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
type GxExpectation = Static<typeof gxExpectation>;

const gxSuite = Type.Object(
  {
    expectations: Type.Array(gxExpectation, { maxItems: 10_000 }),
    name: Type.Optional(anything),
    id: Type.Optional(anything),
    meta: Type.Optional(anything),
    notes: Type.Optional(anything),
    suite_parameters: Type.Optional(
      Type.Union([Type.Object({}, { additionalProperties: false }), Type.Null()]),
    ),
  },
  { additionalProperties: false },
);

/** Arguments that say what is reported and how, never what is accepted. */
const reportingOnly = ['batch_id', 'result_format', 'include_config', 'catch_exceptions'];
const severities = { critical: 'error', warning: 'warning', info: 'note' } as const;

/**
 * The rules of a suite of Great Expectations 1.x. An argument of `null` is one that is not given.
 *
 * @throws Failure('config') on every expectation or argument that cannot be honoured in full.
 */
export function rulesOfGxSuite(value: unknown, locate: Locate): readonly Rule[] {
  assertShape(gxSuite, value, locate);
  if (value.expectations.length === 0)
    throw configError('the suite has no expectations, so nothing could fail', {
      place: locate('/expectations'),
    });
  return value.expectations.map((expectation, i) => ruleOfGx(expectation, locate, `/expectations/${i}`));
}

function ruleOfGx(expectation: GxExpectation, locate: Locate, pointer: string): Rule {
  const { type, kwargs, meta, severity } = expectation;
  const refused = refusedExpectations.get(type);
  if (refused !== undefined)
    throw configError(`\`${type}\`: ${refused}`, { place: locate(`${pointer}/type`) });
  if (!isExpectationName(type)) throw unknownNameError(type, expectationNames, locate(`${pointer}/type`));
  const given = Object.entries(kwargs).filter(
    ([key, value]) => value !== null && !reportingOnly.includes(key),
  );
  const args: unknown = Object.fromEntries([
    ...given,
    ...(severity ? [['severity', severities[severity]]] : []),
    ...(meta ? [['meta', meta]] : []),
  ]);
  const schema = expectationArgs[type];
  assertShape(schema, args, locate, `${pointer}/kwargs`);
  return longForm(type, args);
}
