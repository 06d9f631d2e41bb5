import type { SigningPlan } from './plan.js';

/** The command that verifies what was signed, for a POSIX shell; only the key's place is for the reader to fill in. */
export function verifyCommand({ model, bundle }: Pick<SigningPlan, 'model' | 'bundle'>): string {
  return `sluice verify-model --model ${quote(model)} --bundle ${quote(bundle)} --public-key PUBLIC-KEY`;
}

function quote(word: string): string {
  return /^[\w./:@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
