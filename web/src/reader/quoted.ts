/** Words in the quotation marks of their own script: «…» around Arabic letters, “…” around others. */
export function quoted(words: string): string {
  const first = /[\p{L}\p{Nd}]/u.exec(words)?.[0] ?? '';
  const [open, close] = /[\p{Script=Arabic}\u0660-\u0669]/u.test(first) ? ['«', '»'] : ['“', '”'];
  const bare = words.trim();
  // Words that bring their own marks keep them.
  return /^["“«„]/u.test(bare) && /["”»“],?[.,،؛]?$/u.test(bare) ? bare : `${open}${bare}${close}`;
}
