import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readYaml } from '../../src/config/yaml.js';
import { Failure } from '../../src/gate/failure.js';
import { limits } from '../../src/gate/limits.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const value = (text: string) => readYaml(bytes(text), 'sluice.yml').value;

function problems(input: string | Uint8Array): readonly string[] {
  try {
    readYaml(typeof input === 'string' ? bytes(input) : input, 'sluice.yml');
    return [];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    expect(error.kind).toBe('config');
    return error.message.split('\n');
  }
}

function laughs(levels: number, width: number): string {
  const lines = ['a0: &a0 [x]'];
  for (let i = 1; i < levels; i++)
    lines.push(
      `a${i}: &a${i} [${Array(width)
        .fill(`*a${i - 1}`)
        .join(', ')}]`,
    );
  return lines.join('\n');
}

describe('YAML 1.2', () => {
  test.each([
    ['Norway', 'a: NO', 'NO'],
    ['no', 'a: no', 'no'],
    ['yes and on', 'a: [yes, on, y]', ['yes', 'on', 'y']],
    ['a date', 'a: 2027-01-31', '2027-01-31'],
    ['a time', 'a: 12:30:45', '12:30:45'],
    ['octal of 1.2', 'a: 0o17', 15],
    ['what was octal in 1.1', 'a: 0412', 412],
    ['hex', 'a: 0x1F', 31],
    ['an exponent', 'a: 1e3', 1000],
    ['underscores', 'a: 1_000', '1_000'],
    ['a quoted number', 'a: "1e3"', '1e3'],
    ['nothing', 'a:', null],
    ['a tilde', 'a: ~', null],
    ['a tab between values', 'a:\t1', 1],
    ['block text', 'a: |\n  x\n  y\n', 'x\ny\n'],
  ])('reads %s', (_, text, expected) => {
    expect(value(text)).toEqual({ a: expected });
  });

  test('reads keys as they are spelled, whatever they look like', () => {
    expect(value('no: 1\n1e3: 2\n0x10: 3\ntrue: 4\n~: 5')).toEqual({
      no: 1,
      '1e3': 2,
      '0x10': 3,
      true: 4,
      '~': 5,
    });
  });

  test('accepts a byte order mark and CRLF, and still counts columns from 1', () => {
    const tree = readYaml(bytes('\ufeffa: 1\r\nb:\r\n  - 2\r\n'), 'sluice.yml');
    expect(tree.value).toEqual({ a: 1, b: [2] });
    expect(tree.locate(['a'], 'key')).toEqual({ file: 'sluice.yml', line: 1, column: 1 });
    expect(tree.locate(['b', '0'], 'value')).toEqual({ file: 'sluice.yml', line: 3, column: 5 });
  });

  test('expands an alias to a copy of its own', () => {
    const tree = value('a: &x {k: [1]}\nb: *x') as Record<string, unknown>;
    expect(tree.b).toEqual({ k: [1] });
    expect(tree.b).not.toBe(tree.a);
  });

  test('an empty file and one of comments is nothing', () => {
    expect(value('')).toBeNull();
    expect(value('# only this\n')).toBeNull();
  });
});

describe('what is refused', () => {
  test.each([
    ['a duplicate key', 'a: 1\nb: 2\na: 3', ['sluice.yml:3:1: key `a` stands here a second time']],
    ['a tab that indents', 'a:\n\tb: 1', ['sluice.yml:2:1: a tab indents here']],
    ['a merge key', 'x: &x {a: 1}\ny:\n  <<: *x', ['sluice.yml:3:3: merge keys']],
    ['a prototype key', 'a:\n  __proto__: {b: 1}', ['sluice.yml:2:3: a key may not be called `__proto__`']],
    ['a constructor key', 'constructor: 1', ['sluice.yml:1:1: a key may not be called `constructor`']],
    ['a tag', 'a: !!binary aGk=', ['sluice.yml:1:13: tag tag:yaml.org,2002:binary']],
    ['an unknown tag', 'a: !run {b: 1}', ['sluice.yml:1:9: tag !run']],
    ['YAML 1.1 by directive', '%YAML 1.1\n---\na: no', ['sluice.yml:1:1: YAML 1.1']],
    ['a second document', 'a: 1\n---\nb: 2', ['sluice.yml:2:1: a second document']],
    ['an alias without anchor', 'a: *nope', ['sluice.yml:1:4: alias *nope has no anchor']],
    ['an alias inside itself', 'a: &a [*a]', ['sluice.yml:1:8: alias *a stands inside itself']],
    ['a key that is no text', '? [a]\n: 1', ['sluice.yml:1:3: a key must be plain text']],
    ['infinity', 'a: .inf', ['sluice.yml:1:4: infinity']],
    ['not-a-number', 'a: .nan', ['sluice.yml:1:4: infinity and not-a-number']],
    ['an inexact number', 'a: 12345678901234567890', ['sluice.yml:1:4: the number is too large']],
    ['half a surrogate pair', 'a: "\\ud800"', ['sluice.yml:1:4: text with half']],
    ['NUL', 'a: "x\0y"', ['sluice.yml:1:6: hidden character U+0000']],
    ['a lone CR', 'a: "1\r2"', ['sluice.yml:1:6: hidden character U+000D']],
    ['a mark that turns text', 'a: x\u202ey', ['sluice.yml:1:5: hidden character U+202E']],
  ])('%s', (_, text, expected) => {
    const found = problems(text);
    expect(found.map((line, i) => line.slice(0, expected[i]?.length))).toEqual(expected);
  });

  test('every syntax error at once, each at its place', () => {
    expect(problems('a: [1, 2\nb: {c\nd: 1\nd: 2').map((line) => line.split(': ', 1)[0])).toEqual([
      'sluice.yml:2:1',
      'sluice.yml:3:1',
      'sluice.yml:4:1',
    ]);
  });

  test('bytes that are not UTF-8, with the line', () => {
    const broken = new Uint8Array([...bytes('a: 1\nb: '), 0xff]);
    expect(problems(broken)[0]).toMatch(/^sluice.yml:2: is not text in UTF-8/);
    expect(problems(new Uint8Array([0xff, 0xfe, 0x61, 0])).length).toBe(1);
  });

  test('a file of one byte over the limit, and not one of just the limit', () => {
    expect(problems(`# ${'x'.repeat(limits.configBytes - 2)}`)).toEqual([]);
    expect(problems(`# ${'x'.repeat(limits.configBytes - 1)}`)).toEqual([
      'sluice.yml: is larger than 1048576 bytes',
    ]);
  });

  test.each([
    ['a billion laughs', laughs(10, 10)],
    ['a wide bomb', `a: &a ${'x'.repeat(1000)}\nb: [${Array(101).fill('*a').join(', ')}]`],
    ['few aliases of much', `a: &a [${'1,'.repeat(5000)}]\nb: [${Array(90).fill('*a').join(', ')}]`],
    ['open brackets', '['.repeat(20_000)],
    ['nested maps', '{a: '.repeat(20_000)],
    ['nested lists', '- '.repeat(20_000)],
    ['depth by indentation', Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ])('%s, soon', (_, text) => {
    const before = performance.now();
    expect(problems(text).length).toBeGreaterThan(0);
    expect(performance.now() - before).toBeLessThan(3000);
  });

  test('many keys are compared in linear time', () => {
    const text = Array.from({ length: 30_000 }, (_, i) => `k${i}: 1`).join('\n');
    const before = performance.now();
    expect(Object.keys(value(text) as object)).toHaveLength(30_000);
    expect(performance.now() - before).toBeLessThan(5000);
  });
});

describe('places', () => {
  const tree = readYaml(bytes('a:\n  b: &x\n    - c: 1\n    - d\ne: *x\nf:\n'), 'sluice.yml');
  test.each([
    [['a'], 'key', 1, 1],
    [['a', 'b'], 'key', 2, 3],
    [['a', 'b', '0', 'c'], 'value', 3, 10],
    [['a', 'b', '1'], 'value', 4, 7],
    [['a', 'b', '7'], 'value', 2, 3],
    [['e', '0', 'c'], 'key', 3, 7],
    [['f'], 'key', 6, 1],
    [['missing', 'x'], 'key', 1, 1],
  ] as const)('%j (%s) stands at %d:%d', (path, part, line, column) => {
    expect(tree.locate(path, part)).toEqual({ file: 'sluice.yml', line, column });
  });
});

describe('any text', () => {
  const fragments = fc.constantFrom(
    ...[
      'a',
      'b:',
      ': ',
      '- ',
      '\n',
      '  ',
      '\t',
      '{',
      '}',
      '[',
      ']',
      ',',
      '&x ',
      '*x',
      '!t ',
      '"',
      "'",
      '|',
      '>',
    ],
    ...[
      '#',
      '%YAML 1.1',
      '---',
      '...',
      '<<: ',
      '? ',
      '__proto__: ',
      '\ufeff',
      '\0',
      '\r',
      '1e3',
      '.nan',
      '\\u',
    ],
  );
  test('is read, or refused by a Failure with places', () => {
    const yamlish = fc.array(fragments, { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(yamlish, fc.string({ unit: 'binary', maxLength: 60 })), (text) => {
        for (const line of problems(text)) expect(line).toMatch(/^sluice\.yml:\d+/);
      }),
      { numRuns: 1500 },
    );
  });

  test('and any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (data) => {
        problems(data);
      }),
      { numRuns: 500 },
    );
  });
});
