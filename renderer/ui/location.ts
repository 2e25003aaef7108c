import { findNoun } from '../../shared/domain/nouns.ts';
import { useSyncExternalStore } from 'react';

/** Where the user is. It lies in the address after `#`, so Back, Forward and reload work. */
export interface Location {
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>>;
}

/** `#/fleet/compute?q=state%3Aactive` → path and query; anything unreadable is the start. */
export function parseLocation(hash: string): Location {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const parts = path.split('/').filter(Boolean);
  try {
    return { path: parts.map(decodeURIComponent), query: Object.fromEntries(new URLSearchParams(search)) };
  } catch {
    return { path: [], query: {} };
  }
}

export function hrefOf(path: readonly string[], query: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(query).toString();
  return `#/${path.map(encodeURIComponent).join('/')}${search ? `?${search}` : ''}`;
}

export function navigate(href: string, how: { replace?: boolean } = {}): void {
  if (how.replace) window.history.replaceState(null, '', href);
  else window.history.pushState(null, '', href);
  window.dispatchEvent(new PopStateEvent('popstate'));
}

/** Changes some of the query; an undefined value removes its key. */
export function updateQuery(
  change: Readonly<Record<string, string | undefined>>,
  how: { replace?: boolean } = {},
): void {
  const { path, query } = parseLocation(window.location.hash);
  const merged = Object.entries({ ...query, ...change }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  navigate(hrefOf(path, Object.fromEntries(merged)), how);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener('hashchange', listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener('hashchange', listener);
  };
}

let last = { hash: '', location: parseLocation('') };

function snapshot(): Location {
  const { hash } = window.location;
  if (last.hash !== hash) last = { hash, location: parseLocation(hash) };
  return last.location;
}

export function useLocation(): Location {
  return useSyncExternalStore(subscribe, snapshot);
}

/** One part of where the user is; a change of the rest draws nothing anew. */
export function useLocationPart<Part extends string | boolean | undefined>(partOf: (location: Location) => Part): Part {
  return useSyncExternalStore(subscribe, () => partOf(snapshot()));
}

/** Lists a noun has its own screen for; the others open in the side panel of their list. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  compute: ['fleet', 'compute'],
  equipment: ['fleet', 'equipment'],
  group: ['fleet', 'group'],
  rack: ['racks', 'rack'],
  row: ['racks', 'row'],
  room: ['racks', 'room'],
  site: ['racks', 'site'],
  zone: ['racks', 'zone'],
  rackReservation: ['racks', 'rackReservation'],
  cable: ['racks', 'cable'],
  deviceType: ['catalogue', 'deviceType'],
  component: ['catalogue', 'component'],
  part: ['stock', 'part'],
  spareShelf: ['stock', 'spareShelf'],
  stockLevel: ['stock', 'stockLevel'],
  service: ['services'],
  prefix: ['network', 'prefix'],
  ipAddress: ['network', 'ipAddress'],
  vrf: ['network', 'vrf'],
  dnsRecord: ['network', 'dnsRecord'],
  portAssignment: ['network', 'portAssignment'],
  firewallRule: ['network', 'firewallRule'],
  customField: ['settings', 'customField'],
};

/** What is looked at with the thing it belongs to. */
const BELONGING: ReadonlySet<string> = new Set(['setting', 'tag', 'customValue']);

/** A noun without a screen of its own has a plain list. */
function listPath(noun: string): readonly string[] | undefined {
  return LISTS[noun] ?? (findNoun(noun) && !BELONGING.has(noun) ? ['list', noun] : undefined);
}

/** Nouns whose rows have a page of their own. */
const PAGES: ReadonlySet<string> = new Set(['compute', 'equipment', 'rack', 'prefix']);

export function listHref(noun: string): string | null {
  const list = listPath(noun);
  return list ? hrefOf(list) : null;
}

/** Where an object is looked at, or null for what is no object. */
export function objectHref(noun: string, id: string): string | null {
  if (PAGES.has(noun)) return hrefOf([noun, id]);
  if (noun === 'savedView') return hrefOf(['view', id]);
  if (noun === 'journalEntry') return hrefOf(['journal', id]);
  const list = listPath(noun);
  return list ? hrefOf(list, { open: id }) : null;
}
