import { createHash, type Hash } from 'node:crypto';

/** What the store itself says of an object's bytes. */
export interface Proof {
  /** `parts`: MD5 of the MD5 sums of all parts, as the ETag of an object is made that came in several. */
  readonly kind: 'sha256' | 'md5' | 'parts';
  /** Lower-case hex. */
  readonly value: string;
  /** Bytes of each part but the last, where `kind` is `parts`. */
  readonly partSize: number;
}

/** The headers of an answer that bear on it, as the SDK names them. */
export interface ObjectHeaders {
  readonly ETag?: string | undefined;
  readonly ChecksumSHA256?: string | undefined;
  readonly ChecksumType?: string | undefined;
  readonly ServerSideEncryption?: string | undefined;
  readonly SSECustomerAlgorithm?: string | undefined;
}

/**
 * An ETag is made of MD5 sums unless the object is encrypted with a key of KMS or of one's own ("Common Response Headers" and
 * "Checking object integrity" of the S3 documentation).
 *
 * @param sizeOfFirstPart asked where the object came in parts.
 * @returns undefined where the store says nothing that the bytes alone decide.
 */
export async function proofIn(
  headers: ObjectHeaders,
  sizeOfFirstPart: () => Promise<number | undefined>,
): Promise<Proof | undefined> {
  const { ChecksumSHA256: sha256, ChecksumType: type } = headers;
  if (sha256 !== undefined && type !== 'COMPOSITE' && !sha256.includes('-'))
    return { kind: 'sha256', value: Buffer.from(sha256, 'base64').toString('hex'), partSize: 0 };
  if (headers.SSECustomerAlgorithm !== undefined || headers.ServerSideEncryption?.startsWith('aws:kms'))
    return undefined;
  const [, sum, parts] = /^"?([0-9a-f]{32})(-\d+)?"?$/.exec(headers.ETag ?? '') ?? [];
  if (sum === undefined) return undefined;
  if (parts === undefined) return { kind: 'md5', value: sum, partSize: 0 };
  const partSize = await sizeOfFirstPart();
  return partSize === undefined || partSize < 1 ? undefined : { kind: 'parts', value: sum, partSize };
}

/** Sums up bytes as they pass, in the way of a proof. */
export class ProofSum {
  readonly #proof: Proof;
  #hash: Hash;
  #inPart = 0;
  readonly #parts: Buffer[] = [];

  constructor(proof: Proof) {
    this.#proof = proof;
    this.#hash = createHash(proof.kind === 'sha256' ? 'sha256' : 'md5');
  }

  push(bytes: Uint8Array): void {
    const { kind, partSize } = this.#proof;
    for (let at = 0; at < bytes.length; ) {
      const end = kind === 'parts' ? Math.min(bytes.length, at + partSize - this.#inPart) : bytes.length;
      this.#hash.update(bytes.subarray(at, end));
      this.#inPart += end - at;
      at = end;
      if (kind === 'parts' && this.#inPart === partSize) this.#endPart();
    }
  }

  /** Whether what has passed is what the store says. Ends the sum. */
  holds(): boolean {
    const { kind, value } = this.#proof;
    if (kind !== 'parts') return this.#hash.digest('hex') === value;
    if (this.#inPart > 0) this.#endPart();
    return createHash('md5').update(Buffer.concat(this.#parts)).digest('hex') === value;
  }

  #endPart(): void {
    this.#parts.push(this.#hash.digest());
    this.#hash = createHash('md5');
    this.#inPart = 0;
  }
}
