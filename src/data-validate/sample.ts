import { limits } from '../gate/limits.js';
import { askEngine } from './ask-engine.js';
import type { Sampling, Speaker } from './dialect.js';
import type { Opened } from './fault.js';
import type { TableFile } from './table.js';

/** A row that fell short, and what stands in the columns in question. */
export interface SampledRow {
  readonly file: TableFile;
  /** Data row of the file, from 1. */
  readonly row: number;
  /** Where the file has lines. */
  readonly line?: number;
  readonly cells: readonly SampledCell[];
}

interface SampledCell {
  /** The first 200 characters; null where there is no value. */
  readonly text: string | null;
  readonly length: number;
  readonly type: string;
}

/**
 * The first rows that each sampling means, in the order of files and rows: one pass per file, all checks together.
 *
 * @throws Failure('input') when the data cannot be read again.
 */
export async function sampleRows(
  { session, dialect }: Speaker,
  { table, linesOf }: Opened,
  samplings: readonly Sampling[],
): Promise<readonly (readonly SampledRow[])[]> {
  const found: SampledRow[][] = samplings.map(() => []);
  for (const file of table.files) {
    const unfilled = samplings.flatMap((sampling, i) => {
      const rows = found[i] ?? [];
      return rows.length < limits.findingsPerCheck ? [{ sampling, rows }] : [];
    });
    const open = unfilled.map(({ sampling }) => sampling);
    if (open.length === 0) break;
    const [lists] = await askEngine(
      session,
      dialect.samples(table, file, open, limits.findingsPerCheck),
      file.shown,
    );
    const rows = open.map((_, i) => rowsIn(lists?.[`s${i}`], file));
    const numbers = [...new Set(rows.flat().map(({ row }) => row))].sort((a, b) => a - b);
    const lines = await linesOf(file, numbers);
    const lineByRow = new Map(numbers.map((row, i) => [row, lines?.[i]]));
    unfilled.forEach(({ rows: kept }, i) => {
      kept.push(...(rows[i] ?? []).map((row) => withLine(row, lineByRow.get(row.row))));
    });
  }
  return found.map((rows) => rows.slice(0, limits.findingsPerCheck));
}

function withLine(row: SampledRow, line: number | undefined): SampledRow {
  return line === undefined ? row : { ...row, line };
}

interface SampleCells {
  readonly nr: bigint;
  readonly texts: readonly (string | null)[];
  readonly lengths: readonly (bigint | null)[];
  readonly types: readonly (string | null)[];
}

/** What `printSamples` asked for; null where no row of the file is meant. */
function rowsIn(list: unknown, file: TableFile): readonly SampledRow[] {
  if (!Array.isArray(list)) return [];
  return list
    .map(({ nr, texts, lengths, types }: SampleCells) => ({
      file,
      row: Number(nr),
      cells: texts.map((text, i) => ({ text, length: Number(lengths[i] ?? 0), type: types[i] ?? 'nothing' })),
    }))
    .sort((a, b) => a.row - b.row);
}

/** What a finding shows of a row: the shape alone, unless values may be seen. */
export function describeSample(cells: readonly SampledCell[], showSamples: boolean): string {
  return cells.map((cell) => (showSamples ? showCell(cell) : shapeOf(cell))).join(', ');
}

function shapeOf({ text, length, type }: SampledCell): string {
  return text === null ? 'no value' : `${type} of ${length} ${length === 1 ? 'character' : 'characters'}`;
}

function showCell({ text, length }: SampledCell): string {
  if (text === null) return 'no value';
  const shown = [...text].slice(0, 60).join('');
  return JSON.stringify(length > 60 ? `${shown}…` : shown);
}
