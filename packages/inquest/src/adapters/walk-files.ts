import type { Dirent, Stats } from 'node:fs';
import { lstat, opendir, stat } from 'node:fs/promises';
import { basename, isAbsolute, join, normalize, relative, resolve, sep } from 'node:path';
import { cwd } from 'node:process';
import { isErrno } from './durable-files.ts';

/** Folders below one another; deeper ones are refused. */
const MAX_DEPTH = 200;

/** A file found, or something that cannot be taken in and why. */
export type FoundFile =
  | { readonly path: string; readonly file: string }
  | { readonly path: string; readonly refused: 'not-found' | 'no-permission' | 'not-a-file' | 'limit' };

/**
 * Every regular file below the given paths, hidden ones too, each folder sorted by name (code
 * units), so that the same folder gives the same order everywhere. A path given directly is
 * followed when it is a symbolic link; links inside folders are not and are refused, as are
 * devices, sockets and pipes. `skip`: a folder left out silently, the inquiry itself. Named as
 * given or relative to the working folder; what lies elsewhere by its last part, so that no name
 * tells where on the machine it was.
 */
export async function* walkFiles(paths: readonly string[], skip: string | null): AsyncGenerator<FoundFile, void> {
  const skipped = skip === null ? null : resolve(skip);
  for (const given of paths) {
    const root = resolve(given);
    const found = await look(() => stat(root));
    if (typeof found === 'string') yield { path: nameOf(given), refused: found };
    else if (found.isFile()) yield { path: nameOf(given), file: root };
    else if (found.isDirectory()) yield* walkFolder({ folder: root, name: nameOf(given), depth: 0 }, skipped);
    else yield { path: nameOf(given), refused: 'not-a-file' };
  }
}

interface Level {
  readonly folder: string;
  readonly name: string;
  readonly depth: number;
}

async function* walkFolder({ folder, name, depth }: Level, skipped: string | null): AsyncGenerator<FoundFile, void> {
  if (folder === skipped) return;
  if (depth > MAX_DEPTH) {
    yield { path: name, refused: 'limit' };
    return;
  }
  const entries = await look(() => entriesOf(folder));
  if (typeof entries === 'string') {
    yield { path: name, refused: entries };
    return;
  }
  for (const entry of entries) {
    const path = name === '' ? entry.name : `${name}/${entry.name}`;
    const file = join(folder, entry.name);
    if (entry.isDirectory()) yield* walkFolder({ folder: file, name: path, depth: depth + 1 }, skipped);
    else if (entry.isFile()) yield { path, file };
    else {
      // Some file systems do not say what an entry is; links stay links.
      const found = await look(() => lstat(file));
      if (typeof found !== 'string' && found.isFile()) yield { path, file };
      else yield { path, refused: typeof found === 'string' ? found : 'not-a-file' };
    }
  }
}

/** Empty for the working folder itself. */
function nameOf(given: string): string {
  const below = relative(cwd(), resolve(given));
  const isBelow = below !== '..' && !below.startsWith(`..${sep}`) && !isAbsolute(below);
  const name = isBelow
    ? below
    : isAbsolute(given)
      ? basename(given)
      : normalize(given)
          .replace(/^(?:\.\.[\\/])+/, '')
          .replace(/[\\/]$/, '');
  return name.split(sep).join('/');
}

async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  const entries: Dirent[] = [];
  for await (const entry of await opendir(folder)) entries.push(entry);
  return entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

async function look<T extends Stats | readonly Dirent[]>(read: () => Promise<T>): Promise<T | 'not-found' | 'no-permission'> {
  try {
    return await read();
  } catch (error) {
    if (isErrno(error, 'ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG')) return 'not-found';
    if (isErrno(error, 'EACCES', 'EPERM')) return 'no-permission';
    throw error;
  }
}
