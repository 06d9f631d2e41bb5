import { createHash } from 'node:crypto';
import { type HashedFile, modelOf } from '../../digest/digest.js';
import { type Check, check } from '../../gate/check.js';
import { inputError } from '../../gate/failure.js';
import { type Finding, finding } from '../../gate/finding.js';
import type { JsonObject } from '../../gate/json.js';
import type { Judgement } from '../../gate/result.js';
import type { OpenFile, PipelineFacts, Ports } from '../../platform/ports.js';
import { modelLimits } from '../limits.js';
import type { Settings } from '../settings.js';
import { pieces } from './bytes.js';
import { scanFile } from './scan-file.js';
import type { FileReport, ModelVerdict } from './verdict.js';

const modelFilesId = 'scan-deps/model-files';

interface ScannedFile extends FileReport {
  readonly path: string;
}

/**
 * Opens every file of the models and says what loading it would do. Where the pipeline's own model is not there yet (before
 * training), that is said; where the section names models, they must be there.
 *
 * @throws Failure('input') when a named model is missing or changes while it is judged.
 */
export async function judgeModels(
  ports: Ports,
  settings: Settings,
  pipeline: PipelineFacts,
): Promise<Judgement | null> {
  const { models } = settings;
  if (models) return judgePaths(ports, await ports.files.glob(models), models.join(', '));
  if (pipeline.model === undefined) return null;
  if ((await ports.files.kind(pipeline.model)) === 'missing') return notThere(pipeline.model);
  return judgePaths(ports, [pipeline.model], pipeline.model);
}

function notThere(model: string): Judgement {
  const reason = `the model ${model} is not there yet, so no model file was opened`;
  const skipped = check({
    id: modelFilesId,
    title: 'There are model files to open',
    outcome: { status: 'skip', reason },
  });
  return { checks: [skipped], subjects: [], materials: [], metrics: { modelFiles: [] } };
}

async function judgePaths(ports: Ports, paths: readonly string[], asked: string): Promise<Judgement> {
  const subjects: Judgement['subjects'][number][] = [];
  const scanned: ScannedFile[] = [];
  const irregular: Finding[] = [];
  for (const path of paths) {
    const shown = ports.files.display(path);
    const { subject, files } = await modelOf(ports, path, {
      irregular: (name, what) => irregular.push(irregularFinding(`${shown}/${name}`, what)),
    });
    subjects.push(subject);
    for (const [done, hashed] of files.entries()) {
      const { name } = hashed;
      ports.signal.throwIfAborted();
      ports.log.progress('Opening model files', done, files.length, 'files');
      const file = subject.kind === 'file' ? path : `${path}/${name}`;
      scanned.push({
        path: subject.kind === 'file' ? shown : `${shown}/${name}`,
        ...(await scanOne(ports, file, hashed)),
      });
    }
  }
  const found = checkFound(scanned, irregular, asked);
  const checks = [
    found,
    ...(['code', 'malicious', 'malformed'] as const).map((verdict) => checkVerdict(verdict, scanned)),
  ];
  return { checks, subjects, materials: [], metrics: { modelFiles: scanned.map(toJson) } };
}

/** The bytes that are opened must be those that were hashed, or the evidence would speak of others. */
async function scanOne({ files }: Ports, path: string, hashed: HashedFile): Promise<FileReport> {
  const file = await files.open(path);
  try {
    if (!isSame(file, hashed)) {
      throw inputError('changed while it was judged', {
        place: { file: files.display(path) },
        fix: 'let the step that writes it finish first, then run again',
      });
    }
    return scanFile(file);
  } finally {
    file.close();
  }
}

/** By content; of files too large to read a second time only by size. */
function isSame(file: OpenFile, { size, sha256 }: HashedFile): boolean {
  if (file.size !== size || size > modelLimits.comparedBytes) return file.size === size;
  const hash = createHash('sha256');
  for (const piece of pieces(file)) hash.update(piece);
  return hash.digest('hex') === sha256;
}

function irregularFinding(file: string, what: string): Finding {
  return finding(modelFilesId, {
    severity: 'error',
    message: `${file} is ${what}: what a loader would find there is not known`,
    file,
    fix: 'put the file itself in its place, or remove it',
  });
}

function checkFound(scanned: readonly ScannedFile[], irregular: readonly Finding[], asked: string): Check {
  const unknown = scanned
    .filter(({ verdict }) => verdict === null)
    .map(({ path, reasons }) =>
      finding(modelFilesId, {
        severity: 'note',
        message: `${path} ${reasons.join('; ')}`,
        file: path,
        distinct: 'unknown',
      }),
    );
  return check({
    id: modelFilesId,
    title: 'There are model files to open',
    observed: scanned.length,
    findings: [...irregular, ...unknown],
    ...(scanned.length === 0 && {
      outcome: { status: 'error' as const, reason: `no model file found at ${asked}` },
    }),
  });
}

type Blocked = Exclude<ModelVerdict, 'safe'>;

const titles: Readonly<Record<Blocked, string>> = {
  code: 'No model file runs code that is not known to be harmless',
  malicious: 'No model file attacks whoever loads it',
  malformed: 'Every model file can be followed to its end',
};

const says: Readonly<Record<Blocked, string>> = {
  code: 'runs code when it is loaded',
  malicious: 'attacks whoever loads it',
  malformed: 'cannot be trusted to be what it says',
};

const fixes: Readonly<Record<Blocked, string>> = {
  code: 'save the weights as safetensors or JSON, or waive this file once its code is reviewed',
  malicious:
    'remove the file, find out how it came there, and treat every machine that loaded it as taken over',
  malformed: 'write the file again with the library that made it',
};

/** One check for each verdict, so that a waiver for code never excuses an attack. */
function checkVerdict(verdict: Blocked, scanned: readonly ScannedFile[]): Check {
  const id = `scan-deps/model-${verdict}`;
  const hit = scanned.filter((file) => file.verdict === verdict);
  return check({
    id,
    title: titles[verdict],
    observed: hit.length,
    threshold: 0,
    findings: hit.map(({ path, format, reasons }) =>
      finding(id, {
        severity: 'error',
        message: `${path} (${format}) ${says[verdict]}: ${reasons.slice(0, 3).join('; ')}`,
        file: path,
        fix: fixes[verdict],
      }),
    ),
  });
}

function toJson({ path, format, verdict, reasons }: ScannedFile): JsonObject {
  return { path, format, verdict, reasons };
}
