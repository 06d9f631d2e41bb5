import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Row } from '../../engine/engine.js';
import { configError, inputError, outsideError } from '../../gate/failure.js';
import type { Dialogue, Ports } from '../../platform/ports.js';
import type { SparkSettings } from './settings.js';

/** One `spark-sql` of the user's: one application for a whole dataset, since each takes seconds to start. */
export interface SparkSession {
  /** The rows of one SELECT. @throws Failure('input') naming `shown` when Spark cannot answer. */
  rows(sql: string, shown: string): Promise<readonly Row[]>;
  /** One command; a fault of it is told by the next `rows`. */
  run(sql: string): Promise<void>;
  /** The lines of what one command printed that match; none where it failed, which the next `rows` tells. */
  lines(sql: string, pattern: RegExp): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** What decides what an answer means; set in the session, so that no configuration of the user's can change it. */
const pinned: Readonly<Record<string, string>> = {
  'spark.sql.ansi.enabled': 'false',
  'spark.sql.session.timeZone': 'UTC',
  'spark.sql.caseSensitive': 'true',
  'spark.sql.parser.escapedStringLiterals': 'false',
  'spark.sql.files.ignoreCorruptFiles': 'false',
  'spark.sql.files.ignoreMissingFiles': 'false',
  'spark.sql.sources.partitionColumnTypeInference.enabled': 'false',
  'spark.sql.parquet.inferTimestampNTZ.enabled': 'true',
  'spark.sql.legacy.exponentLiteralAsDecimal.enabled': 'false',
  'spark.sql.legacy.statisticalAggregate': 'false',
};

export async function openSparkSession(
  settings: SparkSettings,
  { subprocess, scratch, signal }: Pick<Ports, 'subprocess' | 'scratch' | 'signal'>,
): Promise<SparkSession> {
  const dialogue = subprocess.talk('spark-sql', argumentsOf(settings), {
    // It leaves a warehouse folder, and with Hive a database, where it runs.
    cwd: await scratch.folder(),
    inheritEnv: true,
    signal,
  });
  return new Shell(dialogue);
}

function argumentsOf({ master, conf = {}, packages = [] }: SparkSettings): readonly string[] {
  for (const key of Object.keys(conf))
    if (Object.hasOwn(pinned, key))
      throw configError(`\`spark.conf\` sets ${key}, which decides what the figures mean`, {
        fix: 'take it away: it is the same in every run',
      });
  const all = {
    'spark.ui.showConsoleProgress': 'false',
    'spark.sql.catalogImplementation': 'in-memory',
    ...conf,
  };
  return [
    ...(master === undefined ? [] : ['--master', master]),
    ...(packages.length === 0 ? [] : ['--packages', packages.join(',')]),
    ...Object.entries(all).flatMap(([key, value]) => ['--conf', `${key}=${value}`]),
    '--silent',
  ];
}

class Shell implements SparkSession {
  readonly #dialogue: Dialogue;
  /** Before each answer: Spark's shell also repeats what it reads, and that holds the two halves apart. */
  readonly #mark = [randomBytes(8).toString('hex'), randomBytes(8).toString('hex')] as const;
  #asked = 0;

  constructor(dialogue: Dialogue) {
    this.#dialogue = dialogue;
    for (const [key, value] of Object.entries(pinned)) dialogue.write(`SET ${key}=${value};\n`);
  }

  async rows(sql: string, shown: string): Promise<readonly Row[]> {
    const answer = `SELECT concat('${this.#mark[0]}', '${this.#mark[1]}', to_json(collect_list(struct(*)))) FROM (\n${sql}\n);\n`;
    const mark = this.#mark.join('');
    const [line] = await this.#ask(answer, (text) => text.startsWith(mark));
    if (line === undefined) throw refusal(await this.#errors(), shown);
    this.#dialogue.takeErrors();
    return JSON.parse(line.slice(mark.length)) as readonly Row[];
  }

  async run(sql: string): Promise<void> {
    await this.#ask(`${sql};\n`, () => false);
  }

  lines(sql: string, pattern: RegExp): Promise<readonly string[]> {
    return this.#ask(`${sql};\n`, (line) => pattern.test(line));
  }

  /** The lines wanted of what one statement prints. */
  async #ask(statement: string, wanted: (line: string) => boolean): Promise<readonly string[]> {
    const end = `end-${++this.#asked}`;
    this.#dialogue.write(`${statement}SELECT concat('${this.#mark[0]}', '${this.#mark[1]}', '${end}');\n`);
    const found: string[] = [];
    for (;;) {
      const line = await this.#dialogue.line();
      if (line === undefined) throw ended(await this.#errors());
      if (line === this.#mark.join('') + end) return found;
      if (wanted(line)) found.push(line);
    }
  }

  /** They come by another pipe, which may be later. */
  async #errors(): Promise<string> {
    await pause(200);
    return this.#dialogue.takeErrors();
  }

  close(): Promise<void> {
    return this.#dialogue.close();
  }
}

function ended(errors: string) {
  return outsideError(`spark-sql ended before it had answered: ${faultIn(errors)}`, {
    fix: 'see that `spark-sql` starts with the settings under `spark`',
  });
}

function refusal(errors: string, shown: string) {
  const place = { file: shown };
  if (/OutOfMemoryError|No space left on device|exceeds.*memory/i.test(errors))
    return inputError('could not be judged: Spark is out of memory or disk space', {
      place,
      fix: 'give its executors more',
    });
  return inputError(`could not be judged by Spark: ${faultIn(errors)}`, { place, fix: 'mend what it names' });
}

const mostOfFault = 400;

/** The line that says most: the first of an error class, else of an exception, else the last. */
function faultIn(errors: string): string {
  const lines = errors
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/ (WARN|INFO) /.test(line));
  const told =
    lines.find((line) => /^\[[A-Z0-9_.]+\]/.test(line)) ??
    lines.find((line) => line.startsWith('Caused by: ')) ??
    lines.find((line) => /(Exception|Error)\b/.test(line)) ??
    lines.at(-1);
  return told === undefined ? 'it gave no reason' : told.slice(0, mostOfFault);
}
