#!/usr/bin/env node
import { runEntry } from '../run/entry.js';
import { inertTerminal } from '../surfaces/inert.js';
import { runCommandLine } from './run-command-line.js';

runEntry(
  (signal) => runCommandLine(process.argv.slice(2), signal),
  (message) => process.stderr.write(`sluice: ${message.split('\n').map(inertTerminal).join('\n')}\n`),
);
