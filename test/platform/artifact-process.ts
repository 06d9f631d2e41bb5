// A job of its own: `put NAME TEXT ATTEMPT` or `list`, through the real client. The last line of its output is the outcome as JSON.
import os from 'node:os';
import { artifactStore } from '../../src/platform/artifact-store.js';
import type { Log } from '../../src/platform/ports.js';

const [what, name = '', text = '', attempt = '1'] = process.argv.slice(2);
const warnings: string[] = [];
const log: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: (message) => void warnings.push(message),
  progress: () => undefined,
  mask: () => undefined,
};
const store = artifactStore({
  attempt,
  tempFolder: os.tmpdir(),
  log,
  signal: new AbortController().signal,
});

async function act() {
  if (what === 'put') return store.put({ name, bytes: Buffer.from(text) });
  return (await store.list()).map((e) => [e.name, Buffer.from(e.bytes).toString()]);
}

const outcome = await act().then(
  (value) => ({ value }),
  (error: { kind?: string; message: string }) => ({ kind: error.kind, message: error.message }),
);
console.log(`\n${JSON.stringify({ ...outcome, warnings })}`);
