import { type Check, check } from '../gate/check.js';
import type { Evidence } from '../gate/evidence.js';
import { finding } from '../gate/finding.js';
import type { Json, JsonObject } from '../gate/json.js';
import type { Named } from './gather.js';
import { listSome, shorten } from './list-some.js';
import type { Rule } from './settings.js';

/**
 * A rule over one figure. Numbers are compared with numbers alone: in Rego a missing figure denies nothing and the text
 * "0.5" is above 0.8, so a rule that cannot be applied is an error here.
 */
export function judgeRule(rule: Rule, evidence: readonly Named<Evidence>[]): Check {
  const own = evidence.filter(({ item }) => item.result.gate === rule.gate);
  const values = own.map(({ name, item }) => ({ name, value: valueAt(item.result.metrics, rule.metric) }));
  const reasons = [
    ...(own.length === 0 ? [`there is no evidence of ${rule.gate} to apply it to`] : []),
    ...values.flatMap(({ name, value }) => obstacleTo(rule, name, value)),
  ];
  const id = `policy-gate/rule-${rule.id}`;
  const broken = reasons.length === 0 ? values.filter(({ value }) => !holds(rule, value ?? null)) : [];
  return check({
    id,
    title: `${rule.gate} ${rule.metric} ${describe(rule)}`,
    ...(values.length === 1 && { observed: values[0]?.value ?? null }),
    threshold: describe(rule),
    findings: broken.map(({ name, value }) =>
      finding(id, {
        severity: 'error',
        file: name,
        item: rule.metric,
        message: `${rule.metric} is ${shorten(JSON.stringify(value))}, not ${describe(rule)}`,
        ...(rule.because !== undefined && { fix: rule.because }),
      }),
    ),
    ...(reasons.length > 0 && { outcome: { status: 'error', reason: listSome(reasons) } }),
  });
}

/** RFC 6901, through own properties alone. */
function valueAt(metrics: JsonObject, pointer: string): Json | undefined {
  let value: Json | undefined = metrics;
  for (const part of pointer.slice(1).split('/')) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as JsonObject)[key];
  }
  return value;
}

/** Why the rule says nothing of this value. */
function obstacleTo({ metric, min, max, equals }: Rule, name: string, value: Json | undefined): string[] {
  if (value === undefined) return [`${name} has no ${metric}`];
  const wanted = min !== undefined || max !== undefined ? 'number' : typeof equals;
  const actual = value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;
  return actual === wanted ? [] : [`${metric} in ${name} is a ${actual}, not a ${wanted}`];
}

function holds({ min, max, equals }: Rule, value: Json): boolean {
  const inRange =
    typeof value !== 'number' || ((min === undefined || value >= min) && (max === undefined || value <= max));
  return inRange && (equals === undefined || value === equals);
}

function describe({ min, max, equals }: Rule): string {
  const parts = [
    ...(min === undefined ? [] : [`at least ${min}`]),
    ...(max === undefined ? [] : [`at most ${max}`]),
    ...(equals === undefined ? [] : [JSON.stringify(equals)]),
  ];
  return parts.join(' and ');
}
