import type { DraftOf } from '../../shared/domain/noun.ts';
import type { component } from '../../shared/domain/component.ts';
import type { compute } from '../../shared/domain/compute.ts';
import type { Slot } from '../../shared/domain/slot.ts';
import { temporaryWorkspace, type TemporaryWorkspace } from './temporary-workspace.ts';

/** The channels of a workspace of the running test. */
export type TestClient = TemporaryWorkspace['client'];

/** Two CPU sockets, eight DIMM slots, four drive bays and two PSU bays. */
export const SERVER_SLOTS: Slot[] = [
  ...['CPU1', 'CPU2'].map((name) => ({ name, kind: 'cpu' as const })),
  ...Array.from({ length: 8 }, (_, index) => ({ name: `DIMM${index}`, kind: 'dimm' as const })),
  ...Array.from({ length: 4 }, (_, index) => ({ name: `Bay ${index}`, kind: 'bay' as const })),
  ...['PSU1', 'PSU2'].map((name) => ({ name, kind: 'psu' as const })),
];

type ComponentDraft = DraftOf<typeof component>;

const CATALOGUE: readonly ComponentDraft[] = [
  { type: 'cpu', manufacturer: 'Intel', model: 'Xeon 6430', specs: { cores: 32, threads: 64 } },
  { type: 'ram', manufacturer: 'Samsung', model: 'M321R4GA3BB6', specs: { capacity_gb: 32 } },
  { type: 'storage', manufacturer: 'Samsung', model: 'PM9A3', specs: { capacity_gb: 960, type: 'nvme' } },
  { type: 'storage', manufacturer: 'Kioxia', model: 'CD8', specs: { capacity_gb: 1920, type: 'nvme' } },
  { type: 'psu', manufacturer: 'Delta', model: 'DPS-800', specs: { watts: 800 } },
];

/** A workspace with a small catalogue; its names: Intel Xeon 6430, Samsung M321R4GA3BB6, Samsung PM9A3, Kioxia CD8, Delta DPS-800. */
export async function hardwareWorkspace(): Promise<TestClient> {
  const { client } = temporaryWorkspace();
  await catalogue(client);
  return client;
}

/** Enters the small catalogue. */
export async function catalogue(client: TestClient): Promise<void> {
  for (const record of CATALOGUE) await client.component.create({ record });
}

/** A compute with SERVER_SLOTS, or with the fields given. */
export async function aServer(
  client: TestClient,
  name: string,
  fields: Partial<DraftOf<typeof compute>> = { slots: SERVER_SLOTS },
): Promise<string> {
  return (await client.compute.create({ record: { name, ...fields } })).id;
}
