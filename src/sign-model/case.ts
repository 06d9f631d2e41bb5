import type { Assurance } from '../gate/chain.js';
import type { Evidence } from '../gate/evidence.js';
import { sameBytes } from '../gate/model.js';
import type { Provenance, StepItem } from '../gate/provenance.js';
import type { RunContext } from '../gate/run-context.js';
import type { DigestSet, Role, Subject } from '../gate/subject.js';
import type { Announced } from '../platform/ports.js';

/** Everything that is known when it is decided whether a model may be signed. */
export interface SigningCase {
  readonly now: Date;
  /** The run that signs. */
  readonly run: RunContext;
  readonly model: Subject;
  /** Of this pipeline; announced, where jobs were asked to announce. */
  readonly evidence: readonly Evidence[];
  /** Of this pipeline, but no job announced it: it counts neither way. */
  readonly unannounced: readonly UnannouncedEvidence[];
  readonly announced?: Announced;
  /** Recorded steps of this pipeline. */
  readonly records: readonly Provenance[];
  /** The pipeline's datasets as they are now; asked for only where no record says what went into the model. */
  readonly datasets: readonly Subject[];
  /** Files that evidence names and that are here too, by name. */
  readonly present: ReadonlyMap<string, DigestSet>;
}

interface UnannouncedEvidence {
  /** In the evidence store. */
  readonly name: string;
  readonly gate: string;
}

/** Why a requirement is not met, and what to do about it. */
export interface Shortfall {
  readonly message: string;
  readonly fix: string;
}

/** Steps that made this very model. */
export function trainings({ records, model }: SigningCase): readonly Provenance[] {
  return records.filter(({ outputs }) => outputs.some((item) => sameBytes(item.digest, model.digest)));
}

/** How records are known: the job that ran the step wrote them, and may have announced them. */
export function assuranceOf({ announced }: SigningCase, records: readonly Provenance[]): Assurance {
  return records.every(({ storedDigest }) => announced?.has(storedDigest)) ? 'bound' : 'claimed';
}

export function subjectsOf(evidence: readonly Evidence[], role: Role): readonly Subject[] {
  return evidence.flatMap(({ result }) => result.subjects.filter((subject) => subject.role === role));
}

export function includes(items: readonly { readonly digest: DigestSet }[], digest: DigestSet): boolean {
  return items.some((item) => sameBytes(item.digest, digest));
}

/** Digest in a length that a person can compare. */
export function shortDigest({ dirHash, sha256 }: DigestSet): string {
  return dirHash === undefined ? `sha256:${sha256?.slice(0, 12)}` : `dirHash:${dirHash.slice(0, 12)}`;
}

export function describeItem({ name, digest }: Subject | StepItem): string {
  return `${name} (${shortDigest(digest)})`;
}
