import { commands } from './commands.js';
import { gates } from './gates.js';

export async function helpText(): Promise<string> {
  const all = await Promise.all(Object.values(gates).map((load) => load()));
  const lines = [
    ...[...commands].map(([name, { summary }]) => [name, summary] as const),
    ...all.map(({ name, summary }) => [name, summary] as const),
  ];
  const width = Math.max(...lines.map(([name]) => name.length));
  return `Gated machine-learning pipelines.

Usage: sluice COMMAND [options]

${lines.map(([name, summary]) => `  ${name.padEnd(width)}  ${summary}`).join('\n')}

\`sluice COMMAND --help\` shows a command's options. Settings come from .github/sluice.yml; flags override them.
Exit codes: 0 accepted, 1 failed, 2 settings, 3 outside world, 4 could not judge, 70 a bug, 130 interrupted.
`;
}
