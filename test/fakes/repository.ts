import { createHash } from 'node:crypto';
import { documented } from './documented.js';
import { bearerOf, type Exchange, type Handler, type Reply } from './http-exchange.js';

/** Commits by their ids, each a tree of files by path; branches are names for commits. */
export class FakeRepository {
  readonly name: string;
  readonly token: string;
  /** What the token may do; `none` hides a private repository (404), as GitHub does. */
  contents: 'read' | 'denied' | 'none' = 'read';
  readonly #branches = new Map<string, string>();
  readonly #commits = new Map<string, ReadonlyMap<string, Buffer>>();

  constructor(name: string, token: string) {
    this.name = name;
    this.token = token;
  }

  commit(branch: string, files: Readonly<Record<string, string | Uint8Array>>): string {
    const tree = new Map(Object.entries(files).map(([path, bytes]) => [path, Buffer.from(bytes)]));
    const id = createHash('sha1')
      .update(JSON.stringify([...tree], (_, v: unknown) => v))
      .digest('hex');
    this.#commits.set(id, tree);
    this.#branches.set(branch, id);
    return id;
  }

  /** `GET …/git/ref/heads/BRANCH` and `GET …/contents/PATH?ref=`. */
  readonly handle: Handler = (exchange) => {
    const prefix = `/repos/${this.name}/`;
    if (exchange.method !== 'GET' || !exchange.url.pathname.startsWith(prefix)) return undefined;
    const refused = this.#refusal(exchange);
    if (refused) return refused;
    const path = decodeURIComponent(exchange.url.pathname.slice(prefix.length));
    const [, branch] = /^git\/ref\/heads\/(.+)$/.exec(path) ?? [];
    if (branch !== undefined) return this.#ref(branch);
    const [, file] = /^contents\/(.+)$/.exec(path) ?? [];
    return file === undefined ? undefined : this.#content(file, exchange);
  };

  #refusal(exchange: Exchange): Reply | undefined {
    const token = bearerOf(exchange);
    if (token !== undefined && token !== this.token) return documented.badCredentials;
    if (token === undefined || this.contents === 'none') return documented.notFound;
    return this.contents === 'denied' ? documented.forbidden : undefined;
  }

  #ref(branch: string): Reply {
    const sha = this.#branches.get(branch);
    if (sha === undefined) return documented.notFound;
    return { status: 200, body: { ref: `refs/heads/${branch}`, object: { type: 'commit', sha } } };
  }

  #content(path: string, { url, headers }: Exchange): Reply {
    const ref = url.searchParams.get('ref') ?? '';
    const tree = this.#commits.get(ref) ?? this.#commits.get(this.#branches.get(ref) ?? '');
    const bytes = tree?.get(path);
    if (bytes !== undefined) {
      return /\braw\b/.test(headers.accept ?? '')
        ? {
            status: 200,
            body: bytes,
            headers: { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' },
          }
        : {
            status: 200,
            body: { type: 'file', encoding: 'base64', path, content: bytes.toString('base64') },
          };
    }
    const inside = [...(tree?.keys() ?? [])].filter((name) => name.startsWith(`${path}/`));
    return inside.length > 0
      ? { status: 200, body: inside.map((name) => ({ type: 'file', path: name })) }
      : documented.notFound;
  }
}
