export const id = 655;
export const ids = [655];
export const modules = {

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

/***/ 2655:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  signModel: () => (/* binding */ gate_signModel)
});

// EXTERNAL MODULE: ./build/digest/digest.js
var digest = __webpack_require__(2721);
// EXTERNAL MODULE: ./build/gate/check.js
var check = __webpack_require__(8362);
// EXTERNAL MODULE: ./build/gate/finding.js
var finding = __webpack_require__(6043);
// EXTERNAL MODULE: ./build/gate/signature.js
var gate_signature = __webpack_require__(1067);
// EXTERNAL MODULE: ./build/gate/verdict.js
var verdict = __webpack_require__(9231);
// EXTERNAL MODULE: ./build/gate/model.js
var gate_model = __webpack_require__(6147);
;// CONCATENATED MODULE: ./build/sign-model/case.js

/** Steps that made this very model. */
function trainings({ records, model }) {
    return records.filter(({ outputs }) => outputs.some((item) => (0,gate_model/* sameBytes */.er)(item.digest, model.digest)));
}
/** How records are known: the job that ran the step wrote them, and may have announced them. */
function assuranceOf({ announced }, records) {
    return records.every(({ storedDigest }) => announced?.has(storedDigest)) ? 'bound' : 'claimed';
}
function subjectsOf(evidence, role) {
    return evidence.flatMap(({ result }) => result.subjects.filter((subject) => subject.role === role));
}
function includes(items, digest) {
    return items.some((item) => (0,gate_model/* sameBytes */.er)(item.digest, digest));
}
/** Digest in a length that a person can compare. */
function shortDigest({ dirHash, sha256 }) {
    return dirHash === undefined ? `sha256:${sha256?.slice(0, 12)}` : `dirHash:${dirHash.slice(0, 12)}`;
}
function describeItem({ name, digest }) {
    return `${name} (${shortDigest(digest)})`;
}

;// CONCATENATED MODULE: ./build/sign-model/facts.js


/** The pipeline's datasets as they lie here. @throws Failure('input') when one cannot be hashed. */
async function presentDatasets({ datasets }, ports) {
    const subjects = [];
    for (const [name, { path }] of Object.entries(datasets)) {
        subjects.push(await (0,digest/* subjectOf */.e)(ports, 'dataset', [path].flat(), name));
    }
    return subjects;
}
/** Lock files that evidence names and that lie here too, as they are now. Evidence is hostile: a name leads nowhere else. */
async function presentLocks(evidence, { files, hasher }) {
    const present = new Map();
    for (const { name } of subjectsOf(evidence, 'lock-file')) {
        const below = !name.startsWith('/') && !name.split('/').includes('..');
        if (!below || present.has(name) || (await files.kind(name)) !== 'file')
            continue;
        const { sha256 } = await hasher.file(files.resolve(name));
        present.set(name, { sha256 });
    }
    return present;
}

;// CONCATENATED MODULE: ./build/sign-model/raw-data.js


/** Raw data → processed data, for each recorded step that made data which went into the model. */
function originsOf(data, facts) {
    const relied = facts.records.filter((step) => madeBy(step, data).length > 0);
    const made = relied.flatMap((step) => madeBy(step, data));
    return {
        links: relied.map((step) => linkOf(step, madeBy(step, data), facts)),
        relied,
        unrecorded: data.filter(({ digest }) => !includes(made, digest)),
    };
}
/** What went in and is unchanged was not made. */
function madeBy({ inputs, outputs }, data) {
    return outputs.filter(({ digest }) => includes(data, digest) && !includes(inputs, digest));
}
/** The data that trained must have been validated; of the data before it, the link says whether it was. */
function linkOf(step, made, facts) {
    const link = 'raw data → processed data';
    const datasets = step.inputs.filter(({ role }) => role === 'dataset');
    const raw = datasets.length > 0 ? datasets : step.inputs;
    const broken = (reason) => ({ link, assurance: null, ok: false, reason });
    if (raw.length === 0)
        return broken(`the record of step ${step.step} names nothing that went in`);
    const evidence = facts.evidence.filter(({ result }) => result.gate === 'data-validate' && (0,verdict/* isAccepted */.oB)(result.verdict));
    const validated = subjectsOf(evidence, 'dataset');
    const without = (items) => items.filter(({ digest }) => !includes(validated, digest));
    const says = `step ${step.step} made ${list(made)} of ${list(raw)}`;
    const unknown = without(made);
    if (unknown.length > 0)
        return broken(`${says}, but no evidence of data-validate is about ${list(unknown)}`);
    const stated = without(raw);
    const rest = stated.length > 0 ? `; no evidence of data-validate is about ${list(stated)}: only stated` : '';
    return { link, assurance: assuranceOf(facts, [step]), ok: true, reason: `${says}${rest}` };
}
function list(items) {
    return items.map(describeItem).join(', ');
}

;// CONCATENATED MODULE: ./build/sign-model/records.js




const missing = (link, reason) => ({ link, assurance: null, ok: false, reason });
/** A link that records lead along. */
const recorded = (link, reason, assurance) => ({
    link,
    assurance,
    ok: true,
    reason,
});
/** Raw data → data → training record → model, as far as records say. */
function judgeTraining(facts) {
    const id = 'sign-model/training-record';
    const steps = trainings(facts);
    const [step] = steps;
    if (!step)
        return withoutTraining(id);
    const data = steps.flatMap(({ inputs }) => inputs.filter(({ role }) => role === 'dataset'));
    const origins = originsOf(data, facts);
    const assurance = assuranceOf(facts, steps);
    const ran = `step ${step.step} made these bytes: ${[...step.command.join(' ')].slice(0, 200).join('')}`;
    return {
        check: (0,check/* check */.z6)({ id, title: trainingTitle, observed: steps.length }),
        links: [
            ...origins.links,
            data.length > 0
                ? recorded('data → training record', describeData(data, origins), assurance)
                : missing('data → training record', 'the training record names no dataset of the pipeline'),
            recorded('training record → model', step.source ? `${ran}, at commit ${step.source.commit.slice(0, 12)}` : ran, assurance),
        ],
        relied: [...origins.relied, ...steps],
    };
}
function describeData(data, { unrecorded }) {
    const names = unrecorded.map(({ name }) => name).join(', ');
    const begin = `; what ${names} was made of is not recorded: the chain begins there`;
    return `${data.map(describeItem).join(', ')} went in${unrecorded.length > 0 ? begin : ''}`;
}
const trainingTitle = 'A training record leads from data to this model';
function withoutTraining(id) {
    const message = 'no training record names this model, so nothing links it to its data';
    const fix = 'train with `sluice record-training -- COMMAND…`';
    const findings = [(0,finding/* finding */.gk)(id, { severity: 'warning', message, fix })];
    return {
        check: (0,check/* check */.z6)({ id, title: trainingTitle, observed: 0, findings }),
        links: [missing('data → training record', message), missing('training record → model', message)],
        relied: [],
    };
}
/** Model → predictions: what the fairness gate judged must be what this model predicted, where a record says. */
function judgePredictions(facts, fairness) {
    const id = 'sign-model/predictions';
    const link = 'model → predictions';
    const predictions = subjectsOf(fairness, 'predictions');
    const steps = facts.records.filter(({ inputs }) => inputs.some(({ role }) => role === 'model'));
    const findings = [];
    const relied = [];
    for (const item of predictions) {
        const made = facts.records.filter(({ outputs }) => includes(outputs, item.digest));
        const byThis = made.filter(({ inputs }) => includes(inputs, facts.model.digest));
        relied.push(...byThis);
        if (byThis.length > 0 || (made.length === 0 && steps.length === 0))
            continue;
        const message = made.length > 0
            ? `${describeItem(item)} was judged, but its record names another model as input`
            : `${describeItem(item)} was judged, but the recorded prediction made other files`;
        const fix = 'predict with this model through `sluice record-training --step predict`, and judge what comes out';
        findings.push((0,finding/* finding */.gk)(id, { severity: 'error', message, fix, item: item.name }));
    }
    const [problem] = findings;
    const reason = 'no record of a prediction: that this model made the predictions is what the fairness gate was told';
    const sound = relied.length > 0
        ? recorded(link, 'a recorded step took this model and made the predictions', assuranceOf(facts, relied))
        : recorded(link, reason, 'claimed');
    return {
        check: (0,check/* check */.z6)({ id, title: 'Predictions come from this model', observed: predictions.length, findings }),
        links: [problem ? missing(link, problem.message) : sound],
        relied,
    };
}

// EXTERNAL MODULE: ./build/gate/result.js
var gate_result = __webpack_require__(353);
;// CONCATENATED MODULE: ./build/sign-model/binding.js

/** Which subjects make evidence of each gate evidence about this model (DESIGN §6). */
const bindings = {
    'data-validate': bindData,
    'scan-deps': bindScan,
    'fairness-gate': bindFairness,
    'policy-gate': bindPolicy,
};
/** The data that went into the model, by its training record; without one, the data that the pipeline names. */
function bindData(usable, facts) {
    const recorded = trainings(facts).flatMap((step) => step.inputs.filter(({ role }) => role === 'dataset'));
    const needed = recorded.length > 0 ? recorded : facts.datasets;
    const judged = subjectsOf(usable, 'dataset');
    const missing = needed.filter(({ digest }) => !includes(judged, digest));
    const origin = recorded.length > 0 ? 'went into the model' : 'is what the pipeline names';
    const relied = usable.filter(({ result }) => result.subjects.some(({ digest }) => includes(needed, digest)));
    const shortfalls = missing.map((item) => ({
        message: `no accepted evidence of data-validate is about ${describeItem(item)}, which ${origin}`,
        fix: 'run `sluice data-validate` on these very files, then sign',
    }));
    const nothing = {
        message: 'nothing says which data the model was made of',
        fix: 'train with `sluice record-training -- COMMAND…`, or name the datasets of the pipeline',
    };
    return {
        relied,
        shortfalls: needed.length === 0 ? [nothing] : shortfalls,
        reason: `${needed.map(describeItem).join(', ')}: validated, and ${origin}`,
    };
}
function bindScan(usable, facts) {
    const relied = usable.filter(({ result }) => result.subjects.some((s) => s.role === 'lock-file' || (s.role === 'model' && includes([facts.model], s.digest))));
    const locks = subjectsOf(relied, 'lock-file');
    const shortfalls = [];
    if (!includes(subjectsOf(relied, 'model'), facts.model.digest)) {
        shortfalls.push(otherModel('scan-deps', subjectsOf(usable, 'model'), facts));
    }
    if (locks.length === 0) {
        const message = 'the evidence of scan-deps names no lock file';
        shortfalls.push({ message, fix: 'give `sluice scan-deps` the lock file the model was trained with' });
    }
    shortfalls.push(...locks.flatMap((lock) => lockShortfalls(lock, facts)));
    return { relied, shortfalls, reason: `${locks.map(describeItem).join(', ')} and the model: scanned` };
}
/** The lock file that was scanned must be the one that lies here, and the one that training used. */
function lockShortfalls(lock, facts) {
    const scanned = shortDigest(lock.digest);
    const now = facts.present.get(lock.name);
    const changed = now !== undefined && !includes([lock], now);
    const trained = trainings(facts)
        .flatMap(({ inputs }) => inputs)
        .filter(({ name, digest }) => name === lock.name && !includes([lock], digest));
    return [
        ...(changed
            ? [
                {
                    message: `${lock.name} has changed since it was scanned (${scanned}, now ${shortDigest(now)})`,
                    fix: 'run `sluice scan-deps` again',
                },
            ]
            : []),
        ...trained.map((item) => ({
            message: `the model was trained with another ${describeItem(item)} than was scanned (${scanned})`,
            fix: 'scan the lock file that training used, or train with the one that was scanned',
        })),
    ];
}
function bindFairness(usable, facts) {
    const relied = usable.filter(({ result }) => result.subjects.some((s) => s.role === 'model' && includes([facts.model], s.digest)));
    if (relied.length === 0) {
        const shortfalls = [otherModel('fairness-gate', subjectsOf(usable, 'model'), facts)];
        return { relied, shortfalls, reason: '' };
    }
    const predictions = subjectsOf(relied, 'predictions');
    const none = {
        message: 'the evidence of fairness-gate names no predictions',
        fix: 'run `sluice fairness-gate` with `predictions` and `model`',
    };
    return {
        relied,
        shortfalls: predictions.length === 0 ? [none] : [],
        reason: `${predictions.map(describeItem).join(', ')}: judged as predictions of this model`,
    };
}
/** The policy judged evidence: all that the signature rests on otherwise, and some that is about this model. */
function bindPolicy(usable, facts, others) {
    const judged = new Set(subjectsOf(usable, 'evidence').map(({ digest }) => digest.sha256));
    const unseen = others.filter(({ digest }) => !judged.has(digest));
    const models = subjectsOf(facts.evidence.filter(({ digest }) => judged.has(digest)), 'model');
    const about = includes(models, facts.model.digest) ? [] : [otherModel('policy-gate', models, facts)];
    return {
        relied: usable,
        shortfalls: [
            ...about,
            ...unseen.map(({ result, digest }) => ({
                message: `policy-gate did not judge the evidence of ${result.gate} that lies here (sha256:${digest.slice(0, 12)})`,
                fix: 'run `sluice policy-gate` after the gates it judges',
            })),
        ],
        reason: `the policy accepted ${judged.size} pieces of evidence`,
    };
}
function otherModel(gate, models, { model }) {
    const about = models.length === 0 ? 'no model' : models.map(describeItem).join(', ');
    return {
        message: `the evidence of ${gate} is about ${about}, not about ${describeItem(model)}`,
        fix: `run \`sluice ${gate}\` on this model; if the model changed since, find out what changed it first`,
    };
}

;// CONCATENATED MODULE: ./build/sign-model/required.js






/** A clock that is ahead by more than this judged in the future. */
const skewMs = 5 * 60_000;
/**
 * Whether one gate's evidence allows signing this model: there, accepted, not bootstrap, fresh, about these bytes; and no
 * evidence of the same gate about them that failed.
 *
 * @param maxAge milliseconds; absent: its subjects' digests alone decide.
 * @param others evidence that the gates before rest on.
 */
function judgeRequirement(gate, facts, maxAge, others) {
    const all = facts.evidence.filter(({ result }) => result.gate === gate);
    const accepted = all.filter(({ result }) => (0,verdict/* isAccepted */.oB)(result.verdict));
    const faults = new Map(accepted.map((one) => [one, faultOf(one, facts, maxAge)]));
    const usable = accepted.filter((one) => faults.get(one) === undefined);
    const unusable = [...faults.values()].filter((fault) => fault !== undefined);
    const refused = all.filter((one) => !accepted.includes(one) && concerns(one, facts)).map(describeRefusal);
    const binding = bindings[gate](usable, facts, others);
    const problems = [
        ...refused,
        ...(usable.length > 0 ? binding.shortfalls : []),
        // Unusable evidence beside a complete case is of no account.
        ...(usable.length === 0 || binding.shortfalls.length > 0 ? unusable : []),
    ];
    if (usable.length === 0 && problems.length === 0)
        problems.push(missingOf(gate));
    // Beside a complete case, what nobody announced is of no account.
    if (problems.length > 0)
        problems.push(...unannouncedOf(gate, facts));
    const link = required_linkOf(gate, problems[0], binding.reason, facts);
    return { check: checkOf(gate, problems, binding.relied), relied: binding.relied, link };
}
function required_linkOf(gate, problem, reason, { announced }) {
    const link = `${gate} → model signature`;
    if (problem)
        return { link, assurance: null, ok: false, reason: problem.message };
    return announced
        ? { link, assurance: 'bound', ok: true, reason: `${reason}; its job announced this evidence` }
        : { link, assurance: 'claimed', ok: true, reason: `${reason}; the evidence itself is not signed` };
}
function checkOf(gate, problems, relied) {
    const id = 'sign-model/evidence';
    return (0,check/* check */.z6)({
        id,
        title: `${gate} passed for this very model`,
        observed: relied.map(({ digest }) => digest),
        findings: problems.map(({ message, fix }) => (0,finding/* finding */.gk)(id, { severity: 'error', message, fix, item: gate, distinct: message })),
        facts: { gate },
    });
}
/** Why accepted evidence cannot be used all the same. */
function faultOf({ result, run }, facts, maxAge) {
    const { gate, settings } = result;
    if (!(0,gate_result/* followsFromChecks */.mw)(result)) {
        return {
            message: `the evidence of ${gate} says ${result.verdict}, which does not follow from its checks`,
            fix: 'find out who wrote it, and run the gate again',
        };
    }
    if (settings.source === 'bootstrap') {
        return {
            message: `${gate} was judged by settings that the base branch does not have yet (bootstrap)`,
            fix: 'merge the config, then run the gate on the base branch',
        };
    }
    if (isForeign(run, facts.run)) {
        return {
            message: `${gate} judged in ${run.repository ?? 'no repository'}, whose rules may be others`,
            fix: 'let the gate judge in this repository',
        };
    }
    return ageFaultOf(result, facts.now, maxAge);
}
/** A workflow signs by what gates of its own repository said; by its id where that is known. */
function isForeign(theirs, here) {
    if (here.kind !== 'github')
        return false;
    const field = here.repositoryId !== undefined ? 'repositoryId' : 'repository';
    return theirs.kind !== 'github' || theirs[field] !== here[field];
}
function ageFaultOf({ gate, judgedAt }, now, maxAge) {
    const age = now.getTime() - Date.parse(judgedAt);
    // Not a number where the time is none: then it is not known to be past.
    if (!(age >= -skewMs)) {
        return {
            message: `${gate} says it judged at ${judgedAt}, which is in the future or no time`,
            fix: 'set the clock of the machine that judged, and run the gate again',
        };
    }
    if (maxAge === undefined || age <= maxAge)
        return undefined;
    return {
        message: `${gate} judged ${hours(age)} ago, at ${judgedAt}; at most ${hours(maxAge)} are allowed`,
        fix: `run \`sluice ${gate}\` again, then sign`,
    };
}
/** Evidence that judged nothing, because it could not, stands against every model. */
function concerns({ result }, facts) {
    if (result.subjects.length === 0)
        return true;
    const own = [
        facts.model,
        ...facts.datasets,
        ...trainings(facts).flatMap(({ inputs }) => inputs),
        ...subjectsOf(facts.evidence.filter((one) => (0,verdict/* isAccepted */.oB)(one.result.verdict)), 'lock-file'),
        ...subjectsOf(facts.evidence.filter((one) => (0,verdict/* isAccepted */.oB)(one.result.verdict)), 'evidence'),
    ];
    return result.subjects.some(({ digest }) => includes(own, digest));
}
function describeRefusal({ result }) {
    const { gate, verdict, judgedAt, instance, mode } = result;
    const which = instance === '' ? gate : `${gate} (${instance})`;
    const word = verdict === 'fail' ? 'failed' : verdict === 'skip' ? 'was skipped' : 'could not judge';
    return {
        message: `${which} ${word} at ${judgedAt}${mode === 'report' ? ', in report mode' : ''}`,
        fix: verdict === 'skip'
            ? 'see why in its report; a required gate must judge'
            : 'mend what its report shows, and run it again',
    };
}
function missingOf(gate) {
    return {
        message: `there is no evidence of ${gate} about this model in the evidence store`,
        fix: `run \`sluice ${gate}\` with the same evidence store, then sign`,
    };
}
function unannouncedOf(gate, { unannounced }) {
    return unannounced
        .filter((one) => one.gate === gate)
        .map(({ name }) => ({
        message: `${name} is evidence of ${gate}, but no job announced it, so it does not count`,
        fix: 'if the gate wrote it, list its job in `needs` and its digest in the job’s outputs',
    }));
}
function hours(ms) {
    return `${Math.round(ms / 360_000) / 10} h`;
}

// EXTERNAL MODULE: ./build/gate/evidence.js
var gate_evidence = __webpack_require__(9373);
// EXTERNAL MODULE: ./build/gate/stored.js
var gate_stored = __webpack_require__(6139);
;// CONCATENATED MODULE: ./build/sign-model/store.js




const id = 'sign-model/evidence-store';
/**
 * What the store holds of a pipeline. With announced digests, evidence that nobody announced does not count, since any job can put
 * things there, and what was announced must be here; nobody need announce training records. What cannot be read is told: it may have
 * been evidence that a gate failed.
 */
function readStore(items, pipeline, announced) {
    const evidence = [];
    const unannounced = [];
    const records = [];
    const findings = [];
    const absent = new Map(announced);
    for (const { name, bytes } of items) {
        const digest = (0,gate_evidence/* sha256 */.sc)(bytes);
        absent.delete(digest);
        const stored = (0,gate_stored/* readStored */.C)(bytes);
        if (stored.kind === 'provenance' && stored.provenance.pipeline === pipeline)
            records.push(stored.provenance);
        if (stored.kind === 'evidence' && stored.evidence.result.pipeline === pipeline) {
            if (!announced || announced.has(digest))
                evidence.push(stored.evidence);
            else
                unannounced.push({ name, gate: stored.evidence.result.gate });
        }
        if (stored.kind === 'unreadable')
            findings.push(unreadable(name, stored.reason, announced?.has(digest) ?? false));
    }
    findings.push(...[...absent].map(store_missing));
    const title = 'The evidence store holds what jobs announced, and can be read';
    return { evidence, unannounced, records, check: (0,check/* check */.z6)({ id, title, findings }) };
}
function unreadable(name, reason, isAnnounced) {
    return (0,finding/* finding */.gk)(id, {
        severity: isAnnounced ? 'error' : 'warning',
        message: `${name} in the evidence store cannot be read (${reason})`,
        fix: 'run the step that wrote it again, or take it out of the store',
        item: name,
    });
}
function store_missing([digest, jobs]) {
    return (0,finding/* finding */.gk)(id, {
        severity: 'error',
        message: `sha256:${digest}, which ${jobs.join(' and ')} announced, is not in the evidence store`,
        fix: 'find out what removed or overwrote it, and run the gate again',
        distinct: digest,
    });
}

;// CONCATENATED MODULE: ./build/sign-model/grounds.js





/** @throws Failure('input') when something that evidence is held against cannot be hashed. */
async function findGrounds({ required, maxAge }, { pipeline, ports, announced }, model) {
    const { check, ...contents } = readStore(await ports.evidence.list(), pipeline.name, announced);
    const known = {
        now: ports.clock.now(),
        run: ports.run,
        model,
        ...contents,
        ...(announced && { announced }),
    };
    const bare = { ...known, datasets: [], present: new Map() };
    const facts = {
        ...bare,
        datasets: trainings(bare).length === 0 && required.includes('data-validate')
            ? await presentDatasets(pipeline, ports)
            : [],
        present: await presentLocks(contents.evidence, ports),
    };
    const relied = [];
    const requirements = required.map((gate) => {
        const requirement = judgeRequirement(gate, facts, maxAge.get(gate), relied);
        relied.push(...requirement.relied);
        return requirement;
    });
    const training = judgeTraining(facts);
    const fairness = relied.filter(({ result }) => result.gate === 'fairness-gate');
    const predictions = fairness.length > 0 ? judgePredictions(facts, fairness) : undefined;
    return {
        checks: [
            check,
            training.check,
            ...(predictions ? [predictions.check] : []),
            ...requirements.map((r) => r.check),
        ],
        links: [...training.links, ...(predictions?.links ?? []), ...requirements.map((r) => r.link)],
        evidence: relied,
        provenance: [...new Set([...training.relied, ...(predictions?.relied ?? [])])],
    };
}
/** Asked for with `require: none`: the signature then says whose bytes these are, and nothing of where they come from. */
function noGrounds() {
    const reason = 'not looked at: the model was signed with `require: none`';
    const links = ['data → training record', 'training record → model', 'gate evidence → model signature'];
    return {
        checks: [],
        links: links.map((link) => ({ link, assurance: null, ok: false, reason })),
        evidence: [],
        provenance: [],
    };
}

;// CONCATENATED MODULE: ./build/sign-model/inputs.js
const inputs = [
    {
        name: 'model',
        kind: 'text',
        value: 'PATH',
        key: '/sign-model/model',
        description: 'File or folder to sign; the pipeline’s `model` unless given.',
    },
    {
        name: 'bundle',
        kind: 'text',
        value: 'FILE',
        key: '/sign-model/bundle',
        description: 'Where the signature goes; the model’s path and `.sig` unless given. The chain goes beside it.',
    },
    {
        name: 'key',
        kind: 'text',
        value: 'PEM',
        key: '/sign-model/key',
        description: 'Private key, a PEM file or its text: elliptic curve P-256, P-384 or P-521.',
    },
    {
        name: 'require',
        kind: 'list',
        value: 'GATE,…|none',
        key: '/sign-model/require',
        shape: (raw) => [raw].flat().flatMap((text) => String(text)
            .split(',')
            .map((gate) => gate.trim())),
        description: 'Gates that must have passed for these very bytes; `none` signs bytes only.',
    },
];

;// CONCATENATED MODULE: ./build/sign-model/occasion.js


/** Where signing happens unless the config says otherwise. */
const usualRefs = ['refs/heads/main', 'refs/heads/master', 'refs/tags/*'];
const occasion_id = 'sign-model/occasion';
/**
 * Whether this run may sign at all: not for a proposal, whose code and settings nobody has accepted yet, and only from the
 * refs that the config names (DESIGN §6). On a laptop the key's holder decides.
 *
 * @param refs full names (`refs/heads/main`), or beginnings of names that end in `*`.
 */
function judgeOccasion(run, refs = usualRefs) {
    const title = 'This run may sign';
    if (run.kind === 'local')
        return (0,check/* check */.z6)({ id: occasion_id, title, observed: 'a laptop' });
    const observed = `${run.event} on ${run.ref ?? 'no ref'}`;
    const fault = occasion_faultOf(run, refs);
    return (0,check/* check */.z6)({
        id: occasion_id,
        title,
        observed,
        threshold: [...refs],
        findings: fault ? [(0,finding/* finding */.gk)(occasion_id, { severity: 'error', ...fault })] : [],
    });
}
function occasion_faultOf({ event, ref }, refs) {
    if (event.startsWith('pull_request') || event === 'merge_group')
        return {
            message: `a run for ${event} does not sign: what it would sign is a proposal`,
            fix: 'sign after the merge, from a branch or tag that `sign-model: {refs: […]}` names',
        };
    if (ref !== undefined && refs.some((pattern) => matches(pattern, ref)))
        return undefined;
    return {
        message: `${ref ?? 'a run without a ref'} is not among the refs that sign: ${refs.join(', ')}`,
        fix: 'sign from one of them, or name this one in `sign-model: {refs: […]}`',
    };
}
function matches(pattern, ref) {
    return pattern.endsWith('*') ? ref.startsWith(pattern.slice(0, -1)) : ref === pattern;
}

// EXTERNAL MODULE: ./build/gate/failure.js
var failure = __webpack_require__(7084);
// EXTERNAL MODULE: ./build/gate/signature-files.js
var signature_files = __webpack_require__(5230);
;// CONCATENATED MODULE: ./build/sign-model/plan.js


const judging = ['data-validate', 'scan-deps', 'fairness-gate', 'policy-gate'];
/** @throws Failure('config') on what is missing or contradictory. */
function planSigning(settings, pipeline, files) {
    const model = settings.model ?? pipeline.model;
    if (model === undefined) {
        throw (0,failure/* configError */.Fj)('there is no model to sign', { fix: 'give `model`, or write it in the pipeline' });
    }
    if (settings.key === undefined) {
        throw (0,failure/* configError */.Fj)('there is no key to sign with', { fix: 'give `key`, a private key in PEM' });
    }
    const signature = (0,signature_files/* signatureFiles */.a)(model, settings.bundle, files.resolve);
    if (files.resolve(signature.bundle) === files.resolve(model)) {
        throw (0,failure/* configError */.Fj)('`bundle` is the model itself', { fix: 'name another file' });
    }
    return {
        model,
        ...signature,
        key: settings.key,
        required: requiredGates(settings, pipeline),
        maxAge: agesOf(settings),
    };
}
function requiredGates({ require }, { gates }) {
    const asked = require ?? judging.filter((gate) => gates.includes(gate));
    const named = judging.filter((gate) => asked.includes(gate));
    if (asked.includes('none') && named.length > 0) {
        throw (0,failure/* configError */.Fj)('`require` names `none` beside gates', { fix: 'name the gates, or `none` alone' });
    }
    if (asked.length === 0) {
        throw (0,failure/* configError */.Fj)('nothing says which gates must have passed', {
            fix: 'name them in `require`; `none` signs the bytes and says nothing of data, code or fairness',
        });
    }
    return named;
}
const hourMs = 3_600_000;
function agesOf(settings) {
    const ages = { 'scan-deps': '24h', ...settings['max-age'] };
    return new Map(Object.entries(ages).map(([gate, age]) => [
        gate,
        Number.parseInt(age, 10) * (age.endsWith('d') ? 24 : 1) * hourMs,
    ]));
}

// EXTERNAL MODULE: ./build/sign-model/settings.js
var settings = __webpack_require__(2927);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/gate/chain-statement.js
var chain_statement = __webpack_require__(5999);
// EXTERNAL MODULE: ./build/gate/dsse.js
var dsse = __webpack_require__(9209);
// EXTERNAL MODULE: ./build/gate/key.js
var key = __webpack_require__(5329);
// EXTERNAL MODULE: ./build/gate/limits.js
var limits = __webpack_require__(8392);
// EXTERNAL MODULE: ./build/gate/oms.js
var oms = __webpack_require__(2491);
// EXTERNAL MODULE: ./build/gate/statement.js
var statement = __webpack_require__(6251);
;// CONCATENATED MODULE: ./build/sign-model/sign.js









const mostKeyBytes = 64 * 1024;
/**
 * @param given PEM file, or the PEM itself, as a workflow hands over a secret.
 * @throws Failure('config') when it is no key that can sign; Failure('input') when its file cannot be read.
 */
async function openKey({ files, log }, given) {
    const inline = given.includes('-----BEGIN');
    const pem = inline ? given : Buffer.from(await files.read(given, mostKeyBytes)).toString('latin1');
    // GitHub masks line by line, and so do we: a secret of several lines is written in lines.
    for (const line of pem.split(/\r?\n/))
        if (!/^(-----.*|\s*)$/.test(line))
            log.mask(line.trim());
    try {
        return (0,key/* readSigningKey */.jy)(pem);
    }
    catch (error) {
        if (!(error instanceof key/* KeyError */.eN))
            throw error;
        throw (0,failure/* configError */.Fj)(inline ? `the key ${error.message}` : error.message, {
            ...(!inline && { place: { file: files.display(given) } }),
            fix: 'make one with `openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key.pem`',
        });
    }
}
/** @throws Failure('input') on a file name that no manifest can hold. */
function signModel({ model, ignored }, hashed, key) {
    try {
        return (0,dsse/* signStatement */.fT)((0,oms/* omsStatement */.RN)(external_node_path_.posix.basename(model.replace(/\/+$/, '')), hashed, ignored), key);
    }
    catch (error) {
        if (!(error instanceof statement/* StatementError */.Mp))
            throw error;
        throw (0,failure/* inputError */.Xu)(`the model's manifest ${error.message}`, {
            place: { file: model },
            fix: 'rename the file',
        });
    }
}
/** Writes the chain, then the bundle: whoever finds a bundle finds its chain. @returns the bundle as a subject. */
async function writeSignature({ bundle: file, chain: chainFile }, bundle, chain, { files, key }) {
    const signedChain = (0,dsse/* signStatement */.fT)((0,chain_statement/* chainStatement */.N)(chain), key);
    if (Math.max(bundle.byteLength, signedChain.byteLength) > limits/* limits */.F.bundleBytes) {
        throw (0,failure/* inputError */.Xu)(`has so many files that its signature is larger than ${limits/* limits */.F.bundleBytes} bytes`, {
            place: { file: chain.model.name },
            fix: 'pack the files into fewer',
        });
    }
    await files.write(chainFile, signedChain);
    await files.write(file, bundle);
    return {
        name: files.display(file),
        kind: 'file',
        role: 'bundle',
        digest: { sha256: (0,gate_evidence/* sha256 */.sc)(bundle) },
        grade: 'bytes',
    };
}

;// CONCATENATED MODULE: ./build/sign-model/verify-command.js
/** The command that verifies what was signed, for a POSIX shell; only the key's place is for the reader to fill in. */
function verifyCommand({ model, bundle }) {
    return `sluice verify-model --model ${quote(model)} --bundle ${quote(bundle)} --public-key PUBLIC-KEY`;
}
function quote(word) {
    return /^[\w./:@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

;// CONCATENATED MODULE: ./build/sign-model/gate.js












/** Signs a model (OMS v1.0) when every required gate passed for these very bytes, and never otherwise. */
const gate_signModel = {
    name: 'sign-model',
    summary: 'Signs the model when every required gate passed for these very bytes, and never otherwise.',
    settings: settings/* settingsSchema */.d,
    inputs: inputs,
    headlines: [
        { name: 'bundle', label: 'Bundle', description: 'Path of the signature; empty where none was written.' },
        ...gate_signature/* signatureHeadlines */.cW,
    ],
    judge,
    figures: (result) => ({
        bundle: result.subjects.find(({ role }) => role === 'bundle')?.name ?? null,
        ...(0,gate_signature/* signatureFigures */.GB)(result),
    }),
    report: (result) => [(0,gate_signature/* chainSection */.JS)(result)],
};
async function judge(task) {
    const { settings, pipeline, ports } = task;
    const plan = planSigning(settings, pipeline, ports.files);
    const key = await openKey(ports, plan.key);
    const { subject: model, files } = await (0,digest/* modelOf */.D)(ports, plan.model, { ignore: plan.ignored });
    const unasked = plan.required.length === 0;
    const grounds = unasked ? noGrounds() : await findGrounds(plan, task, model);
    const checks = [judgeOccasion(ports.run, settings.refs), ...grounds.checks];
    const refused = checks.filter((one) => !(0,verdict/* isAccepted */.oB)((0,check/* verdictOf */.Vj)(one)));
    const bundle = refused.length === 0 ? await sign(task, { plan, key, model, files, grounds }) : undefined;
    const signature = {
        link: 'model → model signature',
        assurance: bundle ? 'recomputed' : null,
        ok: bundle !== undefined,
        reason: bundle
            ? `${files.length} files hashed here, signed by key ${key.hint.slice(0, 12)}`
            : 'not signed',
    };
    const chain = [...grounds.links, signature];
    return {
        checks: [...checks, signatureCheck(refused.length, unasked)],
        subjects: bundle ? [model, bundle] : [model],
        materials: [],
        metrics: {
            ...(0,gate_signature/* signatureMetrics */.Sf)({ modelDigest: model.digest, chain, files, ...(bundle && { signer: key }) }),
            ...(bundle && { verifyCommand: verifyCommand(plan) }),
        },
    };
}
async function sign({ pipeline, ports }, signing) {
    const { plan, key, model, files, grounds } = signing;
    ports.signal.throwIfAborted();
    const chain = {
        pipeline: pipeline.name,
        signedAt: ports.clock.now().toISOString(),
        model: { name: model.name, digest: model.digest },
        evidence: grounds.evidence.map(({ result, digest }) => ({
            gate: result.gate,
            instance: result.instance,
            verdict: result.verdict,
            judgedAt: result.judgedAt,
            digest,
            subjects: result.subjects.map((one) => ({ name: one.name, role: one.role, digest: one.digest })),
        })),
        provenance: grounds.provenance.map(({ step, storedDigest }) => ({ step, digest: storedDigest })),
        links: grounds.links,
    };
    return writeSignature(plan, signModel(plan, files, key), chain, { files: ports.files, key });
}
/** A finding that no waiver can name: a waived requirement does not make a signature that was never written. */
function signatureCheck(refused, unasked) {
    const id = 'sign-model/signature';
    const findings = [];
    if (refused > 0) {
        const message = `not signed: ${refused} of the checks above did not pass`;
        findings.push((0,finding/* finding */.gk)(id, { severity: 'error', message, fix: 'mend them, then sign' }));
    }
    if (unasked) {
        const message = 'signed without evidence, as `require: none` asks: the signature says whose bytes these are, nothing else';
        findings.push((0,finding/* finding */.gk)(id, { severity: 'note', message, fix: 'name the gates that must have passed in `require`' }));
    }
    return (0,check/* check */.z6)({ id, title: 'The model is signed', observed: refused === 0, findings });
}


/***/ })

};
