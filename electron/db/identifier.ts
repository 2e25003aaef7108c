import { getRandomValues } from 'node:crypto';
import { v7 } from 'uuid';

const ID_BYTES = 16;
const pool = new Uint8Array(ID_BYTES * 256);
let used = pool.length;

/** Random bytes from a pool: asking the system for 16 at a time costs more than everything else about an id. */
function random(): Uint8Array {
  if (used === pool.length) {
    getRandomValues(pool);
    used = 0;
  }
  used += ID_BYTES;
  return pool.subarray(used - ID_BYTES, used);
}

let lastMilliseconds = 0;
let sequence = 0;

/** A new id: UUID version 7, so that ids sort by creation (within a millisecond by count) and workspaces can be merged. */
export function newId(): string {
  const now = Date.now();
  sequence = now > lastMilliseconds ? 0 : sequence + 1;
  lastMilliseconds = Math.max(now, lastMilliseconds);
  return v7({ random: random(), msecs: lastMilliseconds, seq: sequence });
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text is written as ids are. */
export function isId(text: string): boolean {
  return ID.test(text);
}
