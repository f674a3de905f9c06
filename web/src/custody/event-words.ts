import type { EventLine } from '../../../packages/inquest/src/api-contract/index.ts';
import type { MessageId, Say } from '../language/index.ts';

const SENTENCES: Readonly<Record<string, MessageId>> = {
  'inquiry.created': 'event.inquiryCreated',
  'item.received': 'event.received',
  'item.received-again': 'event.receivedAgain',
  'intake.refused': 'event.refused',
  'rendition.made': 'event.textMade',
  'rendition.failed': 'event.textFailed',
  'claim.recorded': 'event.claimRecorded',
  'claim.edited': 'event.claimEdited',
  'proposal.set-aside': 'event.setAside',
  'proposal.marked-unsure': 'event.unsure',
  'decision.undone': 'event.undone',
  'question.confirmed': 'event.questionConfirmed',
  'question.split': 'event.questionSplit',
};

type Value = 'item' | 'claim' | 'question' | 'proposal' | 'path' | 'bytes' | 'length' | 'reader' | 'version';
const NEEDED: Readonly<Record<string, readonly Value[]>> = {
  'item.received': ['path', 'bytes'],
  'item.received-again': ['path'],
  'intake.refused': ['path'],
  'rendition.made': ['reader', 'length'],
  'rendition.failed': ['reader'],
  'claim.recorded': ['claim', 'item'],
  'claim.edited': ['claim', 'version'],
  'proposal.set-aside': ['proposal'],
  'proposal.marked-unsure': ['proposal'],
  'question.confirmed': ['question'],
  'question.split': ['question'],
};

/**
 * An event as one sentence in the interface language, from its type and the plain values of its
 * payload. A type this page does not know keeps the program's own English sentence.
 */
export function eventWords(event: EventLine, say: Say): string {
  const { payload } = event;
  if (event.type === 'fixity.checked' && typeof payload['objects'] === 'number') {
    const problems = Array.isArray(payload['problems']) ? payload['problems'].length : 0;
    return say.t(problems === 0 ? 'event.checkedSame' : 'event.checkedDiffer', { objects: payload['objects'], problems });
  }
  const id = SENTENCES[event.type];
  const values = valuesOf(event);
  return id === undefined || values === null ? event.sentence : say.t(id, values);
}

/** The payload's plain values by name; null where one that the sentence needs is missing. */
function valuesOf({ type, payload, touches }: EventLine): Record<string, string | number> | null {
  const proposal = payload['proposal'];
  const inner = typeof proposal === 'object' && proposal !== null && 'id' in proposal ? proposal.id : null;
  const values = {
    item: plain(payload['item'] ?? touches.find((touched) => touched.startsWith('S-'))),
    claim: plain(payload['claim']),
    question: plain(payload['question']),
    proposal: plain(inner),
    path: plain(payload['path']),
    bytes: plain(payload['bytes']),
    length: plain(payload['length']),
    reader: plain(payload['reader']),
    version: plain(payload['version'] ?? payload['readerVersion']),
  };
  const needed = NEEDED[type] ?? [];
  return needed.every((name) => values[name] !== '') ? values : null;
}

function plain(value: unknown): string | number {
  return typeof value === 'string' || typeof value === 'number' ? value : '';
}
