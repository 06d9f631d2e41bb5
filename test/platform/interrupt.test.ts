import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { Interruption, listenForInterrupts } from '../../src/platform/interrupt.js';

/** In a process of its own, as a real signal ends this one. */
async function interrupted(...signals: readonly NodeJS.Signals[]) {
  const module = path.join(import.meta.dirname, '../../src/platform/interrupt.ts');
  const script = `
    const { listenForInterrupts } = await import(${JSON.stringify(module)});
    const { signal } = listenForInterrupts();
    const alive = setInterval(() => {}, 1000);
    signal.addEventListener('abort', () => {
      console.log(signal.reason.name, signal.reason.signal);
      if (${signals.length} === 1) clearInterval(alive);
    });
    console.log('ready');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const waiting = [...signals];
  child.stdout.on('data', (piece: Buffer) => {
    lines.push(...piece.toString().trim().split('\n'));
    const next = waiting.shift();
    if (next) child.kill(next);
  });
  const [code, signal] = await once(child, 'exit');
  return { lines, code, signal };
}

test.each(['SIGINT', 'SIGTERM'] as const)('%s aborts the run, which then ends by itself', async (name) => {
  expect(await interrupted(name)).toEqual({
    lines: ['ready', `Interruption ${name}`],
    code: 0,
    signal: null,
  });
});

test('a second signal ends the process', async () => {
  expect(await interrupted('SIGINT', 'SIGINT')).toMatchObject({ signal: 'SIGINT' });
});

test('nothing listens any more after closing', () => {
  const before = process.listenerCount('SIGINT');
  const { signal, close } = listenForInterrupts();
  expect(process.listenerCount('SIGINT')).toBe(before + 1);
  close();
  expect(process.listenerCount('SIGINT')).toBe(before);
  expect(signal.aborted).toBe(false);
  expect(new Interruption('SIGTERM').message).toBe('interrupted by SIGTERM');
});
