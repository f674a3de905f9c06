/** Disjoint sets of strings that only ever grow together. Order of merging makes no difference to the result. */
export interface MergedSets {
  merge(a: string, b: string): void;
  /** The least member of the set, which names it. */
  of(member: string): string;
}

export function mergedSets(): MergedSets {
  const parent = new Map<string, string>();
  const of = (member: string): string => {
    let root = member;
    for (let up = parent.get(root); up !== undefined; up = parent.get(root)) root = up;
    return root;
  };
  return {
    of,
    merge: (a, b) => {
      const [one, other] = [of(a), of(b)];
      if (one === other) return;
      if (one < other) parent.set(other, one);
      else parent.set(one, other);
    },
  };
}
