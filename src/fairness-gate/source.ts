import { type EngineSession, sqlFile, sqlString } from '../engine/engine.js';
import { configError, type Failure, inputError } from '../gate/failure.js';
import type { Ports } from '../platform/ports.js';
import { readCsvHeader } from './csv-header.js';

/** A file of rows, as the engine is to read it. Its columns are named `c0` …, so that no name in the data becomes SQL. */
export interface Source {
  /** Absolute. */
  readonly file: string;
  /** As people know it. */
  readonly shown: string;
  /** What stands after FROM; every column is text or castable to it. */
  readonly sql: string;
  readonly columns: ReadonlyMap<string, number>;
}

/** The header of a CSV file must end within this. */
const headerBytes = 1024 * 1024;

const readers = {
  '.csv': readCsv,
  '.tsv': readCsv,
  '.jsonl': readJsonLines,
  '.ndjson': readJsonLines,
  '.parquet': readParquet,
} as const;

/** How to read: `parallel` is faster, but DuckDB refuses some large CSV files with line ends inside quotes that way. */
export interface Reader {
  readonly session: EngineSession;
  readonly parallel: boolean;
}

interface Opened extends Reader {
  readonly file: string;
  readonly shown: string;
  /** The beginning of the file. */
  readonly head: Uint8Array;
  /** Names that are asked for. */
  readonly wanted: readonly string[];
}

/**
 * @param wanted the columns that will be read.
 * @throws Failure('config') on a column that is not there, or twice; Failure('input') on a file that is not what its name says.
 */
export async function openSource(
  path: string,
  wanted: readonly string[],
  { files }: Pick<Ports, 'files'>,
  { session, parallel }: Reader,
): Promise<Source> {
  const shown = files.display(path);
  const format = Object.entries(readers).find(([ending]) => path.toLowerCase().endsWith(ending));
  if (!format)
    throw configError('predictions are in no format that is known by its ending', {
      place: { file: shown },
      fix: `save them as ${Object.keys(readers).join(', ')}`,
    });
  const head = await readHead(path, files);
  if (head.byteLength === 0)
    throw inputError('the file of predictions is empty', {
      place: { file: shown },
      fix: 'check the step that writes it',
    });
  return format[1]({ file: files.resolve(path), shown, head, session, wanted, parallel });
}

async function readHead(path: string, files: Ports['files']): Promise<Uint8Array> {
  const opened = await files.open(path);
  try {
    return opened.read(0, Math.min(opened.size, headerBytes));
  } finally {
    opened.close();
  }
}

async function readCsv({ file, shown, head, wanted, parallel }: Opened): Promise<Source> {
  if (head.includes(0))
    throw inputError('holds NUL bytes, so it is not a CSV file in UTF-8', {
      place: { file: shown },
      fix: 'save it as CSV in UTF-8',
    });
  const delimiter = file.toLowerCase().endsWith('.tsv') ? '\t' : ',';
  const text = new TextDecoder().decode(head);
  const names = readCsvHeader(text.includes('\n') ? text : `${text}\n`, delimiter);
  if (!names)
    throw inputError('the header line does not end', {
      place: { file: shown, line: 1 },
      fix: 'check the quotes in it',
    });
  return {
    file,
    shown,
    sql: `read_csv(${sqlFile(file)}, ${csvOptions(names.length, delimiter, parallel).join(', ')})`,
    columns: locate(names, wanted, shown),
  };
}

/** All that can be said is said, so that nothing is guessed. */
function csvOptions(columns: number, delimiter: string, parallel: boolean): readonly string[] {
  const types = Array.from({ length: columns }, (_, i) => `c${i}: 'VARCHAR'`);
  // But for the line end: told that it is `\r\n`, DuckDB 1.5.5 reads no row at all, and says nothing.
  return [
    'auto_detect = false',
    `parallel = ${parallel}`,
    'header = true',
    `delim = ${sqlString(delimiter)}`,
    `quote = '"'`,
    `escape = '"'`,
    "comment = ''",
    "nullstr = ''",
    'strict_mode = true',
    'null_padding = false',
    `columns = {${types.join(', ')}}`,
  ];
}

/** Lines as text, and from each the wanted keys alone: exact in the names' case, and no type is guessed. */
async function readJsonLines({ file, shown, wanted }: Opened): Promise<Source> {
  const pointers = wanted.map((name) => sqlString(`/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`));
  const lines = `read_csv(${sqlFile(file)}, auto_detect = false, header = false, delim = '', quote = '', escape = '', comment = '', nullstr = '', columns = {line: 'VARCHAR'})`;
  const cells = wanted.map((_, i) => `cells[${i + 1}] AS c${i}`).join(', ');
  return {
    file,
    shown,
    sql: `(SELECT ${cells} FROM (SELECT json_extract_string(line, [${pointers.join(', ')}]) AS cells FROM ${lines} WHERE line IS NOT NULL))`,
    columns: new Map(wanted.map((name, i) => [name, i])),
  };
}

async function readParquet({ file, shown, session, wanted }: Opened): Promise<Source> {
  const nodes = await session.rows(`SELECT name, num_children FROM parquet_schema(${sqlFile(file)})`);
  const names = topLevel(
    nodes.map((node) => ({ name: String(node.name), children: Number(node.num_children ?? 0) })),
  );
  const aliases = names.map((_, i) => `c${i}`).join(', ');
  return {
    file,
    shown,
    sql: `(SELECT ${aliases} FROM read_parquet(${sqlFile(file)}, hive_partitioning = false) t(${aliases}))`,
    columns: locate(names, wanted, shown),
  };
}

/** The schema is a tree written root first, each node before its children (Apache Parquet format, SchemaElement). */
function topLevel(nodes: readonly { readonly name: string; readonly children: number }[]): readonly string[] {
  const names: string[] = [];
  let inside = 0;
  for (const { name, children } of nodes.slice(1)) {
    if (inside === 0) names.push(name);
    else inside--;
    inside += children;
  }
  return names;
}

function locate(
  names: readonly string[],
  wanted: readonly string[],
  shown: string,
): ReadonlyMap<string, number> {
  return new Map(
    wanted.map((name) => {
      const at = names.indexOf(name);
      if (at === -1) throw noColumn(name, names, shown);
      if (at !== names.lastIndexOf(name))
        throw inputError(`the column ${JSON.stringify(name)} comes twice`, {
          place: { file: shown, line: 1 },
          fix: 'rename one of them: which one is meant cannot be told',
        });
      return [name, at];
    }),
  );
}

const namesListed = 20;

function noColumn(name: string, names: readonly string[], shown: string): Failure {
  const listed = names.slice(0, namesListed).map((n) => JSON.stringify(n.slice(0, 60)));
  const more = names.length > namesListed ? ` and ${names.length - namesListed} more` : '';
  return configError(`there is no column ${JSON.stringify(name)}`, {
    place: { file: shown },
    fix: `name one of ${listed.join(', ')}${more}`,
  });
}
