import type { Check } from '../gate/check.js';
import { inputError } from '../gate/failure.js';
import type { JsonObject } from '../gate/json.js';
import type { ProfileFile } from '../gate/profile.js';
import type { RowsAsk, ValueAsk } from './ask.js';
import { assertSpoken, compileRules } from './compile-rules.js';
import type { Dataset } from './dataset.js';
import type { Dialect, JudgedCells, Sampling, Speaker } from './dialect.js';
import type { Opened } from './fault.js';
import { type Histogram, histogramOf, spreadOf } from './histograms.js';
import { measure } from './measure.js';
import { mixedCheck, straysIn } from './mixed-types.js';
import { columnsIn, countIn, type Figures, leavesOf, type Metric, rowCount } from './plan.js';
import { isProfiledInFull, likelyNumbers, profileMetrics, profileOf } from './profile.js';
import { profileFile, valuesMetric } from './profile-file.js';
import { type Compiled, type DatasetFacts, rowsOutcome, ruleCheck } from './rule-check.js';
import { sampleRows } from './sample.js';
import { rowsCheck } from './structure-checks.js';
import { rowsOf } from './table.js';
import type { World } from './world.js';

export interface JudgedTable {
  readonly checks: readonly Check[];
  /** Of each column, with its histogram where that is cheap. */
  readonly profile: readonly JsonObject[];
  /** Where the settings ask for one. */
  readonly file?: ProfileFile;
}

/** Columns whose histograms are drawn. */
const mostDrawn = 200;

/** Holds the rules against a table that is well-formed: one scan for most figures, more only where a rule needs or rows fall short. */
export async function judgeTable(
  { rules, settings }: Dataset,
  opened: Opened,
  known: World,
  speaker: Speaker,
  dataset: DatasetFacts,
): Promise<JudgedTable> {
  const { compiled, settled } = compileRules(rules, known, speaker.dialect, dataset);
  const numbers = await likelyNumbers(speaker, known, dataset.shown);
  const candidates = numbers.most;
  const table = known.table.format === 'csv' ? { ...known.table, likelyNumbers: numbers.all } : known.table;
  const world = { ...known, table };
  const metrics = [rowCount, ...profileMetrics(table, candidates), ...compiled.flatMap(metricsOf)];
  await speaker.judge(world, judgedIn(compiled), dataset.shown);
  const first = await measure(speaker, world, metrics, dataset.shown);
  assertAllRead(countIn(first, rowCount), rowsOf(table), dataset);
  const resolved = compiled.map((one) => resolve(one, first, speaker.dialect));
  const profile = profileOf(table, rowsOf(table), candidates, first);
  const wantsFile = settings.profile !== undefined;
  const drawn = wantsFile ? profile.length : isProfiledInFull(table) ? mostDrawn : 0;
  const spreads = profile.slice(0, drawn).map(spreadOf);
  // From Spark texts come back only where they may be shown.
  const tellsValues = settings.engine !== 'spark' || dataset.showSamples;
  const values = wantsFile && tellsValues ? profile.map(valuesMetric) : [];
  const more = [...resolved.flatMap(metricsOf), ...[...spreads, ...values].flatMap((one) => one ?? [])];
  const figures = await measure(speaker, world, more, dataset.shown, first);
  const histograms = spreads.map((spread) => spread && histogramOf(spread, figures));

  const mixed = profile.flatMap(({ type }, column) =>
    type === 'mixed' && !hasTypeRule(resolved, column) ? [column] : [],
  );
  const failing = resolved.flatMap((one) => (samplingOf(one, figures) ? [one] : []));
  const samplings = [...failing.flatMap((one) => samplingOf(one, figures) ?? []), ...mixed.map(straysIn)];
  const samples = samplings.length === 0 ? [] : await sampleRows(speaker, opened, world, samplings);
  const samplesOf = new Map(failing.map((one, i) => [one, samples[i]]));

  return {
    checks: [
      rowsCheck(rowsOf(table), settings['allow-empty'] ?? false, dataset),
      ...settled,
      ...resolved.map((one) => ruleCheck(one, figures, samplesOf.get(one) ?? [], dataset)),
      ...mixed.map((column, i) =>
        mixedCheck(table, column, figures, samples[failing.length + i] ?? [], dataset),
      ),
    ],
    profile: profile.map((column, i) => ({
      ...column,
      ...(i < mostDrawn && histograms[i] && { histogram: jsonOf(histograms[i]) }),
    })),
    ...(wantsFile && {
      file: profileFile(
        dataset,
        rowsOf(table),
        profile.map((column, i) => ({ profile: column, histogram: histograms[i], values: values[i] })),
        figures,
      ),
    }),
  };
}

function jsonOf({ of, width, bins }: Histogram): JsonObject {
  return { of, width, bins: bins.map(([index, count]) => [index, count]) };
}

function metricsOf({ ask }: Compiled): readonly Metric[] {
  switch (ask.kind) {
    case 'rows':
      return [ask.unexpected, ask.considered];
    case 'value':
      return ask.metrics;
    case 'later':
      return ask.needs;
    case 'schema':
      return [];
  }
}

/** Each kind of judgement of a column once. */
function judgedIn(compiled: readonly Compiled[]): readonly JudgedCells[] {
  const leaves = compiled
    .flatMap(metricsOf)
    .flatMap(({ where }) => (where ? leavesOf(where) : []))
    .filter((leaf) => leaf.kind === 'judged');
  return [...new Map(leaves.map((leaf) => [JSON.stringify(leaf), leaf])).values()];
}

/** What depends on figures is asked once they are known. @throws Failure('config') when the engine has no words for it. */
function resolve(one: Compiled, figures: Figures, dialect: Dialect): Compiled {
  if (one.ask.kind !== 'later') return one;
  const ask: RowsAsk | ValueAsk = one.ask.next(figures);
  assertSpoken(ask, one.rule, dialect);
  return { ...one, ask };
}

/** The rows of a rule that fell short, and the columns that it looks at. */
function samplingOf({ ask }: Compiled, figures: Figures): Sampling | undefined {
  if (ask.kind !== 'rows' || !ask.rows || rowsOutcome(ask, figures).met) return undefined;
  const { where, repeated, disorder } = ask.rows;
  const columns = repeated ?? (disorder ? [disorder.column] : [...new Set(columnsIn(where))]);
  return { rows: ask.rows, columns };
}

/** What was surveyed and what the engine counted must be the same rows, else one of us misread the file. */
function assertAllRead(read: number, surveyed: number, { shown }: DatasetFacts): void {
  if (read !== surveyed)
    throw inputError(`${read} rows were judged where the file holds ${surveyed}`, {
      place: { file: shown },
      fix: 'let nothing write to the data while the gate runs; if nothing did, report this file’s form as a bug',
    });
}

function hasTypeRule(compiled: readonly Compiled[], column: number): boolean {
  return compiled.some(
    ({ rule, ask }) =>
      rule.name === 'expect_column_values_to_be_of_type' &&
      ask.kind === 'rows' &&
      ask.rows !== undefined &&
      columnsIn(ask.rows.where).includes(column),
  );
}
