import { type Check, check } from '../gate/check.js';
import { configError } from '../gate/failure.js';
import type { Ask } from './ask.js';
import type { Dialect, Speaker } from './dialect.js';
import { askOf, wordsFor } from './expectations/catalogue.js';
import { AbsentColumn } from './expectations/rows.js';
import { leavesOf } from './plan.js';
import { assertCommonRegex } from './regex.js';
import type { Rule } from './rule.js';
import { type Compiled, commonDraft, type DatasetFacts, tableFinding } from './rule-check.js';
import type { World } from './world.js';

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
export function compileRules(
  rules: readonly Rule[],
  world: World,
  dialect: Dialect,
  dataset: DatasetFacts,
): CompiledRules {
  const compiled: Compiled[] = [];
  const settled: Check[] = [];
  for (const rule of rules) {
    const wording = wordsFor(rule);
    try {
      const ask = askOf(rule, world);
      assertSpoken(ask, rule, dialect);
      compiled.push({ rule, wording, ask });
    } catch (error) {
      if (!(error instanceof AbsentColumn)) throw error;
      settled.push(absentCheck({ rule, wording }, error.message, dataset));
    }
  }
  return { compiled, settled };
}

/** @throws Failure('config') when the engine has no words for what is asked. */
export function assertSpoken(ask: Ask, { name }: Rule, dialect: Dialect): void {
  const metrics =
    ask.kind === 'rows'
      ? [ask.unexpected, ask.considered]
      : ask.kind === 'value'
        ? ask.metrics
        : ask.kind === 'later'
          ? ask.needs
          : [];
  const asked = [...metrics, ...metrics.flatMap(({ where }) => (where ? leavesOf(where) : []))];
  for (const one of asked) {
    const refusal = dialect.refusal(one);
    if (refusal !== undefined)
      throw configError(`\`${name}\`: ${refusal}`, { fix: 'leave the rule out, or judge with DuckDB' });
  }
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

function patternsIn({ args }: Rule): readonly string[] {
  if ('regex' in args) return [args.regex];
  return 'regex_list' in args ? args.regex_list : [];
}

/**
 * Checks every pattern by our own rules, then by the engine's.
 *
 * @throws Failure('config') naming the pattern.
 */
export async function assertRegexes(
  rules: readonly Rule[],
  { refusedPattern }: Pick<Speaker, 'refusedPattern'>,
): Promise<void> {
  for (const pattern of new Set(rules.flatMap(patternsIn))) {
    assertCommonRegex(pattern);
    const refused = await refusedPattern(pattern);
    if (refused !== undefined)
      throw configError(
        `regular expression ${JSON.stringify(pattern.slice(0, 200))} is not valid: ${refused}`,
        {
          fix: 'use what RE2 and Java have in common',
        },
      );
  }
}
