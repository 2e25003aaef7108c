import type { AuditDiscrepancy } from '../../../shared/contract/audit-schemas.ts';
import type { AuditResolution } from '../../../shared/domain/audit-resolution.ts';
import type { DecisionOptions } from '../../../shared/rules/audit/decision-options.ts';
import { findDiscrepancies } from '../../../shared/rules/audit/discrepancies.ts';
import type { AuditedValue, FoundDiscrepancy } from '../../../shared/rules/audit/found-discrepancy.ts';
import { decisionOptions } from '../../../shared/rules/audit/options.ts';
import { partsRead } from '../../../shared/rules/audit/duplicate-options.ts';
import { partOptions } from '../../../shared/rules/audit/part-options.ts';
import { isSame, takesUnit } from '../../../shared/rules/audit/model.ts';
import { scanKey } from '../../../shared/rules/audit/scan-text.ts';
import { positionOfUnit, rackUnitNumber } from '../../../shared/rules/rack-units.ts';
import { baysOf, holderNames, racksWithDevices } from '../placement/service.ts';
import { agreesNow } from './agreement.ts';
import { carriedFrom } from './carried.ts';
import { deviceWords } from './device-words.ts';
import { discrepancyText, expectedText, observedText } from './discrepancy-words.ts';
import { proposalText } from './outcome-words.ts';
import { partNow, partPlaceText } from './part-words.ts';
import { ONE_UNIT_HALF_U, placeText, rackOf } from './rack-words.ts';
import { recordNow, type RecordNow } from './record-now.ts';
import { resolutionsOfSession } from './repository.ts';
import type { Walk } from './walk.ts';

/** A discrepancy with what may be decided about it, what was decided, and what the record says by now. */
export interface Reconciled {
  readonly found: FoundDiscrepancy;
  readonly options: DecisionOptions;
  readonly resolution: AuditResolution | undefined;
  /** A decision that cannot be written as the record stands: nothing is decided by it. */
  readonly refused: AuditResolution | undefined;
  readonly agrees: boolean;
}

export function reconciledOf(walk: Walk): Reconciled[] {
  const resolutions = new Map(resolutionsOfSession(walk.database, walk.audit.id).map((row) => [row.discrepancy, row]));
  const discrepancies = findDiscrepancies(walk.state);
  const racks = racksAt(walk, discrepancies);
  return discrepancies.map((found) => {
    const noted = resolutions.get(found.key);
    const isRefused = noted !== undefined && noted.refusal !== null;
    return {
      found,
      options: optionsOf(walk, racks, found),
      resolution: isRefused ? undefined : noted,
      refused: isRefused ? noted : undefined,
      agrees: agreesNow(walk.database, found),
    };
  });
}

/** Nothing is left to decide: somebody did, or the record agrees by itself. */
export function isSettled({ resolution, agrees }: Reconciled): boolean {
  return resolution !== undefined || agrees;
}

function optionsOf({ state, database }: Walk, racks: RacksAt, found: FoundDiscrepancy): DecisionOptions {
  if (found.about === 'part') return partOptions(found, state);
  const recorded = state.index.device(found.objectId ?? '');
  const device = recorded?.device;
  const now = device || found.objectId === null ? undefined : recordNow(database, found.objectId);
  const heightHalfU = device?.heightHalfU ?? (now?.placement ? now.heightHalfU : ONE_UNIT_HALF_U);
  return decisionOptions(found, {
    inBay: (device?.parentId ?? now?.parentId ?? null) !== null,
    onSide: heightHalfU === 0,
    positionHalfU: ownPosition(database, found.observed, heightHalfU),
    chassisThere: chassisAt(database, racks, found),
    recorded,
  });
}

type RacksAt = ReadonlyMap<string, ReturnType<typeof racksWithDevices>[number]>;

/** The racks in which units were read, as they are recorded, by their ids. */
function racksAt({ database }: Walk, discrepancies: readonly FoundDiscrepancy[]): RacksAt {
  const ids = discrepancies.flatMap(({ about, observed: { rackId, positionHalfU } }) =>
    about === 'part' || rackId === null || positionHalfU === null ? [] : [rackId],
  );
  return new Map(racksWithDevices(database, [...new Set(ids)]).map((loaded) => [loaded.rack.id, loaded]));
}

/** The chassis that is recorded at the observed unit; null: none, or no unit was read. */
function chassisAt(
  database: Walk['database'],
  racks: RacksAt,
  { observed, objectId }: FoundDiscrepancy,
): string | null {
  const { rackId, positionHalfU } = observed;
  if (rackId === null || positionHalfU === null) return null;
  const there = racks.get(rackId)?.devices.find((device) => takesUnit(device, positionHalfU));
  return there && there.id !== objectId && baysOf(database, there.id).length > 0 ? there.id : null;
}

/** An observed unit is one unit high; the lower edge of a higher device that starts at it may be another. */
function ownPosition(
  database: Walk['database'],
  { rackId, positionHalfU }: AuditedValue,
  heightHalfU: number,
): number | null {
  const rack = rackId === null ? undefined : rackOf(database, rackId);
  if (!rack || positionHalfU === null) return positionHalfU;
  return positionOfUnit(rack, rackUnitNumber(rack, positionHalfU, ONE_UNIT_HALF_U), heightHalfU);
}

export function discrepancyView(
  walk: Walk,
  { found, options, resolution, refused, agrees }: Reconciled,
): AuditDiscrepancy {
  const { key, kind, about, objectId, partId, name, expected, observed } = found;
  const words = objectId === null ? null : deviceWords(walk, objectId);
  const from = carriedFrom(walk, found) ?? null;
  return {
    key,
    kind,
    about,
    objectId,
    partId,
    name,
    device: words?.name ?? null,
    noun: words?.noun ?? null,
    message: discrepancyText(walk, found),
    expected: value(expected, expectedText(walk, found)),
    observed: value(observed, observedText(walk, found)),
    ...(about === 'part' ? partRecordNow(walk, found) : deviceRecordNow(walk, found)),
    agreesNow: agrees,
    observations: found.observations.map(({ id }) => id),
    objectIds: [...found.objectIds],
    decisions: [...options.decisions],
    proposal: options.accepts === null ? null : proposalText(walk, found, options),
    target: options.target,
    names: targetNames(walk, options, kind === 'duplicate-serial' ? found.objectIds : []),
    needs: [...options.needs],
    carriedFrom: from && {
      session: from.session,
      reason: from.reason,
      decidedBy: from.decidedBy,
      decidedAt: from.decidedAt,
    },
    resolution: resolution
      ? {
          decision: resolution.decision,
          reason: resolution.reason,
          target: resolution.target,
          decidedBy: resolution.decidedBy ?? '',
          decidedAt: resolution.decidedAt ?? '',
          appliedAt: resolution.appliedAt,
          outcome: resolution.outcome,
        }
      : null,
    refusal: refused ? { decision: refused.decision, message: refused.refusal ?? '' } : null,
  };
}

/** Names of what the target refers to, and of the records that bear one number. */
function targetNames(
  { database }: Walk,
  { target }: DecisionOptions,
  objectIds: readonly string[],
): Record<string, string> {
  const { rack, chassis, compute, component, keeper } = target;
  const ids = [rack, chassis, compute, component, keeper, ...objectIds].filter((ref) => ref !== undefined);
  return ids.length === 0 ? {} : Object.fromEntries(holderNames(database, ids));
}

function value({ rackId, positionHalfU, serial }: AuditedValue, text: string): AuditDiscrepancy['expected'] {
  return { text, rackId, positionHalfU, serial };
}

type RecordNowView = Pick<AuditDiscrepancy, 'now' | 'changedSince'>;

function deviceRecordNow({ state, database }: Walk, found: FoundDiscrepancy): RecordNowView {
  const { objectId, expected } = found;
  if (objectId === null && found.kind === 'duplicate-serial') return bearersNow(database, found);
  const record = objectId === null ? undefined : recordNow(database, objectId);
  const device = objectId === null ? undefined : state.index.device(objectId)?.device;
  const changed = device !== undefined && changedSince(found, record);
  if (record === undefined) return { now: null, changedSince: changed };
  const text = isAboutSerial(found)
    ? (record.serial ?? '')
    : placeText(database, record, device?.heightHalfU ?? ONE_UNIT_HALF_U);
  const { rackId, positionHalfU, bay, serial } = record;
  return { now: value({ ...expected, rackId, positionHalfU, bay, serial }, text), changedSince: changed };
}

/** A record that bore the number no longer does, or is gone, since the audit began. */
function bearersNow(database: Walk['database'], { objectIds, expected }: FoundDiscrepancy): RecordNowView {
  return numbersNow(
    expected,
    objectIds.map((id) => recordNow(database, id)),
  );
}

function numbersNow(
  expected: AuditedValue,
  records: readonly ({ readonly serial: string | null } | undefined)[],
): RecordNowView {
  const key = scanKey(expected.serial ?? '');
  const texts = records.map((record) => (record ? (record.serial ?? 'no serial number') : 'deleted'));
  return {
    now: value(expected, texts.join(', ')),
    changedSince: records.some((record) => scanKey(record?.serial ?? '') !== key),
  };
}

/** A part is elsewhere than it was, in another slot, or gone from the record, since the audit began. */
function partRecordNow({ state, database }: Walk, found: FoundDiscrepancy): RecordNowView {
  const { partId, expected } = found;
  if (partId === null && found.kind === 'duplicate-serial')
    return numbersNow(
      expected,
      partsRead(found).map((id) => partNow(database, id)),
    );
  const now = partId === null ? undefined : partNow(database, partId);
  const frozen = partId !== null && state.index.part(partId) !== undefined;
  const same = now?.computeId === expected.inDeviceId && isSame(now?.slot ?? null, expected.bay);
  return {
    now: now ? value({ ...expected, serial: now.serial }, partPlaceText(now)) : null,
    changedSince: frozen && !same,
  };
}

function isAboutSerial({ kind }: FoundDiscrepancy): boolean {
  return kind === 'changed-serial' || kind === 'duplicate-serial';
}

function changedSince(found: FoundDiscrepancy, record: RecordNow | undefined): boolean {
  const { expected } = found;
  if (record === undefined) return true;
  if (isAboutSerial(found)) return record.serial !== expected.serial;
  return (
    record.rackId !== expected.rackId ||
    record.positionHalfU !== expected.positionHalfU ||
    record.bay !== expected.bay ||
    record.parentId !== expected.inDeviceId
  );
}
