import path from 'node:path';
import { evidenceKey, sha256, writeEvidence } from '../gate/evidence.js';
import type { GateResult } from '../gate/result.js';
import type { Cell } from '../gate/section.js';
import type { Gate, Ports, StoredEvidence } from '../platform/ports.js';
import { renderHtml } from '../surfaces/html.js';
import { renderJunit } from '../surfaces/junit.js';
import type { Report } from '../surfaces/report.js';
import { renderSarif } from '../surfaces/sarif.js';
import { toolVersion } from './version.js';

/** A result with everything that was written of it. Paths are absolute. */
export interface Outcome {
  readonly gate: Gate;
  readonly report: Report;
  readonly exitCode: number;
  readonly evidence: StoredEvidence & { readonly digest: string };
  readonly files: { readonly html: string; readonly sarif: string; readonly junit: string };
}

function reportOf(gate: Gate, result: GateResult, ports: Ports): Report {
  const figures = gate.figures(result);
  return {
    result,
    // Of a judgement that did not come about there is nothing to draw.
    sections: Object.keys(result.metrics).length === 0 ? [] : gate.report(result),
    headlines: gate.headlines.map(({ name, label }) => ({ label, value: shortened(figures[name] ?? null) })),
    run: ports.run,
    toolVersion,
  };
}

/** Nobody reads 64 hex digits in a headline; outputs and tables have them whole. */
export function shortened(value: Cell): Cell {
  return typeof value === 'string' ? value.replaceAll(/\b([0-9a-f]{12})[0-9a-f]{28,}\b/g, '$1…') : value;
}

/**
 * Stores the evidence and writes the reports. The audit log's own outcomes are not evidence: the log would grow
 * by logging that it was read.
 */
export async function recordOutcome(
  gate: Gate,
  result: GateResult,
  exitCode: number,
  ports: Ports,
  reportFolder: string,
): Promise<Outcome> {
  const bytes = writeEvidence(result, ports.run, toolVersion);
  const name = evidenceKey(result);
  if (gate.name !== 'audit-log') await ports.evidence.put({ name, bytes });
  const report = reportOf(gate, result, ports);
  const file = (suffix: string) => path.join(reportFolder, `${name}${suffix}`);
  const files = { html: file('.html'), sarif: file('.sarif'), junit: file('.junit.xml') };
  await ports.files.write(files.html, renderHtml(report));
  await ports.files.write(files.sarif, renderSarif(report));
  await ports.files.write(files.junit, renderJunit(report));
  return { gate, report, exitCode, evidence: { name, bytes, digest: sha256(bytes) }, files };
}
