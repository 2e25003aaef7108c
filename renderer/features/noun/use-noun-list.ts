import { keepPreviousData, useQueries, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { ListInput } from '../../../shared/contract/noun.ts';
import type { NounName } from '../../../shared/domain/nouns.ts';
import { failureFrom, isCancelled } from '../../bridge/failure.ts';
import { nounClient, nounQueryKey, type NounPageAnswer } from '../../bridge/noun-client.ts';
import type { Sort } from '../../ui/table-layout.ts';
import type { ListRow } from './columns.tsx';

export const PAGE_ROWS = 200;

/** Pages are asked for this many rows before they come into sight: a fast wheel takes as many in the time of an answer. */
const AHEAD_ROWS = 80;

const FLUNG_MS = 60;

export interface NounList {
  readonly total: number;
  readonly rowAt: (index: number) => ListRow | undefined;
  readonly onRange: (first: number, last: number) => void;
  readonly failure: Failure | null;
  /** Nothing has arrived yet. */
  readonly loading: boolean;
  /** The rows shown answer an earlier query. */
  readonly outdated: boolean;
}

export function listInput(query: string, sort: Sort | null): ListInput {
  return { query, sort: sort ? [{ key: sort.key, descending: sort.descending }] : [] };
}

function pageKey(noun: NounName, query: string, sort: Sort | null, page: number) {
  return nounQueryKey(noun, 'list', { ...listInput(query, sort), limit: PAGE_ROWS, page });
}

/** The page after a fresh one continues from its cursor; any other is jumped to by its row number. */
function pageStart(
  queries: QueryClient,
  noun: NounName,
  query: string,
  sort: Sort | null,
  page: number,
): Partial<ListInput> {
  if (page === 0) return {};
  const before = queries.getQueryState<NounPageAnswer>(pageKey(noun, query, sort, page - 1));
  const fresh = before?.status === 'success' && !before.isInvalidated && before.fetchStatus === 'idle';
  const cursor = fresh ? before.data?.cursor : null;
  return cursor ? { cursor } : { from: page * PAGE_ROWS };
}

/** A list of any length by pages: only those in sight are asked for, and again when a topic says they changed. */
export function useNounList(noun: NounName, query: string, sort: Sort | null): NounList {
  const queries = useQueryClient();
  const { range, onRange } = useCalmRange();
  const [lastGood, setLastGood] = useState<NounPageAnswer | null>(null);
  const pages = pagesAround(range.first, range.last, lastGood?.total ?? 0);
  const answers = useQueries({
    queries: pages.map((page) => ({
      queryKey: pageKey(noun, query, sort, page),
      queryFn: ({ signal }: { signal: AbortSignal }) => {
        const start = pageStart(queries, noun, query, sort, page);
        return nounClient(noun).list({ ...listInput(query, sort), limit: PAGE_ROWS, ...start }, { signal });
      },
      placeholderData: page === 0 ? keepPreviousData : undefined,
    })),
  });
  const head = answers[0];
  if (head?.data && head.data !== lastGood) setLastGood(head.data);
  const byPage = new Map(pages.map((page, index) => [page, answers[index]?.data ?? (page === 0 ? lastGood : null)]));
  const rowAt = (index: number) => {
    const page = byPage.get(Math.floor(index / PAGE_ROWS));
    const item = page?.items[index % PAGE_ROWS];
    return page && item ? rowOf(item, page) : undefined;
  };
  const failure = head?.error && !isCancelled(head.error) ? failureFrom(head.error) : null;
  return {
    total: (head?.data ?? lastGood)?.total ?? 0,
    rowAt,
    onRange,
    failure,
    loading: head?.data === undefined && lastGood === null && failure === null,
    outdated: failure !== null || (head?.isPlaceholderData ?? false),
  };
}

/**
 * The rows in sight. While the list is flung, far rows come and go each frame: their pages are asked for a few times a
 * second, so that those where it stops do not wait behind those it has passed.
 */
function useCalmRange() {
  const [range, setRange] = useState({ first: 0, last: 0 });
  const newest = useRef(range);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
  const onRange = useCallback((first: number, last: number) => {
    const far = Math.abs(first - newest.current.first) > AHEAD_ROWS;
    newest.current = { first, last };
    if (!far && timer.current === null) setRange(newest.current);
    else
      timer.current ??= setTimeout(() => {
        timer.current = null;
        setRange(newest.current);
      }, FLUNG_MS);
  }, []);
  return { range, onRange };
}

/** The first page, which knows the total, and those in sight or nearly. */
function pagesAround(first: number, last: number, total: number): readonly number[] {
  const [from, to] = [Math.max(0, first - AHEAD_ROWS), Math.min(last + AHEAD_ROWS, Math.max(last, total - 1))];
  const [firstPage, lastPage] = [Math.floor(from / PAGE_ROWS), Math.floor(to / PAGE_ROWS)];
  return [...new Set([0, ...Array.from({ length: lastPage - firstPage + 1 }, (_, index) => firstPage + index)])];
}

const rowsOfItems = new WeakMap<ListRow['item'], ListRow>();

/** One row for one item, so that a row that is drawn is known to be the same. */
function rowOf(item: ListRow['item'], page: NounPageAnswer): ListRow {
  const known = rowsOfItems.get(item);
  if (known?.references === page.references) return known;
  const row = { item, references: page.references };
  rowsOfItems.set(item, row);
  return row;
}

/** Every row of a list, page by page; `onPage` may stop it by aborting the signal. */
export async function eachPage(
  noun: NounName,
  input: ListInput,
  signal: AbortSignal,
  onPage: (page: NounPageAnswer) => void,
): Promise<void> {
  let cursor: string | null = null;
  do {
    const start: Partial<ListInput> = cursor === null ? {} : { cursor };
    const page: NounPageAnswer = await nounClient(noun).list({ ...input, limit: 1000, ...start }, { signal });
    onPage(page);
    cursor = page.cursor;
  } while (cursor !== null);
}
