import { Link } from '@tanstack/react-router';
import { type MessageId, T, useLanguage, Words } from '../language/index.ts';
import { at, type Loose, looseOf, numberAt, wordsAt } from './body.ts';
import { Claimant } from './claimant.tsx';
import { Counted } from './counted.tsx';
import { bodyOf, claimantOf, type Entry } from './entry.ts';
import { readAsWords } from './figure-words.ts';
import { quoted } from './quoted.ts';
import type { Relation } from './relation.ts';

/** The open card's rows: the exact words, who says and carries them, what was counted, how it was read. What is not known is said so. */
export function CardDetails({ entry, relation }: { readonly entry: Entry; readonly relation: Relation | undefined }) {
  const { locale } = useLanguage();
  const body = bodyOf(entry);
  return (
    <>
      <blockquote dir="auto">{quoted(entry.quote)}</blockquote>
      <dl className="kv">
        <Row label="card.saidBy">
          <Claimant {...claimantOf(entry)} />
        </Row>
        <Carriers entry={entry} />
        <FigureRows quantity={at(body, 'quantity')} counted={at(body, 'counted')} />
        <SaidOn entry={entry} />
        {relation?.question !== undefined && relation.question !== null && <QuestionRow question={relation.question} />}
        {entry.claim === null && entry.proposal !== null && <Rule rule={entry.proposal.rule} confidence={entry.proposal.confidence} />}
        {entry.claim?.note !== null && entry.claim?.note !== undefined && (
          <Row label="card.note">
            <Words>{entry.claim.note}</Words>
          </Row>
        )}
        {entry.claim !== null && <RecordedRow by={entry.claim.recordedBy} at={entry.claim.recordedAt} version={entry.claim.version} />}
        {locale === 'en' && entry.claim === null && entry.status !== 'set-aside' && entry.sentence !== '' && (
          <Row label="card.wouldRecord">
            <Words>{entry.sentence}</Words>
          </Row>
        )}
      </dl>
    </>
  );
}

function Row({ label, children }: { readonly label: MessageId; readonly children: React.ReactNode }) {
  return (
    <>
      <dt>
        <T id={label} />
      </dt>
      <dd>{children}</dd>
    </>
  );
}

/** Everybody between the claimant and this document, nearest to the claimant first. */
function Carriers({ entry }: { readonly entry: Entry }) {
  const { t } = useLanguage();
  const carriers = entry.chain.slice(0, -1).toReversed();
  if (carriers.length === 0) return null;
  return (
    <Row label="card.carriedBy">
      {carriers.map((link, place) => (
        <span key={`${link.text} ${String(link.start)}`}>
          {place > 0 && t('list.comma')}
          <Words>{link.text}</Words>
        </span>
      ))}
    </Row>
  );
}

function FigureRows({ quantity, counted }: { readonly quantity: Loose | null; readonly counted: Loose | null }) {
  const language = useLanguage();
  if (quantity === null) return null;
  const bounds = { value: numberAt(quantity, 'value'), min: numberAt(quantity, 'min'), max: numberAt(quantity, 'max') };
  return (
    <>
      <Row label="card.readAsNumber">{readAsWords({ ...bounds, qualifier: wordsAt(quantity, 'qualifier') }, language)}</Row>
      <Row label="card.counted">
        <Counted counted={counted} />
      </Row>
    </>
  );
}

function SaidOn({ entry }: { readonly entry: Entry }) {
  const { date } = useLanguage();
  const saidOn = entry.claim?.saidOn ?? wordsAt(at(looseOf(entry.proposal?.body), 'saidOn'), 'edtf') ?? entry.chain.at(-1)?.saidOn ?? null;
  const words = date(saidOn);
  return (
    <Row label="card.when">
      <span className={saidOn === null ? 'unknown' : undefined}>{words.first}</span>
    </Row>
  );
}

function QuestionRow({ question }: { readonly question: NonNullable<Relation['question']> }) {
  const { t, number } = useLanguage();
  return (
    <Row label="card.question">
      <Link to="/figures" search={{ question: question.id }}>
        <bdi dir="ltr">{question.id}</bdi>
        {t('list.comma')}
        {t('card.accounts', { count: question.accounts, shown: number(question.accounts) })}
      </Link>
    </Row>
  );
}

/** The rule that proposed it, with the precision measured for it as a share of a hundred. */
function Rule({ rule, confidence }: { readonly rule: string; readonly confidence: number }) {
  const { t, number } = useLanguage();
  return (
    <Row label="card.rule">
      <bdi dir="ltr" className="id">
        {rule}
      </bdi>{' '}
      <span className="muted">{t('card.measured', { share: number(Math.round(confidence * 100)) })}</span>
    </Row>
  );
}

function RecordedRow({ by, at: when, version }: { readonly by: string; readonly at: string; readonly version: number }) {
  const { t, date, number } = useLanguage();
  return (
    <Row label="card.recorded">
      {date(when).first}
      {t('list.comma')}
      <Words>{by}</Words>
      {version > 1 && `${t('list.comma')}${t('card.version', { version: number(version) })}`}
    </Row>
  );
}
