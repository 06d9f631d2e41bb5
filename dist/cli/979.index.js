export const id = 979;
export const ids = [979];
export const modules = {

/***/ 9542:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ askEngine)
/* harmony export */ });
/* harmony import */ var _engine_engine_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6737);
/* harmony import */ var _gate_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7084);


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
        if (!(error instanceof _engine_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .EngineError */ .NJ) || error.kind === 'statement')
            throw error;
        const place = { file: shown };
        if (error.kind === 'resources')
            throw (0,_gate_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .inputError */ .Xu)('could not be judged: out of memory or disk space', { place, fix: 'use a larger runner' }, error);
        throw (0,_gate_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .inputError */ .Xu)(`cannot be read: ${error.message}`, { place, fix: 'write the file again' }, error);
    }
}


/***/ }),

/***/ 4155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Zy: () => (/* binding */ datasetNames),
  JL: () => (/* binding */ filesInFolder),
  be: () => (/* binding */ formatOf),
  nh: () => (/* binding */ isUri),
  JP: () => (/* binding */ readDataset)
});

// EXTERNAL MODULE: ./build/gate/failure.js
var failure = __webpack_require__(7084);
// EXTERNAL MODULE: ./build/gate/order.js
var order = __webpack_require__(9034);
// EXTERNAL MODULE: ./build/data-validate/names.js
var data_validate_names = __webpack_require__(5554);
// EXTERNAL MODULE: ./build/data-validate/expectations/args.js + 4 modules
var expectations_args = __webpack_require__(8542);
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
        if (!(0,expectations_args/* isExpectationName */.QS)(name))
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

// EXTERNAL MODULE: ./build/data-validate/partitions.js
var partitions = __webpack_require__(7323);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/gate/limits.js
var limits = __webpack_require__(8392);
;// CONCATENATED MODULE: ./build/data-validate/imports/contract-quality.js
const documentation = [
    'id',
    'name',
    'description',
    'dimension',
    'method',
    'businessImpact',
    'tags',
    'authoritativeDefinitions',
    'customProperties',
    'schedule',
    'scheduler',
];
const bounds = [
    'mustBe',
    'mustBeGreaterThan',
    'mustBeGreaterOrEqualTo',
    'mustBeLessThan',
    'mustBeLessOrEqualTo',
    'mustBeBetween',
];
/** Bounds that say the same end of a range. */
const sides = [
    ['mustBe', 'mustBeBetween', 'mustBeGreaterThan', 'mustBeGreaterOrEqualTo'],
    ['mustBe', 'mustBeBetween', 'mustBeLessThan', 'mustBeLessOrEqualTo'],
];
/** A rule of `quality` of the Open Data Contract Standard, of a column or of the whole. A text is for people. */
function qualityRules(rule, column) {
    switch (rule.text('type') ?? 'library') {
        case 'text':
            rule.assertOnly(['type'], documentation, 'a rule in words');
            return [];
        case 'library':
            return libraryRules(rule, column);
        case 'sql':
            return [queryRule(rule)];
        case 'custom':
            return [customRule(rule)];
        default:
            throw rule.refuse('type', 'is read as library, sql, text or custom');
    }
}
function libraryRules(rule, column) {
    const read = ['type', 'metric', 'rule', 'unit', 'arguments', 'validValues', 'severity', ...bounds];
    rule.assertOnly(read, documentation, 'a rule of the library');
    const metric = rule.text('metric') ?? rule.text('rule');
    const { pointer } = rule;
    const severity = severityOf(rule);
    if (metric === 'rowCount') {
        if (rule.has('unit') && rule.text('unit') !== 'rows')
            throw rule.refuse('unit', 'is read as rows');
        return [
            {
                type: 'expect_table_row_count_to_be_between',
                kwargs: { ...rangeOf(rule), ...severity },
                pointer,
            },
        ];
    }
    if (column === undefined)
        throw rule.refuse(rule.has('metric') ? 'metric' : 'rule', 'is read of a column');
    const on = { column, ...severity };
    const share = shareOf(rule);
    switch (metric) {
        case 'nullValues':
        case 'nullCheck':
            rule.object('arguments').assertOnly([], [], 'this rule');
            return [{ type: 'expect_column_values_to_not_be_null', kwargs: on, pointer, ...share }];
        case 'duplicateValues':
        case 'duplicateCount':
            rule.object('arguments').assertOnly([], [], 'this rule of one column');
            return [{ type: 'expect_column_values_to_be_unique', kwargs: on, pointer, ...share }];
        case 'invalidValues':
            return validityRules(rule, on, share);
        default:
            throw rule.refuse(rule.has('metric') ? 'metric' : 'rule', 'is none that is known: rowCount, nullValues, duplicateValues, invalidValues are');
    }
}
/** Values are invalid that are not among those named, or do not match the pattern: a rule for each. */
function validityRules(rule, on, share) {
    const given = rule.object('arguments');
    given.assertOnly(['validValues', 'pattern'], [], 'a rule of validity');
    const { pointer } = rule;
    const set = [...rule.list('validValues'), ...given.list('validValues')];
    const regex = given.text('pattern');
    if (set.length === 0 && regex === undefined)
        throw rule.refuse('arguments', 'should name validValues or a pattern');
    return [
        ...(set.length === 0
            ? []
            : [
                { type: 'expect_column_values_to_be_in_set', kwargs: { ...on, value_set: set }, pointer, ...share },
            ]),
        ...(regex === undefined
            ? []
            : [{ type: 'expect_column_values_to_match_regex', kwargs: { ...on, regex }, pointer, ...share }]),
    ];
}
function severityOf(rule) {
    const named = rule.text('severity');
    if (named === undefined)
        return {};
    return { severity: /^(warn|warning)$/i.test(named) ? 'warning' : /^info$/i.test(named) ? 'note' : 'error' };
}
function rangeOf(rule) {
    const exact = rule.number('mustBe');
    const [low, high, ...more] = rule.list('mustBeBetween');
    if (rule.has('mustBeBetween') && (typeof low !== 'number' || typeof high !== 'number' || more.length > 0))
        throw rule.refuse('mustBeBetween', 'should be two numbers');
    for (const side of sides) {
        const given = side.filter((bound) => rule.has(bound));
        if (given.length > 1)
            throw rule.refuse(given[1] ?? '', `stands beside \`${given[0]}\``);
    }
    const [above, below] = [rule.number('mustBeGreaterThan'), rule.number('mustBeLessThan')];
    return {
        min_value: exact ?? low ?? above ?? rule.number('mustBeGreaterOrEqualTo'),
        max_value: exact ?? high ?? below ?? rule.number('mustBeLessOrEqualTo'),
        ...(above !== undefined && { strict_min: true }),
        ...(below !== undefined && { strict_max: true }),
    };
}
/** How many may fall short: none, or a share in percent. */
function shareOf(rule) {
    const [bound, ...more] = bounds.filter((one) => rule.has(one));
    if (bound === undefined)
        return {};
    const most = rule.number('mustBeLessOrEqualTo');
    if (more.length === 0 && rule.number('mustBe') === 0)
        return {};
    if (more.length === 0 && rule.text('unit') === 'percent' && most !== undefined)
        return { maxShare: most / 100 };
    throw rule.refuse(more[0] ?? bound, 'is read as `mustBe: 0` alone, or as `mustBeLessOrEqualTo` alone with `unit: percent`');
}
/** The contract's own name of the table is ours. */
function queryRule(rule) {
    rule.assertOnly(['type', 'query', 'unit', 'dialect', 'severity', ...bounds], documentation, 'a rule in SQL');
    const query = (rule.text('query') ?? '').replaceAll(/\$?\{(?:object|table|schema)\}/g, '{batch}');
    return {
        type: 'expect_query_value_to_be_between',
        kwargs: { query, ...rangeOf(rule), ...severityOf(rule) },
        pointer: rule.pointer,
    };
}
function customRule(rule) {
    rule.assertOnly(['type', 'engine', 'implementation', 'severity'], documentation, 'a custom rule');
    if (!/^great-?expectations$/i.test(rule.text('engine') ?? ''))
        throw rule.refuse('engine', 'cannot be imported: greatExpectations is');
    const implementation = rule.object('implementation');
    implementation.assertOnly(['type', 'expectation_type', 'kwargs'], ['meta', 'notes', 'id'], 'an expectation');
    const type = implementation.text('type') ?? implementation.text('expectation_type') ?? '';
    const kwargs = implementation.object('kwargs');
    return {
        type,
        kwargs: {
            ...Object.fromEntries(kwargs.keys().map((key) => [key, kwargs.get(key)])),
            ...severityOf(rule),
        },
        pointer: kwargs.pointer,
        namedAt: implementation.pointer,
    };
}

// EXTERNAL MODULE: ./node_modules/ajv/dist/ajv.js
var ajv = __webpack_require__(2463);
// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(1916);
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
        message: `${(0,data_validate_names/* quoteName */.A)(name)} is not known here`,
        place,
        ...(known.length > 0 && { fix: `did you mean \`${(0,mod/* closest */.kp)(name.slice(0, 200), known)}\`?` }),
    };
}
function unknownNameError(name, known, place) {
    const { message, ...rest } = unknownName(name, known, place);
    return (0,failure/* configError */.Fj)(message, rest);
}

;// CONCATENATED MODULE: ./build/data-validate/imports/imported.js




/** @throws Failure('config') on an expectation or argument that cannot be honoured in full. */
function ruleFrom({ type, kwargs, pointer, namedAt = pointer, optional, maxShare }, locate) {
    const refused = expectations_args/* refusedExpectations */.aK.get(type);
    if (refused !== undefined)
        throw (0,failure/* configError */.Fj)(`\`${type}\`: ${refused}`, { place: locate(namedAt) });
    if (!(0,expectations_args/* isExpectationName */.QS)(type))
        throw unknownNameError(type, expectations_args/* expectationNames */.BR, locate(namedAt));
    const args = Object.fromEntries(Object.entries(kwargs).filter(([, value]) => value !== null && value !== undefined));
    assertShape(expectations_args/* expectationArgs */.sl[type], args, locate, pointer);
    const rule = longForm(type, args);
    return { ...rule, ...(optional && { optional }), ...(maxShare !== undefined && { maxShare }) };
}
/** Reads one object whose every key must be known: each is taken, or is there for people alone. */
class Reader {
    pointer;
    #fields;
    #locate;
    constructor(value, pointer, locate) {
        this.pointer = pointer;
        this.#locate = locate;
        if (typeof value !== 'object' || value === null || Array.isArray(value))
            throw (0,failure/* configError */.Fj)('is no object where one is expected', { place: locate(pointer) });
        this.#fields = { ...value };
    }
    /** @throws Failure('config') naming the first key that is neither read nor documentation. */
    assertOnly(read, documentation, what) {
        const odd = Object.keys(this.#fields).find((key) => !read.includes(key) && !documentation.includes(key));
        if (odd !== undefined)
            throw this.refuse(odd, `cannot be imported: ${what} is read without it`);
    }
    has(key) {
        return Object.hasOwn(this.#fields, key) && this.#fields[key] !== null && this.#fields[key] !== undefined;
    }
    get(key) {
        return this.has(key) ? this.#fields[key] : undefined;
    }
    text(key) {
        const value = this.get(key);
        if (value === undefined || typeof value === 'string')
            return value;
        throw this.refuse(key, 'should be a text');
    }
    number(key) {
        const value = this.get(key);
        if (value === undefined || typeof value === 'number')
            return value;
        throw this.refuse(key, 'should be a number');
    }
    flag(key) {
        const value = this.get(key) ?? false;
        if (typeof value === 'boolean')
            return value;
        throw this.refuse(key, 'should be true or false');
    }
    list(key) {
        const value = this.get(key) ?? [];
        if (Array.isArray(value))
            return value;
        throw this.refuse(key, 'should be a list');
    }
    /** One text or a list of them. */
    texts(key) {
        const value = this.get(key);
        const all = value === undefined ? [] : [value].flat();
        if (all.every((one) => typeof one === 'string'))
            return all;
        throw this.refuse(key, 'should be a text or a list of texts');
    }
    object(key) {
        return new Reader(this.get(key) ?? {}, `${this.pointer}/${escapePointer(key)}`, this.#locate);
    }
    objects(key) {
        return this.list(key).map((value, i) => new Reader(value, `${this.pointer}/${escapePointer(key)}/${i}`, this.#locate));
    }
    keys() {
        return Object.keys(this.#fields);
    }
    refuse(key, why) {
        return (0,failure/* configError */.Fj)(`\`${key}\` ${why}`, {
            place: this.#locate(this.pointer, key),
            fix: 'write that rule in our own form, or take it away',
        });
    }
}
function escapePointer(key) {
    return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
/** Ranges of values and of lengths; what is exclusive is so by a value of its own, as in JSON Schema since draft 6. */
function boundsOf(column, reader, optional) {
    const { pointer } = reader;
    const [least, greatest] = [reader.get('minimum'), reader.get('maximum')];
    const [above, below] = [reader.get('exclusiveMinimum'), reader.get('exclusiveMaximum')];
    for (const [key, value] of [
        ['exclusiveMinimum', above],
        ['exclusiveMaximum', below],
    ])
        if (typeof value === 'boolean')
            throw reader.refuse(key, 'is a truth value of an older draft');
    if (above !== undefined && least !== undefined)
        throw reader.refuse('exclusiveMinimum', 'stands beside `minimum`');
    if (below !== undefined && greatest !== undefined)
        throw reader.refuse('exclusiveMaximum', 'stands beside `maximum`');
    const values = {
        min_value: above ?? least,
        max_value: below ?? greatest,
        ...(above !== undefined && { strict_min: true }),
        ...(below !== undefined && { strict_max: true }),
    };
    const lengths = { min_value: reader.number('minLength'), max_value: reader.number('maxLength') };
    const hasOne = (range) => range.min_value !== undefined || range.max_value !== undefined;
    return [
        ...(hasOne(values)
            ? [{ type: 'expect_column_values_to_be_between', kwargs: { column, ...values }, pointer, optional }]
            : []),
        ...(hasOne(lengths)
            ? [
                {
                    type: 'expect_column_value_lengths_to_be_between',
                    kwargs: { column, ...lengths },
                    pointer,
                    optional,
                },
            ]
            : []),
    ];
}

;// CONCATENATED MODULE: ./build/data-validate/imports/data-contract.js



const data_contract_documentation = [
    'id',
    'businessName',
    'description',
    'physicalName',
    'physicalType',
    'dataGranularityDescription',
    'tags',
    'customProperties',
    'authoritativeDefinitions',
    'classification',
    'encryptedName',
    'transformSourceObjects',
    'transformLogic',
    'transformDescription',
    'examples',
    'criticalDataElement',
    'partitioned',
    'partitionKeyPosition',
];
/** What a contract says of itself, of its people and of service: nothing that a table could show. */
const aboutContract = [
    'id',
    'name',
    'version',
    'status',
    'tenant',
    'domain',
    'dataProduct',
    'contractCreatedTs',
    'description',
    'tags',
    'authoritativeDefinitions',
    'customProperties',
    'support',
    'price',
    'team',
    'roles',
    'servers',
];
const types = {
    string: 'text',
    integer: 'integer',
    number: 'number',
    boolean: 'boolean',
    date: 'date',
    timestamp: 'timestamp',
};
/**
 * The object of an Open Data Contract Standard contract (v3) that describes a dataset: the one of its name, or the only one.
 * bitol-io.github.io/open-data-contract-standard.
 */
function importDataContract(value, dataset, locate) {
    const contract = new Reader(value, '', locate);
    if (!/^v3\./.test(contract.text('apiVersion') ?? ''))
        throw contract.refuse('apiVersion', 'should be v3.x of the Open Data Contract Standard');
    contract.assertOnly(['apiVersion', 'kind', 'schema'], aboutContract, 'a contract');
    const objects = contract.objects('schema');
    const own = objects.find((object) => object.text('name') === dataset) ??
        (objects.length === 1 ? objects[0] : undefined);
    if (!own)
        throw (0,failure/* configError */.Fj)(`the contract has ${objects.length} schema objects, and none is named ${dataset}`, {
            place: locate('', 'schema'),
            fix: 'name one of them like the dataset',
        });
    own.assertOnly(['name', 'logicalType', 'properties', 'quality'], data_contract_documentation, 'a schema object');
    const properties = own.objects('properties');
    return [
        ...properties.flatMap(propertyRules),
        ...primaryKey(own, properties),
        ...own.objects('quality').flatMap((rule) => qualityRules(rule, undefined)),
    ];
}
function nameOf(property) {
    const name = property.text('name');
    if (name === undefined)
        throw property.refuse('name', 'is missing');
    return name;
}
function propertyRules(property) {
    property.assertOnly([
        'name',
        'logicalType',
        'logicalTypeOptions',
        'required',
        'unique',
        'primaryKey',
        'primaryKeyPosition',
        'quality',
    ], data_contract_documentation, 'a property');
    const column = nameOf(property);
    const { pointer } = property;
    const on = (type, kwargs = {}) => ({
        type,
        kwargs: { column, ...kwargs },
        pointer,
    });
    return [
        on('expect_column_to_exist'),
        ...(property.flag('required') ? [on('expect_column_values_to_not_be_null')] : []),
        ...(property.flag('unique') ? [on('expect_column_values_to_be_unique')] : []),
        ...typeRules(property, on),
        ...optionRules(property.object('logicalTypeOptions'), column),
        ...property.objects('quality').flatMap((rule) => qualityRules(rule, column)),
    ];
}
function typeRules(property, on) {
    const named = property.text('logicalType');
    if (named === undefined)
        return [];
    const type = Object.hasOwn(types, named) ? types[named] : undefined;
    if (type === undefined)
        throw property.refuse('logicalType', `is ${named}; string, integer, number, boolean, date and timestamp are read`);
    return [on('expect_column_values_to_be_of_type', { type_: type })];
}
function optionRules(options, column) {
    options.assertOnly(['minLength', 'maxLength', 'pattern', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'], ['timezone', 'defaultTimezone'], 'a property’s logicalTypeOptions');
    const pattern = options.text('pattern');
    return [
        ...boundsOf(column, options, false),
        ...(pattern === undefined
            ? []
            : [
                {
                    type: 'expect_column_values_to_match_regex',
                    kwargs: { column, regex: pattern },
                    pointer: options.pointer,
                },
            ]),
    ];
}
function primaryKey(object, properties) {
    const parts = properties.filter((property) => property.flag('primaryKey'));
    if (parts.length === 0)
        return [];
    const ordered = [...parts].sort((a, b) => (a.number('primaryKeyPosition') ?? 1) - (b.number('primaryKeyPosition') ?? 1));
    return [
        {
            type: 'expect_primary_key',
            kwargs: { column_list: ordered.map(nameOf) },
            pointer: `${object.pointer}/properties`,
        },
    ];
}

// EXTERNAL MODULE: ./node_modules/typebox/build/index.mjs + 317 modules
var build = __webpack_require__(6868);
;// CONCATENATED MODULE: ./build/data-validate/imports/gx-suite.js




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
/** The same as 0.x wrote it. */
const legacyExpectation = build/* Type.Object */.ZUJ.Object({
    expectation_type: build/* Type.String */.ZUJ.String({ minLength: 1 }),
    kwargs: free,
    meta: build/* Type.Optional */.ZUJ.Optional(build/* Type.Union */.ZUJ.Union([free, build/* Type.Null */.ZUJ.Null()])),
    ge_cloud_id: build/* Type.Optional */.ZUJ.Optional(anything),
    rendered_content: build/* Type.Optional */.ZUJ.Optional(anything),
    expectation_context: build/* Type.Optional */.ZUJ.Optional(anything),
}, { additionalProperties: false });
const parameters = build/* Type.Optional */.ZUJ.Optional(build/* Type.Union */.ZUJ.Union([free, build/* Type.Null */.ZUJ.Null()]));
const gxSuite = build/* Type.Object */.ZUJ.Object({
    expectations: build/* Type.Array */.ZUJ.Array(gxExpectation, { maxItems: 10_000 }),
    name: build/* Type.Optional */.ZUJ.Optional(anything),
    id: build/* Type.Optional */.ZUJ.Optional(anything),
    meta: build/* Type.Optional */.ZUJ.Optional(anything),
    notes: build/* Type.Optional */.ZUJ.Optional(anything),
    suite_parameters: parameters,
}, { additionalProperties: false });
const legacySuite = build/* Type.Object */.ZUJ.Object({
    expectations: build/* Type.Array */.ZUJ.Array(legacyExpectation, { maxItems: 10_000 }),
    expectation_suite_name: build/* Type.Optional */.ZUJ.Optional(anything),
    data_asset_type: build/* Type.Optional */.ZUJ.Optional(anything),
    ge_cloud_id: build/* Type.Optional */.ZUJ.Optional(anything),
    meta: build/* Type.Optional */.ZUJ.Optional(anything),
    evaluation_parameters: parameters,
}, { additionalProperties: false });
/** Arguments that say what is reported and how, never what is accepted. */
const reportingOnly = [
    'batch_id',
    'result_format',
    'include_config',
    'catch_exceptions',
    'output_strftime_format',
    'profiler_config',
];
const severities = { critical: 'error', warning: 'warning', info: 'note' };
/**
 * The rules of a suite of Great Expectations, 0.x or 1.x. An argument of `null` is one that is not given.
 *
 * @throws Failure('config') on every expectation or argument that cannot be honoured in full.
 */
function rulesOfGxSuite(value, locate) {
    const all = readSuite(value, locate);
    if (all.length === 0)
        throw (0,failure/* configError */.Fj)('the suite has no expectations, so nothing could fail', {
            place: locate('/expectations'),
        });
    return all.map((written, i) => ruleOfGx(written, locate, `/expectations/${i}`));
}
function readSuite(value, locate) {
    const { expectations } = value;
    const isLegacy = Object.hasOwn(value, 'expectation_suite_name') ||
        (Array.isArray(expectations) && JSON.stringify(expectations[0] ?? {}).includes('"expectation_type"'));
    const suite = value;
    if (!isLegacy) {
        assertShape(gxSuite, suite, locate);
        const { suite_parameters: given } = suite;
        return suite.expectations.map(({ type, ...expectation }) => ({
            type,
            typeKey: 'type',
            expectation,
            parameters: given ?? {},
        }));
    }
    assertShape(legacySuite, suite, locate);
    const { evaluation_parameters: given } = suite;
    return suite.expectations.map(({ expectation_type: type, kwargs, meta }) => ({
        type,
        typeKey: 'expectation_type',
        expectation: { kwargs, ...(meta && { meta }) },
        parameters: given ?? {},
    }));
}
function ruleOfGx({ type, typeKey, expectation, parameters: given }, locate, pointer) {
    const { kwargs, meta, severity } = expectation;
    const taken = Object.entries(kwargs)
        .filter(([key, value]) => value !== null && !reportingOnly.includes(key) && !isImplied(type, key, value))
        .map(([key, value]) => [key, parameterOr(value, given, () => locate(`${pointer}/kwargs`, key))]);
    return ruleFrom({
        type,
        kwargs: {
            ...Object.fromEntries(taken),
            ...(severity && { severity: severities[severity] }),
            ...(meta && { meta }),
        },
        pointer: `${pointer}/kwargs`,
        namedAt: `${pointer}/${typeKey}`,
    }, locate);
}
/** Their bounds are times where they are written as such. */
const comparesTimes = [
    'expect_column_values_to_be_between',
    'expect_column_min_to_be_between',
    'expect_column_max_to_be_between',
];
/** Days and times are compared as such here whatever these say, and nothing is profiled at run time. */
function isImplied(type, key, value) {
    if (key === 'parse_strings_as_datetimes')
        return value === false || (value === true && comparesTimes.includes(type));
    return (key === 'auto' || key === 'allow_cross_type_comparisons') && value === false;
}
/** `{"$PARAMETER": name}` stands for a value that the suite itself gives. */
function parameterOr(value, parametersGiven, place) {
    if (typeof value !== 'object' || value === null || !('$PARAMETER' in value))
        return value;
    const name = String(value.$PARAMETER);
    if (Object.hasOwn(parametersGiven, name))
        return parametersGiven[name];
    throw (0,failure/* configError */.Fj)(`the parameter ${JSON.stringify(name.slice(0, 200))} has no value in the suite`, {
        place: place(),
        fix: 'give it under the suite’s parameters, or write the value itself',
    });
}

;// CONCATENATED MODULE: ./build/data-validate/imports/row-schema.js

const row_schema_documentation = [
    '$schema',
    '$id',
    '$comment',
    'title',
    'description',
    'examples',
    'default',
    'deprecated',
    'readOnly',
    'writeOnly',
];
const row_schema_types = {
    string: 'text',
    integer: 'integer',
    number: 'number',
    boolean: 'boolean',
};
const formats = { date: 'date', 'date-time': 'timestamp' };
/** A JSON Schema of one row: `{type: object, properties, required}`; each property is a column. */
function importRowSchema(schema) {
    schema.assertOnly(['type', 'properties', 'required', 'additionalProperties'], row_schema_documentation, 'a JSON Schema of rows');
    if (schema.text('type') !== 'object')
        throw schema.refuse('type', 'should be object: the schema is of one row');
    const properties = schema.object('properties');
    const required = schema.texts('required');
    const names = properties.keys();
    const unknown = required.find((name) => !names.includes(name));
    if (unknown !== undefined)
        throw schema.refuse('required', `names ${unknown}, which is no property`);
    return [
        ...row_schema_closed(schema, names, required),
        ...names.flatMap((name) => row_schema_propertyRules(properties.object(name), name, required.includes(name))),
    ];
}
function row_schema_closed(schema, names, required) {
    if (!schema.has('additionalProperties') || schema.get('additionalProperties') === true)
        return [];
    if (schema.get('additionalProperties') !== false)
        throw schema.refuse('additionalProperties', 'is read as true or false');
    if (names.length !== required.length)
        throw schema.refuse('additionalProperties', 'is false, and not every property is required: name all as required');
    return [
        {
            type: 'expect_table_columns_to_match_set',
            kwargs: { column_set: names },
            pointer: `${schema.pointer}/properties`,
        },
    ];
}
function row_schema_propertyRules(property, column, isRequired) {
    property.assertOnly([
        'type',
        'enum',
        'const',
        'minimum',
        'maximum',
        'exclusiveMinimum',
        'exclusiveMaximum',
        'minLength',
        'maxLength',
        'pattern',
        'format',
    ], row_schema_documentation, 'a property');
    const { pointer } = property;
    const optional = !isRequired;
    const on = (type, kwargs) => ({
        type,
        kwargs: { column, ...kwargs },
        pointer,
        optional,
    });
    const named = property.texts('type');
    const pattern = property.text('pattern');
    const members = property.has('const') ? [property.get('const')] : property.list('enum');
    if (property.has('enum') && members.length === 0)
        throw property.refuse('enum', 'has no member, so nothing could pass');
    const mayBeNull = named.length > 0 ? named.includes('null') : !hasMembers(property);
    const isClosed = hasMembers(property) && !members.includes(null);
    return [
        ...(isRequired ? [{ type: 'expect_column_to_exist', kwargs: { column }, pointer }] : []),
        ...(!mayBeNull || isClosed ? [on('expect_column_values_to_not_be_null', {})] : []),
        ...row_schema_typeRules(property, named, on),
        ...boundsOf(column, property, optional),
        ...(pattern === undefined ? [] : [on('expect_column_values_to_match_regex', { regex: pattern })]),
        ...(members.length === 0
            ? []
            : [
                on('expect_column_values_to_be_in_set', { value_set: members.filter((member) => member !== null) }),
            ]),
    ];
}
function hasMembers(property) {
    return property.has('const') || property.has('enum');
}
function row_schema_typeRules(property, named, on) {
    const format = property.text('format');
    if (format !== undefined) {
        const type = Object.hasOwn(formats, format) ? formats[format] : undefined;
        if (type === undefined)
            throw property.refuse('format', 'is read as date or date-time: write others as a `pattern`');
        return [on('expect_column_values_to_be_of_type', { type_: type })];
    }
    const list = named
        .filter((name) => name !== 'null')
        .map((name) => {
        const type = Object.hasOwn(row_schema_types, name) ? row_schema_types[name] : undefined;
        if (type === undefined)
            throw property.refuse('type', `names ${name}; string, integer, number, boolean and null are read`);
        return type;
    });
    return list.length === 0 ? [] : [on('expect_column_values_to_be_in_type_list', { type_list: list })];
}

;// CONCATENATED MODULE: ./build/data-validate/imports/table-schema.js

const table_schema_documentation = [
    'name',
    'title',
    'description',
    'rdfType',
    'example',
    'examples',
    '$schema',
    'categories',
];
const table_schema_types = {
    string: 'text',
    integer: 'integer',
    year: 'integer',
    number: 'number',
    boolean: 'boolean',
    date: 'date',
    datetime: 'timestamp',
    any: null,
};
/** A Table Schema of Frictionless Data (v1 and v2): datapackage.org/standard/table-schema. */
function importTableSchema(schema) {
    schema.assertOnly(['fields', 'primaryKey', 'foreignKeys', 'uniqueKeys', 'missingValues', 'fieldsMatch'], table_schema_documentation, 'a Table Schema');
    const absent = schema.list('missingValues');
    if (schema.has('missingValues') && (absent.length !== 1 || absent[0] !== ''))
        throw schema.refuse('missingValues', 'is set by `null-values` of the dataset');
    const fields = schema.objects('fields');
    return [
        ...columnsOf(schema, fields),
        ...fields.flatMap(fieldRules),
        ...keysOf(schema),
        ...schema.objects('foreignKeys').map(foreignKey),
    ];
}
function table_schema_nameOf(field) {
    const name = field.text('name');
    if (name === undefined)
        throw field.refuse('name', 'is missing');
    return name;
}
function columnsOf(schema, fields) {
    const names = fields.map(table_schema_nameOf);
    const pointer = `${schema.pointer}/fields`;
    const [match = 'exact', ...others] = schema.texts('fieldsMatch');
    if (others.length > 0)
        throw schema.refuse('fieldsMatch', 'should be one word');
    switch (match) {
        case 'exact':
            return [
                { type: 'expect_table_columns_to_match_ordered_list', kwargs: { column_list: names }, pointer },
            ];
        case 'equal':
            return [{ type: 'expect_table_columns_to_match_set', kwargs: { column_set: names }, pointer }];
        case 'subset':
            return [
                {
                    type: 'expect_table_columns_to_match_set',
                    kwargs: { column_set: names, exact_match: false },
                    pointer,
                },
            ];
        default:
            throw schema.refuse('fieldsMatch', 'is read as exact, equal or subset');
    }
}
function fieldRules(field) {
    field.assertOnly(['name', 'type', 'format', 'constraints'], table_schema_documentation, 'a field');
    const column = table_schema_nameOf(field);
    return [...table_schema_typeRules(field, column), ...constraintRules(field.object('constraints'), column)];
}
function table_schema_typeRules(field, column) {
    const named = field.text('type') ?? 'string';
    const type = Object.hasOwn(table_schema_types, named) ? table_schema_types[named] : undefined;
    if (type === undefined)
        throw field.refuse('type', 'is none that is known: string, integer, number, boolean, date, datetime, year, any are');
    const format = field.text('format') ?? 'default';
    const { pointer } = field;
    if (format !== 'default' && format.includes('%') && (named === 'date' || named === 'datetime'))
        return [
            {
                type: 'expect_column_values_to_match_strftime_format',
                kwargs: { column, strftime_format: format },
                pointer,
            },
        ];
    if (format !== 'default')
        throw field.refuse('format', 'cannot be imported: write it as a `pattern`');
    return type === null
        ? []
        : [{ type: 'expect_column_values_to_be_of_type', kwargs: { column, type_: type }, pointer }];
}
function constraintRules(constraints, column) {
    const { pointer } = constraints;
    constraints.assertOnly([
        'required',
        'unique',
        'minLength',
        'maxLength',
        'minimum',
        'maximum',
        'exclusiveMinimum',
        'exclusiveMaximum',
        'pattern',
        'enum',
    ], [], 'a field’s constraints');
    const pattern = constraints.text('pattern');
    return [
        ...(constraints.flag('required')
            ? [{ type: 'expect_column_values_to_not_be_null', kwargs: { column }, pointer }]
            : []),
        ...(constraints.flag('unique')
            ? [{ type: 'expect_column_values_to_be_unique', kwargs: { column }, pointer }]
            : []),
        ...boundsOf(column, constraints, false),
        // A pattern of XML Schema matches the whole.
        ...(pattern === undefined
            ? []
            : [
                {
                    type: 'expect_column_values_to_match_regex',
                    kwargs: { column, regex: `^(?:${pattern})$` },
                    pointer,
                },
            ]),
        ...(constraints.has('enum')
            ? [
                {
                    type: 'expect_column_values_to_be_in_set',
                    kwargs: { column, value_set: constraints.list('enum') },
                    pointer,
                },
            ]
            : []),
    ];
}
function keysOf(schema) {
    const primary = schema.texts('primaryKey');
    return [
        ...(primary.length === 0
            ? []
            : [
                {
                    type: 'expect_primary_key',
                    kwargs: { column_list: primary },
                    pointer: `${schema.pointer}/primaryKey`,
                },
            ]),
        ...schema.list('uniqueKeys').map((columns, i) => ({
            type: 'expect_compound_columns_to_be_unique',
            kwargs: { column_list: columns, ignore_row_if: 'any_value_is_missing' },
            pointer: `${schema.pointer}/uniqueKeys/${i}`,
        })),
    ];
}
function foreignKey(key) {
    key.assertOnly(['fields', 'reference'], table_schema_documentation, 'a foreign key');
    const reference = key.object('reference');
    reference.assertOnly(['resource', 'fields'], table_schema_documentation, 'a reference');
    const dataset = reference.text('resource') ?? '';
    if (dataset === '')
        throw reference.refuse('resource', 'should name another dataset of the pipeline');
    return {
        type: 'expect_column_values_to_be_found_in_dataset',
        kwargs: { column_list: key.texts('fields'), dataset, dataset_columns: reference.texts('fields') },
        pointer: key.pointer,
    };
}

;// CONCATENATED MODULE: ./build/data-validate/imports/recognise.js






/**
 * The rules of a suite in a foreign format, known by what it holds and never by its name: a suite of Great Expectations, a contract of
 * the Open Data Contract Standard, a Table Schema of Frictionless Data, a JSON Schema of rows.
 *
 * @returns undefined for what is in none of them.
 * @throws Failure('config') at the place of what cannot be imported.
 */
function rulesOfForeign(value, dataset, locate) {
    if (Object.hasOwn(value, 'expectations'))
        return rulesOfGxSuite(value, locate);
    const imported = importForeign(value, dataset, locate);
    if (imported?.length === 0)
        throw (0,failure/* configError */.Fj)('asks for nothing, so nothing could fail', { place: locate('') });
    return imported?.map((one) => ruleFrom(one, locate));
}
function importForeign(value, dataset, locate) {
    if (value.kind === 'DataContract')
        return importDataContract(value, dataset, locate);
    if (Array.isArray(value.fields))
        return importTableSchema(new Reader(value, '', locate));
    if (value.type === 'object' && Object.hasOwn(value, 'properties'))
        return importRowSchema(new Reader(value, '', locate));
    return undefined;
}

// EXTERNAL MODULE: ./build/data-validate/settings.js + 1 modules
var settings = __webpack_require__(6999);
;// CONCATENATED MODULE: ./build/data-validate/suite.js







const suiteBytes = 16 * 1024 * 1024;
/**
 * Reads a suite file as the base branch has it: our own YAML (`columns`, `expect`), or one of the formats of `imports`.
 *
 * @param dataset whose rules are meant, where a file holds those of several.
 * @throws Failure('config') at file:line:column when it is missing, malformed or holds anything that is not known.
 */
async function suite_readSuite(path, dataset, files) {
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
    const foreign = rulesOfForeign(value, dataset, locate);
    if (foreign)
        return foreign;
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
            throw (0,failure/* configError */.Fj)(`rules are given for ${(0,data_validate_names/* quoteName */.A)(name)}, which is no dataset of the pipeline${(0,data_validate_names/* nearestName */.q)(name, names)}`, { fix: 'name it under `datasets` of the pipeline' });
    return names;
}
/**
 * @throws Failure('config') when a suite cannot be read; Failure('input') when a file is missing or a glob matches nothing.
 */
async function readDataset(name, { datasets }, settings, files) {
    const { path = [], key = [], owner } = datasets[name] ?? {};
    const patterns = [path].flat();
    const imported = settings.suite === undefined ? [] : await suite_readSuite(settings.suite, name, files);
    return {
        name,
        ...(owner !== undefined && { owner }),
        paths: settings.engine === 'spark' ? patterns : await existingFiles(name, patterns, files),
        settings,
        rules: [...expandKey(key), ...nativeRules(settings), ...imported],
    };
}
/** Of a store: s3://, hdfs://. */
function isUri(path) {
    return /^[a-z][a-z0-9+.-]+:\/\//.test(path);
}
/** @throws Failure('config') on a URI; Failure('input') when nothing is there. */
async function existingFiles(name, patterns, files) {
    const remote = patterns.find(isUri);
    if (remote !== undefined)
        throw (0,failure/* configError */.Fj)(`${(0,data_validate_names/* quoteName */.A)(remote)} lies in a store, and files of this machine are what is read here`, {
            fix: 'fetch it in a step before, or judge it with `engine: spark`',
        });
    const paths = await filesOf(patterns, files);
    if (paths.length === 0)
        throw (0,failure/* inputError */.Xu)(`no file of the dataset ${(0,data_validate_names/* quoteName */.A)(name)} matches ${patterns.map(data_validate_names/* quoteName */.A).join(', ')}`, {
            fix: 'mend the path, or write the data before this gate runs',
        });
    for (const found of paths)
        await assertFile(found, files);
    return paths;
}
/** A folder means all its files but those that tools keep for themselves. */
async function filesOf(patterns, files) {
    const found = [];
    for (const path of await files.glob(patterns)) {
        const isFolder = (await files.kind(path)) === 'folder';
        found.push(...(isFolder ? await filesInFolder(path.replace(/\/+$/, ''), files) : [path]));
    }
    return found;
}
/** All files of a folder but those that tools keep for themselves. @throws Failure('config') on a Delta or Iceberg table. */
async function filesInFolder(folder, files) {
    const all = await files.glob([`${escapeWildcards(folder)}/**`]);
    const names = all.map((path) => path.slice(folder.length + 1));
    const place = { file: files.display(folder) };
    const lake = names.some((name) => name.startsWith('_delta_log/'))
        ? 'a Delta table'
        : names.some((name) => /^metadata\/.*\.metadata\.json$/.test(name))
            ? 'an Iceberg table'
            : undefined;
    if (lake !== undefined)
        throw (0,failure/* configError */.Fj)(`is ${lake}: which of its files belong to it, its log alone tells`, {
            place,
            fix: 'judge it with `engine: spark`, or write the version that is meant as Parquet',
        });
    return all.filter((_, i) => !names[i]?.split('/').some(isOfTools));
}
/** `_SUCCESS`, `_metadata`, `_temporary/`; but `_key=value` is a partition, as Spark has it, too. */
function isOfTools(part) {
    return part.startsWith('_') && !part.includes('=');
}
function escapeWildcards(path) {
    return path.replaceAll(/[*?[{]/g, '[$&]');
}
async function assertFile(path, files) {
    if ((await files.kind(path)) !== 'missing')
        return;
    throw (0,failure/* inputError */.Xu)('is missing', {
        place: { file: files.display(path) },
        fix: 'mend the path, or write the data before this gate runs',
    });
}
const extensions = new Map([
    ['csv', 'csv'],
    ['tsv', 'csv'],
    ['txt', 'csv'],
    ['json', 'json'],
    ['jsonl', 'jsonl'],
    ['ndjson', 'jsonl'],
    ['parquet', 'parquet'],
    ['pq', 'parquet'],
]);
/** @throws Failure('config') when the names do not tell, disagree, or settings of CSV are given for another format or clash. */
function formatOf(paths, settings) {
    const format = settings.format ?? formatByName(paths);
    if (isLake(format))
        throw (0,failure/* configError */.Fj)(`\`format: ${format}\` is read by Spark alone`, { fix: 'set `engine: spark`' });
    const ofCsv = ['delimiter', 'quote', 'header', 'null-values'].filter((key) => settings[key] !== undefined);
    const ofText = ['compression', 'encoding'].filter((key) => settings[key] !== undefined);
    if (format === 'parquet' && ofText.length > 0)
        throw (0,failure/* configError */.Fj)(`${ofText.map(data_validate_names/* quoteName */.A).join(', ')}: only for text, and this dataset is Parquet`, {
            fix: 'take it away: Parquet says by itself how it is written',
        });
    if (format !== 'csv' && ofCsv.length > 0)
        throw (0,failure/* configError */.Fj)(`${ofCsv.map(data_validate_names/* quoteName */.A).join(', ')}: only for CSV, and this dataset is ${format}`, {
            fix: 'take it away, or set `format: csv`',
        });
    if (format !== 'parquet' && settings.hive !== false && paths.some(partitions/* hasPartitions */.q))
        throw (0,failure/* configError */.Fj)('folders named key=value are columns of Parquet alone, and this dataset is text', {
            fix: 'write it as Parquet, or set `hive: false` to read the files without those columns',
        });
    if (format === 'csv' && settings.delimiter === (settings.quote ?? '"'))
        throw (0,failure/* configError */.Fj)('`delimiter` and `quote` are the same', { fix: 'give them different characters' });
    return format;
}
function isLake(format) {
    return format === 'delta' || format === 'iceberg';
}
/** The last ending but one of a compressed file. */
function endingOf(path) {
    const parts = path.toLowerCase().split('.');
    const last = parts.at(-1) ?? '';
    return (last === 'gz' || last === 'zst' ? parts.at(-2) : last) ?? '';
}
function formatByName(paths) {
    const formats = new Set(paths.map((path) => extensions.get(endingOf(path))));
    const [format] = formats;
    if (formats.size > 1)
        throw (0,failure/* configError */.Fj)('the files of one dataset have names of different formats', {
            fix: 'make them two datasets, or set `format`',
        });
    if (format === undefined)
        throw (0,failure/* configError */.Fj)(`the format of ${(0,data_validate_names/* quoteName */.A)(paths[0] ?? '')} cannot be told from its name`, {
            fix: 'set `format` to csv, jsonl, json or parquet',
        });
    return format;
}


/***/ }),

/***/ 3257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jt: () => (/* binding */ longestJsonLine),
/* harmony export */   rP: () => (/* binding */ printSource),
/* harmony export */   tj: () => (/* binding */ printLines),
/* harmony export */   uv: () => (/* binding */ longestCsvRecord)
/* harmony export */ });
/* harmony import */ var _engine_engine_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6737);

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
    const paths = `[${files.map(({ path }) => (0,_engine_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .sqlFile */ .bl)(path)).join(', ')}]`;
    const names = table.columns.map((_, i) => `c${i}`);
    switch (table.format) {
        case 'csv': {
            const select = numbered ? 'SELECT *, row_number() OVER () AS nr' : 'SELECT *';
            return `${select} FROM ${printCsv(paths, names, table.csv, newline)}`;
        }
        case 'parquet': {
            const row = numbered ? ', row_nr + 1 AS nr' : '';
            return `SELECT ${names.join(', ')}${row} FROM ${printParquet(paths, names, table.partitions)}`;
        }
        case 'jsonl': {
            const pointers = table.columns.map(({ name }) => (0,_engine_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .sqlString */ .Qw)(jsonPointer(name)));
            const row = numbered ? 'nr, ' : '';
            const cells = names.map((name, i) => `cells[${i + 1}] AS ${name}`).join(', ');
            return `SELECT ${row}${cells || '1'} FROM (SELECT ${row}json_extract(line, CAST([${pointers.join(', ')}] AS VARCHAR[])) AS cells FROM ${printLines(paths, newline, numbered)})`;
        }
    }
}
/** The engine puts the number of the row between a file's own columns and those of its folders, these sorted by name. */
function printParquet(paths, names, partitions) {
    const own = names.length - partitions.length;
    const types = partitions.map(({ name, type }) => `${(0,_engine_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .sqlString */ .Qw)(name)}: ${type}`);
    const hive = types.length === 0
        ? 'hive_partitioning = false'
        : `hive_partitioning = true, hive_types = {${types.join(', ')}}`;
    const columns = [...names.slice(0, own), 'row_nr', ...names.slice(own)];
    return `read_parquet(${paths}, file_row_number = true, ${hive}) t(${columns.join(', ')})`;
}
/** Everything said, so that nothing is guessed; every cell as text, so that a bad one is a finding and not a crash. */
function printCsv(paths, names, form, newline) {
    const options = [
        'auto_detect = false',
        `header = ${form.header}`,
        `delim = ${(0,_engine_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .sqlString */ .Qw)(form.delimiter)}`,
        `quote = ${(0,_engine_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .sqlString */ .Qw)(form.quote)}`,
        `escape = ${(0,_engine_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .sqlString */ .Qw)(form.quote)}`,
        "comment = ''",
        `new_line = ${(0,_engine_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .sqlString */ .Qw)(newline === '\n' ? '\\n' : '\\r\\n')}`,
        `nullstr = [${form.nullValues.map(_engine_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .sqlString */ .Qw).join(', ')}]`,
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
        `new_line = ${(0,_engine_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .sqlString */ .Qw)(newline === '\n' ? '\\n' : '\\r\\n')}`,
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


/***/ }),

/***/ 6264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ duckDbSpeaker)
});

// UNUSED EXPORTS: duckDbDialect

// EXTERNAL MODULE: ./build/engine/engine.js
var engine = __webpack_require__(6737);
// EXTERNAL MODULE: ./build/gate/failure.js
var failure = __webpack_require__(7084);
// EXTERNAL MODULE: ./build/data-validate/ask-engine.js
var ask_engine = __webpack_require__(9542);
// EXTERNAL MODULE: ./build/data-validate/sql/dialect.js + 2 modules
var dialect = __webpack_require__(4581);
// EXTERNAL MODULE: ./build/data-validate/regex.js
var regex = __webpack_require__(8157);
;// CONCATENATED MODULE: ./build/data-validate/judges/json-schema.js


const mostCharacters = 1024 * 1024;
/** A group that repeats and holds a repetition can take exponential time where a pattern is matched by backtracking. */
const nestedRepetition = /\((?:[^()\\]|\\.)*[*+}](?:[^()\\]|\\.)*\)(?:[*+]|\{\d+,)/;
/**
 * A JSON Schema as Python's `jsonschema.validate` takes it: the draft by `$schema`, 2020-12 without; formats are not asserted; nothing
 * is fetched.
 *
 * @throws Failure('config') when it is no schema, too large, or holds a pattern that cannot be matched in bounded time.
 */
async function compileJsonSchema(schema) {
    const written = JSON.stringify(schema);
    if (written.length > mostCharacters)
        throw (0,failure/* configError */.Fj)(`\`json_schema\` has ${written.length} characters; at most ${mostCharacters} are read`);
    const ajv = await ajvFor(draftOf(schema));
    try {
        const validate = ajv.compile(JSON.parse(written));
        return (value) => validate(value) === true;
    }
    catch (error) {
        if (error instanceof failure/* Failure */.HR)
            throw error;
        const why = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
        throw (0,failure/* configError */.Fj)(`\`json_schema\` is no JSON Schema: ${why}`, { fix: 'mend the schema' });
    }
}
function draftOf(schema) {
    const named = typeof schema === 'object' && schema !== null && '$schema' in schema ? schema.$schema : undefined;
    const draft = /draft-(04|06|07)\/|draft\/(2019-09|2020-12)\//.exec(String(named ?? 'draft/2020-12/'));
    const found = draft?.[1] ?? draft?.[2];
    if (found === undefined)
        throw (0,failure/* configError */.Fj)('`json_schema` names a `$schema` that is not known', {
            fix: 'use draft-04, -06, -07, 2019-09 or 2020-12',
        });
    return found;
}
/** Each draft is loaded when it is asked for. */
async function ajvFor(draft) {
    const options = {
        strict: false,
        validateFormats: false,
        logger: false,
        code: { regExp: Object.assign(guardedRegExp, { code: 'guardedRegExp' }) },
    };
    switch (draft) {
        case '2020-12':
            return new (await __webpack_require__.e(/* import() */ 210).then(__webpack_require__.t.bind(__webpack_require__, 2210, 19))).Ajv2020(options);
        case '2019-09':
            return new (await __webpack_require__.e(/* import() */ 878).then(__webpack_require__.t.bind(__webpack_require__, 878, 19))).Ajv2019(options);
        case '04':
            return new (await __webpack_require__.e(/* import() */ 905).then(__webpack_require__.t.bind(__webpack_require__, 905, 19))).default.default(options);
        default: {
            const { Ajv: Ajv7 } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 2463, 19));
            const ajv = new Ajv7(options);
            if (draft === '06') {
                const meta = await __webpack_require__.e(/* import() */ 12).then(__webpack_require__.t.bind(__webpack_require__, 6012, 17));
                ajv.addMetaSchema(meta.default);
            }
            return ajv;
        }
    }
}
/** @throws Failure('config') naming the pattern. */
function guardedRegExp(pattern, flags) {
    (0,regex/* assertCommonRegex */.$)(pattern);
    if (nestedRepetition.test(pattern))
        throw (0,failure/* configError */.Fj)(`regular expression ${JSON.stringify(pattern.slice(0, 200))} repeats a repetition`, {
            fix: 'write it without a repetition inside a repeated group',
        });
    return new RegExp(pattern, flags);
}

;// CONCATENATED MODULE: ./build/data-validate/judges/python-json.js
const literals = /"(?:[^"\\]|\\.)*"|-?Infinity|NaN/gs;
/**
 * What Python's `json.loads` makes of a text: JSON, and beyond RFC 8259 the words NaN, Infinity and -Infinity (here infinite numbers).
 *
 * @returns undefined where Python raises.
 */
function parsePythonJson(text) {
    return parse(text) ?? (/NaN|Infinity/.test(text) ? parseLiterals(text) : undefined);
}
function parseLiterals(text) {
    if (/-NaN/.test(text.replaceAll(/"(?:[^"\\]|\\.)*"/gs, '""')))
        return undefined;
    return parse(text.replaceAll(literals, (found) => {
        if (found.startsWith('"'))
            return found;
        return found.startsWith('-') ? '-1e999' : '1e999';
    }));
}
function parse(text) {
    try {
        return { value: JSON.parse(text) };
    }
    catch {
        // Too deep for the stack is refused by Python, too.
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/data-validate/judges/strptime.js

/** Days of a month, Gregorian without end as Python's. */
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const months = [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
];
const oneOf = (names) => `(?:${[...names].sort((a, b) => b.length - a.length).join('|')})`;
/** What each directive matches in CPython 3.11 (`_strptime.TimeRE`), in the C locale. */
const directives = {
    d: '3[0-1]|[1-2]\\d|0[1-9]|[1-9]| [1-9]',
    f: '[0-9]{1,6}',
    H: '2[0-3]|[0-1]\\d|\\d',
    I: '1[0-2]|0[1-9]|[1-9]',
    G: '\\d\\d\\d\\d',
    j: '36[0-6]|3[0-5]\\d|[1-2]\\d\\d|0[1-9]\\d|00[1-9]|[1-9]\\d|0[1-9]|[1-9]',
    m: '1[0-2]|0[1-9]|[1-9]',
    M: '[0-5]\\d|\\d',
    S: '6[0-1]|[0-5]\\d|\\d',
    U: '5[0-3]|[0-4]\\d|\\d',
    W: '5[0-3]|[0-4]\\d|\\d',
    w: '[0-6]',
    u: '[1-7]',
    V: '5[0-3]|0[1-9]|[1-4]\\d|\\d',
    y: '\\d\\d',
    Y: '\\d\\d\\d\\d',
    z: '[+-]\\d\\d:?[0-5]\\d(?::?[0-5]\\d(?:\\.\\d{1,6})?)?|Z',
    Z: oneOf(['utc', 'gmt']),
    A: oneOf(weekdays),
    a: oneOf(weekdays.map((name) => name.slice(0, 3))),
    B: oneOf(months),
    b: oneOf(months.map((name) => name.slice(0, 3))),
    p: 'am|pm',
};
const composed = {
    c: '%a %b %d %H:%M:%S %Y',
    x: '%m/%d/%y',
    X: '%H:%M:%S',
};
/**
 * Whether Python's `datetime.strptime(text, format)` takes a text (CPython 3.11 in the C locale and UTC).
 *
 * @throws Failure('config') on a format that Python refuses, naming the directive.
 */
function compileStrptime(format) {
    const names = [];
    const pattern = new RegExp(patternOf(format, names), 'iy');
    assertIsoParts(names, format);
    return (text) => {
        pattern.lastIndex = 0;
        const found = pattern.exec(text);
        // Python takes the first way to match and then asks for nothing to be left over.
        if (found?.[0].length !== text.length)
            return false;
        return exists(new Map(names.map((name, i) => [name, found[i + 1] ?? ''])));
    };
}
function patternOf(format, names) {
    let pattern = '';
    for (let at = 0; at < format.length; at++) {
        const character = format[at] ?? '';
        if (/\s/.test(character)) {
            while (/\s/.test(format[at + 1] ?? ''))
                at++;
            pattern += '\\s+';
        }
        else if (character === '%')
            pattern += directive(format, ++at, names);
        else
            pattern += character.replace(/[\\.^$*+?{}[\]|()/-]/, '\\$&');
    }
    return pattern;
}
function directive(format, at, names) {
    const letter = format[at];
    if (letter === '%')
        return '%';
    const parts = letter === undefined ? undefined : composed[letter];
    if (parts !== undefined)
        return patternOf(parts, names);
    const pattern = letter !== undefined && Object.hasOwn(directives, letter) ? directives[letter] : undefined;
    if (letter === undefined || pattern === undefined || names.includes(letter))
        throw (0,failure/* configError */.Fj)(`\`strftime_format\` ${JSON.stringify(format)} has a directive at position ${at} that Python refuses`, { fix: 'use the directives of strptime, each once: %Y-%m-%d %H:%M:%S' });
    names.push(letter);
    return `(${pattern})`;
}
function assertIsoParts(names, format) {
    const has = (letter) => names.includes(letter);
    const weekday = ['A', 'a', 'w', 'u'].some(has);
    const lacking = has('G') ? !has('V') || !weekday || has('j') : has('V');
    if (lacking)
        throw (0,failure/* configError */.Fj)(`\`strftime_format\` ${JSON.stringify(format)}: %G, %V and a weekday go together`, {
            fix: 'use %Y, %m and %d',
        });
}
/** What the pattern cannot tell: days of the month, seconds, years and offsets that do not exist. */
function exists(parts) {
    const number = (letter) => (parts.has(letter) ? Number(parts.get(letter)?.trim()) : undefined);
    const named = (parts.get('b') ?? parts.get('B'))?.slice(0, 3).toLowerCase();
    const byName = named === undefined ? undefined : months.findIndex((name) => name.startsWith(named)) + 1;
    const month = number('m') ?? byName ?? 1;
    const day = number('d') ?? 1;
    const [short, long] = [number('y'), number('Y')];
    const year = long ?? (short === undefined ? undefined : short + (short <= 68 ? 2000 : 1900));
    if (year === 0 || number('G') === 0 || (number('S') ?? 0) > 59)
        return false;
    if (Math.abs(Number.parseInt((parts.get('z') ?? '0').slice(0, 3), 10)) > 23)
        return false;
    // Python takes 29 February without a year for one of a leap year.
    const leap = year === undefined ? true : isLeap(year);
    return day <= (month === 2 && leap ? 29 : (monthDays[month - 1] ?? 31));
}
function isLeap(year) {
    return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

;// CONCATENATED MODULE: ./build/data-validate/judges/judge.js



/** @throws Failure('config') when a format or a schema makes no sense. */
async function compileJudge(judge) {
    switch (judge.kind) {
        case 'json':
            return (text) => parsePythonJson(text) !== undefined;
        case 'json-schema': {
            const accepts = await compileJsonSchema(judge.schema);
            return (text) => {
                const parsed = parsePythonJson(text);
                return parsed !== undefined && accepts(parsed.value);
            };
        }
        case 'strptime':
            return compileStrptime(judge.format);
    }
}

// EXTERNAL MODULE: ./build/data-validate/sql/views.js
var views = __webpack_require__(6843);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/gate/json.js + 1 modules
var json = __webpack_require__(3606);
;// CONCATENATED MODULE: ./build/data-validate/duckdb/judged-cells.js


/** The temporary table of the texts of one column that a judge refused. */
function judgedTable(judge, column) {
    const digest = (0,external_node_crypto_.createHash)('sha256').update((0,json/* canonicalJson */.d)(JSON.parse(JSON.stringify([judge, column]))));
    return `judged_${digest.digest('hex').slice(0, 12)}`;
}
function refusedTexts(judge, column) {
    return `SELECT text FROM ${judgedTable(judge, column)}`;
}

// EXTERNAL MODULE: ./build/data-validate/duckdb-source.js
var duckdb_source = __webpack_require__(3257);
// EXTERNAL MODULE: ./build/data-validate/sql/nested-select.js
var nested_select = __webpack_require__(491);
// EXTERNAL MODULE: ./build/data-validate/sql/type-code.js
var type_code = __webpack_require__(7271);
;// CONCATENATED MODULE: ./build/data-validate/duckdb/cells.js


/** `SELECT` with the views in `uses`, over a source of columns `c0` …; with `numbered`, its `nr` too. */
function printCells(table, uses, source, numbered) {
    const steps = uses.all.map(([column, views]) => printSteps(table, column, views));
    const [first = [], ...more] = [0, 1, 2, 3].map((step) => steps.flatMap((cells) => cells[step] ?? []));
    return (0,nested_select/* nestedSelect */.o)(source, [[...(numbered ? ['nr'] : []), ...first], ...more]);
}
function printSteps(table, column, asked) {
    const typed = table.columns[column]?.type;
    if (typed)
        return typedCells(column, typed, table.columns[column]?.declared ?? '', asked);
    const views = new Set(asked);
    if (views.has('k'))
        for (const view of ['r', 't', 'n', 'd'])
            views.add(view);
    if (views.has('n') || views.has('d'))
        views.add('t');
    return table.format === 'jsonl' ? jsonCells(column, views) : textCells(column, views);
}
/** Those of the expressions whose view is wanted. */
function wanted(views, expressions) {
    return expressions.flatMap(([view, sql]) => (views.has(view) ? [sql] : []));
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
const codeOfTime = (i) => `CASE WHEN length(t${i}) = 10 THEN ${(0,type_code/* typeCode */.U)('date')} ELSE ${(0,type_code/* typeCode */.U)('timestamp')} END`;
/** A CSV number is finite and decimal: DuckDB's cast would also take underscores, `inf` and `nan`. Spaces around are accepted. */
function textCells(i, views) {
    const fraction = ['.', 'e', 'E'].map((sign) => `contains(t${i}, '${sign}')`).join(' OR ');
    return [
        wanted(views, [
            ['c', `c${i}`],
            ['r', `c${i} AS r${i}`],
            ['t', `c${i} AS t${i}`],
        ]),
        wanted(views, [
            [
                'n',
                `CASE WHEN ${startsLikeNumber(`t${i}`)} AND NOT contains(t${i}, '_') THEN TRY_CAST(t${i} AS DOUBLE) END AS x${i}`,
            ],
            ['d', `CASE WHEN ${startsLikeNumber(`t${i}`)} THEN ${timeOf(`t${i}`)} END AS d${i}`],
        ]),
        wanted(views, [['n', `CASE WHEN isfinite(x${i}) THEN x${i} END AS n${i}`]]),
        wanted(views, [
            [
                'k',
                [
                    `CASE WHEN t${i} IS NULL THEN NULL`,
                    `WHEN n${i} IS NOT NULL THEN CASE WHEN ${fraction} THEN ${(0,type_code/* typeCode */.U)('number')} ELSE ${(0,type_code/* typeCode */.U)('integer')} END`,
                    `WHEN d${i} IS NOT NULL THEN ${codeOfTime(i)}`,
                    `WHEN strlen(t${i}) IN (4, 5) AND lower(t${i}) IN ('true', 'false') THEN ${(0,type_code/* typeCode */.U)('boolean')}`,
                    `ELSE ${(0,type_code/* typeCode */.U)('text')} END AS k${i}`,
                ].join(' '),
            ],
        ]),
    ];
}
function jsonCells(i, views) {
    const is = (...types) => `j${i} IN (${types.map((type) => `'${type}'`).join(', ')})`;
    const integers = ['BIGINT', 'UBIGINT', 'HUGEINT'];
    return [
        [`c${i}`, `json_type(c${i}) AS j${i}`],
        wanted(views, [
            ['r', `CASE WHEN j${i} <> 'NULL' THEN CAST(c${i} AS VARCHAR) END AS r${i}`],
            ['t', `CASE WHEN j${i} <> 'NULL' THEN c${i} ->> '$' END AS t${i}`],
        ]),
        wanted(views, [
            [
                'n',
                `CASE WHEN ${is(...integers, 'DOUBLE')} THEN nullif(TRY_CAST(t${i} AS DOUBLE), CAST('nan' AS DOUBLE)) END AS n${i}`,
            ],
            [
                'd',
                `CASE WHEN ${is('VARCHAR')} AND ${startsLikeNumber(`t${i}`)} THEN ${timeOf(`t${i}`)} END AS d${i}`,
            ],
        ]),
        wanted(views, [
            [
                'k',
                [
                    `CASE WHEN r${i} IS NULL THEN NULL`,
                    `WHEN ${is(...integers)} THEN ${(0,type_code/* typeCode */.U)('integer')}`,
                    `WHEN ${is('DOUBLE')} THEN ${(0,type_code/* typeCode */.U)('number')}`,
                    `WHEN ${is('BOOLEAN')} THEN ${(0,type_code/* typeCode */.U)('boolean')}`,
                    `WHEN d${i} IS NOT NULL THEN ${codeOfTime(i)}`,
                    `WHEN ${is('VARCHAR')} THEN ${(0,type_code/* typeCode */.U)('text')}`,
                    `ELSE ${(0,type_code/* typeCode */.U)('other')} END AS k${i}`,
                ].join(' '),
            ],
        ]),
    ];
}
/** NaN is a missing value, as in pandas and Great Expectations. */
function typedCells(i, type, declared, views) {
    const mayBeNan = /^(FLOAT|DOUBLE)$/.test(declared);
    const isNumber = type === 'integer' || type === 'number';
    const isTime = type === 'date' || type === 'timestamp';
    return [
        [
            `${mayBeNan ? `nullif(c${i}, CAST('nan' AS DOUBLE))` : `c${i}`} AS r${i}`,
            ...wanted(views, [['c', `c${i}`]]),
        ],
        wanted(views, [
            ['t', `CAST(r${i} AS VARCHAR) AS t${i}`],
            ['n', `${isNumber ? `CAST(r${i} AS DOUBLE)` : 'CAST(NULL AS DOUBLE)'} AS n${i}`],
            ['d', `${isTime ? `CAST(r${i} AS TIMESTAMP)` : 'CAST(NULL AS TIMESTAMP)'} AS d${i}`],
            ['k', `CASE WHEN r${i} IS NOT NULL THEN ${(0,type_code/* typeCode */.U)(type)} END AS k${i}`],
        ]),
        [],
        [],
    ];
}

;// CONCATENATED MODULE: ./build/data-validate/duckdb/words.js




const duckDbWords = {
    text: engine/* sqlString */.Qw,
    name: (value) => `"${value.replaceAll('"', '""')}"`,
    number: printNumber,
    time: (value) => `CAST(${(0,engine/* sqlString */.Qw)(value)} AS TIMESTAMP)`,
    cells: (table, uses) => printCells(table, uses, (0,duckdb_source/* printSource */.rP)(table, table.files, false), false),
    numberedCells: (table, uses, file) => printCells(table, uses, (0,duckdb_source/* printSource */.rP)(table, [file], true), true),
    timeText: (time) => `CAST(${time} AS VARCHAR)`,
    length: (text) => `length(${text})`,
    matches: (text, pattern) => `regexp_matches(${text}, ${(0,engine/* sqlString */.Qw)(pattern)})`,
    like: (text, pattern, escapedBy) => `${text} LIKE ${(0,engine/* sqlString */.Qw)(pattern)}${escapedBy === undefined ? '' : ` ESCAPE ${(0,engine/* sqlString */.Qw)(escapedBy)}`}`,
    isNan: (column, table) => printSpecial(column, table, 'isnan', ['nan']),
    isInfinite: (column, table) => printSpecial(column, table, 'isinf', ['inf', 'infinity']),
    refusedTexts: refusedTexts,
    row: (parts) => (parts.length === 1 ? (parts[0] ?? '') : `row(${parts.join(', ')})`),
    // Kahan's sum hardly depends on the order of rows but yields NaN where a value is infinite.
    sum: (number) => `coalesce(nullif(fsum(${number}), ${nan}), sum(${number}))`,
    mean: (number) => `coalesce(nullif(favg(${number}), ${nan}), avg(${number}))`,
    deviation: (number) => `stddev_samp(CASE WHEN isfinite(${number}) THEN ${number} END)`,
    correlation: (a, b) => `corr(${a}, ${b})`,
    estimate: (value) => `approx_count_distinct(${value})`,
    countsDistinctBeside: true,
    quantiles: (number, shares) => {
        const list = `[${shares.map(printNumber).join(', ')}]`;
        return { discrete: `quantile_disc(${number}, ${list})`, linear: `quantile_cont(${number}, ${list})` };
    },
};
const nan = "CAST('nan' AS DOUBLE)";
/** With an exponent, so that DuckDB reads a DOUBLE and not a DECIMAL. */
function printNumber(value) {
    if (!Number.isFinite(value))
        return `CAST('${value}' AS DOUBLE)`;
    const text = String(value);
    return text.includes('e') ? text : `${text}e0`;
}
/** Of a typed column by its value; of text by how NumPy and Python write it. */
function printSpecial(column, table, test, written) {
    const { declared = null } = table.columns[column] ?? {};
    if (declared !== null)
        return /^(FLOAT|DOUBLE)$/.test(declared) ? `${test}(c${column})` : 'false';
    const text = table.format === 'jsonl' ? `c${column} ->> '$'` : `c${column}`;
    return `ltrim(lower(trim(${text})), '+-') IN (${written.map(engine/* sqlString */.Qw).join(', ')})`;
}

;// CONCATENATED MODULE: ./build/data-validate/duckdb/judge-cells.js





/** Texts that are handed over at once. */
const batch = 10_000;
/**
 * Has every distinct text of a column judged once and keeps those that were refused in a temporary table of the engine, which may
 * spill: however many there are, only a batch of them is in our memory.
 *
 * @throws Failure('config') when the judge makes no sense; Failure('input') as `askEngine` does.
 */
async function judgeCells(session, table, { column, judge }, shown) {
    const accepts = await compileJudge(judge);
    const refused = judgedTable(judge, column);
    const all = `${refused}_all`;
    const cells = duckDbWords.cells(table, new views/* Uses */.D7().add(column, 't'));
    const ask = (sql) => (0,ask_engine/* askEngine */.s)(session, sql, shown);
    await ask(`CREATE TEMP TABLE ${refused} (text VARCHAR)`);
    await ask(`CREATE TEMP TABLE ${all} AS SELECT DISTINCT t${column} AS text FROM (${cells}) WHERE t${column} IS NOT NULL`);
    for (let from = 0;; from += batch) {
        const rows = await ask(`SELECT text FROM ${all} WHERE rowid >= ${from} AND rowid < ${from + batch}`);
        if (rows.length === 0)
            break;
        const bad = rows.map(({ text }) => String(text)).filter((text) => !accepts(text));
        if (bad.length > 0)
            await session.rows(`INSERT INTO ${refused} SELECT unnest(from_json($1, '["VARCHAR"]'))`, [
                JSON.stringify(bad),
            ]);
    }
    await ask(`DROP TABLE ${all}`);
}

// EXTERNAL MODULE: ./build/data-validate/plan.js
var plan = __webpack_require__(1163);
// EXTERNAL MODULE: ./build/data-validate/sql/others.js
var sql_others = __webpack_require__(822);
// EXTERNAL MODULE: ./build/data-validate/sql/print-predicate.js
var print_predicate = __webpack_require__(6054);
;// CONCATENATED MODULE: ./build/data-validate/duckdb/samples.js







/** The first rows of one file that each sampling means: one pass for all, more where the order of rows matters. */
function printSamples(tables, file, samplings, most) {
    const { table } = tables;
    const print = (predicate) => (0,print_predicate/* printPredicate */.X)(predicate, duckDbWords, tables);
    const uses = new views/* Uses */.D7();
    for (const sampling of samplings)
        useSampling(uses, sampling);
    const keyed = samplings.flatMap(({ rows }, i) => rows.repeated ? [[i, rows.where, rows.repeated]] : []);
    const keys = keyed.map(([i, where, repeated]) => `keys${i} AS (SELECT ${keyOfRow(repeated)} AS key FROM cells WHERE ${print(where)} GROUP BY ${keyOfRow(repeated)} HAVING count(*) > 1)`);
    // Rows of other files make a combination come more than once, too.
    const all = keys.length === 0 ? [] : [`cells AS (\n  ${duckDbWords.cells(table, uses)}\n)`, ...keys];
    const numbered = `numbered AS (\n  ${duckDbWords.numberedCells?.(table, uses, file)}\n)`;
    const sequences = samplings.flatMap(({ rows }, i) => printSequence(rows, i, tables, uses, file));
    const lists = samplings.map(({ rows, columns }, i) => `(SELECT arg_min(${printRow(columns)}, nr, ${most}) FROM ${rows.disorder ? `sequence${i}` : 'numbered'} WHERE ${conditionOf(rows, i, print)}) AS s${i}`);
    const together = samplings.every(({ rows }) => !rows.disorder);
    const one = samplings.map(({ rows, columns }, i) => `arg_min(${printRow(columns)}, nr, ${most}) FILTER (WHERE ${conditionOf(rows, i, print)}) AS s${i}`);
    const select = together ? `SELECT ${one.join(',\n  ')} FROM numbered` : `SELECT ${lists.join(',\n  ')}`;
    const others = (0,sql_others/* printOthers */.t)(samplings.map(({ rows }) => rows.where), tables, duckDbWords);
    return {
        sql: `WITH ${[...others, ...all, numbered, ...sequences].join(',\n')}\n${select}`,
        read: ([row]) => samplings.map((_, i) => rowsIn(row?.[`s${i}`])),
    };
}
function useSampling(uses, { rows, columns }) {
    uses.ofPredicate(rows.where);
    for (const column of rows.repeated ?? [])
        uses.add(column, 'r');
    if (rows.disorder)
        uses.add(rows.disorder.column, (0,views/* letterOf */.UB)(rows.disorder.view));
    for (const column of [...columns, ...(0,plan/* columnsIn */.Jb)(rows.where)])
        uses.add(column, 't', 'k', 'r');
}
function conditionOf(rows, index, print) {
    if (rows.disorder)
        return (0,dialect/* printDisorder */.OU)(rows.disorder);
    const where = print(rows.where);
    return rows.repeated ? `${where} AND ${keyOfRow(rows.repeated)} IN (SELECT key FROM keys${index})` : where;
}
/** The rows of one file with the value before each; the last value of the file before it goes first. */
function printSequence({ where, disorder }, index, tables, uses, file) {
    if (!disorder)
        return [];
    const { files } = tables.table;
    const value = `${(0,views/* letterOf */.UB)(disorder.view)}${disorder.column}`;
    const earlier = files.slice(0, files.indexOf(file)).map((other, i) => {
        const cells = duckDbWords.numberedCells?.(tables.table, uses, other);
        return `SELECT ${i} AS file_nr, * FROM (${cells})`;
    });
    const own = `SELECT ${files.length} AS file_nr, * FROM numbered`;
    const condition = `${value} IS NOT NULL AND ${(0,print_predicate/* printPredicate */.X)(where, duckDbWords, tables)}`;
    const rows = `SELECT *, ${value} AS v, lag(${value}) OVER (ORDER BY file_nr, nr) AS before FROM (${[...earlier, own].join(' UNION ALL ')}) WHERE ${condition}`;
    return [`sequence${index} AS (SELECT * FROM (${rows}) WHERE file_nr = ${files.length})`];
}
/** As a row, so that a missing part is a value like any other. */
function keyOfRow(columns) {
    return duckDbWords.row(columns.map((c) => `r${c}`));
}
function printRow(columns) {
    const list = (print) => `[${columns.map(print).join(', ')}]`;
    const parts = [
        'nr: nr',
        `texts: ${list((c) => `left(t${c}, 200)`)}`,
        `lengths: ${list((c) => `length(t${c})`)}`,
        `types: ${list((c) => `k${c}`)}`,
    ];
    return `{${parts.join(', ')}}`;
}
/** Null where no row of the file is meant. */
function rowsIn(list) {
    if (!Array.isArray(list))
        return [];
    return list.map(({ nr, texts, lengths, types }) => ({
        row: Number(nr),
        cells: texts.map((text, i) => ({ text, length: Number(lengths[i] ?? 0), type: (0,type_code/* typeNamed */.w)(types[i]) })),
    }));
}

;// CONCATENATED MODULE: ./build/data-validate/duckdb/speaker.js







const duckDbDialect = {
    refusal: () => undefined,
    glance: (tables, metrics, rows) => (0,dialect/* printGlance */.GE)(tables, metrics, rows, duckDbWords),
    statements: (tables, metrics) => (0,dialect/* printStatements */.gG)(tables, metrics, duckDbWords),
    samples(tables, file, samplings, most) {
        if (!file)
            throw new Error('rows are sampled file by file');
        return printSamples(tables, file, samplings, most);
    },
};
/** @throws Failure('config') where the user's own query is at fault. */
function blameQuery(error) {
    if (!(error instanceof engine/* EngineError */.NJ) || error.kind !== 'statement')
        throw error;
    throw (0,failure/* configError */.Fj)(`a query of the rules is refused: ${error.message}`, {
        fix: 'write one SELECT over `{batch}` in the SQL of DuckDB',
    });
}
function duckDbSpeaker(session) {
    return {
        dialect: duckDbDialect,
        async judge({ table }, judged, shown) {
            for (const cells of judged)
                await judgeCells(session, table, cells, shown);
        },
        async refusedPattern(pattern) {
            try {
                await session.rows("SELECT regexp_matches('', $1)", [pattern]);
                return undefined;
            }
            catch (error) {
                if (!(error instanceof engine/* EngineError */.NJ))
                    throw error;
                return error.message;
            }
        },
        async ask(statements, shown) {
            const answers = [];
            for (const { sql, ofUser } of statements)
                answers.push(await (0,ask_engine/* askEngine */.s)(session, sql, shown).catch(ofUser ? blameQuery : undefined));
            return answers;
        },
    };
}


/***/ }),

/***/ 6230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bv: () => (/* binding */ blocks),
/* harmony export */   qb: () => (/* binding */ faultKinds),
/* harmony export */   xm: () => (/* binding */ faultsOf)
/* harmony export */ });
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


/***/ }),

/***/ 6866:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ measure)
/* harmony export */ });
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1163);

/**
 * Takes every figure once.
 *
 * @param known figures that were taken before.
 * @param shown the dataset, for messages.
 * @throws Failure('input') when the data cannot be read to its end.
 */
async function measure({ dialect, ask }, tables, metrics, shown, known = new Map()) {
    const wanted = new Map(metrics.map((metric) => [(0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN)(metric), metric]));
    for (const key of known.keys())
        wanted.delete(key);
    const statements = dialect.statements(tables, [...wanted.values()]);
    const answers = statements.length === 0 ? [] : await ask(statements, shown);
    const figures = new Map(known);
    statements.forEach((statement, i) => {
        const taken = statement.read(answers[i] ?? []);
        statement.metrics.forEach((metric, j) => {
            figures.set((0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN)(metric), taken[j] ?? null);
        });
    });
    return figures;
}


/***/ }),

/***/ 5554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ quoteName),
/* harmony export */   q: () => (/* binding */ nearestName)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);

const longestShown = 80;
/** A name from data or config for a message: in backticks, short, and without control or formatting characters. */
function quoteName(name) {
    const plain = name.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}`]/gu, '·');
    const characters = [...plain];
    return `\`${characters.length > longestShown ? `${characters.slice(0, longestShown).join('')}…` : plain}\``;
}
/** `; the nearest is …`, or nothing where nothing is known. */
function nearestName(name, known) {
    return known.length === 0 ? '' : `; the nearest is ${quoteName((0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .closest */ .kp)(name.slice(0, 200), known))}`;
}


/***/ }),

/***/ 6831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ openFiles),
  t: () => (/* binding */ prepareFiles)
});

// EXTERNAL MODULE: ./build/data-validate/dataset.js + 12 modules
var dataset = __webpack_require__(4155);
// EXTERNAL MODULE: ./build/gate/failure.js
var failure = __webpack_require__(7084);
// EXTERNAL MODULE: ./build/data-validate/duckdb-source.js
var duckdb_source = __webpack_require__(3257);
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

;// CONCATENATED MODULE: ./build/data-validate/json-array.js



const [json_array_open, json_array_close, brace, unbrace, comma, quote, backslash] = [0x5b, 0x5d, 0x7b, 0x7d, 0x2c, 0x22, 0x5c];
/**
 * A file that holds one JSON array of objects, as JSON lines: an element a line, and the lines at which elements began kept. One that
 * begins otherwise is taken as JSON lines already.
 *
 * @throws Failure('input') when the array does not end, or goes on after its end; whether an element is JSON is for the engine to say.
 */
async function asJsonLines(file, ports) {
    const stored = await ports.files.open(file.path);
    const target = await ports.scratch.create();
    try {
        const splitter = new ArraySplitter(file.shown, target.write);
        await readPieces(stored, ports, (piece) => splitter.push(piece));
        const lines = splitter.end();
        return lines === undefined ? file : { ...file, path: target.path, lines };
    }
    finally {
        stored.close();
        target.close();
    }
}
/** Follows brackets and quotes alone: what stands between them is not looked at. */
class ArraySplitter {
    #shown;
    #write;
    #lines = [];
    #state = 'before';
    #depth = 0;
    #inText = false;
    #escaped = false;
    #line = 1;
    #element = [];
    constructor(shown, write) {
        this.#shown = shown;
        this.#write = write;
    }
    push(piece) {
        for (const byte of piece) {
            if (this.#state === 'lines')
                return;
            if (byte === 0x0a)
                this.#line++;
            this.#step(byte);
        }
    }
    /** @returns the line of each element; undefined where there is no array. */
    end() {
        if (this.#state === 'lines')
            return undefined;
        if (this.#state !== 'after')
            throw this.#refuse('the array does not end');
        return this.#lines;
    }
    #step(byte) {
        if (this.#state === 'inside')
            this.#inside(byte);
        else if (isSpace(byte) || (this.#state === 'before' && byte >= 0xbb))
            return;
        else if (this.#state === 'after')
            throw this.#refuse('something follows the array');
        else
            this.#state = byte === json_array_open ? 'inside' : 'lines';
    }
    #inside(byte) {
        if (this.#inText)
            this.#text(byte);
        else if (this.#depth === 0 && (byte === comma || byte === json_array_close)) {
            this.#endElement(byte === json_array_close);
            return;
        }
        else if (byte === quote)
            this.#inText = true;
        else if (byte === brace || byte === json_array_open)
            this.#depth++;
        else if (byte === unbrace || byte === json_array_close)
            this.#depth--;
        if (this.#element.length === 0) {
            if (isSpace(byte))
                return;
            this.#lines.push(this.#line);
        }
        this.#element.push(!this.#inText && isSpace(byte) ? 0x20 : byte);
        if (this.#element.length > duckdb_source/* longestJsonLine */.jt)
            throw this.#refuse(`an element is larger than ${duckdb_source/* longestJsonLine */.jt} bytes`);
    }
    #text(byte) {
        if (this.#escaped)
            this.#escaped = false;
        else if (byte === backslash)
            this.#escaped = true;
        else if (byte === quote)
            this.#inText = false;
        else if (byte === 0x0a)
            throw this.#refuse('a text holds a line end that is not written as \\n');
    }
    #endElement(last) {
        if (this.#element.length === 0 && !(last && this.#lines.length === 0))
            throw this.#refuse('an element is missing');
        if (this.#element.length > 0)
            this.#write(Uint8Array.from([...this.#element, 0x0a]));
        this.#element = [];
        if (last)
            this.#state = 'after';
    }
    #refuse(why) {
        return (0,failure/* inputError */.Xu)(`is no JSON array of objects: ${why}`, {
            place: { file: this.#shown, line: this.#line },
            fix: 'write an array of objects, or JSON lines',
        });
    }
}
function isSpace(byte) {
    return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
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

// EXTERNAL MODULE: ./build/gate/limits.js
var limits = __webpack_require__(8392);
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

const [other, delimiter, csv_scanner_quote, lf, cr, space] = [0, 1, 2, 3, 4, 5];
const [fieldStart, plain, quoted, quoteInQuoted, afterCr, leadingSpace] = [0, 1, 2, 3, 4, 5];
/**
 * Follows RFC 4180 through a file, one piece after the other: a quote opens at the start of a field only and is doubled inside,
 * every record has as many fields as the first, all lines end alike. Everything else is `broken`, never mended.
 */
class CsvScanner {
    #kinds = new Uint8Array(256);
    #separator;
    #quote;
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
        this.#kinds[marks.quote.charCodeAt(0)] = csv_scanner_quote;
        this.#separator = marks.delimiter.charCodeAt(0);
        this.#quote = marks.quote.charCodeAt(0);
        this.#wanted = wanted;
    }
    push(piece) {
        const start = this.#offset === 0 && hasByteOrderMark(piece) ? 3 : 0;
        if (start === 3)
            this.#recordStart = 3;
        if (this.#isPlain(piece))
            this.#pushPlain(piece, start);
        else
            this.#pushAny(piece, start);
        this.#offset += piece.length;
    }
    /** Whether nothing in a piece, nor before it, needs more than separators and line feeds to be followed. */
    #isPlain(piece) {
        const outside = this.#state === fieldStart || this.#state === plain || this.#state === leadingSpace;
        return outside && !piece.includes(this.#quote) && !piece.includes(0x0d);
    }
    /** Most files hold no quote at all: this loop is all that they are read by, so it does nothing that it need not. */
    #pushPlain(piece, start) {
        const separator = this.#separator;
        const offset = this.#offset;
        const expected = this.#fields - 1;
        let delimiters = this.#delimiters;
        let recordStart = this.#recordStart;
        let usual = 0;
        let longest = 0;
        let from = start;
        for (let end = piece.indexOf(0x0a, from); end !== -1; end = piece.indexOf(0x0a, from)) {
            delimiters += countByte(piece, separator, from, end);
            const bytes = offset + end - recordStart;
            if (delimiters === expected && bytes > 0 && this.#isUsual()) {
                usual++;
                if (bytes > longest)
                    longest = bytes;
            }
            else {
                this.#countUsual(usual, longest);
                usual = 0;
                this.#recordStart = recordStart;
                this.#delimiters = delimiters;
                this.#endLine('\n', offset + end, offset + end + 1);
            }
            recordStart = offset + end + 1;
            from = end + 1;
            delimiters = 0;
        }
        delimiters += countByte(piece, separator, from, piece.length);
        this.#countUsual(usual, longest);
        this.#recordStart = recordStart;
        this.#delimiters = delimiters;
        this.#state = this.#stateAfter(piece, start);
    }
    /** Whether a record that has the right number of fields need only be counted. */
    #isUsual() {
        return (this.#newline === '\n' &&
            this.#problem === undefined &&
            this.#inside === 0 &&
            this.#trailing.count === 0 &&
            this.#wanted.length === this.#lines.length);
    }
    #countUsual(records, longest) {
        if (records === 0)
            return;
        this.#records += records;
        this.#line += records;
        this.#recordLine = this.#line;
        this.#longest = Math.max(this.#longest, longest);
    }
    /** Of a piece without quotes: only spaces at its end leave open whether a quote may follow. */
    #stateAfter(piece, start) {
        let end = piece.length;
        while (end > start && piece[end - 1] === 0x20 && this.#separator !== 0x20)
            end--;
        const last = piece[end - 1];
        const begins = last === this.#separator || last === 0x0a;
        if (end === piece.length)
            return end === start ? this.#state : begins ? fieldStart : plain;
        return begins || (end === start && this.#state !== plain) ? leadingSpace : plain;
    }
    #pushAny(piece, start) {
        const kinds = this.#kinds;
        let i = start;
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
        else if (this.#state === fieldStart && kind === csv_scanner_quote)
            this.#state = quoted;
        else if (this.#state === quoteInQuoted && kind === csv_scanner_quote)
            this.#state = quoted;
        else {
            this.#problem ??= misplaced(this.#state, kind);
            this.#inField(kind, at);
        }
    }
    #inQuotes(kind) {
        if (kind === csv_scanner_quote)
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
/** Without a branch in the loop: separators come too irregularly to be foreseen. */
function countByte(piece, byte, from, end) {
    let count = 0;
    for (let i = from; i < end; i++)
        count += (((piece[i] ?? 0) ^ byte) - 1) >>> 31;
    return count;
}
/** What RFC 4180 has against this byte here, if anything. */
function misplaced(state, kind) {
    if (state === afterCr)
        return 'a carriage return without a line feed';
    if (state === quoteInQuoted && (kind === other || kind === space))
        return 'text after a closing quote';
    return state === leadingSpace && kind === csv_scanner_quote ? 'a space before an opening quote' : undefined;
}
function hasByteOrderMark(bytes) {
    return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

// EXTERNAL MODULE: ./build/data-validate/fault.js
var fault = __webpack_require__(6230);
// EXTERNAL MODULE: ./build/data-validate/names.js
var data_validate_names = __webpack_require__(5554);
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
            repeated.add(line, `columns ${before} and ${i + 1} are both named ${(0,data_validate_names/* quoteName */.A)(name)}`);
    });
    return repeated;
}
/** One dataset is one table: its files must have the columns of the first, in the same order. */
function differingColumns(first, other) {
    const differences = new SightingList();
    for (let i = 0; i < Math.max(first.names.length, other.names.length); i++) {
        const [wanted, found] = [first.names[i], other.names[i]];
        if (wanted !== found)
            differences.add(undefined, `column ${i + 1} is ${named(found)}; in ${first.file.shown} it is ${named(wanted)}`);
    }
    return (0,fault/* faultsOf */.xm)('same-columns', other.file.shown, differences);
}
function named(name) {
    return name === undefined ? 'absent' : (0,data_validate_names/* quoteName */.A)(name);
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
async function openCsv(files, settings, ports) {
    const all = [];
    for (const file of files)
        all.push(await surveyCsv(file, settings, ports));
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
async function surveyCsv({ path, shown }, settings, ports) {
    const file = await ports.files.open(path);
    try {
        const form = formOf(file, settings);
        const survey = await surveyText(file, shown, ports, new CsvScanner(form));
        assertRecordSize(survey.longest, duckdb_source/* longestCsvRecord */.uv, shown);
        const rows = survey.records - (form.header ? 1 : 0);
        return {
            file: { path, shown, rows, newline: survey.newline },
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
        ...(0,fault/* faultsOf */.xm)('well-formed', shown, survey.broken),
        ...(0,fault/* faultsOf */.xm)('blank-lines', shown, survey.blank),
        ...(0,fault/* faultsOf */.xm)('line-breaks', shown, survey.multiline),
        ...(0,fault/* faultsOf */.xm)('distinct-columns', shown, repeatedColumns(names, 1)),
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

// EXTERNAL MODULE: ./build/engine/engine.js
var engine = __webpack_require__(6737);
// EXTERNAL MODULE: ./build/gate/order.js
var order = __webpack_require__(9034);
// EXTERNAL MODULE: ./build/data-validate/ask-engine.js
var ask_engine = __webpack_require__(9542);
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
async function openJsonl(stored, session, ports) {
    const files = [];
    const faults = [];
    const keys = new Set();
    for (const file of stored) {
        const found = await surveyJsonl(file, session, ports);
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
        async linesOf({ path }, rows) {
            const lines = stored.find((file) => file.path === path)?.lines;
            return lines ? rows.map((row) => lines[row - 1] ?? row) : rows;
        },
    };
}
async function surveyJsonl({ path: absolute, shown, lines: begun }, session, ports) {
    const lineOf = (line) => begun?.[line - 1] ?? line;
    const { newline, longest, broken } = await surveyLines(absolute, shown, ports);
    assertRecordSize(longest, duckdb_source/* longestJsonLine */.jt, shown);
    const ask = (sql) => (0,ask_engine/* askEngine */.s)(session, sql, shown);
    const lines = (0,duckdb_source/* printLines */.tj)(`[${(0,engine/* sqlFile */.bl)(absolute)}]`, newline, false);
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
        ? await sightMalformed(absolute, newline, bad, lineOf, ask)
        : { count: 0, first: [] };
    return {
        file: { path: absolute, shown, rows: Number(counted?.n), newline },
        faults: [...(0,fault/* faultsOf */.xm)('well-formed', shown, broken), ...(0,fault/* faultsOf */.xm)('well-formed', shown, sightings)],
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
async function sightMalformed(path, newline, counts, lineOf, ask) {
    const lists = malformed.map(({ when }, i) => `min(nr, ${limits/* limits */.F.findingsPerCheck}) FILTER (WHERE ${when}) AS m${i}`);
    const [row] = await ask(`SELECT ${lists.join(', ')} FROM ${(0,duckdb_source/* printLines */.tj)(`[${(0,engine/* sqlFile */.bl)(path)}]`, newline, true)}`);
    const first = malformed.flatMap(({ what }, i) => {
        const lines = row?.[`m${i}`];
        return Array.isArray(lines) ? lines.map((line) => ({ line: lineOf(Number(line)), what })) : [];
    });
    return {
        count: counts.reduce((sum, count) => sum + count, 0),
        first: first.sort((a, b) => a.line - b.line).slice(0, limits/* limits */.F.findingsPerCheck),
    };
}

// EXTERNAL MODULE: ./build/data-validate/parquet-type.js
var parquet_type = __webpack_require__(1747);
// EXTERNAL MODULE: ./build/data-validate/partitions.js
var data_validate_partitions = __webpack_require__(7323);
;// CONCATENATED MODULE: ./build/data-validate/open-parquet.js






/** @throws Failure('input') when a file is no Parquet, cut off or encrypted. */
async function openParquet(files, settings, session) {
    const partitions = (0,data_validate_partitions/* partitionsOf */.R)(files, settings);
    const all = [];
    for (const { path, shown } of files)
        all.push(await describeFile(path, shown, partitions, session));
    const [first] = all;
    if (!first)
        throw new Error('a dataset has at least one file');
    return {
        table: { format: 'parquet', files: all.map(({ file }) => file), columns: first.columns, partitions },
        faults: all.flatMap((parquet) => [
            ...(0,fault/* faultsOf */.xm)('distinct-columns', parquet.file.shown, repeatedColumns(parquet.names, undefined)),
            ...differingColumns(signature(first), signature(parquet)),
        ]),
        linesOf: async () => undefined,
    };
}
async function describeFile(path, shown, partitions, session) {
    const ask = (sql) => (0,ask_engine/* askEngine */.s)(session, sql, shown);
    const schema = await ask(`SELECT name, coalesce(num_children, 0) AS children FROM parquet_schema(${(0,engine/* sqlFile */.bl)(path)})`);
    const own = topLevel(schema.map(({ name, children }) => ({ name: String(name), children: Number(children) })));
    const described = await ask(`SELECT column_type FROM (DESCRIBE SELECT * FROM read_parquet(${(0,engine/* sqlFile */.bl)(path)}, hive_partitioning = false))`);
    const [counted] = await ask(`SELECT count(*) AS n FROM read_parquet(${(0,engine/* sqlFile */.bl)(path)})`);
    const names = [...own, ...partitions.map(({ name }) => name)];
    const types = [
        ...described.map(({ column_type }) => String(column_type)),
        ...partitions.map(({ type }) => type),
    ];
    const columns = types.map((declared, i) => ({
        name: names[i] ?? '',
        declared,
        type: (0,parquet_type/* cellTypeOf */.u)(declared),
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

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/data-validate/text-decoder.js


/**
 * Text in one of the encodings of the WHATWG's standard, by its labels, as UTF-8.
 *
 * @throws Failure('config') on a label that is not known.
 */
function decoderFor(encoding, shown) {
    // What is UTF-8 already is looked through later, with offset and line.
    if (/^utf-?8$/i.test(encoding))
        return { push: (piece) => piece, end: () => new Uint8Array(0) };
    const decoder = openDecoder(encoding);
    let offset = 0;
    const decode = (piece, stream) => {
        try {
            const text = Buffer.from(decoder.decode(piece, { stream }));
            offset += piece.byteLength;
            return text;
        }
        catch (error) {
            throw (0,failure/* inputError */.Xu)(`holds bytes that are not ${encoding}, at byte ${offset} or after it`, { place: { file: shown }, fix: 'set `encoding` to the one that it was written in' }, error);
        }
    };
    return { push: (piece) => decode(piece, true), end: () => decode(new Uint8Array(0), false) };
}
function openDecoder(encoding) {
    try {
        return new external_node_util_.TextDecoder(encoding, { fatal: true });
    }
    catch {
        throw (0,failure/* configError */.Fj)(`\`encoding\` ${JSON.stringify(encoding)} is not known`, {
            fix: 'use a label of the Encoding standard: windows-1252, iso-8859-15, utf-16le, shift_jis, …',
        });
    }
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./build/data-validate/unpack.js




/** Small, because what a frame leaves unread of its last piece is read again for the next frame. */
const unpack_pieceBytes = 64 * 1024;
/**
 * A file's bytes, uncompressed, to the last one stored: all members of gzip (RFC 1952, 2.2) and all frames of Zstandard
 * (RFC 8878, 3), skippable ones among them.
 *
 * @throws Failure('input') when it is corrupt, cut off, or something else follows; the signal's reason.
 */
async function* unpacked(file, shown, compression, signal) {
    if (compression === 'none') {
        yield* pieces(file, 0, signal);
        return;
    }
    try {
        const open = compression === 'gzip' ? external_node_zlib_.createGunzip : zstdUnpacker();
        yield* open ? unpackParts(file, open, signal) : unpackZstd(file, signal);
    }
    catch (error) {
        signal.throwIfAborted();
        throw (0,failure/* inputError */.Xu)(`is no whole ${compression} file: ${error instanceof Error ? error.message : String(error)}`, { place: { file: shown }, fix: 'write it again, or set `compression`' }, error);
    }
}
/** Node's unpackers end, without a word, at the end of a frame or before a zero byte: whatever is left is unpacked in its turn. */
async function* unpackParts(file, open, signal) {
    let offset = 0;
    do {
        const unpacker = open();
        const packed = external_node_stream_.Readable.from(pieces(file, offset, signal), { highWaterMark: 1 });
        (0,external_node_stream_.pipeline)(packed, unpacker, () => undefined);
        yield* unpacker;
        if (unpacker.bytesWritten === 0)
            throw new Error(`nothing can be unpacked at byte ${offset}`);
        offset += unpacker.bytesWritten;
        if (open === external_node_zlib_.createGunzip)
            offset += await countZeros(file, offset, signal);
    } while (offset < file.size);
}
/** Tapes and some writers fill a gzip file up with zeros. */
async function countZeros(file, offset, signal) {
    let count = 0;
    for await (const piece of pieces(file, offset, signal)) {
        const other = piece.findIndex((byte) => byte !== 0);
        if (other >= 0)
            return count + other;
        count += piece.byteLength;
    }
    return count;
}
/** Lets timers and signals have their turn between pieces, so that a timeout and an interruption are heard. */
async function* pieces(file, start, signal) {
    for (let offset = start;; offset += unpack_pieceBytes) {
        signal.throwIfAborted();
        const piece = file.read(offset, unpack_pieceBytes);
        if (piece.byteLength > 0)
            yield piece;
        if (piece.byteLength < unpack_pieceBytes)
            return;
        await (0,promises_.setImmediate)();
    }
}
/** Node knows Zstandard from 22.15 on. */
function zstdUnpacker() {
    const { createZstdDecompress } = external_node_zlib_;
    return createZstdDecompress;
}
async function* unpackZstd(file, signal) {
    const { Decompress } = await __webpack_require__.e(/* import() */ 339).then(__webpack_require__.bind(__webpack_require__, 8339));
    const out = [];
    const unpacker = new Decompress((piece) => {
        out.push(piece);
    });
    for await (const piece of pieces(file, 0, signal)) {
        unpacker.push(piece);
        yield* out.splice(0);
    }
    unpacker.push(new Uint8Array(0), true);
    yield* out;
}

;// CONCATENATED MODULE: ./build/data-validate/plain-copy.js



/** A text is no bomb below this size, whatever its file's. */
const harmlessBytes = 64 * 1024 * 1024;
/** Beyond it a file may grow so much: text of measurements and categories shrinks to a tenth or a thirtieth. */
const mostExpansion = 200;
/** @param path of the stored file; a setting goes before its name. */
function compressionOf(path, { compression }) {
    if (compression !== undefined)
        return compression;
    const ending = path.toLowerCase().split('.').at(-1);
    return ending === 'gz' ? 'gzip' : ending === 'zst' ? 'zstd' : 'none';
}
/**
 * A text file as UTF-8 and uncompressed: itself where it is that already, else a copy. UTF-16 is known by its byte order mark.
 *
 * @throws Failure('input') when it is corrupt, cut off, grows too large or holds bytes that its encoding does not know;
 * Failure('config') on an encoding that is not known.
 */
async function plainCopy(path, settings, ports) {
    const shown = ports.files.display(path);
    const compression = compressionOf(path, settings);
    const file = await ports.files.open(path);
    try {
        const encoding = settings.encoding ?? (compression === 'none' ? markedEncoding(file.read(0, 2)) : undefined);
        if (compression === 'none' && (encoding === undefined || /^utf-?8$/i.test(encoding)))
            return { path: ports.files.resolve(path), shown };
        return { path: await copy(file, shown, compression, encoding, ports), shown };
    }
    finally {
        file.close();
    }
}
function markedEncoding(start) {
    if (start[0] === 0xff && start[1] === 0xfe)
        return 'utf-16le';
    return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : undefined;
}
async function copy(file, shown, compression, encoding, ports) {
    const target = await ports.scratch.create();
    try {
        let total = 0;
        let decoder;
        for await (const piece of unpacked(file, shown, compression, ports.signal)) {
            decoder ??= decoderFor(encoding ?? markedEncoding(piece) ?? 'utf-8', shown);
            const text = decoder.push(piece);
            total += text.byteLength;
            if (total > harmlessBytes && total > mostExpansion * file.size)
                throw (0,failure/* inputError */.Xu)(`grows to more than ${mostExpansion} times its size when it is unpacked`, {
                    place: { file: shown },
                    fix: 'store it uncompressed if it is meant to',
                });
            target.write(text);
        }
        target.write(decoder?.end() ?? new Uint8Array(0));
        return target.path;
    }
    finally {
        target.close();
    }
}

;// CONCATENATED MODULE: ./build/data-validate/open-files.js






/** The files as an engine can read them. */
async function prepareFiles({ paths, settings }, ports) {
    const format = (0,dataset/* formatOf */.be)(paths, settings);
    const prepared = [];
    for (const path of paths) {
        if (format === 'parquet')
            prepared.push({ path: ports.files.resolve(path), shown: ports.files.display(path) });
        else {
            const plain = await plainCopy(path, settings, ports);
            prepared.push(format === 'json' ? await asJsonLines(plain, ports) : plain);
        }
    }
    return prepared;
}
/** @throws Failure('input') when one is not what its format says. */
function openFiles({ paths, settings }, files, session, ports) {
    switch ((0,dataset/* formatOf */.be)(paths, settings)) {
        case 'csv':
            return openCsv(files, settings, ports);
        case 'jsonl':
        case 'json':
            return openJsonl(files, session, ports);
        case 'parquet':
            return openParquet(files, settings, session);
    }
}


/***/ }),

/***/ 1747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ cellTypeOf)
/* harmony export */ });
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


/***/ }),

/***/ 7323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ partitionsOf),
/* harmony export */   q: () => (/* binding */ hasPartitions)
/* harmony export */ });
/* harmony import */ var _gate_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7084);
/* harmony import */ var _gate_order_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9034);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5554);



const none = '__HIVE_DEFAULT_PARTITION__';
/**
 * The columns that stand in the folders' names, `year=2024/month=01/x.parquet`, as Hive writes them, in the order of their names.
 * Whole numbers and days are such where every folder's are; else they are texts.
 *
 * @throws Failure('config') when a folder above the workspace looks like one, so that the engine would read it, too;
 * Failure('input') when one file's folders have other names than the first's.
 */
function partitionsOf(files, { hive }) {
    if (hive === false)
        return [];
    const all = files.map(({ shown }) => pairsIn(shown));
    const names = [...new Set(all.flatMap((pairs) => [...pairs.keys()]))].sort(_gate_order_js__WEBPACK_IMPORTED_MODULE_2__/* .compareCodePoints */ .O);
    if (names.length === 0)
        return [];
    for (const { path, shown } of files)
        if (pairsIn(path).size !== pairsIn(shown).size)
            throw (0,_gate_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .configError */ .Fj)('a folder above the workspace is named like a partition, key=value', {
                place: { file: shown },
                fix: 'rename it, or set `hive: false`',
            });
    assertSameNames(files, all);
    return names.map((name) => ({ name, type: typeOf(all.map((pairs) => pairs.get(name))) }));
}
function assertSameNames(files, all) {
    const namesOf = (pairs) => [...(pairs?.keys() ?? [])].join('/');
    const [expected, other] = [namesOf(all[0]), all.findIndex((pairs) => namesOf(pairs) !== namesOf(all[0]))];
    if (other < 0)
        return;
    const show = (names) => (names === '' ? 'in no partition' : `partitioned by ${(0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteName */ .A)(names)}`);
    throw (0,_gate_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .inputError */ .Xu)(`is ${show(namesOf(all[other]))}, and ${files[0]?.shown} is ${show(expected)}`, {
        place: { file: files[other]?.shown ?? '' },
        fix: 'partition all files alike, or set `hive: false`',
    });
}
/** Whether names of folders look like partitions: of text files, that is refused rather than ignored. */
function hasPartitions(shown) {
    return pairsIn(shown).size > 0;
}
function pairsIn(path) {
    const folders = path.split(/[/\\]/).slice(0, -1);
    return new Map(folders.flatMap((folder) => {
        const [, key, value] = /^([^=]+)=(.*)$/.exec(folder) ?? [];
        return key === undefined || value === undefined ? [] : [[key, value]];
    }));
}
function typeOf(values) {
    const given = values.filter((value) => value !== undefined && value !== none);
    const all = (pattern) => given.length > 0 && given.every((value) => pattern.test(value ?? ''));
    if (all(/^-?(?:0|[1-9]\d{0,17})$/))
        return 'BIGINT';
    return all(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/) ? 'DATE' : 'VARCHAR';
}


/***/ }),

/***/ 1163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AU: () => (/* binding */ not),
/* harmony export */   EB: () => (/* binding */ anyOf),
/* harmony export */   Jb: () => (/* binding */ columnsIn),
/* harmony export */   KF: () => (/* binding */ figureIn),
/* harmony export */   LO: () => (/* binding */ missing),
/* harmony export */   Po: () => (/* binding */ numberIn),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   W9: () => (/* binding */ cellTypes),
/* harmony export */   bn: () => (/* binding */ allOf),
/* harmony export */   kY: () => (/* binding */ histogramIn),
/* harmony export */   oW: () => (/* binding */ rowCount),
/* harmony export */   ry: () => (/* binding */ countIn),
/* harmony export */   t$: () => (/* binding */ countWhere),
/* harmony export */   uD: () => (/* binding */ tallyIn),
/* harmony export */   wf: () => (/* binding */ leavesOf)
/* harmony export */ });
/* harmony import */ var _gate_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3606);

/** What a single cell can be. A cell of a typed file is what its column is. */
const cellTypes = ['integer', 'number', 'boolean', 'date', 'timestamp', 'text', 'other'];
const keys = new WeakMap();
/** The same metric has the same key, so that checks share it. */
function keyOf(metric) {
    const known = keys.get(metric) ?? (0,_gate_json_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .d)(JSON.parse(JSON.stringify(metric)));
    keys.set(metric, known);
    return known;
}
function figureIn(figures, metric) {
    const value = figures.get(keyOf(metric));
    if (value === undefined)
        throw new Error(`not measured: ${keyOf(metric)}`);
    return value;
}
function countIn(figures, metric) {
    const value = figureIn(figures, metric);
    if (typeof value !== 'number')
        throw new Error(`no count: ${keyOf(metric)}`);
    return value;
}
/** Of metrics that yield a number, where there is one. */
function numberIn(figures, metric) {
    const value = figureIn(figures, metric);
    return typeof value === 'number' ? value : null;
}
function tallyIn(figures, metric) {
    const value = figureIn(figures, metric);
    if (typeof value === 'object' && value !== null && 'distinct' in value)
        return value;
    throw new Error(`no tally: ${keyOf(metric)}`);
}
function histogramIn(figures, metric) {
    const value = figureIn(figures, metric);
    if (typeof value === 'object' && value !== null && !('distinct' in value))
        return value;
    throw new Error(`no histogram: ${keyOf(metric)}`);
}
const missing = (column) => ({ kind: 'missing', column });
const not = (of) => (of.kind === 'not' ? of.of : { kind: 'not', of });
const allOf = (...of) => flat('all', of);
const anyOf = (...of) => flat('any', of);
/** `all` of nothing is true, `any` of nothing false. */
function flat(kind, of) {
    const parts = of.flatMap((part) => (part.kind === kind ? part.of : [part]));
    return parts.length === 1 && parts[0] ? parts[0] : { kind, of: parts };
}
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
        case 'compare':
            return [predicate.a, predicate.b];
        case 'adds-up':
        case 'found':
            return predicate.columns;
        default:
            return [predicate.column];
    }
}
/** The predicates that stand for themselves, however they are joined. */
function leavesOf(predicate) {
    switch (predicate.kind) {
        case 'not':
            return leavesOf(predicate.of);
        case 'all':
        case 'any':
            return predicate.of.flatMap(leavesOf);
        default:
            return [predicate];
    }
}


/***/ }),

/***/ 8157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ assertCommonRegex)
/* harmony export */ });
/* harmony import */ var _gate_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7084);

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
    return (0,_gate_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .configError */ .Fj)(`regular expression ${JSON.stringify(shown)} has ${what} at position ${at + 1}`, {
        fix: 'use what RE2 and Java have in common: no look-around, no back-references',
    });
}


/***/ }),

/***/ 4581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  OU: () => (/* binding */ printDisorder),
  GE: () => (/* binding */ printGlance),
  gG: () => (/* binding */ printStatements)
});

// EXTERNAL MODULE: ./build/data-validate/plan.js
var plan = __webpack_require__(1163);
// EXTERNAL MODULE: ./build/data-validate/sql/others.js
var others = __webpack_require__(822);
// EXTERNAL MODULE: ./build/data-validate/sql/print-predicate.js
var print_predicate = __webpack_require__(6054);
;// CONCATENATED MODULE: ./build/data-validate/sql/print-aggregate.js

/** @param print prints a predicate. @returns undefined for a metric that takes a statement of its own. */
function printAggregate(metric, words, print) {
    const where = metric.where && print(metric.where);
    const only = (value) => (where === undefined ? value : `CASE WHEN ${where} THEN ${value} END`);
    switch (metric.kind) {
        case 'count':
            // With FILTER each count would copy what all others look at: a wide table takes minutes.
            return one(where === undefined ? 'count(*)' : `count(${only('1')})`);
        case 'min':
        case 'max': {
            const value = `${metric.kind}(${only((0,print_predicate/* viewOf */.d)(metric.column, metric.view, words))})`;
            if (metric.view === 'number')
                return number(value);
            return one(metric.view === 'time' ? words.timeText(value) : value);
        }
        case 'sum':
        case 'mean':
        case 'deviation':
            return number(words[metric.kind](only(`n${metric.column}`)));
        case 'moment':
            return number(words.mean(only(printMoment(metric, words))));
        case 'correlation': {
            const [a, b] = metric.columns;
            return number(words.correlation(only(`n${a}`), only(`n${b}`)));
        }
        case 'histogram':
            return histogram(metric.edges, `n${metric.column}`, where, words);
        case 'estimate':
            return one(words.estimate(only(`r${metric.column}`)));
        case 'distinct':
            if (!words.countsDistinctBeside)
                return undefined;
            return one(`count(DISTINCT ${only(words.row(metric.columns.map((c) => `r${c}`)))})`);
        default:
            return undefined;
    }
}
function printMoment({ column, center, scale, power }, words) {
    const score = `((n${column} - ${words.number(center)}) / ${words.number(scale)})`;
    return Array.from({ length: power }, () => score).join(' * ');
}
function one(sql) {
    return { sql: [sql], read: ([answer]) => plainFigure(answer) };
}
/** A double; answers in JSON have NaN and Infinity as texts. */
function number(sql) {
    return {
        sql: [sql],
        read: ([answer]) => plainFigure(typeof answer === 'string' ? Number(answer) : answer),
    };
}
/** NumPy's `histogram`: bins are open above but for the last; below and above are counted, too. */
function histogram(edges, n, where, words) {
    const also = where === undefined ? '' : ` AND ${where}`;
    const count = (condition) => `count(CASE WHEN ${condition}${also} THEN 1 END)`;
    const last = edges.length - 1;
    const sql = edges.map((edge, i) => {
        if (i === 0)
            return count(`${n} < ${words.number(edge)}`);
        const low = words.number(edges[i - 1] ?? edge);
        return count(`${n} >= ${low} AND ${n} ${i === last ? '<=' : '<'} ${words.number(edge)}`);
    });
    return {
        sql: [...sql, count(`${n} > ${words.number(edges[last] ?? 0)}`)],
        read: (answers) => answers.map(Number),
    };
}
/** Counts come as bigint; a file that exceeds 2^53 rows is not one that we read. */
function plainFigure(value) {
    if (typeof value === 'bigint')
        return Number(value);
    if (typeof value === 'number')
        return Number.isNaN(value) ? null : value;
    return typeof value === 'string' ? value : null;
}
/**
 * One quantile of m numbers from its linear interpolation and the value at rank ⌈m·share⌉, which is one of the two neighbours;
 * `nearest` follows from them without loss, since the neighbour sought is the one with the greater weight.
 */
function quantileFrom(interpolation, share, m, { discrete, linear }) {
    const position = (m - 1) * share;
    const below = Math.floor(position);
    const fraction = position - below;
    if (interpolation === 'linear' || fraction === 0)
        return linear;
    if (interpolation !== 'nearest')
        return undefined;
    const takesUpper = fraction > 0.5 || (fraction === 0.5 && below % 2 === 1);
    const discreteIsUpper = Math.max(1, Math.ceil(m * share)) - 1 > below;
    if (takesUpper === discreteIsUpper)
        return discrete;
    return takesUpper
        ? (linear - discrete * (1 - fraction)) / fraction
        : (linear - discrete * fraction) / (1 - fraction);
}

// EXTERNAL MODULE: ./build/data-validate/table.js
var data_validate_table = __webpack_require__(7694);
;// CONCATENATED MODULE: ./build/data-validate/sql/quantiles.js


/** Bytes of numbers that may be held at once to take quantiles in the scan of everything else: about 16 a number. */
const mostHeld = 256 * 1024 ** 2;
/** Whether a quantile can be taken beside other aggregates, exactly and in bounded memory. */
function isBeside(metric, columns, { table }, words) {
    const exact = metric.interpolation === 'linear' || metric.interpolation === 'nearest';
    return words.quantiles !== undefined && exact && (0,data_validate_table/* rowsOf */.R)(table) * columns * 16 <= mostHeld;
}
/** All quantiles of one column among the same rows, in one scan with others. */
function printBeside(quantiles, number, words) {
    const shares = quantiles.map(({ at }) => at);
    const printed = words.quantiles?.(number, shares);
    if (!printed)
        throw new Error('no quantiles beside');
    return {
        sql: [`count(${number})`, printed.discrete, printed.linear],
        read([count, discrete, linear]) {
            const m = Number(count);
            const [ranks, between] = [listOf(discrete), listOf(linear)];
            return quantiles.map(({ at, interpolation }, i) => {
                const pair = { discrete: ranks[i] ?? Number.NaN, linear: between[i] ?? Number.NaN };
                return m === 0 ? null : (quantileFrom(interpolation, at, m, pair) ?? null);
            });
        },
    };
}
function listOf(value) {
    return Array.isArray(value) ? value.map(Number) : [];
}
/**
 * A statement of its own: distinct numbers are counted first, so that what is ordered is small where values repeat, and spills
 * where it is not.
 *
 * @param cells the common table expressions before it, `cells` among them.
 */
function printApart(quantiles, number, condition, cells) {
    const ranks = quantiles.flatMap(({ at }, i) => ['floor', 'ceil'].map((round) => `min(CASE WHEN upto >= ${round}((m - 1) * ${printShare(at)}) + 1 THEN v END) AS ${round}${i}`));
    const sql = [
        `WITH ${cells},`,
        `counted AS (SELECT ${number} AS v, count(*) AS c FROM cells WHERE ${condition} GROUP BY ${number}),`,
        'ranked AS (SELECT v, sum(c) OVER (ORDER BY v ROWS UNBOUNDED PRECEDING) AS upto FROM counted),',
        'total AS (SELECT sum(c) AS m FROM counted)',
        `SELECT max(m) AS m, ${ranks.join(', ')} FROM ranked CROSS JOIN total`,
    ].join('\n');
    return {
        sql,
        read: (row) => quantiles.map(({ at, interpolation }, i) => {
            const [m, low, high] = [row?.m, row?.[`floor${i}`], row?.[`ceil${i}`]].map(numberOrNull);
            if (m === null || m === undefined || low === null || high === null)
                return null;
            return between(interpolation, (m - 1) * at, low ?? 0, high ?? 0);
        }),
    };
}
function numberOrNull(value) {
    return value === null || value === undefined ? null : Number(value);
}
/** With an exponent, so that it is a double. */
function printShare(share) {
    const text = String(share);
    return text.includes('e') ? text : `${text}e0`;
}
/** As `numpy.percentile` between two neighbours, half-way to the even rank. */
function between(interpolation, position, low, high) {
    const fraction = position - Math.floor(position);
    switch (interpolation) {
        case 'lower':
            return low;
        case 'higher':
            return high;
        case 'midpoint':
            return fraction === 0 ? low : (low + high) / 2;
        case 'linear':
            return low + (high - low) * fraction;
        case 'nearest':
            return fraction > 0.5 || (fraction === 0.5 && Math.floor(position) % 2 === 1) ? high : low;
    }
}

// EXTERNAL MODULE: ./build/data-validate/sql/views.js
var views = __webpack_require__(6843);
;// CONCATENATED MODULE: ./build/data-validate/sql/dialect.js






/** The engine plans a statement in more than linear time: this many figures are some 150 columns. */
const mostPerScan = 2000;
function printStatements(tables, metrics, words) {
    const printer = new Printer(tables, words);
    const parts = [];
    const apart = [];
    for (const group of groupsOf(metrics)) {
        const part = printer.beside(group);
        if (part)
            parts.push(part);
        else
            apart.push(printer.apart(group));
    }
    return [...printer.scans(parts), ...apart];
}
/** As one statement over some rows: which ones is the engine's choice. */
function printGlance(tables, metrics, rows, words) {
    const printer = new Printer(tables, words);
    const parts = metrics.flatMap((metric) => printer.beside([metric]) ?? []);
    const [statement] = printer.scans(parts, `(SELECT * FROM cells LIMIT ${rows})`);
    if (!statement)
        throw new Error('nothing to glance at');
    return statement;
}
/** Metrics that share their work: all of one key (distinct, repeated, entropy), all quantiles of a column; else each by itself. */
function groupsOf(metrics) {
    const groups = new Map();
    for (const metric of metrics) {
        const where = metric.where ? JSON.stringify(metric.where) : '';
        const key = metric.kind === 'distinct' || metric.kind === 'repeated' || metric.kind === 'entropy'
            ? `group ${metric.columns.join()} ${where}`
            : metric.kind === 'quantile'
                ? `quantile ${metric.column} ${where}`
                : (0,plan/* keyOf */.TN)(metric);
        groups.set(key, [...(groups.get(key) ?? []), metric]);
    }
    return [...groups.values()];
}
class Printer {
    #tables;
    #words;
    constructor(tables, words) {
        this.#tables = tables;
        this.#words = words;
    }
    /** What may stand in the one scan; undefined for what takes a statement of its own. */
    beside(group) {
        const [first, ...more] = group;
        if (first?.kind === 'quantile')
            return this.#quantilesBeside(group);
        if (!first || more.length > 0)
            return undefined;
        const aggregate = printAggregate(first, this.#words, (p) => this.#print(p));
        return aggregate && { metrics: group, sql: aggregate.sql, read: (answers) => [aggregate.read(answers)] };
    }
    #quantilesBeside(group) {
        if (!group.every((metric) => isBeside(metric, 1, this.#tables, this.#words)))
            return undefined;
        const [{ column, where }] = group;
        const number = where ? `CASE WHEN ${this.#print(where)} THEN n${column} END` : `n${column}`;
        return { metrics: group, ...printBeside(group, number, this.#words) };
    }
    /** One scan for all, more where a table is very wide. */
    scans(parts, from = 'cells') {
        const statements = [];
        let some = [];
        let size = 0;
        for (const part of parts) {
            if (size > 0 && size + part.sql.length > mostPerScan) {
                statements.push(this.#scan(some, from));
                [some, size] = [[], 0];
            }
            some.push(part);
            size += part.sql.length;
        }
        return some.length === 0 ? statements : [...statements, this.#scan(some, from)];
    }
    #scan(parts, from) {
        const metrics = parts.flatMap((part) => part.metrics);
        const figures = parts.flatMap(({ sql }) => sql).map((sql, i) => `${sql} AS m${i}`);
        return {
            sql: `WITH ${this.#cells(metrics)}\nSELECT ${figures.join(',\n  ')}\nFROM ${from}`,
            metrics,
            read([row]) {
                let next = 0;
                return parts.flatMap(({ sql, read }) => read(sql.map(() => row?.[`m${next++}`])));
            },
        };
    }
    apart(group) {
        const [first] = group;
        switch (first?.kind) {
            case 'quantile':
                return this.#quantiles(group);
            case 'tally':
                return this.#tally(first);
            case 'disorder':
                return this.#disorder(first);
            case 'query':
                return this.#query(first);
            default:
                return this.#grouping(group);
        }
    }
    #quantiles(group) {
        const [{ column, where }] = group;
        const condition = `n${column} IS NOT NULL${where ? ` AND ${this.#print(where)}` : ''}`;
        const { sql, read } = printApart(group, `n${column}`, condition, this.#cells(group));
        return { sql, metrics: group, read: ([row]) => read(row) };
    }
    /** Shannon's entropy from counts c of N: ln N − Σ c ln c / N. */
    #grouping(group) {
        const [first] = group;
        if (!first || !('columns' in first))
            throw new Error('no key to group by');
        const counts = this.#counts(first.columns, first.where, 'count(*) AS c');
        const has = (kind) => group.some((metric) => metric.kind === kind);
        const figures = [
            'SELECT count(*) AS groups, sum(c) AS total',
            ...(has('repeated') ? ['sum(CASE WHEN c > 1 THEN c ELSE 0 END) AS repeated'] : []),
            ...(has('entropy') ? ['sum(c * ln(c)) AS mass'] : []),
        ].join(', ');
        return {
            sql: `WITH ${this.#cells(group)}\n${figures} FROM (${counts}) counted`,
            metrics: group,
            read: ([row]) => group.map(({ kind }) => groupFigure(kind, row)),
        };
    }
    #counts(columns, where, select) {
        const condition = where === undefined ? '' : ` WHERE ${this.#print(where)}`;
        return `SELECT ${select} FROM cells${condition} GROUP BY ${columns.map((c) => `r${c}`).join(', ')}`;
    }
    #tally(metric) {
        const { columns, most, where } = metric;
        const shown = columns.flatMap((c) => [`min(t${c}) AS t${c}`, `min(n${c}) AS n${c}`]);
        const counts = this.#counts(columns, where, ['count(*) AS c', ...shown].join(', '));
        const order = ['c DESC', ...columns.map((c) => `t${c} NULLS LAST`)].join(', ');
        const all = ['c', ...columns.flatMap((c) => [`t${c}`, `n${c}`])].join(', ');
        return {
            sql: `WITH ${this.#cells([metric])}\nSELECT ${all}, count(*) OVER () AS distinct_keys FROM (${counts}) counted ORDER BY ${order} LIMIT ${most}`,
            metrics: [metric],
            read: (rows) => [
                {
                    entries: rows.map((row) => tallyEntry(row, columns)),
                    distinct: Number(rows[0]?.distinct_keys ?? 0),
                },
            ],
        };
    }
    /** The user's query stands in brackets after our own words, so that it can be nothing but a SELECT. */
    #query(metric) {
        const { query, gives, batch } = metric;
        const columns = batch.map(({ name, as }, i) => `${batchCell(as, i)} AS ${this.#words.name(name)}`);
        const table = `batch AS (SELECT ${columns.join(', ')} FROM cells)`;
        const inner = query.replaceAll('{batch}', 'batch').replace(/[;\s]+$/, '');
        const select = gives === 'rows'
            ? `SELECT count(*) AS m0 FROM (\n${inner}\n) found`
            : `SELECT CAST((\n${inner}\n) AS DOUBLE) AS m0`;
        return {
            sql: `WITH ${this.#cells([metric])},\n${table}\n${select}`,
            metrics: [metric],
            ofUser: true,
            read: ([row]) => [plainFigure(row?.m0)],
        };
    }
    /** A cell is compared with the one before it that has a value, as pandas compares what is left without nulls. */
    #disorder(metric) {
        const { numberedCells } = this.#words;
        if (!numberedCells)
            throw new Error('rows have no order here');
        const uses = new views/* Uses */.D7().ofMetric(metric);
        const value = `${(0,views/* letterOf */.UB)(metric.view)}${metric.column}`;
        const files = this.#tables.table.files.map((file, i) => `SELECT ${i} AS file_nr, * FROM (${numberedCells(this.#tables.table, uses, file)})`);
        const where = metric.where ? ` AND ${this.#print(metric.where)}` : '';
        const sequence = `SELECT ${value} AS v, lag(${value}) OVER (ORDER BY file_nr, nr) AS before FROM cells WHERE ${value} IS NOT NULL${where}`;
        return {
            sql: `WITH ${[...this.#others([metric]), `cells AS (${files.join(' UNION ALL ')})`].join(',\n')}\nSELECT count(*) AS m0 FROM (${sequence}) WHERE ${printDisorder(metric)}`,
            metrics: [metric],
            read: ([row]) => [plainFigure(row?.m0)],
        };
    }
    #cells(metrics) {
        const uses = new views/* Uses */.D7();
        for (const metric of metrics)
            uses.ofMetric(metric);
        return [...this.#others(metrics), `cells AS (\n  ${this.#words.cells(this.#tables.table, uses)}\n)`].join(',\n');
    }
    #others(metrics) {
        return (0,others/* printOthers */.t)((0,others/* predicatesOf */.O)(metrics), this.#tables, this.#words);
    }
    #print(predicate) {
        return (0,print_predicate/* printPredicate */.X)(predicate, this.#words, this.#tables);
    }
}
function batchCell(as, column) {
    const cell = `${views/* batchViews */.PY[as]}${column}`;
    if (as === 'integer')
        return `CAST(${cell} AS BIGINT)`;
    return as === 'boolean' ? `CAST(${cell} AS BOOLEAN)` : cell;
}
function printDisorder({ direction, strictly, }) {
    const sign = direction === 'increasing' ? '<' : '>';
    return `v ${strictly ? `${sign}=` : sign} before`;
}
function groupFigure(kind, row) {
    if (kind === 'distinct')
        return Number(row?.groups ?? 0);
    if (kind === 'repeated')
        return Number(row?.repeated ?? 0);
    const total = Number(row?.total ?? 0);
    return total === 0 ? null : Math.log(total) - Number(row?.mass ?? 0) / total;
}
function tallyEntry(row, columns) {
    return {
        texts: columns.map((c) => {
            const text = row[`t${c}`];
            return text === null || text === undefined ? null : String(text);
        }),
        numbers: columns.map((c) => {
            const number = row[`n${c}`];
            return number === null || number === undefined ? null : Number(number);
        }),
        count: Number(row.c),
    };
}


/***/ }),

/***/ 491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ nestedSelect)
/* harmony export */ });
/**
 * `SELECT` over `SELECT`s, so that what one step names the next can use: an engine computes a named column once, but an expression
 * again wherever it stands.
 *
 * @param steps what each adds; the first is all there is before it.
 */
function nestedSelect(source, [first = [], ...more]) {
    return more
        .filter((cells) => cells.length > 0)
        .reduce((from, cells) => `SELECT *, ${cells.join(', ')} FROM (\n  ${from}\n)`, `SELECT ${first.join(', ') || '1 AS nothing'} FROM ${source}`);
}


/***/ }),

/***/ 4552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ keyText),
/* harmony export */   h: () => (/* binding */ nameOfOther)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _gate_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3606);


/** A name of letters and digits for the combinations of another dataset that a predicate looks up. */
function nameOfOther({ dataset, at }) {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update((0,_gate_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)([dataset, [...at]]));
    return `other_${digest.digest('hex').slice(0, 12)}`;
}
/** What combinations of two datasets are compared by: numbers as numbers, so that `1` is `1.0`, all else as text. */
function keyText(column) {
    return `coalesce(CAST(n${column} AS VARCHAR(64)), t${column})`;
}


/***/ }),

/***/ 822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ predicatesOf),
/* harmony export */   t: () => (/* binding */ printOthers)
/* harmony export */ });
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1163);
/* harmony import */ var _other_keys_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4552);
/* harmony import */ var _views_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6843);



/** Common table expressions of every other dataset that these predicates look into. */
function printOthers(predicates, { others }, words) {
    const found = predicates
        .flatMap((predicate) => (predicate ? (0,_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .leavesOf */ .wf)(predicate) : []))
        .filter((leaf) => leaf.kind === 'found');
    return [...new Map(found.map((leaf) => [(0,_other_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOfOther */ .h)(leaf), leaf]))].map(([name, { dataset, at }]) => {
        const table = others.get(dataset);
        if (!table)
            throw new Error(`dataset ${dataset} is not open`);
        const uses = new _views_js__WEBPACK_IMPORTED_MODULE_2__/* .Uses */ .D7();
        for (const column of at)
            uses.add(column, 't', 'n');
        const key = words.row(at.map(_other_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .keyText */ .P));
        const present = at.map((column) => `t${column} IS NOT NULL`).join(' AND ');
        return `${name} AS (SELECT DISTINCT ${key} AS key FROM (${words.cells(table, uses)}) WHERE ${present})`;
    });
}
function predicatesOf(metrics) {
    return metrics.map(({ where }) => where);
}


/***/ }),

/***/ 6054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ printPredicate),
/* harmony export */   d: () => (/* binding */ viewOf)
/* harmony export */ });
/* harmony import */ var _other_keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4552);
/* harmony import */ var _type_code_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7271);
/* harmony import */ var _views_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6843);



function viewOf(column, view, words) {
    const cell = `${(0,_views_js__WEBPACK_IMPORTED_MODULE_2__/* .letterOf */ .UB)(view)}${column}`;
    return view === 'length' ? words.length(cell) : cell;
}
/** Never NULL, so that NOT means what it says. */
function printPredicate(predicate, words, { table }) {
    const print = (part) => printPredicate(part, words, { table });
    switch (predicate.kind) {
        case 'missing':
            return `r${predicate.column} IS NULL`;
        case 'is':
            return known(`k${predicate.column} IN (${predicate.types.map(_type_code_js__WEBPACK_IMPORTED_MODULE_1__/* .typeCode */ .U).join(', ')})`);
        case 'within':
            return printWithin(predicate, words);
        case 'among':
            return printAmong(predicate, words);
        case 'matches':
            return known(words.matches(`t${predicate.column}`, predicate.pattern));
        case 'like':
            return known(words.like(`t${predicate.column}`, predicate.pattern, predicate.escape));
        case 'compare':
            return printCompare(predicate);
        case 'adds-up':
            return known(`${predicate.columns.map((c) => `n${c}`).join(' + ')} = ${words.number(predicate.total)}`);
        case 'near':
            return printNear(predicate, words);
        case 'not-a-number':
            return known(words.isNan(predicate.column, table));
        case 'infinite':
            return known(words.isInfinite(predicate.column, table));
        case 'judged':
            return printJudged(predicate, words);
        case 'found':
            return known(`${words.row(predicate.columns.map(_other_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .keyText */ .P))} IN (SELECT key FROM ${(0,_other_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOfOther */ .h)(predicate)})`);
        case 'not':
            return `NOT ${print(predicate.of)}`;
        case 'all':
            return predicate.of.length === 0 ? 'true' : `(${predicate.of.map(print).join(' AND ')})`;
        case 'any':
            return predicate.of.length === 0 ? 'false' : `(${predicate.of.map(print).join(' OR ')})`;
    }
}
function printWithin({ column, view, range }, words) {
    const value = viewOf(column, view, words);
    const { min, max, strictMin, strictMax } = range;
    const bound = (end) => typeof end === 'number' ? words.number(end) : view === 'time' ? words.time(end) : words.text(end);
    const ends = [
        ...(min === undefined ? [] : [`${value} ${strictMin ? '>' : '>='} ${bound(min)}`]),
        ...(max === undefined ? [] : [`${value} ${strictMax ? '<' : '<='} ${bound(max)}`]),
    ];
    return known(ends.length === 0 ? `${value} IS NOT NULL` : ends.join(' AND '));
}
function printAmong({ column, numbers, texts, booleans, times = [] }, words) {
    const list = (view, members) => members.length === 0 ? [] : [`${view}${column} IN (${members.join(', ')})`];
    const parts = [
        ...list('n', numbers.map(words.number)),
        ...list('t', texts.map(words.text)),
        ...list('d', times.map(words.time)),
        ...booleans.map((value) => `(k${column} = ${(0,_type_code_js__WEBPACK_IMPORTED_MODULE_1__/* .typeCode */ .U)('boolean')} AND lower(t${column}) = '${value}')`),
    ];
    return parts.length === 0 ? 'false' : `(${parts.map(known).join(' OR ')})`;
}
const signs = {
    same: '=',
    equal: '=',
    greater: '>',
    'at-least': '>=',
};
/** Numbers beside numbers, times beside times, and all else as texts. */
function printCompare({ a, b, op }) {
    const sign = signs[op];
    const both = (view) => `${view}${a} IS NOT NULL AND ${view}${b} IS NOT NULL`;
    const compared = known(`CASE WHEN ${both('n')} THEN n${a} ${sign} n${b} WHEN ${both('d')} THEN d${a} ${sign} d${b} ELSE t${a} ${sign} t${b} END`);
    return op === 'same' ? `(${compared} OR (r${a} IS NULL AND r${b} IS NULL))` : compared;
}
function printNear({ column, mean, deviation, below, bothSides }, words) {
    const score = `(n${column} - ${words.number(mean)}) / ${words.number(deviation)}`;
    return known(`${bothSides ? `abs(${score})` : score} < ${words.number(below)}`);
}
function printJudged({ column, judge }, words) {
    const refused = words.refusedTexts?.(judge, column);
    if (refused === undefined)
        throw new Error(`no judge ${judge.kind} here`);
    return known(`t${column} NOT IN (${refused})`);
}
function known(condition) {
    return `coalesce(${condition}, false)`;
}


/***/ }),

/***/ 7271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ typeCode),
/* harmony export */   w: () => (/* binding */ typeNamed)
/* harmony export */ });
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1163);

/** The number that stands for a type in the view `k`, from 1. */
function typeCode(type) {
    return _plan_js__WEBPACK_IMPORTED_MODULE_0__/* .cellTypes */ .W9.indexOf(type) + 1;
}
/** @returns `nothing` for no code: a missing cell has no type. */
function typeNamed(code) {
    return _plan_js__WEBPACK_IMPORTED_MODULE_0__/* .cellTypes */ .W9[Number(code ?? 0) - 1] ?? 'nothing';
}


/***/ }),

/***/ 6843:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D7: () => (/* binding */ Uses),
/* harmony export */   PY: () => (/* binding */ batchViews),
/* harmony export */   UB: () => (/* binding */ letterOf)
/* harmony export */ });
/** Which views of which columns a statement needs: nothing else is worked out. */
class Uses {
    #views = new Map();
    add(column, ...views) {
        const known = this.#views.get(column) ?? new Set();
        for (const view of views)
            known.add(view);
        this.#views.set(column, known);
        return this;
    }
    ofPredicate(predicate) {
        if (predicate)
            addPredicate(this, predicate);
        return this;
    }
    ofMetric(metric) {
        addMetric(this, metric);
        return this.ofPredicate(metric.where);
    }
    /** Ascending by column. */
    get all() {
        return [...this.#views].sort(([a], [b]) => a - b);
    }
}
const viewLetters = { text: 't', number: 'n', time: 'd', length: 't' };
function letterOf(view) {
    return viewLetters[view];
}
function addPredicate(uses, predicate) {
    switch (predicate.kind) {
        case 'missing':
            uses.add(predicate.column, 'r');
            break;
        case 'is':
            uses.add(predicate.column, 'k');
            break;
        case 'within':
            uses.add(predicate.column, letterOf(predicate.view));
            break;
        case 'among':
            if (predicate.numbers.length > 0)
                uses.add(predicate.column, 'n');
            if (predicate.texts.length > 0)
                uses.add(predicate.column, 't');
            if (predicate.booleans.length > 0)
                uses.add(predicate.column, 'k', 't');
            if ((predicate.times ?? []).length > 0)
                uses.add(predicate.column, 'd');
            break;
        case 'matches':
        case 'like':
        case 'judged':
            uses.add(predicate.column, 't');
            break;
        case 'compare':
            for (const column of [predicate.a, predicate.b])
                uses.add(column, 'r', 't', 'n', 'd');
            break;
        case 'adds-up':
            for (const column of predicate.columns)
                uses.add(column, 'n');
            break;
        case 'near':
            uses.add(predicate.column, 'n');
            break;
        case 'not-a-number':
        case 'infinite':
            uses.add(predicate.column, 'c');
            break;
        case 'found':
            for (const column of predicate.columns)
                uses.add(column, 't', 'n');
            break;
        case 'not':
            addPredicate(uses, predicate.of);
            break;
        case 'all':
        case 'any':
            for (const part of predicate.of)
                addPredicate(uses, part);
    }
}
/** The view that a query's column is made of. */
const batchViews = {
    itself: 'r',
    integer: 'n',
    number: 'n',
    time: 'd',
    boolean: 't',
    text: 't',
};
function addMetric(uses, metric) {
    switch (metric.kind) {
        case 'count':
            break;
        case 'query':
            metric.batch.forEach(({ as }, column) => {
                uses.add(column, batchViews[as]);
            });
            break;
        case 'min':
        case 'max':
        case 'disorder':
            uses.add(metric.column, letterOf(metric.view));
            break;
        case 'tally':
            for (const column of metric.columns)
                uses.add(column, 'r', 't', 'n');
            break;
        case 'distinct':
        case 'repeated':
        case 'entropy':
        case 'estimate':
            for (const column of 'columns' in metric ? metric.columns : [metric.column])
                uses.add(column, 'r');
            break;
        default:
            for (const column of 'columns' in metric ? metric.columns : [metric.column])
                uses.add(column, 'n');
    }
}


/***/ }),

/***/ 7694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ rowsOf),
/* harmony export */   d: () => (/* binding */ positionOf)
/* harmony export */ });
/** The position of a column; undefined where there is none of that name. */
function positionOf(table, name) {
    const at = table.columns.findIndex((column) => column.name === name);
    return at === -1 ? undefined : at;
}
function rowsOf(table) {
    return table.files.reduce((sum, { rows }) => sum + rows, 0);
}


/***/ })

};
