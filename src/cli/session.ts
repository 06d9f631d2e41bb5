import path from 'node:path';
import { openLocalPorts } from '../platform/local-ports.js';
import type { Session } from '../run/session.js';
import type { RawValues } from './command-line.js';

/** Evidence of a laptop, with reports below it. */
const defaultEvidenceFolder = '.sluice';

export interface CliSession extends Session {
  readonly evidenceFolder: string;
  close(): Promise<void>;
}

export async function openSession(values: RawValues, signal: AbortSignal): Promise<CliSession> {
  const evidenceFolder = path.resolve(textOf(values, 'evidence-dir') ?? defaultEvidenceFolder);
  const { ports, close } = await openLocalPorts({ workspace: process.cwd(), evidenceFolder, signal });
  return { ports, inputs: values, evidenceFolder, reportFolder: path.join(evidenceFolder, 'reports'), close };
}

function textOf(values: RawValues, name: string): string | undefined {
  const value = values.get(name);
  return typeof value === 'string' ? value : undefined;
}
