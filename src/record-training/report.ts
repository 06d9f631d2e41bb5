import type { GateResult } from '../gate/result.js';
import type { Cell, Headline, Section } from '../gate/section.js';
import { identityOf, type Subject } from '../gate/subject.js';

export const headlines: readonly Headline[] = [
  { name: 'step', label: 'Step', description: 'Name of the recorded step.' },
  { name: 'exit-code', label: 'Exit code', description: 'What the command ended with.' },
  { name: 'seconds', label: 'Seconds', description: 'How long the command ran.' },
  {
    name: 'record-digest',
    label: 'Record',
    description: 'SHA-256 of the training record in the evidence store; empty where none was written.',
  },
];

export function figures({ metrics }: GateResult): Readonly<Record<string, Cell>> {
  return {
    step: text(metrics.step),
    'exit-code': number(metrics.exitCode),
    seconds: number(metrics.seconds),
    'record-digest': text(metrics.record),
  };
}

export function report({ metrics, subjects }: GateResult): readonly Section[] {
  const made = subjects.filter(({ name }) => listOf(metrics.outputs).includes(name));
  const used = subjects.filter((subject) => !made.includes(subject));
  return [
    { kind: 'note', title: 'Command', text: listOf(metrics.command).map(quoted).join(' ') },
    itemTable('What went in', used),
    itemTable('What came out', made),
  ];
}

function itemTable(title: string, subjects: readonly Subject[]): Section {
  return {
    kind: 'table',
    title,
    columns: [{ label: 'Role' }, { label: 'Name' }, { label: 'Digest' }],
    rows: subjects.map((s) => [
      s.label === undefined ? s.role : `${s.role} ${s.label}`,
      s.name,
      identityOf(s),
    ]),
  };
}

/** As one would type it; for reading only, never run. */
function quoted(argument: string): string {
  return /^[\w./:=@%+,-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function number(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
