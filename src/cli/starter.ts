/** What `sluice init` writes: small, valid as it stands, in mode `report` so that nothing is blocked on the first day. */
export const starterConfig = `# yaml-language-server: $schema=https://raw.githubusercontent.com/sluice-ml/sluice/v1/schemas/sluice.json
version: 1
mode: report                          # show verdicts; change to enforce once they are right
pipelines:
  main:
    datasets:
      train: {path: data/train.csv}
    data-validate:
      train:
        columns: {}                   # age: {type: integer, min: 18, max: 110, max-null-share: 0}
    scan-deps:
      lock-files: [requirements.txt]
      osv: [advisories]               # a folder of OSV advisories, or an OSV zip
`;

export const starterWorkflow = `name: sluice
on:
  pull_request:
  merge_group:
permissions:
  contents: read
jobs:
  gates:                              # require the check \`gates / sluice\`
    uses: sluice-ml/sluice/.github/workflows/gate.yml@v1
    with:
      stage: before-training
`;
