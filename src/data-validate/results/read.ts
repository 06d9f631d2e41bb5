import { createHash } from 'node:crypto';
import { type Check, check } from '../../gate/check.js';
import { configError, inputError } from '../../gate/failure.js';
import { finding } from '../../gate/finding.js';
import { round9 } from '../../gate/json.js';
import type { Material } from '../../gate/subject.js';
import type { Ports } from '../../platform/ports.js';
import { quoteName } from '../names.js';
import type { Locate } from '../suite-shape.js';
import { fromDatabricks } from './databricks.js';
import { fromDbt } from './dbt.js';
import type { Elsewhere, JudgedElsewhere } from './elsewhere.js';
import { fromGreatExpectations } from './great-expectations.js';

const mostBytes = 64 * 1024 * 1024;

export interface Results {
  readonly checks: readonly Check[];
  readonly materials: readonly Material[];
}

/**
 * Results that other tools came to, as checks marked `imported`: a validation result of Great Expectations, dbt's
 * `run_results.json`, the event log of a Databricks pipeline.
 *
 * @param patterns of files.
 * @throws Failure('config') when a file is missing or not well-formed; Failure('input') when it is none of them, or holds no result.
 */
export async function readResults(
  patterns: readonly string[],
  dataset: string,
  { files }: Pick<Ports, 'files'>,
): Promise<Results> {
  const checks: Check[] = [];
  const materials: Material[] = [];
  const paths = patterns.length === 0 ? [] : await files.glob(patterns);
  if (patterns.length > 0 && paths.length === 0)
    throw configError(`no file of results matches ${patterns.map(quoteName).join(', ')}`, {
      fix: 'mend `results`, or let the step that makes them run before',
    });
  for (const path of paths) {
    const shown = files.display(path);
    const bytes = await files.read(path, mostBytes);
    const judged = judgedIn(Buffer.from(bytes).toString(), shown);
    if (judged.outcomes.length === 0)
      throw inputError('holds no result, so nothing could fail', {
        place: { file: shown },
        fix: 'save what the tool judged',
      });
    checks.push(...judged.outcomes.map((outcome) => importedCheck(outcome, judged, shown, dataset)));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    materials.push({
      name: shown,
      digest: { sha256 },
      ...(judged.date !== undefined && { date: judged.date }),
    });
  }
  return { checks, materials };
}

function judgedIn(text: string, file: string): JudgedElsewhere {
  const locate: Locate = () => ({ file });
  const value = parse(text, file);
  if (Array.isArray(value)) return fromDatabricks(value, locate, file);
  const has = (key: string) => typeof value === 'object' && value !== null && Object.hasOwn(value, key);
  if (has('event_type')) return fromDatabricks([value], locate, file);
  if (
    has('metadata') &&
    JSON.stringify((value as { metadata: unknown }).metadata).includes('dbt_schema_version')
  )
    return fromDbt(value, locate);
  if (has('run_results') || (has('results') && has('success')))
    return fromGreatExpectations(value, locate, file);
  throw inputError('is no result that can be imported', {
    place: { file },
    fix: 'give a validation result of Great Expectations, dbt’s run_results.json, or events of a Databricks pipeline',
  });
}

/** One value, or one a line. */
function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    return lines.map((line, i) => {
      try {
        return JSON.parse(line) as unknown;
      } catch (error) {
        throw inputError(
          'is neither JSON nor JSON lines',
          { place: { file, line: i + 1 }, fix: 'save it again' },
          error,
        );
      }
    });
  }
}

function importedCheck(
  { rule, column, status, severity, reason, unexpected, considered, observed, meta }: Elsewhere,
  { tool, date }: JudgedElsewhere,
  file: string,
  dataset: string,
): Check {
  const id = 'data-validate/imported';
  const of = column === undefined ? '' : `${quoteName(column)} `;
  const count =
    unexpected === undefined ? '' : `: ${unexpected}${considered === undefined ? '' : ` of ${considered}`}`;
  const percent = considered ? round9(((unexpected ?? 0) / considered) * 100) : null;
  return check({
    id,
    title: `${dataset}: ${of}${rule}, as ${tool} judged it`,
    ...(observed !== undefined && { observed: round9(observed) }),
    findings:
      status === 'short'
        ? [
            finding(id, {
              severity,
              message: `${of}${rule} fell short in ${tool}${count}`,
              file,
              ...(column !== undefined && { item: column }),
              distinct: `${of}${rule}`,
            }),
          ]
        : [],
    facts: {
      dataset,
      imported: tool,
      expectation: rule,
      ...(column !== undefined && { column }),
      ...(considered !== undefined && { elementCount: considered }),
      ...(unexpected !== undefined && { unexpectedCount: unexpected }),
      ...(unexpected !== undefined && considered !== undefined && { unexpectedPercent: percent }),
      ...(date !== undefined && { judgedAt: date }),
      ...(meta && { meta }),
    },
    ...(status === 'unjudged' && {
      outcome: {
        status: 'error' as const,
        reason: `${tool} did not judge it: ${reason ?? 'it does not say why'}`,
      },
    }),
  });
}
