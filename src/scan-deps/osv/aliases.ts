import { compareCodePoints } from '../../gate/order.js';
import type { Advisory } from './advisory.js';

/** Advisories that speak of one flaw, joined through their aliases. */
export interface AliasGroups {
  /** Every advisory of the database in the group of an id, itself included. */
  membersOf(id: string): readonly Advisory[];
  /** The same for all ids of one group. */
  groupOf(id: string): string;
  /** Every id and alias of the group, sorted. */
  idsOf(id: string): readonly string[];
}

/** Union-find over ids and aliases: transitive, near linear. */
export function groupByAlias(advisories: readonly Advisory[]): AliasGroups {
  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let up = parents.get(root); up !== undefined && up !== root; up = parents.get(root)) root = up;
    for (let at = id; at !== root; ) {
      const next = parents.get(at) ?? root;
      parents.set(at, root);
      at = next;
    }
    return root;
  };
  for (const { id, aliases } of advisories) {
    for (const alias of aliases) parents.set(rootOf(alias), rootOf(id));
  }
  const members = new Map<string, Advisory[]>();
  for (const advisory of advisories) {
    const root = rootOf(advisory.id);
    members.set(root, [...(members.get(root) ?? []), advisory]);
  }
  const membersOf = (id: string) => members.get(rootOf(id)) ?? [];
  return {
    membersOf,
    groupOf: rootOf,
    idsOf: (id) => [...new Set(membersOf(id).flatMap((m) => [m.id, ...m.aliases]))].sort(compareCodePoints),
  };
}
