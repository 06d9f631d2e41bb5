import path from 'node:path';
import { sha256 } from '../../gate/evidence.js';
import { Failure, inputError, type Problem } from '../../gate/failure.js';
import type { Files } from '../../platform/ports.js';
import { scanLimits } from '../limits.js';
import type { Dependency, LockedDependency } from './dependency.js';
import { type Line, readLine } from './line.js';
import { type LogicalLine, logicalLines } from './logical-line.js';
import { quote, RequirementSyntaxError } from './syntax-error.js';

/** A requirements file that was read: itself a subject, also when another includes it. */
interface LockFile {
  /** As messages and subjects show it. */
  readonly name: string;
  /** Of the bytes that were parsed. */
  readonly sha256: string;
}

export interface Lock {
  readonly files: readonly LockFile[];
  readonly dependencies: readonly LockedDependency[];
}

type LinePlace = LockedDependency['place'];

interface Visit {
  readonly path: string;
  readonly constraint: boolean;
  /** Names of the files above, outermost first. */
  readonly via: readonly string[];
  readonly hashesRequired: boolean;
  /** Folder that includes may not leave when the lock file lies outside the workspace. */
  readonly root: string;
}

/**
 * Reads requirements files and everything they include with `-r` and `-c`. Each file is read once, however often it is
 * included. Linear in the size of the files.
 *
 * @param paths of the files that were asked for.
 * @throws Failure('input') with file, line and column of what pip would refuse, or of an include that leaves the workspace,
 *   comes round to itself or exceeds a limit.
 */
export async function readLocks(files: Files, paths: readonly string[]): Promise<Lock> {
  const reader = new LockReader(files);
  for (const lock of paths) {
    const root = path.posix.dirname(lock);
    await reader.read({
      path: path.posix.normalize(lock),
      constraint: false,
      via: [],
      hashesRequired: false,
      root,
    });
  }
  return reader.result();
}

class LockReader {
  readonly #files: Files;
  readonly #seen = new Set<string>();
  readonly #read = new Map<string, LockFile>();
  readonly #dependencies: LockedDependency[] = [];

  constructor(files: Files) {
    this.#files = files;
  }

  result(): Lock {
    return { files: [...this.#read.values()], dependencies: this.#dependencies };
  }

  async read(visit: Visit): Promise<void> {
    // A file may bound versions (`-c`) and name dependencies (`-r`): two readings.
    const reading = `${visit.constraint ? 'c' : 'r'} ${visit.path}`;
    if (this.#seen.has(reading)) return;
    this.#seen.add(reading);
    const name = this.#files.display(visit.path);
    if (this.#seen.size > scanLimits.includedFiles) {
      throw inputError(`more than ${scanLimits.includedFiles} requirements files include one another`, {
        place: { file: name },
      });
    }
    const bytes = await this.#files.read(visit.path, scanLimits.lockFileBytes);
    this.#read.set(name, { name, sha256: sha256(bytes) });
    const lines = readLines(decodeUtf8(bytes, name), name);
    const inner: Visit = {
      ...visit,
      via: [...visit.via, name],
      hashesRequired: visit.hashesRequired || lines.some(({ line }) => requiresHashes(line)),
    };
    for (const { line, place } of lines) {
      if (line.kind === 'include') await this.#include(inner, line, place);
      if (line.kind === 'dependency') this.#add(inner, line.dependency, place);
    }
  }

  #add({ via, constraint, hashesRequired }: Visit, dependency: Dependency, place: LinePlace): void {
    if (this.#dependencies.length >= scanLimits.dependencies) {
      throw inputError(`more than ${scanLimits.dependencies} dependencies`, {
        place,
        fix: 'split the lock file over several pipelines',
      });
    }
    this.#dependencies.push({ ...dependency, place, via, constraint, hashesRequired });
  }

  /** @param inner of the including file. */
  async #include(inner: Visit, line: Line & { kind: 'include' }, place: LinePlace): Promise<void> {
    const included = resolveInclude(this.#files, inner, line.path, place);
    const name = this.#files.display(included);
    if (inner.via.includes(name)) {
      const round = [...inner.via, name].join(' → ');
      throw inputError(`includes itself: ${round}`, { place, fix: 'remove one of these lines' });
    }
    if ((await this.#files.kind(included)) === 'missing') {
      throw inputError(`includes ${quote(line.path)}, which does not exist`, {
        place,
        fix: 'check the path',
      });
    }
    if (inner.via.length > scanLimits.includeDepth) {
      throw inputError(`files include one another more than ${scanLimits.includeDepth} deep`, { place });
    }
    await this.read({ ...inner, path: included, constraint: inner.constraint || line.constraint });
  }
}

function requiresHashes(line: Line): boolean {
  return line.kind === 'options' && line.names.includes('require-hashes');
}

/** Relative to the including file; below the workspace, or below the folder of a lock file that lies elsewhere. */
function resolveInclude(files: Files, { path: from, root }: Visit, target: string, place: LinePlace): string {
  const fix = 'name a file of the repository by its relative path';
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(target) || /^file:/i.test(target)) {
    throw inputError(`includes ${quote(target)}, which is no file of the repository`, { place, fix });
  }
  if (path.isAbsolute(target) || path.win32.isAbsolute(target)) {
    throw inputError(`includes ${quote(target)} by an absolute path`, { place, fix });
  }
  const included = path.posix.join(path.posix.dirname(from), target.replaceAll('\\', '/'));
  const shown = files.display(included);
  const below = !path.isAbsolute(shown) && !/^\.\.(?:\/|$)/.test(shown);
  if (!below && !included.startsWith(`${root}/`)) {
    throw inputError(`includes ${quote(target)}, which leaves the workspace`, { place, fix });
  }
  return included;
}

function decodeUtf8(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw inputError('is not text in UTF-8', { place: { file }, fix: 'save it as UTF-8' }, cause);
  }
}

interface PlacedLine {
  readonly line: Line;
  readonly place: LinePlace;
}

/** All syntax errors of a file come in one failure, so that they can be mended in one go. */
function readLines(content: string, file: string): readonly PlacedLine[] {
  const lines: PlacedLine[] = [];
  const problems: Problem[] = [];
  for (const logical of logicalLines(content, file)) {
    try {
      const line = readLine(logical.text);
      lines.push({ line, place: placeIn(file, logical, 'index' in line ? line.index : 0) });
    } catch (error) {
      if (!(error instanceof RequirementSyntaxError)) throw error;
      const { message, fix, index } = error;
      problems.push({ message, ...(fix && { fix }), place: placeIn(file, logical, index) });
      if (problems.length >= scanLimits.problems) break;
    }
  }
  if (problems.length > 0) throw new Failure('input', problems);
  return lines;
}

function placeIn(file: string, logical: LogicalLine, index: number): LinePlace {
  return { file, ...logical.placeOf(index) };
}
