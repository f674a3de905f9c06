/**
 * How well reading finds dates, quantities and names in documents annotated by others: the open parts of
 * re3d (Dstl), English news and press releases on Syria and Iraq. Its errors were looked at while the
 * rules for dates and figures were written, so those figures are no blind measure. Its quantities
 * are of every kind (distances, munitions); ours are only of what an inquiry counts, so recall there is low by design.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ProposalBody } from '../../packages/inquest/src/model/index.ts';
import { readDocument } from '../../packages/inquest/src/reading/index.ts';
import { plainTextDocument } from '../read-plain-text.ts';
import { sharedPath } from '../shared-material.ts';
import { type Benchmark, type Row, seconds } from './benchmark.ts';

interface Zone {
  readonly start: number;
  readonly end: number;
}

interface Annotated {
  readonly text: string;
  readonly gold: readonly (Zone & { readonly type: string })[];
}

const documentLine = z.object({ _id: z.string(), text: z.string() });
const entityLine = z.object({ documentId: z.string(), begin: z.number(), end: z.number(), type: z.string(), confidence: z.number() });

/** Annotations that the corpus itself holds more likely wrong than right are left out. */
const LEAST_CONFIDENCE = 0.5;

/** What is compared: the corpus's type, and which proposals answer it. */
const KINDS: readonly { readonly name: string; readonly type: string; readonly answers: (body: ProposalBody) => boolean }[] = [
  { name: 'dates', type: 'Temporal', answers: (body) => body.kind === 'date' },
  { name: 'quantities', type: 'Quantity', answers: (body) => body.kind === 'quantity' },
  { name: 'persons', type: 'Person', answers: (body) => body.kind === 'name' && body.type === 'person' },
  { name: 'organisations', type: 'Organisation', answers: (body) => body.kind === 'name' && body.type === 'organisation' },
  { name: 'places', type: 'Location', answers: (body) => body.kind === 'name' && body.type === 'place' },
];
const NAMES = new Set(['Person', 'Organisation', 'Location']);

function linesOf(file: string): unknown[] {
  const lines = readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .split('\n');
  return lines.filter((line) => line.trim() !== '').map((line): unknown => JSON.parse(line));
}

function annotatedDocuments(folder: string): Annotated[] {
  const parts = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return parts.flatMap((part) => {
    const entities = linesOf(join(folder, part.name, 'entities.json')).map((line) => entityLine.parse(line));
    return linesOf(join(folder, part.name, 'documents.json')).map((line) => {
      const { _id, text } = documentLine.parse(line);
      const own = entities.filter((entity) => entity.documentId === _id && entity.confidence >= LEAST_CONFIDENCE);
      return { text, gold: own.map(({ begin, end, type }) => ({ start: begin, end, type })) };
    });
  });
}

interface Tally {
  proposed: number;
  gold: number;
  overlap: number;
  exact: number;
}

/** One to one, each gold span answered once; `exact` counts those with the same ends. */
function count(tally: Tally, proposed: readonly Zone[], gold: readonly Zone[]): void {
  const free = new Set(gold);
  tally.proposed += proposed.length;
  tally.gold += gold.length;
  const same = (one: Zone, other: Zone): boolean => one.start === other.start && one.end === other.end;
  for (const zone of proposed) {
    const touching = [...free].filter((other) => other.start < zone.end && other.end > zone.start);
    const match = touching.find((other) => same(zone, other)) ?? touching[0];
    if (match === undefined) continue;
    free.delete(match);
    tally.overlap += 1;
    if (same(zone, match)) tally.exact += 1;
  }
}

function rowsOf(name: string, tally: Tally): Row[] {
  return (['overlap', 'exact'] as const).map((way) => {
    const precision = tally.proposed === 0 ? 0 : tally[way] / tally.proposed;
    const recall = tally.gold === 0 ? 0 : tally[way] / tally.gold;
    const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    const note = `P ${precision.toFixed(3)}, R ${recall.toFixed(3)}; ${tally.proposed} proposed, ${tally.gold} annotated`;
    return { what: `${name}, ${way}`, value: f1, unit: 'F1', note };
  });
}

export const benchmark: Benchmark = {
  name: 're3d',
  async run() {
    const folder = sharedPath('data', 're3d');
    if (folder === null) return [{ what: 're3d', value: Number.NaN, unit: '', note: 'not here: data/re3d' }];
    const documents = annotatedDocuments(folder);
    const tallies = new Map(
      [...KINDS.map((kind) => kind.name), 'names of any type'].map((name) => [name, { proposed: 0, gold: 0, overlap: 0, exact: 0 }]),
    );
    const add = (name: string, proposed: readonly Zone[], gold: readonly Zone[]): void => {
      const tally = tallies.get(name);
      if (tally !== undefined) count(tally, proposed, gold);
    };
    let characters = 0;
    const took = await seconds(() => {
      for (const { text, gold } of documents) {
        const bodies = readDocument(plainTextDocument('re3d', text)).map((proposal) => proposal.body);
        characters += text.length;
        for (const { name, type, answers } of KINDS)
          add(
            name,
            bodies.filter(answers),
            gold.filter((one) => one.type === type),
          );
        add(
          'names of any type',
          bodies.filter((body) => body.kind === 'name'),
          gold.filter((one) => NAMES.has(one.type)),
        );
      }
      return Promise.resolve();
    });
    const speed = {
      what: 'reading, everything',
      value: characters / took,
      unit: 'characters/s',
      note: `${documents.length} documents, ${characters} characters, one thread`,
    };
    return [...[...tallies].flatMap(([name, tally]) => rowsOf(name, tally)), speed];
  },
};
