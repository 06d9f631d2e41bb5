import type { JsonObject } from '../../gate/json.js';

/** How a rule came out where somebody else's tool judged it. Nothing of the data themselves is taken over. */
export interface Elsewhere {
  /** The tool's name of the rule. */
  readonly rule: string;
  readonly column?: string;
  readonly status: 'met' | 'short' | 'unjudged';
  /** What falling short does. */
  readonly severity: 'error' | 'warning' | 'note';
  /** Why it was not judged. */
  readonly reason?: string;
  /** Rows that fell short, and that were looked at. */
  readonly unexpected?: number;
  readonly considered?: number;
  readonly observed?: number;
  readonly meta?: JsonObject;
}

export interface JudgedElsewhere {
  readonly tool: 'Great Expectations' | 'dbt' | 'Databricks';
  readonly outcomes: readonly Elsewhere[];
  /** When they were judged, as the tool says, ISO 8601. */
  readonly date?: string;
}

/** What a tool says, as an error of ours would: short, on one line. */
export function plainText(text: unknown): string {
  return String(text)
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
    .slice(0, 200);
}

/** @returns undefined for anything but a finite number: figures of other tools may be texts, lists, NaN. */
export function figureOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
