export const id = 961;
export const ids = [961];
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

/***/ 9961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fairnessGate: () => (/* binding */ fairnessGate)
});

// EXTERNAL MODULE: ./build/gate/check.js
var check = __webpack_require__(8362);
// EXTERNAL MODULE: ./build/gate/finding.js
var finding = __webpack_require__(6043);
// EXTERNAL MODULE: ./build/gate/json.js + 1 modules
var json = __webpack_require__(3606);
;// CONCATENATED MODULE: ./build/fairness-gate/wording.js

/** For sentences; four digits, so that 0.7997 does not look like 0.8. */
function showFigure(value) {
    if (Number.isNaN(value))
        return 'undefined';
    return Number.isFinite(value) ? String(Number(value.toPrecision(4))) : 'without bound';
}
function showInterval({ low, high }) {
    return `${showFigure(low)} to ${showFigure(high)}`;
}
function showBand({ min, max }) {
    if (min !== undefined && max !== undefined)
        return `from ${min} to ${max}`;
    return min === undefined ? `at most ${max}` : `at least ${min}`;
}
/** `116 fewer approved per 1 000 people than race=Caucasian`; null where a rate is undefined. */
function perThousand({ rate, referenceRate, reference }, metric, means) {
    if (!rate || !referenceRate)
        return null;
    const difference = 1000 * (rate.value - referenceRate.value);
    const size = Math.abs(difference);
    const number = size >= 1 ? Math.round(size) : (0,json/* round9 */.c)(Number(size.toPrecision(1)));
    const what = metric.name === 'selection_rate' ? (means ?? metric.what) : metric.what;
    const than = reference === 'overall' ? 'than among all' : `than ${reference}`;
    return `${number} ${difference < 0 ? 'fewer' : 'more'} ${what} per 1 000 ${metric.whom} ${than}`;
}
function undefinedRate({ rate, referenceRate, group, reference }, metric) {
    const who = rate === null ? group.name : referenceRate === null ? reference : `the rest beside ${group.name}`;
    return `${metric.name} is undefined: ${who} has no ${metric.whom}`;
}
const hopeless = 10_000;
/** @param now rows of the two groups compared. */
function rowsThatSettle(rows, now) {
    const undecided = 'the interval reaches across an end of what is accepted';
    if (!Number.isFinite(rows))
        return `${undecided}, and no number of rows at these rates would settle it`;
    if (rows > now * hopeless)
        return `${undecided}; at these rates even ${hopeless} times the rows would not settle it`;
    return `${undecided}; about ${Number(Math.max(rows, now + 1).toPrecision(2))} rows of the two groups (now ${now}) would settle it`;
}
const againstWhom = {
    best: 'the group with the best rate',
    majority: 'the largest group',
    overall: 'everyone',
};
/** `selection_rate ratio of sex against the group with the best rate: at least 0.8`. */
function ruleTitle({ metric, scale, references }, attribute, band) {
    const reference = references.get(attribute);
    const whom = reference?.kind === 'group' ? `${attribute}=${reference.value}` : againstWhom[reference?.kind ?? 'best'];
    return `${metric.name} ${scale} of ${attribute} against ${whom}: ${showBand(band)}`;
}
function describeEstimate(scale, point, interval) {
    return `${scale} ${showFigure(point)}, interval ${showInterval(interval)}`;
}

;// CONCATENATED MODULE: ./build/fairness-gate/checks.js




const gate = 'fairness-gate';
/** @param file the predictions as people know them. */
function ruleCheck(ruling, plan, file) {
    const { rule, attribute, band, judged } = ruling;
    const id = `${gate}/${rule.metric.name}`;
    const worst = worstOf(ruling);
    return (0,check/* check */.z6)({
        id,
        title: ruleTitle(rule, attribute, band),
        observed: worst === undefined ? null : finiteOrNull(worst.estimate?.point),
        threshold: { [rule.scale]: { ...band } },
        findings: judged
            .filter(({ status }) => status !== 'pass')
            .map((j) => findingOf(id, j, ruling, plan, file)),
        facts: factsOf(ruling, plan),
        ...outcomeOf(ruling),
    });
}
function outcomeOf({ design, judged, rule, attribute, }) {
    if ('problem' in design)
        return { outcome: { status: 'error', reason: design.problem } };
    const as = rule.onInconclusive;
    if (judged.length === 0)
        return {
            outcome: {
                status: 'inconclusive',
                as,
                reason: `${attribute} has only one group, so there is nothing to compare`,
            },
        };
    const open = judged.filter(({ status }) => status === 'inconclusive');
    const [first] = open;
    if (!first)
        return {};
    const more = open.length > 1 ? ` (and ${open.length - 1} more groups)` : '';
    return {
        outcome: {
            status: 'inconclusive',
            as,
            reason: `the data cannot tell for ${first.group.name}${more}: ${first.reason ?? ''}`,
        },
    };
}
function findingOf(id, judged, { rule, attribute, band }, { means }, file) {
    const { group, estimate, status, reason } = judged;
    const harm = perThousand(judged, rule.metric, means) ?? `${rule.metric.name} is undefined`;
    const figures = estimate
        ? ` (${describeEstimate(rule.scale, estimate.point, estimate)}; accepted ${showBand(band)})`
        : '';
    const reference = rule.references.get(attribute);
    return (0,finding/* finding */.gk)(id, {
        severity: status === 'fail' ? 'error' : 'warning',
        message: `${group.name}: ${harm}${figures}${reason === undefined ? '' : `; ${reason}`}`,
        file,
        fix: status === 'fail'
            ? `find out why ${group.name} is treated differently, and mend the data or the model`
            : 'judge more people of these groups, or say in on-inconclusive what an open question means',
        item: group.name,
        distinct: `${rule.scale} ${reference?.kind ?? ''} ${reference?.kind === 'group' ? reference.value : ''}`,
    });
}
/** The one furthest from equality. */
function worstOf({ rule, judged }) {
    const distance = ({ estimate }) => {
        const point = estimate?.point ?? Number.NaN;
        const far = Math.abs(rule.scale === 'ratio' ? Math.log(point) : point);
        return Number.isNaN(far) ? -1 : far;
    };
    return judged.reduce((worst, next) => (worst === undefined || distance(next) > distance(worst) ? next : worst), undefined);
}
function factsOf({ rule, attribute, family, design, judged }, { means }) {
    return {
        metric: rule.metric.name,
        attribute,
        scale: rule.scale,
        decide: rule.decide,
        alpha: rule.alpha,
        comparisons: family,
        minGroupSize: rule.minGroupSize,
        ...(rule.byDefault && { byDefault: true }),
        reference: 'problem' in design ? null : (design.against?.name ?? 'overall'),
        groups: judged.map((j) => ({
            group: j.group.name,
            rows: j.group.rows,
            value: finiteOrNull(j.estimate?.point),
            low: finiteOrNull(j.estimate?.low),
            high: finiteOrNull(j.estimate?.high),
            status: j.status,
            people: perThousand(j, rule.metric, means),
        })),
    };
}
function finiteOrNull(value) {
    return value !== undefined && Number.isFinite(value) ? (0,json/* round9 */.c)(value) : null;
}
/** Says that a choice was made for the user, which only they can confirm. */
function favourableCheck(plan) {
    if (plan.favourableNamed || !plan.rules.some(({ byDefault }) => byDefault))
        return [];
    const id = `${gate}/favourable`;
    const message = 'nobody said which outcome is favourable; the positive prediction was taken to be';
    return [
        (0,check/* check */.z6)({
            id,
            title: 'The favourable outcome is named',
            findings: [
                (0,finding/* finding */.gk)(id, {
                    severity: 'warning',
                    message,
                    fix: 'give --favourable (1, 0 or a comparison) or write `favourable:`, then the verdict is about what people want',
                }),
            ],
        }),
    ];
}
const policies = {
    error: 'refused',
    'own-group': 'judged as a group of their own',
    drop: 'left out of the groups of this attribute',
};
/** Rows without a value are never silently gone. */
function missingCheck(partitions, plan, file) {
    const some = partitions.filter(({ missing }) => missing > 0);
    if (some.length === 0)
        return [];
    const id = `${gate}/missing-attributes`;
    return [
        (0,check/* check */.z6)({
            id,
            title: 'Rows without a value of an attribute are accounted for',
            observed: Object.fromEntries(some.map(({ attribute, missing }) => [attribute, missing])),
            findings: some.map(({ attribute, missing }) => (0,finding/* finding */.gk)(id, {
                severity: 'note',
                message: `${attribute} is missing in ${missing} rows, which were ${policies[plan.missing]}`,
                file,
                item: attribute,
            })),
        }),
    ];
}

// EXTERNAL MODULE: ./build/gate/order.js
var order = __webpack_require__(9034);
// EXTERNAL MODULE: ./build/fairness-gate/counts.js
var fairness_gate_counts = __webpack_require__(9394);
;// CONCATENATED MODULE: ./build/fairness-gate/statistics/interval.js
/** Score interval of one rate. Wilson, JASA 22 (1927) 209–212. */
function wilsonInterval({ value, events, trials }, z) {
    const scale = trials + z * z;
    const centre = (events + (z * z) / 2) / scale;
    const half = (z / scale) * Math.sqrt(trials * value * (1 - value) + (z * z) / 4);
    return {
        low: events === 0 ? 0 : Math.max(0, centre - half),
        high: events === trials ? 1 : Math.min(1, centre + half),
    };
}
/** Difference `a − b` of independent rates. Newcombe, Statistics in Medicine 17 (1998) 873–890, method 10. */
function newcombeInterval(a, b, z) {
    const difference = a.value - b.value;
    const [wa, wb] = [wilsonInterval(a, z), wilsonInterval(b, z)];
    return {
        low: difference - Math.hypot(a.value - wa.low, wb.high - b.value),
        high: difference + Math.hypot(wa.high - a.value, b.value - wb.low),
    };
}

;// CONCATENATED MODULE: ./build/fairness-gate/statistics/ratio.js
/**
 * Ratio `a / b` of independent rates: Katz's where all four counts of the table are above zero, else Koopman's,
 * since Katz's standard error is infinite without events and zero without non-events.
 */
function ratioInterval(a, b, z) {
    const counts = [a.events, b.events, a.trials - a.events, b.trials - b.events];
    return counts.every((count) => count > 0) ? katzInterval(a, b, z) : koopmanInterval(a, b, z);
}
/** Katz, Baptista, Azen & Pike, Biometrics 34 (1978) 469–474, method C. */
function katzInterval(a, b, z) {
    const error = Math.sqrt(1 / a.events - 1 / a.trials + 1 / b.events - 1 / b.trials);
    const ratio = a.value / b.value;
    return { low: ratio * Math.exp(-z * error), high: ratio * Math.exp(z * error) };
}
/** Far beyond any ratio that counts below 2^53 can show. */
const farLog = 40;
const halvings = 100;
/**
 * Every ratio that the score test does not reject. Koopman, Biometrics 40 (1984) 513–517. Without an event on either
 * side the data say nothing: from 0 to infinity.
 */
function koopmanInterval(a, b, z) {
    if (a.events === 0 && b.events === 0)
        return { low: 0, high: Number.POSITIVE_INFINITY };
    const accepted = (log) => scoreStatistic(a, b, Math.exp(log)) <= z * z;
    const centre = Math.log(a.value / b.value);
    return {
        low: a.events === 0 ? 0 : Math.exp(lastAccepted(accepted, Math.min(centre, farLog), -farLog)),
        high: b.events === 0
            ? Number.POSITIVE_INFINITY
            : Math.exp(lastAccepted(accepted, Math.max(centre, -farLog), farLog)),
    };
}
/** Halves the way between a log ratio that is accepted and one that is not; the statistic grows away from the estimate. */
function lastAccepted(accepted, from, to) {
    let [inside, outside] = [from, to];
    for (let i = 0; i < halvings; i++) {
        const middle = (inside + outside) / 2;
        if (accepted(middle))
            inside = middle;
        else
            outside = middle;
    }
    return inside;
}
/** Pearson's χ² at the most likely rates that have this ratio (Koopman's equations 2 and 3). */
function scoreStatistic(a, b, ratio) {
    const square = ratio * (a.trials + b.trials);
    const linear = ratio * (a.trials + b.events) + a.events + b.trials;
    const events = a.events + b.events;
    const root = Math.sqrt(Math.max(0, linear * linear - 4 * square * events));
    const rateOfB = Math.min(1, (2 * events) / (linear + root));
    return pearsonTerm(a, Math.min(1, ratio * rateOfB)) + pearsonTerm(b, rateOfB);
}
function pearsonTerm({ events, trials }, rate) {
    const miss = events - trials * rate;
    return miss === 0 ? 0 : (miss * miss) / (trials * rate * (1 - rate));
}

;// CONCATENATED MODULE: ./build/fairness-gate/estimate.js



function estimateAgainst(scale, a, b, z) {
    return scale === 'ratio'
        ? { point: a.value / b.value, ...ratioInterval(a, b, z) }
        : { point: a.value - b.value, ...newcombeInterval(a, b, z) };
}
/**
 * Against everyone, of whom the group is a part, so that the two rates are not independent: compares the group with the
 * rest, and carries the interval over by `overall = share · group + (1 − share) · rest`, shares taken as given.
 *
 * @param share the group's part of the denominator, 0 to 1.
 */
function estimateAgainstOverall(scale, group, rest, share, z) {
    const { low, high } = estimateAgainst(scale, group, rest, z);
    const overall = share * group.value + (1 - share) * rest.value;
    if (scale === 'difference')
        return { point: group.value - overall, low: (1 - share) * low, high: (1 - share) * high };
    const carry = (ratio) => ratio === Number.POSITIVE_INFINITY ? 1 / share : ratio / (share * ratio + 1 - share);
    return { point: group.value / overall, low: carry(low), high: carry(high) };
}
/**
 * Against the truly best group, which need not be the one that looks best: the ratio to it is the worst of the ratios to
 * each candidate, so the ends are the worst of the pairs' ends. Holds when `z` covers all pairs of candidates at once
 * (the idea of Hsu, Annals of Statistics 9 (1981) 1026–1034).
 *
 * @param others the candidates beside the group itself, at least one.
 */
function intervalAgainstBest(scale, better, group, others, z) {
    const worst = better === 'higher' ? Math.min : Math.max;
    const pairs = others.map((other) => estimateAgainst(scale, group, other, z));
    return { low: worst(...pairs.map(({ low }) => low)), high: worst(...pairs.map(({ high }) => high)) };
}
/** Wholly inside the band passes, wholly outside fails; what reaches across an end is not known. */
function decideByInterval({ low, high }, band) {
    const { min, max } = ends(band);
    if ((0,json/* round9 */.c)(high) < min || (0,json/* round9 */.c)(low) > max)
        return 'fail';
    return (0,json/* round9 */.c)(low) >= min && (0,json/* round9 */.c)(high) <= max ? 'pass' : 'inconclusive';
}
function decideByPoint(point, band) {
    if (Number.isNaN(point))
        return 'inconclusive';
    const { min, max } = ends(band);
    return (0,json/* round9 */.c)(point) >= min && (0,json/* round9 */.c)(point) <= max ? 'pass' : 'fail';
}
/**
 * About how many times the data would settle an undecided comparison if the rates stayed as they are: an interval shrinks
 * with the root of the rows. Infinite where the estimate lies on an end of the band or has no interval.
 */
function timesToSettle(scale, estimate, band) {
    const onScale = scale === 'ratio' ? Math.log : (x) => x;
    const point = onScale(estimate.point);
    const { min, max } = ends(band);
    const from = scale === 'ratio' && min <= 0 ? Number.NEGATIVE_INFINITY : onScale(min);
    const to = onScale(max);
    const [down, up] = [point - onScale(estimate.low), onScale(estimate.high) - point];
    const inside = Math.max(down / (point - from), up / (to - point));
    const shrink = point < from ? up / (from - point) : point > to ? down / (point - to) : inside;
    return Number.isFinite(shrink) ? shrink * shrink : Number.POSITIVE_INFINITY;
}
function ends({ min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }) {
    return { min, max };
}

// EXTERNAL MODULE: ./build/fairness-gate/metrics.js
var metrics = __webpack_require__(1661);
;// CONCATENATED MODULE: ./build/fairness-gate/comparison.js




/** @param minGroupSize groups of fewer rows are not taken for the best while there are others. */
function designOf(metric, partition, reference, minGroupSize) {
    const { groups } = partition;
    switch (reference.kind) {
        case 'overall':
            return overallDesign(metric, partition, reference, minGroupSize);
        case 'best':
            return bestDesign(metric, partition, reference, minGroupSize);
        case 'majority':
            return fixedDesign(metric, partition, reference, largestOf(groups), minGroupSize);
        case 'group': {
            const against = groups.find(({ value }) => value === reference.value);
            return against
                ? fixedDesign(metric, partition, reference, against, minGroupSize)
                : { problem: `the reference group ${partition.attribute}=${reference.value} has no row` };
        }
    }
}
function overallDesign(metric, partition, reference, minGroupSize) {
    const { groups } = partition;
    const family = groups.filter(({ rows }) => rows >= minGroupSize).length;
    return { metric, partition, reference, compared: groups.length > 1 ? groups : [], candidates: [], family };
}
function bestDesign(metric, partition, reference, minGroupSize) {
    const known = partition.groups.filter((group) => (0,metrics/* rateOf */.MK)(metric, group.counts) !== null);
    const big = known.filter(({ rows }) => rows >= minGroupSize);
    const candidates = big.length > 0 ? big : known;
    const against = bestOf(metric, candidates);
    if (!against)
        return { problem: `${metric.name} is undefined in every group of ${partition.attribute}` };
    const compared = without(partition.groups, against);
    const family = (candidates.length * (candidates.length - 1)) / 2;
    return { metric, partition, reference, against, compared, candidates, family };
}
/** A reference that the outcome had no part in choosing: one interval per group. */
function fixedDesign(metric, partition, reference, against, minGroupSize) {
    const compared = without(partition.groups, against);
    const family = compared.filter(({ rows }) => rows >= minGroupSize).length;
    return { metric, partition, reference, against, compared, candidates: [], family };
}
/**
 * The same groups against the group that looks best, taken as given: for figures that are shown and not judged, where no
 * interval need make up for the choice.
 */
function takeAsGiven(design) {
    return design.against ? { ...design, candidates: [design.against] } : design;
}
function compareGroups(design, scale, z) {
    const { metric, partition, against } = design;
    const referenceRate = (0,metrics/* rateOf */.MK)(metric, against?.counts ?? partition.everyone);
    return design.compared.map((group) => {
        const rate = (0,metrics/* rateOf */.MK)(metric, group.counts);
        return {
            group,
            reference: against?.name ?? 'overall',
            rate,
            referenceRate,
            estimate: rate && referenceRate && estimate(design, group, rate, referenceRate, scale, z),
        };
    });
}
function estimate(design, group, rate, referenceRate, scale, z) {
    const { metric, reference, candidates, partition } = design;
    if (reference.kind === 'overall')
        return estimateOverall(metric, partition, group, rate, scale, z);
    if (reference.kind !== 'best')
        return estimateAgainst(scale, rate, referenceRate, z);
    const others = without(candidates, group).flatMap((other) => (0,metrics/* rateOf */.MK)(metric, other.counts) ?? []);
    const { point } = estimateAgainst(scale, rate, referenceRate, z);
    return { point, ...intervalAgainstBest(scale, metric.better, rate, others, z) };
}
function estimateOverall(metric, partition, group, rate, scale, z) {
    const rest = without(partition.groups, group).reduce((sum, { counts }) => (0,fairness_gate_counts/* mergeCounts */.Lq)(sum, counts), fairness_gate_counts/* noCounts */.Yi);
    const restRate = (0,metrics/* rateOf */.MK)(metric, rest);
    const share = (0,fairness_gate_counts/* sumOf */.XN)(group.counts, metric.among).weight / (0,fairness_gate_counts/* sumOf */.XN)(partition.everyone, metric.among).weight;
    return restRate && estimateAgainstOverall(scale, rate, restRate, share, z);
}
function bestOf(metric, groups) {
    const sign = metric.better === 'higher' ? -1 : 1;
    return [...groups].sort((0,order.by)((g) => sign * ((0,metrics/* rateOf */.MK)(metric, g.counts)?.value ?? 0), (g) => -g.rows, (g) => g.value))[0];
}
function largestOf(groups) {
    return groups.reduce((largest, group) => (group.rows > largest.rows ? group : largest));
}
function without(groups, group) {
    return groups.filter((g) => g !== group);
}

// EXTERNAL MODULE: ./build/gate/failure.js
var failure = __webpack_require__(7084);
;// CONCATENATED MODULE: ./build/fairness-gate/condition.js

const operators = ['<=', '>=', '!=', '<', '>', '='];
/** The column, unquoted or in double quotes; the operator; the rest, read by `readConstant`. No part can match in two ways. */
const condition_form = /^\s*(?:"((?:[^"]|"")+)"|([\p{L}_][\p{L}\p{N}_.-]*))\s*(<=|>=|!=|==|<>|<|>|=)\s*(\S.*)$/su;
const numberForm = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const textForm = /^'((?:[^']|'')*)'$/;
/**
 * Reads `score < 0.12`, `decision = 'approved'`, `"risk class" != 'Low'`, `approved = true`.
 *
 * @param key where it stands, for the message.
 * @throws Failure('config') on anything else.
 */
function parseCondition(text, key) {
    const match = condition_form.exec(text);
    if (!match)
        throw refused(text, key, 'it is not column, comparison, constant');
    const [, quoted, plain = '', symbol = '', rest = ''] = match;
    const operator = operators.find((o) => o === symbol) ?? (symbol === '==' ? '=' : '!=');
    const constant = readConstant(rest.trim());
    if (constant === undefined)
        throw refused(text, key, 'what follows the comparison is not one constant');
    if (typeof constant !== 'number' && operator !== '=' && operator !== '!=')
        throw refused(text, key, `${operator} compares numbers only`);
    return { column: quoted?.replaceAll('""', '"') ?? plain, operator, constant };
}
/** Whether an input means a comparison, not the name of a column. */
function looksLikeCondition(text) {
    return condition_form.test(text);
}
function readConstant(text) {
    const lower = text.toLowerCase();
    if (lower === 'true' || lower === 'false')
        return lower === 'true';
    const quoted = textForm.exec(text)?.[1];
    if (quoted !== undefined)
        return quoted.replaceAll("''", "'");
    const value = Number(text);
    return numberForm.test(text) && Number.isFinite(value) ? value : undefined;
}
function refused(text, key, why) {
    return (0,failure/* configError */.Fj)(`${key}: ${JSON.stringify(text.slice(0, 200))} cannot be read: ${why}`, {
        fix: "write for instance `score < 0.12` or `decision = 'approved'`, text in single quotes",
    });
}
/** As people read it. */
function describeCondition({ column, operator, constant }) {
    return `${column} ${operator} ${typeof constant === 'string' ? `'${constant}'` : constant}`;
}

;// CONCATENATED MODULE: ./build/fairness-gate/reference.js

const kinds = ['best', 'majority', 'overall'];
/**
 * One reference per attribute, `best` where none is said. `best`, `majority` and `overall` alone speak of every attribute
 * that is not named; so does a bare value when there is but one attribute.
 *
 * @param written e.g. `['race=Caucasian', 'majority']`.
 * @param key where it stands, for messages.
 * @throws Failure('config') on an attribute that is not judged, one named twice, or a bare value among several.
 */
function readReferences(written, attributes, key) {
    const named = new Map();
    for (const text of [written ?? []].flat()) {
        const { attribute, reference } = readReference(text, attributes, key);
        if (named.has(attribute))
            throw (0,failure/* configError */.Fj)(`${key}: two references for ${attribute ?? 'all attributes'}`, {
                fix: 'keep one of them',
            });
        named.set(attribute, reference);
    }
    const rest = named.get(null) ?? { kind: 'best' };
    return new Map(attributes.map((attribute) => [attribute, named.get(attribute) ?? rest]));
}
function readReference(text, attributes, key) {
    const kind = kinds.find((k) => k === text);
    if (kind)
        return { attribute: null, reference: { kind } };
    const attribute = attributes.filter((a) => text.startsWith(`${a}=`)).sort((a, b) => b.length - a.length)[0];
    if (attribute !== undefined) {
        const value = text.slice(attribute.length + 1);
        const word = kinds.find((k) => k === value);
        return { attribute, reference: word ? { kind: word } : { kind: 'group', value } };
    }
    if (attributes.length === 1)
        return { attribute: null, reference: { kind: 'group', value: text } };
    throw (0,failure/* configError */.Fj)(`${key}: ${JSON.stringify(text)} names no attribute that is judged`, {
        fix: `write best, majority, overall or ATTRIBUTE=VALUE with one of ${attributes.join(', ')}`,
    });
}

;// CONCATENATED MODULE: ./build/fairness-gate/rule.js



const defaultMinGroupSize = 30;
const defaultAlpha = 0.05;
/** Judged where no rule is written: the four-fifths ratio of 29 CFR 1607.4(D), either way where the reference is not the best group. */
function defaultRule({ references, run }) {
    return {
        metric: (0,metrics/* metricNamed */.SB)('selection_rate'),
        scale: 'ratio',
        accepted: { min: 0.8, max: 1.25 },
        references,
        decide: 'interval',
        onInconclusive: inconclusiveIn(run, undefined),
        minGroupSize: defaultMinGroupSize,
        alpha: defaultAlpha,
        byDefault: true,
    };
}
/** @throws Failure('config') on a rule that says too much, too little, or that nothing could break. */
function readRule(settings, key, context) {
    const written = settings['reference-group'];
    const rule = {
        metric: (0,metrics/* metricNamed */.SB)(settings.metric),
        ...readBand(settings, key),
        references: written === undefined
            ? context.references
            : readReferences(written, context.attributes, `${key}/reference-group`),
        decide: settings.decide ?? 'interval',
        onInconclusive: inconclusiveIn(context.run, settings['on-inconclusive']),
        minGroupSize: settings['min-group-size'] ?? defaultMinGroupSize,
        alpha: settings.alpha ?? defaultAlpha,
        byDefault: false,
    };
    for (const reference of rule.references.values())
        assertBreakable(rule, reference, key);
    return rule;
}
function readBand({ ratio, difference }, key) {
    if (ratio && difference)
        throw (0,failure/* configError */.Fj)(`${key}: says both ratio and difference`, { fix: 'make two rules of it' });
    if (ratio)
        return { scale: 'ratio', accepted: ratio };
    if (difference)
        return { scale: 'difference', accepted: { min: -difference.max, max: difference.max } };
    throw (0,failure/* configError */.Fj)(`${key}: says neither ratio nor difference`, {
        fix: 'add for instance `ratio: {min: 0.8}`',
    });
}
/**
 * The side of the band that a group can leave: against the best group only worse is possible, so the other side says
 * nothing and must not make an interval look undecided.
 */
function bandAgainst({ metric, accepted }, reference) {
    if (reference.kind !== 'best')
        return accepted;
    const side = metric.better === 'higher' ? 'min' : 'max';
    const bound = accepted[side];
    return bound === undefined ? {} : { [side]: bound };
}
function assertBreakable(rule, reference, key) {
    const band = bandAgainst(rule, reference);
    if (band.min !== undefined || band.max !== undefined)
        return;
    const [best, side] = rule.metric.better === 'higher' ? ['highest', 'min'] : ['lowest', 'max'];
    throw (0,failure/* configError */.Fj)(`${key}: no group can break it: the best ${rule.metric.name} is the ${best}`, {
        fix: `add ${side} to the ratio, or name another reference-group`,
    });
}
const beforeMerge = ['pull_request', 'pull_request_target', 'merge_group'];
/** A laptop counts as before merge: nothing is released from there without a run of its own. */
function inconclusiveIn(run, written) {
    if (typeof written === 'string')
        return written;
    return run.kind === 'local' || beforeMerge.includes(run.event)
        ? (written?.['pull-request'] ?? 'warn')
        : (written?.release ?? 'fail');
}

;// CONCATENATED MODULE: ./build/fairness-gate/plan.js




const section = 'fairness-gate';
/** @throws Failure('config') on settings that leave open what is meant. */
function planOf(settings, run) {
    const attributes = required(settings.attributes, 'attributes');
    const references = readReferences(settings['reference-group'], attributes, `${section}/reference-group`);
    const favourable = readFavourable(settings.favourable);
    const context = { attributes, references, run };
    const rules = settings.rules?.map((rule, i) => readRule(rule, `${section}/rules/${i}`, context));
    const unnamed = rules?.findIndex(({ metric }) => metric.name === 'selection_rate') ?? -1;
    if (favourable === undefined && unnamed !== -1)
        throw (0,failure/* configError */.Fj)(`${section}/rules/${unnamed}: without a favourable outcome nobody is selected`, {
            fix: 'say who is: `favourable: {when: "score < 0.12", means: approved}`, or the value of the prediction',
        });
    return {
        predictions: required(settings.predictions, 'predictions'),
        label: readTest(required(settings.label, 'label'), `${section}/label`),
        prediction: readPrediction(settings, favourable),
        favourable: favourable ?? { kind: 'predicted', positive: true },
        favourableNamed: favourable !== undefined,
        ...meaningOf(settings.favourable),
        ...(settings.weight !== undefined && { weight: settings.weight }),
        attributes,
        references,
        missing: settings.missing ?? 'error',
        rules: rules ?? [defaultRule(context)],
    };
}
function required(value, name) {
    if (value !== undefined)
        return value;
    throw (0,failure/* configError */.Fj)(`${section}: ${name} is missing`, {
        fix: `write \`${name}:\` in the section or give --${name}`,
    });
}
function readTest(written, key) {
    return typeof written === 'string'
        ? { kind: 'binary', column: written, positive: true }
        : testOf(parseCondition(written.when, `${key}/when`));
}
/** `approved = true` asks for the column's meaning, not for the word: 1 is true as well. */
function testOf(condition) {
    const { column, operator, constant } = condition;
    return typeof constant === 'boolean'
        ? { kind: 'binary', column, positive: constant === (operator === '=') }
        : { kind: 'condition', condition };
}
function readFavourable(written) {
    if (written === undefined)
        return undefined;
    if (typeof written === 'object')
        return { kind: 'test', test: testOf(parseCondition(written.when, `${section}/favourable/when`)) };
    const word = String(written).toLowerCase();
    if (['1', '1.0', 'true'].includes(word))
        return { kind: 'predicted', positive: true };
    if (['0', '0.0', 'false'].includes(word))
        return { kind: 'predicted', positive: false };
    throw (0,failure/* configError */.Fj)(`${section}/favourable: ${JSON.stringify(written)} is no value of a prediction of 0/1 or true/false`, {
        fix: 'name the rows that have it: `favourable: {when: "decision = \'approved\'"}`',
    });
}
function meaningOf(favourable) {
    return typeof favourable === 'object' && favourable.means !== undefined ? { means: favourable.means } : {};
}
function readPrediction({ prediction, score, threshold }, favourable) {
    if (prediction !== undefined) {
        if (score === undefined && threshold === undefined)
            return readTest(prediction, `${section}/prediction`);
        throw (0,failure/* configError */.Fj)(`${section}: prediction and ${score === undefined ? 'threshold' : 'score'} are both given`, {
            fix: 'give either prediction, or score with threshold',
        });
    }
    if (score === undefined)
        throw (0,failure/* configError */.Fj)(`${section}: what the model predicted is missing`, {
            fix: 'give prediction, or score with threshold',
        });
    if (threshold !== undefined)
        return { kind: 'condition', condition: { column: score, operator: '>=', constant: threshold } };
    return cutOf(score, favourable);
}
/**
 * A favourable outcome that is a cut of the score also says where the model divides: scores rise with the chance of the
 * label, so those above the cut are predicted positive, whichever side is favourable.
 */
function cutOf(score, favourable) {
    const condition = favourable?.kind === 'test' && favourable.test.kind === 'condition'
        ? favourable.test.condition
        : undefined;
    const above = condition &&
        { '<': '>=', '>=': '>=', '<=': '>', '>': '>', '=': null, '!=': null }[condition.operator];
    if (condition?.column === score && above)
        return { kind: 'condition', condition: { ...condition, operator: above } };
    throw (0,failure/* configError */.Fj)(`${section}: score is given without threshold`, {
        fix: 'add threshold: a score at or above it predicts positive',
    });
}
/** For the report: `score >= 0.12`, `approved is 1 or true`. */
function describeTest(test) {
    if (test.kind === 'condition')
        return describeCondition(test.condition);
    return `${test.column} is ${test.positive ? '1 or true' : '0 or false'}`;
}
function describeFavourable({ favourable, prediction, means }) {
    const suffix = means === undefined ? '' : ` (${means})`;
    if (favourable.kind === 'test')
        return `${describeTest(favourable.test)}${suffix}`;
    return favourable.positive ? describeTest(prediction) : `not (${describeTest(prediction)})`;
}

;// CONCATENATED MODULE: ./build/fairness-gate/statistics/normal.js
const seriesLimit = 1;
/** Truncation error of the fraction is about exp(−2√2·x·√terms): below 1e-17 where it is used. */
const fractionTerms = 200;
/**
 * Complementary error function. Relative error below 1e-13 down to the smallest normal number.
 *
 * Abramowitz & Stegun, Handbook of Mathematical Functions, 7.1.6 (series) and 7.1.14 (continued fraction).
 */
function erfc(x) {
    if (x < 0)
        return 2 - erfc(-x);
    return x < seriesLimit ? 1 - erfBySeries(x) : erfcByFraction(x);
}
function erfBySeries(x) {
    let term = x;
    let sum = x;
    for (let n = 1; Math.abs(term) > (Number.EPSILON * Math.abs(sum)) / 8; n++) {
        term *= (2 * x * x) / (2 * n + 1);
        sum += term;
    }
    return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}
function erfcByFraction(x) {
    let tail = x;
    for (let k = fractionTerms; k > 0; k--)
        tail = x + k / 2 / tail;
    return expOfMinusSquare(x) / (Math.sqrt(Math.PI) * tail);
}
/** exp(−x²) without the rounding error of x², which exp would magnify: the head's square is exact. */
function expOfMinusSquare(x) {
    const head = Math.fround(x);
    return Math.exp(-head * head) * Math.exp(-(x - head) * (x + head));
}
/** Standard normal distribution function; accurate in the far lower tail too (for the upper one ask for `-x`). */
function normalCdf(x) {
    return erfc(-x / Math.SQRT2) / 2;
}
/**
 * Standard normal quantile for `p` in (0, 1): a rational start (Abramowitz & Stegun 26.2.23, error below 4.5e-4)
 * mended by Halley's method on `normalCdf`.
 *
 * @throws RangeError outside (0, 1).
 */
function normalQuantile(p) {
    if (!(p > 0 && p < 1))
        throw new RangeError(`probability outside (0, 1): ${p}`);
    if (p > 0.5)
        return -normalQuantile(1 - p);
    const t = Math.sqrt(-2 * Math.log(p));
    let x = (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
    for (let step = 0; step < 4; step++) {
        const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
        const error = (normalCdf(x) - p) / density;
        x -= error / (1 + (x * error) / 2);
    }
    return x;
}
/** How many standard errors a two-sided interval reaches when `alpha` is shared out among `comparisons` (Bonferroni). */
function criticalValue(alpha, comparisons = 1) {
    return -normalQuantile(alpha / 2 / Math.max(1, comparisons));
}

;// CONCATENATED MODULE: ./build/fairness-gate/figures.js








function figuresOf(plan, cells, partitions, rulings) {
    const all = cells.reduce((sum, { counts }) => (0,fairness_gate_counts/* mergeCounts */.Lq)(sum, counts), fairness_gate_counts/* noCounts */.Yi);
    const weighted = plan.weight !== undefined;
    const disparities = [
        ...judgedDisparities(rulings, weighted),
        ...shownDisparities(plan, partitions, rulings, weighted),
    ];
    return {
        rows: (0,fairness_gate_counts/* totalOf */.e6)(all).rows,
        weighted,
        definitions: {
            label: describeTest(plan.label),
            prediction: describeTest(plan.prediction),
            favourable: describeFavourable(plan),
        },
        missing: Object.fromEntries(partitions.map(({ attribute, missing }) => [attribute, missing])),
        overall: countFigures(all, weighted),
        groups: partitions.flatMap(({ groups }) => groups.map((group) => groupFigures(group, weighted))),
        disparities,
        worstRatio: worstRatioOf(disparities),
        inconclusive: disparities.filter(({ status }) => status === 'inconclusive').length,
    };
}
function groupFigures({ attribute, value, counts }, weighted) {
    return { attributes: { [attribute]: value }, ...countFigures(counts, weighted) };
}
function worstRatioOf(disparities) {
    const judged = disparities.flatMap(({ status, ratio }) => status === null || ratio === null ? [] : [ratio]);
    return judged.sort((a, b) => Math.abs(Math.log(b)) - Math.abs(Math.log(a)))[0] ?? null;
}
/** Quotients of whole counts are the same everywhere and stay exact; sums of weights are rounded (DESIGN §5). */
function settle(value, weighted) {
    if (!Number.isFinite(value))
        return null;
    return weighted ? (0,json/* round9 */.c)(value) : value;
}
function countFigures(counts, weighted) {
    const weightOf = (label, predicted) => settle((0,fairness_gate_counts/* sumOf */.XN)(counts, (cell) => cell.label === label && cell.predicted === predicted).weight, weighted) ??
        0;
    const rates = metrics/* metrics */.qd.map((metric) => [metric, (0,metrics/* rateOf */.MK)(metric, counts)]);
    const undefinedOnes = rates.filter(([, rate]) => rate === null);
    return {
        n: (0,fairness_gate_counts/* totalOf */.e6)(counts).rows,
        tp: weightOf(true, true),
        fp: weightOf(false, true),
        tn: weightOf(false, false),
        fn: weightOf(true, false),
        metrics: Object.fromEntries(rates.map(([{ name }, rate]) => [name, rate && settle(rate.value, weighted)])),
        ...(undefinedOnes.length > 0 && {
            undefined: Object.fromEntries(undefinedOnes.map(([{ name, whom }]) => [name, `there are no ${whom}`])),
        }),
        ...(weighted && { weight: (0,json/* round9 */.c)((0,fairness_gate_counts/* totalOf */.e6)(counts).weight) }),
    };
}
function judgedDisparities(rulings, weighted) {
    return rulings.flatMap(({ rule, judged }) => judged.map((j) => disparityOf(rule.metric, j, j.status, weighted)));
}
/** Every other metric of every group, so that a report shows more than what a rule happens to ask. */
function shownDisparities(plan, partitions, rulings, weighted) {
    const z = criticalValue(defaultAlpha);
    const scale = 'ratio';
    const isJudged = (metric, attribute) => rulings.some((ruling) => ruling.rule.metric === metric && ruling.attribute === attribute);
    return partitions.flatMap((partition) => metrics/* metrics */.qd
        .filter((metric) => !isJudged(metric, partition.attribute))
        .flatMap((metric) => {
        const reference = plan.references.get(partition.attribute) ?? { kind: 'best' };
        const design = designOf(metric, partition, reference, defaultMinGroupSize);
        if ('problem' in design)
            return [];
        return compareGroups(takeAsGiven(design), scale, z).map((c) => disparityOf(metric, c, null, weighted));
    }));
}
function disparityOf(metric, { group, reference, rate, referenceRate, estimate }, status, weighted) {
    const known = rate && referenceRate;
    return {
        metric: metric.name,
        group: group.name,
        reference,
        ratio: known && settle(rate.value / referenceRate.value, weighted),
        difference: known && settle(rate.value - referenceRate.value, weighted),
        interval: estimate && [finiteOrNull(estimate.low), finiteOrNull(estimate.high)],
        status,
    };
}

;// CONCATENATED MODULE: ./build/fairness-gate/groups.js



/** The group of those whose value is missing, under `missing: own-group`. */
const missingValue = '(missing)';
/**
 * @throws Failure('input') where values are missing and `missing` is `error`, where no value is left, or where a value is
 * itself called as the group of missing ones is.
 */
function partitionBy(attribute, cells, plan, file) {
    const counted = countByValue(plan.attributes.indexOf(attribute), cells);
    const unknown = counted.get(null) ?? fairness_gate_counts/* noCounts */.Yi;
    const missing = (0,fairness_gate_counts/* totalOf */.e6)(unknown).rows;
    assertKnown(attribute, missing, plan, file);
    const kept = new Map([...counted].flatMap(([value, counts]) => (value === null ? [] : [[value, counts]])));
    if (missing > 0 && plan.missing === 'own-group') {
        assertFree(attribute, kept, file);
        kept.set(missingValue, unknown);
    }
    const [first, ...rest] = [...kept]
        .map(([value, counts]) => groupOf(attribute, value, counts))
        .sort((a, b) => (0,order/* compareCodePoints */.O)(a.value, b.value));
    if (!first)
        throw (0,failure/* inputError */.Xu)(`${attribute} has no value in any row`, {
            place: { file },
            fix: 'check the join that adds it',
        });
    const everyone = [...kept.values()].reduce(fairness_gate_counts/* mergeCounts */.Lq, fairness_gate_counts/* noCounts */.Yi);
    return { attribute, groups: [first, ...rest], missing, everyone };
}
function countByValue(at, cells) {
    const merged = new Map();
    for (const { attributes, counts } of cells) {
        const value = attributes[at] ?? null;
        merged.set(value, (0,fairness_gate_counts/* mergeCounts */.Lq)(merged.get(value) ?? fairness_gate_counts/* noCounts */.Yi, counts));
    }
    return merged;
}
function assertFree(attribute, groups, file) {
    if (!groups.has(missingValue))
        return;
    throw (0,failure/* inputError */.Xu)(`${attribute} has the value ${missingValue}, as the group of missing values is called`, {
        place: { file },
        fix: 'leave the cell empty instead',
    });
}
function groupOf(attribute, value, counts) {
    return { attribute, value, name: `${attribute}=${value}`, counts, rows: (0,fairness_gate_counts/* totalOf */.e6)(counts).rows };
}
function assertKnown(attribute, missing, { missing: policy }, file) {
    if (missing === 0 || policy !== 'error')
        return;
    throw (0,failure/* inputError */.Xu)(`${attribute} is missing in ${missing} rows`, {
        place: { file },
        fix: 'fill it, or set `missing: own-group` (judge them as a group) or `missing: drop` (leave them out, counted)',
    });
}

;// CONCATENATED MODULE: ./build/fairness-gate/inputs.js

const key = (name) => `/fairness-gate/${name}`;
/** A column, or what must hold: the config's two forms from one text. */
const columnOrComparison = (raw) => typeof raw === 'string' && looksLikeCondition(raw) ? { when: raw } : raw;
const splitAtCommas = (raw) => [raw]
    .flat()
    .flatMap((text) => String(text).split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '');
const inputs = [
    {
        name: 'predictions',
        kind: 'text',
        value: 'FILE',
        key: key('predictions'),
        description: 'Predictions to judge: CSV, TSV, JSON lines or Parquet, one row per person.',
    },
    {
        name: 'label',
        kind: 'text',
        value: 'COL',
        key: key('label'),
        description: "What truly happened: a column of 0/1 or true/false, or a comparison such as `outcome = 'repaid'`.",
        shape: columnOrComparison,
    },
    {
        name: 'prediction',
        kind: 'text',
        value: 'COL',
        key: key('prediction'),
        description: "What the model predicted: a column of 0/1 or true/false, or a comparison such as `risk != 'Low'`.",
        shape: columnOrComparison,
    },
    {
        name: 'score',
        kind: 'text',
        value: 'COL',
        key: key('score'),
        description: 'Column of scores, with `threshold`, in place of `prediction`.',
    },
    {
        name: 'threshold',
        kind: 'number',
        value: 'N',
        key: key('threshold'),
        description: 'A score at or above it predicts positive.',
    },
    {
        name: 'attributes',
        kind: 'list',
        value: 'A,B',
        key: key('attributes'),
        description: 'Columns of protected attributes; each is judged on its own.',
        shape: splitAtCommas,
    },
    {
        name: 'favourable',
        kind: 'text',
        value: 'VALUE',
        key: key('favourable'),
        description: 'The outcome people want: 1 or 0 of the prediction, or a comparison such as `score < 0.12`. Taken to be 1 (with a warning) where no rule is written either.',
        shape: columnOrComparison,
    },
    {
        name: 'model',
        kind: 'text',
        value: 'PATH',
        key: '/model',
        description: 'The model (file or folder) that made the predictions; the evidence names it by digest.',
    },
    {
        name: 'weight',
        kind: 'text',
        value: 'COL',
        key: key('weight'),
        description: 'Column of row weights, none below 0.',
    },
    {
        name: 'reference-group',
        kind: 'list',
        value: 'ATTR=VALUE|best|majority',
        key: key('reference-group'),
        description: 'What groups are compared with; `best` unless given.',
    },
];

;// CONCATENATED MODULE: ./build/fairness-gate/judging.js





/** Judges every attribute under one rule: all its comparisons share the rule's alpha. */
function applyRule(rule, index, partitions) {
    const designs = partitions.map((partition) => {
        const reference = rule.references.get(partition.attribute) ?? { kind: 'best' };
        const design = designOf(rule.metric, partition, reference, rule.minGroupSize);
        return { attribute: partition.attribute, band: bandAgainst(rule, reference), design };
    });
    const family = designs.reduce((sum, { design }) => sum + ('problem' in design ? 0 : design.family), 0);
    const z = criticalValue(rule.alpha, family);
    return designs.map(({ attribute, band, design }) => ({
        rule,
        index,
        attribute,
        band,
        family,
        design,
        judged: 'problem' in design
            ? []
            : compareGroups(design, rule.scale, z).map((comparison) => judge(comparison, rule, band, design)),
    }));
}
function judge(comparison, rule, band, design) {
    const { estimate } = comparison;
    if (estimate === null)
        return { ...comparison, status: 'inconclusive', reason: undefinedRate(comparison, rule.metric) };
    const small = tooSmall([comparison.group, ...(design.against ? [design.against] : [])], rule.minGroupSize);
    if (small)
        return { ...comparison, status: 'inconclusive', reason: small };
    const status = rule.decide === 'point' ? decideByPoint(estimate.point, band) : decideByInterval(estimate, band);
    if (status !== 'inconclusive')
        return { ...comparison, status };
    const rows = comparison.group.rows + (design.against?.rows ?? 0);
    return {
        ...comparison,
        status,
        reason: rowsThatSettle(rows * timesToSettle(rule.scale, estimate, band), rows),
    };
}
function tooSmall(groups, least) {
    const small = groups.find(({ rows }) => rows < least);
    return small && `${small.name} has ${small.rows} rows, and fewer than ${least} are not judged`;
}

// EXTERNAL MODULE: ./build/engine/engine.js
var engine = __webpack_require__(6737);
;// CONCATENATED MODULE: ./build/fairness-gate/row-state.js
/** What a cell says, as the engine answers: 0 and 1 are the two answers, the others are why there is none. */
const states = { no: 0, yes: 1, missing: 2, unreadable: 3, negative: 4 };
/** Text of a column: whatever the file's type, as a CSV file would have it. NULL where empty. */
function printText(column, { columns }) {
    const at = columns.get(column);
    if (at === undefined)
        throw new RangeError(`column ${column} was not asked for`);
    return `nullif(CAST(c${at} AS VARCHAR), '')`;
}
function printState(test, statement) {
    return test.kind === 'binary'
        ? printBinary(printText(test.column, statement), test.positive)
        : printCondition(test, statement);
}
function printBinary(text, positive) {
    const [yes, no] = positive ? [states.yes, states.no] : [states.no, states.yes];
    return `CASE WHEN ${text} IS NULL THEN ${states.missing} WHEN lower(trim(${text})) IN ('1', '1.0', 'true') THEN ${yes} WHEN lower(trim(${text})) IN ('0', '0.0', 'false') THEN ${no} ELSE ${states.unreadable} END`;
}
function printCondition({ condition }, statement) {
    const { column, operator, constant } = condition;
    const text = printText(column, statement);
    const parameter = `$${statement.values.push(constant)}`;
    const numeric = typeof constant === 'number';
    const value = numeric ? printNumber(text) : text;
    const unreadable = numeric ? ` WHEN ${value} IS NULL THEN ${states.unreadable}` : '';
    return `CASE WHEN ${text} IS NULL THEN ${states.missing}${unreadable} WHEN ${value} ${operator} ${parameter} THEN ${states.yes} ELSE ${states.no} END`;
}
/** A finite number, else NULL: no comparison holds for NaN, and an infinite score is a fault upstream. */
function printNumber(text) {
    return `CASE WHEN isfinite(TRY_CAST(${text} AS DOUBLE)) THEN TRY_CAST(${text} AS DOUBLE) END`;
}
function printWeightState(column, statement) {
    const text = printText(column, statement);
    const value = printNumber(text);
    return `CASE WHEN ${text} IS NULL THEN ${states.missing} WHEN ${value} IS NULL THEN ${states.unreadable} WHEN ${value} < 0 THEN ${states.negative} ELSE ${states.yes} END`;
}

;// CONCATENATED MODULE: ./build/fairness-gate/joint.js


/** Values of one attribute; beyond it, the column is hardly one of groups. */
const mostValues = 200;
const longestValue = 200;
/** Combinations held in memory at once. */
const mostCells = 200_000;
/** The columns of a plan that must be read, each once. */
function columnsOf(plan) {
    const tests = [
        plan.label,
        plan.prediction,
        ...(plan.favourable.kind === 'test' ? [plan.favourable.test] : []),
    ];
    const tested = tests.map((test) => (test.kind === 'binary' ? test.column : test.condition.column));
    return [...new Set([...tested, ...plan.attributes, ...(plan.weight === undefined ? [] : [plan.weight])])];
}
/** SQL of the state of every part of a row; `favourable` only where it is not the prediction itself. */
function printStates(plan, statement) {
    return new Map([
        ['label', printState(plan.label, statement)],
        ['prediction', printState(plan.prediction, statement)],
        ...(plan.favourable.kind === 'test'
            ? [['favourable', printState(plan.favourable.test, statement)]]
            : []),
        ...(plan.weight === undefined ? [] : [['weight', printWeightState(plan.weight, statement)]]),
    ]);
}
/** One scan, grouped by all attributes at once: margins follow from it, and so would any intersection. */
function printJoint(plan, source) {
    const statement = { columns: source.columns, values: [] };
    const parts = [...printStates(plan, statement)];
    const attributes = plan.attributes.map((attribute, i) => `left(${printText(attribute, statement)}, ${longestValue + 1}) AS a${i}`);
    const weight = plan.weight === undefined ? [] : [`${printNumber(printText(plan.weight, statement))} AS w`];
    // Kahan's sum, because the order of rows must not show.
    const sums = plan.weight === undefined ? '' : ', fsum(w) AS weights, fsum(w * w) AS squares';
    const keys = [...parts.map(([part]) => part), ...plan.attributes.map((_, i) => `a${i}`)].join(', ');
    const row = [...parts.map(([part, sql]) => `${sql} AS ${part}`), ...attributes, ...weight].join(', ');
    return {
        sql: `SELECT ${keys}, count(*) AS rows${sums} FROM (SELECT ${row} FROM ${source.sql}) GROUP BY ${keys} LIMIT ${mostCells + 1}`,
        values: statement.values,
    };
}
/** How many rows have no answer for a part. */
function unanswered(rows, part) {
    return rows.reduce((sum, row) => sum + (Number(row[part] ?? 0) > states.yes ? Number(row.rows) : 0), 0);
}
/** Rows that all answered. */
function jointCells(rows, plan) {
    return rows.map((row) => {
        const predicted = row.prediction === states.yes;
        const favourable = plan.favourable.kind === 'test'
            ? row.favourable === states.yes
            : predicted === plan.favourable.positive;
        return {
            attributes: plan.attributes.map((_, i) => textOrNull(row[`a${i}`])),
            counts: (0,fairness_gate_counts/* countsOf */.mQ)({ label: row.label === states.yes, predicted, favourable }, tallyOf(row)),
        };
    });
}
function tallyOf(row) {
    const rows = Number(row.rows);
    if (row.weights === undefined)
        return { rows, weight: rows, squares: rows };
    return { rows, weight: Number(row.weights), squares: Number(row.squares) };
}
function textOrNull(value) {
    return typeof value === 'string' ? value : null;
}

;// CONCATENATED MODULE: ./build/fairness-gate/refusals.js



const expected = {
    label: 'label',
    prediction: 'prediction or score',
    favourable: 'column that names the favourable outcome',
    weight: 'weight',
};
/** @throws Failure('input') where a row has no answer; a second scan, made only then, says which is the first. */
async function assertAnswered(rows, plan, file, inOrder) {
    const parts = ['label', 'prediction', 'favourable', 'weight'].filter((part) => unanswered(rows, part) > 0);
    if (parts.length === 0)
        return;
    const first = await inOrder((session, source) => firstUnanswered(session, source, plan));
    throw new failure/* Failure */.HR('input', parts.map((part) => {
        const at = first.get(part);
        return {
            message: `${unanswered(rows, part)} rows have a ${expected[part]} that is ${describeState(at?.state)}`,
            fix: fixes[part],
            place: { file, ...(at && { row: at.row }) },
        };
    }));
}
const fixes = {
    label: 'write 0/1 or true/false, or name the positive ones: `label: {when: "outcome = \'repaid\'"}`',
    prediction: 'write 0/1, true/false or a finite score, or name the positive ones: `prediction: {when: "risk != \'Low\'"}`',
    favourable: 'fill the column that `favourable` compares, in every row',
    weight: 'write a finite number, 0 or more, in every row',
};
function describeState(state) {
    if (state === states.missing)
        return 'missing';
    return state === states.negative ? 'below 0' : 'not what is expected';
}
async function firstUnanswered(session, source, plan) {
    const statement = { columns: source.columns, values: [] };
    const parts = [...printStates(plan, statement)];
    const figures = parts.map(([part]) => `min(nr) FILTER (WHERE ${part} > ${states.yes}) AS ${part}_row, arg_min(${part}, nr) FILTER (WHERE ${part} > ${states.yes}) AS ${part}_state`);
    const [row = {}] = await session.rows(`SELECT ${figures.join(', ')} FROM (SELECT row_number() OVER () AS nr, ${parts.map(([part, sql]) => `${sql} AS ${part}`).join(', ')} FROM ${source.sql})`, statement.values);
    return new Map(parts.flatMap(([part]) => row[`${part}_row`] == null
        ? []
        : [[part, { row: Number(row[`${part}_row`]), state: Number(row[`${part}_state`]) }]]));
}
/** @throws Failure('input') on an attribute that is hardly one of groups. */
async function assertFewGroups(rows, plan, source, session) {
    const numbers = rows.length > mostCells ? await countValues(plan, source, session) : distinctValues(rows, plan);
    const place = { file: source.shown };
    plan.attributes.forEach((attribute, i) => {
        if ((numbers[i] ?? 0) > mostValues)
            throw (0,failure/* inputError */.Xu)(`the attribute ${attribute} has ${numbers[i]} values; more than ${mostValues} are no groups`, {
                place,
                fix: 'name a column of groups, or bin it before (age_group for age)',
            });
        if (rows.some((row) => String(row[`a${i}`] ?? '').length > longestValue))
            throw (0,failure/* inputError */.Xu)(`the attribute ${attribute} has a value longer than ${longestValue} characters`, {
                place,
                fix: 'name a column of groups',
            });
    });
    if (rows.length > mostCells)
        throw (0,failure/* inputError */.Xu)(`the attributes together have more than ${mostCells} combinations`, {
            place,
            fix: 'judge fewer attributes at once',
        });
}
function distinctValues(rows, plan) {
    return plan.attributes.map((_, i) => new Set(rows.map((row) => row[`a${i}`] ?? null)).size);
}
async function countValues(plan, source, session) {
    const statement = { columns: source.columns, values: [] };
    const counts = plan.attributes.map((attribute, i) => `count(DISTINCT ${printText(attribute, statement)}) AS n${i}`);
    const [row = {}] = await session.rows(`SELECT ${counts.join(', ')} FROM ${source.sql}`);
    return plan.attributes.map((_, i) => Number(row[`n${i}`]));
}
/** @throws Failure('input') on weights that add up to nothing, or to more than a number holds. */
function assertWeighty(cells, file) {
    const finite = cells.every(({ counts }) => counts.every((tally) => Number.isFinite(tally.squares)));
    const some = cells.some(({ counts }) => counts.some((tally) => tally.weight > 0));
    if (finite && some)
        return cells;
    throw (0,failure/* inputError */.Xu)(`the weights ${finite ? 'are all 0' : 'are too large to add up'}`, {
        place: { file },
        fix: 'check the column of weights',
    });
}

;// CONCATENATED MODULE: ./build/fairness-gate/csv-header.js
/**
 * The cells of the first record of a CSV text: RFC 4180, with any one-character delimiter and a byte order mark skipped. Null
 * where the text ends inside the record.
 */
function readCsvHeader(text, delimiter) {
    const names = [];
    let at = text.startsWith('\uFEFF') ? 1 : 0;
    for (;;) {
        const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at, delimiter);
        if (cell === null)
            return null;
        names.push(cell.value);
        if (text[cell.end] !== delimiter)
            return names;
        at = cell.end + 1;
    }
}
function plainCell(text, start, delimiter) {
    let end = start;
    while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r')
        end++;
    return end === text.length ? null : { value: text.slice(start, end), end };
}
function quotedCell(text, start) {
    let value = '';
    for (let at = start + 1;;) {
        const quote = text.indexOf('"', at);
        if (quote === -1 || quote + 1 >= text.length)
            return null;
        value += text.slice(at, quote);
        if (text[quote + 1] !== '"')
            return { value, end: quote + 1 };
        value += '"';
        at = quote + 2;
    }
}

;// CONCATENATED MODULE: ./build/fairness-gate/source.js



/** The header of a CSV file must end within this. */
const headerBytes = 1024 * 1024;
const readers = {
    '.csv': readCsv,
    '.tsv': readCsv,
    '.jsonl': readJsonLines,
    '.ndjson': readJsonLines,
    '.parquet': readParquet,
};
/**
 * @param wanted the columns that will be read.
 * @throws Failure('config') on a column that is not there, or twice; Failure('input') on a file that is not what its name says.
 */
async function openSource(path, wanted, { files }, { session, parallel }) {
    const shown = files.display(path);
    const format = Object.entries(readers).find(([ending]) => path.toLowerCase().endsWith(ending));
    if (!format)
        throw (0,failure/* configError */.Fj)('predictions are in no format that is known by its ending', {
            place: { file: shown },
            fix: `save them as ${Object.keys(readers).join(', ')}`,
        });
    const head = await readHead(path, files);
    if (head.byteLength === 0)
        throw (0,failure/* inputError */.Xu)('the file of predictions is empty', {
            place: { file: shown },
            fix: 'check the step that writes it',
        });
    return format[1]({ file: files.resolve(path), shown, head, session, wanted, parallel });
}
async function readHead(path, files) {
    const opened = await files.open(path);
    try {
        return opened.read(0, Math.min(opened.size, headerBytes));
    }
    finally {
        opened.close();
    }
}
async function readCsv({ file, shown, head, wanted, parallel }) {
    if (head.includes(0))
        throw (0,failure/* inputError */.Xu)('holds NUL bytes, so it is not a CSV file in UTF-8', {
            place: { file: shown },
            fix: 'save it as CSV in UTF-8',
        });
    const delimiter = file.toLowerCase().endsWith('.tsv') ? '\t' : ',';
    const text = new TextDecoder().decode(head);
    const names = readCsvHeader(text.includes('\n') ? text : `${text}\n`, delimiter);
    if (!names)
        throw (0,failure/* inputError */.Xu)('the header line does not end', {
            place: { file: shown, line: 1 },
            fix: 'check the quotes in it',
        });
    return {
        file,
        shown,
        sql: `read_csv(${(0,engine/* sqlFile */.bl)(file)}, ${csvOptions(names.length, delimiter, parallel).join(', ')})`,
        columns: locate(names, wanted, shown),
    };
}
/** All that can be said is said, so that nothing is guessed. */
function csvOptions(columns, delimiter, parallel) {
    const types = Array.from({ length: columns }, (_, i) => `c${i}: 'VARCHAR'`);
    // But for the line end: told that it is `\r\n`, DuckDB 1.5.5 reads no row at all, and says nothing.
    return [
        'auto_detect = false',
        `parallel = ${parallel}`,
        'header = true',
        `delim = ${(0,engine/* sqlString */.Qw)(delimiter)}`,
        `quote = '"'`,
        `escape = '"'`,
        "comment = ''",
        "nullstr = ''",
        'strict_mode = true',
        'null_padding = false',
        `columns = {${types.join(', ')}}`,
    ];
}
/** Lines as text, and from each the wanted keys alone: exact in the names' case, and no type is guessed. */
async function readJsonLines({ file, shown, wanted }) {
    const pointers = wanted.map((name) => (0,engine/* sqlString */.Qw)(`/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`));
    const lines = `read_csv(${(0,engine/* sqlFile */.bl)(file)}, auto_detect = false, header = false, delim = '', quote = '', escape = '', comment = '', nullstr = '', columns = {line: 'VARCHAR'})`;
    const cells = wanted.map((_, i) => `cells[${i + 1}] AS c${i}`).join(', ');
    return {
        file,
        shown,
        sql: `(SELECT ${cells} FROM (SELECT json_extract_string(line, [${pointers.join(', ')}]) AS cells FROM ${lines} WHERE line IS NOT NULL))`,
        columns: new Map(wanted.map((name, i) => [name, i])),
    };
}
async function readParquet({ file, shown, session, wanted }) {
    const nodes = await session.rows(`SELECT name, num_children FROM parquet_schema(${(0,engine/* sqlFile */.bl)(file)})`);
    const names = topLevel(nodes.map((node) => ({ name: String(node.name), children: Number(node.num_children ?? 0) })));
    const aliases = names.map((_, i) => `c${i}`).join(', ');
    return {
        file,
        shown,
        sql: `(SELECT ${aliases} FROM read_parquet(${(0,engine/* sqlFile */.bl)(file)}, hive_partitioning = false) t(${aliases}))`,
        columns: locate(names, wanted, shown),
    };
}
/** The schema is a tree written root first, each node before its children (Apache Parquet format, SchemaElement). */
function topLevel(nodes) {
    const names = [];
    let inside = 0;
    for (const { name, children } of nodes.slice(1)) {
        if (inside === 0)
            names.push(name);
        else
            inside--;
        inside += children;
    }
    return names;
}
function locate(names, wanted, shown) {
    return new Map(wanted.map((name) => {
        const at = names.indexOf(name);
        if (at === -1)
            throw noColumn(name, names, shown);
        if (at !== names.lastIndexOf(name))
            throw (0,failure/* inputError */.Xu)(`the column ${JSON.stringify(name)} comes twice`, {
                place: { file: shown, line: 1 },
                fix: 'rename one of them: which one is meant cannot be told',
            });
        return [name, at];
    }));
}
const namesListed = 20;
function noColumn(name, names, shown) {
    const listed = names.slice(0, namesListed).map((n) => JSON.stringify(n.slice(0, 60)));
    const more = names.length > namesListed ? ` and ${names.length - namesListed} more` : '';
    return (0,failure/* configError */.Fj)(`there is no column ${JSON.stringify(name)}`, {
        place: { file: shown },
        fix: `name one of ${listed.join(', ')}${more}`,
    });
}

;// CONCATENATED MODULE: ./build/fairness-gate/reading.js





/**
 * Counts the rows of the predictions by what they say and whom they are about; nothing of a row is kept.
 *
 * @throws Failure('config' | 'input' | 'outside') when a row cannot be understood: then nothing is judged.
 */
async function countRows(plan, ports) {
    try {
        return await countBy(plan, ports, true);
    }
    catch (error) {
        if (!(error instanceof engine/* EngineError */.NJ))
            throw error;
        if (!error.message.includes('Parallel CSV Reader'))
            throw explain(error, plan, ports);
    }
    try {
        return await countBy(plan, ports, false);
    }
    catch (error) {
        throw error instanceof engine/* EngineError */.NJ ? explain(error, plan, ports) : error;
    }
}
async function countBy(plan, ports, parallel) {
    return withSource(plan, ports, { parallel, ordered: false }, async (session, source) => {
        const { sql, values } = printJoint(plan, source);
        const rows = await session.rows(sql, values);
        if (rows.length === 0)
            throw (0,failure/* inputError */.Xu)('there is no row to judge', {
                place: { file: source.shown },
                fix: 'check the step that writes the predictions',
            });
        await assertAnswered(rows, plan, source.shown, (use) => withSource(plan, ports, { parallel: false, ordered: true }, use));
        await assertFewGroups(rows, plan, source, session);
        return assertWeighty(jointCells(rows, plan), source.shown);
    });
}
async function withSource(plan, ports, { parallel, ordered }, use) {
    const engine = await ports.engine();
    const session = await engine.open([ports.files.resolve(plan.predictions)], { ordered });
    try {
        return await use(session, await openSource(plan.predictions, columnsOf(plan), ports, { session, parallel }));
    }
    finally {
        await session.close();
    }
}
function explain(error, plan, { files }) {
    const place = { file: files.display(plan.predictions) };
    switch (error.kind) {
        case 'resources':
            return (0,failure/* outsideError */.ul)(`memory or disk ran out while reading: ${error.message}`, {
                place,
                fix: 'free disk space, or take a larger machine',
            }, error);
        case 'data':
            return (0,failure/* inputError */.Xu)(`cannot be read: ${error.message}`, {
                place,
                fix: 'check that it is whole, and of the format that its ending says',
            }, error);
        case 'statement':
            return error;
    }
}

;// CONCATENATED MODULE: ./build/fairness-gate/report.js

const headlines = [
    {
        name: 'worst-ratio',
        label: 'Worst ratio',
        description: 'The judged ratio that is furthest from 1; empty where undefined',
    },
    { name: 'groups', label: 'Groups', description: 'Number of groups over all attributes' },
    { name: 'rows', label: 'Rows', description: 'Rows judged' },
    { name: 'inconclusive', label: 'Inconclusive', description: 'Comparisons that the data could not settle' },
];
function headlineFigures(result) {
    const { worstRatio = null, groups = [], rows = null, inconclusive = null } = figuresIn(result);
    return { 'worst-ratio': worstRatio, groups: groups.length, rows, inconclusive };
}
/** The gate wrote them; absent where it did not come to judge. */
function figuresIn(result) {
    return result.metrics;
}
function reportSections(result) {
    const figures = figuresIn(result);
    return [
        ...result.checks.flatMap((check) => intervalSection(check) ?? []),
        ...(figures.groups ? [groupTable(figures.groups)] : []),
        ...(figures.definitions ? [definitionNote(figures.definitions, result)] : []),
    ];
}
function intervalSection({ title, facts, threshold }) {
    const { metric, scale, reference, comparisons, alpha, decide, byDefault } = facts;
    if (!isGroupFacts(facts.groups) || facts.groups.length === 0)
        return undefined;
    const ratio = scale === 'ratio';
    const level = 100 * (1 - (Number(alpha) || defaultAlpha));
    const decision = decide === 'point' ? 'Decided by the observed value alone; the' : 'Decided by the interval; the';
    return {
        kind: 'intervals',
        title,
        note: `${byDefault === true ? 'No rule was written: this is the default. ' : ''}${decision} ${comparisons} intervals of the rule hold together with ${Number(level.toPrecision(4))} % confidence (Bonferroni).`,
        axis: `${metric} ${scale} to ${reference}`,
        scale: ratio ? 'log' : 'linear',
        reference: ratio ? 1 : 0,
        ...acceptedOf(threshold, String(scale)),
        rows: facts.groups.map(({ group, value, low, high, status, rows, people }) => ({
            label: group,
            value,
            low,
            high,
            status,
            detail: `${rows} rows${people === null ? '' : `, ${people}`}`,
        })),
    };
}
function isGroupFacts(groups) {
    return Array.isArray(groups);
}
function acceptedOf(threshold, scale) {
    const band = threshold?.[scale];
    return band ? { accepted: band } : {};
}
const rates = [
    ['selection_rate', 'selected'],
    ['true_positive_rate', 'TPR'],
    ['false_positive_rate', 'FPR'],
    ['false_negative_rate', 'FNR'],
    ['precision', 'precision'],
    ['accuracy', 'accuracy'],
    ['base_rate', 'base rate'],
];
function groupTable(groups) {
    const numeric = (label) => ({ label, numeric: true });
    return {
        kind: 'table',
        title: 'Groups',
        note: 'Counts compare prediction and label; TPR, FPR and FNR are rates of true positives, false positives and false negatives.',
        columns: [
            { label: 'group' },
            ...['rows', 'TP', 'FP', 'TN', 'FN'].map(numeric),
            ...rates.map(([, label]) => numeric(label)),
        ],
        rows: groups.map(({ attributes, n, tp, fp, tn, fn, metrics }) => [
            Object.entries(attributes)
                .map(([name, value]) => `${name}=${value}`)
                .join(', '),
            ...[n, tp, fp, tn, fn],
            ...rates.map(([name]) => metrics[name] ?? null),
        ]),
    };
}
function definitionNote({ label, prediction, favourable }, { metrics }) {
    const missing = Object.entries(metrics.missing ?? {}).filter(([, count]) => count > 0);
    return {
        kind: 'note',
        title: 'What the words mean',
        text: [
            `Positive label: ${label}. Positive prediction: ${prediction}. Selected (the favourable outcome): ${favourable}.`,
            ...missing.map(([attribute, count]) => `${attribute} was missing in ${count} rows.`),
            'A comparison passes when its whole interval is accepted, fails when none of it is, and is inconclusive otherwise: then there are too few rows to tell.',
            'Intervals: Katz for ratios (Koopman where a count is 0), Newcombe for differences. Against the best group the interval also covers that another group may truly be the best.',
            'The four-fifths ratio is a screening rule of US employment guidelines (29 CFR 1607.4(D)); elsewhere it is your own policy. A rate over nobody is undefined, not 0.',
        ].join(' '),
    };
}

// EXTERNAL MODULE: ./build/fairness-gate/settings.js
var settings = __webpack_require__(1491);
// EXTERNAL MODULE: ./build/digest/digest.js
var digest = __webpack_require__(2721);
;// CONCATENATED MODULE: ./build/fairness-gate/subjects.js


/**
 * Hashes the predictions, hands them to `use`, and makes sure that what was read is what was hashed.
 *
 * @throws Failure('input') when the file is not there, or changed meanwhile.
 */
async function withPredictions(path, { files, hasher }, use) {
    const name = files.display(path);
    const before = await stampOf(path, files);
    const { sha256 } = await hasher.file(files.resolve(path));
    const used = await use();
    if ((await stampOf(path, files)) !== before)
        throw (0,failure/* inputError */.Xu)('changed while it was being judged', {
            place: { file: name },
            fix: 'run the gate after the step that writes it has ended',
        });
    return { subject: { name, kind: 'file', role: 'predictions', digest: { sha256 }, grade: 'bytes' }, used };
}
async function stampOf(path, files) {
    const opened = await files.open(path);
    opened.close();
    return opened.stamp;
}
/** The model that made the predictions, where the pipeline names one. */
async function modelSubjects(model, ports) {
    return model === undefined ? [] : [(await (0,digest/* modelOf */.D)(ports, model)).subject];
}

;// CONCATENATED MODULE: ./build/fairness-gate/gate.js










const fairnessGate = {
    name: 'fairness-gate',
    summary: 'Judges whether a model treats groups of people alike, and says when the data cannot tell.',
    settings: settings/* settingsSchema */.d,
    inputs: inputs,
    needsSection: true,
    headlines: headlines,
    judge: gate_judge,
    figures: headlineFigures,
    report: reportSections,
};
async function gate_judge({ settings, pipeline, ports }) {
    const plan = planOf(settings, ports.run);
    const { subject, used } = await withPredictions(plan.predictions, ports, () => countRows(plan, ports));
    return {
        ...judgeCells(plan, used, subject.name),
        subjects: [subject, ...(await modelSubjects(pipeline.model, ports))],
        materials: [],
    };
}
/** Judges joint counts, wherever they come from. */
function judgeCells(plan, cells, file) {
    const partitions = plan.attributes.map((attribute) => partitionBy(attribute, cells, plan, file));
    const rulings = plan.rules.flatMap((rule, index) => applyRule(rule, index, partitions));
    return {
        checks: [
            ...rulings.map((ruling) => ruleCheck(ruling, plan, file)),
            ...favourableCheck(plan),
            ...missingCheck(partitions, plan, file),
        ],
        metrics: figuresOf(plan, cells, partitions, rulings),
    };
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


/***/ })

};
