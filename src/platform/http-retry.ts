import type { IncomingHttpHeaders } from 'node:http';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
}

/** Time-outs, rate limits and what a gateway says when the server behind it is away. */
export function isWorthRetrying(answer: Answer): boolean {
  return [408, 429, 500, 502, 503, 504].includes(answer.status) || isRateLimited(answer);
}

/**
 * GitHub answers 403 as well as 429 when a primary or secondary limit is used up; the headers tell it from a lack of permission
 * (docs.github.com, "Rate limits for the REST API").
 */
export function isRateLimited({ status, headers }: Answer): boolean {
  if (status !== 403 && status !== 429) return false;
  return status === 429 || headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0';
}

/**
 * How long the server asks us to wait, in milliseconds: `Retry-After` as seconds or a date (RFC 9110 §10.2.3), else until
 * GitHub's limit is reset. `undefined`: it does not say.
 */
export function waitAskedFor(headers: IncomingHttpHeaders, now: Date): number | undefined {
  const after = headers['retry-after'];
  const until = (time: number) => (Number.isNaN(time) ? undefined : Math.max(0, time - now.getTime()));
  if (after !== undefined) return /^\d{1,9}$/.test(after) ? Number(after) * 1000 : until(Date.parse(after));
  const reset = String(headers['x-ratelimit-reset'] ?? '');
  if (headers['x-ratelimit-remaining'] !== '0' || !/^\d{1,12}$/.test(reset)) return undefined;
  return until(Number(reset) * 1000);
}
