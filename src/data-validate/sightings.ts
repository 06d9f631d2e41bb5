import { limits } from '../gate/limits.js';

/** Something seen in a file: the first ones kept, all counted. */
export interface Sightings {
  readonly count: number;
  readonly first: readonly Sighting[];
}

export interface Sighting {
  /** From 1; absent where the file has no lines. */
  readonly line?: number;
  /** What was seen there, without values of cells. */
  readonly what: string;
}

export class SightingList implements Sightings {
  count = 0;
  readonly first: Sighting[] = [];

  add(line: number | undefined, what: string): void {
    this.count++;
    if (this.first.length < limits.findingsPerCheck)
      this.first.push({ what, ...(line !== undefined && { line }) });
  }

  addAll(more: Sightings): void {
    this.count += more.count;
    this.first.push(...more.first.slice(0, limits.findingsPerCheck - this.first.length));
  }
}
