import type { Ports } from '../../platform/ports.js';
import type { Dataset } from '../dataset.js';
import { cellTypeOf } from '../declared-type.js';
import { partitionsOf } from '../partitions.js';
import type { Partition, Table } from '../table.js';
import type { OpenedDatasets } from '../world.js';
import { type Location, locate } from './location.js';
import { openSparkSession, type SparkSession } from './session.js';
import { type Snapshot, takeSnapshot } from './snapshot.js';
import { sparkSpeaker } from './speaker.js';
import { declaredType } from './types.js';
import { sparkText } from './words.js';

interface Open {
  readonly snapshot: Snapshot;
  readonly table: Table;
}

/** @throws Failure('config'), Failure('input') as `locate` and `SparkSession.rows` do; Failure('outside') when Spark does not start. */
export async function openInSpark(
  dataset: Dataset,
  others: readonly Dataset[],
  ports: Ports,
): Promise<OpenedDatasets> {
  const located = [];
  for (const one of [dataset, ...others]) located.push({ one, location: await locate(one, ports.files) });
  const session = await openSparkSession(dataset.settings.spark ?? {}, ports);
  try {
    const open: Open[] = [];
    for (const { one, location } of located)
      open.push(await openTable(one.name, location, `sluice_${open.length}`, session, ports));
    const [own, ...rest] = open;
    if (!own) throw new Error('a dataset is one of its own');
    return {
      opened: { table: own.table, faults: [], linesOf: async () => undefined },
      others: new Map(rest.map(({ table }, i) => [others[i]?.name ?? '', table])),
      speaker: sparkSpeaker(session, dataset.settings['show-samples'] ?? false, ports.log),
      subject: own.snapshot.subject,
      async assertUnchanged() {
        for (const { snapshot } of open) await snapshot.assertUnchanged();
      },
      close: () => session.close(),
    };
  } catch (error) {
    await session.close();
    throw error;
  }
}

/** A view with columns `c0` …, so that names in the data never become SQL. */
async function openTable(
  label: string,
  location: Location,
  view: string,
  session: SparkSession,
  ports: Ports,
): Promise<Open> {
  const { shown } = location;
  const snapshot = await takeSnapshot(label, location, session, ports);
  await session.run(printStoredView(`${view}_stored`, location, snapshot));
  const names = await columnNames(`${view}_stored`, shown, session);
  const types = await columnTypes(`${view}_stored`, names.length, shown, session);
  const partitions = location.format === 'parquet' ? partitionsOf(folders(snapshot), {}) : [];
  const columns = inOrder(names, partitions);
  const stored = names.map((_, i) => `p${i}`).join(', ');
  const select = columns.map(({ at, cast }, i) => `${cast ? `CAST(p${at} AS ${cast})` : `p${at}`} AS c${i}`);
  await session.run(
    `CREATE OR REPLACE TEMPORARY VIEW ${view} AS SELECT ${select.join(', ')} FROM ${view}_stored AS t(${stored})`,
  );
  const [counted] = await session.rows(`SELECT count(*) AS n FROM ${view}`, shown);
  return {
    snapshot,
    table: {
      format: 'parquet',
      partitions,
      files: [{ path: view, shown, rows: Number(counted?.n), newline: '\n', folders: [] }],
      columns: columns.map(({ at, cast }) => {
        const declared = cast ?? declaredType(types[at] ?? '');
        return { name: names[at] ?? '', declared, type: cellTypeOf(declared) };
      }),
    },
  };
}

/** Of files its plan holds the list, so that every statement reads the same ones; of a table, its version. */
function printStoredView(name: string, { format, uri, relation }: Location, { version }: Snapshot): string {
  const view = `CREATE OR REPLACE TEMPORARY VIEW ${name}`;
  if (format === 'parquet')
    return `${view} USING parquet OPTIONS (path ${sparkText(uri)}, mergeSchema 'true')`;
  return `${view} AS SELECT * FROM ${relation}${version === undefined ? '' : ` VERSION AS OF ${version}`}`;
}

async function columnNames(view: string, shown: string, session: SparkSession): Promise<readonly string[]> {
  const none = `(SELECT 1 AS one) LEFT JOIN (SELECT * FROM ${view} LIMIT 0) t ON true`;
  const keys = "json_object_keys(to_json(struct(t.*), map('ignoreNullFields', 'false')))";
  const [row] = await session.rows(`SELECT ${keys} AS names FROM ${none}`, shown);
  return (row?.names ?? []) as readonly string[];
}

async function columnTypes(
  view: string,
  count: number,
  shown: string,
  session: SparkSession,
): Promise<readonly string[]> {
  const columns = Array.from({ length: count }, (_, i) => `p${i}`);
  const types = columns.map((column) => `typeof(${column})`).join(', ');
  const none = `(SELECT 1 AS one) LEFT JOIN (SELECT * FROM ${view} AS s(${columns.join(', ')}) LIMIT 0) t ON true`;
  const [row] = await session.rows(`SELECT array(${types}) AS types FROM ${none}`, shown);
  return (row?.types ?? []) as readonly string[];
}

/** Columns of the files, then those of the folders by name, as DuckDB has them. Texts unless every folder holds a number or a day. */
function inOrder(names: readonly string[], partitions: readonly Partition[]) {
  const own = names.flatMap((name, at) =>
    partitions.some((partition) => partition.name === name) ? [] : [{ at, cast: undefined }],
  );
  return [
    ...own,
    ...partitions.map(({ name, type }) => ({
      at: names.indexOf(name),
      cast: type === 'VARCHAR' ? undefined : type,
    })),
  ];
}

function folders({ files }: Snapshot) {
  return files.map((file) => ({ path: file, shown: file }));
}
