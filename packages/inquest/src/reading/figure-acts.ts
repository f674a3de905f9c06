import type { CountedAct } from '../model/index.ts';
import type { ActLexicon, ListedAct } from './act-lexicon.ts';
import type { FigureMention } from './figure-mentions.ts';
import type { Word } from './words.ts';

/** What was done to those counted, and the words that say so (word indices, end exclusive). */
export interface FigureAct {
  readonly act: CountedAct;
  readonly predicate: { readonly first: number; readonly end: number } | null;
}

/** How far an act may stand from its number, in words; a comma costs as much as four. */
const REACH = 16;
const COMMA_COST = 4;
const LONGEST_APPOSITION = 30;
/** An act before the number is a little further than one after it: "were killed" outranks "killing of". */
const LEFT_COST = 1;
const AUXILIARY = /^(?:was|were|been|being|be|is|are|had|has|have|have|ont|été|a|est|sont|furent|شد|شدند)$/;

/** The figures of one sentence, and the words for what is done to people. */
export interface FigureClause {
  readonly words: readonly Word[];
  readonly figures: readonly FigureMention[];
  readonly acts: ActLexicon;
}

interface Candidate {
  readonly act: ListedAct;
  readonly first: number;
  readonly end: number;
  readonly cost: number;
}

/**
 * The act of a figure: its own noun ("38 wounded"), else the nearest act word in its clause, the
 * passive after it before the verb in front, else what such things usually are (members: size,
 * cities: spread, graves: buried).
 */
export function actOf({ words, figures, acts }: FigureClause, index: number): FigureAct {
  const figure = figures[index];
  if (figure === undefined) return { act: 'other', predicate: null };
  if (figure.phrase?.form === 'compound') return { act: 'size', predicate: null };
  if (figure.unit === 'places' && spreads(words, figure, acts)) return { act: 'spread', predicate: null };
  const own = ownAct(words, figure, acts);
  if (own !== null && (DONE.has(own.act) || figure.unit === 'events')) return own;
  const whole = figure.subsetOf === null ? null : actOf({ words, figures, acts }, figure.subsetOf);
  if (whole !== null) return rightNeighbour(words, figure.after, acts) ?? { act: whole.act, predicate: whole.predicate };
  const speak = figure.unit === 'persons' && acts.speaking.at(words, figure.after) !== null && acts.acts.at(words, figure.after) === null;
  if (speak) return { act: 'size', predicate: null };
  const left = leftAct({ words, figures, acts }, index);
  const right = figure.rule === 'quantity.governed' ? null : rightAct({ words, figures, acts }, index);
  const best = left === null || (right !== null && right.cost <= left.cost) ? right : left;
  if (best !== null && suits(best.act, figure)) return { act: best.act, predicate: { first: best.first, end: best.end } };
  if (own !== null) return own;
  const inherited = listedAfter(words, figures, index) ? actOf({ words, figures, acts }, index - 1) : modifierAct(words, figure, acts);
  if (inherited !== null && suitsAny(inherited.act, figure)) return inherited;
  if (figure.toll !== null && figure.phrase === null) return { act: 'other', predicate: null };
  return { act: USUAL[figure.unit] ?? 'other', predicate: null };
}

/** Nouns of these acts say all (the dead, the wounded); a detainee may have been killed. */
const DONE: ReadonlySet<CountedAct> = new Set(['killed', 'injured', 'disappeared', 'buried', 'signed']);

const USUAL: Readonly<Partial<Record<FigureMention['unit'], CountedAct>>> = {
  persons: 'size',
  organisations: 'size',
  places: 'spread',
  graves: 'buried',
  documents: 'documented',
  testimonies: 'documented',
};

/** Whether the act can be done to what is counted: graves are not killed, reports are not wounded. */
function suits(act: ListedAct, figure: FigureMention): boolean {
  if (figure.unit === 'documents' || figure.unit === 'testimonies') return act === 'documented' || act === 'signed';
  if (figure.unit === 'graves' || figure.unit === 'bodies') return act === 'buried' || act === 'documented';
  if (figure.unit === 'places') return act === 'size';
  if (figure.unit === 'organisations') return act === 'signed' || act === 'size' || act === 'displaced';
  return true;
}

function suitsAny(act: CountedAct, figure: FigureMention): boolean {
  return act !== 'other' && act !== 'spread' && (act === 'disappeared' || figure.unit === 'persons');
}

/** "97 were killed: 60 men, 30 women and 7 children": nothing but marks and "and" since the figure before. */
function listedAfter(words: readonly Word[], figures: readonly FigureMention[], index: number): boolean {
  const [before, figure] = [figures[index - 1], figures[index]];
  if (before === undefined || figure === undefined) return false;
  const colon = words.findLastIndex((word, at) => at >= before.after && at < figure.number.first && /^[:(]$/.test(word.lower));
  const from = colon < 0 ? before.after : colon;
  return words.slice(from, figure.number.first).every((word) => word.kind === 'mark' || LISTING.test(word.lower));
}

/** "Missing students": an act among the modifiers of the noun. */
function modifierAct(words: readonly Word[], figure: FigureMention, acts: ActLexicon): FigureAct | null {
  if (figure.phrase === null) return null;
  for (let at = figure.phrase.first; at < figure.phrase.headEnd; at += 1) {
    const act = acts.acts.at(words, at);
    if (act !== null && HARM_MODIFIERS.has(act.value)) return { act: act.value, predicate: { first: at, end: at + act.length } };
  }
  return null;
}

const LISTING = /^(?:and|et|و|ou|or)$/;
const HARM_MODIFIERS: ReadonlySet<ListedAct> = new Set(['killed', 'injured', 'detained', 'disappeared', 'displaced', 'tried', 'tortured']);

function spreads(words: readonly Word[], figure: FigureMention, acts: ActLexicon): boolean {
  const first = figure.number.qualifierWords?.first ?? figure.number.first;
  return acts.spread.endingAt(words, Math.min(first, figure.number.first) - 1) !== null;
}

/** Dead, wounded, fatalities: the noun itself, or the toll before the number, says what happened. */
function ownAct(words: readonly Word[], figure: FigureMention, acts: ActLexicon): FigureAct | null {
  if (figure.toll !== null) {
    for (let at = figure.toll.first; at < figure.number.first; at += 1) {
      const named = acts.acts.at(words, at);
      if (named !== null)
        return { act: named.value, predicate: { first: figure.toll.first, end: Math.max(figure.toll.end, at + named.length) } };
    }
  }
  if (figure.phrase === null || figure.phrase.form === 'unlisted') return null;
  const { first, headEnd } = figure.phrase;
  for (let at = headEnd - 1; at >= first; at -= 1) {
    const named = acts.acts.at(words, at);
    if (named !== null && at + named.length === headEnd && named.value !== 'size' && named.value !== 'documented') {
      const killedFirst = rightNeighbour(words, headEnd, acts);
      return killedFirst ?? { act: named.value, predicate: { first: at, end: headEnd } };
    }
  }
  return null;
}

/** "Prisoners were executed": the predicate right after the noun outranks the noun's own sense. */
function rightNeighbour(words: readonly Word[], from: number, acts: ActLexicon): FigureAct | null {
  if (!AUXILIARY.test(words[from]?.lower ?? '')) return null;
  for (let at = from + 1; at <= from + 3; at += 1) {
    const act = acts.acts.at(words, at);
    if (act !== null) return { act: act.value, predicate: { first: from, end: at + act.length } };
  }
  return null;
}

function rightAct({ words, figures, acts }: FigureClause, index: number): Candidate | null {
  const figure = figures[index];
  if (figure === undefined) return null;
  const next = figures.slice(index + 1).find((other) => other.number.first >= figure.after);
  // "60 bodies in three graves were exhumed": where they lay takes no act over.
  const nextFigure = next === undefined || next.unit === 'places' || next.unit === 'graves' ? words.length : next.number.first;
  const from = pastApposition(words, figure.after);
  let cost = from > figure.after ? COMMA_COST / 2 : 0;
  for (let at = from; at < Math.min(words.length, from + 2 * REACH); at += 1) {
    const word = words[at];
    if (word === undefined || endsClause(word)) return null;
    // A second figure takes over what follows it, unless both share one predicate: "3 men and 2 women were killed".
    if (at >= nextFigure && from === figure.after && !joined(words, figure.after, nextFigure)) return null;
    // "Killed 12 people and injured 30": a verb after "and" has its own object.
    cost += word.lower === ',' || word.lower === '،' || LISTING.test(word.lower) ? COMMA_COST : 1;
    if (cost > REACH + COMMA_COST) return null;
    const act = acts.acts.at(words, at);
    if (act === null) continue;
    // In Arabic the verb comes first; one joined by "and" opens the next clause.
    if (acts.language === 'ar' && word.lower.startsWith('و')) return null;
    const auxiliary = AUXILIARY.test(words[at - 1]?.lower ?? '') ? at - 1 : at;
    return {
      act: act.value,
      first: auxiliary,
      end: at + act.length,
      cost: auxiliary < at && !words.slice(from, at).some((other) => LISTING.test(other.lower)) ? Math.min(cost, 2) : cost,
    };
  }
  return null;
}

/** "5,000 prisoners, most of them students, were killed": what the commas enclose is passed over. */
function pastApposition(words: readonly Word[], index: number): number {
  if (words[index]?.lower !== ',') return index;
  for (let at = index + 1; at < Math.min(words.length, index + LONGEST_APPOSITION); at += 1) {
    const word = words[at];
    if (word === undefined || endsClause(word)) return index;
    if (word.lower === ',' && AUXILIARY.test(words[at + 1]?.lower ?? '')) return at + 1;
  }
  return index;
}

function joined(words: readonly Word[], from: number, to: number): boolean {
  return (
    to - from <= 4 &&
    words.slice(from, to).some((word) => /^(?:and|et|و|,|،|or)$/.test(word.lower)) &&
    words.slice(from, to).every((word) => !AUXILIARY.test(word.lower))
  );
}

function leftAct({ words, figures, acts }: FigureClause, index: number): Candidate | null {
  const figure = figures[index];
  if (figure === undefined) return null;
  const from = Math.min(figure.number.first, figure.number.qualifierWords?.first ?? figure.number.first);
  let cost = LEFT_COST;
  for (let at = from - 1; at >= Math.max(0, from - REACH); at -= 1) {
    const word = words[at];
    if (word === undefined || endsClause(word)) return null;
    cost += word.lower === ',' || word.lower === '،' ? COMMA_COST : 1;
    const act = acts.acts.endingAt(words, at);
    if (act !== null && cost <= REACH) return { act: act.value, first: at - act.length + 1, end: at + 1, cost };
  }
  return null;
}

function endsClause(word: Word): boolean {
  return /^[.;:!?؟؛“”«»]$/.test(word.lower);
}
