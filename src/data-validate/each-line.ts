const lineFeed = 0x0a;
/** The highest bit of each byte, the lowest, and all but the highest. */
const high = 0x80808080 | 0;
const low = 0x01010101;
const rest = 0x7f7f7f7f;

/** Fewer may hold no two whole words. */
const leastBytes = 11;

/** Told where a line ends and how many separators it holds. */
type TakeLine = (end: number, separators: number) => void;

/**
 * Goes through lines that hold no quotes, eight bytes at a time: most of them hold no line feed.
 *
 * @param from where to begin.
 * @param count separators that stand before it in the line.
 * @returns separators after the last line feed.
 */
export function eachLine(
  piece: Uint8Array,
  from: number,
  separator: number,
  count: number,
  take: TakeLine,
): number {
  if (piece.length - from < leastBytes) return eachByte(piece, from, piece.length, separator, count, take);
  const start = from + (-(piece.byteOffset + from) & 3);
  const words = new Int32Array(piece.buffer, piece.byteOffset + start, ((piece.length - start) >>> 3) * 2);
  const lineFeeds = Math.imul(lineFeed, low);
  const wanted = Math.imul(separator, low);
  let separators = eachByte(piece, from, start, separator, count, take);
  for (let i = 0; i < words.length; i += 2) {
    const a = words[i] ?? 0;
    const b = words[i + 1] ?? 0;
    const x = a ^ lineFeeds;
    const y = b ^ lineFeeds;
    // Whether a byte of x or y is zero (Warren, Hacker's Delight, 6-1); which one, it does not tell.
    if (((((x - low) & ~x) | ((y - low) & ~y)) & high) === 0)
      separators += sumOfBytes((zeroBytes(a ^ wanted) >>> 7) + (zeroBytes(b ^ wanted) >>> 7));
    else {
      const at = start + 4 * i;
      separators = eachByte(piece, at, at + 8, separator, separators, take);
    }
  }
  return eachByte(piece, start + 4 * words.length, piece.length, separator, separators, take);
}

function eachByte(
  piece: Uint8Array,
  from: number,
  end: number,
  separator: number,
  count: number,
  take: TakeLine,
): number {
  let separators = count;
  for (let i = from; i < end; i++) {
    if (piece[i] === separator) separators++;
    else if (piece[i] === lineFeed) {
      take(i, separators);
      separators = 0;
    }
  }
  return separators;
}

/** `high` in each byte that is zero, and nothing else. */
function zeroBytes(word: number): number {
  return ~(((word & rest) + rest) | word | rest);
}

/** Of bytes that add up to less than 256. */
function sumOfBytes(word: number): number {
  return Math.imul(word, low) >>> 24;
}
