import { expect, test } from 'vitest';
import { columnsFingerprint } from '../../planner/columns-fingerprint.ts';
import { seededNumbers } from '../../planner/testing/seeded-numbers.ts';
import { temporaryWorkspace, type TemporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { aService, aVps, gb } from './testing/stated-fleet.ts';

/**
 * Through the whole engine: channels, change log and database. Every run takes a part, `npm run test:long` 10,000; over the
 * planner's columns alone every run takes 10,000 (planner/booking.property.test.ts).
 */
const STEPS = Number(process.env['RACKWRIGHT_BOOKINGS'] ?? 300);

type Client = TemporaryWorkspace['client'];

const random = seededNumbers(2026);
const whole = (below: number): number => Math.floor(random() * below);

async function aFleet(client: Client): Promise<string[]> {
  for (let index = 0; index < 12; index++) {
    const size = { cores: 8 + 8 * whole(6), memory: gb(32 + 32 * whole(6)), nvme: 1000 * whole(3) };
    await aVps(client, `host-${index}`, size, { tags: { zone: 'abc'[index % 3] ?? 'a' } });
  }
  const services: string[] = [];
  for (let index = 0; index < 8; index++) {
    const minSpec = { cores: 1 + whole(3), memory: gb(1 + whole(6)) };
    const maxSpec = { cores: minSpec.cores + whole(5), memory: minSpec.memory + gb(whole(8)) };
    const topologySpread = index % 4 === 0 ? [{ key: 'zone', maxSkew: 2 }] : [];
    const placement = { spreadMax: index % 3 === 0 ? 4 : 0, topologySpread };
    services.push(await aService(client, `service-${index}`, minSpec, { maxSpec, placement }));
  }
  return services;
}

/** Books one of the best candidates of a random service; false where nothing fits any more. */
async function acceptOne({ client, session }: TemporaryWorkspace, service: string): Promise<boolean> {
  const quantity = 1 + whole(2);
  const basis = random() < 0.8 ? ('max' as const) : ('min' as const);
  const question = { quantity, basis, top: 5 };
  const { candidates } = await client.plan.rank({ ...question, subject: { service }, recommend: false });
  const candidate = candidates[whole(candidates.length)];
  if (!candidate) return false;
  const { computeId, allocated } = candidate;
  await client.plan.accept({ service, compute: computeId, allocated, quantity, basis });
  const { allocated: now, free } = await client.compute.capacity({ ref: computeId });
  for (const { resource, usedAfter, total } of candidate.resources) {
    expect(now[resource]).toBe(usedAfter);
    expect(free[resource]).toBe(total - usedAfter);
  }
  const columns = session.plannerColumns();
  expect(columns.base[columns.rowOf.get(computeId) ?? -1]).toBe(candidate.utilisation);
  return true;
}

test(`what is previewed is what is booked, over ${STEPS} accepts and undos`, { timeout: 1_800_000 }, async () => {
  const workspace = temporaryWorkspace();
  workspace.session.workspace.writer?.pragma('synchronous = OFF');
  const services = await aFleet(workspace.client);
  const { client, session } = workspace;
  const states: string[] = [];
  for (let step = 0; step < STEPS; step++) {
    const undoes = states.length > 0 && random() < 0.5;
    const before = columnsFingerprint(session.plannerColumns());
    if (!undoes && (await acceptOne(workspace, services[whole(services.length)] ?? ''))) states.push(before);
    else if (states.length > 0) {
      await client.history.undo();
      expect(columnsFingerprint(session.plannerColumns())).toBe(states.pop());
    }
  }
  expect(await client.capacity.overbooked()).toEqual([]);
});
