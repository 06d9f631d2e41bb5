import type { EngineSession, Row } from '../engine/engine.js';
import { Failure, inputError, type Problem } from '../gate/failure.js';
import {
  type JointCell,
  longestValue,
  mostCells,
  mostValues,
  type Part,
  printStates,
  unanswered,
} from './joint.js';
import type { Plan } from './plan.js';
import { printText, states } from './row-state.js';
import type { Source } from './source.js';

const expected: Readonly<Record<Part, string>> = {
  label: 'label',
  prediction: 'prediction or score',
  favourable: 'column that names the favourable outcome',
  weight: 'weight',
};

/** Reads the file once more, its rows in order. */
type InOrder = <T>(use: (session: EngineSession, source: Source) => Promise<T>) => Promise<T>;

/** @throws Failure('input') where a row has no answer; a second scan, made only then, says which is the first. */
export async function assertAnswered(
  rows: readonly Row[],
  plan: Plan,
  file: string,
  inOrder: InOrder,
): Promise<void> {
  const parts = (['label', 'prediction', 'favourable', 'weight'] as const).filter(
    (part) => unanswered(rows, part) > 0,
  );
  if (parts.length === 0) return;
  const first = await inOrder((session, source) => firstUnanswered(session, source, plan));
  throw new Failure(
    'input',
    parts.map((part): Problem => {
      const at = first.get(part);
      return {
        message: `${unanswered(rows, part)} rows have a ${expected[part]} that is ${describeState(at?.state)}`,
        fix: fixes[part],
        place: { file, ...(at && { row: at.row }) },
      };
    }),
  );
}

const fixes: Readonly<Record<Part, string>> = {
  label: 'write 0/1 or true/false, or name the positive ones: `label: {when: "outcome = \'repaid\'"}`',
  prediction:
    'write 0/1, true/false or a finite score, or name the positive ones: `prediction: {when: "risk != \'Low\'"}`',
  favourable: 'fill the column that `favourable` compares, in every row',
  weight: 'write a finite number, 0 or more, in every row',
};

function describeState(state: number | undefined): string {
  if (state === states.missing) return 'missing';
  return state === states.negative ? 'below 0' : 'not what is expected';
}

interface FirstRow {
  readonly row: number;
  readonly state: number;
}

async function firstUnanswered(
  session: EngineSession,
  source: Source,
  plan: Plan,
): Promise<ReadonlyMap<Part, FirstRow>> {
  const statement = { columns: source.columns, values: [] };
  const parts = [...printStates(plan, statement)];
  const figures = parts.map(
    ([part]) =>
      `min(nr) FILTER (WHERE ${part} > ${states.yes}) AS ${part}_row, arg_min(${part}, nr) FILTER (WHERE ${part} > ${states.yes}) AS ${part}_state`,
  );
  const [row = {}] = await session.rows(
    `SELECT ${figures.join(', ')} FROM (SELECT row_number() OVER () AS nr, ${parts.map(([part, sql]) => `${sql} AS ${part}`).join(', ')} FROM ${source.sql})`,
    statement.values,
  );
  return new Map(
    parts.flatMap(([part]) =>
      row[`${part}_row`] == null
        ? []
        : [[part, { row: Number(row[`${part}_row`]), state: Number(row[`${part}_state`]) }] as const],
    ),
  );
}

/** @throws Failure('input') on an attribute that is hardly one of groups. */
export async function assertFewGroups(
  rows: readonly Row[],
  plan: Plan,
  source: Source,
  session: EngineSession,
): Promise<void> {
  const numbers =
    rows.length > mostCells ? await countValues(plan, source, session) : distinctValues(rows, plan);
  const place = { file: source.shown };
  plan.attributes.forEach((attribute, i) => {
    if ((numbers[i] ?? 0) > mostValues)
      throw inputError(
        `the attribute ${attribute} has ${numbers[i]} values; more than ${mostValues} are no groups`,
        {
          place,
          fix: 'name a column of groups, or bin it before (age_group for age)',
        },
      );
    if (rows.some((row) => String(row[`a${i}`] ?? '').length > longestValue))
      throw inputError(`the attribute ${attribute} has a value longer than ${longestValue} characters`, {
        place,
        fix: 'name a column of groups',
      });
  });
  if (rows.length > mostCells)
    throw inputError(`the attributes together have more than ${mostCells} combinations`, {
      place,
      fix: 'judge fewer attributes at once',
    });
}

function distinctValues(rows: readonly Row[], plan: Plan): readonly number[] {
  return plan.attributes.map((_, i) => new Set(rows.map((row) => row[`a${i}`] ?? null)).size);
}

async function countValues(plan: Plan, source: Source, session: EngineSession): Promise<readonly number[]> {
  const statement = { columns: source.columns, values: [] };
  const counts = plan.attributes.map(
    (attribute, i) => `count(DISTINCT ${printText(attribute, statement)}) AS n${i}`,
  );
  const [row = {}] = await session.rows(`SELECT ${counts.join(', ')} FROM ${source.sql}`);
  return plan.attributes.map((_, i) => Number(row[`n${i}`]));
}

/** @throws Failure('input') on weights that add up to nothing, or to more than a number holds. */
export function assertWeighty(cells: readonly JointCell[], file: string): readonly JointCell[] {
  const finite = cells.every(({ counts }) => counts.every((tally) => Number.isFinite(tally.squares)));
  const some = cells.some(({ counts }) => counts.some((tally) => tally.weight > 0));
  if (finite && some) return cells;
  throw inputError(`the weights ${finite ? 'are all 0' : 'are too large to add up'}`, {
    place: { file },
    fix: 'check the column of weights',
  });
}
