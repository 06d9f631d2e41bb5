export const id = 743;
export const ids = [743];
export const modules = {

/***/ 2721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ modelOf),
/* harmony export */   e: () => (/* binding */ subjectOf)
/* harmony export */ });
/* harmony import */ var _gate_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7084);
/* harmony import */ var _gate_file_set_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6947);
/* harmony import */ var _gate_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7909);
/* harmony import */ var _gate_model_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6147);




/**
 * What a config names as one thing, as a subject that is the same whichever gate asks: a folder by the `dirHash` of all below it,
 * files and patterns as `fileSet` says.
 *
 * @throws Failure('input') when nothing is there, and as `Hasher` does.
 */
async function subjectOf({ files, hasher }, role, patterns, label) {
    const paths = await files.glob(patterns);
    const [first, ...more] = paths;
    if (first === undefined)
        throw nothingMatches(patterns);
    const rest = { role, grade: 'bytes', ...(label !== undefined && { label }) };
    if (more.length === 0 && (await files.kind(first)) === 'folder') {
        const below = await hasher.tree(files.resolve(first));
        return { name: files.display(first), kind: 'set', digest: { dirHash: (0,_gate_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .dirHash */ .Qd)(below) }, ...rest };
    }
    const entries = [];
    for (const path of paths) {
        const { sha256 } = await hasher.file(files.resolve(path));
        entries.push({ name: files.display(path), sha256 });
    }
    return { ...(0,_gate_file_set_js__WEBPACK_IMPORTED_MODULE_1__/* .fileSet */ .p)(entries), ...rest };
}
/**
 * The model at a path, with every digest it is known by, and its files.
 *
 * @throws Failure('input') as `Hasher` does.
 */
async function modelOf({ files, hasher }, path, options = {}) {
    const kind = (await files.kind(path)) === 'folder' ? 'set' : 'file';
    const ignore = [..._gate_model_js__WEBPACK_IMPORTED_MODULE_3__/* .modelIgnore */ .W_, ...(options.ignore ?? [])];
    const hashed = await hasher.tree(files.resolve(path), { ...options, ignore });
    const digest = (0,_gate_model_js__WEBPACK_IMPORTED_MODULE_3__/* .modelDigest */ .a9)(hashed, kind);
    return {
        subject: { name: files.display(path), kind, role: 'model', digest, grade: 'bytes' },
        files: hashed,
    };
}
function nothingMatches(patterns) {
    return (0,_gate_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .inputError */ .Xu)(`nothing matches ${patterns.join(', ')}`, {
        fix: 'check the path, and that the step that makes it ran',
    });
}


/***/ }),

/***/ 5999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ chainStatement),
/* harmony export */   b: () => (/* binding */ readChainStatement)
/* harmony export */ });
/* harmony import */ var typebox__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6868);
/* harmony import */ var _chain_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8424);
/* harmony import */ var _evidence_schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8289);
/* harmony import */ var _schema_guard_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9339);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6251);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3998);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9231);







/** What the signer of a model saw of its chain when it signed. */
const chainType = 'https://sluice-ml.github.io/predicates/chain/v1';
/** Characters of a link's reason that are kept: it may list many files. */
const longestReason = 1024;
function chainStatement({ model, links, ...rest }) {
    const predicate = {
        ...rest,
        // By code points: half a surrogate pair has no UTF-8 form.
        links: links.map((link) => ({ ...link, reason: [...link.reason].slice(0, longestReason).join('') })),
    };
    const statement = {
        _type: _statement_js__WEBPACK_IMPORTED_MODULE_5__/* .statementType */ .qB,
        subject: [{ name: model.name, digest: model.digest }],
        predicateType: chainType,
        predicate,
    };
    return JSON.parse(JSON.stringify(statement));
}
const text = (maxLength) => typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.String */ .ZUJ.String({ maxLength });
const sha256 = typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.String */ .ZUJ.String({ pattern: '^[0-9a-f]{64}$' });
const chainSchema = typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Object */ .ZUJ.Object({
    _type: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Literal */ .ZUJ.Literal(_statement_js__WEBPACK_IMPORTED_MODULE_5__/* .statementType */ .qB),
    subject: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Array */ .ZUJ.Array(typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Object */ .ZUJ.Object({ name: text(4096), digest: _evidence_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .digestSetSchema */ .cd }), {
        minItems: 1,
        maxItems: 1,
    }),
    predicateType: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Literal */ .ZUJ.Literal(chainType),
    predicate: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Object */ .ZUJ.Object({
        pipeline: text(256),
        signedAt: text(64),
        evidence: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Array */ .ZUJ.Array(typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Object */ .ZUJ.Object({
            gate: text(64),
            instance: text(256),
            verdict: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Enum */ .ZUJ.Enum([..._verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .verdicts */ .rY]),
            judgedAt: text(64),
            digest: sha256,
            subjects: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Array */ .ZUJ.Array(typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Object */ .ZUJ.Object({ name: text(4096), role: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Enum */ .ZUJ.Enum([..._subject_js__WEBPACK_IMPORTED_MODULE_3__/* .roles */ .Ot]), digest: _evidence_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .digestSetSchema */ .cd })),
        })),
        provenance: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Array */ .ZUJ.Array(typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Object */ .ZUJ.Object({ step: text(64), digest: sha256 })),
        links: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Array */ .ZUJ.Array(typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Object */ .ZUJ.Object({
            link: text(256),
            assurance: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Union */ .ZUJ.Union([typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Enum */ .ZUJ.Enum([..._chain_js__WEBPACK_IMPORTED_MODULE_6__/* .assurances */ .t]), typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Null */ .ZUJ.Null()]),
            ok: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Boolean */ .ZUJ.Boolean(),
            reason: text(4096),
        })),
    }),
});
const isChain = (0,_schema_guard_js__WEBPACK_IMPORTED_MODULE_2__/* .schemaGuard */ .J)(chainSchema);
/** @throws StatementError */
function readChainStatement(payload) {
    const { subject, predicate } = (0,_statement_js__WEBPACK_IMPORTED_MODULE_5__/* .parseStatement */ .By)(payload, isChain, 'a chain statement');
    const [model] = subject;
    if (!model)
        throw new _statement_js__WEBPACK_IMPORTED_MODULE_5__/* .StatementError */ .Mp('names no model');
    return { ...predicate, model };
}


/***/ }),

/***/ 8424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ assurances)
/* harmony export */ });
/** How a link of the chain is known (DESIGN §2), weakest first. */
const assurances = ['claimed', 'bound', 'attested', 'recomputed'];


/***/ }),

/***/ 9209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fT: () => (/* binding */ signStatement),
/* harmony export */   hk: () => (/* binding */ openBundle),
/* harmony export */   rJ: () => (/* binding */ BundleError)
/* harmony export */ });
/* unused harmony exports inTotoType, pae */
/* harmony import */ var _sigstore_bundle__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1040);
/* harmony import */ var typebox__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6868);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3606);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8392);
/* harmony import */ var _schema_guard_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9339);
/* harmony import */ var _strict_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3256);






const inTotoType = 'application/vnd.in-toto+json';
const mediaType = 'application/vnd.dev.sigstore.bundle.v0.3+json';
/**
 * `malformed`: not a bundle that a careful signer writes. `foreign`: a sound bundle of a kind that a key cannot verify.
 * `key`: signed by another key, or altered since.
 */
class BundleError extends Error {
    name = 'BundleError';
    kind;
    constructor(kind, message) {
        super(message);
        this.kind = kind;
    }
}
/** DSSE v1 pre-authentication encoding: `DSSEv1 <length> <type> <length> <payload>`, lengths in bytes. */
function pae(payloadType, payload) {
    const head = `DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${payload.byteLength} `;
    return Buffer.concat([Buffer.from(head), payload]);
}
/** An in-toto statement, signed: a Sigstore bundle v0.3 with one DSSE envelope, canonical JSON and a newline. */
function signStatement(statement, key) {
    const payload = Buffer.from((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .canonicalJson */ .d)(statement));
    const bundle = (0,_sigstore_bundle__WEBPACK_IMPORTED_MODULE_0__/* .toDSSEBundle */ .PR)({
        artifact: payload,
        artifactType: inTotoType,
        signature: Buffer.from(key.sign(pae(inTotoType, payload))),
        keyHint: key.hint,
    });
    return Buffer.from(`${(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .canonicalJson */ .d)(JSON.parse(JSON.stringify((0,_sigstore_bundle__WEBPACK_IMPORTED_MODULE_0__/* .bundleToJSON */ .ev)(bundle))))}\n`);
}
/**
 * The signed payload, once the signature is known to be the key's. What it says is not looked at.
 *
 * @throws BundleError
 */
function openBundle(bytes, key) {
    const { hint, payload, signature } = readKeyBundle(bytes);
    if (hint !== undefined && hint !== key.hint) {
        throw new BundleError('key', `was signed by the key with hint ${hint}, not by the given one (${key.hint})`);
    }
    if (!key.verify(pae(inTotoType, payload), signature)) {
        throw new BundleError('key', 'its signature is not by the given key over this statement');
    }
    return payload;
}
const text = typebox__WEBPACK_IMPORTED_MODULE_1__/* .Type.String */ .ZUJ.String({ maxLength: 4096 });
const base64 = typebox__WEBPACK_IMPORTED_MODULE_1__/* .Type.String */ .ZUJ.String();
const exactlyOne = typebox__WEBPACK_IMPORTED_MODULE_1__/* .Type.Array */ .ZUJ.Array(typebox__WEBPACK_IMPORTED_MODULE_1__/* .Type.Object */ .ZUJ.Object({ sig: base64, keyid: typebox__WEBPACK_IMPORTED_MODULE_1__/* .Type.Optional */ .ZUJ.Optional(typebox__WEBPACK_IMPORTED_MODULE_1__/* .Type.Union */ .ZUJ.Union([text, typebox__WEBPACK_IMPORTED_MODULE_1__/* .Type.Null */ .ZUJ.Null()])) }), { minItems: 1, maxItems: 1 });
const bundleSchema = typebox__WEBPACK_IMPORTED_MODULE_1__/* .Type.Object */ .ZUJ.Object({
    mediaType: typebox__WEBPACK_IMPORTED_MODULE_1__/* .Type.Literal */ .ZUJ.Literal(mediaType),
    verificationMaterial: typebox__WEBPACK_IMPORTED_MODULE_1__/* .Type.Object */ .ZUJ.Object({
        publicKey: typebox__WEBPACK_IMPORTED_MODULE_1__/* .Type.Object */ .ZUJ.Object({ hint: typebox__WEBPACK_IMPORTED_MODULE_1__/* .Type.Optional */ .ZUJ.Optional(text) }),
    }),
    dsseEnvelope: typebox__WEBPACK_IMPORTED_MODULE_1__/* .Type.Object */ .ZUJ.Object({
        payload: base64,
        payloadType: typebox__WEBPACK_IMPORTED_MODULE_1__/* .Type.Literal */ .ZUJ.Literal(inTotoType),
        signatures: exactlyOne,
    }),
});
const isBundle = (0,_schema_guard_js__WEBPACK_IMPORTED_MODULE_3__/* .schemaGuard */ .J)(bundleSchema);
function readKeyBundle(bytes) {
    const json = parseBundle(bytes);
    assertKeyBundle(json);
    if (!isBundle(json))
        throw new BundleError('malformed', faultOf(isBundle.errors?.[0]));
    const { payload, signatures } = json.dsseEnvelope;
    const hint = json.verificationMaterial.publicKey.hint;
    return {
        // Bundles of early signers carry the key itself or nothing; the given key alone decides anyway.
        hint: hint === '' ? undefined : hint,
        payload: decodeBase64(payload, 'payload'),
        signature: decodeBase64(signatures[0]?.sig ?? '', 'signature'),
    };
}
function parseBundle(bytes) {
    if (bytes.byteLength > _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .limits */ .F.bundleBytes) {
        throw new BundleError('malformed', `is larger than ${_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .limits */ .F.bundleBytes} bytes`);
    }
    try {
        return (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_5__/* .parseStrictJson */ .R)(bytes);
    }
    catch (error) {
        if (error instanceof _strict_json_js__WEBPACK_IMPORTED_MODULE_5__/* .JsonError */ .N)
            throw new BundleError('malformed', error.message);
        throw error;
    }
}
/** A bundle of another kind deserves its own message; of two kinds at once, it has two answers to who signed what. */
function assertKeyBundle(json) {
    const material = keysOf(fieldOf(json, 'verificationMaterial'));
    const content = keysOf(json);
    const signers = ['publicKey', 'certificate', 'x509CertificateChain'].filter((name) => material.includes(name));
    const contents = ['dsseEnvelope', 'messageSignature'].filter((name) => content.includes(name));
    for (const group of [signers, contents]) {
        if (group.length > 1)
            throw new BundleError('malformed', `holds both ${group.join(' and ')}`);
    }
    if (signers[0] !== undefined && signers[0] !== 'publicKey') {
        throw new BundleError('foreign', 'was signed with a certificate (keyless or own), not with a key');
    }
    if (contents[0] === 'messageSignature') {
        throw new BundleError('foreign', 'signs plain bytes (a message signature), not a statement about a model');
    }
}
function fieldOf(value, name) {
    return keysOf(value).includes(name) ? value[name] : undefined;
}
function keysOf(value) {
    return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}
function faultOf(error) {
    return `is not a signed bundle of a model: ${error?.instancePath || 'its top'} ${error?.message ?? 'is invalid'}`;
}
/** Standard alphabet, padded, no white space, unused bits zero: one spelling per value. */
function decodeBase64(encoded, what) {
    const bytes = Buffer.from(encoded, 'base64');
    if (encoded === '' || bytes.toString('base64') !== encoded) {
        throw new BundleError('malformed', `its ${what} is not canonical base64`);
    }
    return bytes;
}


/***/ }),

/***/ 6947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ fileSet)
/* harmony export */ });
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7909);

/**
 * Files that are one thing, as a subject: a single one by its `sha256`; several by the `dirHash` over their names relative to the
 * folder that holds them all, as hashing that folder would name them.
 *
 * @param files named by their paths in the workspace.
 * @throws RangeError as `dirHash`.
 */
function fileSet(files) {
    const [only, ...more] = files;
    if (only && more.length === 0)
        return { name: only.name, kind: 'file', digest: { sha256: only.sha256 } };
    const folder = commonFolder(files.map(({ name }) => name));
    const relative = files.map(({ name, sha256 }) => ({ name: name.slice(folder.length), sha256 }));
    return { name: folder.replace(/\/$/, '') || '.', kind: 'set', digest: { dirHash: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .dirHash */ .Qd)(relative) } };
}
/** With its slash at the end; empty where only the workspace holds them all. */
function commonFolder(names) {
    const [first = [], ...rest] = names.map((name) => name.split('/').slice(0, -1));
    const differs = first.findIndex((part, i) => rest.some((other) => other[i] !== part));
    const shared = differs === -1 ? first : first.slice(0, differs);
    return shared.map((part) => `${part}/`).join('');
}


/***/ }),

/***/ 5329:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DA: () => (/* binding */ readVerifyingKey),
/* harmony export */   eN: () => (/* binding */ KeyError),
/* harmony export */   jy: () => (/* binding */ readSigningKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** A key that cannot be used. The message says why and what is expected; it never quotes the key. */
class KeyError extends Error {
    name = 'KeyError';
}
/** Curves of OMS v1.0 §key, each with the hash that DSSE uses with it. */
const hashes = new Map([
    ['prime256v1', { curve: 'P-256', hash: 'sha256' }],
    ['secp384r1', { curve: 'P-384', hash: 'sha384' }],
    ['secp521r1', { curve: 'P-521', hash: 'sha512' }],
]);
/** @param pem SubjectPublicKeyInfo (RFC 7468). @throws KeyError */
function readVerifyingKey(pem) {
    // Node would also derive a public key from a private one or a certificate: neither belongs here.
    assertOneBlock(pem, /^PUBLIC KEY$/, 'a public key: -----BEGIN PUBLIC KEY-----');
    return verifyingKey(parsed(() => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(pem)));
}
/** @param pem PKCS#8 or SEC1, not encrypted. @throws KeyError */
function readSigningKey(pem) {
    if (pem.includes('ENCRYPTED'))
        throw new KeyError('is encrypted; expected a private key without a passphrase');
    assertOneBlock(pem, /^(EC )?PRIVATE KEY$/, 'a private key: -----BEGIN PRIVATE KEY-----');
    const key = parsed(() => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)(pem));
    const own = verifyingKey((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key));
    const { hash } = curveOf(key);
    return { ...own, sign: (bytes) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(hash, bytes, key) };
}
function verifyingKey(key) {
    const { curve, hash } = curveOf(key);
    const text = key.export({ type: 'spki', format: 'pem' });
    return {
        curve,
        hint: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex'),
        verify: (bytes, signature) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(hash, bytes, key, signature),
    };
}
function curveOf(key) {
    const name = key.asymmetricKeyDetails?.namedCurve;
    const known = name === undefined ? undefined : hashes.get(name);
    if (known)
        return known;
    const seen = name ?? key.asymmetricKeyType ?? 'unknown';
    throw new KeyError(`is a key of type ${seen}; expected an elliptic curve key on P-256, P-384 or P-521`);
}
function assertOneBlock(pem, label, expected) {
    // `openssl ecparam -genkey` writes the curve's parameters before the key.
    const labels = [...pem.matchAll(/-----BEGIN ([A-Z0-9 ]{1,40})-----/g)].map((match) => match[1] ?? '');
    const [only, ...more] = labels.filter((found) => found !== 'EC PARAMETERS');
    if (only !== undefined && more.length === 0 && label.test(only))
        return;
    const seen = only === undefined ? 'no PEM' : labels.map((found) => `-----BEGIN ${found}-----`).join(' and ');
    throw new KeyError(`holds ${seen}; expected ${expected}`);
}
function parsed(parse) {
    try {
        return parse();
    }
    catch {
        throw new KeyError('is damaged: its PEM does not decode to a key');
    }
}


/***/ }),

/***/ 7909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IP: () => (/* binding */ sorted),
/* harmony export */   Qd: () => (/* binding */ dirHash),
/* harmony export */   SB: () => (/* binding */ omsRoot)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9034);


/**
 * Go's `dirhash.Hash1` (golang.org/x/mod/sumdb/dirhash) without `h1:` and in hex, as in-toto's DigestSet has it:
 * SHA-256 over one line `<sha256>  <name>\n` per file, sorted by name (Go sorts bytes of UTF-8, which is code point order).
 *
 * @throws RangeError on a name with a newline, a duplicate name or an empty set.
 */
function dirHash(files) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for (const { name, sha256 } of sorted(files)) {
        if (name.includes('\n'))
            throw new RangeError(`file name with a newline: ${JSON.stringify(name)}`);
        hash.update(`${sha256}  ${name}\n`);
    }
    return hash.digest('hex');
}
/**
 * Root digest of OpenSSF Model Signing v1.0: SHA-256 over the raw resource digests in code point order of their
 * names. The names themselves are not covered (they are in the signed manifest).
 *
 * @throws RangeError on a duplicate name or an empty set.
 */
function omsRoot(files) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for (const { sha256 } of sorted(files))
        hash.update(Buffer.from(sha256, 'hex'));
    return hash.digest('hex');
}
/** Code point order; the order in which OMS lists resources. */
function sorted(files) {
    if (files.length === 0)
        throw new RangeError('an empty set has no digest');
    const order = [...files].sort((a, b) => (0,_order_js__WEBPACK_IMPORTED_MODULE_1__/* .compareCodePoints */ .O)(a.name, b.name));
    order.forEach((file, i) => {
        if (file.name === order[i - 1]?.name)
            throw new RangeError(`duplicate file name: ${JSON.stringify(file.name)}`);
    });
    return order;
}


/***/ }),

/***/ 6147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W_: () => (/* binding */ modelIgnore),
/* harmony export */   a9: () => (/* binding */ modelDigest),
/* harmony export */   er: () => (/* binding */ sameBytes)
/* harmony export */ });
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7909);

/** What belongs to a checkout, not to the model: left out of every digest of a model, at top level only (OMS v1.0). */
const modelIgnore = ['.git', '.gitattributes', '.github', '.gitignore'];
/**
 * A model's digests: names and bytes (`dirHash`), the OMS root, and of a single file also its `sha256`.
 *
 * @throws RangeError as `dirHash` does.
 */
function modelDigest(files, kind) {
    const [only] = files;
    return {
        ...(kind === 'file' && only && { sha256: only.sha256 }),
        dirHash: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .dirHash */ .Qd)(files),
        omsRoot: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .omsRoot */ .SB)(files),
    };
}
/** Whether two digests speak of the same bytes: they share an algorithm that covers everything, and agree in each shared one. */
function sameBytes(a, b) {
    const shared = ['dirHash', 'sha256'].filter((name) => a[name] !== undefined && b[name] !== undefined);
    return shared.length > 0 && shared.every((name) => a[name] === b[name]);
}


/***/ }),

/***/ 2491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LW: () => (/* binding */ readOmsStatement),
/* harmony export */   RN: () => (/* binding */ omsStatement),
/* harmony export */   k: () => (/* binding */ hashPlan),
/* harmony export */   oz: () => (/* binding */ compareToManifest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var typebox__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6868);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7909);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6147);
/* harmony import */ var _schema_guard_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9339);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6251);






/** OpenSSF Model Signing (OMS) v1.0. */
const omsType = 'https://model_signing/signature/v1.0';
const digestHex = { sha256: 64, blake2b: 128, blake3: 64 };
/**
 * The statement to sign: whole files, SHA-256, in code point order of names.
 *
 * @param ignored relative paths left out beside the default ones.
 * @throws StatementError on a name that a manifest cannot hold; RangeError as `sorted`.
 */
function omsStatement(name, files, ignored) {
    for (const file of files)
        assertName(file.name);
    return {
        _type: _statement_js__WEBPACK_IMPORTED_MODULE_5__/* .statementType */ .qB,
        subject: [{ name, digest: { sha256: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .omsRoot */ .SB)(files) } }],
        predicateType: omsType,
        predicate: {
            serialization: {
                method: 'files',
                hash_type: 'sha256',
                allow_symlinks: false,
                ignore_paths: [..._model_js__WEBPACK_IMPORTED_MODULE_3__/* .modelIgnore */ .W_, ...ignored],
            },
            resources: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .sorted */ .IP)(files).map(({ name, sha256 }) => ({ name, digest: sha256, algorithm: 'sha256' })),
        },
    };
}
const text = typebox__WEBPACK_IMPORTED_MODULE_1__/* .Type.String */ .ZUJ.String({ maxLength: 8192 });
const statementSchema = typebox__WEBPACK_IMPORTED_MODULE_1__/* .Type.Object */ .ZUJ.Object({
    _type: typebox__WEBPACK_IMPORTED_MODULE_1__/* .Type.Literal */ .ZUJ.Literal(_statement_js__WEBPACK_IMPORTED_MODULE_5__/* .statementType */ .qB),
    predicateType: typebox__WEBPACK_IMPORTED_MODULE_1__/* .Type.Literal */ .ZUJ.Literal(omsType),
    subject: typebox__WEBPACK_IMPORTED_MODULE_1__/* .Type.Array */ .ZUJ.Array(typebox__WEBPACK_IMPORTED_MODULE_1__/* .Type.Object */ .ZUJ.Object({
        name: text,
        digest: typebox__WEBPACK_IMPORTED_MODULE_1__/* .Type.Object */ .ZUJ.Object({ sha256: typebox__WEBPACK_IMPORTED_MODULE_1__/* .Type.String */ .ZUJ.String({ pattern: '^[0-9a-f]{64}$' }) }, { additionalProperties: false }),
    }), { minItems: 1, maxItems: 1 }),
    predicate: typebox__WEBPACK_IMPORTED_MODULE_1__/* .Type.Object */ .ZUJ.Object({
        serialization: typebox__WEBPACK_IMPORTED_MODULE_1__/* .Type.Object */ .ZUJ.Object({
            method: typebox__WEBPACK_IMPORTED_MODULE_1__/* .Type.Enum */ .ZUJ.Enum(['files', 'shards']),
            hash_type: typebox__WEBPACK_IMPORTED_MODULE_1__/* .Type.Enum */ .ZUJ.Enum(['sha256', 'blake2b', 'blake3']),
            shard_size: typebox__WEBPACK_IMPORTED_MODULE_1__/* .Type.Optional */ .ZUJ.Optional(typebox__WEBPACK_IMPORTED_MODULE_1__/* .Type.Integer */ .ZUJ.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
            allow_symlinks: typebox__WEBPACK_IMPORTED_MODULE_1__/* .Type.Optional */ .ZUJ.Optional(typebox__WEBPACK_IMPORTED_MODULE_1__/* .Type.Boolean */ .ZUJ.Boolean()),
            ignore_paths: typebox__WEBPACK_IMPORTED_MODULE_1__/* .Type.Optional */ .ZUJ.Optional(typebox__WEBPACK_IMPORTED_MODULE_1__/* .Type.Array */ .ZUJ.Array(text)),
        }),
        resources: typebox__WEBPACK_IMPORTED_MODULE_1__/* .Type.Array */ .ZUJ.Array(typebox__WEBPACK_IMPORTED_MODULE_1__/* .Type.Object */ .ZUJ.Object({ name: text, digest: typebox__WEBPACK_IMPORTED_MODULE_1__/* .Type.String */ .ZUJ.String({ pattern: '^[0-9a-f]+$' }), algorithm: text }), { minItems: 1 }),
    }),
});
const isStatement = (0,_schema_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .schemaGuard */ .J)(statementSchema);
/** Shards of 10⁹ bytes unless the signer says otherwise (OMS v1.0, serialization). */
const defaultShardSize = 1_000_000_000;
/**
 * Reads a signed payload to the letter of OMS v1.0, in any listed order, and in the older spellings of its reference
 * implementation (`shard_size` 1000.0, algorithm `sha256-sharded-1000`, name `.` of a single file).
 *
 * @throws StatementError
 */
function readOmsStatement(payload) {
    const statement = (0,_statement_js__WEBPACK_IMPORTED_MODULE_5__/* .parseStatement */ .By)(payload, isStatement, 'an OMS v1.0 statement');
    const [subject] = statement.subject;
    const { serialization, resources } = statement.predicate;
    const { method, hash_type: hashType, shard_size: shardSize = defaultShardSize } = serialization;
    const sharded = method === 'shards';
    const algorithms = sharded ? [hashType, `${hashType}-sharded-${shardSize}`] : [hashType];
    const digests = new Map();
    const root = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for (const { name, digest, algorithm } of resources) {
        const shown = JSON.stringify(name);
        if (name !== '.' || resources.length > 1)
            assertName(name);
        if (digests.has(name))
            throw new _statement_js__WEBPACK_IMPORTED_MODULE_5__/* .StatementError */ .Mp(`lists ${shown} twice`);
        if (!algorithms.includes(algorithm))
            throw new _statement_js__WEBPACK_IMPORTED_MODULE_5__/* .StatementError */ .Mp(`gives ${shown} the algorithm ${JSON.stringify(algorithm)}`);
        if (digest.length !== digestHex[hashType])
            throw new _statement_js__WEBPACK_IMPORTED_MODULE_5__/* .StatementError */ .Mp(`gives ${shown} a digest of the wrong length`);
        digests.set(name, digest);
        root.update(Buffer.from(digest, 'hex'));
    }
    if (!subject || root.digest('hex') !== subject.digest.sha256) {
        throw new _statement_js__WEBPACK_IMPORTED_MODULE_5__/* .StatementError */ .Mp('has a root digest that is not that of its resources');
    }
    return {
        name: subject.name,
        root: subject.digest.sha256,
        hashType,
        ...(sharded && { shardSize }),
        ignored: ignoredBeyondDefault(serialization.ignore_paths ?? []),
        resources: digests,
    };
}
function ignoredBeyondDefault(paths) {
    const defaults = _model_js__WEBPACK_IMPORTED_MODULE_3__/* .modelIgnore */ .W_;
    const beyond = paths.filter((path) => !defaults.includes(path));
    for (const path of beyond)
        assertName(path);
    return beyond;
}
/** Relative, normalised, with `/`: the same name for the same file on every system. */
function assertName(name) {
    const segments = name.split('/');
    const bad = segments.some((segment) => segment === '' || segment === '.' || segment === '..');
    if (bad || /[\\\0\n]/.test(name)) {
        throw new _statement_js__WEBPACK_IMPORTED_MODULE_5__/* .StatementError */ .Mp(`names ${JSON.stringify(name)}, which is not a relative, normalised path`);
    }
}
/** @param files what is there now, hashed as the manifest asks (`hashPlan`); a single-file model is the one file. */
function compareToManifest(manifest, files, kind) {
    const expected = byFile(manifest);
    const single = kind === 'file' && expected.has('.');
    const difference = {
        modified: [],
        missing: [],
        added: [],
        uncovered: [],
    };
    for (const file of files) {
        const listed = single ? '.' : file.name;
        const resources = expected.get(listed);
        expected.delete(listed);
        const found = resourcesOf(file, listed, manifest);
        if (resources === undefined)
            (found.length > 0 ? difference.added : difference.uncovered).push(file.name);
        else if (!sameResources(resources, found))
            difference.modified.push(file.name);
    }
    return { ...difference, missing: [...expected.keys()] };
}
/** The second hash to take of each file, where SHA-256 of the whole is not what the manifest lists. */
function hashPlan({ hashType, shardSize }) {
    if (shardSize !== undefined)
        return { algorithm: hashType, pieceSize: shardSize };
    return hashType === 'sha256' ? undefined : { algorithm: hashType };
}
function byFile({ resources, shardSize }) {
    const files = new Map();
    for (const [name, digest] of resources) {
        // From the right: a file name may hold colons too.
        const file = shardSize === undefined ? name : name.replace(/:\d+:\d+$/, '');
        const group = files.get(file) ?? new Map();
        files.set(file, group.set(name, digest));
    }
    return files;
}
function resourcesOf(file, name, manifest) {
    const { shardSize } = manifest;
    if (hashPlan(manifest) === undefined)
        return [[name, file.sha256]];
    if (shardSize === undefined)
        return file.pieces.map((digest) => [name, digest]);
    return file.pieces.map((digest, i) => {
        const end = Math.min((i + 1) * shardSize, file.size);
        return [`${name}:${i * shardSize}:${end}`, digest];
    });
}
function sameResources(expected, found) {
    return expected.size === found.length && found.every(([name, digest]) => expected.get(name) === digest);
}


/***/ }),

/***/ 5230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ signatureFiles)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

/**
 * Where the signature of a model lies: signer and verifier agree on it here.
 *
 * @param given the bundle; the model's path and `.sig` unless given.
 * @param resolve the absolute path of a path.
 */
function signatureFiles(model, given, resolve) {
    const bundle = given ?? `${model.replace(/\/+$/, '')}.sig`;
    const chain = `${bundle}.chain.json`;
    const relative = [bundle, chain].map((file) => node_path__WEBPACK_IMPORTED_MODULE_0__.relative(resolve(model), resolve(file)));
    const inside = relative.filter((file) => file !== '' && !file.startsWith('..') && !node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute(file));
    return { bundle, chain, ignored: inside.map((file) => file.split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep).join('/')) };
}


/***/ }),

/***/ 1067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GB: () => (/* binding */ signatureFigures),
/* harmony export */   JS: () => (/* binding */ chainSection),
/* harmony export */   Sf: () => (/* binding */ signatureMetrics),
/* harmony export */   cW: () => (/* binding */ signatureHeadlines)
/* harmony export */ });
/* harmony import */ var _chain_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8424);

function signatureMetrics({ modelDigest, signer, chain, files }) {
    return {
        modelDigest: { ...modelDigest },
        signer: signer ? { kind: 'key', keyHint: signer.hint, curve: signer.curve } : null,
        chain: chain.map((link) => ({ ...link })),
        files: files.length,
        bytes: files.reduce((sum, { size }) => sum + size, 0),
    };
}
const signatureHeadlines = [
    {
        name: 'signer',
        label: 'Signer',
        description: '`key:` and the hint of the key that signed; empty where none did.',
    },
    { name: 'files', label: 'Files', description: 'Number of files in the model.' },
    { name: 'bytes', label: 'Bytes', description: 'Size of the model.' },
    {
        name: 'broken-link',
        label: 'Broken link',
        description: 'First link of the chain that is missing or broken; else empty.',
    },
];
function signatureFigures({ metrics }) {
    const signer = isObject(metrics.signer) ? `key:${metrics.signer.keyHint}` : null;
    return {
        signer,
        files: typeof metrics.files === 'number' ? metrics.files : null,
        bytes: typeof metrics.bytes === 'number' ? metrics.bytes : null,
        'broken-link': linksOf(metrics).find(({ ok }) => !ok)?.link ?? null,
    };
}
function chainSection({ metrics }) {
    return {
        kind: 'chain',
        always: true,
        title: 'Chain',
        note: 'Weakest to strongest: claimed (someone wrote it), bound, attested, recomputed (done again here).',
        links: linksOf(metrics),
    };
}
/** The metrics of a gate that could not judge have no chain. */
function linksOf({ chain }) {
    if (!Array.isArray(chain))
        return [];
    return chain.filter(isObject).map(({ link, assurance, ok, reason }) => ({
        link: String(link),
        assurance: _chain_js__WEBPACK_IMPORTED_MODULE_0__/* .assurances */ .t.find((known) => known === assurance) ?? null,
        ok: ok === true,
        reason: String(reason),
    }));
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ })

};
