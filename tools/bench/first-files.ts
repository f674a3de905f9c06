/** What of the built page a browser must have before the first screen shows. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildWebPage, isWebPageStale } from '../web-page.ts';

/** Folder of the built page. */
export const PAGE = join(import.meta.dirname, '../../dist/web');

/** Builds the page when anything it is made of is newer. Throws when it does not build. */
export function havePage(): void {
  if (isWebPageStale() && buildWebPage() !== 0) throw new Error('the page does not build');
}

/** The page's own files of that extension, and the scripts those import before anything runs; paths below `PAGE`. */
export function firstFiles(extension: string): string[] {
  const html = readFileSync(join(PAGE, 'index.html'), 'utf8');
  const linked = [...html.matchAll(/(?:src|href)="\/?([^"]+)"/g)].map((match) => match[1] ?? '').filter((path) => path.endsWith(extension));
  const found = new Set<string>();
  for (const path of linked) addWithImports(path, found);
  return [...found];
}

function addWithImports(path: string, found: Set<string>): void {
  if (found.has(path) || !existsSync(join(PAGE, path))) return;
  found.add(path);
  if (!path.endsWith('.js')) return;
  const folder = path.replace(/[^/]*$/, '');
  for (const match of readFileSync(join(PAGE, path), 'utf8').matchAll(/\b(?:from|import)\s*"\.\/([^"]+)"/g)) {
    addWithImports(folder + (match[1] ?? ''), found);
  }
}
