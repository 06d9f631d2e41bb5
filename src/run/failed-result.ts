import { check } from '../gate/check.js';
import { sha256 } from '../gate/evidence.js';
import { Failure, type FailureKind, type Problem } from '../gate/failure.js';
import { finding } from '../gate/finding.js';
import { conclude, type GateResult, type Judgement, type Setting } from '../gate/result.js';

/** Names for evidence and reports when the config, which would have said, could not be read. */
export interface Fallback {
  readonly pipeline: string;
  readonly instance: string;
  readonly configFile: string;
}

/** What is known of a run before its config is read. */
export function unknownSetting(
  gate: string,
  now: Date,
  { pipeline, instance, configFile }: Fallback,
): Setting {
  return {
    gate,
    pipeline,
    instance,
    mode: 'enforce',
    settings: { digest: sha256(''), source: 'local', file: configFile, ignored: [] },
    waivers: [],
    now,
  };
}

/** A result of verdict `error`, with every problem of the failure as a finding. */
export function failedResult(setting: Setting, failure: unknown): GateResult {
  return conclude(judgementOf(setting.gate, failure), setting);
}

const titles: Record<FailureKind | 'internal', string> = {
  config: 'The settings can be read',
  outside: 'What the gate needs from outside can be had',
  input: 'What is to be judged can be read',
  internal: 'Sluice itself works',
};

const reasons: typeof titles = {
  config: 'the settings cannot be used',
  outside: 'something outside did not do its part',
  input: 'what is to be judged cannot be read',
  internal: 'this is a bug',
};

function judgementOf(gate: string, failure: unknown): Judgement {
  const kind = failure instanceof Failure ? failure.kind : 'internal';
  const problems: readonly Problem[] =
    failure instanceof Failure ? failure.problems : [internalProblem(failure)];
  const id = `${gate}/${kind}`;
  const findings = problems.map(({ message, fix, place }, i) =>
    finding(id, { severity: 'error', message, ...(fix && { fix }), ...place, distinct: `${i}` }),
  );
  return {
    checks: [
      check({ id, title: titles[kind], findings, outcome: { status: 'error', reason: reasons[kind] } }),
    ],
    subjects: [],
    materials: [],
    metrics: {},
  };
}
function internalProblem(failure: unknown): Problem {
  const name = failure instanceof Error ? failure.name : typeof failure;
  return {
    message: `Sluice failed where it should not have (${name})`,
    fix: 'please report it with the debug log at https://github.com/sluice-ml/sluice/issues',
  };
}
