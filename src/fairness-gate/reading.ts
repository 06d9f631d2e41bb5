import { EngineError, type EngineSession } from '../engine/engine.js';
import { inputError, outsideError } from '../gate/failure.js';
import type { Ports } from '../platform/ports.js';
import { columnsOf, type JointCell, jointCells, printJoint } from './joint.js';
import type { Plan } from './plan.js';
import { assertAnswered, assertFewGroups, assertWeighty } from './refusals.js';
import { openSource, type Source } from './source.js';

export type ReadingPorts = Pick<Ports, 'files' | 'engine'>;

/**
 * Counts the rows of the predictions by what they say and whom they are about; nothing of a row is kept.
 *
 * @throws Failure('config' | 'input' | 'outside') when a row cannot be understood: then nothing is judged.
 */
export async function countRows(plan: Plan, ports: ReadingPorts): Promise<readonly JointCell[]> {
  try {
    return await countBy(plan, ports, true);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    if (!error.message.includes('Parallel CSV Reader')) throw explain(error, plan, ports);
  }
  try {
    return await countBy(plan, ports, false);
  } catch (error) {
    throw error instanceof EngineError ? explain(error, plan, ports) : error;
  }
}

async function countBy(plan: Plan, ports: ReadingPorts, parallel: boolean): Promise<readonly JointCell[]> {
  return withSource(plan, ports, { parallel, ordered: false }, async (session, source) => {
    const { sql, values } = printJoint(plan, source);
    const rows = await session.rows(sql, values);
    if (rows.length === 0)
      throw inputError('there is no row to judge', {
        place: { file: source.shown },
        fix: 'check the step that writes the predictions',
      });
    await assertAnswered(rows, plan, source.shown, (use) =>
      withSource(plan, ports, { parallel: false, ordered: true }, use),
    );
    await assertFewGroups(rows, plan, source, session);
    return assertWeighty(jointCells(rows, plan), source.shown);
  });
}

async function withSource<T>(
  plan: Plan,
  ports: ReadingPorts,
  { parallel, ordered }: { readonly parallel: boolean; readonly ordered: boolean },
  use: (session: EngineSession, source: Source) => Promise<T>,
): Promise<T> {
  const engine = await ports.engine();
  const session = await engine.open([ports.files.resolve(plan.predictions)], { ordered });
  try {
    return await use(
      session,
      await openSource(plan.predictions, columnsOf(plan), ports, { session, parallel }),
    );
  } finally {
    await session.close();
  }
}

function explain(error: EngineError, plan: Plan, { files }: ReadingPorts): Error {
  const place = { file: files.display(plan.predictions) };
  switch (error.kind) {
    case 'resources':
      return outsideError(
        `memory or disk ran out while reading: ${error.message}`,
        {
          place,
          fix: 'free disk space, or take a larger machine',
        },
        error,
      );
    case 'data':
      return inputError(
        `cannot be read: ${error.message}`,
        {
          place,
          fix: 'check that it is whole, and of the format that its ending says',
        },
        error,
      );
    case 'statement':
      return error;
  }
}
