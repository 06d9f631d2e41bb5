import { inputError } from '../../gate/failure.js';

/** A line as pip sees it: continuations joined, comment cut off. */
export interface LogicalLine {
  readonly text: string;
  /** Where a character of `text` stands in the file, both from 1. */
  placeOf(index: number): { readonly line: number; readonly column: number };
}

interface Piece {
  /** Index in the joined text. */
  readonly start: number;
  readonly line: number;
}

/**
 * Control characters other than the tab. Python's `splitlines`, through which pip reads, takes several of them for line breaks
 * where an editor shows none: a place to hide a line.
 */
const hidden = /(?!\t)[\p{Cc}\p{Zl}\p{Zp}]/u;
const comment = /(?:^|\s)#/;

/**
 * The lines of a requirements file as pip's `join_lines` and `ignore_comments` make them
 * (pip, `req_file.py`): a backslash at the end joins, a line that is all comment ends a continuation. One pass.
 *
 * @throws Failure('input') on a control character.
 */
export function* logicalLines(content: string, file: string): Generator<LogicalLine> {
  let joined = '';
  let pieces: Piece[] = [];
  let number = 0;
  for (const line of physicalLines(content)) {
    number += 1;
    const found = hidden.exec(line);
    if (found) throw hiddenError(found, file, number);
    const allComment = /^\s*#/.test(line);
    const continues = line.endsWith('\\') && !allComment;
    pieces.push({ start: joined.length, line: number });
    joined += continues ? line.slice(0, -1) : allComment ? ` ${line}` : line;
    if (continues) continue;
    yield* visible(joined, pieces);
    joined = '';
    pieces = [];
  }
  yield* visible(joined, pieces);
}

/** Lines without their `\n`, `\r\n` or `\r`. A generator, so that 10⁶ lines are not held twice. */
function* physicalLines(content: string): Generator<string> {
  const breaks = /\r\n|\n|\r/g;
  let start = 0;
  for (let found = breaks.exec(content); found; found = breaks.exec(content)) {
    yield content.slice(start, found.index);
    start = breaks.lastIndex;
  }
  if (start < content.length) yield content.slice(start);
}

function* visible(joined: string, pieces: readonly Piece[]): Generator<LogicalLine> {
  const cut = comment.exec(joined);
  const text = (cut ? joined.slice(0, cut.index) : joined).trimEnd();
  if (text.trim() === '') return;
  yield {
    text,
    placeOf: (index) => {
      const piece = pieces.findLast(({ start }) => start <= index) ?? { start: 0, line: 1 };
      return { line: piece.line, column: index - piece.start + 1 };
    },
  };
}

function hiddenError(found: RegExpExecArray, file: string, line: number) {
  const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return inputError(
    `the control character U+${code} may hide what follows it: pip starts a new line at some of them`,
    {
      place: { file, line, column: found.index + 1 },
      fix: 'remove it',
    },
  );
}
