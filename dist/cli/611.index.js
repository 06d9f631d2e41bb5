export const id = 611;
export const ids = [611];
export const modules = {

/***/ 5611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verifyModel: () => (/* binding */ verifyModel)
});

// EXTERNAL MODULE: ./build/gate/evidence.js
var evidence = __webpack_require__(9373);
// EXTERNAL MODULE: ./build/gate/limits.js
var limits = __webpack_require__(8392);
// EXTERNAL MODULE: ./build/gate/signature.js
var signature = __webpack_require__(1067);
// EXTERNAL MODULE: ./build/gate/chain-statement.js
var chain_statement = __webpack_require__(5999);
// EXTERNAL MODULE: ./build/gate/check.js
var check = __webpack_require__(8362);
// EXTERNAL MODULE: ./build/gate/dsse.js
var dsse = __webpack_require__(9209);
// EXTERNAL MODULE: ./build/gate/finding.js
var finding = __webpack_require__(6043);
// EXTERNAL MODULE: ./build/gate/model.js
var gate_model = __webpack_require__(6147);
// EXTERNAL MODULE: ./build/gate/statement.js
var gate_statement = __webpack_require__(6251);
;// CONCATENATED MODULE: ./build/verify-model/chain.js







const id = 'verify-model/chain';
/** The statement beside the bundle: by the same key, about this very model. Without one there is nothing to believe. */
async function verifyChain({ chain: file, key, requireChain }, model, files) {
    const shown = files.display(file);
    const wanting = (message, fix) => (0,finding/* finding */.gk)(id, { severity: requireChain ? 'error' : 'note', message, fix, file: shown, distinct: message });
    if ((await files.kind(file)) === 'missing') {
        const message = 'there is no statement of the chain beside the bundle, so nothing is known of data, code and gates';
        return outcome([wanting(message, 'sign with `sluice sign-model`, and publish both files')], []);
    }
    let statement;
    try {
        statement = (0,chain_statement/* readChainStatement */.b)((0,dsse/* openBundle */.hk)(await files.read(file, limits/* limits */.F.bundleBytes), key));
    }
    catch (error) {
        if (!(error instanceof dsse/* BundleError */.rJ || error instanceof gate_statement/* StatementError */.Mp))
            throw error;
        return outcome([broken(shown, error.message)], []);
    }
    if (!(0,gate_model/* sameBytes */.er)(statement.model.digest, model.digest)) {
        return outcome([broken(shown, 'is about other bytes than this model')], []);
    }
    const open = statement.links.filter(({ ok }) => !ok);
    const fix = 'sign again once the missing evidence is there';
    return outcome(open.map(({ link, reason }) => wanting(`${link}: ${reason}`, fix)), statement.links);
}
function broken(file, message) {
    const fix = 'get it again from where the model was published; if it is the same there, do not use the model';
    return (0,finding/* finding */.gk)(id, { severity: 'error', message, fix, file });
}
function outcome(findings, links) {
    return {
        check: (0,check/* check */.z6)({ id, title: 'The chain leads to this model', observed: links.length, findings }),
        links,
    };
}

// EXTERNAL MODULE: ./build/digest/digest.js
var digest = __webpack_require__(2721);
// EXTERNAL MODULE: ./build/gate/failure.js
var failure = __webpack_require__(7084);
// EXTERNAL MODULE: ./build/gate/oms.js
var oms = __webpack_require__(2491);
;// CONCATENATED MODULE: ./build/verify-model/files.js





/**
 * Hashes what lies there now, by SHA-256 and by the manifest's own hash in one pass.
 *
 * @throws Failure('input') when there is nothing to verify, or it cannot be read.
 */
async function hashModel({ model, ignored }, manifest, ports) {
    if ((await ports.files.kind(model)) === 'missing') {
        throw (0,failure/* inputError */.Xu)('there is no model here', { place: { file: model }, fix: 'check the path' });
    }
    const irregular = [];
    const also = manifest && (0,oms/* hashPlan */.k)(manifest);
    const { subject, files } = await (0,digest/* modelOf */.D)(ports, model, {
        ignore: [...ignored, ...(manifest?.ignored ?? [])],
        ...(also && { also }),
        irregular: (name, what) => irregular.push({ name, what }),
    });
    return { subject, files, irregular };
}
/** Whether the files are exactly those that were signed. */
async function checkFiles({ model, ignored }, manifest, hashed, files) {
    const id = 'verify-model/files';
    const { subject } = hashed;
    const kind = subject.kind === 'file' ? 'file' : 'set';
    const { modified, missing, added, uncovered } = (0,oms/* compareToManifest */.oz)(manifest, hashed.files, kind);
    const hidden = [];
    for (const name of manifest.ignored.filter((one) => !ignored.includes(one))) {
        if ((await files.kind(`${model}/${name}`)) !== 'missing')
            hidden.push(name);
    }
    const found = (severity, message) => (name) => (0,finding/* finding */.gk)(id, {
        severity,
        message,
        file: name === '.' || kind === 'file' ? subject.name : `${subject.name}/${name}`,
        fix,
        distinct: message,
    });
    return (0,check/* check */.z6)({
        id,
        title: 'The files are those that were signed',
        observed: hashed.files.length,
        findings: [
            ...modified.map(found('error', 'is not the file that was signed: its bytes differ')),
            ...missing.map(found('error', 'was signed and is missing')),
            ...added.map(found('error', 'was not signed')),
            ...hashed.irregular.flatMap(({ name, what }) => found('error', `is ${what}, which no signed model holds`)(name)),
            ...uncovered.map(found('warning', 'is empty, and a signature over shards does not cover empty files')),
            ...hidden.map(found('warning', 'was left out by the signer: its bytes are not signed')),
        ],
    });
}
const fix = 'get the model again from where it was published; if it is the same there, do not use it';

;// CONCATENATED MODULE: ./build/verify-model/inputs.js
const inputs = [
    {
        name: 'model',
        kind: 'text',
        value: 'PATH',
        key: '/verify-model/model',
        description: 'File or folder to verify; the pipeline’s `model` unless given.',
    },
    {
        name: 'bundle',
        kind: 'text',
        value: 'FILE',
        key: '/verify-model/bundle',
        description: 'The signature; the model’s path and `.sig` unless given.',
    },
    {
        name: 'public-key',
        kind: 'text',
        value: 'PEM',
        key: '/verify-model/public-key',
        description: 'PEM file of the key that must have signed.',
    },
    {
        name: 'log-proof',
        kind: 'text',
        value: 'FILE',
        key: '/verify-model/log-proof',
        description: 'Proof that the signature is in the audit log, by `sluice audit-log proof`.',
    },
    {
        name: 'log-key',
        kind: 'text',
        value: 'KEY',
        key: '/verify-model/log-key',
        description: 'Public key of the audit log: `NAME+ID+KEY`, or a file that holds one.',
    },
    {
        name: 'require-chain',
        kind: 'flag',
        key: '/verify-model/require-chain',
        description: 'Fail a bundle without a complete chain beside it.',
    },
];

// EXTERNAL MODULE: ./build/gate/record.js + 1 modules
var gate_record = __webpack_require__(7330);
// EXTERNAL MODULE: ./build/gate/verdict.js
var verdict = __webpack_require__(9231);
// EXTERNAL MODULE: ./build/tlog/proof.js
var tlog_proof = __webpack_require__(9813);
// EXTERNAL MODULE: ./build/tlog/tlog-error.js
var tlog_error = __webpack_require__(8154);
;// CONCATENATED MODULE: ./build/verify-model/log-entry.js






/** Whether the trusted log holds a record of this very signature. @param bundle SHA-256 of the bundle. */
function verifyLogEntry(proof, trust, bundle, file) {
    const { problem, reason } = readEntry(proof, trust, bundle);
    const id = 'verify-model/log-entry';
    const fix = 'get the proof of this signature with `sluice audit-log proof`, and check the log with `sluice audit-log verify`';
    return {
        check: (0,check/* check */.z6)({
            id,
            title: 'The signature is in the audit log',
            findings: problem === undefined ? [] : [(0,finding/* finding */.gk)(id, { severity: 'error', message: problem, fix, file })],
        }),
        link: {
            link: 'model signature → log entry',
            assurance: problem === undefined ? 'recomputed' : null,
            ok: problem === undefined,
            reason: problem ?? reason,
        },
    };
}
function readEntry(proof, trust, bundle) {
    try {
        const { index, entry, checkpoint } = (0,tlog_proof/* verifyProof */.Gr)(proof, trust);
        const record = (0,gate_record/* readRecord */.aE)(entry);
        const reason = `entry ${index} of ${checkpoint.origin}, size ${checkpoint.size}, of ${record.time}`;
        if (record.bundle !== bundle)
            return { problem: 'proves an entry about another signature', reason };
        if (record.verdict === undefined || !(0,verdict/* isAccepted */.oB)(record.verdict)) {
            return {
                problem: `proves an entry that says ${record.verdict ?? 'nothing'} of this signature`,
                reason,
            };
        }
        return { reason };
    }
    catch (error) {
        if (error instanceof tlog_error/* TlogError */.v || error instanceof gate_record/* RecordError */.W1)
            return { problem: error.message, reason: '' };
        throw error;
    }
}

// EXTERNAL MODULE: ./build/gate/key.js
var key = __webpack_require__(5329);
// EXTERNAL MODULE: ./build/gate/signature-files.js
var signature_files = __webpack_require__(5230);
// EXTERNAL MODULE: ./build/tlog/verifier-key.js
var verifier_key = __webpack_require__(2251);
;// CONCATENATED MODULE: ./build/verify-model/plan.js





const mostKeyBytes = 64 * 1024;
/** @throws Failure('config') on what is missing, contradictory or no key. */
async function planVerifying(settings, pipeline, files) {
    const model = settings.model ?? pipeline.model;
    if (model === undefined) {
        throw (0,failure/* configError */.Fj)('there is no model to verify', { fix: 'give `model`, or write it in the pipeline' });
    }
    const keyFile = settings['public-key'];
    if (keyFile === undefined) {
        throw (0,failure/* configError */.Fj)('nothing says who must have signed', {
            fix: 'give `public-key`, the PEM file of a public key',
        });
    }
    return {
        model,
        ...(0,signature_files/* signatureFiles */.a)(model, settings.bundle, files.resolve),
        key: await openKey(files, keyFile),
        requireChain: settings['require-chain'] ?? false,
        ...(await logOf(settings, files)),
    };
}
async function openKey(files, file) {
    const pem = Buffer.from(await files.readJudging(file, mostKeyBytes)).toString('latin1');
    try {
        return (0,key/* readVerifyingKey */.DA)(pem);
    }
    catch (error) {
        if (!(error instanceof key/* KeyError */.eN))
            throw error;
        const fix = 'give the signer’s public key: `openssl pkey -in key.pem -pubout -out public.pem`';
        throw (0,failure/* configError */.Fj)(error.message, { place: { file: files.display(file) }, fix });
    }
}
async function logOf({ 'log-proof': proof, 'log-key': key }, files) {
    if (proof === undefined && key === undefined)
        return {};
    if (proof === undefined || key === undefined) {
        throw (0,failure/* configError */.Fj)(`\`log-${proof ? 'key' : 'proof'}\` is missing: a proof needs the log’s key, and a key a proof`, {
            fix: 'give both, or neither',
        });
    }
    const text = isVerifierKey(key) ? key : await readLogKey(files, key);
    try {
        return { log: { proof, trust: { key: (0,verifier_key/* parseVerifierKey */.z$)(text) } } };
    }
    catch (error) {
        if (!(error instanceof tlog_error/* TlogError */.v))
            throw error;
        throw (0,failure/* configError */.Fj)(`the log’s key ${error.message}`, {
            fix: 'give `NAME+ID+KEY`, as `sluice audit-log verify` shows it',
        });
    }
}
/** One line, bare or after the word `log`, as `sluice audit-log` reads it too. */
async function readLogKey(files, file) {
    const text = Buffer.from(await files.readJudging(file, mostKeyBytes)).toString();
    const keys = text
        .split(/\r?\n/)
        .map((line) => line.replace(/^log\s+/, '').trim())
        .filter(isVerifierKey);
    const [only] = keys;
    if (only !== undefined && keys.length === 1)
        return only;
    throw (0,failure/* configError */.Fj)(`holds ${keys.length} keys of a log; expected one`, {
        place: { file: files.display(file) },
        fix: 'write one line `NAME+ID+KEY`, as `sluice audit-log verify` shows it',
    });
}
function isVerifierKey(text) {
    return /^[^\s+]+\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+$/.test(text);
}

// EXTERNAL MODULE: ./build/verify-model/settings.js
var settings = __webpack_require__(8247);
;// CONCATENATED MODULE: ./build/verify-model/signature.js





const fixes = {
    malformed: 'get the bundle again from where it was published; if it is the same there, do not use the model',
    foreign: 'verify it with the tool and the identity it was signed for',
    key: 'check that this is the signer’s key; if it is, do not use the model',
    statement: 'do not use the model: the key signed something else',
};
/** Bundle → signature → statement, each only if the one before holds. What is wrong with hostile bytes is a finding. */
function openSignature(bytes, key, file) {
    let payload;
    try {
        payload = (0,dsse/* openBundle */.hk)(bytes, key);
    }
    catch (error) {
        if (!(error instanceof dsse/* BundleError */.rJ))
            throw error;
        const id = error.kind === 'key' ? 'signature' : 'bundle';
        return { checks: [failed(id, error.message, fixes[error.kind], file)] };
    }
    const signed = [passed('bundle'), passed('signature')];
    try {
        const manifest = (0,oms/* readOmsStatement */.LW)(payload);
        return { checks: [...signed, passed('statement')], manifest };
    }
    catch (error) {
        if (!(error instanceof gate_statement/* StatementError */.Mp))
            throw error;
        return { checks: [...signed, failed('statement', error.message, fixes.statement, file)] };
    }
}
const titles = {
    bundle: 'The bundle is one statement, signed once by a key',
    signature: 'The given key signed it',
    statement: 'It is an OMS v1.0 statement about one model',
};
function passed(name) {
    return (0,check/* check */.z6)({ id: `verify-model/${name}`, title: titles[name] });
}
function failed(name, message, fix, file) {
    const id = `verify-model/${name}`;
    return (0,check/* check */.z6)({
        id,
        title: titles[name],
        findings: [(0,finding/* finding */.gk)(id, { severity: 'error', message, fix, file })],
    });
}

;// CONCATENATED MODULE: ./build/verify-model/gate.js










/** Proves a signed model again: who signed, that these are the files, what the signer knew, that the log has it. */
const verifyModel = {
    name: 'verify-model',
    summary: 'Verifies a signed model offline: signer, files, chain and log entry.',
    settings: settings/* settingsSchema */.d,
    inputs: inputs,
    headlines: signature/* signatureHeadlines */.cW,
    judge,
    figures: signature/* signatureFigures */.GB,
    report: (result) => [(0,signature/* chainSection */.JS)(result)],
};
const mostProofBytes = 1024 * 1024;
async function judge({ settings, pipeline, ports }) {
    const { files } = ports;
    const plan = await planVerifying(settings, pipeline, files);
    const bytes = await files.read(plan.bundle, limits/* limits */.F.bundleBytes);
    const digest = (0,evidence/* sha256 */.sc)(bytes);
    const shown = files.display(plan.bundle);
    const { manifest, checks } = openSignature(bytes, plan.key, shown);
    const model = await hashModel(plan, manifest, ports);
    const bundle = {
        name: shown,
        kind: 'file',
        role: 'bundle',
        digest: { sha256: digest },
        grade: 'bytes',
    };
    const judged = [...checks];
    const links = [];
    if (manifest) {
        const chain = await verifyChain(plan, model.subject, files);
        judged.push(await checkFiles(plan, manifest, model, files), chain.check);
        links.push(...chain.links);
    }
    links.push(signatureLink(judged, plan.key.hint));
    if (plan.log) {
        const proof = Buffer.from(await files.read(plan.log.proof, mostProofBytes)).toString();
        const entry = verifyLogEntry(proof, plan.log.trust, digest, files.display(plan.log.proof));
        judged.push(entry.check);
        links.push(entry.link);
    }
    return {
        checks: judged,
        subjects: [model.subject, bundle],
        materials: [],
        metrics: (0,signature/* signatureMetrics */.Sf)({
            modelDigest: model.subject.digest,
            chain: links,
            files: model.files,
            ...(manifest && { signer: plan.key }),
        }),
    };
}
/** Done again here: the signature over the manifest, and every byte that it names. */
function signatureLink(checks, hint) {
    const own = ['bundle', 'signature', 'statement', 'files'].map((name) => `verify-model/${name}`);
    const broken = checks.find(({ id, status }) => own.includes(id) && status === 'fail');
    const [first] = broken?.findings ?? [];
    return {
        link: 'model → model signature',
        assurance: broken ? null : 'recomputed',
        ok: broken === undefined,
        reason: first ? `${first.file}: ${first.message}` : `every file is as key ${hint.slice(0, 12)} signed it`,
    };
}


/***/ })

};
