import { createHash } from 'node:crypto';
import { bearerOf, type Exchange, type Handler, type Reply } from './http-exchange.js';

const service = '/twirp/github.actions.results.api.v1.ArtifactService/';

interface Artifact {
  readonly id: number;
  readonly name: string;
  readonly run: string;
  readonly job: string;
  readonly createdAt: string;
  readonly attempt: number;
  size: string;
  digest: string | undefined;
  final: boolean;
  blob: Buffer;
}

type Body = Readonly<Record<string, unknown>>;

/** GitHub's results service as @actions/artifact 6 speaks with it: Twirp as JSON, and a blob store behind signed addresses. */
export class FakeResultsService {
  readonly #origin: () => string;
  readonly #runtimeToken: string;
  readonly #artifacts: Artifact[] = [];
  readonly #blocks = new Map<string, Buffer>();
  #attempt = 1;
  #lastId = 0;

  constructor(origin: () => string, runtimeToken: string) {
    this.#origin = origin;
    this.#runtimeToken = runtimeToken;
  }

  /** Names of what was uploaded whole, oldest first. */
  get names(): readonly string[] {
    return this.#artifacts.filter(({ final }) => final).map(({ name }) => name);
  }

  /** The newest artifact of this name, as it would be downloaded. */
  zipOf(name: string): Uint8Array {
    const artifact = this.#artifacts.findLast((one) => one.final && one.name === name);
    if (!artifact) throw new Error(`no artifact ${name}`);
    return artifact.blob;
  }

  /** From now on artifacts of the same name are another attempt's, as after "re-run failed jobs". */
  startAttempt(): void {
    this.#attempt++;
  }

  /** As a job that stops at nothing would upload it. */
  plant(name: string, zip: Uint8Array, job = 'job-evil'): void {
    const artifact = this.#add(name, 'run-1', job);
    Object.assign(artifact, { blob: Buffer.from(zip), size: String(zip.length), final: true });
  }

  readonly handle: Handler = (exchange) => {
    const { pathname } = exchange.url;
    if (pathname.startsWith('/blob/')) return this.#blob(exchange, Number(pathname.slice('/blob/'.length)));
    if (exchange.method !== 'POST' || !pathname.startsWith(service)) return undefined;
    if (bearerOf(exchange) !== this.#runtimeToken)
      return twirpError(401, 'unauthenticated', 'token rejected');
    const body = JSON.parse(exchange.body.toString()) as Body;
    switch (pathname.slice(service.length)) {
      case 'CreateArtifact':
        return this.#create(body);
      case 'FinalizeArtifact':
        return this.#finalize(body);
      case 'ListArtifacts':
        return this.#list(body);
      case 'GetSignedArtifactURL':
        return this.#sign(body);
      case 'DeleteArtifact':
        return this.#delete(body);
      default:
        return twirpError(404, 'bad_route', 'no such method');
    }
  };

  #add(name: string, run: string, job: string): Artifact {
    // Never one that was deleted: GitHub gives no id twice.
    const id = ++this.#lastId;
    const artifact: Artifact = {
      id,
      name,
      run,
      job,
      createdAt: new Date(Date.UTC(2026, 10, 21) + id * 1000).toISOString(),
      attempt: this.#attempt,
      size: '0',
      digest: undefined,
      final: false,
      blob: Buffer.alloc(0),
    };
    this.#artifacts.push(artifact);
    return artifact;
  }

  #create(body: Body): Reply {
    const name = String(body.name);
    const run = String(body.workflow_run_backend_id);
    const taken = this.#artifacts.some(
      (a) => a.name === name && a.run === run && a.attempt === this.#attempt,
    );
    if (taken)
      return twirpError(
        409,
        'already_exists',
        'an artifact with this name already exists on the workflow run',
      );
    const { id } = this.#add(name, run, String(body.workflow_job_run_backend_id));
    return { status: 200, body: { ok: true, signed_upload_url: `${this.#origin()}/blob/${id}?sig=cafe` } };
  }

  #finalize(body: Body): Reply {
    const artifact = this.#artifacts.findLast((a) => a.name === body.name && !a.final);
    if (!artifact) return twirpError(404, 'not_found', 'no such artifact');
    artifact.final = true;
    artifact.size = String(body.size);
    artifact.digest = typeof body.hash === 'string' ? body.hash : undefined;
    return { status: 200, body: { ok: true, artifact_id: String(artifact.id) } };
  }

  #list(body: Body): Reply {
    const artifacts = this.#artifacts.filter(
      (a) =>
        a.final &&
        a.run === body.workflow_run_backend_id &&
        (body.name_filter === undefined || a.name === body.name_filter) &&
        (body.id_filter === undefined || String(a.id) === body.id_filter),
    );
    return {
      status: 200,
      body: {
        artifacts: artifacts.map((a) => ({
          workflow_run_backend_id: a.run,
          workflow_job_run_backend_id: a.job,
          database_id: String(a.id),
          name: a.name,
          size: a.size,
          created_at: a.createdAt,
          ...(a.digest !== undefined && { digest: a.digest }),
        })),
      },
    };
  }

  #sign(body: Body): Reply {
    const artifact = this.#artifacts.findLast(
      (a) => a.final && a.name === body.name && a.job === body.workflow_job_run_backend_id,
    );
    if (!artifact) return twirpError(404, 'not_found', 'no such artifact');
    return { status: 200, body: { signed_url: `${this.#origin()}/blob/${artifact.id}?sig=cafe` } };
  }

  #delete(body: Body): Reply {
    const index = this.#artifacts.findLastIndex((a) => a.final && a.name === body.name);
    const [gone] = index < 0 ? [] : this.#artifacts.splice(index, 1);
    if (!gone) return twirpError(404, 'not_found', 'no such artifact');
    return { status: 200, body: { ok: true, artifact_id: String(gone.id) } };
  }

  /** Azure's block blobs: blocks are staged by id, then listed in order; or one PUT of the whole. */
  #blob({ method, url, body }: Exchange, id: number): Reply {
    const artifact = this.#artifacts.find((a) => a.id === id);
    if (!artifact || url.searchParams.get('sig') !== 'cafe')
      return { status: 403, body: 'AuthenticationFailed' };
    if (method === 'GET') {
      const headers = {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${artifact.name}.zip"`,
      };
      return { status: 200, body: artifact.blob, headers };
    }
    switch (url.searchParams.get('comp')) {
      case 'block':
        this.#blocks.set(`${id}/${url.searchParams.get('blockid')}`, body);
        break;
      case 'blocklist': {
        const ids = [...body.toString().matchAll(/<(?:Latest|Uncommitted)>([^<]+)</g)];
        artifact.blob = Buffer.concat(
          ids.map(([, block]) => this.#blocks.get(`${id}/${block}`) ?? Buffer.alloc(0)),
        );
        break;
      }
      default:
        artifact.blob = body;
    }
    const etag = createHash('md5').update(artifact.blob).digest('hex');
    return {
      status: 201,
      body: '',
      headers: { etag: `"${etag}"`, 'x-ms-request-id': 'fake', 'x-ms-version': '2024-11-04' },
    };
  }
}

function twirpError(status: number, code: string, msg: string): Reply {
  return { status, body: { code, msg } };
}
