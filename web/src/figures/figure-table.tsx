import { Link } from '@tanstack/react-router';
import type { AccountLine, QuestionLine } from '../../../packages/inquest/src/api-contract/index.ts';
import { DateText, Id, T, useLanguage, Words } from '../language/index.ts';
import { Status } from '../marks.tsx';
import { Counted } from '../reader/counted.tsx';
import { readAsWords } from '../reader/figure-words.ts';
import { quoted } from '../reader/quoted.ts';
import { bySaid } from './said-order.ts';

interface Line {
  readonly account: AccountLine;
  readonly via: AccountLine['via'][number];
}

/** The plot's twin: a row for each figure each document gives, by date said. */
export function FigureTable({ question, originsOnly }: { readonly question: QuestionLine; readonly originsOnly: boolean }) {
  const { t } = useLanguage();
  const all = question.accounts.flatMap((account) => account.via.map((via): Line => ({ account, via })));
  const lines = bySaid(
    all.filter(({ via }) => !originsOnly || via.derivesFrom === null),
    ({ via }) => via.saidOn,
  );
  const heads = [
    'table.claim',
    'table.status',
    'table.said',
    'table.source',
    'table.who',
    'table.wording',
    'table.counted',
    'table.readAs',
    'table.derivation',
  ] as const;
  return (
    /* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the page is reached by scrolling, also by keyboard */
    <section className="table-scroll" tabIndex={0} aria-labelledby="same-table">
      <table className="tab">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <TableRow key={`${line.account.id} ${line.via.id}`} line={line} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function TableRow({ line: { account, via } }: { readonly line: Line }) {
  const language = useLanguage();
  const { t } = language;
  const repeat = via.derivesFrom !== null;
  const claim = via.id.startsWith('C-') ? via.id : null;
  return (
    <tr className={repeat ? 'muted' : undefined}>
      <td>{claim === null ? <span className="unknown">{t('table.noClaim')}</span> : <Id>{claim}</Id>}</td>
      <td>
        {via.proposed ? <Status name="proposed">{t('status.proposed')}</Status> : <Status name="recorded">{t('status.recorded')}</Status>}
      </td>
      <td>
        <DateText edtf={via.saidOn} />
      </td>
      <td>
        <Link to="/items/$item" params={{ item: via.item }} search={claim === null ? {} : { claim }}>
          <Id>{via.item}</Id>
        </Link>
      </td>
      <td>
        <Words>{via.outlet === '' ? via.file : via.outlet}</Words>
      </td>
      <td>
        <Words className="wording">{quoted(account.raw)}</Words>
      </td>
      <td>
        <Counted counted={account.counted} />
      </td>
      <td>{readAsWords(account, language)}</td>
      <td>
        {via.derivesFrom === null ? (
          t('table.origin')
        ) : (
          <T
            id="table.repeats"
            values={{
              source: /^S-\d+$/.test(via.derivesFrom) ? <Id>{via.derivesFrom}</Id> : <Words>{via.derivesFrom.replace(/^name:/, '')}</Words>,
            }}
          />
        )}
      </td>
    </tr>
  );
}
