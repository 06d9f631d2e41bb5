import { inputError } from '../gate/failure.js';
import type { OpenFile, Ports } from '../platform/ports.js';
import { readPieces } from './read-pieces.js';
import { TextGuard } from './text-guard.js';

/** What follows a text piece by piece. */
interface PieceScanner<Survey> {
  push(piece: Uint8Array): void;
  end(): Survey;
}

/**
 * Follows a text file to its end.
 *
 * @throws Failure('input') when it is empty or holds bytes that no UTF-8 text holds, naming the first by offset and line.
 */
export async function surveyText<Survey>(
  file: OpenFile,
  shown: string,
  ports: Pick<Ports, 'signal'>,
  scanner: PieceScanner<Survey>,
): Promise<Survey> {
  if (file.size === 0) throw inputError('is empty', { place: { file: shown }, fix: 'write the data to it' });
  const guard = new TextGuard();
  await readPieces(file, ports, (piece) => {
    guard.push(piece);
    if (!guard.found) scanner.push(piece);
  });
  guard.end();
  if (guard.found) {
    const { offset, what } = guard.found;
    const line = await lineAt(file, offset, ports);
    throw inputError(`holds ${what} at byte ${offset}: not a text in UTF-8`, {
      place: { file: shown, line },
      fix: 'convert it to UTF-8, or name the format that it has',
    });
  }
  return scanner.end();
}

async function lineAt(file: OpenFile, offset: number, ports: Pick<Ports, 'signal'>): Promise<number> {
  let line = 1;
  let start = 0;
  await readPieces(file, ports, (piece) => {
    const end = Math.min(piece.length, offset - start);
    for (let at = piece.indexOf(0x0a); at !== -1 && at < end; at = piece.indexOf(0x0a, at + 1)) line++;
    start += piece.length;
  });
  return line;
}

/** @throws Failure('input') when one record is larger than the engine takes. */
export function assertRecordSize(longest: number, most: number, shown: string): void {
  if (longest > most)
    throw inputError(`has a record of ${longest} bytes; at most ${most} are read`, {
      place: { file: shown },
      fix: 'look for a quote that is opened and never closed',
    });
}
