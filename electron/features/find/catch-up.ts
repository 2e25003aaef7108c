import { findNoun } from '../../../shared/domain/nouns.ts';
import type { ReadDatabase, WriteDatabase } from '../../db/connection.ts';
import type { CatchUp } from '../../session/background.ts';
import { isFound } from './entry.ts';
import { SearchWriter } from './index-writer.ts';
import { pendingAfter, pendingThings, writtenThrough } from './pending.ts';

/** Long enough that a commit to disk is a small part of it, short enough that nobody waits for it. */
const STEP_MS = 25;
const PAGE = 200;

/** Writes the search entries that large commands left, in the order of the log. */
export class SearchCatchUp implements CatchUp {
  #writer: SearchWriter | null = null;

  isBehind(database: ReadDatabase): boolean {
    return pendingAfter(database) !== null;
  }

  step(database: WriteDatabase): void {
    let through = pendingAfter(database);
    if (through === null) return;
    this.#writer ??= new SearchWriter(database);
    const until = performance.now() + STEP_MS;
    while (through !== null && performance.now() < until) through = this.#page(database, this.#writer, through);
    writtenThrough(database, through);
  }

  /** Answers the entry of the log that it came to; null: there are no more. */
  #page(database: WriteDatabase, writer: SearchWriter, after: number): number | null {
    const things = pendingThings(database, after, PAGE);
    const found = things.filter(({ noun }) => isPlaced(noun));
    for (const [id, noun] of new Map(found.map(({ id, noun }) => [id, noun]))) writer.refresh(id, noun);
    return things.length < PAGE ? null : (things.at(-1)?.seq ?? null);
  }
}

function isPlaced(noun: string | undefined): boolean {
  if (noun === undefined) return true;
  const definition = findNoun(noun);
  return definition !== undefined && isFound(definition);
}
