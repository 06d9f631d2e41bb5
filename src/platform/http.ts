import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { HttpClient } from '@actions/http-client';
import { Failure, outsideError } from '../gate/failure.js';
import { limits } from '../gate/limits.js';
import { isWorthRetrying, waitAskedFor } from './http-retry.js';

export interface HttpOptions {
  readonly signal: AbortSignal;
  readonly now?: () => Date;
  /** Wait before the second try, doubled before each further one; milliseconds. */
  readonly backoffMs?: number;
  /** Longest silence of the server; milliseconds. */
  readonly timeoutMs?: number;
}

interface HttpRequest {
  readonly headers?: Readonly<Record<string, string>>;
  /** `limits.httpResponseBytes` unless given. */
  readonly maxBytes?: number;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
}

export interface Http {
  /**
   * A GET through the proxy of the environment. Tried again on network errors, 5xx and rate limits; the last answer is
   * returned whatever its status. Redirects are followed, to another host without credentials, never from HTTPS to HTTP.
   *
   * @throws Failure('outside') when the host cannot be reached, answers too much, redirects badly or asks for a long wait.
   */
  get(url: string, request?: HttpRequest): Promise<HttpResponse>;
}

const tries = 4;
const mostRedirects = 5;
const longestWaitMs = 60_000;
const credentials = ['authorization', 'cookie', 'proxy-authorization'];

export function openHttp(options: HttpOptions): Http {
  const { signal, now = () => new Date(), backoffMs = 1000, timeoutMs = 30_000 } = options;
  const client = new HttpClient('sluice', [], { allowRedirects: false, socketTimeout: timeoutMs });

  // The client takes no signal: with it go its sockets, and behind a proxy nobody waits for them any more.
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => {
      client.dispose();
      reject(signal.reason);
    });
  });
  aborted.catch(() => undefined);

  const attempt = async (url: URL, request: HttpRequest): Promise<HttpResponse | NetworkError> => {
    try {
      return await Promise.race([follow(client, url, request, signal), aborted]);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof Failure) throw error;
      return new NetworkError(url, error);
    }
  };
  return {
    get: async (address, request = {}) => {
      signal.throwIfAborted();
      const url = new URL(address);
      for (let tried = 1; ; tried++) {
        const outcome = await attempt(url, request);
        const failed = outcome instanceof NetworkError;
        if (!failed && !isWorthRetrying(outcome)) return outcome;
        if (tried === tries) return failed ? outcome.fail() : outcome;
        const asked = failed ? undefined : waitAskedFor(outcome.headers, now());
        if (asked !== undefined && asked > longestWaitMs) throw tooLong(url, asked);
        await sleep(asked ?? backoffMs * 2 ** (tried - 1) * (1 + Math.random() / 4), undefined, {
          signal,
        }).catch(() => signal.throwIfAborted());
      }
    },
  };
}

class NetworkError {
  readonly #url: URL;
  readonly #cause: unknown;

  constructor(url: URL, cause: unknown) {
    this.#url = url;
    this.#cause = cause;
  }

  fail(): never {
    const { code, message } = this.#cause as NodeJS.ErrnoException;
    throw outsideError(
      `${this.#url.host} cannot be reached (${code ?? message})`,
      { fix: 'check the network, and HTTPS_PROXY and NO_PROXY where there is a proxy' },
      this.#cause,
    );
  }
}

function tooLong(url: URL, waitMs: number): Failure {
  return outsideError(`${url.host} asks to wait ${Math.ceil(waitMs / 1000)} s (rate limit)`, {
    fix: 'run again later, or with a token that has a limit of its own',
  });
}

async function follow(
  client: HttpClient,
  start: URL,
  request: HttpRequest,
  signal: AbortSignal,
): Promise<HttpResponse> {
  let url = start;
  let headers = { ...request.headers };
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const { message } = await client.get(url.href, { ...headers });
    const status = message.statusCode ?? 0;
    const location = message.headers.location;
    if (![301, 302, 303, 307, 308].includes(status) || location === undefined) {
      const body = await readBody(message, url, request.maxBytes ?? limits.httpResponseBytes, signal);
      return { status, headers: message.headers, body };
    }
    message.destroy();
    const next = redirectTarget(location, url);
    if (next.host !== url.host) headers = withoutCredentials(headers);
    url = next;
  }
  throw outsideError(`${start.host} redirects more than ${mostRedirects} times`);
}

function redirectTarget(location: string, from: URL): URL {
  const next = URL.canParse(location, from.href) ? new URL(location, from.href) : undefined;
  const allowed = from.protocol === 'https:' ? ['https:'] : ['https:', 'http:'];
  if (next === undefined || !allowed.includes(next.protocol))
    throw outsideError(`${from.host} redirects to where we do not follow`);
  return next;
}

function withoutCredentials(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !credentials.includes(name.toLowerCase())),
  );
}

async function readBody(
  message: IncomingMessage,
  url: URL,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const onAbort = () => message.destroy(new Error('aborted'));
  signal.addEventListener('abort', onAbort);
  try {
    const pieces: Buffer[] = [];
    let total = 0;
    for await (const piece of message as AsyncIterable<Buffer>) {
      total += piece.length;
      // Leaving the loop destroys the connection.
      if (total > maxBytes) throw outsideError(`${url.host} answers with more than ${maxBytes} bytes`);
      pieces.push(piece);
    }
    return Buffer.concat(pieces);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
