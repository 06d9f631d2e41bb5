import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { tempFolder } from '../temp.js';
import { freePort } from './free-port.js';

export interface Gateway {
  /** What tells the SDK of it. */
  readonly env: Readonly<Record<string, string>>;
  stop(): void;
}

/** A real S3 gateway on loopback over a folder of its own. @param program versitygw. */
export async function startGateway(program: string, buckets: readonly string[]): Promise<Gateway> {
  const root = tempFolder();
  for (const bucket of buckets) mkdirSync(path.join(root, bucket));
  const port = await freePort();
  const keys = { AWS_ACCESS_KEY_ID: 'sluice-test', AWS_SECRET_ACCESS_KEY: 'not-a-secret-at-all' };
  const child = spawn(program, ['--quiet', '--port', `127.0.0.1:${port}`, 'posix', root], {
    env: { ROOT_ACCESS_KEY: keys.AWS_ACCESS_KEY_ID, ROOT_SECRET_KEY: keys.AWS_SECRET_ACCESS_KEY },
    stdio: 'ignore',
  });
  const stop = () => void child.kill('SIGKILL');
  const endpoint = `http://127.0.0.1:${port}`;
  for (let left = 100; ; left--) {
    if (
      await fetch(endpoint).then(
        () => true,
        () => false,
      )
    )
      break;
    if (left === 0 || child.exitCode !== null) {
      stop();
      throw new Error('versitygw did not start');
    }
    await setTimeout(100);
  }
  return { env: { ...keys, AWS_ENDPOINT_URL_S3: endpoint, AWS_REGION: 'us-east-1' }, stop };
}
