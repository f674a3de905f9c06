import { memo, type RefObject, useEffect, useMemo, useRef } from 'react';
import type { TextLine } from '../../../packages/inquest/src/api-contract/index.ts';
import { useLanguage } from '../language/index.ts';
import { type Block, groupsOf, type Leaf } from './passages.ts';
import { Furniture, type Look, TextBlock } from './text-block.tsx';
import type { Near } from './use-near.ts';

interface Drawn {
  readonly text: TextLine;
  readonly looks: ReadonlyMap<string, Look>;
  readonly selected: string | null;
}

/** Characters on a line, for the height of leaves that are not drawn yet. */
const LINE = 68;

/** The source itself, in its own language and direction. Passages are picked with the mouse here; the cards are their accessible form. */
export function PageText({
  leaves,
  near,
  watch,
  place,
  ...drawn
}: Drawn & Near & { readonly leaves: readonly Leaf[]; readonly place: RefObject<HTMLElement | null> }) {
  const { t } = useLanguage();
  const { text } = drawn;
  return (
    <article ref={place} className="source" dir={text.direction} lang={text.languages[0]} aria-label={t('reader.text')}>
      {leaves.map((leaf, index) => (
        <LeafPlace key={leaf.start} leaf={leaf} index={index} drawn={leaves.length === 1 || near.has(index)} watch={watch} {...drawn} />
      ))}
      {text.text.trim() === '' && <p className="muted">{t('reader.emptyText')}</p>}
    </article>
  );
}

interface LeafProps extends Drawn {
  readonly leaf: Leaf;
  readonly index: number;
  readonly watch: Near['watch'];
}

/** A leaf's place in the column. It keeps its height while its text is away. */
function LeafPlace({ drawn, index, watch, ...leafProps }: Omit<LeafProps, 'text'> & { readonly drawn: boolean; readonly text: TextLine }) {
  const place = useRef<HTMLDivElement>(null);
  const height = useRef<number | null>(null);
  useEffect(() => (place.current === null ? undefined : watch(place.current)), [watch]);
  useEffect(() => {
    if (drawn) height.current = place.current?.offsetHeight ?? null;
  });
  const { leaf } = leafProps;
  const estimate = Math.ceil((leaf.end - leaf.start) / LINE) * 28;
  return (
    <div ref={place} data-leaf={index} style={drawn ? undefined : { blockSize: height.current ?? estimate }}>
      {drawn && <LeafText {...leafProps} />}
    </div>
  );
}

const LeafText = memo(function LeafText({ leaf, text, looks, selected }: Drawn & { readonly leaf: Leaf }) {
  const groups = useMemo(() => groupsOf(leaf.blocks), [leaf]);
  return groups.map((group) => {
    const first = group.blocks[0];
    if (first === undefined) return null;
    const own = { text: text.text, looks, selected: selectedIn(group.blocks, selected) };
    return group.furniture ? (
      <Furniture key={first.start} blocks={group.blocks} {...own} />
    ) : (
      <TextBlock key={first.start} block={first} {...own} />
    );
  });
});

/** The selection as far as it concerns these blocks, so that the others are not drawn again when it moves. */
function selectedIn(blocks: readonly Block[], selected: string | null): string | null {
  if (selected === null) return null;
  return blocks.some((block) => block.runs.some((run) => run.marks.includes(selected))) ? selected : null;
}
