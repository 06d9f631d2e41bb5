import { check } from '../gate/check.js';
import { finding } from '../gate/finding.js';
import type { Judgement } from '../gate/result.js';
import type { Task } from '../platform/ports.js';
import type { Probe } from '../tlog/store.js';
import { openLog } from './open-log.js';
import { judgementOf } from './outcome.js';
import type { Settings } from './settings.js';

/** Tries whether a place is fit to hold a log. */
export async function examineStore({ settings, ports }: Task<Settings>): Promise<Judgement> {
  const log = openLog(settings, ports);
  const probes = await log.probe();
  return judgementOf({
    log,
    anchored: false,
    problems: [],
    checks: probes.map((probe) => probeCheck(log.name, probe)),
    metrics: { probes: probes.map((probe) => ({ ...probe })) },
  });
}

function probeCheck(file: string, { name, status, detail }: Probe) {
  const id = `audit-log/${name.replaceAll(' ', '-')}`;
  const severity = status === 'fail' ? 'error' : 'warning';
  const title = `The store can ${name}`;
  if (status === 'pass') return check({ id, title, observed: detail });
  return check({ id, title, findings: [finding(id, { severity, file, message: detail })] });
}
