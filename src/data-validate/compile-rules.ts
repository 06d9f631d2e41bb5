import { EngineError, type EngineSession } from '../engine/engine.js';
import { type Check, check } from '../gate/check.js';
import { configError } from '../gate/failure.js';
import { AbsentColumn, askOf } from './expectations.js';
import { assertCommonRegex } from './regex.js';
import type { Rule } from './rule.js';
import { type Compiled, commonDraft, type DatasetFacts, tableFinding } from './rule-check.js';
import type { Table } from './table.js';
import { wordsFor } from './wording.js';

interface CompiledRules {
  readonly compiled: readonly Compiled[];
  /** Of rules that need no figures: their column is absent. */
  readonly settled: readonly Check[];
}

/**
 * Holds every rule against the columns.
 *
 * @throws Failure('config') when the arguments of a rule make no sense.
 */
export function compileRules(rules: readonly Rule[], table: Table, dataset: DatasetFacts): CompiledRules {
  const compiled: Compiled[] = [];
  const settled: Check[] = [];
  for (const rule of rules) {
    const wording = wordsFor(rule);
    try {
      compiled.push({ rule, wording, ask: askOf(rule, table) });
    } catch (error) {
      if (!(error instanceof AbsentColumn)) throw error;
      settled.push(absentCheck({ rule, wording }, error.message, dataset));
    }
  }
  return { compiled, settled };
}

function absentCheck(about: Omit<Compiled, 'ask'>, problem: string, dataset: DatasetFacts): Check {
  const draft = commonDraft(about, dataset);
  if (about.rule.optional)
    return check({ ...draft, outcome: { status: 'skip', reason: 'the column is optional and absent' } });
  return check({ ...draft, findings: [tableFinding(about, problem, dataset)] });
}

/** What becomes of rules whose dataset is written too badly to be read as a table. */
export function unjudgedChecks(rules: readonly Rule[], dataset: DatasetFacts): readonly Check[] {
  return rules.map((rule) =>
    check({
      ...commonDraft({ rule, wording: wordsFor(rule) }, dataset),
      outcome: { status: 'skip', reason: 'not judged: the dataset is not well-formed' },
    }),
  );
}

/**
 * Checks every pattern by our own rules, then lets the engine compile it, since that has limits of its own (size of the program).
 *
 * @throws Failure('config') naming the pattern.
 */
export async function assertRegexes(rules: readonly Rule[], session: EngineSession): Promise<void> {
  for (const pattern of new Set(rules.flatMap(({ args }) => ('regex' in args ? [args.regex] : [])))) {
    assertCommonRegex(pattern);
    try {
      await session.rows("SELECT regexp_matches('', $1)", [pattern]);
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      const shown = JSON.stringify(pattern.slice(0, 200));
      throw configError(`regular expression ${shown} is not valid: ${error.message}`, {
        fix: 'use what RE2 and Java have in common',
      });
    }
  }
}
