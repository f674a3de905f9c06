import { type NumberLexicon, variantsOf, type WholeNumeral } from './number-lexicon.ts';
import { touches, type Word } from './words.ts';

/** A number as written, in digits or words. Word indices, end exclusive. */
export interface Numeral extends WholeNumeral {
  readonly first: number;
  readonly end: number;
  /** In digits alone, so that a year, a counter or a code is possible. */
  readonly digits: boolean;
  readonly integer: boolean;
}

/** What reading numerals may ask of the text around the words. */
export interface NumeralOptions {
  /** Null: digits only. */
  readonly lexicon: NumberLexicon | null;
  /** Whether the space at a view position may group digits (12 000), rather than part two numbers. */
  readonly groups: (position: number) => boolean;
}

/** Counts longer than this are codes. */
const MOST_DIGITS = 12;

/**
 * The value of a run of digits with separators: 12,000 and 12.000 are twelve thousand, 1.5 and
 * 1,5 are one and a half. Null for codes: leading zeros, mixed or broken groups, over 12 digits.
 */
export function valueOfDigits(written: string): number | null {
  const groups = written.split(/[.,'’]/);
  const separators = written.replace(/\d/g, '');
  const [first = '', ...rest] = groups;
  if (written.length > MOST_DIGITS + separators.length || written.length > 2 * MOST_DIGITS) return null;
  if (first.startsWith('0') && (first.length > 1 || (rest.length > 0 && rest[0]?.length === 0))) return null;
  if (rest.length === 0) return Number(first);
  const same = new Set(separators).size === 1;
  if (same && first !== '0' && first.length <= 3 && rest.every((group) => group.length === 3)) return Number(groups.join(''));
  const whole = groups.slice(0, -1);
  const grouped = whole.length === 1 || (whole[0] ?? '').length <= 3;
  const decimal = separators.at(-1) === '.' || separators.at(-1) === ',';
  const parted = new Set(separators.slice(0, -1)).size <= 1 && !separators.slice(0, -1).includes(separators.at(-1) ?? '');
  if (!grouped || !decimal || !parted || whole.slice(1).some((group) => group.length !== 3)) return null;
  return Number(`${whole.join('')}.${groups.at(-1) ?? ''}`);
}

/** All numerals of a sentence's words, left to right, none inside another. */
export function findNumerals(words: readonly Word[], options: NumeralOptions): Numeral[] {
  const found: Numeral[] = [];
  for (let index = 0; index < words.length; ) {
    const numeral = numeralAt(words, index, options);
    if (numeral !== null) found.push(numeral);
    index = numeral === null ? index + 1 : numeral.end;
  }
  return found;
}

/** The longest numeral that begins at word `index`, or null. */
export function numeralAt(words: readonly Word[], index: number, options: NumeralOptions): Numeral | null {
  const { lexicon } = options;
  const composed = new Composition(words, index, options).read();
  const whole = lexicon?.whole.at(words, index) ?? null;
  if (whole === null || (composed !== null && composed.end > index + whole.length)) return composed;
  return { ...whole.value, first: index, end: index + whole.length, digits: false, integer: true };
}

/** Reads one number made of several words: two hundred and five, 1.5 million, بیست و پنج هزار. */
class Composition {
  private total = 0;
  private current = 0;
  private lastScale = Number.POSITIVE_INFINITY;
  private digits = true;
  private next: number;
  private readonly variants: (word: string) => readonly string[];
  private readonly words: readonly Word[];
  private readonly first: number;
  private readonly options: NumeralOptions;

  constructor(words: readonly Word[], first: number, options: NumeralOptions) {
    this.words = words;
    this.first = first;
    this.next = first;
    this.options = options;
    this.variants = options.lexicon === null ? (word) => [word] : variantsOf(options.lexicon.language);
  }

  read(): Numeral | null {
    const { lexicon } = this.options;
    const article = lexicon?.articles.has(this.lower(this.first)) === true && this.scaleAt(this.first + 1) !== null;
    if (article) this.next += 1;
    while (this.step(this.next, false) || this.stepAfterJoiner());
    if (this.next === this.first + (article ? 1 : 0)) return null;
    const value = this.total + this.current;
    return { value, floor: null, kind: 'exact', first: this.first, end: this.next, digits: this.digits, integer: Number.isInteger(value) };
  }

  private get begun(): boolean {
    return this.total > 0 || this.current > 0;
  }

  private lower(index: number): string {
    return this.words[index]?.lower ?? '';
  }

  private scaleAt(index: number): number | null {
    const { lexicon } = this.options;
    for (const form of this.variants(this.lower(index))) {
      const scale = lexicon?.scales.get(form);
      if (scale !== undefined) return scale;
    }
    return null;
  }

  private step(index: number, joined: boolean): boolean {
    const word = this.words[index];
    if (word === undefined) return false;
    if (word.kind === 'number') return this.takeDigits(index, joined);
    if (word.kind !== 'word' || this.options.lexicon === null) return false;
    const scale = this.scaleAt(index);
    if (scale !== null && this.takeScale(index, scale, joined)) return true;
    for (const form of this.variants(word.lower)) {
      const value = this.options.lexicon.cardinals.get(form);
      if (value !== undefined && this.canAdd(value, joined)) {
        // Quatre-vingt: the one score counted by its multiple.
        this.current =
          this.options.lexicon.language === 'fr' && value === 20 && this.current % 100 === 4 ? this.current + 76 : this.current + value;
        this.advance(index + 1, false);
        return true;
      }
    }
    return false;
  }

  private stepAfterJoiner(): boolean {
    const { lexicon } = this.options;
    const word = this.words[this.next];
    if (!this.begun || lexicon === null || word === undefined) return false;
    const following = this.words[this.next + 1];
    if (word.lower === '-' && touches(this.words[this.next - 1], word) && touches(word, following)) {
      return following?.kind === 'word' && this.step(this.next + 1, false);
    }
    return lexicon.joiners.has(word.lower) && this.step(this.next + 1, true);
  }

  private takeDigits(index: number, joined: boolean): boolean {
    const before = this.begun;
    // 5 هزار و ۴۰۰: digits may go on only below a scale word.
    const language = this.options.lexicon?.language;
    if (before && !(joined && (language === 'fa' || language === 'ar') && this.current === 0)) return false;
    const read = this.groupedDigits(index);
    if (read === null || (before && read.value >= this.lastScale)) return false;
    this.current += read.value;
    this.advance(read.end, true);
    // Zero begins nothing that could go on.
    return read.value > 0;
  }

  private groupedDigits(index: number): { value: number; end: number } | null {
    const first = this.words[index];
    if (first === undefined) return null;
    let written = first.lower;
    let end = index + 1;
    for (let next = this.words[end]; /^\d{1,3}(?: \d{3})*$/.test(written) && next !== undefined; next = this.words[end]) {
      const gap = this.words[end - 1]?.end ?? 0;
      if (!/^\d{3}$/.test(next.lower) || next.start !== gap + 1 || !this.options.groups(gap) || written.length > 2 * MOST_DIGITS) break;
      written = `${written} ${next.lower}`;
      end += 1;
    }
    const value = valueOfDigits(written.replaceAll(' ', ''));
    return value === null ? null : { value, end };
  }

  private takeScale(index: number, scale: number, joined: boolean): boolean {
    if (scale >= 1000) {
      if (scale >= this.lastScale || (joined && this.current > 0)) return false;
      this.total += Math.max(this.current, 1) * scale;
      this.current = 0;
      this.lastScale = scale;
    } else {
      if (this.current >= 100 || (joined && this.current > 0)) return false;
      this.current = Math.max(this.current, 1) * scale;
    }
    this.advance(index + 1, false);
    return true;
  }

  private advance(next: number, digits: boolean): void {
    this.next = next;
    this.digits &&= digits;
  }

  /** Whether a cardinal may follow what was read: only below the last place filled. */
  private canAdd(value: number, joined: boolean): boolean {
    if (this.current === 0) return value < this.lastScale;
    const language = this.options.lexicon?.language;
    const tens = this.current % 100;
    if (language === 'ar') {
      if (tens > 0 && tens < 10)
        return joined || this.words[this.next]?.lower.startsWith('و') === true ? value >= 20 && value < 100 : false;
      return tens === 0 && value < 100;
    }
    if (language === 'fr') {
      if (joined) return tens >= 20 && tens % 10 === 0 && (value === 1 || value === 11);
      if (tens === 4 && value === 20) return true;
      if ((tens === 60 || tens === 80) && value >= 10 && value < 20) return true;
    }
    if (tens === 0) return this.current >= 100 && value < 100;
    return tens >= 20 && tens % 10 === 0 && value < 10;
  }
}
