import { expect, test } from '@jest/globals';
import { openLocalPorts } from '../../src/platform/local-ports.js';
import { tempFolder } from '../temp.js';

test('the ports of a laptop work without git, network or configuration', async () => {
  const signal = new AbortController().signal;
  const { ports, close } = await openLocalPorts({ workspace: tempFolder(), evidenceFolder: 'out', signal });
  expect(ports.run).toEqual({ kind: 'local', event: 'local' });
  await ports.evidence.put({ name: 'one', bytes: Buffer.from('{}') });
  expect(await ports.files.kind('out')).toBe('folder');
  expect(await ports.engine()).toBe(await ports.engine());
  expect(ports.openLog('log').name).toBe('log');
  await close();
});
