/** A key that types a character when pressed alone; these are the ones a person may switch off (WCAG 2.1.4). */
export function isSingleKey(press: string): boolean {
  return /^(?:Shift\+)?(?:Key[A-Z]|Digit\d|Slash|Bracket(?:Left|Right)|\()/.test(press);
}
