import type { CellType } from './plan.js';
import type { Format } from './table.js';

/**
 * Which types of a cell count as the one asked for: every integer is a number, every day a time; a CSV cell is text whatever it
 * holds, and a JSON string is text also when it looks like a date.
 */
export function acceptedTypes(format: Format, asked: CellType): readonly CellType[] {
  switch (asked) {
    case 'number':
      return ['integer', 'number'];
    case 'timestamp':
      return ['date', 'timestamp'];
    case 'text':
      if (format === 'csv') return ['integer', 'number', 'boolean', 'date', 'timestamp', 'text'];
      return format === 'jsonl' ? ['date', 'timestamp', 'text'] : ['text'];
    default:
      return [asked];
  }
}
