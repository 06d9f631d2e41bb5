import { assurances, type ChainLink } from '../gate/chain.js';
import type { Json, JsonObject } from '../gate/json.js';
import type { GateResult } from '../gate/result.js';
import type { Cell, Headline, Section } from '../gate/section.js';

export const headlines: readonly Headline[] = [
  {
    name: 'gates-passed',
    label: 'Gates passed',
    description: 'Number of required gates whose evidence is good.',
  },
  { name: 'gates-required', label: 'Gates required', description: 'Number of gates that must have passed.' },
];

export function figures({ metrics }: GateResult): Readonly<Record<string, Cell>> {
  return { 'gates-passed': cell(metrics.gatesPassed), 'gates-required': cell(metrics.gatesRequired) };
}

export function report({ metrics }: GateResult): readonly Section[] {
  const { ignored } = isObject(metrics.evidence) ? metrics.evidence : {};
  return [
    table('Gates', ['gate', 'instance', 'verdict', 'status', 'digest', 'reason'], metrics.gates),
    ...(listOf(ignored).length > 0 ? [table('Ignored evidence', ['name', 'reason'], ignored)] : []),
    {
      kind: 'chain',
      title: 'From what was judged to the evidence',
      links: listOf(metrics.chain).map(asLink),
    },
  ];
}

function table(title: string, columns: readonly string[], rows: Json | undefined): Section {
  return {
    kind: 'table',
    title,
    columns: columns.map((label) => ({ label })),
    rows: listOf(rows).map((row) => columns.map((column) => cell(row[column]))),
  };
}

function asLink({ link, assurance, ok, reason }: JsonObject): ChainLink {
  return {
    link: String(link),
    assurance: assurances.find((known) => known === assurance) ?? null,
    ok: ok === true,
    reason: String(reason),
  };
}

function listOf(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function cell(value: Json | undefined): Cell {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}
