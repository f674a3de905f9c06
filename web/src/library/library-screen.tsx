import { useLanguage } from '../language/index.ts';
import { useTitle, Waiting } from '../shell/index.ts';

/** Intake and the library: what came in, what became of it, and what is held. */
export function LibraryScreen() {
  const { t } = useLanguage();
  useTitle(t('library.title'));
  return <Waiting />;
}
