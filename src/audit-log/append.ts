import { inputError } from '../gate/failure.js';
import { type AuditRecord, writeRecord } from '../gate/record.js';
import type { Judgement } from '../gate/result.js';
import type { Task } from '../platform/ports.js';
import { appendEntries } from '../tlog/append.js';
import { type LogTrust, openCheckpoint, signCheckpoint } from '../tlog/checkpoint.js';
import { emptyRoot, type TreeHead } from '../tlog/merkle.js';
import type { LogProblem } from '../tlog/scan.js';
import type { LogStore, TileStore } from '../tlog/store.js';
import { TlogError } from '../tlog/tlog-error.js';
import { anchorCheck, proveAnchor } from './anchor.js';
import { type Collected, collectRecords } from './collect-records.js';
import { entryRow } from './entry-row.js';
import { readSigner, readTrust } from './keys.js';
import { findKeys } from './known-keys.js';
import { openLog, type Remembered, readRemembered } from './open-log.js';
import { judgementOf } from './outcome.js';
import { announcedCheck, recordedCheck } from './recorded.js';
import type { Settings } from './settings.js';

/** What one run of `append` came to. */
interface Appended {
  readonly checkpoint: Uint8Array | undefined;
  readonly head: TreeHead;
  /** Every record handed in and where it is, new or not. */
  readonly entries: readonly {
    readonly index: bigint;
    readonly record: AuditRecord;
    readonly isNew: boolean;
  }[];
  /** Set when the log contradicts the remembered checkpoint: then nothing was appended. */
  readonly problem?: LogProblem;
}

/**
 * Puts every outcome of the evidence store into the log, once.
 *
 * @throws Failure: no key, nothing to record, a damaged log, a store that cannot be written.
 */
export async function appendRecords({ settings, ports, announced }: Task<Settings>): Promise<Judgement> {
  const store = openLog(settings, ports);
  const signer = await readSigner(settings, ports);
  const trust = await readTrust(settings, ports);
  const origin = trust.origin ?? trust.key.name;
  const remembered = await readRemembered(settings, trust, ports);
  const collected = collectRecords(await ports.evidence.list(), announced);
  assertSomething(collected);

  const appended = await refusingDamage(store, () =>
    store.transact(async (log) => {
      const outcome = await extend(log, store, trust, remembered, collected.records, ports.signal);
      if (!outcome.entries.some(({ isNew }) => isNew)) return { outcome };
      const checkpoint = signCheckpoint(origin, outcome.head, signer);
      // What was signed must open for those who will read it: a key that is not the trusted one shows here.
      openCheckpoint(checkpoint, trust);
      return { checkpoint, outcome: { ...outcome, checkpoint } };
    }),
  );
  const { output } = settings;
  if (output !== undefined && appended.checkpoint && !appended.problem)
    await ports.files.write(output, appended.checkpoint);
  return judge(store, appended, collected, remembered);
}

function assertSomething({ records, unreadable, unannounced, absent }: Collected): void {
  if (records.length > 0 || unreadable.length > 0 || absent.size > 0) return;
  if (unannounced.length > 0)
    throw inputError(`no job announced any of the ${unannounced.length} items of evidence`, {
      fix: 'list every gate’s job in `needs` and its digest in the job’s outputs',
    });
  throw inputError('there is no evidence to record', {
    fix: 'run the gates first, or name their evidence with --evidence-dir',
  });
}

async function extend(
  log: TileStore,
  store: LogStore,
  trust: LogTrust,
  remembered: Remembered | undefined,
  records: readonly AuditRecord[],
  signal: AbortSignal,
): Promise<Appended> {
  const checkpoint = await log.read('checkpoint');
  const head: TreeHead = checkpoint ? openCheckpoint(checkpoint, trust) : { size: 0n, root: emptyRoot };
  const problem = remembered && (await proveAnchor(store, head, remembered));
  if (problem) return { checkpoint, head, entries: [], problem };
  const known = await findKeys(log, head, new Set(records.map(({ key }) => key)), signal);
  // The same item twice in the store is one event, too.
  const fresh = [...new Map(records.map((r) => [r.key, r])).values()].filter((r) => !known.has(r.key));
  const next = fresh.length === 0 ? head : await appendEntries(log, head, fresh.map(writeRecord));
  return {
    checkpoint,
    head: next,
    entries: [
      ...records.flatMap((record) => {
        const index = known.get(record.key);
        return index === undefined ? [] : [{ index, record, isNew: false }];
      }),
      ...fresh.map((record, i) => ({ index: head.size + BigInt(i), record, isNew: true })),
    ],
  };
}

async function refusingDamage<T>(store: LogStore, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof TlogError)) throw error;
    throw inputError(`nothing was appended, because the log cannot be trusted: ${error.message}`, {
      place: { file: store.name },
      fix: 'run `sluice audit-log verify` on it, check the key, and restore the log from a copy',
    });
  }
}

function judge(
  store: LogStore,
  { checkpoint, head, entries, problem }: Appended,
  collected: Collected,
  remembered: Remembered | undefined,
): Judgement {
  const isNew = entries.filter((entry) => entry.isNew);
  return judgementOf({
    log: store,
    ...(checkpoint && { checkpoint }),
    head,
    anchored: remembered !== undefined && problem === undefined,
    problems: problem ? [problem] : [],
    checks: [
      recordedCheck(collected, isNew.length),
      announcedCheck(collected),
      anchorCheck(store, remembered, problem, 'note'),
    ],
    metrics: {
      newEntries: isNew.length,
      entries: entries.map(({ index, record }) => entryRow(index, record)),
    },
  });
}
