import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parquetOf } from '../data-validate/parquet.js';
import { tempFolder } from '../temp.js';
import { bundle, judge, otherNode, readResult, root, sluice, writeFiles } from './sluice.js';

const folder = tempFolder();
const noise = Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * i * 7 + i * 13 + 128) % 256));
const config = (pipeline: string) => `version: 1\npipelines:\n  p:\n${pipeline}`;
const columns = '    datasets: {data: {path: good.csv}}\n    data-validate:\n      data:\n        columns:\n';
const hash = `--hash=sha256:${'ab'.repeat(32)}`;
const advisory = {
  id: 'TEST-1',
  modified: '2026-01-01T00:00:00Z',
  published: '2026-01-01T00:00:00Z',
  affected: [
    {
      package: { ecosystem: 'PyPI', name: 'left' },
      ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }] }],
    },
  ],
};

beforeAll(async () => {
  const keys = [1, 2].map(() => generateKeyPairSync('ec', { namedCurve: 'P-256' }));
  const pem = (i: number) => keys[i]?.publicKey.export({ type: 'spki', format: 'pem' }).toString() ?? '';
  const parquet = await parquetOf('SELECT i AS a, i * 2 AS b FROM range(20000) t(i)');
  writeFiles(folder, {
    'good.csv': 'a,b\n1,2\n3,4\n',
    'empty.csv': '',
    'header.csv': 'a,b\n',
    'noise.csv': noise,
    'short.parquet': parquet.subarray(0, parquet.length / 2),
    'sluice.yml': config(`${columns}          a: {type: integer}\n`),
    'unknown-key.yml': config(`${columns}          a: {type: integer, uniqe: true}\n`),
    'wrong-type.yml': config(`${columns}          a: {max-null-share: [1]}\n`),
    'duplicate.yml': config('    model: one\n    model: two\n'),
    'empty.yml': '',
    'comment.yml': '# version: 1\n',
    'noise.yml': noise,
    'two.yml': 'version: 1\npipelines: {one: {}, two: {}}\n',
    'lock.txt': `right==1.0 ${hash}\n`,
    'bad-lock.txt': `right==1.0 ${hash}\nleft=>2\n`,
    'empty-lock.txt': '# nothing yet\n',
    'advisories/TEST-1.json': JSON.stringify(advisory),
    'corrupt.zip': Buffer.concat([Buffer.from('PK\u0003\u0004'), noise]),
    'labels.csv': 'sex,y,p\nf,1,1\nf,2,0\nm,0,1\n',
    'no-rows.csv': 'sex,y,p\n',
    'model/w.bin': 'weights',
    'signer.pem': keys[0]?.privateKey.export({ type: 'pkcs8', format: 'pem' }) ?? '',
    'signer.pub': pem(0),
    'other.pub': pem(1),
    'not-a-bundle.sig': '{"a": 1}\n',
  });
  mkdirSync(path.join(folder, 'folder.csv'));
  mkdirSync(path.join(folder, 'no-files'));
  symlinkSync('loop.csv', path.join(folder, 'loop.csv'));
  await sluice(folder, [
    'sign-model',
    '--model',
    'model',
    '--key',
    'signer.pem',
    '--bundle',
    'model.sig',
    '--require',
    'none',
  ]);
});

interface Case {
  readonly what: string;
  readonly words: string;
  readonly exitCode: number;
  readonly says: RegExp;
  readonly mend?: RegExp;
}

const data = 'data-validate --config sluice.yml --data';
const scan = 'scan-deps --lock lock.txt --osv advisories';
const fair = 'fairness-gate --attributes sex --favourable 1 --label y --prediction p --predictions';
const sign = 'sign-model --require none --bundle new.sig';
const verify = 'verify-model --model model';

const cases: readonly Case[] = [
  {
    what: 'a missing file',
    words: `${data} none.csv`,
    exitCode: 4,
    says: /none\.csv: is missing/,
    mend: /mend the path/,
  },
  {
    what: 'an empty file',
    words: `${data} empty.csv`,
    exitCode: 4,
    says: /empty\.csv: is empty/,
    mend: /write the data to it/,
  },
  {
    what: 'an empty folder',
    words: `${data} folder.csv`,
    exitCode: 4,
    says: /no file of the dataset `data` matches `folder\.csv`/,
    mend: /mend the path/,
  },
  {
    what: 'a file as a folder',
    words: `${data} good.csv/part.csv`,
    exitCode: 4,
    says: /good\.csv\/part\.csv: is missing/,
    mend: /mend the path/,
  },
  {
    what: 'a link to itself',
    words: `${data} loop.csv`,
    exitCode: 4,
    says: /loop\.csv: cannot be looked at \(ELOOP\)/,
    mend: /mend the path/,
  },
  {
    what: 'a truncated Parquet file',
    words: `${data} short.parquet`,
    exitCode: 4,
    says: /short\.parquet: cannot be read: .*No magic bytes/,
    mend: /write the file again/,
  },
  {
    what: 'binary data named .csv',
    words: `${data} noise.csv`,
    exitCode: 4,
    says: /noise\.csv:\d+: .*not a text in UTF-8/,
    mend: /convert it to UTF-8/,
  },
  {
    what: 'a header and no row',
    words: `${data} header.csv`,
    exitCode: 4,
    says: /the dataset has no rows/,
    mend: /`allow-empty: true`/,
  },
  {
    what: 'a missing suite',
    words: `${data} good.csv --suite none.yml`,
    exitCode: 2,
    says: /none\.yml: does not exist/,
    mend: /check the path/,
  },

  {
    what: 'a missing config',
    words: 'data-validate --config none.yml',
    exitCode: 2,
    says: /none\.yml: there is no such config file/,
    mend: /`sluice init`/,
  },
  {
    what: 'a missing config of a whole run',
    words: 'run --config none.yml',
    exitCode: 2,
    says: /none\.yml: there is no such config file/,
    mend: /`sluice init`/,
  },
  {
    what: 'an empty config',
    words: 'data-validate --config empty.yml',
    exitCode: 2,
    says: /empty\.yml: holds no settings/,
    mend: /`version: 1` and `pipelines`/,
  },
  {
    what: 'a config of comments',
    words: 'run --config comment.yml',
    exitCode: 2,
    says: /comment\.yml: holds no settings/,
    mend: /`version: 1`/,
  },
  {
    what: 'a binary config',
    words: 'data-validate --config noise.yml',
    exitCode: 2,
    says: /noise\.yml:\d+: is not text in UTF-8/,
    mend: /save the file as UTF-8/,
  },
  {
    what: 'a folder as config',
    words: 'data-validate --config model',
    exitCode: 2,
    says: /model: is a folder; expected a file/,
    mend: /name a file/,
  },
  {
    what: 'an unknown key',
    words: 'data-validate --config unknown-key.yml',
    exitCode: 2,
    says: /unknown-key\.yml:8:30: .*unknown key `uniqe`/,
    mend: /did you mean `unique`\?/,
  },
  {
    what: 'a value of the wrong type',
    words: 'data-validate --config wrong-type.yml',
    exitCode: 2,
    says: /wrong-type\.yml:8:31: .*expected a number, found a list/,
  },
  {
    what: 'a key twice',
    words: 'data-validate --config duplicate.yml',
    exitCode: 2,
    says: /duplicate\.yml:5:5: key `model` stands here a second time/,
    mend: /join the two or remove one/,
  },
  {
    what: 'several pipelines and none named',
    words: 'data-validate --config two.yml',
    exitCode: 2,
    says: /there are several pipelines/,
    mend: /`one`, `two`/,
  },
  {
    what: 'an unknown pipeline',
    words: 'data-validate --config two.yml --pipeline on',
    exitCode: 2,
    says: /there is no pipeline `on`/,
    mend: /did you mean `one`\?/,
  },

  {
    what: 'a missing lock file',
    words: 'scan-deps --lock none.txt --osv advisories',
    exitCode: 4,
    says: /none\.txt: does not exist/,
    mend: /check the path/,
  },
  {
    what: 'no lock file at all',
    words: 'scan-deps --osv advisories',
    exitCode: 4,
    says: /no lock file found/,
    mend: /--lock FILE/,
  },
  {
    what: 'a lock file that names nothing',
    words: 'scan-deps --lock empty-lock.txt --osv advisories',
    exitCode: 4,
    says: /no dependency is named there/,
    mend: /name the file that pins them/,
  },
  {
    what: 'a malformed requirement',
    words: 'scan-deps --lock bad-lock.txt --osv advisories',
    exitCode: 4,
    says: /bad-lock\.txt:2:5: "=>2" is no version specifier/,
    mend: /==1\.4\.2/,
  },
  {
    what: 'no advisories named',
    words: 'scan-deps --lock lock.txt',
    exitCode: 2,
    says: /no source of advisories is named/,
    mend: /--osv ZIP\|DIR/,
  },
  {
    what: 'missing advisories',
    words: 'scan-deps --lock lock.txt --osv none',
    exitCode: 4,
    says: /the advisory database none does not exist/,
    mend: /fetch the database again/,
  },
  {
    what: 'a corrupt zip of advisories',
    words: 'scan-deps --lock lock.txt --osv corrupt.zip',
    exitCode: 4,
    says: /corrupt\.zip is no readable zip file/,
    mend: /fetch the database again/,
  },
  {
    what: 'a folder without advisories',
    words: 'scan-deps --lock lock.txt --osv no-files',
    exitCode: 4,
    says: /no-files holds no file/,
    mend: /fetch the database again/,
  },
  {
    what: 'a missing model to open',
    words: `${scan} --models none`,
    exitCode: 4,
    says: /none: does not exist/,
    mend: /check the path/,
  },

  {
    what: 'missing predictions',
    words: `${fair} none.csv`,
    exitCode: 4,
    says: /none\.csv: does not exist/,
    mend: /check the path/,
  },
  {
    what: 'predictions without a row',
    words: `${fair} no-rows.csv`,
    exitCode: 4,
    says: /no-rows\.csv.*no row/,
  },
  {
    what: 'predictions that are truncated',
    words: `${fair} short.parquet`,
    exitCode: 4,
    says: /short\.parquet: cannot be read: .*No magic bytes.*'short\.parquet'/,
    mend: /check that it is whole/,
  },
  {
    what: 'a label that is not binary',
    words: `${fair} labels.csv`,
    exitCode: 4,
    says: /labels\.csv \(row 2\): 1 rows have a label/,
    mend: /write 0\/1 or true\/false/,
  },
  {
    what: 'a column that is not there',
    words: `${fair} good.csv`,
    exitCode: 2,
    says: /good\.csv: there is no column "y"/,
    mend: /name one of "a", "b"/,
  },
  {
    what: 'a number that does not parse',
    words: 'fairness-gate --predictions labels.csv --score p --threshold 0,5',
    exitCode: 2,
    says: /--threshold: expected a number, found "0,5"/,
  },

  {
    what: 'a missing model',
    words: `${sign} --model none --key signer.pem`,
    exitCode: 4,
    says: /none: does not exist/,
    mend: /check the path/,
  },
  {
    what: 'a model without a file',
    words: `${sign} --model no-files --key signer.pem`,
    exitCode: 4,
    says: /no-files: holds no file/,
    mend: /at least one file/,
  },
  {
    what: 'no key',
    words: `${sign} --model model`,
    exitCode: 2,
    says: /there is no key to sign with/,
    mend: /give `key`/,
  },
  {
    what: 'a missing key',
    words: `${sign} --model model --key none.pem`,
    exitCode: 4,
    says: /none\.pem: does not exist/,
    mend: /check the path/,
  },
  {
    what: 'a public key to sign with',
    words: `${sign} --model model --key signer.pub`,
    exitCode: 2,
    says: /signer\.pub: .*expected a private key/,
    mend: /openssl genpkey/,
  },
  {
    what: 'another signer’s key',
    words: `${verify} --bundle model.sig --public-key other.pub`,
    exitCode: 1,
    says: /model\.sig: was signed by the key with hint/,
    mend: /do not use the model/,
  },
  {
    what: 'a missing bundle',
    words: `${verify} --bundle none.sig --public-key signer.pub`,
    exitCode: 4,
    says: /none\.sig: does not exist/,
    mend: /check the path/,
  },
  {
    what: 'what is no bundle',
    words: `${verify} --bundle not-a-bundle.sig --public-key signer.pub`,
    exitCode: 1,
    says: /not-a-bundle\.sig: is not a signed bundle/,
    mend: /get the bundle again/,
  },
  {
    what: 'a missing signed model',
    words: 'verify-model --model none --bundle model.sig --public-key signer.pub',
    exitCode: 4,
    says: /none: there is no model here/,
    mend: /check the path/,
  },

  {
    what: 'no evidence',
    words: 'policy-gate --config sluice.yml --evidence-dir no-evidence',
    exitCode: 4,
    says: /there is no evidence of data-validate/,
    mend: /run it before this gate/,
  },
  {
    what: 'a missing policy',
    words: 'policy-gate --config sluice.yml --policy none.yml',
    exitCode: 2,
    says: /none\.yml: does not exist/,
    mend: /check the path/,
  },
  {
    what: 'a missing log',
    words: 'audit-log verify --store none --public-key signer.pub --origin o',
    exitCode: 4,
    says: /none: there is no log here/,
    mend: /`checkpoint` and `tile`/,
  },
  {
    what: 'a program that is not there',
    words: 'record-training --input good.csv --output out -- no-such-program',
    exitCode: 3,
    says: /no-such-program: no such command/,
    mend: /PATH/,
  },
  {
    what: 'evidence that cannot be stored',
    words: `${data} good.csv --evidence-dir good.csv`,
    exitCode: 3,
    says: /good\.csv\/.*cannot be written/,
    mend: /name another folder/,
  },

  {
    what: 'an unknown command',
    words: 'sign-modle',
    exitCode: 2,
    says: /there is no command "sign-modle"/,
    mend: /did you mean `sign-model`\?/,
  },
  {
    what: 'an unknown flag',
    words: 'data-validate --sute x',
    exitCode: 2,
    says: /unknown option '--sute'/,
    mend: /did you mean --suite\?/,
  },
  {
    what: 'an unknown flag like no other',
    words: 'data-validate --zzzzzz',
    exitCode: 2,
    says: /unknown option '--zzzzzz'/,
    mend: /`sluice data-validate --help`/,
  },
  {
    what: 'a flag without its value',
    words: 'data-validate --suite',
    exitCode: 2,
    says: /--suite lacks its value: --json follows/,
    mend: /--help/,
  },
  {
    what: 'a word that is no choice',
    words: 'data-validate --mode enforced',
    exitCode: 2,
    says: /'enforced' is invalid\. Allowed choices are enforce, report/,
    mend: /--help/,
  },
  {
    what: 'a word too many',
    words: 'data-validate good.csv',
    exitCode: 2,
    says: /too many arguments/,
    mend: /--help/,
  },
  {
    what: 'an unknown command of the log',
    words: 'audit-log verfy --store log',
    exitCode: 2,
    says: /expected one of append, verify, .*"verfy"/,
    mend: /did you mean `verify`\?/,
  },
  {
    what: 'words after -- that nobody runs',
    words: 'data-validate -- train',
    exitCode: 2,
    says: /takes nothing after --/,
    mend: /leave that out/,
  },
];

/** No stack, no path of this machine that the user did not give, no escape codes. */
function expectPlain(text: string): void {
  expect(text).not.toMatch(/\n {4}at |node:internal|\.js:\d+/);
  for (const path of [folder, root, os.homedir()]) expect(text).not.toContain(`${path}/`);
  expect(text).not.toContain('\u001b');
}

describe('bad input is a clear error, as text and as JSON', () => {
  test.concurrent.each([...cases])('$what: $words', async ({ words, exitCode, says, mend }) => {
    const ran = await judge(folder, words.split(' '));
    expectPlain(ran.stdout + ran.stderr);
    expect(ran.stderr).toMatch(says);
    if (mend) expect(ran.stderr).toMatch(mend);
    expect(ran.exitCode).toBe(exitCode);
    const { verdict, checks } = ran.result;
    expect(verdict).toBe(exitCode === 1 ? 'fail' : 'error');
    expect(JSON.stringify(checks)).toMatch(new RegExp(`"status":"${verdict}"`));
  });
});

describe('without --json', () => {
  test.each([
    ['data-validate --config sluice.yml --data none.csv', 4],
    ['sign-modle', 2],
    ['data-validate --config unknown-key.yml', 2],
  ])('%s prints no JSON', async (words, expected) => {
    const { exitCode, stdout, stderr } = await sluice(folder, words.split(' '));
    expect(exitCode).toBe(expected);
    expectPlain(stdout + stderr);
    expect(stdout).not.toContain('{"');
  });

  test('what an unknown name tries to do to the terminal is made visible', async () => {
    const { stderr } = await sluice(folder, ['\u001b[31mred\u202e', '--json']);
    expect(stderr).toContain('there is no command');
    for (const hidden of ['\u001b', '\u202e']) expect(stderr).not.toContain(hidden);
  });
});

describe('a file that may not be read', () => {
  // Root reads what it may not; in a user namespace of its own it is somebody without that power.
  const isRoot = process.getuid?.() === 0;
  const canShed = spawnSync('unshare', ['--user', 'true']).status === 0;
  const usable = process.platform !== 'win32' && (!isRoot || canShed);
  (usable ? test : test.skip)(
    'is named, with how to mend it (not as root where it cannot shed its power)',
    async () => {
      const own = tempFolder();
      writeFiles(own, { 'secret.csv': 'a\n1\n', 'sluice.yml': config('    data-validate: {data: {}}\n') });
      chmodSync(path.join(own, 'secret.csv'), 0);
      const options = isRoot ? { through: ['unshare', '--user'] } : {};
      const ran = await judge(
        own,
        ['data-validate', '--config', 'sluice.yml', '--data', 'secret.csv'],
        options,
      );
      expect(ran.exitCode).toBe(4);
      expect(ran.stderr).toMatch(/secret\.csv: may not be read.*permission to read it/s);
      expectPlain(ran.stdout + ran.stderr);
    },
  );
});

describe('under the machine’s own Node', () => {
  const node = otherNode() ?? process.execPath;
  test.each([
    ['data-validate --config sluice.yml --data good.csv', 0],
    ['data-validate --config sluice.yml --data short.parquet', 4],
    ['scan-deps --lock bad-lock.txt --osv advisories', 4],
    ['verify-model --model model --bundle model.sig --public-key signer.pub', 0],
    ['sign-modle', 2],
  ])('%s exits with %d', async (words, expected) => {
    const ran = await sluice(folder, [...words.split(' '), '--json'], { node });
    expect(ran.exitCode).toBe(expected);
    expect(readResult(ran).schemaVersion).toBe('1.0');
    expectPlain(ran.stderr);
  });
});

(process.platform === 'win32' ? test.skip : test)('the bundle may be run by its name', () => {
  expect(spawnSync(bundle, ['--version'], { encoding: 'utf8', shell: false }).stdout).toMatch(
    /^\d+\.\d+\.\d+\n$/,
  );
});
