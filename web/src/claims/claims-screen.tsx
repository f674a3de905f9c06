import { useLanguage } from '../language/index.ts';
import { useTitle, Waiting } from '../shell/index.ts';

/** The recorded claims, newest last, each with its quote. */
export function ClaimsScreen() {
  const { t } = useLanguage();
  useTitle(t('claims.title'));
  return <Waiting />;
}
