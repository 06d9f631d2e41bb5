// Runs in the folder that act makes for it, where there is no node_modules.
await import(`${process.env.SLUICE_REPOSITORY}/test/e2e/stand-ins/download-artifact/download.mjs`);
