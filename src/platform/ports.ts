import type { TSchema } from 'typebox';
import type { Hasher } from '../digest/digest.js';
import type { Engine } from '../engine/engine.js';
import type { Input } from '../gate/input.js';
import type { GateResult, Judgement } from '../gate/result.js';
import type { RunContext } from '../gate/run-context.js';
import type { Cell, Headline, Section } from '../gate/section.js';
import type { Stage } from '../gate/stage.js';
import type { Waiver } from '../gate/waiver.js';
import type { LogStore } from '../tlog/store.js';

/** The world outside, as domains see it. Implementations are beside this file; tests hand in their own. */
export interface Ports {
  readonly clock: Clock;
  readonly log: Log;
  readonly files: Files;
  readonly scratch: Scratch;
  readonly objects: ObjectStore;
  readonly hasher: Hasher;
  /** Found, verified and opened when first asked for, so that only gates that read tables pay for it. */
  readonly engine: () => Promise<Engine>;
  readonly evidence: EvidenceStore;
  /** The audit log in a folder, which need not exist yet. @throws Failure('config') as `files.resolve` does. */
  readonly openLog: (folder: string) => LogStore;
  readonly subprocess: Subprocess;
  readonly run: RunContext;
  /** Aborts on SIGINT, SIGTERM and time-out. */
  readonly signal: AbortSignal;
}

export interface Clock {
  now(): Date;
}

export interface Log {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  /** Long work: `done` of `total` in `unit`. Shown on a terminal, silent elsewhere. */
  progress(label: string, done: number, total: number, unit: string): void;
  /** Masks a secret in everything written from now on. */
  mask(secret: string): void;
}

/**
 * Files below the workspace. Paths are relative to it, with `/`; absolute ones are taken where the caller may give them (the
 * command line). In an action, a path that leaves workspace and temp folder, also through a link, is refused.
 */
export interface Files {
  /** The absolute path. @throws Failure('config') when it leaves the workspace. */
  resolve(path: string): string;
  /** For messages and subjects: relative to the workspace, with `/`, where below it. */
  display(path: string): string;
  /** @throws Failure('input') when missing, a folder, unreadable or larger than `maxBytes`. */
  read(path: string, maxBytes: number): Promise<Uint8Array>;
  /** For files too large to hold: pieces of it. @throws Failure('input') as `read` does. */
  open(path: string): Promise<OpenFile>;
  /**
   * A file that decides (suite, policy, trust list): on `pull_request` and `merge_group` as the base tip has it.
   *
   * @throws Failure('config') when it is missing or larger than `maxBytes`.
   */
  readJudging(path: string, maxBytes: number): Promise<Uint8Array>;
  /** Sorted paths that match. A pattern without wildcards matches itself, there or not. */
  glob(patterns: readonly string[]): Promise<readonly string[]>;
  kind(path: string): Promise<'file' | 'folder' | 'other' | 'missing'>;
  /** Writes to a temporary name beside it and renames, so that an interruption leaves no half file. */
  write(path: string, bytes: Uint8Array | string): Promise<void>;
  remove(path: string): Promise<void>;
}

/** Files of our own that are gone when the run ends: copies that an engine can read. */
export interface Scratch {
  /** @throws Failure('outside') when the disk is full, from `write`. */
  create(): Promise<ScratchFile>;
  /** An empty folder, for a program that leaves things where it runs. */
  folder(): Promise<string>;
}

interface ScratchFile {
  /** Absolute. */
  readonly path: string;
  write(bytes: Uint8Array): void;
  close(): void;
}

/** A file held open, so that every piece comes from the same one. */
export interface OpenFile {
  /** Bytes, when it was opened. */
  readonly size: number;
  /** Tells the file's state when it was opened: another after a write or a replacement, as far as file times tell. */
  readonly stamp: string;
  /**
   * Synchronous, because parsers walk it piece by piece; fewer bytes than asked for only at the end.
   *
   * @param into what to read into, of at least `length` bytes: the piece is then a part of it, until the next is read.
   * @throws Failure('input') when the file cannot be read any more.
   */
  read(offset: number, length: number, into?: Uint8Array): Uint8Array;
  close(): void;
}

/** Objects of a store by their addresses, `s3://BUCKET/KEY`, with the user's own credentials. */
export interface ObjectStore {
  /**
   * The objects that addresses name, those of folders, and those that match wildcards, without what begins with `!`; in code point
   * order, empty where there is none.
   *
   * @throws Failure('config') on an address that is none; Failure('outside') when the store cannot be reached or refuses.
   */
  list(patterns: readonly string[], signal: AbortSignal): Promise<readonly StoredObject[]>;
  /**
   * The same, with a copy of each on this machine.
   *
   * @throws Failure('input') when one changes meanwhile; else as `list` does.
   */
  fetch(patterns: readonly string[], signal: AbortSignal): Promise<readonly FetchedObject[]>;
}

export interface StoredObject {
  readonly uri: string;
  readonly bucket: string;
  readonly key: string;
  /** The store's name of its contents. */
  readonly etag: string;
  /** Bytes. */
  readonly size: number;
}

export interface FetchedObject extends StoredObject {
  /** Of the copy; absolute. */
  readonly path: string;
}

export interface StoredEvidence {
  /** Unique in the store, safe as a file name. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface EvidenceStore {
  put(evidence: StoredEvidence): Promise<void>;
  /** Everything there, hostile until parsed. Items over `limits.evidenceBytes` are refused. */
  list(): Promise<readonly StoredEvidence[]>;
}

export interface Subprocess {
  /** No shell. Output is bounded; the child is stopped with the run. */
  run(command: string, args: readonly string[], options?: SubprocessOptions): Promise<SubprocessResult>;
  /** A child that is spoken to line by line; stopped with the run, or by `signal`. */
  talk(command: string, args: readonly string[], options?: TalkOptions): Dialogue;
}

export interface TalkOptions extends Pick<SubprocessOptions, 'cwd' | 'env' | 'inheritEnv'> {
  readonly signal?: AbortSignal;
}

export interface Dialogue {
  write(text: string): void;
  /**
   * The next line of its standard output, without its end; undefined when it has ended and none is left.
   *
   * @throws Failure('outside') when it cannot be started or writes too long a line; the reason of the signal that stopped it.
   */
  line(): Promise<string | undefined>;
  /** The last of what it wrote to standard error since this was asked before. */
  takeErrors(): string;
  /** Ends its input and waits for its end. */
  close(): Promise<void>;
}

export interface SubprocessOptions {
  readonly cwd?: string;
  /** Added to a minimal environment unless `inherit`. */
  readonly env?: Readonly<Record<string, string>>;
  readonly inheritEnv?: boolean;
  /** Shown as it comes (to standard error, workflow commands stopped) instead of collected. */
  readonly show?: boolean;
  readonly timeoutMs?: number;
}

export interface SubprocessResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a gate is handed for one judgement. */
export interface Task<Settings> {
  readonly settings: Settings;
  readonly pipeline: PipelineFacts;
  readonly ports: Ports;
  /** Absent where nobody was asked to announce. */
  readonly announced?: Announced;
}

/** Digests (SHA-256, hex) of evidence that the jobs before announced through their outputs, each with the jobs that named it. */
export type Announced = ReadonlyMap<string, readonly string[]>;

/** What every gate may know of its pipeline. */
export interface PipelineFacts {
  readonly name: string;
  /** Everything is judged unless said. */
  readonly stage?: Stage;
  readonly model?: string;
  readonly datasets: Readonly<Record<string, DatasetFacts>>;
  /** Names of the gates that have a section in this pipeline. */
  readonly gates: readonly string[];
  /** Every waiver of the config, used or not. */
  readonly waivers: readonly Waiver[];
}

export interface DatasetFacts {
  readonly path: string | readonly string[];
  readonly key?: readonly string[];
  readonly owner?: string;
}

/** A gate: everything about judging, nothing about where it runs or who is shown the result. */
export interface Gate<Settings = unknown> {
  /** Also the name of the action, of its section in the config and of its command. */
  readonly name: string;
  /** One sentence for `action.yml` and `--help`. */
  readonly summary: string;
  /** TypeBox schema of the gate's section in `sluice.yml`; keys that decide carry `x-judging: true`. */
  readonly settings: TSchema;
  readonly inputs: readonly Input[];
  readonly headlines: readonly Headline[];
  /** Whether a pipeline without a section of this name has nothing for the gate to judge: it is then skipped. */
  readonly needsSection?: true;
  /** Tells runs of this gate apart where the caller gave no instance: their evidence must not collide. */
  instanceOf?(settings: Settings): string | undefined;
  /** @throws Failure when it cannot come to a judgement. */
  judge(task: Task<Settings>): Promise<Judgement>;
  /** The headline figures' values, by name; absent or null where undefined. */
  figures(result: GateResult): Readonly<Record<string, Cell>>;
  /** What the report shows beside the checks. */
  report(result: GateResult): readonly Section[];
}
