// A writer in a process of its own: appends entries one by one to the log in the folder given.
// Node strips the types of our sources itself; only their `.js` specifiers need to be pointed at `.ts`.
import { registerHooks } from 'node:module';

registerHooks({
  resolve: (specifier, context, next) =>
    specifier.startsWith('.') && specifier.endsWith('.js') && context.parentURL?.includes('/src/')
      ? next(specifier.replace(/\.js$/, '.ts'), context)
      : next(specifier, context),
});

const { openFolderLog } = await import('../../src/platform/folder-log-store.ts');
const { appendEntries } = await import('../../src/tlog/append.ts');
const { openCheckpoint, signCheckpoint } = await import('../../src/tlog/checkpoint.ts');
const { emptyRoot } = await import('../../src/tlog/merkle.ts');
const { parseSignerKey } = await import('../../src/tlog/signer-key.ts');

const [folder, key, name, count] = process.argv.slice(2);
const signer = parseSignerKey(key);
const log = openFolderLog(folder, 'log', { signal: new AbortController().signal });
for (let i = 0; i < Number(count); i++)
  await log.transact(async (store) => {
    const old = await store.read('checkpoint');
    const head = old ? openCheckpoint(old, { key: signer.verifier }) : { size: 0n, root: emptyRoot };
    const next = await appendEntries(store, head, [Buffer.from(`${name}-${i}`)]);
    return { checkpoint: signCheckpoint(signer.verifier.name, next, signer) };
  });
