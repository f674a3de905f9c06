import { useQuery } from '@tanstack/react-query';
import type { ItemLine } from '../../../packages/inquest/src/api-contract/index.ts';
import { addressOf } from '../http/index.ts';
import { Digest, useLanguage } from '../language/index.ts';

/** Longer originals are only handed out, not shown. */
const MOST_SHOWN = 400_000;

/** The preserved bytes: a download, and for text formats their characters, never rendered as a page. */
export function Original({ item }: { readonly item: ItemLine }) {
  const { t, size } = useLanguage();
  const address = addressOf('original', { values: { item: item.item ?? '' } });
  const readable = isText(item.mediaType) && (item.bytes ?? Number.POSITIVE_INFINITY) <= MOST_SHOWN;
  return (
    <section className="original" aria-labelledby="original-title">
      <h2 id="original-title">{t('original.title')}</h2>
      <p>{t('original.why')}</p>
      <dl className="kv">
        <dt>{t('original.file')}</dt>
        <dd>
          <bdi dir="ltr">{item.path}</bdi>
        </dd>
        <dt>{t('original.type')}</dt>
        <dd>
          <bdi dir="ltr">{item.mediaType ?? t('original.unknownType')}</bdi>
          {item.encoding !== null && <bdi dir="ltr">, {item.encoding}</bdi>}
        </dd>
        {item.bytes !== null && (
          <>
            <dt>{t('original.size')}</dt>
            <dd>{size(item.bytes)}</dd>
          </>
        )}
        {item.sha256 !== null && (
          <>
            <dt>SHA-256</dt>
            <dd>
              <Digest whole>{item.sha256}</Digest>
            </dd>
          </>
        )}
      </dl>
      <p>
        <a className="btn" href={address} download>
          {t('original.download')}
        </a>
      </p>
      {readable && <Characters address={address} encoding={item.encoding} />}
    </section>
  );
}

function isText(mediaType: string | null): boolean {
  return mediaType !== null && /^(?:text\/|application\/(?:json|xml|xhtml\+xml))/.test(mediaType);
}

function Characters({ address, encoding }: { readonly address: string; readonly encoding: string | null }) {
  const { t } = useLanguage();
  const words = useQuery({
    queryKey: ['original', address],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => decode(await (await fetch(address, { signal, credentials: 'same-origin' })).arrayBuffer(), encoding),
  }).data;
  if (words === undefined) return null;
  return (
    <>
      <h3>{t('original.characters')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard */}
      <section className="characters" aria-label={t('original.characters')} tabIndex={0}>
        <pre dir="auto">{words}</pre>
      </section>
    </>
  );
}

/** In the encoding the text was read with, where the browser knows it. */
function decode(bytes: ArrayBuffer, encoding: string | null): string {
  try {
    return new TextDecoder(encoding ?? 'utf-8').decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
