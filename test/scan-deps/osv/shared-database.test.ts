import { beforeAll, expect, test } from '@jest/globals';
import { clean, compare, valid } from '@renovatebot/pep440';
import yauzl from 'yauzl';
import { readAdvisory } from '../../../src/scan-deps/osv/advisory.js';
import { answersItsOwn, buildDatabase, type Database } from '../../../src/scan-deps/osv/database.js';
import { readSources, type Source } from '../../../src/scan-deps/osv/source.js';
import { makePorts } from '../../ports.js';
import { sharedDescribe } from '../../shared.js';

interface RawRange {
  readonly type: string;
  readonly events: readonly Readonly<Record<string, string>>[];
}
interface RawAdvisory {
  readonly id: string;
  readonly withdrawn?: string;
  readonly affected: readonly {
    readonly package: { readonly name: string };
    readonly ranges?: readonly RawRange[];
    readonly versions?: readonly string[];
  }[];
}

/** Reads the zip by other means than the gate does. */
async function rawAdvisories(zip: string): Promise<readonly RawAdvisory[]> {
  const opened = await yauzl.openPromise(zip);
  const all: RawAdvisory[] = [];
  for await (const entry of opened.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await opened.openReadStreamPromise(entry)) chunks.push(chunk);
    all.push(JSON.parse(Buffer.concat(chunks).toString()));
  }
  return all;
}

/** Equal for equal versions: normalised, without the zeros that end a release. */
function form(version: string): string {
  return (clean(version) ?? version).replace(/(?:\.0)+(?=$|[a-z+]|\.(?:post|dev))/, '');
}

/** The pairs [introduced, end) of a range whose versions can all be ordered, by brute force: no walk, no state. */
function inRange(version: string, { events }: RawRange): boolean {
  const at = (kind: string) => events.flatMap((event) => (event[kind] === undefined ? [] : [event[kind]]));
  const starts = at('introduced').filter((start) => start === '0' || compare(start, version) <= 0);
  if (starts.length === 0) return false;
  const start = starts.sort((a, b) => (a === '0' ? -1 : b === '0' ? 1 : compare(a, b))).at(-1) ?? '0';
  const after = (end: string) => start === '0' || compare(end, start) > 0;
  return (
    at('fixed').every((end) => !after(end) || compare(version, end) < 0) &&
    at('last_affected').every(
      (end) => !(start === '0' || compare(end, start) >= 0) || compare(version, end) <= 0,
    )
  );
}

sharedDescribe('osv/PyPI-all.zip', 'the real database', (zip) => {
  let sources: readonly Source[];
  let database: Database;
  let raw: readonly RawAdvisory[];
  beforeAll(async () => {
    sources = await readSources(makePorts(), zip);
    database = buildDatabase(sources.flatMap(({ advisories }) => advisories));
    raw = await rawAdvisories(zip);
  });

  test('is read whole but for what was withdrawn, with the date of its manifest, and answers its canary', () => {
    expect(sources.map(({ date, records, advisories }) => [date, records, advisories.length])).toEqual([
      ['2024-10-10', 2661, 2651],
    ]);
    expect(database.packages).toBe(660);
    expect(answersItsOwn(database)).toBe(true);
  });

  test('decides every boundary of every advisory as the specification does', () => {
    let pairs = 0;
    const wrong: string[] = [];
    for (const advisory of raw.filter(({ withdrawn }) => withdrawn === undefined)) {
      const alone = buildDatabase([readAdvisory(advisory)]);
      for (const affected of advisory.affected) {
        const ranges = (affected.ranges ?? []).filter(({ type }) => type === 'ECOSYSTEM');
        const bounds = ranges.flatMap(({ events }) => events.flatMap((event) => Object.values(event)));
        if (!bounds.every((bound) => valid(bound))) continue;
        const name = affected.package.name.toLowerCase().replaceAll(/[-_.]+/g, '-');
        const probes = bounds.flatMap((b) => [b, `${b}.dev1`, `${b}.post1`, `${b}+local.1`, `${b}.0`]);
        const listed = (affected.versions ?? []).filter((version) => valid(version));
        const listedForms = new Set(listed.map(form));
        for (const version of [
          ...probes.filter((probe) => valid(probe)),
          ...listed.slice(0, 1),
          ...listed.slice(-1),
        ]) {
          const expected = ranges.some((range) => inRange(version, range)) || listedForms.has(form(version));
          const found = alone.affecting(name, version).length > 0;
          // One advisory may name a package twice: the other entry can only add.
          if (found !== expected && (expected || advisory.affected.length === 1))
            wrong.push(`${advisory.id} ${version}`);
          pairs += 1;
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(pairs).toBeGreaterThan(20_000);
  });
});
