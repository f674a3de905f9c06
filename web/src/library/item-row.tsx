// biome-ignore-all lint/a11y/useSemanticElements: rows are placed one by one, which takes a table element its meaning; the roles give it back
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid the rows take the focus, not the cells
import { type RefObject, useEffect, useRef } from 'react';
import type { ItemLine } from '../../../packages/inquest/src/api-contract/index.ts';
import { DateText, Id, T, useLanguage } from '../language/index.ts';
import { Mark } from '../marks.tsx';
import { type ItemDate, isWebPage, mediaWord, nameOf, type Repeats, threeDates } from './item-facts.ts';
import { OpenLink } from './open-link.tsx';
import { reasonWord } from './outcomes-view.tsx';

interface RowProps {
  readonly line: ItemLine;
  readonly repeats: Repeats;
  readonly index: number;
  readonly offset: number;
  readonly selected: boolean;
  /** In the tab order: one row of the grid is. */
  readonly reachable: boolean;
  /** The item a key has just moved to, which takes the focus when it is drawn. */
  readonly wanted: RefObject<string | null>;
  readonly measure: (row: HTMLDivElement | null) => void;
  readonly onSelect: (item: string | null) => void;
  readonly onOpen: (item: string | null) => void;
}

export function ItemRow({ line, repeats, index, offset, selected, reachable, wanted, measure, onSelect, onOpen }: RowProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!selected || wanted.current !== line.item) return;
    wanted.current = null;
    row.current?.focus({ preventScroll: true });
  });
  const dates = threeDates(line);
  const { t } = useLanguage();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it listens to the keys
    <div
      role="row"
      ref={(element) => {
        row.current = element;
        measure(element);
      }}
      data-index={index}
      className="item-grid item"
      aria-rowindex={index + 2}
      aria-selected={selected}
      tabIndex={reachable ? 0 : -1}
      style={{ transform: `translateY(${offset}px)` }}
      onClick={() => onSelect(line.item)}
      onDoubleClick={() => onOpen(line.item)}
    >
      <span role="gridcell" className="c-id">
        {line.item !== null && <Id>{line.item}</Id>}
      </span>
      <span role="gridcell" className="c-title">
        {line.item === null ? (
          <span className="title" dir="auto">
            {nameOf(line)}
          </span>
        ) : (
          <OpenLink item={line.item}>{nameOf(line)}</OpenLink>
        )}
        <span className="under">
          <Publisher line={line} />
        </span>
      </span>
      <span role="gridcell" className="c-date" data-head={t('column.pageShort')}>
        <PageDate line={line} date={dates.page} />
      </span>
      <span role="gridcell" className="c-date" data-head={t('column.statedShort')}>
        <DateText
          edtf={dates.stated.edtf}
          note={dates.stated.edtf === null ? t('basis.none') : dates.stated.basis && t(dates.stated.basis)}
        />
      </span>
      <span role="gridcell" className="c-date" data-head={t('column.captured')}>
        <DateText edtf={dates.captured.edtf} note={t(mediaWord(line.mediaType))} />
      </span>
      <span role="gridcell" className="c-lang muted">
        {line.languages[0] !== undefined && line.languages[0] !== 'und' && <bdi dir="ltr">{line.languages[0]}</bdi>}
      </span>
      <span role="gridcell" className="c-counts num">
        <Counts line={line} />
      </span>
      <span role="gridcell" className="c-derivation">
        <Derivation line={line} repeats={repeats} />
      </span>
    </div>
  );
}

function Publisher({ line }: { readonly line: ItemLine }) {
  const { t } = useLanguage();
  if (line.publisher !== null) return <bdi dir="auto">{line.publisher}</bdi>;
  if (line.title !== null) return <>{t('item.publisherUnknown')}</>;
  return (
    <bdi dir="ltr" className="path">
      {line.path}
    </bdi>
  );
}

function PageDate({ line, date }: { readonly line: ItemLine; readonly date: ItemDate }) {
  const { t } = useLanguage();
  if (date.edtf !== null) return <DateText edtf={date.edtf} off={date.off} note={t(date.off ? 'basis.siteNotArticle' : 'basis.site')} />;
  return <span className="unknown">{t(isWebPage(line) ? 'date.unknown' : 'basis.noPage')}</span>;
}

/** Recorded, then proposed: numbers only where the item was read and stands for itself. */
function Counts({ line }: { readonly line: ItemLine }) {
  const { t, number } = useLanguage();
  if (line.duplicateOf !== null) return <T id="item.at" values={{ item: <Id>{line.duplicateOf}</Id> }} />;
  if (line.outcome === 'pending') return <span className="muted">{t('item.waiting')}</span>;
  if (line.outcome === 'kept-not-readable' || line.outcome === 'refused') return <span className="muted">{t('item.notRead')}</span>;
  return (
    <>
      <Mark name="recorded" /> {number(line.recorded)}
      <span className="muted">
        {' · '}
        <Mark name="proposed" /> {number(line.open)}
      </span>
    </>
  );
}

/** What the item rests on, by recorded claims; what is only proposed is said to be. */
function Derivation({ line, repeats }: { readonly line: ItemLine; readonly repeats: Repeats }) {
  const { t } = useLanguage();
  if (line.duplicateOf !== null) return <CopyOf id="derivation.sameBytes" items={[line.duplicateOf]} />;
  if (line.outcome === 'kept-not-readable' || line.outcome === 'refused')
    return <span className="muted why">{t(reasonWord(line.reason))}</span>;
  if (line.derivesFrom.length > 0) return <CopyOf id="derivation.restsOn" items={line.derivesFrom} />;
  const count = line.item === null ? 0 : (repeats.get(line.item)?.length ?? 0);
  if (count > 0) return <>{t('derivation.repeatedBy', { count })}</>;
  const proposed = line.proposals['derivation'] ?? 0;
  if (proposed > 0) return <span className="muted">{t('derivation.proposed', { count: proposed })}</span>;
  if (line.parent !== null) return <CopyOf id="derivation.partOf" items={[line.parent]} />;
  return <span className="unknown">{t(line.outcome === 'pending' ? 'item.waiting' : 'derivation.none')}</span>;
}

function CopyOf({
  id,
  items,
}: {
  readonly id: 'derivation.sameBytes' | 'derivation.restsOn' | 'derivation.partOf';
  readonly items: readonly string[];
}) {
  return (
    <span className="muted copy">
      <Mark name="copy" />
      <span>
        <T id={id} values={{ item: <IdList items={items} /> }} />
      </span>
    </span>
  );
}

/** IDs one after another. */
export function IdList({ items }: { readonly items: readonly string[] }) {
  const { t } = useLanguage();
  return items.map((item, place) => (
    <span key={item}>
      {place > 0 && t('list.comma')}
      <Id>{item}</Id>
    </span>
  ));
}
