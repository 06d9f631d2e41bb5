// The actions that are published, in the order in which a pipeline meets them.
export const actionNames = [
  'data-validate',
  'scan-deps',
  'record-training',
  'fairness-gate',
  'policy-gate',
  'sign-model',
  'verify-model',
  'audit-log',
];

/** Everything that has a folder in dist/. */
export const bundleNames = [...actionNames, 'cli'];
