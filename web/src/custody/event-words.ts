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

/**
 * An event as one sentence in the interface language, from its type and the plain values of its
 * payload. A type this page does not know keeps the program's own English sentence.
 */
export function eventWords(event: EventLine, say: Say): string {
  const { payload } = event;
  if (event.type === 'fixity.checked') {
    const problems = Array.isArray(payload['problems']) ? payload['problems'].length : 0;
    return say.t(problems === 0 ? 'event.checkedSame' : 'event.checkedDiffer', { objects: plain(payload['objects']), problems });
  }
  const id = SENTENCES[event.type];
  if (id === undefined) return event.sentence;
  const proposal = payload['proposal'];
  const inner = typeof proposal === 'object' && proposal !== null && 'id' in proposal ? proposal.id : null;
  return say.t(id, {
    item: plain(payload['item'] ?? event.touches.find((touched) => touched.startsWith('S-')) ?? null),
    claim: plain(payload['claim']),
    question: plain(payload['question']),
    proposal: plain(inner),
    path: plain(payload['path']),
    bytes: plain(payload['bytes']),
    length: plain(payload['length']),
    reader: `${plain(payload['reader'])} ${plain(payload['readerVersion'])}`,
    version: plain(payload['version']),
  });
}

function plain(value: unknown): string | number {
  return typeof value === 'string' || typeof value === 'number' ? value : '';
}
