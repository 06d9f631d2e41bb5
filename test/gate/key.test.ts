import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { KeyError, readSigningKey, readVerifyingKey } from '../../src/gate/key.js';

const curves = [
  ['prime256v1', 'P-256'],
  ['secp384r1', 'P-384'],
  ['secp521r1', 'P-521'],
] as const;

function pair(namedCurve: string, type: 'pkcs8' | 'sec1' = 'pkcs8') {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve });
  return {
    privatePem: privateKey.export({ type, format: 'pem' }).toString(),
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

describe('keys', () => {
  test.each(curves)('on %s sign and verify, in either private form', (namedCurve, curve) => {
    for (const type of ['pkcs8', 'sec1'] as const) {
      const { privatePem, publicPem } = pair(namedCurve, type);
      const signing = readSigningKey(privatePem);
      const verifying = readVerifyingKey(publicPem);
      const signature = signing.sign(Buffer.from('bytes'));
      expect(verifying.verify(Buffer.from('bytes'), signature)).toBe(true);
      expect(verifying.verify(Buffer.from('other'), signature)).toBe(false);
      expect([signing.hint, signing.curve]).toEqual([verifying.hint, curve]);
      expect(verifying.hint).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  test('give the same hint for the same key however its PEM is wrapped', () => {
    const { publicPem } = pair('prime256v1');
    const [head, a = '', b = '', foot] = publicPem.trim().split('\n');
    const rewrapped = `comment\n${head}\r\n${a}${b}\r\n${foot}\r\n\r\n`;
    expect(readVerifyingKey(rewrapped).hint).toBe(readVerifyingKey(publicPem).hint);
  });

  test('are read after the parameters that openssl ecparam writes', () => {
    const { privatePem } = pair('prime256v1', 'sec1');
    const parameters = '-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n';
    expect(readSigningKey(parameters + privatePem).curve).toBe('P-256');
  });

  const { privatePem, publicPem } = pair('prime256v1');
  const encrypted = generateKeyPairSync('ec', {
    namedCurve: 'prime256v1',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' },
  }).privateKey;
  const ed25519 = generateKeyPairSync('ed25519');
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const exported = (key: typeof rsa.privateKey) => key.export({ type: 'pkcs8', format: 'pem' }).toString();

  test.each([
    ['nothing', '', /holds no PEM; expected a private key/],
    ['a public key', publicPem, /BEGIN PUBLIC KEY.*expected a private key/],
    ['two keys', privatePem + privatePem, /BEGIN PRIVATE KEY----- and/],
    ['an encrypted key', encrypted, /is encrypted/],
    ['Ed25519', exported(ed25519.privateKey), /type ed25519; expected an elliptic curve key on P-256/],
    ['RSA', exported(rsa.privateKey), /type rsa/],
    ['a curve that OMS does not know', pair('secp256k1').privatePem, /type secp256k1/],
    ['damage', privatePem.replace(/\n[^-]{20}/, '\n'), /is damaged/],
  ])('for signing are refused: %s', (_, pem, message) => {
    expect(() => readSigningKey(pem)).toThrow(KeyError);
    expect(() => readSigningKey(pem)).toThrow(message);
  });

  test.each([
    [
      'a private key, which a verifier must never hold',
      privatePem,
      /BEGIN PRIVATE KEY.*expected a public key/,
    ],
    ['a certificate', '-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----', /BEGIN CERTIFICATE/],
    ['damage', '-----BEGIN PUBLIC KEY-----\nMA==\n-----END PUBLIC KEY-----', /is damaged/],
  ])('for verifying are refused: %s', (_, pem, message) => {
    expect(() => readVerifyingKey(pem)).toThrow(message);
  });

  test('are never quoted in a message', () => {
    const body = privatePem.split('\n')[1] ?? '';
    const broken = privatePem.replace('PRIVATE KEY-----\n', 'PRIVATE KEY-----\nAAAA');
    expect(() => readSigningKey(broken)).not.toThrow(
      new RegExp(body.slice(0, 12).replaceAll(/[+/]/g, '\\$&')),
    );
    expect(() => readSigningKey(broken)).toThrow(KeyError);
  });
});
