import { configError } from '../gate/failure.js';
import { compareCodePoints } from '../gate/order.js';
import { nearestName, quoteName } from './names.js';
import type { Rule } from './rule.js';

/**
 * The other datasets that rules name, in code point order.
 *
 * @param known the datasets of the pipeline.
 * @throws Failure('config') on one that is none of them.
 */
export function referencedDatasets(rules: readonly Rule[], known: readonly string[]): readonly string[] {
  const named = new Set(rules.flatMap(datasetsIn));
  for (const name of named)
    if (!known.includes(name))
      throw configError(
        `a rule names ${quoteName(name)}, which is no dataset of the pipeline${nearestName(name, known)}`,
        {
          fix: 'name it under `datasets` of the pipeline',
        },
      );
  return [...named].sort(compareCodePoints);
}

function datasetsIn({ args }: Rule): readonly string[] {
  if ('other_table_name' in args) return [args.other_table_name];
  if ('comparison_data_source_name' in args) return [args.comparison_data_source_name];
  if ('reference' in args) return [args.reference];
  return 'dataset' in args ? [args.dataset] : [];
}
