import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { asked } from '../http/index.ts';
import { type MessageId, useLanguage } from '../language/index.ts';

interface Entry {
  readonly to: '/' | '/claims' | '/figures' | '/custody';
  readonly label: MessageId;
  /** What the number counts, for those who hear it. */
  readonly counted?: MessageId;
  readonly count?: number | undefined;
}

/** What exists, and nothing else. On a narrow page the same links stand in a row under the bar. */
export function Rail() {
  const { t, number } = useLanguage();
  const counts = useQuery(asked('inquiry')).data?.counts;
  const groups: readonly { readonly title: MessageId; readonly entries: readonly Entry[] }[] = [
    { title: 'rail.inbox', entries: [{ to: '/', label: 'rail.intake', count: counts?.items, counted: 'rail.intakeCounts' }] },
    {
      title: 'rail.ledger',
      entries: [
        { to: '/claims', label: 'rail.claims', count: counts?.claims, counted: 'rail.claimsCounts' },
        { to: '/figures', label: 'rail.figures', count: counts?.questions, counted: 'rail.figuresCounts' },
      ],
    },
    { title: 'rail.trust', entries: [{ to: '/custody', label: 'rail.custody' }] },
  ];
  return (
    <nav className="rail" aria-label={t('rail.label')}>
      {groups.map((group) => (
        <div key={group.title} className="rail-group">
          <h2>{t(group.title)}</h2>
          {group.entries.map((entry) => (
            <Link key={entry.to} to={entry.to} activeOptions={{ exact: entry.to === '/', includeSearch: false }}>
              {t(entry.label)}{' '}
              {entry.count !== undefined && entry.counted !== undefined && (
                <span>
                  {number(entry.count)}
                  <span className="visually-hidden"> {t(entry.counted, { count: entry.count })}</span>
                </span>
              )}
            </Link>
          ))}
        </div>
      ))}
    </nav>
  );
}
