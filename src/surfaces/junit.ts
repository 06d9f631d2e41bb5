import { type Check, verdictOf } from '../gate/check.js';
import type { Report } from './report.js';
import { type Html, html, join } from './template.js';
import { comparison, placeOf, statusWords } from './words.js';

/** JUnit XML as CI servers read it: the gate is a suite, each check a case. Escapes of HTML are sound in XML. */
export function renderJunit({ result }: Report): string {
  const { gate, pipeline, instance, checks, judgedAt } = result;
  const count = (verdict: string) => checks.filter((c) => verdictOf(c) === verdict).length;
  const counts = html`tests="${checks.length}" failures="${count('fail')}" errors="${count('error')}" skipped="${count('skip')}"`;
  const name = [gate, pipeline, instance].filter((part) => part !== '').join(' · ');
  return `${
    html`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="sluice" ${counts}>
  <testsuite name="${name}" timestamp="${judgedAt.slice(0, 19)}" ${counts}>
${join('html', checks.map(testCase), '\n')}
  </testsuite>
</testsuites>`.text
  }\n`;
}

function testCase(check: Check): Html {
  return html`    <testcase classname="${check.id}" name="${check.title}">${outcome(check)}</testcase>`;
}

function outcome(check: Check): Html {
  const { status, reason } = check;
  const summary = [statusWords[status], comparison(check), reason]
    .filter((part) => part !== undefined)
    .join(': ');
  switch (verdictOf(check)) {
    case 'pass':
      return html``;
    case 'skip':
      return html`<skipped message="${summary}"/>`;
    case 'warn':
      return html`<system-out>${summary}\n${details(check)}</system-out>`;
    case 'fail':
      return html`<failure message="${summary}">${details(check)}</failure>`;
    case 'error':
      return html`<error message="${summary}">${details(check)}</error>`;
  }
}

function details({ findings, findingCount }: Check): Html {
  const lines = findings.map((f) => {
    const fix = f.fix === undefined ? '' : ` — ${f.fix}`;
    const waived = f.waivedBy === undefined ? '' : ` (waived by ${f.waivedBy})`;
    return html`${[placeOf(f), `${f.message}${fix}${waived}`].filter((part) => part !== undefined).join(': ')}`;
  });
  const more = findingCount - findings.length;
  return join('html', [...lines, ...(more > 0 ? [html`and ${more} more`] : [])], '\n');
}
