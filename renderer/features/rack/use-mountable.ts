import { useQuery } from '@tanstack/react-query';
import type { Mounted } from '../../../shared/contract/rack.ts';
import type { RackDevice } from '../../../shared/rules/rack-model.ts';
import { api, client } from '../../bridge/client.ts';
import { deviceOf } from './rack-model.ts';

const HEIGHT_WITHOUT_TYPE_HALF_U = 2;

async function machine(id: string) {
  const asCompute = await client.compute.get({ ref: id }).catch(() => null);
  return asCompute ?? (await client.equipment.get({ ref: id }));
}

/** A device with the size its type gives it: what the fit rule needs to know. Null while it is not known. */
export function useMountable(id: string, already: Mounted | undefined): RackDevice | null {
  const found = useQuery({
    queryKey: [['compute', 'machine'], { input: id }],
    queryFn: () => machine(id),
    enabled: id !== '' && !already,
  }).data;
  const typeId = found?.record.deviceTypeId ?? '';
  const type = useQuery({
    ...api.deviceType.get.queryOptions({ input: { ref: typeId } }),
    enabled: typeId !== '',
  }).data;
  if (already) return deviceOf(already);
  if (!found || (typeId !== '' && !type)) return null;
  const record = type?.record;
  return {
    id: found.record.id,
    name: found.name,
    heightHalfU: record?.heightHalfU ?? HEIGHT_WITHOUT_TYPE_HALF_U,
    positionHalfU: null,
    face: record?.fullDepth === false ? 'front' : 'both',
    depthMm: record?.depthMm,
    powerWatts: record?.powerWatts,
    weightGrams: record?.weightGrams,
  };
}
