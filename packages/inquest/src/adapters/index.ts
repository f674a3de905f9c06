export { createInquiryFolder, type InquiryFolder, type InquiryParts, openInquiryFolder } from './inquiry-folder.ts';
export { type ObjectsOnDiskOptions, openObjectsOnDisk } from './objects-on-disk.ts';
export { dropPostgresSchema, openPostgres, type PostgresOptions } from './postgres.ts';
export { loadSigningKey } from './signing-key.ts';
export { openScratchSqlite, openSqlite, type SqliteOptions } from './sqlite.ts';
export { systemEffects } from './system-effects.ts';
export { type FoundFile, walkFiles } from './walk-files.ts';
export type { WriterLock } from './writer-lock.ts';
