import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inTotoType, pae } from '../../src/gate/dsse.js';
import { readSigningKey } from '../../src/gate/key.js';
import type { GateResult } from '../../src/gate/result.js';
import type { Ports } from '../../src/platform/ports.js';
import { signModel } from '../../src/sign-model/gate.js';
import { verifyModel } from '../../src/verify-model/gate.js';
import type { Settings } from '../../src/verify-model/settings.js';
import { concludeFor } from '../conclude.js';
import { makePorts } from '../ports.js';

const pipeline = { name: 'pd', model: 'model', datasets: {}, gates: [], waivers: [] };

export const contents: Readonly<Record<string, string>> = {
  'config.json': '{}',
  'weights.bin': 'w'.repeat(3000),
  'empty.bin': '',
  'sub/b.txt': 'b',
  'sub.txt': 'x',
  '\u{1F600}': 'face',
  '\uFB01': 'ligature',
};

export interface SignedModel {
  readonly ports: Ports & { readonly workspace: string };
  readonly key: ReturnType<typeof readSigningKey>;
  /** Absolute path in the workspace. */
  at(name: string): string;
  put(name: string, content: string | Uint8Array): void;
  verify(settings?: Settings): Promise<GateResult>;
}

/** A model of a few awkward files, with `key.pem`, `public.pem` and a signature that asks for no evidence. */
export async function makeSignedModel(curve = 'prime256v1'): Promise<SignedModel> {
  const ports = makePorts();
  const at = (name: string) => path.join(ports.workspace, name);
  const put = (name: string, content: string | Uint8Array) => {
    mkdirSync(path.dirname(at(name)), { recursive: true });
    writeFileSync(at(name), content);
  };
  for (const [name, content] of Object.entries(contents)) put(`model/${name}`, content);
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: curve });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  put('key.pem', pem);
  put('public.pem', publicKey.export({ type: 'spki', format: 'pem' }).toString());
  await signModel.judge({ settings: { key: 'key.pem', require: ['none'] }, pipeline, ports });
  return {
    ports,
    key: readSigningKey(pem),
    at,
    put,
    async verify(settings = {}) {
      const task = { settings: { 'public-key': 'public.pem', ...settings }, pipeline, ports };
      return concludeFor('verify-model', await verifyModel.judge(task));
    },
  };
}

/** A bundle over any payload, as an attacker who holds the key, or a careless signer, could write it. */
export function bundleOf(key: SignedModel['key'], payload: string | Uint8Array, payloadType = inTotoType) {
  const bytes = Buffer.from(payload);
  const sig = Buffer.from(key.sign(pae(payloadType, bytes))).toString('base64');
  return {
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: { publicKey: { hint: key.hint }, tlogEntries: [] as unknown[] },
    dsseEnvelope: { payload: bytes.toString('base64'), payloadType, signatures: [{ sig, keyid: '' }] },
  };
}
