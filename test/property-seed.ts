import fc from 'fast-check';

// The same cases on every machine, so that red means a change and not luck; look further with FAST_CHECK_SEED=$RANDOM.
fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20_261_121) });
