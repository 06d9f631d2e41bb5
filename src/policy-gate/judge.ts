import { type Check, check } from '../gate/check.js';
import { configError } from '../gate/failure.js';
import { finding } from '../gate/finding.js';
import type { Judgement } from '../gate/result.js';
import { gatesBeforeTraining, type Stage } from '../gate/stage.js';
import type { PipelineFacts, Task } from '../platform/ports.js';
import type { Demands } from './faults.js';
import { type Gathered, gatherEvidence } from './gather.js';
import { judgeGate } from './judge-gate.js';
import { judgeRule } from './judge-rule.js';
import { listSome } from './list-some.js';
import { metricsOf } from './metrics.js';
import { readRules } from './read-policy.js';
import { judgeSubjects } from './same-subjects.js';
import { type Requirable, requirable, type Settings } from './settings.js';
import { judgeWaivers } from './waivers.js';

const judgingGates: readonly Requirable[] = ['data-validate', 'scan-deps', 'fairness-gate'];

/** @throws Failure('config') when nothing says what is required, or a policy cannot be read. */
export async function judgePolicy(task: Task<Settings>): Promise<Judgement> {
  const { settings, pipeline, ports, announced } = task;
  const { stage = 'after-training' } = pipeline;
  const required = requiredGates(settings, pipeline);
  const rules = await readRules(settings, ports.files);
  const gathered = gatherEvidence(await ports.evidence.list(), pipeline.name, announced);
  const demands = demandsOf(settings, ports);
  const evidenceOf = (gate: Requirable) => gathered.accepted.filter(({ item }) => item.result.gate === gate);
  // What nobody requires still must not have failed, unless its turn has not come or there was nothing for it.
  const hasJudged = (gate: Requirable) => evidenceOf(gate).some(({ item }) => item.result.verdict !== 'skip');
  const optional = stage === 'before-training' ? [] : requirable.filter(hasJudged);
  const fates = [...new Set([...required, ...optional])].map((gate) =>
    judgeGate(gate, required.includes(gate), evidenceOf(gate), demands),
  );
  const counted = fates.flatMap(({ evidence }) => evidence);
  const inStage = rules.filter(({ gate }) => isInStage(gate, stage));
  return {
    checks: [
      ...(required.length === 0 ? [nothingRequired] : []),
      ...fates.map((fate) => fate.check),
      ...storeChecks(gathered),
      ...(settings['same-subjects'] === false ? [] : [judgeSubjects(counted)]),
      judgeWaivers(pipeline.waivers, counted, ports.clock.now()),
      ...inStage.map((rule) => judgeRule(rule, counted)),
    ],
    subjects: counted.map(({ name, item }) => ({
      name,
      kind: 'file',
      role: 'evidence',
      digest: { sha256: item.digest },
      grade: 'bytes',
      label: item.result.gate,
    })),
    materials: [],
    metrics: metricsOf(fates, gathered, stage, announced !== undefined),
  };
}

function requiredGates({ require }: Settings, { gates, stage }: PipelineFacts): readonly Requirable[] {
  const asked = require ?? judgingGates.filter((gate) => gates.includes(gate));
  // Before training the pipeline tells only of gates whose turn it is.
  if (asked.length === 0 && stage !== 'before-training')
    throw configError('nothing says which gates must have passed', {
      fix: 'name them in `policy-gate: {require: […]}`, or give the pipeline a section for each',
    });
  return requirable.filter((gate) => asked.includes(gate) && isInStage(gate, stage));
}

function isInStage(gate: Requirable, stage: Stage | undefined): boolean {
  return stage !== 'before-training' || gatesBeforeTraining.includes(gate);
}

const nothingRequired: Check = check({
  id: 'policy-gate/stage',
  title: 'Gates of this stage have judged',
  outcome: { status: 'skip', reason: 'none of the required gates judges before training' },
});

const hourMs = 3_600_000;

function demandsOf(settings: Settings, ports: Task<Settings>['ports']): Demands {
  // Advisories appear every day; data and predictions are held by their digest instead.
  const ages = { 'scan-deps': '24h', ...settings['max-age'] };
  return {
    accept: settings.accept ?? ['pass', 'warn'],
    maxAge: new Map(
      Object.entries(ages).map(([gate, age]) => [
        gate,
        Number.parseInt(age, 10) * (age.endsWith('d') ? 24 : 1) * hourMs,
      ]),
    ),
    run: ports.run,
    now: ports.clock.now(),
  };
}

/** What is in the evidence store against what should be. */
function storeChecks({ absent, unreadable, ignored }: Gathered): readonly Check[] {
  const missing = [...absent].map(([digest, jobs]) => `sha256:${digest} of ${jobs.join(' and ')}`);
  const damaged = unreadable.map(({ name, item }) => `${name} ${item}`);
  const unannounced = ignored.filter(({ item }) => item.startsWith('no job'));
  const id = 'policy-gate/announced';
  return [
    storeCheck('policy-gate/complete', 'All evidence that jobs announced is here', missing, 'is not here'),
    storeCheck('policy-gate/readable', 'All evidence that counts can be read', damaged, ''),
    check({
      id,
      title: 'All evidence that is here was announced by a job',
      observed: unannounced.length,
      findings: unannounced.map(({ name, item }) =>
        finding(id, {
          severity: 'note',
          file: name,
          message: `is ignored: ${item}`,
          fix: 'if a gate wrote it, list its job in `needs` and its digest in the job’s outputs',
        }),
      ),
    }),
  ];
}

function storeCheck(id: string, title: string, faults: readonly string[], says: string): Check {
  const reason = listSome(faults.map((fault) => `${fault} ${says}`.trim()));
  return check({
    id,
    title,
    observed: faults.length,
    threshold: 0,
    ...(faults.length > 0 && { outcome: { status: 'error', reason } }),
  });
}
