import type { Json, JsonObject } from '../gate/json.js';
import type { GateResult } from '../gate/result.js';
import type { Cell, Headline, Section, TableSection } from '../gate/section.js';

export const headlines: readonly Headline[] = [
  { name: 'size', label: 'Entries', description: 'Number of entries that the checkpoint signs.' },
  { name: 'new-entries', label: 'New entries', description: 'Number of entries that this run added.' },
  {
    name: 'anchored',
    label: 'Anchored',
    description: '`true` when the log was checked against a remembered checkpoint, else `false`.',
  },
];

export function figures({ metrics }: GateResult): Readonly<Record<string, Cell>> {
  return {
    size: cell(metrics.size),
    'new-entries': cell(metrics.newEntries),
    anchored: String(metrics.anchored === true),
  };
}

export function report({ metrics }: GateResult): readonly Section[] {
  return [logSection(metrics), ...entriesSection(metrics), ...proofSection(metrics)];
}

function logSection(metrics: JsonObject): TableSection {
  const lines: readonly (readonly [string, Json | undefined])[] = [
    ['Store', metrics.store],
    ['Origin', metrics.origin],
    ['Public key', metrics.publicKey],
    ['Entries', metrics.size],
    ['Root hash', metrics.rootHash],
    ['Anchored', metrics.anchored === true ? 'yes, to a remembered checkpoint' : 'no'],
    ['Audit records', metrics.records],
    ['Entries of other kinds', metrics.foreign],
  ];
  return {
    kind: 'table',
    title: 'The log',
    columns: [{ label: '' }, { label: '' }],
    rows: lines.filter(([, value]) => value !== undefined).map(([label, value]) => [label, cell(value)]),
  };
}

const columns = ['index', 'time', 'gate', 'instance', 'verdict', 'actor', 'run', 'evidence'] as const;

function entriesSection(metrics: JsonObject): readonly Section[] {
  const entries = metrics.entries;
  if (!Array.isArray(entries)) return [];
  const { matches, newEntries } = metrics;
  return [
    {
      kind: 'table',
      title: 'Entries',
      // `append` was asked to record, not to show.
      ...(newEntries === undefined && { always: true as const }),
      ...(typeof matches === 'number' && { note: `${entries.length} of ${matches} that match.` }),
      columns: columns.map((label) => ({ label, numeric: label === 'index' })),
      rows: entries.map((entry: JsonObject) => columns.map((column) => cell(entry[column]))),
    },
  ];
}

function proofSection({ proof, entry, index }: JsonObject): readonly Section[] {
  if (typeof proof !== 'string' || typeof entry !== 'string') return [];
  return [
    {
      kind: 'note',
      title: 'Proof',
      text: `${proof} proves, offline, that entry ${String(index)} is in the log; the entry itself is in it, and in ${entry}.`,
    },
  ];
}

function cell(value: Json | undefined): Cell {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}
