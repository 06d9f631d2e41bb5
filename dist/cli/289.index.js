export const id = 289;
export const ids = [289];
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

/***/ 3289:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  scanDeps: () => (/* binding */ scanDeps)
});

// EXTERNAL MODULE: ./build/gate/result.js
var result = __webpack_require__(353);
// EXTERNAL MODULE: ./build/gate/check.js
var check = __webpack_require__(8362);
;// CONCATENATED MODULE: ./build/scan-deps/limits.js
/** Budgets of this gate; bytes unless said. Past any of them the gate says so and does not pass. */
const scanLimits = {
    /** A lock file of 10⁶ lines is about this large. */
    lockFileBytes: 64 * 1024 * 1024,
    /** Evidence lists every dependency, and may hold 16 MiB. */
    dependencies: 50_000,
    /** Characters of a name or version, of a requirement with its marker or URL: evidence bounds its texts too. */
    word: 200,
    requirement: 2000,
    includeDepth: 16,
    includedFiles: 256,
    markerDepth: 32,
    /** Problems listed of one lock file. */
    problems: 20,
    databaseBytes: 1024 * 1024 * 1024,
    advisories: 1_000_000,
    advisoryBytes: 16 * 1024 * 1024,
    /** All advisories of one database, unpacked. */
    unpackedBytes: 4 * 1024 * 1024 * 1024,
    /** How often an advisory may be larger than its compressed form: JSON text reaches about 30. */
    ratio: 250,
    /** Characters of an advisory's id. */
    advisoryId: 200,
    catalogueBytes: 64 * 1024 * 1024,
};
/** Budgets of opening model files. Each bounds work or memory, not what a model may be: a model past one is `malformed`. */
const modelLimits = {
    /** Opcodes of one pickle file: seconds of work. */
    opcodes: 50_000_000,
    stack: 2_000_000,
    memo: 5_000_000,
    /** Characters of a text, items of a container that are kept to be shown and followed. */
    keptText: 512,
    keptItems: 64,
    /** Longest line of a text opcode that names something. */
    nameLine: 4096,
    /** Streams in one file, and pickles inside arrays of joblib. */
    streams: 10_000,
    nesting: 8,
    findings: 50,
    /** What is told of one file: reasons, and characters of each. */
    reasons: 10,
    reason: 300,
    zipEntries: 200_000,
    zipDirectoryBytes: 64 * 1024 * 1024,
    /** One member of an archive, unpacked. */
    unpackedBytes: 512 * 1024 * 1024,
    /** All members of one file. */
    allUnpackedBytes: 2 * 1024 * 1024 * 1024,
    /** Files up to here are hashed once more when they are opened, to notice a change. */
    comparedBytes: 256 * 1024 * 1024,
    headerBytes: 100 * 1024 * 1024,
    jsonBytes: 64 * 1024 * 1024,
};

;// CONCATENATED MODULE: ./build/scan-deps/requirements/dependency.js
/** PEP 503: runs of `-`, `_` and `.` are one `-`, lower case. */
function normaliseName(name) {
    return name.replaceAll(/[-_.]+/g, '-').toLowerCase();
}

;// CONCATENATED MODULE: ./build/scan-deps/osv/advisory.js


const eventKinds = ['introduced', 'fixed', 'last_affected', 'limit'];
/** The record is not what the OSV schema says; the message tells where. */
class AdvisoryError extends Error {
    name = 'AdvisoryError';
}
const ecosystem = 'PyPI';
/**
 * Reads one OSV record. Fields that we do not use are not looked at; those that we use must have the form the schema gives
 * them, since a record that is half understood would be half applied.
 *
 * @throws AdvisoryError
 */
function readAdvisory(json) {
    const record = asObject(json, 'the record');
    const id = asText(record.id, 'id');
    const aliases = asList(record.aliases, 'aliases').map((alias) => asText(alias, 'aliases[]'));
    if (id === '')
        throw new AdvisoryError('id is empty');
    if ([id, ...aliases].some((name) => name.length > scanLimits.advisoryId))
        throw new AdvisoryError('an id is too long');
    const entries = asList(record.affected, 'affected').map((entry) => asObject(entry, 'affected[]'));
    return {
        id,
        aliases,
        summary: asText(record.summary, 'summary').slice(0, 300),
        modified: asText(record.modified, 'modified'),
        published: asText(record.published, 'published'),
        withdrawn: asText(record.withdrawn, 'withdrawn') !== '',
        severity: severityOf(record, entries),
        affected: affectedOf(entries),
    };
}
function affectedOf(entries) {
    const packages = new Map();
    for (const entry of entries) {
        const { ecosystem: system, name } = asObject(entry.package ?? {}, 'affected[].package');
        // An ecosystem may carry a suffix: `Debian:12`.
        if (asText(system, 'affected[].package.ecosystem').split(':', 1)[0] !== ecosystem)
            continue;
        const normal = normaliseName(asText(name, 'affected[].package.name'));
        const texts = packages.get(normal) ?? [];
        texts.push(affectedText(entry));
        packages.set(normal, texts);
    }
    return packages;
}
function affectedText(entry) {
    const ranges = asList(entry.ranges, 'affected[].ranges').map((range) => asObject(range, 'ranges[]'));
    return {
        // GIT ranges speak of commits; a package has versions.
        ranges: ranges
            .filter(({ type }) => type === 'ECOSYSTEM' || type === 'SEMVER')
            .map(({ events }) => ({ events: asList(events, 'ranges[].events').flatMap(eventsOf) })),
        versions: asList(entry.versions, 'affected[].versions').map((version) => asText(version, 'versions[]')),
    };
}
function eventsOf(json) {
    const event = asObject(json, 'events[]');
    return eventKinds.flatMap((kind) => event[kind] === undefined ? [] : [{ kind, version: asText(event[kind], `events[].${kind}`) }]);
}
function severityOf(record, entries) {
    const rated = [record, ...entries].flatMap((place) => asList(place.severity, 'severity').map((entry) => asObject(entry, 'severity[]')));
    const databases = [record, ...entries].map((place) => asObject(place.database_specific ?? {}, 'database_specific'));
    return {
        vectors: rated.map(({ score }) => asText(score, 'severity[].score')),
        words: databases.map(({ severity }) => severity).filter((word) => typeof word === 'string'),
    };
}
function asObject(value, where) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        throw new AdvisoryError(`${where} is no object`);
    }
    return { ...value };
}
function asList(value, where) {
    if (value === undefined || value === null)
        return [];
    if (!Array.isArray(value))
        throw new AdvisoryError(`${where} is no list`);
    return value;
}
function asText(value, where) {
    if (value === undefined || value === null)
        return '';
    if (typeof value !== 'string')
        throw new AdvisoryError(`${where} is no text`);
    return value;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/gate/evidence.js
var evidence = __webpack_require__(9373);
// EXTERNAL MODULE: ./build/gate/failure.js
var failure = __webpack_require__(7084);
;// CONCATENATED MODULE: ./build/scan-deps/requirements/syntax-error.js
/** A requirement that PEP 508 or pip would refuse; `index` is where, in the text that was parsed. */
class RequirementSyntaxError extends Error {
    name = 'RequirementSyntaxError';
    index;
    fix;
    constructor(message, index, fix) {
        super(message);
        this.index = index;
        this.fix = fix;
    }
}
/** A piece of hostile text for a message: short, quoted, control characters escaped. */
function quote(text) {
    return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

;// CONCATENATED MODULE: ./build/scan-deps/requirements/direct.js


const vcsScheme = /^(?:git|hg|svn|bzr)(?:\+[a-z]+)?:\/\//i;
const scheme = /^[a-z][a-z0-9+.-]*:\/\/|^file:/i;
const archive = /\.(?:whl|zip|tar\.gz|tgz|tar\.bz2|tar\.xz|tar)$/i;
/** Wheel file names (binary distribution format, "File name convention"): name-version[-build]-python-abi-platform. */
const wheel = /(?:^|\/)(?<name>[A-Za-z0-9._]+)-(?<version>[A-Za-z0-9_.!+]+)(?:-\d[^-/]*)?-[^-/]+-[^-/]+-[^-/]+\.whl$/;
/**
 * Reads a requirement that names a place instead of an index entry: URL, version control, path. `null` for all others.
 *
 * @throws RequirementSyntaxError on a URL with blanks.
 */
function readDirect(text) {
    const target = text.trim();
    // Of "name @ https://…" only the URL is ours.
    const isUrl = scheme.test(target);
    const isPath = /^(?:\.{0,2}[/\\]|\.{1,2}$|[A-Za-z]:[\\/])/.test(target) ||
        (archive.test(target) && !/[@=<>;]/.test(target));
    if (!isUrl && !isPath)
        return null;
    const place = target.split(/\s;/, 1)[0]?.trimEnd() ?? target;
    const blank = /\s/.exec(place);
    if (blank)
        throw new RequirementSyntaxError('a URL or path may not hold a blank', blank.index, 'write %20');
    const [address = '', fragment = ''] = place.split('#', 2);
    const facts = new URLSearchParams(fragment);
    const source = sourceOf(address, isUrl, /^(?:sha(?:224|256|384|512))=/.test(fragment) || hasHash(facts));
    const named = nameOf(address, facts);
    return {
        name: named.name === null ? null : normaliseName(named.name),
        label: named.name ?? source.url,
        extras: [],
        clauses: [],
        version: source.kind === 'vcs' ? null : named.version,
        marker: null,
        hashes: [],
        source,
        editable: false,
    };
}
function hasHash(facts) {
    return ['sha224', 'sha256', 'sha384', 'sha512'].some((algorithm) => facts.has(algorithm));
}
function sourceOf(address, isUrl, hashed) {
    const url = withoutCredentials(address);
    if (vcsScheme.test(address)) {
        return { kind: 'vcs', url, fixed: /@[0-9a-f]{40}(?:[0-9a-f]{24})?$/i.test(address) };
    }
    return isUrl && !address.toLowerCase().startsWith('file:')
        ? { kind: 'url', url, fixed: hashed }
        : { kind: 'path', url, fixed: hashed };
}
/** User and password go into no report. */
function withoutCredentials(address) {
    return address.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@]*@/i, '$1');
}
function nameOf(address, facts) {
    const { name, version } = wheel.exec(decode(address))?.groups ?? {};
    const egg = facts.get('egg')?.replace(/\[.*$/, '') ?? '';
    const shown = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/.test(egg) ? egg : null;
    return { name: name ?? shown, version: version?.replaceAll('_', '-') ?? null };
}
function decode(address) {
    try {
        return decodeURIComponent(address);
    }
    catch {
        return address;
    }
}

;// CONCATENATED MODULE: ./build/scan-deps/requirements/option.js

/** What pip takes in requirements files (pip, `req_file.py`: SUPPORTED_OPTIONS and SUPPORTED_OPTIONS_REQ). */
const option_forms = new Map([
    ['requirement', { short: 'r', valued: true }],
    ['constraint', { short: 'c', valued: true }],
    ['editable', { short: 'e', valued: true }],
    ['index-url', { short: 'i', valued: true }],
    ['pypi-url', { valued: true }],
    ['extra-index-url', { valued: true }],
    ['find-links', { short: 'f', valued: true }],
    ['no-index', { valued: false }],
    ['no-binary', { valued: true }],
    ['only-binary', { valued: true }],
    ['prefer-binary', { valued: false }],
    ['require-hashes', { valued: false }],
    ['pre', { valued: false }],
    ['trusted-host', { valued: true }],
    ['use-feature', { valued: true }],
    ['all-releases', { valued: true }],
    ['only-final', { valued: true }],
    ['uploaded-prior-to', { valued: true }],
    ['hash', { valued: true, behind: true }],
    ['global-option', { valued: true, behind: true }],
    ['install-option', { valued: true, behind: true }],
    ['config-settings', { short: 'C', valued: true, behind: true }],
    ['config-setting', { valued: true, behind: true }],
]);
const byShort = new Map([...option_forms].flatMap(([name, { short }]) => (short ? [[short, name]] : [])));
/** Where the options of a line begin: at the first word that starts with a dash (pip, `break_args_options`). */
function optionsStart(text) {
    const found = /(?:^|\s)-/.exec(text);
    return found ? found.index + found[0].length - 1 : text.length;
}
/**
 * Reads the options at `start`.
 *
 * @param behind whether they stand behind a requirement.
 * @throws RequirementSyntaxError on an option that pip does not know, or in the wrong place, or without its value.
 */
function readOptions(text, start, behind) {
    const words = wordsOf(text, start);
    const options = [];
    for (let i = 0; i < words.length; i++) {
        const word = words[i];
        if (!word)
            break;
        const { name, glued } = split(word);
        const form = option_forms.get(name);
        if (!form || (form.behind ?? false) !== behind)
            throw unknownOption(word, behind);
        const value = glued ?? (form.valued ? words[++i]?.text : '');
        if (value === undefined || (form.valued && value === '') || (!form.valued && value !== '')) {
            throw new RequirementSyntaxError(`--${name} takes ${form.valued ? 'a value' : 'no value'}`, word.index);
        }
        options.push({ name, value, index: word.index });
    }
    return options;
}
/** Words as a shell splits them: quotes hold blanks together. */
function wordsOf(text, start) {
    const pattern = /\s*((?:[^\s'"]+|'[^']*'|"[^"]*")+)/y;
    const words = [];
    const end = text.trimEnd().length;
    pattern.lastIndex = start;
    while (pattern.lastIndex < end) {
        const from = pattern.lastIndex;
        const [, word = ''] = pattern.exec(text) ?? [];
        if (word === '')
            throw new RequirementSyntaxError('a quotation mark is not closed', from);
        words.push({ text: word.replaceAll(/['"]/g, ''), index: pattern.lastIndex - word.length });
    }
    return words;
}
/** `--name=value`, `--name`, `-r`, `-rfile`. */
function split({ text }) {
    if (text.startsWith('--')) {
        const equals = text.indexOf('=');
        return equals < 0
            ? { name: text.slice(2), glued: undefined }
            : { name: text.slice(2, equals), glued: text.slice(equals + 1) };
    }
    const name = text.startsWith('-') ? byShort.get(text.slice(1, 2)) : undefined;
    return { name: name ?? text, glued: name !== undefined && text.length > 2 ? text.slice(2) : undefined };
}
function unknownOption({ text, index }, behind) {
    const where = behind ? 'behind a requirement' : 'on a line of its own';
    return new RequirementSyntaxError(`${quote(text)} is no option that pip takes ${where}`, index, 'check its spelling and place');
}

;// CONCATENATED MODULE: ./build/scan-deps/requirements/marker.js


/** PEP 508, "Environment markers", with PEP 685's `extra` and PEP 751's `extras`, `dependency_groups`. */
const variables = new Set([
    'python_version',
    'python_full_version',
    'os_name',
    'sys_platform',
    'platform_release',
    'platform_system',
    'platform_version',
    'platform_machine',
    'platform_python_implementation',
    'implementation_name',
    'implementation_version',
    'extra',
    'extras',
    'dependency_groups',
    // Spellings of old releases that pip still takes (packaging, `_parser.py`).
    'os.name',
    'sys.platform',
    'platform.version',
    'platform.machine',
    'platform.python_implementation',
    'python_implementation',
]);
const token = /\s*(?:(?<paren>[()])|(?<text>'[^']*'|"[^"]*")|(?<operator><=|>=|===|==|~=|!=|<|>)|(?<word>[a-z_.]+))/y;
/**
 * Checks a marker against the grammar of PEP 508. It is kept as text: what holds on the machine that installs is not known here,
 * so every dependency is judged.
 *
 * @param start index of `text` in what was parsed, for the error.
 * @throws RequirementSyntaxError
 */
function assertMarker(text, start) {
    const tokens = tokensOf(text, start);
    const end = readOr(tokens, 0, 0);
    const rest = at(tokens, end);
    if (rest.kind !== 'end') {
        throw new RequirementSyntaxError(`expected "and" or "or", found ${quote(rest.text)}`, rest.index);
    }
}
function tokensOf(text, start) {
    const tokens = [];
    token.lastIndex = 0;
    const end = text.trimEnd().length;
    while (token.lastIndex < end) {
        const from = token.lastIndex;
        const groups = token.exec(text)?.groups;
        if (!groups)
            throw new RequirementSyntaxError(`${quote(text.slice(from))} is no marker`, start + from);
        const kind = ['paren', 'text', 'operator', 'word'].find((name) => groups[name] !== undefined);
        if (kind) {
            const found = groups[kind] ?? '';
            tokens.push({ kind, text: found, index: start + token.lastIndex - found.length });
        }
    }
    return [...tokens, { kind: 'end', text: 'the end', index: start + end }];
}
function at(tokens, position) {
    const found = tokens[Math.min(position, tokens.length - 1)];
    if (!found)
        throw new RangeError('a marker has at least its end');
    return found;
}
/** Reads `and`s joined by `or`; returns the position behind. */
function readOr(tokens, position, depth) {
    let next = readAnd(tokens, position, depth);
    while (at(tokens, next).text === 'or')
        next = readAnd(tokens, next + 1, depth);
    return next;
}
function readAnd(tokens, position, depth) {
    let next = readTerm(tokens, position, depth);
    while (at(tokens, next).text === 'and')
        next = readTerm(tokens, next + 1, depth);
    return next;
}
function readTerm(tokens, position, depth) {
    const first = at(tokens, position);
    if (first.text !== '(')
        return readComparison(tokens, position);
    if (depth >= scanLimits.markerDepth) {
        throw new RequirementSyntaxError(`a marker nests deeper than ${scanLimits.markerDepth} parentheses`, first.index);
    }
    const end = readOr(tokens, position + 1, depth + 1);
    const close = at(tokens, end);
    if (close.text !== ')')
        throw new RequirementSyntaxError(`expected ")", found ${quote(close.text)}`, close.index);
    return end + 1;
}
function readComparison(tokens, position) {
    assertOperand(at(tokens, position));
    const operator = at(tokens, position + 1);
    const negated = operator.text === 'not' && at(tokens, position + 2).text === 'in';
    if (operator.kind !== 'operator' && operator.text !== 'in' && !negated) {
        throw new RequirementSyntaxError(`expected a comparison such as "==", found ${quote(operator.text)}`, operator.index);
    }
    const right = position + (negated ? 3 : 2);
    assertOperand(at(tokens, right));
    return right + 1;
}
function assertOperand({ kind, text, index }) {
    if (kind === 'text' || (kind === 'word' && variables.has(text)))
        return;
    throw new RequirementSyntaxError(`${quote(text)} is neither a marker variable nor quoted text`, index, 'use one of PEP 508, such as python_version, or quote the text');
}

// EXTERNAL MODULE: ./node_modules/@renovatebot/pep440/index.js + 4 modules
var pep440 = __webpack_require__(9687);
;// CONCATENATED MODULE: ./build/scan-deps/pep440.js

/** `null` when the text is no version of PEP 440. */
function readPep440(text) {
    return (0,pep440/* parse */.qg)(text);
}

;// CONCATENATED MODULE: ./build/scan-deps/requirements/specifier.js



const clausePattern = /^\s*(===|~=|==|!=|<=|>=|<|>)\s*(\S+)\s*$/;
/**
 * Reads `>=1,<2`. Each clause is checked: a version that PEP 440 does not know is an error, as it is for pip.
 *
 * @param start index of `text` in what was parsed, for the error.
 * @throws RequirementSyntaxError
 */
function readSpecifier(text, start) {
    if (text.trim() === '')
        return [];
    const clauses = [];
    let index = start;
    for (const part of text.split(',')) {
        const blank = part.length - part.trimStart().length;
        // A comma at the end is what pip tolerates.
        const isTail = part.trim() === '' && index + part.length === start + text.length && clauses.length > 0;
        if (!isTail)
            clauses.push(readClause(part, index + blank));
        index += part.length + 1;
    }
    return clauses;
}
function readClause(part, index) {
    const [, operator, version] = clausePattern.exec(part) ?? [];
    if (operator === undefined || version === undefined) {
        throw new RequirementSyntaxError(`${quote(part.trim())} is no version specifier`, index, 'write an operator and a version, such as ==1.4.2');
    }
    if (version.length > scanLimits.word || (operator !== '===' && !isVersion(operator, version))) {
        throw new RequirementSyntaxError(`${quote(version)} is no version that PEP 440 allows after ${operator}`, index);
    }
    return { operator, version };
}
function isVersion(operator, text) {
    const isPrefix = text.endsWith('.*');
    if (isPrefix && operator !== '==' && operator !== '!=')
        return false;
    const version = readPep440(isPrefix ? text.slice(0, -2) : text);
    if (!version)
        return false;
    if (isPrefix && (version.dev !== null || version.local !== null))
        return false;
    if (operator === '~=')
        return version.release.length > 1 && version.local === null;
    return version.local === null || operator === '==' || operator === '!=';
}
/**
 * The one version that a specifier allows: an `==` without wildcard or an `===`, alone or beside bounds. A range is never read
 * as a version, and two different exact versions are none.
 */
function pinnedVersion(clauses) {
    const exact = new Set(clauses
        .filter(({ operator, version }) => operator === '===' || (operator === '==' && !version.endsWith('.*')))
        .map(({ version }) => version));
    const [only] = exact;
    return exact.size === 1 && only !== undefined ? only : null;
}

;// CONCATENATED MODULE: ./build/scan-deps/requirements/requirement.js






/** PEP 508 names: letters, digits, `-_.` inside. */
const namePattern = /^\s*(?<name>[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*/;
const nameAlone = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/;
/**
 * Reads one requirement of PEP 508, or a URL or path as pip takes them.
 *
 * @param text without comment and without options.
 * @throws RequirementSyntaxError
 */
function readRequirement(text) {
    if (text.length > scanLimits.requirement) {
        throw new RequirementSyntaxError(`a requirement has more than ${scanLimits.requirement} characters`, 0);
    }
    const direct = readDirect(text);
    if (direct)
        return direct;
    const head = namePattern.exec(text);
    const label = head?.groups?.name;
    if (!head || label === undefined)
        throw noName(text);
    if (label.length > scanLimits.word)
        throw new RequirementSyntaxError('a name is too long to be one', 0);
    const afterName = head[0].length;
    const { extras, end } = readExtras(text, afterName);
    const rest = text.slice(end);
    const at = /^\s*@\s*/.exec(rest);
    const named = { name: normaliseName(label), label, extras };
    if (at)
        return readNamedUrl(text, end + at[0].length, named);
    const { body, marker } = splitMarker(text, end);
    const { inner, offset } = stripParentheses(body, end);
    const clauses = readSpecifier(inner, offset);
    return {
        ...named,
        clauses,
        version: pinnedVersion(clauses),
        marker,
        hashes: [],
        source: null,
        editable: false,
    };
}
/** `name @ url ; marker`: the marker's semicolon needs a blank before it, since URLs may hold one (PEP 508). */
function readNamedUrl(text, start, named) {
    const semicolon = /\s;/.exec(text.slice(start));
    const url = (semicolon ? text.slice(start, start + semicolon.index) : text.slice(start)).trim();
    const target = readDirect(url);
    if (!target)
        throw new RequirementSyntaxError(`${quote(url)} is no URL`, start, 'write name @ https://…');
    const markerStart = semicolon ? start + semicolon.index + 2 : text.length;
    const marker = text.slice(markerStart).trim();
    if (semicolon)
        assertMarker(text.slice(markerStart), markerStart);
    return { ...target, ...named, marker: semicolon ? marker : null };
}
function noName(text) {
    const index = text.length - text.trimStart().length;
    return new RequirementSyntaxError(`${quote(text.trim())} does not begin with a package name`, index, 'write a name of letters, digits, ".", "-" and "_", then a version: name==1.4.2');
}
/** `[a, b]` behind a name. */
function readExtras(text, start) {
    if (text[start] !== '[')
        return { extras: [], end: start };
    const close = text.indexOf(']', start);
    if (close < 0)
        throw new RequirementSyntaxError('"[" is not closed', start, 'write name[extra]');
    const inside = text.slice(start + 1, close).trim();
    const extras = inside === '' ? [] : inside.split(',').map((extra) => extra.trim());
    const wrong = extras.find((extra) => !nameAlone.test(extra));
    if (wrong !== undefined)
        throw new RequirementSyntaxError(`${quote(wrong)} is no extra`, start + 1);
    return { extras: extras.map(normaliseName).sort(), end: close + 1 };
}
function splitMarker(text, start) {
    const semicolon = text.indexOf(';', start);
    if (semicolon < 0)
        return { body: text.slice(start), marker: null };
    const marker = text.slice(semicolon + 1);
    assertMarker(marker, semicolon + 1);
    return { body: text.slice(start, semicolon), marker: marker.trim() };
}
/** `name (>=1)` of old metadata. */
function stripParentheses(body, start) {
    const blank = body.length - body.trimStart().length;
    const trimmed = body.trim();
    if (!trimmed.startsWith('(') || !trimmed.endsWith(')'))
        return { inner: body, offset: start };
    return { inner: trimmed.slice(1, -1), offset: start + blank + 1 };
}

;// CONCATENATED MODULE: ./build/scan-deps/requirements/line.js




/**
 * @param text one logical line, not blank.
 * @throws RequirementSyntaxError
 */
function readLine(text) {
    const start = optionsStart(text);
    const head = text.slice(0, start);
    if (head.trim() !== '')
        return readDependencyLine(text, head, start);
    const options = readOptions(text, start, false);
    const [first] = options;
    const including = options.find(({ name }) => ['requirement', 'constraint', 'editable'].includes(name));
    if (!first || !including)
        return { kind: 'options', names: options.map(({ name }) => name) };
    if (options.length > 1) {
        throw new RequirementSyntaxError(`--${including.name} shares its line with another option`, first.index, 'give it a line of its own');
    }
    return including.name === 'editable' ? readEditable(including) : include(including);
}
function readDependencyLine(text, head, start) {
    const dependency = readRequirement(head);
    const options = readOptions(text, start, true);
    const hashes = options.filter(({ name }) => name === 'hash').map(readHash);
    return {
        kind: 'dependency',
        dependency: { ...dependency, hashes },
        index: head.length - head.trimStart().length,
    };
}
/** Digits of the digests that pip takes as strong (pip, `hashes.py`: STRONG_HASHES). */
const hashDigits = new Map([
    ['sha256', 64],
    ['sha384', 96],
    ['sha512', 128],
]);
function readHash({ value, index }) {
    const [algorithm = '', digest = ''] = value.split(':', 2);
    const digits = hashDigits.get(algorithm);
    if (digits === undefined) {
        throw new RequirementSyntaxError(`${quote(algorithm)} is no hash that pip takes`, index, 'use sha256, sha384 or sha512');
    }
    if (digest.length !== digits || !/^[0-9a-f]+$/i.test(digest)) {
        throw new RequirementSyntaxError(`a ${algorithm} hash has ${digits} hexadecimal digits; this has ${digest.length} characters`, index);
    }
    return `${algorithm}:${digest.toLowerCase()}`;
}
function include({ name, value, index }) {
    return { kind: 'include', path: value, constraint: name === 'constraint', index };
}
function readEditable({ value, index }) {
    const target = readDirect(value) ?? readDirect(`./${value}`);
    if (!target)
        throw new RequirementSyntaxError(`${quote(value)} is no place to install from`, index);
    return { kind: 'dependency', dependency: { ...target, editable: true }, index };
}

;// CONCATENATED MODULE: ./build/scan-deps/requirements/logical-line.js

/**
 * Control characters other than the tab. Python's `splitlines`, through which pip reads, takes several of them for line breaks
 * where an editor shows none: a place to hide a line.
 */
const logical_line_hidden = /(?!\t)[\p{Cc}\p{Zl}\p{Zp}]/u;
const comment = /(?:^|\s)#/;
/**
 * The lines of a requirements file as pip's `join_lines` and `ignore_comments` make them
 * (pip, `req_file.py`): a backslash at the end joins, a line that is all comment ends a continuation. One pass.
 *
 * @throws Failure('input') on a control character.
 */
function* logicalLines(content, file) {
    let joined = '';
    let pieces = [];
    let number = 0;
    for (const line of physicalLines(content)) {
        number += 1;
        const found = logical_line_hidden.exec(line);
        if (found)
            throw hiddenError(found, file, number);
        const allComment = /^\s*#/.test(line);
        const continues = line.endsWith('\\') && !allComment;
        pieces.push({ start: joined.length, line: number });
        joined += continues ? line.slice(0, -1) : allComment ? ` ${line}` : line;
        if (continues)
            continue;
        yield* visible(joined, pieces);
        joined = '';
        pieces = [];
    }
    yield* visible(joined, pieces);
}
/** Lines without their `\n`, `\r\n` or `\r`. A generator, so that 10⁶ lines are not held twice. */
function* physicalLines(content) {
    const breaks = /\r\n|\n|\r/g;
    let start = 0;
    for (let found = breaks.exec(content); found; found = breaks.exec(content)) {
        yield content.slice(start, found.index);
        start = breaks.lastIndex;
    }
    if (start < content.length)
        yield content.slice(start);
}
function* visible(joined, pieces) {
    const cut = comment.exec(joined);
    const text = (cut ? joined.slice(0, cut.index) : joined).trimEnd();
    if (text.trim() === '')
        return;
    yield {
        text,
        placeOf: (index) => {
            const piece = pieces.findLast(({ start }) => start <= index) ?? { start: 0, line: 1 };
            return { line: piece.line, column: index - piece.start + 1 };
        },
    };
}
function hiddenError(found, file, line) {
    const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return (0,failure/* inputError */.Xu)(`the control character U+${code} may hide what follows it: pip starts a new line at some of them`, {
        place: { file, line, column: found.index + 1 },
        fix: 'remove it',
    });
}

;// CONCATENATED MODULE: ./build/scan-deps/requirements/lock.js







/**
 * Reads requirements files and everything they include with `-r` and `-c`. Each file is read once, however often it is
 * included. Linear in the size of the files.
 *
 * @param paths of the files that were asked for.
 * @throws Failure('input') with file, line and column of what pip would refuse, or of an include that leaves the workspace,
 *   comes round to itself or exceeds a limit.
 */
async function readLocks(files, paths) {
    const reader = new LockReader(files);
    for (const lock of paths) {
        const root = external_node_path_.posix.dirname(lock);
        await reader.read({
            path: external_node_path_.posix.normalize(lock),
            constraint: false,
            via: [],
            hashesRequired: false,
            root,
        });
    }
    return reader.result();
}
class LockReader {
    #files;
    #seen = new Set();
    #read = new Map();
    #dependencies = [];
    constructor(files) {
        this.#files = files;
    }
    result() {
        return { files: [...this.#read.values()], dependencies: this.#dependencies };
    }
    async read(visit) {
        // A file may bound versions (`-c`) and name dependencies (`-r`): two readings.
        const reading = `${visit.constraint ? 'c' : 'r'} ${visit.path}`;
        if (this.#seen.has(reading))
            return;
        this.#seen.add(reading);
        const name = this.#files.display(visit.path);
        if (this.#seen.size > scanLimits.includedFiles) {
            throw (0,failure/* inputError */.Xu)(`more than ${scanLimits.includedFiles} requirements files include one another`, {
                place: { file: name },
            });
        }
        const bytes = await this.#files.read(visit.path, scanLimits.lockFileBytes);
        this.#read.set(name, { name, sha256: (0,evidence/* sha256 */.sc)(bytes) });
        const lines = readLines(decodeUtf8(bytes, name), name);
        const inner = {
            ...visit,
            via: [...visit.via, name],
            hashesRequired: visit.hashesRequired || lines.some(({ line }) => requiresHashes(line)),
        };
        for (const { line, place } of lines) {
            if (line.kind === 'include')
                await this.#include(inner, line, place);
            if (line.kind === 'dependency')
                this.#add(inner, line.dependency, place);
        }
    }
    #add({ via, constraint, hashesRequired }, dependency, place) {
        if (this.#dependencies.length >= scanLimits.dependencies) {
            throw (0,failure/* inputError */.Xu)(`more than ${scanLimits.dependencies} dependencies`, {
                place,
                fix: 'split the lock file over several pipelines',
            });
        }
        this.#dependencies.push({ ...dependency, place, via, constraint, hashesRequired });
    }
    /** @param inner of the including file. */
    async #include(inner, line, place) {
        const included = resolveInclude(this.#files, inner, line.path, place);
        const name = this.#files.display(included);
        if (inner.via.includes(name)) {
            const round = [...inner.via, name].join(' → ');
            throw (0,failure/* inputError */.Xu)(`includes itself: ${round}`, { place, fix: 'remove one of these lines' });
        }
        if ((await this.#files.kind(included)) === 'missing') {
            throw (0,failure/* inputError */.Xu)(`includes ${quote(line.path)}, which does not exist`, {
                place,
                fix: 'check the path',
            });
        }
        if (inner.via.length > scanLimits.includeDepth) {
            throw (0,failure/* inputError */.Xu)(`files include one another more than ${scanLimits.includeDepth} deep`, { place });
        }
        await this.read({ ...inner, path: included, constraint: inner.constraint || line.constraint });
    }
}
function requiresHashes(line) {
    return line.kind === 'options' && line.names.includes('require-hashes');
}
/** Relative to the including file; below the workspace, or below the folder of a lock file that lies elsewhere. */
function resolveInclude(files, { path: from, root }, target, place) {
    const fix = 'name a file of the repository by its relative path';
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(target) || /^file:/i.test(target)) {
        throw (0,failure/* inputError */.Xu)(`includes ${quote(target)}, which is no file of the repository`, { place, fix });
    }
    if (external_node_path_.isAbsolute(target) || external_node_path_.win32.isAbsolute(target)) {
        throw (0,failure/* inputError */.Xu)(`includes ${quote(target)} by an absolute path`, { place, fix });
    }
    const included = external_node_path_.posix.join(external_node_path_.posix.dirname(from), target.replaceAll('\\', '/'));
    const shown = files.display(included);
    const below = !external_node_path_.isAbsolute(shown) && !/^\.\.(?:\/|$)/.test(shown);
    if (!below && !included.startsWith(`${root}/`)) {
        throw (0,failure/* inputError */.Xu)(`includes ${quote(target)}, which leaves the workspace`, { place, fix });
    }
    return included;
}
function decodeUtf8(bytes, file) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (cause) {
        throw (0,failure/* inputError */.Xu)('is not text in UTF-8', { place: { file }, fix: 'save it as UTF-8' }, cause);
    }
}
/** All syntax errors of a file come in one failure, so that they can be mended in one go. */
function readLines(content, file) {
    const lines = [];
    const problems = [];
    for (const logical of logicalLines(content, file)) {
        try {
            const line = readLine(logical.text);
            lines.push({ line, place: placeIn(file, logical, 'index' in line ? line.index : 0) });
        }
        catch (error) {
            if (!(error instanceof RequirementSyntaxError))
                throw error;
            const { message, fix, index } = error;
            problems.push({ message, ...(fix && { fix }), place: placeIn(file, logical, index) });
            if (problems.length >= scanLimits.problems)
                break;
        }
    }
    if (problems.length > 0)
        throw new failure/* Failure */.HR('input', problems);
    return lines;
}
function placeIn(file, logical, index) {
    return { file, ...logical.placeOf(index) };
}

// EXTERNAL MODULE: ./build/scan-deps/settings.js
var scan_deps_settings = __webpack_require__(4432);
// EXTERNAL MODULE: ./build/gate/finding.js
var finding = __webpack_require__(6043);
// EXTERNAL MODULE: ./build/gate/order.js
var order = __webpack_require__(9034);
;// CONCATENATED MODULE: ./build/scan-deps/osv/aliases.js

/** Union-find over ids and aliases: transitive, near linear. */
function groupByAlias(advisories) {
    const parents = new Map();
    const rootOf = (id) => {
        let root = id;
        for (let up = parents.get(root); up !== undefined && up !== root; up = parents.get(root))
            root = up;
        for (let at = id; at !== root;) {
            const next = parents.get(at) ?? root;
            parents.set(at, root);
            at = next;
        }
        return root;
    };
    for (const { id, aliases } of advisories) {
        for (const alias of aliases)
            parents.set(rootOf(alias), rootOf(id));
    }
    const members = new Map();
    for (const advisory of advisories) {
        const root = rootOf(advisory.id);
        members.set(root, [...(members.get(root) ?? []), advisory]);
    }
    const membersOf = (id) => members.get(rootOf(id)) ?? [];
    return {
        membersOf,
        groupOf: rootOf,
        idsOf: (id) => [...new Set(membersOf(id).flatMap((m) => [m.id, ...m.aliases]))].sort(order/* compareCodePoints */.O),
    };
}

;// CONCATENATED MODULE: ./build/scan-deps/osv/version.js


/** Below and above every number that a version holds. */
const lowest = -1;
const highest = Number.POSITIVE_INFINITY;
/** Numbers of 16 digits and more do not all fit a double. */
const inexact = /\d{16}/;
/**
 * Parses a version of PEP 440; `null` when it is none, or when a number in it is too large to be compared exactly.
 * Read by @renovatebot/pep440, except for the local part, whose `1e5` and `0x10` it takes for numbers.
 */
function parseVersion(text) {
    const trimmed = text.trim();
    const version = trimmed.length > scanLimits.word || inexact.test(trimmed) ? null : readPep440(trimmed);
    if (!version)
        return null;
    const { epoch, release, pre, post, dev } = version;
    return {
        text: trimmed,
        epoch,
        release: withoutTrailingZeros(release),
        suffix: [...preOrder(pre, post !== null, dev !== null), numberOf(post, lowest), numberOf(dev, highest)],
        local: localOf(trimmed),
    };
}
/** `1.0.dev1` comes before `1.0a1`, and that before `1.0` (PEP 440, "Summary of permitted suffixes and relative ordering"). */
function preOrder(pre, hasPost, hasDev) {
    if (pre)
        return [['a', 'b', 'rc'].indexOf(String(pre[0])), Number(pre[1])];
    return [!hasPost && hasDev ? lowest : highest, 0];
}
function numberOf(part, absent) {
    return part ? Number(part[1]) : absent;
}
function withoutTrailingZeros(release) {
    return release.slice(0, release.findLastIndex((n) => n !== 0) + 1);
}
function localOf(text) {
    const plus = text.indexOf('+');
    if (plus < 0)
        return null;
    return text
        .slice(plus + 1)
        .toLowerCase()
        .split(/[-_.]/)
        .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
/** PEP 440's order: negative, zero or positive. */
function compareVersions(a, b) {
    return (a.epoch - b.epoch ||
        compareLists(a.release, b.release) ||
        compareLists(a.suffix, b.suffix) ||
        compareLocal(a.local, b.local));
}
/** One text for all spellings of a version. */
function canonicalVersion({ epoch, release, suffix, local }) {
    return `${epoch}!${release.join('.')};${suffix.join(';')}${local ? `+${local.join('.')}` : ''}`;
}
/** Without a local part comes before with one; words come before numbers (PEP 440, "Local version identifiers"). */
function compareLocal(a, b) {
    if (!a || !b)
        return (a ? 1 : 0) - (b ? 1 : 0);
    return compareLists(a, b);
}
function compareLists(a, b) {
    for (let i = 0; i < Math.min(a.length, b.length); i++) {
        const x = a[i] ?? 0;
        const y = b[i] ?? 0;
        if (x === y)
            continue;
        if (typeof x !== typeof y)
            return typeof x === 'string' ? -1 : 1;
        return x < y ? -1 : 1;
    }
    return a.length - b.length;
}

;// CONCATENATED MODULE: ./build/scan-deps/osv/affected.js

function parseAffected(text) {
    return {
        ranges: text.ranges.map(({ events }) => ({
            events: inOrder(events.flatMap(readEvent)),
            limits: limitsOf(events),
        })),
        versions: new Set(text.versions.map(canonicalOrText)),
    };
}
/**
 * An event whose version cannot be read is left out where it would end a range and counts from the start where it begins
 * one: a broken advisory warns too often, never too rarely.
 */
function readEvent({ kind, version }) {
    if (kind === 'limit')
        return [];
    const key = version === '0' ? null : parseVersion(version);
    return key === null && kind !== 'introduced' ? [] : [{ kind, key }];
}
/** `*` lifts every limit, and so does one that cannot be read. */
function limitsOf(events) {
    const limits = events.filter(({ kind }) => kind === 'limit').map(({ version }) => parseVersion(version));
    return limits.includes(null) ? [] : limits.filter((limit) => limit !== null);
}
/**
 * Sorts events by version. Where several stand at one version, the end comes first if a range is open there (else the range
 * that begins would be lost), and last if none is (`introduced` and `last_affected` of one version mean that version).
 */
function inOrder(events) {
    const sorted = [...events].sort((a, b) => compareKeys(a.key, b.key));
    const walked = [];
    for (let start = 0; start < sorted.length;) {
        let end = start + 1;
        while (end < sorted.length && compareKeys(sorted[start]?.key ?? null, sorted[end]?.key ?? null) === 0)
            end += 1;
        const open = walked.at(-1)?.kind === 'introduced';
        const first = (kind) => (kind === 'introduced') !== open;
        const together = sorted.slice(start, end);
        for (const event of together)
            if (first(event.kind))
                walked.push(event);
        for (const event of together)
            if (!first(event.kind))
                walked.push(event);
        start = end;
    }
    return walked;
}
function compareKeys(a, b) {
    if (!a || !b)
        return (a ? 1 : 0) - (b ? 1 : 0);
    return compareVersions(a, b);
}
/**
 * Whether a version is affected, as the OSV schema's "Evaluation" has it: in a range, or in the list of versions.
 */
function isAffected(version, { ranges, versions }) {
    return ranges.some((range) => isInRange(version, range)) || versions.has(canonicalVersion(version));
}
/** For a text that PEP 440 does not order (`===` takes any): only a listing can be decided. */
function isListed(text, { versions }) {
    return versions.has(canonicalOrText(text));
}
function isInRange(version, { events, limits }) {
    if (limits.length > 0 && !limits.some((limit) => compareVersions(version, limit) < 0))
        return false;
    let inside = false;
    for (const { kind, key } of events) {
        const order = key === null ? 1 : compareVersions(version, key);
        if (kind === 'introduced')
            inside ||= order >= 0;
        else
            inside &&= kind === 'fixed' ? order < 0 : order <= 0;
    }
    return inside;
}
function canonicalOrText(text) {
    const key = parseVersion(text);
    return key === null ? text : canonicalVersion(key);
}
/** Versions that the advisory itself says are affected, in text: witnesses for the proof that the database works. */
function witnesses({ ranges, versions }) {
    const bounds = ranges.flatMap(({ events }) => events
        .filter(({ kind }) => kind === 'introduced' || kind === 'last_affected')
        .map(({ version }) => version));
    return [...versions, ...bounds];
}
/** Versions at which an advisory says it is mended. */
function fixedVersions({ ranges }) {
    return ranges.flatMap(({ events }) => events.filter(({ kind }) => kind === 'fixed').map(({ version }) => version));
}

;// CONCATENATED MODULE: ./build/scan-deps/osv/database.js


/** Where two sources know one id, the record that was modified last counts. */
function buildDatabase(advisories) {
    const unique = newestById(advisories);
    const byName = new Map();
    for (const advisory of unique) {
        for (const name of advisory.affected.keys()) {
            const known = byName.get(name);
            if (known)
                known.push(advisory);
            else
                byName.set(name, [advisory]);
        }
    }
    const parsed = new Map();
    const knownOf = (name) => {
        const known = parsed.get(name) ?? (byName.get(name) ?? []).map((advisory) => parseKnown(advisory, name));
        parsed.set(name, known);
        return known;
    };
    return {
        size: unique.length,
        packages: byName.size,
        advisories: unique,
        affecting: (name, version) => {
            const key = parseVersion(version);
            return knownOf(name)
                .filter(({ affected }) => affected.some((entry) => hits(version, key, entry)))
                .map(({ advisory }) => advisory);
        },
        fixesOf: (name) => (byName.get(name) ?? []).flatMap((advisory) => (advisory.affected.get(name) ?? []).flatMap(fixedVersions)),
    };
}
function newestById(advisories) {
    const byId = new Map();
    for (const advisory of advisories) {
        const other = byId.get(advisory.id);
        if (!other || other.modified < advisory.modified)
            byId.set(advisory.id, advisory);
    }
    return [...byId.values()];
}
function parseKnown(advisory, name) {
    return { advisory, affected: (advisory.affected.get(name) ?? []).map(parseAffected) };
}
function hits(version, key, affected) {
    return key === null ? isListed(version, affected) : isAffected(key, affected);
}
/**
 * The canary: whether the database, asked through the very look-up that judges dependencies, finds an advisory at a version
 * which that advisory says is affected. A source that is there but answers nothing would read as clean.
 */
function answersItsOwn({ advisories, affecting }) {
    return advisories.some(({ id, affected }) => [...affected].some(([name, texts]) => texts.flatMap(witnesses).some((version) => affecting(name, version).some((found) => found.id === id))));
}

;// CONCATENATED MODULE: ./build/scan-deps/osv/kev.js



/**
 * Reads the catalogue's JSON (`vulnerabilities[].cveID`).
 *
 * @throws Failure('input') when it is not that, empty, or shorter than its own `count`.
 */
async function readCatalogue(files, path) {
    const bytes = await files.read(path, scanLimits.catalogueBytes);
    const name = files.display(path);
    const { vulnerabilities, count, dateReleased } = parse(bytes, name);
    const ids = new Set(vulnerabilities);
    if (ids.size === 0 || (count !== undefined && count !== vulnerabilities.length)) {
        throw (0,failure/* inputError */.Xu)(`lists ${vulnerabilities.length} vulnerabilities${count === undefined ? '' : `; it says ${count}`}`, {
            place: { file: name },
            fix: 'fetch the whole catalogue again',
        });
    }
    const date = dateReleased === undefined ? {} : { date: dateReleased };
    return {
        ids,
        material: { name, digest: { sha256: (0,evidence/* sha256 */.sc)(bytes) }, ...date, facts: { vulnerabilities: ids.size } },
    };
}
function parse(bytes, file) {
    const fail = (cause) => (0,failure/* inputError */.Xu)('is no catalogue of known exploited vulnerabilities in CISA’s JSON form', { place: { file } }, cause);
    let json;
    try {
        json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    }
    catch (cause) {
        throw fail(cause);
    }
    if (typeof json !== 'object' || json === null || !('vulnerabilities' in json))
        throw fail();
    const { vulnerabilities } = json;
    if (!Array.isArray(vulnerabilities))
        throw fail();
    const ids = vulnerabilities.map((entry) => {
        if (typeof entry !== 'object' || entry === null || !('cveID' in entry) || typeof entry.cveID !== 'string')
            throw fail();
        return entry.cveID;
    });
    return {
        vulnerabilities: ids,
        count: 'count' in json && typeof json.count === 'number' ? json.count : undefined,
        dateReleased: 'dateReleased' in json && typeof json.dateReleased === 'string' ? json.dateReleased : undefined,
    };
}

// EXTERNAL MODULE: ./build/gate/manifest.js
var gate_manifest = __webpack_require__(7909);
;// CONCATENATED MODULE: ./build/scan-deps/osv/source-error.js
/** An advisory database cannot be trusted to know anything: missing, empty, broken, past a limit. The message says which. */
class SourceError extends Error {
    name = 'SourceError';
}

;// CONCATENATED MODULE: ./build/scan-deps/osv/manifest.js

/**
 * Reads a manifest: `{date, advisories}` for the folder that it lies in, `{files: [{file, sha256, commit_date, advisories}]}`
 * for the zips beside it.
 *
 * @param zipName of the zip that is asked about; `null` for the folder.
 * @throws SourceError when the manifest is no JSON object.
 */
function readManifest(bytes, zipName) {
    const whole = parseObject(bytes);
    if (zipName === null)
        return factsOf(whole);
    const files = Array.isArray(whole.files) ? whole.files : [];
    const own = files.filter(isObject).find(({ file }) => file === zipName);
    return own ? factsOf(own) : {};
}
function factsOf(entry) {
    const date = [entry.date, entry.commit_date].find((value) => typeof value === 'string');
    const { sha256, advisories } = entry;
    return {
        ...(date !== undefined && !Number.isNaN(Date.parse(date)) && { date }),
        ...(typeof sha256 === 'string' && { sha256: sha256.toLowerCase() }),
        ...(typeof advisories === 'number' && { advisories }),
    };
}
function parseObject(bytes) {
    try {
        const value = JSON.parse(new TextDecoder().decode(bytes));
        if (isObject(value))
            return value;
    }
    catch (cause) {
        throw new SourceError('has a MANIFEST.json that is no JSON', { cause });
    }
    throw new SourceError('has a MANIFEST.json that is no JSON object');
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./node_modules/yauzl/index.js
var yauzl = __webpack_require__(663);
;// CONCATENATED MODULE: ./build/scan-deps/osv/zip-source.js




/**
 * The JSON files of a zip, one after the other. Bounded in entries, in size and in how far a file may expand.
 *
 * @throws SourceError
 */
async function* readZip(bytes) {
    const zip = await yauzl.fromBufferPromise(viewOf(bytes)).catch((cause) => {
        throw new SourceError(`is no readable zip file (${messageOf(cause)})`, { cause });
    });
    if (zip.entryCount > scanLimits.advisories) {
        throw new SourceError(`has ${zip.entryCount} entries; at most ${scanLimits.advisories} are read`);
    }
    let unpacked = 0;
    for await (const entry of entriesOf(zip)) {
        if (!entry.fileName.endsWith('.json'))
            continue;
        unpacked += entry.uncompressedSize;
        assertBounded(entry, unpacked);
        yield { name: entry.fileName, bytes: await readEntry(zip, entry, bytes) };
    }
}
async function* entriesOf(zip) {
    try {
        yield* zip.eachEntry();
    }
    catch (cause) {
        if (cause instanceof SourceError)
            throw cause;
        throw new SourceError(`is a broken zip file (${messageOf(cause)})`, { cause });
    }
}
function assertBounded({ fileName, compressedSize, uncompressedSize }, unpacked) {
    const name = JSON.stringify(fileName.slice(0, 100));
    if (uncompressedSize > scanLimits.advisoryBytes) {
        throw new SourceError(`${name} has ${uncompressedSize} bytes; at most ${scanLimits.advisoryBytes} are read`);
    }
    if (uncompressedSize > 1024 * 1024 && uncompressedSize > compressedSize * scanLimits.ratio) {
        throw new SourceError(`${name} expands more than ${scanLimits.ratio}-fold, as a zip bomb does`);
    }
    if (unpacked > scanLimits.unpackedBytes) {
        throw new SourceError(`unpacks to more than ${scanLimits.unpackedBytes} bytes`);
    }
}
/** Unpacked in one step, since the zip is in memory: a stream for each of thousands of small files takes five times as long. */
async function readEntry(zip, entry, packed) {
    const name = JSON.stringify(entry.fileName.slice(0, 100));
    const { compressedSize, compressionMethod, uncompressedSize } = entry;
    let bytes;
    try {
        const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
        const stored = packed.subarray(fileDataStart, fileDataStart + compressedSize);
        bytes =
            compressionMethod === 8 ? (0,external_node_zlib_.inflateRawSync)(stored, { maxOutputLength: uncompressedSize + 1 }) : stored;
    }
    catch (cause) {
        throw new SourceError(`${name} cannot be unpacked (${messageOf(cause)})`, { cause });
    }
    if (!entry.canDecodeFileData() || bytes.length !== uncompressedSize || (0,external_node_zlib_.crc32)(bytes) !== entry.crc32) {
        throw new SourceError(`${name} is not what the zip says it is: wrong size, checksum or compression`);
    }
    return bytes;
}
function viewOf(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}

;// CONCATENATED MODULE: ./build/scan-deps/osv/source.js









const manifestName = 'MANIFEST.json';
/** How osv-scanner and osv.dev lay out a folder of zips. */
const zipPattern = /^(?:(?:osv-scanner\/)?PyPI\/all\.zip|[^/]+\.zip)$/;
/**
 * Reads what `--osv` names: a zip of OSV JSON files, a folder of such files, or a folder that holds zips.
 *
 * @throws SourceError
 * @throws Failure when it cannot be read at all.
 */
async function readSources(ports, given) {
    const source = given.replace(/(?<=.)\/+$/, '');
    if ((await ports.files.kind(source)) !== 'folder')
        return [await readZipFile(ports, source)];
    const listed = await ports.hasher.tree(ports.files.resolve(source));
    const zips = listed.filter(({ name }) => zipPattern.test(name));
    if (zips.length === 0)
        return [await readFolder(ports, source, listed)];
    const sources = [];
    for (const { name } of zips)
        sources.push(await readZipFile(ports, `${source}/${name}`));
    return sources;
}
async function readZipFile({ files }, zip) {
    const bytes = await files.read(zip, scanLimits.databaseBytes);
    const digest = (0,evidence/* sha256 */.sc)(bytes);
    const manifest = await manifestOf({ files }, external_node_path_.posix.dirname(zip), external_node_path_.posix.basename(zip));
    if (manifest.sha256 !== undefined && manifest.sha256 !== digest) {
        throw new SourceError(`has the SHA-256 ${digest}; its ${manifestName} says ${manifest.sha256}`);
    }
    const records = [];
    for await (const file of readZip(bytes))
        if (isRecord(file.name))
            records.push(parseRecord(file));
    return source_sourceOf(files.display(zip), { sha256: digest }, manifest, records);
}
async function readFolder({ files }, folder, listed) {
    const records = [];
    for (const { name, sha256: expected } of listed.filter((file) => isRecord(file.name))) {
        const bytes = await files.read(`${folder}/${name}`, scanLimits.advisoryBytes);
        if ((0,evidence/* sha256 */.sc)(bytes) !== expected)
            throw new SourceError(`changed while it was read (${JSON.stringify(name)})`);
        records.push(parseRecord({ name, bytes }));
    }
    const manifest = await manifestOf({ files }, folder, null);
    return source_sourceOf(files.display(folder), { dirHash: (0,gate_manifest/* dirHash */.Qd)(listed) }, manifest, records);
}
function isRecord(name) {
    return name.endsWith('.json') && external_node_path_.posix.basename(name) !== manifestName;
}
async function manifestOf({ files }, folder, zipName) {
    const beside = external_node_path_.posix.join(folder, manifestName);
    if ((await files.kind(beside)) !== 'file')
        return {};
    return readManifest(await files.read(beside, scanLimits.advisoryBytes), zipName);
}
function parseRecord({ name, bytes }) {
    try {
        return readAdvisory(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    }
    catch (cause) {
        const reason = cause instanceof AdvisoryError ? cause.message : 'it is no JSON in UTF-8';
        throw new SourceError(`holds ${JSON.stringify(name.slice(0, 200))}, which is no OSV record: ${reason}`, {
            cause,
        });
    }
}
function source_sourceOf(name, digest, manifest, all) {
    if (manifest.advisories !== undefined && manifest.advisories !== all.length) {
        throw new SourceError(`holds ${all.length} advisories; its ${manifestName} says ${manifest.advisories}`);
    }
    const advisories = all.filter(({ affected, withdrawn }) => affected.size > 0 && !withdrawn);
    if (advisories.length === 0)
        throw new SourceError('knows no advisory for PyPI');
    const date = manifest.date ?? newest(all.map(({ modified }) => modified));
    if (Number.isNaN(Date.parse(date)))
        throw new SourceError('states no date, neither in a manifest nor in an advisory');
    return { name, digest, date, records: all.length, advisories };
}
/** The last of ISO 8601 times in UTC, which sort as text. */
function newest(times) {
    return times.toSorted(order/* compareCodePoints */.O).at(-1) ?? '';
}

;// CONCATENATED MODULE: ./build/scan-deps/dependencies/knowledge.js









const advisoriesId = 'scan-deps/advisories';
const title = 'The advisory databases are whole, recent and answer';
const dayMs = 24 * 60 * 60 * 1000;
/** Without `max-age`, the age from which a database is worth a note. */
const notableDays = 30;
/**
 * Loads what is known of vulnerabilities. A database that is missing, empty, broken, stale or mute makes the check an error
 * ("not checked"), never a clean result.
 *
 * @throws Failure('config') when no database is named.
 */
async function loadKnowledge(ports, settings) {
    if (!settings.osv) {
        throw (0,failure/* configError */.Fj)('no source of advisories is named, so no dependency can be checked', {
            fix: 'name a database: `osv: [advisories/]` under `scan-deps`, or `--osv ZIP|DIR`',
        });
    }
    const sources = [];
    for (const path of settings.osv) {
        const read = await readOrReason(ports, path);
        if (typeof read === 'string')
            return unusable(ports.files.display(path), read);
        sources.push(...read);
    }
    const catalogue = settings.kev === undefined ? null : await readCatalogue(ports.files, settings.kev);
    const database = buildDatabase(sources.flatMap(({ advisories }) => advisories));
    const groups = groupByAlias(database.advisories);
    return {
        knowledge: { database, groups, exploited: catalogue?.ids ?? new Set() },
        check: checkAge(sources, settings['max-age'], ports.clock.now()),
        materials: [...sources.map(materialOf), ...(catalogue ? [catalogue.material] : [])],
    };
}
/** The sources at a path, or why they cannot be relied on. */
async function readOrReason(ports, path) {
    try {
        const sources = await readSources(ports, path);
        const mute = sources.find(({ advisories }) => !answersItsOwn(buildDatabase(advisories)));
        return mute ? 'does not find its own advisories at the versions they name' : sources;
    }
    catch (error) {
        if (error instanceof SourceError)
            return error.message;
        if (error instanceof failure/* Failure */.HR && error.kind === 'input')
            return error.problems.map(({ message }) => message).join('; ');
        throw error;
    }
}
function unusable(name, why) {
    const reason = `not checked: the advisory database ${name} ${why}`;
    const fix = 'fetch the database again, whole: https://osv-vulnerabilities.storage.googleapis.com/PyPI/all.zip';
    return {
        knowledge: null,
        check: (0,check/* check */.z6)({
            id: advisoriesId,
            title,
            findings: [(0,finding/* finding */.gk)(advisoriesId, { severity: 'error', message: reason, fix, item: name })],
            outcome: { status: 'error', reason },
        }),
        materials: [],
    };
}
function checkAge(sources, maxAge, now) {
    const ages = sources.map((source) => ({
        ...source,
        days: Math.floor((now.getTime() - Date.parse(source.date)) / dayMs),
    }));
    const limit = maxAge === undefined ? notableDays : (0,scan_deps_settings/* daysOf */.hF)(maxAge);
    const old = ages.filter(({ days }) => days > limit);
    const reason = old
        .map(({ name, date, days }) => `${name} is of ${date.slice(0, 10)}, ${days} days old`)
        .join('; ');
    return (0,check/* check */.z6)({
        id: advisoriesId,
        title,
        observed: { 'age-days': Math.max(...ages.map(({ days }) => days)) },
        ...(maxAge !== undefined && { threshold: { 'age-days': limit } }),
        findings: old.map(({ name, date, days }) => (0,finding/* finding */.gk)(advisoriesId, {
            severity: maxAge === undefined ? 'note' : 'error',
            message: `${name} is of ${date.slice(0, 10)}, ${days} days old: what was published since is not known to it`,
            fix: 'fetch the database again',
            item: name,
        })),
        ...(old.length > 0 &&
            maxAge !== undefined && { outcome: { status: 'error', reason: `stale: ${reason}` } }),
    });
}
function materialOf({ name, digest, date, records, advisories }) {
    const packages = new Set(advisories.flatMap(({ affected }) => [...affected.keys()])).size;
    return { name, digest, date, facts: { records, advisories: advisories.length, packages } };
}

;// CONCATENATED MODULE: ./build/scan-deps/dependencies/resolved.js

/** A constraint with a marker may not hold where the package is installed, so it fixes nothing. */
function resolveVersions(dependencies) {
    const constraints = new Map(dependencies
        .filter(({ constraint, marker, version }) => constraint && marker === null && version !== null)
        .map((dependency) => [dependency.name, dependency]));
    return dependencies.map((dependency) => {
        const pin = dependency.source === null ? constraints.get(dependency.name) : undefined;
        if (dependency.version !== null || !pin)
            return { dependency, version: dependency.version, by: null };
        return { dependency, version: pin.version, by: pin };
    });
}
const byPlace = (0,order.by)(({ dependency }) => dependency.place.file, ({ dependency }) => dependency.place.line, ({ dependency }) => dependency.place.column);
/** The line that asks for a dependency at one version, everything else of it kept but the hashes. */
function lineFor({ label, extras, marker }, version) {
    const options = extras.length > 0 ? `[${extras.join(',')}]` : '';
    return `${label}${options}==${version}${marker === null ? '' : ` ; ${marker}`}`;
}

;// CONCATENATED MODULE: ./build/scan-deps/dependencies/pins.js





const pinnedId = 'scan-deps/pinned';
const hashedId = 'scan-deps/hashed';
const howToPin = 'write one exact version, as `pip-compile` or `uv pip compile` does for the whole file';
/** Every dependency has one exact version that advisories can be looked up for. */
function checkPinned(resolved, policy) {
    const pins = new Map(resolved.flatMap(({ dependency: { name }, version }) => (name && version ? [[name, version]] : [])));
    const findings = resolved.flatMap(({ dependency, version }) => {
        const lack = lackOf(dependency, version, policy.unpinned ? 'error' : 'warning');
        if (!lack)
            return [];
        const known = dependency.name === null || dependency.source ? undefined : pins.get(dependency.name);
        const fix = known === undefined || version !== null ? lack.fix : lineFor(dependency, known);
        return [findingAt(pinnedId, dependency, { ...lack, fix })];
    });
    return (0,check/* check */.z6)({
        id: pinnedId,
        title: 'Every dependency has one exact version',
        observed: findings.length,
        threshold: 0,
        findings,
    });
}
function lackOf(dependency, version, severity) {
    if (dependency.source !== null && version === null)
        return lackOfSource(dependency, severity);
    // A constraint installs nothing; where it is only a bound, the line that it bounds is judged.
    if (dependency.constraint && version === null)
        return null;
    if (version === null) {
        const asked = dependency.clauses.map((clause) => clause.operator + clause.version).join(',');
        const range = asked === '' ? 'names no version' : `names the range ${asked}, not one version`;
        return {
            severity,
            message: `${dependency.label} ${range}: what gets installed may change`,
            fix: howToPin,
        };
    }
    if (readPep440(version))
        return null;
    const message = `${dependency.label} has the version ${JSON.stringify(version)}, which PEP 440 does not order: not every advisory can be applied`;
    return { severity, message, fix: 'write the version as the package index states it' };
}
/** A place instead of a version: no advisory can be looked up, so it is never clean. */
function lackOfSource({ source, label, place }, severity) {
    if (source === null)
        return null;
    if (source.kind === 'path' && !liesOutside(source.url, place.file)) {
        return {
            severity: 'note',
            message: `${label} is installed from the repository itself: not looked up in advisories`,
            fix: 'judge its own lock file',
        };
    }
    const fixed = source.fixed
        ? 'has no version that advisories could be looked up for'
        : 'may change its content';
    return {
        severity: source.fixed ? 'warning' : severity,
        message: `${label} comes from ${source.url} and ${fixed}`,
        fix: source.kind === 'vcs'
            ? 'take a released version, or name a full commit: …@<40 hexadecimal digits>'
            : 'take a released version, or add #sha256=… to the URL',
    };
}
/** A path that leads out of the repository, by where the lock file lies: its content is in no commit. */
function liesOutside(url, lockFile) {
    const target = url.replace(/^file:/i, '').replaceAll('\\', '/');
    if (target.startsWith('/') || /^[A-Za-z]:/.test(target))
        return true;
    const [first] = external_node_path_.posix.join(external_node_path_.posix.dirname(lockFile), target).split('/', 1);
    return first === '..';
}
/** Pinned dependencies carry a hash, where the policy or a file asks for it. */
function checkHashed(resolved, policy) {
    const asked = resolved.filter(({ dependency: d }) => (policy.missingHash || d.hashesRequired) && !d.constraint && d.source === null);
    const findings = asked
        .filter(({ dependency }) => dependency.hashes.length === 0)
        .map(({ dependency }) => findingAt(hashedId, dependency, {
        severity: 'error',
        message: `${dependency.label} has no --hash: the index could hand out other bytes`,
        fix: 'add its hashes, as `pip-compile --generate-hashes` or `uv pip compile --generate-hashes` does',
    }));
    const title = 'Every pinned dependency carries a hash';
    if (asked.length > 0)
        return (0,check/* check */.z6)({ id: hashedId, title, observed: findings.length, threshold: 0, findings });
    const reason = 'neither `block.missing-hash` nor a `--require-hashes` asks for it';
    return (0,check/* check */.z6)({ id: hashedId, title, outcome: { status: 'skip', reason } });
}
function findingAt(id, dependency, lack) {
    const { name, label, place } = dependency;
    return (0,finding/* finding */.gk)(id, { ...lack, ...place, item: name ?? label, distinct: dependency.marker ?? '' });
}

// EXTERNAL MODULE: ./node_modules/ae-cvss-calculator/dist/ae-cvss-calculator.js
var ae_cvss_calculator = __webpack_require__(4353);
;// CONCATENATED MODULE: ./build/scan-deps/osv/severity.js

/** Qualitative severities, worst last; `unknown` is none of them. */
const severityOrder = ['low', 'medium', 'high', 'critical'];
/** GitHub's advisory database says MODERATE where CVSS says medium. */
const words = new Map([
    ['low', 'low'],
    ['moderate', 'medium'],
    ['medium', 'medium'],
    ['important', 'high'],
    ['high', 'high'],
    ['critical', 'critical'],
]);
/** The worst of what vectors and words say; `unknown` where none of them says anything. */
function severity_severityOf({ vectors, words: given }) {
    const said = [...vectors.map(ofVector), ...given.map((word) => words.get(word.toLowerCase()) ?? 'unknown')];
    return said.reduce(worseSeverity, 'unknown');
}
function worseSeverity(a, b) {
    return rankOf(a) >= rankOf(b) ? a : b;
}
/** −1 for `unknown`. */
function rankOf(severity) {
    return severity === 'unknown' ? -1 : severityOrder.indexOf(severity);
}
/** Qualitative rating scale of CVSS v3.1 (section 5), v4.0 (section 6) and NVD's for v2.0; a score of 0 is `low`. */
function ofVector(vector) {
    const score = scoreOf(vector);
    if (score === null)
        return 'unknown';
    if (score >= 9 && vector.startsWith('CVSS:'))
        return 'critical';
    if (score >= 7)
        return 'high';
    return score >= 4 ? 'medium' : 'low';
}
/** Base score as the vector's own version defines it; `null` for anything but a whole vector. */
function scoreOf(vector) {
    // The longest vector of v4.0 with all metrics has about 250 characters.
    if (vector.length > 400)
        return null;
    try {
        const parsed = ae_cvss_calculator.fromVector(vector);
        const base = parsed?.isBaseFullyDefined() ? parsed.calculateScores().base : undefined;
        return base === undefined || !Number.isFinite(base) ? null : base;
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./build/scan-deps/dependencies/vulnerability.js



/** Looks up every dependency that has a name and a version of its own line. Worst first. */
function findVulnerabilities(resolved, knowledge) {
    return resolved
        .filter(({ by: constraint }) => constraint === null)
        .flatMap(({ dependency, version }) => dependency.name === null || version === null
        ? []
        : lookUp(dependency, dependency.name, version, knowledge))
        .sort(byUrgency);
}
const byUrgency = (0,order.by)(({ malicious, exploited }) => (malicious ? 0 : exploited ? 1 : 2), 
// Unknown stands with high, as it is judged.
({ severity }) => -rankOf(severity === 'unknown' ? 'high' : severity), ({ name }) => name, ({ id }) => id, ({ dependency }) => dependency.place.file, ({ dependency }) => dependency.place.line);
function lookUp(dependency, name, version, knowledge) {
    const { database, groups } = knowledge;
    const found = new Map();
    for (const advisory of database.affecting(name, version)) {
        const group = groups.groupOf(advisory.id);
        found.set(group, [...(found.get(group) ?? []), advisory]);
    }
    if (found.size === 0)
        return [];
    const later = laterVersions(name, version, database);
    const clean = later.find((text) => database.affecting(name, text).length === 0) ?? null;
    return [...found.values()].map((advisories) => ({
        dependency,
        name,
        version,
        ...describe(advisories, knowledge),
        fixed: later.find((text) => !database.affecting(name, text).some((hit) => advisories.includes(hit))) ?? null,
        clean,
    }));
}
/** What all advisories of one flaw say together: the worst severity, the earliest date. */
function describe(advisories, { groups, exploited }) {
    const ids = groups.idsOf(advisories[0]?.id ?? '');
    const [id = ''] = [...advisories.map((advisory) => advisory.id)].sort(byPreference);
    const members = groups.membersOf(id);
    const malicious = ids.some((other) => other.startsWith('MAL-'));
    const rated = members.map(({ severity }) => severity_severityOf(severity)).reduce(worseSeverity, 'unknown');
    const dates = advisories.map(({ published }) => published).filter((date) => date !== '');
    return {
        id,
        aliases: ids.filter((other) => other !== id),
        summary: members.find(({ summary }) => summary !== '')?.summary ?? '',
        severity: malicious ? 'critical' : rated,
        malicious,
        exploited: ids.some((other) => exploited.has(other)),
        published: dates.sort(byText)[0] ?? '',
    };
}
const byText = (0,order.by)((text) => text);
/** A malicious package is named so first; else any order will do, as long as it is always the same. */
const byPreference = (0,order.by)((id) => (id.startsWith('MAL-') ? 0 : 1), (id) => id);
/** Versions above the installed one at which some advisory of the package is mended, ascending. */
function laterVersions(name, version, database) {
    const installed = parseVersion(version);
    if (!installed)
        return [];
    const keys = [...new Set(database.fixesOf(name))]
        .map(parseVersion)
        .filter((key) => key !== null);
    return keys
        .filter((key) => compareVersions(key, installed) > 0)
        .sort(compareVersions)
        .map(({ text }) => text);
}

;// CONCATENATED MODULE: ./build/scan-deps/dependencies/vulnerable.js




const vulnerableId = 'scan-deps/vulnerabilities';
const vulnerable_dayMs = 24 * 60 * 60 * 1000;
/** No dependency has a known vulnerability that the policy blocks. */
function checkVulnerable(vulnerabilities, policy, now) {
    return (0,check/* check */.z6)({
        id: vulnerableId,
        title: 'No dependency has a known vulnerability',
        observed: vulnerabilities.length,
        threshold: { severity: policy.severity, 'unknown-severity': policy.unknownSeverity },
        findings: vulnerabilities.map((vulnerability) => describeFinding(vulnerability, policy, now)),
    });
}
function describeFinding(vulnerability, policy, now) {
    const { dependency, name, version, id, aliases } = vulnerability;
    const { blocks, why } = decide(vulnerability, policy, now);
    return (0,finding/* finding */.gk)(vulnerableId, {
        severity: blocks ? 'error' : 'warning',
        message: `${name} ${version}: ${id}${also(aliases)}${why === '' ? '' : `, ${why}`}${said(vulnerability)}`,
        ...dependency.place,
        fix: fixOf(vulnerability),
        ids: [id, ...aliases],
        item: name,
        distinct: `${id} ${version}`,
    });
}
function also(aliases) {
    const [first, ...more] = aliases.filter((alias) => alias.startsWith('CVE-'));
    return first === undefined ? '' : ` (${first}${more.length > 0 ? ` and ${more.length} more` : ''})`;
}
function said({ summary }) {
    return summary === '' ? '' : `: ${summary}`;
}
/** The line to write where one version mends everything; else what there is. */
function fixOf({ dependency, clean, fixed, malicious }) {
    if (malicious)
        return 'remove the package, and treat every machine that installed it as taken over';
    const hashes = dependency.hashes.length > 0 ? ', with the hashes of that version' : '';
    if (clean !== null)
        return `${lineFor(dependency, clean)}${hashes}`;
    if (fixed !== null)
        return `${lineFor(dependency, fixed)}${hashes} mends this one; another has no mended version`;
    return 'no mended version is known: replace the package, or waive this advisory with an expiry date';
}
/** Malicious and known-exploited block at once; others by severity, after the grace that runs from their publication. */
function decide(vulnerability, policy, now) {
    const { severity, malicious, exploited } = vulnerability;
    if (malicious)
        return { blocks: true, why: 'a malicious package' };
    if (exploited)
        return { blocks: true, why: `${severity} and known to be exploited` };
    const words = severity === 'unknown' ? 'severity unknown' : severity;
    const counts = severity === 'unknown' ? policy.unknownSeverity : rankOf(severity) >= rankOf(policy.severity);
    if (!counts)
        return { blocks: false, why: words };
    const until = graceEnd(vulnerability, policy);
    if (until === null || now.getTime() >= until.getTime())
        return { blocks: true, why: words };
    return { blocks: false, why: `${words}, blocks from ${until.toISOString().slice(0, 10)}` };
}
/** When the grace of an advisory ends; `null` where it has none or states no publication. */
function graceEnd({ severity, published }, { grace }) {
    const days = grace[severity === 'unknown' ? 'high' : severity];
    const from = Date.parse(published);
    return days === undefined || Number.isNaN(from) ? null : new Date(from + days * vulnerable_dayMs);
}

;// CONCATENATED MODULE: ./build/scan-deps/dependencies/judge.js









const lockFileId = 'scan-deps/lock-file';
const defaultLock = 'requirements.txt';
/**
 * Judges the lock files: pins, hashes, known vulnerabilities.
 *
 * @throws Failure as reading them and loading the databases do.
 */
async function judgeDependencies(ports, settings) {
    const paths = await lockPaths(ports, settings);
    if (paths.length === 0)
        return withoutLock(settings);
    const lock = await readLocks(ports.files, paths);
    const resolved = resolveVersions(lock.dependencies).toSorted(byPlace);
    const policy = (0,scan_deps_settings/* policyOf */.US)(settings);
    const { knowledge, check: advisories, materials } = await loadKnowledge(ports, settings);
    const vulnerabilities = knowledge ? findVulnerabilities(resolved, knowledge) : [];
    return {
        checks: [
            checkFound(lock),
            checkPinned(resolved, policy),
            checkHashed(resolved, policy),
            advisories,
            ...(knowledge ? [checkVulnerable(vulnerabilities, policy, ports.clock.now())] : []),
        ],
        subjects: lock.files.map(({ name, sha256 }) => ({
            name,
            kind: 'file',
            role: 'lock-file',
            digest: { sha256 },
            grade: 'bytes',
        })),
        materials,
        metrics: {
            dependencies: resolved.filter(({ dependency }) => dependency.name !== null).map(dependencyToJson),
            vulnerabilities: vulnerabilities.map(vulnerabilityToJson),
        },
    };
}
async function lockPaths({ files }, settings) {
    const given = settings['lock-files'];
    if (given)
        return files.glob(given);
    return (await files.kind(defaultLock)) === 'missing' ? [] : [defaultLock];
}
function withoutLock(settings) {
    const modelsOnly = settings['lock-files'] === undefined && settings.models !== undefined;
    const reason = modelsOnly
        ? `no lock file is named and there is no ${defaultLock}: only model files are judged`
        : `no lock file found${settings['lock-files'] ? ` that matches ${settings['lock-files'].join(', ')}` : `: there is no ${defaultLock}`}; write one, or name it: \`lock-files\` under \`scan-deps\`, or \`--lock FILE\``;
    const found = (0,check/* check */.z6)({
        id: lockFileId,
        title: 'There is a lock file to judge',
        outcome: { status: modelsOnly ? 'skip' : 'error', reason },
    });
    return { checks: [found], subjects: [], materials: [], metrics: { dependencies: [], vulnerabilities: [] } };
}
/** Lock files that name nothing are more likely the wrong files than a pipeline without dependencies. */
function checkFound({ files, dependencies }) {
    const names = files.map(({ name }) => name).join(', ');
    return (0,check/* check */.z6)({
        id: lockFileId,
        title: 'There is a lock file to judge',
        observed: dependencies.length,
        ...(dependencies.length === 0 && {
            outcome: {
                status: 'error',
                reason: `${names}: no dependency is named there, so nothing can be judged; name the file that pins them`,
            },
        }),
    });
}
function dependencyToJson({ dependency, version }) {
    const { name, place } = dependency;
    return { name, version, ecosystem: ecosystem, file: place.file, line: place.line };
}
function vulnerabilityToJson({ name, version, id, aliases, severity, fixed, exploited, }) {
    return { name, version, id, aliases, severity, fixed, exploited };
}

;// CONCATENATED MODULE: ./build/scan-deps/inputs.js
const inputs = [
    {
        name: 'lock',
        kind: 'list',
        value: 'FILE',
        key: '/scan-deps/lock-files',
        description: 'Requirements file to judge; `requirements.txt` unless given.',
    },
    {
        name: 'models',
        kind: 'list',
        value: 'DIR',
        key: '/scan-deps/models',
        description: 'Model file or folder to open without running anything; the pipeline’s `model` unless given.',
    },
    {
        name: 'osv',
        kind: 'list',
        value: 'ZIP|DIR',
        key: '/scan-deps/osv',
        description: 'Advisory database: a zip of OSV JSON files, or a folder of them.',
    },
    {
        name: 'kev',
        kind: 'text',
        value: 'FILE',
        key: '/scan-deps/kev',
        description: 'Catalogue of known exploited vulnerabilities; what it lists has no grace.',
    },
];

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/digest/digest.js
var digest = __webpack_require__(2721);
;// CONCATENATED MODULE: ./build/scan-deps/models/bytes.js
function memoryBytes(bytes) {
    return { size: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length) };
}
function sliceOf(bytes, start, size) {
    const length = Math.max(0, Math.min(size, bytes.size - start));
    return {
        size: length,
        read: (offset, wanted) => bytes.read(start + offset, Math.max(0, Math.min(wanted, length - offset))),
    };
}
/** A view with Node's number readers. */
function bytes_viewOf(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
const windowBytes = 256 * 1024;
/** Pieces of a whole, one after the other. */
function* pieces(bytes) {
    for (let offset = 0; offset < bytes.size; offset += windowBytes)
        yield bytes.read(offset, windowBytes);
}

;// CONCATENATED MODULE: ./build/scan-deps/models/malformed.js
/** A file is not what it says it is, or past a limit: what a loader would do with it is not known, so it is blocked. */
class Malformed extends Error {
    name = 'Malformed';
    /** Where in the bytes, from 0. */
    offset;
    constructor(message, offset) {
        super(message);
        this.offset = offset;
    }
}

;// CONCATENATED MODULE: ./build/scan-deps/models/verdict.js

const verdict_order = ['safe', null, 'code', 'malformed', 'malicious'];
function worseVerdict(a, b) {
    return verdict_order.indexOf(a) >= verdict_order.indexOf(b) ? a : b;
}
function report(format, verdict, ...reasons) {
    return { format, verdict, reasons: told(reasons) };
}
/** As much as a person reads; evidence holds what is told of every file. */
function told(reasons) {
    const { reason: most } = modelLimits;
    return reasons
        .slice(0, modelLimits.reasons)
        .map((reason) => (reason.length > most ? `${reason.slice(0, most)}…` : reason));
}
/** A file made of others: the worst of them decides, and each reason says which member it is about. */
function combine(format, members) {
    const verdict = members.map(({ report: { verdict: own } }) => own).reduce(worseVerdict, 'safe');
    const reasons = members
        // Of members that are fine there is nothing to say.
        .filter(({ report: { verdict: own } }) => own !== 'safe')
        .flatMap(({ name, report: { reasons: own } }) => own.map((reason) => `${name}: ${reason}`));
    return report(format, verdict, ...reasons.slice(0, modelLimits.reasons));
}

;// CONCATENATED MODULE: ./build/scan-deps/models/pickle/cursor.js


const cursor_windowBytes = 64 * 1024;
/** Walks bytes through a window, so that a pickle of gigabytes takes little memory. */
class Cursor {
    position;
    #bytes;
    #window = Buffer.alloc(0);
    #start = 0;
    constructor(bytes, position = 0) {
        this.#bytes = bytes;
        this.position = position;
    }
    get size() {
        return this.#bytes.size;
    }
    get remaining() {
        return this.#bytes.size - this.position;
    }
    byte() {
        const value = this.#look(1)[0];
        if (value === undefined)
            throw this.#ended();
        this.position += 1;
        return value;
    }
    /** @param count at most a window. */
    take(count) {
        const taken = this.#look(count);
        if (taken.length < count)
            throw this.#ended();
        this.position += count;
        return taken;
    }
    skip(count) {
        if (count > this.remaining)
            throw this.#ended();
        this.position += count;
    }
    /** The first `kept` bytes of `count`; steps over all of them. */
    head(count, kept) {
        const taken = this.take(Math.min(count, kept));
        this.skip(count - taken.length);
        return taken;
    }
    /** Up to the next line feed, which is stepped over; `whole` is false where only the first `kept` bytes are given. */
    line(kept) {
        const start = this.position;
        for (;;) {
            const window = this.#look(cursor_windowBytes);
            if (window.length === 0)
                throw this.#ended();
            const end = window.indexOf(0x0a);
            this.position += end < 0 ? window.length : end;
            if (end < 0)
                continue;
            const length = this.position - start;
            this.position += 1;
            const bytes = bytes_viewOf(this.#bytes.read(start, Math.min(length, kept)));
            return { bytes, whole: length <= kept };
        }
    }
    /** Up to `count` bytes from here on, without a step. */
    #look(count) {
        const from = this.position - this.#start;
        if (from < 0 || from + count > this.#window.length) {
            this.#start = this.position;
            this.#window = bytes_viewOf(this.#bytes.read(this.position, cursor_windowBytes));
            return this.#window.subarray(0, count);
        }
        return this.#window.subarray(from, from + count);
    }
    #ended() {
        return new Malformed('ends in the middle of an instruction', this.position);
    }
}

;// CONCATENATED MODULE: ./build/scan-deps/models/pickle/imports.js

/** Python's identifiers, joined by dots. Anything else cannot be imported, so it is data that looks like an opcode. */
const dotted = /^[\p{ID_Start}_][\p{ID_Continue}]*(?:\.[\p{ID_Start}_][\p{ID_Continue}]*)*$/u;
/** Attributes reached through `getattr` may be any text, `<lambda>` among them. */
const attribute = /^[\p{L}\p{N}\p{M}_.<>]+$/u;
/** GLOBAL and INST: module and name on a line each. */
function importNamed(machine) {
    const module = nameLine(machine);
    return importPair(machine, module, nameLine(machine));
}
/** STACK_GLOBAL: module and name from the stack, wherever they came from: memo, escapes, strings of other protocols. */
function importOnStack(machine) {
    const name = machine.pop();
    const module = machine.pop();
    if (module.kind !== 'text' || name.kind !== 'text' || module.cut || name.cut) {
        // Only text can be imported; a name that a call would make is known only when it runs.
        if (module.kind !== 'made' && name.kind !== 'made')
            throw machine.broken('imports what is no text');
        machine.trace('code', 'imports', 'a name that is only known when it runs');
        return { kind: 'global', module: 'unknown', name: 'unknown' };
    }
    return importPair(machine, module.text, name.text);
}
function importPair(machine, module, name) {
    if (!dotted.test(module) || !attribute.test(name)) {
        throw machine.broken(`imports ${JSON.stringify(`${module}.${name}`.slice(0, 80))}, which no module is called`);
    }
    return machine.import(module, name);
}
function nameLine(machine) {
    const { bytes, whole } = machine.cursor.line(modelLimits.nameLine);
    if (!whole)
        throw machine.broken('has an endless name');
    return bytes.toString('utf8');
}

;// CONCATENATED MODULE: ./build/scan-deps/models/pickle/value.js

function scalar(value) {
    return { kind: 'scalar', value };
}
function value_text(whole, cut = false) {
    const short = whole.length <= modelLimits.keptText;
    return { kind: 'text', text: short ? whole : whole.slice(0, modelLimits.keptText), cut: cut || !short };
}
function items(shape, values) {
    return { kind: 'items', shape, kept: values.slice(0, modelLimits.keptItems), count: values.length };
}
/** Adds to a container in place, as APPENDS and SETITEMS do. */
function addItems(target, values) {
    if (target.kind !== 'items')
        return;
    target.count += values.length;
    const free = modelLimits.keptItems - target.kept.length;
    if (free > 0)
        target.kept.push(...values.slice(0, free));
}
/** The value under a text key of a dict; undefined where it is not kept. */
function entryOf(value, key) {
    if (value?.kind !== 'items' || value.shape !== 'dict')
        return undefined;
    const at = value.kept.findIndex((item, i) => i % 2 === 0 && item.kind === 'text' && item.text === key);
    return at < 0 ? undefined : value.kept[at + 1];
}
const brackets = { tuple: '()', list: '[]', dict: '{}', set: '{}', frozenset: '{}' };
/** Readable, short, on one line: for a reason. */
function show(value, depth = 4) {
    switch (value.kind) {
        case 'scalar':
            return value.value === null ? 'None' : String(value.value);
        case 'text':
            return JSON.stringify(value.text.length > 80 || value.cut ? `${value.text.slice(0, 80)}…` : value.text);
        case 'bytes':
            return `<${value.length} bytes>`;
        case 'global':
            return `${value.module}.${value.name}`;
        case 'persistent':
            return '<object from the loader>';
        case 'made':
            return depth === 0 ? '…' : `${show(value.callable, depth - 1)}${asArguments(value.args, depth - 1)}`;
        case 'items':
            return depth === 0 ? '…' : showItems(value, depth - 1);
    }
}
function asArguments(args, depth = 3) {
    return args.kind === 'items' && args.shape === 'tuple' ? showItems(args, depth) : `(*${show(args, depth)})`;
}
function showItems({ shape, kept, count }, depth) {
    const shown = kept.slice(0, 6).map((item) => show(item, depth));
    const [open, close] = brackets[shape];
    return `${open}${shown.join(', ')}${count > shown.length ? ', …' : ''}${close}`;
}

;// CONCATENATED MODULE: ./build/scan-deps/models/pickle/joblib.js

/**
 * joblib writes an array's bytes right behind the instructions that made its wrapper, and its unpickler takes them out of
 * the stream at BUILD (joblib, `numpy_pickle.py`: `NumpyArrayWrapper.read_array`). They are data: we step over them.
 *
 * @throws Malformed when the wrapper does not say how long they are.
 */
function afterBuild(machine, { callable, state }) {
    if (callable.kind !== 'global' || callable.module !== 'joblib.numpy_pickle')
        return;
    if (callable.name !== 'NumpyArrayWrapper')
        return;
    const dtype = itemOf(entryOf(state, 'dtype'));
    const count = elementsOf(entryOf(state, 'shape'));
    if (dtype === null || count === null)
        throw machine.broken('wraps an array without saying how long it is');
    if (dtype.objects) {
        machine.loader.nested(machine);
        return;
    }
    const alignment = entryOf(state, 'numpy_array_alignment_bytes');
    if (alignment?.kind === 'scalar' && alignment.value !== null)
        machine.cursor.skip(machine.cursor.byte());
    machine.cursor.skip(count * dtype.bytes);
}
/** Product of the shape; 1 for a scalar array. */
function elementsOf(shape) {
    if (shape?.kind !== 'items' || shape.count > shape.kept.length)
        return null;
    const sizes = shape.kept.map((size) => (size.kind === 'scalar' ? Number(size.value) : Number.NaN));
    const total = sizes.reduce((product, size) => product * size, 1);
    return Number.isSafeInteger(total) && sizes.every((size) => size >= 0) ? total : null;
}
/** numpy's flag for items that hold references (NPY_ITEM_REFCOUNT). */
const holdsObjects = 0x01;
/** Of `dtype('f8', False, True)`, with the state that BUILD gave it. */
function itemOf(dtype) {
    if (dtype?.kind !== 'made' || dtype.callable.kind !== 'global' || dtype.callable.name !== 'dtype')
        return null;
    const code = dtype.args.kind === 'items' ? dtype.args.kept[0] : undefined;
    if (code?.kind !== 'text')
        return null;
    const [, letter = '', digits = ''] = /^[<>=|]?([?a-zA-Z])(\d*)$/.exec(code.text) ?? [];
    const flags = dtype.state?.kind === 'items' ? dtype.state.kept[7] : undefined;
    const objects = letter === 'O' || (flags?.kind === 'scalar' && (Number(flags.value) & holdsObjects) !== 0);
    // A character of numpy's unicode takes four bytes.
    const bytes = Number(digits === '' ? 1 : digits) * (letter === 'U' ? 4 : 1);
    return letter === '' ? null : { bytes, objects };
}

;// CONCATENATED MODULE: ./build/scan-deps/models/pickle/literals.js


/** Lines of numbers that we read; longer ones stay text. */
const numberLine = 400;
const keptBytes = modelLimits.keptText * 12;
/** `I01` and `I00` are booleans (CPython, `load_int`). */
function intLine(machine) {
    const digits = numeral(machine);
    if (digits === '01')
        return scalar(true);
    if (digits === '00')
        return scalar(false);
    return asNumber(machine, digits, /^[+-]?\d[\d_]*$/);
}
function longLine(machine) {
    return asNumber(machine, numeral(machine).replace(/L$/, ''), /^[+-]?\d[\d_]*$/);
}
function floatLine(machine) {
    return asNumber(machine, numeral(machine).toLowerCase(), /^[+-]?(?:\d[\d_]*\.?\d*|\.\d+)(?:e[+-]?\d+)?$|^[+-]?(?:inf|nan)/);
}
function numeral({ cursor }) {
    const { bytes, whole } = cursor.line(numberLine);
    return whole ? bytes.toString('latin1').trim() : '9'.repeat(16);
}
function asNumber(machine, digits, form) {
    if (!form.test(digits))
        throw machine.broken(`has ${JSON.stringify(digits.slice(0, 20))} for a number`);
    const value = Number(digits);
    return scalar(Number.isSafeInteger(value) || digits.includes('.') ? value : digits);
}
/** Little-endian two's complement of `count` bytes; as text, since it may be long. */
function longBytes({ cursor }, count) {
    if (count > 64) {
        cursor.skip(count);
        return `an integer of ${count} bytes`;
    }
    const bytes = cursor.take(count);
    const magnitude = bytes.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);
    const value = BigInt.asIntN(count * 8, magnitude);
    const small = Number(value);
    return Number.isSafeInteger(small) ? small : value.toString();
}
/** A quoted Python 2 string with its escapes (CPython, `load_string`). */
function stringLine(machine) {
    const { bytes, whole } = machine.cursor.line(keptBytes);
    const line = bytes.toString('latin1').trimEnd();
    const quote = line[0];
    const closed = line.length >= 2 && line.endsWith(quote ?? '');
    if ((quote !== '"' && quote !== "'") || (whole && !closed))
        throw machine.broken('has a string without quotes');
    return value_text(decodeEscapes(line.slice(1, whole ? -1 : undefined)), !whole);
}
const escapes = new Map([
    ['n', '\n'],
    ['r', '\r'],
    ['t', '\t'],
    ['a', '\x07'],
    ['b', '\b'],
    ['f', '\f'],
    ['v', '\v'],
    ['\n', ''],
]);
/** `\x6f`, `\157` and the rest, so that a module spelled in escapes is read as what it is. */
function decodeEscapes(inside) {
    return inside.replaceAll(/\\(?:x([0-9a-fA-F]{2})|([0-7]{1,3})|([\s\S]))/g, (_, hex, octal, other) => {
        if (hex !== undefined)
            return String.fromCharCode(Number.parseInt(hex, 16));
        if (octal !== undefined)
            return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
        return escapes.get(other ?? '') ?? other ?? '';
    });
}
/** Python's raw-unicode-escape: only `\u` and `\U` are escapes. */
function rawUnicode({ cursor }) {
    const { bytes, whole } = cursor.line(keptBytes);
    const line = bytes.toString('latin1');
    const decoded = line.replaceAll(/\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})/g, (sequence, short, long) => {
        const code = Number.parseInt(short ?? long ?? '', 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : sequence;
    });
    return value_text(decoded, !whole);
}

;// CONCATENATED MODULE: ./build/scan-deps/models/pickle/opcodes.js





const uint1 = ({ cursor }) => cursor.byte();
const uint2 = ({ cursor }) => cursor.take(2).readUInt16LE();
const uint4 = ({ cursor }) => cursor.take(4).readUInt32LE();
const int4 = ({ cursor }) => cursor.take(4).readInt32LE();
/** Past 2⁵³ no file has that many bytes, and rounding does no harm. */
const uint8 = ({ cursor }) => Number(cursor.take(8).readBigUInt64LE());
/** A length that Python reads as signed: negative is refused. */
function signedLength(machine) {
    const length = int4(machine);
    if (length < 0)
        throw machine.broken('gives a negative length');
    return length;
}
/** UTF-8 takes at most four bytes for a character; what is cut in the middle of one is past what is kept anyway. */
const opcodes_keptBytes = modelLimits.keptText * 4;
const pushUtf8 = (length) => (machine) => {
    const count = length(machine);
    machine.push(value_text(machine.cursor.head(count, opcodes_keptBytes).toString('utf8'), count > opcodes_keptBytes));
};
/** Python 2 strings: text under the encoding that the loader chooses; Latin-1 keeps every byte. */
const pushLatin1 = (length) => (machine) => {
    const count = length(machine);
    machine.push(value_text(machine.cursor.head(count, opcodes_keptBytes).toString('latin1'), count > opcodes_keptBytes));
};
const pushBytes = (length) => (machine) => {
    const count = length(machine);
    machine.cursor.skip(count);
    machine.push({ kind: 'bytes', length: count });
};
const pushConstant = (value) => (machine) => machine.push(scalar(value));
const pushLong = (length) => (machine) => machine.push(scalar(longBytes(machine, length(machine))));
const tupleOf = (count) => (machine) => {
    const values = [];
    for (let i = 0; i < count; i++)
        values.unshift(machine.pop());
    machine.push(items('tuple', values));
};
const fromMark = (shape) => (machine) => {
    const values = machine.popToMark();
    if (shape === 'dict' && values.length % 2 !== 0)
        throw machine.broken('makes a dict of keys without values');
    machine.push(items(shape, values));
};
const empty = (shape) => (machine) => machine.push(items(shape, []));
function add(machine, values) {
    const target = machine.top();
    const grows = target.kind === 'items' && target.shape !== 'tuple' && target.shape !== 'frozenset';
    if (!grows && target.kind !== 'made' && target.kind !== 'persistent') {
        throw machine.broken('adds to a value that cannot grow');
    }
    addItems(target, values);
}
/** Appending to an object calls its own `append`, `extend`, `__setitem__`, `add`: harmless in what was allowed to be made. */
const addFromMark = (machine) => {
    const values = machine.popToMark();
    add(machine, values);
};
const addPopped = (count) => (machine) => {
    const values = [];
    for (let i = 0; i < count; i++)
        values.unshift(machine.pop());
    add(machine, values);
};
function reduce(machine) {
    const args = machine.pop();
    machine.push(machine.call(machine.pop(), args));
}
/** INST: class by name, arguments from the mark. */
function inst(machine) {
    const callable = importNamed(machine);
    machine.push(machine.call(callable, items('tuple', machine.popToMark())));
}
/** OBJ: class and arguments from the mark. */
function obj(machine) {
    const [callable, ...args] = machine.popToMark();
    if (!callable)
        throw machine.broken('makes an object of nothing');
    machine.push(machine.call(callable, items('tuple', args)));
}
function newObjEx(machine) {
    const named = machine.pop();
    const args = machine.pop();
    const callable = machine.pop();
    const all = named.kind === 'items' && named.count === 0 ? args : items('tuple', [args, named]);
    machine.push(machine.call(callable, all));
}
/** BUILD sets the state of what was made; on something imported it would change the library itself. */
function build(machine) {
    const state = machine.pop();
    const target = machine.top();
    if (target.kind === 'global')
        machine.trace('code', 'sets', `attributes of ${target.module}.${target.name}`);
    if (target.kind === 'made') {
        target.state = state;
        afterBuild(machine, target);
    }
}
function persistent(machine, id) {
    if (!machine.loader.persistent(id))
        machine.trace('code', 'asks', 'its loader for an object by a persistent id');
    machine.push({ kind: 'persistent', id });
}
/** The number stands for an import that a registry of the loading process knows, and we do not. */
const extension = (code) => (machine) => machine.push(machine.import('copyreg', `extension_${code(machine)}`));
/** The unpickler reads a whole frame ahead, so one that is longer than the file ends the load (PEP 3154). */
function opcodes_frame(machine) {
    const length = uint8(machine);
    if (length > machine.cursor.remaining)
        throw machine.broken('has a frame that reaches past the end');
}
function protocol(machine) {
    const version = uint1(machine);
    if (version > 5)
        throw machine.broken(`names protocol ${version}; Python knows 0 to 5`);
}
function outOfBand(machine) {
    throw machine.broken('needs a buffer that is not in the file');
}
const nothing = () => undefined;
/** CPython, `pickletools.py`: every opcode of protocols 0 to 5 but STOP, by its byte. */
const named = [
    // Protocol 0
    ['(', (machine) => machine.mark()],
    ['0', (machine) => machine.popOrUnmark()],
    ['1', (machine) => void machine.popToMark()],
    ['2', (machine) => machine.push(machine.top())],
    ['F', (machine) => machine.push(floatLine(machine))],
    ['I', (machine) => machine.push(intLine(machine))],
    ['L', (machine) => machine.push(longLine(machine))],
    ['N', pushConstant(null)],
    ['P', (machine) => persistent(machine, value_text(machine.cursor.line(opcodes_keptBytes).bytes.toString('latin1')))],
    ['R', reduce],
    ['S', (machine) => machine.push(stringLine(machine))],
    ['V', (machine) => machine.push(rawUnicode(machine))],
    ['a', addPopped(1)],
    ['b', build],
    ['c', (machine) => machine.push(importNamed(machine))],
    ['d', fromMark('dict')],
    ['g', (machine) => machine.recall(memoLine(machine))],
    ['i', inst],
    ['l', fromMark('list')],
    ['p', (machine) => machine.remember(memoLine(machine))],
    ['s', addPopped(2)],
    ['t', fromMark('tuple')],
    // Protocol 1
    ['J', (machine) => machine.push(scalar(int4(machine)))],
    ['K', (machine) => machine.push(scalar(uint1(machine)))],
    ['M', (machine) => machine.push(scalar(uint2(machine)))],
    ['G', (machine) => machine.push(scalar(machine.cursor.take(8).readDoubleBE()))],
    ['T', pushLatin1(signedLength)],
    ['U', pushLatin1(uint1)],
    ['X', pushUtf8(uint4)],
    ['Q', (machine) => persistent(machine, machine.pop())],
    ['}', empty('dict')],
    [']', empty('list')],
    [')', empty('tuple')],
    ['e', addFromMark],
    ['u', addFromMark],
    ['h', (machine) => machine.recall(uint1(machine))],
    ['j', (machine) => machine.recall(uint4(machine))],
    ['q', (machine) => machine.remember(uint1(machine))],
    ['r', (machine) => machine.remember(uint4(machine))],
    ['o', obj],
    // Protocol 2
    [0x80, protocol],
    [0x81, reduce],
    [0x82, extension(uint1)],
    [0x83, extension(uint2)],
    [0x84, extension(int4)],
    [0x85, tupleOf(1)],
    [0x86, tupleOf(2)],
    [0x87, tupleOf(3)],
    [0x88, pushConstant(true)],
    [0x89, pushConstant(false)],
    [0x8a, pushLong(uint1)],
    [0x8b, pushLong(signedLength)],
    // Protocol 3
    ['B', pushBytes(uint4)],
    ['C', pushBytes(uint1)],
    // Protocol 4
    [0x8c, pushUtf8(uint1)],
    [0x8d, pushUtf8(uint8)],
    [0x8e, pushBytes(uint8)],
    [0x8f, empty('set')],
    [0x90, addFromMark],
    [0x91, fromMark('frozenset')],
    [0x92, newObjEx],
    [0x93, (machine) => machine.push(importOnStack(machine))],
    [0x94, (machine) => machine.remember(machine.memoSize)],
    [0x95, opcodes_frame],
    // Protocol 5
    [0x96, pushBytes(uint8)],
    [0x97, outOfBand],
    [0x98, nothing],
];
function memoLine(machine) {
    const { bytes, whole } = machine.cursor.line(20);
    const digits = bytes.toString('latin1');
    if (!whole || !/^\d+\r?$/.test(digits))
        throw machine.broken('names a memo entry by no number');
    return Number.parseInt(digits, 10);
}
const stopCode = 0x2e;
const protocolCode = 0x80;
/** By byte; undefined where no protocol has an opcode. */
const handlers = Array.from({ length: 256 }, (_, byte) => {
    const found = named.find(([code]) => (typeof code === 'string' ? code.charCodeAt(0) : code) === byte);
    return found?.[1];
});

;// CONCATENATED MODULE: ./build/scan-deps/models/pickle/libraries.js
/** Storage classes and data types of torch, as state dictionaries name them. */
const torchNames = 'BFloat16Storage BoolStorage ByteStorage CharStorage ComplexDoubleStorage ComplexFloatStorage DoubleStorage FloatStorage HalfStorage IntStorage LongStorage QInt32Storage QInt8Storage QUInt8Storage ShortStorage Size Tensor device ' +
    'bfloat16 bool complex128 complex64 float16 float32 float64 float8_e4m3fn float8_e5m2 int16 int32 int64 int8 qint32 qint8 quint8 uint8';
const numpyScalars = 'bool bool_ bytes_ clongdouble complex128 complex64 datetime64 float16 float32 float64 int16 int32 int64 int8 intc longdouble longlong object_ str_ timedelta64 uint16 uint32 uint64 uint8 uintc ulonglong void';
const numpyFunctions = 'abs absolute add arccos arccosh arcsin arcsinh arctan arctan2 arctanh bitwise_and bitwise_count bitwise_or bitwise_xor cbrt ceil conjugate copysign cos cosh deg2rad degrees divide divmod equal exp exp2 expm1 fabs float_power floor floor_divide fmax fmin fmod frexp gcd greater greater_equal heaviside hypot invert isfinite isinf isnan isnat lcm ldexp left_shift less less_equal log log10 log1p log2 logaddexp logaddexp2 logical_and logical_not logical_or logical_xor matmul matvec maximum mean median minimum modf multiply nanmean nanmedian negative nextafter not_equal positive power rad2deg radians reciprocal remainder right_shift rint round sign signbit sin sinh spacing sqrt square std subtract sum tan tanh trunc var vecdot vecmat';
/** One line for each place, so that a new class of a new version is one word more. scikit-learn has a file of its own. */
const libraries = [
    // Python
    [
        'builtins',
        'bool bytearray bytes complex dict float frozenset int list long object range set slice str tuple type unicode xrange NotImplemented Ellipsis',
    ],
    ['collections', 'Counter OrderedDict defaultdict deque'],
    ['copyreg', '_reconstructor __newobj__ __newobj_ex__'],
    ['_codecs', 'encode'],
    ['datetime', 'date datetime time timedelta timezone'],
    ['zoneinfo', 'ZoneInfo._unpickle'],
    ['decimal', 'Decimal'],
    ['fractions', 'Fraction'],
    ['uuid', 'UUID SafeUUID'],
    ['pathlib pathlib._local', 'Path PosixPath PurePath PurePosixPath PureWindowsPath WindowsPath'],
    ['array', 'array _array_reconstructor'],
    ['types', 'SimpleNamespace'],
    ['argparse', 'Namespace'],
    ['random', 'Random'],
    ['re', '_compile'],
    ['math', 'exp log log10 log1p log2 sqrt'],
    // numpy
    ['numpy.core.multiarray numpy._core.multiarray', '_reconstruct scalar'],
    ['numpy.core.numeric numpy._core.numeric', '_frombuffer'],
    ['numpy.core._multiarray_umath numpy._core._multiarray_umath', numpyFunctions],
    ['numpy', `dtype ndarray matrix ${numpyScalars} ${numpyFunctions}`],
    ['numpy.ma', 'MaskedArray'],
    ['numpy.ma.core', 'MaskedArray MaskedConstant _mareconstruct'],
    ['numpy.matrixlib.defmatrix', 'matrix'],
    ['numpy.rec', 'recarray'],
    ['numpy.random._pickle', '__bit_generator_ctor __generator_ctor __randomstate_ctor'],
    ['numpy.random.bit_generator', 'SeedSequence __pyx_unpickle_SeedSequence'],
    ['numpy.random._mt19937', 'MT19937'],
    ['numpy.random._pcg64', 'PCG64 PCG64DXSM'],
    ['numpy.random._philox', 'Philox'],
    ['numpy.random._sfc64', 'SFC64'],
    // scipy; not the distributions of scipy.stats, which run text out of the pickle when their state is set
    ['scipy.sparse._csr scipy.sparse.csr', 'csr_array csr_matrix'],
    ['scipy.sparse._csc scipy.sparse.csc', 'csc_array csc_matrix'],
    ['scipy.sparse._coo scipy.sparse.coo', 'coo_array coo_matrix'],
    ['scipy.sparse._dia scipy.sparse.dia', 'dia_array dia_matrix'],
    ['scipy.sparse._lil scipy.sparse.lil', 'lil_array lil_matrix'],
    ['scipy.sparse._dok scipy.sparse.dok', 'dok_array dok_matrix'],
    ['scipy.sparse._bsr scipy.sparse.bsr', 'bsr_array bsr_matrix'],
    ['scipy.interpolate._interpolate', 'PPoly interp1d interp1d._call_linear_np'],
    ['scipy.interpolate._cubic', 'CubicSpline PchipInterpolator'],
    ['scipy.interpolate._fitpack2', 'InterpolatedUnivariateSpline LSQUnivariateSpline UnivariateSpline'],
    ['scipy._lib.array_api_compat.numpy._aliases', 'asarray'],
    ['scipy.stats._kde', 'gaussian_kde'],
    ['scipy.interpolate._bsplines', 'BSpline'],
    ['scipy.special._ufuncs', 'expit log1p logit xlogy'],
    ['scipy.spatial._ckdtree', 'cKDTree'],
    ['scipy.spatial._kdtree', 'KDTree'],
    ['scipy.optimize._optimize scipy.optimize.optimize', 'OptimizeResult'],
    // pandas (from version 3 on by their public names)
    [
        'pandas',
        'BooleanDtype Categorical CategoricalDtype CategoricalIndex DataFrame DatetimeIndex DatetimeTZDtype Float64Dtype Index Int64Dtype Interval IntervalDtype MultiIndex NA Period PeriodDtype RangeIndex Series StringDtype',
    ],
    [
        'pandas.arrays',
        'BooleanArray DatetimeArray FloatingArray IntegerArray IntervalArray PeriodArray StringArray TimedeltaArray',
    ],
    ['pandas._libs.interval', '__pyx_unpickle_IntervalMixin'],
    [
        'pandas._libs.tslibs.offsets',
        'BusinessDay Day Hour Minute MonthBegin MonthEnd QuarterEnd Second Week YearEnd',
    ],
    ['pandas.core.frame', 'DataFrame'],
    ['pandas.core.series', 'Series'],
    ['pandas.core.internals.managers', 'BlockManager SingleBlockManager'],
    ['pandas._libs.internals', '_unpickle_block BlockManager BlockPlacement'],
    ['pandas._libs.arrays', '__pyx_unpickle_NDArrayBacked NDArrayBacked'],
    ['pandas._libs.missing', 'NAType _unpickle_NAType'],
    ['pandas._libs.tslibs.timestamps', 'Timestamp _unpickle_timestamp'],
    ['pandas._libs.tslibs.timedeltas', 'Timedelta _timedelta_unpickle'],
    ['pandas._libs.tslibs.nattype', '_nat_unpickle'],
    ['pandas.core.indexes.base', 'Index _new_Index'],
    ['pandas.core.indexes.range', 'RangeIndex'],
    ['pandas.core.indexes.multi', 'MultiIndex'],
    ['pandas.core.indexes.category', 'CategoricalIndex'],
    ['pandas.core.indexes.datetimes', 'DatetimeIndex _new_DatetimeIndex'],
    ['pandas.core.indexes.frozen', 'FrozenList'],
    ['pandas.core.arrays.categorical', 'Categorical'],
    ['pandas.core.arrays.datetimes', 'DatetimeArray'],
    ['pandas.core.arrays.string_', 'StringArray StringDtype'],
    ['pandas.core.dtypes.dtypes', 'CategoricalDtype DatetimeTZDtype'],
    // joblib: arrays follow their wrapper in the stream
    ['joblib.numpy_pickle', 'NumpyArrayWrapper'],
    // torch: state dictionaries, then the layers of pickled modules
    ['torch', torchNames],
    [
        'torch._utils',
        '_rebuild_parameter _rebuild_parameter_with_state _rebuild_qtensor _rebuild_sparse_tensor _rebuild_tensor _rebuild_tensor_v2 _rebuild_tensor_v3',
    ],
    ['torch._tensor', '_rebuild_from_type_v2'],
    ['torch.storage', 'TypedStorage UntypedStorage'],
    ['torch.serialization', '_get_layout'],
    ['torch.nn.parameter', 'Buffer Parameter'],
    ['torch.nn.modules.container', 'ModuleDict ModuleList ParameterList Sequential'],
    ['torch.nn.modules.linear', 'Bilinear Identity Linear NonDynamicallyQuantizableLinear'],
    ['torch.nn.modules.conv', 'Conv1d Conv2d Conv3d ConvTranspose1d ConvTranspose2d ConvTranspose3d'],
    ['torch.nn.modules.batchnorm', 'BatchNorm1d BatchNorm2d BatchNorm3d'],
    ['torch.nn.modules.normalization', 'GroupNorm LayerNorm RMSNorm'],
    [
        'torch.nn.modules.activation',
        'ELU GELU Hardtanh LeakyReLU LogSoftmax MultiheadAttention PReLU ReLU ReLU6 SiLU Sigmoid Softmax Softplus Tanh',
    ],
    ['torch.nn.modules.dropout', 'AlphaDropout Dropout Dropout1d Dropout2d Dropout3d'],
    [
        'torch.nn.modules.pooling',
        'AdaptiveAvgPool1d AdaptiveAvgPool2d AdaptiveMaxPool2d AvgPool1d AvgPool2d MaxPool1d MaxPool2d',
    ],
    ['torch.nn.modules.sparse', 'Embedding EmbeddingBag'],
    ['torch.nn.modules.rnn', 'GRU GRUCell LSTM LSTMCell RNN'],
    ['torch.nn.modules.flatten', 'Flatten Unflatten'],
    [
        'torch.nn.modules.transformer',
        'Transformer TransformerDecoder TransformerDecoderLayer TransformerEncoder TransformerEncoderLayer',
    ],
    ['torch.nn.modules.loss', 'BCELoss BCEWithLogitsLoss CrossEntropyLoss L1Loss MSELoss NLLLoss SmoothL1Loss'],
    ['torch.nn.functional', 'gelu relu'],
    // gradient boosting
    ['xgboost.core', 'Booster'],
    ['xgboost.sklearn', 'XGBClassifier XGBModel XGBRFClassifier XGBRFRegressor XGBRanker XGBRegressor'],
    ['lightgbm.basic', 'Booster'],
    ['lightgbm.sklearn', 'LGBMClassifier LGBMModel LGBMRanker LGBMRegressor'],
    ['catboost.core', 'CatBoost CatBoostClassifier CatBoostRanker CatBoostRegressor'],
];

;// CONCATENATED MODULE: ./build/scan-deps/models/pickle/scikit-learn.js
/**
 * What scikit-learn writes: every estimator of 1.x fitted and pickled, and the places where older versions kept the same classes.
 * Functions that users hand in (a scorer, a transformation) are here only where scikit-learn itself does so.
 */
const scikitLearn = [
    [
        'sklearn._loss._loss',
        'CyAbsoluteError CyExponentialLoss CyHalfBinomialLoss CyHalfGammaLoss CyHalfMultinomialLoss CyHalfPoissonLoss CyHalfSquaredError CyHalfTweedieLossIdentity CyPinballLoss',
    ],
    ['sklearn._loss.link', 'HalfLogitLink IdentityLink Interval LogitLink LogLink MultinomialLogit'],
    [
        'sklearn._loss.loss',
        'AbsoluteError ExponentialLoss HalfBinomialLoss HalfGammaLoss HalfMultinomialLoss HalfPoissonLoss HalfSquaredError HalfTweedieLossIdentity PinballLoss',
    ],
    ['sklearn.calibration', '_CalibratedClassifier _SigmoidCalibration CalibratedClassifierCV'],
    ['sklearn.cluster._affinity_propagation', 'AffinityPropagation'],
    ['sklearn.cluster._agglomerative', 'AgglomerativeClustering FeatureAgglomeration'],
    ['sklearn.cluster._bicluster', 'SpectralBiclustering SpectralCoclustering'],
    ['sklearn.cluster._birch', '_CFNode _CFSubcluster Birch'],
    ['sklearn.cluster._bisect_k_means', '_BisectingTree BisectingKMeans'],
    ['sklearn.cluster._dbscan', 'DBSCAN'],
    ['sklearn.cluster._hdbscan.hdbscan', 'HDBSCAN'],
    ['sklearn.cluster._kmeans', '_kmeans_single_lloyd KMeans MiniBatchKMeans'],
    ['sklearn.cluster._mean_shift', 'MeanShift'],
    ['sklearn.cluster._optics', 'OPTICS'],
    ['sklearn.cluster._spectral', 'SpectralClustering'],
    ['sklearn.compose._column_transformer', '_RemainderColsList ColumnTransformer make_column_selector'],
    ['sklearn.compose._target', 'TransformedTargetRegressor'],
    ['sklearn.covariance._elliptic_envelope', 'EllipticEnvelope'],
    ['sklearn.covariance._empirical_covariance', 'EmpiricalCovariance'],
    ['sklearn.covariance._graph_lasso', 'GraphicalLasso GraphicalLassoCV'],
    ['sklearn.covariance._robust_covariance', 'MinCovDet'],
    ['sklearn.covariance._shrunk_covariance', 'LedoitWolf OAS ShrunkCovariance'],
    ['sklearn.cross_decomposition._pls', 'CCA PLSCanonical PLSRegression PLSSVD'],
    ['sklearn.decomposition._dict_learning', 'DictionaryLearning MiniBatchDictionaryLearning'],
    ['sklearn.decomposition._factor_analysis', 'FactorAnalysis'],
    ['sklearn.decomposition._fastica', 'FastICA'],
    ['sklearn.decomposition._incremental_pca', 'IncrementalPCA'],
    ['sklearn.decomposition._kernel_pca', 'KernelPCA'],
    ['sklearn.decomposition._lda', 'LatentDirichletAllocation'],
    ['sklearn.decomposition._nmf', 'MiniBatchNMF NMF'],
    ['sklearn.decomposition._pca', 'PCA'],
    ['sklearn.decomposition._sparse_pca', 'MiniBatchSparsePCA SparsePCA'],
    ['sklearn.decomposition._truncated_svd', 'TruncatedSVD'],
    ['sklearn.discriminant_analysis', 'LinearDiscriminantAnalysis QuadraticDiscriminantAnalysis'],
    ['sklearn.dummy', 'DummyClassifier DummyRegressor'],
    ['sklearn.ensemble._bagging', 'BaggingClassifier BaggingRegressor'],
    [
        'sklearn.ensemble._forest',
        'ExtraTreesClassifier ExtraTreesRegressor RandomForestClassifier RandomForestRegressor RandomTreesEmbedding',
    ],
    ['sklearn.ensemble._gb', 'GradientBoostingClassifier GradientBoostingRegressor'],
    [
        'sklearn.ensemble._gb_losses',
        'BinomialDeviance ExponentialLoss HuberLossFunction LeastSquaresError MultinomialDeviance',
    ],
    ['sklearn.ensemble._hist_gradient_boosting.binning', '_BinMapper'],
    [
        'sklearn.ensemble._hist_gradient_boosting.gradient_boosting',
        'HistGradientBoostingClassifier HistGradientBoostingRegressor',
    ],
    ['sklearn.ensemble._hist_gradient_boosting.predictor', 'TreePredictor'],
    ['sklearn.ensemble._iforest', 'IsolationForest'],
    ['sklearn.ensemble._stacking', 'StackingClassifier StackingRegressor'],
    ['sklearn.ensemble._voting', 'VotingClassifier VotingRegressor'],
    ['sklearn.ensemble._weight_boosting', 'AdaBoostClassifier AdaBoostRegressor'],
    ['sklearn.feature_extraction._dict_vectorizer', 'DictVectorizer'],
    ['sklearn.feature_extraction._hash', 'FeatureHasher'],
    ['sklearn.feature_extraction.image', 'PatchExtractor'],
    ['sklearn.feature_extraction.text', 'CountVectorizer HashingVectorizer TfidfTransformer TfidfVectorizer'],
    ['sklearn.feature_selection._from_model', 'SelectFromModel'],
    ['sklearn.feature_selection._rfe', 'RFE RFECV'],
    ['sklearn.feature_selection._sequential', 'SequentialFeatureSelector'],
    [
        'sklearn.feature_selection._univariate_selection',
        'chi2 f_classif f_regression GenericUnivariateSelect SelectFdr SelectFpr SelectFwe SelectKBest SelectPercentile',
    ],
    ['sklearn.feature_selection._variance_threshold', 'VarianceThreshold'],
    ['sklearn.frozen._frozen', 'FrozenEstimator'],
    ['sklearn.gaussian_process._gpc', '_BinaryGaussianProcessClassifierLaplace GaussianProcessClassifier'],
    ['sklearn.gaussian_process._gpr', 'GaussianProcessRegressor'],
    [
        'sklearn.gaussian_process.kernels',
        'ConstantKernel DotProduct Exponentiation Hyperparameter Matern PairwiseKernel Product RationalQuadratic RBF Sum WhiteKernel',
    ],
    ['sklearn.impute._base', 'MissingIndicator SimpleImputer'],
    ['sklearn.impute._iterative', 'IterativeImputer'],
    ['sklearn.impute._knn', 'KNNImputer'],
    ['sklearn.isotonic', 'IsotonicRegression'],
    [
        'sklearn.kernel_approximation',
        'AdditiveChi2Sampler Nystroem PolynomialCountSketch RBFSampler SkewedChi2Sampler',
    ],
    ['sklearn.kernel_ridge', 'KernelRidge'],
    ['sklearn.linear_model._base', 'LinearRegression'],
    ['sklearn.linear_model._bayes', 'ARDRegression BayesianRidge'],
    [
        'sklearn.linear_model._coordinate_descent',
        'ElasticNet ElasticNetCV Lasso LassoCV MultiTaskElasticNet MultiTaskElasticNetCV MultiTaskLasso MultiTaskLassoCV',
    ],
    ['sklearn.linear_model._glm.glm', 'GammaRegressor PoissonRegressor TweedieRegressor'],
    ['sklearn.linear_model._huber', 'HuberRegressor'],
    ['sklearn.linear_model._least_angle', 'Lars LarsCV LassoLars LassoLarsCV LassoLarsIC'],
    ['sklearn.linear_model._logistic', 'LogisticRegression LogisticRegressionCV'],
    ['sklearn.linear_model._omp', 'OrthogonalMatchingPursuit OrthogonalMatchingPursuitCV'],
    ['sklearn.linear_model._passive_aggressive', 'PassiveAggressiveClassifier PassiveAggressiveRegressor'],
    ['sklearn.linear_model._perceptron', 'Perceptron'],
    ['sklearn.linear_model._quantile', 'QuantileRegressor'],
    ['sklearn.linear_model._ransac', 'RANSACRegressor'],
    ['sklearn.linear_model._ridge', '_RidgeGCV Ridge RidgeClassifier RidgeClassifierCV RidgeCV'],
    [
        'sklearn.linear_model._sgd_fast',
        'EpsilonInsensitive Hinge Huber Log ModifiedHuber SquaredHinge SquaredLoss',
    ],
    ['sklearn.linear_model._stochastic_gradient', 'SGDClassifier SGDOneClassSVM SGDRegressor'],
    ['sklearn.linear_model._theil_sen', 'TheilSenRegressor'],
    ['sklearn.manifold._classical_mds', 'ClassicalMDS'],
    ['sklearn.manifold._isomap', 'Isomap'],
    ['sklearn.manifold._locally_linear', 'LocallyLinearEmbedding'],
    ['sklearn.manifold._mds', 'MDS'],
    ['sklearn.manifold._spectral_embedding', 'SpectralEmbedding'],
    ['sklearn.manifold._t_sne', 'TSNE'],
    ['sklearn.metrics._classification', 'balanced_accuracy_score'],
    [
        'sklearn.metrics._dist_metrics',
        'EuclideanDistance EuclideanDistance64 ManhattanDistance MinkowskiDistance newObj',
    ],
    ['sklearn.metrics._scorer', '_CurveScorer _PassthroughScorer _Scorer'],
    ['sklearn.mixture._bayesian_mixture', 'BayesianGaussianMixture'],
    ['sklearn.mixture._gaussian_mixture', 'GaussianMixture'],
    [
        'sklearn.model_selection._classification_threshold',
        'FixedThresholdClassifier TunedThresholdClassifierCV',
    ],
    ['sklearn.model_selection._search', 'GridSearchCV RandomizedSearchCV'],
    ['sklearn.model_selection._split', 'KFold StratifiedKFold TimeSeriesSplit'],
    ['sklearn.multiclass', '_ConstantPredictor OneVsOneClassifier OneVsRestClassifier OutputCodeClassifier'],
    ['sklearn.multioutput', 'ClassifierChain MultiOutputClassifier MultiOutputRegressor RegressorChain'],
    ['sklearn.naive_bayes', 'BernoulliNB CategoricalNB ComplementNB GaussianNB MultinomialNB'],
    ['sklearn.neighbors._ball_tree', 'BallTree BallTree64 newObj'],
    ['sklearn.neighbors._classification', 'KNeighborsClassifier RadiusNeighborsClassifier'],
    ['sklearn.neighbors._graph', 'KNeighborsTransformer RadiusNeighborsTransformer'],
    ['sklearn.neighbors._kd_tree', 'KDTree KDTree64 newObj'],
    ['sklearn.neighbors._kde', 'KernelDensity'],
    ['sklearn.neighbors._lof', 'LocalOutlierFactor'],
    ['sklearn.neighbors._nca', 'NeighborhoodComponentsAnalysis'],
    ['sklearn.neighbors._nearest_centroid', 'NearestCentroid'],
    ['sklearn.neighbors._regression', 'KNeighborsRegressor RadiusNeighborsRegressor'],
    ['sklearn.neighbors._unsupervised', 'NearestNeighbors'],
    ['sklearn.neural_network._multilayer_perceptron', 'MLPClassifier MLPRegressor'],
    ['sklearn.neural_network._rbm', 'BernoulliRBM'],
    ['sklearn.neural_network._stochastic_optimizers', 'AdamOptimizer SGDOptimizer'],
    ['sklearn.pipeline', 'FeatureUnion Pipeline'],
    [
        'sklearn.preprocessing._data',
        'Binarizer KernelCenterer MaxAbsScaler MinMaxScaler Normalizer PowerTransformer QuantileTransformer RobustScaler StandardScaler',
    ],
    ['sklearn.preprocessing._discretization', 'KBinsDiscretizer'],
    ['sklearn.preprocessing._encoders', 'OneHotEncoder OrdinalEncoder'],
    ['sklearn.preprocessing._function_transformer', 'FunctionTransformer'],
    ['sklearn.preprocessing._label', 'LabelBinarizer LabelEncoder MultiLabelBinarizer'],
    ['sklearn.preprocessing._polynomial', 'PolynomialFeatures SplineTransformer'],
    ['sklearn.preprocessing._target_encoder', 'TargetEncoder'],
    ['sklearn.random_projection', 'GaussianRandomProjection SparseRandomProjection'],
    ['sklearn.semi_supervised._label_propagation', 'LabelPropagation LabelSpreading'],
    ['sklearn.semi_supervised._self_training', 'SelfTrainingClassifier'],
    ['sklearn.svm._classes', 'LinearSVC LinearSVR NuSVC NuSVR OneClassSVM SVC SVR'],
    [
        'sklearn.tree._classes',
        'DecisionTreeClassifier DecisionTreeRegressor ExtraTreeClassifier ExtraTreeRegressor',
    ],
    ['sklearn.tree._tree', 'Tree'],
    ['sklearn.utils._bunch sklearn.utils', 'Bunch'],
    ['sklearn.utils._metadata_requests', 'MetadataRequest MethodMetadataRequest'],
];

;// CONCATENATED MODULE: ./build/scan-deps/models/pickle/allowed.js


/**
 * What a pickle may import: exact pairs of module and name, never whole packages, since a name with dots reaches any module
 * that its first step imported. Learned from what the libraries themselves write when they pickle models.
 */
const allowed = new Set([...libraries, ...scikitLearn].flatMap(([modules, names]) => modules.split(' ').flatMap((module) => names.split(' ').map((name) => keyOf(module, name)))));
function isAllowed(module, name) {
    return allowed.has(keyOf(module, name));
}
/** Calls that are harmless only with some arguments. */
const conditions = new Map([
    // Turns text back into bytes, in protocols that have no bytes of their own.
    [keyOf('_codecs', 'encode'), (args) => args.every(({ kind }) => kind === 'text')],
    [keyOf('re', '_compile'), ([pattern]) => pattern?.kind === 'text' || pattern?.kind === 'bytes'],
    // With three arguments it makes a class.
    [keyOf('builtins', 'type'), (args) => args.length === 1],
    // These call what they are handed.
    [keyOf('torch._tensor', '_rebuild_from_type_v2'), ([called]) => isGlobalOf(called, 'torch._utils')],
    ...['__bit_generator_ctor', '__generator_ctor', '__randomstate_ctor'].map((name) => [keyOf('numpy.random._pickle', name), takesBitGenerator]),
]);
function isGlobalOf(value, module) {
    return value?.kind === 'global' && value.module === module;
}
function takesBitGenerator(args) {
    return args.every((arg) => {
        if (arg.kind === 'global')
            return arg.module.startsWith('numpy.random.');
        return arg.kind === 'text' || (arg.kind === 'made' && isBitGenerator(arg.callable));
    });
}
function isBitGenerator(value) {
    return (isGlobalOf(value, 'numpy.random._pickle') &&
        value.kind === 'global' &&
        value.name === '__bit_generator_ctor');
}
/** Whether an allowed callable may be called with these arguments. */
function mayCall({ module, name }, args) {
    const condition = conditions.get(keyOf(module, name));
    return condition === undefined || (args.kind === 'items' && condition(args.kept));
}
/** A module name holds no blank, so no two pairs share a key. */
function keyOf(module, name) {
    return `${module} ${name}`;
}

;// CONCATENATED MODULE: ./build/scan-deps/models/pickle/denied.js
/**
 * Modules through which code is run, files are reached or the network is: an import from one is `malicious`. This list only
 * raises the severity; what is on no list is blocked as `code` all the same.
 */
const modules = new Set([
    '_aix_support',
    '_osx_support',
    '_pickle',
    '_posixsubprocess',
    '_winapi',
    'aiohttp',
    'asyncio',
    'bdb',
    'cProfile',
    'code',
    'codeop',
    'commands',
    'concurrent',
    'ctypes',
    'dill',
    'distutils',
    'doctest',
    'ensurepip',
    'ftplib',
    'http',
    'httpx',
    'idlelib',
    'importlib',
    'inspect',
    'lib2to3',
    'linecache',
    'marshal',
    'mmap',
    'multiprocessing',
    'nt',
    'ntpath',
    'os',
    'pdb',
    'pickle',
    'pip',
    'pkgutil',
    'platform',
    'posix',
    'posixpath',
    'profile',
    'pty',
    'pydoc',
    'requests',
    'rlcompleter',
    'runpy',
    'setuptools',
    'shelve',
    'shutil',
    'signal',
    'site',
    'smtplib',
    'socket',
    'socketserver',
    'ssl',
    'subprocess',
    'sys',
    'tempfile',
    'test',
    'threading',
    'timeit',
    'trace',
    'urllib',
    'urllib2',
    'venv',
    'webbrowser',
    'xmlrpc',
    'zipimport',
]);
/** Single names of modules that are otherwise harmless. */
const names = new Set(Object.entries({
    builtins: 'eval exec execfile compile open input breakpoint __import__ getattr setattr delattr globals locals vars apply help',
    copyreg: 'add_extension pickle constructor',
    functools: 'partial partialmethod reduce',
    operator: 'attrgetter methodcaller',
    types: 'FunctionType CodeType LambdaType MethodType',
    codecs: 'open',
    io: 'open FileIO open_code',
    _io: 'open FileIO open_code',
    pathlib: 'os',
    torch: 'load',
    'torch.hub': 'load load_state_dict_from_url download_url_to_file',
    'torch.serialization': 'load',
    joblib: 'load',
    'joblib.numpy_pickle': 'load',
    numpy: 'load fromfile save savez memmap',
    'numpy.testing._private.utils': 'runstring',
    pandas: 'read_pickle eval',
    'pandas.io.pickle': 'read_pickle',
    yaml: 'load unsafe_load full_load',
    cloudpickle: 'loads load',
}).flatMap(([module, list]) => list.split(' ').map((name) => `${module} ${name}`)));
/** Python 2's names, as unpicklers read them in protocols 0 to 2 (CPython, `_compat_pickle.py`). */
const renamed = new Map([
    ['__builtin__', 'builtins'],
    ['copy_reg', 'copyreg'],
    ['cPickle', 'pickle'],
    ['exceptions', 'builtins'],
]);
function currentModule(module) {
    return renamed.get(module) ?? module;
}
/** A dotted name reaches through its module: `pathlib`, `os.system`. Every step counts. */
function isDenied(module, name) {
    const [top = ''] = module.split('.', 1);
    if (modules.has(top) || names.has(`${module} ${name}`))
        return true;
    const steps = name.split('.');
    return steps.length > 1 && steps.some((step) => modules.has(step) || names.has(`builtins ${step}`));
}

;// CONCATENATED MODULE: ./build/scan-deps/models/pickle/trace.js


/**
 * @param args of a call; absent for the import alone.
 */
function classify(module, name, args) {
    const global = { kind: 'global', module: currentModule(module), name };
    if (isAllowed(global.module, name)) {
        return { risk: args === undefined || mayCall(global, args) ? 'safe' : 'code', global };
    }
    return { risk: isDenied(global.module, name) ? 'malicious' : 'code', global };
}

;// CONCATENATED MODULE: ./build/scan-deps/models/pickle/machine.js




/**
 * The symbolic counterpart of Python's unpickler: stack, marks and memo hold descriptions instead of objects. Nothing is imported
 * and nothing is called; both are written down.
 */
class Machine {
    cursor;
    /** Where the instruction at work begins. */
    offset = 0;
    traces = [];
    /** How many calls of something imported ran, harmless ones too. */
    calls = 0;
    /** Imports, harmless ones too. */
    imports = 0;
    loader;
    #stack = [];
    #marked = [];
    #height = 0;
    #memo = new Map();
    constructor(cursor, loader) {
        this.cursor = cursor;
        this.loader = loader;
    }
    push(value) {
        this.#height += 1;
        if (this.#height > modelLimits.stack)
            throw this.broken(`needs a stack of more than ${modelLimits.stack}`);
        this.#stack.push(value);
    }
    pop() {
        const value = this.#stack.pop();
        if (value === undefined)
            throw this.broken('takes from an empty stack');
        this.#height -= 1;
        return value;
    }
    top() {
        const value = this.#stack.at(-1);
        if (value === undefined)
            throw this.broken('looks at an empty stack');
        return value;
    }
    /** POP takes the mark when nothing lies above it (CPython, `load_pop`). */
    popOrUnmark() {
        if (this.#stack.length > 0)
            this.pop();
        else
            this.popToMark();
    }
    mark() {
        if (this.#marked.length > modelLimits.stack)
            throw this.broken(`sets more than ${modelLimits.stack} marks`);
        this.#marked.push(this.#stack);
        this.#stack = [];
    }
    popToMark() {
        const above = this.#stack;
        const below = this.#marked.pop();
        if (!below)
            throw this.broken('looks for a mark that was never set');
        this.#stack = below;
        this.#height -= above.length;
        return above;
    }
    remember(index) {
        this.#memo.set(index, this.top());
        if (this.#memo.size > modelLimits.memo)
            throw this.broken(`remembers more than ${modelLimits.memo} values`);
    }
    get memoSize() {
        return this.#memo.size;
    }
    recall(index) {
        const value = this.#memo.get(index);
        if (value === undefined)
            throw this.broken(`recalls value ${index}, which it never remembered`);
        this.push(value);
    }
    /** Importing runs the module's code, so an import counts even when nothing is called. */
    import(module, name) {
        const found = classify(module, name);
        this.imports += 1;
        this.trace(found.risk, 'imports', `${found.global.module}.${found.global.name}`);
        return found.global;
    }
    call(callable, args) {
        const made = { kind: 'made', callable, args, state: null };
        if (callable.kind === 'global') {
            this.calls += 1;
            const { risk } = classify(callable.module, callable.name, args);
            this.trace(risk, 'calls', `${show(callable)}${asArguments(args)}`);
        }
        else {
            this.calls += 1;
            this.trace('code', 'calls', `what ${show(callable)} gives${asArguments(args)}`);
        }
        return made;
    }
    trace(risk, verb, what) {
        if (risk === 'safe' || this.traces.length >= modelLimits.findings)
            return;
        this.traces.push({ risk, verb, what, offset: this.offset });
    }
    /** Takes over what a pickle inside this one would run. */
    adopt({ traces, calls, imports }) {
        this.traces.push(...traces.slice(0, modelLimits.findings));
        this.calls += calls;
        this.imports += imports;
    }
    broken(what) {
        return new Malformed(what, this.offset);
    }
}

;// CONCATENATED MODULE: ./build/scan-deps/models/pickle/stream.js




/** Reads one pickle from where the cursor stands; afterwards the cursor stands behind its STOP. */
function readStream(cursor, context, depth = 0) {
    const machine = new Machine(cursor, {
        persistent: context.persistent,
        nested: (outer) => readNested(outer, context, depth + 1),
    });
    try {
        const value = run(machine, context);
        return { value, broke: null, ...stream_factsOf(machine) };
    }
    catch (error) {
        if (!(error instanceof Malformed))
            throw error;
        return { value: null, broke: error, ...stream_factsOf(machine) };
    }
}
function stream_factsOf({ traces, calls, imports }) {
    return { traces, calls, imports };
}
function run(machine, { budget }) {
    const { cursor } = machine;
    for (;;) {
        machine.offset = cursor.position;
        const code = cursor.byte();
        if (code === stopCode)
            return machine.pop();
        budget.opcodes -= 1;
        if (budget.opcodes < 0)
            throw machine.broken(`has more than ${modelLimits.opcodes} instructions`);
        const handler = handlers[code];
        if (!handler)
            throw machine.broken(`has the byte 0x${code.toString(16).padStart(2, '0')} for an instruction`);
        handler(machine);
    }
}
/** A pickle inside the stream: what it runs, the outer one runs; where it breaks, both do. */
function readNested(outer, context, depth) {
    if (depth > modelLimits.nesting)
        throw outer.broken(`nests pickles more than ${modelLimits.nesting} deep`);
    const inner = readStream(outer.cursor, context, depth);
    outer.adopt(inner);
    if (inner.broke)
        throw inner.broke;
}

;// CONCATENATED MODULE: ./build/scan-deps/models/pickle/scan.js






/** First value of a torch file of before 1.6 (torch, `serialization.py`: MAGIC_NUMBER), and how many pickles it holds. */
const torchMagic = '119547037146038801333356';
const torchStreams = 5;
/**
 * Follows every pickle in the bytes. What ran before a break counts; a break, or bytes behind the last pickle, make it
 * malformed.
 *
 * @param inTorch whether the container's loader resolves torch's persistent ids.
 */
function scanPickle(bytes, inTorch = false) {
    const cursor = new Cursor(bytes);
    const streams = [];
    let torch = inTorch;
    const context = {
        persistent: (id) => torch && isTorchId(id),
        budget: { opcodes: modelLimits.opcodes },
    };
    do {
        const stream = readStream(cursor, context);
        streams.push(stream);
        if (stream.broke)
            break;
        torch ||= streams.length === 1 && stream.value?.kind === 'scalar' && stream.value.value === torchMagic;
        // What follows are the raw numbers of the tensors.
        if (torch && !inTorch && streams.length === torchStreams)
            return conclude(streams, 'torch (legacy)', null);
    } while (cursor.remaining > 0 &&
        streams.length < modelLimits.streams &&
        beginsPickle(bytes, cursor.position));
    return conclude(streams, torch && !inTorch ? 'torch (legacy)' : 'pickle', leftover(cursor));
}
/** A further stream: by its protocol, or because it can be followed to its end. */
function beginsPickle(bytes, position) {
    const [first, version = 255] = bytes.read(position, 2);
    if (first === protocolCode && version <= 5)
        return true;
    const rest = readStream(new Cursor(sliceOf(bytes, position, bytes.size)), {
        persistent: () => false,
        budget: { opcodes: 100_000 },
    });
    return rest.broke === null || rest.calls > 0;
}
function leftover({ remaining }) {
    return remaining === 0 ? null : `${remaining} bytes follow the last pickle`;
}
function conclude(streams, format, behind) {
    const traces = streams.flatMap((stream) => stream.traces);
    const broke = streams.at(-1)?.broke ?? null;
    const ran = traces.map(({ risk }) => risk).reduce(worseVerdict, 'safe');
    const whole = broke === null && behind === null;
    return {
        ...report(format, worseVerdict(ran, whole ? 'safe' : 'malformed'), ...reasonsOf(traces, broke), ...(broke || !behind ? [] : [behind])),
        whole,
        called: streams.some(({ calls }) => calls > 0),
    };
}
/** An import that is also called is told once, by the call, which shows the arguments. */
function reasonsOf(traces, broke) {
    const called = traces.filter(({ verb }) => verb === 'calls').map(({ what }) => what);
    const told = traces.filter(({ verb, what }) => verb !== 'imports' || !called.some((call) => call.startsWith(`${what}(`)));
    const lines = told
        .toSorted((a, b) => Number(b.risk === 'malicious') - Number(a.risk === 'malicious'))
        .map(({ verb, what, offset }) => `${verb} ${what} at byte ${offset}`);
    const unique = [...new Set(lines)].slice(0, modelLimits.findings);
    return broke ? [...unique, `${broke.message}, at byte ${broke.offset ?? 0}`] : unique;
}
/** `('storage', torch.FloatStorage, '0', 'cpu', 10)` (torch, `serialization.py`: `persistent_load`). */
function isTorchId(id) {
    if (id.kind !== 'items' || id.shape !== 'tuple')
        return false;
    const [kind, type] = id.kept;
    return kind?.kind === 'text' && kind.text === 'storage' && type?.kind === 'global';
}

;// CONCATENATED MODULE: ./build/scan-deps/models/npy.js



const magic = '\x93NUMPY';
function beginsNpy(bytes) {
    return bytes_viewOf(bytes.read(0, magic.length)).toString('latin1') === magic;
}
/** Longest header that numpy itself reads without being told to (numpy, `format.py`: _MAX_HEADER_SIZE). */
const longestHeader = 10_000;
const hasObjects = /'[|<>=]?O\d*'/;
const simpleType = /'descr':\s*'[|<>=]?(?<letter>[a-zA-Z?])(?<digits>\d*)(?:\[[^\]]*\])?'/;
/**
 * A numpy array file (numpy, NEP 1): header, then raw numbers, or, for an array of objects, a pickle.
 */
function scanNpy(bytes) {
    const head = bytes_viewOf(bytes.read(0, 12));
    const major = head[6] ?? 0;
    if (head.length < 12 || major < 1 || major > 3)
        return report('npy', 'malformed', 'has no header that numpy reads');
    const length = major === 1 ? head.readUInt16LE(8) : head.readUInt32LE(8);
    const start = (major === 1 ? 10 : 12) + length;
    if (length > longestHeader || start > bytes.size) {
        return report('npy', 'malformed', `has a header of ${length} bytes`);
    }
    const header = bytes_viewOf(bytes.read(start - length, length)).toString('latin1');
    if (!/^\{[\s\S]*\}\s*$/.test(header))
        return report('npy', 'malformed', 'has a header that is no Python dict');
    const data = sliceOf(bytes, start, bytes.size - start);
    if (hasObjects.test(header)) {
        const { verdict, reasons } = scanPickle(data);
        return report('npy (objects)', verdict, ...reasons);
    }
    const expected = expectedBytes(header);
    if (expected === null || expected === BigInt(data.size))
        return report('npy', 'safe');
    return report('npy', 'malformed', `holds ${data.size} bytes; its header says ${expected}`);
}
/** Size of the data by type and shape; `null` for structured types, whose size the header does not state plainly. */
function expectedBytes(header) {
    const { letter, digits = '' } = simpleType.exec(header)?.groups ?? {};
    const shape = /'shape':\s*\(([\d,\sL]*)\)/.exec(header)?.[1];
    if (letter === undefined || shape === undefined)
        return null;
    const sizes = shape
        .split(',')
        .map((size) => size.trim().replace(/L$/, ''))
        .filter((size) => size !== '');
    if (!sizes.every((size) => /^\d+$/.test(size)))
        return null;
    const item = BigInt(digits === '' ? 1 : digits) * (letter === 'U' ? 4n : 1n);
    return sizes.reduce((product, size) => product * BigInt(size), item);
}

;// CONCATENATED MODULE: ./build/scan-deps/models/packed.js



const packings = [
    { name: 'gzip', magic: Buffer.from('1f8b08', 'hex'), unpack: external_node_zlib_.gunzipSync },
    ...['7801', '785e', '789c', '78da'].map((hex) => ({
        name: 'zlib',
        magic: Buffer.from(hex, 'hex'),
        unpack: external_node_zlib_.inflateSync,
    })),
    { name: '7z', magic: Buffer.from('377abcaf271c', 'hex') },
    { name: 'xz', magic: Buffer.from('fd377a585a00', 'hex') },
    { name: 'lzma', magic: Buffer.from('5d0000', 'hex') },
    { name: 'bzip2', magic: Buffer.from('314159265359', 'hex'), at: 4 },
    { name: 'lz4', magic: Buffer.from('04224d18', 'hex') },
    { name: 'zstd', magic: Buffer.from('28b52ffd', 'hex') },
    { name: 'rar', magic: Buffer.from('Rar!\x1a\x07', 'latin1') },
    { name: 'tar', magic: Buffer.from('ustar'), at: 257 },
];
/** What is packed in the bytes; `null` where they are not packed. */
function unpack(bytes) {
    const head = bytes_viewOf(bytes.read(0, 512));
    const packing = packings.find(({ magic, at = 0 }) => head.subarray(at, at + magic.length).equals(magic));
    if (!packing)
        return null;
    const { name, unpack: open } = packing;
    if (!open)
        return {
            name,
            bytes: null,
            why: `is packed as ${name}, which is not opened: what is inside cannot be seen`,
        };
    if (bytes.size > modelLimits.unpackedBytes) {
        return { name, bytes: null, why: `has more than ${modelLimits.unpackedBytes} packed bytes` };
    }
    try {
        const whole = open(bytes.read(0, bytes.size), { maxOutputLength: modelLimits.unpackedBytes });
        return { name, bytes: memoryBytes(whole) };
    }
    catch {
        // Two bytes are easily met by chance; three are not.
        if (name === 'zlib')
            return null;
        return {
            name,
            bytes: null,
            why: `is packed as ${name} and cannot be unpacked within ${modelLimits.unpackedBytes} bytes`,
        };
    }
}

;// CONCATENATED MODULE: ./build/scan-deps/models/safetensors.js




const format = 'safetensors';
/** Bits of one element (safetensors, `tensor.rs`: Dtype). */
const bits = new Map([
    ...['F64', 'I64', 'U64', 'C64'].map((type) => [type, 64]),
    ...['F32', 'I32', 'U32'].map((type) => [type, 32]),
    ...['F16', 'BF16', 'I16', 'U16'].map((type) => [type, 16]),
    ...['I8', 'U8', 'BOOL', 'F8_E4M3', 'F8_E5M2', 'F8_E8M0', 'F8_E4M3FNUZ', 'F8_E5M2FNUZ'].map((type) => [type, 8]),
    ['F6_E2M3', 6],
    ['F6_E3M2', 6],
    ['F4', 4],
]);
/** Whether the bytes begin as safetensors do: a header's length, then the header, a JSON object. */
function beginsSafetensors(bytes) {
    const head = bytes_viewOf(bytes.read(0, 9));
    if (head.length < 9 || head[8] !== 0x7b)
        return false;
    return head.readBigUInt64LE(0) <= BigInt(modelLimits.headerBytes) * 16n;
}
/**
 * Checks a safetensors file's structure (safetensors README, "Format"): header of bounded size, no key twice, every tensor within
 * the buffer, as large as its shape says, and the buffer covered once and wholly.
 */
function scanSafetensors(bytes) {
    try {
        const tensors = readHeader(bytes);
        assertCovered(tensors.spans, bytes.size - tensors.dataStart);
        return report(format, 'safe');
    }
    catch (error) {
        if (!(error instanceof Malformed))
            throw error;
        return report(format, 'malformed', error.message);
    }
}
function readHeader(bytes) {
    const length = Number(bytes_viewOf(bytes.read(0, 8)).readBigUInt64LE(0));
    if (length > modelLimits.headerBytes)
        throw new Malformed(`has a header of more than ${modelLimits.headerBytes} bytes`);
    if (8 + length > bytes.size)
        throw new Malformed('has a header that reaches past the end');
    let header;
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.read(8, length));
        header = JSON.parse(text);
    }
    catch {
        throw new Malformed('has a header that is no JSON in UTF-8');
    }
    if (typeof header !== 'object' || header === null)
        throw new Malformed('has a header that is no JSON object');
    const entries = Object.entries(header);
    if (countKeys(text) !== entries.length)
        throw new Malformed('has a tensor twice in its header');
    const spans = entries
        .filter(([name]) => name !== '__metadata__')
        .map(([name, tensor]) => spanOf(name, tensor));
    return { spans, dataStart: 8 + length };
}
function spanOf(name, tensor) {
    const shown = JSON.stringify(name.slice(0, 100));
    const { dtype, shape, data_offsets: offsets } = asRecord(tensor);
    const width = bits.get(dtype);
    if (width === undefined)
        throw new Malformed(`has a tensor ${shown} of an unknown type`);
    if (!isSizes(shape) || !isSizes(offsets) || offsets.length !== 2) {
        throw new Malformed(`has a tensor ${shown} without shape or place`);
    }
    const [start = 0, end = 0] = offsets;
    const expected = shape.reduce((product, size) => product * BigInt(size), BigInt(width));
    if (expected !== BigInt(end - start) * 8n) {
        throw new Malformed(`has a tensor ${shown} whose place is not as large as its shape says`);
    }
    return { name, start, end };
}
function asRecord(value) {
    return typeof value === 'object' && value !== null ? { ...value } : {};
}
function isSizes(value) {
    return (Array.isArray(value) &&
        value.length <= 64 &&
        value.every((size) => Number.isSafeInteger(size) && size >= 0));
}
function assertCovered(spans, size) {
    let end = 0;
    for (const span of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
        if (span.start !== end)
            throw new Malformed(`has tensors that overlap or leave a hole at byte ${end} of its data`);
        end = span.end;
    }
    if (end !== size)
        throw new Malformed(`has ${size} bytes of data, of which its tensors cover ${end}`);
}
/** Keys of the outermost object, twice where they stand twice: JSON.parse would keep only the last. */
function countKeys(text) {
    const token = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;
    let depth = 0;
    let count = 0;
    for (let found = token.exec(text); found; found = token.exec(text)) {
        const [first] = found[0];
        if (first === '{' || first === '[')
            depth += 1;
        else if (first === '}' || first === ']')
            depth -= 1;
        else if (first === ':' && depth === 1)
            count += 1;
    }
    return count;
}

;// CONCATENATED MODULE: ./build/scan-deps/models/text.js



/** Plain text runs nothing when it is read; `null` where the bytes are no UTF-8 text. */
function scanText(bytes) {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const parts = [];
    try {
        for (const piece of pieces(bytes)) {
            const part = decoder.decode(piece, { stream: true });
            if (part.includes('\0'))
                return null;
            if (bytes.size <= modelLimits.jsonBytes)
                parts.push(part);
        }
        decoder.decode();
    }
    catch {
        return null;
    }
    return report(isJson(parts.join('')) ? 'json' : 'text', 'safe');
}
function isJson(text) {
    if (!/^\s*[[{]/.test(text))
        return false;
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/scan-deps/models/zip-directory.js



const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const entrySignature = 0x02014b50;
const endBytes = 22;
const locatorBytes = 20;
const end64Bytes = 56;
const all32 = 0xffffffff;
/** Position of the end record (APPNOTE.TXT 4.3.16), searched from the back over the longest comment; −1 where there is none. */
function findEnd(bytes) {
    const length = Math.min(bytes.size, endBytes + 0xffff);
    const from = bytes.size - length;
    const tail = bytes_viewOf(bytes.read(from, length));
    for (let at = tail.length - endBytes; at >= 0; at--) {
        if (tail.readUInt32LE(at) === endSignature && at + endBytes + tail.readUInt16LE(at + 20) <= tail.length)
            return from + at;
    }
    return -1;
}
/**
 * Reads the central directory, strictly: no bytes before, between or behind what the records cover, one disk, no comment that could
 * be another directory.
 *
 * @throws Malformed
 */
function readDirectory(bytes) {
    const end = findEnd(bytes);
    if (end < 0)
        throw new Malformed('is a zip file without a directory');
    const { start, size, count, followedBy } = endRecord(bytes, end);
    if (count > modelLimits.zipEntries || size > modelLimits.zipDirectoryBytes) {
        throw new Malformed(`is a zip file of ${count} members; at most ${modelLimits.zipEntries} are read`);
    }
    // Some readers start from the directory's stated place, others count back from the end: only one place may be right.
    if (start + size !== followedBy)
        throw new Malformed('is a zip file whose directory is not where it says', start);
    const raw = bytes_viewOf(bytes.read(start, size));
    const entries = [];
    let at = 0;
    while (at < raw.length) {
        const { entry, next } = zip_directory_readEntry(raw, at, start);
        entries.push(entry);
        at = next;
    }
    if (entries.length !== count)
        throw new Malformed(`is a zip file of ${entries.length} members that says ${count}`);
    return { entries, start };
}
function endRecord(bytes, end) {
    const raw = bytes_viewOf(bytes.read(end, endBytes));
    if (raw.readUInt16LE(20) !== 0)
        throw new Malformed('is a zip file with a comment behind its directory', end);
    if (end + endBytes !== bytes.size)
        throw new Malformed('is a zip file with bytes behind its end', end);
    if (raw.readUInt16LE(4) !== 0 || raw.readUInt16LE(6) !== 0)
        throw new Malformed('is one of several disks', end);
    const plain = {
        count: raw.readUInt16LE(10),
        size: raw.readUInt32LE(12),
        start: raw.readUInt32LE(16),
        followedBy: end,
    };
    const locator = end >= locatorBytes ? bytes_viewOf(bytes.read(end - locatorBytes, locatorBytes)) : null;
    return locator?.readUInt32LE(0) === locator64Signature ? end64Record(bytes, end, locator, plain) : plain;
}
/** Zip64 (APPNOTE.TXT 4.3.14): what the plain record also states must be the same. */
function end64Record(bytes, end, locator, plain) {
    const position = Number(locator.readBigUInt64LE(8));
    const raw = bytes_viewOf(bytes.read(position, end64Bytes));
    if (raw.length < end64Bytes ||
        raw.readUInt32LE(0) !== end64Signature ||
        position + end64Bytes !== end - locatorBytes) {
        throw new Malformed('has a zip64 record that is not where it says', end);
    }
    const count = Number(raw.readBigUInt64LE(32));
    const size = Number(raw.readBigUInt64LE(40));
    const start = Number(raw.readBigUInt64LE(48));
    const agrees = agree(plain.count, count, 0xffff) && agree(plain.size, size, all32) && agree(plain.start, start, all32);
    if (!agrees)
        throw new Malformed('has a zip64 record that contradicts the plain one', position);
    return { count, size, start, followedBy: position };
}
function agree(plain, wide, seeWide) {
    return plain === wide || plain === seeWide;
}
function zip_directory_readEntry(raw, at, base) {
    if (at + 46 > raw.length || raw.readUInt32LE(at) !== entrySignature) {
        throw new Malformed('has a zip directory that breaks off', base + at);
    }
    const nameLength = raw.readUInt16LE(at + 28);
    const extraLength = raw.readUInt16LE(at + 30);
    const next = at + 46 + nameLength + extraLength + raw.readUInt16LE(at + 32);
    if (next > raw.length)
        throw new Malformed('has a zip directory that breaks off', base + at);
    const extra = raw.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const plain = {
        size: raw.readUInt32LE(at + 24),
        packedSize: raw.readUInt32LE(at + 20),
        offset: raw.readUInt32LE(at + 42),
    };
    const name = raw.subarray(at + 46, at + 46 + nameLength).toString('utf8');
    return {
        entry: {
            name,
            flags: raw.readUInt16LE(at + 8),
            method: raw.readUInt16LE(at + 10),
            crc: raw.readUInt32LE(at + 16),
            ...widen(plain, extra, name),
        },
        next,
    };
}
/** Zip64 extended information (APPNOTE.TXT 4.5.3): only fields that are all ones in the plain record, in this order. */
function widen(plain, extra, name) {
    const wide = extraField(extra, 0x0001);
    let at = 0;
    const take = (value) => {
        if (value !== all32)
            return value;
        if (!wide || at + 8 > wide.length)
            throw new Malformed(`lacks the size of its member ${JSON.stringify(name)}`);
        at += 8;
        return Number(wide.readBigUInt64LE(at - 8));
    };
    const size = take(plain.size);
    const packedSize = take(plain.packedSize);
    return { size, packedSize, offset: take(plain.offset) };
}
function extraField(extra, id) {
    for (let at = 0; at + 4 <= extra.length;) {
        const length = extra.readUInt16LE(at + 2);
        if (extra.readUInt16LE(at) === id)
            return extra.subarray(at + 4, at + 4 + length);
        at += 4 + length;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/scan-deps/models/zip-members.js





const localSignature = 0x04034b50;
const descriptorSignature = 0x08074b50;
const flags = {
    encrypted: 0x0001,
    descriptor: 0x0008,
    strongEncryption: 0x0040,
    maskedHeaders: 0x2000,
};
/**
 * The members of a zip file. Readers differ in which of the two records of a member they believe, so both are read and must say
 * the same, and between the members there may be nothing.
 *
 * @throws Malformed
 */
function readMembers(bytes) {
    const { entries, start } = readDirectory(bytes);
    const inPlace = entries.toSorted((a, b) => a.offset - b.offset);
    const names = new Set();
    const members = [];
    let end = 0;
    for (const entry of inPlace) {
        if (names.has(entry.name))
            throw new Malformed(`holds two members called ${JSON.stringify(entry.name)}`, entry.offset);
        names.add(entry.name);
        if (entry.offset !== end)
            throw new Malformed('has bytes that belong to no member, or to two', end);
        const dataStart = readLocalHeader(bytes, entry);
        end = dataStart + entry.packedSize + descriptorLength(bytes, entry, dataStart + entry.packedSize);
        members.push({ ...entry, dataStart });
    }
    if (end !== start)
        throw new Malformed('has bytes between its members and its directory', end);
    return members;
}
/** Returns where the data begins. */
function readLocalHeader(bytes, entry) {
    const shown = JSON.stringify(entry.name.slice(0, 200));
    const fixed = bytes_viewOf(bytes.read(entry.offset, 30));
    if (fixed.length < 30 || fixed.readUInt32LE(0) !== localSignature) {
        throw new Malformed(`has no member ${shown} where its directory says`, entry.offset);
    }
    if ((entry.flags & (flags.encrypted | flags.strongEncryption | flags.maskedHeaders)) !== 0) {
        throw new Malformed(`has an encrypted member ${shown}`, entry.offset);
    }
    const nameLength = fixed.readUInt16LE(26);
    const rest = bytes_viewOf(bytes.read(entry.offset + 30, nameLength + fixed.readUInt16LE(28)));
    const local = {
        name: rest.subarray(0, nameLength).toString('utf8'),
        flags: fixed.readUInt16LE(6),
        method: fixed.readUInt16LE(8),
    };
    const wrong = ['name', 'flags', 'method'].find((field) => local[field] !== entry[field]);
    if (wrong !== undefined || !sizesAgree(fixed, rest.subarray(nameLength), entry)) {
        const which = wrong === undefined ? 'size or checksum' : wrong === 'flags' ? 'flags' : wrong;
        throw new Malformed(`states another ${which} for the member ${shown} than its directory`, entry.offset);
    }
    return entry.offset + 30 + rest.length;
}
/** With a data descriptor, the local header may leave checksum and sizes zero. */
function sizesAgree(fixed, extra, entry) {
    const later = (entry.flags & flags.descriptor) !== 0;
    const wide = extraField(extra, 0x0001);
    const stated = (value, at) => value === 0xffffffff && wide && at + 8 <= wide.length ? Number(wide.readBigUInt64LE(at)) : value;
    const crc = fixed.readUInt32LE(14);
    const packedSize = stated(fixed.readUInt32LE(18), 8);
    const size = stated(fixed.readUInt32LE(22), 0);
    const same = (value, expected) => value === expected || (later && value === 0);
    return same(crc, entry.crc) && same(packedSize, entry.packedSize) && same(size, entry.size);
}
/** Bytes of the data descriptor (APPNOTE.TXT 4.3.9): with or without signature, with sizes of four or eight bytes. */
function descriptorLength(bytes, entry, at) {
    if ((entry.flags & flags.descriptor) === 0)
        return 0;
    const raw = bytes_viewOf(bytes.read(at, 24));
    const signed = raw.length >= 4 && raw.readUInt32LE(0) === descriptorSignature ? 4 : 0;
    for (const width of [4, 8]) {
        const length = signed + 4 + 2 * width;
        if (raw.length < length || raw.readUInt32LE(signed) !== entry.crc)
            continue;
        const read = (from) => (width === 4 ? raw.readUInt32LE(from) : Number(raw.readBigUInt64LE(from)));
        if (read(signed + 4) === entry.packedSize && read(signed + 4 + width) === entry.size)
            return length;
    }
    throw new Malformed(`does not say behind the member ${JSON.stringify(entry.name)} what its directory says`, at);
}
/** The bytes of a stored member, not looked at. */
function rawMember(bytes, { dataStart, packedSize }) {
    return sliceOf(bytes, dataStart, packedSize);
}
/**
 * A member's bytes, unpacked and compared with its checksum.
 *
 * @throws Malformed on another compression than deflate, or on wrong sizes and checksums.
 */
function unpackMember(bytes, member) {
    const shown = JSON.stringify(member.name.slice(0, 200));
    const unpacked = member.method === 0 ? rawMember(bytes, member) : inflate(bytes, member, shown);
    if (unpacked.size !== member.size)
        throw new Malformed(`has a member ${shown} of another size than it says`);
    let sum = 0;
    for (const piece of pieces(unpacked))
        sum = (0,external_node_zlib_.crc32)(piece, sum);
    if (sum !== member.crc)
        throw new Malformed(`has a member ${shown} with a wrong checksum`, member.dataStart);
    return unpacked;
}
function inflate(bytes, member, shown) {
    if (member.method !== 8)
        throw new Malformed(`has a member ${shown} with compression ${member.method}, which is not read`);
    if (Math.max(member.size, member.packedSize) > modelLimits.unpackedBytes) {
        throw new Malformed(`has a member ${shown} that unpacks to more than ${modelLimits.unpackedBytes} bytes`);
    }
    const packed = bytes.read(member.dataStart, member.packedSize);
    try {
        return memoryBytes((0,external_node_zlib_.inflateRawSync)(packed, { maxOutputLength: Math.max(1, member.size) }));
    }
    catch {
        throw new Malformed(`has a member ${shown} that cannot be unpacked`, member.dataStart);
    }
}

;// CONCATENATED MODULE: ./build/scan-deps/models/scan-file.js











/** Opens one file by its content, whatever its name says. */
function scanFile(bytes) {
    return scanBytes(bytes, { unpackedBytes: modelLimits.allUnpackedBytes }, 0);
}
function scanBytes(bytes, budget, depth) {
    if (depth > modelLimits.nesting) {
        return report('nested', 'malformed', `nests archives more than ${modelLimits.nesting} deep`);
    }
    if (bytes.size === 0)
        return report('empty', 'safe');
    const head = scanHead(bytes, budget, depth);
    // Zip readers look at the end of a file, all others at its beginning: a file may be two things at once.
    if (head.format === 'zip' || head.format === 'torch' || !endsAsZip(bytes))
        return head;
    const tail = scanZip(bytes, budget, depth);
    return report(`${head.format} and zip`, worseVerdict(worseVerdict(head.verdict, tail.verdict), 'malformed'), 'is two formats at once: a zip file behind something else', ...head.reasons, ...tail.reasons);
}
const zipMagic = ['PK\x03\x04', 'PK\x05\x06'];
function scanHead(bytes, budget, depth) {
    const [first = 0, second = 255] = bytes.read(0, 2);
    if (zipMagic.includes(Buffer.from(bytes.read(0, 4)).toString('latin1')))
        return scanZip(bytes, budget, depth);
    if (beginsNpy(bytes))
        return scanNpy(bytes);
    if (beginsSafetensors(bytes))
        return scanTensors(bytes);
    if (first === protocolCode && second <= 5)
        return scanPickle(bytes);
    const packed = unpack(bytes);
    if (packed?.bytes === null)
        return report(packed.name, 'malformed', packed.why);
    if (packed)
        return scanUnpacked(packed.name, packed.bytes, budget, depth);
    // Old protocols have no magic: whoever follows the bytes as instructions sees whether they are some.
    const pickle = scanPickle(bytes);
    if (pickle.whole || pickle.called)
        return pickle;
    return (scanText(bytes) ?? report('unknown', null, 'is of no format that is known here, so it is not judged'));
}
/** The length in front of a safetensors header can be chosen so that a pickle begins there. */
function scanTensors(bytes) {
    const pickle = scanPickle(bytes);
    return pickle.whole || pickle.called ? pickle : scanSafetensors(bytes);
}
function scanUnpacked(name, bytes, budget, depth) {
    budget.unpackedBytes -= bytes.size;
    if (budget.unpackedBytes < 0)
        return tooLarge(name);
    const inner = scanBytes(bytes, budget, depth + 1);
    return { ...inner, format: `${name} (${inner.format})` };
}
function tooLarge(format) {
    return report(format, 'malformed', `unpacks to more than ${modelLimits.allUnpackedBytes} bytes`);
}
/** An end record near the end that points at a directory, however crooked. */
function endsAsZip(bytes) {
    const end = findEnd(bytes);
    if (end < 0)
        return false;
    const record = Buffer.from(bytes.read(end, 22));
    const start = end - record.readUInt32LE(12);
    return start >= 0 && Buffer.from(bytes.read(start, 4)).toString('latin1') === 'PK\x01\x02';
}
function scanZip(bytes, budget, depth) {
    try {
        const members = readMembers(bytes);
        const packed = members.filter(({ method }) => method !== 0).reduce((sum, { size }) => sum + size, 0);
        budget.unpackedBytes -= packed;
        if (budget.unpackedBytes < 0)
            return tooLarge('zip');
        const isTorch = members.some(({ name }) => /(?:^|\/)data\.pkl$/.test(name));
        const reports = members.map((member) => ({
            name: member.name,
            report: scanMember(bytes, member, isTorch, budget, depth),
        }));
        return combine(isTorch ? 'torch' : 'zip', reports);
    }
    catch (error) {
        if (!(error instanceof Malformed))
            throw error;
        return report('zip', 'malformed', error.message);
    }
}
/** Tensors of a torch file: raw numbers that its loader takes as such. */
const torchTensor = /(?:^|\/)data\/\d+$/;
function scanMember(bytes, member, isTorch, budget, depth) {
    if (member.name.endsWith('/') && member.size === 0)
        return report('folder', 'safe');
    if (isTorch && torchTensor.test(member.name) && member.method === 0) {
        const raw = rawMember(bytes, member);
        return raw.size === member.size
            ? report('tensor', 'safe')
            : report('tensor', 'malformed', 'is cut short');
    }
    try {
        const content = unpackMember(bytes, member);
        return isTorch && member.name.endsWith('.pkl')
            ? scanPickle(content, true)
            : scanBytes(content, budget, depth + 1);
    }
    catch (error) {
        if (!(error instanceof Malformed))
            throw error;
        return report('member', 'malformed', error.message);
    }
}

;// CONCATENATED MODULE: ./build/scan-deps/models/judge.js








const modelFilesId = 'scan-deps/model-files';
/**
 * Opens every file of the models and says what loading it would do. Where the pipeline's own model is not there yet (before
 * training), that is said; where the section names models, they must be there.
 *
 * @throws Failure('input') when a named model is missing or changes while it is judged.
 */
async function judgeModels(ports, settings, pipeline) {
    const { models } = settings;
    if (models)
        return judgePaths(ports, await ports.files.glob(models), models.join(', '));
    if (pipeline.model === undefined)
        return null;
    if ((await ports.files.kind(pipeline.model)) === 'missing')
        return notThere(pipeline.model);
    return judgePaths(ports, [pipeline.model], pipeline.model);
}
function notThere(model) {
    const reason = `the model ${model} is not there yet, so no model file was opened`;
    const skipped = (0,check/* check */.z6)({
        id: modelFilesId,
        title: 'There are model files to open',
        outcome: { status: 'skip', reason },
    });
    return { checks: [skipped], subjects: [], materials: [], metrics: { modelFiles: [] } };
}
async function judgePaths(ports, paths, asked) {
    const subjects = [];
    const scanned = [];
    const irregular = [];
    for (const path of paths) {
        const shown = ports.files.display(path);
        const { subject, files } = await (0,digest/* modelOf */.D)(ports, path, {
            irregular: (name, what) => irregular.push(irregularFinding(`${shown}/${name}`, what)),
        });
        subjects.push(subject);
        for (const [done, hashed] of files.entries()) {
            const { name } = hashed;
            ports.signal.throwIfAborted();
            ports.log.progress('Opening model files', done, files.length, 'files');
            const file = subject.kind === 'file' ? path : `${path}/${name}`;
            scanned.push({
                path: subject.kind === 'file' ? shown : `${shown}/${name}`,
                ...(await scanOne(ports, file, hashed)),
            });
        }
    }
    const found = judge_checkFound(scanned, irregular, asked);
    const checks = [
        found,
        ...['code', 'malicious', 'malformed'].map((verdict) => checkVerdict(verdict, scanned)),
    ];
    return { checks, subjects, materials: [], metrics: { modelFiles: scanned.map(toJson) } };
}
/** The bytes that are opened must be those that were hashed, or the evidence would speak of others. */
async function scanOne({ files }, path, hashed) {
    const file = await files.open(path);
    try {
        if (!isSame(file, hashed)) {
            throw (0,failure/* inputError */.Xu)('changed while it was judged', {
                place: { file: files.display(path) },
                fix: 'let the step that writes it finish first, then run again',
            });
        }
        return scanFile(file);
    }
    finally {
        file.close();
    }
}
/** By content; of files too large to read a second time only by size. */
function isSame(file, { size, sha256 }) {
    if (file.size !== size || size > modelLimits.comparedBytes)
        return file.size === size;
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const piece of pieces(file))
        hash.update(piece);
    return hash.digest('hex') === sha256;
}
function irregularFinding(file, what) {
    return (0,finding/* finding */.gk)(modelFilesId, {
        severity: 'error',
        message: `${file} is ${what}: what a loader would find there is not known`,
        file,
        fix: 'put the file itself in its place, or remove it',
    });
}
function judge_checkFound(scanned, irregular, asked) {
    const unknown = scanned
        .filter(({ verdict }) => verdict === null)
        .map(({ path, reasons }) => (0,finding/* finding */.gk)(modelFilesId, {
        severity: 'note',
        message: `${path} ${reasons.join('; ')}`,
        file: path,
        distinct: 'unknown',
    }));
    return (0,check/* check */.z6)({
        id: modelFilesId,
        title: 'There are model files to open',
        observed: scanned.length,
        findings: [...irregular, ...unknown],
        ...(scanned.length === 0 && {
            outcome: { status: 'error', reason: `no model file found at ${asked}` },
        }),
    });
}
const titles = {
    code: 'No model file runs code that is not known to be harmless',
    malicious: 'No model file attacks whoever loads it',
    malformed: 'Every model file can be followed to its end',
};
const says = {
    code: 'runs code when it is loaded',
    malicious: 'attacks whoever loads it',
    malformed: 'cannot be trusted to be what it says',
};
const fixes = {
    code: 'save the weights as safetensors or JSON, or waive this file once its code is reviewed',
    malicious: 'remove the file, find out how it came there, and treat every machine that loaded it as taken over',
    malformed: 'write the file again with the library that made it',
};
/** One check for each verdict, so that a waiver for code never excuses an attack. */
function checkVerdict(verdict, scanned) {
    const id = `scan-deps/model-${verdict}`;
    const hit = scanned.filter((file) => file.verdict === verdict);
    return (0,check/* check */.z6)({
        id,
        title: titles[verdict],
        observed: hit.length,
        threshold: 0,
        findings: hit.map(({ path, format, reasons }) => (0,finding/* finding */.gk)(id, {
            severity: 'error',
            message: `${path} (${format}) ${says[verdict]}: ${reasons.slice(0, 3).join('; ')}`,
            file: path,
            fix: fixes[verdict],
        })),
    });
}
function toJson({ path, format, verdict, reasons }) {
    return { path, format, verdict, reasons };
}

;// CONCATENATED MODULE: ./build/scan-deps/report.js


const headlines = [
    { name: 'dependencies', label: 'Dependencies', description: 'How many dependencies the lock files name.' },
    {
        name: 'vulnerabilities',
        label: 'Vulnerabilities',
        description: 'How many known vulnerabilities they have, blocking or not.',
    },
    { name: 'unpinned', label: 'Unpinned', description: 'How many dependencies have no one exact version.' },
    { name: 'model-files', label: 'Model files', description: 'How many model files were opened.' },
    {
        name: 'unsafe-model-files',
        label: 'Unsafe model files',
        description: 'How many model files hold code or are malformed.',
    },
];
function figures({ metrics, checks }) {
    const count = (name) => (metrics[name] === undefined ? null : rowsOf(metrics, name).length);
    const unsafe = rowsOf(metrics, 'modelFiles').filter(({ verdict }) => verdict !== 'safe' && verdict !== null);
    return {
        dependencies: count('dependencies'),
        vulnerabilities: count('vulnerabilities'),
        unpinned: unpinnedOf(checks),
        'model-files': count('modelFiles'),
        'unsafe-model-files': metrics.modelFiles === undefined ? null : unsafe.length,
    };
}
function unpinnedOf(checks) {
    const observed = checks.find(({ id }) => id === pinnedId)?.observed;
    return typeof observed === 'number' ? observed : null;
}
function report_report(result) {
    return [vulnerabilityTable(result), modelTable(result), sourceNote(result)].filter((section) => section !== null);
}
/** Worst first, as the judgement lists them. */
function vulnerabilityTable({ metrics }) {
    const rows = rowsOf(metrics, 'vulnerabilities');
    if (rows.length === 0)
        return null;
    return {
        kind: 'table',
        title: 'Known vulnerabilities',
        note: 'Worst first. “Fixed in” is the lowest later version that mends this one.',
        columns: ['Package', 'Version', 'Advisory', 'Also known as', 'Severity', 'Exploited', 'Fixed in'].map((label) => ({
            label,
        })),
        rows: rows.map(({ name, version, id, aliases, severity, exploited, fixed }) => [
            textOf(name),
            textOf(version),
            textOf(id),
            listOf(aliases),
            textOf(severity),
            exploited === true ? 'known exploited' : '',
            fixed === null ? 'not yet' : textOf(fixed),
        ]),
    };
}
/** A folder of shards has thousands of files: those that are fine are counted, those that are not are listed. */
function modelTable({ metrics }) {
    const all = rowsOf(metrics, 'modelFiles');
    if (all.length === 0)
        return null;
    const rows = all.toSorted((0,order.by)(badness, ({ path }) => textOf(path))).slice(0, listedModels);
    const more = all.length > rows.length ? ` ${all.length - rows.length} more are not listed.` : '';
    return {
        kind: 'table',
        title: 'Model files',
        note: `Opened without running anything, by content and never by suffix; worst first.${more}`,
        columns: ['File', 'Format', 'Verdict', 'Reasons'].map((label) => ({ label })),
        rows: rows.map(({ path, format, verdict, reasons }) => [
            textOf(path),
            textOf(format),
            verdict === null ? 'not judged' : textOf(verdict),
            listOf(reasons),
        ]),
    };
}
const listedModels = 200;
const worstFirst = ['malicious', 'malformed', 'code', null, 'safe'];
function badness({ verdict }) {
    return worstFirst.indexOf(verdict);
}
function sourceNote({ materials }) {
    const dated = materials.filter(({ date }) => date !== undefined);
    if (dated.length === 0)
        return null;
    return {
        kind: 'note',
        title: 'What was looked up in',
        text: dated.map(({ name, date = '' }) => `${name}, as of ${date.slice(0, 10)}`).join('; '),
    };
}
function rowsOf(metrics, name) {
    const rows = metrics[name];
    return Array.isArray(rows) ? rows : [];
}
function textOf(value) {
    return typeof value === 'string' ? value : '';
}
function listOf(value) {
    return Array.isArray(value) ? value.map(textOf).join('; ') : '';
}

;// CONCATENATED MODULE: ./build/scan-deps/gate.js






/** Judges what a model is built from and what it ships with: dependencies by lock file, model files by content. */
const scanDeps = {
    name: 'scan-deps',
    summary: 'Judges dependencies (pins, known vulnerabilities) and model files (code in pickles), offline.',
    settings: scan_deps_settings/* settingsSchema */.dP,
    inputs: inputs,
    needsSection: true,
    headlines: headlines,
    judge: async ({ settings, pipeline, ports }) => {
        const models = await judgeModels(ports, settings, pipeline);
        return (0,result/* mergeJudgements */.XC)([await judgeDependencies(ports, settings), ...(models ? [models] : [])]);
    },
    figures: figures,
    report: report_report,
};


/***/ })

};
