export const id = 622;
export const ids = [622];
export const modules = {

/***/ 5622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  suggestSuite: () => (/* binding */ suggestSuite)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/gate/failure.js
var failure = __webpack_require__(7084);
// EXTERNAL MODULE: ./build/data-validate/dataset.js + 12 modules
var data_validate_dataset = __webpack_require__(4155);
// EXTERNAL MODULE: ./build/data-validate/duckdb/speaker.js + 9 modules
var speaker = __webpack_require__(6264);
// EXTERNAL MODULE: ./build/data-validate/fault.js
var data_validate_fault = __webpack_require__(6230);
// EXTERNAL MODULE: ./build/data-validate/names.js
var names = __webpack_require__(5554);
// EXTERNAL MODULE: ./build/data-validate/open-files.js + 15 modules
var open_files = __webpack_require__(6831);
// EXTERNAL MODULE: ./build/data-validate/table.js
var data_validate_table = __webpack_require__(7694);
// EXTERNAL MODULE: ./build/data-validate/measure.js
var measure = __webpack_require__(6866);
// EXTERNAL MODULE: ./build/data-validate/plan.js
var plan = __webpack_require__(1163);
;// CONCATENATED MODULE: ./build/data-validate/suggest/sketch.js


/** More distinct values than this are no set. */
const mostMembers = 30;
/** Forms that are worth a pattern of their own. */
const sketch_forms = {
    email: '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$',
    uuid: '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$',
    url: '^https?://[^\\s]+$',
    'country code': '^[A-Z]{2}$',
};
/** The lengths that are tried, so that the longest text is bounded without being looked at. */
const lengths = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000, 100_000, 10_000_000];
/** Takes the figures of every column in as few scans as they need. */
async function sketchColumns(speaker, tables, shown) {
    const { columns } = tables.table;
    const first = columns.flatMap((_, column) => firstMetrics(column));
    const figures = await (0,measure/* measure */.x)(speaker, tables, [plan/* rowCount */.oW, ...first], shown);
    const few = columns.flatMap((_, column) => (0,plan/* countIn */.ry)(figures, distinctOf(column)) <= mostMembers ? [valuesOf(column)] : []);
    const all = await (0,measure/* measure */.x)(speaker, tables, few, shown, figures);
    return columns.map(({ name }, column) => sketch(name, column, all));
}
const present = (column) => (0,plan/* not */.AU)((0,plan/* missing */.LO)(column));
const isType = (column, type) => (0,plan/* countWhere */.t$)({ kind: 'is', column, types: [type] });
const distinctOf = (column) => ({
    kind: 'distinct',
    columns: [column],
    where: present(column),
});
const quantileOf = (column, at) => ({
    kind: 'quantile',
    column,
    at,
    interpolation: 'linear',
});
const valuesOf = (column) => ({
    kind: 'tally',
    columns: [column],
    most: mostMembers,
    where: present(column),
});
const hasForm = (column, pattern) => (0,plan/* countWhere */.t$)((0,plan/* allOf */.bn)(present(column), { kind: 'matches', column, pattern }));
const longerThan = (column, length) => (0,plan/* countWhere */.t$)({
    kind: 'within',
    column,
    view: 'length',
    range: { min: length, strictMin: true, strictMax: false },
});
function firstMetrics(column) {
    return [
        (0,plan/* countWhere */.t$)((0,plan/* missing */.LO)(column)),
        distinctOf(column),
        ...plan/* cellTypes */.W9.map((type) => isType(column, type)),
        { kind: 'min', column, view: 'number' },
        { kind: 'max', column, view: 'number' },
        quantileOf(column, 0.01),
        quantileOf(column, 0.99),
        ...Object.values(sketch_forms).map((pattern) => hasForm(column, pattern)),
        ...lengths.map((length) => longerThan(column, length)),
    ];
}
function sketch(name, column, figures) {
    const rows = (0,plan/* countIn */.ry)(figures, plan/* rowCount */.oW);
    const nulls = (0,plan/* countIn */.ry)(figures, (0,plan/* countWhere */.t$)((0,plan/* missing */.LO)(column)));
    const distinct = (0,plan/* countIn */.ry)(figures, distinctOf(column));
    const values = rows - nulls;
    return {
        name,
        rows,
        nulls,
        distinct,
        types: new Map(plan/* cellTypes */.W9.map((type) => [type, (0,plan/* countIn */.ry)(figures, isType(column, type))])),
        numbers: numbersOf(column, figures),
        values: distinct > mostMembers
            ? []
            : (0,plan/* tallyIn */.uD)(figures, valuesOf(column)).entries.map(({ texts: [text], numbers: [number], count }) => ({
                text: text ?? '',
                number: number ?? null,
                count,
            })),
        longest: lengths.find((length) => (0,plan/* countIn */.ry)(figures, longerThan(column, length)) === 0) ??
            Number.POSITIVE_INFINITY,
        forms: Object.entries(sketch_forms)
            .filter(([, pattern]) => values > 0 && (0,plan/* countIn */.ry)(figures, hasForm(column, pattern)) === values)
            .map(([form]) => form),
    };
}
function numbersOf(column, figures) {
    const [min, max, low, high] = [
        { kind: 'min', column, view: 'number' },
        { kind: 'max', column, view: 'number' },
        quantileOf(column, 0.01),
        quantileOf(column, 0.99),
    ].map((metric) => (0,plan/* numberIn */.Po)(figures, metric));
    if (typeof min !== 'number' || typeof max !== 'number')
        return null;
    return { min, max, low: low ?? min, high: high ?? max };
}

;// CONCATENATED MODULE: ./build/data-validate/suggest/wilson.js
/**
 * Of many bounds none should fail by chance (about one in 30 000 each). A fresh sample strays from the truth as far as the first one did,
 * hence √2 · 4; where nothing was seen, 4 is enough: few unseen are likely to come often next time.
 */
const zSeen = 5.66;
const zUnseen = 4;
/**
 * The upper end of Wilson's interval for a share: Wilson (1927), Journal of the American Statistical Association 22.
 *
 * @returns from 0 to 1; 1 of nothing.
 */
function wilsonUpper(count, n) {
    if (n === 0)
        return 1;
    const z = count === 0 ? zUnseen : zSeen;
    const share = count / n;
    const center = share + z ** 2 / (2 * n);
    const spread = z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
    return Math.min(1, (center + spread) / (1 + z ** 2 / n));
}

;// CONCATENATED MODULE: ./build/data-validate/suggest/suggest.js


/** Under so few values nothing but the type can be said. */
const fewValues = 30;
/** Rules that a fresh sample of the same source meets: what was seen, with room for what a sample of this size can have missed. */
function suggestColumn(sketch) {
    const values = sketch.rows - sketch.nulls;
    const type = typeOf(sketch, values);
    const unique = isKey(sketch, type, values);
    const told = [`${sketch.nulls} of ${sketch.rows} rows without a value`, `${sketch.distinct} distinct`];
    const base = { ...(type && { type }), 'max-null-share': looser(wilsonUpper(sketch.nulls, sketch.rows)) };
    if (values < fewValues)
        return { name: sketch.name, rules: base, why: told.join(', ') };
    const members = unique ? undefined : membersOf(sketch, type, values);
    const range = members || unique ? undefined : rangeOf(sketch, type);
    const regex = sketch.forms[0];
    const rules = {
        ...base,
        ...(unique && { unique: true }),
        ...(members && { in: [...members] }),
        ...range,
        ...(type === 'text' && !members && regex !== undefined && { regex: sketch_forms[regex] ?? '' }),
        ...(type === 'text' && !members && sketch.longest <= 5000 && { 'max-length': 2 * sketch.longest }),
    };
    const tolerant = members || range || rules.regex || rules['max-length'];
    const mostly = unique ? 1 : floorShare(1 - wilsonUpper(0, values));
    return {
        name: sketch.name,
        rules: tolerant && mostly < 1 ? { ...rules, mostly } : rules,
        why: [...told, ...(regex ? [`all of the form ${regex}`] : [])].join(', '),
    };
}
/** The type that every value has. */
function typeOf({ types }, values) {
    if (values === 0)
        return undefined;
    const count = (...of) => of.reduce((sum, type) => sum + (types.get(type) ?? 0), 0);
    if (count('integer') === values)
        return 'integer';
    if (count('integer', 'number') === values)
        return 'number';
    if (count('boolean') === values)
        return 'boolean';
    if (count('date') === values)
        return 'date';
    if (count('date', 'timestamp') === values)
        return 'timestamp';
    // A column of numbers with a few strays is one of numbers with faults, or of text: a person must say which.
    return (types.get('other') ?? 0) > 0 || count('integer', 'number') > 0.5 * values ? undefined : 'text';
}
/** Unique by more than chance: whole numbers or texts, no value absent, and a name that says so. */
function isKey({ name, distinct, nulls }, type, values) {
    const named = /(?:^|[_\s-])(?:id|key|uuid|guid)$|^(?:id|key|uuid)/i.test(name) || /(?:Id|ID|Key)$/.test(name);
    return distinct === values && nulls === 0 && named && (type === 'integer' || type === 'text');
}
/** Few values, each of which comes often enough that hardly one is still to be seen. */
function membersOf({ values: seen }, type, values) {
    const isSet = type === 'text' || type === 'integer' || type === 'boolean';
    if (!isSet || seen.length === 0 || values < 20 * seen.length)
        return undefined;
    return seen
        .map(({ text, number }) => type === 'integer' && number !== null
        ? number
        : type === 'boolean'
            ? text.toLowerCase() === 'true'
            : text)
        .sort((a, b) => (a < b ? -1 : 1));
}
/** The middle 98 % with as much again on either side, and at least all that was seen; a sign that never changed stays. */
function rangeOf({ numbers }, type) {
    if (!numbers || (type !== 'integer' && type !== 'number'))
        return undefined;
    const { min, max, low, high } = numbers;
    const margin = Math.max(high - low, (max - min) / 2, Math.abs(max) * 0.1, 1e-9);
    const least = Math.min(low - margin, min - 0.25 * (max - min));
    const greatest = Math.max(high + margin, max + 0.25 * (max - min));
    return {
        min: min >= 0 ? Math.max(0, readable(least, Math.floor)) : readable(least, Math.floor),
        max: max <= 0 ? Math.min(0, readable(greatest, Math.ceil)) : readable(greatest, Math.ceil),
    };
}
/** Two significant digits, away from the data. */
function readable(value, round) {
    if (value === 0)
        return 0;
    const unit = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1);
    return Number((round(value / unit) * unit).toPrecision(12));
}
function looser(share) {
    return Math.min(1, Math.ceil(share * 1000) / 1000);
}
function floorShare(share) {
    return Math.floor(share * 1000) / 1000;
}

;// CONCATENATED MODULE: ./build/data-validate/suggest/suggest-suite.js










/**
 * A suite that a dataset itself suggests, as YAML with a comment on every column: a first one, to be read and tightened by a person.
 *
 * @throws Failure('input') when the data cannot be read, are not well-formed or have no rows.
 */
async function suggestSuite(patterns, ports) {
    const pipeline = { name: 'init', datasets: { data: { path: patterns } }, gates: [], waivers: [] };
    const dataset = await (0,data_validate_dataset/* readDataset */.JP)('data', pipeline, {}, ports.files);
    const files = await (0,open_files/* prepareFiles */.t)(dataset, ports);
    const session = await (await ports.engine()).open(files.map(({ path }) => path), { ordered: true });
    try {
        const { table, faults } = await (0,open_files/* openFiles */.K)(dataset, files, session, ports);
        const fault = faults.find(data_validate_fault/* blocks */.Bv);
        const shown = files[0]?.shown ?? '';
        if (fault)
            throw (0,failure/* inputError */.Xu)(`is not well-formed: ${fault.sightings.first[0]?.what ?? ''}`, {
                place: {
                    file: fault.file,
                    ...(fault.sightings.first[0]?.line && { line: fault.sightings.first[0].line }),
                },
                fix: 'mend the data first: `sluice data-validate --data …` lists what is wrong',
            });
        if ((0,data_validate_table/* rowsOf */.R)(table) === 0)
            throw (0,failure/* inputError */.Xu)('has no rows, so it suggests nothing', {
                place: { file: shown },
                fix: 'name data that hold some',
            });
        const sketches = await sketchColumns((0,speaker/* duckDbSpeaker */.H)(session), { table, others: new Map() }, shown);
        return writeSuite((0,data_validate_table/* rowsOf */.R)(table), sketches.map(suggestColumn), shown);
    }
    finally {
        await session.close();
    }
}
function writeSuite(rows, columns, shown) {
    const document = new dist/* Document */.yo({
        columns: Object.fromEntries(columns.map(({ name, rules }) => [name, rules])),
        expect: [
            {
                expect_table_row_count_to_be_between: {
                    min_value: Math.max(1, Math.floor(rows * 0.6)),
                    max_value: Math.ceil(rows * 3),
                },
            },
        ],
    });
    document.commentBefore = [
        ` Suggested by \`sluice init data\` from ${(0,names/* quoteName */.A)(shown)} (${rows} rows). Read it, and tighten what you know better:`,
        ' bounds leave room for what a sample of this size can have missed; `mostly` is the share that must meet a column’s rules.',
    ].join('\n');
    const map = document.get('columns', true);
    for (const [i, { why }] of columns.entries()) {
        const pair = map.items[i];
        if (!pair)
            continue;
        pair.key.commentBefore = ` ${why}`;
        if (pair.value)
            pair.value.flow = true;
    }
    return document.toString({ lineWidth: 0 });
}


/***/ })

};
