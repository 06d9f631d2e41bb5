import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { sqlFile } from '../src/engine/engine.js';
import { makePorts } from './ports.js';

test('tests are handed real ports', async () => {
  const ports = makePorts();
  writeFileSync(path.join(ports.workspace, 'a.csv'), 'id\n1\n2\n');
  const file = ports.files.resolve('a.csv');
  const session = await (await ports.engine()).open([file]);
  expect(await session.rows(`SELECT max(id) AS top FROM read_csv(${sqlFile(file)})`)).toEqual([{ top: 2n }]);
  await session.close();
  expect(await ports.hasher.file(file)).toMatchObject({ size: 7 });
  await ports.evidence.put({ name: 'pd.data-validate', bytes: Buffer.from('{}') });
  expect(await ports.evidence.list()).toEqual([{ name: 'pd.data-validate', bytes: Buffer.from('{}') }]);
  expect(await ports.subprocess.run(process.execPath, ['-p', '1+1'])).toMatchObject({ stdout: '2\n' });
});
