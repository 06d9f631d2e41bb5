import type { Check } from '../gate/check.js';
import type { Json, JsonObject } from '../gate/json.js';
import type { GateResult } from '../gate/result.js';
import type { Cell, Headline, IntervalSection, NoteSection, Section, TableSection } from '../gate/section.js';
import type { CheckStatus } from '../gate/verdict.js';
import type { Figures, GroupFigures } from './figures.js';
import { type Band, defaultAlpha } from './rule.js';

export const headlines: readonly Headline[] = [
  {
    name: 'worst-ratio',
    label: 'Worst ratio',
    description: 'The judged ratio that is furthest from 1; empty where undefined',
  },
  { name: 'groups', label: 'Groups', description: 'Number of groups over all attributes' },
  { name: 'rows', label: 'Rows', description: 'Rows judged' },
  { name: 'inconclusive', label: 'Inconclusive', description: 'Comparisons that the data could not settle' },
];

export function headlineFigures(result: GateResult): Readonly<Record<string, Cell>> {
  const { worstRatio = null, groups = [], rows = null, inconclusive = null } = figuresIn(result);
  return { 'worst-ratio': worstRatio, groups: groups.length, rows, inconclusive };
}

/** The gate wrote them; absent where it did not come to judge. */
function figuresIn(result: GateResult): Partial<Figures> {
  return result.metrics as Partial<Figures>;
}

export function reportSections(result: GateResult): readonly Section[] {
  const figures = figuresIn(result);
  return [
    ...result.checks.flatMap((check) => intervalSection(check) ?? []),
    ...(figures.groups ? [groupTable(figures.groups)] : []),
    ...(figures.definitions ? [definitionNote(figures.definitions, result)] : []),
  ];
}

/** One group of a check's facts, as `ruleCheck` writes it. */
interface GroupFacts extends JsonObject {
  readonly group: string;
  readonly rows: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly status: CheckStatus;
  readonly people: string | null;
}

function intervalSection({ title, facts, threshold }: Check): IntervalSection | undefined {
  const { metric, scale, reference, comparisons, alpha, decide, byDefault } = facts;
  if (!isGroupFacts(facts.groups) || facts.groups.length === 0) return undefined;
  const ratio = scale === 'ratio';
  const level = 100 * (1 - (Number(alpha) || defaultAlpha));
  const decision =
    decide === 'point' ? 'Decided by the observed value alone; the' : 'Decided by the interval; the';
  return {
    kind: 'intervals',
    title,
    note: `${byDefault === true ? 'No rule was written: this is the default. ' : ''}${decision} ${comparisons} intervals of the rule hold together with ${Number(level.toPrecision(4))} % confidence (Bonferroni).`,
    axis: `${metric} ${scale} to ${reference}`,
    scale: ratio ? 'log' : 'linear',
    reference: ratio ? 1 : 0,
    ...acceptedOf(threshold, String(scale)),
    rows: facts.groups.map(({ group, value, low, high, status, rows, people }) => ({
      label: group,
      value,
      low,
      high,
      status,
      detail: `${rows} rows${people === null ? '' : `, ${people}`}`,
    })),
  };
}

function isGroupFacts(groups: Json | undefined): groups is readonly GroupFacts[] {
  return Array.isArray(groups);
}

function acceptedOf(threshold: Json | undefined, scale: string): { readonly accepted?: Band } {
  const band = (threshold as { readonly [scale: string]: Band } | undefined)?.[scale];
  return band ? { accepted: band } : {};
}

const rates = [
  ['selection_rate', 'selected'],
  ['true_positive_rate', 'TPR'],
  ['false_positive_rate', 'FPR'],
  ['false_negative_rate', 'FNR'],
  ['precision', 'precision'],
  ['accuracy', 'accuracy'],
  ['base_rate', 'base rate'],
] as const;

function groupTable(groups: readonly GroupFigures[]): TableSection {
  const numeric = (label: string) => ({ label, numeric: true });
  return {
    kind: 'table',
    title: 'Groups',
    note: 'Counts compare prediction and label; TPR, FPR and FNR are rates of true positives, false positives and false negatives.',
    columns: [
      { label: 'group' },
      ...['rows', 'TP', 'FP', 'TN', 'FN'].map(numeric),
      ...rates.map(([, label]) => numeric(label)),
    ],
    rows: groups.map(({ attributes, n, tp, fp, tn, fn, metrics }) => [
      Object.entries(attributes)
        .map(([name, value]) => `${name}=${value}`)
        .join(', '),
      ...[n, tp, fp, tn, fn],
      ...rates.map(([name]) => metrics[name] ?? null),
    ]),
  };
}

function definitionNote(
  { label, prediction, favourable }: Figures['definitions'],
  { metrics }: GateResult,
): NoteSection {
  const missing = Object.entries((metrics as Partial<Figures>).missing ?? {}).filter(
    ([, count]) => count > 0,
  );
  return {
    kind: 'note',
    title: 'What the words mean',
    text: [
      `Positive label: ${label}. Positive prediction: ${prediction}. Selected (the favourable outcome): ${favourable}.`,
      ...missing.map(([attribute, count]) => `${attribute} was missing in ${count} rows.`),
      'A comparison passes when its whole interval is accepted, fails when none of it is, and is inconclusive otherwise: then there are too few rows to tell.',
      'Intervals: Katz for ratios (Koopman where a count is 0), Newcombe for differences. Against the best group the interval also covers that another group may truly be the best.',
      'The four-fifths ratio is a screening rule of US employment guidelines (29 CFR 1607.4(D)); elsewhere it is your own policy. A rate over nobody is undefined, not 0.',
    ].join(' '),
  };
}
