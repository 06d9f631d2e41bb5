import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { openSubprocess, type SubprocessSettings } from '../../src/platform/subprocess.js';
import { tempFolder } from '../temp.js';

function open(settings: Partial<SubprocessSettings> = {}) {
  const shown: string[] = [];
  const subprocess = openSubprocess({
    signal: new AbortController().signal,
    env: { ...process.env, SECRET_TOKEN: 'hunter22' },
    stderr: { write: (bytes) => shown.push(String(bytes)) },
    underActions: false,
    ...settings,
  });
  return {
    node: (script: string, options = {}) => subprocess.run(process.execPath, ['-e', script], options),
    shown,
    subprocess,
  };
}

describe('a child', () => {
  test('gives exit code, output and errors apart', async () => {
    const { node } = open();
    expect(await node('console.log("out"); console.error("err"); process.exitCode = 7')).toEqual({
      exitCode: 7,
      stdout: 'out\n',
      stderr: 'err\n',
    });
  });

  test('that dies of a signal has the exit code of shells', async () => {
    const { node } = open();
    expect(await node('process.kill(process.pid, "SIGKILL")')).toMatchObject({ exitCode: 137 });
  });

  test('is started without a shell', async () => {
    const { subprocess } = open();
    const { stdout } = await subprocess.run(process.execPath, ['-p', 'process.argv[1]', '$(id); `id` > x']);
    expect(stdout).toBe('$(id); `id` > x\n');
  });

  test('sees no secrets of ours unless it is given them', async () => {
    const { node } = open();
    const script = 'console.log(process.env.SECRET_TOKEN, process.env.GIVEN, "PATH" in process.env)';
    expect(await node(script, { env: { GIVEN: 'yes' } })).toMatchObject({ stdout: 'undefined yes true\n' });
    expect(await node(script, { inheritEnv: true })).toMatchObject({ stdout: 'hunter22 undefined true\n' });
  });

  test('runs where it is told', async () => {
    const folder = tempFolder();
    const { node } = open();
    expect(await node('console.log(process.cwd())', { cwd: folder })).toMatchObject({
      stdout: `${folder}\n`,
    });
  });

  test('that does not exist is a failure from outside', async () => {
    const { subprocess } = open();
    await expect(subprocess.run('sluice-no-such-command', [])).rejects.toMatchObject({
      kind: 'outside',
      message: expect.stringContaining('no such command'),
    });
  });

  test('that writes without end is stopped', async () => {
    const { node } = open();
    await expect(
      node('const x = "x".repeat(65536); (function f() { process.stdout.write(x, f) })()'),
    ).rejects.toThrow(/wrote more than/);
  });

  test('that takes too long is stopped, with what it started', async () => {
    const marker = path.join(tempFolder(), 'alive');
    const grandchild = `setTimeout(() => require("fs").writeFileSync(${JSON.stringify(marker)}, ""), 700)`;
    const { node } = open();
    await expect(
      node(
        `require("child_process").spawn(process.execPath, ["-e", ${JSON.stringify(grandchild)}]); setInterval(() => {}, 1000)`,
        { timeoutMs: 300 },
      ),
    ).rejects.toThrow(/did not end within 0.3 s/);
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(existsSync(marker)).toBe(false);
  });

  test('is stopped with the run', async () => {
    const controller = new AbortController();
    const { node } = open({ signal: controller.signal });
    const running = node('setInterval(() => {}, 1000)');
    setTimeout(() => controller.abort(new Error('SIGINT')), 100);
    await expect(running).rejects.toThrow('SIGINT');
    await expect(node('1')).rejects.toThrow('SIGINT');
  });
});

describe('shown output', () => {
  test('goes to standard error as it comes', async () => {
    const { node, shown } = open();
    const result = await node('console.log("epoch 1"); console.error("loss 0.3")', { show: true });
    expect(result).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    expect(shown.join('')).toContain('epoch 1\n');
    expect(shown.join('')).toContain('loss 0.3\n');
  });

  test('cannot give the runner commands', async () => {
    const { node, shown } = open({ underActions: true });
    await node('process.stdout.write("::error::gotcha")', { show: true });
    expect(shown.join('')).toMatch(/^::stop-commands::(\w{32})\n::error::gotcha\n::\1::\n$/);
  });

  test('leaves commands switched on when the child cannot start', async () => {
    const { subprocess, shown } = open({ underActions: true });
    await expect(subprocess.run('sluice-no-such-command', [], { show: true })).rejects.toThrow();
    expect(shown.at(-1)).toMatch(/^\n::\w{32}::\n$/);
  });
});

describe('a child that is spoken to', () => {
  const echo = `require('readline').createInterface({input: process.stdin}).on('line', (line) => {
    if (line === 'long') process.stdout.write('x'.repeat(70 * 1024 * 1024));
    else { console.error('heard ' + line); console.log(line.toUpperCase()); }
  })`;

  test('answers line by line, tells its errors once, and ends with its input', async () => {
    const { subprocess } = open();
    const child = subprocess.talk(process.execPath, ['-e', echo]);
    child.write('a\nb\n');
    expect([await child.line(), await child.line()]).toEqual(['A', 'B']);
    await child.close();
    expect(await child.line()).toBeUndefined();
    expect([child.takeErrors(), child.takeErrors()]).toEqual(['heard a\nheard b\n', '']);
  });

  test('that does not exist is a failure from outside', async () => {
    const { subprocess } = open();
    const child = subprocess.talk('no-such-command', []);
    await expect(child.line()).rejects.toThrow('no-such-command: no such command');
    await child.close();
  });

  test('may write no line without end', async () => {
    const { subprocess } = open();
    const child = subprocess.talk(process.execPath, ['-e', echo]);
    child.write('long\n');
    await expect(child.line()).rejects.toThrow('wrote a line of more than');
    await child.close();
  });

  test('is stopped by its signal', async () => {
    const { subprocess } = open();
    const stop = new AbortController();
    const child = subprocess.talk(process.execPath, ['-e', echo], { signal: stop.signal });
    const line = child.line();
    stop.abort(new Error('enough'));
    await expect(line).rejects.toThrow('enough');
    await child.close();
  });
});
