/** Every budget in one place; bytes unless said. Sources: DESIGN §5 and GitHub's documented limits. */
export const limits = {
  findingsPerCheck: 100,
  /** A step summary may hold 1 MiB; GitHub drops it silently just below. */
  summaryBytes: 900 * 1024,
  /** A comment or check-run text may hold 65 536 characters. */
  commentBytes: 60_000,
  /** GitHub shows 10 errors, 10 warnings and 10 notices per step. */
  annotationsPerLevel: 10,
  /** GitHub takes so many results of one run. */
  sarifResults: 25_000,
  configBytes: 1024 * 1024,
  evidenceBytes: 16 * 1024 * 1024,
  bundleBytes: 32 * 1024 * 1024,
  httpResponseBytes: 64 * 1024 * 1024,
  /** Aliases that one file may follow, nested ones counted each time. */
  yamlAliases: 100,
  /** Keys, items and values of one file, aliases expanded. */
  yamlNodes: 100_000,
  yamlDepth: 64,
} as const;

/** Characters that evidence keeps of each text of a check or finding; readers refuse more. */
export const textLimits = {
  checkId: 256,
  title: 1024,
  reason: 4096,
  message: 4096,
  file: 4096,
  sample: 1024,
  fix: 4096,
  /** Of a check, an advisory or a waiver. */
  id: 512,
  scope: 8192,
} as const;
