import type { DuckDBType, DuckDBValue } from '@duckdb/node-api';
import { EngineError, type Row, type SqlValue } from './engine.js';
import type { DuckDb } from './load.js';

/** DuckDB's values as plain ones; see `EngineSession.rows` for the mapping. */
function plainValue(api: DuckDb, value: DuckDBValue): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof api.DuckDBListValue || value instanceof api.DuckDBArrayValue)
    return value.items.map((item) => plainValue(api, item));
  if (value instanceof api.DuckDBStructValue) return plainRow(api, Object.entries(value.entries));
  if (value instanceof api.DuckDBMapValue)
    return value.entries.map((entry) =>
      plainRow(api, [
        ['key', entry.key],
        ['value', entry.value],
      ]),
    );
  if (value instanceof api.DuckDBUnionValue) return plainValue(api, value.value);
  if (value instanceof api.DuckDBBlobValue) return value.bytes;
  return value.toString();
}

/** No prototype: a column named `__proto__` is a column. */
export function plainRow(api: DuckDb, cells: readonly (readonly [string, DuckDBValue])[]): Row {
  const row: Record<string, unknown> = Object.create(null);
  for (const [name, value] of cells) row[name] = plainValue(api, value);
  return row;
}

const hugeintMax = 2n ** 127n - 1n;

/** The binding would take 1e300 for a BIGINT, so the type is ours to say. */
export function parameterType(api: DuckDb, value: SqlValue): DuckDBType {
  if (value === null) return api.SQLNULL;
  switch (typeof value) {
    case 'boolean':
      return api.BOOLEAN;
    case 'string':
      return api.VARCHAR;
    case 'number':
      return Number.isSafeInteger(value) && !Object.is(value, -0) ? api.BIGINT : api.DOUBLE;
    case 'bigint':
      if (value > hugeintMax || value < -hugeintMax)
        throw new EngineError('statement', `integer parameter beyond 128 bits: ${value}`);
      return api.HUGEINT;
  }
}

export function parameterValue(api: DuckDb, value: SqlValue): DuckDBValue {
  return typeof value === 'number' && parameterType(api, value) === api.BIGINT ? BigInt(value) : value;
}

type Store = (value: unknown) => DuckDBValue;

/** What makes DuckDB's value of one that `EngineSession.load` was handed. */
export function storedAs(api: DuckDb, type: DuckDBType): Store {
  const store = storeOf(api, type);
  return (value) => (value === null ? null : store(value));
}

function storeOf(api: DuckDb, type: DuckDBType): Store {
  const { DuckDBTypeId: id } = api;
  const big = (value: unknown) => BigInt(value as bigint | number);
  switch (type.typeId) {
    case id.DATE:
      return (value) => new api.DuckDBDateValue(Number(value));
    case id.TIME:
      return (value) => new api.DuckDBTimeValue(big(value));
    case id.TIMESTAMP:
      return (value) => new api.DuckDBTimestampValue(big(value));
    case id.TIMESTAMP_TZ:
      return (value) => new api.DuckDBTimestampTZValue(big(value));
    case id.TIMESTAMP_NS:
      return (value) => new api.DuckDBTimestampNanosecondsValue(big(value));
    case id.DECIMAL:
      return (value) => new api.DuckDBDecimalValue(big(value), type.width, type.scale);
    case id.BLOB:
      return (value) => new api.DuckDBBlobValue(value as Uint8Array);
    case id.LIST: {
      const item = storedAs(api, type.valueType);
      return (value) => new api.DuckDBListValue((value as unknown[]).map(item));
    }
    case id.ARRAY: {
      const item = storedAs(api, type.valueType);
      return (value) => new api.DuckDBArrayValue((value as unknown[]).map(item));
    }
    case id.STRUCT: {
      const items = type.entryTypes.map((entry) => storedAs(api, entry));
      return (value) => {
        const entries: Record<string, DuckDBValue> = Object.create(null);
        type.entryNames.forEach((name, i) => {
          entries[name] = items[i]?.((value as unknown[])[i]) ?? null;
        });
        return new api.DuckDBStructValue(entries);
      };
    }
    case id.MAP: {
      const [key, item] = [storedAs(api, type.keyType), storedAs(api, type.valueType)];
      return (value) =>
        new api.DuckDBMapValue(
          (value as [unknown, unknown][]).map((entry) => ({ key: key(entry[0]), value: item(entry[1]) })),
        );
    }
    default:
      return (value) => value as DuckDBValue;
  }
}
