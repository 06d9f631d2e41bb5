/** Budgets of this gate; bytes unless said. Past any of them the gate says so and does not pass. */
export const scanLimits = {
  /** A lock file of 10⁶ lines is about this large. */
  lockFileBytes: 64 * 1024 * 1024,
  /** Evidence lists every dependency, and may hold 16 MiB. */
  dependencies: 50_000,
  /** Characters of a name or version, of a requirement with its marker or URL: evidence bounds its texts too. */
  word: 200,
  requirement: 2000,
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
  /** Characters of an advisory's id. */
  advisoryId: 200,
  catalogueBytes: 64 * 1024 * 1024,
} as const;

/** Budgets of opening model files. Each bounds work or memory, not what a model may be: a model past one is `malformed`. */
export const modelLimits = {
  /** Opcodes of one pickle file: seconds of work. */
  opcodes: 50_000_000,
  stack: 2_000_000,
  memo: 5_000_000,
  /** Characters of a text, items of a container that are kept to be shown and followed. */
  keptText: 512,
  keptItems: 64,
  /** Longest line of a text opcode that names something. */
  nameLine: 4096,
  /** Streams in one file, and pickles inside arrays of joblib. */
  streams: 10_000,
  nesting: 8,
  findings: 50,
  /** What is told of one file: reasons, and characters of each. */
  reasons: 10,
  reason: 300,
  zipEntries: 200_000,
  zipDirectoryBytes: 64 * 1024 * 1024,
  /** One member of an archive, unpacked. */
  unpackedBytes: 512 * 1024 * 1024,
  /** All members of one file. */
  allUnpackedBytes: 2 * 1024 * 1024 * 1024,
  /** Files up to here are hashed once more when they are opened, to notice a change. */
  comparedBytes: 256 * 1024 * 1024,
  headerBytes: 100 * 1024 * 1024,
  jsonBytes: 64 * 1024 * 1024,
} as const;
