import type { Row } from '../../engine/engine.js';
import type { SampledCell, SampleRow, SampleStatement, Sampling, Tables } from '../dialect.js';
import { columnsIn } from '../plan.js';
import { printOthers } from '../sql/others.js';
import { printPredicate } from '../sql/print-predicate.js';
import { typeNamed } from '../sql/type-code.js';
import { Uses } from '../sql/views.js';
import { sparkWords } from './words.js';

/** Longest text that comes back of a cell; characters. */
const longestText = 200;

/**
 * Some rows of each sampling, the same ones however the rows are spread: the first in the order of the cells looked at.
 *
 * @param showTexts false: no text of a cell leaves Spark, only its length.
 */
export function printSamples(
  tables: Tables,
  samplings: readonly Sampling[],
  most: number,
  showTexts: boolean,
): SampleStatement {
  const uses = new Uses();
  for (const { rows, columns } of samplings) {
    uses.ofPredicate(rows.where);
    for (const column of rows.repeated ?? []) uses.add(column, 'r');
    for (const column of [...columns, ...columnsIn(rows.where)]) uses.add(column, 't', 'k');
  }
  const others = printOthers(
    samplings.map(({ rows }) => rows.where),
    tables,
    sparkWords,
  );
  const cells = `cells AS (\n  ${sparkWords.cells(tables.table, uses)}\n)`;
  const lists = samplings.map((sampling, i) => `(${printList(sampling, i, tables, most, showTexts)})`);
  return {
    sql: `WITH ${[...others, cells].join(',\n')}\nSELECT * FROM (${lists.join('\nUNION ALL\n')})`,
    read: (rows) => samplings.map((_, i) => rows.filter(({ nr }) => Number(nr) === i).map(sampleRow)),
  };
}

function printList(
  { rows, columns }: Sampling,
  index: number,
  tables: Tables,
  most: number,
  showTexts: boolean,
): string {
  const where = printPredicate(rows.where, sparkWords, tables);
  const key = rows.repeated && sparkWords.row(rows.repeated.map((c) => `r${c}`));
  const again =
    key && `${key} IN (SELECT ${key} FROM cells WHERE ${where} GROUP BY ${key} HAVING count(*) > 1)`;
  const list = (print: (column: number) => string) => `array(${columns.map(print).join(', ')})`;
  const texts = list((c) =>
    showTexts ? `left(t${c}, ${longestText})` : `CASE WHEN t${c} IS NOT NULL THEN '' END`,
  );
  return [
    `SELECT ${index} AS nr, ${texts} AS texts, ${list((c) => `length(t${c})`)} AS lengths, ${list((c) => `k${c}`)} AS types`,
    `FROM cells WHERE ${again ? `${where} AND ${again}` : where}`,
    `ORDER BY ${columns.map((c) => `t${c}`).join(', ') || '1'} LIMIT ${most}`,
  ].join(' ');
}

function sampleRow({ texts, lengths, types }: Row): SampleRow {
  const [allLengths, allTypes] = [listOf(lengths), listOf(types)];
  return {
    cells: listOf(texts).map(
      (text, i): SampledCell => ({
        text: text === null || text === undefined ? null : String(text),
        length: Number(allLengths[i] ?? 0),
        type: typeNamed(allTypes[i]),
      }),
    ),
  };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
