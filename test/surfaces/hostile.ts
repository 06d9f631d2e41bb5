import fc from 'fast-check';
import type { Check } from '../../src/gate/check.js';
import type { CheckStatus } from '../../src/gate/verdict.js';
import type { PipelineIndex } from '../../src/surfaces/index-page.js';
import type { Report } from '../../src/surfaces/report.js';

/** Text that has attacked one surface or another of some tool. */
export const payloads = [
  '<script>document.title="owned"</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><style>@import url(https://evil.example/x.css)</style>',
  '</title></svg><svg onload=alert(1)>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<!-- comment --> --> ]]> <![CDATA[',
  '</code></details><a href="https://evil.example">here</a>',
  '[click](javascript:alert(1)) ![x](https://evil.example/p.png)',
  '[ref]: https://evil.example "t"',
  '<https://evil.example> https://evil.example www.evil.example me@evil.example',
  '| a | b |',
  '\\| \\\\| `\\`|`',
  '```sh',
  '~~~',
  '`code` ``` `` `',
  '**bold** __x__ ~~s~~ _e_ *e*',
  '# heading #',
  '> quote',
  '- item',
  '+ item',
  '1. item',
  '12) item',
  '---',
  '===',
  '    indented',
  '\tindented',
  '@octocat and @org/team',
  '#1 GH-2 octo/repo#3 octo/repo@0123456789abcdef0123456789abcdef01234567',
  '$x^2$ $$y$$ $`z`$',
  ':tada: :+1:',
  '[^1] [^1]: note',
  '- [ ] task',
  '&lt;b&gt; &#60;b&#62; &amp;lt;',
  '::error::boo',
  '  ::set-output name=x::y',
  ':',
  '##[error]boo ##vso[task.setvariable]x',
  '%0A::error::x',
  '$' + '{{ secrets.TOKEN }}',
  '{0} {1} [x](1)',
  '\u001b[31mred\u001b[0m \u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007',
  '\u009b31m \u0090 \u0085',
  'a\u202eb\u2066c\u2069 \u200e\u200f\u061c',
  'line\u2028line\u2029line\r\nline\nline\rline',
  'NUL\0 BEL\u0007 BS\b DEL\u007f',
  '\ud800 \udc00 \udfff',
  '\ufffe \uffff \u{1ffff}',
  '\u{e0041}\u{e0042} \u{e0100} a\u200bb\u00adc\ufeff',
  'pay\u200dpal',
  '../../etc/passwd',
  'javascript:alert(1)',
  '//evil.example/x',
  'C:\\x?y#z',
  '日本語テキスト 👩‍👩‍👧 🇩🇪',
  'x'.repeat(5000),
];

export const hostileText = fc.oneof(
  fc.constantFrom(...payloads),
  fc
    .array(fc.constantFrom(...payloads, ' ', '\n', '`', '|', '\\', '<', '&', '"', '$', '@', '#', ':', '['), {
      minLength: 1,
      maxLength: 4,
    })
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
);

const statuses: readonly CheckStatus[] = ['error', 'fail', 'inconclusive', 'warn', 'skip', 'pass'];
const digest = 'c'.repeat(64);

/** A report in which every text is `text`: every field, section and branch of every surface is reached. */
export function reportOf(text: string): Report {
  const finding = {
    message: text,
    file: text,
    row: 3,
    sample: text,
    ids: [text],
    scopes: [text],
    fingerprint: 'd'.repeat(32),
  };
  const check = (status: CheckStatus): Check => ({
    id: text,
    title: text,
    status,
    reason: text,
    observed: [text, { [text]: text }],
    threshold: { max: text },
    findings: [
      { ...finding, severity: 'error', line: 1, column: 2, fix: text },
      { ...finding, severity: 'warning', fix: `${text}!` },
      { ...finding, severity: 'note', waivedBy: text },
    ],
    findingCount: 5,
    facts: { [text]: text },
  });
  return {
    result: {
      schemaVersion: '1.0',
      gate: text,
      pipeline: text,
      instance: text,
      verdict: 'error',
      mode: 'enforce',
      checks: statuses.map(check),
      subjects: [
        {
          name: text,
          kind: 'file',
          role: 'dataset',
          digest: { sha256: digest },
          grade: 'bytes',
          label: text,
        },
      ],
      materials: [{ name: text, digest: { sha256: digest }, date: text, facts: { [text]: text } }],
      metrics: { [text]: text },
      waivers: [
        {
          id: text,
          scope: text,
          reason: text,
          owner: text,
          approver: text,
          expires: text,
          approval: 'claimed',
          findings: [finding.fingerprint],
        },
      ],
      settings: {
        digest: text,
        source: 'base',
        commit: text,
        file: text,
        ignored: [{ key: text, used: text, ignored: text, file: text, line: 1 }],
      },
      judgedAt: '2026-11-21T09:30:00.000Z',
    },
    sections: [
      {
        kind: 'table',
        title: text,
        note: text,
        columns: [{ label: text }, { label: text, numeric: true }],
        rows: [
          [text, text],
          [text, null],
        ],
      },
      {
        kind: 'intervals',
        title: text,
        axis: text,
        scale: 'linear',
        reference: 1,
        accepted: { min: 0.8 },
        rows: statuses.map((status) => ({ label: text, value: 1, low: 0.5, high: 2, status, detail: text })),
      },
      {
        kind: 'bars',
        title: text,
        axis: text,
        rows: [{ label: text, value: 1, status: 'fail', detail: text }],
      },
      {
        kind: 'histograms',
        title: text,
        rows: [{ label: text, detail: text, counts: [1, 0, 7], least: text, greatest: text, empty: 0.5 }],
      },
      {
        kind: 'chain',
        title: text,
        links: [
          { link: text, assurance: 'bound', ok: true, reason: text },
          { link: text, assurance: null, ok: false, reason: text },
        ],
      },
      // A note may have lines and commands of its own: the gate wrote them.
      { kind: 'note', title: text, text: text.replace(/\n/g, ' ').replace(/^\s*\$?/, 'see ') },
    ],
    headlines: [{ label: text, value: `a long figure ${text}` }],
    run: {
      kind: 'github',
      event: text,
      repository: text,
      workflowRef: text,
      runId: text,
      runAttempt: text,
      job: text,
      commit: text,
      ref: text,
      actor: text,
    },
    toolVersion: text,
  };
}

export function indexOf(text: string): PipelineIndex {
  return {
    pipeline: text,
    gates: [
      {
        gate: text,
        instance: text,
        verdict: 'fail',
        headlines: [{ label: text, value: text }],
        report: text,
      },
    ],
    chain: [{ link: text, assurance: 'claimed', ok: false, reason: text }],
    verifyCommand: text,
    writtenAt: '2026-11-21T09:30:00.000Z',
    toolVersion: text,
  };
}
