import { expect, test } from '@jest/globals';
import { gates, isGateName } from '../../src/cli/gates.js';
import { writeEvidence } from '../../src/gate/evidence.js';
import { indexOf } from '../../src/run/index-of.js';
import { makeTrainedPipeline } from '../sign-model/pipeline.js';

test('the page over all reports shows the command that verifies what was signed', async () => {
  const trained = await makeTrainedPipeline();
  const { ports } = trained;
  const bytes = writeEvidence(await trained.sign({ bundle: 'signed/a model.sig' }), ports.run, '0.1.0');
  await ports.evidence.put({ name: 'pd.sign-model', bytes });
  const page = await indexOf(
    'pd',
    await ports.evidence.list(),
    async (name) => (isGateName(name) ? gates[name]() : undefined),
    ports.clock.now(),
  );
  const shown = page.replaceAll('&#39;', "'").replaceAll('&apos;', "'");
  expect(shown).toContain(
    "sluice verify-model --model model --bundle 'signed/a model.sig' --public-key PUBLIC-KEY",
  );
});
