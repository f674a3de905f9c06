import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ItemLine } from '../../../packages/inquest/src/api-contract/index.ts';
import { CustodyLine } from '../custody/custody-line.tsx';
import { useCheck } from '../custody/use-check.ts';
import { asked } from '../http/index.ts';
import { useKeys } from '../keys/index.ts';
import { DateText, Digest, Id, T, useLanguage } from '../language/index.ts';
import { Status } from '../marks.tsx';
import { ProblemNotice } from '../shell/index.ts';
import { type ItemDate, isWebPage, mediaWord, nameOf, type Repeats, threeDates } from './item-facts.ts';
import { IdList } from './item-row.tsx';
import { reasonWord } from './outcomes-view.tsx';

/** The selected item, without leaving the list. Looking at it decides nothing. */
export function Inspector({ line, repeats: all }: { readonly line: ItemLine; readonly repeats: Repeats }) {
  const { t, languageName, size } = useLanguage();
  const about = [
    line.languages.map(languageName).join(t('list.comma')) || t('language.unknown'),
    t(mediaWord(line.mediaType)),
    line.bytes === null ? null : size(line.bytes),
  ].filter((part) => part !== null);
  return (
    <aside className="inspector" aria-label={line.item ?? nameOf(line)}>
      <section>
        {line.item !== null && <Id>{line.item}</Id>}
        <h2 className="name">
          <bdi dir="auto">{nameOf(line)}</bdi>
        </h2>
        <p className="muted">
          {line.publisher !== null && (
            <>
              <bdi dir="auto">{line.publisher}</bdi>
              {' · '}
            </>
          )}
          {about.join(' · ')}
        </p>
        {line.item !== null && (
          <p className="act">
            <Link to="/items/$item" params={{ item: line.item }} className="btn">
              {t('item.open')} <kbd>↵</kbd>
            </Link>
          </p>
        )}
      </section>
      <Trouble line={line} />
      <Dates line={line} />
      <Claims line={line} />
      <Rests line={line} repeats={all} />
      {line.item !== null && <Custody item={line.item} sha256={line.sha256} />}
    </aside>
  );
}

function Trouble({ line }: { readonly line: ItemLine }) {
  const { t } = useLanguage();
  if (line.duplicateOf !== null) {
    return (
      <section>
        <p>
          <T id="item.sameBytes" values={{ item: <Id>{line.duplicateOf}</Id> }} />
        </p>
      </section>
    );
  }
  if (line.outcome === 'pending') {
    return (
      <section>
        <p>{t('item.pending')}</p>
      </section>
    );
  }
  if (line.reason === null) return null;
  return (
    <section>
      <h3>{t(line.outcome === 'partly' ? 'outcome.partlyTitle' : 'outcome.kept')}</h3>
      <p>{t(reasonWord(line.reason))}</p>
    </section>
  );
}

function Dates({ line }: { readonly line: ItemLine }) {
  const { t } = useLanguage();
  const dates = threeDates(line);
  const basis = (date: ItemDate, alone: ReactNode): ReactNode => {
    if (date.edtf === null) return alone;
    const words = date.basis === null ? null : t(date.basis);
    if (date.raw === null) return words;
    return <T id="basis.quoted" values={{ basis: words ?? '', raw: <bdi dir="auto">{date.raw}</bdi> }} />;
  };
  return (
    <section>
      <h3>{t('item.threeDates')}</h3>
      <dl className="kv">
        <dt>{t('column.pageShort')}</dt>
        <dd>
          {dates.page.edtf === null && !isWebPage(line) ? (
            <span className="unknown">{t('basis.noPage')}</span>
          ) : (
            <DateText
              edtf={dates.page.edtf}
              both
              off={dates.page.off}
              note={dates.page.off ? t('basis.siteChanges') : basis(dates.page, t('basis.none'))}
            />
          )}
        </dd>
        <dt>{t('column.statedShort')}</dt>
        <dd>
          <DateText edtf={dates.stated.edtf} both note={basis(dates.stated, t('basis.none'))} />
        </dd>
        <dt>{t('column.captured')}</dt>
        <dd>
          <DateText edtf={dates.captured.edtf} both time note={basis(dates.captured, null)} />
        </dd>
      </dl>
    </section>
  );
}

function Claims({ line }: { readonly line: ItemLine }) {
  const { t } = useLanguage();
  if (line.duplicateOf !== null || line.textLength === null) return null;
  return (
    <section>
      <h3>{t('claims.title')}</h3>
      <p className="statuses">
        <Status name="recorded">{t('item.recorded', { count: line.recorded })}</Status>
        <Status name="proposed">{t('item.proposed', { count: line.open })}</Status>
      </p>
    </section>
  );
}

function Rests({ line, repeats: all }: { readonly line: ItemLine; readonly repeats: Repeats }) {
  const { t } = useLanguage();
  const repeats = line.item === null ? [] : (all.get(line.item) ?? []);
  if (line.derivesFrom.length === 0 && repeats.length === 0) return null;
  return (
    <section>
      <h3>{t('column.derivation')}</h3>
      {line.derivesFrom.length > 0 && (
        <p className="muted">
          <T id="derivation.restsOn" values={{ item: <IdList items={line.derivesFrom} /> }} />
        </p>
      )}
      {repeats.length > 0 && (
        <>
          <p className="muted">{t('derivation.repeatedBy', { count: repeats.length })}</p>
          <ul>
            {repeats.map((other) => (
              <li key={other.item} className="muted">
                <Id>{other.item ?? ''}</Id> <bdi dir="auto">{other.publisher ?? nameOf(other)}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Custody({ item, sha256 }: { readonly item: string; readonly sha256: string | null }) {
  const { t } = useLanguage();
  const custody = useQuery(asked('custody', { values: { item } }));
  const check = useCheck(item);
  useKeys([{ press: 'KeyR', shown: 'r', label: 'custody.checkKey', group: 'list', run: () => check.mutate() }]);
  return (
    <section>
      <h3>{t('custody.title')}</h3>
      {custody.data && (
        <p>
          <CustodyLine custody={custody.data} />
        </p>
      )}
      {sha256 !== null && (
        <p>
          <bdi dir="ltr" className="id">
            sha-256 <Digest>{sha256}</Digest>
          </bdi>
        </p>
      )}
      {check.isError && <ProblemNotice fault={check.error} />}
      <p className="act">
        <button type="button" onClick={() => check.mutate()} disabled={check.isPending}>
          {t(check.isPending ? 'custody.checking' : 'custody.check')} <kbd>r</kbd>
        </button>
        <Link to="/custody" search={{ item }}>
          {t('custody.chain')}
        </Link>
      </p>
    </section>
  );
}
