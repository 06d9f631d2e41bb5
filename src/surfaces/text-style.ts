import pc from 'picocolors';
import type { CheckStatus } from '../gate/verdict.js';
import { type Line, Markup } from './template.js';

type Paint = (text: Line) => Line;

export interface Style {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly status: (status: CheckStatus) => Paint;
}

export const statusGlyphs = {
  pass: '✓',
  warn: '▲',
  fail: '✗',
  error: '■',
  skip: '○',
  inconclusive: '?',
} as const satisfies Record<CheckStatus, string>;

/** Colour only repeats what the words say. */
export function styleOf(useColour: boolean): Style {
  const colours = pc.createColors(useColour);
  const paint =
    (colour: (text: string) => string): Paint =>
    ({ text }) =>
      new Markup('terminal', text === '' ? '' : colour(text));
  const byStatus: Record<CheckStatus, Paint> = {
    pass: paint(colours.green),
    warn: paint(colours.yellow),
    fail: paint(colours.red),
    error: paint(colours.magenta),
    skip: paint(colours.dim),
    inconclusive: paint(colours.cyan),
  };
  return { bold: paint(colours.bold), dim: paint(colours.dim), status: (status) => byStatus[status] };
}
