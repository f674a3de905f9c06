/**
 * Search params come from an address anybody may have typed: each is read on its own, and what is
 * not understood is left out, never an error. All state that a person would want back on reload
 * or in a bookmark lives there.
 */
export type RawSearch = Readonly<Record<string, unknown>>;

/** A text of at most 200 characters. Digits alone arrive as numbers and are text again. */
export function textParam(raw: RawSearch, name: string): string | undefined {
  const value = raw[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' && value.length <= 200 ? value : undefined;
}

/** A record ID with one of the given letters: `S-17`. */
export function idParam(raw: RawSearch, name: string, letters: string): string | undefined {
  const value = textParam(raw, name);
  return value !== undefined && new RegExp(`^[${letters}]-[0-9a-f]{1,16}$`).test(value) ? value : undefined;
}

/** One of a few words. */
export function choiceParam<const C extends string>(raw: RawSearch, name: string, choices: readonly C[]): C | undefined {
  return choices.find((choice) => choice === raw[name]);
}

/** Leaves out what is undefined, so that addresses stay short; setting a param to undefined takes it out of the address. */
export function present<T extends object>(params: T): { [K in keyof T]?: T[K] } {
  // Filtering removes exactly the undefined members, which the type then says.
  return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: T[K] };
}
