export const id = 746;
export const ids = [746];
export const modules = {

/***/ 8424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ assurances)
/* harmony export */ });
/** How a link of the chain is known (DESIGN §2), weakest first. */
const assurances = ['claimed', 'bound', 'attested', 'recomputed'];


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

/***/ 1683:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ch: () => (/* binding */ readProvenance),
/* harmony export */   HN: () => (/* binding */ provenanceName),
/* harmony export */   fu: () => (/* binding */ writeProvenance),
/* harmony export */   wy: () => (/* binding */ provenanceType),
/* harmony export */   zp: () => (/* binding */ builderOf)
/* harmony export */ });
/* harmony import */ var typebox__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6868);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9373);
/* harmony import */ var _evidence_schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8289);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3606);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8392);
/* harmony import */ var _schema_guard_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9339);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6251);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3998);








/** SLSA provenance v1.0 (slsa.dev/spec/v1.0/provenance). */
const provenanceType = 'https://slsa.dev/provenance/v1';
/** How to read `externalParameters` and `resolvedDependencies`: one command, run by `record-training`. */
const buildType = 'https://sluice-ml.github.io/build-types/recorded-step/v1';
const localBuilder = 'https://sluice-ml.github.io/builders/local/v1';
/** Name in the evidence store; one per pipeline and step. */
function provenanceName({ pipeline, step }) {
    return (0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__/* .evidenceKey */ .ZH)({ pipeline, gate: 'training', instance: step === 'train' ? '' : step });
}
/** Who ran a step, and in which run (SLSA `builder.id`, `invocationId`). */
function builderOf(run) {
    const { serverUrl, repository, runId, runAttempt = '1' } = run;
    const workflow = run.jobWorkflowRef ?? run.workflowRef;
    return {
        builder: serverUrl && workflow ? `${serverUrl}/${workflow}` : localBuilder,
        ...(serverUrl &&
            repository &&
            runId && { invocationId: `${serverUrl}/${repository}/actions/runs/${runId}/attempts/${runAttempt}` }),
    };
}
/** Canonical JSON and a newline. @throws RangeError when it would be too large to be read again. */
function writeProvenance(record) {
    const { pipeline, step, command, source, inputs, outputs } = record;
    const statement = {
        _type: _statement_js__WEBPACK_IMPORTED_MODULE_6__/* .statementType */ .qB,
        subject: outputs.map(describeItem),
        predicateType: provenanceType,
        predicate: {
            buildDefinition: {
                buildType,
                externalParameters: { command, pipeline, step },
                resolvedDependencies: [...(source ? [describeSource(source)] : []), ...inputs.map(describeItem)],
            },
            runDetails: {
                builder: { id: record.builder },
                metadata: {
                    ...(record.invocationId !== undefined && { invocationId: record.invocationId }),
                    startedOn: record.startedOn,
                    finishedOn: record.finishedOn,
                },
            },
        },
    };
    const bytes = Buffer.from(`${(0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .canonicalJson */ .d)(JSON.parse(JSON.stringify(statement)))}\n`);
    if (bytes.byteLength > _limits_js__WEBPACK_IMPORTED_MODULE_3__/* .limits */ .F.evidenceBytes)
        throw new RangeError('the training record is too large');
    return bytes;
}
function describeItem({ name, digest, role, label }) {
    return { name, digest, annotations: { role, ...(label !== undefined && { label }) } };
}
function describeSource({ commit, uri, modified, untracked }) {
    return {
        ...(uri !== undefined && { uri }),
        digest: { gitCommit: commit },
        annotations: { modified, untracked },
    };
}
const text = (maxLength) => typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.String */ .ZUJ.String({ maxLength });
const count = typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Integer */ .ZUJ.Integer({ minimum: 0 });
const itemSchema = typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Object */ .ZUJ.Object({
    name: text(4096),
    digest: _evidence_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .digestSetSchema */ .cd,
    annotations: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Object */ .ZUJ.Object({ role: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Enum */ .ZUJ.Enum([..._subject_js__WEBPACK_IMPORTED_MODULE_5__/* .roles */ .Ot]), label: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Optional */ .ZUJ.Optional(text(256)) }),
});
const sourceSchema = typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Object */ .ZUJ.Object({
    uri: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Optional */ .ZUJ.Optional(text(4096)),
    digest: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Object */ .ZUJ.Object({ gitCommit: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.String */ .ZUJ.String({ pattern: '^([0-9a-f]{40}|[0-9a-f]{64})$' }) }),
    annotations: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Object */ .ZUJ.Object({ modified: count, untracked: count }, { additionalProperties: false }),
});
const provenanceSchema = typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Object */ .ZUJ.Object({
    _type: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Literal */ .ZUJ.Literal(_statement_js__WEBPACK_IMPORTED_MODULE_6__/* .statementType */ .qB),
    subject: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Array */ .ZUJ.Array(itemSchema, { minItems: 1 }),
    predicateType: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Literal */ .ZUJ.Literal(provenanceType),
    predicate: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Object */ .ZUJ.Object({
        buildDefinition: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Object */ .ZUJ.Object({
            buildType: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Literal */ .ZUJ.Literal(buildType),
            externalParameters: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Object */ .ZUJ.Object({
                command: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Array */ .ZUJ.Array(typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.String */ .ZUJ.String(), { minItems: 1 }),
                pipeline: text(256),
                step: text(64),
            }),
            resolvedDependencies: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Array */ .ZUJ.Array(typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Union */ .ZUJ.Union([sourceSchema, itemSchema])),
        }),
        runDetails: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Object */ .ZUJ.Object({
            builder: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Object */ .ZUJ.Object({ id: text(2048) }),
            metadata: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Object */ .ZUJ.Object({
                invocationId: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Optional */ .ZUJ.Optional(text(2048)),
                startedOn: text(64),
                finishedOn: text(64),
            }),
        }),
    }),
});
const isProvenance = (0,_schema_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .schemaGuard */ .J)(provenanceSchema);
/**
 * Reads a stored training record, trusting nothing: size, strict JSON, schema, one source at most.
 *
 * @throws StatementError
 */
function readProvenance(bytes) {
    if (bytes.byteLength > _limits_js__WEBPACK_IMPORTED_MODULE_3__/* .limits */ .F.evidenceBytes) {
        throw new _statement_js__WEBPACK_IMPORTED_MODULE_6__/* .StatementError */ .Mp(`is larger than ${_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .limits */ .F.evidenceBytes} bytes`);
    }
    const { subject, predicate } = (0,_statement_js__WEBPACK_IMPORTED_MODULE_6__/* .parseStatement */ .By)(bytes, isProvenance, 'a training record');
    const { buildDefinition, runDetails } = predicate;
    const { command, pipeline, step } = buildDefinition.externalParameters;
    const { invocationId, startedOn, finishedOn } = runDetails.metadata;
    const dependencies = buildDefinition.resolvedDependencies;
    const [source, ...more] = dependencies.filter(isSource);
    if (more.length > 0)
        throw new _statement_js__WEBPACK_IMPORTED_MODULE_6__/* .StatementError */ .Mp('names two sources');
    return {
        pipeline,
        step,
        command,
        ...(source && { source: readSource(source) }),
        inputs: dependencies.filter(isItem).map(readItem),
        outputs: subject.map(readItem),
        startedOn,
        finishedOn,
        builder: runDetails.builder.id,
        ...(invocationId !== undefined && { invocationId }),
        storedDigest: (0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .sc)(bytes),
    };
}
function isItem(one) {
    return 'role' in one.annotations;
}
function isSource(one) {
    return !isItem(one);
}
function readItem({ name, digest, annotations }) {
    const { role, label } = annotations;
    return { name, digest, role, ...(label !== undefined && { label }) };
}
function readSource({ uri, digest, annotations }) {
    const { modified, untracked } = annotations;
    return { commit: digest.gitCommit, ...(uri !== undefined && { uri }), modified, untracked };
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

/***/ 6139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ readStored)
/* harmony export */ });
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9373);
/* harmony import */ var _provenance_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1683);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6251);
/* harmony import */ var _strict_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3256);




/** Reads one stored statement, trusting nothing. */
function readStored(bytes) {
    try {
        const predicateType = predicateTypeOf(bytes);
        if (predicateType === _provenance_js__WEBPACK_IMPORTED_MODULE_1__/* .provenanceType */ .wy)
            return { kind: 'provenance', provenance: (0,_provenance_js__WEBPACK_IMPORTED_MODULE_1__/* .readProvenance */ .Ch)(bytes) };
        if (predicateType === _evidence_js__WEBPACK_IMPORTED_MODULE_0__/* .testResultType */ .K4 || predicateType === _evidence_js__WEBPACK_IMPORTED_MODULE_0__/* .skippedType */ .Pg) {
            return { kind: 'evidence', evidence: (0,_evidence_js__WEBPACK_IMPORTED_MODULE_0__/* .readEvidence */ .At)(bytes) };
        }
        return { kind: 'other', predicateType };
    }
    catch (error) {
        if (error instanceof _strict_json_js__WEBPACK_IMPORTED_MODULE_2__/* .JsonError */ .N || error instanceof _statement_js__WEBPACK_IMPORTED_MODULE_3__/* .StatementError */ .Mp || error instanceof _evidence_js__WEBPACK_IMPORTED_MODULE_0__/* .EvidenceError */ .oe) {
            return { kind: 'unreadable', reason: error.message };
        }
        throw error;
    }
}
function predicateTypeOf(bytes) {
    const json = (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseStrictJson */ .R)(bytes);
    const type = typeof json === 'object' && json !== null && 'predicateType' in json ? json.predicateType : null;
    if (typeof type !== 'string')
        throw new _statement_js__WEBPACK_IMPORTED_MODULE_3__/* .StatementError */ .Mp('is not an in-toto statement');
    return type;
}


/***/ }),

/***/ 2746:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  policyGate: () => (/* binding */ policyGate)
});

;// CONCATENATED MODULE: ./build/policy-gate/inputs.js
const inputs = [
    {
        name: 'policy',
        kind: 'list',
        value: 'FILE',
        key: '/policy-gate/policy',
        description: 'File with rules over what gates measured: YAML or JSON, `{version: 1, rules: […]}`.',
    },
];

// EXTERNAL MODULE: ./build/gate/check.js
var gate_check = __webpack_require__(8362);
// EXTERNAL MODULE: ./build/gate/failure.js
var failure = __webpack_require__(7084);
// EXTERNAL MODULE: ./build/gate/finding.js
var finding = __webpack_require__(6043);
// EXTERNAL MODULE: ./build/gate/stage.js
var gate_stage = __webpack_require__(608);
// EXTERNAL MODULE: ./build/gate/evidence.js
var gate_evidence = __webpack_require__(9373);
// EXTERNAL MODULE: ./build/gate/order.js
var order = __webpack_require__(9034);
// EXTERNAL MODULE: ./build/gate/stored.js
var gate_stored = __webpack_require__(6139);
;// CONCATENATED MODULE: ./build/policy-gate/gather.js



/**
 * Sorts the evidence store. With announced digests, what nobody announced does not count and is not even read: any job can put
 * things there. Without, everything counts, and of several outcomes of one gate the newest.
 */
function gatherEvidence(stored, pipeline, announced) {
    const found = [];
    const ignored = [];
    const unreadable = [];
    const absent = new Map(announced);
    for (const { name, bytes } of stored) {
        const digest = (0,gate_evidence/* sha256 */.sc)(bytes);
        if (announced && !announced.has(digest)) {
            ignored.push({ name, item: 'no job announced its digest' });
            continue;
        }
        absent.delete(digest);
        const read = (0,gate_stored/* readStored */.C)(bytes);
        if (read.kind === 'unreadable')
            unreadable.push({ name, item: read.reason });
        else if (read.kind !== 'evidence')
            ignored.push({ name, item: 'is no outcome of a gate' });
        else if (read.evidence.result.pipeline !== pipeline)
            ignored.push({ name, item: `is of pipeline ${read.evidence.result.pipeline}` });
        else
            found.push({ name, item: read.evidence });
    }
    const { newest, older } = announced ? { newest: found, older: [] } : newestOf(found);
    const superseded = older.map(({ name }) => ({ name, item: 'a newer outcome of the same gate is here' }));
    const byName = (0,order.by)((n) => n.name);
    return {
        accepted: [...newest].sort(byName),
        ignored: [...ignored, ...superseded].sort(byName),
        unreadable: [...unreadable].sort(byName),
        absent,
    };
}
/** Keeps, of each key, the newest outcomes: several where they were judged at the same time. */
function newestOf(found) {
    const latest = new Map();
    for (const { item } of found) {
        const key = (0,gate_evidence/* evidenceKey */.ZH)(item.result);
        const known = latest.get(key);
        if (known === undefined || item.result.judgedAt > known)
            latest.set(key, item.result.judgedAt);
    }
    const isNewest = ({ item }) => latest.get((0,gate_evidence/* evidenceKey */.ZH)(item.result)) === item.result.judgedAt;
    return { newest: found.filter(isNewest), older: found.filter((one) => !isNewest(one)) };
}

// EXTERNAL MODULE: ./build/gate/result.js
var result = __webpack_require__(353);
// EXTERNAL MODULE: ./build/gate/subject.js
var gate_subject = __webpack_require__(3998);
;// CONCATENATED MODULE: ./build/policy-gate/faults.js



const clockSkewMs = 5 * 60_000;
/** Everything that is wrong with one outcome. */
function faultsOf(evidence, demands) {
    return [
        ...verdictFaults(evidence, demands.accept),
        ...originFaults(evidence, demands.run),
        ...ageFaults(evidence, demands),
        ...settingsFaults(evidence),
    ];
}
function fault({ name, item }, message, fix) {
    const { gate, instance } = item.result;
    return {
        finding: {
            severity: 'error',
            file: name,
            message: `${gate}${instance === '' ? '' : ` (${instance})`} ${message}`,
            ...(fix !== undefined && { fix }),
            distinct: message,
        },
    };
}
function verdictFaults(evidence, accept) {
    const { verdict, mode } = evidence.item.result;
    if (!(0,result/* followsFromChecks */.mw)(evidence.item.result))
        return [{ error: `${evidence.name} says ${verdict}, which does not follow from its checks` }];
    switch (verdict) {
        case 'error':
            return [{ error: `${evidence.name}: the gate could not judge` }];
        case 'skip':
            return [{ error: `${evidence.name}: the gate was skipped, and it is required` }];
        case 'fail':
            return [
                fault(evidence, mode === 'report' ? 'failed; that it only reports (mode: report) does not make it pass' : 'failed', 'mend what its report lists'),
            ];
        case 'pass':
        case 'warn':
            return accept.includes(verdict)
                ? []
                : [fault(evidence, `came to ${verdict}, which is not accepted here`)];
    }
}
/** Evidence of another run says nothing of this one. Attempts may differ: a re-run keeps the jobs that had passed. */
function originFaults(evidence, run) {
    if (run.kind !== 'github')
        return [];
    const theirs = evidence.item.run;
    const repository = run.repositoryId === undefined ? 'repository' : 'repositoryId';
    const other = ['kind', repository, 'runId', 'commit'].find((field) => run[field] !== undefined && theirs[field] !== run[field]);
    if (other === undefined)
        return [];
    const message = `was judged elsewhere: ${other} is ${theirs[other] ?? 'not said'}, here ${run[other]}`;
    return [fault(evidence, message, 'let the gate judge in this run')];
}
function ageFaults(evidence, { maxAge, now }) {
    const { gate, judgedAt } = evidence.item.result;
    const most = maxAge.get(gate) ?? Number.POSITIVE_INFINITY;
    const age = now.getTime() - Date.parse(judgedAt);
    // Asked of every gate: where the newest outcome counts, one of the future would count for ever.
    if (!Number.isFinite(age))
        return [{ error: `${evidence.name}: ${judgedAt} is not a time` }];
    if (age < -clockSkewMs)
        return [fault(evidence, `was judged in the future (${judgedAt})`)];
    if (age <= most)
        return [];
    return [
        fault(evidence, `is stale: judged ${judgedAt}, accepted for ${most / 3_600_000} hours`, 'run the gate again'),
    ];
}
function settingsFaults({ name, item }) {
    if (item.result.settings.source !== 'bootstrap')
        return [];
    const message = `${item.result.gate} was judged by settings of the pull request, since the base branch has none yet`;
    const fix = 'merge the settings first; evidence like this is never signed';
    return [{ finding: { severity: 'warning', file: name, message, fix, distinct: 'bootstrap' } }];
}
/** Two outcomes of one gate (and instance) that differ in verdict or subjects: one of them is not true. */
function contradictions(evidence, gate) {
    const first = new Map();
    const faults = [];
    for (const one of evidence) {
        const key = (0,gate_evidence/* evidenceKey */.ZH)(one.item.result);
        const other = first.get(key);
        if (other === undefined)
            first.set(key, one);
        else if (claim(other.item) !== claim(one.item)) {
            const message = `${gate}: ${other.name} and ${one.name} contradict each other`;
            const fix = 'find out which job wrote which; give matrix legs an instance each';
            faults.push({ finding: { severity: 'error', file: one.name, message, fix, distinct: message } });
        }
    }
    return faults;
}
function claim({ result }) {
    const subjects = result.subjects.map((s) => `${s.role} ${s.label ?? ''} ${s.name} ${(0,gate_subject/* identityOf */.cu)(s)}`);
    return JSON.stringify([result.verdict, subjects]);
}

// EXTERNAL MODULE: ./build/gate/clip.js
var clip = __webpack_require__(1258);
;// CONCATENATED MODULE: ./build/policy-gate/list-some.js

const mostItems = 10;
const mostCharacters = 300;
/** A list for a message: what is hostile or many stays within what evidence may hold (4096 characters). */
function listSome(items) {
    const shown = items.slice(0, mostItems).map(shorten);
    const rest = items.length - shown.length;
    return [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ');
}
function shorten(text) {
    return (0,clip/* clip */.$)(text, mostCharacters);
}

;// CONCATENATED MODULE: ./build/policy-gate/judge-gate.js




/** Whether a gate's evidence is there and good. */
function judgeGate(gate, required, evidence, demands) {
    const id = `policy-gate/${gate}`;
    const faults = [...evidence.flatMap((one) => faultsOf(one, demands)), ...contradictions(evidence, gate)];
    const errors = [
        ...(evidence.length === 0
            ? [`there is no evidence of ${gate} that counts; run it before this gate, over the same evidence`]
            : []),
        ...faults.flatMap((fault) => ('error' in fault ? [fault.error] : [])),
    ];
    const findings = faults.flatMap((fault) => ('finding' in fault ? [(0,finding/* finding */.gk)(id, fault.finding)] : []));
    const verdicts = evidence.map(({ item }) => item.result.verdict);
    return {
        gate,
        required,
        evidence,
        check: (0,gate_check/* check */.z6)({
            id,
            title: `${gate} has judged, and its evidence is good`,
            observed: verdicts.join(', ') || null,
            threshold: demands.accept.join(' or '),
            findings,
            facts: { gate, digests: evidence.map(({ item }) => `sha256:${item.digest}`) },
            ...(errors.length > 0 && { outcome: { status: 'error', reason: listSome(errors) } }),
        }),
    };
}

;// CONCATENATED MODULE: ./build/policy-gate/judge-rule.js



/**
 * A rule over one figure. Numbers are compared with numbers alone: in Rego a missing figure denies nothing and the text
 * "0.5" is above 0.8, so a rule that cannot be applied is an error here.
 */
function judgeRule(rule, evidence) {
    const own = evidence.filter(({ item }) => item.result.gate === rule.gate);
    const values = own.map(({ name, item }) => ({ name, value: valueAt(item.result.metrics, rule.metric) }));
    const reasons = [
        ...(own.length === 0 ? [`there is no evidence of ${rule.gate} to apply it to`] : []),
        ...values.flatMap(({ name, value }) => obstacleTo(rule, name, value)),
    ];
    const id = `policy-gate/rule-${rule.id}`;
    const broken = reasons.length === 0 ? values.filter(({ value }) => !holds(rule, value ?? null)) : [];
    return (0,gate_check/* check */.z6)({
        id,
        title: `${rule.gate} ${rule.metric} ${describe(rule)}`,
        ...(values.length === 1 && { observed: values[0]?.value ?? null }),
        threshold: describe(rule),
        findings: broken.map(({ name, value }) => (0,finding/* finding */.gk)(id, {
            severity: 'error',
            file: name,
            item: rule.metric,
            message: `${rule.metric} is ${shorten(JSON.stringify(value))}, not ${describe(rule)}`,
            ...(rule.because !== undefined && { fix: rule.because }),
        })),
        ...(reasons.length > 0 && { outcome: { status: 'error', reason: listSome(reasons) } }),
    });
}
/** RFC 6901, through own properties alone. */
function valueAt(metrics, pointer) {
    let value = metrics;
    for (const part of pointer.slice(1).split('/')) {
        const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
        if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key))
            return undefined;
        value = value[key];
    }
    return value;
}
/** Why the rule says nothing of this value. */
function obstacleTo({ metric, min, max, equals }, name, value) {
    if (value === undefined)
        return [`${name} has no ${metric}`];
    const wanted = min !== undefined || max !== undefined ? 'number' : typeof equals;
    const actual = value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;
    return actual === wanted ? [] : [`${metric} in ${name} is a ${actual}, not a ${wanted}`];
}
function holds({ min, max, equals }, value) {
    const inRange = typeof value !== 'number' || ((min === undefined || value >= min) && (max === undefined || value <= max));
    return inRange && (equals === undefined || value === equals);
}
function describe({ min, max, equals }) {
    const parts = [
        ...(min === undefined ? [] : [`at least ${min}`]),
        ...(max === undefined ? [] : [`at most ${max}`]),
        ...(equals === undefined ? [] : [JSON.stringify(equals)]),
    ];
    return parts.join(' and ');
}

// EXTERNAL MODULE: ./build/gate/verdict.js
var verdict = __webpack_require__(9231);
;// CONCATENATED MODULE: ./build/policy-gate/metrics.js




/** What machines read, and all that the report shows. */
function metricsOf(fates, { accepted, ignored }, stage, announced) {
    const assurance = announced ? 'bound' : 'claimed';
    const required = fates.filter((fate) => fate.required);
    return {
        stage,
        gatesRequired: required.length,
        gatesPassed: required.filter(({ check }) => (0,verdict/* isAccepted */.oB)((0,gate_check/* verdictOf */.Vj)(check))).length,
        gates: fates.flatMap(gateRows),
        evidence: {
            accepted: accepted.map(({ name, item }) => ({ name, digest: `sha256:${item.digest}` })),
            ignored: ignored.map(({ name, item }) => ({ name, reason: item })),
        },
        chain: fates.flatMap((fate) => linksOf(fate, assurance)).map((link) => ({ ...link })),
    };
}
function gateRows(fate) {
    const { gate, required, evidence, check } = fate;
    const own = { gate, required, status: check.status, reason: reasonOf(fate) };
    if (evidence.length === 0)
        return [{ ...own, verdict: null, digest: null }];
    return evidence.map(({ item }) => ({
        ...own,
        ...(item.result.instance !== '' && { instance: item.result.instance }),
        verdict: item.result.verdict,
        digest: `sha256:${item.digest}`,
    }));
}
function reasonOf({ check }) {
    const said = [
        ...(check.reason === undefined ? [] : [check.reason]),
        ...check.findings.map((f) => f.message),
    ];
    return listSome(said) || 'present, fresh and accepted';
}
/** From each thing that was judged to the evidence that speaks of it. */
function linksOf(fate, assurance) {
    const { gate, evidence, check } = fate;
    const ok = (0,verdict/* isAccepted */.oB)((0,gate_check/* verdictOf */.Vj)(check));
    if (evidence.length === 0)
        return [{ link: `→ ${gate} evidence`, assurance: null, ok: false, reason: reasonOf(fate) }];
    return evidence.flatMap(({ item }) => item.result.subjects.map((subject) => ({
        link: `${subject.role} ${subject.label ?? subject.name} → ${gate} evidence`,
        assurance,
        ok,
        reason: ok ? (0,gate_subject/* identityOf */.cu)(subject) : reasonOf(fate),
    })));
}

// EXTERNAL MODULE: ./node_modules/typebox/build/index.mjs + 317 modules
var build = __webpack_require__(6868);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/gate/schema-guard.js
var schema_guard = __webpack_require__(9339);
// EXTERNAL MODULE: ./build/policy-gate/settings.js
var policy_gate_settings = __webpack_require__(6452);
;// CONCATENATED MODULE: ./build/policy-gate/read-policy.js





const maxPolicyBytes = 256 * 1024;
const policySchema = build/* Type.Object */.ZUJ.Object({
    version: build/* Type.Literal */.ZUJ.Literal(1),
    rules: build/* Type.Array */.ZUJ.Array(policy_gate_settings/* ruleSchema */.AZ, { minItems: 1, maxItems: 1000 }),
}, { additionalProperties: false });
const isPolicy = (0,schema_guard/* schemaGuard */.J)(policySchema);
/** The rules of the section and of every policy file. @throws Failure('config') at file:line:column. */
async function readRules(settings, files) {
    const rules = [...(settings.rules ?? [])];
    for (const path of settings.policy ?? []) {
        const bytes = await files.readJudging(path, maxPolicyBytes);
        rules.push(...readPolicy(Buffer.from(bytes).toString(), files.display(path)));
    }
    const seen = new Set();
    for (const { id, min, max, equals } of rules) {
        if (seen.has(id))
            throw (0,failure/* configError */.Fj)(`two rules have the id ${id}`, { fix: 'give each rule its own' });
        seen.add(id);
        if (min === undefined && max === undefined && equals === undefined)
            throw (0,failure/* configError */.Fj)(`rule ${id} accepts everything`, { fix: 'give it `min`, `max` or `equals`' });
    }
    return rules;
}
/** YAML 1.2, of which JSON is a part. */
function readPolicy(text, file) {
    const lines = new dist/* LineCounter */.HN();
    // Aliases and custom tags have no use in a policy and are refused.
    const document = (0,dist/* parseDocument */.Tp)(text, {
        lineCounter: lines,
        schema: 'core',
        prettyErrors: false,
        stringKeys: true,
    });
    const [fault] = [...document.errors, ...document.warnings];
    if (fault)
        throw at(file, lines, fault.pos[0], fault.message);
    let value;
    try {
        value = document.toJS({ maxAliasCount: 0 });
    }
    catch {
        throw at(file, lines, 0, 'aliases are not taken in a policy');
    }
    if (isPolicy(value))
        return value.rules;
    const [error] = isPolicy.errors ?? [];
    const path = (error?.instancePath ?? '').split('/').slice(1);
    const node = document.getIn(path, true);
    const what = `${path.join('.') || 'the policy'} ${error?.message ?? 'is not valid'}`;
    throw at(file, lines, node?.range?.[0] ?? 0, what);
}
function at(file, lines, offset, message) {
    const { line, col } = lines.linePos(offset);
    const place = { file, line: Math.max(line, 1), column: Math.max(col, 1) };
    return (0,failure/* configError */.Fj)(message, {
        place,
        fix: 'write {version: 1, rules: [{id, gate, metric, min | max | equals}]}',
    });
}

// EXTERNAL MODULE: ./build/gate/model.js
var model = __webpack_require__(6147);
;// CONCATENATED MODULE: ./build/policy-gate/same-subjects.js




const id = 'policy-gate/same-subjects';
/** That gates which speak of the same thing speak of the same bytes. */
function judgeSubjects(evidence) {
    const sightings = evidence.flatMap((one) => one.item.result.subjects.map((subject) => ({ evidence: one, subject })));
    return (0,gate_check/* check */.z6)({
        id,
        title: 'All gates speak of the same data, model and lock files',
        findings: [...mismatches(sightings), ...strangers(sightings)],
    });
}
/** One name (or label), two digests. */
function mismatches(sightings) {
    const first = new Map();
    const findings = [];
    for (const sighting of sightings) {
        const { role, label, name } = sighting.subject;
        const key = JSON.stringify([role, label ?? name]);
        const known = first.get(key);
        if (known === undefined)
            first.set(key, sighting);
        else if (!(0,model/* sameBytes */.er)(known.subject.digest, sighting.subject.digest))
            findings.push(mismatch(`${role} ${label ?? name}`, known, sighting));
    }
    return findings;
}
function mismatch(what, a, b) {
    return (0,finding/* finding */.gk)(id, {
        severity: 'error',
        file: b.evidence.name,
        item: what,
        message: `${shorten(what)} is not the same for ${a.evidence.item.result.gate} and ${b.evidence.item.result.gate}`,
        fix: 'let all gates judge the files of one commit and one training run',
        distinct: a.evidence.name,
    });
}
/** Models may lie at different paths in different jobs, but two gates must have one in common. */
function strangers(sightings) {
    const models = sightings.filter(({ subject }) => subject.role === 'model');
    const gates = [...new Set(models.map(({ evidence }) => evidence.item.result.gate))];
    const of = (gate) => models.filter(({ evidence }) => evidence.item.result.gate === gate);
    return gates.slice(1).flatMap((gate, i) => {
        const [before = [], here] = [of(gates[i] ?? ''), of(gate)];
        const shared = here.some((b) => before.some((a) => (0,model/* sameBytes */.er)(a.subject.digest, b.subject.digest)));
        const [a, b] = [before[0], here[0]];
        return shared || a === undefined || b === undefined ? [] : [mismatch('model', a, b)];
    });
}

// EXTERNAL MODULE: ./build/gate/waiver.js
var waiver = __webpack_require__(7388);
;// CONCATENATED MODULE: ./build/policy-gate/waivers.js



/** Waivers that have expired, or excuse nothing any more: each is one line to delete. An expired one in use fails its own gate. */
function judgeWaivers(waivers, evidence, now) {
    const id = 'policy-gate/waivers';
    const used = evidence.flatMap(({ item }) => item.result.waivers);
    const isUsed = (w) => used.some((u) => u.id === w.id && u.scope === w.scope);
    const findings = waivers
        .filter((w) => (0,waiver/* isExpired */._)(w, now) || !isUsed(w))
        .map((w) => (0,finding/* finding */.gk)(id, {
        severity: (0,waiver/* isExpired */._)(w, now) ? 'warning' : 'note',
        item: w.scope,
        distinct: w.id,
        message: (0,waiver/* isExpired */._)(w, now)
            ? `waiver ${w.id} for ${w.scope} expired on ${w.expires}`
            : `waiver ${w.id} for ${w.scope} excused nothing in this run`,
        fix: `delete it, or have ${w.approver} renew it`,
    }));
    return (0,gate_check/* check */.z6)({ id, title: 'Every waiver is in force and needed', observed: waivers.length, findings });
}

;// CONCATENATED MODULE: ./build/policy-gate/judge.js













const judgingGates = ['data-validate', 'scan-deps', 'fairness-gate'];
/** @throws Failure('config') when nothing says what is required, or a policy cannot be read. */
async function judgePolicy(task) {
    const { settings, pipeline, ports, announced } = task;
    const { stage = 'after-training' } = pipeline;
    const required = requiredGates(settings, pipeline);
    const rules = await readRules(settings, ports.files);
    const gathered = gatherEvidence(await ports.evidence.list(), pipeline.name, announced);
    const demands = demandsOf(settings, ports);
    const evidenceOf = (gate) => gathered.accepted.filter(({ item }) => item.result.gate === gate);
    // What nobody requires still must not have failed, unless its turn has not come or there was nothing for it.
    const hasJudged = (gate) => evidenceOf(gate).some(({ item }) => item.result.verdict !== 'skip');
    const optional = stage === 'before-training' ? [] : policy_gate_settings/* requirable */.Pt.filter(hasJudged);
    const fates = [...new Set([...required, ...optional])].map((gate) => judgeGate(gate, required.includes(gate), evidenceOf(gate), demands));
    const counted = fates.flatMap(({ evidence }) => evidence);
    const inStage = rules.filter(({ gate }) => isInStage(gate, stage));
    return {
        checks: [
            ...(required.length === 0 ? [nothingRequired] : []),
            ...fates.map((fate) => fate.check),
            ...storeChecks(gathered),
            ...(settings['same-subjects'] === false ? [] : [judgeSubjects(counted)]),
            judgeWaivers(pipeline.waivers, counted, ports.clock.now()),
            ...inStage.map((rule) => judgeRule(rule, counted)),
        ],
        subjects: counted.map(({ name, item }) => ({
            name,
            kind: 'file',
            role: 'evidence',
            digest: { sha256: item.digest },
            grade: 'bytes',
            label: item.result.gate,
        })),
        materials: [],
        metrics: metricsOf(fates, gathered, stage, announced !== undefined),
    };
}
function requiredGates({ require }, { gates, stage }) {
    const asked = require ?? judgingGates.filter((gate) => gates.includes(gate));
    // Before training the pipeline tells only of gates whose turn it is.
    if (asked.length === 0 && stage !== 'before-training')
        throw (0,failure/* configError */.Fj)('nothing says which gates must have passed', {
            fix: 'name them in `policy-gate: {require: […]}`, or give the pipeline a section for each',
        });
    return policy_gate_settings/* requirable */.Pt.filter((gate) => asked.includes(gate) && isInStage(gate, stage));
}
function isInStage(gate, stage) {
    return stage !== 'before-training' || gate_stage/* gatesBeforeTraining */.S.includes(gate);
}
const nothingRequired = (0,gate_check/* check */.z6)({
    id: 'policy-gate/stage',
    title: 'Gates of this stage have judged',
    outcome: { status: 'skip', reason: 'none of the required gates judges before training' },
});
const hourMs = 3_600_000;
function demandsOf(settings, ports) {
    // Advisories appear every day; data and predictions are held by their digest instead.
    const ages = { 'scan-deps': '24h', ...settings['max-age'] };
    return {
        accept: settings.accept ?? ['pass', 'warn'],
        maxAge: new Map(Object.entries(ages).map(([gate, age]) => [
            gate,
            Number.parseInt(age, 10) * (age.endsWith('d') ? 24 : 1) * hourMs,
        ])),
        run: ports.run,
        now: ports.clock.now(),
    };
}
/** What is in the evidence store against what should be. */
function storeChecks({ absent, unreadable, ignored }) {
    const missing = [...absent].map(([digest, jobs]) => `sha256:${digest} of ${jobs.join(' and ')}`);
    const damaged = unreadable.map(({ name, item }) => `${name} ${item}`);
    const unannounced = ignored.filter(({ item }) => item.startsWith('no job'));
    const id = 'policy-gate/announced';
    return [
        storeCheck('policy-gate/complete', 'All evidence that jobs announced is here', missing, 'is not here'),
        storeCheck('policy-gate/readable', 'All evidence that counts can be read', damaged, ''),
        (0,gate_check/* check */.z6)({
            id,
            title: 'All evidence that is here was announced by a job',
            observed: unannounced.length,
            findings: unannounced.map(({ name, item }) => (0,finding/* finding */.gk)(id, {
                severity: 'note',
                file: name,
                message: `is ignored: ${item}`,
                fix: 'if a gate wrote it, list its job in `needs` and its digest in the job’s outputs',
            })),
        }),
    ];
}
function storeCheck(id, title, faults, says) {
    const reason = listSome(faults.map((fault) => `${fault} ${says}`.trim()));
    return (0,gate_check/* check */.z6)({
        id,
        title,
        observed: faults.length,
        threshold: 0,
        ...(faults.length > 0 && { outcome: { status: 'error', reason } }),
    });
}

// EXTERNAL MODULE: ./build/gate/chain.js
var chain = __webpack_require__(8424);
;// CONCATENATED MODULE: ./build/policy-gate/report.js

const headlines = [
    {
        name: 'gates-passed',
        label: 'Gates passed',
        description: 'Number of required gates whose evidence is good.',
    },
    { name: 'gates-required', label: 'Gates required', description: 'Number of gates that must have passed.' },
];
function figures({ metrics }) {
    return { 'gates-passed': cell(metrics.gatesPassed), 'gates-required': cell(metrics.gatesRequired) };
}
function report({ metrics }) {
    const { ignored } = isObject(metrics.evidence) ? metrics.evidence : {};
    return [
        table('Gates', ['gate', 'instance', 'verdict', 'status', 'digest', 'reason'], metrics.gates),
        ...(listOf(ignored).length > 0 ? [table('Ignored evidence', ['name', 'reason'], ignored)] : []),
        {
            kind: 'chain',
            title: 'From what was judged to the evidence',
            links: listOf(metrics.chain).map(asLink),
        },
    ];
}
function table(title, columns, rows) {
    return {
        kind: 'table',
        title,
        columns: columns.map((label) => ({ label })),
        rows: listOf(rows).map((row) => columns.map((column) => cell(row[column]))),
    };
}
function asLink({ link, assurance, ok, reason }) {
    return {
        link: String(link),
        assurance: chain/* assurances */.t.find((known) => known === assurance) ?? null,
        ok: ok === true,
        reason: String(reason),
    };
}
function listOf(value) {
    return Array.isArray(value) ? value.filter(isObject) : [];
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function cell(value) {
    return typeof value === 'string' || typeof value === 'number' ? value : null;
}

;// CONCATENATED MODULE: ./build/policy-gate/gate.js




const policyGate = {
    name: 'policy-gate',
    summary: 'Lets nothing pass unless every required gate has judged these very files, freshly, and passed',
    settings: policy_gate_settings/* settingsSchema */.dP,
    inputs: inputs,
    headlines: headlines,
    judge: judgePolicy,
    figures: figures,
    report: report,
};


/***/ })

};
