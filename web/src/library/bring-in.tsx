import { useRef } from 'react';
import { useLanguage } from '../language/index.ts';
import { fromInput, MAX_FILES } from './dropped-files.ts';
import { dismissUnsent, offer, offerAgain, type Unsent, useSending } from './upload-queue.ts';

/** The ways in. Before anything is held it is the whole first page; afterwards, a bar. Files may be dropped anywhere on the page. */
export function BringIn({ first = false }: { readonly first?: boolean }) {
  const { t } = useLanguage();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (input: HTMLInputElement) => {
    if (input.files) offer(fromInput(input.files).files);
    // The same file may be chosen twice in a row.
    input.value = '';
  };
  const inputs = (
    <>
      <input ref={files} type="file" multiple hidden onChange={(event) => take(event.currentTarget)} />
      <input ref={folder} type="file" multiple hidden webkitdirectory="" onChange={(event) => take(event.currentTarget)} />
    </>
  );
  const chooseFiles = (
    <button type="button" className={first ? 'btn main' : 'btn'} onClick={() => files.current?.click()}>
      {t('intake.chooseFiles')}
    </button>
  );
  const chooseFolder = (
    <button type="button" className="btn" onClick={() => folder.current?.click()}>
      {t('intake.chooseFolder')}
    </button>
  );
  if (!first) {
    return (
      <div className="bring">
        <div className="ways">
          <span className="muted drop-hint">{t('intake.dropAnywhere')}</span>
          {chooseFiles}
          {chooseFolder}
        </div>
        {inputs}
        <SendingLine />
      </div>
    );
  }
  return (
    <section className="intake first" aria-label={t('intake.label')}>
      <div className="drop">
        <h2>{t('intake.firstTitle')}</h2>
        <p className="muted">{t('intake.firstWhat')}</p>
        <ul className="three">
          <li>
            {chooseFiles}
            <span className="muted">{t('intake.dropAnywhere')}</span>
          </li>
          <li>
            {chooseFolder}
            <span className="muted">{t('intake.folderWhat')}</span>
          </li>
          <li>
            <kbd>npx inquest add FOLDER</kbd>
            <span className="muted">{t('intake.orCommand', { count: MAX_FILES })}</span>
          </li>
        </ul>
        {inputs}
        <SendingLine />
      </div>
      <div className="does">
        <h3>{t('intake.doesTitle')}</h3>
        <ul>
          <li>{t('intake.does1')}</li>
          <li>{t('intake.does2')}</li>
          <li>{t('intake.does3')}</li>
        </ul>
      </div>
    </section>
  );
}

/** What this browser is still sending, and what did not come in. */
function SendingLine() {
  const { t } = useLanguage();
  const { total, sent, unsent, active } = useSending();
  if (!active && unsent.length === 0) return null;
  return (
    <div className="sending">
      {active && <p>{t('intake.sending', { sent, total })}</p>}
      {unsent.length > 0 && <UnsentList unsent={unsent} />}
    </div>
  );
}

/** Named in full up to here; the rest are counted. */
const MAX_NAMED = 8;

function UnsentList({ unsent }: { readonly unsent: readonly Unsent[] }) {
  const { t } = useLanguage();
  return (
    <div role="alert">
      <p>{t('intake.unsent', { count: unsent.length })}</p>
      <ul>
        {unsent.slice(0, MAX_NAMED).map(({ path, fault }) => (
          <li key={path}>
            <bdi dir="auto">{path}</bdi>
            <span className="under">{fault ? <bdi dir="auto">{`${fault.what} ${fault.doThis}`}</bdi> : t('intake.noAnswer')}</span>
          </li>
        ))}
        {unsent.length > MAX_NAMED && <li className="muted">{t('intake.unsentMore', { count: unsent.length - MAX_NAMED })}</li>}
      </ul>
      <p className="ways">
        <button type="button" onClick={offerAgain}>
          {t('state.again')}
        </button>
        <button type="button" onClick={dismissUnsent}>
          {t('intake.dismiss')}
        </button>
      </p>
    </div>
  );
}
