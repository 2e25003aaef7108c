import type { ResourceSpec } from '../../../../shared/domain/service.ts';
import type { TemporaryWorkspace } from '../../../testing/temporary-workspace.ts';

type Client = TemporaryWorkspace['client'];

export const gb = (amount: number): number => amount * 1024;

interface StatedCompute {
  readonly state?: 'active' | 'inactive' | 'maintenance';
  readonly tags?: Record<string, string>;
  readonly owner?: string;
}

/** A VPS of a stated size: its capacity needs no parts. */
export async function aVps(
  client: Client,
  name: string,
  size: ResourceSpec,
  rest: StatedCompute = {},
): Promise<string> {
  const { tags = {}, ...fields } = rest;
  const record = {
    name,
    type: 'vps' as const,
    statedCores: size.cores ?? 0,
    statedMemoryMb: size.memory ?? 0,
    statedNvmeGb: size.nvme ?? 0,
    ...fields,
  };
  return (await client.compute.create({ record, tags })).id;
}

/** A service asking for this and no more, under these rules. */
export async function aService(
  client: Client,
  name: string,
  minSpec: ResourceSpec,
  rest: { maxSpec?: ResourceSpec; placement?: unknown } = {},
): Promise<string> {
  return (await client.service.create({ record: { name, minSpec, ...rest } })).id;
}

/** So many instances of a service on a compute, as a person would book them by form. */
export function booked(client: Client, serviceId: string, computeId: string, allocated: ResourceSpec, quantity = 1) {
  return client.assignment.create({ record: { serviceId, computeId, quantity, allocated } });
}
