import { type Evidence, EvidenceError, readEvidence, skippedType, testResultType } from './evidence.js';
import { type Provenance, provenanceType, readProvenance } from './provenance.js';
import { StatementError } from './statement.js';
import { JsonError, parseStrictJson } from './strict-json.js';

/** What a piece of the evidence store turned out to be. `other`: a statement of a type that no gate reads. */
export type Stored =
  | { readonly kind: 'evidence'; readonly evidence: Evidence }
  | { readonly kind: 'provenance'; readonly provenance: Provenance }
  | { readonly kind: 'other'; readonly predicateType: string }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Reads one stored statement, trusting nothing. */
export function readStored(bytes: Uint8Array): Stored {
  try {
    const predicateType = predicateTypeOf(bytes);
    if (predicateType === provenanceType) return { kind: 'provenance', provenance: readProvenance(bytes) };
    if (predicateType === testResultType || predicateType === skippedType) {
      return { kind: 'evidence', evidence: readEvidence(bytes) };
    }
    return { kind: 'other', predicateType };
  } catch (error) {
    if (error instanceof JsonError || error instanceof StatementError || error instanceof EvidenceError) {
      return { kind: 'unreadable', reason: error.message };
    }
    throw error;
  }
}

function predicateTypeOf(bytes: Uint8Array): string {
  const json = parseStrictJson(bytes);
  const type =
    typeof json === 'object' && json !== null && 'predicateType' in json ? json.predicateType : null;
  if (typeof type !== 'string') throw new StatementError('is not an in-toto statement');
  return type;
}
