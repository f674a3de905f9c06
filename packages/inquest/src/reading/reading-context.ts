import type { ItemId } from '../kernel/index.ts';
import type {
  AttributionProposal,
  BoilerplateProposal,
  DateProposal,
  DocumentDate,
  NameProposal,
  RoleProposal,
  Segment,
  Span,
} from '../model/index.ts';
import type { TextView } from './text-view.ts';

/** What reading is given: one text rendition and what intake knows about it. Offsets are UTF-16 into `text`. */
export interface ReadableDocument {
  readonly item: ItemId;
  /** How the document is called in link 0 of every chain: publisher, title or path. */
  readonly documentName: string;
  readonly text: string;
  readonly segments: readonly Segment[];
  /** BCP 47, most used first. */
  readonly languages: readonly string[];
  readonly dates: readonly DocumentDate[];
  readonly url: string | null;
}

/**
 * Positions of everything below are VIEW positions: offsets into `ReadingContext.text`, the folded
 * view (white space, Arabic letters and digits folded; vowel marks, ZWNJ and bidi controls left out).
 * They equal raw offsets in most Latin texts and in no vocalised Arabic one, so never mix them:
 * `context.span(start, end)` is the one way from view positions to a model `Span` (raw offsets, exact slice).
 */
export interface Zone {
  readonly start: number;
  readonly end: number;
}

/** A proposal body (raw offsets) with the view positions it was found at. */
export interface Found<Body> extends Zone {
  readonly body: Body;
}

/** Languages with a lexicon of their own. Text in any other is read for boilerplate, names and numerals only. */
export type ReadingLanguage = 'en' | 'fa' | 'ar' | 'fr' | 'other';

/** One segment of the document, furniture and detected boilerplate excluded. */
export interface Paragraph extends Zone {
  readonly role: Segment['role'];
  readonly language: ReadingLanguage;
}

/** A stretch between quotation marks, marks included. */
export interface QuoteZone extends Zone {
  /** The words between the marks. */
  readonly innerStart: number;
  readonly innerEnd: number;
  /** Index into `paragraphs`. */
  readonly paragraph: number;
  /** False when the paragraph ends first: one part of a quotation that runs on in the next paragraph. */
  readonly closed: boolean;
  /** True when it opens a paragraph while the quotation before it is still open. */
  readonly continues: boolean;
}

/** Universal part of speech, as far as a tagger gives one; null for languages without a tagger. */
export interface Token extends Zone {
  readonly text: string;
  readonly lower: string;
  readonly pos: string | null;
}

/** A sentence that no quotation crosses: a quotation of several sentences belongs whole to the sentence it stands in. */
export interface Sentence extends Zone {
  /** Index into `paragraphs`. */
  readonly paragraph: number;
  readonly language: ReadingLanguage;
  /** Indices into `tokens`, end exclusive. */
  readonly firstToken: number;
  readonly endToken: number;
}

/**
 * What each step of reading sees: the document and everything the steps before it found. Order:
 * boilerplate → quotes → sentences → tokens → dates → names → roles → attributions (with their chains) → quantities → derivation.
 * A list whose step has not run yet is empty. Each finder is a pure function of the context and
 * returns model bodies; the pipeline places, grounds, sorts and names them.
 *
 *   findBoilerplate(context): readonly BoilerplateProposal[]   sees document, text, paragraphs (all segments that are not furniture)
 *   findDates(context):       readonly DateProposal[]          sees paragraphs without boilerplate, quotes, sentences, tokens
 *   findQuantities(context):  readonly QuantityProposal[]      sees dates, names, attributions; `innermostAttribution` (chains.ts) gives the carrier
 */
export interface ReadingContext {
  readonly document: ReadableDocument;
  readonly view: TextView;
  /** `view.text`. */
  readonly text: string;
  readonly span: (start: number, end: number) => Span;
  readonly boilerplate: readonly Found<BoilerplateProposal>[];
  readonly paragraphs: readonly Paragraph[];
  readonly quotes: readonly QuoteZone[];
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  readonly dates: readonly Found<DateProposal>[];
  readonly names: readonly Found<NameProposal>[];
  readonly roles: readonly Found<RoleProposal>[];
  /** Final, chains included. `start`/`end` are the hull; each part of the content as view zones in `contentZones`. */
  readonly attributions: readonly FoundAttribution[];
}

export interface FoundAttribution extends Found<AttributionProposal> {
  readonly contentZones: readonly Zone[];
  readonly cueZone: Zone | null;
  readonly sourceZone: Zone | null;
}
