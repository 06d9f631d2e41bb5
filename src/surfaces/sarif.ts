import { limits } from '../gate/limits.js';
import { compareCodePoints } from '../gate/order.js';
import { inertSarif } from './inert.js';
import { allFindings, type Report } from './report.js';
import { openResult, resultOf, type SarifResult } from './sarif-result.js';
import { plural } from './words.js';

/** Names the analysis on GitHub, so that gates and matrix legs do not replace each other's alerts. */
function categoryOf({ result: { gate, pipeline, instance } }: Report): string {
  return ['sluice', pipeline, gate, ...(instance === '' ? [] : [instance])].map(inertSarif).join('/');
}

/** SARIF 2.1.0 (OASIS, errata 01): one run; worst findings first, the mildest dropped beyond GitHub's limit. */
export function renderSarif(report: Report): string {
  const rules = rulesOf(report);
  const ruleIndex = new Map(rules.map(({ id }, i) => [id, i]));
  const all = [
    ...allFindings(report.result).map((located) => resultOf(located, report.result)),
    ...report.result.checks
      .filter((c) => c.status === 'inconclusive')
      .map((c) => openResult(c, report.result)),
  ];
  const results = all.slice(0, limits.sarifResults);
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: driverOf(report, rules) },
        automationDetails: { id: `${categoryOf(report)}/` },
        columnKind: 'unicodeCodePoints',
        invocations: [invocationOf(report, all.length - results.length)],
        results: results.map((r): SarifResult => ({ ...r, ruleIndex: ruleIndex.get(r.ruleId) ?? -1 })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

interface Rule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
}

/** One rule per check id; several checks of one id (a rule on many columns) share it. */
function rulesOf({ result }: Report): readonly Rule[] {
  const titles = new Map<string, Set<string>>();
  for (const { id, title } of result.checks) titles.set(id, (titles.get(id) ?? new Set()).add(title));
  return [...titles]
    .sort(([a], [b]) => compareCodePoints(a, b))
    .map(([id, [first = id, ...others]]) => ({
      id: inertSarif(id),
      shortDescription: { text: inertSarif(others.length === 0 ? first : id) },
    }));
}

function driverOf({ toolVersion }: Report, rules: readonly Rule[]) {
  return {
    name: 'Sluice',
    version: inertSarif(toolVersion),
    informationUri: 'https://github.com/sluice-ml/sluice',
    rules,
  };
}

function invocationOf({ result }: Report, dropped: number) {
  const unjudged = result.checks.filter((c) => c.status === 'error');
  return {
    executionSuccessful: result.verdict !== 'error',
    endTimeUtc: result.judgedAt,
    toolExecutionNotifications: [
      ...unjudged.map(({ id, title, reason }) => ({
        level: 'error',
        associatedRule: { id: inertSarif(id) },
        message: { text: inertSarif(reason === undefined ? title : `${title}: ${reason}`) },
      })),
      ...(dropped === 0 ? [] : [droppedNotification(dropped)]),
    ],
  };
}

function droppedNotification(dropped: number) {
  const text = `${plural(dropped, 'finding')} of the lowest severity left out: a run may hold ${limits.sarifResults}.`;
  return { level: 'warning', message: { text } };
}
