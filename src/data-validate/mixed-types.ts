import { type Check, check } from '../gate/check.js';
import { finding } from '../gate/finding.js';
import { round9 } from '../gate/json.js';
import type { Sampling } from './dialect.js';
import { quoteName } from './names.js';
import { allOf, countIn, countWhere, type Figures, missing, not, type Predicate, rowCount } from './plan.js';
import { isNumber } from './profile.js';
import type { DatasetFacts } from './rule-check.js';
import { describeSample, type SampledRow } from './sample.js';
import type { Table } from './table.js';

const id = 'data-validate/mixed-types';

/** The values of a column of numbers that are none. */
function strayValues(column: number): Predicate {
  return allOf(not(missing(column)), not(isNumber(column)));
}

export function straysIn(column: number): Sampling {
  return { rows: { where: strayValues(column) }, columns: [column] };
}

/** A column without a type rule in which most values are numbers and some are not: a warning, since it may be meant. */
export function mixedCheck(
  table: Table,
  column: number,
  figures: Figures,
  samples: readonly SampledRow[],
  dataset: DatasetFacts,
): Check {
  const name = table.columns[column]?.name ?? '';
  const values = countIn(figures, rowCount) - countIn(figures, countWhere(missing(column)));
  const numbers = countIn(figures, countWhere(isNumber(column)));
  return check({
    id,
    title: `${dataset.name}: ${quoteName(name)} holds values of one type`,
    observed: round9(numbers / values),
    threshold: 1,
    findings: samples.map((sample) => strayFinding(name, sample, dataset)),
    findingCount: values - numbers,
    facts: { dataset: dataset.name, column: name, unexpectedCount: values - numbers },
  });
}

function strayFinding(name: string, { shown, row, line, cells }: SampledRow, { showSamples }: DatasetFacts) {
  return finding(id, {
    severity: 'warning',
    message: `${quoteName(name)} is no number, and nearly all others are`,
    file: shown,
    ...(line !== undefined && { line }),
    ...(row !== undefined && { row }),
    sample: describeSample(cells, showSamples),
    fix: `give ${quoteName(name)} a type in the rules`,
    item: name,
    distinct: String(row),
  });
}
