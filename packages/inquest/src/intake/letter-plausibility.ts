/**
 * How much a decoded text looks like writing. Decoding with the wrong single-byte table gives
 * letters too, so what counts is which letters, next to which, in which case.
 */

const WEIGHT_OF_TIER = [1, 0.6, 0.2] as const;

/** Letters of each script from frequent to rare, in three tiers, over the languages written with it. */
const TIERS: Readonly<Record<string, readonly [string, string, string]>> = {
  latin: ['éèàêçôîûùâëïüöäßáíóúñãõåøæ', 'ąćęłńśźżčěšžřůőűăğışşţțșđİ', 'ÿœðþýìòďťňľĺŕÿğĞ'],
  arabic: ['اینردمهوتليب', 'شسزکكعقفىگخجحپةآصئأـ', 'چطضذثغظژإؤءۀۆێەڕڵٹڈےں۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩'],
  cyrillic: ['оеаинтсрвл', 'кмдпуяыьгзбчйхжшію', 'ъёэфщцїєґўђјљњћџ'],
  greek: ['αοιετσνηυρ', 'πκμλωςίόάέγδθήύ', 'χφβώξζψϊϋΐΰ'],
  hebrew: ['יהולארמתבש', 'נדקכפגחעםטןס', 'צזךףץװױײ'],
};

const WEIGHTS = weightTable();
const TYPOGRAPHY = new Set('“”‘’‚„–—…«»‹›•·€™§©®°£¿¡،؛؟٪٫٬\u00A0\u200C\u200D\u200E\u200F\u202F');
const LETTER = /\p{L}/u;
const MARK = /\p{M}/u;
const ASCII_LETTER = /[A-Za-z]/;

interface Weighted {
  readonly script: string;
  readonly weight: number;
}

function weightTable(): ReadonlyMap<string, Weighted> {
  const table = new Map<string, Weighted>();
  for (const [script, tiers] of Object.entries(TIERS)) {
    for (const [tier, letters] of tiers.entries()) {
      for (const letter of letters) {
        const weighted = { script, weight: WEIGHT_OF_TIER[tier] ?? 0 };
        for (const form of new Set([letter, letter.toUpperCase()])) if (!table.has(form)) table.set(form, weighted);
      }
    }
  }
  return table;
}

/**
 * Average over the non-ASCII characters: near 1 for ordinary writing, negative for the wrong
 * table. 0 when the text has no non-ASCII character. Weights are ours, set so that texts in
 * Persian, Arabic, Russian, Greek, Hebrew, Turkish, Polish, French and German win in their own
 * encoding; they are not a language model.
 */
export function plausibility(text: string): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (text.charCodeAt(i) < 0x80) continue;
    sum += worth(text.charAt(i), text.charAt(i - 1), text.charAt(i + 1));
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}

function worth(char: string, before: string, after: string): number {
  const code = char.charCodeAt(0);
  if (code === 0xfffd || code < 0xa0) return -4;
  if (MARK.test(char)) return LETTER.test(before) ? 0 : -2;
  if (!LETTER.test(char) && !WEIGHTS.has(char)) return symbolWorth(char, before, after);
  const { script, weight } = WEIGHTS.get(char) ?? { script: scriptOf(char), weight: -0.3 };
  return weight + neighbourWorth(script, before, after) + caseWorth(char, before);
}

function symbolWorth(char: string, before: string, after: string): number {
  if (TYPOGRAPHY.has(char)) return 0.5;
  return LETTER.test(before) && LETTER.test(after) ? -1.5 : -0.3;
}

/** Words keep to one script; an accented Latin letter stands among plain ones. */
function neighbourWorth(script: string, before: string, after: string): number {
  if (script === 'latin') {
    if (ASCII_LETTER.test(before) || ASCII_LETTER.test(after)) return 0;
    return LETTER.test(before) || LETTER.test(after) ? -1 : -0.6;
  }
  let worth = 0;
  let alone = true;
  for (const neighbour of [before, after]) {
    if (neighbour === '' || !LETTER.test(neighbour)) continue;
    if (scriptOf(neighbour) === script) alone = false;
    else worth -= 1;
  }
  return alone ? worth - 0.8 : worth;
}

/** A capital straight after a small letter is rare in every language and usual in wrong decodings. */
function caseWorth(char: string, before: string): number {
  const isCapital = char !== char.toLowerCase();
  const afterSmall = before !== '' && before !== before.toUpperCase();
  return isCapital && afterSmall ? -1.5 : 0;
}

function scriptOf(char: string): string {
  const known = WEIGHTS.get(char);
  if (known !== undefined) return known.script;
  const code = char.charCodeAt(0);
  if (code < 0x250) return 'latin';
  if (code >= 0x370 && code < 0x400) return 'greek';
  if (code >= 0x400 && code < 0x530) return 'cyrillic';
  if (code >= 0x590 && code < 0x600) return 'hebrew';
  if (code >= 0x600 && code < 0x780) return 'arabic';
  return 'other';
}
