import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Failure } from '../../src/gate/failure.js';
import { parsePattern } from '../../src/platform/s3/pattern.js';
import { ProofSum, proofIn } from '../../src/platform/s3/proof.js';
import { openS3 } from '../../src/platform/s3/store.js';
import { openScratch } from '../../src/platform/scratch.js';
import { silentLog } from '../ports.js';
import { tempFolder } from '../temp.js';

const md5 = (bytes: string | Buffer) => createHash('md5').update(bytes).digest('hex');

describe('the address of objects', () => {
  test.each([
    ['s3://data/a/b.csv', 'a/b.csv', undefined],
    ['s3://data/a/*.csv', 'a/', ['a/b.csv']],
    ['s3://data/**/b.*', '', ['a/b.csv', 'b.csv', 'a/c/b.csv']],
    ['s3://data/a/{b,x}.csv', 'a/', ['a/b.csv']],
    ['s3://data/a/[a-c].csv', 'a/', ['a/b.csv']],
    ['s3://data/a/[!b].csv', 'a/', []],
    ['s3://data/a**', 'a', ['ab.csv']],
    ['s3://data/a/**', 'a/', ['a/b.csv', 'a/c/b.csv']],
    ['s3://data/?b.csv', '', ['ab.csv']],
    ['s3://data/{a,x{y,z}}/*', '', ['a/b.csv']],
  ])('%s', (uri, prefix, keys) => {
    const pattern = parsePattern(uri);
    const all = ['a/b.csv', 'b.csv', 'a/c/b.csv', '.b.csv', 'a/.c/b.csv', 'ab.csv'];
    expect(pattern.prefix).toBe(prefix);
    const { matches } = pattern;
    expect(matches && all.filter((key) => matches(key))).toEqual(keys);
  });

  test.each(['s3://', 's3://data', 's3://data/', 's3://DATA/x', 's3://d/x', `s3://data/${'x'.repeat(2000)}`])(
    '%s is refused',
    (uri) => {
      expect(() => parsePattern(uri)).toThrow(/is no address of objects in S3/);
    },
  );

  test('wildcards that would take for ever are matched in no time', () => {
    const { matches } = parsePattern(`s3://data/${'*a'.repeat(500)}`);
    const started = Date.now();
    expect(matches?.('a'.repeat(900))).toBe(true);
    expect(matches?.(`${'a'.repeat(900)}b`)).toBe(false);
    expect(Date.now() - started).toBeLessThan(5000);
  });
});

describe('what a store says of the bytes', () => {
  const bytes = Buffer.from('0123456789');
  const none = async () => undefined;
  const parts = `${md5(Buffer.concat(['0123', '4567', '89'].map((part) => Buffer.from(md5(part), 'hex'))))}-3`;

  test.each([
    ['an MD5 sum', { ETag: `"${md5(bytes)}"` }, none],
    ['the sum of parts', { ETag: `"${parts}"` }, async () => 4],
    ['SHA-256', { ETag: '"x"', ChecksumSHA256: createHash('sha256').update(bytes).digest('base64') }, none],
  ])('is proven: %s', async (_, headers, first) => {
    const proof = await proofIn(headers, first);
    if (!proof) throw new Error('no proof');
    const [whole, split, other] = [new ProofSum(proof), new ProofSum(proof), new ProofSum(proof)];
    whole.push(bytes);
    for (const byte of bytes) split.push(Buffer.from([byte]));
    other.push(Buffer.from('0123456780'));
    expect([whole.holds(), split.holds(), other.holds()]).toEqual([true, true, false]);
  });

  test.each([
    ['an object encrypted with a key of KMS', { ETag: md5(bytes), ServerSideEncryption: 'aws:kms' }],
    ['one encrypted with a key of one’s own', { ETag: md5(bytes), SSECustomerAlgorithm: 'AES256' }],
    ['a sum of sums', { ETag: '"x"', ChecksumSHA256: 'abc=-2', ChecksumType: 'COMPOSITE' }],
    ['an ETag of another kind', { ETag: '"abc"' }],
    ['parts of which nothing is told', { ETag: `"${parts}"` }],
  ])('proves nothing of %s', async (_, headers) => {
    expect(await proofIn(headers, none)).toBeUndefined();
  });
});

describe('a store that fails', () => {
  let server: Server;
  let answer: RequestListener = () => undefined;
  beforeAll(async () => {
    server = createServer((request, response) => answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    process.env.AWS_ACCESS_KEY_ID = 'test';
    process.env.AWS_SECRET_ACCESS_KEY = 'test';
  });
  afterAll(() => void server.close());

  const open = () => {
    const cache = tempFolder();
    const env = { AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
    const store = openS3({ env, cache, scratch: openScratch(tempFolder()), log: silentLog });
    const signal = new AbortController().signal;
    return { cache, fetch: () => store.fetch(['s3://data/a.csv'], signal) };
  };
  const refusal = (fetching: Promise<unknown>) =>
    fetching.then(
      () => 'nothing',
      (error: unknown) =>
        error instanceof Failure
          ? `${error.kind}: ${error.problems.map(({ message }) => message).join()}`
          : `raw ${String(error)}`,
    );
  /** Answers HEAD and GET with this body under these headers. */
  const serve =
    (body: string, headers: Record<string, string>, cut?: number): RequestListener =>
    (request, response) => {
      response.writeHead(200, { 'content-length': body.length, ...headers });
      if (request.method === 'HEAD') response.end();
      else if (cut === undefined) response.end(body);
      else response.write(body.slice(0, cut), () => response.destroy());
    };

  test('bytes that are not those that the store says are refused, and not kept', async () => {
    answer = serve('n\n1\n', { etag: `"${md5('n\n2\n')}"` });
    const { cache, fetch } = open();
    expect(await refusal(fetch())).toBe('outside: was altered on the way');
    expect(readdirSync(cache)).toEqual([]);
  });

  test('a connection that breaks is tried again, and then told of', async () => {
    let requests = 0;
    const broken = serve('n\n1\n', { etag: `"${md5('n\n1\n')}"` }, 2);
    answer = (request, response) => {
      if (request.method === 'GET') requests++;
      broken(request, response);
    };
    const { cache, fetch } = open();
    expect(await refusal(fetch())).toMatch(/^outside: cannot be read: /);
    expect(requests).toBe(3);
    expect(readdirSync(cache)).toEqual([]);
  });

  test('an object that nothing proves is fetched each time, and gone with the run', async () => {
    answer = serve('n\n1\n', { etag: '"x"' });
    const { cache, fetch } = open();
    const [first] = await fetch();
    const [second] = await fetch();
    expect(readFileSync(first?.path ?? '', 'utf8')).toBe('n\n1\n');
    expect(second?.path).not.toBe(first?.path);
    expect(readdirSync(cache)).toEqual([]);
  });

  test('an answer that is none is told of without what it holds', async () => {
    answer = (_, response) => {
      response.writeHead(500, { 'content-type': 'application/xml' });
      response.end('<Error><Code>Internal\n::error::x</Code><Message>secret</Message></Error>');
    };
    const said = await refusal(open().fetch());
    expect(said).toMatch(/^outside: cannot be read: /);
    expect(said).not.toContain('\n');
  }, 20_000);
});
