/** A requirement that PEP 508 or pip would refuse; `index` is where, in the text that was parsed. */
export class RequirementSyntaxError extends Error {
  override readonly name = 'RequirementSyntaxError';
  readonly index: number;
  readonly fix: string | undefined;

  constructor(message: string, index: number, fix?: string) {
    super(message);
    this.index = index;
    this.fix = fix;
  }
}

/** A piece of hostile text for a message: short, quoted, control characters escaped. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
