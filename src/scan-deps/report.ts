import type { Check } from '../gate/check.js';
import type { JsonObject } from '../gate/json.js';
import { by } from '../gate/order.js';
import type { GateResult } from '../gate/result.js';
import type { Cell, Headline, Section, TableSection } from '../gate/section.js';
import { pinnedId } from './dependencies/pins.js';

export const headlines: readonly Headline[] = [
  { name: 'dependencies', label: 'Dependencies', description: 'How many dependencies the lock files name.' },
  {
    name: 'vulnerabilities',
    label: 'Vulnerabilities',
    description: 'How many known vulnerabilities they have, blocking or not.',
  },
  { name: 'unpinned', label: 'Unpinned', description: 'How many dependencies have no one exact version.' },
  { name: 'model-files', label: 'Model files', description: 'How many model files were opened.' },
  {
    name: 'unsafe-model-files',
    label: 'Unsafe model files',
    description: 'How many model files hold code or are malformed.',
  },
];

export function figures({ metrics, checks }: GateResult): Readonly<Record<string, Cell>> {
  const count = (name: string) => (metrics[name] === undefined ? null : rowsOf(metrics, name).length);
  const unsafe = rowsOf(metrics, 'modelFiles').filter(
    ({ verdict }) => verdict !== 'safe' && verdict !== null,
  );
  return {
    dependencies: count('dependencies'),
    vulnerabilities: count('vulnerabilities'),
    unpinned: unpinnedOf(checks),
    'model-files': count('modelFiles'),
    'unsafe-model-files': metrics.modelFiles === undefined ? null : unsafe.length,
  };
}

function unpinnedOf(checks: readonly Check[]): Cell {
  const observed = checks.find(({ id }) => id === pinnedId)?.observed;
  return typeof observed === 'number' ? observed : null;
}

export function report(result: GateResult): readonly Section[] {
  return [vulnerabilityTable(result), modelTable(result), sourceNote(result)].filter(
    (section) => section !== null,
  );
}

/** Worst first, as the judgement lists them. */
function vulnerabilityTable({ metrics }: GateResult): TableSection | null {
  const rows = rowsOf(metrics, 'vulnerabilities');
  if (rows.length === 0) return null;
  return {
    kind: 'table',
    title: 'Known vulnerabilities',
    note: 'Worst first. “Fixed in” is the lowest later version that mends this one.',
    columns: ['Package', 'Version', 'Advisory', 'Also known as', 'Severity', 'Exploited', 'Fixed in'].map(
      (label) => ({
        label,
      }),
    ),
    rows: rows.map(({ name, version, id, aliases, severity, exploited, fixed }) => [
      textOf(name),
      textOf(version),
      textOf(id),
      listOf(aliases),
      textOf(severity),
      exploited === true ? 'known exploited' : '',
      fixed === null ? 'not yet' : textOf(fixed),
    ]),
  };
}

/** A folder of shards has thousands of files: those that are fine are counted, those that are not are listed. */
function modelTable({ metrics }: GateResult): TableSection | null {
  const all = rowsOf(metrics, 'modelFiles');
  if (all.length === 0) return null;
  const rows = all.toSorted(by(badness, ({ path }) => textOf(path))).slice(0, listedModels);
  const more = all.length > rows.length ? ` ${all.length - rows.length} more are not listed.` : '';
  return {
    kind: 'table',
    title: 'Model files',
    note: `Opened without running anything, by content and never by suffix; worst first.${more}`,
    columns: ['File', 'Format', 'Verdict', 'Reasons'].map((label) => ({ label })),
    rows: rows.map(({ path, format, verdict, reasons }) => [
      textOf(path),
      textOf(format),
      verdict === null ? 'not judged' : textOf(verdict),
      listOf(reasons),
    ]),
  };
}

const listedModels = 200;
const worstFirst: readonly unknown[] = ['malicious', 'malformed', 'code', null, 'safe'];

function badness({ verdict }: JsonObject): number {
  return worstFirst.indexOf(verdict);
}

function sourceNote({ materials }: GateResult): Section | null {
  const dated = materials.filter(({ date }) => date !== undefined);
  if (dated.length === 0) return null;
  return {
    kind: 'note',
    title: 'What was looked up in',
    text: dated.map(({ name, date = '' }) => `${name}, as of ${date.slice(0, 10)}`).join('; '),
  };
}

function rowsOf(metrics: JsonObject, name: string): readonly JsonObject[] {
  const rows = metrics[name];
  return Array.isArray(rows) ? rows : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function listOf(value: unknown): string {
  return Array.isArray(value) ? value.map(textOf).join('; ') : '';
}
