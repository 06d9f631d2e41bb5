import type { BatchColumn, Metric, Predicate, View } from '../plan.js';

/**
 * How statements see a cell of column i: `r` the value as it is (NULL where missing), `t` its text, `n` its number, `d` its time in
 * UTC, `k` its type as `typeCode` numbers it, `c` the value as the file has it, NaN and all.
 */
export type CellView = 'c' | 'r' | 't' | 'n' | 'd' | 'k';

/** Which views of which columns a statement needs: nothing else is worked out. */
export class Uses {
  readonly #views = new Map<number, Set<CellView>>();
  readonly #presences = new Set<number>();

  add(column: number, ...views: readonly CellView[]): this {
    const known = this.#views.get(column) ?? new Set();
    for (const view of views) known.add(view);
    this.#views.set(column, known);
    return this;
  }

  /** Whether there is a value, and nothing about it: `r`, of which no more than that is asked. */
  addPresence(column: number): this {
    this.#presences.add(column);
    return this;
  }

  /** Whether no more of a column is asked than its number, and whether there is a value. */
  areNumbers(column: number): boolean {
    return [...(this.#views.get(column) ?? [])].every((view) => view === 'n');
  }

  ofPredicate(predicate: Predicate | undefined): this {
    if (predicate) addPredicate(this, predicate);
    return this;
  }

  ofMetric(metric: Metric): this {
    addMetric(this, metric);
    return this.ofPredicate(metric.where);
  }

  ofBatch(batch: readonly BatchColumn[]): this {
    batch.forEach(({ as }, column) => {
      this.add(column, batchViews[as]);
    });
    return this;
  }

  /** Ascending by column. */
  get all(): readonly (readonly [column: number, views: ReadonlySet<CellView>])[] {
    const views = new Map(this.#views);
    for (const column of this.#presences) views.set(column, new Set(views.get(column)).add('r'));
    return [...views].sort(([a], [b]) => a - b);
  }
}

const viewLetters = { text: 't', number: 'n', time: 'd', length: 't' } as const;

export function letterOf(view: View | 'length'): CellView {
  return viewLetters[view];
}

function addPredicate(uses: Uses, predicate: Predicate): void {
  switch (predicate.kind) {
    case 'missing':
      uses.addPresence(predicate.column);
      break;
    case 'is':
      uses.add(predicate.column, 'k');
      break;
    case 'within':
      uses.add(predicate.column, letterOf(predicate.view));
      break;
    case 'among':
      if (predicate.numbers.length > 0) uses.add(predicate.column, 'n');
      if (predicate.texts.length > 0) uses.add(predicate.column, 't');
      if (predicate.booleans.length > 0) uses.add(predicate.column, 'k', 't');
      if ((predicate.times ?? []).length > 0) uses.add(predicate.column, 'd');
      break;
    case 'matches':
    case 'like':
    case 'judged':
      uses.add(predicate.column, 't');
      break;
    case 'compare':
      for (const column of [predicate.a, predicate.b]) uses.add(column, 'r', 't', 'n', 'd');
      break;
    case 'adds-up':
      for (const column of predicate.columns) uses.add(column, 'n');
      break;
    case 'near':
      uses.add(predicate.column, 'n');
      break;
    case 'not-a-number':
    case 'infinite':
      uses.add(predicate.column, 'c');
      break;
    case 'found':
      for (const column of predicate.columns) uses.add(column, 't', 'n');
      break;
    case 'not':
      addPredicate(uses, predicate.of);
      break;
    case 'all':
    case 'any':
      for (const part of predicate.of) addPredicate(uses, part);
  }
}

/** The view that a query's column is made of. */
export const batchViews = {
  itself: 'r',
  integer: 'n',
  number: 'n',
  time: 'd',
  boolean: 't',
  text: 't',
} as const;

function addMetric(uses: Uses, metric: Metric): void {
  switch (metric.kind) {
    case 'count':
      break;
    case 'query':
      uses.ofBatch(metric.batch);
      break;
    case 'match':
      uses.ofBatch(metric.own.batch);
      break;
    case 'min':
    case 'max':
    case 'disorder':
    case 'spread':
      uses.add(metric.column, letterOf(metric.view));
      break;
    case 'tally':
      for (const column of metric.columns) uses.add(column, 'r', 't', 'n');
      break;
    case 'distinct':
    case 'repeated':
    case 'entropy':
    case 'estimate':
      for (const column of 'columns' in metric ? metric.columns : [metric.column]) uses.add(column, 'r');
      break;
    default:
      for (const column of 'columns' in metric ? metric.columns : [metric.column]) uses.add(column, 'n');
  }
}
