import { hrefOf } from '../../ui/location.ts';

/** Nouns whose pages have a tab for the journal. */
const OWN_TAB: ReadonlySet<string> = new Set(['compute', 'equipment', 'rack']);

/** Where the journal of a thing is read. */
export function journalHref(noun: string, id: string): string {
  return OWN_TAB.has(noun) ? hrefOf([noun, id, 'journal']) : hrefOf(['journal'], { about: id });
}
