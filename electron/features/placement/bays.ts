import { fail } from '../../../shared/contract/failure.ts';
import type { Placement } from '../../../shared/domain/placement.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { machinesById, machinesInBays } from './machine-rows.ts';
import { machineNames } from './where.ts';

/** The bays that the type of a chassis declares, in its order. */
export function declaredBays(bays: string | null): string[] {
  if (bays === null) return [];
  const entries: unknown = JSON.parse(bays);
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: unknown) => {
    const name: unknown = typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'name') : null;
    return typeof name === 'string' ? [name] : [];
  });
}

/** Refuses a bay that the chassis does not have, one that is taken (naming the occupant), and a chassis inside itself. */
export function refuseUnfitBay(database: ReadDatabase, placement: Placement, parentId: string): void {
  refuseCycle(database, placement.objectId, parentId);
  const [parent] = machinesById(database, [parentId]);
  const chassis = machineNames(database, [parentId]).get(parentId) ?? 'the chassis';
  const bays = declaredBays(parent?.bays ?? null);
  const { bay } = placement;
  // What stands on a shelf stands in no bay.
  if (parent?.type === 'shelf' && bays.length === 0 && bay === null) return;
  if (bays.length === 0) fail('E_INCOHERENT', `${chassis} has no bays; its device type declares none.`);
  if (bay === null || !bays.includes(bay)) {
    const message = `${chassis} has no bay "${bay ?? ''}"; allowed are ${bays.join(', ')}.`;
    fail('E_INCOHERENT', message, { fields: [{ path: 'bay', message, value: bay, allowed: bays.join(', ') }] });
  }
  const occupant = machinesInBays(database, [parentId]).find(
    (child) => child.bay === bay && child.id !== placement.objectId,
  );
  if (!occupant) return;
  const name = machineNames(database, [occupant.id]).get(occupant.id) ?? 'another device';
  const message = `Bay ${bay} of ${chassis} is taken by ${name}.`;
  fail('E_RU_TAKEN', message, { fields: [{ path: 'bay', message, value: bay }], details: { occupantId: occupant.id } });
}

function refuseCycle(database: ReadDatabase, objectId: string, parentId: string): void {
  const parentOf = database
    .prepare<[string], string | null>('SELECT parent_id FROM placement WHERE object_id = ?')
    .pluck();
  const seen = new Set<string>();
  for (
    let current: string | null | undefined = parentId;
    current && !seen.has(current);
    current = parentOf.get(current)
  ) {
    if (current === objectId) {
      const message = 'A device cannot be in a bay of itself, nor of a chassis that it holds.';
      fail('E_CYCLE', message, { fields: [{ path: 'parentId', message }] });
    }
    seen.add(current);
  }
}
