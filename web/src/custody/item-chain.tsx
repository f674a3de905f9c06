import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CustodyAnswer, EventLine } from '../../../packages/inquest/src/api-contract/index.ts';
import { addressOf, asked } from '../http/index.ts';
import { useKeys } from '../keys/index.ts';
import { Digest, Id, useLanguage } from '../language/index.ts';
import { ProblemNotice, Waiting } from '../shell/index.ts';
import { CustodyLine, useWhen } from './custody-line.tsx';
import { eventWords } from './event-words.ts';
import { useCheck } from './use-check.ts';

/** What happened to one item's bytes, oldest first, and whether they are still the same. */
export function ItemChain({ item }: { readonly item: string }) {
  const { t } = useLanguage();
  const custody = useQuery(asked('custody', { values: { item } }));
  const line = useQuery(asked('item', { values: { item } })).data;
  const check = useCheck(item);
  useKeys([{ press: 'KeyR', shown: 'r', label: 'custody.checkKey', group: 'list', run: () => check.mutate() }]);
  if (custody.isError) return <ProblemNotice fault={custody.error} onAgain={() => void custody.refetch()} />;
  if (!custody.data) return <Waiting />;
  return (
    <article aria-label={item}>
      <p className="back">
        <Link to="/custody" search={{}}>
          {t('custody.whole')}
        </Link>
      </p>
      <Id>{item}</Id>
      {line && (
        <h2 className="big">
          <bdi dir="auto">{line.title ?? line.path}</bdi>
        </h2>
      )}
      <p className="result">
        <CustodyLine custody={custody.data} />
      </p>
      <p className="act">
        <button type="button" onClick={() => check.mutate()} disabled={check.isPending}>
          {t(check.isPending ? 'custody.checking' : 'custody.check')} <kbd>r</kbd>
        </button>
        <Link to="/items/$item" params={{ item }}>
          {t('custody.read')}
        </Link>
        <a href={addressOf('original', { values: { item } })} download>
          {t('custody.original')}
        </a>
      </p>
      {check.isError && <ProblemNotice fault={check.error} />}
      <Bytes custody={custody.data} />
      <h3>{t('custody.happened')}</h3>
      <ol className="chain">
        {custody.data.events.map((event) => (
          <ChainLine key={event.id} event={event} />
        ))}
      </ol>
      <p className="measure muted">{t('custody.doesNotShow')}</p>
    </article>
  );
}

function Bytes({ custody }: { readonly custody: CustodyAnswer }) {
  const { t, size, number } = useLanguage();
  return (
    <dl className="kv bytes">
      <dt>{t('custody.bytes')}</dt>
      <dd>
        {size(custody.bytes)} <span className="muted">{t('custody.exactly', { bytes: number(custody.bytes) })}</span>
      </dd>
      <dt>SHA-256</dt>
      <dd>
        <Digest whole>{custody.sha256}</Digest>
      </dd>
      <dt>SHA-512</dt>
      <dd>
        <Digest whole>{custody.sha512}</Digest>
      </dd>
      <dt>{t('custody.paths', { count: custody.paths.length })}</dt>
      <dd>
        {custody.paths.map((path) => (
          <span key={path} className="path-line">
            <bdi dir="ltr">{path}</bdi>
          </span>
        ))}
      </dd>
    </dl>
  );
}

function ChainLine({ event }: { readonly event: EventLine }) {
  const language = useLanguage();
  const when = useWhen();
  const english = language.locale === 'en';
  return (
    <li>
      <span className="note nowrap">{when(event.recordedAt)}</span>
      <span>
        <bdi dir="auto">{english ? event.sentence : eventWords(event, language)}</bdi>
        <span className="under">
          <bdi dir="auto">{event.actor}</bdi>
          {' · '}
          <span>{language.t('custody.line', { index: event.index })}</span>
        </span>
      </span>
    </li>
  );
}
