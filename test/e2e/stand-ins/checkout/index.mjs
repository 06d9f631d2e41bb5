import { execFileSync } from 'node:child_process';

const { SLUICE_ORIGIN, INPUT_REF, INPUT_PATH } = process.env;
const args = ['clone', '--quiet', '--single-branch', '--branch', INPUT_REF, SLUICE_ORIGIN, INPUT_PATH];
execFileSync('git', args, { stdio: 'inherit' });
