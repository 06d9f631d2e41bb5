import type { CellJudge } from '../plan.js';
import type { Table, TableFile } from '../table.js';
import type { Uses } from './views.js';

/** One engine's words: all that differs between engines that speak SQL. Arguments are SQL unless they say text or number. */
export interface SqlWords {
  /** A string literal. */
  text(value: string): string;
  /** A quoted name. */
  name(value: string): string;
  /** A literal of a double. */
  number(value: number): string;
  /** A literal of a time without zone. @param value as `toSqlTime` writes it. */
  time(value: string): string;
  /** `SELECT` that gives the views in `uses` as `r0`, `t0` …; something even where nothing is used. */
  cells(table: Table, uses: Uses): string;
  /** The same of one file, with its rows numbered from 1 as `nr`; undefined where rows have no order. */
  numberedCells?(table: Table, uses: Uses, file: TableFile): string;
  /** As text of `toSqlTime`'s form. */
  timeText(time: string): string;
  /** Seconds since 1970, a double. */
  seconds(time: string): string;
  length(text: string): string;
  matches(text: string, pattern: string): string;
  like(text: string, pattern: string, escapedBy: string | undefined): string;
  /** Of a column's view `c`. */
  isNan(column: number, table: Table): string;
  isInfinite(column: number, table: Table): string;
  /** A query of the texts that a judge refused; undefined where no judge can be asked. */
  refusedTexts?(judge: CellJudge, column: number): string;
  /** Several values as one. */
  row(parts: readonly string[]): string;
  sum(number: string): string;
  mean(number: string): string;
  /** Of the finite numbers. @param areFinite whether all are. */
  deviation(number: string, areFinite: boolean): string;
  correlation(a: string, b: string): string;
  estimate(value: string): string;
  /** Whether exact distinct counts may stand beside other aggregates. */
  readonly countsDistinctBeside: boolean;
  /**
   * Lists over all shares, exact: `discrete`, the value at rank ⌈m·share⌉ of m, from 1; `linear`, between its neighbours as NumPy's
   * `linear` does. Undefined where an engine has no such aggregate.
   */
  quantiles?(
    number: string,
    shares: readonly number[],
  ): { readonly discrete: string; readonly linear: string };
}
