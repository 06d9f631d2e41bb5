import type { ChainLink } from '../../src/gate/chain.js';
import { check } from '../../src/gate/check.js';
import { finding } from '../../src/gate/finding.js';
import { conclude, type Judgement, type Setting } from '../../src/gate/result.js';
import type { RunContext } from '../../src/gate/run-context.js';
import type { PipelineIndex } from '../../src/surfaces/index-page.js';
import type { Report } from '../../src/surfaces/report.js';

/** One realistic report per kind of gate, made with the gate core itself. */

const run: RunContext = {
  kind: 'github',
  event: 'pull_request',
  repository: 'acme/credit',
  workflowRef: 'acme/credit/.github/workflows/ml.yml@refs/pull/42/merge',
  runId: '9001',
  runAttempt: '2',
  job: 'data-validate',
  commit: '5f2c1d9e8b7a6f5e4d3c2b1a0f9e8d7c6b5a4f3e',
  ref: 'refs/pull/42/merge',
  actor: 'ada',
  serverUrl: 'https://github.com',
};

const sha = (digit: string) => digit.repeat(64);

const setting: Setting = {
  gate: '',
  pipeline: 'pd-retail',
  instance: '',
  mode: 'enforce',
  settings: {
    digest: sha('a'),
    source: 'base',
    commit: '0123456789abcdef0123456789abcdef01234567',
    file: '.github/sluice.yml',
    ignored: [],
  },
  waivers: [],
  now: new Date('2026-11-21T09:30:00Z'),
};

function report(
  gate: string,
  judgement: Judgement,
  rest: Partial<Setting>,
  shown: Omit<Report, 'result' | 'run' | 'toolVersion'>,
): Report {
  return { result: conclude(judgement, { ...setting, gate, ...rest }), run, toolVersion: '1.2.0', ...shown };
}

export function dataValidateFail(): Report {
  const unique = 'data-validate/unique';
  const range = 'data-validate/range';
  const judgement: Judgement = {
    checks: [
      check({
        id: unique,
        title: 'id has no duplicates',
        observed: 2,
        threshold: { max: 0 },
        facts: {
          expectation: 'expect_column_values_to_be_unique',
          column: 'id',
          unexpectedCount: 2,
          unexpectedPercent: 0.02,
        },
        findings: [
          finding(unique, {
            severity: 'error',
            message: 'the same id as line 118',
            file: 'data/train.csv',
            line: 4021,
            row: 4020,
            column: 1,
            sample: 'id = 00…17',
            fix: 'keep one of the two rows',
            item: 'id',
            distinct: '4020',
          }),
          finding(unique, {
            severity: 'error',
            message: 'the same id as line 77',
            file: 'data/train.csv',
            line: 9034,
            row: 9033,
            column: 1,
            sample: 'id = 00…42',
            fix: 'keep one of the two rows',
            item: 'id',
            distinct: '9033',
          }),
        ],
      }),
      check({
        id: range,
        title: 'age lies between 18 and 110',
        observed: 0.9769,
        threshold: { min: 0.99 },
        findingCount: 231,
        facts: {
          expectation: 'expect_column_values_to_be_between',
          column: 'age',
          unexpectedCount: 231,
          unexpectedPercent: 2.31,
        },
        findings: Array.from({ length: 12 }, (_, i) =>
          finding(range, {
            severity: 'error',
            message: 'age is above 110',
            file: 'data/train.csv',
            line: 500 + i * 7,
            row: 499 + i * 7,
            column: 4,
            sample: 'age = 9••',
            fix: 'find out where the rows come from: their owner is data-platform',
            item: 'age',
            distinct: String(i),
          }),
        ),
      }),
      check({
        id: 'data-validate/null-share',
        title: 'income is rarely missing',
        observed: 0.0131,
        threshold: { max: 0.01 },
        findings: [
          finding('data-validate/null-share', {
            severity: 'warning',
            message: '131 of 10,000 rows have no income',
            file: 'data/train.csv',
            item: 'income',
          }),
        ],
      }),
      check({
        id: 'data-validate/in-set',
        title: 'country is one of DE, FR, US',
        observed: 1,
        threshold: { min: 1 },
      }),
      check({
        id: 'data-validate/row-count',
        title: 'there are at least 1,000 rows',
        observed: 10_000,
        threshold: { min: 1000 },
      }),
      check({ id: 'data-validate/type', title: 'income is a number', observed: 1 }),
      check({
        id: 'data-validate/freshness',
        title: 'the newest row is at most a week old',
        outcome: { status: 'skip', reason: 'no time column is named' },
      }),
    ],
    subjects: [
      {
        name: 'data/train.csv',
        kind: 'file',
        role: 'dataset',
        digest: { sha256: sha('1') },
        grade: 'bytes',
        label: 'train',
      },
    ],
    materials: [
      {
        name: 'suites/train.json',
        digest: { sha256: sha('2') },
        date: '2026-10-02',
        facts: { expectations: 14 },
      },
    ],
    metrics: { rows: 10_000, columns: 12 },
  };
  const ignored = [
    {
      key: '/pipelines/pd-retail/data-validate/train/columns/age/max',
      used: '110',
      ignored: '1000',
      file: '.github/sluice.yml',
      line: 17,
    },
  ];
  return report(
    'data-validate',
    judgement,
    { settings: { ...setting.settings, ignored } },
    {
      headlines: [
        { label: 'rows', value: 10_000 },
        { label: 'columns', value: 12 },
        { label: 'rows that fell short', value: 364 },
        { label: 'share of rows', value: 0.0364 },
        { label: 'owner', value: 'data-platform' },
      ],
      sections: [
        {
          kind: 'bars',
          title: 'Rows that fell short, by column',
          axis: 'share of rows',
          rows: [
            { label: 'age', value: 0.0231, status: 'fail', detail: '231 rows' },
            { label: 'income', value: 0.0131, status: 'warn', detail: '131 rows' },
            { label: 'id', value: 0.0002, status: 'fail', detail: '2 rows' },
            { label: 'country', value: 0, status: 'pass', detail: 'none' },
          ],
        },
        {
          kind: 'histograms',
          title: 'What the columns hold',
          rows: [
            {
              label: 'age',
              detail: 'integer',
              counts: [12, 80, 410, 900, 1400, 1800, 1700, 1300, 900, 500, 210, 60, 0, 0, 3],
              least: 17,
              greatest: 131,
              empty: 0,
            },
            {
              label: 'joined',
              detail: 'date',
              counts: [4, 4, 5, 3],
              least: '2024-01-01',
              greatest: '2024-12-31',
              empty: 0.125,
            },
            { label: 'name', detail: 'text', counts: [], least: null, greatest: null, empty: 1 },
          ],
        },
        {
          kind: 'table',
          title: 'Columns',
          note: 'Against the last accepted data of 2026-11-14.',
          columns: [
            { label: 'Column' },
            { label: 'Type' },
            { label: 'Missing', numeric: true },
            { label: 'Distinct', numeric: true },
            { label: 'Last accepted', numeric: true },
          ],
          rows: [
            ['id', 'VARCHAR', 0, 9998, 10_000],
            ['age', 'BIGINT', 0, 214, 91],
            ['income', 'DOUBLE', 0.0131, 8721, 8802],
            ['country', 'VARCHAR', 0, 3, null],
          ],
        },
      ],
    },
  );
}

export function scanDepsWarn(): Report {
  const known = 'scan-deps/vulnerable';
  const judgement: Judgement = {
    checks: [
      check({
        id: known,
        title: 'No dependency has a known vulnerability',
        observed: 2,
        threshold: { max: 0 },
        findings: [
          finding(known, {
            severity: 'warning',
            message: 'black 23.1.0 is affected by PYSEC-2024-48 (medium): slow regular expression',
            file: 'requirements.txt',
            line: 14,
            column: 1,
            fix: 'write `black==24.3.0`, which resolves',
            ids: ['PYSEC-2024-48', 'CVE-2024-21503'],
            item: 'black',
            distinct: 'PYSEC-2024-48',
          }),
          finding(known, {
            severity: 'warning',
            message: 'requests 2.31.0 is affected by GHSA-9wx4-h78v-vm56 (medium), in grace until 2026-12-05',
            file: 'requirements.txt',
            line: 31,
            column: 1,
            fix: 'write `requests==2.32.0`',
            ids: ['GHSA-9wx4-h78v-vm56'],
            item: 'requests',
            distinct: 'GHSA-9wx4-h78v-vm56',
          }),
        ],
      }),
      check({
        id: 'scan-deps/pinned',
        title: 'Every dependency is pinned with a hash',
        observed: 48,
        threshold: { min: 48 },
      }),
      check({ id: 'scan-deps/pickle', title: 'No model file runs code', observed: 0, threshold: { max: 0 } }),
    ],
    subjects: [
      {
        name: 'requirements.txt',
        kind: 'file',
        role: 'lock-file',
        digest: { sha256: sha('3') },
        grade: 'bytes',
      },
      {
        name: 'model',
        kind: 'set',
        role: 'model',
        digest: { dirHash: sha('4'), omsRoot: sha('5') },
        grade: 'bytes',
      },
    ],
    materials: [
      {
        name: 'OSV PyPI',
        digest: { sha256: sha('6') },
        date: '2026-11-20T22:00:00Z',
        facts: { advisories: 18_420 },
      },
    ],
    metrics: {},
  };
  const waivers = [
    {
      id: 'PYSEC-2024-48',
      scope: 'requirements.txt:black',
      reason: 'dev only',
      owner: 'ada',
      approver: 'grace',
      expires: '2027-01-31',
    },
  ];
  return report(
    'scan-deps',
    judgement,
    { waivers },
    {
      headlines: [
        { label: 'dependencies', value: 48 },
        { label: 'vulnerabilities', value: 2 },
        { label: 'in grace', value: 1 },
        { label: 'model files', value: 3 },
      ],
      sections: [
        {
          kind: 'table',
          title: 'What this change adds',
          columns: [
            { label: 'Package' },
            { label: 'Version' },
            { label: 'Line', numeric: true },
            { label: 'Why' },
          ],
          rows: [
            ['requests', '2.31.0', 31, 'direct, runtime'],
            ['urllib3', '2.2.3', 40, 'through requests'],
          ],
        },
      ],
    },
  );
}

export function fairnessInconclusive(): Report {
  const id = 'fairness-gate/selection-rate';
  const judgement: Judgement = {
    checks: [
      check({
        id,
        title: 'Selection rate by age_group: ratio to the best group at least 0.8',
        observed: 0.7412,
        threshold: { min: 0.8 },
        outcome: {
          status: 'inconclusive',
          as: 'warn',
          reason: 'the interval for 65+ reaches from 0.58 to 0.93; about 410 more people would settle it',
        },
      }),
      check({
        id,
        title: 'Selection rate by sex: ratio to the best group at least 0.8',
        observed: 0.9121,
        threshold: { min: 0.8 },
      }),
      check({
        id: 'fairness-gate/equal-opportunity',
        title: 'True positive rate by sex: difference at most 0.1',
        observed: 0.031,
        threshold: { max: 0.1 },
      }),
    ],
    subjects: [
      {
        name: 'out/test.csv',
        kind: 'file',
        role: 'predictions',
        digest: { sha256: sha('7') },
        grade: 'bytes',
      },
    ],
    materials: [],
    metrics: {},
  };
  return report(
    'fairness-gate',
    judgement,
    {},
    {
      headlines: [
        { label: 'people judged', value: 4213 },
        { label: 'groups', value: 5 },
        { label: 'worst ratio', value: 0.7412 },
        { label: 'harmed per 1,000', value: 61 },
      ],
      sections: [
        {
          kind: 'intervals',
          title: 'Who is approved less often',
          note: 'Ratio of each group’s approval rate to the best group’s, with 95 % intervals.',
          axis: 'selection rate ratio (log scale)',
          scale: 'log',
          reference: 1,
          accepted: { min: 0.8, max: 1.25 },
          rows: [
            {
              label: 'sex = female',
              value: 0.9121,
              low: 0.861,
              high: 0.966,
              status: 'pass',
              detail: '912 of 2,004',
            },
            { label: 'sex = male', value: 1, low: null, high: null, status: 'pass', detail: 'reference' },
            {
              label: 'age_group = 18–29',
              value: 0.7012,
              low: 0.642,
              high: 0.766,
              status: 'fail',
              detail: '301 of 931',
            },
            {
              label: 'age_group = 30–64',
              value: 1,
              low: null,
              high: null,
              status: 'pass',
              detail: 'reference',
            },
            {
              label: 'age_group = 65+',
              value: 0.7412,
              low: 0.58,
              high: 0.93,
              status: 'inconclusive',
              detail: '34 of 101',
            },
            {
              label: 'age_group = (missing)',
              value: null,
              low: null,
              high: null,
              status: 'skip',
              detail: '3 people, below the minimum of 30',
            },
          ],
        },
        {
          kind: 'intervals',
          title: 'Difference in true positive rate',
          axis: 'difference, in points',
          scale: 'linear',
          reference: 0,
          accepted: { min: -0.1, max: 0.1 },
          rows: [
            {
              label: 'sex = female against sex = male',
              value: -0.031,
              low: -0.071,
              high: 0.009,
              status: 'pass',
            },
            {
              label: 'age_group = 65+ against the rest of the people who asked for a loan',
              value: -0.06,
              low: -0.62,
              high: 0.34,
              status: 'warn',
            },
          ],
        },
      ],
    },
  );
}

const chain: readonly ChainLink[] = [
  {
    link: 'raw data → processed data',
    assurance: 'claimed',
    ok: true,
    reason: 'the training record names both by digest',
  },
  {
    link: 'processed data → training record',
    assurance: 'bound',
    ok: true,
    reason: 'digest carried through the outputs of job train',
  },
  {
    link: 'training record → model',
    assurance: 'bound',
    ok: true,
    reason: 'dirHash of model/ equals the record’s',
  },
  {
    link: 'model → gate evidence',
    assurance: 'attested',
    ok: true,
    reason: 'data-validate, scan-deps and fairness-gate passed for these bytes',
  },
  {
    link: 'gate evidence → model signature',
    assurance: 'recomputed',
    ok: true,
    reason: 'the signature verifies over the files as they are now',
  },
  {
    link: 'model signature → log entry',
    assurance: null,
    ok: false,
    reason: 'no entry of this digest in the log: run `sluice audit-log append` after signing',
  },
];

export function signModelChain(): Report {
  const judgement: Judgement = {
    checks: [
      check({
        id: 'sign-model/required-evidence',
        title: 'Required evidence is present and passed',
        observed: 3,
        threshold: { min: 3 },
      }),
      check({ id: 'sign-model/same-bytes', title: 'Evidence speaks of these bytes' }),
      check({ id: 'sign-model/signed', title: 'The signature verifies' }),
      check({
        id: 'sign-model/logged',
        title: 'The signature is in the audit log',
        findings: [
          finding('sign-model/logged', {
            severity: 'warning',
            message: 'no entry of this digest in the log',
            fix: 'run `sluice audit-log append`',
            file: 'model.sigstore.json',
          }),
        ],
      }),
    ],
    subjects: [
      {
        name: 'model',
        kind: 'set',
        role: 'model',
        digest: { dirHash: sha('8'), omsRoot: sha('9') },
        grade: 'bytes',
      },
      {
        name: 'model.sigstore.json',
        kind: 'file',
        role: 'bundle',
        digest: { sha256: sha('b') },
        grade: 'bytes',
      },
    ],
    materials: [],
    metrics: {},
  };
  return report(
    'sign-model',
    judgement,
    { settings: { ...setting.settings, source: 'commit' } },
    {
      headlines: [
        { label: 'model', value: `dirHash:${sha('8').slice(0, 12)}` },
        { label: 'signer', value: 'acme/credit release.yml@v1' },
        { label: 'links', value: 6 },
      ],
      sections: [
        {
          kind: 'chain',
          always: true,
          title: 'Chain',
          note: 'Each link with how it is known.',
          links: chain,
        },
        {
          kind: 'note',
          title: 'Verify it',
          text: 'Anyone with the key can check the model:\n$ sluice verify-model --model model --bundle model.sigstore.json --public-key release.pem',
        },
      ],
    },
  );
}

export function policyError(): Report {
  const judgement: Judgement = {
    checks: [
      check({
        id: 'policy-gate/evidence',
        title: 'Expected evidence is there',
        outcome: {
          status: 'error',
          reason: 'the evidence of scan-deps is listed in needs but absent from the store',
        },
      }),
      check({
        id: 'policy-gate/required',
        title: 'Required gates passed',
        observed: 2,
        threshold: { min: 3 },
        findings: [
          finding('policy-gate/required', {
            severity: 'error',
            message: 'scan-deps has no verdict',
            fix: 'run the scan-deps job again',
            item: 'scan-deps',
          }),
        ],
      }),
    ],
    subjects: [],
    materials: [],
    metrics: {},
  };
  return report(
    'policy-gate',
    judgement,
    { instance: 'eu', settings: { ...setting.settings, source: 'bootstrap' } },
    { headlines: [], sections: [] },
  );
}

export function pipelineIndex(): PipelineIndex {
  const gates = [dataValidateFail(), scanDepsWarn(), fairnessInconclusive(), signModelChain()];
  return {
    pipeline: 'pd-retail',
    gates: gates.map(({ result, headlines }) => ({
      gate: result.gate,
      instance: '',
      verdict: result.verdict,
      headlines,
      report: `reports/${result.gate}.html`,
    })),
    chain,
    verifyCommand: 'sluice verify-model --model model --bundle model.sigstore.json --public-key release.pem',
    writtenAt: '2026-11-21T09:31:00.000Z',
    toolVersion: '1.2.0',
  };
}

export const reports = {
  'data-validate-fail': dataValidateFail,
  'scan-deps-warn': scanDepsWarn,
  'fairness-inconclusive': fairnessInconclusive,
  'sign-model-chain': signModelChain,
  'policy-error': policyError,
} as const;
