import type { Json, JsonObject } from '../gate/json.js';
import type { TableSection } from '../gate/section.js';
import type { Rule } from './rule.js';
import type { SuiteChanges } from './suite.js';

/** More are no change that anyone reads line by line. */
const mostRules = 200;
const longestRule = 500;

/** As evidence keeps it. */
export function describeChanges({ added, removed, problem }: SuiteChanges): JsonObject {
  return {
    added: added.slice(0, mostRules).map(phrase),
    removed: removed.slice(0, mostRules).map(phrase),
    ...(problem !== undefined && { problem: problem.slice(0, longestRule) }),
  };
}

function phrase({ name, args }: Rule): string {
  return `${name} ${JSON.stringify(args)}`.slice(0, longestRule);
}

/** @param changes as `describeChanges` tells them; of another version perhaps. */
export function changesSection(dataset: string, { added, removed, problem }: JsonObject): TableSection {
  const rows = (what: string, rules: Json | undefined) =>
    (Array.isArray(rules) ? rules : []).map((rule) => [what, String(rule)]);
  return {
    kind: 'table',
    title: `Changes to the suite of ${dataset}, in force once they are merged`,
    ...(typeof problem === 'string' && {
      note: `The suite of this change cannot be read: ${problem}. Once merged, the gate cannot run.`,
    }),
    columns: [{ label: 'change' }, { label: 'rule' }],
    rows: [...rows('added', added), ...rows('taken away', removed)],
  };
}
