// biome-ignore-all lint/a11y/useSemanticElements: rows are placed one by one, which takes a table element its meaning; the roles give it back
// biome-ignore-all lint/a11y/useFocusableInteractive: the rows hold links, which take the focus
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ClaimLine } from '../../../packages/inquest/src/api-contract/index.ts';
import { askedPages } from '../http/index.ts';
import { useKeys } from '../keys/index.ts';
import { DateText, Id, Quote, useLanguage } from '../language/index.ts';
import { Status } from '../marks.tsx';
import { AHEAD, ProblemNotice, useTitle, useWindowRows, Waiting } from '../shell/index.ts';
import './claims.css';

const route = getRouteApi('/claims');
const ROW_PX = 76;
const STICKY_PX = 44;

/** The recorded claims, each with the words it rests on and the way to their place in the source. */
export function ClaimsScreen() {
  const { t } = useLanguage();
  useTitle(t('claims.title'));
  const { q } = route.useSearch();
  const query = useInfiniteQuery(askedPages('claims'));
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = query;
  const claims = useMemo(() => query.data?.pages.flatMap((page) => page.lines) ?? [], [query.data]);
  const shown = useMemo(() => (q === undefined ? claims : claims.filter((claim) => mentions(claim, q))), [claims, q]);
  const total = query.data?.pages.at(-1)?.total ?? null;
  const [reached, setReached] = useState(0);
  // A filter answers for the whole list, so the whole list is read.
  useEffect(() => {
    if ((q !== undefined || reached >= shown.length - AHEAD) && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [q, reached, shown.length, hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <div className="claims">
      <div className="head claims-head">
        <div>
          <h1>{t('claims.title')}</h1>
          <p role="status">
            {q === undefined
              ? t('claims.count', { count: total ?? claims.length })
              : t('claims.shown', { total: total ?? claims.length, shown: shown.length })}
          </p>
        </div>
        <ClaimFilter words={q} />
      </div>
      {query.isPending && <Waiting />}
      {query.isError && claims.length === 0 && <ProblemNotice fault={query.error} onAgain={() => void query.refetch()} />}
      {query.isSuccess && claims.length === 0 && <NoClaims />}
      {claims.length > 0 && shown.length === 0 && (
        <p className="claims-empty">{t(hasNextPage ? 'library.stillLooking' : 'claims.nothingMatches')}</p>
      )}
      {shown.length > 0 && <ClaimList claims={shown} total={q === undefined ? total : shown.length} onReach={setReached} />}
    </div>
  );
}

function mentions(claim: ClaimLine, words: string): boolean {
  const text = [claim.claim, claim.item, claim.sentence, claim.citation.quote].join('\n').toLocaleLowerCase();
  return words
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function ClaimFilter({ words }: { readonly words: string | undefined }) {
  const { t } = useLanguage();
  const navigate = useNavigate({ from: '/claims' });
  const field = useRef<HTMLInputElement>(null);
  useKeys([{ press: 'KeyF', shown: 'f', label: 'library.filterKey', group: 'list', run: () => field.current?.focus() }]);
  return (
    <label className="claims-filter">
      <span className="muted">{t('library.filter')}</span>
      <input
        ref={field}
        type="text"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        value={words ?? ''}
        placeholder={t('claims.filterHint')}
        onChange={(event) => void navigate({ search: { q: event.currentTarget.value || undefined }, replace: true, resetScroll: false })}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <kbd>f</kbd>
    </label>
  );
}

function NoClaims() {
  const { t } = useLanguage();
  return (
    <div className="claims-empty">
      <p>{t('claims.none')}</p>
      <p>
        <Link to="/">{t('state.toLibrary')}</Link>
      </p>
    </div>
  );
}

interface ListProps {
  readonly claims: readonly ClaimLine[];
  readonly total: number | null;
  readonly onReach: (index: number) => void;
}

function ClaimList({ claims, total, onReach }: ListProps) {
  const { t } = useLanguage();
  const { body, rows, shown, offsetOf } = useWindowRows({
    count: claims.length,
    rowPx: ROW_PX,
    stickyPx: STICKY_PX,
    keyOf: (index) => claims[index]?.claim ?? index,
    onReach,
  });
  return (
    <div role="table" aria-label={t('claims.title')} aria-rowcount={total === null ? -1 : total + 1} className="claim-table">
      <div role="rowgroup">
        <div role="row" aria-rowindex={1} className="claim-grid claim-heads">
          <span role="columnheader">{t('column.id')}</span>
          <span role="columnheader">{t('claims.sentence')}</span>
          <span role="columnheader">{t('claims.saidOn')}</span>
          <span role="columnheader">{t('claims.source')}</span>
        </div>
      </div>
      <div role="rowgroup" ref={body} className="rows" style={{ blockSize: rows.getTotalSize() }}>
        {shown.map((row) => {
          const claim = claims[row.index];
          return claim ? (
            <ClaimRow key={row.key} claim={claim} index={row.index} offset={offsetOf(row)} measure={rows.measureElement} />
          ) : null;
        })}
      </div>
    </div>
  );
}

interface RowProps {
  readonly claim: ClaimLine;
  readonly index: number;
  readonly offset: number;
  readonly measure: (row: HTMLDivElement | null) => void;
}

function ClaimRow({ claim, index, offset, measure }: RowProps) {
  const { t } = useLanguage();
  return (
    <div
      role="row"
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      className="claim-grid claim-row"
      style={{ transform: `translateY(${offset}px)` }}
    >
      <span role="cell">
        <Id>{claim.claim}</Id>
      </span>
      <span role="cell" className="claim-words">
        <bdi dir="auto" className="claim-sentence">
          {claim.sentence}
        </bdi>
        <Quote>{claim.citation.quote}</Quote>
      </span>
      <span role="cell">
        <DateText edtf={claim.saidOn} />
      </span>
      <span role="cell" className="claim-source">
        <Link to="/items/$item" params={{ item: claim.item }} search={{ claim: claim.claim }}>
          {t('claims.openAt', { item: claim.item })}
        </Link>
        <Status name="recorded">{t('claims.recorded')}</Status>
      </span>
    </div>
  );
}
