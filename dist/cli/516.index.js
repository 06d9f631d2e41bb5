export const id = 516;
export const ids = [516];
export const modules = {

/***/ 7516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dataValidate: () => (/* binding */ dataValidate)
});

// EXTERNAL MODULE: ./build/gate/failure.js
var failure = __webpack_require__(7084);
// EXTERNAL MODULE: ./build/gate/order.js
var order = __webpack_require__(9034);
// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(1916);
;// CONCATENATED MODULE: ./build/data-validate/names.js

const longestShown = 80;
/** A name from data or config for a message: in backticks, short, and without control or formatting characters. */
function quoteName(name) {
    const plain = name.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}`]/gu, '·');
    const characters = [...plain];
    return `\`${characters.length > longestShown ? `${characters.slice(0, longestShown).join('')}…` : plain}\``;
}
/** `; the nearest is …`, or nothing where nothing is known. */
function nearestName(name, known) {
    return known.length === 0 ? '' : `; the nearest is ${quoteName((0,mod/* closest */.kp)(name.slice(0, 200), known))}`;
}

// EXTERNAL MODULE: ./build/data-validate/expectation-args.js
var expectation_args = __webpack_require__(7440);
;// CONCATENATED MODULE: ./build/data-validate/rule.js
function ruleOf(name, args, rest = {}) {
    const { severity = args.severity ?? 'error', ...others } = rest;
    return { name, args, severity, ...others };
}

;// CONCATENATED MODULE: ./build/data-validate/short-form.js

/** The rules that one column's short form stands for. */
function expandColumn(column, short) {
    const { severity = 'error', mostly } = short;
    const optional = short.required === false;
    const common = { column, ...(mostly !== undefined && { mostly }) };
    const rest = { severity, optional };
    const rules = optional ? [] : [ruleOf('expect_column_to_exist', { column }, { severity })];
    const maxShare = short['max-null-share'];
    if (maxShare !== undefined)
        rules.push(ruleOf('expect_column_values_to_not_be_null', { column }, { ...rest, maxShare }));
    if (short.type !== undefined)
        rules.push(ruleOf('expect_column_values_to_be_of_type', { ...common, type_: short.type }, rest));
    if (short.min !== undefined || short.max !== undefined)
        rules.push(ruleOf('expect_column_values_to_be_between', { ...common, ...ends(short.min, short.max) }, rest));
    if (short.in !== undefined)
        rules.push(ruleOf('expect_column_values_to_be_in_set', { ...common, value_set: short.in }, rest));
    if (short['not-in'] !== undefined)
        rules.push(ruleOf('expect_column_values_to_not_be_in_set', { ...common, value_set: short['not-in'] }, rest));
    if (short.regex !== undefined)
        rules.push(ruleOf('expect_column_values_to_match_regex', { ...common, regex: short.regex }, rest));
    if (short['not-regex'] !== undefined)
        rules.push(ruleOf('expect_column_values_to_not_match_regex', { ...common, regex: short['not-regex'] }, rest));
    const [shortest, longest] = [short['min-length'], short['max-length']];
    if (shortest !== undefined || longest !== undefined)
        rules.push(ruleOf('expect_column_value_lengths_to_be_between', { ...common, ...ends(shortest, longest) }, rest));
    if (short.unique === true)
        rules.push(ruleOf('expect_column_values_to_be_unique', common, rest));
    return rules;
}
function ends(min, max) {
    return { ...(min !== undefined && { min_value: min }), ...(max !== undefined && { max_value: max }) };
}
/** A primary key: every part is there, and no combination comes twice. */
function expandKey(key) {
    const present = key.map((column) => ruleOf('expect_column_values_to_not_be_null', { column }));
    const [only, ...more] = key;
    if (only === undefined)
        return [];
    if (more.length === 0)
        return [...present, ruleOf('expect_column_values_to_be_unique', { column: only })];
    return [...present, ruleOf('expect_compound_columns_to_be_unique', { column_list: [...key] })];
}

;// CONCATENATED MODULE: ./build/data-validate/native-rules.js



/** The rules of a section or suite in our own form, which the schema has accepted. */
function nativeRules({ columns = {}, expect = [] }) {
    const short = Object.entries(columns).flatMap(([column, rules]) => expandColumn(column, rules));
    const long = expect.flatMap((entry) => Object.entries(entry).map(([name, args]) => {
        if (!(0,expectation_args/* isExpectationName */.QS)(name))
            throw new Error(`the schema let ${name} pass`);
        return longForm(name, args);
    }));
    return [...short, ...long];
}
/** @param args as the schema of that expectation has accepted them. */
function longForm(name, args) {
    const { meta } = args;
    return ruleOf(name, args, meta === undefined ? {} : { meta: meta });
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/gate/limits.js
var limits = __webpack_require__(8392);
// EXTERNAL MODULE: ./node_modules/typebox/build/index.mjs + 317 modules
var build = __webpack_require__(6868);
// EXTERNAL MODULE: ./node_modules/ajv/dist/ajv.js
var ajv = __webpack_require__(2463);
// EXTERNAL MODULE: ./build/gate/schema-guard.js
var schema_guard = __webpack_require__(9339);
;// CONCATENATED MODULE: ./build/data-validate/suite-shape.js





/** More would not be read by anyone. */
const mostProblems = 20;
/** @throws Failure('config') naming every place that does not fit, unknown names with the nearest that is known. */
function assertShape(schema, value, locate, base = '') {
    const validate = compiled(schema);
    if (validate(value))
        return;
    const problems = (validate.errors ?? [])
        .slice(0, mostProblems)
        .map((error) => problemOf(error, locate, base));
    throw new failure/* Failure */.HR('config', problems);
}
const validators = new WeakMap();
/** Once per schema: a suite of 10 000 expectations has but a score of kinds. */
function compiled(schema) {
    const validate = validators.get(schema) ?? new ajv.Ajv({ ...schema_guard/* ajvOptions */.I, allErrors: true, verbose: true }).compile(schema);
    validators.set(schema, validate);
    return validate;
}
function problemOf(error, locate, base) {
    const pointer = base + error.instancePath;
    if (error.keyword === 'additionalProperties') {
        const unknown = String(error.params.additionalProperty);
        const known = Object.keys((error.parentSchema?.properties ?? {}));
        return unknownName(unknown, known, locate(pointer, unknown));
    }
    return { message: `${pointer || '/'} ${error.message ?? 'is not as expected'}`, place: locate(pointer) };
}
function unknownName(name, known, place) {
    return {
        message: `${quoteName(name)} is not known here`,
        place,
        ...(known.length > 0 && { fix: `did you mean \`${(0,mod/* closest */.kp)(name.slice(0, 200), known)}\`?` }),
    };
}
function unknownNameError(name, known, place) {
    const { message, ...rest } = unknownName(name, known, place);
    return (0,failure/* configError */.Fj)(message, rest);
}

;// CONCATENATED MODULE: ./build/data-validate/gx-suite.js





const anything = build/* Type.Unknown */.ZUJ.Unknown();
const free = build/* Type.Record */.ZUJ.Record(build/* Type.String */.ZUJ.String(), build/* Type.Unknown */.ZUJ.Unknown());
/** An expectation as Great Expectations 1.x writes it. What is for its own pages is accepted and has no effect on a verdict. */
const gxExpectation = build/* Type.Object */.ZUJ.Object({
    type: build/* Type.String */.ZUJ.String({ minLength: 1 }),
    kwargs: free,
    meta: build/* Type.Optional */.ZUJ.Optional(build/* Type.Union */.ZUJ.Union([free, build/* Type.Null */.ZUJ.Null()])),
    severity: build/* Type.Optional */.ZUJ.Optional(build/* Type.Union */.ZUJ.Union([build/* Type.Enum */.ZUJ.Enum(['critical', 'warning', 'info']), build/* Type.Null */.ZUJ.Null()])),
    id: build/* Type.Optional */.ZUJ.Optional(anything),
    notes: build/* Type.Optional */.ZUJ.Optional(anything),
    description: build/* Type.Optional */.ZUJ.Optional(anything),
    rendered_content: build/* Type.Optional */.ZUJ.Optional(anything),
}, { additionalProperties: false });
const gxSuite = build/* Type.Object */.ZUJ.Object({
    expectations: build/* Type.Array */.ZUJ.Array(gxExpectation, { maxItems: 10_000 }),
    name: build/* Type.Optional */.ZUJ.Optional(anything),
    id: build/* Type.Optional */.ZUJ.Optional(anything),
    meta: build/* Type.Optional */.ZUJ.Optional(anything),
    notes: build/* Type.Optional */.ZUJ.Optional(anything),
    suite_parameters: build/* Type.Optional */.ZUJ.Optional(build/* Type.Union */.ZUJ.Union([build/* Type.Object */.ZUJ.Object({}, { additionalProperties: false }), build/* Type.Null */.ZUJ.Null()])),
}, { additionalProperties: false });
/** Arguments that say what is reported and how, never what is accepted. */
const reportingOnly = ['batch_id', 'result_format', 'include_config', 'catch_exceptions'];
const severities = { critical: 'error', warning: 'warning', info: 'note' };
/**
 * The rules of a suite of Great Expectations 1.x. An argument of `null` is one that is not given.
 *
 * @throws Failure('config') on every expectation or argument that cannot be honoured in full.
 */
function rulesOfGxSuite(value, locate) {
    assertShape(gxSuite, value, locate);
    if (value.expectations.length === 0)
        throw (0,failure/* configError */.Fj)('the suite has no expectations, so nothing could fail', {
            place: locate('/expectations'),
        });
    return value.expectations.map((expectation, i) => ruleOfGx(expectation, locate, `/expectations/${i}`));
}
function ruleOfGx(expectation, locate, pointer) {
    const { type, kwargs, meta, severity } = expectation;
    if (!(0,expectation_args/* isExpectationName */.QS)(type))
        throw unknownNameError(type, expectation_args/* expectationNames */.BR, locate(`${pointer}/type`));
    const given = Object.entries(kwargs).filter(([key, value]) => value !== null && !reportingOnly.includes(key));
    const args = Object.fromEntries([
        ...given,
        ...(severity ? [['severity', severities[severity]]] : []),
        ...(meta ? [['meta', meta]] : []),
    ]);
    const schema = expectation_args/* expectationArgs */.sl[type];
    assertShape(schema, args, locate, `${pointer}/kwargs`);
    return longForm(type, args);
}

// EXTERNAL MODULE: ./build/data-validate/settings.js
var settings = __webpack_require__(7017);
;// CONCATENATED MODULE: ./build/data-validate/suite.js







const suiteBytes = 16 * 1024 * 1024;
/**
 * Reads a suite file as the base branch has it: our own YAML (`columns`, `expect`) or a suite of Great Expectations 1.x as JSON
 * (`expectations`).
 *
 * @throws Failure('config') at file:line:column when it is missing, malformed or holds anything that is not known.
 */
async function readSuite(path, files) {
    const shown = files.display(path);
    const text = Buffer.from(await files.readJudging(path, suiteBytes)).toString();
    const counter = new dist/* LineCounter */.HN();
    const document = parse(text, counter, shown);
    const value = document.toJS({ maxAliasCount: limits/* limits */.F.yamlAliases });
    const locate = (pointer, key) => placeOf(document, counter, shown, pointer, key);
    if (!isObject(value))
        throw (0,failure/* configError */.Fj)('is no suite: expected keys `columns` and `expect`, or `expectations`', {
            place: { file: shown },
        });
    if (Object.hasOwn(value, 'expectations'))
        return rulesOfGxSuite(value, locate);
    assertShape(settings/* suiteSchema */.Y, value, locate);
    return nativeRules(value);
}
/** JSON is read by the same parser, for its positions; tabs between tokens are JSON's and not YAML's. */
function parse(text, counter, shown) {
    const source = text.trimStart().startsWith('{') ? text.replaceAll('\t', ' ') : text;
    const document = (0,dist/* parseDocument */.Tp)(source, { lineCounter: counter, version: '1.2', uniqueKeys: true });
    const [error] = document.errors;
    if (error) {
        const { line, col } = counter.linePos(error.pos[0]);
        throw (0,failure/* configError */.Fj)(`is not well-formed: ${error.message.split('\n', 1)[0]?.replace(/ at line .*$/, '')}`, {
            place: { file: shown, line, column: col },
        });
    }
    return document;
}
/** The place of a value, or of one of its keys. */
function placeOf(document, counter, file, pointer, key) {
    const path = pointer
        .split('/')
        .slice(1)
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    const node = document.getIn(path, true);
    const start = key === undefined ? undefined : keyStart(node, key);
    const offset = start ?? node?.range?.[0];
    if (offset === undefined || offset === null)
        return { file };
    const { line, col } = counter.linePos(offset);
    return { file, line, column: col };
}
function keyStart(node, key) {
    if (typeof node !== 'object' || node === null || !('items' in node) || !Array.isArray(node.items))
        return undefined;
    const keys = node.items.map((item) => item.key);
    const found = keys.find((candidate) => (0,dist/* isScalar */.jn)(candidate) && candidate.value === key);
    return (0,dist/* isScalar */.jn)(found) ? found.range?.[0] : undefined;
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/data-validate/dataset.js






/**
 * The datasets of the pipeline, with rules or without, in code point order.
 *
 * @throws Failure('config') when there is none, or rules are given for another.
 */
function datasetNames(pipeline, settings) {
    const names = Object.keys(pipeline.datasets).sort(order/* compareCodePoints */.O);
    if (names.length === 0)
        throw (0,failure/* configError */.Fj)('no dataset is named, so there is nothing to judge', {
            fix: 'name one under `datasets` of the pipeline, or pass `data`',
        });
    for (const name of Object.keys(settings))
        if (!names.includes(name))
            throw (0,failure/* configError */.Fj)(`rules are given for ${quoteName(name)}, which is no dataset of the pipeline${nearestName(name, names)}`, { fix: 'name it under `datasets` of the pipeline' });
    return names;
}
/**
 * @throws Failure('config') when a suite cannot be read; Failure('input') when a file is missing or a glob matches nothing.
 */
async function readDataset(name, { datasets }, settings, files) {
    const { path = [], key = [], owner } = datasets[name] ?? {};
    const patterns = [path].flat();
    const paths = await files.glob(patterns);
    if (paths.length === 0)
        throw (0,failure/* inputError */.Xu)(`no file of the dataset ${quoteName(name)} matches ${patterns.map(quoteName).join(', ')}`, {
            fix: 'mend the path, or write the data before this gate runs',
        });
    for (const found of paths)
        await assertFile(found, files);
    const imported = settings.suite === undefined ? [] : await readSuite(settings.suite, files);
    return {
        name,
        ...(owner !== undefined && { owner }),
        paths,
        settings,
        rules: [...expandKey(key), ...nativeRules(settings), ...imported],
    };
}
async function assertFile(path, files) {
    const kind = await files.kind(path);
    const place = { file: files.display(path) };
    if (kind === 'missing')
        throw (0,failure/* inputError */.Xu)('is missing', { place, fix: 'mend the path, or write the data before this gate runs' });
    if (kind === 'folder')
        throw (0,failure/* inputError */.Xu)('is a folder; expected a file', {
            place,
            fix: 'name the files in it with a glob, `folder/*.parquet`',
        });
}
const extensions = new Map([
    ['csv', 'csv'],
    ['tsv', 'csv'],
    ['txt', 'csv'],
    ['jsonl', 'jsonl'],
    ['ndjson', 'jsonl'],
    ['parquet', 'parquet'],
    ['pq', 'parquet'],
]);
/** @throws Failure('config') when the names do not tell, disagree, or settings of CSV are given for another format or clash. */
function formatOf(paths, settings) {
    const format = settings.format ?? formatByName(paths);
    const ofCsv = ['delimiter', 'quote', 'header', 'null-values'].filter((key) => settings[key] !== undefined);
    if (format !== 'csv' && ofCsv.length > 0)
        throw (0,failure/* configError */.Fj)(`${ofCsv.map(quoteName).join(', ')}: only for CSV, and this dataset is ${format}`, {
            fix: 'take it away, or set `format: csv`',
        });
    if (format === 'csv' && settings.delimiter === (settings.quote ?? '"'))
        throw (0,failure/* configError */.Fj)('`delimiter` and `quote` are the same', { fix: 'give them different characters' });
    return format;
}
function formatByName(paths) {
    const formats = new Set(paths.map((path) => extensions.get(path.split('.').at(-1)?.toLowerCase() ?? '')));
    const [format] = formats;
    if (formats.size > 1)
        throw (0,failure/* configError */.Fj)('the files of one dataset have names of different formats', {
            fix: 'make them two datasets, or set `format`',
        });
    if (format === undefined)
        throw (0,failure/* configError */.Fj)(`the format of ${quoteName(paths[0] ?? '')} cannot be told from its name`, {
            fix: 'set `format` to csv, jsonl or parquet',
        });
    return format;
}

;// CONCATENATED MODULE: ./build/data-validate/figures.js
const headlines = [
    { name: 'rows', label: 'Rows', description: 'Rows judged, over all datasets.' },
    { name: 'columns', label: 'Columns', description: 'Columns judged, over all datasets.' },
    {
        name: 'failed-expectations',
        label: 'Failed expectations',
        description: 'Expectations that the data fell short of.',
    },
];
function figures({ metrics, checks }) {
    const failed = checks.filter(({ status, facts }) => status === 'fail' && facts.expectation !== undefined);
    return {
        rows: countOf(metrics.rows),
        columns: countOf(metrics.columns),
        'failed-expectations': failed.length,
    };
}
function countOf(value) {
    return typeof value === 'number' ? value : null;
}

;// CONCATENATED MODULE: ./build/data-validate/inputs.js
const inputs = [
    {
        name: 'data',
        kind: 'list',
        value: 'GLOB',
        key: '/datasets/data/path',
        description: 'Files to judge as the dataset `data`: CSV, JSON lines or Parquet.',
    },
    {
        name: 'suite',
        kind: 'text',
        value: 'FILE',
        key: '/data-validate/data/suite',
        description: 'Rules for the dataset `data`: our own YAML, or a suite of Great Expectations 1.x as JSON.',
    },
];

// EXTERNAL MODULE: ./build/engine/engine.js
var engine = __webpack_require__(6737);
// EXTERNAL MODULE: ./build/gate/check.js
var check = __webpack_require__(8362);
;// CONCATENATED MODULE: ./build/data-validate/accepted-types.js
/**
 * Which types of a cell count as the one asked for: every integer is a number, every day a time; a CSV cell is text whatever it
 * holds, and a JSON string is text also when it looks like a date.
 */
function acceptedTypes(format, asked) {
    switch (asked) {
        case 'number':
            return ['integer', 'number'];
        case 'timestamp':
            return ['date', 'timestamp'];
        case 'text':
            if (format === 'csv')
                return ['integer', 'number', 'boolean', 'date', 'timestamp', 'text'];
            return format === 'jsonl' ? ['date', 'timestamp', 'text'] : ['text'];
        default:
            return [asked];
    }
}

;// CONCATENATED MODULE: ./build/data-validate/cell-type-names.js


/** Names that suites use, of pandas, NumPy, SQL and Spark; compared in lower case. */
const names = new Map([
    ...named('integer', 'int int8 int16 int32 int64 uint8 uint16 uint32 uint64 integer bigint smallint tinyint long integertype longtype'),
    ...named('number', 'number float float32 float64 double decimal numeric real floattype doubletype'),
    ...named('text', 'text str string object varchar char stringtype'),
    ...named('boolean', 'boolean bool booleantype'),
    ...named('date', 'date datetype'),
    ...named('timestamp', 'timestamp datetime datetime64 datetime64[ns] datetime64[us] timestamptype'),
]);
function named(type, words) {
    return words.split(' ').map((word) => [word, type]);
}
/** @throws Failure('config') on a name that stands for none of the types. */
function cellTypeNamed(name) {
    const type = names.get(name.toLowerCase());
    if (type === undefined)
        throw (0,failure/* configError */.Fj)(`${JSON.stringify(name)} is no type that is known`, {
            fix: `did you mean \`${(0,mod/* closest */.kp)(name.toLowerCase(), [...names.keys()])}\`? Ours are integer, number, text, boolean, date and timestamp`,
        });
    return type;
}

// EXTERNAL MODULE: ./build/gate/json.js + 1 modules
var json = __webpack_require__(3606);
;// CONCATENATED MODULE: ./build/data-validate/plan.js

/** What a single cell can be. A cell of a typed file is what its column is. */
const cellTypes = ['integer', 'number', 'boolean', 'date', 'timestamp', 'text', 'other'];
/** The same metric has the same key, so that checks share it. */
function keyOf(metric) {
    return (0,json/* canonicalJson */.d)(JSON.parse(JSON.stringify(metric)));
}
function countIn(figures, metric) {
    const value = figures.get(keyOf(metric));
    if (typeof value !== 'number')
        throw new Error(`not measured: ${keyOf(metric)}`);
    return value;
}
const missing = (column) => ({ kind: 'missing', column });
const not = (of) => ({ kind: 'not', of });
const allOf = (...of) => of.length === 1 && of[0] ? of[0] : { kind: 'all', of };
const anyOf = (...of) => ({ kind: 'any', of });
const rowCount = { kind: 'count' };
const countWhere = (where) => ({ kind: 'count', where });
/** The columns that decide; one may come twice. */
function columnsIn(predicate) {
    switch (predicate.kind) {
        case 'not':
            return columnsIn(predicate.of);
        case 'all':
        case 'any':
            return predicate.of.flatMap(columnsIn);
        default:
            return [predicate.column];
    }
}

;// CONCATENATED MODULE: ./build/data-validate/time.js
const pattern = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/;
/**
 * A day or time of ISO 8601 as SQL writes it, in UTC and to the microsecond: `2020-01-31 10:00:00.000000`. Without an offset it
 * is taken as UTC. Undefined for any other text.
 */
function toSqlTime(text) {
    const [, day, minute = '00:00', second = '00', fraction = '', offset = 'Z'] = pattern.exec(text) ?? [];
    if (day === undefined || !existsInCalendar(day))
        return undefined;
    const moment = Date.parse(`${day}T${minute}:${second}${isoOffset(offset)}`);
    if (Number.isNaN(moment))
        return undefined;
    return `${new Date(moment).toISOString().slice(0, 19).replace('T', ' ')}.${fraction.slice(0, 6).padEnd(6, '0')}`;
}
/** `Date.parse` would take 30 February for 1 March. */
function existsInCalendar(day) {
    const moment = Date.parse(`${day}T00:00:00Z`);
    return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(day);
}
function isoOffset(offset) {
    if (offset === 'Z')
        return offset;
    const digits = offset.slice(1).replace(':', '').padEnd(4, '0');
    return `${offset.slice(0, 1)}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

;// CONCATENATED MODULE: ./build/data-validate/range.js


/**
 * A range and how cells are to be looked at for it: numbers ask for numbers, days and times for times, other texts for texts.
 *
 * @throws Failure('config') when both ends are open (the check could not fail), of different kinds, or the wrong way round.
 */
function rangeOf(args, what) {
    const ends = [args.min_value, args.max_value].filter((end) => end !== undefined);
    if (ends.length === 0)
        throw (0,failure/* configError */.Fj)(`${what}: neither a least nor a greatest value is given, so nothing could fail`, {
            fix: 'give `min_value`, `max_value` or both (`min`, `max` in the short form)',
        });
    const view = viewOf(ends, what);
    const [min, max] = [args.min_value, args.max_value].map((end) => view === 'time' && typeof end === 'string' ? toSqlTime(end) : end);
    if (min !== undefined && max !== undefined && min > max)
        throw (0,failure/* configError */.Fj)(`${what}: the least value is above the greatest`, { fix: 'exchange them' });
    return {
        view,
        range: {
            ...(min !== undefined && { min }),
            ...(max !== undefined && { max }),
            strictMin: args.strict_min ?? false,
            strictMax: args.strict_max ?? false,
        },
    };
}
function viewOf(ends, what) {
    if (ends.every((end) => typeof end === 'number'))
        return 'number';
    if (ends.some((end) => typeof end === 'number'))
        throw (0,failure/* configError */.Fj)(`${what}: one end is a number and the other a text`, {
            fix: 'give both as numbers or as dates',
        });
    return ends.every((end) => typeof end === 'string' && toSqlTime(end) !== undefined) ? 'time' : 'text';
}
/** Whether a figure lies in the range. Code units order texts here, as times and ASCII need. */
function isWithin(value, { min, max, strictMin, strictMax }) {
    if (min !== undefined && (strictMin ? !(value > min) : !(value >= min)))
        return false;
    return max === undefined || (strictMax ? value < max : value <= max);
}
/** `at least 18`, `above 0 and at most 1`. */
function describeRange({ min, max, strictMin, strictMax }) {
    if (min !== undefined && min === max && !strictMin && !strictMax)
        return `exactly ${shortTime(min)}`;
    const low = min === undefined ? [] : [`${strictMin ? 'above' : 'at least'} ${shortTime(min)}`];
    const high = max === undefined ? [] : [`${strictMax ? 'below' : 'at most'} ${shortTime(max)}`];
    return [...low, ...high].join(' and ');
}
function shortTime(value) {
    return typeof value === 'number' ? String(value) : value.replace(/\.000000$/, '').replace(/ 00:00:00$/, '');
}

;// CONCATENATED MODULE: ./build/data-validate/table.js
/** The position of a column; undefined where there is none of that name. */
function positionOf(table, name) {
    const at = table.columns.findIndex((column) => column.name === name);
    return at === -1 ? undefined : at;
}
function rowsOf(table) {
    return table.files.reduce((sum, { rows }) => sum + rows, 0);
}

;// CONCATENATED MODULE: ./build/data-validate/expectations.js






/** A rule names a column that is not there. */
class AbsentColumn extends Error {
    name = 'AbsentColumn';
}
/**
 * What a rule asks of this table, with the semantics of Great Expectations: value rules look at rows that have a value.
 *
 * @throws AbsentColumn; Failure('config') when the arguments make no sense.
 */
function askOf(rule, table) {
    const ask = asks[rule.name](rule.args, table);
    if (ask.kind !== 'rows' || rule.maxShare === undefined)
        return ask;
    return { ...ask, tolerance: { kind: 'max-share', most: rule.maxShare } };
}
const asks = {
    expect_table_row_count_to_be_between: (args) => inRange(rowCount, args, 'row count'),
    expect_table_row_count_to_equal: ({ value }) => inRange(rowCount, { min_value: value, max_value: value }, 'row count'),
    expect_column_to_exist: ({ column, column_index }, table) => columnThere(table, column, column_index),
    expect_table_columns_to_match_set: ({ column_set, exact_match = true }, table) => columnsMatch(table, column_set, exact_match),
    expect_column_values_to_not_be_null: ({ column, mostly }, table) => {
        const absent = missing(at(table, column));
        return rows(countWhere(absent), rowCount, absent, mostly);
    },
    expect_column_values_to_be_null: ({ column, mostly }, table) => {
        const present = not(missing(at(table, column)));
        return rows(countWhere(present), rowCount, present, mostly);
    },
    expect_column_values_to_be_between: (args, table) => {
        const { view, range } = rangeOf(args, quoteName(args.column));
        return values(table, args, (column) => ({ kind: 'within', column, view, range }));
    },
    expect_column_values_to_be_in_set: (args, table) => values(table, args, (column) => among(column, args.value_set)),
    expect_column_values_to_not_be_in_set: (args, table) => values(table, args, (column) => not(among(column, args.value_set))),
    expect_column_values_to_match_regex: (args, table) => values(table, args, (column) => matching(column, args.regex)),
    expect_column_values_to_not_match_regex: (args, table) => values(table, args, (column) => not(matching(column, args.regex))),
    expect_column_values_to_be_of_type: (args, table) => {
        const types = acceptedTypes(table.format, cellTypeNamed(args.type_));
        return values(table, args, (column) => ({ kind: 'is', column, types }));
    },
    expect_column_value_lengths_to_be_between: (args, table) => {
        const { range } = rangeOf(args, `length of ${quoteName(args.column)}`);
        return values(table, args, (column) => ({ kind: 'within', column, view: 'length', range }));
    },
    expect_column_values_to_be_unique: ({ column, mostly }, table) => {
        const columns = [at(table, column)];
        return uniqueRows(columns, allOf(...columns.map((c) => not(missing(c)))), mostly);
    },
    expect_compound_columns_to_be_unique: ({ column_list, ignore_row_if, mostly }, table) => {
        const columns = column_list.map((column) => at(table, column));
        const present = columns.map((column) => not(missing(column)));
        if (ignore_row_if === 'never')
            return uniqueRows(columns, undefined, mostly);
        const where = ignore_row_if === 'any_value_is_missing' ? allOf(...present) : anyOf(...present);
        return uniqueRows(columns, where, mostly);
    },
    expect_column_min_to_be_between: (args, table) => extreme('min', args, table),
    expect_column_max_to_be_between: (args, table) => extreme('max', args, table),
    expect_column_mean_to_be_between: (args, table) => inRange({ kind: 'mean', column: at(table, args.column) }, args, `mean of ${quoteName(args.column)}`),
    expect_column_unique_value_count_to_be_between: (args, table) => inRange(distinct(at(table, args.column)), args, `number of distinct values of ${quoteName(args.column)}`),
    expect_column_distinct_values_to_be_in_set: ({ column, value_set }, table) => {
        const position = at(table, column);
        const where = allOf(not(missing(position)), not(among(position, value_set)));
        return rows(distinct(position, where), distinct(position), where, undefined);
    },
};
function at(table, name) {
    const position = positionOf(table, name);
    if (position === undefined)
        throw new AbsentColumn(`there is no column ${quoteName(name)}${nearestName(name, table.columns.map((c) => c.name))}`);
    return position;
}
function rows(unexpected, considered, where, mostly) {
    return { kind: 'rows', unexpected, considered, where, tolerance: { kind: 'mostly', least: mostly ?? 1 } };
}
function values(table, { column, mostly }, meets) {
    const position = at(table, column);
    const present = not(missing(position));
    const where = allOf(present, not(meets(position)));
    return rows(countWhere(where), countWhere(present), where, mostly);
}
function uniqueRows(columns, where, mostly) {
    const metric = { kind: 'repeated', columns, ...(where && { where }) };
    const considered = where ? countWhere(where) : rowCount;
    return { ...rows(metric, considered, where ?? allOf(), mostly), repeated: columns };
}
function distinct(column, where = not(missing(column))) {
    return { kind: 'distinct', columns: [column], where };
}
function among(column, set) {
    return {
        kind: 'among',
        column,
        numbers: set.filter((member) => typeof member === 'number'),
        texts: set.filter((member) => typeof member === 'string'),
        booleans: set.filter((member) => typeof member === 'boolean'),
    };
}
function matching(column, pattern) {
    return { kind: 'matches', column, pattern };
}
function inRange(metric, args, what) {
    return { kind: 'value', metric, range: rangeOf(args, what).range };
}
function extreme(kind, args, table) {
    const { view, range } = rangeOf(args, `${kind} of ${quoteName(args.column)}`);
    return { kind: 'value', metric: { kind, column: at(table, args.column), view }, range };
}
function columnThere(table, name, index) {
    const position = at(table, name);
    const misplaced = index !== undefined && index !== position;
    const problems = misplaced
        ? [`${quoteName(name)} is column ${position}, counted from 0, and not ${index}`]
        : [];
    return { kind: 'schema', problems, observed: position };
}
function columnsMatch(table, wanted, exact) {
    const names = table.columns.map(({ name }) => name);
    const absent = wanted.filter((name) => !names.includes(name));
    const extra = exact ? names.filter((name) => !wanted.includes(name)) : [];
    return {
        kind: 'schema',
        problems: [
            ...absent.map((name) => `there is no column ${quoteName(name)}${nearestName(name, names)}`),
            ...extra.map((name) => `the column ${quoteName(name)} is not in the set`),
        ],
        observed: names,
    };
}

;// CONCATENATED MODULE: ./build/data-validate/regex.js

/** What is refused, where it begins, and why. The first that matches at a place counts. */
const refusedEscapes = [
    [/\\$/y, 'a backslash at the end'],
    [/\\[1-9]|\\[kg][{<']/y, 'a back-reference'],
    [/\\v/y, 'an escape that engines read differently: write \\x0b'],
    [/\\(?![dDwWsSbBAztnrfx\\pP]|[^0-9A-Za-z\u0080-\u{10ffff}])/uy, 'an escape that not every engine knows'],
    [/\\x(?![0-9A-Fa-f]{2}|\{[0-9A-Fa-f]{1,6}\})/y, '\\x without two hexadecimal digits'],
    [
        /\\[pP](?!\{(?:L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|S[mcko]?|Z[slp]?|C[cfos]?)\})/y,
        'a Unicode class other than a general category',
    ],
];
const refusedOutside = [
    [/\(\?<?[=!]/y, 'look-around'],
    [/\(\?>/y, 'an atomic group'],
    [/\(\?(?:P?<|')/y, 'a named group: write (…)'],
    [/\(\?(?!:|[ims]*(?:-[ims]+)?[:)])/y, 'a group with a flag other than i, m and s'],
    [/(?<=^|(?<!\\)\|)[*+?]|(?<=(?<!\\)\()[*+]/y, 'a quantifier with nothing before it'],
    [/(?:[*+?]|\{\d+(?:,\d*)?\})[*+{]/y, 'a possessive or doubled quantifier'],
    ...refusedEscapes,
];
const refusedInClass = [
    [/\[/y, 'an unescaped [ inside a class'],
    [/&&/y, 'an intersection of classes'],
    [/\\[bBAz]/y, 'an assertion inside a class'],
    ...refusedEscapes,
];
const mostRepetitions = 1000;
/**
 * Takes the patterns that RE2 (DuckDB) and Java (Spark) read alike, so that a suite means the same on both. Time to match is
 * linear with RE2, whatever the pattern.
 *
 * @throws Failure('config') naming what is refused and where.
 */
function assertCommonRegex(pattern) {
    let classStart;
    let depth = 0;
    for (let at = 0; at < pattern.length; at++) {
        const character = pattern[at];
        refuseAt(pattern, at, classStart === undefined ? refusedOutside : refusedInClass);
        if (character === '\\') {
            at += escapeLength(pattern, at) - 1;
        }
        else if (classStart !== undefined) {
            if (character === ']')
                classStart = undefined;
        }
        else if (character === '[') {
            classStart = at;
            // Java would take a `]` right after it for the end of an empty class, RE2 for a member.
            const first = pattern[at + 1] === '^' ? at + 2 : at + 1;
            if (pattern[first] === ']')
                throw refusal(pattern, first, 'an unescaped ] at the start of a class');
            if (first === at + 2)
                at++;
        }
        else if (character === '(')
            depth++;
        else if (character === ')' && --depth < 0)
            throw refusal(pattern, at, 'a ) without its (');
        else if (character === '{')
            assertRepetition(pattern, at);
    }
    if (classStart !== undefined)
        throw refusal(pattern, classStart, 'a [ without its ]');
    if (depth > 0)
        throw refusal(pattern, pattern.lastIndexOf('('), 'a ( without its )');
}
function refuseAt(pattern, at, list) {
    for (const [start, what] of list) {
        start.lastIndex = at;
        if (start.test(pattern))
            throw refusal(pattern, at, what);
    }
}
/** `\x{1F600}` and `\p{Lu}` are one escape each. */
function escapeLength(pattern, at) {
    const braces = /\\[xpP]\{[^}]*\}/y;
    braces.lastIndex = at;
    return braces.exec(pattern)?.[0].length ?? 2;
}
/** A `{` that is no repetition is a literal to RE2 and an error to Java. */
function assertRepetition(pattern, at) {
    const repetition = /\{(\d{1,5})(?:,(\d{0,5}))?\}/y;
    repetition.lastIndex = at;
    const [whole, least = '', most = ''] = repetition.exec(pattern) ?? [];
    if (whole === undefined)
        throw refusal(pattern, at, 'an unescaped { that is no repetition');
    if (Math.max(Number(least), Number(most)) > mostRepetitions)
        throw refusal(pattern, at, `more than ${mostRepetitions} repetitions`);
}
function refusal(pattern, at, what) {
    const shown = pattern.length > 200 ? `${pattern.slice(0, 200)}…` : pattern;
    return (0,failure/* configError */.Fj)(`regular expression ${JSON.stringify(shown)} has ${what} at position ${at + 1}`, {
        fix: 'use what RE2 and Java have in common: no look-around, no back-references',
    });
}

// EXTERNAL MODULE: ./build/gate/finding.js
var finding = __webpack_require__(6043);
;// CONCATENATED MODULE: ./build/data-validate/ask-engine.js


/**
 * Runs a statement of ours over the data.
 *
 * @param shown what is being read, for messages.
 * @throws Failure('input') when the file is at fault or the machine too small; EngineError when the SQL is, which is a bug.
 */
async function askEngine(session, sql, shown) {
    try {
        return await session.rows(sql);
    }
    catch (error) {
        if (!(error instanceof engine/* EngineError */.NJ) || error.kind === 'statement')
            throw error;
        const place = { file: shown };
        if (error.kind === 'resources')
            throw (0,failure/* inputError */.Xu)('could not be judged: out of memory or disk space', { place, fix: 'use a larger runner' }, error);
        throw (0,failure/* inputError */.Xu)(`cannot be read: ${error.message}`, { place, fix: 'write the file again' }, error);
    }
}

;// CONCATENATED MODULE: ./build/data-validate/sample.js


/**
 * The first rows that each sampling means, in the order of files and rows: one pass per file, all checks together.
 *
 * @throws Failure('input') when the data cannot be read again.
 */
async function sampleRows({ session, dialect }, { table, linesOf }, samplings) {
    const found = samplings.map(() => []);
    for (const file of table.files) {
        const unfilled = samplings.flatMap((sampling, i) => {
            const rows = found[i] ?? [];
            return rows.length < limits/* limits */.F.findingsPerCheck ? [{ sampling, rows }] : [];
        });
        const open = unfilled.map(({ sampling }) => sampling);
        if (open.length === 0)
            break;
        const [lists] = await askEngine(session, dialect.samples(table, file, open, limits/* limits */.F.findingsPerCheck), file.shown);
        const rows = open.map((_, i) => rowsIn(lists?.[`s${i}`], file));
        const numbers = [...new Set(rows.flat().map(({ row }) => row))].sort((a, b) => a - b);
        const lines = await linesOf(file, numbers);
        const lineByRow = new Map(numbers.map((row, i) => [row, lines?.[i]]));
        unfilled.forEach(({ rows: kept }, i) => {
            kept.push(...(rows[i] ?? []).map((row) => withLine(row, lineByRow.get(row.row))));
        });
    }
    return found.map((rows) => rows.slice(0, limits/* limits */.F.findingsPerCheck));
}
function withLine(row, line) {
    return line === undefined ? row : { ...row, line };
}
/** What `printSamples` asked for; null where no row of the file is meant. */
function rowsIn(list, file) {
    if (!Array.isArray(list))
        return [];
    return list
        .map(({ nr, texts, lengths, types }) => ({
        file,
        row: Number(nr),
        cells: texts.map((text, i) => ({ text, length: Number(lengths[i] ?? 0), type: types[i] ?? 'nothing' })),
    }))
        .sort((a, b) => a.row - b.row);
}
/** What a finding shows of a row: the shape alone, unless values may be seen. */
function describeSample(cells, showSamples) {
    return cells.map((cell) => (showSamples ? showCell(cell) : shapeOf(cell))).join(', ');
}
function shapeOf({ text, length, type }) {
    return text === null ? 'no value' : `${type} of ${length} ${length === 1 ? 'character' : 'characters'}`;
}
function showCell({ text, length }) {
    if (text === null)
        return 'no value';
    const shown = [...text].slice(0, 60).join('');
    return JSON.stringify(length > 60 ? `${shown}…` : shown);
}

;// CONCATENATED MODULE: ./build/data-validate/rule-check.js






/** `mostly` as in Great Expectations: the share that meets it is compared unrounded, and nothing looked at is enough. */
function rowsOutcome({ unexpected, considered, tolerance }, figures) {
    const bad = countIn(figures, unexpected);
    const all = countIn(figures, considered);
    const met = all === 0 ||
        (tolerance.kind === 'mostly' ? (all - bad) / all >= tolerance.least : bad / all <= tolerance.most);
    return { unexpected: bad, considered: all, met };
}
function ruleCheck(compiled, figures, samples, dataset) {
    const { ask } = compiled;
    switch (ask.kind) {
        case 'rows':
            return (0,check/* check */.z6)(rowsDraft(compiled, ask, rowsOutcome(ask, figures), samples, dataset));
        case 'value':
            return (0,check/* check */.z6)(valueDraft(compiled, ask, figures, dataset));
        case 'schema':
            return (0,check/* check */.z6)({
                ...commonDraft(compiled, dataset),
                observed: ask.observed,
                findings: ask.problems.map((message) => tableFinding(compiled, message, dataset)),
            });
    }
}
function rowsDraft(compiled, ask, { unexpected, considered, met }, samples, dataset) {
    const draft = commonDraft(compiled, dataset);
    const share = considered === 0 ? null : (0,json/* round9 */.c)(unexpected / considered);
    const { tolerance } = ask;
    const listed = met ? [] : samples.map((sample) => rowFinding(compiled, sample, dataset));
    const told = met || listed.length > 0
        ? listed
        : [tableFinding(compiled, `${unexpected} of ${considered} fall short`, dataset)];
    return {
        ...draft,
        observed: tolerance.kind === 'mostly' && share !== null ? (0,json/* round9 */.c)(1 - share) : share,
        threshold: tolerance.kind === 'mostly' ? { mostly: tolerance.least } : { maxShare: tolerance.most },
        findings: told,
        findingCount: met ? 0 : Math.max(unexpected, told.length),
        facts: {
            ...draft.facts,
            elementCount: considered,
            unexpectedCount: unexpected,
            unexpectedPercent: considered === 0 ? null : (0,json/* round9 */.c)((unexpected / considered) * 100),
        },
    };
}
function valueDraft(compiled, ask, figures, dataset) {
    const draft = commonDraft(compiled, dataset);
    const raw = figures.get(keyOf(ask.metric)) ?? null;
    const value = typeof raw === 'number' ? (0,json/* round9 */.c)(raw) : raw;
    const met = value !== null && isWithin(value, ask.range);
    const problem = value === null ? 'no row has a value to take it of' : `it is ${String(observedOf(value, dataset))}`;
    return {
        ...draft,
        observed: observedOf(value, dataset),
        threshold: rangeJson(ask.range),
        findings: met ? [] : [tableFinding(compiled, problem, dataset)],
    };
}
/** A text is a cell's own value; JSON has no infinities. */
function observedOf(value, { showSamples }) {
    if (typeof value === 'number')
        return Number.isFinite(value) ? value : String(value);
    if (value === null || showSamples || /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/.test(value))
        return value;
    return `text of ${[...value].length} characters`;
}
function rangeJson({ min, max, strictMin, strictMax }) {
    return {
        ...(min !== undefined && { min }),
        ...(max !== undefined && { max }),
        ...(strictMin && { strictMin }),
        ...(strictMax && { strictMax }),
    };
}
function commonDraft({ rule, wording }, dataset) {
    return {
        id: `data-validate/${wording.id}`,
        title: `${dataset.name}: ${wording.subject} ${wording.asks}`,
        facts: factsOf(rule, dataset),
    };
}
function factsOf({ name, args, meta }, dataset) {
    return {
        dataset: dataset.name,
        expectation: name,
        ...('column' in args && { column: args.column }),
        ...('column_list' in args && { columns: args.column_list }),
        ...('column_set' in args && { columns: args.column_set }),
        ...(meta !== undefined && { meta }),
    };
}
function itemOf({ args }) {
    if ('column' in args)
        return args.column;
    return 'column_list' in args ? args.column_list.join(',') : undefined;
}
function tableFinding({ rule, wording }, problem, dataset) {
    const item = itemOf(rule);
    return (0,finding/* finding */.gk)(`data-validate/${wording.id}`, {
        severity: rule.severity,
        message: `${wording.subject} should have: ${wording.asks}; ${problem}`,
        file: dataset.shown,
        ...(item !== undefined && { item }),
        distinct: wording.asks,
    });
}
function rowFinding({ rule, wording }, { file, row, line, cells }, dataset) {
    const item = itemOf(rule);
    return (0,finding/* finding */.gk)(`data-validate/${wording.id}`, {
        severity: rule.severity,
        message: `${wording.subject} ${wording.fallsShort}`,
        file: file.shown,
        ...(line !== undefined && { line }),
        row,
        sample: describeSample(cells, dataset.showSamples),
        ...(item !== undefined && { item }),
        distinct: `${wording.asks} ${row}`,
    });
}

;// CONCATENATED MODULE: ./build/data-validate/wording.js



/** @throws Failure('config') as `askOf` does. */
function wordsFor({ name, args }) {
    return wordings[name](args);
}
const wordings = {
    expect_table_row_count_to_be_between: (args) => table('row-count', `number ${range(args, 'row count')}`),
    expect_table_row_count_to_equal: ({ value }) => table('row-count', `number exactly ${value}`),
    expect_column_to_exist: ({ column, column_index: at }) => words('column-exists', column, at === undefined ? 'is there' : `is column ${at}, counted from 0`, 'is absent'),
    expect_table_columns_to_match_set: ({ column_set, exact_match = true }) => ({
        ...table('columns-match-set', ''),
        subject: 'columns',
        asks: `are ${exact_match ? 'exactly' : 'at least'} the ${column_set.length} of the set`,
    }),
    expect_column_values_to_not_be_null: ({ column }) => words('not-null', column, 'has values', 'has no value'),
    expect_column_values_to_be_null: ({ column }) => words('null', column, 'has no values', 'has a value'),
    expect_column_values_to_be_between: (args) => {
        const within = range(args, quoteName(args.column));
        return words('between', args.column, `is ${within}`, `is not ${within}`);
    },
    expect_column_values_to_be_in_set: ({ column, value_set }) => {
        const set = `in the set of ${value_set.length}`;
        return words('in-set', column, `is ${set}`, `is not ${set}`);
    },
    expect_column_values_to_not_be_in_set: ({ column, value_set }) => {
        const set = `in the refused set of ${value_set.length}`;
        return words('not-in-set', column, `is not ${set}`, `is ${set}`);
    },
    expect_column_values_to_match_regex: ({ column }) => words('regex', column, 'matches its pattern', 'does not match its pattern'),
    expect_column_values_to_not_match_regex: ({ column }) => words('not-regex', column, 'does not match the refused pattern', 'matches the refused pattern'),
    expect_column_values_to_be_unique: ({ column }) => words('unique', column, 'is unique', 'has a value that comes more than once'),
    expect_column_values_to_be_of_type: ({ column, type_ }) => {
        const type = cellTypeNamed(type_);
        return words('type', column, `is of type ${type}`, `is not of type ${type}`);
    },
    expect_column_value_lengths_to_be_between: (args) => {
        const within = `a length of ${range(args, `length of ${quoteName(args.column)}`)} characters`;
        return words('length', args.column, `has ${within}`, `has not ${within}`);
    },
    expect_compound_columns_to_be_unique: ({ column_list }) => ({
        ...words('unique', '', 'are unique together', 'have a combination that comes more than once'),
        subject: column_list.map(quoteName).join(', '),
    }),
    expect_column_min_to_be_between: (args) => aggregate('min', 'least value', args),
    expect_column_max_to_be_between: (args) => aggregate('max', 'greatest value', args),
    expect_column_mean_to_be_between: (args) => aggregate('mean', 'mean', args),
    expect_column_unique_value_count_to_be_between: (args) => aggregate('distinct-count', 'number of distinct values', args),
    expect_column_distinct_values_to_be_in_set: ({ column, value_set }) => {
        const set = `in the set of ${value_set.length}`;
        return words('distinct-in-set', column, `has only values ${set}`, `is not ${set}`);
    },
};
function words(id, column, asks, fallsShort) {
    return { id, subject: quoteName(column), asks, fallsShort };
}
function table(id, asks) {
    return { id, subject: 'rows', asks, fallsShort: '' };
}
function aggregate(id, figure, args) {
    return words(id, args.column, `has a ${figure} ${range(args, `${figure} of ${quoteName(args.column)}`)}`, '');
}
function range(args, what) {
    return describeRange(rangeOf(args, what).range);
}

;// CONCATENATED MODULE: ./build/data-validate/compile-rules.js







/**
 * Holds every rule against the columns.
 *
 * @throws Failure('config') when the arguments of a rule make no sense.
 */
function compileRules(rules, table, dataset) {
    const compiled = [];
    const settled = [];
    for (const rule of rules) {
        const wording = wordsFor(rule);
        try {
            compiled.push({ rule, wording, ask: askOf(rule, table) });
        }
        catch (error) {
            if (!(error instanceof AbsentColumn))
                throw error;
            settled.push(absentCheck({ rule, wording }, error.message, dataset));
        }
    }
    return { compiled, settled };
}
function absentCheck(about, problem, dataset) {
    const draft = commonDraft(about, dataset);
    if (about.rule.optional)
        return (0,check/* check */.z6)({ ...draft, outcome: { status: 'skip', reason: 'the column is optional and absent' } });
    return (0,check/* check */.z6)({ ...draft, findings: [tableFinding(about, problem, dataset)] });
}
/** What becomes of rules whose dataset is written too badly to be read as a table. */
function unjudgedChecks(rules, dataset) {
    return rules.map((rule) => (0,check/* check */.z6)({
        ...commonDraft({ rule, wording: wordsFor(rule) }, dataset),
        outcome: { status: 'skip', reason: 'not judged: the dataset is not well-formed' },
    }));
}
/**
 * Checks every pattern by our own rules, then lets the engine compile it, since that has limits of its own (size of the program).
 *
 * @throws Failure('config') naming the pattern.
 */
async function assertRegexes(rules, session) {
    for (const pattern of new Set(rules.flatMap(({ args }) => ('regex' in args ? [args.regex] : [])))) {
        assertCommonRegex(pattern);
        try {
            await session.rows("SELECT regexp_matches('', $1)", [pattern]);
        }
        catch (error) {
            if (!(error instanceof engine/* EngineError */.NJ))
                throw error;
            const shown = JSON.stringify(pattern.slice(0, 200));
            throw (0,failure/* configError */.Fj)(`regular expression ${shown} is not valid: ${error.message}`, {
                fix: 'use what RE2 and Java have in common',
            });
        }
    }
}

;// CONCATENATED MODULE: ./build/data-validate/duckdb-cells.js

function printSteps(table, column) {
    switch (table.format) {
        case 'csv':
            return textCells(column);
        case 'jsonl':
            return jsonCells(column);
        case 'parquet':
            return typedCells(column, table.columns[column]?.type ?? 'other');
    }
}
function typeCode(type) {
    return cellTypes.indexOf(type) + 1;
}
const day = String.raw `\d{4}-\d{2}-\d{2}`;
const clock = String.raw `[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?`;
/** ISO 8601 with `T` or a space; seconds and fraction optional, but not before an offset. A day alone is its midnight. */
const localTime = `${day}(${clock})?`;
const zonedTime = `${day}${String.raw `[T ]\d{2}:\d{2}:\d{2}(\.\d{1,9})?`}(Z|[+-]${String.raw `\d{2}(:?\d{2})?`})`;
/** Digits, signs, the point and the space come before it: no other text can be a number or a time, and casts are dear. */
const startsLikeNumber = (text) => `${text} < ':'`;
/** The patterns keep out what the casts would take (`epoch`, years BC, a time in a day); the cast would drop an offset. */
function timeOf(text) {
    const local = `WHEN regexp_full_match(${text}, '${localTime}') THEN TRY_CAST(${text} AS TIMESTAMP)`;
    const zoned = `WHEN regexp_full_match(${text}, '${zonedTime}') THEN TRY_CAST(${text} AS TIMESTAMPTZ) AT TIME ZONE 'UTC'`;
    return `CASE WHEN NOT (${text} LIKE '____-__-__%') THEN NULL ${local} ${zoned} END`;
}
const codeOfTime = (i) => `CASE WHEN length(t${i}) = 10 THEN ${typeCode('date')} ELSE ${typeCode('timestamp')} END`;
/** A CSV number is finite and decimal: DuckDB's cast would also take underscores, `inf` and `nan`. Spaces around are accepted. */
function textCells(i) {
    const fraction = ['.', 'e', 'E'].map((sign) => `contains(t${i}, '${sign}')`).join(' OR ');
    return [
        [`c${i} AS r${i}`, `c${i} AS t${i}`],
        [
            `CASE WHEN ${startsLikeNumber(`t${i}`)} AND NOT contains(t${i}, '_') THEN TRY_CAST(t${i} AS DOUBLE) END AS x${i}`,
            `CASE WHEN ${startsLikeNumber(`t${i}`)} THEN ${timeOf(`t${i}`)} END AS d${i}`,
        ],
        [`CASE WHEN isfinite(x${i}) THEN x${i} END AS n${i}`],
        [
            [
                `CASE WHEN t${i} IS NULL THEN NULL`,
                `WHEN n${i} IS NOT NULL THEN CASE WHEN ${fraction} THEN ${typeCode('number')} ELSE ${typeCode('integer')} END`,
                `WHEN d${i} IS NOT NULL THEN ${codeOfTime(i)}`,
                `WHEN strlen(t${i}) IN (4, 5) AND lower(t${i}) IN ('true', 'false') THEN ${typeCode('boolean')}`,
                `ELSE ${typeCode('text')} END AS k${i}`,
            ].join(' '),
        ],
    ];
}
function jsonCells(i) {
    const is = (...types) => `j${i} IN (${types.map((type) => `'${type}'`).join(', ')})`;
    const integers = ['BIGINT', 'UBIGINT', 'HUGEINT'];
    return [
        [`c${i}`, `json_type(c${i}) AS j${i}`],
        [
            `CASE WHEN j${i} <> 'NULL' THEN CAST(c${i} AS VARCHAR) END AS r${i}`,
            `CASE WHEN j${i} <> 'NULL' THEN c${i} ->> '$' END AS t${i}`,
        ],
        [
            `CASE WHEN ${is(...integers, 'DOUBLE')} THEN nullif(TRY_CAST(t${i} AS DOUBLE), CAST('nan' AS DOUBLE)) END AS n${i}`,
            `CASE WHEN ${is('VARCHAR')} AND ${startsLikeNumber(`t${i}`)} THEN ${timeOf(`t${i}`)} END AS d${i}`,
        ],
        [
            [
                `CASE WHEN r${i} IS NULL THEN NULL`,
                `WHEN ${is(...integers)} THEN ${typeCode('integer')}`,
                `WHEN ${is('DOUBLE')} THEN ${typeCode('number')}`,
                `WHEN ${is('BOOLEAN')} THEN ${typeCode('boolean')}`,
                `WHEN d${i} IS NOT NULL THEN ${codeOfTime(i)}`,
                `WHEN ${is('VARCHAR')} THEN ${typeCode('text')}`,
                `ELSE ${typeCode('other')} END AS k${i}`,
            ].join(' '),
        ],
    ];
}
/** NaN is a missing value, as in pandas and Great Expectations. */
function typedCells(i, type) {
    return [
        [`${type === 'number' ? `nullif(c${i}, CAST('nan' AS DOUBLE))` : `c${i}`} AS r${i}`],
        [
            `CAST(r${i} AS VARCHAR) AS t${i}`,
            `${type === 'integer' || type === 'number' ? `CAST(r${i} AS DOUBLE)` : 'CAST(NULL AS DOUBLE)'} AS n${i}`,
            `${type === 'date' || type === 'timestamp' ? `CAST(r${i} AS TIMESTAMP)` : 'CAST(NULL AS TIMESTAMP)'} AS d${i}`,
            `CASE WHEN r${i} IS NOT NULL THEN ${typeCode(type)} END AS k${i}`,
        ],
        [],
        [],
    ];
}

;// CONCATENATED MODULE: ./build/data-validate/duckdb-predicate.js


function duckdb_predicate_viewOf(column, view) {
    return { text: `t${column}`, number: `n${column}`, time: `d${column}`, length: `length(t${column})` }[view];
}
/** Never NULL, so that NOT means what it says. */
function printPredicate(predicate) {
    switch (predicate.kind) {
        case 'missing':
            return `r${predicate.column} IS NULL`;
        case 'is':
            return known(`k${predicate.column} IN (${predicate.types.map(typeCode).join(', ')})`);
        case 'within':
            return printWithin(duckdb_predicate_viewOf(predicate.column, predicate.view), predicate.view, predicate.range);
        case 'among':
            return printAmong(predicate);
        case 'matches':
            return known(`regexp_matches(t${predicate.column}, ${(0,engine/* sqlString */.Qw)(predicate.pattern)})`);
        case 'not':
            return `NOT ${printPredicate(predicate.of)}`;
        case 'all':
            return predicate.of.length === 0 ? 'true' : `(${predicate.of.map(printPredicate).join(' AND ')})`;
        case 'any':
            return predicate.of.length === 0 ? 'false' : `(${predicate.of.map(printPredicate).join(' OR ')})`;
    }
}
function printWithin(value, view, { min, max, strictMin, strictMax }) {
    const ends = [
        ...(min === undefined ? [] : [`${value} ${strictMin ? '>' : '>='} ${printBound(min, view)}`]),
        ...(max === undefined ? [] : [`${value} ${strictMax ? '<' : '<='} ${printBound(max, view)}`]),
    ];
    return known(ends.length === 0 ? `${value} IS NOT NULL` : ends.join(' AND '));
}
function printBound(bound, view) {
    if (typeof bound === 'number')
        return printNumber(bound);
    return view === 'time' ? `CAST(${(0,engine/* sqlString */.Qw)(bound)} AS TIMESTAMP)` : (0,engine/* sqlString */.Qw)(bound);
}
/** With an exponent, so that DuckDB reads a DOUBLE and not a DECIMAL. */
function printNumber(value) {
    const text = String(value);
    return text.includes('e') ? text : `${text}e0`;
}
function printAmong({ column, numbers, texts, booleans }) {
    const parts = [
        ...(numbers.length === 0 ? [] : [`n${column} IN (${numbers.map(printNumber).join(', ')})`]),
        ...(texts.length === 0 ? [] : [`t${column} IN (${texts.map(engine/* sqlString */.Qw).join(', ')})`]),
        ...booleans.map((value) => `(k${column} = ${typeCode('boolean')} AND lower(t${column}) = '${value}')`),
    ];
    return `(${parts.map(known).join(' OR ')})`;
}
function known(condition) {
    return `coalesce(${condition}, false)`;
}

;// CONCATENATED MODULE: ./build/data-validate/duckdb-source.js

/** A record larger than this is refused: the engine must hold it in one buffer. Bytes. */
const longestCsvRecord = 2_000_000;
const longestJsonLine = 8 * 1024 * 1024;
/**
 * What stands after FROM to read a table, or one file of it: columns `c0` … by position, so that names in the data never become
 * SQL. With `numbered`, a column `nr` counts the rows of that one file from 1.
 */
function printSource(table, files, numbered) {
    const parts = [...groupByNewline(files)].map(([newline, group]) => printRead(table, group, newline, numbered));
    return parts.length === 1 ? `(${parts[0]})` : `(${parts.map((part) => `(${part})`).join(' UNION ALL ')})`;
}
/** DuckDB takes one kind of line end per call. */
function groupByNewline(files) {
    const groups = new Map();
    for (const file of files)
        groups.set(file.newline, [...(groups.get(file.newline) ?? []), file]);
    return groups;
}
function printRead(table, files, newline, numbered) {
    const paths = `[${files.map(({ path }) => (0,engine/* sqlFile */.bl)(path)).join(', ')}]`;
    const names = table.columns.map((_, i) => `c${i}`);
    switch (table.format) {
        case 'csv': {
            const select = numbered ? 'SELECT *, row_number() OVER () AS nr' : 'SELECT *';
            return `${select} FROM ${printCsv(paths, names, table.csv, newline)}`;
        }
        case 'parquet': {
            const row = numbered ? ', file_row_number + 1 AS nr' : '';
            return `SELECT ${names.join(', ')}${row} FROM read_parquet(${paths}, file_row_number = true) t(${names.join(', ')})`;
        }
        case 'jsonl': {
            const pointers = table.columns.map(({ name }) => (0,engine/* sqlString */.Qw)(jsonPointer(name)));
            const row = numbered ? 'nr, ' : '';
            const cells = names.map((name, i) => `cells[${i + 1}] AS ${name}`).join(', ');
            return `SELECT ${row}${cells || '1'} FROM (SELECT ${row}json_extract(line, CAST([${pointers.join(', ')}] AS VARCHAR[])) AS cells FROM ${printLines(paths, newline, numbered)})`;
        }
    }
}
/** Everything said, so that nothing is guessed; every cell as text, so that a bad one is a finding and not a crash. */
function printCsv(paths, names, form, newline) {
    const options = [
        'auto_detect = false',
        `header = ${form.header}`,
        `delim = ${(0,engine/* sqlString */.Qw)(form.delimiter)}`,
        `quote = ${(0,engine/* sqlString */.Qw)(form.quote)}`,
        `escape = ${(0,engine/* sqlString */.Qw)(form.quote)}`,
        "comment = ''",
        `new_line = ${(0,engine/* sqlString */.Qw)(newline === '\n' ? '\\n' : '\\r\\n')}`,
        `nullstr = [${form.nullValues.map(engine/* sqlString */.Qw).join(', ')}]`,
        `max_line_size = ${longestCsvRecord}`,
        // Set to true, it loses the rows of files with CRLF (1.5.5); CsvScanner has held the file to RFC 4180 already.
        'strict_mode = false',
        'null_padding = false',
        `columns = {${names.map((name) => `${name}: 'VARCHAR'`).join(', ')}}`,
    ];
    return `read_csv(${paths}, ${options.join(', ')})`;
}
/** JSON lines that are not blank, as `line`; with `numbered`, `nr` is their line in the file, blank ones counted. */
function printLines(paths, newline, numbered) {
    const options = [
        'auto_detect = false',
        'header = false',
        "delim = ''",
        "quote = ''",
        "escape = ''",
        "comment = ''",
        "nullstr = ''",
        `new_line = ${(0,engine/* sqlString */.Qw)(newline === '\n' ? '\\n' : '\\r\\n')}`,
        `max_line_size = ${longestJsonLine}`,
        "columns = {line: 'VARCHAR'}",
    ];
    const lines = `read_csv(${paths}, ${options.join(', ')})`;
    const counted = numbered ? `(SELECT row_number() OVER () AS nr, line FROM ${lines})` : lines;
    return `(SELECT ${numbered ? 'nr, ' : ''}line FROM ${counted} WHERE line IS NOT NULL)`;
}
/** RFC 6901: the one way to name any key in DuckDB's JSON functions without quoting rules of its own. */
function jsonPointer(key) {
    return `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

;// CONCATENATED MODULE: ./build/data-validate/duckdb.js





const duckDb = {
    scan(table, metrics) {
        const figures = metrics.map((metric, i) => `${printMetric(metric)} AS m${i}`);
        return [
            `WITH ${cellsOf(table, columnsOf(metrics))}`,
            `SELECT ${figures.join(',\n  ')}`,
            'FROM cells',
        ].join('\n');
    },
    repeated(table, columns, where) {
        const used = [...columns, ...(where ? columnsIn(where) : [])];
        const counts = printRepeatedKeys(columns, where, 'cells', 'count(*) AS n');
        return `WITH ${cellsOf(table, used)}\nSELECT coalesce(sum(n), 0) AS m0 FROM (${counts})`;
    },
    samples(table, file, samplings, most) {
        const used = samplings.flatMap(({ where, columns }) => [...columnsIn(where), ...columns]);
        const keys = samplings.flatMap(({ where, repeated }, i) => repeated
            ? [`keys${i} AS (${printRepeatedKeys(repeated, where, 'cells', `${printKey(repeated)} AS key`)})`]
            : []);
        const lists = samplings.map((sampling, i) => `${printSample(sampling, i, most)} AS s${i}`);
        // Rows of other files make a combination come more than once, too.
        const cells = keys.length === 0 ? [] : [cellsOf(table, used), ...keys];
        return [
            `WITH ${[...cells, cellsOf(table, used, file)].join(',\n')}`,
            `SELECT ${lists.join(',\n  ')}`,
            'FROM numbered_cells',
        ].join('\n');
    },
};
/** `cells` of the whole table; `numbered_cells` of one file, with `nr`. */
function cellsOf(table, columns, file) {
    const sorted = [...new Set(columns)].sort((a, b) => a - b);
    const steps = sorted.map((column) => printSteps(table, column));
    const [first, ...more] = [0, 1, 2, 3].map((step) => steps.flatMap((cells) => cells[step] ?? []));
    const base = [...(file ? ['nr'] : []), ...(first ?? [])].join(', ') || '1';
    const source = `SELECT ${base} FROM ${printSource(table, file ? [file] : table.files, file !== undefined)}`;
    const views = more
        .filter((cells) => cells.length > 0)
        .reduce((from, cells) => `SELECT *, ${cells.join(', ')} FROM (\n  ${from}\n)`, source);
    return `${file ? 'numbered_cells' : 'cells'} AS (\n  ${views}\n)`;
}
const typeNames = cellTypes.map(engine/* sqlString */.Qw).join(', ');
function printSample({ where, repeated, columns }, index, most) {
    const list = (print) => `[${columns.map(print).join(', ')}]`;
    const row = [
        'nr: nr',
        `texts: ${list((c) => `left(t${c}, 200)`)}`,
        `lengths: ${list((c) => `length(t${c})`)}`,
        `types: ${list((c) => `[${typeNames}][k${c}]`)}`,
    ];
    const again = repeated ? ` AND ${printKey(repeated)} IN (SELECT key FROM keys${index})` : '';
    return `arg_min({${row.join(', ')}}, nr, ${most}) FILTER (WHERE ${printPredicate(where)}${again})`;
}
function printRepeatedKeys(columns, where, from, select) {
    const condition = where === undefined ? '' : ` WHERE ${printPredicate(where)}`;
    return `SELECT ${select} FROM ${from}${condition} GROUP BY ${columns.map((c) => `r${c}`).join(', ')} HAVING count(*) > 1`;
}
/** As a row, so that a missing part is a value like any other. */
function printKey(columns) {
    return columns.length === 1 ? `r${columns[0]}` : `row(${columns.map((c) => `r${c}`).join(', ')})`;
}
function printMetric(metric) {
    switch (metric.kind) {
        case 'count':
            // With FILTER each count would copy what all others look at: a wide table takes minutes.
            return metric.where ? `count(CASE WHEN ${printPredicate(metric.where)} THEN 1 END)` : 'count(*)';
        case 'min':
        case 'max': {
            const value = `${metric.kind}(${duckdb_predicate_viewOf(metric.column, metric.view)})`;
            return metric.view === 'time' ? `CAST(${value} AS VARCHAR)` : value;
        }
        case 'mean': {
            // Kahan's sum hardly depends on the order of rows but yields NaN where a value is infinite.
            const n = `n${metric.column}`;
            return `coalesce(nullif(favg(${n}), CAST('nan' AS DOUBLE)), avg(${n}))`;
        }
        case 'distinct':
            return `count(DISTINCT ${printKey(metric.columns)})${filter(metric.where)}`;
        case 'estimate':
            return `approx_count_distinct(r${metric.column})`;
        case 'repeated':
            throw new Error('repeated rows take a statement of their own');
    }
}
function filter(where) {
    return where === undefined ? '' : ` FILTER (WHERE ${printPredicate(where)})`;
}
function columnsOf(metrics) {
    return metrics.flatMap((metric) => {
        switch (metric.kind) {
            case 'count':
                return metric.where ? columnsIn(metric.where) : [];
            case 'distinct':
            case 'repeated':
                return [...metric.columns, ...(metric.where ? columnsIn(metric.where) : [])];
            default:
                return [metric.column];
        }
    });
}

;// CONCATENATED MODULE: ./build/data-validate/fault.js
/** How a dataset can be badly written. A fault of severity `error` leaves nothing to hold rules against. */
const faultKinds = {
    'well-formed': { asks: 'files are well-formed', severity: 'error' },
    'distinct-columns': { asks: 'column names differ from one another', severity: 'error' },
    'same-columns': { asks: 'all files have the same columns', severity: 'error' },
    'blank-lines': { asks: 'no blank lines between rows', severity: 'warning' },
    'line-breaks': { asks: 'no line ends inside fields', severity: 'note' },
};
function blocks(fault) {
    return faultKinds[fault.kind].severity === 'error';
}
function faultsOf(kind, file, sightings) {
    return sightings.count === 0 ? [] : [{ kind, file, sightings }];
}

// EXTERNAL MODULE: ./build/gate/file-set.js
var file_set = __webpack_require__(6947);
;// CONCATENATED MODULE: ./build/data-validate/identity.js


/**
 * The subject of a dataset: its one file, or the set of its files. Stamps are taken before hashing and compared after judging, so
 * that what was judged is what was hashed.
 *
 * @throws Failure('input') when a file cannot be read.
 */
async function identify(label, paths, { files, hasher }) {
    const stamps = new Map();
    for (const path of paths)
        stamps.set(path, await stampOf(path, files));
    const hashed = [];
    for (const path of paths) {
        const { sha256 } = await hasher.file(files.resolve(path));
        hashed.push({ name: files.display(path), sha256 });
    }
    return {
        subject: { ...(0,file_set/* fileSet */.p)(hashed), role: 'dataset', grade: 'bytes', label },
        async assertUnchanged() {
            for (const [path, stamp] of stamps)
                if ((await stampOf(path, files)) !== stamp)
                    throw (0,failure/* inputError */.Xu)('changed while it was being judged', {
                        place: { file: files.display(path) },
                        fix: 'let nothing write to the data while the gate runs',
                    });
        },
    };
}
async function stampOf(path, files) {
    const file = await files.open(path);
    file.close();
    return file.stamp;
}

;// CONCATENATED MODULE: ./build/data-validate/measure.js


/** The engine plans a statement in more than linear time: this many figures are some 150 columns. */
const mostPerScan = 2000;
/**
 * Takes every figure once: one scan for all (more where a table is very wide), and one grouping for each key that turned out not to be unique.
 *
 * @param shown the dataset, for messages.
 * @throws Failure('input') when the data cannot be read to its end.
 */
async function measure(speaker, table, metrics, shown) {
    const repeated = unique(metrics.filter(isRepeated));
    const plain = unique([
        ...metrics.filter((metric) => metric.kind !== 'repeated'),
        ...repeated.flatMap((metric) => [distinctOf(metric), rowsWith(metric)]),
    ]);
    const figures = new Map();
    for (let start = 0; start < plain.length; start += mostPerScan) {
        const some = plain.slice(start, start + mostPerScan);
        const [row] = await askEngine(speaker.session, speaker.dialect.scan(table, some), shown);
        some.forEach((metric, i) => {
            figures.set(keyOf(metric), plainFigure(row?.[`m${i}`]));
        });
    }
    for (const metric of repeated) {
        const isUnique = countIn(figures, distinctOf(metric)) === countIn(figures, rowsWith(metric));
        const rows = isUnique ? 0 : await countRepeated(speaker, table, metric, shown);
        figures.set(keyOf(metric), rows);
    }
    return figures;
}
function isRepeated(metric) {
    return metric.kind === 'repeated';
}
async function countRepeated({ session, dialect }, table, { columns, where }, shown) {
    const [row] = await askEngine(session, dialect.repeated(table, columns, where), shown);
    return plainFigure(row?.m0);
}
function unique(metrics) {
    return [...new Map(metrics.map((metric) => [keyOf(metric), metric])).values()];
}
function distinctOf({ columns, where }) {
    return { kind: 'distinct', columns, ...(where && { where }) };
}
function rowsWith({ where }) {
    return { kind: 'count', ...(where && { where }) };
}
/** Counts come as bigint; a file that exceeds 2^53 rows is not one that we read. */
function plainFigure(value) {
    if (typeof value === 'bigint')
        return Number(value);
    if (typeof value === 'number' || typeof value === 'string')
        return value;
    return null;
}

;// CONCATENATED MODULE: ./build/data-validate/profile.js



/** Above this share of numbers a column with other values too is most likely one of numbers with faults. */
const mixedFrom = 0.9;
function profileMetrics({ columns }) {
    return columns.flatMap(({ type }, column) => [
        countWhere(missing(column)),
        { kind: 'estimate', column },
        ...(type === null ? cellTypes.map((cellType) => countWhere(isOf(column, [cellType]))) : []),
        ...['number', 'time'].flatMap((view) => [
            { kind: 'min', column, view },
            { kind: 'max', column, view },
        ]),
    ]);
}
function profileOf(table, rows, figures) {
    return table.columns.map((column, position) => {
        const nulls = countIn(figures, countWhere(missing(position)));
        const type = column.type ?? inferType(position, rows - nulls, figures);
        const ends = ['min', 'max'].map((kind) => endOf(kind, position, type, figures));
        const distinct = countIn(figures, { kind: 'estimate', column: position });
        return { name: column.name, type, nulls, distinct, min: ends[0] ?? null, max: ends[1] ?? null };
    });
}
function endOf(kind, column, type, figures) {
    const view = {
        integer: 'number',
        number: 'number',
        mixed: 'number',
        date: 'time',
        timestamp: 'time',
    };
    if (type === 'text' || type === 'boolean' || type === 'other' || type === 'empty')
        return null;
    const value = figures.get(keyOf({ kind, column, view: view[type] })) ?? null;
    if (typeof value !== 'number')
        return value;
    return Number.isFinite(value) ? (0,json/* round9 */.c)(value) : String(value);
}
/** The narrowest type that holds all values of a column whose cells say for themselves. */
function inferType(column, values, figures) {
    if (values === 0)
        return 'empty';
    const countOf = (...types) => types.reduce((sum, type) => sum + countIn(figures, countWhere(isOf(column, [type]))), 0);
    for (const type of ['integer', 'number', 'boolean', 'date', 'timestamp', 'other'])
        if (countOf(...acceptedTypes('parquet', type)) === values)
            return type;
    return countOf('integer', 'number') >= mixedFrom * values ? 'mixed' : 'text';
}
function isOf(column, types) {
    return { kind: 'is', column, types };
}

;// CONCATENATED MODULE: ./build/data-validate/mixed-types.js







const id = 'data-validate/mixed-types';
/** The values of a column of numbers that are none. */
function strayValues(column) {
    return allOf(not(missing(column)), not(isOf(column, ['integer', 'number'])));
}
function straysIn(column) {
    return { where: strayValues(column), columns: [column] };
}
/** A column without a type rule in which most values are numbers and some are not: a warning, since it may be meant. */
function mixedCheck(table, column, figures, samples, dataset) {
    const name = table.columns[column]?.name ?? '';
    const values = countIn(figures, rowCount) - countIn(figures, countWhere(missing(column)));
    const numbers = ['integer', 'number']
        .map((type) => countIn(figures, countWhere(isOf(column, [type]))))
        .reduce((sum, count) => sum + count, 0);
    return (0,check/* check */.z6)({
        id,
        title: `${dataset.name}: ${quoteName(name)} holds values of one type`,
        observed: (0,json/* round9 */.c)(numbers / values),
        threshold: 1,
        findings: samples.map((sample) => strayFinding(name, sample, dataset)),
        findingCount: values - numbers,
        facts: { dataset: dataset.name, column: name, unexpectedCount: values - numbers },
    });
}
function strayFinding(name, { file, row, line, cells }, { showSamples }) {
    return (0,finding/* finding */.gk)(id, {
        severity: 'warning',
        message: `${quoteName(name)} is no number, and nearly all others are`,
        file: file.shown,
        ...(line !== undefined && { line }),
        row,
        sample: describeSample(cells, showSamples),
        fix: `give ${quoteName(name)} a type in the rules`,
        item: name,
        distinct: String(row),
    });
}

;// CONCATENATED MODULE: ./build/data-validate/structure-checks.js



/** How the files are written: one check per kind of fault that would fail, and one for each other that was seen. */
function structureChecks(faults, files, dataset) {
    return Object.entries(faultKinds).flatMap(([kind, { asks, severity }]) => {
        const seen = faults.filter((fault) => fault.kind === kind);
        const always = severity === 'error' && (kind !== 'same-columns' || files > 1);
        if (seen.length === 0 && !always)
            return [];
        const id = `data-validate/${kind}`;
        return (0,check/* check */.z6)({
            id,
            title: `${dataset.name}: ${asks}`,
            findings: seen.flatMap(({ file, sightings }) => sightings.first.map(({ line, what }, i) => (0,finding/* finding */.gk)(id, {
                severity,
                message: what,
                file,
                ...(line !== undefined && { line }),
                distinct: `${line ?? i} ${what}`,
            }))),
            findingCount: seen.reduce((sum, { sightings }) => sum + sightings.count, 0),
            facts: { dataset: dataset.name },
        });
    });
}
/** A dataset without rows proves nothing, so every rule would pass: that must be said to be meant. */
function rowsCheck(rows, allowEmpty, dataset) {
    const reason = 'the dataset has no rows, so no rule could fail; set `allow-empty: true` if that is meant';
    return (0,check/* check */.z6)({
        id: 'data-validate/has-rows',
        title: `${dataset.name}: has rows`,
        observed: rows,
        facts: { dataset: dataset.name },
        ...(rows === 0 && !allowEmpty && { outcome: { status: 'error', reason } }),
    });
}

;// CONCATENATED MODULE: ./build/data-validate/judge-table.js










/** Holds the rules against a table that is well-formed: one scan for the figures, one more only where rows fall short. */
async function judgeTable({ rules, settings }, opened, speaker, dataset) {
    const { table } = opened;
    const { compiled, settled } = compileRules(rules, table, dataset);
    const metrics = [rowCount, ...profileMetrics(table), ...compiled.flatMap(metricsOf)];
    const figures = await measure(speaker, table, metrics, dataset.shown);
    assertAllRead(countIn(figures, rowCount), rowsOf(table), dataset);
    const profile = profileOf(table, rowsOf(table), figures);
    const mixed = profile.flatMap(({ type }, column) => type === 'mixed' && !hasTypeRule(compiled, column) ? [column] : []);
    const failing = compiled.filter(({ ask }) => ask.kind === 'rows' && !rowsOutcome(ask, figures).met);
    const samplings = [...failing.flatMap(samplingsOf), ...mixed.map(straysIn)];
    const samples = samplings.length === 0 ? [] : await sampleRows(speaker, opened, samplings);
    const samplesOf = new Map(failing.map((one, i) => [one, samples[i]]));
    return {
        checks: [
            rowsCheck(rowsOf(table), settings['allow-empty'] ?? false, dataset),
            ...settled,
            ...compiled.map((one) => ruleCheck(one, figures, samplesOf.get(one) ?? [], dataset)),
            ...mixed.map((column, i) => mixedCheck(table, column, figures, samples[failing.length + i] ?? [], dataset)),
        ],
        profile: profile.map((column) => ({ ...column })),
    };
}
function metricsOf({ ask }) {
    if (ask.kind === 'rows')
        return [ask.unexpected, ask.considered];
    return ask.kind === 'value' ? [ask.metric] : [];
}
/** The rows of a rule that fell short, and the columns that it looks at. */
function samplingsOf({ ask }) {
    if (ask.kind !== 'rows')
        return [];
    const { where, repeated } = ask;
    return [{ where, columns: repeated ?? [...new Set(columnsIn(where))], ...(repeated && { repeated }) }];
}
/** What was surveyed and what the engine counted must be the same rows, else one of us misread the file. */
function assertAllRead(read, surveyed, { shown }) {
    if (read !== surveyed)
        throw (0,failure/* inputError */.Xu)(`${read} rows were judged where the file holds ${surveyed}`, {
            place: { file: shown },
            fix: 'let nothing write to the data while the gate runs; if nothing did, report this file’s form as a bug',
        });
}
function hasTypeRule(compiled, column) {
    return compiled.some(({ rule, ask }) => rule.name === 'expect_column_values_to_be_of_type' &&
        ask.kind === 'rows' &&
        columnsIn(ask.where).includes(column));
}

;// CONCATENATED MODULE: ./build/data-validate/csv-header.js
const candidates = [',', ';', '\t', '|'];
/**
 * The separator that comes most often in the first line outside quotes, a comma when none does. The first line alone decides, so
 * that the order of the rows does not.
 */
function sniffDelimiter(start, quote) {
    const counts = new Map(candidates.map((candidate) => [candidate, 0]));
    let inQuotes = false;
    for (const character of start) {
        if (character === quote)
            inQuotes = !inQuotes;
        else if (inQuotes)
            continue;
        else if (character === '\n')
            break;
        else if (counts.has(character))
            counts.set(character, (counts.get(character) ?? 0) + 1);
    }
    const [best] = [...counts].sort(([, a], [, b]) => b - a);
    return best?.[0] ?? ',';
}
/** The fields of one record that is known to be well-formed. */
function parseRecord(record, { delimiter, quote }) {
    const fields = [];
    let at = 0;
    while (at <= record.length) {
        const { field, end } = record[at] === quote ? quotedField(record, at, quote) : bareField(record, at, delimiter);
        fields.push(field);
        at = end + 1;
    }
    return fields;
}
function bareField(record, start, delimiter) {
    const found = record.indexOf(delimiter, start);
    const end = found === -1 ? record.length : found;
    return { field: record.slice(start, end), end };
}
function quotedField(record, start, quote) {
    let end = start + 1;
    while (end < record.length && (record[end] !== quote || record[end + 1] === quote))
        end += record[end] === quote ? 2 : 1;
    return { field: record.slice(start + 1, end).replaceAll(quote + quote, quote), end: end + 1 };
}

;// CONCATENATED MODULE: ./build/data-validate/sightings.js

class SightingList {
    count = 0;
    first = [];
    add(line, what) {
        this.count++;
        if (this.first.length < limits/* limits */.F.findingsPerCheck)
            this.first.push({ what, ...(line !== undefined && { line }) });
    }
    addAll(more) {
        this.count += more.count;
        this.first.push(...more.first.slice(0, limits/* limits */.F.findingsPerCheck - this.first.length));
    }
}

;// CONCATENATED MODULE: ./build/data-validate/csv-scanner.js

const [other, delimiter, quote, lf, cr, space] = [0, 1, 2, 3, 4, 5];
const [fieldStart, plain, quoted, quoteInQuoted, afterCr, leadingSpace] = [0, 1, 2, 3, 4, 5];
/**
 * Follows RFC 4180 through a file, one piece after the other: a quote opens at the start of a field only and is doubled inside,
 * every record has as many fields as the first, all lines end alike. Everything else is `broken`, never mended.
 */
class CsvScanner {
    #kinds = new Uint8Array(256);
    #wanted;
    #broken = new SightingList();
    #blank = new SightingList();
    #multiline = new SightingList();
    #lines = [];
    #trailing = new SightingList();
    #inside = 0;
    #newline;
    #state = fieldStart;
    #offset = 0;
    #line = 1;
    #recordLine = 1;
    #recordStart = 0;
    #delimiters = 0;
    #problem;
    #records = 0;
    #fields = 0;
    #firstBytes = 0;
    #longest = 0;
    /** @param wanted numbers of records, from 1 and ascending, whose lines are to be told. */
    constructor(marks, wanted = []) {
        this.#kinds[0x0a] = lf;
        this.#kinds[0x0d] = cr;
        this.#kinds[0x20] = space;
        this.#kinds[marks.delimiter.charCodeAt(0)] = delimiter;
        this.#kinds[marks.quote.charCodeAt(0)] = quote;
        this.#wanted = wanted;
    }
    push(piece) {
        const kinds = this.#kinds;
        let i = this.#offset === 0 && hasByteOrderMark(piece) ? 3 : 0;
        if (i === 3)
            this.#recordStart = 3;
        // Almost every byte is inside a field or ends one: those are followed in local variables, which is three times as fast.
        let state = this.#state;
        let delimiters = this.#delimiters;
        for (; i < piece.length; i++) {
            const kind = kinds[piece[i] ?? 0];
            if (state === plain || state === quoted
                ? kind === other || kind === space
                : kind === other && state === fieldStart) {
                if (state === fieldStart)
                    state = plain;
            }
            else if (kind === delimiter && state < quoted) {
                delimiters++;
                state = fieldStart;
            }
            else {
                this.#state = state;
                this.#delimiters = delimiters;
                this.#step(kind ?? other, this.#offset + i);
                state = this.#state;
                delimiters = this.#delimiters;
            }
        }
        this.#state = state;
        this.#delimiters = delimiters;
        this.#offset += piece.length;
    }
    end() {
        if (this.#state === quoted)
            this.#problem ??= 'a quote is opened and never closed';
        if (this.#state === afterCr)
            this.#problem ??= 'a carriage return without a line feed';
        if (this.#offset > this.#recordStart)
            this.#endRecord(this.#offset);
        return {
            records: this.#records,
            fields: this.#fields,
            firstBytes: this.#firstBytes,
            longest: this.#longest,
            newline: this.#newline ?? '\n',
            broken: this.#broken,
            blank: this.#blank,
            multiline: this.#multiline,
            lines: this.#lines,
        };
    }
    #step(kind, at) {
        if (this.#state === quoted)
            this.#inQuotes(kind);
        else if (this.#state === afterCr && kind === lf)
            this.#endLine('\r\n', at - 1, at + 1);
        else if (this.#state === fieldStart && kind === quote)
            this.#state = quoted;
        else if (this.#state === quoteInQuoted && kind === quote)
            this.#state = quoted;
        else {
            this.#problem ??= misplaced(this.#state, kind);
            this.#inField(kind, at);
        }
    }
    #inQuotes(kind) {
        if (kind === quote)
            this.#state = quoteInQuoted;
        else if (kind === lf) {
            this.#line++;
            this.#inside++;
        }
    }
    #inField(kind, at) {
        if (kind === delimiter) {
            this.#delimiters++;
            this.#state = fieldStart;
        }
        else if (kind === lf)
            this.#endLine('\n', at, at + 1);
        else if (kind === cr)
            this.#state = afterCr;
        else if (kind === space && (this.#state === fieldStart || this.#state === leadingSpace))
            this.#state = leadingSpace;
        else
            this.#state = plain;
    }
    #endLine(newline, end, next) {
        this.#newline ??= newline;
        if (newline !== this.#newline)
            this.#problem ??= 'a line that ends otherwise (CRLF, LF) than the first';
        this.#line++;
        this.#endRecord(end);
        this.#recordStart = next;
        this.#recordLine = this.#line;
        this.#delimiters = 0;
        this.#inside = 0;
        this.#problem = undefined;
        this.#state = fieldStart;
    }
    #endRecord(end) {
        const bytes = end - this.#recordStart;
        const fields = this.#delimiters + 1;
        if (this.#records === 0) {
            this.#fields = fields;
            this.#firstBytes = bytes;
            if (bytes === 0)
                this.#problem ??= 'a blank line where the first record should be';
        }
        else if (bytes === 0 && this.#fields > 1) {
            this.#trailing.add(this.#recordLine, 'a blank line');
            return;
        }
        this.#records++;
        this.#longest = Math.max(this.#longest, bytes);
        this.#settleBlank();
        if (fields !== this.#fields)
            this.#problem ??= `${fields} ${fields === 1 ? 'field' : 'fields'} where the first line has ${this.#fields}`;
        if (this.#problem !== undefined)
            this.#broken.add(this.#recordLine, this.#problem);
        if (this.#inside > 0)
            this.#multiline.add(this.#recordLine, 'a line end inside a field');
        if (this.#wanted[this.#lines.length] === this.#records)
            this.#lines.push(this.#recordLine);
    }
    /** Blank lines at the very end are how some writers finish; only those before a record are worth telling. */
    #settleBlank() {
        if (this.#trailing.count === 0)
            return;
        this.#blank.addAll(this.#trailing);
        this.#trailing = new SightingList();
    }
}
/** What RFC 4180 has against this byte here, if anything. */
function misplaced(state, kind) {
    if (state === afterCr)
        return 'a carriage return without a line feed';
    if (state === quoteInQuoted && (kind === other || kind === space))
        return 'text after a closing quote';
    return state === leadingSpace && kind === quote ? 'a space before an opening quote' : undefined;
}
function hasByteOrderMark(bytes) {
    return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

;// CONCATENATED MODULE: ./build/data-validate/shared-columns.js



/** @param line where the names stand; undefined where the file has no lines. */
function repeatedColumns(names, line) {
    const seen = new Map();
    const repeated = new SightingList();
    names.forEach((name, i) => {
        const before = seen.get(name);
        if (before === undefined)
            seen.set(name, i + 1);
        else
            repeated.add(line, `columns ${before} and ${i + 1} are both named ${quoteName(name)}`);
    });
    return repeated;
}
/** One dataset is one table: its files must have the columns of the first, in the same order. */
function differingColumns(first, other) {
    const differences = new SightingList();
    for (let i = 0; i < Math.max(first.names.length, other.names.length); i++) {
        const [wanted, found] = [first.names[i], other.names[i]];
        if (wanted !== found)
            differences.add(undefined, `column ${i + 1} is ${shared_columns_named(found)}; in ${first.file.shown} it is ${shared_columns_named(wanted)}`);
    }
    return faultsOf('same-columns', other.file.shown, differences);
}
function shared_columns_named(name) {
    return name === undefined ? 'absent' : quoteName(name);
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/data-validate/read-pieces.js

const pieceBytes = 1024 * 1024;
/**
 * Hands a file over piece by piece, letting others run between pieces.
 *
 * @throws Failure('input') when it cannot be read; the run's abort reason.
 */
async function readPieces(file, ports, take) {
    for (let offset = 0;; offset += pieceBytes) {
        ports.signal.throwIfAborted();
        const piece = file.read(offset, pieceBytes);
        if (piece.byteLength > 0)
            take(piece);
        if (piece.byteLength < pieceBytes)
            return;
        await (0,promises_.setImmediate)();
    }
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./build/data-validate/text-guard.js

/** Looks at a file piece by piece for bytes that no UTF-8 text holds. */
class TextGuard {
    #offset = 0;
    #carried = new Uint8Array(0);
    #found;
    /** The first such place, once it was seen. */
    get found() {
        return this.#found;
    }
    push(piece) {
        if (this.#found)
            return;
        const bytes = this.#carried.byteLength === 0 ? piece : Buffer.concat([this.#carried, piece]);
        const whole = bytes.subarray(0, bytes.byteLength - unfinishedTail(bytes));
        this.#found = earlier(this.#nul(whole), (0,external_node_buffer_.isUtf8)(whole) ? undefined : this.#malformed(whole));
        this.#offset += whole.byteLength;
        this.#carried = Uint8Array.from(bytes.subarray(whole.byteLength));
    }
    end() {
        if (this.#carried.byteLength > 0)
            this.#found ??= this.#malformed(this.#carried);
    }
    #nul(bytes) {
        const at = bytes.indexOf(0);
        return at === -1 ? undefined : { offset: this.#offset + at, what: 'a NUL byte' };
    }
    #malformed(bytes) {
        const at = firstMalformed(bytes);
        const utf16 = this.#offset + at === 0 && (bytes[0] === 0xff || bytes[0] === 0xfe);
        return {
            offset: this.#offset + at,
            what: utf16 ? 'the byte order mark of UTF-16' : 'a byte that is not UTF-8',
        };
    }
}
function earlier(a, b) {
    return a && b ? (a.offset <= b.offset ? a : b) : (a ?? b);
}
/** How many bytes at the end begin a character that goes on in the next piece. */
function unfinishedTail(bytes) {
    for (let back = 1; back <= Math.min(3, bytes.byteLength); back++) {
        const byte = bytes[bytes.byteLength - back] ?? 0;
        if (byte >= 0xc0)
            return characterBytes(byte) > back ? back : 0;
        if (byte < 0x80)
            return 0;
    }
    return 0;
}
function characterBytes(lead) {
    if (lead < 0x80)
        return 1;
    if (lead < 0xe0)
        return 2;
    return lead < 0xf0 ? 3 : 4;
}
function firstMalformed(bytes) {
    let at = 0;
    while (at < bytes.byteLength) {
        const next = at + characterBytes(bytes[at] ?? 0);
        if (!(0,external_node_buffer_.isUtf8)(bytes.subarray(at, next)))
            break;
        at = next;
    }
    return at;
}

;// CONCATENATED MODULE: ./build/data-validate/text-file.js



/**
 * Follows a text file to its end.
 *
 * @throws Failure('input') when it is empty or holds bytes that no UTF-8 text holds, naming the first by offset and line.
 */
async function surveyText(file, shown, ports, scanner) {
    if (file.size === 0)
        throw (0,failure/* inputError */.Xu)('is empty', { place: { file: shown }, fix: 'write the data to it' });
    const guard = new TextGuard();
    await readPieces(file, ports, (piece) => {
        guard.push(piece);
        if (!guard.found)
            scanner.push(piece);
    });
    guard.end();
    if (guard.found) {
        const { offset, what } = guard.found;
        const line = await lineAt(file, offset, ports);
        throw (0,failure/* inputError */.Xu)(`holds ${what} at byte ${offset}: not a text in UTF-8`, {
            place: { file: shown, line },
            fix: 'convert it to UTF-8, or name the format that it has',
        });
    }
    return scanner.end();
}
async function lineAt(file, offset, ports) {
    let line = 1;
    let start = 0;
    await readPieces(file, ports, (piece) => {
        const end = Math.min(piece.length, offset - start);
        for (let at = piece.indexOf(0x0a); at !== -1 && at < end; at = piece.indexOf(0x0a, at + 1))
            line++;
        start += piece.length;
    });
    return line;
}
/** @throws Failure('input') when one record is larger than the engine takes. */
function assertRecordSize(longest, most, shown) {
    if (longest > most)
        throw (0,failure/* inputError */.Xu)(`has a record of ${longest} bytes; at most ${most} are read`, {
            place: { file: shown },
            fix: 'look for a quote that is opened and never closed',
        });
}

;// CONCATENATED MODULE: ./build/data-validate/open-csv.js







const sniffedBytes = 1024 * 1024;
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);
/**
 * Looks through CSV files in full: DuckDB drops a trailing separator, trims before quotes and skips blank lines without a word, so
 * what it may read is decided here.
 *
 * @throws Failure('input') when one is no text, empty or holds a record too large.
 */
async function openCsv(paths, settings, ports) {
    const all = [];
    for (const path of paths)
        all.push(await surveyCsv(path, settings, ports));
    const [first] = all;
    if (!first)
        throw new Error('a dataset has at least one file');
    return {
        table: {
            format: 'csv',
            csv: first.form,
            files: all.map(({ file }) => file),
            columns: first.names.map((name) => ({ name, type: null, declared: null })),
        },
        faults: all.flatMap((csv) => [...faultsIn(csv), ...differingColumns(first, csv)]),
        async linesOf(file, rows) {
            const csv = all.find((candidate) => candidate.file === file);
            return csv && locate(csv, rows, ports);
        },
    };
}
async function surveyCsv(path, settings, ports) {
    const shown = ports.files.display(path);
    const file = await ports.files.open(path);
    try {
        const form = formOf(file, settings);
        const survey = await surveyText(file, shown, ports, new CsvScanner(form));
        assertRecordSize(survey.longest, longestCsvRecord, shown);
        const rows = survey.records - (form.header ? 1 : 0);
        return {
            file: { path: ports.files.resolve(path), shown, rows, newline: survey.newline },
            form,
            names: namesOf(file, form, survey),
            survey,
        };
    }
    finally {
        file.close();
    }
}
function formOf(file, settings) {
    const quote = settings.quote ?? '"';
    const start = Buffer.from(file.read(0, sniffedBytes)).toString();
    return {
        delimiter: settings.delimiter ?? sniffDelimiter(start, quote),
        quote,
        header: settings.header ?? true,
        nullValues: settings['null-values'] ?? [''],
    };
}
function namesOf(file, form, survey) {
    if (!form.header)
        return Array.from({ length: survey.fields }, (_, i) => `column${i}`);
    const start = Buffer.from(file.read(0, 3)).equals(byteOrderMark) ? 3 : 0;
    return parseRecord(Buffer.from(file.read(start, survey.firstBytes)).toString(), form);
}
function faultsIn({ file: { shown }, names, survey }) {
    return [
        ...faultsOf('well-formed', shown, survey.broken),
        ...faultsOf('blank-lines', shown, survey.blank),
        ...faultsOf('line-breaks', shown, survey.multiline),
        ...faultsOf('distinct-columns', shown, repeatedColumns(names, 1)),
    ];
}
/** Where every record is one line, a row's line follows; else the file is gone through once more. */
async function locate({ file: { shown, path }, form, survey }, rows, ports) {
    const records = rows.map((row) => row + (form.header ? 1 : 0));
    if (survey.blank.count === 0 && survey.multiline.count === 0)
        return records;
    const file = await ports.files.open(path);
    try {
        const { lines } = await surveyText(file, shown, ports, new CsvScanner(form, records));
        if (lines.length !== records.length)
            throw (0,failure/* inputError */.Xu)('changed while it was being judged', { place: { file: shown } });
        return lines;
    }
    finally {
        file.close();
    }
}

;// CONCATENATED MODULE: ./build/data-validate/line-scanner.js

const loneReturn = 'a carriage return without a line feed';
/** Follows the lines of a text. */
class LineScanner {
    #broken = new SightingList();
    #newline;
    #line = 1;
    #lineStart = 0;
    #offset = 0;
    #longest = 0;
    #lastByte;
    #lone = false;
    push(piece) {
        let start = 0;
        let cr = piece.indexOf(0x0d);
        if (this.#lastByte === 0x0d && piece[0] !== 0x0a)
            this.#lone = true;
        for (let at = piece.indexOf(0x0a); at !== -1; at = piece.indexOf(0x0a, start)) {
            const crlf = (at === 0 ? this.#lastByte : piece[at - 1]) === 0x0d;
            if (cr !== -1 && cr < (crlf ? at - 1 : at))
                this.#lone = true;
            this.#endLine(crlf ? '\r\n' : '\n', this.#offset + at);
            start = at + 1;
            if (cr !== -1 && cr < start)
                cr = piece.indexOf(0x0d, start);
        }
        // One at the very end may be half of a CRLF.
        if (cr !== -1 && cr < piece.length - 1)
            this.#lone = true;
        this.#lastByte = piece.at(-1);
        this.#offset += piece.length;
    }
    end() {
        if (this.#lone || this.#lastByte === 0x0d)
            this.#broken.add(this.#line, loneReturn);
        this.#longest = Math.max(this.#longest, this.#offset - this.#lineStart);
        return { newline: this.#newline ?? '\n', broken: this.#broken, longest: this.#longest };
    }
    #endLine(newline, end) {
        this.#newline ??= newline;
        if (newline !== this.#newline)
            this.#broken.add(this.#line, 'a line that ends otherwise (CRLF, LF) than the first');
        else if (this.#lone)
            this.#broken.add(this.#line, loneReturn);
        this.#longest = Math.max(this.#longest, end - this.#lineStart);
        this.#lone = false;
        this.#line++;
        this.#lineStart = end + 1;
    }
}

;// CONCATENATED MODULE: ./build/data-validate/open-jsonl.js









const mostKeys = 10_000;
/** What a line can be instead of one object whose keys differ, as SQL. Invalid JSON must not reach the other two. */
const malformed = [
    { when: 'NOT json_valid(line)', what: 'not JSON' },
    {
        when: "CASE WHEN json_valid(line) THEN json_type(line) <> 'OBJECT' END",
        what: 'JSON, but not an object',
    },
    {
        when: 'CASE WHEN json_valid(line) THEN len(json_keys(line)) <> len(list_distinct(json_keys(line))) END',
        what: 'an object in which a key comes twice',
    },
];
/** @throws Failure('input') when a file is no text, empty or has a line too long or too many different keys. */
async function openJsonl(paths, session, ports) {
    const files = [];
    const faults = [];
    const keys = new Set();
    for (const path of paths) {
        const found = await surveyJsonl(path, session, ports);
        files.push(found.file);
        faults.push(...found.faults);
        for (const key of found.keys)
            keys.add(key);
    }
    const columns = [...keys].sort(order/* compareCodePoints */.O).map((name) => ({ name, type: null, declared: null }));
    return {
        table: { format: 'jsonl', files, columns },
        faults,
        // The engine numbers lines here, blank ones too.
        linesOf: async (_, rows) => rows,
    };
}
async function surveyJsonl(path, session, ports) {
    const [absolute, shown] = [ports.files.resolve(path), ports.files.display(path)];
    const { newline, longest, broken } = await surveyLines(path, shown, ports);
    assertRecordSize(longest, longestJsonLine, shown);
    const ask = (sql) => askEngine(session, sql, shown);
    const lines = printLines(`[${(0,engine/* sqlFile */.bl)(absolute)}]`, newline, false);
    const counts = malformed.map(({ when }, i) => `count(*) FILTER (WHERE ${when}) AS m${i}`).join(', ');
    const [counted] = await ask(`SELECT count(*) AS n, ${counts} FROM ${lines}`);
    const bad = malformed.map((_, i) => Number(counted?.[`m${i}`]));
    const keys = await ask(`SELECT DISTINCT unnest(CASE WHEN json_valid(line) THEN json_keys(line) END) AS key FROM ${lines} LIMIT ${mostKeys + 1}`);
    if (keys.length > mostKeys)
        throw (0,failure/* inputError */.Xu)(`has more than ${mostKeys} different keys`, { place: { file: shown } });
    const names = keys.map(({ key }) => String(key));
    if (names.some((name) => name.includes('\0')))
        throw (0,failure/* inputError */.Xu)('has a key with a NUL character', { place: { file: shown }, fix: 'rename it' });
    const sightings = bad.some((count) => count > 0)
        ? await sightMalformed(absolute, newline, bad, ask)
        : { count: 0, first: [] };
    return {
        file: { path: absolute, shown, rows: Number(counted?.n), newline },
        faults: [...faultsOf('well-formed', shown, broken), ...faultsOf('well-formed', shown, sightings)],
        keys: names,
    };
}
async function surveyLines(path, shown, ports) {
    const file = await ports.files.open(path);
    try {
        return await surveyText(file, shown, ports, new LineScanner());
    }
    finally {
        file.close();
    }
}
async function sightMalformed(path, newline, counts, ask) {
    const lists = malformed.map(({ when }, i) => `min(nr, ${limits/* limits */.F.findingsPerCheck}) FILTER (WHERE ${when}) AS m${i}`);
    const [row] = await ask(`SELECT ${lists.join(', ')} FROM ${printLines(`[${(0,engine/* sqlFile */.bl)(path)}]`, newline, true)}`);
    const first = malformed.flatMap(({ what }, i) => {
        const lines = row?.[`m${i}`];
        return Array.isArray(lines) ? lines.map((line) => ({ line: Number(line), what })) : [];
    });
    return {
        count: counts.reduce((sum, count) => sum + count, 0),
        first: first.sort((a, b) => a.line - b.line).slice(0, limits/* limits */.F.findingsPerCheck),
    };
}

;// CONCATENATED MODULE: ./build/data-validate/parquet-type.js
const types = [
    [/\[|^(STRUCT|MAP|UNION)\b/, 'other'],
    [/^U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/, 'integer'],
    [/^(FLOAT|DOUBLE|DECIMAL\b.*)$/, 'number'],
    [/^BOOLEAN$/, 'boolean'],
    [/^DATE$/, 'date'],
    [/^TIMESTAMP\b/, 'timestamp'],
    [/^(VARCHAR|ENUM\b.*|UUID|JSON)$/, 'text'],
];
/** @param declared DuckDB's name of a column's type. */
function cellTypeOf(declared) {
    return types.find(([pattern]) => pattern.test(declared))?.[1] ?? 'other';
}

;// CONCATENATED MODULE: ./build/data-validate/open-parquet.js





/** @throws Failure('input') when a file is no Parquet, cut off or encrypted. */
async function openParquet(paths, session, files) {
    const all = [];
    for (const path of paths)
        all.push(await describeFile(files.resolve(path), files.display(path), session));
    const [first] = all;
    if (!first)
        throw new Error('a dataset has at least one file');
    return {
        table: { format: 'parquet', files: all.map(({ file }) => file), columns: first.columns },
        faults: all.flatMap((parquet) => [
            ...faultsOf('distinct-columns', parquet.file.shown, repeatedColumns(parquet.names, undefined)),
            ...differingColumns(signature(first), signature(parquet)),
        ]),
        linesOf: async () => undefined,
    };
}
async function describeFile(path, shown, session) {
    const ask = (sql) => askEngine(session, sql, shown);
    const schema = await ask(`SELECT name, coalesce(num_children, 0) AS children FROM parquet_schema(${(0,engine/* sqlFile */.bl)(path)})`);
    const names = topLevel(schema.map(({ name, children }) => ({ name: String(name), children: Number(children) })));
    const described = await ask(`SELECT column_type FROM (DESCRIBE SELECT * FROM read_parquet(${(0,engine/* sqlFile */.bl)(path)}))`);
    const [counted] = await ask(`SELECT count(*) AS n FROM read_parquet(${(0,engine/* sqlFile */.bl)(path)})`);
    const columns = described.map(({ column_type }, i) => ({
        name: names[i] ?? '',
        declared: String(column_type),
        type: cellTypeOf(String(column_type)),
    }));
    return { file: { path, shown, rows: Number(counted?.n), newline: '\n' }, columns, names };
}
/** The schema comes depth first, its root in front; DuckDB itself renames columns that differ in case alone. */
function topLevel(nodes) {
    const names = [];
    const open = [1];
    for (const { name, children } of nodes) {
        if (open.length === 2)
            names.push(name);
        open.push((open.pop() ?? 0) - 1);
        if (children > 0)
            open.push(children);
        while (open.at(-1) === 0)
            open.pop();
    }
    return names;
}
/** Files agree when names and types do. */
function signature({ file, columns }) {
    return { file, names: columns.map(({ name, declared }) => `${name} (${declared})`) };
}

;// CONCATENATED MODULE: ./build/data-validate/judge-dataset.js











/**
 * Hashes, opens, measures and samples one dataset.
 *
 * @throws Failure('input') when it cannot be read or changes meanwhile; Failure('config') when a rule makes no sense.
 */
async function judgeDataset(dataset, engine, ports) {
    const format = formatOf(dataset.paths, dataset.settings);
    const identity = await identify(dataset.name, dataset.paths, ports);
    const facts = {
        name: dataset.name,
        shown: identity.subject.name,
        showSamples: dataset.settings['show-samples'] ?? false,
    };
    const session = await engine.open(dataset.paths.map((path) => ports.files.resolve(path)), { ordered: true });
    try {
        await assertRegexes(dataset.rules, session);
        const opened = await openFiles(dataset, format, session, ports);
        const judged = await judgeOpened(dataset, opened, session, facts);
        await identity.assertUnchanged();
        return { ...judged, subject: identity.subject };
    }
    finally {
        await session.close();
    }
}
function openFiles({ paths, settings }, format, session, ports) {
    switch (format) {
        case 'csv':
            return openCsv(paths, settings, ports);
        case 'jsonl':
            return openJsonl(paths, session, ports);
        case 'parquet':
            return openParquet(paths, session, ports.files);
    }
}
async function judgeOpened(dataset, opened, session, facts) {
    const { table, faults } = opened;
    const { owner } = dataset;
    const size = { rows: rowsOf(table), columns: table.columns.length };
    const told = { ...size, ...(owner !== undefined && { owner }) };
    const structure = structureChecks(faults, table.files.length, facts);
    if (faults.some(blocks)) {
        const checks = [...structure, ...unjudgedChecks(dataset.rules, facts)];
        return { ...size, checks, metrics: { ...told, profile: [] } };
    }
    const { checks, profile } = await judgeTable(dataset, opened, { session, dialect: duckDb }, facts);
    return { ...size, checks: [...structure, ...checks], metrics: { ...told, profile } };
}

;// CONCATENATED MODULE: ./build/data-validate/report.js
/** More columns than this are no figure that anyone reads; the evidence has them all. */
const mostColumns = 200;
/** What is beside the checks: what fell short, and what each dataset is made of. */
function report({ checks, metrics }) {
    const datasets = Object.entries(objectOf(metrics.datasets));
    return [
        ...failing(checks),
        ...datasets.flatMap(([name, dataset]) => datasetSections(name, objectOf(dataset))),
    ];
}
function failing(checks) {
    const failed = checks.filter(({ status, facts }) => facts.expectation !== undefined && ['fail', 'warn'].includes(status));
    if (failed.length === 0)
        return [];
    return [
        {
            kind: 'table',
            title: 'Expectations that the data fell short of',
            columns: [
                { label: 'dataset' },
                { label: 'expectation' },
                { label: 'column' },
                { label: 'rows short', numeric: true },
                { label: 'share, %', numeric: true },
                { label: 'observed' },
            ],
            rows: failed.map(({ facts, observed }) => [
                cellOf(facts.dataset),
                cellOf(facts.expectation),
                cellOf(facts.column ?? facts.columns),
                cellOf(facts.unexpectedCount),
                cellOf(facts.unexpectedPercent),
                facts.unexpectedCount === undefined ? cellOf(observed) : null,
            ]),
        },
    ];
}
function datasetSections(name, { rows, columns, owner, profile }) {
    const all = Array.isArray(profile) ? profile.map(objectOf) : [];
    if (all.length === 0)
        return [];
    const shown = all.slice(0, mostColumns);
    const share = (nulls) => typeof nulls === 'number' && typeof rows === 'number' && rows > 0 ? nulls / rows : 0;
    const note = `${String(rows)} rows, ${String(columns)} columns${shown.length < all.length ? `; the first ${mostColumns} are shown` : ''}.`;
    return [
        {
            kind: 'table',
            title: `Columns of ${name}`,
            note: `${note}${owner === undefined ? '' : ` Owner of the source: ${String(owner)}.`} The number of distinct values is an estimate.`,
            columns: [
                { label: 'column' },
                { label: 'type' },
                { label: 'no value, %', numeric: true },
                { label: 'distinct, about', numeric: true },
                { label: 'least', numeric: true },
                { label: 'greatest', numeric: true },
            ],
            rows: shown.map(({ name: column, type, nulls, distinct, min, max }) => [
                cellOf(column),
                cellOf(type),
                Number((share(nulls) * 100).toPrecision(3)),
                cellOf(distinct),
                cellOf(min),
                cellOf(max),
            ]),
        },
        {
            kind: 'bars',
            title: `Rows of ${name} without a value`,
            axis: 'share of rows',
            rows: shown.map(({ name: column, nulls }) => ({ label: String(column), value: share(nulls) })),
        },
    ];
}
function objectOf(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
function cellOf(value) {
    if (value === undefined || value === null)
        return null;
    if (typeof value === 'string' || typeof value === 'number')
        return value;
    return Array.isArray(value) ? value.join(', ') : JSON.stringify(value);
}

;// CONCATENATED MODULE: ./build/data-validate/gate.js







/** Judges the datasets of a pipeline by their rules: schema, nulls, ranges, sets, patterns, uniqueness, figures. */
const dataValidate = {
    name: 'data-validate',
    summary: 'Judges datasets (CSV, JSON lines, Parquet) by rules of your own or a Great Expectations suite.',
    settings: settings/* settingsSchema */.d,
    inputs: inputs,
    needsSection: true,
    headlines: headlines,
    judge,
    figures: figures,
    report: report,
};
/** One dataset after the other, since each may take all memory; what cannot be judged is told of all of them at once. */
async function judge({ settings, pipeline, ports }) {
    const names = datasetNames(pipeline, settings);
    const engine = await ports.engine();
    const judged = new Map();
    const failures = [];
    for (const name of names)
        try {
            const own = Object.hasOwn(settings, name) ? settings[name] : undefined;
            const dataset = await readDataset(name, pipeline, own ?? {}, ports.files);
            judged.set(name, await judgeDataset(dataset, engine, ports));
        }
        catch (error) {
            if (!(error instanceof failure/* Failure */.HR) || error.kind === 'outside')
                throw error;
            failures.push(error);
        }
    if (failures.length > 0)
        throw joined(failures);
    const all = [...judged.values()];
    return {
        checks: all.flatMap(({ checks }) => checks),
        subjects: all.map(({ subject }) => subject),
        materials: [],
        metrics: {
            rows: all.reduce((sum, { rows }) => sum + rows, 0),
            columns: all.reduce((sum, { columns }) => sum + columns, 0),
            datasets: Object.fromEntries([...judged].map(([name, { metrics }]) => [name, metrics])),
        },
    };
}
/** Settings are mended first. */
function joined(failures) {
    const kind = failures.some((failure) => failure.kind === 'config') ? 'config' : 'input';
    return new failure/* Failure */.HR(kind, failures.flatMap(({ problems }) => problems), { cause: failures[0] });
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


/***/ })

};
