import type { ReadDatabase } from '../../db/connection.ts';
import { statementOf } from '../../db/statements.ts';

/** Trigrams are found from three characters on. */
export const SHORTEST_PART = 3;

export interface EntryRow {
  readonly entry: number;
  readonly id: string;
  readonly noun: string;
  readonly name: string;
  readonly rest: string;
}

export interface SearchLimits {
  /** Empty: every noun. */
  readonly nouns: readonly string[];
  readonly limit: number;
}

const ENTRY = 'search_entry.entry, search_entry.id, search_entry.noun, search_entry.name, search_entry.rest';
/** No character of Unicode sorts after it, so it ends every range of texts with one beginning. */
const LAST = '\u{10ffff}';
/** A beginning that many keys have is looked at this far; longer ones reach the rest. */
const KEYS_AT_MOST = 2000;

function rows(database: ReadDatabase, sql: string, values: Record<string, string | number>): EntryRow[] {
  return statementOf(database, sql).all(values) as EntryRow[];
}

/** Asks noun by noun, so that an index serves each however many things of other nouns are called alike. */
function inNouns(
  database: ReadDatabase,
  where: string,
  values: Record<string, string | number>,
  { nouns, limit }: SearchLimits,
): EntryRow[] {
  const ask = (ofNoun: string, more: Record<string, string>) =>
    rows(database, `SELECT ${ENTRY} FROM search_entry WHERE ${ofNoun} ${where} ORDER BY name, entry LIMIT :limit`, {
      ...values,
      ...more,
      limit,
    });
  if (nouns.length === 0) return ask('', {});
  const found = nouns.flatMap((noun) => ask('noun = :noun AND', { noun }));
  return found
    .toSorted((left, right) => (left.name === right.name ? left.entry - right.entry : left.name < right.name ? -1 : 1))
    .slice(0, limit);
}

export function entriesNamed(database: ReadDatabase, name: string, limits: SearchLimits): EntryRow[] {
  return inNouns(database, 'name = :name', { name }, limits);
}

export function entriesBeginning(database: ReadDatabase, beginning: string, limits: SearchLimits): EntryRow[] {
  return inNouns(database, 'name >= :beginning AND name < :end', { beginning, end: beginning + LAST }, limits);
}

/** Things of some nouns by name, for a list that nothing was typed into yet. */
export function entriesOfNouns(database: ReadDatabase, limits: SearchLimits): EntryRow[] {
  return inNouns(database, "name > ''", {}, limits);
}

/** Things with a key that is, or begins with, a text: serial numbers, asset tags, tags. */
export function entriesKeyed(
  database: ReadDatabase,
  key: string,
  whole: boolean,
  { nouns, limit }: SearchLimits,
): EntryRow[] {
  const sql = `SELECT ${ENTRY} FROM (SELECT key, entry FROM search_key WHERE key >= :key AND key ${whole ? '<=' : '<'} :end
      ORDER BY key, entry LIMIT ${KEYS_AT_MOST}) AS found
    JOIN search_entry ON search_entry.entry = found.entry
    WHERE :nouns = '[]' OR search_entry.noun IN (SELECT value FROM json_each(:nouns))
    ORDER BY found.key, found.entry LIMIT :limit`;
  return rows(database, sql, { key, end: whole ? key : key + LAST, nouns: JSON.stringify(nouns), limit });
}

/** Things whose name or words match an FTS5 expression, in the order they were recorded. */
export function entriesMatching(database: ReadDatabase, expression: string, limit: number): EntryRow[] {
  const sql = `SELECT ${ENTRY} FROM search_text JOIN search_entry ON search_entry.entry = search_text.rowid
    WHERE search_text MATCH :expression ORDER BY search_text.rowid LIMIT :limit`;
  return rows(database, sql, { expression, limit });
}

/** Journal entries whose words match an FTS5 expression, the newest first. */
export function journalMatching(database: ReadDatabase, expression: string, limit: number): EntryRow[] {
  const sql = `SELECT ${ENTRY} FROM search_text_journal JOIN search_entry ON search_entry.entry = search_text_journal.rowid
    WHERE search_text_journal MATCH :expression ORDER BY search_text_journal.rowid DESC LIMIT :limit`;
  return rows(database, sql, { expression, limit });
}

export interface Shown {
  readonly id: string;
  readonly noun: string;
  readonly name: string;
  readonly hint: string | null;
}

/** The thing that a part, a port or a record leads to, with what of it was found. */
const SHOWN: Readonly<Record<string, string>> = {
  part: `SELECT object.id, object.noun, object.name,
      ifnull(part.serial, part.asset_tag) || ifnull(', ' || part.slot, '') AS hint
    FROM part LEFT JOIN component_assignment ON component_assignment.id = part.component_assignment_id
    JOIN object ON object.id = ifnull(component_assignment.compute_id, ifnull(part.spare_shelf_id, part.component_id))
    WHERE part.id = ?`,
  port: `SELECT object.id, object.noun, ifnull(object.name, object.noun) AS name, port.name || ' ' || port.mac AS hint
    FROM port JOIN object ON object.id = port.object_id WHERE port.id = ?`,
  dnsRecord: "SELECT id, 'dnsRecord' AS noun, name, type || ' ' || value AS hint FROM dns_record WHERE id = ?",
  journalEntry: `SELECT journal_entry.id, 'journalEntry' AS noun,
      trim(substr(replace(replace(content, char(13), ''), char(10), ' '), 1, 120)) AS name,
      ifnull(object.name, object.noun) || ', ' || substr(journal_entry.at, 1, 10) AS hint
    FROM journal_entry JOIN object ON object.id = journal_entry.object_id WHERE journal_entry.id = ?`,
  ipAddress: `SELECT object.id, object.noun, object.name, (SELECT group_concat(compute.name, ', ') FROM ip_assignment
      JOIN compute ON compute.id = ip_assignment.compute_id WHERE ip_address_id = object.id) AS hint
    FROM object WHERE object.id = ?`,
};

const SHOWN_OBJECT = 'SELECT id, noun, ifnull(name, noun) AS name, NULL AS hint FROM object WHERE id = ?';

export function shownFor(database: ReadDatabase, noun: string, id: string): Shown | undefined {
  return statementOf(database, SHOWN[noun] ?? SHOWN_OBJECT).get(id) as Shown | undefined;
}

/** Site, room and rack of a device or rack. */
export function placeHint(database: ReadDatabase, id: string): string | undefined {
  const row = statementOf(
    database,
    `SELECT site.name || ' / ' || room.name || ' / ' || rack.name AS place
     FROM rack JOIN room ON room.id = rack.room_id JOIN site ON site.id = room.site_id
     WHERE rack.id = (SELECT ifnull(placement.rack_id, chassis.rack_id) FROM placement
       LEFT JOIN placement AS chassis ON chassis.object_id = placement.parent_id WHERE placement.object_id = :id)
     UNION ALL SELECT site.name || ' / ' || room.name || ' / ' || rack.name
     FROM rack JOIN room ON room.id = rack.room_id JOIN site ON site.id = room.site_id WHERE rack.id = :id LIMIT 1`,
  ).get({ id }) as { place: string } | undefined;
  return row?.place;
}
