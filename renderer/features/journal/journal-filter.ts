import { dayIn, dayStart } from '../../ui/days.ts';
import type { EngineClient } from '../../bridge/client.ts';
import { JOURNAL_CATEGORIES, type JournalCategory } from '../../../shared/domain/journal-entry.ts';

type Query = Readonly<Record<string, string>>;
type FeedInput = NonNullable<Parameters<EngineClient['journal']['feed']>[0]>;

/** What of the journal is shown; it lies in the address, so Back and reload keep it. */
export interface JournalFilter {
  /** Empty: all. */
  readonly categories: readonly JournalCategory[];
  /** Days of this person's calendar, `YYYY-MM-DD`; empty: open. */
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly by: 'all' | 'people' | 'changes';
}

export function filterIn(query: Query): JournalFilter {
  const wanted = new Set((query['category'] ?? '').split(','));
  const { by } = query;
  return {
    categories: JOURNAL_CATEGORIES.map(({ value }) => value).filter((value) => wanted.has(value)),
    from: dayIn(query['from']),
    to: dayIn(query['to']),
    text: query['q'] ?? '',
    by: by === 'people' || by === 'changes' ? by : 'all',
  };
}

/** The part of an address that says this filter; what is open is left out. */
export function queryOf(filter: Partial<JournalFilter>): Record<string, string | undefined> {
  const parts: Record<string, string | undefined> = {};
  if (filter.categories) parts['category'] = filter.categories.join(',') || undefined;
  if (filter.from !== undefined) parts['from'] = filter.from || undefined;
  if (filter.to !== undefined) parts['to'] = filter.to || undefined;
  if (filter.text !== undefined) parts['q'] = filter.text || undefined;
  if (filter.by !== undefined) parts['by'] = filter.by === 'all' ? undefined : filter.by;
  return parts;
}

export function isFiltered({ categories, from, to, text, by }: JournalFilter): boolean {
  return categories.length > 0 || from !== '' || to !== '' || text.trim() !== '' || by !== 'all';
}

/** The question to the engine: days become the moments at which they begin and end here. */
export function feedInput(filter: JournalFilter, objectIds: readonly string[] | null): FeedInput {
  const { categories, from, to, text, by } = filter;
  return {
    text: text.trim().slice(0, 200),
    ...(objectIds ? { objects: [...objectIds] } : {}),
    ...(categories.length > 0 ? { categories: [...categories] } : {}),
    ...(from ? { from: dayStart(from, 0) } : {}),
    ...(to ? { to: dayStart(to, 1) } : {}),
    ...(by === 'all' ? {} : { automatic: by === 'changes' }),
  };
}

/** A moment of a `datetime-local` field as UTC; null: the field is empty. */
export function momentOf(local: string): string | null {
  const moment = new Date(local);
  return local === '' || Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}
