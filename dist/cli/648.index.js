export const id = 648;
export const ids = [648];
export const modules = {

/***/ 7330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W1: () => (/* binding */ RecordError),
  nw: () => (/* binding */ digestsOf),
  aE: () => (/* binding */ readRecord),
  zv: () => (/* binding */ recordOf),
  FT: () => (/* binding */ recordOfTraining),
  rh: () => (/* binding */ writeRecord)
});

// UNUSED EXPORTS: maxRecordBytes

// EXTERNAL MODULE: ./build/gate/clip.js
var clip = __webpack_require__(1258);
// EXTERNAL MODULE: ./build/gate/evidence.js
var evidence = __webpack_require__(9373);
// EXTERNAL MODULE: ./build/gate/json.js + 1 modules
var json = __webpack_require__(3606);
// EXTERNAL MODULE: ./node_modules/typebox/build/index.mjs + 317 modules
var build = __webpack_require__(6868);
// EXTERNAL MODULE: ./build/gate/evidence-schema.js
var evidence_schema = __webpack_require__(8289);
// EXTERNAL MODULE: ./build/gate/verdict.js
var verdict = __webpack_require__(9231);
;// CONCATENATED MODULE: ./build/gate/record-schema.js



const hex64 = build/* Type.String */.ZUJ.String({ pattern: '^[0-9a-f]{64}$' });
const record_schema_text = build/* Type.String */.ZUJ.String({ maxLength: 1024 });
const anything = build/* Type.Unknown */.ZUJ.Unknown();
/** What an entry of the audit log tells of: one event each. */
const recordEvents = ['gate', 'training', 'signature', 'verification'];
const subject = build/* Type.Object */.ZUJ.Object({ name: record_schema_text, role: build/* Type.Optional */.ZUJ.Optional(record_schema_text), digest: evidence_schema/* digestSetSchema */.cd });
const material = build/* Type.Object */.ZUJ.Object({ name: record_schema_text, digest: evidence_schema/* digestSetSchema */.cd, date: build/* Type.Optional */.ZUJ.Optional(record_schema_text) });
const judgedCheck = build/* Type.Object */.ZUJ.Object({
    id: record_schema_text,
    status: build/* Type.Enum */.ZUJ.Enum([...verdict/* checkStatuses */.jv]),
    findings: build/* Type.Integer */.ZUJ.Integer({ minimum: 0 }),
    observed: build/* Type.Optional */.ZUJ.Optional(anything),
    threshold: build/* Type.Optional */.ZUJ.Optional(anything),
});
const waiver = build/* Type.Object */.ZUJ.Object({
    id: record_schema_text,
    scope: record_schema_text,
    owner: record_schema_text,
    approver: record_schema_text,
    expires: record_schema_text,
    approval: build/* Type.Enum */.ZUJ.Enum(['claimed', 'verified']),
});
/** `schemas/audit-record.json`: an entry of the audit log. Unknown fields are allowed (minor versions add some). */
const recordSchema = build/* Type.Object */.ZUJ.Object({
    schemaVersion: build/* Type.String */.ZUJ.String({ pattern: '^1\\.\\d+$' }),
    event: build/* Type.Enum */.ZUJ.Enum([...recordEvents]),
    /** Equal for the same event however often it is handed in: an entry is appended once. */
    key: hex64,
    time: build/* Type.String */.ZUJ.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z$' }),
    /** Where in the pipeline: `data`, `dependencies`, `training`, `evaluation`, `policy`, `signing`, `deployment`. */
    stage: record_schema_text,
    pipeline: build/* Type.Optional */.ZUJ.Optional(record_schema_text),
    gate: record_schema_text,
    instance: build/* Type.Optional */.ZUJ.Optional(record_schema_text),
    verdict: build/* Type.Optional */.ZUJ.Optional(build/* Type.Enum */.ZUJ.Enum([...verdict/* verdicts */.rY])),
    mode: build/* Type.Optional */.ZUJ.Optional(build/* Type.Enum */.ZUJ.Enum(['enforce', 'report'])),
    /** Actor, workflow identity, repository, run, attempt, job, commit. */
    run: evidence_schema/* runSchema */.Lx,
    /** What it was judged by, or trained with. */
    parameters: build/* Type.Optional */.ZUJ.Optional(build/* Type.Object */.ZUJ.Object({ digest: hex64, source: record_schema_text, file: build/* Type.Optional */.ZUJ.Optional(record_schema_text), commit: build/* Type.Optional */.ZUJ.Optional(record_schema_text) })),
    checks: build/* Type.Array */.ZUJ.Array(judgedCheck),
    subjects: build/* Type.Array */.ZUJ.Array(subject),
    materials: build/* Type.Array */.ZUJ.Array(material),
    waivers: build/* Type.Array */.ZUJ.Array(waiver),
    /** How many of the four lists' items were left out so that the entry fits; the evidence has them all. */
    omitted: build/* Type.Integer */.ZUJ.Integer({ minimum: 0 }),
    /** SHA-256 of the stored evidence or statement that this record sums up. */
    evidence: hex64,
    /** SHA-256 of the signature bundle that was written or checked. */
    bundle: build/* Type.Optional */.ZUJ.Optional(hex64),
    versions: build/* Type.Object */.ZUJ.Object({ sluice: build/* Type.Optional */.ZUJ.Optional(record_schema_text) }),
}, {
    $id: 'https://raw.githubusercontent.com/sluice-ml/sluice/v1/schemas/audit-record.json',
    title: 'Sluice audit record',
});

// EXTERNAL MODULE: ./build/gate/schema-guard.js
var schema_guard = __webpack_require__(9339);
// EXTERNAL MODULE: ./build/gate/strict-json.js
var strict_json = __webpack_require__(3256);
;// CONCATENATED MODULE: ./build/gate/record.js






const recordVersion = '1.0';
/** The length of an entry is a uint16 (C2SP tlog-tiles). */
const maxRecordBytes = 0xffff;
/** Characters of a name or path that a record keeps. */
const maxText = 1024;
/** Bytes of a check's observed value or threshold that a record keeps. */
const maxValueBytes = 512;
/** The bytes are not an audit record. The message says why. */
class RecordError extends Error {
    name = 'RecordError';
}
const events = {
    'sign-model': 'signature',
    'verify-model': 'verification',
    'record-training': 'training',
};
const stages = {
    'data-validate': 'data',
    'scan-deps': 'dependencies',
    'record-training': 'training',
    'fairness-gate': 'evaluation',
    'policy-gate': 'policy',
    'sign-model': 'signing',
    'verify-model': 'deployment',
};
/** The record of what a gate came to, from its evidence. */
function recordOf({ result, run, toolVersion, digest }) {
    const { settings } = result;
    const bundle = result.subjects.find(({ role }) => role === 'bundle')?.digest.sha256;
    return fitted({
        schemaVersion: recordVersion,
        event: events[result.gate] ?? 'gate',
        key: keyOf(run, result.gate, result.instance, digest),
        time: result.judgedAt,
        stage: stages[result.gate] ?? (0,clip/* clip */.$)(result.gate, maxText),
        pipeline: result.pipeline,
        gate: result.gate,
        instance: result.instance,
        verdict: result.verdict,
        mode: result.mode,
        run,
        parameters: {
            digest: settings.digest,
            source: settings.source,
            file: (0,clip/* clip */.$)(settings.file, maxText),
            ...(settings.commit !== undefined && { commit: settings.commit }),
        },
        ...listsOf(result),
        omitted: 0,
        evidence: digest,
        ...(bundle !== undefined && { bundle }),
        versions: { sluice: toolVersion },
    });
}
function listsOf({ checks, subjects, materials, waivers }) {
    return {
        checks: checks.map(({ id, status, findingCount, observed, threshold }) => ({
            id,
            status,
            findings: findingCount,
            ...small('observed', observed),
            ...small('threshold', threshold),
        })),
        subjects: subjects.map(({ name, role, digest }) => ({ name: (0,clip/* clip */.$)(name, maxText), role, digest })),
        materials: materials.map(({ name, digest, date }) => ({
            name: (0,clip/* clip */.$)(name, maxText),
            digest,
            ...(date !== undefined && { date }),
        })),
        waivers: waivers.map(({ id, scope, owner, approver, expires, approval }) => ({
            id,
            scope: (0,clip/* clip */.$)(scope, maxText),
            owner,
            approver,
            expires,
            approval,
        })),
    };
}
/** The record of a training run (or another recorded step), from its provenance statement. */
function recordOfTraining(step) {
    const run = runOf(step);
    const items = [...step.outputs, ...step.inputs];
    return fitted({
        schemaVersion: recordVersion,
        event: 'training',
        key: keyOf(run, 'training', step.step, step.storedDigest),
        time: step.finishedOn,
        stage: 'training',
        pipeline: step.pipeline,
        gate: 'training',
        instance: step.step,
        run,
        parameters: { digest: (0,evidence/* sha256 */.sc)((0,json/* canonicalJson */.d)(step.command)), source: 'command' },
        checks: [],
        subjects: items.map(({ name, role, digest }) => ({ name: (0,clip/* clip */.$)(name, maxText), role, digest })),
        materials: [],
        waivers: [],
        omitted: 0,
        evidence: step.storedDigest,
        versions: {},
    });
}
/** What the statement says of its run: its address holds repository, run and attempt. */
function runOf({ builder, invocationId, source }) {
    const address = /^(https:\/\/[^/]+)\/([^/]+\/[^/]+)\/actions\/runs\/(\d+)\/attempts\/(\d+)$/;
    const [, serverUrl, repository, runId, runAttempt] = address.exec(invocationId ?? '') ?? [];
    return {
        kind: runId === undefined ? 'local' : 'github',
        event: 'training',
        workflowRef: (0,clip/* clip */.$)(builder, maxText),
        ...(serverUrl && repository && runId && runAttempt && { serverUrl, repository, runId, runAttempt }),
        ...(source && { commit: source.commit }),
    };
}
/** Idempotency key: the same outcome of the same job attempt is one event, however often it is handed in. */
function keyOf(run, gate, instance, digest) {
    const repository = run.repositoryId ?? run.repository ?? '';
    const place = [repository, run.runId ?? '', run.runAttempt ?? '', run.job ?? ''];
    return (0,evidence/* sha256 */.sc)((0,json/* canonicalJson */.d)([...place, gate, instance, digest]));
}
function small(name, value) {
    return value !== undefined && Buffer.byteLength((0,json/* canonicalJson */.d)(value)) <= maxValueBytes
        ? { [name]: value }
        : {};
}
/** Shortens the lists until the entry fits: everything else in a record is bounded, and the evidence's digest covers the rest. */
function fitted(whole) {
    for (const most of [1000, 300, 100, 30, 10, 3, 1]) {
        const record = shorten(whole, most);
        if (writeRecord(record).byteLength <= maxRecordBytes)
            return record;
    }
    return shorten(whole, 0);
}
function shorten(whole, most) {
    const { checks, subjects, materials, waivers } = whole;
    const omitted = [checks, subjects, materials, waivers].reduce((sum, list) => sum + Math.max(0, list.length - most), 0);
    return {
        ...whole,
        checks: checks.slice(0, most),
        subjects: subjects.slice(0, most),
        materials: materials.slice(0, most),
        waivers: waivers.slice(0, most),
        omitted,
    };
}
/** Canonical JSON without a newline: these bytes are the entry. @throws RecordError on what could not be read again. */
function writeRecord(record) {
    const plain = JSON.parse(JSON.stringify(record));
    return Buffer.from((0,json/* canonicalJson */.d)(asRecord(plain)));
}
/** Reads an entry of a log, trusting nothing. @throws RecordError when it is not a record of ours. */
function readRecord(bytes) {
    if (bytes.byteLength > maxRecordBytes)
        throw new RecordError(`is over ${maxRecordBytes} bytes`);
    try {
        return asRecord((0,strict_json/* parseStrictJson */.R)(bytes));
    }
    catch (cause) {
        if (cause instanceof strict_json/* JsonError */.N)
            throw new RecordError(cause.message, { cause });
        throw cause;
    }
}
const isRecord = (0,schema_guard/* schemaGuard */.J)(recordSchema);
function asRecord(value) {
    if (isRecord(value))
        return value;
    const [error] = isRecord.errors ?? [];
    const where = error?.instancePath || 'its top';
    throw new RecordError(`is not an audit record: ${where} ${error?.message ?? 'is invalid'}`);
}
/** Every digest that a record speaks of, as `algorithm:hex`, its evidence's and bundle's as `sha256`. */
function digestsOf({ evidence, bundle, subjects, materials }) {
    const named = (digest) => Object.entries(digest).map(([algorithm, value]) => `${algorithm}:${value}`);
    return [
        `sha256:${evidence}`,
        ...(bundle === undefined ? [] : [`sha256:${bundle}`]),
        ...[...subjects, ...materials].flatMap(({ digest }) => named(digest)),
    ];
}


/***/ }),

/***/ 6251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   By: () => (/* binding */ parseStatement),
/* harmony export */   Mp: () => (/* binding */ StatementError),
/* harmony export */   qB: () => (/* binding */ statementType)
/* harmony export */ });
/* harmony import */ var _strict_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3256);

const statementType = 'https://in-toto.io/Statement/v1';
/** Bytes that are not the statement they should be, or contradict themselves. The message says why. */
class StatementError extends Error {
    name = 'StatementError';
}
/** @throws StatementError when the bytes are not strict JSON, or not what the schema asks. */
function parseStatement(bytes, validate, what) {
    let json;
    try {
        json = (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseStrictJson */ .R)(bytes);
    }
    catch (error) {
        if (error instanceof _strict_json_js__WEBPACK_IMPORTED_MODULE_0__/* .JsonError */ .N)
            throw new StatementError(error.message);
        throw error;
    }
    if (validate(json))
        return json;
    const [fault] = validate.errors ?? [];
    const where = fault?.instancePath || 'its top';
    throw new StatementError(`is not ${what}: ${where} ${fault?.message ?? 'is invalid'}`);
}


/***/ }),

/***/ 8096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $C: () => (/* binding */ decodeHash),
/* harmony export */   O7: () => (/* binding */ decodeDecimal),
/* harmony export */   WG: () => (/* binding */ encodeBase64),
/* harmony export */   er: () => (/* binding */ sameBytes),
/* harmony export */   y4: () => (/* binding */ decodeBase64)
/* harmony export */ });
/* harmony import */ var _tlog_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8154);

/**
 * Standard base64 with padding (RFC 4648 §4) in its one canonical spelling: Node's decoder alone would also take
 * missing padding, URL letters and stray bits.
 *
 * @throws TlogError
 */
function decodeBase64(text, what) {
    const bytes = Buffer.from(text, 'base64');
    if (bytes.toString('base64') !== text)
        throw new _tlog_error_js__WEBPACK_IMPORTED_MODULE_0__/* .TlogError */ .v(`${what} is not canonical base64`);
    return bytes;
}
function encodeBase64(bytes) {
    return Buffer.from(bytes).toString('base64');
}
/** @throws TlogError unless it is the base64 of exactly 32 bytes. */
function decodeHash(text, what) {
    const bytes = decodeBase64(text, what);
    if (bytes.byteLength !== 32)
        throw new _tlog_error_js__WEBPACK_IMPORTED_MODULE_0__/* .TlogError */ .v(`${what} has ${bytes.byteLength} bytes, not 32`);
    return bytes;
}
/** A decimal without sign or leading zeros, below 2^64. @throws TlogError */
function decodeDecimal(text, what) {
    if (!/^(?:0|[1-9][0-9]{0,19})$/.test(text))
        throw new _tlog_error_js__WEBPACK_IMPORTED_MODULE_0__/* .TlogError */ .v(`${what} is not a decimal number without leading zeros`);
    const value = BigInt(text);
    if (value >= 2n ** 64n)
        throw new _tlog_error_js__WEBPACK_IMPORTED_MODULE_0__/* .TlogError */ .v(`${what} is over 64 bits`);
    return value;
}
function sameBytes(a, b) {
    return Buffer.compare(a, b) === 0;
}


/***/ }),

/***/ 9536:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ openCheckpoint),
  C: () => (/* binding */ signCheckpoint)
});

// EXTERNAL MODULE: ./build/tlog/base64.js
var base64 = __webpack_require__(8096);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/tlog/tlog-error.js
var tlog_error = __webpack_require__(8154);
;// CONCATENATED MODULE: ./build/tlog/note.js



/** C2SP signed-note asks for at least 16 signatures; each may be post-quantum (5 kB). */
const maxSignatures = 64;
const maxNoteBytes = 512 * 1024;
/** Takes a signed note apart; nothing is verified. @throws TlogError */
function parseNote(bytes) {
    if (bytes.byteLength > maxNoteBytes)
        throw new tlog_error/* TlogError */.v(`the note is over ${maxNoteBytes} bytes`);
    const whole = decodeText(bytes);
    // ASCII control characters (Cc without DEL and C1) other than the newline.
    if (/[^\P{Cc}\n\u007f-\u009f]/u.test(whole))
        throw new tlog_error/* TlogError */.v('the note has control characters');
    // The last empty line divides text from signatures, so an empty line in the text is text.
    const end = whole.lastIndexOf('\n\n');
    if (end < 0)
        throw new tlog_error/* TlogError */.v('the note has no empty line before signatures');
    if (!whole.endsWith('\n'))
        throw new tlog_error/* TlogError */.v('the note does not end in a newline');
    const lines = whole.slice(end + 2, -1).split('\n');
    if (lines.length === 1 && lines[0] === '')
        throw new tlog_error/* TlogError */.v('the note has no signature');
    if (lines.length > maxSignatures)
        throw new tlog_error/* TlogError */.v(`the note has over ${maxSignatures} signatures`);
    return { text: whole.slice(0, end + 1), signatures: lines.map(parseSignature) };
}
function decodeText(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        throw new tlog_error/* TlogError */.v('the note is not UTF-8');
    }
}
function parseSignature(line) {
    const [, name, encoded] = /^— ([^\s+]+) ([A-Za-z0-9+/=]+)$/u.exec(line) ?? [];
    if (name === undefined || encoded === undefined)
        throw new tlog_error/* TlogError */.v('the note has a malformed signature line');
    const bytes = (0,base64/* decodeBase64 */.y4)(encoded, 'a signature');
    if (bytes.byteLength < 5)
        throw new tlog_error/* TlogError */.v('the note has a signature that is too short');
    return { name, id: bytes.subarray(0, 4), signature: bytes.subarray(4) };
}
/** Those of the signatures that claim to be by this key. Name and id must both agree. */
function signaturesBy(note, key) {
    return note.signatures.filter((s) => s.name === key.name && (0,base64/* sameBytes */.er)(s.id, key.id));
}
/**
 * That the key signed the note's text.
 *
 * @throws TlogError when it did not, or one signature in its name is not valid.
 */
function verifySignature(note, key) {
    const own = signaturesBy(note, key);
    if (own.length === 0)
        throw new tlog_error/* TlogError */.v(`the note is not signed by ${key.name}`);
    const bad = own.some(({ signature }) => !(0,external_node_crypto_.verify)(null, Buffer.from(note.text), key.key, signature));
    if (bad)
        throw new tlog_error/* TlogError */.v(`the signature of ${key.name} is not valid`);
}
/**
 * Time of a witness's valid cosignature/v1 (C2SP tlog-cosignature: `timestamp (8 bytes) ‖ Ed25519 signature`), in seconds since the epoch;
 * `undefined` when there is none. A witness is only a further opinion, so a bad cosignature does not count instead of spoiling the note.
 */
function cosignedAt(note, witness) {
    for (const { signature } of signaturesBy(note, witness)) {
        if (signature.byteLength !== 72)
            continue;
        const time = Buffer.from(signature).readBigUInt64BE();
        const message = Buffer.from(`cosignature/v1\ntime ${time}\n${note.text}`);
        if (time < 2n ** 63n && (0,external_node_crypto_.verify)(null, message, witness.key, signature.subarray(8)))
            return time;
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/tlog/signer-key.js
var signer_key = __webpack_require__(239);
;// CONCATENATED MODULE: ./build/tlog/checkpoint.js




/** Reads a checkpoint that the log signed. @throws TlogError */
function openCheckpoint(bytes, { key, origin, witnesses = [] }) {
    const note = parseNote(bytes);
    verifySignature(note, key);
    const body = parseCheckpointText(note.text);
    const expected = origin ?? key.name;
    if (body.origin !== expected)
        throw new tlog_error/* TlogError */.v(`the checkpoint is of ${JSON.stringify(body.origin.slice(0, 200))}, not of ${expected}`);
    return { ...body, cosigned: cosignatures(note, witnesses) };
}
function cosignatures(note, witnesses) {
    return witnesses.flatMap((witness) => {
        const time = witness.type === 'cosignature' ? cosignedAt(note, witness) : undefined;
        return time === undefined ? [] : [{ witness: witness.name, time }];
    });
}
/** @throws TlogError unless it is origin, size, root and non-empty extension lines. */
function parseCheckpointText(text) {
    if (!text.endsWith('\n'))
        throw new tlog_error/* TlogError */.v('the checkpoint does not end in a newline');
    const [origin = '', size = '', root = '', ...extensions] = text.slice(0, -1).split('\n');
    if (origin === '')
        throw new tlog_error/* TlogError */.v('the checkpoint has no origin');
    if (extensions.includes(''))
        throw new tlog_error/* TlogError */.v('the checkpoint has an empty line');
    return {
        origin,
        size: (0,base64/* decodeDecimal */.O7)(size, 'the size'),
        root: (0,base64/* decodeHash */.$C)(root, 'the root'),
        extensions,
    };
}
function signCheckpoint(origin, { size, root }, key) {
    return Buffer.from((0,signer_key/* signNote */.q)(`${origin}\n${size}\n${(0,base64/* encodeBase64 */.WG)(root)}\n`, key));
}


/***/ }),

/***/ 8889:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ verifyConsistency),
/* harmony export */   Kx: () => (/* binding */ emptyRoot),
/* harmony export */   X$: () => (/* binding */ hashSubtree),
/* harmony export */   l: () => (/* binding */ hashNode),
/* harmony export */   lG: () => (/* binding */ hashLeaf),
/* harmony export */   uv: () => (/* binding */ splitOf),
/* harmony export */   yR: () => (/* binding */ verifyInclusion)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _base64_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8096);
/* harmony import */ var _tlog_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8154);



/** RFC 6962 §2.1: a leaf is SHA-256(0x00 ‖ entry). */
function hashLeaf(entry) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', Buffer.concat([Buffer.of(0), entry]), 'buffer');
}
/** RFC 6962 §2.1: an inner node is SHA-256(0x01 ‖ left ‖ right). */
function hashNode(left, right) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', Buffer.concat([Buffer.of(1), left, right]), 'buffer');
}
/** RFC 6962 §2.1: the root of the empty tree is the hash of nothing. */
const emptyRoot = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', Buffer.alloc(0), 'buffer');
/** Root over 1 to 256 hashes (a tile) that stand for equal, perfect subtrees. */
function hashSubtree(hashes) {
    let row = hashes;
    while (row.length > 1) {
        const next = [];
        for (let i = 0; i + 1 < row.length; i += 2)
            next.push(hashNode(at(row, i), at(row, i + 1)));
        if (row.length % 2 === 1)
            next.push(at(row, row.length - 1));
        row = next;
    }
    return at(row, 0);
}
function at(row, index) {
    const hashed = row[index];
    if (hashed === undefined)
        throw new _tlog_error_js__WEBPACK_IMPORTED_MODULE_1__/* .TlogError */ .v('the proof is too short');
    return hashed;
}
/** The largest power of two below `size`; where RFC 6962 splits a tree. */
function splitOf(size) {
    return 1n << BigInt((size - 1n).toString(2).length - 1);
}
/**
 * The root that `leaf` at `index` and its audit path lead to (RFC 6962 §2.1.1).
 *
 * @throws TlogError when the path has not exactly the length that index and size ask for.
 */
function rootFromInclusion(leaf, index, size, proof) {
    if (index < 0n || index >= size)
        throw new _tlog_error_js__WEBPACK_IMPORTED_MODULE_1__/* .TlogError */ .v(`index ${index} is outside a log of ${size}`);
    const sides = [];
    for (let [i, n] = [index, size]; n > 1n;) {
        const k = splitOf(n);
        sides.push(i < k ? 'left' : 'right');
        [i, n] = i < k ? [i, k] : [i - k, n - k];
    }
    if (sides.length !== proof.length)
        throw new _tlog_error_js__WEBPACK_IMPORTED_MODULE_1__/* .TlogError */ .v(`the proof has ${proof.length} hashes where ${sides.length} belong`);
    return sides
        .reverse()
        .reduce((node, side, i) => (side === 'left' ? hashNode(node, at(proof, i)) : hashNode(at(proof, i), node)), leaf);
}
/** @throws TlogError unless the proof leads from the leaf to the root. */
function verifyInclusion(leaf, index, { size, root }, proof) {
    if (!(0,_base64_js__WEBPACK_IMPORTED_MODULE_2__/* .sameBytes */ .er)(rootFromInclusion(leaf, index, size, proof), root))
        throw new _tlog_error_js__WEBPACK_IMPORTED_MODULE_1__/* .TlogError */ .v(`the proof does not lead from entry ${index} to the root`);
}
/**
 * RFC 6962 §2.1.2: that the newer tree holds the older one unchanged.
 *
 * @throws TlogError when it does not, or the proof is malformed.
 */
function verifyConsistency(older, newer, proof) {
    if (older.size > newer.size)
        throw new _tlog_error_js__WEBPACK_IMPORTED_MODULE_1__/* .TlogError */ .v(`size ${newer.size} is below the older size ${older.size}`);
    if (older.size === 0n || older.size === newer.size) {
        if (proof.length > 0)
            throw new _tlog_error_js__WEBPACK_IMPORTED_MODULE_1__/* .TlogError */ .v('the proof should be empty');
        if (older.size === newer.size && !(0,_base64_js__WEBPACK_IMPORTED_MODULE_2__/* .sameBytes */ .er)(older.root, newer.root))
            throw new _tlog_error_js__WEBPACK_IMPORTED_MODULE_1__/* .TlogError */ .v(`two different roots at size ${older.size}`);
        if (older.size === 0n && !(0,_base64_js__WEBPACK_IMPORTED_MODULE_2__/* .sameBytes */ .er)(older.root, emptyRoot))
            throw new _tlog_error_js__WEBPACK_IMPORTED_MODULE_1__/* .TlogError */ .v('the root of the empty log is wrong');
        return;
    }
    const rest = [...proof];
    const roots = consistencyRoots(older.size, newer.size, older.root, rest, true);
    if (rest.length > 0)
        throw new _tlog_error_js__WEBPACK_IMPORTED_MODULE_1__/* .TlogError */ .v('the proof is too long');
    if (!(0,_base64_js__WEBPACK_IMPORTED_MODULE_2__/* .sameBytes */ .er)(roots.older, older.root) || !(0,_base64_js__WEBPACK_IMPORTED_MODULE_2__/* .sameBytes */ .er)(roots.newer, newer.root))
        throw new _tlog_error_js__WEBPACK_IMPORTED_MODULE_1__/* .TlogError */ .v(`size ${newer.size} does not contain size ${older.size} unchanged`);
}
/** Mirrors SUBPROOF of RFC 6962 §2.1.2, taking hashes from the end of the proof inwards. */
function consistencyRoots(m, n, known, rest, whole) {
    if (m === n) {
        const same = whole ? known : takeLast(rest);
        return { older: same, newer: same };
    }
    const k = splitOf(n);
    const sibling = takeLast(rest);
    if (m <= k) {
        const left = consistencyRoots(m, k, known, rest, whole);
        return { older: left.older, newer: hashNode(left.newer, sibling) };
    }
    const right = consistencyRoots(m - k, n - k, known, rest, false);
    return { older: hashNode(sibling, right.older), newer: hashNode(sibling, right.newer) };
}
function takeLast(rest) {
    const last = rest.pop();
    if (last === undefined)
        throw new _tlog_error_js__WEBPACK_IMPORTED_MODULE_1__/* .TlogError */ .v('the proof is too short');
    return last;
}


/***/ }),

/***/ 9813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E4: () => (/* binding */ writeProof),
/* harmony export */   Gr: () => (/* binding */ verifyProof)
/* harmony export */ });
/* unused harmony export parseProof */
/* harmony import */ var _base64_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8096);
/* harmony import */ var _checkpoint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9536);
/* harmony import */ var _merkle_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8889);
/* harmony import */ var _tlog_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8154);
/* harmony import */ var _verifier_key_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2251);





const header = 'c2sp.org/tlog-proof@v1';
/** An entry of 64 KiB in base64, 64 hashes and a checkpoint with post-quantum cosignatures. */
const maxProofBytes = 1024 * 1024;
function writeProof({ index, hashes, checkpoint, extra }) {
    const lines = [
        header,
        ...(extra === undefined ? [] : [`extra ${(0,_base64_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeBase64 */ .WG)(extra)}`]),
        `index ${index}`,
        ...hashes.map(_base64_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeBase64 */ .WG),
    ];
    return `${lines.join('\n')}\n\n${Buffer.from(checkpoint).toString()}`;
}
/** Takes a proof apart; nothing is verified. @throws TlogError */
function parseProof(text) {
    if (text.length > maxProofBytes)
        throw new _tlog_error_js__WEBPACK_IMPORTED_MODULE_4__/* .TlogError */ .v(`the proof is over ${maxProofBytes} bytes`);
    const end = text.indexOf('\n\n');
    if (end < 0)
        throw new _tlog_error_js__WEBPACK_IMPORTED_MODULE_4__/* .TlogError */ .v('the proof has no empty line before its checkpoint');
    const [first, ...lines] = text.slice(0, end).split('\n');
    if (first !== header)
        throw new _tlog_error_js__WEBPACK_IMPORTED_MODULE_4__/* .TlogError */ .v(`the proof does not begin with ${header}`);
    const extra = lines[0]?.startsWith('extra ') ? lines.shift()?.slice('extra '.length) : undefined;
    const index = lines.shift();
    if (!index?.startsWith('index '))
        throw new _tlog_error_js__WEBPACK_IMPORTED_MODULE_4__/* .TlogError */ .v('the proof has no index line');
    if (lines.length > 64)
        throw new _tlog_error_js__WEBPACK_IMPORTED_MODULE_4__/* .TlogError */ .v('the proof has over 64 hashes');
    return {
        index: (0,_base64_js__WEBPACK_IMPORTED_MODULE_3__/* .decodeDecimal */ .O7)(index.slice('index '.length), 'the index'),
        hashes: lines.map((line) => (0,_base64_js__WEBPACK_IMPORTED_MODULE_3__/* .decodeHash */ .$C)(line, 'a hash of the proof')),
        checkpoint: Buffer.from(text.slice(end + 2)),
        ...(extra !== undefined && { extra: (0,_base64_js__WEBPACK_IMPORTED_MODULE_3__/* .decodeBase64 */ .y4)(extra, 'the extra data') }),
    };
}
/**
 * Proves, offline, that a log which the key signs for holds an entry.
 *
 * @param trust the log's verifier key (`NAME+ID+KEY`), or key, origin and witnesses.
 * @param entry the bytes it must be about; absent, those that the proof carries in its `extra` line.
 * @throws TlogError when anything in the way from the entry to the signature does not hold.
 */
function verifyProof(proofText, trust, entry) {
    const { index, hashes, checkpoint: note, extra } = parseProof(proofText);
    const checkpoint = (0,_checkpoint_js__WEBPACK_IMPORTED_MODULE_0__/* .openCheckpoint */ .D)(note, typeof trust === 'string' ? { key: (0,_verifier_key_js__WEBPACK_IMPORTED_MODULE_2__/* .parseVerifierKey */ .z$)(trust) } : trust);
    const proven = entry ?? extra;
    if (proven === undefined)
        throw new _tlog_error_js__WEBPACK_IMPORTED_MODULE_4__/* .TlogError */ .v('the proof does not carry its entry, and none was given');
    (0,_merkle_js__WEBPACK_IMPORTED_MODULE_1__/* .verifyInclusion */ .yR)((0,_merkle_js__WEBPACK_IMPORTED_MODULE_1__/* .hashLeaf */ .lG)(proven), index, checkpoint, hashes);
    return { index, entry: proven, checkpoint };
}


/***/ }),

/***/ 239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ signNote),
/* harmony export */   t: () => (/* binding */ parseSignerKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _base64_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8096);
/* harmony import */ var _tlog_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8154);
/* harmony import */ var _verifier_key_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2251);




/** DER of a PKCS#8 Ed25519 private key up to the 32 bytes of its seed (RFC 8410 §7). */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
/**
 * Reads an Ed25519 key, either PEM (PKCS#8), which has no name of its own, or
 * `PRIVATE+KEY+<name>+<id>+<base64(type ‖ seed)>` (golang.org/x/mod/sumdb/note).
 *
 * @param name for a PEM key: what it signs as, by custom the log's origin.
 * @throws TlogError; never with the key's text in the message.
 */
function parseSignerKey(text, name) {
    const trimmed = text.trim();
    if (trimmed.startsWith('PRIVATE+KEY+'))
        return parseNoteKey(trimmed);
    const key = readPem(trimmed);
    if (name === undefined)
        throw new _tlog_error_js__WEBPACK_IMPORTED_MODULE_2__/* .TlogError */ .v('is a PEM key, which needs the origin it signs as');
    return signerOf(name, key);
}
function parseNoteKey(text) {
    const [, name, id, encoded] = /^PRIVATE\+KEY\+([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/u.exec(text) ?? [];
    if (name === undefined || id === undefined || encoded === undefined)
        throw new _tlog_error_js__WEBPACK_IMPORTED_MODULE_2__/* .TlogError */ .v('is not a signer key (PRIVATE+KEY+NAME+ID+SEED)');
    const typed = (0,_base64_js__WEBPACK_IMPORTED_MODULE_3__/* .decodeBase64 */ .y4)(encoded, 'the seed');
    if (typed[0] !== _verifier_key_js__WEBPACK_IMPORTED_MODULE_1__/* .signatureTypes */ .i1.ed25519 || typed.byteLength !== 33)
        throw new _tlog_error_js__WEBPACK_IMPORTED_MODULE_2__/* .TlogError */ .v('is not an Ed25519 signer key');
    const der = Buffer.concat([pkcs8Prefix, typed.subarray(1)]);
    const signer = signerOf(name, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ format: 'der', type: 'pkcs8', key: der }));
    if (!(0,_base64_js__WEBPACK_IMPORTED_MODULE_3__/* .sameBytes */ .er)(signer.verifier.id, Buffer.from(id, 'hex')))
        throw new _tlog_error_js__WEBPACK_IMPORTED_MODULE_2__/* .TlogError */ .v('has an id that is not its own');
    return signer;
}
function readPem(text) {
    try {
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)(text);
    }
    catch {
        // OpenSSL's own message may quote the input.
        throw new _tlog_error_js__WEBPACK_IMPORTED_MODULE_2__/* .TlogError */ .v('is neither PEM (PKCS#8, not encrypted) nor PRIVATE+KEY+…');
    }
}
function signerOf(name, key) {
    (0,_verifier_key_js__WEBPACK_IMPORTED_MODULE_1__/* .assertKeyName */ .xw)(name);
    return { key, verifier: (0,_verifier_key_js__WEBPACK_IMPORTED_MODULE_1__/* .verifierKeyOf */ .pR)(name, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key)) };
}
/** Text (ending in a newline) with one signature: a signed note. */
function signNote(text, { key, verifier }) {
    const signature = Buffer.concat([verifier.id, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(null, Buffer.from(text), key)]);
    return `${text}\n— ${verifier.name} ${(0,_base64_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeBase64 */ .WG)(signature)}\n`;
}


/***/ }),

/***/ 8154:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ TlogError)
/* harmony export */ });
/** A text, tile or proof is not what the format or the signed root says it is. The message is one clause for a person. */
class TlogError extends Error {
    name = 'TlogError';
}


/***/ }),

/***/ 2251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V5: () => (/* binding */ formatVerifierKey),
/* harmony export */   i1: () => (/* binding */ signatureTypes),
/* harmony export */   pR: () => (/* binding */ verifierKeyOf),
/* harmony export */   xw: () => (/* binding */ assertKeyName),
/* harmony export */   z$: () => (/* binding */ parseVerifierKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _base64_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8096);
/* harmony import */ var _tlog_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8154);



/** Signature types of C2SP signed-note that we check. */
const signatureTypes = { ed25519: 0x01, cosignature: 0x04 };
/** SHA-256(name ‖ 0x0A ‖ type ‖ public key), first four bytes. */
function keyId(name, typedKey) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(`${name}\n`).update(typedKey).digest().subarray(0, 4);
}
/**
 * Reads `<name>+<id, 8 hex digits>+<base64(type ‖ public key)>`.
 *
 * @throws TlogError on any other text, a wrong id, or a type other than Ed25519 and cosignature/v1.
 */
function parseVerifierKey(text) {
    const [, name, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/u.exec(text) ?? [];
    if (name === undefined || id === undefined || encoded === undefined)
        throw new _tlog_error_js__WEBPACK_IMPORTED_MODULE_1__/* .TlogError */ .v('is not a verifier key (NAME+ID+KEY)');
    const typed = (0,_base64_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeBase64 */ .y4)(encoded, 'the key');
    const type = ['ed25519', 'cosignature'].find((t) => signatureTypes[t] === typed[0]);
    if (type === undefined)
        throw new _tlog_error_js__WEBPACK_IMPORTED_MODULE_1__/* .TlogError */ .v(`has signature type ${typed[0]}, which is not supported`);
    if (typed.byteLength !== 33)
        throw new _tlog_error_js__WEBPACK_IMPORTED_MODULE_1__/* .TlogError */ .v('is not an Ed25519 key of 32 bytes');
    if (!(0,_base64_js__WEBPACK_IMPORTED_MODULE_2__/* .sameBytes */ .er)(keyId(name, typed), Buffer.from(id, 'hex')))
        throw new _tlog_error_js__WEBPACK_IMPORTED_MODULE_1__/* .TlogError */ .v('has an id that is not its own');
    return { name, id: Buffer.from(id, 'hex'), type, key: publicKeyOf(typed.subarray(1)) };
}
/** The text form of an Ed25519 key under a name. @throws TlogError on a name with spaces or a plus. */
function verifierKeyOf(name, key) {
    assertKeyName(name);
    const typed = typedKeyOf(key);
    return { name, id: keyId(name, typed), type: 'ed25519', key };
}
function formatVerifierKey({ name, id, key }) {
    return `${name}+${Buffer.from(id).toString('hex')}+${(0,_base64_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeBase64 */ .WG)(typedKeyOf(key))}`;
}
/** Names are non-empty, without Unicode spaces and plus signs (C2SP signed-note). */
function assertKeyName(name) {
    if (!/^[^\s+\p{Cc}]+$/u.test(name))
        throw new _tlog_error_js__WEBPACK_IMPORTED_MODULE_1__/* .TlogError */ .v(`${JSON.stringify(name)} is not a key name`);
}
function typedKeyOf(key) {
    if (key.asymmetricKeyType !== 'ed25519')
        throw new _tlog_error_js__WEBPACK_IMPORTED_MODULE_1__/* .TlogError */ .v('is not an Ed25519 key');
    const { x = '' } = key.export({ format: 'jwk' });
    return Buffer.concat([Buffer.of(signatureTypes.ed25519), Buffer.from(x, 'base64url')]);
}
function publicKeyOf(raw) {
    const x = Buffer.from(raw).toString('base64url');
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x } });
}


/***/ })

};
