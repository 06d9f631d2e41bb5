import { configError } from '../../gate/failure.js';
import { type Condition, comparisons, deepest, type Literal } from './condition.js';
import { parseCondition } from './parse.js';

/**
 * A condition as an object, as Great Expectations 1.24 writes it (`row_conditions.py`): `{type: comparison | nullity | and | or |
 * pass_through, …}`.
 *
 * @throws Failure('config') on anything else.
 */
export function readConditionObject(value: unknown, depth = 0): Condition {
  if (depth > deepest) throw refusal('is nested too deep');
  const { type, conditions } = objectOf(value);
  switch (type) {
    case 'comparison':
      return readComparison(objectOf(value));
    case 'nullity': {
      const missing: Condition = { kind: 'null', column: columnOf(objectOf(value)) };
      return objectOf(value).is_null === false ? { kind: 'not', of: missing } : missing;
    }
    case 'and':
    case 'or':
      if (!Array.isArray(conditions) || conditions.length === 0) throw refusal('lacks its `conditions`');
      return { kind: type, of: conditions.map((one) => readConditionObject(one, depth + 1)) };
    case 'pass_through':
      return parseCondition(String(objectOf(value).pass_through_filter), 'pandas');
    default:
      throw refusal('has a `type` that is not known: comparison, nullity, and, or, pass_through are');
  }
}

function readComparison(value: Readonly<Record<string, unknown>>): Condition {
  const column = columnOf(value);
  const { operator, parameter } = value;
  if (operator === 'IN' || operator === 'NOT_IN') {
    if (!Array.isArray(parameter)) throw refusal('compares with a set that is no list');
    const members: Condition = { kind: 'in', column, values: parameter.map(literalOf) };
    return operator === 'IN' ? members : { kind: 'not', of: members };
  }
  const sign = comparisons.find((one) => one === operator);
  if (!sign) throw refusal(`has an \`operator\` that is none of ${comparisons.join(' ')} IN NOT_IN`);
  return { kind: 'compare', column, sign, value: literalOf(parameter) };
}

function columnOf({ column }: Readonly<Record<string, unknown>>): string {
  const name = typeof column === 'string' ? column : objectOf(column).name;
  if (typeof name !== 'string') throw refusal('names no `column`');
  return name;
}

function literalOf(value: unknown): Literal {
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  throw refusal('compares with what is no number, text or boolean');
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw refusal('is no object where one is expected');
}

function refusal(why: string) {
  return configError(`\`row_condition\` ${why}`, { fix: 'write it as text: `age > 18`' });
}
