import { macDigits } from '../../../shared/domain/port.ts';
import type { Match } from '../../../shared/rules/audit/model.ts';
import { readLink, scanKey } from '../../../shared/rules/audit/scan-text.ts';
import { fleetMatches, racksLabelled } from './match-repository.ts';
import type { Walk } from './walk.ts';

/** What a scanned text means: records, or a rack's label. The frozen list is asked first, the fleet as it is now last. */
export type Meaning =
  | { readonly kind: 'device'; readonly matches: readonly Match[] }
  | { readonly kind: 'rack'; readonly rackIds: readonly string[] };

export function meaningOf(walk: Walk, raw: string): Meaning {
  const expected = expectedMatches(walk, raw);
  if (expected.length > 0) return { kind: 'device', matches: expected };
  const rackIds = racksLabelled(walk.database, raw);
  if (rackIds.length > 0) return { kind: 'rack', rackIds: inScopeFirst(walk, rackIds) };
  return { kind: 'device', matches: fleetMatches(walk.database, raw) };
}

/** Whether a text means anything at all. */
export function isKnown(walk: Walk, text: string): boolean {
  const meaning = meaningOf(walk, text);
  return meaning.kind === 'rack' || meaning.matches.length > 0;
}

export function expectedMatches({ state }: Walk, raw: string): readonly Match[] {
  const link = readLink(raw);
  if (link) return state.index.device(link.id) ? [{ deviceId: link.id, partId: null, by: 'link' }] : [];
  const found = state.index.matches(scanKey(raw));
  const mac = macDigits(raw);
  if (mac === null) return found;
  const others = state.index.matches(mac).filter(({ deviceId }) => !found.some((match) => match.deviceId === deviceId));
  return [...found, ...others];
}

/** Of racks with one name, those of the audit are meant. */
function inScopeFirst({ state }: Walk, rackIds: readonly string[]): readonly string[] {
  const inScope = rackIds.filter((id) => state.index.rackByRackId.has(id));
  return inScope.length > 0 ? inScope : rackIds;
}
