import type { Check } from '../gate/check.js';
import type { Finding } from '../gate/finding.js';
import { badge } from './html-marks.js';
import { code, data, optional, type Row, table } from './html-parts.js';
import { needsAttention, worstFirst } from './report.js';
import { type Html, html } from './template.js';
import { showJson, showThreshold } from './values.js';
import { placeOf, plural, statusWords } from './words.js';

const severityStatus = { error: 'fail', warning: 'warn', note: 'skip' } as const;

export function attentionHtml(checks: readonly Check[]): Html {
  const shown = worstFirst(checks).filter((c) => needsAttention(c));
  if (shown.length === 0) return html``;
  return html`<h2>What needs attention</h2>
${shown.map(checkCard)}`;
}

function checkCard(check: Check, index: number): Html {
  const { id, title, status, reason } = check;
  return html`<article class="card check is-${status}" aria-labelledby="check-${index}">
<header><h3 id="check-${index}">${data(title)}</h3>${badge(status, statusWords[status])}</header>
<dl class="facts">${factList(check)}</dl>
${optional(reason, (text) => html`<p>${data(text)}</p>`)}${findings(check)}
<p class="note">${code(id)}</p>
</article>
`;
}

/** What was observed and asked for, then what the gate adds for machines, as far as it is a plain value. */
function factList({ observed, threshold, facts }: Check): readonly Html[] {
  const plain = Object.entries(facts).filter(
    ([, value]) => value !== undefined && (typeof value !== 'object' || value === null),
  );
  const pairs = [
    ...(observed === undefined ? [] : [['observed', showJson(observed)] as const]),
    ...(threshold === undefined ? [] : [['asked for', showThreshold(threshold)] as const]),
    ...plain.map(([key, value]) => [key, showJson(value ?? null)] as const),
  ];
  return pairs.map(([name, value]) => html`<div><dt>${data(name)}</dt><dd>${data(value)}</dd></div>`);
}

function findings(check: Check): Html {
  const { title, findings: listed, findingCount } = check;
  if (listed.length === 0) return html``;
  const more = findingCount - listed.length;
  const columns = columnsOf(listed);
  const rows = listed.map(
    (f): Row => ({
      cells: columns.map(({ cell }) => cell(f)),
      ...(f.waivedBy !== undefined && { class: 'waived' as const }),
    }),
  );
  const rest =
    more > 0
      ? html`<p class="note">and ${plural(more, 'more finding')} of this check, counted but not listed</p>`
      : html``;
  return html`${table(`Findings: ${title}`, columns, rows)}${rest}`;
}

/** Columns that would be empty are left out. */
function columnsOf(listed: readonly Finding[]) {
  return [
    { label: 'Severity', class: 'tight' as const, cell: severity },
    { label: 'Where', class: 'place' as const, cell: (f: Finding) => optional(placeOf(f), code) },
    { label: 'What', class: 'message' as const, cell: (f: Finding) => data(f.message) },
    { label: 'Sample', cell: (f: Finding) => optional(f.sample, code) },
    { label: 'How to mend it', class: 'message' as const, cell: (f: Finding) => optional(f.fix, data) },
  ].filter(({ cell }) => listed.some((f) => cell(f).text !== ''));
}

function severity({ severity: level, waivedBy }: Finding): Html {
  return waivedBy === undefined ? badge(severityStatus[level], level) : html`waived by ${data(waivedBy)}`;
}

export function quietHtml(checks: readonly Check[]): Html {
  const quiet = worstFirst(checks).filter((c) => !needsAttention(c));
  if (quiet.length === 0) return html``;
  const rows = quiet.map(({ id, title, status, observed, threshold, reason }) => ({
    cells: [
      badge(status, statusWords[status]),
      html`${data(title)}${optional(reason, (text) => html` — ${data(text)}`)}`,
      optional(observed === undefined ? undefined : showJson(observed), data),
      optional(threshold === undefined ? undefined : showThreshold(threshold), data),
      code(id),
    ],
  }));
  const columns = [
    { label: 'Status', class: 'tight' },
    { label: 'Check', class: 'message' },
    { label: 'Observed' },
    { label: 'Asked for' },
    { label: 'Rule' },
  ] as const;
  return html`<h2>Checks that passed or were skipped</h2>
<section class="card"><details><summary>${plural(quiet.length, 'check')}</summary>${table('Checks that passed or were skipped', columns, rows)}</details></section>`;
}
