import type { Label } from '../../../shared/contract/locate.ts';
import { objectLink } from '../../../shared/domain/object-link.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { devicesById, holderNames, placeOf, racksWithDevices } from '../placement/service.ts';

/** The labels of devices, then of everything in the racks from the floor up, each device once. */
export function labelsOf(database: ReadDatabase, deviceIds: readonly string[], rackIds: readonly string[]): Label[] {
  const inRacks = racksWithDevices(database, rackIds).flatMap(({ machines }) =>
    machines.flatMap(({ row, children }) => [row.id, ...children.map(({ id }) => id)]),
  );
  const ids = [...new Set([...deviceIds, ...inRacks])];
  const rows = new Map(devicesById(database, ids).map(({ row }) => [row.id, row]));
  const names = holderNames(database, ids);
  return ids.flatMap((id) => {
    const row = rows.get(id);
    if (!row) return [];
    const { noun, type, deviceType, serial, assetTag, owner } = row;
    const name = names.get(id) ?? type;
    const { path, at } = placeOf(database, id);
    const place = [...path.map((step) => step.name), at].filter((part) => part !== null).join(' / ');
    const link = objectLink(noun, id);
    return [
      { id, noun, name, type, deviceType, serial, assetTag, owner, place, link, code: assetTag ?? serial ?? name },
    ];
  });
}
