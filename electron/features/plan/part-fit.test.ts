import { beforeEach, describe, expect, it } from 'vitest';
import type { Recommendation } from '../../../shared/domain/plan-recommendation.ts';
import { temporaryWorkspace, type TemporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { aService, gb } from './testing/stated-fleet.ts';

let client: TemporaryWorkspace['client'];

const SLOTS = [
  ...['CPU1', 'CPU2'].map((name) => ({ name, kind: 'cpu' as const })),
  ...Array.from({ length: 8 }, (_, index) => ({ name: `DIMM${index}`, kind: 'dimm' as const })),
  ...['Bay 0', 'Bay 1'].map((name) => ({ name, kind: 'bay' as const })),
];

/** Two CPUs and two modules of memory, of one generation each; the older are cheaper. */
const PARTS = [
  { type: 'cpu', model: 'Old 16', specs: { cores: 16, sockets: 'LGA4189' }, listPrice: '700.00' },
  { type: 'cpu', model: 'New 16', specs: { cores: 16, sockets: 'FCLGA4677' }, listPrice: '900.00' },
  { type: 'ram', model: '32 GB DDR4-3200', specs: { capacity_gb: 32, form: 'RDIMM' }, listPrice: '90.00' },
  { type: 'ram', model: '32 GB', specs: { capacity_gb: 32, form: 'RDIMM', generation: 'DDR5' }, listPrice: '150.00' },
] as const;

beforeEach(async () => {
  ({ client } = temporaryWorkspace());
  for (const record of PARTS) await client.component.create({ record: { manufacturer: 'Acme', ...record } });
});

/** A machine with one CPU and two modules of the new generation, of a type that says nothing of sockets. */
async function aNewServer(slot: string | null): Promise<void> {
  const { id: deviceTypeId } = await client.deviceType.create({
    record: { manufacturer: 'Acme', model: 'Server', slots: SLOTS, powerWatts: 1000, listPrice: '1000.00' },
  });
  const { id: computeId } = await client.compute.create({ record: { name: 'server', deviceTypeId } });
  const fit = (componentId: string, quantity: number, into: string | null) =>
    client.componentAssignment.create({ record: { computeId, componentId, quantity, slot: into } });
  await fit('Acme New 16', 1, 'CPU1');
  await fit('Acme 32 GB', 2, slot);
}

async function offers(minSpec: { cores?: number; memory?: number }): Promise<readonly Recommendation[]> {
  const service = await aService(client, `wanted ${JSON.stringify(minSpec)}`, minSpec);
  return (await client.plan.recommend({ subject: { service } })).recommendations;
}

describe('parts that are proposed', () => {
  it('go into the free slots by name and are of the socket and generation that the machine has', async () => {
    await aNewServer('DIMM0-1');
    // 96 - 64 = 32 GB short: one module. 24 - 16 = 8 cores short: one CPU.
    expect(await offers({ cores: 24, memory: gb(96) })).toContainEqual(
      expect.objectContaining({
        kind: 'upgrade',
        price: '1050.00',
        parts: [
          expect.objectContaining({ part: 'Acme New 16', quantity: 1, slots: ['CPU2'] }),
          expect.objectContaining({ part: 'Acme 32 GB', quantity: 1, slots: ['DIMM2'] }),
        ],
      }),
    );
  });

  it('are no more than its one CPU opens: 8 / 2 = 4 slots, 2 of them taken, so 160 - 64 = 3 × 32 GB do not go in', async () => {
    await aNewServer('DIMM0-1');
    const kinds = (await offers({ memory: gb(160) })).map(({ kind }) => kind);
    expect(kinds).not.toContain('upgrade');
    expect((await offers({ memory: gb(128) })).map(({ kind }) => kind)).toContain('upgrade');
  });

  it('name no slot where what is fitted names none', async () => {
    await aNewServer(null);
    expect(await offers({ memory: gb(96) })).toContainEqual(
      expect.objectContaining({
        kind: 'upgrade',
        parts: [expect.objectContaining({ part: 'Acme 32 GB', quantity: 1, slots: [] })],
      }),
    );
  });

  it('leave the shelf alone where what lies there does not fit', async () => {
    await aNewServer('DIMM0-1');
    await client.spareShelf.create({ record: { name: 'Shelf' } });
    await client.stockLevel.create({
      record: { componentId: 'Acme 32 GB DDR4-3200', spareShelfId: 'Shelf', minimum: 0, looseUnits: 4 },
    });
    expect(await offers({ memory: gb(96) })).toContainEqual(
      expect.objectContaining({
        kind: 'upgrade',
        parts: [expect.objectContaining({ part: 'Acme 32 GB', source: 'catalogue' })],
      }),
    );
  });
});

describe('a server to buy', () => {
  it('has what machines of its type have fitted', async () => {
    await aNewServer('DIMM0-1');
    const [buy] = (await offers({ cores: 20, memory: gb(170) })).filter(({ kind }) => kind === 'buy');
    // 20 / 0.7 = 28.6: two CPUs of 16. 170 / 0.7 = 242.9 GB: eight modules of 32. 1000 + 2 · 900 + 8 · 150 = 4000
    expect(buy).toMatchObject({
      price: '4000.00',
      servers: [
        {
          offer: {
            parts: [
              { part: 'Acme New 16', quantity: 2 },
              { part: 'Acme 32 GB', quantity: 8 },
            ],
          },
        },
      ],
    });
  });

  it('holds to what its type declares, and is not offered where no CPU goes in', async () => {
    const slots = SLOTS.map((slot) => (slot.kind === 'cpu' ? { ...slot, fits: { forms: ['SP5'] } } : slot));
    await client.deviceType.create({ record: { manufacturer: 'Acme', model: 'Other', slots, powerWatts: 1000 } });
    expect((await offers({ cores: 4, memory: gb(16) })).map(({ kind }) => kind)).not.toContain('buy');
  });
});
