import type { ExpectedDevice } from '../../../shared/domain/audit-rack.ts';
import type { AuditLevel } from '../../../shared/domain/audit-words.ts';
import { bayName } from '../../../shared/rules/bay-name.ts';
import { rackUnitLabel } from '../../../shared/rules/rack-units.ts';
import type { Rack } from '../../../shared/domain/rack.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { holderNames } from '../placement/service.ts';
import { racksToWalk } from '../rack/service.ts';
import {
  devicesToAudit,
  macsToAudit,
  partsToAudit,
  rackAround,
  unnumberedToAudit,
  type DeviceRow,
  type PartRow,
  type UnnumberedUnit,
} from './expected-repository.ts';
import { ONE_UNIT_HALF_U, rackOf } from './rack-words.ts';
import type { ResolvedScope } from './scope.ts';

/** A rack of an audit before it is written. */
export interface FrozenRack {
  readonly rackId: string | null;
  readonly name: string;
  readonly path: string;
  readonly expected: readonly ExpectedDevice[];
}

interface Facts {
  /** Of devices without a name of their own, and of chassis. */
  readonly names: ReadonlyMap<string, string>;
  readonly parts: ReadonlyMap<string, readonly PartRow[]>;
  readonly unnumbered: ReadonlyMap<string, readonly UnnumberedUnit[]>;
  readonly macs: ReadonlyMap<string, readonly string[]>;
}

/** What is recorded of a scope just now, rack by rack in walking order; devices in no rack come last. */
export function frozenRacks(
  database: ReadDatabase,
  { rackIds, deviceIds }: ResolvedScope,
  level: AuditLevel,
): FrozenRack[] {
  const rows = devicesToAudit(database, deviceIds);
  const facts = factsOf(database, rows, level);
  const byRack = Map.groupBy(rows, (row) => row.rackId ?? rackAround(database, row.id));
  const wanted = rackIds === null ? null : new Set(rackIds);
  const walked = racksToWalk(database)
    .filter(({ id }) => wanted?.has(id) ?? byRack.has(id))
    .map((place) => {
      const rack = rackOf(database, place.id);
      const expected = (byRack.get(place.id) ?? []).map((row) => expectedDevice(row, rack, facts));
      return {
        rackId: place.id,
        name: rack?.name ?? '',
        path: pathOf(place),
        expected: expected.toSorted(fromTheFloorUp),
      };
    });
  const nowhere = (byRack.get(null) ?? []).map((row) => expectedDevice(row, undefined, facts));
  if (nowhere.length === 0) return walked;
  return [...walked, { rackId: null, name: 'In no rack', path: '', expected: nowhere }];
}

function factsOf(database: ReadDatabase, rows: readonly DeviceRow[], level: AuditLevel): Facts {
  const ids = rows.map(({ id }) => id);
  const called = rows.flatMap(({ id, name, parentId }) => [
    ...(name === null ? [id] : []),
    ...(parentId === null ? [] : [parentId]),
  ]);
  return {
    names: holderNames(database, called),
    parts: level === 'serial' ? partsToAudit(database, ids) : new Map<string, readonly PartRow[]>(),
    unnumbered: level === 'serial' ? unnumberedToAudit(database, ids) : new Map<string, readonly UnnumberedUnit[]>(),
    macs: macsToAudit(database, ids),
  };
}

function expectedDevice(row: DeviceRow, rack: Rack | undefined, facts: Facts): ExpectedDevice {
  const { names, parts, macs } = facts;
  const unnumbered = facts.unnumbered.get(row.id);
  const { id, noun, deviceType, serial, assetTag, positionHalfU, parentId, bay } = row;
  return {
    id,
    noun,
    name: row.name ?? names.get(id) ?? row.type,
    deviceType,
    serial,
    assetTag,
    macs: [...(macs.get(id) ?? [])],
    positionHalfU,
    heightHalfU: row.heightHalfU ?? ONE_UNIT_HALF_U,
    face: row.face ?? 'both',
    parentId,
    bay,
    at: atText(row, rack, names),
    parts: (parts.get(id) ?? []).map((part) => ({
      id: part.id,
      componentId: part.componentId,
      component: part.component,
      serial: part.serial,
      assetTag: part.assetTag,
      slot: part.slot,
    })),
    ...(unnumbered ? { unnumbered: [...unnumbered] } : {}),
  };
}

function atText(row: DeviceRow, rack: Rack | undefined, names: ReadonlyMap<string, string>): string {
  if (row.parentId !== null) {
    const chassis = names.get(row.parentId) ?? 'a chassis';
    return row.bay === null ? `on ${chassis}` : `${bayName(row.bay)} of ${chassis}`;
  }
  if (row.side !== null) return `${row.side} side`;
  if (!rack || row.positionHalfU === null) return '';
  return rackUnitLabel(rack, row.positionHalfU, row.heightHalfU ?? ONE_UNIT_HALF_U);
}

function pathOf({ site, room, row }: { site: string; room: string; row: string | null }): string {
  return [site, room, ...(row === null ? [] : [row])].join(' / ');
}

/** What is on a side first, then by unit; what sits in bays after the racks' own devices. */
function fromTheFloorUp(left: ExpectedDevice, right: ExpectedDevice): number {
  const inBays = Number(left.parentId !== null) - Number(right.parentId !== null);
  const height = (left.positionHalfU ?? -1) - (right.positionHalfU ?? -1);
  return inBays || height || (left.bay ?? '').localeCompare(right.bay ?? '', 'en', { numeric: true });
}
