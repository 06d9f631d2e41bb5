import { modelLimits } from '../limits.js';
import { type Bytes, pieces } from './bytes.js';
import { type FileReport, report } from './verdict.js';

/** Plain text runs nothing when it is read; `null` where the bytes are no UTF-8 text. */
export function scanText(bytes: Bytes): FileReport | null {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parts: string[] = [];
  try {
    for (const piece of pieces(bytes)) {
      const part = decoder.decode(piece, { stream: true });
      if (part.includes('\0')) return null;
      if (bytes.size <= modelLimits.jsonBytes) parts.push(part);
    }
    decoder.decode();
  } catch {
    return null;
  }
  return report(isJson(parts.join('')) ? 'json' : 'text', 'safe');
}

function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
