import type { Store } from '../kernel/index.ts';
import type { Projection } from '../ledger/index.ts';
import type { ProposalKind } from '../model/index.ts';

/** Machine output: what reading an item's text gave, by the reader version that gave it. */
export type ProposalTables = {
  proposal: {
    id: string;
    item: string;
    /** The number of `S-n`: text does not sort as items do. */
    item_number: number;
    reader_version: string;
    compartment: string;
    kind: ProposalKind;
    start: number;
    end: number;
    rule: string;
    confidence: number;
    /** The whole body as JSON. */
    body: string;
    /** Place among the item's proposals, from 0. */
    position: number;
  };
};

/**
 * Makes room for proposals. They follow from objects and not from events: the ledger's rebuild
 * leaves the table alone, and reading again replaces an item's rows.
 */
export const proposalTables: Projection = {
  name: 'proposals',
  tables: [],
  create: createProposalTables,
  apply: () => Promise.resolve(),
};

async function createProposalTables(store: Store): Promise<void> {
  const { schema } = store;
  await schema
    .createTable('proposal')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('item_number', 'integer', (column) => column.notNull())
    .addColumn('reader_version', 'text', (column) => column.notNull())
    .addColumn('compartment', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('start', 'integer', (column) => column.notNull())
    .addColumn('end', 'integer', (column) => column.notNull())
    .addColumn('rule', 'text', (column) => column.notNull())
    .addColumn('confidence', 'double precision', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .execute();
  await schema.createIndex('proposal_place').ifNotExists().unique().on('proposal').columns(['item_number', 'position']).execute();
  await schema.createIndex('proposal_item').ifNotExists().on('proposal').columns(['item', 'kind']).execute();
  await schema.createIndex('proposal_kind').ifNotExists().on('proposal').columns(['kind', 'item_number', 'position']).execute();
}
