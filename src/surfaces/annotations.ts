import { limits } from '../gate/limits.js';
import { inertTerminal } from './inert.js';
import { allFindings, type LocatedFinding, type Report } from './report.js';
import { plural } from './words.js';

/** As GitHub shows it beside a line of the diff. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly title: string;
  readonly message: string;
}

const levels = { error: 'error', warning: 'warning', note: 'notice' } as const;

/**
 * Findings on files in git, worst first, as many per level as GitHub shows of one step; what else there is, is counted
 * in one notice.
 *
 * @param tracked paths of the files in git, as findings name them.
 */
export function renderAnnotations(report: Report, tracked: ReadonlySet<string>): readonly Annotation[] {
  const live = allFindings(report.result).filter(({ finding }) => finding.waivedBy === undefined);
  const candidates = live
    .filter(({ finding }) => finding.file !== undefined && tracked.has(finding.file))
    .map(annotate);
  const unlisted = report.result.checks.reduce((sum, c) => sum + c.findingCount - c.findings.length, 0);
  const shown = firstOfEachLevel(candidates, limits.annotationsPerLevel);
  const left = live.length + unlisted - shown.length;
  if (left === 0) return shown;
  const room = firstOfEachLevel(shown, limits.annotationsPerLevel, {
    notice: limits.annotationsPerLevel - 1,
  });
  return [...room, rest(report, live.length + unlisted - room.length)];
}

function annotate({ check, finding }: LocatedFinding): Annotation {
  const { file, line, column, message, fix } = finding;
  return {
    level: levels[finding.severity],
    ...(file !== undefined && { file }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    title: inertTerminal(`${check.id}: ${check.title}`),
    message: inertTerminal(fix === undefined ? message : `${message} — ${fix}`),
  };
}

function firstOfEachLevel(
  all: readonly Annotation[],
  most: number,
  except: Partial<Record<Annotation['level'], number>> = {},
): readonly Annotation[] {
  const counts = new Map<Annotation['level'], number>();
  return all.filter(({ level }) => {
    const count = (counts.get(level) ?? 0) + 1;
    counts.set(level, count);
    return count <= (except[level] ?? most);
  });
}

function rest({ result }: Report, count: number): Annotation {
  return {
    level: 'notice',
    title: inertTerminal(`${result.gate}: ${plural(count, 'more finding')}`),
    message: `${plural(count, 'finding')} of this gate not shown here: see the job summary and the report.`,
  };
}
