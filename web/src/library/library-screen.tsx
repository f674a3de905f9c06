import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { asked, useProgress } from '../http/index.ts';
import { useKeys } from '../keys/index.ts';
import { useLanguage } from '../language/index.ts';
import { announce, ProblemNotice, useNarrow, useTitle, Waiting } from '../shell/index.ts';
import { type Gathered, MAX_FILES } from './dropped-files.ts';
import { Inspector } from './inspector.tsx';
import { IntakeBand } from './intake-band.tsx';
import { matches, repeatsAmong } from './item-facts.ts';
import { ItemTable } from './item-table.tsx';
import { reasonWord } from './outcomes-view.tsx';
import { offer } from './upload-queue.ts';
import { useFileDrop } from './use-file-drop.ts';
import { useItems } from './use-items.ts';
import { useProgressSpeech } from './use-progress-speech.ts';
import './library.css';

const route = getRouteApi('/');

/** Intake and the library: what came in, what became of it, and what is held. */
export function LibraryScreen() {
  const { t } = useLanguage();
  useTitle(t('library.title'));
  const search = route.useSearch();
  const narrow = useNarrow();
  const progress = useProgress();
  useProgressSpeech(progress);
  const inquiry = useQuery(asked('inquiry'));
  const { query, items, total, whole } = useItems();
  const shown = useMemo(
    () => items.filter((item) => matches(item, { words: search.q, show: search.show })),
    [items, search.q, search.show],
  );
  const repeats = useMemo(() => repeatsAmong(items), [items]);
  const filtered = search.q !== undefined || search.show !== undefined;
  const { fetchNextPage, isFetchingNextPage, hasNextPage } = query;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  // A filter answers for the whole list, so the whole list is read.
  useEffect(() => {
    if (filtered) more();
  }, [filtered, more]);
  const hovering = useFileDrop(
    useCallback(
      ({ files, cut }: Gathered) => {
        announce(t(cut ? 'intake.takenCut' : 'intake.taken', { count: files.length, limit: MAX_FILES }));
        offer(files);
      },
      [t],
    ),
  );
  const selected = items.find((item) => item.item === search.item);
  return (
    <div className={hovering ? 'library hovering' : 'library'}>
      <h1 className="visually-hidden">{t('library.title')}</h1>
      {hovering && <p className="hover-note">{t('intake.letGo')}</p>}
      {inquiry.isError && <ProblemNotice fault={inquiry.error} onAgain={() => void inquiry.refetch()} />}
      {inquiry.data && <IntakeBand inquiry={inquiry.data} progress={progress} items={items} choice={search.intake} />}
      {query.isPending && <Waiting />}
      {query.isError && items.length === 0 && <ProblemNotice fault={query.error} onAgain={() => void query.refetch()} />}
      {items.length > 0 && (
        <div className="shelf">
          <div className="list">
            <Filters total={total ?? items.length} shown={shown.length} loaded={items.length} whole={whole} filtered={filtered} />
            {shown.length > 0 ? (
              <ItemTable items={shown} repeats={repeats} total={filtered ? shown.length : total} selected={search.item} onEnd={more} />
            ) : (
              <NothingMatches whole={whole} />
            )}
          </div>
          {!narrow && (selected ? <Inspector key={selected.item} line={selected} repeats={repeats} /> : <NothingSelected />)}
        </div>
      )}
    </div>
  );
}

interface FiltersProps {
  readonly total: number;
  readonly shown: number;
  readonly loaded: number;
  readonly whole: boolean;
  readonly filtered: boolean;
}

function Filters({ total, shown, loaded, whole, filtered }: FiltersProps) {
  const { t } = useLanguage();
  const { q, show } = route.useSearch();
  const navigate = useNavigate({ from: '/' });
  const field = useRef<HTMLInputElement>(null);
  const change = (to: { q?: string | undefined; show?: string | undefined }) =>
    void navigate({ search: (now) => ({ ...now, ...to }), replace: true, resetScroll: false });
  useKeys([{ press: 'KeyF', shown: 'f', label: 'library.filterKey', group: 'list', run: () => field.current?.focus() }]);
  return (
    <div className="filters">
      <h2>{t('library.title')}</h2>
      <span className="muted" role="status">
        {filtered ? t('library.shown', { total, shown }) : t('library.count', { count: total })}
        {filtered && !whole && ` · ${t('library.soFar', { loaded })}`}
      </span>
      {show !== undefined && (
        <button type="button" className="chip" onClick={() => change({ show: undefined })}>
          {t(showWord(show))} <span aria-hidden="true">×</span>
          <span className="visually-hidden">{t('library.showAll')}</span>
        </button>
      )}
      <span className="gap" />
      <label className="filter">
        <span className="muted">{t('library.filter')}</span>
        <input
          ref={field}
          type="text"
          value={q ?? ''}
          placeholder={t('library.filterHint')}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          onChange={(event) => change({ q: event.currentTarget.value || undefined })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
        />
        <kbd>f</kbd>
      </label>
    </div>
  );
}

function showWord(show: string) {
  if (show === 'partly') return 'outcome.partlyTitle';
  if (show === 'kept-not-readable') return 'outcome.kept';
  if (show === 'duplicate') return 'outcome.sameBytes';
  if (show === 'pending') return 'outcome.waiting';
  if (show === 'refused') return 'outcome.refused';
  if (show === 'extracted') return 'outcome.read';
  return reasonWord(show);
}

function NothingMatches({ whole }: { readonly whole: boolean }) {
  const { t } = useLanguage();
  const navigate = useNavigate({ from: '/' });
  return (
    <div className="empty">
      <p>{t(whole ? 'library.nothingMatches' : 'library.stillLooking')}</p>
      <button
        type="button"
        onClick={() => void navigate({ search: (now) => ({ ...now, q: undefined, show: undefined }), resetScroll: false })}
      >
        {t('library.showAll')}
      </button>
    </div>
  );
}

function NothingSelected() {
  const { t } = useLanguage();
  return (
    <aside className="inspector" aria-label={t('library.inspector')}>
      <p className="muted">{t('library.nothingSelected')}</p>
    </aside>
  );
}
