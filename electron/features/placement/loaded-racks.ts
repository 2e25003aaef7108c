import type { Rack } from '../../../shared/domain/rack.ts';
import type { RackDevice, RackSpace } from '../../../shared/rules/rack-model.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { feedsOfDevices } from '../power/service.ts';
import { deviceName, rackDevice } from './machine-facts.ts';
import { machinesById, machinesInBays, machinesInRacks, type MachineRow } from './machine-rows.ts';
import { findRack, placeLabel, rackSpace, reservationsOf, type ReservationRow } from './rack-rows.ts';

/** A device of a rack: its row, what sits in its bays, and what the fit rule sees of it. */
export interface LoadedMachine {
  readonly row: MachineRow;
  readonly device: RackDevice;
  readonly children: readonly MachineRow[];
}

export interface LoadedRack {
  readonly rack: Rack;
  readonly space: RackSpace;
  readonly reservations: readonly ReservationRow[];
  readonly machines: readonly LoadedMachine[];
  /** The devices of `machines`, as the rules take them. */
  readonly devices: readonly RackDevice[];
}

function machinesOf(
  database: ReadDatabase,
  rows: readonly MachineRow[],
  nameOf: (row: MachineRow) => string,
): LoadedMachine[] {
  const ids = rows.map(({ id }) => id);
  const children = Map.groupBy(machinesInBays(database, ids), ({ parentId }) => parentId ?? '');
  const feeds = feedsOfDevices(database, ids);
  return rows.map((row) => {
    const inside = children.get(row.id) ?? [];
    return { row, children: inside, device: rackDevice(row, nameOf(row), inside, feeds.get(row.id) ?? []) };
  });
}

/** The racks with everything that the fit rule needs, in the order of `rackIds`; ids of no rack are left out. */
export function loadRacks(database: ReadDatabase, rackIds: readonly string[]): LoadedRack[] {
  const racks = rackIds.flatMap((id) => findRack(database, id) ?? []);
  const byId = new Map(racks.map((rack) => [rack.id, rack]));
  const reservations = reservationsOf(database, rackIds);
  const machines = machinesOf(database, machinesInRacks(database, rackIds), (row) => {
    const rack = byId.get(row.rackId ?? '');
    return deviceName(row, rack ? placeLabel(rack, row) : null);
  });
  const byRack = Map.groupBy(machines, ({ row }) => row.rackId ?? '');
  return racks.map((rack) => {
    const held = reservations.get(rack.id) ?? [];
    const inRack = byRack.get(rack.id) ?? [];
    const devices = inRack.map(({ device }) => device);
    return { rack, space: rackSpace(rack, held), reservations: held, machines: inRack, devices };
  });
}

/** Devices wherever they are, or are not yet. */
export function loadMachines(database: ReadDatabase, ids: readonly string[]): LoadedMachine[] {
  return machinesOf(database, machinesById(database, ids), (row) => deviceName(row, null));
}
