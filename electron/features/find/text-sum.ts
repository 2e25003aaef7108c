import type { ReadDatabase } from '../../db/connection.ts';

export interface TextRow {
  readonly entry: number;
  readonly noun: string;
  readonly name: string;
  readonly rest: string;
}

const COLUMNS = ['noun', 'name', 'rest'] as const;

/** A sum, modulo 2^32, over every trigram of the texts with its entry, column and place. The order does not matter. */
export function textSum(row: TextRow): number {
  let sum = 0;
  COLUMNS.forEach((column, index) => {
    const letters = Array.from(row[column]);
    for (let at = 0; at + 2 < letters.length; at += 1) {
      const term = `${letters[at]}${letters[at + 1]}${letters[at + 2]}`;
      sum = (sum + mixed(hashOf(term), row.entry, index, at)) >>> 0;
    }
  });
  return sum;
}

interface Instance {
  readonly term: string;
  readonly doc: number;
  readonly col: string;
  readonly offset: number;
}

/** The same sum over what the full-text index holds. The connection need not be able to write. */
export function textSumStored(database: ReadDatabase): number {
  database
    .prepare("CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_instance USING fts5vocab(main, search_text, 'instance')")
    .run();
  const index = new Map<string, number>(COLUMNS.map((column, at) => [column, at]));
  let sum = 0;
  const instances = database.prepare<[], Instance>('SELECT term, doc, col, offset FROM temp.search_instance');
  for (const { term, doc, col, offset } of instances.iterate())
    sum = (sum + mixed(hashOf(term), doc, index.get(col) ?? -1, offset)) >>> 0;
  return sum;
}

const hashes = new Map<string, number>();

function hashOf(term: string): number {
  const known = hashes.get(term);
  if (known !== undefined) return known;
  let hash = 0x811c9dc5;
  for (let at = 0; at < term.length; at += 1) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
  hashes.set(term, hash);
  return hash;
}

function mixed(term: number, entry: number, column: number, place: number): number {
  let hash = Math.imul(term ^ (entry | 0), 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15) ^ (place + column * 0x10001), 0x85ebca6b);
  hash ^= hash >>> 13;
  return Math.imul(hash, 0xc2b2ae35) ^ (hash >>> 16);
}
