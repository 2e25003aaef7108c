import type { AuditDiscrepancy } from '../../../shared/contract/audit-schemas.ts';
import type { AuditResolution } from '../../../shared/domain/audit-resolution.ts';
import {
  findDiscrepancies,
  type AuditedValue,
  type FoundDiscrepancy,
} from '../../../shared/rules/audit/discrepancies.ts';
import { decisionOptions, type DecisionOptions } from '../../../shared/rules/audit/options.ts';
import { positionOfUnit, rackUnitNumber } from '../../../shared/rules/rack-units.ts';
import { agreesNow } from './agreement.ts';
import { deviceWords } from './device-words.ts';
import { proposalText } from './outcome-words.ts';
import { ONE_UNIT_HALF_U, placeText, rackOf } from './rack-words.ts';
import { recordNow, type RecordNow } from './record-now.ts';
import { resolutionsOfSession } from './repository.ts';
import type { Walk } from './walk.ts';

/** A discrepancy with what may be decided about it, what was decided, and what the record says by now. */
export interface Reconciled {
  readonly found: FoundDiscrepancy;
  readonly options: DecisionOptions;
  readonly resolution: AuditResolution | undefined;
  readonly agrees: boolean;
}

export function reconciledOf(walk: Walk): Reconciled[] {
  const resolutions = new Map(resolutionsOfSession(walk.database, walk.audit.id).map((row) => [row.discrepancy, row]));
  return findDiscrepancies(walk.state).map((found) => ({
    found,
    options: optionsOf(walk, found),
    resolution: resolutions.get(found.key),
    agrees: agreesNow(walk.database, found),
  }));
}

/** Nothing is left to decide: somebody did, or the record agrees by itself. */
export function isSettled({ resolution, agrees }: Reconciled): boolean {
  return resolution !== undefined || agrees;
}

function optionsOf({ state, database }: Walk, found: FoundDiscrepancy): DecisionOptions {
  const device = found.objectId === null ? undefined : state.index.device(found.objectId)?.device;
  const now = device || found.objectId === null ? undefined : recordNow(database, found.objectId);
  const heightHalfU = device?.heightHalfU ?? (now?.placement ? now.heightHalfU : ONE_UNIT_HALF_U);
  return decisionOptions(found, {
    inBay: (device?.parentId ?? now?.parentId ?? null) !== null,
    onSide: heightHalfU === 0,
    positionHalfU: ownPosition(database, found.observed, heightHalfU),
  });
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

export function discrepancyView(walk: Walk, { found, options, resolution, agrees }: Reconciled): AuditDiscrepancy {
  const { database, state } = walk;
  const { key, kind, objectId, partId, name } = found;
  const words = objectId === null ? null : deviceWords(walk, objectId);
  const record = objectId === null ? undefined : recordNow(database, objectId);
  const height = (objectId === null ? undefined : state.index.device(objectId)?.device.heightHalfU) ?? ONE_UNIT_HALF_U;
  const value = (side: AuditedValue, text: string) => ({
    text,
    rackId: side.rackId,
    positionHalfU: side.positionHalfU,
    serial: side.serial,
  });
  const expectedText = recordedText(walk, found);
  const observedText = seenText(walk, found);
  const nowValue = record === undefined || objectId === null ? null : { ...found.expected, ...pick(record) };
  return {
    key,
    kind,
    objectId,
    partId,
    name,
    noun: words?.noun ?? null,
    message: messageOf(walk, found, expectedText, observedText),
    expected: value(found.expected, expectedText),
    observed: value(found.observed, observedText),
    now:
      nowValue &&
      value(nowValue, isAboutSerial(found) ? (nowValue.serial ?? '') : placeText(database, nowValue, height)),
    changedSince: state.index.device(objectId ?? '') !== undefined && changedSince(found, record),
    agreesNow: agrees,
    observations: found.observations.map(({ id }) => id),
    objectIds: [...found.objectIds],
    decisions: [...options.decisions],
    proposal: options.accepts === null ? null : proposalText(walk, found, options),
    target: options.target,
    needs: [...options.needs],
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
  };
}

function pick({ rackId, positionHalfU, bay, serial }: RecordNow) {
  return { rackId, positionHalfU, bay, serial };
}

function isAboutSerial({ kind }: FoundDiscrepancy): boolean {
  return kind === 'changed-serial' || kind === 'duplicate-serial';
}

function changedSince(found: FoundDiscrepancy, record: RecordNow | undefined): boolean {
  const { expected } = found;
  if (found.partId !== null) return false;
  if (record === undefined) return true;
  if (isAboutSerial(found)) return record.serial !== expected.serial;
  return (
    record.rackId !== expected.rackId || record.positionHalfU !== expected.positionHalfU || record.bay !== expected.bay
  );
}

function recordedText(walk: Walk, found: FoundDiscrepancy): string {
  if (found.partId !== null) return deviceWords(walk, found.expected.inDeviceId ?? '')?.name ?? '';
  if (isAboutSerial(found)) return found.expected.serial ?? '';
  const place = found.objectId === null ? undefined : walk.state.index.device(found.objectId);
  if (!place) return found.observations[0]?.recordedAt ?? '';
  return [place.rack.rackId === null ? '' : place.rack.name, place.device.at].filter((part) => part !== '').join(' ');
}

function seenText(walk: Walk, found: FoundDiscrepancy): string {
  const { observed, observations } = found;
  if (found.partId !== null) return deviceWords(walk, observed.inDeviceId ?? '')?.name ?? '';
  if (found.kind === 'changed-serial') return observed.serial ?? '';
  if (found.kind === 'missing') return '';
  const places = found.kind === 'duplicate-serial' ? observations : [observed];
  return [...new Set(places.map((place) => placeText(walk.database, place)))].filter((text) => text !== '').join(', ');
}

function messageOf(walk: Walk, found: FoundDiscrepancy, expected: string, observed: string): string {
  const { name, kind, partId, objectId, objectIds } = found;
  const recorded = expected === '' ? 'nowhere' : `at ${expected}`;
  if (partId !== null)
    return kind === 'missing'
      ? `${name} is recorded in ${expected} and was not read there.`
      : `${name} is recorded in ${expected} and was read in ${observed}.`;
  switch (kind) {
    case 'moved':
    case 'wrong-slot':
      return `${name} is recorded ${recorded} and was seen at ${observed}.`;
    case 'missing':
      return `${name} is recorded ${recorded} and was not seen.`;
    case 'unknown':
      return `"${name}" was read${observed === '' ? '' : ` at ${observed}`}, and nothing recorded fits it.`;
    case 'changed-serial':
      return `${name} bears ${observed}; recorded is ${expected === '' ? 'no serial number' : expected}.`;
    case 'duplicate-serial': {
      if (objectId !== null) return `${name} was seen in several places: ${observed}.`;
      const names = objectIds.map((id) => deviceWords(walk, id)?.name ?? 'a device');
      return `The serial number ${name} is recorded on ${names.join(' and ')}.`;
    }
  }
}
