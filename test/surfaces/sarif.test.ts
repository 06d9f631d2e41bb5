import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { limits } from '../../src/gate/limits.js';
import { renderSarif } from '../../src/surfaces/sarif.js';
import { hostileText, payloads, reportOf } from './hostile.js';
import { dataValidateFail, fairnessInconclusive, policyError, reports, scanDepsWarn } from './reports.js';

/** The official schema is draft-04; the keywords it uses mean the same in draft-07, but for the name of `id`. */
function officialSchema() {
  const file = path.join(import.meta.dirname, 'vectors', 'sarif-schema-2.1.0.json');
  const { id, $schema, ...schema } = JSON.parse(readFileSync(file, 'utf8'));
  expect($schema).toBe('http://json-schema.org/draft-04/schema#');
  return { $id: id, ...schema };
}

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(officialSchema());

function runOf(text: string) {
  const log = JSON.parse(text);
  validate(log);
  expect(validate.errors).toBeNull();
  return log.runs[0];
}

describe('conforms to the official schema', () => {
  test.each(Object.entries(reports))('%s', (_, make) => {
    expect(runOf(renderSarif(make())).tool.driver.name).toBe('Sluice');
  });

  test('whatever the text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const { results } = runOf(renderSarif(reportOf(text)));
        for (const { message, locations } of results) {
          expect(message.text).not.toMatch(
            /(^|[^\\])\[|(?<!\{)\{(?:\{\{)*\d|[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\u2028]/u,
          );
          for (const { physicalLocation } of locations)
            expect(physicalLocation.artifactLocation.uri).toMatch(/^(file:\/\/)?[^:?#\s"<>\\]*$/);
        }
      }),
      { numRuns: 75, examples: payloads.map((text) => [text]) },
    );
  });
});

test('the schema does refuse what is not SARIF', () => {
  const log = JSON.parse(renderSarif(dataValidateFail()));
  log.runs[0].results[0].level = 'dreadful';
  expect(validate(log)).toBe(false);
});

test('findings carry place, fingerprint and rule', () => {
  const { results, tool } = runOf(renderSarif(dataValidateFail()));
  const duplicate = results.find((r: { ruleId: string }) => r.ruleId === 'data-validate/unique');
  expect(duplicate.locations[0].physicalLocation.region).toEqual({ startLine: 4021, startColumn: 1 });
  expect(duplicate.partialFingerprints['sluice/v1']).toMatch(/^[0-9a-f]{32}$/);
  expect(duplicate.properties.row).toBe(4020);
  expect(tool.driver.rules[duplicate.ruleIndex].id).toBe(duplicate.ruleId);
});

test('a waived finding is suppressed, with the waiver as justification', () => {
  const { results } = runOf(renderSarif(scanDepsWarn()));
  const [live, waived] = results;
  expect(live.suppressions).toEqual([]);
  expect(waived.suppressions[0]).toMatchObject({ kind: 'external', status: 'accepted' });
  expect(waived.suppressions[0].justification).toContain('grace');
});

test('an inconclusive check is open, at the config that asks', () => {
  const { results } = runOf(renderSarif(fairnessInconclusive()));
  expect(results).toHaveLength(1);
  expect(results[0]).toMatchObject({ kind: 'open', level: 'none' });
  expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('.github/sluice.yml');
});

test('a gate that could not judge did not execute successfully', () => {
  const [invocation] = runOf(renderSarif(policyError())).invocations;
  expect(invocation.executionSuccessful).toBe(false);
  expect(invocation.toolExecutionNotifications[0].message.text).toContain('absent from the store');
});

test('beyond the limit the mildest are dropped, and that is said', () => {
  const report = dataValidateFail();
  const [any] = report.result.checks.flatMap((c) => c.findings).filter((f) => f.severity === 'error');
  const [first] = report.result.checks;
  if (!any || !first) throw new Error('the fixture has findings');
  const note = { ...any, severity: 'note' as const };
  const findings = [...Array.from({ length: limits.sarifResults }, () => note), any];
  const result = { ...report.result, checks: [{ ...first, findings, findingCount: findings.length }] };
  const log = JSON.parse(renderSarif({ ...report, result }));
  const [{ results, invocations }] = log.runs;
  expect(results).toHaveLength(limits.sarifResults);
  expect(results[0].level).toBe('error');
  expect(invocations[0].toolExecutionNotifications[0].message.text).toMatch(
    /^1 finding of the lowest severity left out/,
  );
});
