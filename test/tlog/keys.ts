import { createPublicKey, type KeyObject } from 'node:crypto';
import { verifierKeyOf } from '../../src/tlog/verifier-key.js';

/** A private key in the form of golang.org/x/mod/sumdb/note: `PRIVATE+KEY+<name>+<id>+<base64(type ‖ seed)>`. */
export function noteKey(name: string, key: KeyObject): string {
  const { d = '' } = key.export({ format: 'jwk' });
  const typed = Buffer.concat([Buffer.of(1), Buffer.from(d, 'base64url')]);
  const { id } = verifierKeyOf(name, createPublicKey(key));
  return `PRIVATE+KEY+${name}+${Buffer.from(id).toString('hex')}+${typed.toString('base64')}`;
}
