import { Link } from '@tanstack/react-router';
import type { AccountLine } from '../../../packages/inquest/src/api-contract/index.ts';
import { Id, T, useLanguage, Words } from '../language/index.ts';
import { treeOf } from './question.ts';

const DEPTHS = ['', 'd1', 'd2', 'd3'] as const;

/** Where the report opens: its claim or proposal; the item as a whole where it has neither. */
function passageOf(id: string): { readonly claim?: string; readonly proposal?: string } {
  if (id.startsWith('C-')) return { claim: id };
  return id.startsWith('P-') ? { proposal: id } : {};
}

/** Who repeats whom. Origins in ink, repeats in grey, so that ten copies never look like ten sources. */
export function OriginTree({ via }: { readonly via: AccountLine['via'] }) {
  const { t, date } = useLanguage();
  const held = new Set(via.map(({ item }) => item));
  return (
    <ul className="tree">
      {treeOf(via).map(({ via: report, depth, last }) => {
        const origin = report.derivesFrom === null;
        const said = report.saidOn === null ? t('figures.undated') : date(report.saidOn).first;
        const classes = [DEPTHS[Math.min(depth, 3)], last ? 'end' : '', origin ? '' : 'rep'].filter((name) => name !== '').join(' ');
        return (
          <li key={report.id} className={classes === '' ? undefined : classes}>
            <Link to="/items/$item" params={{ item: report.item }} search={passageOf(report.id)}>
              <Id>{report.item}</Id>
            </Link>
            <span>
              <Words>{report.outlet === '' ? report.file : report.outlet}</Words>
              <span className="muted"> · {said}</span>
              {depth > 0 && <span className="visually-hidden">{t('figures.repeatsIt', { source: report.derivesFrom ?? '' })}</span>}
              {depth === 0 && report.derivesFrom !== null && !held.has(report.derivesFrom) && <RestsOn source={report.derivesFrom} />}
              {report.proposed && <span className="proposed-word">{t('figures.isProposed')}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** What a report rests on that is not among the reports of its account: another item, or an origin nobody holds. */
function RestsOn({ source }: { readonly source: string }) {
  const item = source.startsWith('S-');
  const values = { source: item ? <Id>{source}</Id> : <Words>{source.replace(/^name:/, '')}</Words> };
  return (
    <span className="muted">
      <T id={item ? 'figures.restsOn' : 'figures.restsOnAway'} values={values} />
    </span>
  );
}
