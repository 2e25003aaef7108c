import { changeLog } from './0010-change-log.ts';
import { inventory } from './0020-inventory.ts';
import { capacity } from './0030-capacity.ts';
import type { Migration } from './migration.ts';

/** Every step in order. Adding a noun adds a file here and a test that carries rows from the step before. */
export const MIGRATIONS: readonly Migration[] = [changeLog, inventory, capacity];

export const NEWEST_VERSION = MIGRATIONS.at(-1)?.version ?? 0;
