import { inputError } from '../gate/failure.js';
import type { DatasetSettings } from './settings.js';

const seconds = { s: 1, m: 60, h: 3600 } as const;
const bytes = { MB: 1024 ** 2, GB: 1024 ** 3 } as const;

/** What `memory-limit` grants, in bytes. */
export function memoryOf({ 'memory-limit': limit }: DatasetSettings): { readonly memory?: number } {
  if (limit === undefined) return {};
  return { memory: Number(limit.slice(0, -2)) * bytes[limit.slice(-2) as keyof typeof bytes] };
}

/**
 * Lets a judgement take as long as `timeout` allows.
 *
 * @param judge is handed a signal that also aborts when the time is over.
 * @throws Failure('input') when it is: the gate could not judge.
 */
export async function withinTimeout<T>(
  { timeout }: DatasetSettings,
  name: string,
  ofRun: AbortSignal,
  judge: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (timeout === undefined) return judge(ofRun);
  const most = Number(timeout.slice(0, -1)) * seconds[timeout.slice(-1) as keyof typeof seconds] * 1000;
  const over = AbortSignal.timeout(most);
  try {
    return await judge(AbortSignal.any([ofRun, over]));
  } catch (error) {
    if (!over.aborted || ofRun.aborted) throw error;
    throw inputError(
      `the dataset ${name} could not be judged within its \`timeout\` of ${timeout}`,
      { fix: 'give it more time, or ask less of it' },
      error,
    );
  }
}
