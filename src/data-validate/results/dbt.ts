import { type Static, Type } from 'typebox';
import { assertShape, type Locate } from '../suite-shape.js';
import { type Elsewhere, figureOf, type JudgedElsewhere, plainText } from './elsewhere.js';

const result = Type.Object({
  status: Type.String(),
  unique_id: Type.String(),
  failures: Type.Optional(Type.Unknown()),
});

const runResults = Type.Object({
  metadata: Type.Object({
    dbt_schema_version: Type.String(),
    generated_at: Type.Optional(Type.Unknown()),
  }),
  results: Type.Array(result, { maxItems: 100_000 }),
});

/**
 * The tests of `run_results.json` (dbt's artifacts, schemas v1 to v6: https://schemas.getdbt.com/dbt/run-results). What was built
 * and not tested is no judgement, unless it failed: then its tests say nothing of what is there.
 *
 * @throws Failure('config') when it is not well-formed.
 */
export function fromDbt(value: unknown, locate: Locate): JudgedElsewhere {
  assertShape(runResults, value, locate);
  const { metadata, results } = value;
  const time = Date.parse(String(metadata.generated_at ?? ''));
  return {
    tool: 'dbt',
    outcomes: results.filter((one) => isTest(one) || one.status !== 'success').map(outcomeOf),
    ...(!Number.isNaN(time) && { date: new Date(time).toISOString() }),
  };
}

function isTest({ unique_id: id }: Static<typeof result>): boolean {
  return id.startsWith('test.') || id.startsWith('unit_test.');
}

function outcomeOf({ status, unique_id: id, failures }: Static<typeof result>): Elsewhere {
  const unexpected = figureOf(failures);
  const common = { rule: plainText(id), ...(unexpected !== undefined && { unexpected }) };
  switch (status) {
    case 'pass':
    case 'success':
      return { ...common, status: 'met', severity: 'error' };
    case 'fail':
      return { ...common, status: 'short', severity: 'error' };
    case 'warn':
      return { ...common, status: 'short', severity: 'warning' };
    default:
      return {
        ...common,
        status: 'unjudged',
        severity: 'error',
        reason: `its status is ${plainText(status)}`,
      };
  }
}
