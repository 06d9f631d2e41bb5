import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

export const root = path.join(import.meta.dirname, '..', '..');

export function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

/** Parsed YAML of a file in the repository; what it holds is for the test to say. */
export function readYaml<T>(file: string): T {
  return parse(read(file));
}

export const actionNames: readonly string[] = readdirSync(path.join(root, 'actions'));

/** Every workflow and action we publish or show. */
export const workflowFiles: readonly string[] = [
  '.github/workflows',
  'examples/credit-risk/.github/workflows',
].flatMap((folder) => readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}`));
