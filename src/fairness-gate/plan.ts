import { configError } from '../gate/failure.js';
import type { RunContext } from '../gate/run-context.js';
import { type Condition, describeCondition, parseCondition } from './condition.js';
import { type References, readReferences } from './reference.js';
import { defaultRule, type Rule, readRule } from './rule.js';
import type { Settings } from './settings.js';

/** What makes a row positive. */
export type RowTest =
  | { readonly kind: 'binary'; readonly column: string; readonly positive: boolean }
  | { readonly kind: 'condition'; readonly condition: Condition };

/** Who has the favourable outcome: those predicted positive (or negative), or those a comparison names. */
type Favourable =
  | { readonly kind: 'predicted'; readonly positive: boolean }
  | { readonly kind: 'test'; readonly test: RowTest };

/** The settings, understood. */
export interface Plan {
  readonly predictions: string;
  readonly label: RowTest;
  readonly prediction: RowTest;
  readonly favourable: Favourable;
  /** False: nobody named it, so it was taken to be the positive prediction. */
  readonly favourableNamed: boolean;
  /** What the favourable outcome is called: `approved`. */
  readonly means?: string;
  readonly weight?: string;
  readonly attributes: readonly string[];
  readonly references: References;
  readonly missing: 'error' | 'own-group' | 'drop';
  readonly rules: readonly Rule[];
}

const section = 'fairness-gate';

/** @throws Failure('config') on settings that leave open what is meant. */
export function planOf(settings: Settings, run: RunContext): Plan {
  const attributes = required(settings.attributes, 'attributes');
  const references = readReferences(settings['reference-group'], attributes, `${section}/reference-group`);
  const favourable = readFavourable(settings.favourable);
  const context = { attributes, references, run };
  const rules = settings.rules?.map((rule, i) => readRule(rule, `${section}/rules/${i}`, context));
  const unnamed = rules?.findIndex(({ metric }) => metric.name === 'selection_rate') ?? -1;
  if (favourable === undefined && unnamed !== -1)
    throw configError(`${section}/rules/${unnamed}: without a favourable outcome nobody is selected`, {
      fix: 'say who is: `favourable: {when: "score < 0.12", means: approved}`, or the value of the prediction',
    });
  return {
    predictions: required(settings.predictions, 'predictions'),
    label: readTest(required(settings.label, 'label'), `${section}/label`),
    prediction: readPrediction(settings, favourable),
    favourable: favourable ?? { kind: 'predicted', positive: true },
    favourableNamed: favourable !== undefined,
    ...meaningOf(settings.favourable),
    ...(settings.weight !== undefined && { weight: settings.weight }),
    attributes,
    references,
    missing: settings.missing ?? 'error',
    rules: rules ?? [defaultRule(context)],
  };
}

function required<T>(value: T | undefined, name: keyof Settings): T {
  if (value !== undefined) return value;
  throw configError(`${section}: ${name} is missing`, {
    fix: `write \`${name}:\` in the section or give --${name}`,
  });
}

function readTest(written: NonNullable<Settings['label']>, key: string): RowTest {
  return typeof written === 'string'
    ? { kind: 'binary', column: written, positive: true }
    : testOf(parseCondition(written.when, `${key}/when`));
}

/** `approved = true` asks for the column's meaning, not for the word: 1 is true as well. */
function testOf(condition: Condition): RowTest {
  const { column, operator, constant } = condition;
  return typeof constant === 'boolean'
    ? { kind: 'binary', column, positive: constant === (operator === '=') }
    : { kind: 'condition', condition };
}

function readFavourable(written: Settings['favourable']): Favourable | undefined {
  if (written === undefined) return undefined;
  if (typeof written === 'object')
    return { kind: 'test', test: testOf(parseCondition(written.when, `${section}/favourable/when`)) };
  const word = String(written).toLowerCase();
  if (['1', '1.0', 'true'].includes(word)) return { kind: 'predicted', positive: true };
  if (['0', '0.0', 'false'].includes(word)) return { kind: 'predicted', positive: false };
  throw configError(
    `${section}/favourable: ${JSON.stringify(written)} is no value of a prediction of 0/1 or true/false`,
    {
      fix: 'name the rows that have it: `favourable: {when: "decision = \'approved\'"}`',
    },
  );
}

function meaningOf(favourable: Settings['favourable']): Pick<Plan, 'means'> {
  return typeof favourable === 'object' && favourable.means !== undefined ? { means: favourable.means } : {};
}

function readPrediction(
  { prediction, score, threshold }: Settings,
  favourable: Favourable | undefined,
): RowTest {
  if (prediction !== undefined) {
    if (score === undefined && threshold === undefined) return readTest(prediction, `${section}/prediction`);
    throw configError(
      `${section}: prediction and ${score === undefined ? 'threshold' : 'score'} are both given`,
      {
        fix: 'give either prediction, or score with threshold',
      },
    );
  }
  if (score === undefined)
    throw configError(`${section}: what the model predicted is missing`, {
      fix: 'give prediction, or score with threshold',
    });
  if (threshold !== undefined)
    return { kind: 'condition', condition: { column: score, operator: '>=', constant: threshold } };
  return cutOf(score, favourable);
}

/**
 * A favourable outcome that is a cut of the score also says where the model divides: scores rise with the chance of the
 * label, so those above the cut are predicted positive, whichever side is favourable.
 */
function cutOf(score: string, favourable: Favourable | undefined): RowTest {
  const condition =
    favourable?.kind === 'test' && favourable.test.kind === 'condition'
      ? favourable.test.condition
      : undefined;
  const above =
    condition &&
    ({ '<': '>=', '>=': '>=', '<=': '>', '>': '>', '=': null, '!=': null } as const)[condition.operator];
  if (condition?.column === score && above)
    return { kind: 'condition', condition: { ...condition, operator: above } };
  throw configError(`${section}: score is given without threshold`, {
    fix: 'add threshold: a score at or above it predicts positive',
  });
}

/** For the report: `score >= 0.12`, `approved is 1 or true`. */
export function describeTest(test: RowTest): string {
  if (test.kind === 'condition') return describeCondition(test.condition);
  return `${test.column} is ${test.positive ? '1 or true' : '0 or false'}`;
}

export function describeFavourable({ favourable, prediction, means }: Plan): string {
  const suffix = means === undefined ? '' : ` (${means})`;
  if (favourable.kind === 'test') return `${describeTest(favourable.test)}${suffix}`;
  return favourable.positive ? describeTest(prediction) : `not (${describeTest(prediction)})`;
}
