import { configError, inputError } from '../gate/failure.js';
import type { Judgement } from '../gate/result.js';
import type { Ports, Task } from '../platform/ports.js';
import { type Checkpoint, type LogTrust, openCheckpoint } from '../tlog/checkpoint.js';
import { verifyProof, writeProof } from '../tlog/proof.js';
import { readBundle } from '../tlog/read-tile.js';
import type { LogStore } from '../tlog/store.js';
import { tileWidth } from '../tlog/tile-path.js';
import { TlogError } from '../tlog/tlog-error.js';
import { Tree } from '../tlog/tree.js';
import { recordIn } from './check-log.js';
import { entryRow } from './entry-row.js';
import { readTrust } from './keys.js';
import { openExistingLog } from './open-log.js';
import { jsonSize, judgementOf, plainCheck } from './outcome.js';
import { hasDigest } from './query.js';
import type { Settings } from './settings.js';

const defaultOutput = 'entry.tlog-proof';

/** Writes the proof of one entry, checked as its reader will check it, and the entry beside it. */
export async function proveEntry({ settings, ports }: Task<Settings>): Promise<Judgement> {
  const log = await openExistingLog(settings, ports);
  const trust = await readTrust(settings, ports);
  try {
    const { note, checkpoint } = await readCheckpoint(log, trust);
    const index = await findEntry(log, checkpoint, settings, ports);
    const { proof, entry } = await provenEntry(log, index, note, checkpoint, trust);
    const output = settings.output ?? defaultOutput;
    const besides = output.replace(/(\.tlog-proof)?$/, '.entry');
    await ports.files.write(output, proof);
    await ports.files.write(besides, entry);
    const record = recordIn(entry);
    return judgementOf({
      log,
      checkpoint: note,
      head: checkpoint,
      anchored: false,
      problems: [],
      checks: [plainCheck({ id: 'proof', title: 'The entry is in the log that its key signed' })],
      metrics: {
        index: jsonSize(index),
        proof: ports.files.display(output),
        entry: ports.files.display(besides),
        ...(record && { entries: [entryRow(index, record)] }),
      },
    });
  } catch (error) {
    if (!(error instanceof TlogError)) throw error;
    throw inputError(`nothing can be proved from this log: ${error.message}`, {
      place: { file: log.name },
      fix: 'run `sluice audit-log verify` on it',
    });
  }
}

async function readCheckpoint(log: LogStore, trust: LogTrust) {
  const note = await log.read('checkpoint');
  if (note === undefined) throw new TlogError('checkpoint is missing');
  return { note, checkpoint: openCheckpoint(note, trust) };
}

async function provenEntry(
  log: LogStore,
  index: bigint,
  note: Uint8Array,
  checkpoint: Checkpoint,
  trust: LogTrust,
) {
  const hashes = await new Tree(log, checkpoint.size).proveInclusion(index);
  const bundle = await readBundle(log, index / BigInt(tileWidth), checkpoint.size);
  const entry = bundle[Number(index % BigInt(tileWidth))] ?? new Uint8Array();
  const proof = writeProof({ index, hashes, checkpoint: note, extra: entry });
  verifyProof(proof, trust);
  return { proof, entry };
}

/** @throws Failure('config') without a wish, Failure('input') when no entry meets it. */
async function findEntry(
  log: LogStore,
  { size }: Checkpoint,
  { index, digest }: Settings,
  ports: Ports,
): Promise<bigint> {
  if ((index === undefined) === (digest === undefined))
    throw configError('which entry to prove is not said', {
      fix: 'give --index N or --digest SHA256, not both',
    });
  if (index !== undefined && BigInt(index) >= size)
    throw inputError(`has no entry ${index}: its size is ${size}`, { place: { file: log.name } });
  if (index !== undefined) return BigInt(index);
  const found = await lastWithDigest(log, size, digest ?? '', ports.signal);
  if (found === undefined)
    throw inputError(`has no record of ${digest}`, {
      place: { file: log.name },
      fix: 'append the evidence first, or query the log for what it has',
    });
  return found;
}

/** The newest: a gate that ran again says the same of the same digest later. Evidence and bundles come before subjects. */
async function lastWithDigest(
  log: LogStore,
  size: bigint,
  digest: string,
  signal: AbortSignal,
): Promise<bigint | undefined> {
  let own: bigint | undefined;
  let named: bigint | undefined;
  for (let bundle = 0n; bundle * BigInt(tileWidth) < size; bundle++) {
    signal.throwIfAborted();
    const entries = await readBundle(log, bundle, size);
    entries.forEach((entry, i) => {
      const record = recordIn(entry);
      if (record === undefined || !hasDigest(record, digest)) return;
      named = bundle * BigInt(tileWidth) + BigInt(i);
      if (digest.endsWith(record.evidence) || (record.bundle && digest.endsWith(record.bundle))) own = named;
    });
  }
  return own ?? named;
}
