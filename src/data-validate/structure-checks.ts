import { type Check, check } from '../gate/check.js';
import { finding } from '../gate/finding.js';
import { type Fault, faultKinds } from './fault.js';
import type { DatasetFacts } from './rule-check.js';

/** How the files are written: one check per kind of fault that would fail, and one for each other that was seen. */
export function structureChecks(
  faults: readonly Fault[],
  files: number,
  dataset: DatasetFacts,
): readonly Check[] {
  return Object.entries(faultKinds).flatMap(([kind, { asks, severity }]) => {
    const seen = faults.filter((fault) => fault.kind === kind);
    const always = severity === 'error' && (kind !== 'same-columns' || files > 1);
    if (seen.length === 0 && !always) return [];
    const id = `data-validate/${kind}`;
    return check({
      id,
      title: `${dataset.name}: ${asks}`,
      findings: seen.flatMap(({ file, sightings }) =>
        sightings.first.map(({ line, what }, i) =>
          finding(id, {
            severity,
            message: what,
            file,
            ...(line !== undefined && { line }),
            distinct: `${line ?? i} ${what}`,
          }),
        ),
      ),
      findingCount: seen.reduce((sum, { sightings }) => sum + sightings.count, 0),
      facts: { dataset: dataset.name },
    });
  });
}

/** A dataset without rows proves nothing, so every rule would pass: that must be said to be meant. */
export function rowsCheck(rows: number, allowEmpty: boolean, dataset: DatasetFacts): Check {
  const reason = 'the dataset has no rows, so no rule could fail; set `allow-empty: true` if that is meant';
  return check({
    id: 'data-validate/has-rows',
    title: `${dataset.name}: has rows`,
    observed: rows,
    facts: { dataset: dataset.name },
    ...(rows === 0 && !allowEmpty && { outcome: { status: 'error' as const, reason } }),
  });
}

/** What a contract asks in words is told, so that nobody takes it for checked. */
export function wordsChecks(words: readonly string[], dataset: DatasetFacts): readonly Check[] {
  return words.map((text) =>
    check({
      id: 'data-validate/in-words',
      title: `${dataset.name}: ${text}`,
      facts: { dataset: dataset.name },
      outcome: { status: 'skip', reason: 'it is written for people: nothing is checked' },
    }),
  );
}
