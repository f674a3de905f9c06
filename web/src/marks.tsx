import type { ReactNode } from 'react';

/**
 * The line marks, drawn here so that nothing is fetched. A mark never stands alone: a word is
 * always beside it, so every mark is hidden from assistive technology.
 */
export type MarkName =
  | 'recorded'
  | 'proposed'
  | 'set-aside'
  | 'unsure'
  | 'differs'
  | 'also-said'
  | 'single'
  | 'responds'
  | 'copy'
  | 'lock'
  | 'find'
  | 'colours';

const DIAMOND = 'M6 .9 11.1 6 6 11.1.9 6Z';

const SHAPES: Record<MarkName, ReactNode> = {
  recorded: <path fill="currentColor" d={DIAMOND} />,
  proposed: <path d={DIAMOND} strokeDasharray="2.2 1.4" />,
  'set-aside': <path d={`${DIAMOND}M1.5 10.5l9-9`} />,
  unsure: <path d={`${DIAMOND}M6 4.2v2.2M6 7.6v.6`} />,
  differs: (
    <>
      <circle cx="6" cy="6" r="5" />
      <path fill="currentColor" stroke="none" d="M6 1a5 5 0 0 1 0 10Z" />
    </>
  ),
  'also-said': (
    <>
      <circle cx="5" cy="6" r="4" />
      <circle cx="9.5" cy="6" r="4" />
    </>
  ),
  single: <circle cx="6" cy="6" r="4" />,
  responds: <path d="M4.5 2 1 5.5 4.5 9M1 5.5h7a3 3 0 0 1 3 3V11" />,
  copy: <path d="M4 4h7v7H4ZM8 4V1H1v7h3" />,
  lock: <path d="M2 5.5h8V11H2ZM3.8 5.5V4a2.2 2.2 0 0 1 4.4 0v1.5" />,
  find: <path d="M8.6 5A3.6 3.6 0 1 1 1.4 5a3.6 3.6 0 0 1 7.2 0ZM7.8 7.8l3.4 3.4" />,
  colours: (
    <>
      <circle cx="6" cy="6" r="4.6" />
      <path fill="currentColor" stroke="none" d="M6 1.4a4.6 4.6 0 0 0 0 9.2Z" />
    </>
  ),
};

/** One mark, the size of the words beside it. Only the arrow turns with the direction of the page. */
export function Mark({ name }: { readonly name: MarkName }) {
  const box = name === 'also-said' ? '0 0 14 12' : '0 0 12 12';
  return (
    <svg className={name === 'responds' ? `mark ${name} turns` : `mark ${name}`} viewBox={box} aria-hidden="true">
      {SHAPES[name]}
    </svg>
  );
}

/** Mark, then word, then colour: how a status or a relation is always written. */
export function Status({ name, children }: { readonly name: MarkName; readonly children: ReactNode }) {
  return (
    <span className={`st ${name}`}>
      <Mark name={name} />
      {children}
    </span>
  );
}
