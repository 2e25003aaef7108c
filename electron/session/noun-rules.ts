import type { ReadDatabase } from '../db/connection.ts';
import type { StoredRecord } from '../db/record-codec.ts';
import type { WriteContext } from '../db/write-context.ts';

/** What a noun demands beyond its fields. Runs inside the transaction, before the row is written. */
export interface NounRule {
  /** `before` is null for a new row. May refuse with a failure, and bring fields of `after` to their stored form. */
  beforeWrite?(context: WriteContext, before: StoredRecord | null, after: StoredRecord): void;
  /**
   * Fields as they would be stored where another program's words for them are known: for what looks rows up by their
   * natural key before it writes them. Fields that are not given stay absent.
   */
  asStored?(record: Readonly<Record<string, unknown>>): Record<string, unknown>;
  /** The row that an upsert or a line of a file means, where the natural key alone does not say; null: a new one. */
  findExisting?(database: ReadDatabase, record: Readonly<Record<string, unknown>>): string | null;
  /** Makes room for a row whose place others have, where that was asked for; answers who had it. */
  takeOver?(
    context: WriteContext,
    rules: NounRules,
    record: Readonly<Record<string, unknown>>,
  ): readonly { readonly id: string; readonly holder: string }[];
  beforeRemove?(context: WriteContext, record: StoredRecord): void;
}

export type NounRules = Readonly<Record<string, NounRule>>;
