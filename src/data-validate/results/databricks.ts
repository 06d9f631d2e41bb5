import { Type } from 'typebox';
import { inputError } from '../../gate/failure.js';
import { assertShape, type Locate } from '../suite-shape.js';
import { type JudgedElsewhere, plainText } from './elsewhere.js';

const event = Type.Object({
  event_type: Type.String(),
  timestamp: Type.Optional(Type.Unknown()),
  origin: Type.Optional(Type.Unknown()),
  details: Type.Optional(Type.Unknown()),
});
const count = Type.Union([Type.Integer({ minimum: 0 }), Type.String({ pattern: '^[0-9]{1,15}$' })]);
const expectation = Type.Object({
  name: Type.String(),
  dataset: Type.String(),
  passed_records: count,
  failed_records: count,
});

interface Counts {
  readonly name: string;
  readonly dataset: string;
  readonly passed: number;
  readonly failed: number;
}

/**
 * The expectations of a pipeline's event log (`flow_progress` events, "Pipeline event log schema" of Databricks), as rows of JSON.
 * What a rule does to a record that breaks it, the log does not say: one record is enough to fall short.
 *
 * @param events of one update; those of other kinds are passed over.
 * @throws Failure('config') when they are not well-formed; Failure('input') when they are of several updates.
 */
export function fromDatabricks(events: readonly unknown[], locate: Locate, file: string): JudgedElsewhere {
  const sums = new Map<string, Counts>();
  const updates = new Set<string>();
  const times: number[] = [];
  for (const [i, one] of events.entries()) {
    assertShape(event, one, locate, `/${i}`);
    if (one.event_type !== 'flow_progress') continue;
    const found = expectationsIn(parsed(one.details));
    if (found.length === 0) continue;
    updates.add(String((parsed(one.origin) as { readonly update_id?: unknown } | null)?.update_id));
    times.push(Date.parse(String(one.timestamp ?? '')));
    for (const of of found) {
      assertShape(expectation, of, locate, `/${i}`);
      const key = JSON.stringify([of.dataset, of.name]);
      const before = sums.get(key);
      sums.set(key, {
        name: of.name,
        dataset: of.dataset,
        passed: Number(of.passed_records) + (before?.passed ?? 0),
        failed: Number(of.failed_records) + (before?.failed ?? 0),
      });
    }
  }
  if (updates.size > 1)
    throw inputError(`holds the events of ${updates.size} updates of the pipeline`, {
      place: { file },
      fix: 'save those of one: `WHERE origin.update_id = …`',
    });
  const last = Math.max(...times.filter((time) => !Number.isNaN(time)));
  return {
    tool: 'Databricks',
    outcomes: [...sums.values()].map(({ name, dataset, passed, failed }) => ({
      rule: plainText(`${dataset}: ${name}`),
      status: failed > 0 ? 'short' : 'met',
      severity: 'error',
      unexpected: failed,
      considered: passed + failed,
    })),
    ...(Number.isFinite(last) && { date: new Date(last).toISOString() }),
  };
}

/** A column of the log that holds JSON comes as its text, or read already. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value ?? null;
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}

function expectationsIn(details: unknown): readonly unknown[] {
  const found = ['flow_progress', 'data_quality', 'expectations'].reduce<unknown>(
    (inside, key) =>
      typeof inside === 'object' && inside !== null ? (inside as Record<string, unknown>)[key] : undefined,
    details,
  );
  return Array.isArray(found) ? found : [];
}
