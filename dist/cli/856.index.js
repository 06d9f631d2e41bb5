export const id = 856;
export const ids = [856];
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

/***/ 5856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  recordTraining: () => (/* binding */ recordTraining)
});

// EXTERNAL MODULE: ./build/gate/check.js
var check = __webpack_require__(8362);
// EXTERNAL MODULE: ./build/gate/evidence.js
var gate_evidence = __webpack_require__(9373);
// EXTERNAL MODULE: ./build/gate/provenance.js
var provenance = __webpack_require__(1683);
// EXTERNAL MODULE: ./build/gate/verdict.js
var verdict = __webpack_require__(9231);
// EXTERNAL MODULE: ./build/gate/finding.js
var finding = __webpack_require__(6043);
// EXTERNAL MODULE: ./build/gate/model.js
var model = __webpack_require__(6147);
;// CONCATENATED MODULE: ./build/record-training/checks.js



function checkCommand(exitCode) {
    const id = 'record-training/command';
    const failed = (0,finding/* finding */.gk)(id, {
        severity: 'error',
        message: `the command ended with exit code ${exitCode}; nothing is recorded`,
        fix: 'mend what its output above says, and run again',
    });
    return (0,check/* check */.z6)({
        id,
        title: 'The command succeeds',
        observed: exitCode,
        threshold: 0,
        findings: exitCode === 0 ? [] : [failed],
    });
}
/** The record says what went in: that is known only of inputs that were the same before and after. */
function checkInputs(before, after) {
    const id = 'record-training/inputs';
    const findings = before.flatMap((subject, i) => {
        const now = after[i]?.subject;
        if (now && (0,model/* sameBytes */.er)(now.digest, subject.digest))
            return [];
        return (0,finding/* finding */.gk)(id, {
            severity: 'error',
            message: `changed while the command ran, so nobody can tell what went in`,
            file: subject.name,
            fix: 'let the command write elsewhere, or take it out of the inputs',
        });
    });
    return (0,check/* check */.z6)({
        id,
        title: 'Inputs stay as they were',
        observed: before.length,
        findings,
        ...(before.length === 0 && {
            outcome: {
                status: 'error',
                reason: 'no dataset and no other input is named, so the record would say nothing of what went in',
            },
        }),
    });
}
/** @param earlier what stood at the outputs before the command ran. */
function checkOutputs(outputs, earlier) {
    const id = 'record-training/outputs';
    const findings = outputs.flatMap(({ item, subject, problem }, i) => {
        const file = subject?.name ?? problem?.place?.file ?? item.patterns.join(' ');
        if (!subject) {
            return (0,finding/* finding */.gk)(id, {
                severity: 'error',
                message: `the command did not make this output: it ${problem?.message ?? 'cannot be hashed'}`,
                file,
                fix: 'check the path, and that the command writes there',
            });
        }
        const old = earlier[i]?.subject;
        if (!old || !(0,model/* sameBytes */.er)(old.digest, subject.digest))
            return [];
        return (0,finding/* finding */.gk)(id, {
            severity: 'note',
            message: 'has the same bytes as before: the command made them again, or did not write them at all',
            file,
        });
    });
    return (0,check/* check */.z6)({ id, title: 'Every output is there', observed: outputs.length, findings });
}
function checkSource(source) {
    const id = 'record-training/source';
    const changed = source ? source.modified + source.untracked : 0;
    const message = source
        ? `${source.modified} tracked files differ from commit ${source.commit.slice(0, 12)} and ${source.untracked} are not in git`
        : 'there is no git commit here, so the record cannot say which code ran';
    const findings = source && changed === 0
        ? []
        : [(0,finding/* finding */.gk)(id, { severity: 'warning', message, fix: 'commit the code before it is run' })];
    return (0,check/* check */.z6)({ id, title: 'The code is that of a commit', observed: source?.commit ?? null, findings });
}

;// CONCATENATED MODULE: ./build/record-training/inputs.js
const inputs = [
    {
        name: 'command',
        kind: 'list',
        value: 'COMMAND',
        key: '/record-training/command',
        description: 'Program and arguments to run, without a shell; on the command line what follows `--`.',
    },
    {
        name: 'step',
        kind: 'text',
        value: 'NAME',
        key: '/record-training/step',
        description: 'Name of the step, one record each; `train` unless given.',
    },
    {
        name: 'dataset',
        kind: 'list',
        value: 'NAME',
        key: '/record-training/datasets',
        description: 'A dataset of the pipeline that goes in; all of them unless given.',
    },
    {
        name: 'input',
        kind: 'list',
        value: 'PATH',
        key: '/record-training/inputs',
        description: 'Something else that goes in: a lock file, configuration, the model to predict with.',
    },
    {
        name: 'output',
        kind: 'list',
        value: 'PATH',
        key: '/record-training/outputs',
        description: 'What must come out; the pipeline’s model unless given.',
    },
];

// EXTERNAL MODULE: ./build/digest/digest.js
var digest = __webpack_require__(2721);
// EXTERNAL MODULE: ./build/gate/failure.js
var failure = __webpack_require__(7084);
;// CONCATENATED MODULE: ./build/record-training/items.js


/** @throws Failure('input') naming the first that is not there or cannot be read. */
async function hashItems(items, ports) {
    const subjects = [];
    for (const item of items)
        subjects.push(await hashItem(item, ports));
    return subjects;
}
/** As `hashItems`, but what cannot be hashed is told and not thrown. */
async function tryItems(items, ports) {
    const results = [];
    for (const item of items) {
        try {
            results.push({ item, subject: await hashItem(item, ports) });
        }
        catch (error) {
            const problem = error instanceof failure/* Failure */.HR && error.kind === 'input' ? error.problems[0] : undefined;
            if (!problem)
                throw error;
            results.push({ item, problem });
        }
    }
    return results;
}
async function hashItem({ role, patterns, label }, ports) {
    const [path] = patterns;
    if (role === 'model' && path !== undefined)
        return (await (0,digest/* modelOf */.D)(ports, path)).subject;
    return (0,digest/* subjectOf */.e)(ports, role, patterns, label);
}

;// CONCATENATED MODULE: ./build/record-training/plan.js

/** What the settings ask for, with the pipeline's own facts filled in. @throws Failure('config') */
function planStep(settings, pipeline) {
    const [program, ...args] = settings.command ?? [];
    if (program === undefined) {
        throw (0,failure/* configError */.Fj)('there is no command to record', {
            fix: 'write `sluice record-training -- COMMAND…`, or give `command`',
        });
    }
    const outputs = settings.outputs ?? (pipeline.model === undefined ? [] : [pipeline.model]);
    if (outputs.length === 0) {
        throw (0,failure/* configError */.Fj)('nothing is named that the command must make', {
            fix: 'give `output`, or write the pipeline’s `model`',
        });
    }
    return {
        step: settings.step ?? 'train',
        program,
        args,
        inputs: [
            ...datasetItems(settings.datasets, pipeline),
            ...(settings.inputs ?? []).map((path) => otherItem(path, 'training-input', pipeline)),
        ],
        outputs: outputs.map((path) => otherItem(path, 'training-output', pipeline)),
    };
}
function datasetItems(chosen, { datasets }) {
    const names = chosen ?? Object.keys(datasets);
    return names.map((name) => {
        const facts = Object.hasOwn(datasets, name) ? datasets[name] : undefined;
        if (!facts) {
            throw (0,failure/* configError */.Fj)(`the pipeline has no dataset ${JSON.stringify(name)}`, {
                fix: `name one of: ${Object.keys(datasets).join(', ') || 'none is configured'}`,
            });
        }
        return { role: 'dataset', label: name, patterns: [facts.path].flat() };
    });
}
/** A path that the pipeline already names keeps that role, so that other gates recognise it. */
function otherItem(path, role, { model, datasets }) {
    if (model !== undefined && plain(path) === plain(model))
        return { role: 'model', patterns: [model] };
    const dataset = Object.entries(datasets).find(([, facts]) => plain([facts.path].flat().join('\n')) === plain(path));
    return dataset ? { role: 'dataset', label: dataset[0], patterns: [path] } : { role, patterns: [path] };
}
function plain(path) {
    return path.replace(/^(\.\/)+/, '').replace(/\/+$/, '');
}

// EXTERNAL MODULE: ./build/gate/subject.js
var subject = __webpack_require__(3998);
;// CONCATENATED MODULE: ./build/record-training/report.js

const headlines = [
    { name: 'step', label: 'Step', description: 'Name of the recorded step.' },
    { name: 'exit-code', label: 'Exit code', description: 'What the command ended with.' },
    { name: 'seconds', label: 'Seconds', description: 'How long the command ran.' },
    {
        name: 'record-digest',
        label: 'Record',
        description: 'SHA-256 of the training record in the evidence store; empty where none was written.',
    },
];
function figures({ metrics }) {
    return {
        step: report_text(metrics.step),
        'exit-code': number(metrics.exitCode),
        seconds: number(metrics.seconds),
        'record-digest': report_text(metrics.record),
    };
}
function report({ metrics, subjects }) {
    const made = subjects.filter(({ name }) => listOf(metrics.outputs).includes(name));
    const used = subjects.filter((subject) => !made.includes(subject));
    return [
        { kind: 'note', title: 'Command', text: listOf(metrics.command).map(quoted).join(' ') },
        itemTable('What went in', used),
        itemTable('What came out', made),
    ];
}
function itemTable(title, subjects) {
    return {
        kind: 'table',
        title,
        columns: [{ label: 'Role' }, { label: 'Name' }, { label: 'Digest' }],
        rows: subjects.map((s) => [
            s.label === undefined ? s.role : `${s.role} ${s.label}`,
            s.name,
            (0,subject/* identityOf */.cu)(s),
        ]),
    };
}
/** As one would type it; for reading only, never run. */
function quoted(argument) {
    return /^[\w./:=@%+,-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
}
function listOf(value) {
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
function report_text(value) {
    return typeof value === 'string' ? value : null;
}
function number(value) {
    return typeof value === 'number' ? value : null;
}

// EXTERNAL MODULE: ./build/record-training/settings.js
var settings = __webpack_require__(1408);
;// CONCATENATED MODULE: ./build/record-training/source.js

/** Enough for a checkout with a million untracked files to be told from a hung one. */
const gitTimeoutMs = 60_000;
/** The checked-out commit and how far the files differ from it; absent where there is no git or no commit. */
async function readSource({ subprocess, files, run, }) {
    const git = async (...args) => {
        // A checkout's own config may name a program as file system monitor; nothing of the checkout is run here.
        const safe = ['-c', 'core.fsmonitor=false', ...args];
        const result = await subprocess.run('git', safe, { cwd: files.resolve('.'), timeoutMs: gitTimeoutMs });
        return result.exitCode === 0 ? result.stdout : undefined;
    };
    try {
        const commit = (await git('rev-parse', '--verify', 'HEAD^{commit}'))?.trim();
        const status = await git('status', '--porcelain=v1', '-z', '--untracked-files=all', '--no-renames');
        if (commit === undefined || status === undefined)
            return undefined;
        const changes = status.split('\0').filter((line) => line !== '');
        const untracked = changes.filter((line) => line.startsWith('??')).length;
        const { serverUrl, repository } = run;
        return {
            commit,
            ...(serverUrl && repository && { uri: `git+${serverUrl}/${repository}` }),
            modified: changes.length - untracked,
            untracked,
        };
    }
    catch (error) {
        if (error instanceof failure/* Failure */.HR)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/record-training/gate.js











/** Runs a command and writes, as SLSA provenance, what went in and what came out. */
const recordTraining = {
    name: 'record-training',
    summary: 'Runs a training or prediction command and records what went in and what came out.',
    settings: settings/* settingsSchema */.d,
    inputs: inputs,
    instanceOf: ({ step }) => step,
    headlines: headlines,
    judge,
    figures: figures,
    report: report,
};
async function judge({ settings, pipeline, ports }) {
    const plan = planStep(settings, pipeline);
    const source = await readSource(ports);
    const used = await hashItems(plan.inputs, ports);
    const earlier = await tryItems(plan.outputs, ports);
    const ran = await runCommand(plan, ports);
    const command = checkCommand(ran.exitCode);
    if (ran.exitCode !== 0)
        return judgementOf([command], used, [], source, metricsOf(plan, ran));
    const after = await tryItems(plan.inputs, ports);
    const outputs = await tryItems(plan.outputs, ports);
    const made = outputs.flatMap(({ subject }) => subject ?? []);
    const checks = [command, checkInputs(used, after), checkOutputs(outputs, earlier), checkSource(source)];
    const sound = checks.every((one) => (0,verdict/* isAccepted */.oB)((0,check/* verdictOf */.Vj)(one)));
    const step = {
        pipeline: pipeline.name,
        step: plan.step,
        command: [plan.program, ...plan.args],
        ...(source && { source }),
        inputs: used,
        outputs: made,
        startedOn: ran.startedOn,
        finishedOn: ran.finishedOn,
        ...(0,provenance/* builderOf */.zp)(ports.run),
    };
    const record = sound ? await store(step, ports) : null;
    return judgementOf(checks, used, made, source, { ...metricsOf(plan, ran), record });
}
function metricsOf({ step, program, args }, { exitCode, startedOn, finishedOn }) {
    const seconds = (Date.parse(finishedOn) - Date.parse(startedOn)) / 1000;
    return { step, command: [program, ...args], exitCode, seconds, record: null };
}
function judgementOf(checks, used, made, source, metrics) {
    return {
        checks,
        subjects: [...used, ...made],
        materials: source ? [{ name: source.uri ?? 'source', digest: { gitCommit: source.commit } }] : [],
        metrics: { ...metrics, outputs: made.map(({ name }) => name) },
    };
}
async function runCommand({ program, args }, { clock, files, signal, subprocess }) {
    const startedOn = clock.now().toISOString();
    const { exitCode } = await subprocess.run(program, args, {
        cwd: files.resolve('.'),
        // Training needs what its job was given: devices, caches, credentials. None of it is recorded.
        inheritEnv: true,
        show: true,
    });
    signal.throwIfAborted();
    return { exitCode, startedOn, finishedOn: clock.now().toISOString() };
}
/** @returns the SHA-256 of the stored bytes. */
async function store(step, { evidence }) {
    const bytes = (0,provenance/* writeProvenance */.fu)(step);
    await evidence.put({ name: (0,provenance/* provenanceName */.HN)(step), bytes });
    return (0,gate_evidence/* sha256 */.sc)(bytes);
}


/***/ })

};
