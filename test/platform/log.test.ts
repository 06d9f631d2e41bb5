import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openActionsLog, openTerminalLog, wantsColor } from '../../src/platform/log.js';

function terminal({ isTTY = false, verbose = false, color = false } = {}) {
  const written: string[] = [];
  const stream = { isTTY, columns: 40, write: (text: string) => written.push(text) };
  return { log: openTerminalLog({ stream, verbose, color }), text: () => written.join('') };
}

function actions() {
  const lines: string[] = [];
  const secrets: string[] = [];
  const note = (kind: string) => (message: string) => void lines.push(`${kind} ${message}`);
  const log = openActionsLog({
    debug: note('debug'),
    info: note('info'),
    warning: note('warning'),
    setSecret: (secret) => secrets.push(secret),
  });
  return { log, lines, secrets };
}

describe('a terminal', () => {
  test('gets info and warnings, details only when asked', () => {
    const { log, text } = terminal();
    log.debug('detail');
    log.info('one\ntwo');
    log.warn('careful');
    expect(text()).toBe('one\ntwo\nwarning: careful\n');

    const verbose = terminal({ verbose: true, color: true });
    verbose.log.debug('detail');
    expect(verbose.text()).toBe('\u001b[2mdetail\u001b[0m\n');
  });

  test('sees progress as one redrawn line that gives way to text and to the end', () => {
    const { log, text } = terminal({ isTTY: true });
    log.progress('hashing model/', 10, 100, 'MB');
    log.progress('hashing model/', 11, 100, 'MB');
    log.info('found');
    log.progress('hashing model/', 100, 100, 'MB');
    expect(text()).toBe('\r\u001b[2Khashing model/ 10 % (10 of 100 MB)\r\u001b[2Kfound\n');
  });

  test('that is no terminal sees no progress', () => {
    const { log, text } = terminal();
    log.progress('hashing', 1, 2, 'files');
    expect(text()).toBe('');
  });

  test('progress never wraps', () => {
    const { log, text } = terminal({ isTTY: true });
    log.progress('x'.repeat(200), 1, 2, 'files');
    expect(text().replace('\r\u001b[2K', '')).toHaveLength(39);
  });
});

describe('hostile text', () => {
  const attacks = [
    '::error::gotcha',
    '  ::set-output name=x::y',
    '##[error]gotcha',
    'fine\r::stop-commands::x',
    'a\n::add-mask::b',
    '\u001b]0;title\u0007\u001b[2J',
    '\u202egnp.exe',
  ];

  test.each(attacks)('%j is inert on a terminal and in a job log', (attack) => {
    const { log, text } = terminal();
    log.info(attack);
    const job = actions();
    job.log.info(attack);
    for (const line of [...text().split('\n'), ...job.lines.map((l) => l.slice('info '.length))]) {
      expect(line).not.toMatch(/^\s*::/);
      expect(line).not.toContain('##[');
      expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
  });
});

describe('secrets', () => {
  test('never appear, on their own lines or inside others', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4 }), fc.string(), fc.string(), (secret, before, after) => {
        fc.pre(
          secret.trim().length >= 4 && !/[\r\n]/.test(secret) && !'warning: ***'.includes(secret.trim()),
        );
        const { log, text } = terminal();
        log.mask(secret);
        log.info(`${before}${secret}${after}`);
        log.warn(secret);
        // What is shown for a hidden character could by chance spell the secret; raw input is what we look for.
        expect(text().replaceAll('***', '\u0000')).not.toContain(secret.trim());
      }),
    );
  });

  test('of several lines are masked line by line, and longer ones first', () => {
    const { log, text } = terminal();
    log.mask('-----BEGIN KEY-----\nabcdef\n-----END KEY-----');
    log.mask('abcd');
    log.info('x abcdef y abcd');
    expect(text()).toBe('x *** y ***\n');
  });

  test('are handed to the runner', () => {
    const { log, lines, secrets } = actions();
    log.mask('hunter22');
    log.warn('it is hunter22');
    expect(secrets).toEqual(['hunter22']);
    expect(lines).toEqual(['warning it is ***']);
  });
});

test.each([
  [{}, true, true],
  [{}, false, false],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
  [{ FORCE_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '0' }, true, false],
  [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  [{ TERM: 'dumb' }, true, false],
])('colour with %j on a terminal: %p → %p', (env, isTTY, expected) => {
  expect(wantsColor(env, { isTTY })).toBe(expected);
});
