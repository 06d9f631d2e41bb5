import { type Static, Type } from 'typebox';
import { inputError } from '../../gate/failure.js';
import type { JsonObject } from '../../gate/json.js';
import { assertShape, type Locate } from '../suite-shape.js';
import { type Elsewhere, figureOf, type JudgedElsewhere, plainText } from './elsewhere.js';

const free = Type.Record(Type.String(), Type.Unknown());
const maybe = Type.Optional(Type.Union([free, Type.Null()]));

const result = Type.Object({
  success: Type.Boolean(),
  expectation_config: Type.Object({
    type: Type.Optional(Type.String()),
    expectation_type: Type.Optional(Type.String()),
    kwargs: free,
    meta: maybe,
    severity: Type.Optional(Type.Unknown()),
  }),
  result: maybe,
  exception_info: maybe,
});

const validation = Type.Object({
  success: Type.Boolean(),
  results: Type.Array(result, { maxItems: 10_000 }),
  statistics: Type.Optional(Type.Object({ evaluated_expectations: Type.Optional(Type.Integer()) })),
  meta: maybe,
});

const checkpoint = Type.Object({ success: Type.Boolean(), run_results: free });

const severities: Readonly<Record<string, Elsewhere['severity']>> = { warning: 'warning', info: 'note' };

/**
 * The result of a validation, or of a checkpoint with several, of Great Expectations 0.x or 1.x (`to_json_dict`).
 *
 * @throws Failure('config') when it is none; Failure('input') when it does not list all that it judged.
 */
export function fromGreatExpectations(value: unknown, locate: Locate, file: string): JudgedElsewhere {
  const all = validationsIn(value, locate);
  const outcomes = all.flatMap(({ results }) => results.map(outcomeOf));
  for (const { success, results, statistics } of all) {
    const evaluated = statistics?.evaluated_expectations ?? results.length;
    const isAtOdds = success !== results.every((one) => one.success) || evaluated !== results.length;
    if (isAtOdds)
      throw inputError(`lists ${results.length} results, and its summary is of others`, {
        place: { file },
        fix: 'save the whole result, met expectations too',
      });
  }
  const date = all.map(({ meta }) => timeOf(meta)).find((time) => time !== undefined);
  return { tool: 'Great Expectations', outcomes, ...(date !== undefined && { date }) };
}

function validationsIn(value: unknown, locate: Locate): readonly Static<typeof validation>[] {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'run_results')) {
    assertShape(validation, value, locate);
    return [value];
  }
  assertShape(checkpoint, value, locate);
  return Object.values(value.run_results).map((run) => {
    const nested: unknown =
      (run as { readonly validation_result?: unknown } | null)?.validation_result ?? run;
    assertShape(validation, nested, locate, '/run_results');
    return nested;
  });
}

function outcomeOf({
  success,
  expectation_config: config,
  result: figures,
  exception_info: exception,
}: Static<typeof result>): Elsewhere {
  const { column } = config.kwargs;
  const [unexpected, elements] = [figureOf(figures?.unexpected_count), figureOf(figures?.element_count)];
  const absent = figureOf(figures?.missing_count) ?? 0;
  const observed = figureOf(figures?.observed_value);
  return {
    rule: plainText(config.type ?? config.expectation_type ?? 'an expectation'),
    ...(typeof column === 'string' && { column }),
    ...(raised(exception ?? {})
      ? { status: 'unjudged', reason: 'it raised an exception there' }
      : { status: success ? 'met' : 'short' }),
    severity: severities[String(config.severity)] ?? 'error',
    ...(unexpected !== undefined && { unexpected }),
    ...(elements !== undefined && { considered: elements - absent }),
    ...(observed !== undefined && { observed }),
    ...(config.meta && Object.keys(config.meta).length > 0 && { meta: config.meta as JsonObject }),
  };
}

/** Told of the whole (0.x), or of each figure that it needed (1.x). */
function raised(exception: Readonly<Record<string, unknown>>): boolean {
  return [exception, ...Object.values(exception)].some(
    (one) =>
      typeof one === 'object' && one !== null && 'raised_exception' in one && one.raised_exception === true,
  );
}

function timeOf(meta: Readonly<Record<string, unknown>> | null | undefined): string | undefined {
  const run = meta?.run_id as { readonly run_time?: unknown } | undefined;
  const time = Date.parse(String(run?.run_time ?? meta?.validation_time ?? ''));
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
