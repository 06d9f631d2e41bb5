import { dirHash, type FileEntry } from './manifest.js';
import type { Subject } from './subject.js';

/**
 * Files that are one thing, as a subject: a single one by its `sha256`; several by the `dirHash` over their names relative to the
 * folder that holds them all, as hashing that folder would name them.
 *
 * @param files named by their paths in the workspace.
 * @throws RangeError as `dirHash`.
 */
export function fileSet(files: readonly FileEntry[]): Pick<Subject, 'name' | 'kind' | 'digest'> {
  const [only, ...more] = files;
  if (only && more.length === 0) return { name: only.name, kind: 'file', digest: { sha256: only.sha256 } };
  const folder = commonFolder(files.map(({ name }) => name));
  const relative = files.map(({ name, sha256 }) => ({ name: name.slice(folder.length), sha256 }));
  return { name: folder.replace(/\/$/, '') || '.', kind: 'set', digest: { dirHash: dirHash(relative) } };
}

/** With its slash at the end; empty where only the workspace holds them all. */
function commonFolder(names: readonly string[]): string {
  const [first = [], ...rest] = names.map((name) => name.split('/').slice(0, -1));
  const differs = first.findIndex((part, i) => rest.some((other) => other[i] !== part));
  const shared = differs === -1 ? first : first.slice(0, differs);
  return shared.map((part) => `${part}/`).join('');
}
