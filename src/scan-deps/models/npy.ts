import { type Bytes, sliceOf, viewOf } from './bytes.js';
import { scanPickle } from './pickle/scan.js';
import { type FileReport, report } from './verdict.js';

const magic = '\x93NUMPY';

export function beginsNpy(bytes: Bytes): boolean {
  return viewOf(bytes.read(0, magic.length)).toString('latin1') === magic;
}

/** Longest header that numpy itself reads without being told to (numpy, `format.py`: _MAX_HEADER_SIZE). */
const longestHeader = 10_000;
const hasObjects = /'[|<>=]?O\d*'/;
const simpleType = /'descr':\s*'[|<>=]?(?<letter>[a-zA-Z?])(?<digits>\d*)(?:\[[^\]]*\])?'/;

/**
 * A numpy array file (numpy, NEP 1): header, then raw numbers, or, for an array of objects, a pickle.
 */
export function scanNpy(bytes: Bytes): FileReport {
  const head = viewOf(bytes.read(0, 12));
  const major = head[6] ?? 0;
  if (head.length < 12 || major < 1 || major > 3)
    return report('npy', 'malformed', 'has no header that numpy reads');
  const length = major === 1 ? head.readUInt16LE(8) : head.readUInt32LE(8);
  const start = (major === 1 ? 10 : 12) + length;
  if (length > longestHeader || start > bytes.size) {
    return report('npy', 'malformed', `has a header of ${length} bytes`);
  }
  const header = viewOf(bytes.read(start - length, length)).toString('latin1');
  if (!/^\{[\s\S]*\}\s*$/.test(header))
    return report('npy', 'malformed', 'has a header that is no Python dict');
  const data = sliceOf(bytes, start, bytes.size - start);
  if (hasObjects.test(header)) {
    const { verdict, reasons } = scanPickle(data);
    return report('npy (objects)', verdict, ...reasons);
  }
  const expected = expectedBytes(header);
  if (expected === null || expected === BigInt(data.size)) return report('npy', 'safe');
  return report('npy', 'malformed', `holds ${data.size} bytes; its header says ${expected}`);
}

/** Size of the data by type and shape; `null` for structured types, whose size the header does not state plainly. */
function expectedBytes(header: string): bigint | null {
  const { letter, digits = '' } = simpleType.exec(header)?.groups ?? {};
  const shape = /'shape':\s*\(([\d,\sL]*)\)/.exec(header)?.[1];
  if (letter === undefined || shape === undefined) return null;
  const sizes = shape
    .split(',')
    .map((size) => size.trim().replace(/L$/, ''))
    .filter((size) => size !== '');
  if (!sizes.every((size) => /^\d+$/.test(size))) return null;
  const item = BigInt(digits === '' ? 1 : digits) * (letter === 'U' ? 4n : 1n);
  return sizes.reduce((product, size) => product * BigInt(size), item);
}
