import { configError } from '../../gate/failure.js';

export interface Token {
  readonly kind: 'name' | 'column' | 'number' | 'text' | 'sign';
  readonly text: string;
  /** From 1. */
  readonly position: number;
}

const longest = 4096;

const patterns: readonly (readonly [Token['kind'] | 'space', RegExp])[] = [
  ['space', /\s+/y],
  ['number', /-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['name', /[\p{L}_][\p{L}\p{N}_]*/uy],
  ['column', /`[^`]*`/y],
  ['text', /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/y],
  ['sign', /==|!=|<>|<=|>=|&&|\|\||[=<>&|~!()[\],.]/y],
];

/** @throws Failure('config') naming the position of what no token begins with. */
export function tokensOf(text: string): readonly Token[] {
  if (text.length > longest)
    throw configError(`\`row_condition\` has ${text.length} characters; at most ${longest} are read`);
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const token = tokenAt(text, at);
    if (token.kind !== 'space') tokens.push({ kind: token.kind, text: token.text, position: at + 1 });
    at += token.text.length;
  }
  return tokens;
}

function tokenAt(text: string, at: number) {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return { kind, text: found };
  }
  throw refusal(text, at + 1, `${JSON.stringify(text[at])} stands where nothing begins with it`);
}

export function refusal(text: string, position: number, why: string) {
  const shown = text.length > 200 ? `${text.slice(0, 200)}…` : text;
  return configError(`\`row_condition\` ${JSON.stringify(shown)}: at position ${position}, ${why}`, {
    fix: 'comparisons of a column with a literal, `in`, null tests, and, or and not are understood',
  });
}
