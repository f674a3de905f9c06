import { memo } from 'react';
import { useLanguage } from '../language/index.ts';
import { Mark, type MarkName } from '../marks.tsx';
import type { Entry } from './entry.ts';
import type { Block, Run } from './passages.ts';
import type { Relation } from './relation.ts';

/** How a passage is underlined: by its relation where one is known, else by its reading status. */
export interface Look {
  readonly mark: MarkName;
  readonly className: string;
}

export function lookOf(entry: Entry, relation: Relation | undefined): Look {
  if (entry.status !== 'recorded') return { mark: entry.status, className: entry.status };
  if (relation?.name === 'differs' || relation?.name === 'responds') return { mark: relation.name, className: relation.name };
  return { mark: 'recorded', className: 'recorded' };
}

/** Which underline wins where several passages overlap: the open one, then by weight. */
const WEIGHT = ['responds', 'differs', 'recorded', 'unsure', 'proposed', 'set-aside'];

interface Drawn {
  readonly text: string;
  readonly looks: ReadonlyMap<string, Look>;
  readonly selected: string | null;
}

/** One block of the source in its own direction, script and role. */
export const TextBlock = memo(function TextBlock({ block, ...drawn }: Drawn & { readonly block: Block }) {
  const Element = elementOf(block.segment?.role);
  const { segment } = block;
  const runs = block.runs.map((run) => <TextRun key={run.start} run={run} {...drawn} />);
  return (
    <Element
      className={`block ${segment?.role ?? 'paragraph'}`}
      dir={segment?.direction ?? 'auto'}
      lang={segment?.language}
      data-block={block.start}
    >
      {runs}
    </Element>
  );
});

function elementOf(role: string | undefined): 'h2' | 'h3' | 'p' | 'pre' {
  if (role === 'title') return 'h2';
  if (role === 'heading') return 'h3';
  return role === 'code' || role === 'table-row' ? 'pre' : 'p';
}

function TextRun({ run, text, looks, selected }: Drawn & { readonly run: Run }) {
  const words = text.slice(run.start, run.end);
  if (run.marks.length === 0) return <span data-start={run.start}>{words}</span>;
  const inside = run.marks.flatMap((id) => looks.get(id) ?? []);
  const open = selected !== null && run.marks.includes(selected);
  const winner = open ? looks.get(selected) : inside.toSorted((a, b) => WEIGHT.indexOf(a.className) - WEIGHT.indexOf(b.className))[0];
  const classes = ['hl', winner?.className ?? 'proposed', open ? 'sel' : '', run.marks.length > 1 ? 'deep' : ''];
  return (
    <span className={classes.filter((name) => name !== '').join(' ')} data-start={run.start} data-passages={run.marks.join(' ')}>
      {run.begins.map((id) => (
        <GutterMark key={id} id={id} look={looks.get(id)} />
      ))}
      {words}
    </span>
  );
}

/** In the margin beside the line the passage begins on. The card says the same in words. */
function GutterMark({ id, look }: { readonly id: string; readonly look: Look | undefined }) {
  if (look === undefined) return null;
  return (
    <span className={`gut ${look.className}`} data-mark={id} aria-hidden="true">
      <Mark name={look.mark} />
    </span>
  );
}

/** Neighbouring page furniture as one strip: kept to the letter, told apart from the material. */
export const Furniture = memo(function Furniture({ blocks, ...drawn }: Drawn & { readonly blocks: readonly Block[] }) {
  const { t } = useLanguage();
  const pieces = blocks.map((block) => (
    <span key={block.start} className="piece" dir={block.segment?.direction} lang={block.segment?.language} data-block={block.start}>
      {block.runs.map((run) => (
        <TextRun key={run.start} run={run} {...drawn} />
      ))}
    </span>
  ));
  const [start, end] = [blocks[0]?.start ?? 0, blocks.at(-1)?.end ?? 0];
  const note = <span className="why">{t('reader.furnitureWhy')}</span>;
  if (end - start <= MOST_FURNITURE) {
    return (
      <p className="chrome">
        <span className="pieces">{pieces}</span>
        {note}
      </p>
    );
  }
  return (
    <details className="chrome">
      <summary>{t('reader.furnitureLong', { count: blocks.length })}</summary>
      <span className="pieces">{pieces}</span>
      {note}
    </details>
  );
});

/** Longer furniture is folded away: menus and lists of links. */
const MOST_FURNITURE = 320;
