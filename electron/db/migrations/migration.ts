import type { WriteDatabase } from '../connection.ts';

/** One step of the schema: numbered in tens, applied once, never edited after a release. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly up: (database: WriteDatabase) => void;
}
