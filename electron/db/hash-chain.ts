import { hash } from 'node:crypto';

/** What one entry of the change log says; hashed with the hash of the entry before it. */
export interface ChainEntry {
  readonly seq: number;
  readonly noun: string;
  readonly objectId: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface ChainGroup {
  readonly id: number;
  readonly at: string;
  readonly actor: string;
  readonly kind: string;
  readonly label: string;
  readonly target: number | null;
}

/** The hash before the first entry. */
export const CHAIN_START: Buffer = Buffer.alloc(32);

/** The part of the hashed text that all entries of a group share. */
export function groupText(group: ChainGroup): string {
  return JSON.stringify([group.id, group.at, group.actor, group.kind, group.label, group.target]);
}

/** SHA-256 over the previous hash, the group and the entry, as documented in docs/formats/change-log.md. */
export function entryHash(previous: Buffer, group: string, entry: ChainEntry): Buffer {
  const body = JSON.stringify([entry.seq, entry.noun, entry.objectId, entry.before, entry.after]);
  return hash('sha256', `${previous.toString('hex')}\n${group}\n${body}`, 'buffer');
}
