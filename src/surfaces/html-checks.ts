import type { Check } from '../gate/check.js';
import type { Finding } from '../gate/finding.js';
import type { GateResult } from '../gate/result.js';
import { badge } from './html-marks.js';
import { code, data, optional, type Row, table } from './html-parts.js';
import { commonFix, loudChecks, quietChecks } from './report.js';
import { type Html, html } from './template.js';
import { showJson, showThreshold } from './values.js';
import { placeOf, plural, statusWords } from './words.js';

const severityStatus = { error: 'fail', warning: 'warn', note: 'skip' } as const;

export function loudHtml(result: GateResult): Html {
  const shown = loudChecks(result);
  if (shown.length === 0) return html``;
  return html`<h2>What needs attention</h2>
${shown.map(checkCard)}`;
}

function checkCard(check: Check, index: number): Html {
  const { id, title, status, reason } = check;
  return html`<article class="card check is-${status}" aria-labelledby="check-${index}">
<header><h3 id="check-${index}">${data(title)}</h3>${badge(status, statusWords[status])}</header>
${factList(check)}${optional(reason, (text) => html`<p>${data(text)}</p>`)}${findings(check)}
<p class="note">${code(id)}</p>
</article>
`;
}

/** What was observed and asked for, then what the gate adds for machines, as far as it is a plain value. */
function factList({ observed, threshold, facts }: Check): Html {
  const plain = Object.entries(facts).filter(
    ([, value]) => value !== undefined && (typeof value !== 'object' || value === null),
  );
  const pairs = [
    ...(observed === undefined ? [] : [['observed', showJson(observed)] as const]),
    ...(threshold === undefined ? [] : [['asked for', showThreshold(threshold)] as const]),
    ...plain.map(([key, value]) => [key, showJson(value ?? null)] as const),
  ];
  if (pairs.length === 0) return html``;
  const items = pairs.map(([name, value]) => html`<div><dt>${data(name)}</dt><dd>${data(value)}</dd></div>`);
  return html`<dl class="facts">${items}</dl>
`;
}

function findings(check: Check): Html {
  const { title, findings: listed, findingCount } = check;
  if (listed.length === 0) return html``;
  const more = findingCount - listed.length;
  const fix = commonFix(listed);
  const columns = columnsOf(listed, fix !== undefined);
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
  return html`${optional(fix, (text) => html`<p class="fix"><b>How to mend it:</b> ${data(text)}</p>`)}${table(`Findings: ${title}`, columns, rows)}${rest}`;
}

/** What is the same in every row has no column. */
function columnsOf(listed: readonly Finding[], hasCommonFix: boolean) {
  const isMixed = new Set(listed.map((f) => f.waivedBy ?? f.severity)).size > 1;
  return [
    { label: 'Severity', class: 'tight' as const, cell: isMixed ? severity : () => html`` },
    { label: 'Where', class: 'place' as const, cell: (f: Finding) => optional(placeOf(f), code) },
    { label: 'What', class: 'message' as const, cell: (f: Finding) => html`${data(f.message)}${waived(f)}` },
    { label: 'Sample', cell: (f: Finding) => optional(f.sample, code) },
    {
      label: 'How to mend it',
      class: 'message' as const,
      cell: (f: Finding) => optional(hasCommonFix ? undefined : f.fix, data),
    },
  ];
}

function severity({ severity: level }: Finding): Html {
  return badge(severityStatus[level], level);
}

function waived({ waivedBy }: Finding): Html {
  return optional(waivedBy, (id) => html` <b>(waived by ${data(id)})</b>`);
}

export function quietHtml(result: GateResult): Html {
  const quiet = quietChecks(result);
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
