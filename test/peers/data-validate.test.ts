import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import type { Settings } from '../../src/data-validate/settings.js';
import type { Check } from '../../src/gate/check.js';
import { asArrow } from '../data-validate/arrow.js';
import { expectations, type Row, tables, toJsonl, types } from '../data-validate/expectation-cases.js';
import { openBench } from '../data-validate/judge.js';
import { asParquet } from '../data-validate/parquet.js';

/** A Python with great_expectations 1.24.1. */
const python = process.env.SLUICE_PEERS_PYTHON;
const title = 'verdict, count and observed value equal those of Great Expectations on pandas';

interface PeerResult {
  readonly success: boolean;
  readonly unexpectedCount: number | null;
  readonly unexpectedPercent: number | null;
  readonly observed: unknown;
}

/** What their result and our check have in common; a figure of rows is told by one, an observed value by the other. */
function essenceOfPeer({ success, unexpectedCount, unexpectedPercent, observed }: PeerResult) {
  return {
    success,
    unexpectedCount: unexpectedCount ?? undefined,
    percent: unexpectedPercent === null ? undefined : Number(unexpectedPercent.toPrecision(9)),
    figure: unexpectedCount === null ? figureOf(observed) : undefined,
  };
}

function essenceOfOurs({ status, facts, observed }: Check, peer: PeerResult) {
  const counted = peer.unexpectedCount !== null;
  return {
    success: status === 'pass',
    unexpectedCount: counted ? facts.unexpectedCount : undefined,
    percent: peer.unexpectedPercent === null ? undefined : facts.unexpectedPercent,
    figure: counted || figureOf(peer.observed) === undefined ? undefined : figureOf(observed),
  };
}

/** Numbers to nine digits, those of quantiles too; undefined for what only one of us tells. */
function figureOf(observed: unknown): unknown {
  if (typeof observed === 'number') return Number(observed.toPrecision(9));
  if (typeof observed !== 'object' || observed === null || !('quantiles' in observed)) return undefined;
  const { values } = observed as unknown as { readonly values: readonly (number | null)[] };
  return values.map((value) => (value === null ? null : Number(value.toPrecision(9))));
}

(python ? describe : describe.skip)(python ? title : `${title} (needs SLUICE_PEERS_PYTHON)`, () => {
  const cases = tables.map((rows) => ({ rows, types, expectations }));
  const script = path.join(import.meta.dirname, 'data_validate.py');
  const theirs: readonly (readonly PeerResult[])[] = python
    ? JSON.parse(
        execFileSync(python, [script], {
          input: JSON.stringify(cases),
          encoding: 'utf8',
          stdio: ['pipe', 'pipe', 'inherit'],
          maxBuffer: 64 * 1024 * 1024,
        }),
      )
    : [];
  const bench = openBench();

  const forms = [
    ['jsonl', async (rows: readonly Row[]) => toJsonl(rows)],
    ['parquet', (rows: readonly Row[]) => asParquet(rows)],
    ['arrow', async (rows: readonly Row[]) => asArrow(rows)],
  ] as const;
  const cells = forms.flatMap(([form, write]) => tables.map((rows, i) => [form, i, rows, write] as const));

  test.each(cells)(
    '%s, table %i',
    async (form, i, rows, write) => {
      const asked = expectations.map(([name, kwargs], nr) => ({ [name]: { ...kwargs, meta: { nr } } }));
      const { checks } = await bench.judgeFile(`rows.${form}`, await write(rows), {
        expect: asked,
      } as Settings[string]);
      const differing = expectations.flatMap(([name, kwargs], nr) => {
        const ours = checks.find(({ facts }) => isDeepStrictEqual(facts.meta, { nr }));
        const peer = theirs[i]?.[nr];
        if (!ours || !peer) throw new Error(`no result for ${name}`);
        const [own, other] = [essenceOfOurs(ours, peer), essenceOfPeer(peer)];
        return isDeepStrictEqual(own, other) ? [] : [{ name, kwargs, own, other }];
      });
      expect(differing).toEqual([]);
    },
    120_000,
  );
});
