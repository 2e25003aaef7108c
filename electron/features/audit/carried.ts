import type { CarriedView } from '../../../shared/contract/audit-schemas.ts';
import type { Carried } from '../../../shared/domain/audit-session.ts';
import type { FoundDiscrepancy } from '../../../shared/rules/audit/found-discrepancy.ts';
import type { Walk } from './walk.ts';

/** What became in this audit of the discrepancies that earlier ones carried over. */
export function carriedViews({ audit, state }: Walk, found: readonly FoundDiscrepancy[]): CarriedView[] {
  const keys = new Set(found.map(({ key }) => key));
  const lookedAt = (id: string) => {
    const rack = state.index.device(id)?.rack ?? state.index.rackByRackId.get(id);
    return state.sightings.has(id) || (rack !== undefined && state.finished.has(rack.id));
  };
  return audit.carried.map((one) => ({
    ...one,
    state: keys.has(one.discrepancy) ? 'again' : lookedAt(one.aboutId) ? 'gone' : 'open',
  }));
}

/** The earlier audit that carried this discrepancy over. */
export function carriedFrom({ audit }: Pick<Walk, 'audit'>, { key }: FoundDiscrepancy): Carried | undefined {
  return audit.carried.findLast(({ discrepancy }) => discrepancy === key);
}

/** What the next audit is told of a discrepancy by: its device, or the rack that something unknown was read in. */
export function aboutOf({ objectId, objectIds, observed }: FoundDiscrepancy): string | null {
  return objectId ?? objectIds[0] ?? observed.rackId;
}
