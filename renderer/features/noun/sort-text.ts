import type { Sort } from '../../ui/table-layout.ts';

/** A sort order as the address holds it: `name`, `-name` for descending. */
export function sortText(sort: Sort | null): string | undefined {
  if (sort === null) return undefined;
  return sort.descending ? `-${sort.key}` : sort.key;
}

export function sortFrom(text: string | undefined): Sort | null {
  if (!text) return null;
  return text.startsWith('-') ? { key: text.slice(1), descending: true } : { key: text, descending: false };
}
