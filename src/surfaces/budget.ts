import { join, type Markdown, type Markup } from './template.js';

export interface Block {
  /** What it is, for the sentence that says what was left out. */
  readonly kind: string;
  readonly block: Markdown;
}

export interface Page {
  readonly head: Markdown;
  readonly blocks: readonly Block[];
  readonly tail: (left: ReadonlyMap<string, number>) => Markdown;
  /** UTF-8 bytes. */
  readonly budget: number;
}

/**
 * Whole blocks in order, as long as they fit: never half a table or half a character. What did not fit is counted
 * by kind and handed to the tail. Head and tail are always there; both are small.
 */
export function fitBlocks({ head, blocks, tail, budget }: Page): string {
  const everything = new Map<string, number>();
  for (const { kind } of blocks) count(everything, kind);
  let size = bytesOf(head) + bytesOf(tail(everything));
  const kept: Markdown[] = [];
  const left = new Map<string, number>();
  for (const { kind, block } of blocks) {
    size += bytesOf(block);
    if (size <= budget && left.size === 0) kept.push(block);
    else count(left, kind);
  }
  const parts = [head, ...kept, tail(left)].filter((p) => p.text !== '');
  return `${join('markdown', parts, '\n\n').text}\n`;
}

function count(counts: Map<string, number>, kind: string): void {
  counts.set(kind, (counts.get(kind) ?? 0) + 1);
}

/** With the blank line that follows. */
function bytesOf({ text }: Markup<'markdown'>): number {
  return Buffer.byteLength(text) + 2;
}
