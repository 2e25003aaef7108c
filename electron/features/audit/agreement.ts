import { takesUnit } from '../../../shared/rules/audit/model.ts';
import type { FoundDiscrepancy } from '../../../shared/rules/audit/discrepancies.ts';
import { scanKey } from '../../../shared/rules/audit/scan-text.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { statementOf } from '../../db/statements.ts';
import { fleetMatches } from './match-repository.ts';
import { recordNow, type RecordNow } from './record-now.ts';

/** Whether the record says by now what was seen, so that nothing is left to decide. */
export function agreesNow(database: ReadDatabase, found: FoundDiscrepancy): boolean {
  if (found.partId !== null) return partAgrees(database, found);
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
  if (observed.bay !== null) return now.bay === observed.bay;
  return observed.positionHalfU === null || now.parentId !== null || takesUnit(now, observed.positionHalfU);
}

function duplicateIsGone(database: ReadDatabase, { objectIds, expected }: FoundDiscrepancy): boolean {
  const key = scanKey(expected.serial ?? '');
  const bearers = objectIds.filter((id) => scanKey(recordNow(database, id)?.serial ?? '') === key);
  return bearers.length < 2;
}

const HOLDER = `
  SELECT fitted.compute_id AS computeId FROM part
  LEFT JOIN component_assignment AS fitted ON fitted.id = part.component_assignment_id WHERE part.id = ?`;

function partAgrees(database: ReadDatabase, { partId, kind, expected, observed }: FoundDiscrepancy): boolean {
  const row = statementOf(database, HOLDER).get(partId) as { computeId: string | null } | undefined;
  const holder = row?.computeId ?? null;
  return kind === 'missing' ? holder !== expected.inDeviceId : holder === observed.inDeviceId;
}
