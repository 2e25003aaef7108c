import { fail } from '../../../shared/contract/failure.ts';
import type { Placement } from '../../../shared/domain/placement.ts';
import { checkRackFit } from '../../../shared/rules/rack-fit.ts';
import type { RackDevice } from '../../../shared/rules/rack-model.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { StoredRecord } from '../../db/record-codec.ts';
import type { NounRule } from '../../session/noun-rules.ts';
import { deviceFacts, findRack, mountedIn, rackDevices, rackSpace } from '../rack/repository.ts';

/** A device is in one place, and the place takes it: the fit rule of drag preview and forms decides here too. */
export const placementRule: NounRule = {
  beforeWrite: (context, _before, after) => {
    const placement = after as unknown as Placement;
    if (placement.rackId !== null && placement.parentId !== null)
      fail('E_INCOHERENT', 'A device is either in a rack or in a chassis bay, not in both.');
    if (placement.rackId !== null) refuseMisfit(context.database, placement.rackId, placement);
    else if (placement.parentId !== null) refuseTakenBay(context.database, placement, placement.parentId);
    else fail('E_REQUIRED', 'A placement needs a rack or a chassis.');
  },
};

function refuseMisfit(database: ReadDatabase, rackId: string, placement: Placement): void {
  const rack = findRack(database, rackId) ?? fail('E_NOT_FOUND', 'The rack is not there.');
  const fit = checkRackFit(
    rackSpace(rack),
    rackDevices(mountedIn(database, rackId)),
    candidateDevice(database, placement),
    {
      today: new Date().toISOString().slice(0, 10),
    },
  );
  const [first] = fit.problems;
  if (!first) return;
  const fields = fit.problems.map((problem) => ({
    path: problem.aspect === 'position' ? 'positionHalfU' : problem.aspect,
    message: problem.message,
  }));
  fail(first.code, first.message, {
    fields,
    ...(first.occupantId ? { details: { occupantId: first.occupantId } } : {}),
  });
}

/** The device of a placement as the fit rule sees it. */
export function candidateDevice(database: ReadDatabase, placement: Omit<Placement, 'id'>): RackDevice {
  const facts = deviceFacts(database, placement.objectId);
  return {
    id: placement.objectId,
    name: facts?.name ?? facts?.type ?? 'device',
    positionHalfU: placement.positionHalfU,
    heightHalfU: placement.heightHalfU,
    face: placement.face,
    widthParts: placement.widthParts,
    widthOffset: placement.widthOffset,
    widthSpan: placement.widthSpan,
    side: placement.side,
    depthMm: facts?.depthMm ?? null,
    weightGrams: facts?.weightGrams ?? null,
    powerWatts: facts?.powerWatts ?? null,
  };
}

function refuseTakenBay(database: ReadDatabase, placement: Placement, parentId: string): void {
  if (parentId === placement.objectId) fail('E_CYCLE', 'A device cannot be in a bay of itself.');
  const occupant = database
    .prepare<[string, string | null, string], string | null>(
      `SELECT ifnull(object.name, 'a device without a name') FROM placement JOIN object ON object.id = placement.object_id
       WHERE placement.parent_id = ? AND placement.bay IS ? AND placement.object_id <> ?`,
    )
    .pluck()
    .get(parentId, placement.bay, placement.objectId);
  if (occupant)
    fail('E_RU_TAKEN', `Bay ${placement.bay ?? ''} is taken by ${occupant}.`, {
      fields: [{ path: 'bay', message: `Taken by ${occupant}.` }],
    });
}

/** The placement row of a device, if it has one. */
export function placementRecord(database: ReadDatabase, objectId: string): StoredRecord | undefined {
  return database.prepare<[string], StoredRecord>('SELECT id FROM placement WHERE object_id = ?').get(objectId);
}
