import type { ItemId } from '../kernel/index.ts';
import type { ChainLink } from '../model/index.ts';
import { isShortFor, saysConfirmed, shareAName, speakerOf, type Voice, voiceOf } from './claimant.ts';
import { type DerivationEdge, type DerivationGraph, derivationGraph } from './derivation-graph.ts';
import { type MergedSets, mergedSets } from './merged-sets.ts';

/** One document saying one thing once. `chain`: link 0 the document, the last link the claimant. */
export interface Utterance {
  readonly id: string;
  readonly item: ItemId;
  readonly chain: readonly ChainLink[];
}

/** Independent origins are an interval: at least `min` are known, at most `max` are possible. */
export interface Origins {
  readonly min: number;
  readonly max: number;
}

/** Something several reports come down to. */
export interface OriginRoot {
  /** Stable for the same utterances. */
  readonly id: string;
  /** A named claimant, or somebody whose provenance nobody has stated (0 in `min`, 1 in `max`). */
  readonly known: boolean;
  /** Folded names merged into it; empty when nobody is named. */
  readonly names: readonly string[];
  /** Utterances that stand for it, by id. Those that repeat them are in `derived`. */
  readonly utterances: readonly string[];
}

export type IndependenceStatus = 'corroborated' | 'single_source' | 'undetermined' | 'derived_only' | 'unattributed' | 'contested';

export interface Independence {
  /** Documents that carry it. */
  readonly reports: number;
  readonly origins: Origins;
  readonly roots: readonly OriginRoot[];
  /** Utterances that rest on another one in hand and add no origin. */
  readonly derived: readonly string[];
  /** Utterances that only say that somebody confirmed it: nothing until that document is held, linked and read. */
  readonly saidConfirmed: readonly string[];
  /** What the interval would be if the proposed derivations were recorded. Shown, never counted. */
  readonly ifProposed: { readonly edges: readonly DerivationEdge[]; readonly origins: Origins };
  readonly statuses: readonly IndependenceStatus[];
}

export interface IndependenceInput {
  readonly utterances: readonly Utterance[];
  /** Decisions of persons: the only edges that count. */
  readonly recorded: readonly DerivationEdge[];
  readonly proposed?: readonly DerivationEdge[];
  /** Somebody else's figure or denial contradicts this. */
  readonly contested?: boolean;
}

/**
 * Counts independent origins (method §2.4) of things said in several documents.
 *
 * - A document that rests on another one in hand, by a recorded derivation, adds nothing: copies
 *   count once. `quotes` and `relies_on` do so only for what the document says in its own voice
 *   or in the name of what it rests on; another named claimant in it stands by himself.
 * - The same named claimant in two documents is one origin.
 * - Whose provenance is unknown (own voice, nobody named, survivors) counts 0 in `min`, 1 in
 *   `max`, and once for all that come from one origin nobody holds.
 * - "X confirmed it" adds nothing until X's document is held and linked, and then only as unknown.
 * - Proposed derivations never move the interval; `ifProposed` shows what they would do.
 *
 * Adding a derived copy never raises `min`, adding an edge never raises `max`, cycles count once,
 * and order of arrival makes no difference.
 */
export function independence(input: IndependenceInput): Independence {
  const { utterances, recorded, proposed = [] } = input;
  const { restsElsewhere, ...counted } = count(utterances, recorded);
  const edges = proposed.filter((edge) => utterances.some((utterance) => utterance.item === edge.item));
  const would = edges.length === 0 ? counted.origins : count(utterances, [...recorded, ...edges]).origins;
  return {
    reports: new Set(utterances.map((utterance) => utterance.item)).size,
    ...counted,
    ifProposed: { edges, origins: would },
    statuses: statusesOf({ ...counted, restsElsewhere }, utterances, input.contested === true),
  };
}

type Counted = Pick<Independence, 'origins' | 'roots' | 'derived' | 'saidConfirmed'> & { readonly restsElsewhere: boolean };

interface Node {
  readonly utterance: Utterance;
  readonly voice: Voice;
  /** Documents, held or only named, that the utterance rests on. */
  readonly ancestors: ReadonlySet<string>;
}

function count(utterances: readonly Utterance[], edges: readonly DerivationEdge[]): Counted {
  const graph = derivationGraph(edges);
  const ordered = [...utterances].sort((a, b) => (a.id < b.id ? -1 : 1));
  const saidConfirmed: string[] = [];
  const nodes: Node[] = [];
  for (const utterance of ordered) {
    if (!saysConfirmed(utterance.chain)) nodes.push(nodeOf(utterance, graph));
    else {
      const linked = linkedConfirmations(utterance, edges);
      if (linked.length === 0) saidConfirmed.push(utterance.id);
      else nodes.push(confirmationNode(utterance, linked, graph));
    }
  }
  const { standing, cycles } = standingNodes(nodes);
  const roots = rootsOf(nodes, standing, mergeNodes(nodes, { cycles, graph, careful: false }));
  const cautious = rootsOf(nodes, standing, mergeNodes(nodes, { cycles, graph, careful: true }));
  return {
    origins: { min: cautious.filter((root) => root.known).length, max: roots.length },
    roots,
    derived: nodes.filter((node) => !standing.has(node)).map(({ utterance }) => utterance.id),
    saidConfirmed,
    restsElsewhere: [...standing].every(({ voice, ancestors }) => voice.kind !== 'named' && ancestors.size > 0),
  };
}

function nodeOf(utterance: Utterance, graph: DerivationGraph): Node {
  const voice = voiceOf(utterance.chain);
  return { utterance, voice, ancestors: ancestorsOf(utterance, voice, graph) };
}

/** A named claimant stands by himself where a document rests on another only in part, unless that other is he or carries him. */
function ancestorsOf(utterance: Utterance, voice: Voice, graph: DerivationGraph): ReadonlySet<string> {
  const any = graph.ancestors(utterance.item, 'any');
  if (voice.kind !== 'named') return any;
  const carriers = utterance.chain.slice(1).map(speakerOf);
  const carried = graph
    .namesOf(utterance.item)
    .some((names) => carriers.some((carrier) => carrier.kind === 'named' && shareAName(carrier.names, names)));
  return carried ? any : graph.ancestors(utterance.item, 'whole');
}

/** The held documents that are said to confirm it, where a person has linked them. */
function linkedConfirmations(utterance: Utterance, edges: readonly DerivationEdge[]): readonly ItemId[] {
  return edges.flatMap(({ item, relation, target }) => {
    const here = item === utterance.item && relation === 'asserts_confirmation_of';
    return here && target !== null && target !== item ? [target] : [];
  });
}

function confirmationNode(utterance: Utterance, linked: readonly ItemId[], graph: DerivationGraph): Node {
  const ancestors = new Set(linked.flatMap((item) => [item, ...graph.ancestors(item, 'any')]));
  return { utterance, voice: { kind: 'unattributed' }, ancestors };
}

/** Those that rest on no other utterance in hand. In a cycle all of them stand, as one. */
function standingNodes(nodes: readonly Node[]): { standing: ReadonlySet<Node>; cycles: readonly (readonly [Node, Node])[] } {
  const byItem = Map.groupBy(nodes, ({ utterance }): string => utterance.item);
  const restsOn = new Map(nodes.map((node) => [node, parents(node, byItem)]));
  const below = new Map(nodes.map((node) => [node, closure(node, restsOn)]));
  const standing = new Set<Node>();
  const cycles: (readonly [Node, Node])[] = [];
  for (const [node, others] of below) {
    const mutual = [...others].filter((other) => below.get(other)?.has(node) === true);
    if (mutual.length === others.size) standing.add(node);
    for (const other of mutual) cycles.push([node, other]);
  }
  return { standing, cycles };
}

function parents(node: Node, byItem: ReadonlyMap<string, readonly Node[]>): readonly Node[] {
  const items = [...node.ancestors].filter((item) => item !== node.utterance.item);
  return items.flatMap((item) => byItem.get(item) ?? []);
}

function closure(from: Node, restsOn: ReadonlyMap<Node, readonly Node[]>): ReadonlySet<Node> {
  const found = new Set<Node>();
  const open = [...(restsOn.get(from) ?? [])];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (found.has(node)) continue;
    found.add(node);
    open.push(...(restsOn.get(node) ?? []));
  }
  return found;
}

interface Merging {
  readonly cycles: readonly (readonly [Node, Node])[];
  readonly graph: DerivationGraph;
  /** A last name that two full names share is taken for both: fewer origins, for the lower end. */
  readonly careful: boolean;
}

/**
 * Puts together what can be one origin: one name, one cycle, one document and voice, one origin
 * nobody holds, one source said to underlie two. Looks at repeats as well as at what stands, so
 * that what a repeat teaches about names is not lost when it is linked.
 */
function mergeNodes(nodes: readonly Node[], { cycles, graph, careful }: Merging): MergedSets {
  const sets = mergedSets();
  const names = new Set<string>();
  for (const { voice } of nodes) {
    if (voice.kind !== 'named') continue;
    for (const name of voice.names) {
      names.add(name);
      sets.merge(`name ${name}`, `name ${voice.names[0] ?? name}`);
    }
  }
  for (const short of names) {
    const fuller = [...names].filter((full) => isShortFor(short, full));
    if (careful || fuller.length === 1) for (const full of fuller) sets.merge(`name ${short}`, `name ${full}`);
  }
  for (const [a, b] of cycles) sets.merge(token(a), token(b));
  for (const node of nodes) {
    if (node.voice.kind !== 'named') for (const ancestor of node.ancestors) sets.merge(token(node), `from ${ancestor}`);
    for (const other of graph.sameSource(node.utterance.item)) sets.merge(token(node), `under ${other}`);
  }
  return sets;
}

function token({ utterance, voice }: Node): string {
  if (voice.kind === 'named') return `name ${voice.names[0] ?? ''}`;
  return `at ${utterance.item} ${voice.kind === 'unnamed' ? voice.words : ''}`;
}

function rootsOf(nodes: readonly Node[], standing: ReadonlySet<Node>, sets: MergedSets): readonly OriginRoot[] {
  const all = new Set(nodes.flatMap(({ voice }) => (voice.kind === 'named' ? voice.names : [])));
  const ambiguous = (name: string): boolean => [...all].filter((full) => isShortFor(name, full)).length > 1;
  return [...Map.groupBy(standing, (node) => sets.of(token(node)))]
    .map(([id, members]) => ({
      id,
      known: members.some(({ voice }) => voice.kind === 'named' && !voice.names.every(ambiguous)),
      names: [...new Set(members.flatMap(({ voice }) => (voice.kind === 'named' ? voice.names : [])))].sort(),
      utterances: members.map(({ utterance }) => utterance.id).sort(),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function statusesOf(counted: Counted, utterances: readonly Utterance[], contested: boolean): readonly IndependenceStatus[] {
  if (utterances.length === 0) return [];
  const { min, max } = counted.origins;
  const statuses: IndependenceStatus[] = [];
  if (min >= 2) statuses.push('corroborated');
  else if (counted.restsElsewhere) statuses.push('derived_only');
  else statuses.push(max >= 2 ? 'undetermined' : 'single_source');
  if (utterances.every(({ chain }) => ['document', 'unattributed'].includes(voiceOf(chain).kind))) statuses.push('unattributed');
  if (contested) statuses.push('contested');
  return statuses;
}
