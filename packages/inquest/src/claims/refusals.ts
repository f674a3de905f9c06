import { type Refusal, refuse } from '../kernel/index.ts';

/** Words of one refusal; `{subject}` is the id or kind it is about. `http` and `exit` for the shells. */
interface RefusalWords {
  readonly what: string;
  readonly why: string;
  readonly do: string;
  readonly http: number;
  readonly exit: number;
}

/** Everything that deciding on claims can refuse, in words, with HTTP status and exit code. */
export const CLAIM_REFUSALS = {
  'not-found': {
    what: '{subject} was not found.',
    why: 'It is not in this inquiry, or not among what you may see.',
    do: 'Check the id in the list it comes from.',
    http: 404,
    exit: 1,
  },
  'not-recordable-yet': {
    what: 'A proposal of the kind “{subject}” cannot be recorded as a claim.',
    why: 'Dates, names and page furniture help to read a document; no record of their own exists for them yet.',
    do: 'Set it aside, or record the claim it belongs to.',
    http: 422,
    exit: 1,
  },
  'reading-incomplete': {
    what: '{subject} cannot be recorded as it stands.',
    why: 'The reading did not find everything that such a claim says, or takes it for something that was not said.',
    do: 'Record it with your own content: edit first.',
    http: 422,
    exit: 1,
  },
  'unknown-body-kind': {
    what: 'Claims of the kind “{subject}” do not exist here.',
    why: 'Only kinds this version can keep whole are taken; nothing is stored that it could not read back.',
    do: 'Choose one of the known kinds.',
    http: 422,
    exit: 1,
  },
  'invalid-content': {
    what: 'The content of the claim is not complete or not well formed.',
    why: 'Something required is missing or has the wrong form: {subject}.',
    do: 'Correct the fields named in the details.',
    http: 422,
    exit: 1,
  },
  'quote-differs': {
    what: 'The quotation is not what stands at its place in {subject}.',
    why: 'A claim opens at its passage: offsets and words must agree with the preserved text, to the character.',
    do: 'Select the passage again and copy nothing by hand.',
    http: 422,
    exit: 4,
  },
  'already-decided': {
    what: '{subject} has already been decided.',
    why: 'A proposal carries one decision at a time.',
    do: 'Undo the decision named in the details first, or edit the claim it became.',
    http: 409,
    exit: 1,
  },
  'version-conflict': {
    what: '{subject} has changed since you read it.',
    why: 'Somebody recorded a newer version; yours would hide it.',
    do: 'Compare both versions in the details, then edit the newer one.',
    http: 412,
    exit: 1,
  },
  'nothing-changed': {
    what: '{subject} already says exactly this.',
    why: 'An edit that changes nothing would only add noise to the ledger.',
    do: 'Nothing needs to be done.',
    http: 409,
    exit: 1,
  },
  'claim-undone': {
    what: '{subject} was taken back.',
    why: 'A claim that was taken back stays on the ledger and is changed no more.',
    do: 'Record it anew.',
    http: 409,
    exit: 1,
  },
  'not-undoable': {
    what: '{subject} is not a decision that can be undone.',
    why: 'Only recording, editing, setting aside, marking unsure and decisions on questions are taken back; receipts and checks are not.',
    do: 'To decide again what was undone, decide it as before.',
    http: 409,
    exit: 1,
  },
  'already-undone': {
    what: 'This decision has already been undone.',
    why: 'An undoing stays on the ledger; a second would change nothing.',
    do: 'To take the decision again, decide it as before.',
    http: 409,
    exit: 1,
  },
  'decided-since': {
    what: 'A later decision rests on this one.',
    why: 'Taking it back alone would leave the later one without its ground.',
    do: 'Undo the decision named in the details first.',
    http: 409,
    exit: 1,
  },
  'not-confirmed': {
    what: '{subject} is only proposed.',
    why: 'What nobody has put together cannot be split.',
    do: 'Confirm the question with the accounts that belong to it.',
    http: 409,
    exit: 1,
  },
  'empty-question': {
    what: 'The question would have no figures.',
    why: 'A question is kept by the figures that answer it.',
    do: 'Leave at least one figure on each side.',
    http: 422,
    exit: 1,
  },
  'not-in-question': {
    what: '{subject} does not answer that question.',
    why: 'Only figures that a person put under a question can be split off it.',
    do: 'Read the question again; it may have been changed.',
    http: 409,
    exit: 1,
  },
  'in-another-question': {
    what: '{subject} already answers another question.',
    why: 'A figure counts one thing; under two questions it would be compared twice.',
    do: 'Split it off the other question first, or undo that decision.',
    http: 409,
    exit: 1,
  },
  'not-a-figure': {
    what: '{subject} is not a figure.',
    why: 'Questions put quantities side by side and nothing else.',
    do: 'Leave it out.',
    http: 422,
    exit: 1,
  },
  'mixed-compartments': {
    what: 'These records belong to different compartments.',
    why: 'A question across compartments would show some people what they may not see.',
    do: 'Make one question for each compartment.',
    http: 409,
    exit: 5,
  },
  'same-item': {
    what: '{subject} cannot rest on itself.',
    why: 'A derivation leads from one document to another.',
    do: 'Choose the item it was taken from.',
    http: 422,
    exit: 1,
  },
} as const satisfies Record<string, RefusalWords>;

export type ClaimRefusalCode = keyof typeof CLAIM_REFUSALS;

/** A refusal in the words of the table. `subject`: an id or a kind, never testimony. */
export function refuseClaim<Code extends ClaimRefusalCode>(
  code: Code,
  subject: string,
  details?: Readonly<Record<string, unknown>>,
): Refusal<Code> {
  const words: RefusalWords = CLAIM_REFUSALS[code];
  const named = (text: string): string => text.replaceAll('{subject}', subject);
  return refuse(code, {
    what: named(words.what),
    why: named(words.why),
    do: named(words.do),
    ...(details === undefined ? {} : { details }),
  });
}
