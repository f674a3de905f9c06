import { getRouteApi } from '@tanstack/react-router';
import { useLanguage } from '../language/index.ts';
import { useNarrow, useTitle } from '../shell/index.ts';
import { ItemChain } from './item-chain.tsx';
import { ItemPicker } from './item-picker.tsx';
import { WholeInquiry } from './whole-inquiry.tsx';
import './custody.css';

const route = getRouteApi('/custody');

/** The chain of custody: per item, and the whole inquiry checked. It speaks of bytes, never of what they say. */
export function CustodyScreen() {
  const { t } = useLanguage();
  const { item } = route.useSearch();
  const narrow = useNarrow();
  useTitle(item === undefined ? t('custody.title') : `${t('custody.title')} ${item}`);
  return (
    <div className="custody">
      <div className="head">
        <h1>{t('custody.title')}</h1>
        <p>{t('custody.what')}</p>
      </div>
      <div className="custody-panes">
        {!(narrow && item !== undefined) && <ItemPicker chosen={item} />}
        <div className="custody-main">{item === undefined ? <WholeInquiry /> : <ItemChain key={item} item={item} />}</div>
      </div>
    </div>
  );
}
