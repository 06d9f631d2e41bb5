import { modelLimits } from '../../limits.js';
import { type Bytes, sliceOf } from '../bytes.js';
import type { Malformed } from '../malformed.js';
import { type FileReport, type ModelVerdict, report, worseVerdict } from '../verdict.js';
import { Cursor } from './cursor.js';
import { protocolCode } from './opcodes.js';
import { readStream, type StreamReport } from './stream.js';
import type { Trace } from './trace.js';
import type { Value } from './value.js';

/** Bytes that are a pickle, or may be one. */
export interface PickleReport extends FileReport {
  /** Every stream in it ran to its STOP, and nothing follows. */
  readonly whole: boolean;
  /** Something was called before the end or the break. */
  readonly called: boolean;
}

/** First value of a torch file of before 1.6 (torch, `serialization.py`: MAGIC_NUMBER), and how many pickles it holds. */
const torchMagic = '119547037146038801333356';
const torchStreams = 5;

/**
 * Follows every pickle in the bytes. What ran before a break counts; a break, or bytes behind the last pickle, make it
 * malformed.
 *
 * @param inTorch whether the container's loader resolves torch's persistent ids.
 */
export function scanPickle(bytes: Bytes, inTorch = false): PickleReport {
  const cursor = new Cursor(bytes);
  const streams: StreamReport[] = [];
  let torch = inTorch;
  const context = {
    persistent: (id: Value) => torch && isTorchId(id),
    budget: { opcodes: modelLimits.opcodes },
  };
  do {
    const stream = readStream(cursor, context);
    streams.push(stream);
    if (stream.broke) break;
    torch ||= streams.length === 1 && stream.value?.kind === 'scalar' && stream.value.value === torchMagic;
    // What follows are the raw numbers of the tensors.
    if (torch && !inTorch && streams.length === torchStreams)
      return conclude(streams, 'torch (legacy)', null);
  } while (
    cursor.remaining > 0 &&
    streams.length < modelLimits.streams &&
    beginsPickle(bytes, cursor.position)
  );
  return conclude(streams, torch && !inTorch ? 'torch (legacy)' : 'pickle', leftover(cursor));
}

/** A further stream: by its protocol, or because it can be followed to its end. */
function beginsPickle(bytes: Bytes, position: number): boolean {
  const [first, version = 255] = bytes.read(position, 2);
  if (first === protocolCode && version <= 5) return true;
  const rest = readStream(new Cursor(sliceOf(bytes, position, bytes.size)), {
    persistent: () => false,
    budget: { opcodes: 100_000 },
  });
  return rest.broke === null || rest.calls > 0;
}

function leftover({ remaining }: Cursor): string | null {
  return remaining === 0 ? null : `${remaining} bytes follow the last pickle`;
}

function conclude(streams: readonly StreamReport[], format: string, behind: string | null): PickleReport {
  const traces = streams.flatMap((stream) => stream.traces);
  const broke = streams.at(-1)?.broke ?? null;
  const ran = traces.map(({ risk }) => risk).reduce<ModelVerdict | null>(worseVerdict, 'safe');
  const whole = broke === null && behind === null;
  return {
    ...report(
      format,
      worseVerdict(ran, whole ? 'safe' : 'malformed'),
      ...reasonsOf(traces, broke),
      ...(broke || !behind ? [] : [behind]),
    ),
    whole,
    called: streams.some(({ calls }) => calls > 0),
  };
}

/** An import that is also called is told once, by the call, which shows the arguments. */
function reasonsOf(traces: readonly Trace[], broke: Malformed | null): readonly string[] {
  const called = traces.filter(({ verb }) => verb === 'calls').map(({ what }) => what);
  const told = traces.filter(
    ({ verb, what }) => verb !== 'imports' || !called.some((call) => call.startsWith(`${what}(`)),
  );
  const lines = told
    .toSorted((a, b) => Number(b.risk === 'malicious') - Number(a.risk === 'malicious'))
    .map(({ verb, what, offset }) => `${verb} ${what} at byte ${offset}`);
  const unique = [...new Set(lines)].slice(0, modelLimits.findings);
  return broke ? [...unique, `${broke.message}, at byte ${broke.offset ?? 0}`] : unique;
}

/** `('storage', torch.FloatStorage, '0', 'cpu', 10)` (torch, `serialization.py`: `persistent_load`). */
function isTorchId(id: Value): boolean {
  if (id.kind !== 'items' || id.shape !== 'tuple') return false;
  const [kind, type] = id.kept;
  return kind?.kind === 'text' && kind.text === 'storage' && type?.kind === 'global';
}
