import { loadPipeline } from '../config/load-pipeline.js';
import { exitCodes } from '../gate/result.js';
import { commonInputs } from '../run/common-inputs.js';
import { readCommon } from '../run/session.js';
import { toolVersion } from '../run/version.js';
import { HelpWanted, parseCommandLine } from './command-line.js';
import { type CliSession, openSession } from './session.js';

const grammar = {
  name: 'doctor',
  summary: 'Check what Sluice needs here, and say what is missing.',
  inputs: commonInputs.filter(({ name }) => name === 'config' || name === 'pipeline'),
};

interface Probe {
  readonly name: string;
  /** @returns what was found. @throws Failure or Error saying what is missing. */
  run(session: CliSession): Promise<string>;
}

const probes: readonly Probe[] = [
  { name: 'sluice', run: async () => `${toolVersion}, Node ${process.versions.node}` },
  { name: 'data engine', run: async ({ ports }) => `DuckDB ${(await ports.engine()).version}` },
  {
    name: 'git',
    run: async ({ ports }) => {
      const { exitCode, stdout } = await ports.subprocess.run('git', ['--version']);
      if (exitCode !== 0) throw new Error('git does not run; base rules are then read through the API');
      return stdout.trim();
    },
  },
  {
    name: 'settings',
    run: async (session) => {
      const { config, pipeline } = readCommon(session);
      const { name, requiredGates, file } = await loadPipeline({
        run: session.ports.run,
        files: session.ports.files,
        ...(config !== undefined && { config }),
        ...(pipeline !== undefined && { pipeline }),
      });
      return `${file}: pipeline ${name} with ${requiredGates.join(', ') || 'no gate'}`;
    },
  },
];

/** `sluice doctor`: 0 when all is there, 2 when something is missing. */
export async function checkSetup(words: readonly string[], signal: AbortSignal): Promise<number> {
  const values = parseCommandLine(grammar, words);
  if (values instanceof HelpWanted) {
    process.stdout.write(values.text);
    return exitCodes.accepted;
  }
  const session = await openSession(values, signal);
  try {
    let missing = 0;
    for (const probe of probes) {
      const { ok, text } = await tryProbe(probe, session);
      if (!ok) missing += 1;
      process.stdout.write(`${ok ? 'ok     ' : 'MISSING'} ${probe.name.padEnd(12)} ${text}\n`);
    }
    return missing === 0 ? exitCodes.accepted : exitCodes.config;
  } finally {
    await session.close();
  }
}

async function tryProbe(probe: Probe, session: CliSession): Promise<{ ok: boolean; text: string }> {
  try {
    return { ok: true, text: await probe.run(session) };
  } catch (error) {
    session.ports.signal.throwIfAborted();
    return { ok: false, text: error instanceof Error ? error.message : String(error) };
  }
}
