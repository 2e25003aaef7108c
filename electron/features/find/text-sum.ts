import type { ReadDatabase } from '../../db/connection.ts';
import { JOURNAL } from './entry.ts';

export interface TextRow {
  readonly entry: number;
  readonly noun: string;
  readonly name: string;
  readonly rest: string;
}

const COLUMNS = ['noun', 'name', 'rest'] as const;
/** Stands for the one column of the journal's own index. */
const IN_JOURNAL = COLUMNS.length;

/** A sum, modulo 2^32, over every trigram of the texts with its entry, column and place. The order does not matter. */
export function textSum(row: TextRow): number {
  if (row.noun === JOURNAL) return columnSum(row.rest, row.entry, IN_JOURNAL);
  let sum = 0;
  for (let column = 0; column < COLUMNS.length; column += 1)
    sum += columnSum(row[COLUMNS[column] ?? 'rest'], row.entry, column);
  return sum >>> 0;
}

function columnSum(text: string, entry: number, column: number): number {
  let [sum, first, second, place] = [0, 0, 0, -2];
  for (let at = 0; at < text.length; place += 1) {
    const third = text.codePointAt(at) ?? 0;
    at += third > 0xffff ? 2 : 1;
    if (place >= 0) sum = (sum + mixed(hashOf(first, second, third), entry, column, place)) >>> 0;
    [first, second] = [second, third];
  }
  return sum;
}

interface Instance {
  readonly term: string;
  readonly doc: number;
  readonly col: string;
  readonly offset: number;
}

/** The same sum over what the full-text indexes hold. The connection need not be able to write. */
export function textSumStored(database: ReadDatabase): number {
  const columns = new Map<string, number>(COLUMNS.map((column, at) => [column, at]));
  const things = indexSum(database, 'search_text', (column) => columns.get(column) ?? -1);
  return (things + indexSum(database, 'search_text_journal', () => IN_JOURNAL)) >>> 0;
}

function indexSum(database: ReadDatabase, table: string, columnOf: (name: string) => number): number {
  const view = `${table}_instance`;
  database.prepare(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.${view} USING fts5vocab(main, ${table}, 'instance')`).run();
  let sum = 0;
  const instances = database.prepare<[], Instance>(`SELECT term, doc, col, offset FROM temp.${view}`);
  for (const { term, doc, col, offset } of instances.iterate())
    sum = (sum + mixed(hashOfTerm(term), doc, columnOf(col), offset)) >>> 0;
  return sum;
}

const hashes = new Map<string, number>();

function hashOfTerm(term: string): number {
  const known = hashes.get(term);
  if (known !== undefined) return known;
  const letters = Array.from(term, (letter) => letter.codePointAt(0) ?? 0);
  const hash = hashOf(letters[0] ?? 0, letters[1] ?? 0, letters[2] ?? 0);
  hashes.set(term, hash);
  return hash;
}

function hashOf(first: number, second: number, third: number): number {
  return Math.imul(Math.imul(Math.imul(first, 0x01000193) ^ second, 0x01000193) ^ third, 0x01000193);
}

function mixed(term: number, entry: number, column: number, place: number): number {
  let hash = Math.imul(term ^ (entry | 0), 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15) ^ (place + column * 0x10001), 0x85ebca6b);
  hash ^= hash >>> 13;
  return Math.imul(hash, 0xc2b2ae35) ^ (hash >>> 16);
}
