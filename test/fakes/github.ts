import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Handler, type Reply, readExchange, sendReply } from './http-exchange.js';
import { FakeRepository } from './repository.js';
import { FakeResultsService } from './results-service.js';
import { FakeTokenIssuer, unsignedToken } from './token-issuer.js';

export interface FakeGithubOptions {
  readonly repository?: string;
  /** Claims of the run's OIDC tokens, over the usual ones. */
  readonly claims?: object;
  /** Answers what GitHub's own parts do not. */
  readonly also?: Handler;
}

export interface FakeGithub {
  /** `http://127.0.0.1:PORT`; it listens on loopback alone. */
  readonly url: string;
  /** What a runner would set, for this process or a child. */
  readonly env: Readonly<Record<string, string>>;
  readonly repository: FakeRepository;
  readonly results: FakeResultsService;
  readonly issuer: FakeTokenIssuer;
  /** `METHOD /path?query`, in order of arrival. */
  readonly requests: readonly string[];
  /** The next requests whose path matches get these answers, in turn. */
  script(path: RegExp, ...replies: readonly Reply[]): void;
  close(): Promise<void>;
}

const token = 'ghs_fake';
const runtimeToken = unsignedToken({ scp: 'Actions.Example Actions.Results:run-1:job-1' });

/** The calls of GitHub that Sluice makes, on a loopback server, so that child processes reach it as well. */
export async function startFakeGithub(options: FakeGithubOptions = {}): Promise<FakeGithub> {
  const name = options.repository ?? 'acme/credit';
  let url = '';
  const repository = new FakeRepository(name, token);
  const results = new FakeResultsService(() => url, runtimeToken);
  const issuer = new FakeTokenIssuer({
    sub: `repo:${name}:ref:refs/heads/main`,
    repository: name,
    ...options.claims,
  });
  const handlers = [
    repository.handle,
    results.handle,
    issuer.handle,
    ...(options.also ? [options.also] : []),
  ];
  const scripts: { readonly path: RegExp; readonly replies: Reply[] }[] = [];
  const requests: string[] = [];

  const server = createServer((request, response) => {
    void (async () => {
      const exchange = await readExchange(request);
      requests.push(`${exchange.method} ${exchange.url.pathname}${exchange.url.search}`);
      const scripted = scripts.find(
        ({ path, replies }) => replies.length > 0 && path.test(exchange.url.pathname),
      );
      const reply =
        scripted?.replies.shift() ??
        handlers.map((handle) => handle(exchange)).find((answer) => answer !== undefined);
      await sendReply(response, reply ?? { status: 404, body: { message: 'Not Found' } });
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    env: {
      GITHUB_API_URL: url,
      GITHUB_REPOSITORY: name,
      GITHUB_TOKEN: token,
      ACTIONS_RESULTS_URL: `${url}/`,
      ACTIONS_RUNTIME_TOKEN: runtimeToken,
      ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/oidc/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: issuer.requestToken,
    },
    repository,
    results,
    issuer,
    requests,
    script: (path, ...replies) => void scripts.push({ path, replies: [...replies] }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
