import { configError } from '../gate/failure.js';

/** What a group is compared with. `best` has the best rate of the metric at hand, `overall` is everyone. */
export type Reference =
  | { readonly kind: 'best' | 'majority' | 'overall' }
  | { readonly kind: 'group'; readonly value: string };

export type References = ReadonlyMap<string, Reference>;

const kinds = ['best', 'majority', 'overall'] as const;

/**
 * One reference per attribute, `best` where none is said. `best`, `majority` and `overall` alone speak of every attribute
 * that is not named; so does a bare value when there is but one attribute.
 *
 * @param written e.g. `['race=Caucasian', 'majority']`.
 * @param key where it stands, for messages.
 * @throws Failure('config') on an attribute that is not judged, one named twice, or a bare value among several.
 */
export function readReferences(
  written: string | readonly string[] | undefined,
  attributes: readonly string[],
  key: string,
): References {
  const named = new Map<string | null, Reference>();
  for (const text of [written ?? []].flat()) {
    const { attribute, reference } = readReference(text, attributes, key);
    if (named.has(attribute))
      throw configError(`${key}: two references for ${attribute ?? 'all attributes'}`, {
        fix: 'keep one of them',
      });
    named.set(attribute, reference);
  }
  const rest = named.get(null) ?? { kind: 'best' };
  return new Map(attributes.map((attribute) => [attribute, named.get(attribute) ?? rest]));
}

function readReference(text: string, attributes: readonly string[], key: string) {
  const kind = kinds.find((k) => k === text);
  if (kind) return { attribute: null, reference: { kind } };
  const attribute = attributes.filter((a) => text.startsWith(`${a}=`)).sort((a, b) => b.length - a.length)[0];
  if (attribute !== undefined) {
    const value = text.slice(attribute.length + 1);
    const word = kinds.find((k) => k === value);
    return { attribute, reference: word ? { kind: word } : ({ kind: 'group', value } as const) };
  }
  if (attributes.length === 1) return { attribute: null, reference: { kind: 'group', value: text } as const };
  throw configError(`${key}: ${JSON.stringify(text)} names no attribute that is judged`, {
    fix: `write best, majority, overall or ATTRIBUTE=VALUE with one of ${attributes.join(', ')}`,
  });
}
