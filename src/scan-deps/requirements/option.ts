import { quote, RequirementSyntaxError } from './syntax-error.js';

/** One option of a line: `--hash=sha256:…`, `-r base.txt`. */
export interface Option {
  /** Long form, without dashes. */
  readonly name: string;
  /** Empty for a switch. */
  readonly value: string;
  /** Where it stands in the line. */
  readonly index: number;
}

interface Form {
  readonly short?: string;
  /** Takes a value. */
  readonly valued: boolean;
  /** Belongs behind a requirement, else on a line of its own. */
  readonly behind?: boolean;
}

/** What pip takes in requirements files (pip, `req_file.py`: SUPPORTED_OPTIONS and SUPPORTED_OPTIONS_REQ). */
const forms: ReadonlyMap<string, Form> = new Map<string, Form>([
  ['requirement', { short: 'r', valued: true }],
  ['constraint', { short: 'c', valued: true }],
  ['editable', { short: 'e', valued: true }],
  ['index-url', { short: 'i', valued: true }],
  ['pypi-url', { valued: true }],
  ['extra-index-url', { valued: true }],
  ['find-links', { short: 'f', valued: true }],
  ['no-index', { valued: false }],
  ['no-binary', { valued: true }],
  ['only-binary', { valued: true }],
  ['prefer-binary', { valued: false }],
  ['require-hashes', { valued: false }],
  ['pre', { valued: false }],
  ['trusted-host', { valued: true }],
  ['use-feature', { valued: true }],
  ['all-releases', { valued: true }],
  ['only-final', { valued: true }],
  ['uploaded-prior-to', { valued: true }],
  ['hash', { valued: true, behind: true }],
  ['global-option', { valued: true, behind: true }],
  ['install-option', { valued: true, behind: true }],
  ['config-settings', { short: 'C', valued: true, behind: true }],
  ['config-setting', { valued: true, behind: true }],
]);
const byShort = new Map([...forms].flatMap(([name, { short }]) => (short ? [[short, name] as const] : [])));

/** Where the options of a line begin: at the first word that starts with a dash (pip, `break_args_options`). */
export function optionsStart(text: string): number {
  const found = /(?:^|\s)-/.exec(text);
  return found ? found.index + found[0].length - 1 : text.length;
}

/**
 * Reads the options at `start`.
 *
 * @param behind whether they stand behind a requirement.
 * @throws RequirementSyntaxError on an option that pip does not know, or in the wrong place, or without its value.
 */
export function readOptions(text: string, start: number, behind: boolean): readonly Option[] {
  const words = wordsOf(text, start);
  const options: Option[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (!word) break;
    const { name, glued } = split(word);
    const form = forms.get(name);
    if (!form || (form.behind ?? false) !== behind) throw unknownOption(word, behind);
    const value = glued ?? (form.valued ? words[++i]?.text : '');
    if (value === undefined || (form.valued && value === '') || (!form.valued && value !== '')) {
      throw new RequirementSyntaxError(`--${name} takes ${form.valued ? 'a value' : 'no value'}`, word.index);
    }
    options.push({ name, value, index: word.index });
  }
  return options;
}

interface Word {
  readonly text: string;
  readonly index: number;
}

/** Words as a shell splits them: quotes hold blanks together. */
function wordsOf(text: string, start: number): readonly Word[] {
  const pattern = /\s*((?:[^\s'"]+|'[^']*'|"[^"]*")+)/y;
  const words: Word[] = [];
  const end = text.trimEnd().length;
  pattern.lastIndex = start;
  while (pattern.lastIndex < end) {
    const from = pattern.lastIndex;
    const [, word = ''] = pattern.exec(text) ?? [];
    if (word === '') throw new RequirementSyntaxError('a quotation mark is not closed', from);
    words.push({ text: word.replaceAll(/['"]/g, ''), index: pattern.lastIndex - word.length });
  }
  return words;
}

/** `--name=value`, `--name`, `-r`, `-rfile`. */
function split({ text }: Word): { readonly name: string; readonly glued: string | undefined } {
  if (text.startsWith('--')) {
    const equals = text.indexOf('=');
    return equals < 0
      ? { name: text.slice(2), glued: undefined }
      : { name: text.slice(2, equals), glued: text.slice(equals + 1) };
  }
  const name = text.startsWith('-') ? byShort.get(text.slice(1, 2)) : undefined;
  return { name: name ?? text, glued: name !== undefined && text.length > 2 ? text.slice(2) : undefined };
}

function unknownOption({ text, index }: Word, behind: boolean): RequirementSyntaxError {
  const where = behind ? 'behind a requirement' : 'on a line of its own';
  return new RequirementSyntaxError(
    `${quote(text)} is no option that pip takes ${where}`,
    index,
    'check its spelling and place',
  );
}
