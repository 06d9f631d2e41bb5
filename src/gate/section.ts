import type { ChainLink } from './chain.js';
import type { CheckStatus } from './verdict.js';

/** A piece of a report as data: the gate says what, surfaces say how it looks in HTML, Markdown and text. */
export type Section =
  | TableSection
  | IntervalSection
  | BarSection
  | HistogramSection
  | ChainSection
  | NoteSection;

interface Titled {
  readonly title: string;
  /** One or two sentences above the figure. */
  readonly note?: string;
  /** Shown where people read a log as well, and also when all is well: it is what they asked for. */
  readonly always?: true;
}

export type Cell = string | number | null;

export interface TableSection extends Titled {
  readonly kind: 'table';
  readonly columns: readonly { readonly label: string; readonly numeric?: boolean }[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Estimates with their intervals, one line each, against a reference and an accepted range. */
export interface IntervalSection extends Titled {
  readonly kind: 'intervals';
  /** What the axis shows: `selection rate ratio`. */
  readonly axis: string;
  readonly scale: 'linear' | 'log';
  readonly reference?: number;
  readonly accepted?: { readonly min?: number; readonly max?: number };
  readonly rows: readonly {
    readonly label: string;
    readonly value: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly status: CheckStatus;
    readonly detail?: string;
  }[];
}

/** Shares or counts, one bar each. */
export interface BarSection extends Titled {
  readonly kind: 'bars';
  readonly axis: string;
  readonly rows: readonly {
    readonly label: string;
    readonly value: number;
    readonly status?: CheckStatus;
    readonly detail?: string;
  }[];
}

/** What columns of data hold: how many values lie where, and how many rows have none. */
export interface HistogramSection extends Titled {
  readonly kind: 'histograms';
  readonly rows: readonly {
    readonly label: string;
    readonly detail?: string;
    /** Counts of neighbouring bins of one width, empty ones too; none where nothing can be drawn. */
    readonly counts: readonly number[];
    /** What stands at either end. */
    readonly least: Cell;
    readonly greatest: Cell;
    /** From 0 to 1. */
    readonly empty: number;
  }[];
}

export interface ChainSection extends Titled {
  readonly kind: 'chain';
  readonly links: readonly ChainLink[];
}

export interface NoteSection extends Titled {
  readonly kind: 'note';
  readonly text: string;
}

/** A headline figure: an output of the action, a line of the summary. */
export interface Headline {
  /** Kebab-case: the output's name. */
  readonly name: string;
  readonly label: string;
  /** The output's description in `action.yml`. */
  readonly description: string;
}
