// The walls of DESIGN §4. A rule that is in the way is a decision to write down, not a line to delete.
const domains = [
  'data-validate',
  'scan-deps',
  'fairness-gate',
  'sign-model',
  'verify-model',
  'audit-log',
  'policy-gate',
  'record-training',
];
const domain = `(${domains.join('|')})`;

export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Types may name each other; code may not.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'the-core-is-pure',
      comment: 'src/gate knows nothing of the rest and does no I/O.',
      severity: 'error',
      from: { path: '^src/gate/' },
      to: { path: '^src/(?!gate/)|^(node:)?(fs|child_process|http|https|net|os|worker_threads)(/|$)' },
    },
    {
      name: 'surfaces-only-render',
      severity: 'error',
      from: { path: '^src/surfaces/' },
      to: { path: '^src/(?!gate/|surfaces/)|^(node:)?(fs|child_process|http|https|net)(/|$)' },
    },
    {
      name: 'domains-do-not-know-each-other',
      severity: 'error',
      from: { path: `^src/${domain}/` },
      to: { path: `^src/${domain}/`, pathNot: '^src/$1/' },
    },
    {
      name: 'domains-reach-the-outside-through-ports',
      severity: 'error',
      from: { path: `^src/${domain}/`, pathNot: '/main\\.ts$' },
      to: {
        path: `^src/(?!gate/|tlog/|${domain}/)|^(node:)?(fs|child_process|http|https|net)(/|$)`,
        pathNot: '^src/(platform/ports|engine/engine|digest/digest)\\.ts$',
      },
    },
    {
      name: 'config-knows-settings-only',
      severity: 'error',
      from: { path: '^src/config/' },
      to: { path: `^src/${domain}/`, pathNot: '/settings\\.ts$' },
    },
    {
      name: 'only-platform-talks-to-vendors',
      severity: 'error',
      from: { path: '^src/(?!platform/)' },
      to: { path: 'node_modules/(@actions|@octokit)/' },
    },
    {
      name: 'only-the-engine-talks-to-duckdb',
      severity: 'error',
      from: { path: '^src/(?!engine/)' },
      to: { path: 'node_modules/@duckdb/' },
    },
    {
      name: 'the-log-package-stands-alone',
      comment: 'src/tlog could be published as it is.',
      severity: 'error',
      from: { path: '^src/tlog/' },
      to: { path: '^src/(?!tlog/)' },
    },
    {
      name: 'nothing-imports-an-entry',
      severity: 'error',
      from: {},
      to: { path: '^src/[^/]+/main\\.ts$' },
    },
    {
      name: 'not-in-the-lock-file',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown'] },
    },
    { name: 'not-shipped', severity: 'error', from: { path: '^src/' }, to: { dependencyTypes: ['npm-dev'] } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: '(/main|/worker)\\.ts$' },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
      conditionNames: ['import', 'node', 'default'],
    },
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
