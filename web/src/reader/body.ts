/** Readers of records whose shape the page does not know in full: what is not there, or is of another kind, is null. */
export type Loose = Readonly<Record<string, unknown>>;

export function looseOf(value: unknown): Loose | null {
  // Checked to be an object that is no list; its fields stay unknown.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : null;
}

export function at(record: Loose | null, name: string): Loose | null {
  return looseOf(record?.[name]);
}

/** A non-empty string. */
export function wordsAt(record: Loose | null, name: string): string | null {
  const value = record?.[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

export function numberAt(record: Loose | null, name: string): number | null {
  const value = record?.[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export function listAt(record: Loose | null, name: string): readonly unknown[] {
  const value = record?.[name];
  return Array.isArray(value) ? value : [];
}

/** The words of a passage `{start, end, text}`, as proposals carry them. */
export function spanWords(record: Loose | null, name: string): string | null {
  return wordsAt(at(record, name), 'text');
}
