import { useLanguage, Words } from '../language/index.ts';

/** A name in the interface, in its own direction; what nobody is named for is said so. */
export function Claimant({ name, readAs }: { readonly name: string | null; readonly readAs: string | null }) {
  const { t } = useLanguage();
  if (name === null) return <span className="unknown">{t('card.nobodyNamed')}</span>;
  return (
    <>
      <Words>{name}</Words>
      {readAs !== null && readAs !== name && (
        <span className="muted">
          {t('list.comma')}
          {t('card.readAs')} <Words>{readAs}</Words>
        </span>
      )}
    </>
  );
}
