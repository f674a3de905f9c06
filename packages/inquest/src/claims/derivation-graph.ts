import type { ItemId } from '../kernel/index.ts';
import type { DerivationBody } from '../model/index.ts';
import { namesIn } from './claimant.ts';

export type DerivationRelation = DerivationBody['relation'];

/** One document is said to rest on another. Recorded by a person, or so far only proposed by reading. */
export interface DerivationEdge {
  /** The claim or proposal it comes from. */
  readonly id: string;
  readonly item: ItemId;
  readonly relation: DerivationRelation;
  readonly targetName: string;
  /** Null until a person links the origin's own item. */
  readonly target: ItemId | null;
}

/** The whole document is another's: nothing in it stands by itself. */
const WHOLE: ReadonlySet<DerivationRelation> = new Set(['republishes', 'translates', 'text_reuse']);
/** Some of it rests on another; what it says by somebody else's name does not. */
const IN_PART: ReadonlySet<DerivationRelation> = new Set(['quotes', 'relies_on']);

type Node = string;

/** Where derivation leads from an item. `asserts_confirmation_of` is no derivation and leads nowhere. */
export interface DerivationGraph {
  /**
   * Every document an item rests on, directly or through others, the item left out unless it
   * rests on itself. `whole`: only where all of it does. An origin that is not held here is
   * `name:` and its folded name.
   */
  ancestors(item: ItemId, kind: 'whole' | 'any'): ReadonlySet<Node>;
  /** Names of the origins an item is itself said to rest on, folded, one list per derivation. */
  namesOf(item: ItemId): readonly (readonly string[])[];
  /** Keys of the unheld sources that are said to underlie this item and another. */
  sameSource(item: ItemId): readonly string[];
}

/** Builds the graph; safe for cycles, and the order of edges makes no difference. */
export function derivationGraph(edges: readonly DerivationEdge[]): DerivationGraph {
  const next = { whole: new Map<Node, Set<Node>>(), any: new Map<Node, Set<Node>>() };
  const names = new Map<Node, (readonly string[])[]>();
  const underlying = new Map<Node, string[]>();
  for (const edge of edges) {
    const to = edge.target ?? nameNode(edge.targetName);
    if (edge.relation === 'same_underlying_source') {
      for (const end of [edge.item, to]) append(underlying, end, [edge.item, to].sort().join(' '));
    } else if (edge.relation !== 'asserts_confirmation_of') append(names, edge.item, namesIn(edge.targetName));
    if (WHOLE.has(edge.relation)) add(next.whole, edge.item, to);
    if (WHOLE.has(edge.relation) || IN_PART.has(edge.relation)) add(next.any, edge.item, to);
  }
  const seen = { whole: new Map<Node, ReadonlySet<Node>>(), any: new Map<Node, ReadonlySet<Node>>() };
  return {
    namesOf: (item) => names.get(item) ?? [],
    sameSource: (item) => underlying.get(item) ?? [],
    ancestors: (item, kind) => {
      const known = seen[kind].get(item);
      if (known !== undefined) return known;
      const found = reachable(next[kind], item);
      seen[kind].set(item, found);
      return found;
    },
  };
}

function nameNode(name: string): Node {
  return `name:${namesIn(name)[0] ?? name.trim().toLowerCase()}`;
}

function add(map: Map<Node, Set<Node>>, from: Node, to: Node): void {
  if (from === to) return;
  const known = map.get(from);
  if (known === undefined) map.set(from, new Set([to]));
  else known.add(to);
}

function append<T>(map: Map<Node, T[]>, key: Node, value: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

function reachable(next: ReadonlyMap<Node, ReadonlySet<Node>>, from: Node): ReadonlySet<Node> {
  const found = new Set<Node>();
  const open = [...(next.get(from) ?? [])];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (found.has(node)) continue;
    found.add(node);
    open.push(...(next.get(node) ?? []));
  }
  return found;
}
