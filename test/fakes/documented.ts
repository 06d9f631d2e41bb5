import type { Reply } from './http-exchange.js';

const docs = 'https://docs.github.com/rest';
const error = (status: number, message: string, url = docs): Reply => ({
  status,
  body: { message, documentation_url: url, status: String(status) },
});

/** Error answers as GitHub documents them. */
export const documented = {
  badCredentials: error(401, 'Bad credentials'),
  forbidden: error(
    403,
    'Resource not accessible by integration',
    `${docs}/repos/contents#get-repository-content`,
  ),
  notFound: error(404, 'Not Found'),
  secondaryLimit: (retryAfter: number): Reply => ({
    ...error(
      403,
      'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    ),
    headers: { 'retry-after': String(retryAfter) },
  }),
  primaryLimit: (resetAt: Date): Reply => ({
    ...error(403, 'API rate limit exceeded for installation ID 1.'),
    headers: {
      'x-ratelimit-limit': '1000',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(Math.ceil(resetAt.getTime() / 1000)),
    },
  }),
  tooManyRequests: (retryAfter: number): Reply => ({
    ...error(429, 'Too many requests'),
    headers: { 'retry-after': String(retryAfter) },
  }),
  serverError: error(502, 'Server Error'),
} as const;
