import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { useState } from 'react';
import { asked, useConnection } from '../http/index.ts';
import { ShortcutSheet, useKeys } from '../keys/index.ts';
import { LOCALES, OWN_NAMES, T, useLanguage, Words } from '../language/index.ts';
import { Mark } from '../marks.tsx';
import { LiveRegion } from './announce.tsx';
import { useColours, useNarrow } from './appearance.ts';
import { ConnectionBanner, SignedOut } from './notices.tsx';
import { Rail } from './rail.tsx';
import './frame.css';

/** Top bar, rail and the screen. One frame for every route. */
export function Frame() {
  const [sheet, setSheet] = useState(false);
  const connection = useConnection();
  const narrow = useNarrow();
  const inquiry = useQuery(asked('inquiry')).data;
  const { t } = useLanguage();
  useKeys([{ press: '(\\?|؟|Shift\\+Slash)', shown: '?', label: 'keys.sheet', group: 'everywhere', run: () => setSheet(true) }]);
  const preferences = <Preferences onKeys={() => setSheet(true)} />;
  return (
    <>
      <a className="skip btn" href="#screen">
        {t('frame.skip')}
      </a>
      <div className="frame">
        <header className="top">
          <Link to="/" className="brand">
            Inquest
          </Link>
          {inquiry && <Words className="inquiry">{inquiry.title}</Words>}
          <span className="gap" />
          <span className="note nowrap">{t('frame.sentOut')}</span>
          {!narrow && preferences}
        </header>
        <Rail />
        <main id="screen" tabIndex={-1}>
          <ConnectionBanner />
          {inquiry?.sample === true && (
            <p className="sample note">
              <T id="frame.sample" />
            </p>
          )}
          {connection === 'signed-out' ? <SignedOut /> : <Outlet />}
        </main>
        {narrow && <footer className="foot">{preferences}</footer>}
      </div>
      <ShortcutSheet open={sheet} onClose={() => setSheet(false)} />
      <LiveRegion />
    </>
  );
}

/** Language, colours, keys: choices of this browser, kept in it. */
function Preferences({ onKeys }: { readonly onKeys: () => void }) {
  const { t, locale, choose } = useLanguage();
  const { colours, next } = useColours();
  return (
    <div className="preferences">
      <span className="languages">
        {LOCALES.map((other, place) => (
          <span key={other}>
            {place > 0 && <span className="muted"> · </span>}
            {other === locale ? (
              <span lang={other} aria-current="true">
                {OWN_NAMES[other]}
              </span>
            ) : (
              <button type="button" className="linklike" lang={other} onClick={() => choose(other)}>
                {OWN_NAMES[other]}
              </button>
            )}
          </span>
        ))}
      </span>
      <button type="button" className="quiet" onClick={next}>
        <Mark name="colours" />
        {t(`frame.colours.${colours}`)}
      </button>
      <button type="button" className="quiet" onClick={onKeys}>
        {t('keys.short')} <kbd>?</kbd>
      </button>
    </div>
  );
}
