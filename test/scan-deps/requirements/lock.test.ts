import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { Failure } from '../../../src/gate/failure.js';
import { readLocks } from '../../../src/scan-deps/requirements/lock.js';
import { makePorts } from '../../ports.js';

let ports: ReturnType<typeof makePorts>;
beforeEach(() => {
  ports = makePorts();
});

function write(name: string, text: string | Uint8Array): void {
  const file = path.join(ports.workspace, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
const read = (...names: string[]) => readLocks(ports.files, names);

async function problemsOf(...names: string[]): Promise<string> {
  const failure = await read(...names).then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(Failure);
  return failure instanceof Failure ? failure.message : '';
}

const hash = `sha256:${'ab'.repeat(32)}`;

describe('a requirements file', () => {
  test('gives every dependency with its line, however it is written', async () => {
    write(
      'requirements.txt',
      [
        '\uFEFF# header',
        'Django[argon2,BCrypt]==4.2.1 ; python_version >= "3.8" # why',
        'numpy>=1.20,<2',
        '',
        'black==24.3.0 \\',
        `    --hash=${hash} \\`,
        `    --hash ${hash}`,
        '  Zope_Interface === 5.0-custom',
        'pip @ https://user:secret@host.example/pip-22.0-py3-none-any.whl#sha256=00 ; os_name=="posix"',
        `git+https://host.example/x.git@${'0a'.repeat(20)}#egg=x-y`,
        '-e ./local',
        'scipy (==1.11.*)',
        '--extra-index-url https://index.example/simple',
      ].join('\r\n'),
    );
    const { dependencies, files } = await read('requirements.txt');
    expect(files.map(({ name }) => name)).toEqual(['requirements.txt']);
    const seen = dependencies.map((d) => [d.name, d.version, d.place.line, d.place.column, d.marker]);
    expect(seen).toEqual([
      ['django', '4.2.1', 2, 1, 'python_version >= "3.8"'],
      ['numpy', null, 3, 1, null],
      ['black', '24.3.0', 5, 1, null],
      ['zope-interface', '5.0-custom', 8, 3, null],
      ['pip', '22.0', 9, 1, 'os_name=="posix"'],
      ['x-y', null, 10, 1, null],
      [null, null, 11, 1, null],
      ['scipy', null, 12, 1, null],
    ]);
    expect(dependencies[0]?.extras).toEqual(['argon2', 'bcrypt']);
    expect(dependencies[2]?.hashes).toEqual([hash, hash]);
    expect(dependencies[4]?.source).toEqual({
      kind: 'url',
      url: 'https://host.example/pip-22.0-py3-none-any.whl',
      fixed: true,
    });
    expect(dependencies[5]?.source?.fixed).toBe(true);
    expect(dependencies[6]?.editable).toBe(true);
  });

  test.each([
    ['a==1', '1'],
    ['a===1.0-weird', '1.0-weird'],
    ['a==1,>=0.5', '1'],
    ['a==1.*', null],
    ['a>=2.10', null],
    ['a~=2.10', null],
    ['a!=1', null],
    ['a', null],
    ['a==1,==2', null],
    ['a==1!2.0+local.1', '1!2.0+local.1'],
  ])('reads %s as the version %s', async (line, version) => {
    write('r.txt', line);
    expect((await read('r.txt')).dependencies[0]?.version).toBe(version);
  });

  test.each([
    ['::error::==1', 'r.txt:1:1: "::error::==1" does not begin with a package name'],
    ['ok==1\n bad =1', 'r.txt:2:6: "=1" is no version specifier'],
    ['a==one', 'r.txt:1:2: "one" is no version'],
    ['a>=1.*', 'r.txt:1:2: "1.*" is no version'],
    ['a~=1', 'r.txt:1:2: "1" is no version'],
    ['a \\\n  [x', 'r.txt:2:3: "[" is not closed'],
    ['a==1 ; python_versoin>"3"', 'r.txt:1:8: "python_versoin" is neither a marker variable'],
    ['a==1 ; python_version>"3" x', 'expected "and" or "or", found "x"'],
    ['a==1 ; (python_version>"3"', 'expected ")"'],
    [`a==1 ; ${'('.repeat(40)}os_name=="x"${')'.repeat(40)}`, 'nests deeper than 32'],
    ['a==1 --hash=md5:00', 'r.txt:1:6: "md5" is no hash that pip takes'],
    ['a==1 --hash=sha256:00', 'a sha256 hash has 64 hexadecimal digits'],
    ['--no-such x', 'r.txt:1:1: "--no-such" is no option'],
    ['a==1 --index-url x', '"--index-url" is no option that pip takes behind a requirement'],
    ['-r', '--requirement takes a value'],
    ['a==1 # ok\u2028evil==2', 'r.txt:1:10: the control character U+2028'],
    ['a==1\fb==2', 'U+000C'],
    ['-r https://host.example/x.txt', 'is no file of the repository'],
    ['-r /etc/passwd', 'by an absolute path'],
    ['-r ../outside.txt', 'leaves the workspace'],
    ['-r sub/../../outside.txt', 'leaves the workspace'],
    ['-c ..\\outside.txt', 'leaves the workspace'],
    ['ok==1\n-r missing.txt', 'r.txt:2:1: includes "missing.txt", which does not exist'],
  ])('refuses %j at its place', async (text, message) => {
    write('r.txt', text);
    expect(await problemsOf('r.txt')).toContain(message);
  });

  test('lists all errors of a file at once, up to a bound', async () => {
    write('r.txt', '!\n'.repeat(100));
    expect((await problemsOf('r.txt')).split('\n')).toHaveLength(20);
  });

  test('is refused when it is not UTF-8', async () => {
    write('r.txt', Buffer.from([0x61, 0xff, 0xfe]));
    expect(await problemsOf('r.txt')).toContain('is not text in UTF-8');
  });
});

describe('includes', () => {
  test('are read once, relative to their file, with the path that leads there', async () => {
    write('requirements.txt', '-r base/all.txt\n-c constraints.txt\n-r base/all.txt\na==1');
    write('base/all.txt', '-r leaf.txt\nb==2\n--require-hashes');
    write('base/leaf.txt', 'c==3');
    write('constraints.txt', 'd==4');
    const { files, dependencies } = await read('requirements.txt');
    expect(files.map(({ name }) => name)).toEqual([
      'requirements.txt',
      'base/all.txt',
      'base/leaf.txt',
      'constraints.txt',
    ]);
    expect(dependencies.map((d) => [d.name, d.via, d.constraint, d.hashesRequired])).toEqual([
      ['c', ['requirements.txt', 'base/all.txt', 'base/leaf.txt'], false, true],
      ['b', ['requirements.txt', 'base/all.txt'], false, true],
      ['d', ['requirements.txt', 'constraints.txt'], true, false],
      ['a', ['requirements.txt'], false, false],
    ]);
  });

  test('that come round to themselves are named', async () => {
    write('a.txt', '-r b.txt');
    write('b.txt', 'x==1\n-c ./c.txt');
    write('c.txt', '-r a.txt');
    expect(await problemsOf('a.txt')).toContain('c.txt:1:1: includes itself: a.txt → b.txt → c.txt → a.txt');
  });

  test('are bounded in depth', async () => {
    for (let i = 0; i < 30; i++) write(`${i}.txt`, `-r ${i + 1}.txt`);
    expect(await problemsOf('0.txt')).toContain('more than 16 deep');
  });
});

describe('size', () => {
  const seconds = async (act: () => Promise<unknown>) => {
    const start = performance.now();
    await act();
    return (performance.now() - start) / 1000;
  };

  test('10⁶ lines take a few seconds, and too many dependencies are an error that says so', async () => {
    write('comments.txt', '# nothing\n'.repeat(1_000_000));
    expect(await seconds(() => read('comments.txt'))).toBeLessThan(10);
    write('many.txt', Array.from({ length: 50_001 }, (_, i) => `p${i}==1\n`).join(''));
    expect(await problemsOf('many.txt')).toContain('more than 50000 dependencies');
  });

  test.each([
    ['blanks', `a==1${' '.repeat(500_000)}x`],
    ['dashes in a name', `a${'-'.repeat(500_000)}!`],
    ['continuations', 'a==1 \\\n'.repeat(100_000)],
    ['brackets', `a[${'['.repeat(500_000)}`],
    ['quotes', `a==1 ; os_name == ${"'a' ".repeat(100_000)}`],
    ['a URL of blanks', `a @ https://x${' '.repeat(500_000)};`],
    ['dots', `a==${'1.'.repeat(200_000)}`],
    ['options', `-r ${'"" '.repeat(100_000)}`],
    ['a wheel of slashes', `https://x${'/a-1'.repeat(100_000)}.whl`],
  ])('hostile %s are refused or read in linear time', async (_, text) => {
    write('r.txt', text);
    expect(await seconds(() => read('r.txt').catch(() => undefined))).toBeLessThan(2);
  });
});
