import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withCodeMap } from './code-map.ts';

const file = join(import.meta.dirname, '../ARCHITECTURE.md');
writeFileSync(file, withCodeMap(readFileSync(file, 'utf8')));
