/** Where in a file something stands. Lines and columns count from 1; `row` is a data row, header not counted. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly row?: number;
}

export interface Problem {
  readonly message: string;
  /** How to mend it, as an instruction. */
  readonly fix?: string;
  readonly place?: Place;
}

/**
 * Why a gate did not come to a verdict. `config`: the user mends the settings (exit 2). `outside`: network,
 * permission, disk (exit 3). `input`: the thing to be judged cannot be read (exit 4). Anything else thrown is
 * a bug (exit 70). A gate that finds fault does not throw: that is a verdict.
 */
export type FailureKind = 'config' | 'outside' | 'input';

export class Failure extends Error {
  readonly kind: FailureKind;
  readonly problems: readonly Problem[];

  constructor(kind: FailureKind, problems: readonly Problem[], options?: ErrorOptions) {
    super(problems.map(describeProblem).join('\n'), options);
    this.name = 'Failure';
    this.kind = kind;
    this.problems = problems;
  }
}

export function configError(message: string, rest: Omit<Problem, 'message'> = {}): Failure {
  return new Failure('config', [{ message, ...rest }]);
}

export function outsideError(message: string, rest: Omit<Problem, 'message'> = {}, cause?: unknown): Failure {
  return new Failure('outside', [{ message, ...rest }], { cause });
}

export function inputError(message: string, rest: Omit<Problem, 'message'> = {}, cause?: unknown): Failure {
  return new Failure('input', [{ message, ...rest }], { cause });
}

/** `file:line:column`, as far as known. */
export function describePlace(place: Place): string {
  const line =
    place.line === undefined ? '' : `:${place.line}${place.column === undefined ? '' : `:${place.column}`}`;
  return `${place.file}${line}${place.row === undefined ? '' : ` (row ${place.row})`}`;
}

export function describeProblem({ message, fix, place }: Problem): string {
  return `${place ? `${describePlace(place)}: ` : ''}${message}${fix ? ` — ${fix}` : ''}`;
}
