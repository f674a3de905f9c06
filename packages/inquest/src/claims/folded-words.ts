/**
 * The words of a text in the form in which names are compared: lower case, without accents,
 * vowel marks, joiners and possessive endings, Arabic and Persian forms of one letter made one.
 * For comparing only; nothing shown or stored is ever folded.
 */
export function foldedWords(text: string): readonly string[] {
  const folded = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\u0640\u200c-\u200f]/gu, '')
    .replace(/['’ʼ]s?\b/gu, '')
    .replace(/[يى]/gu, 'ی')
    .replace(/ك/gu, 'ک')
    .replace(/ة/gu, 'ه');
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}
