import type { CellJudge } from '../plan.js';
import { compileJsonSchema } from './json-schema.js';
import { parsePythonJson } from './python-json.js';
import { compileStrptime } from './strptime.js';

/** @throws Failure('config') when a format or a schema makes no sense. */
export async function compileJudge(judge: CellJudge): Promise<(text: string) => boolean> {
  switch (judge.kind) {
    case 'json':
      return (text) => parsePythonJson(text) !== undefined;
    case 'json-schema': {
      const accepts = await compileJsonSchema(judge.schema);
      return (text) => {
        const parsed = parsePythonJson(text);
        return parsed !== undefined && accepts(parsed.value);
      };
    }
    case 'strptime':
      return compileStrptime(judge.format);
  }
}
