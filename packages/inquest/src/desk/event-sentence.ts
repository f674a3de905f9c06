import type { AnyEvent } from '../ledger/index.ts';

/**
 * An event as one English sentence about what was done and by whom; never about whether a
 * source is right. Programs read type and payload instead.
 */
export function eventSentence(event: AnyEvent): string {
  switch (event.type) {
    case 'inquiry.created':
      return `The inquiry “${event.payload.title}” was created.`;
    case 'item.received':
      return `${event.payload.item} was received: ${event.payload.path}, ${String(event.payload.bytes)} bytes.`;
    case 'item.received-again':
      return `The bytes of ${event.payload.item} came again as ${event.payload.path}.`;
    case 'intake.refused':
      return `${event.payload.path} was not taken in: ${event.payload.words}`;
    case 'rendition.made':
      return `A text of ${event.payload.item} was made by ${event.payload.reader} ${event.payload.readerVersion}, ${String(event.payload.length)} characters.`;
    case 'rendition.failed':
      return `${event.payload.item} is kept and could not be read: ${event.payload.words}`;
    case 'claim.recorded':
      return `${event.payload.claim} was recorded from ${event.payload.content.citation.item}${event.payload.edited ? ', edited first' : ''}.`;
    case 'claim.edited':
      return `${event.payload.claim} was edited; it is now version ${String(event.payload.version)}.`;
    case 'proposal.set-aside':
      return `${event.payload.proposal.id} in ${event.payload.proposal.item} was set aside: ${event.payload.reason.replaceAll('-', ' ')}.`;
    case 'proposal.marked-unsure':
      return `${event.payload.proposal.id} in ${event.payload.proposal.item} was marked unsure.`;
    case 'decision.undone':
      return `The decision ${event.payload.event} was taken back.`;
    case 'question.confirmed':
      return `${event.payload.question} was made a question: ${event.payload.asks}`;
    case 'question.split':
      return `${event.payload.question} was split off ${event.payload.from}: ${event.payload.asks}`;
    case 'fixity.checked':
      return `${String(event.payload.objects)} objects were read back${event.payload.item === null ? '' : ` for ${event.payload.item}`}; ${event.payload.problems.length === 0 ? 'all are the same' : `${String(event.payload.problems.length)} differ or are missing`}.`;
  }
}
