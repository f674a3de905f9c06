import { type ReactNode, useId, useState } from 'react';
import type { AccountLine, QuestionLine } from '../../../packages/inquest/src/api-contract/index.ts';
import { type MessageId, useLanguage } from '../language/index.ts';
import { ProblemNotice } from '../shell/index.ts';
import { type Judgment, useJudgment } from './use-judgment.ts';

/** Says that one account answers another question: names the question and why. */
export function SplitOff({
  account,
  question,
  onDone,
}: {
  readonly account: AccountLine;
  readonly question: QuestionLine;
  readonly onDone: () => void;
}) {
  const judgment = useJudgment();
  const [asks, setAsks] = useState('');
  const [why, setWhy] = useState('');
  const submit = async () => {
    const body = { accounts: [account.id], asks: asks.trim(), why: why.trim() === '' ? null : why.trim() };
    if (await judgment.write('questionSplit', body, { said: 'figures.saidSplit', values: { question: question.id } })) onDone();
  };
  return (
    <ActForm judgment={judgment} save="figures.split" ready={asks.trim() !== ''} onSubmit={submit} onClose={onDone}>
      <Line label="figures.splitAsks" value={asks} onChange={setAsks} />
      <Line label="figures.splitWhy" value={why} onChange={setWhy} />
    </ActForm>
  );
}

const RELATIONS = ['republishes', 'quotes', 'relies_on', 'translates', 'text_reuse'] as const;

/** Says that one document of this account rests on another: which, on what, and how. */
export function LinkRepeat({
  account,
  reports,
  onDone,
}: {
  readonly account: AccountLine;
  readonly reports: readonly { readonly item: string; readonly outlet: string }[];
  readonly onDone: () => void;
}) {
  const { t } = useLanguage();
  const judgment = useJudgment();
  const [item, setItem] = useState(account.via.at(-1)?.item ?? account.item);
  const [target, setTarget] = useState('');
  const [relation, setRelation] = useState<string>('relies_on');
  const own = [...new Map(account.via.map((via) => [via.item, via.outlet === '' ? via.file : via.outlet]))];
  const other = target.trim().toUpperCase();
  const submit = async () => {
    if (await judgment.write('derivations', { item, target: other, relation, proposal: null }, { said: 'figures.saidLinked' })) onDone();
  };
  return (
    <ActForm
      judgment={judgment}
      save="figures.link"
      ready={/^S-[1-9][0-9]{0,9}$/.test(other) && other !== item}
      onSubmit={submit}
      onClose={onDone}
    >
      <Pick label="figures.linkItem" value={item} choices={own.map(([id, outlet]) => [id, `${id} ${outlet}`])} onChange={setItem} />
      <Pick
        label="figures.linkRelation"
        value={relation}
        choices={RELATIONS.map((word) => [word, t(`derivation.${word}`)])}
        onChange={setRelation}
      />
      <Line label="figures.linkTarget" value={target} onChange={setTarget} list={reports.filter((report) => report.item !== item)} />
    </ActForm>
  );
}

interface ActFormProps {
  readonly judgment: Judgment;
  readonly save: MessageId;
  readonly ready: boolean;
  readonly onSubmit: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function ActForm({ judgment, save, ready, onSubmit, onClose, children }: ActFormProps) {
  const { t } = useLanguage();
  return (
    <form
      className="act-form"
      onSubmit={(event) => {
        event.preventDefault();
        void onSubmit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      {children}
      {judgment.fault !== undefined && <ProblemNotice fault={judgment.fault} />}
      <p className="acts">
        <button type="submit" disabled={!ready || judgment.busy}>
          {t(save)}
        </button>
        <button type="button" className="linklike" onClick={onClose}>
          {t('decide.cancel')}
        </button>
      </p>
    </form>
  );
}

interface LineProps {
  readonly label: MessageId;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly list?: readonly { readonly item: string; readonly outlet: string }[];
}

function Line({ label, value, onChange, list }: LineProps) {
  const { t } = useLanguage();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t(label)}</label>
      <input
        id={id}
        type="text"
        dir="auto"
        value={value}
        maxLength={500}
        autoComplete="off"
        list={list === undefined ? undefined : `${id}-list`}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {list !== undefined && (
        <datalist id={`${id}-list`}>
          {list.map(({ item, outlet }) => (
            <option key={item} value={item}>
              {outlet}
            </option>
          ))}
        </datalist>
      )}
    </div>
  );
}

interface PickProps {
  readonly label: MessageId;
  readonly value: string;
  readonly choices: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}

function Pick({ label, value, choices, onChange }: PickProps) {
  const { t } = useLanguage();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t(label)}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {choices.map(([choice, words]) => (
          <option key={choice} value={choice}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
