import type { ChainLink } from '../gate/chain.js';
import type { Check } from '../gate/check.js';
import { sha256 } from '../gate/evidence.js';
import { limits } from '../gate/limits.js';
import type { Judgement } from '../gate/result.js';
import { chainSection, signatureFigures, signatureHeadlines, signatureMetrics } from '../gate/signature.js';
import type { Subject } from '../gate/subject.js';
import type { Gate, Task } from '../platform/ports.js';
import { verifyChain } from './chain.js';
import { checkFiles, hashModel } from './files.js';
import { inputs } from './inputs.js';
import { verifyLogEntry } from './log-entry.js';
import { planVerifying } from './plan.js';
import { type Settings, settingsSchema } from './settings.js';
import { openSignature } from './signature.js';

/** Proves a signed model again: who signed, that these are the files, what the signer knew, that the log has it. */
export const verifyModel: Gate<Settings> = {
  name: 'verify-model',
  summary: 'Verifies a signed model offline: signer, files, chain and log entry.',
  settings: settingsSchema,
  inputs,
  headlines: signatureHeadlines,
  judge,
  figures: signatureFigures,
  report: (result) => [chainSection(result)],
};

const mostProofBytes = 1024 * 1024;

async function judge({ settings, pipeline, ports }: Task<Settings>): Promise<Judgement> {
  const { files } = ports;
  const plan = await planVerifying(settings, pipeline, files);
  const bytes = await files.read(plan.bundle, limits.bundleBytes);
  const digest = sha256(bytes);
  const shown = files.display(plan.bundle);
  const { manifest, checks } = openSignature(bytes, plan.key, shown);
  const model = await hashModel(plan, manifest, ports);
  const bundle: Subject = {
    name: shown,
    kind: 'file',
    role: 'bundle',
    digest: { sha256: digest },
    grade: 'bytes',
  };
  const judged: Check[] = [...checks];
  const links: ChainLink[] = [];
  if (manifest) {
    const chain = await verifyChain(plan, model.subject, files);
    judged.push(await checkFiles(plan, manifest, model, files), chain.check);
    links.push(...chain.links);
  }
  links.push(signatureLink(judged, plan.key.hint));
  if (plan.log) {
    const proof = Buffer.from(await files.read(plan.log.proof, mostProofBytes)).toString();
    const entry = verifyLogEntry(proof, plan.log.trust, digest, files.display(plan.log.proof));
    judged.push(entry.check);
    links.push(entry.link);
  }
  return {
    checks: judged,
    subjects: [model.subject, bundle],
    materials: [],
    metrics: signatureMetrics({
      modelDigest: model.subject.digest,
      chain: links,
      files: model.files,
      ...(manifest && { signer: plan.key }),
    }),
  };
}

/** Done again here: the signature over the manifest, and every byte that it names. */
function signatureLink(checks: readonly Check[], hint: string): ChainLink {
  const own = ['bundle', 'signature', 'statement', 'files'].map((name) => `verify-model/${name}`);
  const broken = checks.find(({ id, status }) => own.includes(id) && status === 'fail');
  const [first] = broken?.findings ?? [];
  return {
    link: 'model → model signature',
    assurance: broken ? null : 'recomputed',
    ok: broken === undefined,
    reason: first ? `${first.file}: ${first.message}` : `every file is as key ${hint.slice(0, 12)} signed it`,
  };
}
