/** Budgets of this gate; bytes unless said. Past any of them the gate says so and does not pass. */
export const scanLimits = {
  /** A lock file of 10⁶ lines is about this large. */
  lockFileBytes: 64 * 1024 * 1024,
  /** Evidence lists every dependency, and may hold 16 MiB. */
  dependencies: 50_000,
  includeDepth: 16,
  includedFiles: 256,
  markerDepth: 32,
  /** Problems listed of one lock file. */
  problems: 20,

  databaseBytes: 1024 * 1024 * 1024,
  advisories: 1_000_000,
  advisoryBytes: 16 * 1024 * 1024,
  /** All advisories of one database, unpacked. */
  unpackedBytes: 4 * 1024 * 1024 * 1024,
  /** How often an advisory may be larger than its compressed form: JSON text reaches about 30. */
  ratio: 250,
  catalogueBytes: 64 * 1024 * 1024,
} as const;
