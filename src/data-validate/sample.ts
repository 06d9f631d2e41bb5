import { limits } from '../gate/limits.js';
import type { SampledCell, SampleRow, Sampling, Speaker, Tables } from './dialect.js';
import type { Opened } from './fault.js';
import type { TableFile } from './table.js';

/** A row that fell short, and what stands in the columns in question. */
export interface SampledRow {
  /** As people know it. */
  readonly shown: string;
  /** Data row of the file, from 1; absent where the engine knows no order. */
  readonly row?: number;
  /** Where the file has lines. */
  readonly line?: number;
  readonly cells: readonly SampledCell[];
}

/**
 * The first rows that each sampling means, in the order of files and rows: one pass per file, all checks together.
 *
 * @throws Failure('input') when the data cannot be read again.
 */
export async function sampleRows(
  speaker: Speaker,
  { linesOf }: Opened,
  tables: Tables,
  samplings: readonly Sampling[],
): Promise<readonly (readonly SampledRow[])[]> {
  const found: SampledRow[][] = samplings.map(() => []);
  for (const file of tables.table.files) {
    const open = samplings.flatMap((sampling, i) =>
      (found[i]?.length ?? 0) < limits.findingsPerCheck ? [{ sampling, kept: found[i] ?? [] }] : [],
    );
    if (open.length === 0) break;
    const lists = await sampleFile(
      speaker,
      tables,
      file,
      open.map(({ sampling }) => sampling),
    );
    const numbers = [...new Set(lists.flat().flatMap(({ row }) => row ?? []))].sort((a, b) => a - b);
    const lines = await linesOf(file, numbers);
    const lineByRow = new Map(numbers.map((row, i) => [row, lines?.[i]]));
    open.forEach(({ kept }, i) => {
      for (const row of lists[i] ?? []) kept.push(locate(row, file, lineByRow));
    });
  }
  return found.map((rows) => rows.slice(0, limits.findingsPerCheck));
}

async function sampleFile(
  { dialect, ask }: Speaker,
  tables: Tables,
  file: TableFile,
  samplings: readonly Sampling[],
): Promise<readonly (readonly SampleRow[])[]> {
  const statement = dialect.samples(tables, file, samplings, limits.findingsPerCheck);
  const [rows = []] = await ask([statement], file.shown);
  return statement.read(rows).map((list) => [...list].sort((a, b) => (a.row ?? 0) - (b.row ?? 0)));
}

function locate(
  sampled: SampleRow,
  { shown }: TableFile,
  lineByRow: ReadonlyMap<number, number | undefined>,
): SampledRow {
  const line = sampled.row === undefined ? undefined : lineByRow.get(sampled.row);
  return { shown, ...sampled, ...(line !== undefined && { line }) };
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
