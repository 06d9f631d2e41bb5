import { type HashedFile, modelOf } from '../digest/digest.js';
import { type Check, check } from '../gate/check.js';
import { inputError } from '../gate/failure.js';
import { type Finding, finding } from '../gate/finding.js';
import { compareToManifest, hashPlan, type OmsManifest } from '../gate/oms.js';
import type { Subject } from '../gate/subject.js';
import type { Ports } from '../platform/ports.js';
import type { VerifyingPlan } from './plan.js';

export interface HashedModel {
  readonly subject: Subject;
  readonly files: readonly HashedFile[];
  /** Links and special files: a model that was signed here never held any. */
  readonly irregular: readonly { readonly name: string; readonly what: string }[];
}

/**
 * Hashes what lies there now, by SHA-256 and by the manifest's own hash in one pass.
 *
 * @throws Failure('input') when there is nothing to verify, or it cannot be read.
 */
export async function hashModel(
  { model, ignored }: VerifyingPlan,
  manifest: OmsManifest | undefined,
  ports: Pick<Ports, 'files' | 'hasher'>,
): Promise<HashedModel> {
  if ((await ports.files.kind(model)) === 'missing') {
    throw inputError('there is no model here', { place: { file: model }, fix: 'check the path' });
  }
  const irregular: { name: string; what: string }[] = [];
  const also = manifest && hashPlan(manifest);
  const { subject, files } = await modelOf(ports, model, {
    ignore: [...ignored, ...(manifest?.ignored ?? [])],
    ...(also && { also }),
    irregular: (name, what) => irregular.push({ name, what }),
  });
  return { subject, files, irregular };
}

/** Whether the files are exactly those that were signed. */
export async function checkFiles(
  { model, ignored }: VerifyingPlan,
  manifest: OmsManifest,
  hashed: HashedModel,
  files: Pick<Ports['files'], 'kind'>,
): Promise<Check> {
  const id = 'verify-model/files';
  const { subject } = hashed;
  const kind = subject.kind === 'file' ? 'file' : 'set';
  const { modified, missing, added, uncovered } = compareToManifest(manifest, hashed.files, kind);
  const hidden = [];
  for (const name of manifest.ignored.filter((one) => !ignored.includes(one))) {
    if ((await files.kind(`${model}/${name}`)) !== 'missing') hidden.push(name);
  }
  const found = (severity: Finding['severity'], message: string) => (name: string) =>
    finding(id, {
      severity,
      message,
      file: name === '.' || kind === 'file' ? subject.name : `${subject.name}/${name}`,
      fix,
      distinct: message,
    });
  return check({
    id,
    title: 'The files are those that were signed',
    observed: hashed.files.length,
    findings: [
      ...modified.map(found('error', 'is not the file that was signed: its bytes differ')),
      ...missing.map(found('error', 'was signed and is missing')),
      ...added.map(found('error', 'was not signed')),
      ...hashed.irregular.flatMap(({ name, what }) =>
        found('error', `is ${what}, which no signed model holds`)(name),
      ),
      ...uncovered.map(found('warning', 'is empty, and a signature over shards does not cover empty files')),
      ...hidden.map(found('warning', 'was left out by the signer: its bytes are not signed')),
    ],
  });
}

const fix = 'get the model again from where it was published; if it is the same there, do not use it';
