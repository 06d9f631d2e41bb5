import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { AdvisoryError, readAdvisory } from '../../../src/scan-deps/osv/advisory.js';
import { groupByAlias } from '../../../src/scan-deps/osv/aliases.js';
import { answersItsOwn, buildDatabase } from '../../../src/scan-deps/osv/database.js';
import { severityOf } from '../../../src/scan-deps/osv/severity.js';
import { compareVersions, parseVersion } from '../../../src/scan-deps/osv/version.js';

type Events = readonly Readonly<Record<string, string>>[];

function advisory(
  id: string,
  ranges: readonly Events[],
  versions: readonly string[] = [],
  rest: object = {},
) {
  return {
    id,
    modified: '2024-01-01T00:00:00Z',
    affected: [
      {
        package: { ecosystem: 'PyPI', name: 'Some_Package' },
        ranges: ranges.map((events) => ({ type: 'ECOSYSTEM', events })),
        versions,
      },
    ],
    ...rest,
  };
}

const decide = (version: string, ranges: readonly Events[], versions: readonly string[] = []) =>
  buildDatabase([readAdvisory(advisory('A-1', ranges, versions))]).affecting('some-package', version).length >
  0;

describe('OSV semantics', () => {
  const pairs = [{ introduced: '4.0' }, { fixed: '4.3' }, { introduced: '5.0' }, { fixed: '5.2' }];
  test.each<[string, boolean, Events, readonly string[]]>([
    ['1.0', true, [{ introduced: '0' }], []],
    ['0.dev0', true, [{ introduced: '0' }], []],
    ['1.0', false, [{ introduced: '0' }, { fixed: '1.0' }], []],
    ['1.0.dev1', true, [{ introduced: '0' }, { fixed: '1.0' }], []],
    ['1.0rc1', true, [{ introduced: '0' }, { fixed: '1.0' }], []],
    ['1.0+local', false, [{ introduced: '0' }, { fixed: '1.0' }], []],
    ['1.0.post1', false, [{ introduced: '0' }, { last_affected: '1.0' }], []],
    ['1.0', true, [{ introduced: '0' }, { last_affected: '1.0' }], []],
    ['4.0.post1', true, pairs, []],
    ['4.3', false, pairs, []],
    ['4.9', false, pairs, []],
    ['5.0', true, pairs, []],
    ['5.2', false, pairs, []],
    ['5.1', true, [...pairs].reverse(), []],
    ['1!0.1', false, [{ introduced: '0' }, { fixed: '9' }], []],
    ['9', true, [{ introduced: '0' }, { fixed: '1!0' }], []],
    ['2.0', false, [{ introduced: '0' }, { limit: '2.0' }], []],
    ['1.9', true, [{ introduced: '0' }, { limit: '2.0' }], []],
    ['2.0', true, [{ introduced: '0' }, { limit: '2.0' }, { limit: '*' }], []],
    ['1.0.0', true, [], ['1.0']],
    ['v1', true, [], ['1.0']],
    ['1.0+x', false, [], ['1.0']],
    ['2.0', true, [{ introduced: '5' }], ['2.0']],
    ['1.0', false, [{ introduced: '1.0' }, { fixed: '1.0' }], []],
    ['1.0', true, [{ introduced: '1.0' }, { last_affected: '1.0' }], []],
    [
      '0.13.1',
      true,
      [{ introduced: '0.13' }, { fixed: '0.14' }, { introduced: '0.12' }, { fixed: '0.13' }],
      [],
    ],
    [
      '3.1.2',
      true,
      [{ introduced: '0' }, { fixed: '3.1.1' }, { introduced: '3.1.1' }, { fixed: '3.1.3' }],
      [],
    ],
    ['7', true, [{ introduced: '0' }, { fixed: '0.2.0-n653' }], []],
    ['7', true, [{ introduced: 'what' }], []],
    ['2004d', true, [{ introduced: '0' }], ['2004d']],
    ['2004e', false, [{ introduced: '0' }], ['2004d']],
    ['1.0', false, [], []],
  ])('%s is affected: %s by %j %j', (version, expected, events, versions) => {
    expect(decide(version, [events], versions)).toBe(expected);
  });

  test('a withdrawn, a GIT and a foreign record decide nothing', () => {
    const git = { ...advisory('A-1', []) };
    const record = readAdvisory({
      ...git,
      affected: [
        {
          package: { ecosystem: 'PyPI', name: 'x' },
          ranges: [{ type: 'GIT', events: [{ introduced: '0' }] }],
        },
        {
          package: { ecosystem: 'npm', name: 'y' },
          ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }] }],
        },
      ],
    });
    const database = buildDatabase([record]);
    expect(database.affecting('x', '1')).toEqual([]);
    expect(database.affecting('y', '1')).toEqual([]);
    expect(answersItsOwn(database)).toBe(false);
    expect(readAdvisory({ ...git, withdrawn: '2024-01-01T00:00:00Z' }).withdrawn).toBe(true);
  });

  test('of two records with one id the newer counts', () => {
    const old = readAdvisory(advisory('A-1', [[{ introduced: '0' }]]));
    const mended = readAdvisory(
      advisory('A-1', [[{ introduced: '0' }, { fixed: '1' }]], [], { modified: '2024-02-01T00:00:00Z' }),
    );
    for (const both of [
      [old, mended],
      [mended, old],
    ]) {
      expect(buildDatabase(both).affecting('some-package', '1')).toEqual([]);
    }
  });

  test('aliases join advisories transitively', () => {
    const a = readAdvisory(advisory('A-1', [], [], { aliases: ['CVE-1'] }));
    const b = readAdvisory(advisory('B-1', [], [], { aliases: ['CVE-1', 'CVE-2'] }));
    const c = readAdvisory(advisory('C-1', [], [], { aliases: ['CVE-2'] }));
    const d = readAdvisory(advisory('D-1', []));
    const groups = groupByAlias([a, b, c, d]);
    expect(groups.idsOf('A-1')).toEqual(['A-1', 'B-1', 'C-1', 'CVE-1', 'CVE-2']);
    expect(groups.groupOf('A-1')).toBe(groups.groupOf('C-1'));
    expect(groups.idsOf('D-1')).toEqual(['D-1']);
  });

  test.each([
    [null, 'the record is no object'],
    [[], 'the record is no object'],
    [{ id: 3 }, 'id is no text'],
    [{ id: '' }, 'id is empty'],
    [{ id: 'X', affected: {} }, 'affected is no list'],
    [
      { id: 'X', affected: [{ package: { ecosystem: 'PyPI', name: 'x' }, versions: [1] }] },
      'versions[] is no text',
    ],
    [
      {
        id: 'X',
        affected: [
          { package: { ecosystem: 'PyPI', name: 'x' }, ranges: [{ type: 'ECOSYSTEM', events: [1] }] },
        ],
      },
      'events[] is no object',
    ],
  ])('refuses the record %j', (json, message) => {
    expect(() => readAdvisory(json)).toThrow(new AdvisoryError(message));
  });

  test('takes __proto__ and constructor for names like any other', () => {
    const text =
      '{"id":"X","affected":[{"package":{"ecosystem":"PyPI","name":"constructor"},"versions":["1"]}],"__proto__":{"withdrawn":"x"}}';
    const record = readAdvisory(JSON.parse(text));
    expect(record.withdrawn).toBe(false);
    expect(buildDatabase([record]).affecting('constructor', '1')).toHaveLength(1);
    expect(buildDatabase([record]).affecting('__proto__', '1')).toEqual([]);
  });
});

describe('versions', () => {
  test('come in the order of PEP 440', () => {
    const ordered = [
      '0',
      '1.dev1',
      '1a1.dev1',
      '1a1',
      '1a2',
      '1b1',
      '1rc1',
      '1',
      '1+1e5',
      '1+a',
      '1+a.b',
      '1+5',
      '1+10',
      '1.post0.dev1',
      '1-0',
      '1.post1',
      '1.1',
      '1.10',
      '1!0',
    ];
    const keys = ordered.map((text) => parseVersion(text));
    for (const [i, a] of keys.entries()) {
      for (const [j, b] of keys.entries()) {
        expect(a && b && Math.sign(compareVersions(a, b))).toBe(Math.sign(i - j));
      }
    }
  });

  test.each(['2004d', '', '1..2', 'x', '1+', '1.9007199254740993', '1.0+99999999999999999999'])(
    '%j has no order',
    (text) => {
      expect(parseVersion(text)).toBeNull();
    },
  );

  test('any text is read or refused, never thrown at', () => {
    fc.assert(fc.property(fc.string({ maxLength: 30 }), (text) => parseVersion(text) === null || true));
  });
});

describe('severity', () => {
  test.each([
    [['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'], [], 'critical'],
    [['CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H'], [], 'high'],
    [['CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N'], [], 'critical'],
    [['AV:N/AC:L/Au:N/C:P/I:P/A:P'], [], 'high'],
    [['AV:N/AC:L/Au:N/C:C/I:C/A:C'], [], 'high'],
    [['CVSS:3.1/AV:L/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N'], [], 'low'],
    [['CVSS:3.0/AV:N'], [], 'unknown'],
    [['junk'], [], 'unknown'],
    [[`CVSS:3.1/${'AV:N/'.repeat(1000)}`], [], 'unknown'],
    [[], ['MODERATE'], 'medium'],
    [['junk'], ['LOW', 'HIGH'], 'high'],
    [[], ['strange'], 'unknown'],
    [[], [], 'unknown'],
  ])('of %j and %j is %s', (vectors, words, expected) => {
    expect(severityOf({ vectors, words })).toBe(expected);
  });
});
