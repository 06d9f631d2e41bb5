import { setImmediate } from 'node:timers/promises';
import type { RecordBatch, RecordBatchReader } from 'apache-arrow';
import type { Columns } from '../../engine/engine.js';
import { Failure, inputError } from '../../gate/failure.js';
import type { OpenFile } from '../../platform/ports.js';
import { quoteName } from '../names.js';
import { boundMetadata } from './bounded-metadata.js';
import { arrowCodecs } from './codecs.js';
import { type ArrowColumn, arrowColumn } from './column.js';

export interface ArrowFile {
  readonly names: readonly string[];
  readonly columns: readonly ArrowColumn[];
  /** The values of each column, some rows at a time. @throws Failure('input') where the file is damaged. */
  readonly batches: AsyncIterable<Columns>;
}

/** Rows handed on at once: as many as the engine takes. */
const pieceRows = 2048;

/**
 * Opens an Arrow IPC file (Feather V2) or stream, whichever its first bytes say (Arrow columnar format 1.5, "Serialization and
 * Interprocess Communication").
 *
 * @throws Failure('input') when it is neither, cut off, or has a column of a type that the engine lacks; the signal's reason.
 */
export async function openArrowFile(file: OpenFile, shown: string, signal: AbortSignal): Promise<ArrowFile> {
  assertWhole(file, shown);
  boundMetadata();
  const arrow = await import('apache-arrow');
  const { lz4, zstd } = await arrowCodecs();
  arrow.compressionRegistry.set(arrow.CompressionType.LZ4_FRAME, { decode: lz4 });
  arrow.compressionRegistry.set(arrow.CompressionType.ZSTD, { decode: zstd });
  try {
    const reader = await arrow.RecordBatchReader.from(handleOf(file));
    await reader.open();
    const { fields } = reader.schema;
    const columns = fields.map(({ name, type }) => {
      const column = arrowColumn(arrow, type);
      if (!column) throw unreadColumn(name, String(type), shown);
      return column;
    });
    const batches = inPieces(reader, columns, shown, signal);
    return { names: fields.map(({ name }) => name ?? ''), columns, batches };
  } catch (error) {
    throw damageError(error, shown, signal);
  }
}

async function* inPieces(
  reader: AsyncIterable<RecordBatch>,
  columns: readonly ArrowColumn[],
  shown: string,
  signal: AbortSignal,
): AsyncIterable<Columns> {
  try {
    for await (const { data, numRows } of reader) {
      const readers = columns.map((column, i) => {
        const own = data.children[i];
        if (!own || own.length < numRows) throw new Error('a column is shorter than its batch');
        return column.reader(own);
      });
      for (let start = 0; start < numRows; start += pieceRows) {
        // So that a timeout and an interruption are heard.
        await setImmediate();
        signal.throwIfAborted();
        const length = Math.min(pieceRows, numRows - start);
        yield readers.map((read) => Array.from({ length }, (_, i) => read(start + i)));
      }
    }
  } catch (error) {
    throw damageError(error, shown, signal);
  }
}

const [fileMagic, oldMagic] = ['ARROW1', 'FEA1'];

/** What begins as a file must end as one; what begins otherwise is a stream, which may end after any of its messages. */
function assertWhole(file: OpenFile, shown: string): void {
  const place = { file: shown };
  if (file.size === 0) throw inputError('is empty', { place, fix: 'write the data to it' });
  const begin = Buffer.from(file.read(0, 6)).toString('latin1');
  if (begin.startsWith(oldMagic))
    throw inputError('is of Feather’s first version, which Arrow has given up', {
      place,
      fix: 'write it again with `pyarrow.feather.write_feather`',
    });
  if (begin !== fileMagic) return;
  const end = Buffer.from(file.read(Math.max(0, file.size - 6), 6)).toString('latin1');
  if (end !== fileMagic || file.size < 20)
    throw inputError('is no whole Arrow file: its end is missing', { place, fix: 'write it again' });
}

function unreadColumn(name: string, type: string, shown: string): Failure {
  return inputError(`has a column ${quoteName(name)} of type ${quoteName(type)}, which is not read`, {
    place: { file: shown },
    fix: 'cast it to a number, a text or a time',
  });
}

function damageError(error: unknown, shown: string, signal: AbortSignal): unknown {
  signal.throwIfAborted();
  if (error instanceof Failure) return error;
  const says = error instanceof Error && !(error instanceof TypeError);
  return inputError(
    `is no whole Arrow file: ${says ? error.message : 'its metadata are damaged'}`,
    { place: { file: shown }, fix: 'write it again' },
    error,
  );
}

type FileHandle = Extract<Parameters<typeof RecordBatchReader.from>[0], { readonly fd: number }>;

/** As apache-arrow asks for a file that it reads piece by piece: those parts of Node's handle that it touches. */
function handleOf(file: OpenFile): FileHandle {
  const handle = {
    fd: -1,
    stat: async () => ({ size: file.size }),
    read: async (target: Uint8Array, offset: number, length: number, position: number) => {
      const piece = file.read(position, length);
      target.set(piece, offset);
      return { bytesRead: piece.byteLength, buffer: target };
    },
    close: async () => undefined,
  };
  return handle as Partial<FileHandle> as FileHandle;
}
