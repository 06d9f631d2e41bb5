import type { RemoteHistory } from '../config/base-reader.js';
import { type Failure, outsideError } from '../gate/failure.js';
import type { Http, HttpResponse } from './http.js';
import { isRateLimited } from './http-retry.js';

export interface GithubApiOptions {
  readonly http: Http;
  /** `https://api.github.com`, or a GHES server's. */
  readonly apiUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly token?: string;
}

/** One repository through the REST API: what it holds at a commit. `contents: read` is enough. */
export function openGithubApi({ http, apiUrl, repository, token }: GithubApiOptions): RemoteHistory {
  const request = (path: string, accept: string, maxBytes: number) =>
    http.get(`${apiUrl}/repos/${repository}/${path}`, {
      headers: {
        accept,
        'x-github-api-version': '2022-11-28',
        ...(token && { authorization: `Bearer ${token}` }),
      },
      maxBytes,
    });
  return {
    tip: async (branch) => {
      const answer = await request(`git/ref/heads/${escaped(branch)}`, 'application/vnd.github+json', 65_536);
      const commit = answer.status === 200 ? commitOf(answer.body) : undefined;
      if (commit === undefined) throw refused(answer, `the tip of branch \`${branch}\``, token);
      return commit;
    },
    read: async (commit, path, maxBytes) => {
      const answer = await request(
        `contents/${escaped(path)}?ref=${encodeURIComponent(commit)}`,
        'application/vnd.github.raw+json',
        maxBytes,
      );
      // Whether the commit can be read at all has shown when the tip was asked for.
      if (answer.status === 404) return undefined;
      if (answer.status !== 200) throw refused(answer, `\`${path}\` at ${commit}`, token);
      if (/^application\/json\b/.test(answer.headers['content-type'] ?? ''))
        throw outsideError(`\`${path}\` at ${commit} is a folder or a submodule; expected a file`);
      return answer.body;
    },
  };
}

function escaped(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function commitOf(body: Uint8Array): string | undefined {
  const answer = parse(body);
  const sha =
    isRecord(answer) && isRecord(answer.object) && answer.object.type === 'commit'
      ? answer.object.sha
      : undefined;
  return typeof sha === 'string' && /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(sha) ? sha : undefined;
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString());
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

const grant = 'give the job `permissions: {contents: read}` and the action a `token`, github.token will do';

function refused(answer: HttpResponse, what: string, token: string | undefined): Failure {
  const failed = `GitHub does not give ${what} (HTTP ${answer.status})`;
  if (isRateLimited(answer))
    return outsideError(`${failed}: the rate limit is used up`, {
      fix: token ? 'run again later' : grant,
    });
  switch (answer.status) {
    case 401:
      return outsideError(`${failed}: the token is not valid`, { fix: grant });
    case 403:
      return outsideError(`${failed}: the token may not read the repository`, { fix: grant });
    case 404:
      // GitHub also says so of what one may not see.
      return outsideError(`${failed}: it is not there, or the token may not see it`, { fix: grant });
    default:
      return outsideError(failed, { fix: 'run again; see githubstatus.com' });
  }
}
