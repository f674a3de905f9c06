import { useEffect, useRef } from 'react';
import { T, useLanguage } from '../language/index.ts';
import { KEY_GROUPS, type KeyBinding, useKeyRegistry } from './keys.tsx';
import './shortcut-sheet.css';

/** Every key that does something here and now, read from the registry, and the switch for single letters. */
export function ShortcutSheet({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { bindings, singleKeys, switchSingleKeys } = useKeyRegistry();
  const { t } = useLanguage();
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} className="sheet" aria-labelledby="sheet-title" onClose={onClose}>
      <header>
        <h2 id="sheet-title">{t('keys.title')}</h2>
        <button type="button" onClick={onClose}>
          {t('keys.close')} <kbd>Esc</kbd>
        </button>
      </header>
      {KEY_GROUPS.map((group) => (
        <KeyList key={group} title={t(`keys.${group}`)} bindings={bindings.filter((binding) => binding.group === group)} />
      ))}
      <label className="switch">
        <input type="checkbox" checked={singleKeys} onChange={(event) => switchSingleKeys(event.currentTarget.checked)} />
        <span>
          <T id="keys.single" />
          <span className="under">
            <T id="keys.singleWhy" />
          </span>
        </span>
      </label>
    </dialog>
  );
}

function KeyList({ title, bindings }: { readonly title: string; readonly bindings: readonly KeyBinding[] }) {
  if (bindings.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {bindings.map((binding) => (
          <div key={binding.press}>
            <dt>
              <T id={binding.label} />
            </dt>
            <dd>
              <kbd>{binding.shown}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
