import { type MessageId, T, useLanguage, Words } from '../language/index.ts';
import { at, looseOf, spanWords, wordsAt } from './body.ts';
import { Claimant } from './claimant.tsx';
import { DERIVATION_RELATIONS } from './draft.ts';
import { bodyOf, claimantOf, type Entry } from './entry.ts';

/** Longer quotes are cut in the sentence; the open card has them whole. */
const MOST_QUOTED = 110;

/** What the entry says, as one sentence that begins with its claimant. The interface's words are few and in its language; the rest is the source's. */
export function EntrySentence({ entry }: { readonly entry: Entry }) {
  const { t } = useLanguage();
  const claimant = <Claimant {...claimantOf(entry)} />;
  const body = bodyOf(entry);
  switch (entry.kind) {
    case 'quantity': {
      const raw = entry.proposal?.number ?? wordsAt(at(body, 'quantity'), 'raw') ?? entry.quote;
      const counted = at(body, 'counted');
      const population = wordsAt(counted, 'population');
      const words = rawOf(entry) ?? raw;
      const further = population !== null && !words.includes(population) ? population : null;
      const figure = (
        <b>
          <Words>{words}</Words>
        </b>
      );
      return (
        <T
          id={further === null ? 'sentence.figure' : 'sentence.figureOf'}
          values={{ claimant, figure, population: <Words>{further}</Words> }}
        />
      );
    }
    case 'role': {
      const [person, role, holder] = ['person', 'role', 'body'].map((name) => wordsAt(body, name) ?? spanWords(body, name));
      const values = {
        claimant,
        person: <Words>{person ?? t('sentence.somebody')}</Words>,
        role: <Words>{[role, holder].filter(Boolean).join(', ')}</Words>,
      };
      return <T id="sentence.role" values={values} />;
    }
    case 'derivation': {
      const target = wordsAt(body, 'targetName') ?? spanWords(body, 'target') ?? entry.quote;
      const relation = wordsAt(body, 'relation');
      return <T id={RELATIONS[relation ?? ''] ?? 'sentence.derivation.relies_on'} values={{ claimant, target: <Words>{target}</Words> }} />;
    }
    case 'date':
    case 'name':
    case 'boilerplate':
      return <Words>{cut(entry.quote)}</Words>;
    default:
      return <T id={denies(entry) ? 'sentence.denies' : 'sentence.says'} values={{ claimant, quote: <Words>{cut(entry.quote)}</Words> }} />;
  }
}

const RELATIONS: Readonly<Record<string, MessageId>> = Object.fromEntries(
  DERIVATION_RELATIONS.map((relation) => [relation, `sentence.derivation.${relation}` as const]),
);

/** The figure's words as the claim or the reading gives them, qualifier included. */
function rawOf(entry: Entry): string | null {
  return wordsAt(at(bodyOf(entry), 'quantity'), 'raw');
}

function denies(entry: Entry): boolean {
  if (entry.claim !== null) return entry.claim.polarity === 'denies' || bodyOf(entry)?.['type'] === 'denies_act';
  return looseOf(entry.proposal?.body)?.['speechAct'] === 'deny';
}

function cut(quote: string): string {
  if (quote.length <= MOST_QUOTED) return quote;
  const short = quote.slice(0, MOST_QUOTED);
  return `${short.slice(0, Math.max(40, short.lastIndexOf(' ')))}…`;
}
