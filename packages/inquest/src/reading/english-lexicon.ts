import { z } from 'zod';
import type { AttributionProposal } from '../model/index.ts';
import cuesFile from './data/en/cues.json' with { type: 'json' };
import speakersFile from './data/en/speakers.json' with { type: 'json' };

export type SpeechAct = AttributionProposal['speechAct'];
export type VerbForm = 'base' | 's' | 'past' | 'pp' | 'ing';

const verbSchema = z.strictObject({
  lemma: z.string(),
  forms: z.array(z.string()).length(4).optional(),
  act: z.enum(['assert', 'estimate', 'deny', 'demand', 'call', 'offer', 'declare', 'order', 'accuse', 'ask', 'believe', 'other']),
  takes: z.array(z.string()).min(1),
  loaded: z.boolean().optional(),
  negates: z.boolean().optional(),
});
const words = z.array(z.string());
const cuesSchema = z.strictObject({
  verbs: z.array(verbSchema),
  according: z.array(words),
  notSpeakers: words,
  hearsay: words,
  hearsayPassives: words,
  mediumNouns: words,
  documentNouns: words,
  producing: words,
  wh: words,
  subordinators: words,
  conditionals: words,
  modals: words,
  infinitiveCarriers: words,
});

/** A cue verb: what it may take as its content, and what saying so does. */
export interface CueVerb {
  readonly lemma: string;
  readonly act: SpeechAct;
  /** Frame name → the act it has in that frame. Frames are listed in data/en/README.md. */
  readonly takes: ReadonlyMap<string, SpeechAct>;
  readonly loaded: boolean;
  readonly negates: boolean;
}

export interface CueForm {
  readonly verb: CueVerb;
  readonly form: VerbForm;
}

const cues = cuesSchema.parse(cuesFile);

/** The English cue lexicon, indexed for reading. */
export const ENGLISH = Object.freeze({
  forms: indexForms(cues.verbs),
  according: cues.according,
  notSpeakers: new Set(cues.notSpeakers),
  hearsay: new Set(cues.hearsay),
  hearsayPassives: new Set(cues.hearsayPassives),
  mediumNouns: new Set(cues.mediumNouns),
  documentNouns: new Set(cues.documentNouns),
  producing: new Set(cues.producing),
  wh: new Set(cues.wh),
  subordinators: new Set(cues.subordinators),
  conditionals: new Set(cues.conditionals),
  modals: new Set(cues.modals),
  infinitiveCarriers: new Set(cues.infinitiveCarriers),
  speakerNouns: new Set(speakersFile.nouns),
  speakerSuffixes: speakersFile.suffixes,
  speakerPronouns: new Set(speakersFile.pronouns),
  firstPerson: new Set(speakersFile.firstPerson),
  notSources: new Set(speakersFile.notSources),
});

function indexForms(verbs: readonly z.infer<typeof verbSchema>[]): ReadonlyMap<string, CueForm> {
  const index = new Map<string, CueForm>();
  for (const entry of verbs) {
    const verb: CueVerb = {
      lemma: entry.lemma,
      act: entry.act,
      takes: new Map(entry.takes.map((frame) => splitFrame(frame, entry.act))),
      loaded: entry.loaded ?? false,
      negates: entry.negates ?? false,
    };
    const [s, past, pp, ing] = entry.forms ?? regularForms(entry.lemma);
    const forms: readonly [string | undefined, VerbForm][] = [
      [ing, 'ing'],
      [pp, 'pp'],
      [past, 'past'],
      [s, 's'],
      [entry.lemma, 'base'],
    ];
    for (const [word, form] of forms) if (word !== undefined) index.set(word, { verb, form });
  }
  return index;
}

/** `for:demand` is the frame `for` with its own speech act. */
function splitFrame(frame: string, act: SpeechAct): [string, SpeechAct] {
  const [name = frame, own] = frame.split(':');
  const parsed = verbSchema.shape.act.safeParse(own);
  return [name, parsed.success ? parsed.data : act];
}

/** Third person, past, participle, gerund of a regular verb; doubling consonants are listed in the data. */
export function regularForms(lemma: string): readonly string[] {
  const stem = lemma.endsWith('e') ? lemma.slice(0, -1) : lemma;
  const y = /[^aeiou]y$/.test(lemma);
  const s = /(?:s|x|z|ch|sh)$/.test(lemma) ? `${lemma}es` : y ? `${lemma.slice(0, -1)}ies` : `${lemma}s`;
  const past = y ? `${lemma.slice(0, -1)}ied` : `${stem}ed`;
  return [s, past, past, `${stem}ing`];
}
