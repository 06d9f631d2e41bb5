import type { IgnoredSetting } from '../gate/result.js';
import { loudHtml, quietHtml } from './html-checks.js';
import { banner, renderPage, tiles } from './html-page.js';
import { data } from './html-parts.js';
import { provenanceHtml } from './html-provenance.js';
import { sectionHtml } from './html-sections.js';
import { loudChecks, type Report } from './report.js';
import { type Html, html } from './template.js';
import { consequence, describeIgnored, plural, statusWords, tally, verdictWords } from './words.js';

const titlesShown = 3;

/** The full report as one self-contained page: verdict, figures, what needs attention, what the gate shows, provenance. */
export function renderHtml(report: Report): string {
  const { result, headlines, sections, toolVersion } = report;
  const { gate, pipeline, instance, verdict, checks, settings } = result;
  const of = [pipeline, instance].filter((part) => part !== '').join(' · ');
  return renderPage({
    title: `${gate} ${verdictWords[verdict].toLowerCase()} · ${of}`,
    aside: `judged ${result.judgedAt.slice(0, 16).replace('T', ' ')} UTC`,
    toolVersion,
    main: html`<h1>${data(gate)}</h1>
<p class="lede">Pipeline ${data(of)}</p>
${banner(verdict, [`${capital(tally(checks))}.`, ...worstTitles(report), ...hint(report)])}
${tiles(headlines)}
${ignoredHtml(settings.ignored)}
${loudHtml(result)}
${sectionsHtml(sections.map((section, i) => sectionHtml(section, `section-${i}`)))}
${quietHtml(result)}
${provenanceHtml(report)}`,
  });
}

function capital(sentence: string): string {
  return `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}`;
}

/** What stopped it, so that the first screen says more than a count. */
function worstTitles({ result }: Report): readonly string[] {
  const worst = loudChecks(result);
  const more = worst.length - titlesShown;
  const named = worst.slice(0, titlesShown).map(({ title, status }) => `${title} (${statusWords[status]})`);
  return named.length === 0 ? [] : [`${named.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`];
}

function hint(report: Report): readonly string[] {
  const text = consequence(report);
  return text === undefined ? [] : [text];
}

function ignoredHtml(ignored: readonly IgnoredSetting[]): Html {
  if (ignored.length === 0) return html``;
  return html`<section class="card callout is-warn" aria-labelledby="ignored"><h3 id="ignored">${plural(ignored.length, 'setting')} of this change ignored</h3>
<p class="note">What decides comes from the base branch, so that a change cannot loosen the gate that judges it.</p>
<ul>${ignored.map((setting) => html`<li>${data(describeIgnored(setting))}</li>`)}</ul></section>`;
}

function sectionsHtml(sections: readonly Html[]): Html {
  return sections.length === 0 ? html`` : html`<h2>In detail</h2>\n${sections}`;
}
