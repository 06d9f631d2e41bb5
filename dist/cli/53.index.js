export const id = 53;
export const ids = [53];
export const modules = {

/***/ 1053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dataValidate: () => (/* binding */ dataValidate)
});

// EXTERNAL MODULE: ./build/gate/failure.js
var failure = __webpack_require__(7084);
// EXTERNAL MODULE: ./build/data-validate/dataset.js + 12 modules
var data_validate_dataset = __webpack_require__(4155);
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
        description: 'Files or folders to judge as the dataset `data`: CSV, JSON, JSON lines or Parquet, compressed or not.',
    },
    {
        name: 'suite',
        kind: 'text',
        value: 'FILE',
        key: '/data-validate/data/suite',
        description: 'Rules for the dataset `data`: our own YAML, a suite of Great Expectations, a data contract (ODCS), a Table Schema or a JSON Schema.',
    },
    {
        name: 'timeout',
        kind: 'text',
        value: 'TIME',
        key: '/data-validate/data/timeout',
        description: 'Longest time that judging the dataset `data` may take: 30s, 10m, 2h.',
    },
    {
        name: 'memory-limit',
        kind: 'text',
        value: 'SIZE',
        key: '/data-validate/data/memory-limit',
        description: 'Most memory for the engine’s buffers: 512MB, 4GB; the rest spills to disk.',
    },
];

// EXTERNAL MODULE: ./build/gate/check.js
var check = __webpack_require__(8362);
// EXTERNAL MODULE: ./build/data-validate/names.js
var data_validate_names = __webpack_require__(5554);
// EXTERNAL MODULE: ./build/data-validate/plan.js
var plan = __webpack_require__(1163);
// EXTERNAL MODULE: ./build/data-validate/table.js
var data_validate_table = __webpack_require__(7694);
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

;// CONCATENATED MODULE: ./build/data-validate/expectations/rows.js




/** A rule names a column that is not there. */
class AbsentColumn extends Error {
    name = 'AbsentColumn';
}
/** @throws AbsentColumn */
function at(table, name) {
    const position = (0,data_validate_table/* positionOf */.d)(table, name);
    if (position !== undefined)
        return position;
    const near = (0,data_validate_names/* nearestName */.q)(name, table.columns.map((c) => c.name));
    throw new AbsentColumn(`there is no column ${(0,data_validate_names/* quoteName */.A)(name)}${near}`);
}
const nothing = { kind: 'any', of: [] };
function rowsAsk(unexpected, considered, where, mostly) {
    const tolerance = { kind: 'mostly', least: mostly ?? 1 };
    return { kind: 'rows', unexpected, considered, rows: { where }, tolerance };
}
/** Of the rows that `among` means (all unless given), those that do not meet it fall short. */
function rowsMeeting(meets, { mostly }, among) {
    const where = among ? (0,plan/* allOf */.bn)(among, (0,plan/* not */.AU)(meets)) : (0,plan/* not */.AU)(meets);
    return rowsAsk((0,plan/* countWhere */.t$)(where), among ? (0,plan/* countWhere */.t$)(among) : plan/* rowCount */.oW, where, mostly);
}
/** Of the cells of a column that have a value. */
function cellsMeeting(table, args, meets) {
    const position = at(table, args.column);
    return rowsMeeting(meets(position), args, (0,plan/* not */.AU)((0,plan/* missing */.LO)(position)));
}
/** Every row of a combination that comes more than once falls short. */
function rowsUnrepeated(columns, where, mostly) {
    const metric = { kind: 'repeated', columns, ...(where && { where }) };
    const asked = rowsAsk(metric, where ? (0,plan/* countWhere */.t$)(where) : plan/* rowCount */.oW, where ?? (0,plan/* allOf */.bn)(), mostly);
    return { ...asked, rows: { where: where ?? (0,plan/* allOf */.bn)(), repeated: columns } };
}
/** Members of a set, each looked for as what it is: in a column of times, texts that are times are times. */
function among(table, column, set) {
    const type = table.columns[column]?.type;
    const texts = set.filter((member) => typeof member === 'string');
    const times = type === 'date' || type === 'timestamp' ? texts.flatMap((text) => toSqlTime(text) ?? []) : [];
    const members = {
        kind: 'among',
        column,
        numbers: set.filter((member) => typeof member === 'number'),
        texts,
        booleans: set.filter((member) => typeof member === 'boolean'),
        ...(times.length > 0 && { times }),
    };
    return set.includes(null) ? { kind: 'any', of: [members, (0,plan/* missing */.LO)(column)] } : members;
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

;// CONCATENATED MODULE: ./build/data-validate/conditions/condition.js
const comparisons = ['==', '!=', '<', '<=', '>', '>='];
/** Deeper nesting is a mistake or an attack. */
const deepest = 32;

;// CONCATENATED MODULE: ./build/data-validate/conditions/tokens.js

const longest = 4096;
const patterns = [
    ['space', /\s+/y],
    ['number', /-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y],
    ['name', /[\p{L}_][\p{L}\p{N}_]*/uy],
    ['column', /`[^`]*`/y],
    ['text', /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/y],
    ['sign', /==|!=|<>|<=|>=|&&|\|\||[=<>&|~!()[\],.]/y],
];
/** @throws Failure('config') naming the position of what no token begins with. */
function tokensOf(text) {
    if (text.length > longest)
        throw (0,failure/* configError */.Fj)(`\`row_condition\` has ${text.length} characters; at most ${longest} are read`);
    const tokens = [];
    for (let at = 0; at < text.length;) {
        const token = tokenAt(text, at);
        if (token.kind !== 'space')
            tokens.push({ kind: token.kind, text: token.text, position: at + 1 });
        at += token.text.length;
    }
    return tokens;
}
function tokenAt(text, at) {
    for (const [kind, pattern] of patterns) {
        pattern.lastIndex = at;
        const found = pattern.exec(text)?.[0];
        if (found !== undefined)
            return { kind, text: found };
    }
    throw refusal(text, at + 1, `${JSON.stringify(text[at])} stands where nothing begins with it`);
}
function refusal(text, position, why) {
    const shown = text.length > 200 ? `${text.slice(0, 200)}…` : text;
    return (0,failure/* configError */.Fj)(`\`row_condition\` ${JSON.stringify(shown)}: at position ${position}, ${why}`, {
        fix: 'comparisons of a column with a literal, `in`, null tests, and, or and not are understood',
    });
}

;// CONCATENATED MODULE: ./build/data-validate/conditions/parse.js


/**
 * Reads the part that they share of `DataFrame.query` (pandas), of SQL (Spark) and of `col("a") > 1` (Great Expectations): nothing is
 * ever run.
 *
 * @throws Failure('config') naming the position of what is not understood.
 */
function parseCondition(text, parser) {
    return new Parser(text, parser).whole();
}
const mirrored = {
    '==': '==',
    '!=': '!=',
    '<': '>',
    '<=': '>=',
    '>': '<',
    '>=': '<=',
};
class Parser {
    #text;
    #parser;
    #tokens;
    #next = 0;
    #depth = 0;
    constructor(text, parser) {
        this.#text = text;
        this.#parser = parser;
        this.#tokens = tokensOf(text);
    }
    whole() {
        const condition = this.#or();
        if (this.#peek())
            throw this.#refuse('something follows the condition');
        return condition;
    }
    #or() {
        return this.#chain('or', ['|', '||'], () => this.#and());
    }
    #and() {
        return this.#chain('and', ['&', '&&'], () => this.#not());
    }
    #chain(word, signs, part) {
        const of = [part()];
        while (this.#takesWord(word) || signs.some((sign) => this.#takes(sign)))
            of.push(part());
        return of.length === 1 && of[0] ? of[0] : { kind: word, of };
    }
    #not() {
        if (this.#takesWord('not') || this.#takes('~') || this.#takes('!'))
            return { kind: 'not', of: this.#deeper(() => this.#not()) };
        if (!this.#takes('('))
            return this.#test();
        const inner = this.#deeper(() => this.#or());
        this.#expect(')');
        return inner;
    }
    #deeper(part) {
        if (++this.#depth > deepest)
            throw this.#refuse(`it is nested more than ${deepest} deep`);
        const result = part();
        this.#depth--;
        return result;
    }
    #test() {
        const first = this.#operand();
        if ('column' in first) {
            const special = this.#nullTest(first.column) ?? this.#membership(first.column) ?? this.#between(first.column);
            if (special)
                return special;
        }
        return this.#comparisons(first);
    }
    /** `a IS NOT NULL`, `a.notnull()`, `col("a").notNull()`. */
    #nullTest(column) {
        const present = { kind: 'not', of: { kind: 'null', column } };
        if (this.#takesWord('is')) {
            const negated = this.#takesWord('not');
            if (!this.#takesWord('null'))
                throw this.#refuse('NULL is expected');
            return negated ? present : { kind: 'null', column };
        }
        if (!this.#takes('.'))
            return undefined;
        const method = this.#name().toLowerCase();
        this.#expect('(');
        this.#expect(')');
        if (['isnull', 'isna', 'is_null'].includes(method))
            return { kind: 'null', column };
        if (['notnull', 'notna', 'is_not_null'].includes(method))
            return present;
        throw this.#refuse(`the method ${method} is not understood`, -1);
    }
    #membership(column) {
        const mark = this.#next;
        const negated = this.#takesWord('not');
        if (!this.#takesWord('in')) {
            this.#next = mark;
            return undefined;
        }
        const square = this.#takes('[');
        if (!square)
            this.#expect('(');
        const values = [this.#literal()];
        while (this.#takes(','))
            values.push(this.#literal());
        this.#expect(square ? ']' : ')');
        const members = { kind: 'in', column, values };
        return negated ? { kind: 'not', of: members } : members;
    }
    #between(column) {
        if (!this.#takesWord('between'))
            return undefined;
        const low = this.#literal();
        if (!this.#takesWord('and'))
            throw this.#refuse('AND is expected');
        const high = this.#literal();
        return {
            kind: 'and',
            of: [
                { kind: 'compare', column, sign: '>=', value: low },
                { kind: 'compare', column, sign: '<=', value: high },
            ],
        };
    }
    /** `18 <= age < 65` is both at once. */
    #comparisons(first) {
        const of = [];
        let left = first;
        for (let sign = this.#sign(); sign; sign = this.#sign()) {
            const right = this.#operand();
            of.push(this.#compare(left, sign, right));
            left = right;
        }
        if (of.length === 0)
            throw this.#refuse('a comparison is expected');
        return of.length === 1 && of[0] ? of[0] : { kind: 'and', of };
    }
    #compare(left, sign, right) {
        if ('column' in left && 'literal' in right)
            return { kind: 'compare', column: left.column, sign, value: right.literal };
        if ('literal' in left && 'column' in right)
            return { kind: 'compare', column: right.column, sign: mirrored[sign], value: left.literal };
        throw this.#refuse('a column is to be compared with a literal', -1);
    }
    #sign() {
        const token = this.#peek();
        if (token?.kind !== 'sign')
            return undefined;
        const sql = this.#parser === 'spark';
        const text = sql && token.text === '=' ? '==' : sql && token.text === '<>' ? '!=' : token.text;
        const sign = comparisons.find((one) => one === text);
        if (sign)
            this.#next++;
        return sign;
    }
    #operand() {
        const token = this.#peek();
        if (token?.kind === 'column') {
            this.#next++;
            return { column: token.text.slice(1, -1) };
        }
        if (token?.kind !== 'name' || isLiteralName(token.text))
            return { literal: this.#literal() };
        this.#next++;
        if (token.text !== 'col' || this.#parser === 'pandas' || !this.#takes('('))
            return { column: token.text };
        const name = this.#literal();
        this.#expect(')');
        return { column: String(name) };
    }
    #literal() {
        const token = this.#peek();
        this.#next++;
        if (token?.kind === 'number')
            return Number(token.text);
        if (token?.kind === 'text')
            return token.text.slice(1, -1).replaceAll(/\\(.)/gs, '$1');
        if (token?.kind === 'name' && isLiteralName(token.text))
            return token.text.toLowerCase() === 'true';
        throw this.#refuse('a number, a text in quotes, true or false is expected', -1);
    }
    #name() {
        const token = this.#peek();
        if (token?.kind !== 'name')
            throw this.#refuse('a name is expected');
        this.#next++;
        return token.text;
    }
    #peek() {
        return this.#tokens[this.#next];
    }
    #takes(sign) {
        const token = this.#peek();
        const found = token?.kind === 'sign' && token.text === sign;
        if (found)
            this.#next++;
        return found;
    }
    #takesWord(word) {
        const token = this.#peek();
        const found = token?.kind === 'name' && token.text.toLowerCase() === word;
        if (found)
            this.#next++;
        return found;
    }
    #expect(sign) {
        if (!this.#takes(sign))
            throw this.#refuse(`\`${sign}\` is expected`);
    }
    #refuse(why, back = 0) {
        const token = this.#tokens[this.#next + back];
        return refusal(this.#text, token?.position ?? this.#text.length + 1, why);
    }
}
function isLiteralName(name) {
    return /^(?:true|false)$/i.test(name);
}

;// CONCATENATED MODULE: ./build/data-validate/conditions/object-form.js



/**
 * A condition as an object, as Great Expectations 1.24 writes it (`row_conditions.py`): `{type: comparison | nullity | and | or |
 * pass_through, …}`.
 *
 * @throws Failure('config') on anything else.
 */
function readConditionObject(value, depth = 0) {
    if (depth > deepest)
        throw object_form_refusal('is nested too deep');
    const { type, conditions } = objectOf(value);
    switch (type) {
        case 'comparison':
            return readComparison(objectOf(value));
        case 'nullity': {
            const missing = { kind: 'null', column: columnOf(objectOf(value)) };
            return objectOf(value).is_null === false ? { kind: 'not', of: missing } : missing;
        }
        case 'and':
        case 'or':
            if (!Array.isArray(conditions) || conditions.length === 0)
                throw object_form_refusal('lacks its `conditions`');
            return { kind: type, of: conditions.map((one) => readConditionObject(one, depth + 1)) };
        case 'pass_through':
            return parseCondition(String(objectOf(value).pass_through_filter), 'pandas');
        default:
            throw object_form_refusal('has a `type` that is not known: comparison, nullity, and, or, pass_through are');
    }
}
function readComparison(value) {
    const column = columnOf(value);
    const { operator, parameter } = value;
    if (operator === 'IN' || operator === 'NOT_IN') {
        if (!Array.isArray(parameter))
            throw object_form_refusal('compares with a set that is no list');
        const members = { kind: 'in', column, values: parameter.map(literalOf) };
        return operator === 'IN' ? members : { kind: 'not', of: members };
    }
    const sign = comparisons.find((one) => one === operator);
    if (!sign)
        throw object_form_refusal(`has an \`operator\` that is none of ${comparisons.join(' ')} IN NOT_IN`);
    return { kind: 'compare', column, sign, value: literalOf(parameter) };
}
function columnOf({ column }) {
    const name = typeof column === 'string' ? column : objectOf(column).name;
    if (typeof name !== 'string')
        throw object_form_refusal('names no `column`');
    return name;
}
function literalOf(value) {
    if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean')
        return value;
    throw object_form_refusal('compares with what is no number, text or boolean');
}
function objectOf(value) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return { ...value };
    throw object_form_refusal('is no object where one is expected');
}
function object_form_refusal(why) {
    return (0,failure/* configError */.Fj)(`\`row_condition\` ${why}`, { fix: 'write it as text: `age > 18`' });
}

;// CONCATENATED MODULE: ./build/data-validate/conditions/predicate.js






/**
 * The condition that an expectation's arguments set on rows; undefined where there is none.
 *
 * @throws AbsentColumn; Failure('config') when it is not understood.
 */
function conditionIn(args, table) {
    const { row_condition: given, condition_parser: named } = args;
    if (given === undefined)
        return undefined;
    const parser = named === 'spark' ? 'spark' : named === undefined || named === 'pandas' ? 'pandas' : 'great_expectations';
    const condition = typeof given === 'string' ? parseCondition(given, parser) : readConditionObject(given);
    return predicateOf(condition, table, parser === 'spark' ? 'sql' : 'pandas', false);
}
/** @param turned whether it stands under an odd number of negations. In SQL these reach the comparisons, since unknown stays unknown. */
function predicateOf(condition, table, logic, turned) {
    switch (condition.kind) {
        case 'not':
            return predicateOf(condition.of, table, logic, !turned);
        case 'and':
        case 'or': {
            const parts = condition.of.map((part) => predicateOf(part, table, logic, turned));
            return (condition.kind === 'and') === turned ? (0,plan/* anyOf */.EB)(...parts) : (0,plan/* allOf */.bn)(...parts);
        }
        default: {
            const test = testOf(condition, table);
            if (condition.kind === 'null')
                return turned ? (0,plan/* not */.AU)(test) : test;
            const negative = turned !== (condition.kind === 'compare' && condition.sign === '!=');
            if (!negative)
                return test;
            return logic === 'pandas' ? (0,plan/* not */.AU)(test) : (0,plan/* allOf */.bn)((0,plan/* not */.AU)((0,plan/* missing */.LO)(at(table, condition.column))), (0,plan/* not */.AU)(test));
        }
    }
}
/** What it says of a cell that has a value; `!=` as `==`. */
function testOf(test, table) {
    const column = at(table, test.column);
    if (test.kind === 'null')
        return (0,plan/* missing */.LO)(column);
    if (test.kind === 'in')
        return among(table, column, test.values);
    const { sign, value } = test;
    if (sign === '==' || sign === '!=')
        return among(table, column, [value]);
    if (typeof value === 'boolean')
        throw (0,failure/* configError */.Fj)('`row_condition` asks whether something is above or below a truth value', {
            fix: 'compare with == or !=',
        });
    const upper = sign === '<' || sign === '<=';
    const { view, range } = rangeOf(upper ? { max_value: value, strict_max: sign === '<' } : { min_value: value, strict_min: sign === '>' }, '`row_condition`');
    return { kind: 'within', column, view, range };
}

;// CONCATENATED MODULE: ./build/data-validate/under-condition.js

/** The same question about the rows that meet a condition alone (`row_condition` of Great Expectations). */
function underCondition(ask, condition) {
    switch (ask.kind) {
        case 'rows':
            return rowsUnder(ask, condition);
        case 'value':
            return valueUnder(ask, condition);
        case 'later':
            return laterUnder(ask, condition);
        case 'schema':
            return ask;
    }
}
function metricUnder(metric, condition) {
    return { ...metric, where: metric.where ? (0,plan/* allOf */.bn)(condition, metric.where) : condition };
}
function rowsUnder(ask, condition) {
    const { unexpected, considered, rows } = ask;
    return {
        ...ask,
        unexpected: metricUnder(unexpected, condition),
        considered: metricUnder(considered, condition),
        ...(rows && { rows: { ...rows, where: (0,plan/* allOf */.bn)(condition, rows.where) } }),
    };
}
function valueUnder(ask, condition) {
    return {
        ...ask,
        metrics: ask.metrics.map((metric) => metricUnder(metric, condition)),
        outcome: (figures) => ask.outcome(asIfWhole(ask.metrics, figures, condition)),
    };
}
function laterUnder(ask, condition) {
    return {
        ...ask,
        needs: ask.needs.map((metric) => metricUnder(metric, condition)),
        next(figures) {
            const asked = ask.next(asIfWhole(ask.needs, figures, condition));
            return asked.kind === 'rows' ? rowsUnder(asked, condition) : valueUnder(asked, condition);
        },
    };
}
/** Figures under the keys of the metrics that were asked before the condition came to them. */
function asIfWhole(metrics, figures, condition) {
    return new Map(metrics.map((metric) => [(0,plan/* keyOf */.TN)(metric), figures.get((0,plan/* keyOf */.TN)(metricUnder(metric, condition))) ?? null]));
}

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

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(1916);
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
const declared = new Map([
    ...['8', '16', '32', '64'].flatMap((bits) => {
        const name = { 8: 'TINYINT', 16: 'SMALLINT', 32: 'INTEGER', 64: 'BIGINT' }[bits];
        return [
            [`int${bits}`, new RegExp(`^${name}$`)],
            [`uint${bits}`, new RegExp(`^U${name}$`)],
        ];
    }),
    ['float32', /^FLOAT$/],
    ['float64', /^DOUBLE$/],
]);
/** What DuckDB calls a type that NumPy names with its width; undefined for names without one. */
function declaredFor(name) {
    return declared.get(name.toLowerCase());
}

;// CONCATENATED MODULE: ./build/data-validate/expectations/phrases.js


function words(id, column, asks, fallsShort = '') {
    return { id, subject: (0,data_validate_names/* quoteName */.A)(column), asks, fallsShort };
}
function wordsOfRows(id, asks) {
    return { id, subject: 'rows', asks, fallsShort: '' };
}
function wordsOfSeveral(id, columns, asks, fallsShort) {
    return { id, subject: columns.map(data_validate_names/* quoteName */.A).join(', '), asks, fallsShort };
}
/** Of a figure that lies in a range. */
function wordsOfFigure(id, figure, args) {
    return words(id, args.column, `has a ${figure} ${inWords(args, `${figure} of ${(0,data_validate_names/* quoteName */.A)(args.column)}`)}`);
}
function inWords(args, what) {
    return describeRange(rangeOf(args, what).range);
}

;// CONCATENATED MODULE: ./build/data-validate/expectations/cells.js







/** Presence, type, sets, ranges and lengths of cells. */
const cells = {
    expect_column_values_to_not_be_null: {
        ask({ column, mostly }, { table }) {
            const absent = (0,plan/* missing */.LO)(at(table, column));
            return rowsAsk((0,plan/* countWhere */.t$)(absent), plan/* rowCount */.oW, absent, mostly);
        },
        words: ({ column }) => words('not-null', column, 'has values', 'has no value'),
    },
    expect_column_values_to_be_null: {
        ask({ column, mostly }, { table }) {
            const present = (0,plan/* not */.AU)((0,plan/* missing */.LO)(at(table, column)));
            return rowsAsk((0,plan/* countWhere */.t$)(present), plan/* rowCount */.oW, present, mostly);
        },
        words: ({ column }) => words('null', column, 'has no values', 'has a value'),
    },
    expect_column_values_to_be_of_type: {
        ask: (args, { table }) => cellsMeeting(table, args, (column) => ofType(table, column, args.type_)),
        words: ({ column, type_ }) => {
            const type = cellTypeNamed(type_);
            return words('type', column, `is of type ${type}`, `is not of type ${type}`);
        },
    },
    expect_column_values_to_be_in_type_list: {
        ask: (args, { table }) => cellsMeeting(table, args, (column) => (0,plan/* anyOf */.EB)(...args.type_list.map((type) => ofType(table, column, type)))),
        words({ column, type_list }) {
            const types = [...new Set(type_list.map(cellTypeNamed))].join(' or ');
            return words('type-list', column, `is of type ${types}`, `is not of type ${types}`);
        },
    },
    expect_column_values_to_be_unique: {
        ask({ column, mostly }, { table }) {
            const position = at(table, column);
            return rowsUnrepeated([position], (0,plan/* not */.AU)((0,plan/* missing */.LO)(position)), mostly);
        },
        words: ({ column }) => words('unique', column, 'is unique', 'has a value that comes more than once'),
    },
    expect_column_values_to_be_in_set: {
        ask: (args, { table }) => cellsMeeting(table, args, (column) => among(table, column, args.value_set)),
        words({ column, value_set }) {
            const set = `in the set of ${value_set.length}`;
            return words('in-set', column, `is ${set}`, `is not ${set}`);
        },
    },
    expect_column_values_to_not_be_in_set: {
        ask: (args, { table }) => cellsMeeting(table, args, (column) => (0,plan/* not */.AU)(among(table, column, args.value_set))),
        words({ column, value_set }) {
            const set = `in the refused set of ${value_set.length}`;
            return words('not-in-set', column, `is not ${set}`, `is ${set}`);
        },
    },
    expect_column_values_to_be_between: {
        ask(args, { table }) {
            const { view, range } = rangeOf(args, (0,data_validate_names/* quoteName */.A)(args.column));
            return cellsMeeting(table, args, (column) => ({ kind: 'within', column, view, range }));
        },
        words(args) {
            const within = inWords(args, (0,data_validate_names/* quoteName */.A)(args.column));
            return words('between', args.column, `is ${within}`, `is not ${within}`);
        },
    },
    expect_column_value_lengths_to_be_between: {
        ask(args, { table }) {
            const { range } = rangeOf(args, `length of ${(0,data_validate_names/* quoteName */.A)(args.column)}`);
            return cellsMeeting(table, args, (column) => ({ kind: 'within', column, view: 'length', range }));
        },
        words(args) {
            const within = `a length of ${inWords(args, `length of ${(0,data_validate_names/* quoteName */.A)(args.column)}`)} characters`;
            return words('length', args.column, `has ${within}`, `has not ${within}`);
        },
    },
    expect_column_value_lengths_to_equal: {
        ask(args, { table }) {
            const range = { min: args.value, max: args.value, strictMin: false, strictMax: false };
            return cellsMeeting(table, args, (column) => ({ kind: 'within', column, view: 'length', range }));
        },
        words({ column, value }) {
            const length = `a length of exactly ${value} characters`;
            return words('length', column, `has ${length}`, `has not ${length}`);
        },
    },
    expect_column_values_to_be_finite: {
        ask({ column, mostly }, { table }) {
            const position = at(table, column);
            const odd = (0,plan/* anyOf */.EB)({ kind: 'not-a-number', column: position }, { kind: 'infinite', column: position });
            return rowsAsk((0,plan/* countWhere */.t$)(odd), plan/* rowCount */.oW, odd, mostly);
        },
        words: ({ column }) => words('finite', column, 'is finite', 'is NaN or infinite'),
    },
    expect_column_values_to_not_be_nan: {
        ask({ column, mostly }, { table }) {
            const odd = { kind: 'not-a-number', column: at(table, column) };
            return rowsAsk((0,plan/* countWhere */.t$)(odd), plan/* rowCount */.oW, odd, mostly);
        },
        words: ({ column }) => words('not-nan', column, 'is not NaN', 'is NaN'),
    },
};
/** A name with a width (`int32`) asks a typed column for just that; one without, and a cell of text, for the kind of value. */
function ofType(table, column, name) {
    const { declared = null } = table.columns[column] ?? {};
    const exact = declaredFor(name);
    if (declared !== null && exact !== undefined && !exact.test(declared))
        return nothing;
    return { kind: 'is', column, types: acceptedTypes(table.format, cellTypeNamed(name)) };
}

// EXTERNAL MODULE: ./build/gate/json.js + 1 modules
var json = __webpack_require__(3606);
;// CONCATENATED MODULE: ./build/data-validate/statistics/cramers-phi.js
/**
 * Cramér's φ (V) of a contingency table, √(χ² / (n · (min(rows, columns) − 1))), without a correction for continuity: Cramér,
 * Mathematical Methods of Statistics (1946), 21.9.
 *
 * @param cells those that were seen; all others are 0.
 * @returns null where a variable has one value only.
 */
function cramersPhi(cells) {
    const [rows, columns] = [0, 1].map((side) => margins(cells, side));
    const least = Math.min(rows.size, columns.size);
    if (least < 2)
        return null;
    // χ² = n (Σ o² / (row · column) − 1): cells that were not seen add nothing to the sum.
    const mass = cells.reduce((sum, { texts: [a, b], count }) => {
        const margin = (rows.get(String(a)) ?? 1) * (columns.get(String(b)) ?? 1);
        return sum + count ** 2 / margin;
    }, 0);
    return Math.sqrt(Math.max(0, mass - 1) / (least - 1));
}
function margins(cells, side) {
    const sums = new Map();
    for (const { texts, count } of cells) {
        const key = String(texts[side]);
        sums.set(key, (sums.get(key) ?? 0) + count);
    }
    return sums;
}

;// CONCATENATED MODULE: ./build/data-validate/statistics/relative-entropy.js
/**
 * Kullback and Leibler's divergence of the observed from the expected distribution, in nats, both brought to a sum of 1, as
 * `scipy.stats.entropy(pk, qk)`.
 *
 * @returns null where it is infinite (something was observed that has no weight) or there is nothing to compare.
 */
function relativeEntropy({ observed, expected }) {
    const [p, q] = [shares(observed), shares(expected)];
    if (!p || !q)
        return null;
    let sum = 0;
    for (const [i, share] of p.entries()) {
        if (share === 0)
            continue;
        const weight = q[i] ?? 0;
        if (weight === 0)
            return null;
        sum += share * Math.log(share / weight);
    }
    return Math.max(0, sum);
}
function shares(weights) {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return total > 0 ? weights.map((weight) => weight / total) : undefined;
}

;// CONCATENATED MODULE: ./build/data-validate/expectations/distributions.js








/** More distinct values than this are no categories. */
const mostCategories = 10_000;
/** Distributions as against one another. */
const distributions = {
    expect_column_kl_divergence_to_be_less_than: {
        ask(args, { table }) {
            const column = at(table, args.column);
            assertHoldouts(args);
            return 'bins' in args.partition_object
                ? continuous(column, args, args.partition_object)
                : categorical(column, args, args.partition_object);
        },
        words: ({ column, threshold }) => words('kl-divergence', column, `diverges from its distribution by at most ${threshold}`),
    },
    expect_column_pair_cramers_phi_value_to_be_less_than: {
        ask: ({ column_A, column_B, threshold }, { table }) => association(at(table, column_A), at(table, column_B), threshold),
        words: ({ column_A, column_B, threshold }) => ({
            id: 'cramers-phi',
            subject: `${(0,data_validate_names/* quoteName */.A)(column_A)}, ${(0,data_validate_names/* quoteName */.A)(column_B)}`,
            asks: `have a Cramér’s φ of at most ${threshold}`,
            fallsShort: '',
        }),
    },
};
function assertHoldouts({ column, partition_object, ...args }) {
    const [tail, internal] = [args.tail_weight_holdout ?? 0, args.internal_weight_holdout ?? 0];
    const refuse = (why) => {
        throw (0,failure/* configError */.Fj)(`\`partition_object\` of ${(0,data_validate_names/* quoteName */.A)(column)}: ${why}`, {
            fix: 'give weights for just the values or bins named',
        });
    };
    const { weights } = partition_object;
    if ('values' in partition_object) {
        if (weights.length !== partition_object.values.length)
            refuse('as many weights as values are expected');
        if (internal > 0)
            refuse('`internal_weight_holdout` is for bins');
        return;
    }
    if (args.bucketize_data === false)
        refuse('bins need `bucketize_data: true`');
    if (weights.length !== partition_object.bins.length - 1)
        refuse('one weight less than edges is expected');
    if (partition_object.bins.some((edge, i) => i > 0 && edge <= (partition_object.bins[i - 1] ?? edge)))
        refuse('the edges must rise');
    if (tail > 0 && partition_object.tail_weights)
        refuse('`tail_weight_holdout` and `tail_weights` exclude each other');
}
function categorical(column, args, partition) {
    const where = (0,plan/* not */.AU)((0,plan/* missing */.LO)(column));
    const tally = { kind: 'tally', columns: [column], most: mostCategories, where };
    return divergenceAsk([tally], args, (figures) => {
        const { entries, distinct } = (0,plan/* tallyIn */.uD)(figures, tally);
        if (distinct > mostCategories)
            return undefined;
        return categories(entries, partition, args.tail_weight_holdout ?? 0);
    });
}
/** Values that only the data have share the weight held out; those that only the partition has were not observed. */
function categories(entries, { values, weights }, holdout) {
    const expected = new Map(values.map((value, i) => [value, weights[i] ?? 0]));
    const keys = entries.map(({ texts: [text], numbers: [number] }) => typeof number === 'number' && expected.has(number) ? number : text);
    const unknown = keys.filter((key) => !expected.has(key)).length;
    const known = unknown > 0 ? 1 - holdout : 1;
    const absent = [...expected].filter(([value]) => !keys.includes(value));
    return {
        observed: [...entries.map(({ count }) => count), ...absent.map(() => 0)],
        expected: [
            ...keys.map((key) => {
                const weight = expected.get(key);
                return weight === undefined ? holdout / unknown : weight * known;
            }),
            ...absent.map(([, weight]) => weight * known),
        ],
    };
}
function continuous(column, args, partition) {
    const histogram = { kind: 'histogram', column, edges: partition.bins };
    return divergenceAsk([histogram], args, (figures) => ({
        observed: (0,plan/* histogramIn */.kY)(figures, histogram),
        expected: expectedWeights(partition, args),
    }));
}
/** With a weight for what lies below the first edge and above the last. */
function expectedWeights({ weights, tail_weights, }, { tail_weight_holdout: tail = 0, internal_weight_holdout: internal = 0 }) {
    const scaled = weights.map((weight) => weight * (1 - tail - internal));
    const empty = scaled.filter((weight) => weight === 0).length;
    const filled = scaled.map((weight) => (weight === 0 && internal > 0 ? internal / empty : weight));
    const [low = tail / 2, high = tail / 2] = tail_weights ?? [];
    return [low, ...filled, high];
}
function divergenceAsk(metrics, { threshold }, compare) {
    return {
        kind: 'value',
        metrics,
        threshold: { max: threshold },
        outcome(figures) {
            const compared = compare(figures);
            if (!compared)
                return { observed: null, met: false, problem: `it has over ${mostCategories} distinct values` };
            const divergence = relativeEntropy(compared);
            if (divergence === null)
                return { observed: null, met: false, problem: 'it diverges without bound' };
            const observed = (0,json/* round9 */.c)(divergence);
            return { observed, met: observed <= threshold, problem: `it is ${observed}` };
        },
    };
}
function association(a, b, threshold) {
    const where = (0,plan/* allOf */.bn)((0,plan/* not */.AU)((0,plan/* missing */.LO)(a)), (0,plan/* not */.AU)((0,plan/* missing */.LO)(b)));
    const tally = { kind: 'tally', columns: [a, b], most: mostCategories, where };
    const total = (0,plan/* countWhere */.t$)(where);
    return {
        kind: 'value',
        metrics: [tally, total],
        threshold: { max: threshold },
        outcome(figures) {
            const { entries, distinct } = (0,plan/* tallyIn */.uD)(figures, tally);
            if (distinct > mostCategories)
                return { observed: null, met: false, problem: `there are over ${mostCategories} combinations` };
            const phi = (0,plan/* countIn */.ry)(figures, total) === 0 ? null : cramersPhi(entries);
            if (phi === null)
                return { observed: null, met: false, problem: 'it is not defined for one value' };
            const observed = (0,json/* round9 */.c)(phi);
            return { observed, met: observed <= threshold, problem: `it is ${observed}` };
        },
    };
}

;// CONCATENATED MODULE: ./build/data-validate/expectations/value-ask.js



/** One figure lies in a range. Without the figure (no row has a value) it does not. */
function valueInRange(metric, range) {
    return derivedInRange([metric], range, (figures) => {
        const figure = (0,plan/* figureIn */.KF)(figures, metric);
        return typeof figure === 'object' ? null : figure;
    });
}
/** Something worked out of several figures lies in a range. */
function derivedInRange(metrics, range, derive) {
    return {
        kind: 'value',
        metrics,
        threshold: rangeJson(range),
        outcome: (figures) => outcomeInRange(derive(figures), range),
    };
}
/** A text is a cell's own value; JSON has no infinities. */
function outcomeInRange(raw, range) {
    if (raw === null)
        return { observed: null, met: false, problem: 'no row has a value to take it of' };
    const value = typeof raw === 'number' ? (0,json/* round9 */.c)(raw) : raw;
    const met = isWithin(value, range);
    if (typeof value === 'string')
        return { observed: value, met, problem: 'it is not', ofCells: true };
    const observed = Number.isFinite(value) ? value : String(value);
    return { observed, met, problem: `it is ${observed}` };
}
function rangeJson({ min, max, strictMin, strictMax }) {
    return {
        ...(min !== undefined && { min }),
        ...(max !== undefined && { max }),
        ...(strictMin && { strictMin }),
        ...(strictMax && { strictMax }),
    };
}

;// CONCATENATED MODULE: ./build/data-validate/expectations/figures.js







/** One figure of a column, or of two. */
const figures_figures = {
    expect_column_min_to_be_between: {
        ask: (args, { table }) => extreme('min', args, table),
        words: (args) => wordsOfFigure('min', 'least value', args),
    },
    expect_column_max_to_be_between: {
        ask: (args, { table }) => extreme('max', args, table),
        words: (args) => wordsOfFigure('max', 'greatest value', args),
    },
    expect_column_mean_to_be_between: {
        ask: (args, { table }) => valueInRange({ kind: 'mean', column: at(table, args.column) }, ends(args, 'mean')),
        words: (args) => wordsOfFigure('mean', 'mean', args),
    },
    expect_column_median_to_be_between: {
        ask: (args, { table }) => valueInRange(quantile(at(table, args.column), 0.5, 'linear'), ends(args, 'median')),
        words: (args) => wordsOfFigure('median', 'median', args),
    },
    expect_column_sum_to_be_between: {
        // pandas sums nothing up to 0.
        ask(args, { table }) {
            const sum = { kind: 'sum', column: at(table, args.column) };
            return derivedInRange([sum], ends(args, 'sum'), (taken) => (0,plan/* numberIn */.Po)(taken, sum) ?? 0);
        },
        words: (args) => wordsOfFigure('sum', 'sum', args),
    },
    expect_column_stdev_to_be_between: {
        ask: (args, { table }) => valueInRange({ kind: 'deviation', column: at(table, args.column) }, ends(args, 'standard deviation')),
        words: (args) => wordsOfFigure('stdev', 'standard deviation', args),
    },
    expect_column_quantile_values_to_be_between: {
        ask: (args, { table }) => quantilesInRanges(at(table, args.column), args),
        words: ({ column, quantile_ranges: { quantiles } }) => words('quantiles', column, `has ${quantiles.length} quantiles in their ranges`),
    },
    expect_column_skewness_to_be_between: {
        ask: (args, { table }) => shapeInRange(3, 0, args, table, 'skewness'),
        words: (args) => wordsOfFigure('skewness', 'skewness', args),
    },
    expect_column_kurtosis_to_be_between: {
        ask: (args, { table }) => shapeInRange(4, 3, args, table, 'kurtosis'),
        words: (args) => wordsOfFigure('kurtosis', 'excess kurtosis', args),
    },
    expect_column_entropy_to_be_between: {
        ask(args, { table }) {
            const column = at(table, args.column);
            return valueInRange({ kind: 'entropy', columns: [column], where: present(column) }, ends(args, 'entropy'));
        },
        words: (args) => wordsOfFigure('entropy', 'entropy', args),
    },
    expect_column_unique_value_count_to_be_between: {
        ask: (args, { table }) => valueInRange(distinct(at(table, args.column)), ends(args, 'number of distinct values')),
        words: (args) => wordsOfFigure('distinct-count', 'number of distinct values', args),
    },
    expect_column_proportion_of_unique_values_to_be_between: {
        ask(args, { table }) {
            const column = at(table, args.column);
            return shareInRange(distinct(column), (0,plan/* countWhere */.t$)(present(column)), args);
        },
        words: (args) => wordsOfFigure('distinct-share', 'share of distinct values', args),
    },
    expect_column_proportion_of_non_null_values_to_be_between: {
        ask: (args, { table }) => shareInRange((0,plan/* countWhere */.t$)(present(at(table, args.column))), plan/* rowCount */.oW, args),
        words: (args) => wordsOfFigure('value-share', 'share of rows with a value', args),
    },
    expect_column_pair_correlation_to_be_between: {
        ask(args, { table }) {
            const columns = [at(table, args.column_A), at(table, args.column_B)];
            return valueInRange({ kind: 'correlation', columns }, ends(args, 'correlation'));
        },
        words: (args) => pairWords('correlation', 'correlation', args),
    },
    expect_column_pair_mutual_information_to_be_between: {
        ask: (args, { table }) => mutualInformation(at(table, args.column_A), at(table, args.column_B), args),
        words: (args) => pairWords('mutual-information', 'mutual information', args),
    },
};
function present(column) {
    return (0,plan/* not */.AU)((0,plan/* missing */.LO)(column));
}
function distinct(column) {
    return { kind: 'distinct', columns: [column], where: present(column) };
}
function quantile(column, share, interpolation) {
    return { kind: 'quantile', column, at: share, interpolation };
}
function ends(args, what) {
    return rangeOf(args, args.column === undefined ? what : `${what} of ${(0,data_validate_names/* quoteName */.A)(args.column)}`).range;
}
function extreme(kind, args, table) {
    const { view, range } = rangeOf(args, `${kind} of ${(0,data_validate_names/* quoteName */.A)(args.column)}`);
    return valueInRange({ kind, column: at(table, args.column), view }, range);
}
/** Nothing of nothing is 0, as in Great Expectations. */
function shareInRange(part, whole, args) {
    return derivedInRange([part, whole], ends(args, 'share'), (taken) => {
        const all = (0,plan/* countIn */.ry)(taken, whole);
        return all === 0 ? 0 : (0,plan/* countIn */.ry)(taken, part) / all;
    });
}
function quantilesInRanges(column, { quantile_ranges, allow_relative_error }) {
    const interpolation = typeof allow_relative_error === 'string' ? allow_relative_error : 'nearest';
    const { quantiles, value_ranges } = quantile_ranges;
    const metrics = quantiles.map((share) => quantile(column, share, interpolation));
    const ranges = quantiles.map((_, i) => rangeFrom(value_ranges[i]));
    return {
        kind: 'value',
        metrics,
        threshold: { quantiles: [...quantiles], value_ranges: value_ranges.map((range) => [...range]) },
        outcome(taken) {
            const values = metrics.map((metric) => roundedIn(taken, metric));
            const short = quantiles.filter((_, i) => {
                const [value, range] = [values[i], ranges[i]];
                return value === null || value === undefined || !range || !isWithin(value, range);
            });
            return {
                observed: { quantiles: [...quantiles], values },
                met: short.length === 0,
                problem: `the quantiles ${short.join(', ')} lie outside their ranges`,
            };
        },
    };
}
function rangeFrom(range) {
    const [min, max] = range ?? [null, null];
    return {
        ...(min !== null && { min }),
        ...(max !== null && { max }),
        strictMin: false,
        strictMax: false,
    };
}
function roundedIn(taken, metric) {
    const value = (0,plan/* figureIn */.KF)(taken, metric);
    return typeof value === 'number' ? (0,json/* round9 */.c)(value) : null;
}
/**
 * The k-th standardised moment of a population, g1 and g2 of Joanes and Gill (1998), taken about the known mean; null under three
 * values or without a spread.
 */
function shapeInRange(power, less, args, table, what) {
    const column = at(table, args.column);
    const range = ends(args, what);
    const mean = { kind: 'mean', column };
    const deviation = { kind: 'deviation', column };
    const number = (0,plan/* countWhere */.t$)({
        kind: 'within',
        column,
        view: 'number',
        range: { strictMin: false, strictMax: false },
    });
    return {
        kind: 'later',
        needs: [mean, deviation, number],
        next(taken) {
            const [center, sample, n] = [(0,plan/* numberIn */.Po)(taken, mean), (0,plan/* numberIn */.Po)(taken, deviation), (0,plan/* countIn */.ry)(taken, number)];
            if (center === null || sample === null || sample === 0 || n < 3)
                return derivedInRange([], range, () => null);
            const scale = sample * Math.sqrt((n - 1) / n);
            const moment = { kind: 'moment', column, center, scale, power };
            return derivedInRange([moment], range, (later) => {
                const value = (0,plan/* numberIn */.Po)(later, moment);
                return value === null ? null : value - less;
            });
        },
    };
}
/** H(A) + H(B) − H(A, B) over rows that have both. */
function mutualInformation(a, b, args) {
    const where = (0,plan/* allOf */.bn)(present(a), present(b));
    const [both, onlyA, onlyB] = [[a, b], [a], [b]].map((columns) => ({ kind: 'entropy', columns, where }));
    return derivedInRange([both, onlyA, onlyB], ends(args, 'mutual information'), (taken) => {
        const [ab, ha, hb] = [both, onlyA, onlyB].map((metric) => (0,plan/* numberIn */.Po)(taken, metric));
        if (ab === null || ab === undefined || ha === null || hb === null)
            return null;
        return Math.max(0, (ha ?? 0) + (hb ?? 0) - ab);
    });
}
function pairWords(id, figure, args) {
    const subject = `${(0,data_validate_names/* quoteName */.A)(args.column_A)}, ${(0,data_validate_names/* quoteName */.A)(args.column_B)}`;
    const asks = `have a ${figure} ${describeRange(rangeOf(args, figure).range)}`;
    return { id, subject, asks, fallsShort: '' };
}

;// CONCATENATED MODULE: ./build/data-validate/expectations/neighbours.js



/** Cells as against the one before or all others: what they are held against must be known first. */
const neighbours = {
    expect_column_values_to_be_increasing: {
        ask: (args, { table }) => inOrder('increasing', args, table),
        words: ({ column }) => words('increasing', column, 'rises', 'is below the value before it'),
    },
    expect_column_values_to_be_decreasing: {
        ask: (args, { table }) => inOrder('decreasing', args, table),
        words: ({ column }) => words('decreasing', column, 'falls', 'is above the value before it'),
    },
    expect_column_value_z_scores_to_be_less_than: {
        ask(args, { table }) {
            const { threshold, double_sided: bothSides = true } = args;
            const below = bothSides ? Math.abs(threshold) : threshold;
            return nearMean(table, args, (mean, deviation, column) => deviation === 0 ? undefined : { kind: 'near', column, mean, deviation, below, bothSides });
        },
        words: ({ column, threshold }) => words('z-score', column, `has z-scores below ${threshold}`, 'lies too far from the mean'),
    },
    expect_column_values_to_not_be_outliers: {
        ask(args, { table }) {
            const { method = 'iqr', multiplier = 1.5 } = args;
            if (method === 'iqr')
                return insideFences(table, args, multiplier);
            return nearMean(table, args, (mean, deviation, column) => multiplier * deviation > 0
                ? { kind: 'near', column, mean, deviation, below: multiplier, bothSides: true }
                : exactly(column, mean));
        },
        words: ({ column }) => words('outliers', column, 'has no outliers', 'is an outlier'),
    },
};
/** Numbers where all values are numbers, times where all are times, else texts. */
function inOrder(direction, { column, mostly, strictly = false }, table) {
    const position = at(table, column);
    const present = (0,plan/* not */.AU)((0,plan/* missing */.LO)(position));
    const counts = ['number', 'time'].map((view) => [view, (0,plan/* countWhere */.t$)(seen(position, view))]);
    return {
        kind: 'later',
        needs: [(0,plan/* countWhere */.t$)(present), ...counts.map(([, metric]) => metric)],
        next(figures) {
            const all = (0,plan/* countIn */.ry)(figures, (0,plan/* countWhere */.t$)(present));
            const view = counts.find(([, metric]) => (0,plan/* countIn */.ry)(figures, metric) === all)?.[0] ?? 'text';
            const order = { column: position, view, direction, strictly };
            const asked = rowsAsk({ kind: 'disorder', ...order }, (0,plan/* countWhere */.t$)(present), present, mostly);
            return { ...asked, rows: { where: present, disorder: order } };
        },
    };
}
function seen(column, view) {
    return { kind: 'within', column, view, range: { strictMin: false, strictMax: false } };
}
/** Without a spread (one value, or none) there is nothing to be far from. */
function nearMean(table, args, meets) {
    const column = at(table, args.column);
    const needs = [
        { kind: 'mean', column },
        { kind: 'deviation', column },
    ];
    return later(table, args, needs, (figures) => {
        const [mean, deviation] = needs.map((metric) => (0,plan/* numberIn */.Po)(figures, metric));
        if (mean === null || mean === undefined || deviation === null || deviation === undefined)
            return undefined;
        return meets(mean, deviation, column);
    });
}
/** Tukey's fences; a value on a fence is inside. */
function insideFences(table, args, multiplier) {
    const column = at(table, args.column);
    const quartile = (share) => ({
        kind: 'quantile',
        column,
        at: share,
        interpolation: 'linear',
    });
    const needs = [quartile(0.25), quartile(0.75)];
    return later(table, args, needs, (figures) => {
        const [low, high] = needs.map((metric) => (0,plan/* numberIn */.Po)(figures, metric));
        if (low === null || low === undefined || high === null || high === undefined)
            return undefined;
        const reach = multiplier * (high - low);
        const range = { min: low - reach, max: high + reach, strictMin: false, strictMax: false };
        return { kind: 'within', column, view: 'number', range };
    });
}
function later(table, args, needs, meets) {
    return {
        kind: 'later',
        needs,
        next: (figures) => cellsMeeting(table, args, () => meets(figures) ?? (0,plan/* allOf */.bn)()),
    };
}
function exactly(column, value) {
    const range = { min: value, max: value, strictMin: false, strictMax: false };
    return { kind: 'within', column, view: 'number', range };
}

;// CONCATENATED MODULE: ./build/data-validate/expectations/queries.js





/** Queries of the user's own. They see the table under its own names, in the engine's locked session. */
const queries = {
    unexpected_rows_expectation: {
        ask: ({ unexpected_rows_query: query }, { table }) => overBatch(query, table, 'rows', (metric) => ({
            kind: 'value',
            metrics: [metric],
            threshold: 0,
            outcome(figures) {
                const count = (0,plan/* numberIn */.Po)(figures, metric) ?? 0;
                return {
                    observed: count,
                    met: count === 0,
                    problem: `it finds ${count}`,
                    facts: { unexpectedCount: count },
                };
            },
        })),
        words: ({ description }) => wordsOfRows('query-rows', description ?? 'that the query finds are none'),
    },
    expect_query_value_to_be_between: {
        ask: (args, { table }) => overBatch(args.query, table, 'value', (metric) => derivedInRange([metric], rangeOf(args, 'value of the query').range, (figures) => (0,plan/* numberIn */.Po)(figures, metric))),
        words: ({ description }) => wordsOfRows('query-value', description ?? 'give a query its value in a range'),
    },
};
/** Whole numbers, numbers and times where a column holds nothing else. */
const asked = [
    ['integer', ['integer']],
    ['number', ['integer', 'number']],
    ['time', ['date', 'timestamp']],
    ['boolean', ['boolean']],
];
/** What each column is must be known before the query can see it as that. */
function overBatch(query, { columns }, gives, ask) {
    if (!query.includes('{batch}'))
        throw (0,failure/* configError */.Fj)('a query does not name `{batch}`, the table that is judged', {
            fix: 'write SELECT … FROM {batch} …',
        });
    const untyped = columns.flatMap(({ type }, column) => (type === null ? [column] : []));
    const values = (column) => (0,plan/* countWhere */.t$)((0,plan/* not */.AU)((0,plan/* missing */.LO)(column)));
    const ofTypes = (column, types) => (0,plan/* countWhere */.t$)({ kind: 'is', column, types });
    return {
        kind: 'later',
        needs: untyped.flatMap((column) => [values(column), ...asked.map(([, types]) => ofTypes(column, types))]),
        next: (figures) => ask({
            kind: 'query',
            query,
            gives,
            batch: columns.map(({ name, type }, column) => {
                if (type !== null)
                    return { name, as: 'itself' };
                const all = (0,plan/* countIn */.ry)(figures, values(column));
                const found = asked.find(([, types]) => all > 0 && (0,plan/* countIn */.ry)(figures, ofTypes(column, types)) === all);
                return { name, as: found?.[0] ?? 'text' };
            }),
        }),
    };
}

;// CONCATENATED MODULE: ./build/data-validate/expectations/sets.js



/** The distinct values of a column as against a set. */
const sets = {
    expect_column_distinct_values_to_be_in_set: {
        ask: ({ column, value_set }, { table }) => distinctInSet(at(table, column), value_set, table),
        words({ column, value_set }) {
            const set = `in the set of ${value_set.length}`;
            return words('distinct-in-set', column, `has only values ${set}`, `is not ${set}`);
        },
    },
    expect_column_distinct_values_to_contain_set: {
        ask: ({ column, value_set }, { table }) => containing(at(table, column), value_set, table, false),
        words: ({ column, value_set }) => words('distinct-contain-set', column, `has every value of the set of ${value_set.length}`),
    },
    expect_column_distinct_values_to_equal_set: {
        ask: ({ column, value_set }, { table }) => containing(at(table, column), value_set, table, true),
        words: ({ column, value_set }) => words('distinct-equal-set', column, `has just the values of the set of ${value_set.length}`),
    },
    expect_column_most_common_value_to_be_in_set: {
        ask: ({ column, value_set, ties_okay }, { table }) => mostCommon(at(table, column), value_set, ties_okay ?? false, table),
        words: ({ column, value_set }) => words('most-common', column, `has its most frequent value in the set of ${value_set.length}`),
    },
};
function outside(column, set, table) {
    return (0,plan/* allOf */.bn)((0,plan/* not */.AU)((0,plan/* missing */.LO)(column)), (0,plan/* not */.AU)(among(table, column, set)));
}
function distinctInSet(column, set, table) {
    const where = outside(column, set, table);
    const metric = (within) => ({ kind: 'distinct', columns: [column], where: within });
    return rowsAsk(metric(where), metric((0,plan/* not */.AU)((0,plan/* missing */.LO)(column))), where, undefined);
}
/** The members that come, found by counting those alone. */
function membersThere(column, set, table) {
    return { kind: 'tally', columns: [column], most: set.length, where: among(table, column, set) };
}
function containing(column, set, table, only) {
    const there = membersThere(column, set, table);
    const others = { kind: 'distinct', columns: [column], where: outside(column, set, table) };
    return {
        kind: 'value',
        metrics: only ? [there, others] : [there],
        threshold: { members: set.length },
        outcome(figures) {
            const absent = absentFrom((0,plan/* tallyIn */.uD)(figures, there), set);
            const extra = only ? (0,plan/* countIn */.ry)(figures, others) : 0;
            return {
                observed: null,
                met: absent === 0 && extra === 0,
                problem: `${absent} of the set do not come${only ? `, and ${extra} other values do` : ''}`,
                facts: { missingCount: absent, ...(only && { unexpectedCount: extra }) },
            };
        },
    };
}
function absentFrom({ entries }, set) {
    const texts = new Set(entries.flatMap(({ texts: [text] }) => (text === null || text === undefined ? [] : [text])));
    const numbers = new Set(entries.map(({ numbers: [number] }) => number));
    const comes = (member) => typeof member === 'number'
        ? numbers.has(member)
        : typeof member === 'boolean'
            ? texts.has(String(member)) || texts.has(String(member)[0]?.toUpperCase() + String(member).slice(1))
            : texts.has(member);
    return [...new Set(set)].filter((member) => !comes(member)).length;
}
/** How many equally frequent values are told. */
const mostTies = 1000;
function mostCommon(column, set, tiesOkay, table) {
    const all = { kind: 'tally', columns: [column], most: mostTies, where: (0,plan/* not */.AU)((0,plan/* missing */.LO)(column)) };
    const there = membersThere(column, set, table);
    return {
        kind: 'value',
        metrics: [all, there],
        threshold: { members: set.length, tiesOkay },
        outcome(figures) {
            const { entries } = (0,plan/* tallyIn */.uD)(figures, all);
            const greatest = entries[0]?.count ?? 0;
            const modes = entries.filter(({ count }) => count === greatest);
            const hits = (0,plan/* tallyIn */.uD)(figures, there).entries.filter(({ count }) => count === greatest).length;
            return {
                observed: modes.map(({ texts: [text], numbers: [number] }) => number ?? text ?? null),
                met: greatest > 0 && (tiesOkay ? hits > 0 : modes.length === 1 && hits === 1),
                problem: `${modes.length} values are the most frequent, and ${hits} of them are in the set`,
                ofCells: true,
            };
        },
    };
}

;// CONCATENATED MODULE: ./build/data-validate/expectations/several.js





/** Several cells of a row. */
const several = {
    expect_column_pair_values_to_be_equal: {
        ask: (args, { table }) => pairs(args, table, (a, b) => ({ kind: 'compare', a, b, op: 'equal' })),
        words: (args) => several_pairWords('pair-equal', args, 'are equal', 'differ'),
    },
    expect_column_pair_values_a_to_be_greater_than_b: {
        ask: (args, { table }) => pairs(args, table, (a, b) => ({ kind: 'compare', a, b, op: args.or_equal ? 'at-least' : 'greater' })),
        words: (args) => several_pairWords('pair-greater', args, 'fall from first to second', 'do not fall from first to second'),
    },
    expect_column_pair_values_to_be_in_set: {
        ask: (args, { table }) => pairs(args, table, (a, b) => (0,plan/* anyOf */.EB)(...args.value_pairs_set.map(([left, right]) => (0,plan/* allOf */.bn)(among(table, a, [left]), among(table, b, [right]))))),
        words: (args) => several_pairWords('pair-in-set', args, `are in the set of ${args.value_pairs_set.length} pairs`, 'are no pair of the set'),
    },
    expect_compound_columns_to_be_unique: {
        ask(args, { table }) {
            const columns = positions(args.column_list, table);
            return rowsUnrepeated(columns, considered(columns, args.ignore_row_if), args.mostly);
        },
        words: ({ column_list }) => wordsOfSeveral('unique', column_list, 'are unique together', 'have a combination that comes more than once'),
    },
    expect_multicolumn_sum_to_equal: {
        ask: (args, { table }) => lists(args, table, (columns) => ({ kind: 'adds-up', columns, total: args.sum_total })),
        words: ({ column_list, sum_total }) => wordsOfSeveral('sum-equals', column_list, `add up to ${sum_total}`, `do not add up to ${sum_total}`),
    },
    expect_multicolumn_values_to_be_equal: {
        ask: (args, { table }) => lists(args, table, ([first = 0, ...more]) => (0,plan/* allOf */.bn)(...more.map((other) => ({ kind: 'compare', a: first, b: other, op: 'same' })))),
        words: ({ column_list }) => wordsOfSeveral('all-equal', column_list, 'hold the same', 'differ'),
    },
    expect_select_column_values_to_be_unique_within_record: {
        ask: (args, { table }) => lists(args, table, allDifferent),
        words: ({ column_list }) => wordsOfSeveral('unique-within-row', column_list, 'all differ in a row', 'hold a value twice in a row'),
    },
    expect_multicolumn_values_to_be_unique: {
        ask: (args, { table }) => lists(args, table, allDifferent),
        words: ({ column_list }) => wordsOfSeveral('unique-within-row', column_list, 'all differ in a row', 'hold a value twice in a row'),
    },
    // A missing part would make a row that nothing identifies: it counts as repeated with itself.
    expect_primary_key: {
        ask({ column_list }, { table }) {
            const columns = positions(column_list, table);
            const present = (0,plan/* allOf */.bn)(...columns.map((column) => (0,plan/* not */.AU)((0,plan/* missing */.LO)(column))));
            const repeated = { kind: 'repeated', columns, where: present };
            const lacking = (0,plan/* countWhere */.t$)((0,plan/* not */.AU)(present));
            return {
                kind: 'value',
                metrics: [repeated, lacking],
                threshold: { repeated: 0, missing: 0 },
                outcome(figures) {
                    const [twice, without] = [(0,plan/* countIn */.ry)(figures, repeated), (0,plan/* countIn */.ry)(figures, lacking)];
                    return {
                        observed: { repeated: twice, missing: without },
                        met: twice === 0 && without === 0,
                        problem: `${twice} rows share theirs with another, and ${without} lack a part`,
                        facts: { unexpectedCount: twice + without },
                    };
                },
            };
        },
        words: ({ column_list }) => wordsOfSeveral('primary-key', column_list, 'identify a row', ''),
    },
    expect_column_values_to_be_found_in_dataset: {
        ask(args, world) {
            const columns = positions(args.column_list, world.table);
            const at = positionsIn(args, world);
            const found = { kind: 'found', columns, dataset: args.dataset, at };
            const present = considered(columns, args.ignore_row_if ?? 'any_value_is_missing');
            return rowsMeeting(found, args, present);
        },
        words: ({ column_list, dataset }) => wordsOfSeveral('found-in', column_list, `are found in ${(0,data_validate_names/* quoteName */.A)(dataset)}`, `are not found in ${(0,data_validate_names/* quoteName */.A)(dataset)}`),
    },
};
function positions(names, table) {
    return names.map((name) => at(table, name));
}
function pairs(args, table, meets) {
    const [a, b] = [at(table, args.column_A), at(table, args.column_B)];
    const ignored = {
        both_values_are_missing: 'all_values_are_missing',
        either_value_is_missing: 'any_value_is_missing',
        neither: 'never',
    };
    return rowsMeeting(meets(a, b), args, considered([a, b], ignored[args.ignore_row_if ?? 'both_values_are_missing']));
}
function lists(args, table, meets) {
    const columns = positions(args.column_list, table);
    return rowsMeeting(meets(columns), args, considered(columns, args.ignore_row_if));
}
/** The rows that are looked at; undefined for all. */
function considered(columns, ignored = 'all_values_are_missing') {
    if (ignored === 'never')
        return undefined;
    const present = columns.map((column) => (0,plan/* not */.AU)((0,plan/* missing */.LO)(column)));
    return ignored === 'any_value_is_missing' ? (0,plan/* allOf */.bn)(...present) : (0,plan/* anyOf */.EB)(...present);
}
function allDifferent(columns) {
    return (0,plan/* allOf */.bn)(...columns.flatMap((a, i) => columns.slice(i + 1).map((b) => (0,plan/* not */.AU)({ kind: 'compare', a, b, op: 'same' }))));
}
/** @throws Failure('config') when the other dataset lacks a column. */
function positionsIn({ dataset, column_list, dataset_columns = column_list, }, { others }) {
    const other = others.get(dataset);
    if (!other)
        throw new Error(`dataset ${dataset} is not open`);
    if (dataset_columns.length !== column_list.length)
        throw (0,failure/* configError */.Fj)('`dataset_columns` names another number of columns than `column_list`', {
            fix: 'name them pair by pair',
        });
    return dataset_columns.map((name) => {
        const position = other.columns.findIndex((column) => column.name === name);
        if (position === -1)
            throw (0,failure/* configError */.Fj)(`the dataset ${(0,data_validate_names/* quoteName */.A)(dataset)} has no column ${(0,data_validate_names/* quoteName */.A)(name)}`, {
                fix: 'mend `dataset_columns`',
            });
        return position;
    });
}
function several_pairWords(id, { column_A, column_B }, asks, fallsShort) {
    return wordsOfSeveral(id, [column_A, column_B], asks, fallsShort);
}

;// CONCATENATED MODULE: ./build/data-validate/expectations/schema-growth.js

/** Types that hold every value of another. */
const wider = {
    integer: ['number', 'text'],
    number: ['text'],
    boolean: ['text'],
    date: ['timestamp', 'text'],
    timestamp: ['text'],
};
/** Whether the columns of a table may have come of those of an older one, change by change. */
function schemaGrowth(older, newer, allowed) {
    const found = changes(older.columns, newer.columns);
    return {
        kind: 'schema',
        problems: found
            .filter(({ change }) => change === 'other' || !allowed.includes(change))
            .map(({ what }) => what),
        observed: found.map(({ what }) => what),
        threshold: [...allowed],
    };
}
function changes(older, newer) {
    const [before, after] = [byName(older), byName(newer)];
    const kept = (columns, other) => columns.filter(({ name }) => other.has(name)).map(({ name }) => name);
    const reordered = kept(older, after).join('\n') !== kept(newer, before).join('\n');
    return [
        ...newer
            .filter(({ name }) => !before.has(name))
            .map(({ name }) => ({ change: 'new-columns', what: `the column ${(0,data_validate_names/* quoteName */.A)(name)} is new` })),
        ...older
            .filter(({ name }) => !after.has(name))
            .map(({ name }) => ({
            change: 'removed-columns',
            what: `the column ${(0,data_validate_names/* quoteName */.A)(name)} is gone`,
        })),
        ...newer.flatMap((column) => typeChange(before.get(column.name), column)),
        ...(reordered ? [{ change: 'reordered', what: 'the columns stand in another order' }] : []),
    ];
}
function typeChange(before, { name, type, declared }) {
    if (!before || before.type === null || type === null || before.declared === declared)
        return [];
    const widened = before.type === type || (wider[before.type]?.includes(type) ?? false);
    const what = `${(0,data_validate_names/* quoteName */.A)(name)} was ${before.declared} and is ${declared}`;
    return [{ change: widened ? 'widened-types' : 'other', what }];
}
function byName(columns) {
    return new Map(columns.map((column) => [column.name, column]));
}

;// CONCATENATED MODULE: ./build/data-validate/expectations/table.js










/** The table as a whole. */
const table = {
    expect_table_row_count_to_be_between: {
        ask: (args) => valueInRange(plan/* rowCount */.oW, rangeOf(args, 'row count').range),
        words: (args) => wordsOfRows('row-count', `number ${inWords(args, 'row count')}`),
    },
    expect_table_row_count_to_equal: {
        ask: ({ value }) => valueInRange(plan/* rowCount */.oW, table_exactly(value)),
        words: ({ value }) => wordsOfRows('row-count', `number exactly ${value}`),
    },
    expect_table_row_count_to_equal_other_table: {
        ask: ({ other_table_name }, world) => equalRows((0,data_validate_table/* rowsOf */.R)(otherTable(other_table_name, world))),
        words: ({ other_table_name }) => wordsOfRows('row-count-equal', `number as many as those of ${(0,data_validate_names/* quoteName */.A)(other_table_name)}`),
    },
    expect_table_row_count_change_to_be_between: {
        ask(args, world) {
            const before = (0,data_validate_table/* rowsOf */.R)(otherTable(args.reference, world));
            return derivedInRange([plan/* rowCount */.oW], rangeOf(args, 'change of the row count').range, (figures) => before === 0 ? null : (0,plan/* countIn */.ry)(figures, plan/* rowCount */.oW) / before - 1);
        },
        words: (args) => wordsOfRows('row-count-change', `number changed from ${(0,data_validate_names/* quoteName */.A)(args.reference)} by a share of ${inWords(args, 'change')}`),
    },
    expect_table_column_count_to_be_between: {
        ask: (args, { table: { columns } }) => columnCount(columns.length, args),
        words: (args) => ofColumns('column-count', `number ${inWords(args, 'column count')}`),
    },
    expect_table_column_count_to_equal: {
        ask: ({ value }, { table: { columns } }) => columnCount(columns.length, { min_value: value, max_value: value }),
        words: ({ value }) => ofColumns('column-count', `number exactly ${value}`),
    },
    expect_table_columns_to_match_ordered_list: {
        ask: ({ column_list }, { table: { columns } }) => orderedColumns(columns.map(({ name }) => name), column_list),
        words: ({ column_list }) => ofColumns('columns-ordered', `are the ${column_list.length} of the list, in order`),
    },
    expect_table_columns_to_match_set: {
        ask: ({ column_set, exact_match = true }, { table: { columns } }) => columnsMatch(columns.map(({ name }) => name), column_set, exact_match),
        words: ({ column_set, exact_match = true }) => ofColumns('columns-match-set', `are ${exact_match ? 'exactly' : 'at least'} the ${column_set.length} of the set`),
    },
    expect_table_schema_to_evolve_from: {
        ask: ({ reference, allow = ['new-columns'] }, world) => schemaGrowth(otherTable(reference, world), world.table, allow),
        words: ({ reference }) => ofColumns('schema-evolution', `grew out of those of ${(0,data_validate_names/* quoteName */.A)(reference)}`),
    },
    expect_column_to_exist: {
        ask: ({ column, column_index }, world) => columnThere(world.table, column, column_index),
        words: ({ column, column_index: index }) => words('column-exists', column, index === undefined ? 'is there' : `is column ${index}, counted from 0`, 'is absent'),
    },
    expect_column_type_to_be: {
        ask: ({ column, type_ }, world) => columnType(world.table, column, type_),
        words: ({ column, type_ }) => words('column-type', column, `is a column of type ${cellTypeNamed(type_)}`),
    },
    expect_table_duplicate_row_count_to_be_between: {
        ask: (args, { table: { columns } }) => valueInRange({ kind: 'repeated', columns: columns.map((_, i) => i) }, rangeOf(args, 'number of duplicate rows').range),
        words: (args) => wordsOfRows('duplicate-rows', `stand more than once in ${inWords(args, 'duplicates')} cases`),
    },
    expect_column_max_to_be_recent: {
        ask: ({ column, max_age }, world) => recent(at(world.table, column), max_age, world.now),
        words: ({ column, max_age }) => words('freshness', column, `has a latest time of the last ${max_age}`),
    },
};
const table_exactly = (value) => ({ min: value, max: value, strictMin: false, strictMax: false });
function ofColumns(id, asks) {
    return { id, subject: 'columns', asks, fallsShort: '' };
}
function otherTable(name, { others }) {
    const other = others.get(name);
    if (!other)
        throw new Error(`dataset ${name} is not open`);
    return other;
}
function equalRows(other) {
    return {
        kind: 'value',
        metrics: [plan/* rowCount */.oW],
        threshold: other,
        outcome(figures) {
            const own = (0,plan/* countIn */.ry)(figures, plan/* rowCount */.oW);
            return { observed: { self: own, other }, met: own === other, problem: `there are ${own} and ${other}` };
        },
    };
}
function columnCount(count, args) {
    return derivedInRange([], rangeOf(args, 'column count').range, () => count);
}
function orderedColumns(names, wanted) {
    const problems = Array.from({ length: Math.max(names.length, wanted.length) }, (_, i) => {
        const [found, asked] = [names[i], wanted[i]];
        if (found === asked)
            return [];
        const shown = (name) => (name === undefined ? 'absent' : (0,data_validate_names/* quoteName */.A)(name));
        return [`column ${i} is ${shown(found)} where ${shown(asked)} is expected`];
    }).flat();
    return { kind: 'schema', problems, observed: [...names] };
}
function columnsMatch(names, wanted, exact) {
    const absent = wanted.filter((name) => !names.includes(name));
    const extra = exact ? names.filter((name) => !wanted.includes(name)) : [];
    return {
        kind: 'schema',
        problems: [
            ...absent.map((name) => `there is no column ${(0,data_validate_names/* quoteName */.A)(name)}${(0,data_validate_names/* nearestName */.q)(name, names)}`),
            ...extra.map((name) => `the column ${(0,data_validate_names/* quoteName */.A)(name)} is not in the set`),
        ],
        observed: [...names],
    };
}
function columnThere(asked, name, index) {
    const position = at(asked, name);
    const misplaced = index !== undefined && index !== position;
    const problem = `${(0,data_validate_names/* quoteName */.A)(name)} is column ${position}, counted from 0, and not ${index}`;
    return { kind: 'schema', problems: misplaced ? [problem] : [], observed: position };
}
/** Of a typed file as it says; of text by every cell, since a column is what all its cells are. */
function columnType(asked, name, type) {
    const position = at(asked, name);
    const column = asked.columns[position];
    const accepted = acceptedTypes(asked.format, cellTypeNamed(type));
    if (column?.type && column.declared !== null) {
        const exact = declaredFor(type);
        const met = exact ? exact.test(column.declared) : accepted.includes(column.type);
        const problems = met ? [] : [`${(0,data_validate_names/* quoteName */.A)(name)} is a column of ${column.declared}`];
        return { kind: 'schema', problems, observed: column.declared };
    }
    const others = (0,plan/* countWhere */.t$)({
        kind: 'all',
        of: [(0,plan/* not */.AU)((0,plan/* missing */.LO)(position)), (0,plan/* not */.AU)({ kind: 'is', column: position, types: accepted })],
    });
    return derivedInRange([others], table_exactly(0), (figures) => (0,plan/* countIn */.ry)(figures, others));
}
const seconds = { s: 1, m: 60, h: 3600, d: 86_400 };
/** The age of the latest time, in seconds, against the clock. */
function recent(column, maxAge, now) {
    const most = Number(maxAge.slice(0, -1)) * seconds[maxAge.slice(-1)];
    const latest = { kind: 'max', column, view: 'time' };
    return derivedInRange([latest], { max: most, strictMin: false, strictMax: false }, (figures) => {
        const time = (0,plan/* figureIn */.KF)(figures, latest);
        return typeof time === 'string'
            ? (now.getTime() - Date.parse(`${time.replace(' ', 'T')}Z`)) / 1000
            : null;
    });
}

;// CONCATENATED MODULE: ./build/data-validate/expectations/texts.js



/** Patterns and written forms of cells. */
const texts = {
    expect_column_values_to_match_regex: {
        ask: (args, { table }) => cellsMeeting(table, args, (column) => matching(column, args.regex)),
        words: ({ column }) => words('regex', column, 'matches its pattern', 'does not match its pattern'),
    },
    expect_column_values_to_not_match_regex: {
        ask: (args, { table }) => cellsMeeting(table, args, (column) => (0,plan/* not */.AU)(matching(column, args.regex))),
        words: ({ column }) => words('not-regex', column, 'does not match the refused pattern', 'matches the refused pattern'),
    },
    expect_column_values_to_match_regex_list: {
        ask: (args, { table }) => cellsMeeting(table, args, (column) => matchOn(args.match_on, args.regex_list.map((pattern) => matching(column, pattern)))),
        words: ({ column, match_on, regex_list }) => listWords('regex-list', column, match_on, regex_list),
    },
    expect_column_values_to_not_match_regex_list: {
        ask: (args, { table }) => cellsMeeting(table, args, (column) => (0,plan/* not */.AU)((0,plan/* anyOf */.EB)(...args.regex_list.map((pattern) => matching(column, pattern))))),
        words: ({ column }) => noneWords('not-regex-list', column),
    },
    expect_column_values_to_match_like_pattern: {
        ask: (args, { table }) => cellsMeeting(table, args, (column) => like(column, args.like_pattern, args.escape)),
        words: ({ column }) => words('like', column, 'is like its pattern', 'is not like its pattern'),
    },
    expect_column_values_to_not_match_like_pattern: {
        ask: (args, { table }) => cellsMeeting(table, args, (column) => (0,plan/* not */.AU)(like(column, args.like_pattern, args.escape))),
        words: ({ column }) => words('not-like', column, 'is not like the refused pattern', 'is like the refused pattern'),
    },
    expect_column_values_to_match_like_pattern_list: {
        ask: (args, { table }) => cellsMeeting(table, args, (column) => matchOn(args.match_on, args.like_pattern_list.map((pattern) => like(column, pattern, args.escape)))),
        words: ({ column, match_on, like_pattern_list }) => listWords('like-list', column, match_on, like_pattern_list),
    },
    expect_column_values_to_not_match_like_pattern_list: {
        ask: (args, { table }) => cellsMeeting(table, args, (column) => (0,plan/* not */.AU)((0,plan/* anyOf */.EB)(...args.like_pattern_list.map((pattern) => like(column, pattern, args.escape))))),
        words: ({ column }) => noneWords('not-like-list', column),
    },
    expect_column_values_to_match_strftime_format: {
        ask: (args, { table }) => cellsMeeting(table, args, (column) => ({
            kind: 'judged',
            column,
            judge: { kind: 'strptime', format: args.strftime_format },
        })),
        words: ({ column }) => words('strftime', column, 'is a time in its written form', 'is no time in its written form'),
    },
    expect_column_values_to_be_json_parseable: {
        ask: (args, { table }) => cellsMeeting(table, args, (column) => ({ kind: 'judged', column, judge: { kind: 'json' } })),
        words: ({ column }) => words('json', column, 'is JSON', 'is not JSON'),
    },
    expect_column_values_to_match_json_schema: {
        ask: (args, { table }) => cellsMeeting(table, args, (column) => ({
            kind: 'judged',
            column,
            judge: { kind: 'json-schema', schema: args.json_schema },
        })),
        words: ({ column }) => words('json-schema', column, 'is JSON that its schema accepts', 'is not JSON that its schema accepts'),
    },
};
function matching(column, pattern) {
    return { kind: 'matches', column, pattern };
}
function like(column, pattern, escapedBy) {
    return { kind: 'like', column, pattern, ...(escapedBy !== undefined && { escape: escapedBy }) };
}
function matchOn(which, parts) {
    return which === 'all' ? (0,plan/* allOf */.bn)(...parts) : (0,plan/* anyOf */.EB)(...parts);
}
function listWords(id, column, which, list) {
    const patterns = `${which ?? 'any'} of its ${list.length} patterns`;
    return words(id, column, `matches ${patterns}`, `does not match ${patterns}`);
}
function noneWords(id, column) {
    return words(id, column, 'matches no refused pattern', 'matches a refused pattern');
}

;// CONCATENATED MODULE: ./build/data-validate/expectations/catalogue.js











const catalogue = {
    ...table,
    ...cells,
    ...texts,
    ...neighbours,
    ...figures_figures,
    ...sets,
    ...distributions,
    ...several,
    ...queries,
};
function entryOf(name) {
    return catalogue[name];
}
/**
 * What a rule asks of this table, with the semantics of Great Expectations: value rules look at rows that have a value.
 *
 * @throws AbsentColumn; Failure('config') when the arguments make no sense.
 */
function askOf(rule, world) {
    const plain = entryOf(rule.name).ask(rule.args, world);
    const condition = conditionIn(rule.args, world.table);
    const ask = condition ? underCondition(plain, condition) : plain;
    if (ask.kind !== 'rows' || rule.maxShare === undefined)
        return ask;
    return { ...ask, tolerance: { kind: 'max-share', most: rule.maxShare } };
}
/** @throws Failure('config') as `askOf` does. */
function wordsFor({ name, args }) {
    const words = entryOf(name).words(args);
    return 'row_condition' in args && args.row_condition !== undefined
        ? { ...words, asks: `${words.asks}, in the rows that its condition means` }
        : words;
}

// EXTERNAL MODULE: ./build/data-validate/regex.js
var regex = __webpack_require__(8157);
// EXTERNAL MODULE: ./build/gate/finding.js
var finding = __webpack_require__(6043);
// EXTERNAL MODULE: ./build/gate/limits.js
var limits = __webpack_require__(8392);
;// CONCATENATED MODULE: ./build/data-validate/sample.js

/**
 * The first rows that each sampling means, in the order of files and rows: one pass per file, all checks together.
 *
 * @throws Failure('input') when the data cannot be read again.
 */
async function sampleRows(speaker, { linesOf }, tables, samplings) {
    const found = samplings.map(() => []);
    for (const file of tables.table.files) {
        const open = samplings.flatMap((sampling, i) => (found[i]?.length ?? 0) < limits/* limits */.F.findingsPerCheck ? [{ sampling, kept: found[i] ?? [] }] : []);
        if (open.length === 0)
            break;
        const lists = await sampleFile(speaker, tables, file, open.map(({ sampling }) => sampling));
        const numbers = [...new Set(lists.flat().flatMap(({ row }) => row ?? []))].sort((a, b) => a - b);
        const lines = await linesOf(file, numbers);
        const lineByRow = new Map(numbers.map((row, i) => [row, lines?.[i]]));
        open.forEach(({ kept }, i) => {
            for (const row of lists[i] ?? [])
                kept.push(locate(row, file, lineByRow));
        });
    }
    return found.map((rows) => rows.slice(0, limits/* limits */.F.findingsPerCheck));
}
async function sampleFile({ dialect, ask }, tables, file, samplings) {
    const statement = dialect.samples(tables, file, samplings, limits/* limits */.F.findingsPerCheck);
    const [rows = []] = await ask([statement], file.shown);
    return statement.read(rows).map((list) => [...list].sort((a, b) => (a.row ?? 0) - (b.row ?? 0)));
}
function locate(sampled, { shown }, lineByRow) {
    const line = sampled.row === undefined ? undefined : lineByRow.get(sampled.row);
    return { shown, ...sampled, ...(line !== undefined && { line }) };
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
    const bad = (0,plan/* countIn */.ry)(figures, unexpected);
    const all = (0,plan/* countIn */.ry)(figures, considered);
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
        case 'later':
            throw new Error('asked later, and judged now');
        case 'schema':
            return (0,check/* check */.z6)({
                ...commonDraft(compiled, dataset),
                observed: ask.observed,
                ...(ask.threshold !== undefined && { threshold: ask.threshold }),
                findings: ask.problems.map((message) => tableFinding(compiled, message, dataset)),
            });
    }
}
function rowsDraft(compiled, ask, { unexpected, considered, met }, samples, dataset) {
    const draft = commonDraft(compiled, dataset);
    const share = considered === 0 ? null : (0,json/* round9 */.c)(unexpected / considered);
    const { tolerance } = ask;
    const listed = met ? [] : samples.map((sample, i) => rowFinding(compiled, sample, i, dataset));
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
    const { observed, met, problem, ofCells, facts } = ask.outcome(figures);
    return {
        ...draft,
        observed: ofCells && !dataset.showSamples ? redacted(observed) : observed,
        threshold: ask.threshold,
        findings: met ? [] : [tableFinding(compiled, problem, dataset)],
        facts: { ...draft.facts, ...facts },
    };
}
/** Values of cells by their shape alone; numbers and times are figures. */
function redacted(observed) {
    if (Array.isArray(observed))
        return observed.map((one) => redacted(one));
    if (typeof observed !== 'string' || /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/.test(observed))
        return observed;
    return `text of ${[...observed].length} characters`;
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
        ...('column_A' in args && { columns: [args.column_A, args.column_B] }),
        ...(meta !== undefined && { meta }),
    };
}
function itemOf({ args }) {
    if ('column' in args)
        return args.column;
    if ('column_A' in args)
        return `${args.column_A},${args.column_B}`;
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
function rowFinding({ rule, wording }, { shown, row, line, cells }, index, dataset) {
    const item = itemOf(rule);
    return (0,finding/* finding */.gk)(`data-validate/${wording.id}`, {
        severity: rule.severity,
        message: `${wording.subject} ${wording.fallsShort}`,
        file: shown,
        ...(line !== undefined && { line }),
        ...(row !== undefined && { row }),
        sample: describeSample(cells, dataset.showSamples),
        ...(item !== undefined && { item }),
        distinct: `${wording.asks} ${row ?? `sample ${index}`}`,
    });
}

;// CONCATENATED MODULE: ./build/data-validate/compile-rules.js







/**
 * Holds every rule against the columns.
 *
 * @throws Failure('config') when the arguments of a rule make no sense.
 */
function compileRules(rules, world, dialect, dataset) {
    const compiled = [];
    const settled = [];
    for (const rule of rules) {
        const wording = wordsFor(rule);
        try {
            const ask = askOf(rule, world);
            assertSpoken(ask, rule, dialect);
            compiled.push({ rule, wording, ask });
        }
        catch (error) {
            if (!(error instanceof AbsentColumn))
                throw error;
            settled.push(absentCheck({ rule, wording }, error.message, dataset));
        }
    }
    return { compiled, settled };
}
/** @throws Failure('config') when the engine has no words for what is asked. */
function assertSpoken(ask, { name }, dialect) {
    const metrics = ask.kind === 'rows'
        ? [ask.unexpected, ask.considered]
        : ask.kind === 'value'
            ? ask.metrics
            : ask.kind === 'later'
                ? ask.needs
                : [];
    const asked = [...metrics, ...metrics.flatMap(({ where }) => (where ? (0,plan/* leavesOf */.wf)(where) : []))];
    for (const one of asked) {
        const refusal = dialect.refusal(one);
        if (refusal !== undefined)
            throw (0,failure/* configError */.Fj)(`\`${name}\`: ${refusal}`, { fix: 'leave the rule out, or judge with DuckDB' });
    }
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
function patternsIn({ args }) {
    if ('regex' in args)
        return [args.regex];
    return 'regex_list' in args ? args.regex_list : [];
}
/**
 * Checks every pattern by our own rules, then by the engine's.
 *
 * @throws Failure('config') naming the pattern.
 */
async function assertRegexes(rules, { refusedPattern }) {
    for (const pattern of new Set(rules.flatMap(patternsIn))) {
        (0,regex/* assertCommonRegex */.$)(pattern);
        const refused = await refusedPattern(pattern);
        if (refused !== undefined)
            throw (0,failure/* configError */.Fj)(`regular expression ${JSON.stringify(pattern.slice(0, 200))} is not valid: ${refused}`, {
                fix: 'use what RE2 and Java have in common',
            });
    }
}

// EXTERNAL MODULE: ./build/data-validate/fault.js
var data_validate_fault = __webpack_require__(6230);
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

// EXTERNAL MODULE: ./build/data-validate/open-files.js + 15 modules
var open_files = __webpack_require__(6831);
;// CONCATENATED MODULE: ./build/data-validate/resources.js

const resources_seconds = { s: 1, m: 60, h: 3600 };
const bytes = { MB: 1024 ** 2, GB: 1024 ** 3 };
/** What `memory-limit` grants the engine, in bytes. */
function memoryOf({ 'memory-limit': limit }) {
    if (limit === undefined)
        return {};
    return { memory: Number(limit.slice(0, -2)) * bytes[limit.slice(-2)] };
}
/**
 * Lets a judgement take as long as `timeout` allows.
 *
 * @param judge is handed a signal that also aborts when the time is over.
 * @throws Failure('input') when it is: the gate could not judge.
 */
async function withinTimeout({ timeout }, name, ofRun, judge) {
    if (timeout === undefined)
        return judge(ofRun);
    const most = Number(timeout.slice(0, -1)) * resources_seconds[timeout.slice(-1)] * 1000;
    const over = AbortSignal.timeout(most);
    try {
        return await judge(AbortSignal.any([ofRun, over]));
    }
    catch (error) {
        if (!over.aborted || ofRun.aborted)
            throw error;
        throw (0,failure/* inputError */.Xu)(`the dataset ${name} could not be judged within its \`timeout\` of ${timeout}`, { fix: 'give it more time, or ask less of it' }, error);
    }
}

// EXTERNAL MODULE: ./build/data-validate/duckdb/speaker.js + 9 modules
var speaker = __webpack_require__(6264);
;// CONCATENATED MODULE: ./build/data-validate/duckdb/open.js







/** @throws Failure('input') when a file cannot be read, or another dataset is not well-formed. */
async function openInDuckDb(dataset, others, ports) {
    const all = [dataset, ...others];
    const identities = [];
    for (const one of all)
        identities.push(await identify(one.name, one.paths, ports));
    const [own] = identities;
    if (!own)
        throw new Error('a dataset is one of its own');
    const files = new Map();
    for (const one of all)
        files.set(one, await (0,open_files/* prepareFiles */.t)(one, ports));
    const session = await (await ports.engine()).open([...files.values()].flat().map(({ path }) => path), { ordered: true, ...memoryOf(dataset.settings), signal: ports.signal });
    try {
        const opened = await (0,open_files/* openFiles */.K)(dataset, files.get(dataset) ?? [], session, ports);
        const tables = new Map();
        for (const other of others)
            tables.set(other.name, await openOther(other, files.get(other) ?? [], session, ports));
        return {
            opened,
            others: tables,
            speaker: (0,speaker/* duckDbSpeaker */.H)(session),
            subject: own.subject,
            async assertUnchanged() {
                for (const identity of identities)
                    await identity.assertUnchanged();
            },
            close: () => session.close(),
        };
    }
    catch (error) {
        await session.close();
        throw error;
    }
}
/** @throws Failure('input') when it is not well-formed: nothing can be looked up in it. */
async function openOther(other, files, session, ports) {
    const { table, faults } = await (0,open_files/* openFiles */.K)(other, files, session, ports);
    const fault = faults.find(data_validate_fault/* blocks */.Bv);
    if (fault)
        throw (0,failure/* inputError */.Xu)(`is not well-formed, and a rule of another dataset names ${(0,data_validate_names/* quoteName */.A)(other.name)}`, {
            place: { file: fault.file },
            fix: 'judge that dataset first, and mend what it lists',
        });
    return table;
}

// EXTERNAL MODULE: ./build/data-validate/measure.js
var measure = __webpack_require__(6866);
;// CONCATENATED MODULE: ./build/data-validate/profile.js




/** Above this share of numbers a column with other values too is most likely one of numbers with faults. */
const mixedFrom = 0.9;
/** Above this many rows only what is cheap beside any rules is told: it would cost more than the rules. */
const mostRowsInFull = 1_000_000;
/** Of a wider table only the first columns are profiled: planning takes more than linear time in all columns and figures. */
const mostColumnsInFull = 2000;
const columnsOfWide = 500;
function profiledColumns({ columns }) {
    return columns.length <= mostColumnsInFull ? columns : columns.slice(0, columnsOfWide);
}
function isProfiledInFull(table) {
    return (0,data_validate_table/* rowsOf */.R)(table) <= mostRowsInFull && table.columns.length <= mostColumnsInFull;
}
/** @param candidates untyped columns of a large table that may hold numbers: of the others nothing more is told. */
function profileMetrics(table, candidates) {
    const full = isProfiledInFull(table);
    return profiledColumns(table).flatMap(({ type }, column) => [
        (0,plan/* countWhere */.t$)((0,plan/* missing */.LO)(column)),
        ...(full ? [{ kind: 'estimate', column }] : []),
        ...(candidates.has(column) ? [(0,plan/* countWhere */.t$)(isNumber(column))] : []),
        ...(type === null && full ? plan/* cellTypes */.W9.map((cellType) => (0,plan/* countWhere */.t$)(isOf(column, [cellType]))) : []),
        ...(type !== null || candidates.has(column) ? viewsOf(type, full) : []).flatMap((view) => [
            { kind: 'min', column, view },
            { kind: 'max', column, view },
        ]),
    ]);
}
/** Rows that are looked at to see which columns of a large table hold numbers. */
const glancedRows = 10_000;
/**
 * The untyped columns that are worth looking at as numbers in every row: all of a small table; of a large one those of whose first
 * values at least half are. To try each text for a number would cost more than most rules.
 */
async function numberCandidates({ dialect, ask }, tables, shown) {
    const untyped = profiledColumns(tables.table).flatMap(({ type }, column) => type === null ? [column] : []);
    if (untyped.length === 0 || isProfiledInFull(tables.table))
        return new Set(untyped);
    const metrics = untyped.flatMap((column) => [
        (0,plan/* countWhere */.t$)((0,plan/* not */.AU)((0,plan/* missing */.LO)(column))),
        (0,plan/* countWhere */.t$)(isNumber(column)),
    ]);
    const statement = dialect.glance(tables, metrics, glancedRows);
    const [rows = []] = await ask([statement], shown);
    const counts = statement.read(rows).map(Number);
    return new Set(untyped.filter((_, i) => 2 * (counts[2 * i + 1] ?? 0) >= (counts[2 * i] ?? 0)));
}
/** In which ways a column of a type has a least and a greatest value. */
function viewsOf(type, full) {
    if (type === null)
        return full ? ['number', 'time'] : ['number'];
    if (type === 'integer' || type === 'number')
        return ['number'];
    return type === 'date' || type === 'timestamp' ? ['time'] : [];
}
function profileOf(table, rows, candidates, figures) {
    return profiledColumns(table).map((column, position) => {
        const nulls = (0,plan/* countIn */.ry)(figures, (0,plan/* countWhere */.t$)((0,plan/* missing */.LO)(position)));
        const infer = isProfiledInFull(table) ? inferType : inferNumber;
        const type = column.type ?? (candidates.has(position) ? infer(position, rows - nulls, figures) : 'text');
        const ends = ['min', 'max'].map((kind) => endOf(kind, position, type, figures));
        const distinct = isProfiledInFull(table)
            ? (0,plan/* countIn */.ry)(figures, { kind: 'estimate', column: position })
            : null;
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
    const value = figures.get((0,plan/* keyOf */.TN)({ kind, column, view: view[type] })) ?? null;
    if (typeof value !== 'number')
        return typeof value === 'string' ? value : null;
    return Number.isFinite(value) ? (0,json/* round9 */.c)(value) : String(value);
}
/** The narrowest type that holds all values of a column whose cells say for themselves. */
function inferType(column, values, figures) {
    if (values === 0)
        return 'empty';
    const countOf = (...types) => types.reduce((sum, type) => sum + (0,plan/* countIn */.ry)(figures, (0,plan/* countWhere */.t$)(isOf(column, [type]))), 0);
    for (const type of ['integer', 'number', 'boolean', 'date', 'timestamp', 'other'])
        if (countOf(...acceptedTypes('parquet', type)) === values)
            return type;
    return countOf('integer', 'number') >= mixedFrom * values ? 'mixed' : 'text';
}
/** The same where only numbers were counted. */
function inferNumber(column, values, figures) {
    if (values === 0)
        return 'empty';
    const numbers = (0,plan/* countIn */.ry)(figures, (0,plan/* countWhere */.t$)(isNumber(column)));
    if (numbers === values)
        return 'number';
    return numbers >= mixedFrom * values ? 'mixed' : 'text';
}
/** Whether a cell is a number: cheaper to tell than its type. */
function isNumber(column) {
    return { kind: 'within', column, view: 'number', range: { strictMin: false, strictMax: false } };
}
function isOf(column, types) {
    return { kind: 'is', column, types };
}

;// CONCATENATED MODULE: ./build/data-validate/mixed-types.js







const id = 'data-validate/mixed-types';
/** The values of a column of numbers that are none. */
function strayValues(column) {
    return (0,plan/* allOf */.bn)((0,plan/* not */.AU)((0,plan/* missing */.LO)(column)), (0,plan/* not */.AU)(isNumber(column)));
}
function straysIn(column) {
    return { rows: { where: strayValues(column) }, columns: [column] };
}
/** A column without a type rule in which most values are numbers and some are not: a warning, since it may be meant. */
function mixedCheck(table, column, figures, samples, dataset) {
    const name = table.columns[column]?.name ?? '';
    const values = (0,plan/* countIn */.ry)(figures, plan/* rowCount */.oW) - (0,plan/* countIn */.ry)(figures, (0,plan/* countWhere */.t$)((0,plan/* missing */.LO)(column)));
    const numbers = (0,plan/* countIn */.ry)(figures, (0,plan/* countWhere */.t$)(isNumber(column)));
    return (0,check/* check */.z6)({
        id,
        title: `${dataset.name}: ${(0,data_validate_names/* quoteName */.A)(name)} holds values of one type`,
        observed: (0,json/* round9 */.c)(numbers / values),
        threshold: 1,
        findings: samples.map((sample) => strayFinding(name, sample, dataset)),
        findingCount: values - numbers,
        facts: { dataset: dataset.name, column: name, unexpectedCount: values - numbers },
    });
}
function strayFinding(name, { shown, row, line, cells }, { showSamples }) {
    return (0,finding/* finding */.gk)(id, {
        severity: 'warning',
        message: `${(0,data_validate_names/* quoteName */.A)(name)} is no number, and nearly all others are`,
        file: shown,
        ...(line !== undefined && { line }),
        ...(row !== undefined && { row }),
        sample: describeSample(cells, showSamples),
        fix: `give ${(0,data_validate_names/* quoteName */.A)(name)} a type in the rules`,
        item: name,
        distinct: String(row),
    });
}

;// CONCATENATED MODULE: ./build/data-validate/structure-checks.js



/** How the files are written: one check per kind of fault that would fail, and one for each other that was seen. */
function structureChecks(faults, files, dataset) {
    return Object.entries(data_validate_fault/* faultKinds */.qb).flatMap(([kind, { asks, severity }]) => {
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










/** Holds the rules against a table that is well-formed: one scan for most figures, more only where a rule needs or rows fall short. */
async function judgeTable({ rules, settings }, opened, world, speaker, dataset) {
    const { table } = world;
    const { compiled, settled } = compileRules(rules, world, speaker.dialect, dataset);
    const candidates = await numberCandidates(speaker, world, dataset.shown);
    const metrics = [plan/* rowCount */.oW, ...profileMetrics(table, candidates), ...compiled.flatMap(metricsOf)];
    await speaker.judge(world, judgedIn(compiled), dataset.shown);
    const first = await (0,measure/* measure */.x)(speaker, world, metrics, dataset.shown);
    assertAllRead((0,plan/* countIn */.ry)(first, plan/* rowCount */.oW), (0,data_validate_table/* rowsOf */.R)(table), dataset);
    const resolved = compiled.map((one) => resolve(one, first, speaker.dialect));
    const figures = await (0,measure/* measure */.x)(speaker, world, resolved.flatMap(metricsOf), dataset.shown, first);
    const profile = profileOf(table, (0,data_validate_table/* rowsOf */.R)(table), candidates, figures);
    const mixed = profile.flatMap(({ type }, column) => type === 'mixed' && !hasTypeRule(resolved, column) ? [column] : []);
    const failing = resolved.flatMap((one) => (samplingOf(one, figures) ? [one] : []));
    const samplings = [...failing.flatMap((one) => samplingOf(one, figures) ?? []), ...mixed.map(straysIn)];
    const samples = samplings.length === 0 ? [] : await sampleRows(speaker, opened, world, samplings);
    const samplesOf = new Map(failing.map((one, i) => [one, samples[i]]));
    return {
        checks: [
            rowsCheck((0,data_validate_table/* rowsOf */.R)(table), settings['allow-empty'] ?? false, dataset),
            ...settled,
            ...resolved.map((one) => ruleCheck(one, figures, samplesOf.get(one) ?? [], dataset)),
            ...mixed.map((column, i) => mixedCheck(table, column, figures, samples[failing.length + i] ?? [], dataset)),
        ],
        profile: profile.map((column) => ({ ...column })),
    };
}
function metricsOf({ ask }) {
    switch (ask.kind) {
        case 'rows':
            return [ask.unexpected, ask.considered];
        case 'value':
            return ask.metrics;
        case 'later':
            return ask.needs;
        case 'schema':
            return [];
    }
}
/** Each kind of judgement of a column once. */
function judgedIn(compiled) {
    const leaves = compiled
        .flatMap(metricsOf)
        .flatMap(({ where }) => (where ? (0,plan/* leavesOf */.wf)(where) : []))
        .filter((leaf) => leaf.kind === 'judged');
    return [...new Map(leaves.map((leaf) => [JSON.stringify(leaf), leaf])).values()];
}
/** What depends on figures is asked once they are known. @throws Failure('config') when the engine has no words for it. */
function resolve(one, figures, dialect) {
    if (one.ask.kind !== 'later')
        return one;
    const ask = one.ask.next(figures);
    assertSpoken(ask, one.rule, dialect);
    return { ...one, ask };
}
/** The rows of a rule that fell short, and the columns that it looks at. */
function samplingOf({ ask }, figures) {
    if (ask.kind !== 'rows' || !ask.rows || rowsOutcome(ask, figures).met)
        return undefined;
    const { where, repeated, disorder } = ask.rows;
    const columns = repeated ?? (disorder ? [disorder.column] : [...new Set((0,plan/* columnsIn */.Jb)(where))]);
    return { rows: ask.rows, columns };
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
        ask.rows !== undefined &&
        (0,plan/* columnsIn */.Jb)(ask.rows.where).includes(column));
}

// EXTERNAL MODULE: ./build/data-validate/parquet-type.js
var parquet_type = __webpack_require__(1747);
// EXTERNAL MODULE: ./build/data-validate/partitions.js
var data_validate_partitions = __webpack_require__(7323);
;// CONCATENATED MODULE: ./build/data-validate/spark/location.js


/** What only our own readers heed. */
const unheeded = [
    'compression',
    'encoding',
    'hive',
    'memory-limit',
    'delimiter',
    'quote',
    'header',
    'null-values',
];
/**
 * One folder or file of the workspace, a URI of a store that Spark can read, or the name of a table in its catalog.
 *
 * @throws Failure('config') when it is none of them or its format is not told; Failure('input') when it is missing.
 */
async function location_locate({ name, paths, settings }, files) {
    const [path = '', ...more] = paths;
    if (more.length > 0 || /[*?[\]{}]/.test(path))
        throw (0,failure/* configError */.Fj)(`the dataset ${name}: Spark reads one folder, file or table, and here is more than one`, {
            fix: 'name the folder that holds them',
        });
    const idle = unheeded.filter((key) => settings[key] !== undefined);
    if (idle.length > 0)
        throw (0,failure/* configError */.Fj)(`the dataset ${name}: ${idle.map((key) => `\`${key}\``).join(', ')} means nothing to Spark`, {
            fix: 'take it away, or judge with DuckDB; memory is set by `conf` under `spark`',
        });
    const format = settings.format;
    if (format !== undefined && format !== 'parquet' && format !== 'delta' && format !== 'iceberg')
        throw (0,failure/* configError */.Fj)(`the dataset ${name} is ${format}: Spark judges Parquet, Delta and Iceberg`, {
            fix: 'write it as Parquet, or judge it with DuckDB',
        });
    if ((0,data_validate_dataset/* isUri */.nh)(path))
        return remote(path, format, name);
    if (format === 'iceberg' || (format === 'delta' && isMissingName(path, await files.kind(path))))
        return location_table(path, format);
    return local(path, format, files);
}
function remote(path, format, name) {
    if (format !== 'parquet' && format !== 'delta')
        throw (0,failure/* configError */.Fj)(`the dataset ${name} lies in a store, and its format is not told`, {
            fix: 'set `format` to parquet or delta: files of a Delta table that were deleted are still there',
        });
    const uri = path.replace(/\/+$/, '');
    return { format, shown: uri, uri, relation: `${format}.${quotedPath(uri)}` };
}
function isMissingName(path, kind) {
    return kind === 'missing' && !path.includes('/');
}
function location_table(path, format) {
    const parts = path.split('.');
    if (!parts.every((part) => /^[A-Za-z0-9_-]+$/.test(part)))
        throw (0,failure/* configError */.Fj)('is no name of a table: `catalog.schema.table`', {
            place: { file: path },
            fix: 'name the table as Spark’s catalog does',
        });
    const quoted = parts.map((part) => `\`${part}\``).join('.');
    return { format, shown: path, uri: quoted, relation: quoted };
}
async function local(path, format, files) {
    const folder = path.replace(/\/+$/, '');
    const shown = files.display(folder);
    if ((await files.kind(folder)) === 'missing')
        throw (0,failure/* inputError */.Xu)('is missing', { place: { file: shown }, fix: 'mend the path, or write the data first' });
    const isDelta = (await files.kind(`${folder}/_delta_log`)) === 'folder';
    if (format === 'parquet' && isDelta)
        throw (0,failure/* configError */.Fj)('is a Delta table, and read as Parquet it would have rows that were deleted', {
            place: { file: shown },
            fix: 'set `format: delta`',
        });
    const found = format ?? (isDelta ? 'delta' : 'parquet');
    const uri = `file://${files.resolve(folder)}`;
    return { format: found, shown, local: folder, uri, relation: `${found}.${quotedPath(uri)}` };
}
/** In backticks, which have no escapes. */
function quotedPath(path) {
    if (/[`'";\\\p{Cc}]/u.test(path))
        throw (0,failure/* configError */.Fj)('has a quote, a semicolon, a backslash or a control character in its path', {
            place: { file: path },
            fix: 'rename it: Spark’s shell cannot be told of it',
        });
    return `\`${path}\``;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/data-validate/spark/session.js



/** What decides what an answer means; set in the session, so that no configuration of the user's can change it. */
const pinned = {
    'spark.sql.ansi.enabled': 'false',
    'spark.sql.session.timeZone': 'UTC',
    'spark.sql.caseSensitive': 'true',
    'spark.sql.parser.escapedStringLiterals': 'false',
    'spark.sql.files.ignoreCorruptFiles': 'false',
    'spark.sql.files.ignoreMissingFiles': 'false',
    'spark.sql.sources.partitionColumnTypeInference.enabled': 'false',
    'spark.sql.parquet.inferTimestampNTZ.enabled': 'true',
    'spark.sql.legacy.exponentLiteralAsDecimal.enabled': 'false',
    'spark.sql.legacy.statisticalAggregate': 'false',
};
async function openSparkSession(settings, { subprocess, scratch, signal }) {
    const dialogue = subprocess.talk('spark-sql', argumentsOf(settings), {
        // It leaves a warehouse folder, and with Hive a database, where it runs.
        cwd: await scratch.folder(),
        inheritEnv: true,
        signal,
    });
    return new Shell(dialogue);
}
function argumentsOf({ master, conf = {}, packages = [] }) {
    for (const key of Object.keys(conf))
        if (Object.hasOwn(pinned, key))
            throw (0,failure/* configError */.Fj)(`\`spark.conf\` sets ${key}, which decides what the figures mean`, {
                fix: 'take it away: it is the same in every run',
            });
    const all = {
        'spark.ui.showConsoleProgress': 'false',
        'spark.sql.catalogImplementation': 'in-memory',
        ...conf,
    };
    return [
        ...(master === undefined ? [] : ['--master', master]),
        ...(packages.length === 0 ? [] : ['--packages', packages.join(',')]),
        ...Object.entries(all).flatMap(([key, value]) => ['--conf', `${key}=${value}`]),
        '--silent',
    ];
}
class Shell {
    #dialogue;
    /** Before each answer: Spark's shell also repeats what it reads, and that holds the two halves apart. */
    #mark = [(0,external_node_crypto_.randomBytes)(8).toString('hex'), (0,external_node_crypto_.randomBytes)(8).toString('hex')];
    #asked = 0;
    constructor(dialogue) {
        this.#dialogue = dialogue;
        for (const [key, value] of Object.entries(pinned))
            dialogue.write(`SET ${key}=${value};\n`);
    }
    async rows(sql, shown) {
        const answer = `SELECT concat('${this.#mark[0]}', '${this.#mark[1]}', to_json(collect_list(struct(*)))) FROM (\n${sql}\n);\n`;
        const mark = this.#mark.join('');
        const [line] = await this.#ask(answer, (text) => text.startsWith(mark));
        if (line === undefined)
            throw session_refusal(await this.#errors(), shown);
        this.#dialogue.takeErrors();
        return JSON.parse(line.slice(mark.length));
    }
    async run(sql) {
        await this.#ask(`${sql};\n`, () => false);
    }
    lines(sql, pattern) {
        return this.#ask(`${sql};\n`, (line) => pattern.test(line));
    }
    /** The lines wanted of what one statement prints. */
    async #ask(statement, wanted) {
        const end = `end-${++this.#asked}`;
        this.#dialogue.write(`${statement}SELECT concat('${this.#mark[0]}', '${this.#mark[1]}', '${end}');\n`);
        const found = [];
        for (;;) {
            const line = await this.#dialogue.line();
            if (line === undefined)
                throw ended(await this.#errors());
            if (line === this.#mark.join('') + end)
                return found;
            if (wanted(line))
                found.push(line);
        }
    }
    /** They come by another pipe, which may be later. */
    async #errors() {
        await (0,promises_.setTimeout)(200);
        return this.#dialogue.takeErrors();
    }
    close() {
        return this.#dialogue.close();
    }
}
function ended(errors) {
    return (0,failure/* outsideError */.ul)(`spark-sql ended before it had answered: ${faultIn(errors)}`, {
        fix: 'see that `spark-sql` starts with the settings under `spark`',
    });
}
function session_refusal(errors, shown) {
    const place = { file: shown };
    if (/OutOfMemoryError|No space left on device|exceeds.*memory/i.test(errors))
        return (0,failure/* inputError */.Xu)('could not be judged: Spark is out of memory or disk space', {
            place,
            fix: 'give its executors more',
        });
    return (0,failure/* inputError */.Xu)(`could not be judged by Spark: ${faultIn(errors)}`, { place, fix: 'mend what it names' });
}
const mostOfFault = 400;
/** The line that says most: the first of an error class, else of an exception, else the last. */
function faultIn(errors) {
    const lines = errors
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && !/ (WARN|INFO) /.test(line));
    const told = lines.find((line) => /^\[[A-Z0-9_.]+\]/.test(line)) ??
        lines.find((line) => line.startsWith('Caused by: ')) ??
        lines.find((line) => /(Exception|Error)\b/.test(line)) ??
        lines.at(-1);
    return told === undefined ? 'it gave no reason' : told.slice(0, mostOfFault);
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/gate/order.js
var order = __webpack_require__(9034);
;// CONCATENATED MODULE: ./build/data-validate/spark/snapshot.js







/**
 * The bytes of local Parquet; the version and files of a Delta or Iceberg table; else the list of files with sizes and times, which
 * is compared again after judging.
 *
 * @throws Failure('input') when Spark cannot read it.
 */
async function takeSnapshot(label, location, session, ports) {
    if (location.format !== 'parquet')
        return ofVersion(label, location, session);
    if (location.local !== undefined)
        return ofBytes(label, location, session, ports);
    const files = await storedFiles(location, session);
    const digest = digestOf(location, files);
    return {
        subject: subjectOf(label, location.shown, digest),
        files: files.map((file) => below(location, file)),
        async assertUnchanged() {
            if (digestOf(location, await storedFiles(location, session)) !== digest)
                throw (0,failure/* inputError */.Xu)('changed while it was being judged', {
                    place: { file: location.shown },
                    fix: 'let nothing write to the data while the gate runs',
                });
        },
    };
}
async function ofVersion(label, location, session) {
    const version = await versionOf(location, session);
    const files = await storedFiles(location, session, version);
    const name = `${location.shown}@${version ?? 'empty'}`;
    return {
        subject: subjectOf(label, name, digestOf(location, files, version)),
        ...(version !== undefined && { version }),
        files: [],
        // The version is what was read, whatever was written since.
        assertUnchanged: async () => undefined,
    };
}
/** Of an Iceberg table without rows there is none. */
async function versionOf({ format, relation, shown }, session) {
    if (format === 'iceberg') {
        const sql = `SELECT CAST(snapshot_id AS STRING) AS id FROM ${relation}.refs WHERE name = 'main'`;
        const [row] = await session.rows(sql, shown);
        return row && String(row.id);
    }
    const [first] = await session.lines(`DESCRIBE HISTORY ${relation} LIMIT 1`, /^\d+\t/);
    if (first === undefined)
        await session.rows(`SELECT 1 AS one FROM ${relation} LIMIT 1`, shown);
    return /^\d+/.exec(first ?? '')?.[0] ?? noVersion(shown);
}
function noVersion(shown) {
    throw (0,failure/* inputError */.Xu)('is no Delta table that Spark can tell the version of', {
        place: { file: shown },
        fix: 'load Delta’s extension: `packages` and `conf` under `spark`',
    });
}
async function storedFiles({ format, relation, shown }, session, version) {
    const at = version === undefined ? '' : ` VERSION AS OF ${version}`;
    const sql = format === 'iceberg'
        ? `SELECT file_path AS path, CAST(file_size_in_bytes AS STRING) AS size FROM ${relation}.files${at}`
        : `SELECT DISTINCT _metadata.file_path AS path, CAST(_metadata.file_size AS STRING) AS size${format === 'delta'
            ? ''
            : ', CAST(unix_micros(_metadata.file_modification_time) AS STRING) AS modified'} FROM ${relation}${at}`;
    const rows = (await session.rows(sql, shown));
    return [...rows].sort((a, b) => (0,order/* compareCodePoints */.O)(a.path, b.path));
}
function digestOf({ format }, files, version) {
    const list = {
        format,
        ...(version !== undefined && { version }),
        files: files.map((file) => ({ ...file })),
    };
    return (0,external_node_crypto_.createHash)('sha256').update((0,json/* canonicalJson */.d)(list)).digest('hex');
}
function subjectOf(label, name, sha256) {
    return { name, kind: 'snapshot', role: 'dataset', digest: { sha256 }, grade: 'snapshot', label };
}
/** Hashed by us; what Spark lists must be among it. */
async function ofBytes(label, location, session, ports) {
    const root = location.local ?? '';
    const isFolder = (await ports.files.kind(root)) === 'folder';
    const paths = isFolder ? await (0,data_validate_dataset/* filesInFolder */.JL)(root, ports.files) : [root];
    for (const found of paths)
        assertSeenBySpark(external_node_path_.posix.relative(root, found), location);
    const known = new Set(paths.map((found) => ports.files.resolve(found)));
    const assertKnown = (files) => {
        if (files.some(({ path: uri }) => !known.has(decodeURIComponent(uri.replace(/^file:\/*/, '/')))))
            throw (0,failure/* inputError */.Xu)('changed while it was being judged: Spark lists a file that was not hashed', {
                place: { file: location.shown },
                fix: 'let nothing write to the data while the gate runs',
            });
    };
    const identity = await identify(label, paths, ports);
    assertKnown(await storedFiles(location, session));
    return {
        subject: identity.subject,
        files: paths.map((found) => external_node_path_.posix.relative(root, found)),
        async assertUnchanged() {
            await identity.assertUnchanged();
            // One that came before Spark made its list and after ours was judged, and is in no digest.
            assertKnown(await storedFiles(location, session));
        },
    };
}
/** Spark passes over what lies in folders that are no partitions, without a word. */
function assertSeenBySpark(relative, { shown }) {
    const folder = relative
        .split('/')
        .slice(0, -1)
        .find((part) => !part.includes('='));
    if (folder !== undefined && folder !== '..')
        throw (0,failure/* configError */.Fj)(`has a folder ${JSON.stringify(folder)} inside, which Spark would pass over`, {
            place: { file: shown },
            fix: 'make it a dataset of its own, or partition by folders named key=value',
        });
}
function below({ uri }, file) {
    const name = decodeURIComponent(file.path);
    const root = uri.replace(/^file:\/*/, 'file:/');
    return name.startsWith(root) ? name.slice(root.length + 1) : name;
}

// EXTERNAL MODULE: ./build/data-validate/sql/dialect.js + 2 modules
var dialect = __webpack_require__(4581);
// EXTERNAL MODULE: ./build/data-validate/sql/others.js
var sql_others = __webpack_require__(822);
// EXTERNAL MODULE: ./build/data-validate/sql/print-predicate.js
var print_predicate = __webpack_require__(6054);
// EXTERNAL MODULE: ./build/data-validate/sql/type-code.js
var type_code = __webpack_require__(7271);
// EXTERNAL MODULE: ./build/data-validate/sql/views.js
var views = __webpack_require__(6843);
// EXTERNAL MODULE: ./build/data-validate/sql/nested-select.js
var nested_select = __webpack_require__(491);
;// CONCATENATED MODULE: ./build/data-validate/spark/cells.js


/** `SELECT` with the views in `uses`, over the view of Spark's that holds the table as columns `c0` …. */
function printCells({ files, columns }, uses) {
    const steps = uses.all.map(([column, views]) => printSteps(column, columns[column], views));
    return (0,nested_select/* nestedSelect */.o)(files[0]?.path ?? '', [0, 1, 2, 3].map((step) => steps.flatMap((cells) => cells[step] ?? [])));
}
function printSteps(i, column, views) {
    const { type, declared } = column ?? {};
    if (!type || !declared)
        throw new Error('Spark judges typed columns alone');
    const wanted = (view, ...sql) => (views.has(view) ? sql : []);
    const written = isFloat(declared)
        ? textOfDouble(i)
        : [[], [], [`${textOf(`r${i}`, declared)} AS t${i}`]];
    const isNumber = type === 'integer' || type === 'number';
    const isTime = type === 'date' || type === 'timestamp';
    return [
        [`${cellValue(`c${i}`, declared)} AS r${i}`, ...wanted('c', `c${i}`)],
        [
            ...wanted('t', ...written[0]),
            ...wanted('n', `${isNumber ? `CAST(r${i} AS DOUBLE)` : 'CAST(NULL AS DOUBLE)'} AS n${i}`),
            ...wanted('d', `${isTime ? `CAST(r${i} AS TIMESTAMP)` : 'CAST(NULL AS TIMESTAMP)'} AS d${i}`),
            ...wanted('k', `CASE WHEN r${i} IS NOT NULL THEN ${(0,type_code/* typeCode */.U)(type)} END AS k${i}`),
        ],
        wanted('t', ...written[1]),
        wanted('t', ...written[2]),
    ];
}
/** NaN is a missing value, as in pandas and Great Expectations; maps cannot be grouped by as they are. */
function cellValue(cell, declared) {
    if (isFloat(declared))
        return `CASE WHEN isnan(${cell}) THEN NULL ELSE ${cell} END`;
    return declared.startsWith('MAP') ? `to_json(${cell})` : cell;
}
function isFloat(declared) {
    return declared === 'FLOAT' || declared === 'DOUBLE';
}
/** As DuckDB writes it. */
function textOf(value, declared) {
    const [, scale] = /^DECIMAL\(\d+,(\d+)\)$/.exec(declared) ?? [];
    // A cast would write small ones as 1E-7.
    if (scale !== undefined)
        return `format_number(${value}, '${scale === '0' ? '0' : `0.${'0'.repeat(Number(scale))}`}')`;
    if (declared === 'TIMESTAMP WITH TIME ZONE')
        return `concat(CAST(${value} AS STRING), '+00')`;
    if (/^(STRUCT|ARRAY)/.test(declared))
        return `to_json(${value})`;
    return declared === 'BLOB' ? `hex(${value})` : `CAST(${value} AS STRING)`;
}
/**
 * Java writes 1.0E7 where DuckDB writes 10000000.0, and 1.0E20 where it writes 1e+20. In three steps: Java's text; its digits and
 * exponent; the text.
 */
function textOfDouble(i) {
    const part = (group) => String.raw `regexp_extract(s${i}, '^-?([0-9])\u005c.([0-9]+)E(-?[0-9]+)$', ${group})`;
    const sign = `CASE WHEN s${i} LIKE '-%' THEN '-' ELSE '' END`;
    const fraction = `CASE WHEN ${part(2)} = '0' THEN '' ELSE ${part(2)} END`;
    const digits = `concat(g${i}, f${i})`;
    const scientific = `concat(g${i}, CASE WHEN f${i} = '' THEN '' ELSE '.' END, f${i}, 'e', CASE WHEN e${i} < 0 THEN '-' ELSE '+' END, CASE WHEN abs(e${i}) < 10 THEN '0' ELSE '' END, abs(e${i}))`;
    return [
        [`CAST(r${i} AS STRING) AS s${i}`],
        [`${part(1)} AS g${i}`, `${fraction} AS f${i}`, `CAST(${part(3)} AS INT) AS e${i}`],
        [
            [
                `CASE WHEN s${i} LIKE '%Infinity' THEN concat(${sign}, 'inf')`,
                `WHEN e${i} IS NULL THEN s${i}`,
                `ELSE concat(${sign}, CASE WHEN e${i} >= 16 OR e${i} < -4 THEN ${scientific}`,
                `WHEN e${i} < 0 THEN concat('0.', repeat('0', -e${i} - 1), ${digits})`,
                `WHEN length(${digits}) <= e${i} + 1 THEN concat(rpad(${digits}, e${i} + 1, '0'), '.0')`,
                `ELSE concat(substr(${digits}, 1, e${i} + 1), '.', substr(${digits}, e${i} + 2)) END) END AS t${i}`,
            ].join(' '),
        ],
    ];
}

;// CONCATENATED MODULE: ./build/data-validate/spark/java-regex.js
/** What the two read differently, of what `assertCommonRegex` lets through: outside a class, and inside one. */
const java_regex_outside = {
    // Java's `$` also stands before a last line end, its \b knows all letters, and its \s has a vertical tab.
    $: '\\z',
    '\\b': '(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))',
    '\\B': '(?:(?<=[0-9A-Za-z_])(?=[0-9A-Za-z_])|(?<![0-9A-Za-z_])(?![0-9A-Za-z_]))',
    '\\s': '[\\t\\n\\f\\r ]',
    '\\S': '[^\\t\\n\\f\\r ]',
};
const inside = {
    '\\s': '\\t\\n\\f\\r ',
    '\\S': '[^\\t\\n\\f\\r ]',
};
/**
 * A pattern that means to Java (java.util.regex) what the given one means to RE2.
 *
 * @param pattern one that `assertCommonRegex` takes.
 */
function javaRegex(pattern) {
    // Several lines are the one thing for which `$` must stay what it is: the two then agree.
    const multiline = /\(\?[is]*m/.test(pattern);
    let translated = '';
    let inClass = false;
    for (const [token] of pattern.matchAll(/\\[\s\S]|\(\?[ims]*(?:-[ims]+)?[:)]|[\s\S]/gu)) {
        if (inClass)
            translated += inside[token] ?? token;
        else if (token === '$' && multiline)
            translated += token;
        else if (token.startsWith('(?'))
            translated += withUnicodeCase(token);
        else
            translated += java_regex_outside[token] ?? token;
        if (token === '[' || token === ']')
            inClass = token === '[';
    }
    // A line ends at \n alone.
    return `(?d)${translated}`;
}
/** RE2 ignores the case of all letters; Java of ASCII's, unless told. */
function withUnicodeCase(flags) {
    return flags.replace(/^(\(\?[ms]*)i/, '$1iu');
}

;// CONCATENATED MODULE: ./build/data-validate/spark/plain-like.js
const mark = '!';
/** The same pattern with an escape of our own: Spark's LIKE always has one, and refuses it before any but `%`, `_` and itself. */
function plainLike(pattern, escapedBy) {
    let plain = '';
    let literal = false;
    for (const character of pattern) {
        const special = literal || character === mark;
        if (!literal && character === escapedBy) {
            literal = true;
            continue;
        }
        plain += special && /[%_!]/.test(character) ? `${mark}${character}` : character;
        literal = false;
    }
    return { pattern: plain, escape: mark };
}

;// CONCATENATED MODULE: ./build/data-validate/spark/words.js



const sparkWords = {
    text: sparkText,
    name: (value) => `\`${value.replaceAll('`', '``')}\``,
    number: printNumber,
    time: (value) => `CAST(${sparkText(value)} AS TIMESTAMP)`,
    cells: (table, uses) => printCells(table, uses),
    timeText: (time) => `CAST(${time} AS STRING)`,
    length: (text) => `length(${text})`,
    matches: (text, pattern) => `${text} RLIKE ${sparkText(javaRegex(pattern))}`,
    like(text, pattern, escapedBy) {
        const plain = plainLike(pattern, escapedBy);
        return `${text} LIKE ${sparkText(plain.pattern)} ESCAPE ${sparkText(plain.escape)}`;
    },
    isNan: (column, { columns }) => isFloat(columns[column]?.declared ?? null) ? `isnan(c${column})` : 'false',
    isInfinite: (column, { columns }) => isFloat(columns[column]?.declared ?? null) ? `abs(c${column}) = double('infinity')` : 'false',
    // A struct on the left of IN would be taken apart.
    row: (parts) => (parts.length === 1 ? (parts[0] ?? '') : `array(struct(${parts.join(', ')}))`),
    sum: (number) => `sum(${number})`,
    mean: (number) => `avg(${number})`,
    deviation: (number) => `stddev_samp(CASE WHEN abs(${number}) < double('infinity') THEN ${number} END)`,
    correlation: (a, b) => `corr(${a}, ${b})`,
    estimate: (value) => `approx_count_distinct(${value})`,
    // Spark would first group everything by the key, with all other aggregates once for each.
    countsDistinctBeside: false,
};
/** All but plain characters as \uXXXX: Spark's shell then sees no quote, no line end and no `;` in it. */
function sparkText(value) {
    const escaped = value.replaceAll(/[^A-Za-z0-9 _.,:/()+*=<>?[\]{}|^$-]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
    return `'${escaped}'`;
}
/** In brackets, so that a sign before it makes no comment. */
function printNumber(value) {
    if (!Number.isFinite(value))
        return `double('${value}')`;
    const text = String(value);
    return `(${text.includes('e') ? text : `${text}e0`}D)`;
}

;// CONCATENATED MODULE: ./build/data-validate/spark/samples.js






/** Longest text that comes back of a cell; characters. */
const longestText = 200;
/**
 * Some rows of each sampling, the same ones however the rows are spread: the first in the order of the cells looked at.
 *
 * @param showTexts false: no text of a cell leaves Spark, only its length.
 */
function printSamples(tables, samplings, most, showTexts) {
    const uses = new views/* Uses */.D7();
    for (const { rows, columns } of samplings) {
        uses.ofPredicate(rows.where);
        for (const column of rows.repeated ?? [])
            uses.add(column, 'r');
        for (const column of [...columns, ...(0,plan/* columnsIn */.Jb)(rows.where)])
            uses.add(column, 't', 'k');
    }
    const others = (0,sql_others/* printOthers */.t)(samplings.map(({ rows }) => rows.where), tables, sparkWords);
    const cells = `cells AS (\n  ${sparkWords.cells(tables.table, uses)}\n)`;
    const lists = samplings.map((sampling, i) => `(${printList(sampling, i, tables, most, showTexts)})`);
    return {
        sql: `WITH ${[...others, cells].join(',\n')}\nSELECT * FROM (${lists.join('\nUNION ALL\n')})`,
        read: (rows) => samplings.map((_, i) => rows.filter(({ nr }) => Number(nr) === i).map(sampleRow)),
    };
}
function printList({ rows, columns }, index, tables, most, showTexts) {
    const where = (0,print_predicate/* printPredicate */.X)(rows.where, sparkWords, tables);
    const key = rows.repeated && sparkWords.row(rows.repeated.map((c) => `r${c}`));
    const again = key && `${key} IN (SELECT ${key} FROM cells WHERE ${where} GROUP BY ${key} HAVING count(*) > 1)`;
    const list = (print) => `array(${columns.map(print).join(', ')})`;
    const texts = list((c) => showTexts ? `left(t${c}, ${longestText})` : `CASE WHEN t${c} IS NOT NULL THEN '' END`);
    return [
        `SELECT ${index} AS nr, ${texts} AS texts, ${list((c) => `length(t${c})`)} AS lengths, ${list((c) => `k${c}`)} AS types`,
        `FROM cells WHERE ${again ? `${where} AND ${again}` : where}`,
        `ORDER BY ${columns.map((c) => `t${c}`).join(', ') || '1'} LIMIT ${most}`,
    ].join(' ');
}
function sampleRow({ texts, lengths, types }) {
    const [allLengths, allTypes] = [listOf(lengths), listOf(types)];
    return {
        cells: listOf(texts).map((text, i) => ({
            text: text === null || text === undefined ? null : String(text),
            length: Number(allLengths[i] ?? 0),
            type: (0,type_code/* typeNamed */.w)(allTypes[i]),
        })),
    };
}
function listOf(value) {
    return Array.isArray(value) ? value : [];
}

;// CONCATENATED MODULE: ./build/data-validate/spark/dialect.js



/** @param showTexts whether texts of cells may come back from Spark. */
function sparkDialect(showTexts) {
    return {
        refusal: ({ kind }) => refusals[kind],
        glance: (tables, metrics, rows) => (0,dialect/* printGlance */.GE)(tables, metrics, rows, sparkWords),
        statements: (tables, metrics) => (0,dialect/* printStatements */.gG)(tables, metrics, sparkWords),
        samples: (tables, _file, samplings, most) => printSamples(tables, samplings, most, showTexts),
    };
}
const refusals = {
    disorder: 'rows have no order in Spark',
    judged: 'Spark has no words for it, and no cell leaves the cluster',
    query: 'a query of your own runs only where it can be fenced in, which Spark’s shell cannot',
};

;// CONCATENATED MODULE: ./build/data-validate/spark/speaker.js



function sparkSpeaker(session, showTexts, log) {
    return {
        dialect: sparkDialect(showTexts),
        async judge() {
            // The dialect refuses what would have to be judged.
        },
        async refusedPattern(pattern) {
            try {
                await session.rows(`SELECT ${sparkWords.matches("''", pattern)} AS m0`, 'the rules');
                return undefined;
            }
            catch (error) {
                if (!(error instanceof failure/* Failure */.HR) || error.kind !== 'input')
                    throw error;
                return error.message;
            }
        },
        async ask(statements, shown) {
            const answers = [];
            for (const [i, { sql }] of statements.entries()) {
                log.progress(`Spark reads ${shown}`, i, statements.length, 'statements');
                answers.push(await session.rows(sql, shown));
            }
            return answers;
        },
    };
}

;// CONCATENATED MODULE: ./build/data-validate/spark/types.js
/** DuckDB's names of Spark's types, so that a dataset reads the same whichever engine judges it. */
const types_names = {
    tinyint: 'TINYINT',
    smallint: 'SMALLINT',
    int: 'INTEGER',
    bigint: 'BIGINT',
    float: 'FLOAT',
    double: 'DOUBLE',
    boolean: 'BOOLEAN',
    string: 'VARCHAR',
    binary: 'BLOB',
    date: 'DATE',
    timestamp: 'TIMESTAMP WITH TIME ZONE',
    timestamp_ntz: 'TIMESTAMP',
};
/** @param type as Spark's `typeof` writes it. */
function declaredType(type) {
    if (/^(var)?char\(/.test(type))
        return 'VARCHAR';
    return types_names[type] ?? type.toUpperCase();
}

;// CONCATENATED MODULE: ./build/data-validate/spark/open.js








/** @throws Failure('config'), Failure('input') as `locate` and `SparkSession.rows` do; Failure('outside') when Spark does not start. */
async function openInSpark(dataset, others, ports) {
    const located = [];
    for (const one of [dataset, ...others])
        located.push({ one, location: await location_locate(one, ports.files) });
    const session = await openSparkSession(dataset.settings.spark ?? {}, ports);
    try {
        const open = [];
        for (const { one, location } of located)
            open.push(await openTable(one.name, location, `sluice_${open.length}`, session, ports));
        const [own, ...rest] = open;
        if (!own)
            throw new Error('a dataset is one of its own');
        return {
            opened: { table: own.table, faults: [], linesOf: async () => undefined },
            others: new Map(rest.map(({ table }, i) => [others[i]?.name ?? '', table])),
            speaker: sparkSpeaker(session, dataset.settings['show-samples'] ?? false, ports.log),
            subject: own.snapshot.subject,
            async assertUnchanged() {
                for (const { snapshot } of open)
                    await snapshot.assertUnchanged();
            },
            close: () => session.close(),
        };
    }
    catch (error) {
        await session.close();
        throw error;
    }
}
/** A view with columns `c0` …, so that names in the data never become SQL. */
async function openTable(label, location, view, session, ports) {
    const { shown } = location;
    const snapshot = await takeSnapshot(label, location, session, ports);
    await session.run(printStoredView(`${view}_stored`, location, snapshot));
    const names = await columnNames(`${view}_stored`, shown, session);
    const types = await columnTypes(`${view}_stored`, names.length, shown, session);
    const partitions = location.format === 'parquet' ? (0,data_validate_partitions/* partitionsOf */.R)(folders(snapshot), {}) : [];
    const columns = open_inOrder(names, partitions);
    const stored = names.map((_, i) => `p${i}`).join(', ');
    const select = columns.map(({ at, cast }, i) => `${cast ? `CAST(p${at} AS ${cast})` : `p${at}`} AS c${i}`);
    await session.run(`CREATE OR REPLACE TEMPORARY VIEW ${view} AS SELECT ${select.join(', ')} FROM ${view}_stored AS t(${stored})`);
    const [counted] = await session.rows(`SELECT count(*) AS n FROM ${view}`, shown);
    return {
        snapshot,
        table: {
            format: 'parquet',
            partitions,
            files: [{ path: view, shown, rows: Number(counted?.n), newline: '\n' }],
            columns: columns.map(({ at, cast }) => {
                const declared = cast ?? declaredType(types[at] ?? '');
                return { name: names[at] ?? '', declared, type: (0,parquet_type/* cellTypeOf */.u)(declared) };
            }),
        },
    };
}
/** Of files its plan holds the list, so that every statement reads the same ones; of a table, its version. */
function printStoredView(name, { format, uri, relation }, { version }) {
    const view = `CREATE OR REPLACE TEMPORARY VIEW ${name}`;
    if (format === 'parquet')
        return `${view} USING parquet OPTIONS (path ${sparkText(uri)}, mergeSchema 'true')`;
    return `${view} AS SELECT * FROM ${relation}${version === undefined ? '' : ` VERSION AS OF ${version}`}`;
}
async function columnNames(view, shown, session) {
    const none = `(SELECT 1 AS one) LEFT JOIN (SELECT * FROM ${view} LIMIT 0) t ON true`;
    const keys = "json_object_keys(to_json(struct(t.*), map('ignoreNullFields', 'false')))";
    const [row] = await session.rows(`SELECT ${keys} AS names FROM ${none}`, shown);
    return (row?.names ?? []);
}
async function columnTypes(view, count, shown, session) {
    const columns = Array.from({ length: count }, (_, i) => `p${i}`);
    const types = columns.map((column) => `typeof(${column})`).join(', ');
    const none = `(SELECT 1 AS one) LEFT JOIN (SELECT * FROM ${view} AS s(${columns.join(', ')}) LIMIT 0) t ON true`;
    const [row] = await session.rows(`SELECT array(${types}) AS types FROM ${none}`, shown);
    return (row?.types ?? []);
}
/** Columns of the files, then those of the folders by name, as DuckDB has them. Texts unless every folder holds a number or a day. */
function open_inOrder(names, partitions) {
    const own = names.flatMap((name, at) => partitions.some((partition) => partition.name === name) ? [] : [{ at, cast: undefined }]);
    return [
        ...own,
        ...partitions.map(({ name, type }) => ({
            at: names.indexOf(name),
            cast: type === 'VARCHAR' ? undefined : type,
        })),
    ];
}
function folders({ files }) {
    return files.map((file) => ({ path: file, shown: file }));
}

;// CONCATENATED MODULE: ./build/data-validate/judge-dataset.js









/**
 * Hashes, opens, measures and samples one dataset.
 *
 * @param others the datasets that its rules name.
 * @throws Failure('input') when one cannot be read or changes meanwhile; Failure('config') when a rule makes no sense.
 */
async function judgeDataset(dataset, others, ports) {
    const engine = engineOf(dataset);
    const elsewhere = others.find((other) => engineOf(other) !== engine);
    if (elsewhere)
        throw (0,failure/* configError */.Fj)(`a rule of ${(0,data_validate_names/* quoteName */.A)(dataset.name)} names ${(0,data_validate_names/* quoteName */.A)(elsewhere.name)}, which another engine judges`, { fix: 'give both the same `engine`' });
    if (engine === 'duckdb' && dataset.settings.spark !== undefined)
        throw (0,failure/* configError */.Fj)(`the dataset ${(0,data_validate_names/* quoteName */.A)(dataset.name)} has settings for Spark, and DuckDB judges it`, {
            fix: 'set `engine: spark`, or take `spark` away',
        });
    const world = await (engine === 'spark' ? openInSpark : openInDuckDb)(dataset, others, ports);
    try {
        await assertRegexes(dataset.rules, world.speaker);
        const judged = await judgeOpened(dataset, world, ports);
        await world.assertUnchanged();
        return { ...judged, subject: world.subject };
    }
    finally {
        await world.close();
    }
}
function engineOf({ settings }) {
    return settings.engine ?? 'duckdb';
}
async function judgeOpened(dataset, { opened, others, speaker, subject }, { clock }) {
    const { table, faults } = opened;
    const { owner } = dataset;
    const facts = {
        name: dataset.name,
        shown: subject.name,
        showSamples: dataset.settings['show-samples'] ?? false,
    };
    const size = { rows: (0,data_validate_table/* rowsOf */.R)(table), columns: table.columns.length };
    const told = { ...size, ...(owner !== undefined && { owner }) };
    const structure = structureChecks(faults, table.files.length, facts);
    if (faults.some(data_validate_fault/* blocks */.Bv)) {
        const checks = [...structure, ...unjudgedChecks(dataset.rules, facts)];
        return { ...size, checks, metrics: { ...told, profile: [] } };
    }
    const { checks, profile } = await judgeTable(dataset, opened, { table, others, now: clock.now() }, speaker, facts);
    return { ...size, checks: [...structure, ...checks], metrics: { ...told, profile } };
}

;// CONCATENATED MODULE: ./build/data-validate/referenced.js



/**
 * The other datasets that rules name, in code point order.
 *
 * @param known the datasets of the pipeline.
 * @throws Failure('config') on one that is none of them.
 */
function referencedDatasets(rules, known) {
    const named = new Set(rules.flatMap(datasetsIn));
    for (const name of named)
        if (!known.includes(name))
            throw (0,failure/* configError */.Fj)(`a rule names ${(0,data_validate_names/* quoteName */.A)(name)}, which is no dataset of the pipeline${(0,data_validate_names/* nearestName */.q)(name, known)}`, {
                fix: 'name it under `datasets` of the pipeline',
            });
    return [...named].sort(order/* compareCodePoints */.O);
}
function datasetsIn({ args }) {
    if ('other_table_name' in args)
        return [args.other_table_name];
    if ('reference' in args)
        return [args.reference];
    return 'dataset' in args ? [args.dataset] : [];
}

;// CONCATENATED MODULE: ./build/data-validate/report.js
/** More columns than this are no figure that anyone reads; the evidence has them all. */
const mostColumns = 200;
/** What is beside the checks: what fell short, and what each dataset is made of. */
function report({ checks, metrics }) {
    const datasets = Object.entries(report_objectOf(metrics.datasets));
    return [
        ...failing(checks),
        ...datasets.flatMap(([name, dataset]) => datasetSections(name, report_objectOf(dataset))),
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
    const all = Array.isArray(profile) ? profile.map(report_objectOf) : [];
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
function report_objectOf(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
function cellOf(value) {
    if (value === undefined || value === null)
        return null;
    if (typeof value === 'string' || typeof value === 'number')
        return value;
    return Array.isArray(value) ? value.join(', ') : JSON.stringify(value);
}

// EXTERNAL MODULE: ./build/data-validate/settings.js + 1 modules
var settings = __webpack_require__(6999);
;// CONCATENATED MODULE: ./build/data-validate/gate.js









/** Judges the datasets of a pipeline by their rules: schema, nulls, ranges, sets, patterns, uniqueness, figures. */
const dataValidate = {
    name: 'data-validate',
    summary: 'Judges datasets (CSV, JSON, Parquet) by rules of your own, a Great Expectations suite or a data contract.',
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
    const names = (0,data_validate_dataset/* datasetNames */.Zy)(pipeline, settings);
    const judged = new Map();
    const failures = [];
    for (const name of names)
        try {
            const read = (one) => (0,data_validate_dataset/* readDataset */.JP)(one, pipeline, (Object.hasOwn(settings, one) && settings[one]) || {}, ports.files);
            const dataset = await read(name);
            const others = [];
            for (const other of referencedDatasets(dataset.rules, names))
                others.push(await read(other));
            judged.set(name, await withinTimeout(dataset.settings, name, ports.signal, (signal) => judgeDataset(dataset, others, { ...ports, signal })));
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
