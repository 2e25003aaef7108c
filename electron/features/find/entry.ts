import { nameOf, type NounDefinition } from '../../../shared/domain/noun.ts';
import { macDigits } from '../../../shared/domain/port.ts';
import { foldText } from '../../../shared/rules/query/text-match.ts';
import type { StoredRecord } from '../../db/record-codec.ts';

/** What is found by its beginning too, whatever the length: numbers that are printed on things. */
const PRINTED: ReadonlySet<string> = new Set(['serial', 'assetTag', 'partNumber']);
/** What people write about a thing. */
const WRITTEN: ReadonlySet<string> = new Set(['notes', 'description', 'comments', 'purpose']);
/** Nouns without names that are found all the same. */
const UNNAMED: ReadonlySet<string> = new Set(['part', 'port', 'dnsRecord', 'journalEntry']);

/** Its entries name half of all things: their words are indexed apart, and found behind the things themselves. */
export const JOURNAL = 'journalEntry';

/** What a thing is found by, folded: its name, further words, and keys found by their beginning. */
export interface SearchEntry {
  readonly name: string;
  /** Lines; each is found by any part of it. */
  readonly rest: string;
  readonly keys: readonly string[];
}

export interface EntryExtras {
  readonly tags: Readonly<Record<string, string>>;
  readonly custom: Readonly<Record<string, string | null>>;
}

/** Text as finding compares it: in one Unicode form, without regard to case; SQLite ends a text at NUL, so there is none. */
export function folded(text: string): string {
  return foldText(text.normalize('NFC').replaceAll('\u0000', ''));
}

/** Whether rows of a noun are found at all; settings, assignments and the like are not. */
export function isFound(definition: NounDefinition): boolean {
  return definition.names !== undefined || UNNAMED.has(definition.noun);
}

function textsOf(record: StoredRecord, keys: ReadonlySet<string>): string[] {
  return [...keys].flatMap((key) => {
    const value = record[key];
    return typeof value === 'string' && value !== '' ? [value] : [];
  });
}

/** The words of a noun's own that are neither names, numbers nor notes. */
function ownTexts(noun: string, record: StoredRecord): string[] {
  if (noun === 'dnsRecord') return textsOf(record, new Set(['value']));
  if (noun === JOURNAL) return textsOf(record, new Set(['content']));
  const mac = record['mac'];
  return noun === 'port' && typeof mac === 'string' ? [mac, macDigits(mac) ?? ''] : [];
}

/** The entry of a row, or null: it has nothing that anybody would look for. */
export function entryOf(definition: NounDefinition, record: StoredRecord, extras: EntryExtras): SearchEntry | null {
  const { noun } = definition;
  // A port is found by its MAC address alone: there is an eth0 on every machine.
  if (noun === 'port' && typeof record['mac'] !== 'string') return null;
  const name = noun === 'port' || noun === 'part' ? '' : (nameOf(definition, record) ?? '');
  const printed = textsOf(record, PRINTED);
  const tags = Object.entries(extras.tags);
  const custom = Object.values(extras.custom).flatMap((value) => value ?? []);
  const lines = [
    ...printed,
    ...ownTexts(noun, record),
    ...tags.map(([key, value]) => `${key}=${value}`),
    ...custom,
    ...textsOf(record, WRITTEN),
  ];
  const keys = [...printed, ...tags.flatMap(([key, value]) => [`${key}=${value}`, value])].map(folded);
  return {
    name: folded(name),
    rest: lines.map(folded).join('\n'),
    keys: [...new Set(keys)].filter((key) => key !== ''),
  };
}
