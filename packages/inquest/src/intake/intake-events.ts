import type { StoreTransaction } from '../kernel/index.ts';
import type { AnyEvent, Projection, RecordedEvent } from '../ledger/index.ts';
import { createIntakeTables } from './intake-tables.ts';
import { insertItem, insertPath, insertRefusal, updateItem } from './item-store.ts';

/** Follows everything intake puts on the ledger. */
export const intakeProjection: Projection = {
  name: 'intake',
  version: 1,
  tables: ['item', 'item_path', 'intake_refusal'],
  create: createIntakeTables,
  apply,
};

async function apply(tx: StoreTransaction, event: AnyEvent): Promise<void> {
  switch (event.type) {
    case 'item.received':
      return received(tx, event);
    case 'item.received-again': {
      const { item, path } = event.payload;
      return insertPath(tx, item, { path, place: event.index, event: event.id, received_at: event.recordedAt });
    }
    case 'rendition.made':
      return renditionMade(tx, event);
    case 'rendition.failed': {
      const { item, reason, words, reader, readerVersion } = event.payload;
      return updateItem(tx, item, { outcome: 'kept-not-readable', reason, words, reader, reader_version: readerVersion });
    }
    case 'intake.refused': {
      const { path, reason, words } = event.payload;
      const { id, index, compartment, recordedAt } = event;
      return insertRefusal(tx, { place: index, event: id, compartment, path, reason, words, refused_at: recordedAt });
    }
    default:
      return;
  }
}

async function received(tx: StoreTransaction, event: RecordedEvent<'item.received'>): Promise<void> {
  const { item, path, sha256, sha512, bytes, mediaType, modifiedAt, parent } = event.payload;
  await insertItem(tx, {
    number: Number(item.slice(2)),
    id: item,
    compartment: event.compartment,
    sha256,
    sha512,
    bytes,
    path,
    media_type: mediaType,
    modified_at: modifiedAt,
    parent,
    received_at: event.recordedAt,
    received_event: event.id,
    outcome: 'pending',
    reason: null,
    words: null,
    reader: null,
    reader_version: null,
    rendition: null,
    text: null,
    text_length: null,
    title: null,
    publisher: null,
    author: null,
    url: null,
    encoding: null,
    languages: '[]',
    dates: '[]',
    segments: null,
  });
  await insertPath(tx, item, { path, place: event.index, event: event.id, received_at: event.recordedAt });
}

async function renditionMade(tx: StoreTransaction, event: RecordedEvent<'rendition.made'>): Promise<void> {
  const { item, rendition, text, length, reader, readerVersion, outcome, reason, words, summary } = event.payload;
  const { title, publisher, author, url, encoding, languages, dates, segments } = summary;
  await updateItem(tx, item, {
    outcome,
    reason,
    words,
    reader,
    reader_version: readerVersion,
    rendition,
    text,
    text_length: length,
    title,
    publisher,
    author,
    url,
    encoding,
    languages: JSON.stringify(languages),
    dates: JSON.stringify(dates),
    segments,
  });
}
