import { type Check, type CheckDraft, check } from '../gate/check.js';
import { type Finding, finding } from '../gate/finding.js';
import { type Json, type JsonObject, round9 } from '../gate/json.js';
import type { Subject } from '../gate/subject.js';
import type { Ask, RowsAsk, ValueAsk } from './ask.js';
import type { Wording } from './expectations/entry.js';
import { countIn, type Figures } from './plan.js';
import type { Rule } from './rule.js';
import { describeSample, type SampledRow } from './sample.js';

/** A rule, what it asks of the table at hand, and how to say it. */
export interface Compiled {
  readonly rule: Rule;
  readonly wording: Wording;
  readonly ask: Ask;
}

export interface DatasetFacts {
  readonly name: string;
  /** As people know it: its file, or the folder of its files. */
  readonly shown: string;
  readonly subject: Subject;
  readonly showSamples: boolean;
}

/** How a rule about rows came out. */
interface RowsOutcome {
  readonly unexpected: number;
  readonly considered: number;
  readonly met: boolean;
}

/** `mostly` as in Great Expectations: the share that meets it is compared unrounded, and nothing looked at is enough. */
export function rowsOutcome({ unexpected, considered, tolerance }: RowsAsk, figures: Figures): RowsOutcome {
  const bad = countIn(figures, unexpected);
  const all = countIn(figures, considered);
  const met =
    all === 0 ||
    (tolerance.kind === 'mostly' ? (all - bad) / all >= tolerance.least : bad / all <= tolerance.most);
  return { unexpected: bad, considered: all, met };
}

export function ruleCheck(
  compiled: Compiled,
  figures: Figures,
  samples: readonly SampledRow[],
  dataset: DatasetFacts,
): Check {
  const { ask } = compiled;
  switch (ask.kind) {
    case 'rows':
      return check(rowsDraft(compiled, ask, rowsOutcome(ask, figures), samples, dataset));
    case 'value':
      return check(valueDraft(compiled, ask, figures, dataset));
    case 'later':
      throw new Error('asked later, and judged now');
    case 'schema':
      return check({
        ...commonDraft(compiled, dataset),
        observed: ask.observed,
        ...(ask.threshold !== undefined && { threshold: ask.threshold }),
        findings: ask.problems.map((message) => tableFinding(compiled, message, dataset)),
      });
  }
}

function rowsDraft(
  compiled: Compiled,
  ask: RowsAsk,
  { unexpected, considered, met }: RowsOutcome,
  samples: readonly SampledRow[],
  dataset: DatasetFacts,
): CheckDraft {
  const draft = commonDraft(compiled, dataset);
  const share = considered === 0 ? null : round9(unexpected / considered);
  const { tolerance } = ask;
  const listed = met ? [] : samples.map((sample, i) => rowFinding(compiled, sample, i, dataset));
  const told =
    met || listed.length > 0
      ? listed
      : [tableFinding(compiled, `${unexpected} of ${considered} fall short`, dataset)];
  return {
    ...draft,
    observed: tolerance.kind === 'mostly' && share !== null ? round9(1 - share) : share,
    threshold: tolerance.kind === 'mostly' ? { mostly: tolerance.least } : { maxShare: tolerance.most },
    findings: told,
    findingCount: met ? 0 : Math.max(unexpected, told.length),
    facts: {
      ...draft.facts,
      elementCount: considered,
      unexpectedCount: unexpected,
      unexpectedPercent: considered === 0 ? null : round9((unexpected / considered) * 100),
    },
  };
}

function valueDraft(compiled: Compiled, ask: ValueAsk, figures: Figures, dataset: DatasetFacts): CheckDraft {
  const draft = commonDraft(compiled, dataset);
  const { observed, met, problem, ofCells, facts } = ask.outcome(figures);
  return {
    ...draft,
    observed: ofCells && !dataset.showSamples ? redacted(observed) : observed,
    threshold: ask.threshold,
    findings: met ? [] : [tableFinding(compiled, problem, dataset)],
    facts: { ...draft.facts, ...facts },
  };
}

/** Values of cells by their shape alone; numbers and times are figures. */
function redacted(observed: Json): Json {
  if (Array.isArray(observed)) return observed.map((one: Json) => redacted(one));
  if (typeof observed !== 'string' || /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/.test(observed)) return observed;
  return `text of ${[...observed].length} characters`;
}

export function commonDraft({ rule, wording }: Omit<Compiled, 'ask'>, dataset: DatasetFacts) {
  return {
    id: `data-validate/${wording.id}`,
    title: `${dataset.name}: ${wording.subject} ${wording.asks}`,
    facts: factsOf(rule, dataset),
  };
}

function factsOf({ name, args, meta }: Rule, dataset: DatasetFacts): JsonObject {
  return {
    dataset: dataset.name,
    expectation: name,
    ...('column' in args && { column: args.column }),
    ...('column_list' in args && { columns: args.column_list }),
    ...('column_set' in args && { columns: args.column_set }),
    ...('column_A' in args && { columns: [args.column_A, args.column_B] }),
    ...(meta !== undefined && { meta }),
  };
}

function itemOf({ args }: Rule): string | undefined {
  if ('column' in args) return args.column;
  if ('column_A' in args) return `${args.column_A},${args.column_B}`;
  return 'column_list' in args ? args.column_list.join(',') : undefined;
}

export function tableFinding(
  { rule, wording }: Omit<Compiled, 'ask'>,
  problem: string,
  dataset: DatasetFacts,
): Finding {
  const item = itemOf(rule);
  return finding(`data-validate/${wording.id}`, {
    severity: rule.severity,
    message: `${wording.subject} should have: ${wording.asks}; ${problem}`,
    file: dataset.shown,
    ...(item !== undefined && { item }),
    distinct: wording.asks,
  });
}

function rowFinding(
  { rule, wording }: Compiled,
  { shown, row, line, cells }: SampledRow,
  index: number,
  dataset: DatasetFacts,
): Finding {
  const item = itemOf(rule);
  return finding(`data-validate/${wording.id}`, {
    severity: rule.severity,
    message: `${wording.subject} ${wording.fallsShort}`,
    file: shown,
    ...(line !== undefined && { line }),
    ...(row !== undefined && { row }),
    sample: describeSample(cells, dataset.showSamples),
    ...(item !== undefined && { item }),
    distinct: `${wording.asks} ${row ?? `sample ${index}`}`,
  });
}
