import type { Segment } from '../model/index.ts';
import type { Note, Reading } from './extraction.ts';

/** Fewer letters say too little about a passage. */
const LEAST_LETTERS = 40;
/** A whole document may be that short. */
const LEAST_LETTERS_WHOLE = 12;
const PASSAGE_UNITS = 1500;
const MAX_PASSAGES = 1500;
/** A further language of the document holds at least this share of its letters. */
const LEAST_SHARE = 0.05;

/** Scripts that one language, near enough, is written in here. */
const LANGUAGE_OF_SCRIPT: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Thai}/gu, 'th'],
];

/**
 * BCP 47 languages of a reading, most letters first, and the segments with `language` where it
 * differs from the first. Letters that only one language uses decide before the statistical
 * detector, which confuses Persian, Pashto, Kurdish and Arabic. A language that the document
 * states for itself counts only where detection has too little to go by, and is noted where it differs.
 */
export async function detectLanguages(reading: Reading): Promise<Pick<Reading, 'languages' | 'segments' | 'notes'>> {
  const detector = await loadDetector(reading.text);
  const letters = new Map<string, number>();
  const bySegment = new Map<Segment, string>();
  for (const segment of reading.segments.slice(0, MAX_PASSAGES)) {
    const passage = reading.text.slice(segment.start, Math.min(segment.end, segment.start + PASSAGE_UNITS));
    const count = countLetters(passage);
    const language = count < LEAST_LETTERS ? null : languageOf(passage, detector);
    if (language === null) continue;
    bySegment.set(segment, language);
    if (!segment.furniture) letters.set(language, (letters.get(language) ?? 0) + count);
  }
  const languages = rank(letters);
  const stated = reading.languages.map((tag) => tag.toLowerCase().split('-')[0] ?? '').filter((tag) => /^[a-z]{2,3}$/.test(tag));
  if (languages.length === 0) {
    const whole = reading.text.slice(0, PASSAGE_UNITS);
    const language = countLetters(whole) < LEAST_LETTERS_WHOLE ? null : languageOf(whole, detector);
    const known = language === null ? stated.slice(0, 1) : [language];
    return { languages: known, segments: reading.segments, notes: reading.notes };
  }
  return {
    languages,
    segments: marked(reading.segments, bySegment, languages[0]),
    notes: [...reading.notes, ...differing(stated, languages)],
  };
}

function rank(letters: ReadonlyMap<string, number>): readonly string[] {
  const total = [...letters.values()].reduce((sum, count) => sum + count, 0);
  return [...letters]
    .filter(([, count]) => count >= total * LEAST_SHARE)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([language]) => language)
    .slice(0, 20);
}

function marked(segments: readonly Segment[], found: ReadonlyMap<Segment, string>, main: string | undefined): readonly Segment[] {
  return segments.map((segment) => {
    const language = found.get(segment);
    return language === undefined || language === main ? segment : { ...segment, language };
  });
}

function differing(stated: readonly string[], languages: readonly string[]): readonly Note[] {
  const [first] = stated;
  if (first === undefined || languages.includes(first)) return [];
  return [{ code: 'language-differs', words: `The document states the language ${first}; its letters read as ${languages.join(', ')}.` }];
}

type Detector = (text: string) => { readonly language: string; readonly reliable: boolean };

/** The n-gram tables take a second and much memory: only where a script leaves the language open. */
async function loadDetector(text: string): Promise<Detector | null> {
  if (!/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Devanagari}]/u.test(text)) return null;
  const { eld } = await import('eld/large');
  return (passage) => {
    const result = eld.detect(passage);
    return { language: result.language, reliable: result.isReliable() };
  };
}

function languageOf(passage: string, detector: Detector | null): string | null {
  const total = countLetters(passage);
  for (const [script, language] of LANGUAGE_OF_SCRIPT) if (count(passage, script) > total / 2) return language;
  const arabic = count(passage, /\p{Script=Arabic}/gu) > total / 2;
  const byLetters = arabic ? arabicScriptLanguage(passage, total) : null;
  if (byLetters !== null) return byLetters;
  const han = count(passage, /\p{Script=Han}/gu);
  if (han > total / 2) return count(passage, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > 0 ? 'ja' : 'zh';
  const detected = detector?.(passage);
  if (detected === undefined || detected.language === '' || !detected.reliable) return null;
  return arabic && detected.language === 'ku' ? 'ckb' : detected.language;
}

/** Letters that tell languages of the Arabic script apart; null leaves it to the detector. */
function arabicScriptLanguage(passage: string, total: number): string | null {
  const share = (letters: RegExp): number => count(passage, letters) / total;
  if (share(/[ټځڅډړږښڼۍ]/g) > 0.01) return 'ps';
  if (share(/[ٹڈڑںے]/g) > 0.02) return 'ur';
  if (share(/[ڕڵۆێ]/g) > 0.015 || share(/ە/g) > 0.03) return 'ckb';
  if (share(/[پچژگ]/g) > 0.008) return 'fa';
  const arabic = share(/[ةأإؤ]/g) + count(passage, /(?<!\p{L})(?:[وفبكل])?ال\p{L}{2}/gu) / total;
  const persian = share(/[یک]/g);
  if (arabic > 0.03 && arabic > persian) return 'ar';
  return persian > 0.05 && arabic < 0.01 ? 'fa' : null;
}

function countLetters(text: string): number {
  return count(text, /\p{L}/gu);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
