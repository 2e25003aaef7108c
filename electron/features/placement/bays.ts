import { fail } from '../../../shared/contract/failure.ts';
import type { Placement } from '../../../shared/domain/placement.ts';
import { checkBayFit } from '../../../shared/rules/bay-fit.ts';
import type { FitProblem, RackDevice } from '../../../shared/rules/rack-model.ts';
import { bayPlace, checkMoves } from '../../../shared/rules/rack-moves.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { loadMachines, loadRacks, type LoadedMachine } from './loaded-racks.ts';
import { machineNames } from './where.ts';

/** Refuses a bay that the fit rule of bays refuses, and a chassis inside itself. */
export function refuseUnfitBay(database: ReadDatabase, placement: Placement, parentId: string): void {
  refuseCycle(database, placement.objectId, parentId);
  const [parent] = loadMachines(database, [parentId]);
  const [machine] = loadMachines(database, [placement.objectId]);
  if (!parent || !machine) return fail('E_NOT_FOUND', 'The chassis or the device is not there.');
  const { bay } = placement;
  // What stands on a shelf stands in no bay.
  if (parent.row.type === 'shelf' && parent.device.bays?.length === 0 && bay === null) return;
  const [first] = bayProblems(database, parent, { ...machine.device, parentId, bay });
  if (!first) return;
  const { code, message, occupantId } = first;
  const fields = [{ path: 'bay', message, value: bay }];
  fail(code, message, { fields, ...(occupantId === undefined ? {} : { details: { occupantId } }) });
}

/** In a rack, the weight and power of the rack count as well. */
function bayProblems(
  database: ReadDatabase,
  { row, device }: LoadedMachine,
  candidate: RackDevice,
): readonly FitProblem[] {
  const [loaded] = row.rackId === null ? [] : loadRacks(database, [row.rackId]);
  const name = machineNames(database, [row.id]).get(row.id) ?? device.name;
  if (!loaded) return checkBayFit({ ...device, name }, candidate).problems;
  const to = bayPlace(loaded.rack.id, row.id, candidate.bay ?? '', candidate);
  const moves = [{ deviceId: candidate.id, from: null, to }];
  return checkMoves([{ rack: loaded.space, devices: loaded.devices }], moves, { arriving: [candidate] }).problems;
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
