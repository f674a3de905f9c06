import { type Store, wideIntegerColumn } from '../kernel/index.ts';

/** What became of everything that was offered, as the ledger tells it. */
export type IntakeTables = {
  item: {
    /** The number of `S-n`. */
    number: number;
    id: string;
    compartment: string;
    sha256: string;
    sha512: string;
    bytes: number;
    /** The path it first came under. */
    path: string;
    media_type: string;
    modified_at: string | null;
    parent: string | null;
    received_at: string;
    received_event: string;
    /** `pending` until a rendition is made or fails. */
    outcome: string;
    reason: string | null;
    words: string | null;
    reader: string | null;
    reader_version: string | null;
    rendition: string | null;
    text: string | null;
    text_length: number | null;
    title: string | null;
    publisher: string | null;
    author: string | null;
    url: string | null;
    encoding: string | null;
    /** JSON array of BCP 47 tags. */
    languages: string;
    /** JSON array of document dates, as the summary of the rendition has them. */
    dates: string;
    segments: number | null;
  };
  /** Every path the same bytes came under. `place` is the event's place on the ledger. */
  item_path: { item_number: number; path: string; place: number; event: string; received_at: string };
  intake_refusal: { place: number; event: string; compartment: string; path: string; reason: string; words: string; refused_at: string };
};

export async function createIntakeTables(store: Store): Promise<void> {
  const wide = wideIntegerColumn(store);
  const { schema } = store;
  await schema
    .createTable('item')
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('compartment', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('sha512', 'text', (column) => column.notNull())
    .addColumn('bytes', wide, (column) => column.notNull())
    .addColumn('path', 'text', (column) => column.notNull())
    .addColumn('media_type', 'text', (column) => column.notNull())
    .addColumn('modified_at', 'text')
    .addColumn('parent', 'text')
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addColumn('received_event', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('words', 'text')
    .addColumn('reader', 'text')
    .addColumn('reader_version', 'text')
    .addColumn('rendition', 'text')
    .addColumn('text', 'text')
    .addColumn('text_length', wide)
    .addColumn('title', 'text')
    .addColumn('publisher', 'text')
    .addColumn('author', 'text')
    .addColumn('url', 'text')
    .addColumn('encoding', 'text')
    .addColumn('languages', 'text', (column) => column.notNull())
    .addColumn('dates', 'text', (column) => column.notNull())
    .addColumn('segments', 'integer')
    .execute();
  await schema.createIndex('item_sha256').on('item').column('sha256').execute();
  await schema.createIndex('item_outcome').on('item').columns(['outcome', 'number']).execute();
  await schema
    .createTable('item_path')
    .addColumn('item_number', 'integer', (column) => column.notNull())
    .addColumn('path', 'text', (column) => column.notNull())
    .addColumn('place', wide, (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('item_path_pk', ['item_number', 'path'])
    .execute();
  await schema
    .createTable('intake_refusal')
    .addColumn('place', wide, (column) => column.primaryKey())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('compartment', 'text', (column) => column.notNull())
    .addColumn('path', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('words', 'text', (column) => column.notNull())
    .addColumn('refused_at', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('intake_refusal_path').on('intake_refusal').column('path').execute();
}
