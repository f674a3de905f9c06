import type { Offered } from './upload-queue.ts';

/** Most files taken from one drop or one choice; a larger folder goes in by the command line, which needs no browser. */
export const MAX_FILES = 20_000;

/** The files taken, and whether some were left because there were more than `MAX_FILES`. */
export interface Gathered {
  readonly files: readonly Offered[];
  readonly cut: boolean;
}

/** Files chosen in the browser's dialogue, with their place in a chosen folder. */
export function fromInput(list: FileList): Gathered {
  const files = Array.from(list, (file) => ({ file, path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath }));
  return { files: files.slice(0, MAX_FILES), cut: files.length > MAX_FILES };
}

/** Everything dropped, folders included, in the order the browser gives it. Call before the event ends. */
export async function fromDrop(transfer: DataTransfer): Promise<Gathered> {
  const entries = Array.from(transfer.items)
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry !== null);
  if (entries.length === 0) return fromInput(transfer.files);
  const files: Offered[] = [];
  const waiting: FileSystemEntry[] = entries;
  while (files.length < MAX_FILES) {
    const entry = waiting.shift();
    if (!entry) return { files, cut: false };
    if (isFile(entry)) files.push({ file: await fileOf(entry), path: entry.fullPath.replace(/^\//, '') });
    else if (isFolder(entry)) waiting.unshift(...(await inside(entry)));
  }
  return { files, cut: waiting.length > 0 };
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });
}

/** A folder's entries come in batches; an empty batch ends them. */
async function inside(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  while (all.length < MAX_FILES) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (batch.length === 0) break;
    all.push(...batch);
  }
  return all.sort((a, b) => (a.name < b.name ? -1 : 1));
}
