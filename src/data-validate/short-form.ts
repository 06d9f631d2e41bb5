import { type Rule, ruleOf } from './rule.js';
import type { ColumnRules } from './settings.js';

/** The rules that one column's short form stands for. */
export function expandColumn(column: string, short: ColumnRules): readonly Rule[] {
  const { severity = 'error', mostly } = short;
  const optional = short.required === false;
  const common = { column, ...(mostly !== undefined && { mostly }) };
  const rest = { severity, optional };
  const rules: Rule[] = optional ? [] : [ruleOf('expect_column_to_exist', { column }, { severity })];
  const maxShare = short['max-null-share'];
  if (maxShare !== undefined)
    rules.push(ruleOf('expect_column_values_to_not_be_null', { column }, { ...rest, maxShare }));
  if (short.type !== undefined)
    rules.push(ruleOf('expect_column_values_to_be_of_type', { ...common, type_: short.type }, rest));
  if (short.min !== undefined || short.max !== undefined)
    rules.push(
      ruleOf('expect_column_values_to_be_between', { ...common, ...ends(short.min, short.max) }, rest),
    );
  if (short.in !== undefined)
    rules.push(ruleOf('expect_column_values_to_be_in_set', { ...common, value_set: short.in }, rest));
  if (short['not-in'] !== undefined)
    rules.push(
      ruleOf('expect_column_values_to_not_be_in_set', { ...common, value_set: short['not-in'] }, rest),
    );
  if (short.regex !== undefined)
    rules.push(ruleOf('expect_column_values_to_match_regex', { ...common, regex: short.regex }, rest));
  if (short['not-regex'] !== undefined)
    rules.push(
      ruleOf('expect_column_values_to_not_match_regex', { ...common, regex: short['not-regex'] }, rest),
    );
  const [shortest, longest] = [short['min-length'], short['max-length']];
  if (shortest !== undefined || longest !== undefined)
    rules.push(
      ruleOf('expect_column_value_lengths_to_be_between', { ...common, ...ends(shortest, longest) }, rest),
    );
  if (short.unique === true) rules.push(ruleOf('expect_column_values_to_be_unique', common, rest));
  return rules;
}

function ends<T>(min: T | undefined, max: T | undefined) {
  return { ...(min !== undefined && { min_value: min }), ...(max !== undefined && { max_value: max }) };
}

/** A primary key: every part is there, and no combination comes twice. */
export function expandKey(key: readonly string[]): readonly Rule[] {
  const present = key.map((column) => ruleOf('expect_column_values_to_not_be_null', { column }));
  const [only, ...more] = key;
  if (only === undefined) return [];
  if (more.length === 0) return [...present, ruleOf('expect_column_values_to_be_unique', { column: only })];
  return [...present, ruleOf('expect_compound_columns_to_be_unique', { column_list: [...key] })];
}
