import { partsRead } from '../../../shared/rules/audit/duplicate-options.ts';
import type { FoundDiscrepancy } from '../../../shared/rules/audit/found-discrepancy.ts';
import { isSame, takesUnit } from '../../../shared/rules/audit/model.ts';
import { scanKey } from '../../../shared/rules/audit/scan-text.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { fleetMatches } from './match-repository.ts';
import { partNow } from './part-words.ts';
import { recordNow, type RecordNow } from './record-now.ts';

/** Whether the record says by now what was seen, so that nothing is left to decide. */
export function agreesNow(database: ReadDatabase, found: FoundDiscrepancy): boolean {
  if (found.about === 'part') return partAgrees(database, found);
  if (found.kind === 'unknown') return fleetMatches(database, found.name).length > 0;
  if (found.objectId === null) return duplicateIsGone(database, found);
  const now = recordNow(database, found.objectId);
  switch (found.kind) {
    case 'missing':
      return now === undefined || now.rackId !== found.expected.rackId || isOutOfUse(now);
    case 'changed-serial':
      return scanKey(now?.serial ?? '') === scanKey(found.observed.serial ?? '');
    case 'moved':
    case 'wrong-slot':
      return now !== undefined && isWhereSeen(now, found);
    case 'duplicate-serial':
      return now === undefined;
  }
}

/** A device in no rack is marked missing by its state alone. */
function isOutOfUse({ rackId, record }: RecordNow): boolean {
  return rackId === null && record['state'] === 'inactive';
}

function isWhereSeen(now: RecordNow, { observed }: FoundDiscrepancy): boolean {
  if (now.rackId !== observed.rackId) return false;
  if (observed.bay !== null)
    return isSame(now.bay, observed.bay) && (observed.inDeviceId === null || now.parentId === observed.inDeviceId);
  return observed.positionHalfU === null || now.parentId !== null || takesUnit(now, observed.positionHalfU);
}

function duplicateIsGone(database: ReadDatabase, { objectIds, expected }: FoundDiscrepancy): boolean {
  const key = scanKey(expected.serial ?? '');
  const bearers = objectIds.filter((id) => scanKey(recordNow(database, id)?.serial ?? '') === key);
  return bearers.length < 2;
}

function partAgrees(database: ReadDatabase, found: FoundDiscrepancy): boolean {
  const { partId, kind, expected, observed } = found;
  const now = partId === null ? undefined : partNow(database, partId);
  switch (kind) {
    case 'unknown':
      return isFitted(database, found);
    case 'changed-serial':
      return now?.computeId !== expected.inDeviceId && isFitted(database, found);
    case 'missing':
      return now?.computeId !== expected.inDeviceId;
    case 'moved':
    case 'wrong-slot':
      return now?.computeId === observed.inDeviceId && (observed.bay === null || isSame(now.slot, observed.bay));
    case 'duplicate-serial':
      return partId === null ? partNumberIsSettled(database, found) : now === undefined;
  }
}

function partNumberIsSettled(database: ReadDatabase, found: FoundDiscrepancy): boolean {
  const key = scanKey(found.expected.serial ?? '');
  const bearers = partsRead(found).filter((id) => scanKey(partNow(database, id)?.serial ?? '') === key);
  return bearers.length < 2;
}

/** Whether a part with the number that was read is recorded where it was read. */
function isFitted(database: ReadDatabase, { observed }: FoundDiscrepancy): boolean {
  return fleetMatches(database, observed.serial ?? '').some(
    ({ partId, deviceId }) => partId !== null && deviceId === observed.inDeviceId,
  );
}
