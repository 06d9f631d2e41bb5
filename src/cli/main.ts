#!/usr/bin/env node
import { runEntry } from '../run/entry.js';
import { runCommandLine } from './run-command-line.js';

runEntry(
  (signal) => runCommandLine(process.argv.slice(2), signal),
  (message) => process.stderr.write(`sluice: ${message}\n`),
);
