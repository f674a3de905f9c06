import type { Command } from '../command.ts';
import { add } from './add.ts';
import { rebuild, verify } from './check.ts';
import { completion } from './completion.ts';
import { record, setAside, undo, unsure } from './decide.ts';
import { doctor } from './doctor.ts';
import { exportCommand } from './export.ts';
import { init } from './init.ts';
import { claims, figures, items, log, proposals, text } from './lists.ts';
import { sample } from './sample.ts';
import { serve } from './serve.ts';

/** Every command there is; help, completion and the tests read this table. */
export const COMMANDS: readonly Command[] = [
  serve,
  init,
  sample,
  add,
  items,
  text,
  proposals,
  record,
  setAside,
  unsure,
  undo,
  claims,
  figures,
  verify,
  rebuild,
  log,
  exportCommand,
  doctor,
  completion(() => COMMANDS),
];
