import { configError } from '../../gate/failure.js';
import { among, at } from '../expectations/rows.js';
import { allOf, anyOf, missing, not, type Predicate } from '../plan.js';
import { rangeOf } from '../range.js';
import type { Table } from '../table.js';
import type { Condition, NullLogic } from './condition.js';
import { readConditionObject } from './object-form.js';
import { parseCondition } from './parse.js';

interface ConditionArgs {
  readonly row_condition?: string | Readonly<Record<string, unknown>>;
  readonly condition_parser?: string;
}

/**
 * The condition that an expectation's arguments set on rows; undefined where there is none.
 *
 * @throws AbsentColumn; Failure('config') when it is not understood.
 */
export function conditionIn(args: object, table: Table): Predicate | undefined {
  const { row_condition: given, condition_parser: named } = args as ConditionArgs;
  if (given === undefined) return undefined;
  const parser =
    named === 'spark' ? 'spark' : named === undefined || named === 'pandas' ? 'pandas' : 'great_expectations';
  const condition = typeof given === 'string' ? parseCondition(given, parser) : readConditionObject(given);
  return predicateOf(condition, table, parser === 'spark' ? 'sql' : 'pandas', false);
}

/** @param turned whether it stands under an odd number of negations. In SQL these reach the comparisons, since unknown stays unknown. */
function predicateOf(condition: Condition, table: Table, logic: NullLogic, turned: boolean): Predicate {
  switch (condition.kind) {
    case 'not':
      return predicateOf(condition.of, table, logic, !turned);
    case 'and':
    case 'or': {
      const parts = condition.of.map((part) => predicateOf(part, table, logic, turned));
      return (condition.kind === 'and') === turned ? anyOf(...parts) : allOf(...parts);
    }
    default: {
      const test = testOf(condition, table);
      if (condition.kind === 'null') return turned ? not(test) : test;
      const negative = turned !== (condition.kind === 'compare' && condition.sign === '!=');
      if (!negative) return test;
      return logic === 'pandas' ? not(test) : allOf(not(missing(at(table, condition.column))), not(test));
    }
  }
}

type Test = Exclude<Condition, { kind: 'not' | 'and' | 'or' }>;

/** What it says of a cell that has a value; `!=` as `==`. */
function testOf(test: Test, table: Table): Predicate {
  const column = at(table, test.column);
  if (test.kind === 'null') return missing(column);
  if (test.kind === 'in') return among(table, column, test.values);
  const { sign, value } = test;
  if (sign === '==' || sign === '!=') return among(table, column, [value]);
  if (typeof value === 'boolean')
    throw configError('`row_condition` asks whether something is above or below a truth value', {
      fix: 'compare with == or !=',
    });
  const upper = sign === '<' || sign === '<=';
  const { view, range } = rangeOf(
    upper ? { max_value: value, strict_max: sign === '<' } : { min_value: value, strict_min: sign === '>' },
    '`row_condition`',
  );
  return { kind: 'within', column, view, range };
}
