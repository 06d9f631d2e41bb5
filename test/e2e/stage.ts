import path from 'node:path';
import { engineRelease } from '../../src/engine/manifest.js';
import { type FakeGithub, startFakeGithub } from '../fakes/github.js';
import { tempFolder } from '../temp.js';
import { type ActOutcome, type ActRun, runAct } from './act.js';
import {
  stageOrigin,
  stageStandIn,
  stageSuite,
  stageToolCache,
  stageUser,
  type UserRepository,
} from './repositories.js';

const userName = 'acme/credit-risk';

/** For one test; milliseconds. A run takes some ten seconds on a quiet machine, and is stopped before this is over. */
export const testMs = 180_000;

/** What a run adds to its stage. */
type RunOptions = Pick<ActRun, 'event' | 'workflow'> & Partial<Pick<ActRun, 'secrets' | 'vars' | 'payload'>>;

/** One user's repository and the GitHub it is on; one workflow run, since artifacts are a run's. */
export interface Scene {
  readonly user: UserRepository;
  readonly github: FakeGithub;
  /** For files that outlive the run. */
  readonly folder: string;
  /** Bare repository that the stand-in for `actions/checkout` clones branches from. */
  readonly origin: string;
  /** Commits what was edited and runs a workflow. */
  run(options: RunOptions): Promise<ActOutcome>;
}

export interface Stage {
  /** A new user's repository on a new GitHub, for as long as `use` takes. */
  play<T>(use: (scene: Scene) => Promise<T>): Promise<T>;
}

/** Everything that runs share: the suite, the stand-ins, the data engine. */
export function openStage(): Stage {
  const folder = tempFolder();
  const at = (name: string) => path.join(folder, name);
  const release = engineRelease();
  stageSuite(at('suite'));
  for (const name of standIns) stageStandIn(name, at(name));
  stageToolCache(at('tools'), release);
  let scenes = 0;
  return {
    play: async (use) => {
      const scene = at(`scene-${++scenes}`);
      const origin = path.join(scene, 'origin');
      const user = stageUser(path.join(scene, 'user'));
      stageOrigin(origin);
      const github = await startFakeGithub({ repository: userName });
      const run = ({ secrets, ...options }: RunOptions) => {
        user.commit();
        return runAct({
          ...options,
          repository: user.folder,
          repositories: servedFrom(at),
          env: { ...github.env, ...offline, SLUICE_ORIGIN: origin },
          secrets: { GITHUB_TOKEN: github.repository.token, ...secrets },
          home: path.join(scene, 'home'),
          toolCache: at('tools'),
        });
      };
      try {
        return await use({ user, github, folder: scene, origin, run });
      } finally {
        await github.close();
      }
    },
  };
}

/** Whatever would leave this machine fails at once, as if there were no network. */
const offline = { HTTPS_PROXY: 'http://127.0.0.1:9', NO_PROXY: '127.0.0.1' };

const standIns = ['checkout', 'upload-artifact', 'download-artifact'];

/** The commits are those that our workflows pin. */
function servedFrom(at: (name: string) => string): Readonly<Record<string, string>> {
  return {
    'sluice-ml/sluice@v1': at('suite'),
    'sluice-ml/sluice@record-training/v1': at('suite'),
    'actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8': at('checkout'),
    'actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a': at('upload-artifact'),
    'actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c': at('download-artifact'),
  };
}
