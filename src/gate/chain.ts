/** How a link of the chain is known (DESIGN §2), weakest first. */
export const assurances = ['claimed', 'bound', 'attested', 'recomputed'] as const;
export type Assurance = (typeof assurances)[number];

/** One link: raw data → processed data → training record → model → gate evidence → model signature → log entry → deploy verification. */
export interface ChainLink {
  /** E.g. `data → training record`. */
  readonly link: string;
  /** Absent where the link is missing. */
  readonly assurance: Assurance | null;
  readonly ok: boolean;
  /** What was compared, or what is missing and how to mend it. */
  readonly reason: string;
}
