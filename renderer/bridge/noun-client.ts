import type { Dependants, ListInput, WriteReceipt } from '../../shared/contract/noun.ts';
import type { NounName } from '../../shared/domain/nouns.ts';
import { client } from './client.ts';

export type FieldValues = Readonly<Record<string, unknown>>;

/** A row of any noun as lists show it. */
export interface NounItem {
  readonly record: FieldValues & { readonly id: string };
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly custom: Readonly<Record<string, string | null>>;
  readonly derived: Readonly<Record<string, string | number | null>>;
}

/** Names of the rows that reference fields point at, by id. */
export type ReferenceNames = Readonly<Record<string, string>>;

export interface NounPageAnswer {
  readonly items: readonly NounItem[];
  readonly total: number;
  readonly cursor: string | null;
  readonly references: ReferenceNames;
}

export interface NounDetail extends NounItem {
  readonly version: number;
  readonly references: ReferenceNames;
}

export interface Extras {
  readonly tags?: Record<string, string>;
  readonly custom?: Record<string, string | null>;
}

type Options = { signal?: AbortSignal };

/** The channels that every noun has, without the types of one noun: what the generic screens speak. */
export interface NounClient {
  readonly list: (input: ListInput, options?: Options) => Promise<NounPageAnswer>;
  readonly get: (input: { ref: string }, options?: Options) => Promise<NounDetail>;
  readonly existing: (input: { record: FieldValues }, options?: Options) => Promise<{ id: string | null }>;
  readonly create: (
    input: { record: FieldValues } & Extras,
  ) => Promise<WriteReceipt & { id: string; name: string; version: number }>;
  readonly update: (
    input: { ref: string; version: number; patch: FieldValues } & Extras,
  ) => Promise<WriteReceipt & { version: number }>;
  readonly upsert: (
    input: { record: FieldValues } & Extras,
  ) => Promise<WriteReceipt & { id: string; outcome: 'created' | 'updated' | 'unchanged' }>;
  readonly bulkUpdate: (
    input: { refs: string[]; patch: FieldValues } & Extras,
  ) => Promise<WriteReceipt & { updated: number; unchanged: number }>;
  readonly clone: (input: { ref: string; names: string[] }) => Promise<WriteReceipt & { ids: string[] }>;
  readonly previewRemove: (input: { refs: string[] }) => Promise<Dependants>;
  readonly remove: (input: { refs: string[] }) => Promise<WriteReceipt & { removed: number }>;
}

/** The generic view of one noun's channels; the engine checks every payload against the noun's own schema. */
export function nounClient(noun: NounName): NounClient {
  return (client as unknown as Readonly<Record<NounName, NounClient>>)[noun];
}

/** The key oRPC's own query options would give this call, so that topics invalidate both alike. */
export function nounQueryKey(
  noun: NounName,
  channel: 'list' | 'get' | 'existing' | 'previewRemove',
  input: unknown,
): readonly unknown[] {
  return [[noun, channel], { input, type: 'query' }];
}
