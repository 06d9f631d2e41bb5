import { inputError } from '../gate/failure.js';
import { compareCodePoints } from '../gate/order.js';
import { type Counts, mergeCounts, noCounts, totalOf } from './counts.js';
import type { JointCell } from './joint.js';
import type { Plan } from './plan.js';

/** The people who share one value of one attribute. */
export interface Group {
  readonly attribute: string;
  readonly value: string;
  /** `race=Caucasian`. */
  readonly name: string;
  readonly counts: Counts;
  readonly rows: number;
}

/** One attribute's groups, in code point order of their values, and everyone in them. */
export interface Partition {
  readonly attribute: string;
  readonly groups: readonly [Group, ...Group[]];
  /** Everyone whose value is known, or who is in the group of those whose value is not. */
  readonly everyone: Counts;
  /** Rows without a value. */
  readonly missing: number;
}

/** The group of those whose value is missing, under `missing: own-group`. */
const missingValue = '(missing)';

/**
 * @throws Failure('input') where values are missing and `missing` is `error`, where no value is left, or where a value is
 * itself called as the group of missing ones is.
 */
export function partitionBy(
  attribute: string,
  cells: readonly JointCell[],
  plan: Plan,
  file: string,
): Partition {
  const counted = countByValue(plan.attributes.indexOf(attribute), cells);
  const unknown = counted.get(null) ?? noCounts;
  const missing = totalOf(unknown).rows;
  assertKnown(attribute, missing, plan, file);
  const kept = new Map(
    [...counted].flatMap(([value, counts]) => (value === null ? [] : [[value, counts] as const])),
  );
  if (missing > 0 && plan.missing === 'own-group') {
    assertFree(attribute, kept, file);
    kept.set(missingValue, unknown);
  }
  const [first, ...rest] = [...kept]
    .map(([value, counts]) => groupOf(attribute, value, counts))
    .sort((a, b) => compareCodePoints(a.value, b.value));
  if (!first)
    throw inputError(`${attribute} has no value in any row`, {
      place: { file },
      fix: 'check the join that adds it',
    });
  const everyone = [...kept.values()].reduce(mergeCounts, noCounts);
  return { attribute, groups: [first, ...rest], missing, everyone };
}

function countByValue(at: number, cells: readonly JointCell[]): ReadonlyMap<string | null, Counts> {
  const merged = new Map<string | null, Counts>();
  for (const { attributes, counts } of cells) {
    const value = attributes[at] ?? null;
    merged.set(value, mergeCounts(merged.get(value) ?? noCounts, counts));
  }
  return merged;
}

function assertFree(attribute: string, groups: ReadonlyMap<string, Counts>, file: string): void {
  if (!groups.has(missingValue)) return;
  throw inputError(`${attribute} has the value ${missingValue}, as the group of missing values is called`, {
    place: { file },
    fix: 'leave the cell empty instead',
  });
}

function groupOf(attribute: string, value: string, counts: Counts): Group {
  return { attribute, value, name: `${attribute}=${value}`, counts, rows: totalOf(counts).rows };
}

function assertKnown(attribute: string, missing: number, { missing: policy }: Plan, file: string): void {
  if (missing === 0 || policy !== 'error') return;
  throw inputError(`${attribute} is missing in ${missing} rows`, {
    place: { file },
    fix: 'fill it, or set `missing: own-group` (judge them as a group) or `missing: drop` (leave them out, counted)',
  });
}
