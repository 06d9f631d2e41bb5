import { askEngine } from './ask-engine.js';
import type { Speaker } from './dialect.js';
import { countIn, type Figures, keyOf, type Metric, type Predicate } from './plan.js';
import type { Table } from './table.js';

/** The engine plans a statement in more than linear time: this many figures are some 150 columns. */
const mostPerScan = 2000;

type Repeated = Extract<Metric, { kind: 'repeated' }>;

/**
 * Takes every figure once: one scan for all (more where a table is very wide), and one grouping for each key that turned out not to be unique.
 *
 * @param shown the dataset, for messages.
 * @throws Failure('input') when the data cannot be read to its end.
 */
export async function measure(
  speaker: Speaker,
  table: Table,
  metrics: readonly Metric[],
  shown: string,
): Promise<Figures> {
  const repeated = unique(metrics.filter(isRepeated));
  const plain = unique<Metric>([
    ...metrics.filter((metric) => metric.kind !== 'repeated'),
    ...repeated.flatMap((metric) => [distinctOf(metric), rowsWith(metric)]),
  ]);
  const figures = new Map<string, number | string | null>();
  for (let start = 0; start < plain.length; start += mostPerScan) {
    const some = plain.slice(start, start + mostPerScan);
    const [row] = await askEngine(speaker.session, speaker.dialect.scan(table, some), shown);
    some.forEach((metric, i) => {
      figures.set(keyOf(metric), plainFigure(row?.[`m${i}`]));
    });
  }
  for (const metric of repeated) {
    const isUnique = countIn(figures, distinctOf(metric)) === countIn(figures, rowsWith(metric));
    const rows = isUnique ? 0 : await countRepeated(speaker, table, metric, shown);
    figures.set(keyOf(metric), rows);
  }
  return figures;
}

function isRepeated(metric: Metric): metric is Repeated {
  return metric.kind === 'repeated';
}

async function countRepeated(
  { session, dialect }: Speaker,
  table: Table,
  { columns, where }: Repeated,
  shown: string,
) {
  const [row] = await askEngine(session, dialect.repeated(table, columns, where), shown);
  return plainFigure(row?.m0);
}

function unique<M extends Metric>(metrics: readonly M[]): readonly M[] {
  return [...new Map(metrics.map((metric) => [keyOf(metric), metric])).values()];
}

function distinctOf({ columns, where }: Repeated): Metric {
  return { kind: 'distinct', columns, ...(where && { where }) };
}

function rowsWith({ where }: { readonly where?: Predicate }): Metric {
  return { kind: 'count', ...(where && { where }) };
}

/** Counts come as bigint; a file that exceeds 2^53 rows is not one that we read. */
function plainFigure(value: unknown): number | string | null {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'number' || typeof value === 'string') return value;
  return null;
}
