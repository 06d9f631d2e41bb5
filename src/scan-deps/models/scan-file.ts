import { modelLimits } from '../limits.js';
import type { Bytes } from './bytes.js';
import { Malformed } from './malformed.js';
import { beginsNpy, scanNpy } from './npy.js';
import { unpack } from './packed.js';
import { protocolCode } from './pickle/opcodes.js';
import { scanPickle } from './pickle/scan.js';
import { beginsSafetensors, scanSafetensors } from './safetensors.js';
import { scanText } from './text.js';
import { combine, type FileReport, report, worseVerdict } from './verdict.js';
import { findEnd } from './zip-directory.js';
import { type Member, rawMember, readMembers, unpackMember } from './zip-members.js';

/** Work that one file may still cause. */
interface Budget {
  unpackedBytes: number;
}

/** Opens one file by its content, whatever its name says. */
export function scanFile(bytes: Bytes): FileReport {
  return scanBytes(bytes, { unpackedBytes: modelLimits.allUnpackedBytes }, 0);
}

function scanBytes(bytes: Bytes, budget: Budget, depth: number): FileReport {
  if (depth > modelLimits.nesting) {
    return report('nested', 'malformed', `nests archives more than ${modelLimits.nesting} deep`);
  }
  if (bytes.size === 0) return report('empty', 'safe');
  const head = scanHead(bytes, budget, depth);
  // Zip readers look at the end of a file, all others at its beginning: a file may be two things at once.
  if (head.format === 'zip' || head.format === 'torch' || !endsAsZip(bytes)) return head;
  const tail = scanZip(bytes, budget, depth);
  return report(
    `${head.format} and zip`,
    worseVerdict(worseVerdict(head.verdict, tail.verdict), 'malformed'),
    'is two formats at once: a zip file behind something else',
    ...head.reasons,
    ...tail.reasons,
  );
}

const zipMagic = ['PK\x03\x04', 'PK\x05\x06'];

function scanHead(bytes: Bytes, budget: Budget, depth: number): FileReport {
  const [first = 0, second = 255] = bytes.read(0, 2);
  if (zipMagic.includes(Buffer.from(bytes.read(0, 4)).toString('latin1')))
    return scanZip(bytes, budget, depth);
  if (beginsNpy(bytes)) return scanNpy(bytes);
  if (beginsSafetensors(bytes)) return scanTensors(bytes);
  if (first === protocolCode && second <= 5) return scanPickle(bytes);
  const packed = unpack(bytes);
  if (packed?.bytes === null) return report(packed.name, 'malformed', packed.why);
  if (packed) return scanUnpacked(packed.name, packed.bytes, budget, depth);
  // Old protocols have no magic: whoever follows the bytes as instructions sees whether they are some.
  const pickle = scanPickle(bytes);
  if (pickle.whole || pickle.called) return pickle;
  return (
    scanText(bytes) ?? report('unknown', null, 'is of no format that is known here, so it is not judged')
  );
}

/** The length in front of a safetensors header can be chosen so that a pickle begins there. */
function scanTensors(bytes: Bytes): FileReport {
  const pickle = scanPickle(bytes);
  return pickle.whole || pickle.called ? pickle : scanSafetensors(bytes);
}

function scanUnpacked(name: string, bytes: Bytes, budget: Budget, depth: number): FileReport {
  budget.unpackedBytes -= bytes.size;
  if (budget.unpackedBytes < 0) return tooLarge(name);
  const inner = scanBytes(bytes, budget, depth + 1);
  return { ...inner, format: `${name} (${inner.format})` };
}

function tooLarge(format: string): FileReport {
  return report(format, 'malformed', `unpacks to more than ${modelLimits.allUnpackedBytes} bytes`);
}

/** An end record near the end that points at a directory, however crooked. */
function endsAsZip(bytes: Bytes): boolean {
  const end = findEnd(bytes);
  if (end < 0) return false;
  const record = Buffer.from(bytes.read(end, 22));
  const start = end - record.readUInt32LE(12);
  return start >= 0 && Buffer.from(bytes.read(start, 4)).toString('latin1') === 'PK\x01\x02';
}

function scanZip(bytes: Bytes, budget: Budget, depth: number): FileReport {
  try {
    const members = readMembers(bytes);
    const packed = members.filter(({ method }) => method !== 0).reduce((sum, { size }) => sum + size, 0);
    budget.unpackedBytes -= packed;
    if (budget.unpackedBytes < 0) return tooLarge('zip');
    const isTorch = members.some(({ name }) => /(?:^|\/)data\.pkl$/.test(name));
    const reports = members.map((member) => ({
      name: member.name,
      report: scanMember(bytes, member, isTorch, budget, depth),
    }));
    return combine(isTorch ? 'torch' : 'zip', reports);
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return report('zip', 'malformed', error.message);
  }
}

/** Tensors of a torch file: raw numbers that its loader takes as such. */
const torchTensor = /(?:^|\/)data\/\d+$/;

function scanMember(
  bytes: Bytes,
  member: Member,
  isTorch: boolean,
  budget: Budget,
  depth: number,
): FileReport {
  if (member.name.endsWith('/') && member.size === 0) return report('folder', 'safe');
  if (isTorch && torchTensor.test(member.name) && member.method === 0) {
    const raw = rawMember(bytes, member);
    return raw.size === member.size
      ? report('tensor', 'safe')
      : report('tensor', 'malformed', 'is cut short');
  }
  try {
    const content = unpackMember(bytes, member);
    return isTorch && member.name.endsWith('.pkl')
      ? scanPickle(content, true)
      : scanBytes(content, budget, depth + 1);
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return report('member', 'malformed', error.message);
  }
}
