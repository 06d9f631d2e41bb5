/** A file is not what it says it is, or past a limit: what a loader would do with it is not known, so it is blocked. */
export class Malformed extends Error {
  override readonly name = 'Malformed';
  /** Where in the bytes, from 0. */
  readonly offset: number | undefined;

  constructor(message: string, offset?: number) {
    super(message);
    this.offset = offset;
  }
}
