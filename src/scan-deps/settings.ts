import { type Static, Type } from 'typebox';

const blockableSeverities = ['low', 'medium', 'high', 'critical'] as const;

const judging = { 'x-judging': true };
const days = Type.String({
  pattern: '^[0-9]{1,4}d$',
  description: 'Whole days: `14d`.',
});

const grace = Type.Object(
  {
    critical: Type.Optional(days),
    high: Type.Optional(days),
    medium: Type.Optional(days),
    low: Type.Optional(days),
  },
  {
    additionalProperties: false,
    description:
      'How long after its publication an advisory of a severity only warns. Known-exploited and malicious packages have no grace.',
  },
);

const block = Type.Object(
  {
    severity: Type.Optional(
      Type.Enum([...blockableSeverities], {
        description: 'Vulnerabilities from this severity up fail the gate, others warn; `high` unless given.',
      }),
    ),
    'unknown-severity': Type.Optional(
      Type.Boolean({
        description:
          'Whether an advisory without a severity fails the gate (the default; its grace is that of high) or only warns.',
      }),
    ),
    unpinned: Type.Optional(
      Type.Boolean({
        description:
          'Whether a dependency without one exact version fails the gate (the default) or only warns.',
      }),
    ),
    'missing-hash': Type.Optional(
      Type.Boolean({
        description:
          'Whether a pinned dependency without `--hash=` fails the gate; not asked for by default.',
      }),
    ),
    grace: Type.Optional(grace),
  },
  { additionalProperties: false, description: 'What fails the gate.', ...judging },
);

const paths = (description: string) =>
  Type.Array(Type.String({ minLength: 1, maxLength: 4096 }), {
    minItems: 1,
    maxItems: 1000,
    description,
    ...judging,
  });

/** The section `scan-deps` of a pipeline. */
export const settingsSchema = Type.Object(
  {
    'lock-files': Type.Optional(
      paths('Requirements files, or patterns that match them; `requirements.txt` unless given.'),
    ),
    scope: Type.Optional(
      Type.Enum(['new', 'all'], {
        description:
          'What is judged on pull requests. This version judges everything under both, which is the stricter.',
        ...judging,
      }),
    ),
    block: Type.Optional(block),
    osv: Type.Optional(
      paths('Advisory databases: zip files of OSV JSON as osv.dev publishes them, or folders of such files.'),
    ),
    'max-age': Type.Optional(
      Type.String({
        pattern: '^[0-9]{1,4}d$',
        description: 'Age in days at which an advisory database is stale and the gate an error: `30d`.',
        ...judging,
      }),
    ),
    kev: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 4096,
        description:
          'Catalogue of known exploited vulnerabilities (CISA KEV JSON); what it lists has no grace.',
        ...judging,
      }),
    ),
    models: Type.Optional(
      paths('Model files or folders to open without running them; the pipeline’s `model` unless given.'),
    ),
  },
  { additionalProperties: false, description: 'Dependencies and model files, judged before they run.' },
);
export type Settings = Static<typeof settingsSchema>;

/** `block` with its defaults filled in. */
export interface Policy {
  readonly severity: (typeof blockableSeverities)[number];
  readonly unknownSeverity: boolean;
  readonly unpinned: boolean;
  readonly missingHash: boolean;
  /** Days by severity. */
  readonly grace: Readonly<Partial<Record<(typeof blockableSeverities)[number], number>>>;
}

export function policyOf({ block: given = {} }: Settings): Policy {
  const graces = Object.entries(given.grace ?? {}).map(([severity, text]) => [severity, daysOf(text)]);
  return {
    severity: given.severity ?? 'high',
    unknownSeverity: given['unknown-severity'] ?? true,
    unpinned: given.unpinned ?? true,
    missingHash: given['missing-hash'] ?? false,
    grace: Object.fromEntries(graces),
  };
}

/** `14d` → 14. */
export function daysOf(text: string): number {
  return Number.parseInt(text, 10);
}
