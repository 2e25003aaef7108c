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

/**
 * SHA-256 over seven lines: the previous hash in hex, the group, and the entry's number, noun, object, before and after, as
 * documented in docs/formats/change-log.md. JSON text holds no line break, so the lines cannot run into each other; a
 * missing before or after is an empty line, which no JSON text is.
 */
export function entryHash(previous: Buffer, group: string, entry: ChainEntry): Buffer {
  const { seq, noun, objectId, before, after } = entry;
  return hash(
    'sha256',
    `${previous.toString('hex')}\n${group}\n${seq}\n${noun}\n${objectId}\n${before ?? ''}\n${after ?? ''}`,
    'buffer',
  );
}
