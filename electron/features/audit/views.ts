import type {
  AuditDeviceState,
  AuditRackDevice,
  AuditSummary,
  WalkRack,
} from '../../../shared/contract/audit-schemas.ts';
import type { AuditTickRack } from '../../../shared/contract/audit-report.ts';
import { verdictOf } from '../../../shared/rules/audit/device-verdict.ts';
import type { ExpectedDevice, ExpectedRack } from '../../../shared/rules/audit/model.ts';
import { observedValue } from '../../../shared/rules/audit/found-discrepancy.ts';
import { seenPlaceText } from './discrepancy-words.ts';
import { scopeText } from './scope.ts';
import type { Walk } from './walk.ts';

export function summaryOf(walk: Walk): AuditSummary {
  const { audit, state, database } = walk;
  const { id, name, level, status, scope, signedAt, signedBy, secondPerson, notes } = audit;
  return {
    id,
    name,
    level,
    status,
    scope,
    signedAt,
    signedBy,
    secondPerson,
    notes,
    auditor: audit.auditor ?? '',
    scopeText: scopeText(database, scope),
    startedAt: audit.startedAt ?? '',
    lastObservedAt: state.observations.at(-1)?.at ?? null,
    progress: state.tally.ofAll(state.finished),
    racks: state.index.racks.length,
    racksFinished: state.finished.size,
    carriedIn: audit.carried.length,
  };
}

export function walkRackOf({ state }: Walk, rack: ExpectedRack): WalkRack {
  const finished = state.finished.has(rack.id);
  const { id, rackId, name, path } = rack;
  const current = rackId !== null && state.place.rackId === rackId;
  return { id, rackId, name, path, finished, current, progress: state.tally.ofRack(rack, finished) };
}

/** The first rack after this one in the walk that is not finished; from the beginning again at the end. */
export function nextRack(walk: Walk, from: ExpectedRack): WalkRack | null {
  const open = walk.state.index.racks.filter(({ id }) => !walk.state.finished.has(id));
  const next = open.find(({ ordinal }) => ordinal > from.ordinal) ?? open[0];
  return next ? walkRackOf(walk, next) : null;
}

/** Where an expected device stands in the audit. */
export function deviceStateOf(walk: Walk, rack: ExpectedRack, device: ExpectedDevice): AuditRackDevice {
  const { state } = walk;
  const sightings = state.sightings.get(device.id) ?? [];
  const verdict = verdictOf(state, { device, rack });
  const elsewhere = verdict.kind === 'moved' || verdict.kind === 'wrong-slot' || verdict.kind === 'twice';
  return {
    ...device,
    state: stateOf(verdict.kind, state.finished.has(rack.id)),
    seenAt: sightings.at(-1)?.at ?? null,
    seenPlace: elsewhere ? seenPlaceText(walk, observedValue(sightings)) : null,
    partsSeen: device.parts.flatMap(({ id }) => (state.partSightings.has(id) ? [id] : [])),
  };
}

function stateOf(verdict: ReturnType<typeof verdictOf>['kind'], finished: boolean): AuditDeviceState {
  if (verdict === 'unseen') return finished ? 'missing' : 'unseen';
  if (verdict === 'here') return 'seen';
  return verdict === 'wrong-slot' ? 'wrong-slot' : 'moved';
}

export function rackViewOf(walk: Walk, rack: ExpectedRack) {
  const extras = walk.state.extras.get(rack.rackId) ?? [];
  return {
    ...walkRackOf(walk, rack),
    devices: rack.expected.map((device) => deviceStateOf(walk, rack, device)),
    extras: extras.map((seen) => ({
      observationId: seen.id,
      class: seen.class ?? ('unknown' as const),
      name: seen.called ?? seen.raw.trim(),
      objectId: seen.objectId,
      positionHalfU: seen.positionHalfU,
      recordedAt: seen.recordedAt,
    })),
  };
}

/** A rack's lines for a paper round, from the top down as one reads them. */
export function tickRackOf({ state }: Walk, rack: ExpectedRack): AuditTickRack {
  return {
    id: rack.id,
    rackId: rack.rackId,
    name: rack.name,
    path: rack.path,
    link: rack.rackId === null ? null : `rackwright://rack/${rack.rackId}`,
    devices: rack.expected.toReversed().map(({ id, noun, name, deviceType, serial, assetTag, at }) => ({
      id,
      name,
      deviceType,
      serial,
      assetTag,
      at,
      link: `rackwright://${noun}/${id}`,
      seen: state.sightings.has(id),
    })),
  };
}
