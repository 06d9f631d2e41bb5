/** A place in the config: keys and indices, from the root. */
export type Path = readonly string[];

/** RFC 6901. @throws SyntaxError unless the pointer is empty or begins with `/`. */
export function parsePointer(pointer: string): Path {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) throw new SyntaxError(`not a JSON pointer: ${JSON.stringify(pointer)}`);
  return pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

export function formatPointer(path: Path): string {
  return path.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Whether `path` is `ancestor` or below it. */
export function isWithin(path: Path, ancestor: Path): boolean {
  return ancestor.every((part, i) => path[i] === part);
}

/** The end of the path as a person says it: `rules[0]`, `label`; empty at the root. */
export function nameOf(path: Path): string {
  const key = path.findLastIndex((part) => !/^\d+$/.test(part));
  const [name = '', ...indices] = path.slice(Math.max(key, 0));
  return `${name}${indices.map((i) => `[${i}]`).join('')}`;
}
