import type { Row } from '../../engine/engine.js';
import type { Statement, Tables } from '../dialect.js';
import { type Figure, keyOf, type Metric, type Predicate, type TallyEntry } from '../plan.js';
import { rowsOf } from '../table.js';
import { predicatesOf, printOthers } from './others.js';
import { plainFigure, printAggregate } from './print-aggregate.js';
import { printPredicate } from './print-predicate.js';
import { isBeside, kindOf, printApart, printBeside, type Quantile } from './quantiles.js';
import { printMatch, printQuery } from './queries.js';
import { printSpreads } from './spreads.js';
import { letterOf, Uses } from './views.js';
import type { SqlWords } from './words.js';

type Of<Kind extends Metric['kind']> = Extract<Metric, { kind: Kind }>;

/** Columns whose bins are counted in one scan. */
const spreadsPerScan = 50;

/** The engine plans a statement in more than linear time: this many figures are some 150 columns. */
const mostPerScan = 2000;

/** What one statement yields: answers by alias, and how they are read. */
interface Part {
  readonly metrics: readonly Metric[];
  readonly sql: readonly string[];
  /** Undefined for a figure that is not told beside others, after all. */
  read(answers: readonly unknown[]): readonly (Figure | undefined)[];
}

export function printStatements(
  tables: Tables,
  metrics: readonly Metric[],
  words: SqlWords,
  alone = false,
): readonly Statement[] {
  const printer = new Printer(tables, words);
  const parts: Part[] = [];
  const apart: Statement[] = [];
  for (const group of groupsOf(metrics)) {
    const part = alone ? undefined : printer.beside(group);
    if (part) parts.push(part);
    else apart.push(printer.apart(group));
  }
  return [...printer.scans(parts), ...apart];
}

/** As one statement over some rows: which ones is the engine's choice. */
export function printGlance(
  tables: Tables,
  metrics: readonly Metric[],
  rows: number,
  words: SqlWords,
): Statement {
  const printer = new Printer(tables, words);
  const parts = metrics.flatMap((metric) => printer.beside([metric]) ?? []);
  const [statement] = printer.scans(parts, `(SELECT * FROM cells LIMIT ${rows})`);
  if (!statement) throw new Error('nothing to glance at');
  return statement;
}

/** Metrics that share their work: all of one key (distinct, repeated, entropy), all quantiles of a column; else each by itself. */
function groupsOf(metrics: readonly Metric[]): readonly (readonly Metric[])[] {
  const groups = new Map<string, Metric[]>();
  let spreads = 0;
  for (const metric of metrics) {
    const where = metric.where ? JSON.stringify(metric.where) : '';
    const key =
      metric.kind === 'distinct' || metric.kind === 'repeated' || metric.kind === 'entropy'
        ? `group ${metric.columns.join()} ${where}`
        : metric.kind === 'quantile'
          ? `quantile ${metric.column} ${kindOf(metric)} ${where}`
          : metric.kind === 'spread'
            ? `spread ${Math.floor(spreads++ / spreadsPerScan)}`
            : keyOf(metric);
    groups.set(key, [...(groups.get(key) ?? []), metric]);
  }
  return [...groups.values()];
}

class Printer {
  readonly #tables: Tables;
  readonly #words: SqlWords;

  constructor(tables: Tables, words: SqlWords) {
    this.#tables = tables;
    this.#words = words;
  }

  /** What may stand in the one scan; undefined for what takes a statement of its own. */
  beside(group: readonly Metric[]): Part | undefined {
    const [first, ...more] = group;
    if (first?.kind === 'quantile') return this.#quantilesBeside(group as readonly Quantile[]);
    if (!first || more.length > 0) return undefined;
    const aggregate = printAggregate(first, this.#tables.table, this.#words, (p) => this.#print(p));
    return aggregate && { metrics: group, sql: aggregate.sql, read: (answers) => [aggregate.read(answers)] };
  }

  #quantilesBeside(group: readonly Quantile[]): Part | undefined {
    if (!group.every((metric) => isBeside(metric, this.#tables, this.#words))) return undefined;
    const [{ column, where }] = group as readonly [Quantile];
    const number = where ? `CASE WHEN ${this.#print(where)} THEN n${column} END` : `n${column}`;
    return { metrics: group, ...printBeside(group, number, rowsOf(this.#tables.table), this.#words) };
  }

  /** One scan for all, more where a table is very wide. */
  scans(parts: readonly Part[], from = 'cells'): readonly Statement[] {
    const statements: Statement[] = [];
    let some: Part[] = [];
    let size = 0;
    for (const part of parts) {
      if (size > 0 && size + part.sql.length > mostPerScan) {
        statements.push(this.#scan(some, from));
        [some, size] = [[], 0];
      }
      some.push(part);
      size += part.sql.length;
    }
    return some.length === 0 ? statements : [...statements, this.#scan(some, from)];
  }

  #scan(parts: readonly Part[], from: string): Statement {
    const metrics = parts.flatMap((part) => part.metrics);
    const figures = parts.flatMap(({ sql }) => sql).map((sql, i) => `${sql} AS m${i}`);
    return {
      sql: `WITH ${this.#cells(metrics)}\nSELECT ${figures.join(',\n  ')}\nFROM ${from}`,
      metrics,
      read([row]) {
        let next = 0;
        return parts.flatMap(({ sql, read }) => read(sql.map(() => row?.[`m${next++}`])));
      },
    };
  }

  apart(group: readonly Metric[]): Statement {
    const [first] = group;
    switch (first?.kind) {
      case 'quantile':
        return this.#quantiles(group as readonly Quantile[]);
      case 'tally':
        return this.#tally(first);
      case 'disorder':
        return this.#disorder(first);
      case 'query':
        return { metrics: group, ...printQuery(first, this.#cells(group), this.#words) };
      case 'match':
        return { metrics: group, ...printMatch(first, this.#cells(group), this.#tables, this.#words) };
      case 'spread':
        return {
          metrics: group,
          ...printSpreads(group as readonly Of<'spread'>[], this.#cells(group), this.#words),
        };
      default:
        return this.#grouping(group);
    }
  }

  #quantiles(group: readonly Quantile[]): Statement {
    const [{ column, where }] = group as readonly [Quantile];
    const condition = `n${column} IS NOT NULL${where ? ` AND ${this.#print(where)}` : ''}`;
    const { sql, read } = printApart(group, `n${column}`, condition, this.#cells(group));
    return { sql, metrics: group, read: ([row]) => read(row) };
  }

  /** Shannon's entropy from counts c of N: ln N − Σ c ln c / N. */
  #grouping(group: readonly Metric[]): Statement {
    const [first] = group;
    if (!first || !('columns' in first)) throw new Error('no key to group by');
    const counts = this.#counts(first.columns, first.where, 'count(*) AS c');
    const has = (kind: Metric['kind']) => group.some((metric) => metric.kind === kind);
    const figures = [
      'SELECT count(*) AS groups',
      ...(has('repeated') ? ['sum(CASE WHEN c > 1 THEN c ELSE 0 END) AS repeated'] : []),
      ...(has('entropy') ? ['sum(c) AS total', 'sum(c * ln(c)) AS mass'] : []),
    ].join(', ');
    return {
      sql: `WITH ${this.#cells(group)}\n${figures} FROM (${counts}) counted`,
      metrics: group,
      read: ([row]) => group.map(({ kind }) => groupFigure(kind, row)),
    };
  }

  #counts(columns: readonly number[], where: Predicate | undefined, select: string): string {
    const condition = where === undefined ? '' : ` WHERE ${this.#print(where)}`;
    return `SELECT ${select} FROM cells${condition} GROUP BY ${columns.map((c) => `r${c}`).join(', ')}`;
  }

  #tally(metric: Of<'tally'>): Statement {
    const { columns, most, where } = metric;
    const shown = columns.flatMap((c) => [`min(t${c}) AS t${c}`, `min(n${c}) AS n${c}`]);
    const counts = this.#counts(columns, where, ['count(*) AS c', ...shown].join(', '));
    const order = ['c DESC', ...columns.map((c) => `t${c} NULLS LAST`)].join(', ');
    const all = ['c', ...columns.flatMap((c) => [`t${c}`, `n${c}`])].join(', ');
    return {
      sql: `WITH ${this.#cells([metric])}\nSELECT ${all}, count(*) OVER () AS distinct_keys FROM (${counts}) counted ORDER BY ${order} LIMIT ${most}`,
      metrics: [metric],
      read: (rows) => [
        {
          entries: rows.map((row) => tallyEntry(row, columns)),
          distinct: Number(rows[0]?.distinct_keys ?? 0),
        },
      ],
    };
  }

  /** A cell is compared with the one before it that has a value, as pandas compares what is left without nulls. */
  #disorder(metric: Of<'disorder'>): Statement {
    const { numberedCells } = this.#words;
    if (!numberedCells) throw new Error('rows have no order here');
    const uses = new Uses().ofMetric(metric);
    const value = `${letterOf(metric.view)}${metric.column}`;
    const files = this.#tables.table.files.map(
      (file, i) => `SELECT ${i} AS file_nr, * FROM (${numberedCells(this.#tables.table, uses, file)})`,
    );
    const where = metric.where ? ` AND ${this.#print(metric.where)}` : '';
    const sequence = `SELECT ${value} AS v, lag(${value}) OVER (ORDER BY file_nr, nr) AS before FROM cells WHERE ${value} IS NOT NULL${where}`;
    return {
      sql: `WITH ${[...this.#others([metric]), `cells AS (${files.join(' UNION ALL ')})`].join(',\n')}\nSELECT count(*) AS m0 FROM (${sequence}) WHERE ${printDisorder(metric)}`,
      metrics: [metric],
      read: ([row]) => [plainFigure(row?.m0)],
    };
  }

  #cells(metrics: readonly Metric[]): string {
    const uses = new Uses();
    for (const metric of metrics) uses.ofMetric(metric);
    return [...this.#others(metrics), `cells AS (\n  ${this.#words.cells(this.#tables.table, uses)}\n)`].join(
      ',\n',
    );
  }

  #others(metrics: readonly Metric[]): readonly string[] {
    return printOthers(predicatesOf(metrics), this.#tables, this.#words);
  }

  #print(predicate: Predicate): string {
    return printPredicate(predicate, this.#words, this.#tables);
  }
}

export function printDisorder({
  direction,
  strictly,
}: Pick<Of<'disorder'>, 'direction' | 'strictly'>): string {
  const sign = direction === 'increasing' ? '<' : '>';
  return `v ${strictly ? `${sign}=` : sign} before`;
}

function groupFigure(kind: Metric['kind'], row: Row | undefined): Figure {
  if (kind === 'distinct') return Number(row?.groups ?? 0);
  if (kind === 'repeated') return Number(row?.repeated ?? 0);
  const total = Number(row?.total ?? 0);
  return total === 0 ? null : Math.log(total) - Number(row?.mass ?? 0) / total;
}

function tallyEntry(row: Row, columns: readonly number[]): TallyEntry {
  return {
    texts: columns.map((c) => {
      const text = row[`t${c}`];
      return text === null || text === undefined ? null : String(text);
    }),
    numbers: columns.map((c) => {
      const number = row[`n${c}`];
      return number === null || number === undefined ? null : Number(number);
    }),
    count: Number(row.c),
  };
}
