import { type Static, Type } from 'typebox';
import { assurances, type ChainLink } from './chain.js';
import { digestSetSchema } from './evidence-schema.js';
import type { Json } from './json.js';
import { schemaGuard } from './schema-guard.js';
import { parseStatement, StatementError, statementType } from './statement.js';
import { type DigestSet, type Role, roles } from './subject.js';
import { type Verdict, verdicts } from './verdict.js';

/** What the signer of a model saw of its chain when it signed. */
const chainType = 'https://sluice-ml.github.io/predicates/chain/v1';

export interface ChainStatement {
  readonly pipeline: string;
  /** ISO 8601, UTC. */
  readonly signedAt: string;
  readonly model: { readonly name: string; readonly digest: DigestSet };
  readonly evidence: readonly ChainEvidence[];
  readonly provenance: readonly ChainProvenance[];
  readonly links: readonly ChainLink[];
}

interface NamedSubject {
  readonly name: string;
  readonly role: Role;
  readonly digest: DigestSet;
}

/** Evidence that the signature rests on. `digest`: SHA-256 of its stored bytes. */
interface ChainEvidence {
  readonly gate: string;
  readonly instance: string;
  readonly verdict: Verdict;
  readonly judgedAt: string;
  readonly digest: string;
  readonly subjects: readonly NamedSubject[];
}

/** A recorded step that the chain rests on. `digest`: SHA-256 of the statement's stored bytes. */
interface ChainProvenance {
  readonly step: string;
  readonly digest: string;
}

/** Characters of a link's reason that are kept: it may list many files. */
const longestReason = 1024;

export function chainStatement({ model, links, ...rest }: ChainStatement): Json {
  const predicate = {
    ...rest,
    // By code points: half a surrogate pair has no UTF-8 form.
    links: links.map((link) => ({ ...link, reason: [...link.reason].slice(0, longestReason).join('') })),
  };
  const statement = {
    _type: statementType,
    subject: [{ name: model.name, digest: model.digest }],
    predicateType: chainType,
    predicate,
  };
  return JSON.parse(JSON.stringify(statement));
}

const text = (maxLength: number) => Type.String({ maxLength });
const sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });
const chainSchema = Type.Object({
  _type: Type.Literal(statementType),
  subject: Type.Array(Type.Object({ name: text(4096), digest: digestSetSchema }), {
    minItems: 1,
    maxItems: 1,
  }),
  predicateType: Type.Literal(chainType),
  predicate: Type.Object({
    pipeline: text(256),
    signedAt: text(64),
    evidence: Type.Array(
      Type.Object({
        gate: text(64),
        instance: text(256),
        verdict: Type.Enum([...verdicts]),
        judgedAt: text(64),
        digest: sha256,
        subjects: Type.Array(
          Type.Object({ name: text(4096), role: Type.Enum([...roles]), digest: digestSetSchema }),
        ),
      }),
    ),
    provenance: Type.Array(Type.Object({ step: text(64), digest: sha256 })),
    links: Type.Array(
      Type.Object({
        link: text(256),
        assurance: Type.Union([Type.Enum([...assurances]), Type.Null()]),
        ok: Type.Boolean(),
        reason: text(4096),
      }),
    ),
  }),
});
const isChain = schemaGuard<Static<typeof chainSchema>>(chainSchema);

/** @throws StatementError */
export function readChainStatement(payload: Uint8Array): ChainStatement {
  const { subject, predicate } = parseStatement(payload, isChain, 'a chain statement');
  const [model] = subject;
  if (!model) throw new StatementError('names no model');
  return { ...predicate, model };
}
