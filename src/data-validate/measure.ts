import type { Speaker, Statement, Tables } from './dialect.js';
import { type Figure, type Figures, keyOf, type Metric } from './plan.js';

/**
 * Takes every figure once.
 *
 * @param known figures that were taken before.
 * @param shown the dataset, for messages.
 * @throws Failure('input') when the data cannot be read to its end.
 */
export async function measure(
  { dialect, ask }: Speaker,
  tables: Tables,
  metrics: readonly Metric[],
  shown: string,
  known: Figures = new Map(),
): Promise<Figures> {
  const wanted = new Map(metrics.map((metric) => [keyOf(metric), metric]));
  for (const key of known.keys()) wanted.delete(key);
  const figures = new Map<string, Figure>(known);
  const take = async (statements: readonly Statement[]): Promise<readonly Metric[]> => {
    const answers = statements.length === 0 ? [] : await ask(statements, shown);
    return statements.flatMap((statement, i) => {
      const taken = statement.read(answers[i] ?? []);
      statement.metrics.forEach((metric, j) => {
        figures.set(keyOf(metric), taken[j] ?? null);
      });
      return statement.metrics.filter((_, j) => taken[j] === undefined);
    });
  };
  const untold = await take(dialect.statements(tables, [...wanted.values()]));
  await take(dialect.statements(tables, untold, true));
  return figures;
}
