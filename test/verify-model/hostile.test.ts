import { createHash, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BundleError, openBundle } from '../../src/gate/dsse.js';
import { readSigningKey } from '../../src/gate/key.js';
import { limits } from '../../src/gate/limits.js';
import { readOmsStatement } from '../../src/gate/oms.js';
import { StatementError } from '../../src/gate/statement.js';
import { bundleOf, contents, makeSignedModel, type SignedModel } from './signed-model.js';

interface Resource {
  name: string;
  digest: string;
  algorithm: string;
}
interface Statement {
  _type: string;
  subject: { name: string; digest: Record<string, string> }[];
  predicateType: string;
  predicate: { resources: Resource[]; serialization: Record<string, unknown> };
}
type Bundle = ReturnType<typeof bundleOf>;

let signed: SignedModel;
let good: { readonly bundle: string; readonly statement: string };

beforeAll(async () => {
  signed = await makeSignedModel();
  const bundle = readFileSync(signed.at('model.sig'), 'utf8');
  const statement = Buffer.from(openBundle(Buffer.from(bundle), signed.key)).toString();
  good = { bundle, statement };
});

async function expectRefused(bundle: string | Uint8Array, check: string, message: RegExp) {
  signed.put('hostile.sig', bundle);
  const result = await signed.verify({ bundle: 'hostile.sig' });
  expect(result.verdict).toBe('fail');
  const failed = result.checks.find((c) => c.status === 'fail');
  expect(failed?.id).toBe(`verify-model/${check}`);
  expect(failed?.findings[0]?.message).toMatch(message);
  expect(result.metrics.signer === null).toBe(check !== 'files');
}

/** Changed by a signer who holds the key: the signature is good, what it covers is not. */
async function expectStatementRefused(change: (s: Statement) => unknown, message: RegExp) {
  const statement: Statement = JSON.parse(good.statement);
  change(statement);
  await expectRefused(JSON.stringify(bundleOf(signed.key, JSON.stringify(statement))), 'statement', message);
}

/** With the root digest that the resources have now, so that nothing else is wrong. */
function relist(s: Statement, resources: Resource[]) {
  s.predicate.resources = resources;
  const root = createHash('sha256');
  for (const { digest } of resources) root.update(Buffer.from(digest, 'hex'));
  s.subject[0]!.digest.sha256 = root.digest('hex');
}

function renamed(name: string) {
  return (s: Statement) =>
    relist(
      s,
      s.predicate.resources.map((r, i) => (i === 0 ? { ...r, name } : r)),
    );
}

describe('a statement signed by the right key is refused with', () => {
  const first = (s: Statement) => s.predicate.resources[0]!;
  const serialization = (values: Record<string, unknown>) => (s: Statement) =>
    Object.assign(s.predicate.serialization, values);
  const cases: readonly (readonly [string, (s: Statement) => unknown, RegExp])[] = [
    [
      'another type',
      (s) => {
        s._type = 'https://in-toto.io/Statement/v0.1';
      },
      /_type must be equal to constant/,
    ],
    [
      'the predicate of an attestation',
      (s) => {
        s.predicateType = 'https://slsa.dev/provenance/v1';
      },
      /predicateType/,
    ],
    [
      'the predicate of OMS v0.1',
      (s) => {
        s.predicateType = 'https://model_signing/Digests/v0.1';
      },
      /predicateType/,
    ],
    [
      'no subject',
      (s) => {
        s.subject = [];
      },
      /subject must NOT have fewer than 1/,
    ],
    ['two subjects', (s) => s.subject.push(s.subject[0]!), /subject must NOT have more than 1/],
    [
      'another root digest',
      (s) => {
        s.subject[0]!.digest.sha256 = '0'.repeat(64);
      },
      /root digest/,
    ],
    [
      'a second digest of the subject',
      (s) => {
        s.subject[0]!.digest.sha512 = '0'.repeat(128);
      },
      /digest must NOT have/,
    ],
    [
      'no resources',
      (s) => {
        s.predicate.resources = [];
      },
      /resources must NOT have fewer/,
    ],
    ['a resource twice', (s) => relist(s, [...s.predicate.resources, first(s)]), /lists "config.json" twice/],
    [
      'a resource twice, wrong digest first',
      (s) => relist(s, [{ ...first(s), digest: '0'.repeat(64) }, ...s.predicate.resources]),
      /lists "config.json" twice/,
    ],
    ...[
      '../evil',
      '/etc/passwd',
      'a/../b',
      'a/./b',
      'a//b',
      'a/',
      './a',
      '',
      '..',
      'a\\b',
      'a\0b',
      'a\nb',
    ].map(
      (name) =>
        [`the name ${JSON.stringify(name)}`, renamed(name), /not a relative, normalised path/] as const,
    ),
    ['`.` beside other names', renamed('.'), /not a relative, normalised path/],
    [
      'an upper-case digest',
      (s) => {
        first(s).digest = 'A'.repeat(64);
      },
      /digest must match pattern/,
    ],
    ['a short digest', (s) => relist(s, [{ ...first(s), digest: 'ab' }]), /wrong length/],
    ['a digest of odd length', (s) => relist(s, [{ ...first(s), digest: 'a'.repeat(63) }]), /wrong length/],
    [
      'md5',
      (s) => {
        first(s).algorithm = 'md5';
      },
      /algorithm "md5"/,
    ],
    ['another algorithm than its hash type', serialization({ hash_type: 'blake2b' }), /algorithm "sha256"/],
    ['an unknown hash type', serialization({ hash_type: 'sha1' }), /hash_type must be equal to one of/],
    ['an unknown method', serialization({ method: 'merkle' }), /method must be equal to one of/],
    ['shards of no bytes', serialization({ method: 'shards', shard_size: 0 }), /shard_size must be >= 1/],
    [
      'shards of less than no bytes',
      serialization({ method: 'shards', shard_size: -1 }),
      /shard_size must be >= 1/,
    ],
    ['shards of half a byte', serialization({ method: 'shards', shard_size: 0.5 }), /shard_size must be/],
    [
      'shards beyond all numbers',
      serialization({ method: 'shards', shard_size: 1e300 }),
      /shard_size must be/,
    ],
    ['everything ignored', serialization({ ignore_paths: ['.'] }), /names ".", which is not/],
    ['ignored paths above', serialization({ ignore_paths: ['../x'] }), /names "..\/x", which is not/],
    ['an absolute ignored path', serialization({ ignore_paths: ['/'] }), /names "\/", which is not/],
  ];
  test.each(cases)('%s', async (_, change, message) => {
    await expectStatementRefused(change, message);
  });

  test.each([
    ['a key twice', () => good.statement.replace('{', '{"predicateType":"x",'), /key "predicateType" twice/],
    [
      'a key twice, spelt in two ways',
      () => good.statement.replace('{', '{"\\u005ftype":"x",'),
      /key "_type" twice/,
    ],
    ['a byte order mark', () => `\uFEFF${good.statement}`, /is not JSON/],
    ['trailing data', () => `${good.statement}{}`, /is not JSON/],
    ['its end cut off', () => good.statement.slice(0, -1), /is not JSON/],
    ['nothing in it', () => ' ', /is empty/],
    ['deep nesting', () => '['.repeat(100_000), /nests deeper/],
    ['bytes that are not UTF-8', () => Buffer.from([0x22, 0xff, 0x22]), /is not UTF-8/],
    ['another kind of JSON', () => '[]', /is not an OMS v1.0 statement/],
  ])('%s', async (_, payload, message) => {
    await expectRefused(JSON.stringify(bundleOf(signed.key, payload())), 'statement', message);
  });

  test('files hidden by the signer: told, because their bytes are not signed', async () => {
    const statement: Statement = JSON.parse(good.statement);
    statement.predicate.serialization.ignore_paths = ['.git', 'sub.txt', 'gone'];
    relist(
      statement,
      statement.predicate.resources.filter((r) => r.name !== 'sub.txt'),
    );
    signed.put('hidden.sig', JSON.stringify(bundleOf(signed.key, JSON.stringify(statement))));
    const result = await signed.verify({ bundle: 'hidden.sig' });
    expect(result.verdict).toBe('warn');
    const files = result.checks.find((c) => c.id === 'verify-model/files');
    expect(files?.findings.map((f) => [f.file, f.message])).toEqual([
      ['model/sub.txt', 'was left out by the signer: its bytes are not signed'],
    ]);
  });

  test('shards that overlap, leave a gap or pass the end are not those of the file', async () => {
    const shard = (from: number, to: number) => ({
      name: `weights.bin:${from}:${to}`,
      digest: createHash('sha256')
        .update('w'.repeat(to - from))
        .digest('hex'),
      algorithm: 'sha256',
    });
    for (const shards of [
      [shard(0, 2000)],
      [shard(0, 2000), shard(1000, 3000)],
      [shard(0, 2000), shard(2000, 4000)],
    ]) {
      const statement: Statement = JSON.parse(good.statement);
      Object.assign(statement.predicate.serialization, { method: 'shards', shard_size: 2000 });
      relist(statement, [
        ...statement.predicate.resources
          .filter((r) => !['weights.bin', 'empty.bin'].includes(r.name))
          .map((r) => ({ ...r, name: `${r.name}:0:${Buffer.byteLength(contents[r.name] ?? '')}` })),
        ...shards,
      ]);
      await expectRefused(
        JSON.stringify(bundleOf(signed.key, JSON.stringify(statement))),
        'files',
        /bytes differ/,
      );
    }
  });
});

describe('a bundle is refused with', () => {
  const changed = (change: (b: Bundle) => unknown) => () => {
    const bundle: Bundle = JSON.parse(good.bundle);
    change(bundle);
    return JSON.stringify(bundle);
  };
  const envelope = (values: object) => changed((b) => Object.assign(b.dsseEnvelope, values));
  const material = (values: object) => changed((b) => Object.assign(b.verificationMaterial, values));
  const signature = (sig: string) => changed((b) => Object.assign(b.dsseEnvelope.signatures[0]!, { sig }));
  const bundleCases: readonly (readonly [string, () => string | Uint8Array, RegExp])[] = [
    ['nothing in it', () => '', /is empty/],
    ['no JSON', () => 'hello', /is not JSON/],
    ['its end cut off', () => good.bundle.slice(0, -20), /is not JSON/],
    ['trailing data', () => `${good.bundle}x`, /is not JSON/],
    ['a byte order mark', () => `\uFEFF${good.bundle}`, /is not JSON/],
    ['a key twice', () => good.bundle.replace('{', '{"mediaType":"x",'), /key "mediaType" twice/],
    ['deep nesting', () => `{"x":${'['.repeat(1000)}${']'.repeat(1000)}}`, /nests deeper/],
    ['bytes that are not UTF-8', () => Buffer.from([0xff, 0xfe]), /is not UTF-8/],
    [
      'an unknown version',
      changed((b) => Object.assign(b, { mediaType: b.mediaType.replace('v0.3', 'v0.9') })),
      /mediaType/,
    ],
    ['no media type', changed((b) => Object.assign(b, { mediaType: undefined })), /mediaType/],
    ['no signature', envelope({ signatures: [] }), /signatures must NOT have fewer/],
    [
      'two signatures',
      changed((b) => b.dsseEnvelope.signatures.push(b.dsseEnvelope.signatures[0]!)),
      /more than 1/,
    ],
    ['another payload type', envelope({ payloadType: 'text/plain' }), /payloadType must be equal/],
    ['an empty payload', envelope({ payload: '' }), /payload is not canonical base64/],
    [
      'base64 with white space',
      changed((b) => Object.assign(b.dsseEnvelope, { payload: `${b.dsseEnvelope.payload}\n` })),
      /canonical base64/,
    ],
    ['base64 for addresses', signature('_-_-'), /signature is not canonical base64/],
    ['base64 without padding', signature('YQ'), /signature is not canonical base64/],
    ['base64 with bits left over', signature('YR=='), /signature is not canonical base64/],
    ['a number for a payload', envelope({ payload: 1 }), /payload must be string/],
    [
      'a certificate too',
      material({ certificate: { rawBytes: 'YQ==' } }),
      /holds both publicKey and certificate/,
    ],
    [
      'a message signature too',
      changed((b) => Object.assign(b, { messageSignature: {} })),
      /holds both dsseEnvelope/,
    ],
    [
      'a certificate instead',
      material({ publicKey: undefined, certificate: { rawBytes: 'YQ==' } }),
      /with a certificate/,
    ],
    [
      'a message signature instead',
      changed((b) => Object.assign(b, { dsseEnvelope: undefined, messageSignature: {} })),
      /plain bytes/,
    ],
    ['no key named', material({ publicKey: undefined }), /must have required properties publicKey|publicKey/],
  ];
  test.each(bundleCases)('%s', async (_, bundle, message) => {
    await expectRefused(bundle(), 'bundle', message);
  });

  test('more bytes than any bundle has: it is not even read', async () => {
    signed.put('huge.sig', Buffer.alloc(limits.bundleBytes + 1, ' '));
    await expect(signed.verify({ bundle: 'huge.sig' })).rejects.toMatchObject({ kind: 'input' });
  });

  const keyCases: readonly (readonly [string, () => string | Uint8Array, RegExp])[] = [
    ['the hint of another key', material({ publicKey: { hint: 'f'.repeat(64) } }), /key with hint ffff/],
    [
      'an altered statement',
      envelope({ payload: Buffer.from('{}').toString('base64') }),
      /not by the given key/,
    ],
    ['a signature that is no DER', signature('AAAA'), /not by the given key/],
    [
      'the signature of another key under this key’s hint',
      () => {
        const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
        const other = readSigningKey(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
        return JSON.stringify(bundleOf({ ...other, hint: signed.key.hint }, good.statement));
      },
      /not by the given key/,
    ],
    [
      'a signature over the payload without its type',
      () => {
        const bundle = bundleOf(signed.key, good.statement);
        const sig = Buffer.from(signed.key.sign(Buffer.from(good.statement))).toString('base64');
        Object.assign(bundle.dsseEnvelope.signatures[0]!, { sig });
        return JSON.stringify(bundle);
      },
      /not by the given key/,
    ],
  ];
  test.each(keyCases)('%s', async (_, bundle, message) => {
    await expectRefused(bundle(), 'signature', message);
  });

  test('a signature of the chain in place of the model’s', async () => {
    const chain = readFileSync(signed.at('model.sig.chain.json'));
    await expectRefused(chain, 'statement', /predicateType must be equal to constant/);
  });
});

describe('the chain beside the bundle', () => {
  test.each([
    [
      'by another signer',
      async () => readFileSync((await makeSignedModel()).at('model.sig.chain.json')),
      /key with hint/,
    ],
    [
      'about the bundle’s statement',
      async () => readFileSync(signed.at('model.sig')),
      /is not a chain statement/,
    ],
    ['that is damaged', async () => '{', /is not JSON/],
    [
      'about another model',
      async () => {
        const payload = openBundle(readFileSync(signed.at('model.sig.chain.json')), signed.key);
        const statement = JSON.parse(Buffer.from(payload).toString());
        statement.subject[0].digest = { dirHash: '0'.repeat(64) };
        return JSON.stringify(bundleOf(signed.key, JSON.stringify(statement)));
      },
      /about other bytes/,
    ],
  ])('is refused %s', async (_, chain, message) => {
    signed.put('copy.sig', good.bundle);
    signed.put('copy.sig.chain.json', await chain());
    const result = await signed.verify({ bundle: 'copy.sig' });
    expect(result.verdict).toBe('fail');
    expect(result.checks.find((c) => c.status === 'fail')?.findings[0]?.message).toMatch(message);
  });
});

describe('whatever the bytes are', () => {
  const openOrRefuse = (bytes: Uint8Array) => {
    try {
      readOmsStatement(openBundle(bytes, signed.key));
    } catch (error) {
      if (!(error instanceof BundleError || error instanceof StatementError)) throw error;
    }
  };

  test('reading a bundle ends in a manifest or a refusal', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), openOrRefuse));
    fc.assert(fc.property(fc.json(), (text) => openOrRefuse(Buffer.from(text))));
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) =>
        openOrRefuse(Buffer.from(JSON.stringify(bundleOf(signed.key, text)))),
      ),
    );
  });

  test('no single changed byte of a bundle verifies as another statement', () => {
    const bytes = Buffer.from(good.bundle);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const copy = Buffer.from(bytes);
        copy[at] = copy[at]! ^ by;
        let payload: Uint8Array;
        try {
          payload = openBundle(copy, signed.key);
        } catch (error) {
          return error instanceof BundleError;
        }
        // A field that nobody reads, or the unsigned `keyid`: the statement is the same.
        return Buffer.from(payload).toString() === good.statement;
      }),
      { numRuns: 300 },
    );
  });
});
