import { Readability } from '@mozilla/readability';
import type { Block, PageText } from './html-blocks.ts';
import { type DomElement, parseDocument, walk } from './html-dom.ts';
import { BLOCK_MARK, type LightHtml } from './lighten-html.ts';

/** Pages with more block elements are parted by their own header, navigation and footer elements only. */
const MAX_BLOCKS_JUDGED = 8_000;
/** A block that is mostly links between two content blocks is a menu in the middle of the page. */
const MOSTLY_LINKS = 0.5;
/** Code units from which a block is taken for prose whatever it ends in. */
const LONG_BLOCK = 120;
/** Content must hold at least this share of the text outside headers, menus and footers to be believed. */
const LEAST_SHARE = 0.3;

export interface MainText {
  /** By index into the page's blocks: content, as against furniture. */
  readonly isMain: readonly boolean[];
  readonly found: 'readability' | 'elements';
}

/**
 * Parts content from page furniture. Mozilla's Readability judges a second parse of the same
 * markup; the numbers on block elements carry its choice back to the text, so nothing is lost by
 * it. What it drops inside the same article stays content unless it is links. Where it finds nothing, header, navigation, aside and footer elements are the furniture.
 */
export function findMainText(light: LightHtml, page: PageText): MainText {
  const kept = light.blocks <= MAX_BLOCKS_JUDGED ? keptByReadability(light.markup) : null;
  const byElements = page.blocks.map((block) => block.zone === null && !block.clock);
  if (kept === null) return { isMain: byElements, found: 'elements' };
  const isKept = page.blocks.map((block) => kept.has(block.owner) && !block.clock);
  const first = isKept.indexOf(true);
  const last = isKept.lastIndexOf(true);
  const work = page.blocks[first]?.work ?? null;
  const isMain = page.blocks.map((block, index) => {
    if (isKept[index] === true) return true;
    if (!couldBeContent(block)) return false;
    return (index > first && (index < last || (work !== null && block.work === work))) || (block.owner < 0 && isProse(page.text, block));
  });
  const enough = lengthOf(page.blocks, isMain) >= LEAST_SHARE * lengthOf(page.blocks, byElements);
  return enough ? { isMain, found: 'readability' } : { isMain: byElements, found: 'elements' };
}

function couldBeContent(block: Block): boolean {
  return block.zone === null && !block.clock && block.linked < (block.end - block.start) * MOSTLY_LINKS;
}

/** Text that stands in no block element at all is never judged by Readability. */
function isProse(text: string, block: Block): boolean {
  return block.end - block.start > LONG_BLOCK || /[.!?؟…][\u0022\u2019\u201D»)]?$/u.test(text.slice(block.start, block.end));
}

function lengthOf(blocks: readonly Block[], chosen: readonly boolean[]): number {
  return blocks.reduce((sum, block, index) => sum + (chosen[index] === true ? block.end - block.start : 0), 0);
}

function keptByReadability(markup: string): ReadonlySet<number> | null {
  let content: DomElement | null | undefined;
  try {
    // Readability's own types lean on a browser's; it hands on an element of the document it is given.
    const serializer = (node: unknown): DomElement => node as DomElement;
    content = new Readability<DomElement>(parseDocument(markup), { serializer }).parse()?.content;
  } catch {
    return null;
  }
  if (content === null || content === undefined) return null;
  return numbersIn(content);
}

function numbersIn(content: DomElement): ReadonlySet<number> {
  const numbers = new Set<number>();
  walk(content, {
    enter(element) {
      for (const { name } of element.attributes) if (name.startsWith(BLOCK_MARK)) numbers.add(Number(name.slice(BLOCK_MARK.length)));
      return true;
    },
    leave: () => undefined,
    text: () => undefined,
  });
  return numbers;
}
