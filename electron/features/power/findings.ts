import type { PowerFinding } from '../../../shared/contract/power.ts';
import { cordFindings, loadFindings } from '../../../shared/rules/power-redundancy.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { holderNames, racksWithDevices } from '../placement/service.ts';
import { graphForPower } from './service.ts';

const PASSES_ON: ReadonlySet<string> = new Set(['pdu', 'ups']);

/** What is wrong with the power of racks: cords of devices first, then loads of feeds, rack by rack. */
export function powerFindings(database: ReadDatabase, rackIds: readonly string[]): PowerFinding[] {
  const racks = racksWithDevices(database, rackIds);
  const graph = graphForPower(
    database,
    racks.reduce((sum, { machines }) => sum + machines.length, 0),
  );
  const names = new Map(racks.flatMap(({ devices }) => devices.map(({ id, name }) => [id, name] as const)));
  const nameOf = (id: string) => names.get(id) ?? holderNames(database, [id]).get(id) ?? 'a PDU';
  return racks.flatMap(({ rack, space, machines, devices }) => {
    const place = { rackId: rack.id, rack: rack.name };
    const cords = machines
      .filter(({ row }) => !PASSES_ON.has(row.type))
      .flatMap(({ device }) =>
        cordFindings(graph, device, nameOf).map((finding) => ({
          ...finding,
          ...place,
          deviceId: device.id,
          device: device.name,
        })),
      );
    const loads = loadFindings(space, devices).map((finding) => ({
      ...finding,
      ...place,
      deviceId: null,
      device: rack.name,
    }));
    return [...cords, ...loads];
  });
}
