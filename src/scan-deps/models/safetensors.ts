import { modelLimits } from '../limits.js';
import { type Bytes, viewOf } from './bytes.js';
import { Malformed } from './malformed.js';
import { type FileReport, report } from './verdict.js';

const format = 'safetensors';

/** Bits of one element (safetensors, `tensor.rs`: Dtype). */
const bits: ReadonlyMap<unknown, number> = new Map([
  ...['F64', 'I64', 'U64', 'C64'].map((type) => [type, 64] as const),
  ...['F32', 'I32', 'U32'].map((type) => [type, 32] as const),
  ...['F16', 'BF16', 'I16', 'U16'].map((type) => [type, 16] as const),
  ...['I8', 'U8', 'BOOL', 'F8_E4M3', 'F8_E5M2', 'F8_E8M0', 'F8_E4M3FNUZ', 'F8_E5M2FNUZ'].map(
    (type) => [type, 8] as const,
  ),
  ['F6_E2M3', 6],
  ['F6_E3M2', 6],
  ['F4', 4],
]);

/** Whether the bytes begin as safetensors do: a header's length, then the header, a JSON object. */
export function beginsSafetensors(bytes: Bytes): boolean {
  const head = viewOf(bytes.read(0, 9));
  if (head.length < 9 || head[8] !== 0x7b) return false;
  return head.readBigUInt64LE(0) <= BigInt(modelLimits.headerBytes) * 16n;
}

/**
 * Checks a safetensors file's structure (safetensors README, "Format"): header of bounded size, no key twice, every tensor within
 * the buffer, as large as its shape says, and the buffer covered once and wholly.
 */
export function scanSafetensors(bytes: Bytes): FileReport {
  try {
    const tensors = readHeader(bytes);
    assertCovered(tensors.spans, bytes.size - tensors.dataStart);
    return report(format, 'safe');
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return report(format, 'malformed', error.message);
  }
}

interface Span {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

function readHeader(bytes: Bytes): { readonly spans: readonly Span[]; readonly dataStart: number } {
  const length = Number(viewOf(bytes.read(0, 8)).readBigUInt64LE(0));
  if (length > modelLimits.headerBytes)
    throw new Malformed(`has a header of more than ${modelLimits.headerBytes} bytes`);
  if (8 + length > bytes.size) throw new Malformed('has a header that reaches past the end');
  let header: unknown;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.read(8, length));
    header = JSON.parse(text);
  } catch {
    throw new Malformed('has a header that is no JSON in UTF-8');
  }
  if (typeof header !== 'object' || header === null)
    throw new Malformed('has a header that is no JSON object');
  const entries = Object.entries(header);
  if (countKeys(text) !== entries.length) throw new Malformed('has a tensor twice in its header');
  const spans = entries
    .filter(([name]) => name !== '__metadata__')
    .map(([name, tensor]) => spanOf(name, tensor));
  return { spans, dataStart: 8 + length };
}

function spanOf(name: string, tensor: unknown): Span {
  const shown = JSON.stringify(name.slice(0, 100));
  const { dtype, shape, data_offsets: offsets } = asRecord(tensor);
  const width = bits.get(dtype);
  if (width === undefined) throw new Malformed(`has a tensor ${shown} of an unknown type`);
  if (!isSizes(shape) || !isSizes(offsets) || offsets.length !== 2) {
    throw new Malformed(`has a tensor ${shown} without shape or place`);
  }
  const [start = 0, end = 0] = offsets;
  const expected = shape.reduce((product, size) => product * BigInt(size), BigInt(width));
  if (expected !== BigInt(end - start) * 8n) {
    throw new Malformed(`has a tensor ${shown} whose place is not as large as its shape says`);
  }
  return { name, start, end };
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function isSizes(value: unknown): value is readonly number[] {
  return (
    Array.isArray(value) &&
    value.length <= 64 &&
    value.every((size) => Number.isSafeInteger(size) && size >= 0)
  );
}

function assertCovered(spans: readonly Span[], size: number): void {
  let end = 0;
  for (const span of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (span.start !== end)
      throw new Malformed(`has tensors that overlap or leave a hole at byte ${end} of its data`);
    end = span.end;
  }
  if (end !== size) throw new Malformed(`has ${size} bytes of data, of which its tensors cover ${end}`);
}

/** Keys of the outermost object, twice where they stand twice: JSON.parse would keep only the last. */
function countKeys(text: string): number {
  const token = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;
  let depth = 0;
  let count = 0;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const [first] = found[0];
    if (first === '{' || first === '[') depth += 1;
    else if (first === '}' || first === ']') depth -= 1;
    else if (first === ':' && depth === 1) count += 1;
  }
  return count;
}
