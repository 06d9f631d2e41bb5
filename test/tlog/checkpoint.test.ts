import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { openCheckpoint } from '../../src/tlog/checkpoint.js';
import { TlogError } from '../../src/tlog/tlog-error.js';
import { sharedDescribe } from '../shared.js';
import { vectorKeys } from './vectors.js';

interface Hostile {
  readonly name: string;
  readonly checkpoint: string;
  readonly why: string;
}

/** As the vectors' README says: validly signed notes, whose verdict needs more than the note. */
const accepted = [
  'extension-lines',
  'fork-same-size',
  'rollback',
  'dup-key-sig',
  'cosignature-time-altered',
  'size-2^53+1',
];

sharedDescribe('vectors/tlog', 'checkpoints of the vectors', (folder) => {
  const { log, witnesses } = vectorKeys(folder);
  const hostile: Hostile[] = JSON.parse(readFileSync(path.join(folder, 'hostile-checkpoints.json'), 'utf8'));
  const named = (name: string) => Buffer.from(hostile.find((h) => h.name === name)?.checkpoint ?? '');
  const open = (note: Uint8Array) => openCheckpoint(note, { key: log, witnesses });

  test('there are twenty hostile ones', () => expect(hostile).toHaveLength(20));

  test.each(hostile.filter(({ name }) => !accepted.includes(name)))('refuses $name', ({ checkpoint }) => {
    expect(() => open(Buffer.from(checkpoint))).toThrow(TlogError);
  });

  test.each(hostile.filter(({ name }) => accepted.includes(name)))('opens $name', ({ checkpoint }) => {
    expect(open(Buffer.from(checkpoint)).origin).toBe('ml-gates.example/audit-log');
  });

  test('does not round a size above 2^53', () => {
    expect(open(named('size-2^53+1')).size).toBe(9007199254740993n);
  });

  test('does not count a cosignature whose time was altered', () => {
    const times = open(named('cosignature-time-altered')).cosigned;
    expect(times.length).toBeLessThan(2);
  });

  test('keeps extension lines', () => {
    expect(open(named('extension-lines')).extensions).toEqual(['ml-gates-extension foo']);
  });

  test.each([0, 1, 2, 255, 256, 257, 1000, 70_000])(
    'opens the checkpoint at %i with both witnesses',
    (size) => {
      const checkpoint = open(readFileSync(path.join(folder, 'checkpoints', String(size))));
      expect(checkpoint.size).toBe(BigInt(size));
      expect(checkpoint.cosigned.map(({ time }) => time)).toEqual([
        1_790_000_000n + BigInt(size),
        1_790_000_001n + BigInt(size),
      ]);
    },
  );

  test('counts a witness once when it signed twice', () => {
    const twice = readFileSync(path.join(folder, 'checkpoints', '2'), 'utf8');
    const line = twice.split('\n').find((l) => l.includes('witness.example/w1'));
    expect(open(Buffer.from(`${twice}${line}\n`)).cosigned).toHaveLength(2);
  });

  test('refuses a checkpoint of another origin under a trusted key', () => {
    const note = readFileSync(path.join(folder, 'checkpoints', '2'));
    expect(() => openCheckpoint(note, { key: log, origin: 'other.example' })).toThrow(
      /not of other\.example/,
    );
  });
});
