import { parse } from '@renovatebot/pep440';

/** A version's parts as @renovatebot/pep440 reads them; its own types leave out that most may be absent. */
export interface Pep440 {
  readonly epoch: number;
  readonly release: readonly number[];
  /** `['rc', 1]`. */
  readonly pre: Part | null;
  readonly post: Part | null;
  readonly dev: Part | null;
  readonly local: string | readonly (string | number)[] | null;
}
export type Part = readonly (string | number)[];

/** `null` when the text is no version of PEP 440. */
export function readPep440(text: string): Pep440 | null {
  return parse(text);
}
