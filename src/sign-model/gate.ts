import { type HashedFile, modelOf } from '../digest/digest.js';
import type { ChainLink } from '../gate/chain.js';
import { type Check, check, verdictOf } from '../gate/check.js';
import { finding } from '../gate/finding.js';
import type { SigningKey } from '../gate/key.js';
import type { Judgement } from '../gate/result.js';
import { chainSection, signatureFigures, signatureHeadlines, signatureMetrics } from '../gate/signature.js';
import type { Subject } from '../gate/subject.js';
import { isAccepted } from '../gate/verdict.js';
import type { Gate, Task } from '../platform/ports.js';
import { findGrounds, type Grounds, noGrounds } from './grounds.js';
import { inputs } from './inputs.js';
import { judgeOccasion } from './occasion.js';
import { planSigning, type SigningPlan } from './plan.js';
import { type Settings, settingsSchema } from './settings.js';
import { openKey, signModel as signBytes, writeSignature } from './sign.js';
import { verifyCommand } from './verify-command.js';

/** Signs a model (OMS v1.0) when every required gate passed for these very bytes, and never otherwise. */
export const signModel: Gate<Settings> = {
  name: 'sign-model',
  summary: 'Signs the model when every required gate passed for these very bytes, and never otherwise.',
  settings: settingsSchema,
  inputs,
  headlines: [
    { name: 'bundle', label: 'Bundle', description: 'Path of the signature; empty where none was written.' },
    ...signatureHeadlines,
  ],
  judge,
  figures: (result) => ({
    bundle: result.subjects.find(({ role }) => role === 'bundle')?.name ?? null,
    ...signatureFigures(result),
  }),
  report: (result) => [chainSection(result)],
};

async function judge(task: Task<Settings>): Promise<Judgement> {
  const { settings, pipeline, ports } = task;
  const plan = planSigning(settings, pipeline, ports.files);
  const key = await openKey(ports, plan.key);
  const { subject: model, files } = await modelOf(ports, plan.model, { ignore: plan.ignored });
  const unasked = plan.required.length === 0;
  const grounds = unasked ? noGrounds() : await findGrounds(plan, task, model);
  const checks = [judgeOccasion(ports.run, settings.refs), ...grounds.checks];
  const refused = checks.filter((one) => !isAccepted(verdictOf(one)));
  const bundle = refused.length === 0 ? await sign(task, { plan, key, model, files, grounds }) : undefined;
  const signature: ChainLink = {
    link: 'model → model signature',
    assurance: bundle ? 'recomputed' : null,
    ok: bundle !== undefined,
    reason: bundle
      ? `${files.length} files hashed here, signed by key ${key.hint.slice(0, 12)}`
      : 'not signed',
  };
  const chain = [...grounds.links, signature];
  return {
    checks: [...checks, signatureCheck(refused.length, unasked)],
    subjects: bundle ? [model, bundle] : [model],
    materials: [],
    metrics: {
      ...signatureMetrics({ modelDigest: model.digest, chain, files, ...(bundle && { signer: key }) }),
      ...(bundle && { verifyCommand: verifyCommand(plan) }),
    },
  };
}

interface Signing {
  readonly plan: SigningPlan;
  readonly key: SigningKey;
  readonly model: Subject;
  readonly files: readonly HashedFile[];
  readonly grounds: Grounds;
}

async function sign({ pipeline, ports }: Task<Settings>, signing: Signing): Promise<Subject> {
  const { plan, key, model, files, grounds } = signing;
  ports.signal.throwIfAborted();
  const chain = {
    pipeline: pipeline.name,
    signedAt: ports.clock.now().toISOString(),
    model: { name: model.name, digest: model.digest },
    evidence: grounds.evidence.map(({ result, digest }) => ({
      gate: result.gate,
      instance: result.instance,
      verdict: result.verdict,
      judgedAt: result.judgedAt,
      digest,
      subjects: result.subjects.map((one) => ({ name: one.name, role: one.role, digest: one.digest })),
    })),
    provenance: grounds.provenance.map(({ step, storedDigest }) => ({ step, digest: storedDigest })),
    links: grounds.links,
  };
  return writeSignature(plan, signBytes(plan, files, key), chain, { files: ports.files, key });
}

/** A finding that no waiver can name: a waived requirement does not make a signature that was never written. */
function signatureCheck(refused: number, unasked: boolean): Check {
  const id = 'sign-model/signature';
  const findings = [];
  if (refused > 0) {
    const message = `not signed: ${refused} of the checks above did not pass`;
    findings.push(finding(id, { severity: 'error', message, fix: 'mend them, then sign' }));
  }
  if (unasked) {
    const message =
      'signed without evidence, as `require: none` asks: the signature says whose bytes these are, nothing else';
    findings.push(
      finding(id, { severity: 'note', message, fix: 'name the gates that must have passed in `require`' }),
    );
  }
  return check({ id, title: 'The model is signed', observed: refused === 0, findings });
}
