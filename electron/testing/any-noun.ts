import type { Dependants, WriteReceipt } from '../../shared/contract/noun.ts';
import type { NounName } from '../../shared/domain/nouns.ts';
import type { CliClient } from '../engine/cli/session.ts';

export type AnyRecord = Record<string, unknown> & { id: string };

export interface AnyItem {
  readonly record: AnyRecord;
  readonly name: string;
  readonly tags: Record<string, string>;
  readonly custom: Record<string, string | null>;
  readonly derived: Record<string, string | number | null>;
}

export interface AnyPage {
  readonly items: readonly AnyItem[];
  readonly total: number;
  readonly cursor: string | null;
  readonly references: Record<string, string>;
}

interface Extras {
  readonly tags?: Record<string, string>;
  readonly custom?: Record<string, string | null>;
}

interface ListRequest {
  readonly query?: string;
  readonly sort?: readonly { readonly key: string; readonly descending?: boolean }[];
  readonly limit?: number;
  readonly cursor?: string;
  readonly from?: number;
}

/** The channels that every noun has, with rows as plain records: for tests that serve every noun. */
export interface AnyNounClient {
  list(input: ListRequest): Promise<AnyPage>;
  get(input: { ref: string }): Promise<AnyItem & { version: number; references: Record<string, string> }>;
  existing(input: { record: unknown }): Promise<{ id: string | null }>;
  create(input: { record: unknown } & Extras): Promise<WriteReceipt & { id: string; name: string; version: number }>;
  update(input: { ref: string; version: number; patch: unknown } & Extras): Promise<WriteReceipt & { version: number }>;
  upsert(
    input: { record: unknown } & Extras,
  ): Promise<WriteReceipt & { id: string; outcome: 'created' | 'updated' | 'unchanged' }>;
  bulkUpdate(
    input: { refs: readonly string[]; patch: unknown } & Extras,
  ): Promise<WriteReceipt & { updated: number; unchanged: number }>;
  clone(input: { ref: string; names: readonly string[] }): Promise<WriteReceipt & { ids: string[] }>;
  previewRemove(input: { refs: readonly string[] }): Promise<Dependants>;
  remove(input: { refs: readonly string[] }): Promise<WriteReceipt & { removed: number }>;
}

export function anyNoun(client: CliClient, noun: NounName): AnyNounClient {
  return client[noun] as unknown as AnyNounClient;
}
