import type { Check } from '../gate/check.js';
import type { Finding } from '../gate/finding.js';
import type { GateResult } from '../gate/result.js';
import { inertSarif, inertUri } from './inert.js';
import type { LocatedFinding } from './report.js';
import { comparison, describeWaiver } from './words.js';

export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex?: number;
  readonly level: 'error' | 'warning' | 'note' | 'none';
  readonly kind: 'fail' | 'open';
  readonly message: { readonly text: string };
  readonly locations: readonly object[];
  readonly partialFingerprints?: Readonly<Record<string, string>>;
  readonly suppressions?: readonly object[];
  readonly properties?: Readonly<Record<string, string | number>>;
}

export function resultOf({ check, finding }: LocatedFinding, result: GateResult): SarifResult {
  const { severity, message, fix, row, sample, fingerprint } = finding;
  const where = row === undefined ? '' : ` (row ${row})`;
  return {
    ruleId: inertSarif(check.id),
    level: severity,
    kind: 'fail',
    message: { text: inertSarif(`${message}${where}${fix === undefined ? '' : ` — ${fix}`}`) },
    locations: [locationOf(finding, result)],
    partialFingerprints: { 'sluice/v1': fingerprint },
    // Once any result of a run has suppressions, all must have them (§3.27.23): none is an empty list.
    suppressions: suppressionsOf(finding, result),
    ...((row !== undefined || sample !== undefined) && {
      properties: {
        ...(row !== undefined && { row }),
        ...(sample !== undefined && { sample: inertSarif(sample) }),
      },
    }),
  };
}

/** A check that came to no answer is an open question, not a fault (§3.27.9). */
export function openResult(check: Check, result: GateResult): SarifResult {
  const text = [check.title, comparison(check), check.reason].filter((part) => part !== undefined).join(': ');
  return {
    ruleId: inertSarif(check.id),
    level: 'none',
    kind: 'open',
    message: { text: inertSarif(text) },
    locations: [locationOf({}, result)],
    suppressions: [],
  };
}

/** GitHub refuses a result without a place: what has none is shown at the config that asks for it. */
function locationOf(
  { file, line, column, row }: Pick<Finding, 'file' | 'line' | 'column' | 'row'>,
  { settings }: GateResult,
) {
  const region =
    line === undefined
      ? undefined
      : { startLine: line, ...(column !== undefined && { startColumn: column }) };
  return {
    physicalLocation: {
      artifactLocation: artifactOf(file ?? settings.file),
      // A data row is not a line (a quoted cell may hold line breaks), so without a line only the file is named.
      ...(region && { region }),
    },
    ...(row !== undefined && { logicalLocations: [{ name: `row ${row}`, kind: 'element' }] }),
  };
}

function artifactOf(path: string) {
  if (path.startsWith('/')) return { uri: `file://${inertUri(path)}` };
  return { uri: inertUri(path), uriBaseId: '%SRCROOT%' };
}

function suppressionsOf({ waivedBy, fingerprint }: Finding, { waivers }: GateResult): readonly object[] {
  if (waivedBy === undefined) return [];
  const waiver = waivers.find(({ id, findings }) => id === waivedBy && findings.includes(fingerprint));
  const text = waiver === undefined ? `waived by ${waivedBy}` : describeWaiver(waiver);
  return [{ kind: 'external', status: 'accepted', justification: inertSarif(text) }];
}
