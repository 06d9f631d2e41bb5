import type { Gate } from '../platform/ports.js';

/** Every gate by name, loaded when asked for: a command pays only for what it runs. */
export const gates = {
  'data-validate': async () => (await import('../data-validate/gate.js')).dataValidate,
  'scan-deps': async () => (await import('../scan-deps/gate.js')).scanDeps,
  'record-training': async () => (await import('../record-training/gate.js')).recordTraining,
  'fairness-gate': async () => (await import('../fairness-gate/gate.js')).fairnessGate,
  'policy-gate': async () => (await import('../policy-gate/gate.js')).policyGate,
  'sign-model': async () => (await import('../sign-model/gate.js')).signModel,
  'verify-model': async () => (await import('../verify-model/gate.js')).verifyModel,
  'audit-log': async () => (await import('../audit-log/gate.js')).auditLog,
} as const satisfies Record<string, () => Promise<Gate>>;

export type GateName = keyof typeof gates;

export function isGateName(name: string): name is GateName {
  return Object.hasOwn(gates, name);
}

/** What `sluice run` runs, in this order: gates that judge, then the one that judges them. */
export const judgingGates: readonly GateName[] = [
  'data-validate',
  'scan-deps',
  'fairness-gate',
  'policy-gate',
];
