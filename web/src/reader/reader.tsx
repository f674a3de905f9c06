import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ItemLine, TextLine } from '../../../packages/inquest/src/api-contract/index.ts';
import { type MessageId, useLanguage } from '../language/index.ts';
import { announce, ProblemNotice, useNarrow, Waiting } from '../shell/index.ts';
import { Cards } from './cards.tsx';
import { type Entry, highlightsOf } from './entry.ts';
import { WithoutText } from './item-states.tsx';
import { Original } from './original.tsx';
import { Outline } from './outline.tsx';
import { outlineOf } from './outline-lines.ts';
import { PageText } from './page-text.tsx';
import { blocksOf, leavesOf, type Stretch } from './passages.ts';
import { selectedStretch } from './selection.ts';
import { SelectionBar } from './selection-bar.tsx';
import { Strip } from './strip.tsx';
import { type Look, lookOf } from './text-block.tsx';
import { useCardColumn } from './use-card-column.ts';
import { NEW_ENTRY } from './use-decisions.ts';
import { type Desk, useDesk } from './use-desk.ts';
import { useNear } from './use-near.ts';
import { type Page, usePage } from './use-page.ts';
import { showPassage, usePicking } from './use-passages.ts';
import { useReaderKeys } from './use-reader-keys.ts';
import './reader.css';
import './text.css';
import './highlight.css';
import './cards.css';
import './claim-form.css';

const route = getRouteApi('/items/$item');
const TABS = ['text', 'claims', 'about'] as const;
type Tab = (typeof TABS)[number];
const TAB_WORDS: Readonly<Record<Tab, MessageId>> = { text: 'reader.text', claims: 'reader.claimsTab', about: 'reader.about' };

/** A text shorter than this is drawn whole. */
const WHOLE = 60_000;
const LEAF = 8_000;

/** The three panes of one item: about it, its text, and its claims; on a narrow page one at a time. */
export function Reader({ item }: { readonly item: ItemLine }) {
  const id = item.item ?? '';
  const page = usePage(id, item.textLength !== null);
  const desk = useDesk(id, page);
  const { t, number } = useLanguage();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [tab, setTab] = useState<Tab>('text');
  const source = useRef<HTMLElement>(null);
  const original = search.show === 'original';
  const toggleOriginal = useCallback(() => {
    void navigate({
      search: ({ show, ...rest }) => ({ ...rest, ...(show === undefined && { show: 'original' as const }) }),
      replace: true,
      resetScroll: false,
    });
  }, [navigate]);
  const claim = (stretch: Stretch) => desk.drafting.begin(stretch, documentName(item, page));
  useReaderKeys(desk, {
    toggleOriginal,
    claimSelection: () => {
      const stretch = source.current === null ? null : selectedStretch(source.current, page.text?.text ?? '');
      if (stretch === null) announce(t('said.nothingSelected'));
      else claim(stretch);
    },
  });
  const shown = desk.selection.shown;
  return (
    <div className="reader" data-tab={tab} data-open={desk.selection.open !== null}>
      <h1 className="visually-hidden">{item.title ?? item.path}</h1>
      <Strip
        item={item}
        text={page.text}
        figures={page.figures}
        shown={shown}
        complete={page.complete}
        original={original}
        onToggle={toggleOriginal}
      />
      <nav className="tabs" aria-label={t('reader.parts')}>
        {TABS.map((name) => (
          <button key={name} type="button" aria-current={name === tab ? 'true' : undefined} onClick={() => setTab(name)}>
            {name === 'claims' ? t('reader.claimsTab', { shown: number(shown.length) }) : t(TAB_WORDS[name])}
          </button>
        ))}
      </nav>
      <Panes item={item} page={page} desk={desk} source={source} original={original} onClaim={claim} onShowText={() => setTab('text')} />
    </div>
  );
}

interface PanesProps {
  readonly item: ItemLine;
  readonly page: Page;
  readonly desk: Desk;
  readonly source: React.RefObject<HTMLElement | null>;
  readonly original: boolean;
  readonly onClaim: (stretch: Stretch) => void;
  readonly onShowText: () => void;
}

function Panes({ item, page, original, ...rest }: PanesProps) {
  const { text } = page;
  if (original || text === undefined) {
    return (
      <div className="read">
        <Outline item={item} lines={[]} onGo={() => undefined} />
        <div className="page">
          {original ? <Original item={item} /> : item.textLength === null ? <WithoutText item={item} /> : <TextWaits page={page} />}
          {!original && item.textLength === null && item.outcome !== 'pending' && <Original item={item} />}
        </div>
      </div>
    );
  }
  return <TextPanes item={item} page={page} text={text} {...rest} />;
}

function TextWaits({ page }: { readonly page: Page }) {
  return page.fault === null ? <Waiting /> : <ProblemNotice fault={page.fault} onAgain={page.again} />;
}

/** The document's name for the chain of a claim made here: as the proposals have it, else its outlet or title. */
function documentName(item: ItemLine, page: Page): string {
  const known = page.entries.find((entry) => entry.chain.length > 0)?.chain[0]?.text;
  return known ?? item.publisher ?? item.title ?? item.path;
}

function TextPanes({ item, page, text, desk, source, onClaim, onShowText }: Omit<PanesProps, 'original'> & { readonly text: TextLine }) {
  const { selection, drafting } = desk;
  const narrow = useNarrow();
  const cards = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const { blocks, leaves, looks } = useDrawn(text, page, desk);
  const { near, watch } = useNear();
  const lines = useMemo(() => outlineOf(text.text, blocks, selection.shown), [text, blocks, selection.shown]);
  const leafOf = (offset: number) =>
    Math.max(
      0,
      leaves.findLastIndex((leaf) => leaf.start <= offset),
    );
  const isNear = (entry: Entry) => leaves.length < 2 || near.has(leafOf(entry.start)) || entry.key === selection.open;
  const visible = selection.shown.filter(isNear);
  const openAt = selection.selected?.start ?? drafting.newDraft?.passage.start ?? 0;
  usePicking(source, selection.selectKey);
  useShowing(source, { open: selection.open, leaf: leafOf(openAt), near });
  const cardsNow = visible.map(({ key, status }) => key + status).join();
  const moved = `${cardsNow}|${String(selection.open)}|${selection.doing}|${String(narrow)}|${String(drafting.newDraft !== null)}`;
  useCardColumn({ text: source, cards, head, selected: selection.open, flowing: narrow, moved });
  const go = (start: number) => {
    onShowText();
    const block =
      source.current?.querySelector(`[data-block="${String(start)}"]`) ??
      source.current?.querySelector(`[data-leaf="${String(leafOf(start))}"]`);
    block?.scrollIntoView({ block: 'start' });
  };
  return (
    <div className="read">
      <Outline item={item} lines={lines} onGo={go} />
      <div className="page">
        <PageText place={source} text={text} leaves={leaves} looks={looks} selected={selection.open} near={near} watch={watch} />
        <SelectionBar page={source} text={text.text} onClaim={onClaim} />
      </div>
      <Cards
        item={item}
        text={text}
        desk={desk}
        entries={page.entries}
        visible={visible}
        relations={page.relations}
        place={cards}
        head={head}
        onShowText={onShowText}
      />
    </div>
  );
}

/** The text cut into blocks and leaves under the highlights of what is shown. */
function useDrawn(text: TextLine, page: Page, { selection: { shown, further }, drafting: { newDraft } }: Desk) {
  const highlights = useMemo(() => {
    const known = highlightsOf(shown, further);
    return newDraft === null ? known : [...known, { id: NEW_ENTRY, parts: newDraft.passage.parts }];
  }, [shown, further, newDraft]);
  const blocks = useMemo(() => blocksOf(text.text, text.segments, highlights), [text, highlights]);
  const leaves = useMemo(() => leavesOf(blocks, text.text.length <= WHOLE ? Number.POSITIVE_INFINITY : LEAF), [blocks, text]);
  const looks = useMemo(() => {
    const known = new Map<string, Look>(shown.map((entry) => [entry.key, lookOf(entry, page.relations.get(entry.key))]));
    return known.set(NEW_ENTRY, { mark: 'proposed', className: 'proposed' });
  }, [shown, page.relations]);
  return { blocks, leaves, looks };
}

/** Brings the open card's passage into view once per opening, as soon as it is drawn. */
function useShowing(
  source: React.RefObject<HTMLElement | null>,
  { open, leaf, near }: { readonly open: string | null; readonly leaf: number; readonly near: ReadonlySet<number> },
): void {
  const wanted = useRef<string | null>(null);
  const known = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `near` tells that further leaves have been drawn
  useEffect(() => {
    if (known.current !== open) wanted.current = known.current = open;
    if (wanted.current === null || source.current === null) return;
    if (showPassage(source.current, wanted.current, leaf)) wanted.current = null;
  }, [source, open, leaf, near]);
}
