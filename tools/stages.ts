/**
 * The one list of stages. Dependency rules, the code map in ARCHITECTURE.md and
 * the tidy test are generated from or checked against it; nothing else repeats it.
 *
 * Order is meaning: a stage may import only stages to its left (above it here).
 */
export interface Stage {
  /** Folder below packages/inquest/src. */
  readonly folder: string;
  /** One line for the code map, in the field's words. */
  readonly does: string;
}

/** The inquiry itself, in reading order. Pure but for `store.ts`, `*-store.ts` and `*-tables.ts`. */
export const STAGES: readonly Stage[] = [
  { folder: 'kernel', does: 'ids, hashes, partial dates, languages and scripts, refusals, asserts' },
  { folder: 'model', does: 'schemas of every record and event; types are inferred; nothing runs here' },
  { folder: 'access', does: 'who asks and which compartments they may see: one policy, one SQL predicate' },
  { folder: 'ledger', does: 'append, read, checkpoint, prove, replay' },
  { folder: 'custody', does: 'objects by digest, the durable write order, verification' },
  { folder: 'intake', does: 'bring material in: one reader per format, encodings, duplicates, outcomes' },
  { folder: 'reading', does: 'text to passages, dates, names, quotes, quantities, roles: proposals grounded in exact offsets' },
  { folder: 'claims', does: 'who says what: review, attribution chains, figures, comparison, independence' },
];

/** A part that touches the world outside. It may import stages and `evidence-format`; stages never import it. */
export interface Shell extends Stage {
  /** What it may import beside the stages: other shells, and `app` and `config` for the files at the root. */
  readonly enters: readonly string[];
  /** The only stages it may import; all of them when absent. */
  readonly stages?: readonly string[];
}

/** The outside world. */
export const SHELLS: readonly Shell[] = [
  { folder: 'adapters', does: 'SQLite, PostgreSQL, objects on disk, the writer lock, clock and randomness', enters: [] },
  {
    folder: 'api-contract',
    does: 'shapes and addresses of the HTTP interface; all the web page may import',
    enters: [],
    stages: ['kernel', 'model'],
  },
  { folder: 'worker', does: 'extraction, reading and verification off the main thread', enters: ['adapters'] },
  { folder: 'desk', does: 'what the command line and the server both ask of an open inquiry, as lines', enters: ['api-contract'] },
  { folder: 'server', does: 'HTTP on loopback: routes, sessions, problems, progress', enters: ['app', 'api-contract', 'desk', 'version'] },
  { folder: 'cli', does: 'the command line: one file per command', enters: ['app', 'config', 'api-contract', 'desk', 'server', 'version'] },
];

/** The files at the root of packages/inquest/src; there are no others. */
export const ROOT_FILES: readonly Shell[] = [
  { folder: 'app', does: 'the only composition root', enters: ['adapters', 'api-contract', 'worker', 'desk', 'config', 'version'] },
  { folder: 'config', does: 'the only reader of the environment', enters: [], stages: ['kernel', 'model'] },
  { folder: 'version', does: 'which version of the program this is', enters: [], stages: [] },
];

/** Every other folder of the project, from its root. */
export const FOLDERS: readonly Stage[] = [
  { folder: 'bin', does: 'the command `inquest`: finds Node.js 24 and starts the command line on it' },
  {
    folder: 'packages/evidence-format',
    does: 'object names, ledger leaves, Merkle proofs, signed checkpoints: read, write, verify; imports nothing else of ours',
  },
  { folder: 'packages/inquest', does: 'the product: library, server and command line' },
  { folder: 'web', does: 'the browser application; talks HTTP only' },
  { folder: 'examples', does: 'the fictional sample inquiry, Karsa 1991' },
  { folder: 'testdata', does: 'goldens and fixtures, fictional and our own' },
  { folder: 'docs', does: 'vocabulary, decisions, formats, threat model, guides, benchmarks' },
  { folder: 'tools', does: 'set-up, checks, build and benchmarks; not published' },
];
