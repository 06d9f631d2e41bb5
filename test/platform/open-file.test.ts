import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { openFile } from '../../src/platform/open-file.js';

const folder = mkdtempSync(path.join(os.tmpdir(), 'sluice-open-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('openFile', () => {
  test('gives pieces, shorter only at the end', () => {
    const file = path.join(folder, 'ten');
    writeFileSync(file, '0123456789');
    const opened = openFile(file, 'ten');
    expect(opened.size).toBe(10);
    expect(Buffer.from(opened.read(2, 3)).toString()).toBe('234');
    expect(Buffer.from(opened.read(8, 5)).toString()).toBe('89');
    expect(opened.read(10, 1)).toHaveLength(0);
    opened.close();
  });

  test('has another stamp once the file was written or replaced', () => {
    const file = path.join(folder, 'stamped');
    const stampNow = () => {
      const opened = openFile(file, 'stamped');
      opened.close();
      return opened.stamp;
    };
    writeFileSync(file, 'a');
    const first = stampNow();
    expect(stampNow()).toBe(first);
    writeFileSync(file, 'longer');
    expect(stampNow()).not.toBe(first);
  });

  test.each([
    ['a missing file', 'none', /^none: does not exist — check the path/],
    ['a folder', '.', /is a folder; expected a file/],
  ])('refuses %s', (_, name, message) => {
    expect(() => openFile(path.join(folder, name), name)).toThrow(message);
  });
});
