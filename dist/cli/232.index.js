export const id = 232;
export const ids = [232];
export const modules = {

/***/ 3232:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  auditLog: () => (/* binding */ auditLog)
});

// EXTERNAL MODULE: ./build/gate/failure.js
var failure = __webpack_require__(7084);
// EXTERNAL MODULE: ./build/gate/record.js + 1 modules
var gate_record = __webpack_require__(7330);
// EXTERNAL MODULE: ./build/tlog/base64.js
var base64 = __webpack_require__(8096);
// EXTERNAL MODULE: ./build/tlog/tlog-error.js
var tlog_error = __webpack_require__(8154);
;// CONCATENATED MODULE: ./build/tlog/bundle.js

/** An entry's length is a uint16 (C2SP tlog-tiles). */
const maxEntryBytes = 0xffff;
/** Entry bundle: each entry after its length, big-endian. @throws RangeError when an entry is too long. */
function encodeBundle(entries) {
    return Buffer.concat(entries.flatMap((entry) => {
        if (entry.byteLength > maxEntryBytes)
            throw new RangeError(`an entry is over ${maxEntryBytes} bytes`);
        const length = Buffer.alloc(2);
        length.writeUInt16BE(entry.byteLength);
        return [length, entry];
    }));
}
/**
 * The first `width` entries of a bundle.
 *
 * @param whole whether anything after them is an error.
 * @throws TlogError when it ends before them.
 */
function decodeBundle(bytes, width, whole) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const entries = [];
    let at = 0;
    for (let i = 0; i < width; i++) {
        const end = at + 2 <= bytes.byteLength ? at + 2 + view.getUint16(at) : Number.POSITIVE_INFINITY;
        if (end > bytes.byteLength)
            throw new tlog_error/* TlogError */.v(`it ends within entry ${i} of ${width}`);
        entries.push(bytes.subarray(at + 2, end));
        at = end;
    }
    if (whole && at < bytes.byteLength)
        throw new tlog_error/* TlogError */.v(`it goes on after its ${width} entries`);
    return entries;
}

// EXTERNAL MODULE: ./build/tlog/merkle.js
var merkle = __webpack_require__(8889);
;// CONCATENATED MODULE: ./build/tlog/tile-path.js
/** Hashes of a full tile, entries of a full bundle. */
const tileWidth = 256;
/**
 * `tile/<L>/<N>[.p/<W>]` of C2SP tlog-tiles: N in groups of three digits, all but the last begun with `x`.
 *
 * @param width below 256 for a partial tile.
 */
function tilePath(level, index, width = tileWidth) {
    const digits = index.toString();
    const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g) ?? [];
    const name = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
    return `tile/${level}/${name}${width < tileWidth ? `.p/${width}` : ''}`;
}
/** How many hashes a log of `size` has at a level: one for each full tile of the level below. */
function hashesAt(level, size) {
    return size >> BigInt(8 * level);
}
/** How many of the hashes of tile `index` a log of `size` has: 0 to 256. */
function widthOf(level, index, size) {
    const rest = hashesAt(level, size) - index * BigInt(tileWidth);
    if (rest <= 0n)
        return 0;
    return rest >= BigInt(tileWidth) ? tileWidth : Number(rest);
}

;// CONCATENATED MODULE: ./build/tlog/read-tile.js



/**
 * The hashes of a tile that a log of `size` has.
 *
 * @throws TlogError when the tile is missing or has another length than its width asks for.
 */
async function readTile(reader, level, index, size) {
    const width = widthOf(level, index, size);
    const { path, bytes, full } = await readWide(reader, level, index, width);
    if (bytes.byteLength !== 32 * full)
        throw new tlog_error/* TlogError */.v(`${path} is torn: ${bytes.byteLength} bytes where ${32 * full} belong`);
    return Array.from({ length: width }, (_, i) => bytes.subarray(32 * i, 32 * (i + 1)));
}
/** The entries of a bundle that a log of `size` has. @throws TlogError when it is missing or torn. */
async function readBundle(reader, index, size) {
    const width = widthOf(0, index, size);
    const { path, bytes, full } = await readWide(reader, 'entries', index, width);
    try {
        return decodeBundle(bytes, width, full === width);
    }
    catch (error) {
        throw error instanceof tlog_error/* TlogError */.v ? new tlog_error/* TlogError */.v(`${path} is torn: ${error.message}`) : error;
    }
}
/** A log may delete a partial tile once the full one is there, so that one is the second try. */
async function readWide(reader, level, index, width) {
    for (const full of new Set([width, tileWidth])) {
        const path = tilePath(level, index, full);
        const bytes = await reader.read(path);
        if (bytes !== undefined)
            return { path, bytes, full };
    }
    throw new tlog_error/* TlogError */.v(`${tilePath(level, index, width)} is missing`);
}

;// CONCATENATED MODULE: ./build/tlog/frontier.js





/**
 * The right edge of a growing tree: per level the hashes that do not fill a tile yet. All that appending and
 * computing a root need, whatever the size.
 */
class Frontier {
    #levels;
    #fullTiles;
    constructor(edge = [], size = 0n) {
        this.#levels = edge.map((hashes) => [...hashes]);
        this.#fullTiles = edge.map((_, level) => hashesAt(level, size) / BigInt(tileWidth));
    }
    get size() {
        return (this.#fullTiles[0] ?? 0n) * BigInt(tileWidth) + BigInt(this.#levels[0]?.length ?? 0);
    }
    /** Adds a leaf hash; returns the tiles that it filled, lowest level first. */
    push(leaf) {
        const filled = [];
        for (let [level, hash] = [0, leaf];; level++) {
            this.#levels[level] ??= [];
            const hashes = this.#levels[level] ?? [];
            hashes.push(hash);
            if (hashes.length < tileWidth)
                return filled;
            const index = this.#fullTiles[level] ?? 0n;
            filled.push({ level, index, hashes });
            this.#fullTiles[level] = index + 1n;
            this.#levels[level] = [];
            hash = (0,merkle/* hashSubtree */.X$)(hashes);
        }
    }
    /** The partial tiles of the edge, lowest level first. */
    edge() {
        return this.#levels
            .map((hashes, level) => ({ level, index: this.#fullTiles[level] ?? 0n, hashes: [...hashes] }))
            .filter(({ hashes }) => hashes.length > 0);
    }
    /** RFC 6962 root: the perfect subtrees of the edge, joined from the right. */
    root() {
        let root;
        for (const hashes of this.#levels) {
            for (let end = hashes.length; end > 0;) {
                // The rightmost perfect subtree has as many leaves as the lowest set bit of the count says.
                const start = end - (end & -end);
                const subtree = (0,merkle/* hashSubtree */.X$)(hashes.slice(start, end));
                root = root === undefined ? subtree : (0,merkle/* hashNode */.l)(subtree, root);
                end = start;
            }
        }
        return root ?? merkle/* emptyRoot */.Kx;
    }
}
/**
 * The edge of a log from its tiles; reads one tile per level.
 *
 * @throws TlogError when one is missing or torn, or together they do not give the root.
 */
async function loadFrontier(reader, { size, root }) {
    const edge = [];
    for (let level = 0; hashesAt(level, size) > 0n; level++) {
        const full = hashesAt(level, size) / BigInt(tileWidth);
        const partial = hashesAt(level, size) % BigInt(tileWidth) > 0n;
        edge.push(partial ? await readTile(reader, level, full, size) : []);
    }
    return assertRoot(new Frontier(edge, size), root, 'tiles');
}
/** The same from the entries, for when tiles are damaged; reads all of them, one bundle at a time. @throws TlogError */
async function rebuildFrontier(reader, { size, root }) {
    const frontier = new Frontier();
    for (let index = 0n; frontier.size < size; index++)
        for (const entry of await readBundle(reader, index, size))
            frontier.push((0,merkle/* hashLeaf */.lG)(entry));
    return assertRoot(frontier, root, 'entries');
}
function assertRoot(frontier, root, what) {
    if (!(0,base64/* sameBytes */.er)(frontier.root(), root))
        throw new tlog_error/* TlogError */.v(`the ${what} do not give the signed root`);
    return frontier;
}

;// CONCATENATED MODULE: ./build/tlog/append.js







/**
 * Adds entries after `head` and returns the new head, which the caller signs and publishes. Each bundle is written before
 * the tiles that hash it; what an interrupted append left after `head` is overwritten, and torn tiles at the edge are
 * rebuilt from the entries.
 *
 * @throws TlogError when neither tiles nor entries lead to `head`: nothing may be signed over a damaged log.
 */
async function appendEntries(store, head, entries) {
    const frontier = await soundFrontier(store, head);
    let bundle = await tailEntries(store, frontier, head.size);
    for (const entry of entries) {
        bundle.push(entry);
        const filled = frontier.push((0,merkle/* hashLeaf */.lG)(entry));
        if (bundle.length === tileWidth) {
            await writeBundle(store, (frontier.size - 1n) / BigInt(tileWidth), bundle);
            await writeTiles(store, filled);
            bundle = [];
        }
    }
    if (bundle.length > 0)
        await writeBundle(store, frontier.size / BigInt(tileWidth), bundle);
    await writeTiles(store, frontier.edge());
    return { size: frontier.size, root: frontier.root() };
}
async function soundFrontier(reader, head) {
    try {
        return await loadFrontier(reader, head);
    }
    catch (error) {
        if (!(error instanceof tlog_error/* TlogError */.v))
            throw error;
        return rebuildFrontier(reader, head);
    }
}
/** Entries of the last, partial bundle: they are written again with those that follow, so they must be the signed ones. */
async function tailEntries(reader, frontier, size) {
    const [leaves] = frontier.edge();
    if (size % BigInt(tileWidth) === 0n || leaves?.level !== 0)
        return [];
    const entries = await readBundle(reader, leaves.index, size);
    entries.forEach((entry, i) => {
        const leaf = leaves.hashes[i];
        if (leaf === undefined || !(0,base64/* sameBytes */.er)((0,merkle/* hashLeaf */.lG)(entry), leaf))
            throw new tlog_error/* TlogError */.v(`entry ${leaves.index * BigInt(tileWidth) + BigInt(i)} is not the one that was signed`);
    });
    return [...entries];
}
function writeBundle(store, index, entries) {
    return store.write(tilePath('entries', index, entries.length), encodeBundle(entries));
}
async function writeTiles(store, tiles) {
    for (const { level, index, hashes } of tiles)
        await store.write(tilePath(level, index, hashes.length), Buffer.concat(hashes));
}

// EXTERNAL MODULE: ./build/tlog/checkpoint.js + 1 modules
var tlog_checkpoint = __webpack_require__(9536);
;// CONCATENATED MODULE: ./build/tlog/tree.js




/** Tiles held at once: proofs walk down one path, two tiles wide at most per level. */
const cachedTiles = 32;
/** Proofs from a log's tiles. Tiles are not trusted: check what comes out against a signed root. */
class Tree {
    #reader;
    #size;
    #tiles = new Map();
    constructor(reader, size) {
        this.#reader = reader;
        this.#size = size;
    }
    /** RFC 6962 §2.1.1, leaf's sibling first. Reads O(log size) tiles. @throws TlogError */
    async proveInclusion(index) {
        if (index < 0n || index >= this.#size)
            throw new tlog_error/* TlogError */.v(`index ${index} is outside a log of ${this.#size}`);
        const proof = [];
        for (let [lo, hi] = [0n, this.#size]; hi - lo > 1n;) {
            const middle = lo + (0,merkle/* splitOf */.uv)(hi - lo);
            const left = index < middle;
            proof.push(await (left ? this.#rootOf(middle, hi) : this.#rootOf(lo, middle)));
            [lo, hi] = left ? [lo, middle] : [middle, hi];
        }
        return proof.reverse();
    }
    /** RFC 6962 §2.1.2, from a tree of `older` leaves to this one. Reads O(log size) tiles. @throws TlogError */
    async proveConsistency(older) {
        if (older < 0n || older > this.#size)
            throw new tlog_error/* TlogError */.v(`size ${older} is outside a log of ${this.#size}`);
        if (older === 0n || older === this.#size)
            return [];
        const proof = [];
        let [lo, hi] = [0n, this.#size];
        while (older < hi) {
            const middle = lo + (0,merkle/* splitOf */.uv)(hi - lo);
            const left = older <= middle;
            proof.push(await (left ? this.#rootOf(middle, hi) : this.#rootOf(lo, middle)));
            [lo, hi] = left ? [lo, middle] : [middle, hi];
        }
        // The subtree that ends where the old tree ended is known to whoever has the old root, unless it lies to the right.
        if (lo > 0n)
            proof.push(await this.#rootOf(lo, hi));
        return proof.reverse();
    }
    /** Root of the leaves `lo` to `hi`, where `lo` is a multiple of a power of two that is at least their number. */
    async #rootOf(lo, hi) {
        const count = hi - lo;
        if ((count & (count - 1n)) === 0n)
            return this.#perfect(lo, count);
        const middle = lo + (0,merkle/* splitOf */.uv)(count);
        return (0,merkle/* hashNode */.l)(await this.#rootOf(lo, middle), await this.#rootOf(middle, hi));
    }
    /** A perfect subtree is one hash of a tile, or the root over some neighbours in one tile. */
    async #perfect(lo, count) {
        const height = count.toString(2).length - 1;
        const level = Math.floor(height / 8);
        const first = lo >> BigInt(8 * level);
        const hashes = await this.#tile(level, first / BigInt(tileWidth));
        const offset = Number(first % BigInt(tileWidth));
        return (0,merkle/* hashSubtree */.X$)(hashes.slice(offset, offset + 2 ** (height % 8)));
    }
    #tile(level, index) {
        const key = `${level}/${index}`;
        const known = this.#tiles.get(key) ?? readTile(this.#reader, level, index, this.#size);
        this.#tiles.delete(key);
        this.#tiles.set(key, known);
        const [oldest] = this.#tiles.keys();
        if (this.#tiles.size > cachedTiles && oldest !== undefined)
            this.#tiles.delete(oldest);
        return known;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/gate/check.js
var check = __webpack_require__(8362);
// EXTERNAL MODULE: ./build/gate/finding.js
var finding = __webpack_require__(6043);
;// CONCATENATED MODULE: ./build/tlog/scan.js






/** Bounds time and memory on a log whose signed size is far beyond what is there. */
const maxProblems = 100;
/**
 * Reads the whole log once, one bundle at a time: every entry must hash to its place in its tile, every tile to its place in
 * the one above, and all of them to the root.
 */
async function scanLog(reader, head, options = {}) {
    const scan = new LogScan(reader, head, options);
    await scan.run();
    return scan;
}
class LogScan {
    roots = new Map();
    problems = [];
    #reader;
    #head;
    #options;
    #frontier = new Frontier();
    constructor(reader, head, options) {
        this.#reader = reader;
        this.#head = head;
        this.#options = options;
    }
    async run() {
        if (this.#options.sizes?.includes(0n))
            this.roots.set(0n, merkle/* emptyRoot */.Kx);
        for (let index = 0n; this.#frontier.size < this.#head.size; index++) {
            this.#options.signal?.throwIfAborted();
            const leaves = await this.#leaves(index);
            if (leaves === undefined || this.problems.length >= maxProblems)
                return;
            for (const leaf of leaves)
                await this.#push(leaf);
            this.#options.onProgress?.(this.#frontier.size);
        }
        for (const tile of this.#frontier.edge())
            await this.#compareUpper(tile);
        this.#compareRoot();
    }
    async #push(leaf) {
        const filled = this.#frontier.push(leaf);
        for (const tile of filled)
            await this.#compareUpper(tile);
        if (this.#options.sizes?.includes(this.#frontier.size))
            this.roots.set(this.#frontier.size, this.#frontier.root());
    }
    /** Leaf hashes of a bundle's entries; those of the tile where the bundle cannot be read; `undefined` when neither can. */
    async #leaves(index) {
        const first = index * BigInt(tileWidth);
        const path = tilePath('entries', index, widthOf(0, index, this.#head.size));
        const entries = await this.#attempt(path, first, () => readBundle(this.#reader, index, this.#head.size));
        const tile = await this.#attempt(tilePath(0, index, widthOf(0, index, this.#head.size)), first, () => readTile(this.#reader, 0, index, this.#head.size));
        entries?.forEach((entry, i) => {
            this.#options.onEntry?.(first + BigInt(i), entry);
        });
        const leaves = entries?.map(merkle/* hashLeaf */.lG);
        if (leaves && tile)
            this.#compareLeaves(leaves, tile, first, path);
        return leaves ?? tile;
    }
    #compareLeaves(leaves, tile, first, path) {
        const bad = leaves.findIndex((leaf, i) => !(0,base64/* sameBytes */.er)(leaf, tile[i] ?? merkle/* emptyRoot */.Kx));
        if (bad < 0)
            return;
        const index = first + BigInt(bad);
        this.#report({ path, index, message: `entry ${index} does not match its hash in the tile` });
    }
    /** Level 0 was compared entry by entry. */
    async #compareUpper({ level, index, hashes }) {
        if (level === 0)
            return;
        const path = tilePath(level, index, hashes.length);
        const span = 1n << BigInt(8 * level);
        const first = index * BigInt(tileWidth) * span;
        const stored = await this.#attempt(path, first, () => readTile(this.#reader, level, index, this.#head.size));
        const bad = stored?.findIndex((hash, i) => !(0,base64/* sameBytes */.er)(hash, hashes[i] ?? merkle/* emptyRoot */.Kx)) ?? -1;
        if (bad < 0)
            return;
        const from = first + BigInt(bad) * span;
        const message = `hash ${bad} is not that of entries ${from} to ${from + span - 1n} as they are now`;
        this.#report({ path, index: from, message });
    }
    #compareRoot() {
        const root = this.#frontier.root();
        this.roots.set(this.#head.size, root);
        if ((0,base64/* sameBytes */.er)(root, this.#head.root))
            return;
        const message = `signs root ${hex(this.#head.root)}, but the ${this.#head.size} entries give ${hex(root)}`;
        this.#report({ path: 'checkpoint', message });
    }
    async #attempt(path, index, read) {
        try {
            return await read();
        }
        catch (error) {
            if (!(error instanceof tlog_error/* TlogError */.v))
                throw error;
            this.#report({ path, index, message: error.message });
            return undefined;
        }
    }
    #report(problem) {
        if (this.problems.length < maxProblems)
            this.problems.push(problem);
    }
}
function hex(bytes) {
    return Buffer.from(bytes).toString('hex');
}

;// CONCATENATED MODULE: ./build/audit-log/outcome.js




/** The log as a subject, by its checkpoint: that one digest stands for everything in it. */
function judgementOf({ log, checkpoint, head, anchored, problems, checks, metrics, }) {
    return {
        checks,
        subjects: checkpoint ? [subjectOf(log, checkpoint)] : [],
        materials: [],
        metrics: {
            ...metrics,
            store: log.name,
            size: head ? jsonSize(head.size) : null,
            rootHash: head ? hexOf(head.root) : null,
            anchored,
            problems: problems.map(({ path, index, message }) => ({
                path,
                ...(index !== undefined && { index: jsonSize(index) }),
                message,
            })),
        },
    };
}
function subjectOf(log, checkpoint) {
    const sha256 = (0,external_node_crypto_.createHash)('sha256').update(checkpoint).digest('hex');
    return { name: `${log.name}/checkpoint`, kind: 'file', role: 'log', digest: { sha256 }, grade: 'bytes' };
}
/** A number as long as JSON readers keep it exact, else its digits. */
function jsonSize(size) {
    return size <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(size) : size.toString();
}
function hexOf(bytes) {
    return Buffer.from(bytes).toString('hex');
}
/** A check that fails on every problem. */
function problemCheck(log, rule, problems) {
    const id = `audit-log/${rule.id}`;
    return (0,check/* check */.z6)({
        id,
        title: rule.title,
        observed: problems.length,
        threshold: 0,
        findings: problems.map(({ path, index, message }) => (0,finding/* finding */.gk)(id, {
            severity: 'error',
            file: `${log.name}/${path}`,
            message,
            ...(rule.fix !== undefined && { fix: rule.fix }),
            distinct: `${index ?? ''} ${message}`,
        })),
        ...(problems.length >= maxProblems && { facts: { stoppedAfter: maxProblems } }),
    });
}
/** A check with at most one finding. */
function plainCheck(rule, draft) {
    const id = `audit-log/${rule.id}`;
    return (0,check/* check */.z6)({ id, title: rule.title, findings: draft ? [(0,finding/* finding */.gk)(id, draft)] : [] });
}

;// CONCATENATED MODULE: ./build/audit-log/anchor.js





const rule = {
    id: 'anchor',
    title: 'The log contains everything that the remembered checkpoint covers',
    fix: 'keep this log and both checkpoints as evidence; restore the log from a copy that the remembered checkpoint verifies',
};
/**
 * How a log's signed head contradicts a remembered one: rollback, fork, rewritten history.
 *
 * @param rootAtThen the log's root at the remembered size, as its entries are now; absent where that is not known.
 */
function anchorProblem(head, { checkpoint: then }, rootAtThen) {
    const problem = (message) => ({ path: 'checkpoint', message });
    if (head.size < then.size)
        return problem(`rolled back: it signs ${head.size} entries, the remembered checkpoint ${then.size}`);
    if (head.size === then.size && !(0,base64/* sameBytes */.er)(head.root, then.root))
        return problem(`forked: at size ${then.size} the log signed two different roots`);
    if (rootAtThen !== undefined && !(0,base64/* sameBytes */.er)(rootAtThen, then.root))
        return problem(`rewritten and signed again: the first ${then.size} entries are not those of the remembered checkpoint`);
    return undefined;
}
/** The same from tiles alone, before something is added. @throws TlogError when the tiles do not lead to the head. */
async function proveAnchor(log, head, remembered) {
    const early = anchorProblem(head, remembered, undefined);
    if (early !== undefined)
        return early;
    const { checkpoint: then } = remembered;
    const proof = await new Tree(log, head.size).proveConsistency(then.size);
    try {
        (0,merkle/* verifyConsistency */.Ko)(then, head, proof);
        return undefined;
    }
    catch (error) {
        if (!(error instanceof tlog_error/* TlogError */.v))
            throw error;
        return { path: 'checkpoint', message: `history was rewritten, or tiles are damaged: ${error.message}` };
    }
}
/** @param without how grave it is that no checkpoint was remembered. */
function anchorCheck(log, remembered, problem, without) {
    if (remembered)
        return problemCheck(log, rule, problem ? [problem] : []);
    return plainCheck(rule, {
        severity: without,
        message: 'unanchored: rollback and rewritten history cannot be seen without a remembered checkpoint',
        fix: 'keep a copy of the checkpoint where the log’s writers cannot reach it, and give it with --checkpoint',
    });
}

// EXTERNAL MODULE: ./build/gate/evidence.js
var evidence = __webpack_require__(9373);
// EXTERNAL MODULE: ./build/gate/order.js
var order = __webpack_require__(9034);
// EXTERNAL MODULE: ./build/gate/stored.js
var gate_stored = __webpack_require__(6139);
;// CONCATENATED MODULE: ./build/audit-log/collect-records.js




/**
 * A record for each item of the evidence store, apart from the log's own outcomes: those would grow the log for ever. With announced
 * digests, of evidence only what was announced; training records nobody announces.
 */
function collectRecords(items, announced) {
    const records = [];
    const unreadable = [];
    const unannounced = [];
    const absent = new Map(announced);
    for (const { name, bytes } of items) {
        const digest = (0,evidence/* sha256 */.sc)(bytes);
        absent.delete(digest);
        const stored = (0,gate_stored/* readStored */.C)(bytes);
        if (announced && !announced.has(digest) && stored.kind !== 'provenance') {
            unannounced.push(name);
            continue;
        }
        const record = recordIn(stored);
        if (typeof record === 'string')
            unreadable.push({ name, reason: record });
        else if (record.gate !== 'audit-log')
            records.push(record);
    }
    records.sort((0,order.by)((r) => r.time, (r) => r.gate, (r) => r.key));
    return { records, unreadable, unannounced, absent };
}
/** The record of an item, else why it has none. */
function recordIn(stored) {
    try {
        switch (stored.kind) {
            case 'evidence':
                return (0,gate_record/* recordOf */.zv)(stored.evidence);
            case 'provenance':
                return (0,gate_record/* recordOfTraining */.FT)(stored.provenance);
            case 'other':
                return `is a statement of a type that has no record: ${stored.predicateType}`;
            case 'unreadable':
                return stored.reason;
        }
    }
    catch (error) {
        if (error instanceof gate_record/* RecordError */.W1)
            return error.message;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/audit-log/entry-row.js

/** A record as a line of `metrics.entries`. */
function entryRow(index, record) {
    const { event, time, stage, pipeline, gate, instance, verdict, run, evidence, bundle } = record;
    return {
        index: jsonSize(index),
        time,
        event,
        stage,
        ...(pipeline !== undefined && { pipeline }),
        gate,
        ...(instance !== undefined && instance !== '' && { instance }),
        ...(verdict !== undefined && { verdict }),
        ...(run.actor !== undefined && { actor: run.actor }),
        ...(run.runId !== undefined && { run: run.runId }),
        ...(run.commit !== undefined && { commit: run.commit }),
        evidence,
        ...(bundle !== undefined && { bundle }),
    };
}

// EXTERNAL MODULE: ./build/tlog/signer-key.js
var signer_key = __webpack_require__(239);
// EXTERNAL MODULE: ./build/tlog/verifier-key.js
var verifier_key = __webpack_require__(2251);
;// CONCATENATED MODULE: ./build/audit-log/keys.js





const maxKeyBytes = 64 * 1024;
/** Who is believed: the public key given, else the one that belongs to the private key. @throws Failure('config') */
async function readTrust(settings, ports) {
    const { origin } = settings;
    const given = settings['public-key'];
    if (given !== undefined)
        return { ...(await readPublicKey(given, origin, ports)), ...(origin && { origin }) };
    if (settings.key === undefined)
        throw (0,failure/* configError */.Fj)('no public key of the log is given', {
            fix: 'give --public-key NAME+ID+KEY, or a file that holds it',
        });
    return { key: (await readSigner(settings, ports)).verifier, ...(origin && { origin }) };
}
/** The log's private key. @throws Failure('config') */
async function readSigner({ key, origin }, ports) {
    if (key === undefined)
        throw (0,failure/* configError */.Fj)('no private key of the log is given', {
            fix: 'give --key FILE with an Ed25519 key (openssl genpkey -algorithm ed25519)',
        });
    const inline = key.includes('-----BEGIN') || key.startsWith('PRIVATE+KEY+');
    const text = inline ? key : Buffer.from(await ports.files.read(key, maxKeyBytes)).toString();
    // GitHub masks line by line, and so do we: a secret of several lines is written in lines.
    for (const line of text.split(/\r?\n/))
        if (!/^(-----.*|\s*)$/.test(line))
            ports.log.mask(line.trim());
    const shown = inline ? 'the key' : ports.files.display(key);
    return parsed(shown, () => (0,signer_key/* parseSignerKey */.t)(text, origin), 'give `origin` or an Ed25519 key of the log');
}
async function readPublicKey(given, origin, ports) {
    if (isVerifierKey(given))
        return { key: parsed('the public key', () => (0,verifier_key/* parseVerifierKey */.z$)(given)) };
    const text = Buffer.from(await ports.files.readJudging(given, maxKeyBytes)).toString();
    const shown = ports.files.display(given);
    if (text.includes('-----BEGIN PUBLIC KEY-----'))
        return { key: readPem(text, origin, shown) };
    return readKeyLines(text, shown);
}
function isVerifierKey(text) {
    return /^[^\s+]+\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+$/.test(text);
}
function readPem(text, origin, shown) {
    if (origin === undefined)
        throw (0,failure/* configError */.Fj)('a PEM key has no name', { place: { file: shown }, fix: 'give the log’s origin too' });
    return parsed(shown, () => {
        try {
            return (0,verifier_key/* verifierKeyOf */.pR)(origin, (0,external_node_crypto_.createPublicKey)(text));
        }
        catch (error) {
            throw error instanceof tlog_error/* TlogError */.v ? error : new tlog_error/* TlogError */.v('is not a public key in PEM');
        }
    });
}
/** One key a line, bare or after `log` or `witness`; other lines are for other readers. */
function readKeyLines(text, shown) {
    const logs = [];
    const witnesses = [];
    for (const line of text.split(/\r?\n/)) {
        const [, role = 'log', vkey = ''] = /^(?:(\S+)\s+)?(\S+)\s*$/.exec(line) ?? [];
        if (!isVerifierKey(vkey) || !(role === 'log' || role === 'witness'))
            continue;
        (role === 'log' ? logs : witnesses).push(parsed(shown, () => (0,verifier_key/* parseVerifierKey */.z$)(vkey)));
    }
    const [key, ...more] = logs;
    if (key === undefined || more.length > 0)
        throw (0,failure/* configError */.Fj)(`holds ${logs.length} keys of a log where one belongs`, {
            place: { file: shown },
            fix: 'write one line `NAME+ID+KEY` or `log NAME+ID+KEY`',
        });
    return { key, witnesses };
}
function parsed(shown, parse, fix = 'give an Ed25519 key as `NAME+ID+KEY`') {
    try {
        return parse();
    }
    catch (error) {
        throw error instanceof tlog_error/* TlogError */.v ? keyError(shown, error, fix) : error;
    }
}
function keyError(shown, error, fix) {
    return (0,failure/* configError */.Fj)(`${shown} ${error.message}`, { fix });
}

;// CONCATENATED MODULE: ./build/audit-log/check-log.js





/** Reads and checks the whole log, one bundle at a time. */
async function checkLog(log, trust, ports, remembered, onRecord = () => undefined) {
    const note = await log.read('checkpoint');
    const opened = note === undefined ? 'is missing' : check_log_open(note, trust);
    if (typeof opened === 'string')
        return unsigned(note, opened);
    const tally = new Tally(onRecord);
    const then = remembered?.checkpoint.size;
    const scan = await scanLog(log, opened, {
        sizes: then === undefined ? [] : [then],
        onEntry: (index, entry) => tally.add(index, entry),
        onProgress: (done) => ports.log.progress('Reading the log', Number(done), Number(opened.size), 'entries'),
        signal: ports.signal,
    });
    const anchor = remembered && anchorProblem(opened, remembered, scan.roots.get(remembered.checkpoint.size));
    return {
        ...(note && { note }),
        checkpoint: opened,
        checkpointProblems: [],
        entryProblems: scan.problems,
        replays: tally.replays,
        ...(anchor && { anchorProblem: anchor }),
        records: tally.records,
        foreign: tally.foreign,
    };
}
function check_log_open(note, trust) {
    try {
        return (0,tlog_checkpoint/* openCheckpoint */.D)(note, trust);
    }
    catch (error) {
        if (error instanceof tlog_error/* TlogError */.v)
            return error.message;
        throw error;
    }
}
function unsigned(note, message) {
    return {
        ...(note && { note }),
        checkpointProblems: [{ path: 'checkpoint', message }],
        entryProblems: [],
        replays: [],
        records: 0,
        foreign: 0,
    };
}
/** Counts records, and notices one that was put in twice. */
class Tally {
    replays = [];
    records = 0;
    foreign = 0;
    #seen = new Set();
    #onRecord;
    constructor(onRecord) {
        this.#onRecord = onRecord;
    }
    add(index, entry) {
        const record = check_log_recordIn(entry);
        if (record === undefined) {
            this.foreign++;
            return;
        }
        this.records++;
        // 96 bits of the key tell any records apart, and a flat string of 12 bytes keeps millions of them small.
        const key = Buffer.from(record.key.slice(0, 24), 'hex').toString('latin1');
        if (this.#seen.has(key) && this.replays.length < 100)
            this.replays.push({ path: 'tile/entries', index, message: `entry ${index} repeats an earlier record` });
        this.#seen.add(key);
        this.#onRecord(index, record);
    }
}
const mark = Buffer.from('"schemaVersion":');
/** The record that an entry is; `undefined` for entries of other kinds, of which most are told by a glance. */
function check_log_recordIn(entry) {
    if (!Buffer.from(entry.buffer, entry.byteOffset, entry.byteLength).includes(mark))
        return undefined;
    try {
        return (0,gate_record/* readRecord */.aE)(entry);
    }
    catch (error) {
        if (error instanceof gate_record/* RecordError */.W1)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/audit-log/known-keys.js





/**
 * At which index the log holds records with these keys already. Each hit is proved to be under the signed root: an entry that
 * someone slipped in could otherwise keep a record out.
 *
 * @throws TlogError when the log is damaged.
 */
async function findKeys(log, head, wanted, signal) {
    const found = new Map();
    const tree = new Tree(log, head.size);
    for (let bundle = 0n; bundle * BigInt(tileWidth) < head.size; bundle++) {
        signal.throwIfAborted();
        for (const [i, entry] of (await readBundle(log, bundle, head.size)).entries()) {
            const key = keyIn(entry);
            if (key === undefined || !wanted.has(key) || check_log_recordIn(entry)?.key !== key)
                continue;
            const index = bundle * BigInt(tileWidth) + BigInt(i);
            (0,merkle/* verifyInclusion */.yR)((0,merkle/* hashLeaf */.lG)(entry), index, head, await tree.proveInclusion(index));
            found.set(key, index);
        }
    }
    return found;
}
/** A glance, so that only candidates are parsed. Records are canonical JSON: there is one spelling. */
function keyIn(entry) {
    const text = Buffer.from(entry.buffer, entry.byteOffset, entry.byteLength).toString('latin1');
    return /"key":"([0-9a-f]{64})"/.exec(text)?.[1];
}

;// CONCATENATED MODULE: ./build/audit-log/open-log.js



const maxCheckpointBytes = 512 * 1024;
/** The log that the settings name. @throws Failure('config') */
function openLog({ store }, ports) {
    if (store === undefined)
        throw (0,failure/* configError */.Fj)('no log is named', { fix: 'give --store FOLDER or write `audit-log: {store: …}`' });
    const scheme = /^(git\+|[a-z][a-z0-9+.-]*:\/\/)/i.exec(store)?.[0];
    if (scheme !== undefined)
        throw (0,failure/* configError */.Fj)(`a log in ${JSON.stringify(store)} is not supported yet`, {
            fix: 'name a folder: logs on a git branch and in S3 come with a later version',
        });
    return ports.openLog(store);
}
/** The same, where it must exist already. @throws Failure('config' | 'input') */
async function openExistingLog(settings, ports) {
    const log = openLog(settings, ports);
    const kind = await ports.files.kind(settings.store ?? '');
    if (kind === 'folder')
        return log;
    throw (0,failure/* inputError */.Xu)(kind === 'missing' ? 'there is no log here' : 'is not a folder', {
        place: { file: log.name },
        fix: 'name the folder that holds `checkpoint` and `tile`',
    });
}
/** @throws Failure('input') when the file is no checkpoint of this log: then it proves nothing. */
async function readRemembered({ checkpoint: file }, trust, ports) {
    if (file === undefined)
        return undefined;
    const bytes = await ports.files.read(file, maxCheckpointBytes);
    try {
        return { checkpoint: (0,tlog_checkpoint/* openCheckpoint */.D)(bytes, trust), text: Buffer.from(bytes).toString() };
    }
    catch (error) {
        if (!(error instanceof tlog_error/* TlogError */.v))
            throw error;
        throw (0,failure/* inputError */.Xu)(`is no remembered checkpoint of this log: ${error.message}`, {
            place: { file: ports.files.display(file) },
            fix: 'name a copy of the log’s own `checkpoint`, made when you trusted it',
        });
    }
}

;// CONCATENATED MODULE: ./build/audit-log/recorded.js


/** That everything that should be in the log is. */
function recordedCheck({ unreadable, absent }, newEntries) {
    const id = 'audit-log/recorded';
    return (0,check/* check */.z6)({
        id,
        title: 'Every outcome in the evidence store is in the log',
        observed: newEntries,
        findings: [
            ...unreadable.map(({ name, reason }) => (0,finding/* finding */.gk)(id, {
                severity: 'error',
                file: name,
                message: `cannot be recorded: ${reason}`,
                fix: 'remove what no gate wrote, and run the gate again whose evidence is damaged',
            })),
            ...[...absent].map(([digest, jobs]) => (0,finding/* finding */.gk)(id, {
                severity: 'error',
                message: `cannot be recorded: sha256:${digest}, which ${jobs.join(' and ')} announced, is not in the evidence store`,
                fix: 'find out what removed or overwrote it, and run the gate again',
                distinct: digest,
            })),
        ],
    });
}
/** What was left out, and why: it may be a gate whose job was forgotten. */
function announcedCheck({ unannounced }) {
    const id = 'audit-log/announced';
    return (0,check/* check */.z6)({
        id,
        title: 'All evidence that is here was announced by a job',
        observed: unannounced.length,
        findings: unannounced.map((name) => (0,finding/* finding */.gk)(id, {
            severity: 'note',
            file: name,
            message: 'is not recorded: no job announced its digest',
            fix: 'if a gate wrote it, list its job in `needs` and its digest in the job’s outputs',
        })),
    });
}

;// CONCATENATED MODULE: ./build/audit-log/append.js














/**
 * Puts every outcome of the evidence store into the log, once.
 *
 * @throws Failure: no key, nothing to record, a damaged log, a store that cannot be written.
 */
async function appendRecords({ settings, ports, announced }) {
    const store = openLog(settings, ports);
    const signer = await readSigner(settings, ports);
    const trust = await readTrust(settings, ports);
    const origin = trust.origin ?? trust.key.name;
    const remembered = await readRemembered(settings, trust, ports);
    const collected = collectRecords(await ports.evidence.list(), announced);
    assertSomething(collected);
    const appended = await refusingDamage(store, () => store.transact(async (log) => {
        const outcome = await extend(log, store, trust, remembered, collected.records, ports.signal);
        if (!outcome.entries.some(({ isNew }) => isNew))
            return { outcome };
        const checkpoint = (0,tlog_checkpoint/* signCheckpoint */.C)(origin, outcome.head, signer);
        // What was signed must open for those who will read it: a key that is not the trusted one shows here.
        (0,tlog_checkpoint/* openCheckpoint */.D)(checkpoint, trust);
        return { checkpoint, outcome: { ...outcome, checkpoint } };
    }));
    const { output } = settings;
    if (output !== undefined && appended.checkpoint && !appended.problem)
        await ports.files.write(output, appended.checkpoint);
    return judge(store, appended, collected, remembered);
}
function assertSomething({ records, unreadable, unannounced, absent }) {
    if (records.length > 0 || unreadable.length > 0 || absent.size > 0)
        return;
    if (unannounced.length > 0)
        throw (0,failure/* inputError */.Xu)(`no job announced any of the ${unannounced.length} items of evidence`, {
            fix: 'list every gate’s job in `needs` and its digest in the job’s outputs',
        });
    throw (0,failure/* inputError */.Xu)('there is no evidence to record', {
        fix: 'run the gates first, or name their evidence with --evidence-dir',
    });
}
async function extend(log, store, trust, remembered, records, signal) {
    const checkpoint = await log.read('checkpoint');
    const head = checkpoint ? (0,tlog_checkpoint/* openCheckpoint */.D)(checkpoint, trust) : { size: 0n, root: merkle/* emptyRoot */.Kx };
    const problem = remembered && (await proveAnchor(store, head, remembered));
    if (problem)
        return { checkpoint, head, entries: [], problem };
    const known = await findKeys(log, head, new Set(records.map(({ key }) => key)), signal);
    // The same item twice in the store is one event, too.
    const fresh = [...new Map(records.map((r) => [r.key, r])).values()].filter((r) => !known.has(r.key));
    const next = fresh.length === 0 ? head : await appendEntries(log, head, fresh.map(gate_record/* writeRecord */.rh));
    return {
        checkpoint,
        head: next,
        entries: [
            ...records.flatMap((record) => {
                const index = known.get(record.key);
                return index === undefined ? [] : [{ index, record, isNew: false }];
            }),
            ...fresh.map((record, i) => ({ index: head.size + BigInt(i), record, isNew: true })),
        ],
    };
}
async function refusingDamage(store, work) {
    try {
        return await work();
    }
    catch (error) {
        if (!(error instanceof tlog_error/* TlogError */.v))
            throw error;
        throw (0,failure/* inputError */.Xu)(`nothing was appended, because the log cannot be trusted: ${error.message}`, {
            place: { file: store.name },
            fix: 'run `sluice audit-log verify` on it, check the key, and restore the log from a copy',
        });
    }
}
function judge(store, { checkpoint, head, entries, problem }, collected, remembered) {
    const isNew = entries.filter((entry) => entry.isNew);
    return judgementOf({
        log: store,
        ...(checkpoint && { checkpoint }),
        head,
        anchored: remembered !== undefined && problem === undefined,
        problems: problem ? [problem] : [],
        checks: [
            recordedCheck(collected, isNew.length),
            announcedCheck(collected),
            anchorCheck(store, remembered, problem, 'note'),
        ],
        metrics: {
            newEntries: isNew.length,
            entries: entries.map(({ index, record }) => entryRow(index, record)),
        },
    });
}

;// CONCATENATED MODULE: ./build/audit-log/doctor.js




/** Tries whether a place is fit to hold a log. */
async function examineStore({ settings, ports }) {
    const log = openLog(settings, ports);
    const probes = await log.probe();
    return judgementOf({
        log,
        anchored: false,
        problems: [],
        checks: probes.map((probe) => probeCheck(log.name, probe)),
        metrics: { probes: probes.map((probe) => ({ ...probe })) },
    });
}
function probeCheck(file, { name, status, detail }) {
    const id = `audit-log/${name.replaceAll(' ', '-')}`;
    const severity = status === 'fail' ? 'error' : 'warning';
    const title = `The store can ${name}`;
    if (status === 'pass')
        return (0,check/* check */.z6)({ id, title, observed: detail });
    return (0,check/* check */.z6)({ id, title, findings: [(0,finding/* finding */.gk)(id, { severity, file, message: detail })] });
}

// EXTERNAL MODULE: ./build/audit-log/descriptions.js
var descriptions = __webpack_require__(3176);
// EXTERNAL MODULE: ./build/audit-log/settings.js
var settings = __webpack_require__(8438);
;// CONCATENATED MODULE: ./build/audit-log/inputs.js


/** Each input sets the setting of its name. */
const input = (name, rest) => ({
    name,
    key: `/audit-log/${name}`,
    description: descriptions/* descriptions */.e[name],
    ...rest,
});
const inputs = [
    input('command', { kind: 'text', choices: settings/* commands */.P }),
    input('store', { kind: 'text', value: 'URL', mayLeaveWorkspace: true }),
    input('origin', { kind: 'text', value: 'NAME' }),
    input('key', { kind: 'text', value: 'KEY' }),
    input('public-key', { kind: 'text', value: 'KEY' }),
    input('checkpoint', { kind: 'text', value: 'FILE' }),
    input('index', { kind: 'number', value: 'N' }),
    input('digest', { kind: 'text', value: 'DIGEST' }),
    input('gate', { kind: 'text', value: 'GATE' }),
    input('actor', { kind: 'text', value: 'LOGIN' }),
    input('run', { kind: 'text', value: 'ID' }),
    input('output', { kind: 'text', value: 'FILE' }),
];

// EXTERNAL MODULE: ./build/tlog/proof.js
var tlog_proof = __webpack_require__(9813);
;// CONCATENATED MODULE: ./build/audit-log/verify.js






/** Checks any C2SP tile log, whoever wrote it. */
async function verifyLog(task) {
    const outcome = await examineLog(task);
    const { output } = task.settings;
    const sound = outcome.problems.length === 0 && outcome.checkpoint !== undefined;
    if (output !== undefined && sound)
        await task.ports.files.write(output, outcome.checkpoint);
    return judgementOf(outcome);
}
/** @throws Failure when there is no log, no key or no readable remembered checkpoint. */
async function examineLog({ settings, ports }, onRecord) {
    const log = await openExistingLog(settings, ports);
    const trust = await readTrust(settings, ports);
    const remembered = await readRemembered(settings, trust, ports);
    const report = await checkLog(log, trust, ports, remembered, onRecord);
    const { checkpoint, note, anchorProblem: anchor } = report;
    const problems = [
        ...report.checkpointProblems,
        ...(anchor ? [anchor] : []),
        ...report.entryProblems,
        ...report.replays,
    ];
    return {
        log,
        ...(note && { checkpoint: note }),
        ...(checkpoint && { head: checkpoint }),
        anchored: remembered !== undefined && problems.length === 0,
        problems,
        checks: checksOf(log, report, remembered),
        metrics: {
            origin: checkpoint?.origin ?? null,
            publicKey: (0,verifier_key/* formatVerifierKey */.V5)(trust.key),
            records: report.records,
            foreign: report.foreign,
            witnesses: checkpoint?.cosigned.map(({ witness }) => witness) ?? [],
        },
    };
}
function checksOf(log, report, remembered) {
    const signed = problemCheck(log, { id: 'checkpoint', title: 'The checkpoint is signed by the log’s key' }, report.checkpointProblems);
    if (report.checkpoint === undefined)
        return [signed];
    return [
        signed,
        problemCheck(log, {
            id: 'entries',
            title: 'Every entry is where the signed root says',
            fix: 'restore the log from a copy; what an edit replaced cannot be computed back',
        }, report.entryProblems),
        problemCheck(log, { id: 'replay', title: 'No record is in the log twice' }, report.replays),
        anchorCheck(log, remembered, report.anchorProblem, 'warning'),
    ];
}

;// CONCATENATED MODULE: ./build/audit-log/query.js




/** Entries that an answer lists; the rest are counted. */
const maxEntries = 1000;
/** Finds records, in a log that is checked on the way: an answer out of a damaged log would be worth nothing. */
async function queryLog(task) {
    const newest = [];
    let matches = 0;
    const outcome = await examineLog(task, (index, record) => {
        if (!isWanted(record, task.settings))
            return;
        matches++;
        newest.push(entryRow(index, record));
        if (newest.length > maxEntries)
            newest.shift();
    });
    return judgementOf({ ...outcome, metrics: { ...outcome.metrics, matches, entries: newest } });
}
function isWanted(record, { gate, actor, run, digest }) {
    return ((gate === undefined || record.gate === gate) &&
        (actor === undefined || record.run.actor === actor) &&
        (run === undefined || record.run.runId === run) &&
        (digest === undefined || hasDigest(record, digest)));
}
/** @param digest hex alone stands for any algorithm. */
function hasDigest(record, digest) {
    return (0,gate_record/* digestsOf */.nw)(record).some((known) => known === digest || known.endsWith(`:${digest}`));
}

;// CONCATENATED MODULE: ./build/audit-log/prove.js













const defaultOutput = 'entry.tlog-proof';
/** Writes the proof of one entry, checked as its reader will check it, and the entry beside it. */
async function proveEntry({ settings, ports }) {
    const log = await openExistingLog(settings, ports);
    const trust = await readTrust(settings, ports);
    try {
        const { note, checkpoint } = await readCheckpoint(log, trust);
        const index = await findEntry(log, checkpoint, settings, ports);
        const { proof, entry } = await provenEntry(log, index, note, checkpoint, trust);
        const output = settings.output ?? defaultOutput;
        const besides = output.replace(/(\.tlog-proof)?$/, '.entry');
        await ports.files.write(output, proof);
        await ports.files.write(besides, entry);
        const record = check_log_recordIn(entry);
        return judgementOf({
            log,
            checkpoint: note,
            head: checkpoint,
            anchored: false,
            problems: [],
            checks: [plainCheck({ id: 'proof', title: 'The entry is in the log that its key signed' })],
            metrics: {
                index: jsonSize(index),
                proof: ports.files.display(output),
                entry: ports.files.display(besides),
                ...(record && { entries: [entryRow(index, record)] }),
            },
        });
    }
    catch (error) {
        if (!(error instanceof tlog_error/* TlogError */.v))
            throw error;
        throw (0,failure/* inputError */.Xu)(`nothing can be proved from this log: ${error.message}`, {
            place: { file: log.name },
            fix: 'run `sluice audit-log verify` on it',
        });
    }
}
async function readCheckpoint(log, trust) {
    const note = await log.read('checkpoint');
    if (note === undefined)
        throw new tlog_error/* TlogError */.v('checkpoint is missing');
    return { note, checkpoint: (0,tlog_checkpoint/* openCheckpoint */.D)(note, trust) };
}
async function provenEntry(log, index, note, checkpoint, trust) {
    const hashes = await new Tree(log, checkpoint.size).proveInclusion(index);
    const bundle = await readBundle(log, index / BigInt(tileWidth), checkpoint.size);
    const entry = bundle[Number(index % BigInt(tileWidth))] ?? new Uint8Array();
    const proof = (0,tlog_proof/* writeProof */.E4)({ index, hashes, checkpoint: note, extra: entry });
    (0,tlog_proof/* verifyProof */.Gr)(proof, trust);
    return { proof, entry };
}
/** @throws Failure('config') without a wish, Failure('input') when no entry meets it. */
async function findEntry(log, { size }, { index, digest }, ports) {
    if ((index === undefined) === (digest === undefined))
        throw (0,failure/* configError */.Fj)('which entry to prove is not said', {
            fix: 'give --index N or --digest SHA256, not both',
        });
    if (index !== undefined && BigInt(index) >= size)
        throw (0,failure/* inputError */.Xu)(`has no entry ${index}: its size is ${size}`, { place: { file: log.name } });
    if (index !== undefined)
        return BigInt(index);
    const found = await lastWithDigest(log, size, digest ?? '', ports.signal);
    if (found === undefined)
        throw (0,failure/* inputError */.Xu)(`has no record of ${digest}`, {
            place: { file: log.name },
            fix: 'append the evidence first, or query the log for what it has',
        });
    return found;
}
/** The newest: a gate that ran again says the same of the same digest later. Evidence and bundles come before subjects. */
async function lastWithDigest(log, size, digest, signal) {
    let own;
    let named;
    for (let bundle = 0n; bundle * BigInt(tileWidth) < size; bundle++) {
        signal.throwIfAborted();
        const entries = await readBundle(log, bundle, size);
        entries.forEach((entry, i) => {
            const record = check_log_recordIn(entry);
            if (record === undefined || !hasDigest(record, digest))
                return;
            named = bundle * BigInt(tileWidth) + BigInt(i);
            if (digest.endsWith(record.evidence) || (record.bundle && digest.endsWith(record.bundle)))
                own = named;
        });
    }
    return own ?? named;
}

;// CONCATENATED MODULE: ./build/audit-log/report.js
const headlines = [
    { name: 'size', label: 'Entries', description: 'Number of entries that the checkpoint signs.' },
    { name: 'new-entries', label: 'New entries', description: 'Number of entries that this run added.' },
    {
        name: 'anchored',
        label: 'Anchored',
        description: '`true` when the log was checked against a remembered checkpoint, else `false`.',
    },
];
function figures({ metrics }) {
    return {
        size: cell(metrics.size),
        'new-entries': cell(metrics.newEntries),
        anchored: String(metrics.anchored === true),
    };
}
function report({ metrics }) {
    return [logSection(metrics), ...entriesSection(metrics), ...proofSection(metrics)];
}
function logSection(metrics) {
    const lines = [
        ['Store', metrics.store],
        ['Origin', metrics.origin],
        ['Public key', metrics.publicKey],
        ['Entries', metrics.size],
        ['Root hash', metrics.rootHash],
        ['Anchored', metrics.anchored === true ? 'yes, to a remembered checkpoint' : 'no'],
        ['Audit records', metrics.records],
        ['Entries of other kinds', metrics.foreign],
    ];
    return {
        kind: 'table',
        title: 'The log',
        columns: [{ label: '' }, { label: '' }],
        rows: lines.filter(([, value]) => value !== undefined).map(([label, value]) => [label, cell(value)]),
    };
}
const columns = ['index', 'time', 'gate', 'instance', 'verdict', 'actor', 'run', 'evidence'];
function entriesSection(metrics) {
    const entries = metrics.entries;
    if (!Array.isArray(entries))
        return [];
    const { matches, newEntries } = metrics;
    return [
        {
            kind: 'table',
            title: 'Entries',
            // `append` was asked to record, not to show.
            ...(newEntries === undefined && { always: true }),
            ...(typeof matches === 'number' && { note: `${entries.length} of ${matches} that match.` }),
            columns: columns.map((label) => ({ label, numeric: label === 'index' })),
            rows: entries.map((entry) => columns.map((column) => cell(entry[column]))),
        },
    ];
}
function proofSection({ proof, entry, index }) {
    if (typeof proof !== 'string' || typeof entry !== 'string')
        return [];
    return [
        {
            kind: 'note',
            title: 'Proof',
            text: `${proof} proves, offline, that entry ${String(index)} is in the log; the entry itself is in it, and in ${entry}.`,
        },
    ];
}
function cell(value) {
    return typeof value === 'string' || typeof value === 'number' ? value : null;
}

;// CONCATENATED MODULE: ./build/audit-log/gate.js








const commands = {
    append: appendRecords,
    verify: verifyLog,
    proof: proveEntry,
    query: queryLog,
    doctor: examineStore,
};
const auditLog = {
    name: 'audit-log',
    summary: 'Keeps every outcome in a log in which edits, removals and rewritten history show',
    settings: settings/* settingsSchema */.d,
    inputs: inputs,
    headlines: headlines,
    judge: (task) => commands[task.settings.command ?? 'append'](task),
    figures: figures,
    report: report,
};


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


/***/ })

};
