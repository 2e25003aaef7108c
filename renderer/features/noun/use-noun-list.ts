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
  const { near, onRange } = useCalmRange();
  const [lastGood, setLastGood] = useState<NounPageAnswer | null>(null);
  const pages = pagesOf(near, lastGood?.total ?? 0);
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

/** Pages with rows in sight or nearly, by number. */
interface NearPages {
  readonly from: number;
  readonly to: number;
}

/**
 * The pages near what is in sight; the same until there are others, so that a list which scrolls draws nothing but rows.
 * While it is flung, far rows come and go each frame: their pages are asked for a few times a second, so that those where
 * it stops do not wait behind those it has passed.
 */
function useCalmRange() {
  const [near, setNear] = useState<NearPages>({ from: 0, to: 0 });
  const newest = useRef({ first: 0, last: 0 });
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
  const onRange = useCallback((first: number, last: number) => {
    const far = Math.abs(first - newest.current.first) > AHEAD_ROWS;
    newest.current = { first, last };
    const see = () => {
      timer.current = null;
      const next = pagesNear(newest.current.first, newest.current.last);
      setNear((before) => (before.from === next.from && before.to === next.to ? before : next));
    };
    if (!far && timer.current === null) see();
    else timer.current ??= setTimeout(see, FLUNG_MS);
  }, []);
  return { near, onRange };
}

function pagesNear(first: number, last: number): NearPages {
  const pageOf = (row: number) => Math.floor(Math.max(0, row) / PAGE_ROWS);
  return { from: pageOf(first - AHEAD_ROWS), to: pageOf(last + AHEAD_ROWS) };
}

/** The first page, which knows the total, and those near. */
function pagesOf({ from, to }: NearPages, total: number): readonly number[] {
  const end = Math.min(to, Math.floor(Math.max(0, total - 1) / PAGE_ROWS));
  return [...new Set([0, ...Array.from({ length: Math.max(0, end - from + 1) }, (_, index) => from + index)])];
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
