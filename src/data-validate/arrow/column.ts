import { isUtf8 } from 'node:buffer';
import type { Data, DataType, Field, Vector } from 'apache-arrow';
import { sqlName } from '../../engine/engine.js';

type Arrow = typeof import('apache-arrow');

/** The value of a row, as `EngineSession.load` takes it; null where it is missing. */
type Read = (row: number) => unknown;

/** How a column of Arrow comes into the engine. */
export interface ArrowColumn {
  /** The engine's type: the one that it gives the same column of a Parquet file, where a duration is its number. */
  readonly type: string;
  /** @throws Error, from what it returns too, where the buffers do not hold what they should. */
  readonly reader: (data: Data) => Read;
}

/** @returns undefined for a type that the engine has none for: intervals, unions, decimals of more than 38 digits. */
export function arrowColumn(arrow: Arrow, type: DataType): ArrowColumn | undefined {
  const column = ofType(arrow, type);
  return column && { type: column.type, reader: (data) => orNull(data, column.reader(data)) };
}

function orNull(data: Data, read: Read): Read {
  if (data.nullCount === 0 || data.nullBitmap === undefined) return read;
  assertHolds(8 * data.nullBitmap.length, data);
  return (row) => (data.getValid(row) ? read(row) : null);
}

/** @throws Error where a buffer ends before its last row. */
function assertHolds(rows: number, { length }: Data): void {
  if (!(rows >= length)) throw new Error('a buffer ends before the last row');
}

function ofType(arrow: Arrow, type: DataType): ArrowColumn | undefined {
  const { DataType: is } = arrow;
  if (is.isNull(type))
    return {
      type: 'INTEGER',
      reader: (data) => {
        // Rows that no byte stands for.
        assertHolds(mostNulls, data);
        return () => null;
      },
    };
  if (is.isBool(type))
    return {
      type: 'BOOLEAN',
      reader: (data) => {
        assertHolds(8 * data.values.length, data);
        return asVector(arrow, data);
      },
    };
  if (is.isInt(type))
    return { type: `${type.isSigned ? '' : 'U'}${integers[type.bitWidth]}`, reader: stored };
  if (is.isFloat(type))
    return type.precision === arrow.Precision.HALF
      ? {
          type: 'FLOAT',
          reader: (data) => {
            assertHolds(data.values.length, data);
            return asVector(arrow, data);
          },
        }
      : { type: type.precision === arrow.Precision.SINGLE ? 'FLOAT' : 'DOUBLE', reader: stored };
  if (is.isDecimal(type))
    return type.precision > 38
      ? undefined
      : {
          type: `DECIMAL(${type.precision}, ${type.scale})`,
          reader: (data) => decimals(data, type.bitWidth / 32),
        };
  if (is.isDate(type))
    return { type: 'DATE', reader: type.unit === arrow.DateUnit.DAY ? stored : scaled(1n, 86_400_000n) };
  if (is.isTime(type)) return { type: 'TIME', reader: toMicroseconds(arrow, type.unit) };
  if (is.isDuration(type)) return { type: 'BIGINT', reader: stored };
  if (is.isTimestamp(type)) {
    if (type.timezone) return { type: 'TIMESTAMPTZ', reader: toMicroseconds(arrow, type.unit) };
    const inNanoseconds = type.unit === arrow.TimeUnit.NANOSECOND;
    return inNanoseconds
      ? { type: 'TIMESTAMP_NS', reader: stored }
      : { type: 'TIMESTAMP', reader: toMicroseconds(arrow, type.unit) };
  }
  return ofBytes(arrow, type) ?? ofParts(arrow, type);
}

/** In one batch. */
const mostNulls = 2 ** 26;

const integers = { 8: 'TINYINT', 16: 'SMALLINT', 32: 'INTEGER', 64: 'BIGINT' } as const;

function ofBytes(arrow: Arrow, type: DataType): ArrowColumn | undefined {
  const { DataType: is } = arrow;
  if (is.isUtf8(type) || is.isLargeUtf8(type))
    return { type: 'VARCHAR', reader: (data) => texts(slices(data)) };
  if (is.isBinary(type) || is.isLargeBinary(type)) return { type: 'BLOB', reader: slices };
  if (is.isUtf8View(type))
    return {
      type: 'VARCHAR',
      reader: (data) => texts(asVector(arrow, data.clone(new arrow.BinaryView()))),
    };
  if (is.isFixedSizeBinary(type) && type.byteWidth > 0)
    return {
      type: 'BLOB',
      reader: (data) => {
        assertHolds(data.values.length / type.byteWidth, data);
        return asVector(arrow, data);
      },
    };
  return is.isBinaryView(type) ? { type: 'BLOB', reader: (data) => asVector(arrow, data) } : undefined;
}

function ofParts(arrow: Arrow, type: DataType): ArrowColumn | undefined {
  const { DataType: is } = arrow;
  if (is.isDictionary(type)) {
    const word = arrowColumn(arrow, type.dictionary);
    return word && { type: word.type, reader: (data) => dictionaryWords(data, word) };
  }
  if (is.isStruct(type)) {
    const parts = type.children.map(({ type: part }) => arrowColumn(arrow, part));
    const names = type.children.map(({ name }) => name.toLowerCase());
    if (
      parts.length === 0 ||
      new Set(names).size < names.length ||
      !parts.every((part) => part !== undefined)
    )
      return undefined;
    const fields = parts.map((part, i) => `${sqlName(type.children[i]?.name ?? '')} ${part.type}`);
    return { type: `STRUCT(${fields.join(', ')})`, reader: (data) => structs(data, parts) };
  }
  if (is.isMap(type)) {
    const [key, value] = (type.children[0]?.type.children ?? []).map((field: Field) =>
      arrowColumn(arrow, field.type),
    );
    return key && value
      ? {
          type: `MAP(${key.type}, ${value.type})`,
          reader: (data) => lists(data, (entries) => structs(entries, [key, value])),
        }
      : undefined;
  }
  const item = type.children?.[0] && arrowColumn(arrow, type.children[0].type);
  if (!item) return undefined;
  if (is.isFixedSizeList(type) && type.listSize > 0)
    return {
      type: `${item.type}[${type.listSize}]`,
      reader: (data) => fixedLists(data, type.listSize, item.reader),
    };
  return is.isList(type) || is.isLargeList(type)
    ? { type: `${item.type}[]`, reader: (data) => lists(data, item.reader) }
    : undefined;
}

function stored({ values }: Data): Read {
  return (row) => present(values[row]);
}

function asVector(arrow: Arrow, data: Data): Read {
  const vector = new arrow.Vector([data]);
  return (row) => present(vector.get(row));
}

/** @throws Error where a buffer ends before its last row. */
function present<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error('a buffer ends before the last row');
  return value;
}

function scaled(times: bigint, by: bigint): (data: Data) => Read {
  return ({ values }) =>
    (row) =>
      (BigInt(present(values[row])) * times) / by;
}

function toMicroseconds({ TimeUnit }: Arrow, unit: number): (data: Data) => Read {
  if (unit === TimeUnit.SECOND) return scaled(1_000_000n, 1n);
  if (unit === TimeUnit.MILLISECOND) return scaled(1000n, 1n);
  return unit === TimeUnit.MICROSECOND ? scaled(1n, 1n) : floored(1000n);
}

/** As the engine does to a Parquet file's nanoseconds. */
function floored(by: bigint): (data: Data) => Read {
  return ({ values }) =>
    (row) => {
      const value = BigInt(present(values[row]));
      return (value - (((value % by) + by) % by)) / by;
    };
}

/** Two's complement, least word first. @param words of 32 bits in each. */
function decimals({ values }: Data, words: number): Read {
  return (row) => {
    let value = 0n;
    for (let i = words - 1; i >= 0; i--) value = (value << 32n) | BigInt(present(values[row * words + i]));
    return BigInt.asIntN(32 * words, value);
  };
}

function slices({ values, valueOffsets }: Data): Read {
  return (row) => {
    const [start, end] = [Number(present(valueOffsets[row])), Number(present(valueOffsets[row + 1]))];
    if (start > end || start < 0 || end > values.length) throw new Error('an offset beyond its buffer');
    return values.subarray(start, end);
  };
}

/** @throws Error on bytes that are no UTF-8. */
function texts(bytesOf: Read): Read {
  return (row) => {
    const bytes = bytesOf(row);
    if (!(bytes instanceof Uint8Array)) throw new Error('a text without bytes');
    if (!isUtf8(bytes)) throw new Error(`row ${row + 1} of a batch holds a text that is not UTF-8`);
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  };
}

/** Batches share their dictionaries. */
const known = new WeakMap<Vector, readonly unknown[]>();

function wordsOf(dictionary: Vector, word: ArrowColumn): readonly unknown[] {
  const words =
    known.get(dictionary) ??
    dictionary.data.flatMap((data) => {
      const read = word.reader(data);
      return Array.from({ length: data.length }, (_, i) => read(i));
    });
  known.set(dictionary, words);
  return words;
}

function dictionaryWords({ values, dictionary }: Data, word: ArrowColumn): Read {
  const words = wordsOf(present(dictionary), word);
  return (row) => {
    const found = words[Number(present(values[row]))];
    if (found === undefined) throw new Error('a word that its dictionary lacks');
    return found;
  };
}

function structs({ children }: Data, parts: readonly ArrowColumn[]): Read {
  const readers = parts.map(({ reader }, i) => reader(present(children[i])));
  return (row) => readers.map((read) => read(row));
}

function lists({ children, valueOffsets }: Data, reader: (data: Data) => Read): Read {
  const items = present(children[0]);
  const read = reader(items);
  return (row) => {
    const [start, end] = [Number(present(valueOffsets[row])), Number(present(valueOffsets[row + 1]))];
    if (start > end || start < 0 || end > items.length) throw new Error('an offset beyond its list');
    return Array.from({ length: end - start }, (_, i) => read(start + i));
  };
}

function fixedLists({ children }: Data, size: number, reader: (data: Data) => Read): Read {
  const items = present(children[0]);
  const read = reader(items);
  return (row) => {
    if ((row + 1) * size > items.length) throw new Error('a list beyond its buffer');
    return Array.from({ length: size }, (_, i) => read(row * size + i));
  };
}
