import { Document, type YAMLMap } from 'yaml';
import { inputError } from '../../gate/failure.js';
import type { Ports } from '../../platform/ports.js';
import { readDataset } from '../dataset.js';
import { duckDbSpeaker } from '../duckdb/speaker.js';
import { blocks } from '../fault.js';
import { quoteName } from '../names.js';
import { openFiles, prepareFiles } from '../open-files.js';
import { rowsOf } from '../table.js';
import { sketchColumns } from './sketch.js';
import { suggestColumn } from './suggest.js';

/**
 * A suite that a dataset itself suggests, as YAML with a comment on every column: a first one, to be read and tightened by a person.
 *
 * @throws Failure('input') when the data cannot be read, are not well-formed or have no rows.
 */
export async function suggestSuite(patterns: readonly string[], ports: Ports): Promise<string> {
  const pipeline = { name: 'init', datasets: { data: { path: patterns } }, gates: [], waivers: [] };
  const dataset = await readDataset('data', pipeline, {}, ports);
  const files = await prepareFiles(dataset, ports);
  const session = await (await ports.engine()).open(
    files.map(({ path }) => path),
    { ordered: true },
  );
  try {
    const { table, faults } = await openFiles(dataset, files, session, ports);
    const fault = faults.find(blocks);
    const shown = files[0]?.shown ?? '';
    if (fault)
      throw inputError(`is not well-formed: ${fault.sightings.first[0]?.what ?? ''}`, {
        place: {
          file: fault.file,
          ...(fault.sightings.first[0]?.line && { line: fault.sightings.first[0].line }),
        },
        fix: 'mend the data first: `sluice data-validate --data …` lists what is wrong',
      });
    if (rowsOf(table) === 0)
      throw inputError('has no rows, so it suggests nothing', {
        place: { file: shown },
        fix: 'name data that hold some',
      });
    const sketches = await sketchColumns(duckDbSpeaker(session), { table, others: new Map() }, shown);
    return writeSuite(rowsOf(table), sketches.map(suggestColumn), shown);
  } finally {
    await session.close();
  }
}

function writeSuite(
  rows: number,
  columns: readonly ReturnType<typeof suggestColumn>[],
  shown: string,
): string {
  const document = new Document({
    columns: Object.fromEntries(columns.map(({ name, rules }) => [name, rules])),
    expect: [
      {
        expect_table_row_count_to_be_between: {
          min_value: Math.max(1, Math.floor(rows * 0.6)),
          max_value: Math.ceil(rows * 3),
        },
      },
    ],
  });
  document.commentBefore = [
    ` Suggested by \`sluice init data\` from ${quoteName(shown)} (${rows} rows). Read it, and tighten what you know better:`,
    ' bounds leave room for what a sample of this size can have missed; `mostly` is the share that must meet a column’s rules.',
  ].join('\n');
  const map = document.get('columns', true) as unknown as YAMLMap<
    { value: string; commentBefore?: string },
    YAMLMap
  >;
  for (const [i, { why }] of columns.entries()) {
    const pair = map.items[i];
    if (!pair) continue;
    pair.key.commentBefore = ` ${why}`;
    if (pair.value) pair.value.flow = true;
  }
  return document.toString({ lineWidth: 0 });
}
