import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CustodyAnswer, ItemLine } from '../../../packages/inquest/src/api-contract/index.ts';
import { addressOf, asked } from '../http/index.ts';
import { DateText, Digest, type MessageId, useLanguage, Words } from '../language/index.ts';
import type { OutlineLine } from './outline-lines.ts';

/** What the item is: its outline, the dates on it and whose they are, what is kept, and what is known of its custody. */
export function Outline({
  item,
  lines,
  onGo,
}: {
  readonly item: ItemLine;
  readonly lines: readonly OutlineLine[];
  readonly onGo: (start: number) => void;
}) {
  const { t } = useLanguage();
  return (
    <aside className="outline" aria-label={t('reader.about')}>
      {lines.length > 0 && (
        <section>
          <h2>{t('reader.outline')}</h2>
          <ul>
            {lines.map((line) => (
              <OutlineRow key={line.start} line={line} onGo={onGo} />
            ))}
          </ul>
        </section>
      )}
      <PageDates item={item} />
      <KeptAs item={item} />
      <CustodyLine item={item.item ?? ''} />
    </aside>
  );
}

function OutlineRow({ line, onGo }: { readonly line: OutlineLine; readonly onGo: (start: number) => void }) {
  const { t, number } = useLanguage();
  return (
    <li>
      <button type="button" className="plain" onClick={() => onGo(line.start)}>
        {line.furniture ? <span className="muted">{t('reader.furniture')}</span> : <Words className="clip">{line.words}</Words>}
      </button>
      {line.count > 0 && (
        <span className="num">
          {number(line.count)}
          <span className="visually-hidden"> {t('reader.outlineCounts', { count: line.count })}</span>
        </span>
      )}
    </li>
  );
}

type DateLine = ItemLine['dates']['all'][number];
const DATE_KINDS: Readonly<Record<string, MessageId>> = {
  published: 'date.kind.published',
  updated: 'date.kind.updated',
  signed: 'date.kind.signed',
  pageRendered: 'date.kind.pageRendered',
  captured: 'date.kind.captured',
  urlPath: 'date.kind.urlPath',
  event: 'date.kind.event',
  metadata: 'date.kind.metadata',
  received: 'date.kind.received',
};
const BASES: Readonly<Record<string, MessageId>> = {
  meta: 'date.basis.meta',
  'json-ld': 'date.basis.meta',
  visible: 'date.basis.visible',
  url: 'date.basis.url',
  'front-matter': 'date.basis.frontMatter',
  file: 'date.basis.file',
  inference: 'date.basis.inference',
};

function PageDates({ item }: { readonly item: ItemLine }) {
  const { t } = useLanguage();
  const dates = useMemo(() => uniqueDates(item), [item]);
  return (
    <section>
      <h2>{t('reader.dates')}</h2>
      {dates.length === 0 && <p className="muted">{t('reader.noDates')}</p>}
      <dl className="kv">
        {dates.map((date) => (
          <PageDate key={`${date.kind} ${date.edtf} ${date.basis}`} date={date} />
        ))}
      </dl>
    </section>
  );
}

function PageDate({ date }: { readonly date: DateLine }) {
  const { t, time } = useLanguage();
  const kind = DATE_KINDS[date.kind];
  const basis = BASES[date.basis];
  const ofSite = date.kind === 'pageRendered';
  const note = ofSite ? t('date.ofSite') : basis === undefined ? time(date.edtf) : t(basis);
  return (
    <>
      <dt>{kind === undefined ? date.kind : t(kind)}</dt>
      <dd>
        <DateText edtf={date.edtf} off={ofSite} note={note} />
      </dd>
    </>
  );
}

/** The page's own clock first, then what the material states, then what we did; each date and basis once. */
const ORDER = ['pageRendered', 'published', 'updated', 'signed', 'urlPath', 'event', 'metadata', 'captured', 'received'];
function uniqueDates(item: ItemLine): readonly DateLine[] {
  const received =
    item.receivedAt === null ? [] : [{ kind: 'received', edtf: item.receivedAt, raw: '', basis: 'received', start: null, end: null }];
  const seen = new Map([...item.dates.all, ...received].map((date) => [`${date.kind} ${date.edtf} ${date.basis}`, date]));
  return [...seen.values()].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)).slice(0, MOST_DATES);
}
const MOST_DATES = 12;

function KeptAs({ item }: { readonly item: ItemLine }) {
  const { t, size, number } = useLanguage();
  return (
    <section>
      <h2>{t('reader.keptAs')}</h2>
      <ul>
        <li>
          <a href={addressOf('original', { values: { item: item.item ?? '' } })} download>
            {t('reader.originalFile')}
          </a>
          {item.bytes !== null && <span className="note">{size(item.bytes)}</span>}
        </li>
        {item.textLength !== null && (
          <li>
            <b>{t('reader.text')}</b>
            <span className="note">{t('reader.characters', { count: item.textLength, shown: number(item.textLength) })}</span>
          </li>
        )}
      </ul>
    </section>
  );
}

function CustodyLine({ item }: { readonly item: string }) {
  const { t } = useLanguage();
  const custody = useQuery(asked('custody', { values: { item } })).data;
  if (custody === undefined) return null;
  return (
    <section>
      <h2>{t('reader.custody')}</h2>
      <CustodyWords custody={custody} />
      <Digest>{custody.sha256}</Digest>
    </section>
  );
}

function CustodyWords({ custody: { receivedAt, lastCheck } }: { readonly custody: CustodyAnswer }) {
  const { t, date } = useLanguage();
  const since = date(receivedAt).first;
  if (lastCheck === null) return <p>{t('reader.custodyUnread', { since })}</p>;
  const checked = date(lastCheck.at).first;
  return (
    <p className={lastCheck.same ? undefined : 'off'}>
      {t(lastCheck.same ? 'reader.custodySame' : 'reader.custodyDiffers', { since, checked })}
    </p>
  );
}
