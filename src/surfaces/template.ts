import { inertHtml, inertMarkdown, inertTerminal } from './inert.js';

/** Text that is already sound in its language. Only templates make it, so data cannot pose as markup. */
export class Markup<Language extends string> {
  readonly language: Language;
  readonly text: string;

  constructor(language: Language, text: string) {
    this.language = language;
    this.text = text;
  }
}

type Value<Language extends string> =
  | string
  | number
  | undefined
  | Markup<Language>
  | readonly Markup<Language>[];

/** A tag for template literals: what is written in the template stays, what is put in is made inert. */
function templateOf<Language extends string>(language: Language, makeInert: (text: string) => string) {
  const show = (value: Value<Language>): string => {
    if (value === undefined) return '';
    if (value instanceof Markup) return value.text;
    if (typeof value === 'object') return value.map((m) => m.text).join('');
    return makeInert(String(value));
  };
  return (written: TemplateStringsArray, ...values: readonly Value<Language>[]): Markup<Language> =>
    new Markup(
      language,
      written.reduce((all, piece, i) => `${all}${show(values[i - 1])}${piece}`),
    );
}

export type Html = Markup<'html'>;
export type Markdown = Markup<'markdown'>;
export type Line = Markup<'terminal'>;

export const html = templateOf('html', inertHtml);
export const markdown = templateOf('markdown', inertMarkdown);
/** One line for a terminal, or a piece of one. */
export const line = templateOf('terminal', inertTerminal);

export function join<Language extends string>(
  language: Language,
  parts: readonly Markup<Language>[],
  separator: string,
): Markup<Language> {
  return new Markup(language, parts.map((p) => p.text).join(separator));
}
