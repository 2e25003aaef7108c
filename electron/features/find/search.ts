import type { Found } from '../../../shared/contract/workspace.ts';
import { findNoun } from '../../../shared/domain/nouns.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { folded, JOURNAL } from './entry.ts';
import {
  entriesBeginning,
  entriesKeyed,
  entriesMatching,
  entriesNamed,
  entriesOfNouns,
  journalMatching,
  placeHint,
  SHORTEST_PART,
  shownFor,
  type EntryRow,
  type SearchLimits,
} from './search-repository.ts';

/** Nouns that lead to another thing: several of its parts may be found, it is shown once. */
const LEADS_ELSEWHERE: ReadonlySet<string> = new Set(['part', 'port']);

/**
 * Things by what is typed, best first: those called so, those with that serial number, asset tag or tag, those whose name
 * begins so, those with a number or tag that begins so, then any part of the name, then any part of numbers, tags,
 * addresses and notes, at last what the journal says. Words are looked for each; one or two characters only at beginnings.
 */
export function findObjects(database: ReadDatabase, text: string, nouns: readonly string[], limit: number): Found[] {
  const whole = folded(text.trim());
  const limits = { nouns, limit };
  if (whole === '') return nouns.length === 0 ? [] : shownRows(database, entriesOfNouns(database, limits), limit, []);
  const found = new Map<string, Found>();
  for (const step of steps(database, whole, { ...limits, nouns: withLeading(nouns) })) {
    for (const row of shownRows(database, step(), limit, nouns)) if (!found.has(row.id)) found.set(row.id, row);
    if (found.size >= limit) break;
  }
  return [...found.values()].slice(0, limit);
}

/** What is asked for, with the nouns that lead to it. */
function withLeading(nouns: readonly string[]): readonly string[] {
  return nouns.length === 0 ? [] : [...nouns, ...LEADS_ELSEWHERE];
}

/** The questions in the order of their rank, each asked only while there is room. */
function steps(database: ReadDatabase, whole: string, limits: SearchLimits): (() => EntryRow[])[] {
  const words = whole.split(/\s+/);
  const long = words.filter((word) => Array.from(word).length >= SHORTEST_PART);
  const others = words.filter((word) => !long.includes(word));
  // Several things may lead to one, so a question is asked for more than there is room for.
  const more = { ...limits, limit: limits.limit * 4 };
  const matching = (columns: string) => () =>
    long.length === 0
      ? []
      : entriesMatching(database, expressionOf(columns, long, limits.nouns), more.limit).filter(holds(others));
  const isJournalWanted = limits.nouns.length === 0 || limits.nouns.includes(JOURNAL);
  const inJournal = () =>
    long.length === 0 || !isJournalWanted
      ? []
      : journalMatching(database, long.map(quoted).join(' AND '), more.limit).filter(holds(others));
  return [
    () => entriesNamed(database, whole, more),
    () => entriesKeyed(database, whole, true, more),
    () => entriesBeginning(database, whole, more),
    () => entriesKeyed(database, whole, false, more),
    matching('name'),
    matching('{name rest}'),
    inJournal,
  ];
}

/** Words too short for trigrams are looked for in what the others found. */
function holds(words: readonly string[]): (row: EntryRow) => boolean {
  return ({ name, rest }) => words.every((word) => name.includes(word) || rest.includes(word));
}

/** Text typed by a person only ever stands inside quotes. */
function quoted(word: string): string {
  return `"${word.replaceAll('"', '""')}"`;
}

/** Every word somewhere in the columns. */
function expressionOf(columns: string, words: readonly string[], nouns: readonly string[]): string {
  const wanted = words.map((word) => `${columns} : ${quoted(word)}`);
  const ofNouns = nouns.filter((noun) => noun.length >= SHORTEST_PART).map((noun) => `noun : ${quoted(noun)}`);
  return [...wanted, ...(ofNouns.length > 0 ? [`(${ofNouns.join(' OR ')})`] : [])].join(' AND ');
}

/** Entries as the things that people know, each once. */
function shownRows(
  database: ReadDatabase,
  rows: readonly EntryRow[],
  limit: number,
  nouns: readonly string[],
): Found[] {
  const found = new Map<string, Found>();
  for (const { id, noun } of rows) {
    if (found.size >= limit) break;
    const shown = shownFor(database, noun, id);
    if (!shown || found.has(shown.id) || (nouns.length > 0 && !nouns.includes(shown.noun))) continue;
    const hint = shown.hint ?? placeHint(database, shown.id) ?? findNoun(shown.noun)?.label ?? shown.noun;
    found.set(shown.id, { id: shown.id, noun: shown.noun, name: shown.name, hint });
  }
  return [...found.values()];
}
