import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type HttpOptions, openHttp } from '../../src/platform/http.js';
import { isRateLimited, waitAskedFor } from '../../src/platform/http-retry.js';
import { documented } from '../fakes/documented.js';
import { type FakeGithub, startFakeGithub } from '../fakes/github.js';
import type { Reply } from '../fakes/http-exchange.js';

let github: FakeGithub;
beforeAll(async () => {
  github = await startFakeGithub({
    also: ({ url }) => (url.pathname === '/fine' ? { status: 200, body: 'fine' } : undefined),
  });
});
afterAll(() => github.close());

/** Requests of this test alone. */
let before = 0;
beforeEach(() => {
  before = github.requests.length;
});
const asked = () => github.requests.slice(before);

const signal = new AbortController().signal;
const open = (options: Partial<HttpOptions> = {}) => openHttp({ signal, backoffMs: 1, ...options });
const text = (body: Uint8Array) => Buffer.from(body).toString();

describe('trying again', () => {
  test.each<[string, readonly Reply[]]>([
    ['a server error', [documented.serverError]],
    ['three of them', [documented.serverError, { status: 503 }, { status: 500 }]],
    ['a secondary rate limit', [documented.secondaryLimit(0)]],
    ['too many requests', [documented.tooManyRequests(0)]],
    ['a primary rate limit that is reset', [documented.primaryLimit(new Date(0))]],
    ['a connection that breaks off', [{ status: 200, body: 'fi', cutAfter: 1 }]],
  ])('helps against %s', async (_, replies) => {
    github.script(/fine/, ...replies);
    const { status, body } = await open().get(`${github.url}/fine`);
    expect([status, text(body)]).toEqual([200, 'fine']);
    expect(asked()).toHaveLength(replies.length + 1);
  });

  test('waits as long as the server asks', async () => {
    github.script(/fine/, documented.tooManyRequests(1));
    const start = performance.now();
    await open().get(`${github.url}/fine`);
    expect(performance.now() - start).toBeGreaterThan(950);
  });

  test('is not done for hours', async () => {
    github.script(/fine/, documented.secondaryLimit(3600));
    await expect(open().get(`${github.url}/fine`)).rejects.toMatchObject({
      kind: 'outside',
      message: expect.stringMatching(/asks to wait 3600 s \(rate limit\)/),
    });
    expect(asked()).toHaveLength(1);
  });

  test('ends after four tries with the last answer', async () => {
    github.script(/fine/, ...Array.from({ length: 4 }, () => documented.serverError));
    expect(await open().get(`${github.url}/fine`)).toMatchObject({ status: 502 });
    expect(asked()).toHaveLength(4);
  });

  test.each([documented.forbidden, documented.notFound, documented.badCredentials, { status: 400 }])(
    'is no use against %j',
    async (reply) => {
      github.script(/fine/, reply);
      expect(await open().get(`${github.url}/fine`)).toMatchObject({ status: reply.status });
      expect(asked()).toHaveLength(1);
    },
  );
});

describe('limits', () => {
  test('an answer over the limit is refused and not read on', async () => {
    github.script(/fine/, { status: 200, body: Buffer.alloc(100_000) });
    await expect(open().get(`${github.url}/fine`, { maxBytes: 1000 })).rejects.toMatchObject({
      kind: 'outside',
      message: expect.stringContaining('more than 1000 bytes'),
    });
    expect(asked()).toHaveLength(1);
  });

  test('a server that stays silent is given up', async () => {
    github.script(/fine/, ...Array.from({ length: 4 }, () => ({ status: 200, delayMs: 5000 })));
    await expect(open({ timeoutMs: 50 }).get(`${github.url}/fine`)).rejects.toMatchObject({
      kind: 'outside',
      message: expect.stringContaining('cannot be reached'),
    });
  });

  test('nobody there is a failure from outside', async () => {
    await expect(open().get('http://127.0.0.1:9/')).rejects.toMatchObject({
      kind: 'outside',
      message: expect.stringMatching(/127\.0\.0\.1:9 cannot be reached \(ECONNREFUSED\).*HTTPS_PROXY/),
    });
  });

  test.each([{ status: 200, delayMs: 5000 }, documented.secondaryLimit(30)])(
    'an abort ends the wait for %j',
    async (reply) => {
      const controller = new AbortController();
      github.script(/fine/, reply);
      const getting = open({ signal: controller.signal }).get(`${github.url}/fine`);
      setTimeout(() => controller.abort(new Error('SIGINT')), 30);
      await expect(getting).rejects.toThrow('SIGINT');
    },
  );
});

describe('redirects', () => {
  const seen: { host: string | undefined; authorization: string | undefined }[] = [];
  let answer: RequestListener = (_, response) => response.end();
  const other = createServer((request, response) => {
    seen.push({ host: request.headers.host, authorization: request.headers.authorization });
    answer(request, response);
  });
  let elsewhere = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    elsewhere = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    seen.splice(0);
  });
  afterAll(() => {
    other.close();
    other.closeAllConnections();
  });
  const to = (location: string): Reply => ({ status: 302, headers: { location } });

  test('to another host are followed without credentials', async () => {
    answer = (_, response) => response.end('there');
    github.script(/fine/, to(`${elsewhere}/x`));
    const { body } = await open().get(`${github.url}/fine`, { headers: { Authorization: 'Bearer s3cret' } });
    expect(text(body)).toBe('there');
    expect(seen).toEqual([{ host: elsewhere.slice('http://'.length), authorization: undefined }]);
  });

  test('on the same host keep them', async () => {
    const hop: RequestListener = (_, response) => response.end('kept');
    answer = (_, response) => {
      answer = hop;
      response.writeHead(307, { location: '/next' }).end();
    };
    await open().get(`${elsewhere}/x`, { headers: { authorization: 'Bearer s3cret' } });
    expect(seen.map(({ authorization }) => authorization)).toEqual(['Bearer s3cret', 'Bearer s3cret']);
  });

  test('without end are refused', async () => {
    answer = (_, response) => response.writeHead(302, { location: '/again' }).end();
    await expect(open().get(`${elsewhere}/x`)).rejects.toThrow(/redirects more than 5 times/);
  });

  test.each(['file:///etc/passwd', 'ftp://x/y', 'http://'])('to %s are refused', async (location) => {
    github.script(/fine/, to(location));
    await expect(open().get(`${github.url}/fine`)).rejects.toThrow(/redirects to where we do not follow/);
  });
});

describe('what rate limits say', () => {
  const now = new Date('2026-11-21T12:00:00Z');
  test.each([
    [{ 'retry-after': '7' }, 7000],
    [{ 'retry-after': 'Sat, 21 Nov 2026 12:00:30 GMT' }, 30_000],
    [{ 'retry-after': 'Sat, 21 Nov 2026 11:00:00 GMT' }, 0],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now.getTime() / 1000 + 90) }, 90_000],
    [{ 'x-ratelimit-remaining': '5', 'x-ratelimit-reset': '99999999999' }, undefined],
    [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1e99' }, undefined],
    [{}, undefined],
  ])('%j → %p ms', (headers, expected) => {
    expect(waitAskedFor(headers, now)).toBe(expected);
  });

  test('403 without their headers is a lack of permission', () => {
    expect(isRateLimited({ status: 403, headers: {} })).toBe(false);
    expect(isRateLimited({ status: 403, headers: { 'retry-after': '1' } })).toBe(true);
    expect(isRateLimited({ status: 429, headers: {} })).toBe(true);
    expect(isRateLimited({ status: 404, headers: { 'retry-after': '1' } })).toBe(false);
  });
});
