import { generateKeyPairSync, verify } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openBundle, pae, signStatement } from '../../src/gate/dsse.js';
import { canonicalJson } from '../../src/gate/json.js';
import { readSigningKey } from '../../src/gate/key.js';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const key = readSigningKey(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());

test('the pre-authentication encoding is that of the DSSE specification', () => {
  expect(pae('http://example.com/HelloWorld', Buffer.from('hello world')).toString()).toBe(
    'DSSEv1 29 http://example.com/HelloWorld 11 hello world',
  );
  expect(pae('é', Buffer.from('ü')).toString()).toBe('DSSEv1 2 é 2 ü');
});

test('no two pairs of type and payload have the same encoding', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (a, b, c, d) => {
      fc.pre(a !== c || b !== d);
      return !pae(a, Buffer.from(b)).equals(pae(c, Buffer.from(d)));
    }),
  );
});

test('what is signed opens again as the same statement', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.string({ unit: 'grapheme' }), { minKeys: 1 }), (statement) => {
      const payload = openBundle(signStatement(statement, key), key);
      return Buffer.from(payload).toString() === canonicalJson(statement);
    }),
    { numRuns: 20 },
  );
});

test('the bundle is one that any verifier of DSSE can check', () => {
  const bundle = JSON.parse(Buffer.from(signStatement({ a: 1 }, key)).toString());
  const { payload, payloadType, signatures } = bundle.dsseEnvelope;
  const signed = pae(payloadType, Buffer.from(payload, 'base64'));
  expect(verify('sha256', signed, publicKey, Buffer.from(signatures[0].sig, 'base64'))).toBe(true);
  expect(bundle.mediaType).toBe('application/vnd.dev.sigstore.bundle.v0.3+json');
  expect(bundle.verificationMaterial.publicKey.hint).toBe(key.hint);
});
