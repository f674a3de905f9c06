import { type MessageId, useLanguage, Words } from '../language/index.ts';
import { type Loose, wordsAt } from './body.ts';

const UNITS: Readonly<Record<string, MessageId>> = {
  persons: 'unit.persons',
  organisations: 'unit.organisations',
  bodies: 'unit.bodies',
  graves: 'unit.graves',
  places: 'unit.places',
  documents: 'unit.documents',
  testimonies: 'unit.testimonies',
  events: 'unit.events',
  other: 'unit.other',
};
const ACTS: Readonly<Record<string, MessageId>> = {
  killed: 'act.killed',
  injured: 'act.injured',
  detained: 'act.detained',
  tortured: 'act.tortured',
  disappeared: 'act.disappeared',
  displaced: 'act.displaced',
  tried: 'act.tried',
  buried: 'act.buried',
  signed: 'act.signed',
  size: 'act.size',
  spread: 'act.spread',
  documented: 'act.documented',
  other: 'act.other',
};

/** What was counted: class and act in the interface's words, then population, event and place in the source's, then the period. */
export function Counted({ counted }: { readonly counted: Loose | null }) {
  const { t, date } = useLanguage();
  const [unit, act] = [UNITS[wordsAt(counted, 'unit') ?? ''], ACTS[wordsAt(counted, 'act') ?? '']];
  const words = ['population', 'event', 'place'].flatMap((name) => wordsAt(counted, name) ?? []);
  const period = wordsAt(counted, 'period');
  return (
    <>
      {t('card.countedOf', { unit: t(unit ?? 'unit.other'), act: t(act ?? 'act.other') })}
      {[...new Set(words)].map((part) => (
        <span key={part}>
          {t('list.comma')}
          <Words>{part}</Words>
        </span>
      ))}
      {period !== null && `${t('list.comma')}${date(period).first}`}
    </>
  );
}
