import { EngineError, type EngineSession, type Row } from '../engine/engine.js';
import { Failure, inputError, outsideError, type Problem } from '../gate/failure.js';
import type { Ports } from '../platform/ports.js';
import {
  columnsOf,
  type JointCell,
  jointCells,
  longestValue,
  mostCells,
  mostValues,
  type Part,
  printJoint,
  printStates,
  unanswered,
} from './joint.js';
import type { Plan } from './plan.js';
import { printText, states } from './row-state.js';
import { openSource, type Source } from './source.js';

/**
 * Counts the rows of the predictions by what they say and whom they are about; nothing of a row is kept.
 *
 * @throws Failure('config' | 'input' | 'outside') when a row cannot be understood: then nothing is judged.
 */
export async function countRows(
  plan: Plan,
  ports: Pick<Ports, 'files' | 'engine'>,
): Promise<readonly JointCell[]> {
  const shown = ports.files.display(plan.predictions);
  try {
    return await withSession(plan, ports, false, async (session) => {
      const source = await openSource(plan.predictions, columnsOf(plan), ports, session);
      const { sql, values } = printJoint(plan, source);
      const rows = await session.rows(sql, values);
      if (rows.length === 0)
        throw inputError('there is no row to judge', {
          place: { file: shown },
          fix: 'check the step that writes the predictions',
        });
      await assertAnswered(rows, plan, ports, shown);
      await assertFewGroups(rows, plan, source, session);
      return assertWeighty(jointCells(rows, plan), shown);
    });
  } catch (error) {
    throw error instanceof EngineError ? explain(error, shown) : error;
  }
}

async function withSession<T>(
  plan: Plan,
  ports: Pick<Ports, 'files' | 'engine'>,
  ordered: boolean,
  use: (session: EngineSession) => Promise<T>,
): Promise<T> {
  const engine = await ports.engine();
  const session = await engine.open([ports.files.resolve(plan.predictions)], { ordered });
  try {
    return await use(session);
  } finally {
    await session.close();
  }
}

const expected: Readonly<Record<Part, string>> = {
  label: 'label',
  prediction: 'prediction or score',
  favourable: 'column that names the favourable outcome',
  weight: 'weight',
};

async function assertAnswered(
  rows: readonly Row[],
  plan: Plan,
  ports: Pick<Ports, 'files' | 'engine'>,
  file: string,
): Promise<void> {
  const parts = (['label', 'prediction', 'favourable', 'weight'] as const).filter(
    (part) => unanswered(rows, part) > 0,
  );
  if (parts.length === 0) return;
  const first = await withSession(plan, ports, true, (session) => firstUnanswered(session, plan, ports));
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

/** Which row to look at first: a second scan, in file order, only when something is wrong. */
async function firstUnanswered(
  session: EngineSession,
  plan: Plan,
  ports: Pick<Ports, 'files'>,
): Promise<ReadonlyMap<Part, FirstRow>> {
  const source = await openSource(plan.predictions, columnsOf(plan), ports, session);
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

async function assertFewGroups(
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

function assertWeighty(cells: readonly JointCell[], file: string): readonly JointCell[] {
  const finite = cells.every(({ counts }) => counts.every((tally) => Number.isFinite(tally.squares)));
  const some = cells.some(({ counts }) => counts.some((tally) => tally.weight > 0));
  if (finite && some) return cells;
  throw inputError(`the weights ${finite ? 'are all 0' : 'are too large to add up'}`, {
    place: { file },
    fix: 'check the column of weights',
  });
}

function explain(error: EngineError, file: string): Error {
  switch (error.kind) {
    case 'resources':
      return outsideError(
        `memory or disk ran out while reading: ${error.message}`,
        {
          place: { file },
          fix: 'free disk space, or take a larger machine',
        },
        error,
      );
    case 'data':
      return inputError(
        `cannot be read: ${error.message}`,
        {
          place: { file },
          fix: 'check that it is whole, and of the format that its ending says',
        },
        error,
      );
    case 'statement':
      return error;
  }
}
