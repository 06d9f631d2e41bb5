// The example's own files have no quotes and no commas in cells, so that splitting is enough here.
import { readFileSync, writeFileSync } from 'node:fs';

export function readCsv(file) {
  const [header, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const columns = header.split(',');
  const rows = lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(columns.map((name, i) => [name, cells[i]]));
  });
  return { columns, rows };
}

export function writeCsv(file, columns, rows) {
  writeFileSync(
    file,
    `${[columns, ...rows.map((row) => columns.map((name) => row[name]))].map((cells) => cells.join(',')).join('\n')}\n`,
  );
}
