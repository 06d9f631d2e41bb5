import type { GateResult } from '../gate/result.js';
import type { RunContext } from '../gate/run-context.js';
import type { DigestSet } from '../gate/subject.js';
import { code, data, optional, table } from './html-parts.js';
import type { Report } from './report.js';
import { type Html, html } from './template.js';
import { showJson } from './values.js';
import { describeSource, plural } from './words.js';

/** What was judged, by which settings, with what beside, in which run: what it takes to check the result. */
export function provenanceHtml({ result, run, toolVersion }: Report): Html {
  return html`<h2>What was judged, and how</h2>
${subjects(result)}${materials(result)}${waivers(result)}
<section class="card" aria-labelledby="origin"><h3 id="origin">Settings and run</h3>
<dl class="pairs facts-list">
<dt>Settings</dt><dd>${data(describeSource(result.settings))}</dd>
<dt>Settings digest</dt><dd>${digest({ sha256: result.settings.digest })}</dd>
<dt>Mode</dt><dd>${result.mode}</dd>
<dt>Judged at</dt><dd>${result.judgedAt}</dd>
${runPairs(run)}
<dt>Sluice</dt><dd>${toolVersion}</dd>
</dl></section>`;
}

function subjects({ subjects: all }: GateResult): Html {
  if (all.length === 0) return html``;
  const columns = [
    { label: 'Subject' },
    { label: 'Role', class: 'tight' },
    { label: 'Grade', class: 'tight' },
    { label: 'Digest' },
  ] as const;
  const rows = all.map(({ name, role, label, grade, kind, digest: value }) => ({
    cells: [
      code(name),
      html`${role}${optional(label, (text) => html` (${data(text)})`)}`,
      html`${grade}, ${kind}`,
      digest(value),
    ],
  }));
  return html`<section class="card" aria-labelledby="subjects"><h3 id="subjects">Subjects</h3>${table('Subjects with their digests', columns, rows)}</section>
`;
}

function materials({ materials: all }: GateResult): Html {
  if (all.length === 0) return html``;
  const columns = [
    { label: 'Material' },
    { label: 'Date', class: 'tight' },
    { label: 'Digest' },
    { label: 'Facts' },
  ] as const;
  const rows = all.map(({ name, date, digest: value, facts }) => ({
    cells: [
      code(name),
      optional(date, data),
      digest(value),
      facts === undefined ? html`` : data(showJson(facts)),
    ],
  }));
  return html`<section class="card" aria-labelledby="materials"><h3 id="materials">Materials</h3>${table('What the judgement rests on beside its subjects', columns, rows)}</section>
`;
}

function waivers({ waivers: all }: GateResult): Html {
  if (all.length === 0) return html``;
  const columns = [
    { label: 'Waiver' },
    { label: 'Scope' },
    { label: 'Reason', class: 'message' },
    { label: 'Owner' },
    { label: 'Approved by' },
    { label: 'Until', class: 'tight' },
    { label: 'Findings', class: 'number' },
  ] as const;
  const rows = all.map((w) => ({
    cells: [
      code(w.id),
      code(w.scope),
      data(w.reason),
      data(w.owner),
      html`${data(w.approver)} (${w.approval})`,
      html`${w.expires}`,
      html`${w.findings.length}`,
    ],
  }));
  return html`<section class="card" aria-labelledby="waivers"><h3 id="waivers">${plural(all.length, 'waiver')} used</h3>${table('Waivers used', columns, rows)}</section>
`;
}

/** Selected as a whole by one click, so that it can be copied without a script. */
function digest(set: DigestSet): Html {
  const entries = Object.entries(set).filter(([, value]) => value !== undefined);
  return html`${entries.map(([algorithm, value]) => html`<code class="digest"><b>${algorithm}:</b>${value}</code>`)}`;
}

function runPairs(run: RunContext): readonly Html[] {
  const pairs = [
    ['Where', run.kind === 'local' ? 'local run' : `${run.repository ?? ''} (${run.event})`],
    ['Workflow', run.workflowRef],
    [
      'Run',
      run.runId === undefined
        ? undefined
        : `${run.runId}, attempt ${run.runAttempt ?? '1'}, job ${run.job ?? ''}`,
    ],
    ['Commit', run.commit],
    ['Ref', run.ref],
    ['Actor', run.actor],
  ] as const;
  return pairs.flatMap(([name, value]) =>
    value === undefined ? [] : [html`<dt>${name}</dt><dd>${data(value)}</dd>`],
  );
}
