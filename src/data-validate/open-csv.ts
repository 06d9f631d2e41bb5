import { inputError } from '../gate/failure.js';
import type { OpenFile, Ports } from '../platform/ports.js';
import { parseRecord, sniffDelimiter } from './csv-header.js';
import { CsvScanner, type CsvSurvey } from './csv-scanner.js';
import type { DataFile } from './data-file.js';
import { longestCsvRecord } from './duckdb-source.js';
import { type Fault, faultsOf, type Opened } from './fault.js';
import type { DatasetSettings } from './settings.js';
import { differingColumns, repeatedColumns } from './shared-columns.js';
import type { CsvForm, TableFile } from './table.js';
import { assertRecordSize, surveyText } from './text-file.js';

const sniffedBytes = 1024 * 1024;
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

interface SurveyedCsv {
  readonly file: TableFile;
  readonly form: CsvForm;
  readonly names: readonly string[];
  readonly survey: CsvSurvey;
}

/**
 * Looks through CSV files in full: DuckDB drops a trailing separator, trims before quotes and skips blank lines without a word, so
 * what it may read is decided here.
 *
 * @throws Failure('input') when one is no text, empty or holds a record too large.
 */
export async function openCsv(
  files: readonly DataFile[],
  settings: DatasetSettings,
  ports: Pick<Ports, 'files' | 'signal'>,
): Promise<Opened> {
  const all: SurveyedCsv[] = [];
  for (const file of files) all.push(await surveyCsv(file, settings, ports));
  const [first] = all;
  if (!first) throw new Error('a dataset has at least one file');
  return {
    table: {
      format: 'csv',
      csv: first.form,
      underscored: all.some(({ survey }) => survey.underscored),
      files: all.map(({ file }) => file),
      columns: first.names.map((name) => ({ name, type: null, declared: null })),
      partitions: [],
    },
    faults: all.flatMap((csv) => [...faultsIn(csv), ...differingColumns(first, csv)]),
    async linesOf(file, rows) {
      const csv = all.find((candidate) => candidate.file.path === file.path);
      return csv && locate(csv, rows, ports);
    },
  };
}

async function surveyCsv(
  { path, shown }: DataFile,
  settings: DatasetSettings,
  ports: Pick<Ports, 'files' | 'signal'>,
): Promise<SurveyedCsv> {
  const file = await ports.files.open(path);
  try {
    const form = formOf(file, settings);
    const survey = await surveyText(file, shown, ports, new CsvScanner(form));
    assertRecordSize(survey.longest, longestCsvRecord, shown);
    const rows = survey.records - (form.header ? 1 : 0);
    return {
      file: { path, shown, rows, newline: survey.newline, folders: [] },
      form,
      names: namesOf(file, form, survey),
      survey,
    };
  } finally {
    file.close();
  }
}

function formOf(file: OpenFile, settings: DatasetSettings): CsvForm {
  const quote = settings.quote ?? '"';
  const start = Buffer.from(file.read(0, sniffedBytes)).toString();
  return {
    delimiter: settings.delimiter ?? sniffDelimiter(start, quote),
    quote,
    header: settings.header ?? true,
    nullValues: settings['null-values'] ?? [''],
  };
}

function namesOf(file: OpenFile, form: CsvForm, survey: CsvSurvey): readonly string[] {
  if (!form.header) return Array.from({ length: survey.fields }, (_, i) => `column${i}`);
  const start = Buffer.from(file.read(0, 3)).equals(byteOrderMark) ? 3 : 0;
  return parseRecord(Buffer.from(file.read(start, survey.firstBytes)).toString(), form);
}

function faultsIn({ file: { shown }, names, survey }: SurveyedCsv): readonly Fault[] {
  return [
    ...faultsOf('well-formed', shown, survey.broken),
    ...faultsOf('blank-lines', shown, survey.blank),
    ...faultsOf('line-breaks', shown, survey.multiline),
    ...faultsOf('distinct-columns', shown, repeatedColumns(names, 1)),
  ];
}

/** Where every record is one line, a row's line follows; else the file is gone through once more. */
async function locate(
  { file: { shown, path }, form, survey }: SurveyedCsv,
  rows: readonly number[],
  ports: Pick<Ports, 'files' | 'signal'>,
): Promise<readonly number[]> {
  const records = rows.map((row) => row + (form.header ? 1 : 0));
  if (survey.blank.count === 0 && survey.multiline.count === 0) return records;
  const file = await ports.files.open(path);
  try {
    const { lines } = await surveyText(file, shown, ports, new CsvScanner(form, records));
    if (lines.length !== records.length)
      throw inputError('changed while it was being judged', { place: { file: shown } });
    return lines;
  } finally {
    file.close();
  }
}
