import { z } from 'zod';
import arabicFile from './data/ar/cues.json' with { type: 'json' };
import persianFile from './data/fa/cues.json' with { type: 'json' };
import frenchFile from './data/fr/cues.json' with { type: 'json' };
import type { SpeechAct } from './english-lexicon.ts';
import type { ReadingLanguage } from './reading-context.ts';
import { foldForMatching } from './text-view.ts';
import { plainWords } from './tokens.ts';

const words = z.array(z.string());
const act = z.enum(['assert', 'estimate', 'deny', 'demand', 'call', 'offer', 'declare', 'order', 'accuse', 'ask', 'believe', 'other']);
const flags = { act, loaded: z.boolean().optional(), negates: z.boolean().optional() };
const lexiconSchema = z.strictObject({
  order: z.enum(['source-first', 'cue-first']),
  that: words,
  bare: z.boolean(),
  prefixes: words,
  lights: z.record(z.string(), words),
  verbs: z.array(
    z.strictObject({
      forms: words.optional(),
      nouns: words.optional(),
      light: z.string().optional(),
      reversed: z.boolean().optional(),
      needs: z.string().optional(),
      ...flags,
    }),
  ),
  enclosing: z.array(z.strictObject({ open: words, light: z.string(), ...flags })),
  prepositional: z.array(z.strictObject({ forms: words, preposition: z.string(), ...flags })).optional(),
  attached: z.array(z.strictObject({ forms: words, prefix: z.string(), ...flags })).optional(),
  objects: z.array(z.strictObject({ forms: words, ...flags })).optional(),
  according: words,
  hearsay: words,
  circumstances: words,
  media: words,
  leading: words,
  trailing: words,
  object: z.string().nullable(),
  pronouns: words,
  firstPerson: words,
  notSources: words,
});

/** How a cue found in a text hands over to its content. */
export type CueKind =
  | { readonly kind: 'clause'; readonly needs: string | null }
  | { readonly kind: 'enclosing'; readonly closings: readonly (readonly string[])[] }
  | { readonly kind: 'preposition'; readonly word: string }
  | { readonly kind: 'prefix'; readonly letters: string }
  | { readonly kind: 'object' }
  | { readonly kind: 'according'; readonly attached: string | null }
  | { readonly kind: 'hearsay' };

export interface CueEntry {
  readonly words: readonly string[];
  readonly act: SpeechAct;
  readonly loaded: boolean;
  readonly negates: boolean;
  readonly cue: CueKind;
}

/** A cue lexicon for a language without a tagger, folded as texts are and indexed by first word. */
export interface CueLexicon {
  readonly language: ReadingLanguage;
  readonly sourceFirst: boolean;
  readonly bare: boolean;
  readonly byFirstWord: ReadonlyMap<string, readonly CueEntry[]>;
  readonly prefixes: readonly string[];
  readonly that: ReadonlySet<string>;
  readonly circumstances: ReadonlySet<string>;
  readonly media: ReadonlySet<string>;
  readonly leading: ReadonlySet<string>;
  readonly trailing: ReadonlySet<string>;
  readonly object: string | null;
  readonly firstPerson: ReadonlySet<string>;
  readonly notSources: ReadonlySet<string>;
}

const LEXICONS: ReadonlyMap<ReadingLanguage, CueLexicon> = new Map([
  ['fa', load('fa', persianFile)],
  ['ar', load('ar', arabicFile)],
  ['fr', load('fr', frenchFile)],
]);

/** The lexicon of a language, or null when the project has none. */
export function cueLexicon(language: ReadingLanguage): CueLexicon | null {
  return LEXICONS.get(language) ?? null;
}

/** A phrase as the words of a text would be cut, folded and in lower case. */
function phrase(text: string): readonly string[] {
  return plainWords(foldForMatching(text)).map((word) => word.lower);
}

function firstWords(entries: readonly string[]): ReadonlySet<string> {
  return new Set(entries.map((entry) => phrase(entry)[0] ?? ''));
}

function load(language: ReadingLanguage, file: unknown): CueLexicon {
  const data = lexiconSchema.parse(file);
  const entries = [...clauseCues(data), ...otherCues(data)];
  const byFirstWord = new Map<string, CueEntry[]>();
  for (const entry of entries) {
    const first = entry.words[0] ?? '';
    byFirstWord.set(
      first,
      [...(byFirstWord.get(first) ?? []), entry].sort((a, b) => b.words.length - a.words.length),
    );
  }
  return {
    language,
    sourceFirst: data.order === 'source-first',
    bare: data.bare,
    byFirstWord,
    prefixes: data.prefixes,
    that: new Set(data.that.map(foldForMatching)),
    circumstances: firstWords(data.circumstances),
    media: firstWords(data.media),
    leading: firstWords(data.leading),
    trailing: firstWords(data.trailing),
    object: data.object,
    firstPerson: firstWords(data.firstPerson),
    notSources: firstWords(data.notSources),
  };
}

type Data = z.infer<typeof lexiconSchema>;

function clauseCues(data: Data): readonly CueEntry[] {
  return data.verbs.flatMap((verb) => {
    const own = verb.forms ?? [];
    const lights = verb.light === undefined ? [] : (data.lights[verb.light] ?? []);
    const compound = (verb.nouns ?? []).flatMap((noun) =>
      lights.map((light) => (verb.reversed === true ? `${light} ${noun}` : `${noun} ${light}`)),
    );
    return [...own, ...compound].map((form) => entry(form, verb, { kind: 'clause', needs: verb.needs ?? null }));
  });
}

function otherCues(data: Data): readonly CueEntry[] {
  const plain = { act: 'assert' as const };
  return [
    ...data.enclosing.flatMap((one) =>
      one.open.map((form) => entry(form, one, { kind: 'enclosing', closings: (data.lights[one.light] ?? []).map(phrase) })),
    ),
    ...(data.prepositional ?? []).flatMap((one) =>
      one.forms.map((form) => entry(form, one, { kind: 'preposition', word: foldForMatching(one.preposition) })),
    ),
    ...(data.attached ?? []).flatMap((one) => one.forms.map((form) => entry(form, one, { kind: 'prefix', letters: one.prefix }))),
    ...(data.objects ?? []).flatMap((one) => one.forms.map((form) => entry(form, one, { kind: 'object' }))),
    ...data.according.map((form) => accordingEntry(form, plain)),
    ...data.hearsay.map((form) => entry(form, plain, { kind: 'hearsay' })),
  ];
}

/** An entry that ends in one letter (`وفقا ل`) is joined to the word after it. */
function accordingEntry(form: string, plain: { readonly act: SpeechAct }): CueEntry {
  const parts = phrase(form);
  const last = parts.at(-1) ?? '';
  if (parts.length < 2 || last.length > 1) return entry(form, plain, { kind: 'according', attached: null });
  return { ...entry(parts.slice(0, -1).join(' '), plain, { kind: 'according', attached: last }) };
}

function entry(
  form: string,
  { act: own, loaded, negates }: { act: SpeechAct; loaded?: boolean | undefined; negates?: boolean | undefined },
  cue: CueKind,
): CueEntry {
  return { words: phrase(form), act: own, loaded: loaded ?? false, negates: negates ?? false, cue };
}
