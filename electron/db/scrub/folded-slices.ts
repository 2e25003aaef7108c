import type { ReadDatabase } from '../connection.ts';
import { onwards } from './order.ts';
import { folded, type FoldedRow, type FoldEntry } from './row-model.ts';

const SLICE = 1000;

/** Objects of the log in the order of their ids, each as its entries leave it. */
export interface FoldedSlice {
  readonly rows: readonly FoldedRow[];
  /** The slice holds every object after this id. */
  readonly from: string;
  /** The last object it holds; null: there are none after it. */
  readonly to: string | null;
}

/** Every object of the log, a slice at a time. Refuses with SQLITE_CORRUPT where a damaged index leads round. */
export function* foldedSlices(database: ReadDatabase): Generator<FoldedSlice> {
  const entries = database.prepare<[string, number], FoldEntry>(
    'SELECT noun, object_id, before, after FROM change WHERE object_id > ? ORDER BY object_id, seq LIMIT ?',
  );
  const read = (from: string, limit: number) => entries.all(from, limit);
  for (let from = ''; ;) {
    const slice = sliceAfter(read, from);
    yield slice;
    if (slice.to === null) return;
    from = onwards(from, slice.to);
  }
}

function sliceAfter(read: (from: string, limit: number) => FoldEntry[], from: string): FoldedSlice {
  for (let limit = SLICE; ; limit *= 4) {
    const entries = read(from, limit);
    if (entries.length < limit) return { rows: foldAll(entries), from, to: null };
    // The last object may have further entries: it belongs to the next slice.
    const last = entries.at(-1)?.object_id;
    const whole = entries.filter((entry) => entry.object_id !== last);
    const to = whole.at(-1)?.object_id;
    if (to !== undefined) return { rows: foldAll(whole), from, to };
  }
}

/** The rows of entries that come object by object: as a rule one, but an id may name rows of several nouns. */
function foldAll(entries: readonly FoldEntry[]): FoldedRow[] {
  const rows: FoldedRow[] = [];
  const ofObject = new Map<string, FoldedRow>();
  let object = '';
  for (const entry of entries) {
    if (entry.object_id !== object) ofObject.clear();
    object = entry.object_id;
    const known = ofObject.get(entry.noun);
    const row = folded(known, entry);
    if (known) continue;
    ofObject.set(entry.noun, row);
    rows.push(row);
  }
  return rows;
}
