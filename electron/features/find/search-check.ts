import type { Damage } from '../../../shared/contract/damage.ts';
import { nameOf, type NounDefinition } from '../../../shared/domain/noun.ts';
import { NOUN_LIST } from '../../../shared/domain/nouns.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { decodeRow, type StoredRecord } from '../../db/record-codec.ts';
import { onwards } from '../../db/scrub/order.ts';
import { tableDamage } from '../../db/scrub/sentences.ts';
import { customValuesOf, tagsOf } from '../object/extras-repository.ts';
import { entryOf, folded, isFound, type SearchEntry } from './entry.ts';
import { pendingAfter } from './pending.ts';
import { textSum, textSumStored, type TextRow } from './text-sum.ts';

const SLICE = 1000;

interface StoredEntry extends TextRow {
  readonly id: string;
  readonly keys: string;
}

/** Compares what things are found by with what their rows, tags and custom values say. */
export function* searchDamage(database: ReadDatabase): Generator<readonly Damage[]> {
  // Entries that are behind are written in turns; they are compared once they have caught up.
  if (pendingAfter(database) !== null) return;
  const seen = { entries: 0, keys: 0, sum: 0 };
  for (const definition of NOUN_LIST.filter(isFound)) yield* nounDamage(database, definition, seen);
  const count = (table: string) => Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  if (count('search_entry') !== seen.entries)
    yield [tableDamage('derived', 'search_entry', 'Things are found that are not there.')];
  if (count('search_key') !== seen.keys)
    yield [tableDamage('derived', 'search_key', 'Numbers and tags are found that are not there.')];
  yield [];
  if (textSumStored(database) !== seen.sum)
    yield [tableDamage('derived', 'search_text', 'The index of parts of words is not what the entries say.')];
}

function* nounDamage(
  database: ReadDatabase,
  definition: NounDefinition,
  seen: { entries: number; keys: number; sum: number },
): Generator<readonly Damage[]> {
  const slice = database.prepare<[string, number], Record<string, unknown> & { id: string }>(
    `SELECT * FROM ${definition.table} WHERE id > ? ORDER BY id LIMIT ?`,
  );
  const stored = database.prepare<[string], StoredEntry>('SELECT * FROM search_entry WHERE id = ?');
  const hasKey = database.prepare<[string, number]>('SELECT 1 FROM search_key WHERE key = ? AND entry = ?').pluck();
  for (let from = ''; ;) {
    const rows: (Record<string, unknown> & { id: string })[] = slice.all(from, SLICE);
    const ids = rows.map(({ id }) => id);
    const tags = definition.tagged ? tagsOf(database, ids) : new Map<string, Record<string, string>>();
    const custom = definition.names ? customValuesOf(database, ids) : new Map<string, Record<string, string | null>>();
    yield rows.flatMap((row) => {
      const extras = { tags: tags.get(row.id) ?? {}, custom: custom.get(row.id) ?? {} };
      const record = decodeRow(definition, row);
      const wanted = entryOf(definition, record, extras);
      const entry = stored.get(row.id);
      if (!wanted || !entry) return wanted || entry ? [entryDamage(definition, record)] : [];
      const keys = JSON.parse(entry.keys) as string[];
      seen.entries += 1;
      seen.keys += keys.length;
      seen.sum = (seen.sum + textSum(entry)) >>> 0;
      const sound =
        entry.noun === definition.noun &&
        isSame(entry, keys, wanted) &&
        keys.every((key) => hasKey.get(key, entry.entry));
      return sound ? [] : [entryDamage(definition, record)];
    });
    const last = rows.at(-1);
    if (!last) return;
    from = onwards(from, last.id);
  }
}

function entryDamage(definition: NounDefinition, record: StoredRecord): Damage {
  const { noun, label } = definition;
  const name = nameOf(definition, record);
  const message = `What ${label.toLowerCase()} ${name === null ? record.id : `"${name}"`} is found by is not what its row says.`;
  return { ...tableDamage('derived', 'search_entry', message), noun, name, id: record.id };
}

function isSame(entry: StoredEntry, keys: readonly string[], wanted: SearchEntry): boolean {
  return (
    sameText(entry.name, wanted.name) &&
    sameLines(entry.rest.split('\n'), wanted.rest.split('\n')) &&
    sameLines(keys, wanted.keys)
  );
}

/** Tags of a new thing are in the order they were given, later in that of their keys. */
function sameLines(left: readonly string[], right: readonly string[]): boolean {
  if (left.length !== right.length) return false;
  const sorted = right.toSorted();
  return left.toSorted().every((line, index) => sameText(line, sorted[index] ?? ''));
}

/** A newer program may fold letters that an older one did not know. */
function sameText(stored: string, wanted: string): boolean {
  const wellFormed = wanted.toWellFormed();
  return stored === wellFormed || folded(stored) === folded(wellFormed);
}
