import { useLanguage } from '../language/index.ts';
import { useTitle, Waiting } from '../shell/index.ts';

/** The chain of custody: per item, and the whole inquiry checked. */
export function CustodyScreen() {
  const { t } = useLanguage();
  useTitle(t('custody.title'));
  return <Waiting />;
}
