import { parseHTML } from 'linkedom';

/** The few members of a document that intake uses; the DOM's own types belong to browsers. */
export interface DomNode {
  readonly nodeType: number;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly textContent: string | null;
}
export interface DomElement extends DomNode {
  readonly localName: string;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  readonly attributes: Iterable<{ readonly name: string }>;
}
export interface DomDocument {
  readonly documentElement: DomElement;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

const ELEMENT = 1;
const TEXT = 3;

export function parseDocument(markup: string): DomDocument {
  const window: unknown = parseHTML(markup);
  // What linkedom returns has a document with these members; its own types lean on a browser's.
  return (window as { readonly document: DomDocument }).document;
}

export interface Visitor {
  /** Whether to go into the element; only then is it left again. */
  enter(element: DomElement): boolean;
  leave(element: DomElement): void;
  text(data: string): void;
}

/** All below `root`, in document order, with a stack of its own: depth of the document costs no call depth. */
export function walk(root: DomNode, visitor: Visitor): void {
  const open: DomElement[] = [];
  let node = root.firstChild;
  for (;;) {
    if (node === null) {
      const parent = open.pop();
      if (parent === undefined) return;
      visitor.leave(parent);
      node = parent.nextSibling;
    } else if (node.nodeType === ELEMENT && visitor.enter(asElement(node))) {
      open.push(asElement(node));
      node = node.firstChild;
    } else {
      if (node.nodeType === TEXT) visitor.text(node.textContent ?? '');
      node = node.nextSibling;
    }
  }
}

function asElement(node: DomNode): DomElement {
  // Only called on nodes whose type says element.
  return node as DomElement;
}
