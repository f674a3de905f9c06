import { useNavigate } from '@tanstack/react-router';
import { type RefObject, useMemo } from 'react';
import { type MessageId, useLanguage } from '../language/index.ts';
import { Status } from '../marks.tsx';
import { countFurther, type Entry, FURTHER, type Further } from './entry.ts';

const WORDS: Readonly<Record<Further, MessageId>> = {
  date: 'further.dates',
  name: 'further.names',
  boilerplate: 'further.furniture',
  'set-aside': 'further.setAside',
};

/** What the marks mean, and what can be shown besides claims. */
export function CardsHead({
  place,
  entries,
  further,
}: {
  readonly place: RefObject<HTMLDivElement | null>;
  readonly entries: readonly Entry[];
  readonly further: ReadonlySet<Further>;
}) {
  const { t, number } = useLanguage();
  const navigate = useNavigate({ from: '/items/$item' });
  const counts = useMemo(() => countFurther(entries), [entries]);
  const offered = FURTHER.filter((kind) => counts[kind] > 0 || further.has(kind));
  const toggle = (kind: Further) => {
    const now = FURTHER.filter((other) => (other === kind ? !further.has(other) : further.has(other)));
    void navigate({
      search: ({ filter: _filter, ...rest }) => ({ ...rest, ...(now.length > 0 && { filter: now.join(',') }) }),
      replace: true,
      resetScroll: false,
    });
  };
  return (
    <div className="cards-head" ref={place}>
      <p className="legend">
        <Status name="recorded">{t('status.recorded')}</Status>
        <Status name="proposed">{t('status.proposed')}</Status>
        <Status name="unsure">{t('status.unsure')}</Status>
        <Status name="set-aside">{t('status.setAside')}</Status>
        <Status name="differs">{t('relation.differs')}</Status>
        <Status name="also-said">{t('relation.alsoSaid')}</Status>
        <Status name="responds">{t('relation.responds')}</Status>
      </p>
      {offered.length > 0 && (
        <fieldset className="further">
          <legend>{t('further.title')}</legend>
          {offered.map((kind) => (
            <button key={kind} type="button" className="chip" aria-pressed={further.has(kind)} onClick={() => toggle(kind)}>
              {t(WORDS[kind])} <span className="muted">{number(counts[kind])}</span>
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}
