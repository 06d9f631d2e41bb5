import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dataValidate } from '../../src/data-validate/gate.js';
import type { Settings } from '../../src/data-validate/settings.js';
import type { SparkSession } from '../../src/data-validate/spark/session.js';
import { takeSnapshot } from '../../src/data-validate/spark/snapshot.js';
import { subjectOf } from '../../src/digest/digest.js';
import { Failure } from '../../src/gate/failure.js';
import { connect } from '../../src/platform/s3/client.js';
import { fetchObject } from '../../src/platform/s3/fetch.js';
import { listObjects } from '../../src/platform/s3/list.js';
import { openS3 } from '../../src/platform/s3/store.js';
import { parquetOf } from '../data-validate/parquet.js';
import { makePorts, silentLog } from '../ports.js';
import { tempFolder } from '../temp.js';
import { freePort } from './free-port.js';
import { type Gateway, startGateway } from './s3.js';

const program = process.env.SLUICE_VERSITYGW;
const title = 'datasets in S3';

(program ? describe : describe.skip)(program ? title : `${title} (needs SLUICE_VERSITYGW)`, () => {
  let gateway: Gateway | undefined;
  let client: S3Client;
  const cache = tempFolder();
  const warnings: string[] = [];

  beforeAll(async () => {
    gateway = await startGateway(program ?? '', ['data']);
    Object.assign(process.env, gateway.env);
    client = new S3Client({ forcePathStyle: true });
  });
  afterAll(() => gateway?.stop());

  const put = (Key: string, Body: string | Uint8Array) =>
    client.send(new PutObjectCommand({ Bucket: 'data', Key, Body }));
  const openPorts = (env: NodeJS.ProcessEnv = process.env) => {
    const ports = makePorts();
    const log = { ...silentLog, warn: (message: string) => void warnings.push(message) };
    return { ...ports, objects: openS3({ env, cache, scratch: ports.scratch, log }) };
  };
  const judge = (data: string | readonly string[], settings: Settings[string] = {}, ports = openPorts()) => {
    const pipeline = { name: 'test', datasets: { data: { path: data } }, gates: [], waivers: [] };
    return dataValidate.judge({ settings: { data: settings }, pipeline, ports });
  };
  const refusal = (judging: Promise<unknown>) =>
    judging.then(
      () => 'nothing',
      (error: unknown) =>
        error instanceof Failure
          ? `${error.kind}: ${error.problems.map(({ message, place }) => `${place?.file}: ${message}`).join()}`
          : String(error),
    );
  const copies = () => readdirSync(cache).map((name) => path.join(cache, name));

  test('one object is judged under its address, by the bytes that the store has', async () => {
    await put('one.csv', 'id,city\n1,Köln\n2,\n');
    const { subjects, checks } = await judge('s3://data/one.csv', {
      columns: { city: { 'max-null-share': 0 } },
    });
    expect(subjects).toMatchObject([
      {
        name: 's3://data/one.csv',
        digest: { sha256: createHash('sha256').update('id,city\n1,Köln\n2,\n').digest('hex') },
      },
    ]);
    const [short] = checks.filter(({ status }) => status === 'fail');
    expect(short).toMatchObject({ findings: [{ file: 's3://data/one.csv', line: 3 }] });
  });

  test('a folder is all its objects but those of tools, with the columns that its folders are', async () => {
    for (const year of [2023, 2024])
      await put(`table/year=${year}/x.parquet`, await parquetOf(`SELECT ${year} + 1 AS n`));
    await put('table/_SUCCESS', '');
    await put('table/.part.crc', 'x');
    const { metrics, subjects } = await judge('s3://data/table/', {
      expect: [{ expect_column_pair_values_a_to_be_greater_than_b: { column_A: 'n', column_B: 'year' } }],
    });
    expect(metrics).toMatchObject({ rows: 2, columns: 2 });
    expect(subjects).toMatchObject([{ kind: 'set', name: 's3://data/table' }]);
  });

  test('wildcards match as they do for files, and `!` takes away', async () => {
    await put('parts/a.csv.gz', gzipSync('n\n1\n'));
    await put('parts/b.csv.gz', gzipSync('n\n2\n'));
    await put('parts/deeper/c.csv.gz', gzipSync('n\n3\n'));
    await put('parts/.hidden.csv.gz', 'no gzip');
    const rows = async (...patterns: string[]) => (await judge(patterns)).metrics.rows;
    expect(await rows('s3://data/parts/*.csv.gz')).toBe(2);
    expect(await rows('s3://data/parts/**/*.csv.gz')).toBe(3);
    expect(await rows('s3://data/parts/**/{a,c}.csv.gz', '!s3://data/parts/deeper/*')).toBe(1);
  });

  test('a copy is taken again without being fetched, and not when somebody altered it', async () => {
    await put('kept.csv', 'n\n1\n2\n');
    const before = new Set(copies());
    await judge('s3://data/kept.csv');
    const [copy = ''] = copies().filter((file) => !before.has(file));
    const { ino } = statSync(copy);
    await judge('s3://data/kept.csv');
    expect(statSync(copy).ino).toBe(ino);
    writeFileSync(copy, 'n\n7\n7\n');
    const { checks } = await judge('s3://data/kept.csv', { columns: { n: { max: 2 } } });
    expect(checks.filter(({ status }) => status === 'fail')).toEqual([]);
    expect(warnings.join()).toMatch(/kept\.csv in the cache is not what the store has/);
  });

  test('an object that came in parts is proven, too', async () => {
    const key = { Bucket: 'data', Key: 'parts.csv' };
    const { UploadId } = await client.send(new CreateMultipartUploadCommand(key));
    const bodies = [`n\n${'1\n'.repeat(2_621_439)}`, '2\n'];
    const Parts = [];
    for (const [i, Body] of bodies.entries()) {
      const PartNumber = i + 1;
      const { ETag } = await client.send(new UploadPartCommand({ ...key, UploadId, PartNumber, Body }));
      Parts.push({ ETag, PartNumber });
    }
    await client.send(new CompleteMultipartUploadCommand({ ...key, UploadId, MultipartUpload: { Parts } }));
    const before = copies().length;
    const { metrics } = await judge('s3://data/parts.csv');
    expect(metrics.rows).toBe(2_621_440);
    expect(copies().length).toBe(before + 1);
  });

  test('an object that is replaced after it was listed is not judged', async () => {
    await put('replaced.csv', 'n\n1\n');
    const { scratch, signal } = openPorts();
    const connected = await connect(process.env);
    const [listed] = await listObjects(connected, 's3://data/replaced.csv', signal);
    await put('replaced.csv', 'n\n2\n');
    if (!listed) throw new Error('nothing listed');
    const fetching = fetchObject(connected, listed, { cache, scratch, log: silentLog }, signal);
    await expect(fetching).rejects.toMatchObject({ $metadata: { httpStatusCode: 412 } });
  });

  test('every gate has the same subject for a folder, which is that of its copy here', async () => {
    const ports = openPorts();
    mkdirSync(path.join(ports.workspace, 'copy/deep=1'), { recursive: true });
    for (const [name, body] of [
      ['deep=1/a.csv', 'n\n1\n'],
      ['_SUCCESS', 'done'],
    ] as const) {
      await put(`copied/${name}`, body);
      writeFileSync(path.join(ports.workspace, 'copy', name), body);
    }
    const { subjects } = await judge('s3://data/copied', {}, ports);
    const recorded = await subjectOf(ports, 'dataset', ['s3://data/copied'], 'data');
    const here = await subjectOf(ports, 'dataset', ['copy'], 'data');
    expect(subjects).toEqual([recorded]);
    expect(recorded.digest).toEqual(here.digest);
  });

  test('a snapshot of Spark tells its files by their ETags', async () => {
    await put('lake/a.parquet', 'x');
    const rows = [{ path: 's3a://data/lake/a.parquet', size: '1', modified: '7' }];
    const session = { rows: async () => rows } as unknown as SparkSession;
    const location = {
      format: 'parquet',
      uri: 's3a://data/lake',
      shown: 's3a://data/lake',
      relation: 'x',
    } as const;
    const snapshot = await takeSnapshot('data', location, session, openPorts());
    await snapshot.assertUnchanged();
    await put('lake/a.parquet', 'y');
    expect(await refusal(snapshot.assertUnchanged())).toMatch(/changed while it was being judged/);
  });

  test.each([
    [
      's3://data/none.csv',
      /input: undefined: no file of the dataset `data` matches `s3:\/\/data\/none\.csv`/,
    ],
    ['s3://no-such-bucket/a.csv', /input: .*(there is no such bucket|matches)/],
    ['s3://data', /config: .*is no address of objects in S3/],
    ['s3://Data/x', /config: .*is no address of objects in S3/],
    ['gs://data/x.csv', /config: .*a store that is not read here/],
  ])('%s is refused by name', async (address, message) => {
    expect(await refusal(judge(address))).toMatch(message);
  });

  test('a dataset half here and half there is refused', async () => {
    expect(await refusal(judge(['s3://data/one.csv', 'one.csv']))).toMatch(/both in a store and here/);
  });

  test('what the store refuses is told with the right that is missing', async () => {
    const secret = process.env.AWS_SECRET_ACCESS_KEY;
    process.env.AWS_SECRET_ACCESS_KEY = 'another';
    try {
      expect(await refusal(judge('s3://data/one.csv'))).toMatch(
        /^outside: s3:\/\/data\/one\.csv: cannot be read: /,
      );
      expect(await refusal(judge('s3://data/*.csv'))).toMatch(/the store refuses \(SignatureDoesNotMatch\)/);
    } finally {
      process.env.AWS_SECRET_ACCESS_KEY = secret;
    }
  });

  test('a store that does not answer is told of', async () => {
    const env = { ...process.env, AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${await freePort()}` };
    expect(await refusal(judge('s3://data/one.csv', {}, openPorts(env)))).toMatch(
      /^outside: s3:\/\/data\/one\.csv: cannot be read: /,
    );
  });
});
