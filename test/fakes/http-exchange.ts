import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request as the fakes see it. */
export interface Exchange {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Milliseconds before anything is answered. */
  readonly delayMs?: number;
  /** Answers this many bytes of the body and drops the connection. */
  readonly cutAfter?: number;
}

/** Whoever knows the request answers it. */
export type Handler = (exchange: Exchange) => Reply | undefined;

export async function readExchange(request: IncomingMessage): Promise<Exchange> {
  const pieces: Buffer[] = [];
  for await (const piece of request as AsyncIterable<Buffer>) pieces.push(piece);
  return {
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', 'http://fake'),
    headers: request.headers,
    body: Buffer.concat(pieces),
  };
}

export async function sendReply(response: ServerResponse, reply: Reply): Promise<void> {
  if (reply.delayMs) await new Promise((resolve) => setTimeout(resolve, reply.delayMs).unref());
  const raw = reply.body instanceof Uint8Array || typeof reply.body === 'string';
  const bytes = raw ? Buffer.from(reply.body as Uint8Array) : Buffer.from(JSON.stringify(reply.body ?? {}));
  response.writeHead(reply.status, {
    'content-type': raw ? 'application/octet-stream' : 'application/json; charset=utf-8',
    'content-length': bytes.length,
    ...reply.headers,
  });
  if (reply.cutAfter === undefined) response.end(bytes);
  else response.write(bytes.subarray(0, reply.cutAfter), () => response.destroy());
}

export function bearerOf({ headers }: Exchange): string | undefined {
  return /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1];
}
