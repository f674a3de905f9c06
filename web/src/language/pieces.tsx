import { Fragment, type ReactNode } from 'react';
import { useLanguage } from './language.tsx';
import type { MessageId } from './words.ts';

type NodeValues = Readonly<Record<string, ReactNode>>;

/** A private-use character no catalog or source uses frames each place where an element goes. */
const FRAME = '\uE000';

/** A message whose values may be elements: links, IDs, emphasised words. Numbers and strings work as in `t`. */
export function T({ id, values }: { readonly id: MessageId; readonly values?: NodeValues }) {
  const { t } = useLanguage();
  if (values === undefined) return <>{t(id)}</>;
  const plain: Record<string, string | number> = {};
  const elements = new Map<string, ReactNode>();
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string' || typeof value === 'number') plain[name] = value;
    else {
      plain[name] = `${FRAME}${name}${FRAME}`;
      elements.set(name, value);
    }
  }
  const pieces = t(id, plain).split(FRAME);
  // Odd pieces are names of values; a name appears once per message, so it is its own key.
  return <>{pieces.map((piece, index) => (index % 2 === 0 ? piece : <Fragment key={piece}>{elements.get(piece)}</Fragment>))}</>;
}

/** A short record ID (`S-17`, `C-1042`), always left to right, in mono. */
export function Id({ children }: { readonly children: string }) {
  return (
    <bdi dir="ltr" className="id">
      {children}
    </bdi>
  );
}

/** Somebody's words or a name inside the interface: isolated, in its own direction. */
export function Words({
  children,
  lang,
  className,
}: {
  readonly children: ReactNode;
  readonly lang?: string;
  readonly className?: string;
}) {
  return (
    <bdi dir="auto" lang={lang} className={className}>
      {children}
    </bdi>
  );
}

const ARABIC_SCRIPT = /\p{Script=Arabic}/u;
const LETTER = /\p{L}/u;

/** The direction words run in, by their first letter; left to right where there is none. */
export function directionOf(words: string): 'ltr' | 'rtl' {
  return ARABIC_SCRIPT.test(LETTER.exec(words)?.[0] ?? '') ? 'rtl' : 'ltr';
}

/** A verbatim quotation, in its own direction and with the marks of its own script. The marks are the page's, not the source's. */
export function Quote({ children }: { readonly children: string }) {
  const direction = directionOf(children);
  return <blockquote dir={direction}>{direction === 'rtl' ? `«${children}»` : `“${children}”`}</blockquote>;
}

/** The beginning and the end of a digest, enough to compare by eye; all of it with `whole`. */
export function Digest({ children, whole = false }: { readonly children: string; readonly whole?: boolean }) {
  const groups = children.match(/.{1,4}/g) ?? [];
  const short = groups.length > 4 && !whole ? [...groups.slice(0, 2), '…', ...groups.slice(-1)] : groups;
  return (
    <bdi dir="ltr" className="digest">
      {short.join(' ')}
    </bdi>
  );
}

/**
 * A date in words. In Persian the Gregorian date always stands under the Solar Hijri one; in
 * English the Solar Hijri one appears only with `both`. `note` is a basis or another quiet word.
 */
export function DateText({
  edtf,
  both = false,
  time = false,
  off = false,
  note,
}: {
  readonly edtf: string | null;
  readonly both?: boolean;
  readonly time?: boolean;
  readonly off?: boolean;
  readonly note?: ReactNode;
}) {
  const language = useLanguage();
  const words = language.date(edtf);
  const clock = time && edtf !== null ? language.time(edtf) : '';
  const second = both || language.locale === 'fa' ? words.second : null;
  const unstated = words.unstated === 'day' || words.unstated === 'month' ? language.t(`date.${words.unstated}NotStated`) : null;
  const quiet = note ?? unstated;
  return (
    <>
      <span className={off ? 'off' : words.unstated === 'all' ? 'unknown' : undefined}>
        {clock === '' ? words.first : language.t('date.withTime', { date: words.first, time: clock })}
      </span>
      {second !== null && <span className="under">{second}</span>}
      {quiet !== null && quiet !== '' && <span className="under">{quiet}</span>}
    </>
  );
}
