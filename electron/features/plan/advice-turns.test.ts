import { beforeEach, describe, expect, it } from 'vitest';
import type { AdviceEvent, AdviceResult } from '../../../shared/contract/plan.ts';
import { refusalOf } from '../../testing/failures.ts';
import { aServer, hardwareWorkspace } from '../../testing/hardware.ts';
import type { TemporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { aService, aVps } from './testing/stated-fleet.ts';

/** Long enough for several turns on any machine: so many instances are covered by servers to buy, one number after another. */
const MANY = 100_000;

let client: TemporaryWorkspace['client'];
let web: string;

beforeEach(async () => {
  client = await hardwareWorkspace();
  const probe = await client.compute.get({ ref: await aServer(client, 'probe') });
  await client.compute.remove({ refs: ['probe'] });
  const { slots } = probe.record;
  await client.deviceType.create({
    record: { manufacturer: 'Acme', model: 'Server', slots: slots ?? [], listPrice: '1000.00' },
  });
  await client.component.bulkUpdate({ refs: ['Intel Xeon 6430'], patch: { listPrice: '2000.00' } });
  await client.component.bulkUpdate({ refs: ['Samsung M321R4GA3BB6'], patch: { listPrice: '150.00' } });
  await aVps(client, 'host', { cores: 8 });
  web = await aService(client, 'web', { cores: 1 });
});

const question = () => ({ subject: { service: web }, quantity: MANY });

async function following(
  events: AsyncIterable<AdviceEvent>,
  onFirst: () => unknown,
): Promise<{ advice: AdviceResult | null; phases: string[] }> {
  const phases: string[] = [];
  let advice: AdviceResult | null = null;
  for await (const event of events) {
    if (event.kind === 'advice') ({ advice } = event);
    else if (phases.push(event.phase) === 1) await onFirst();
  }
  return { advice, phases };
}

describe('what would help 100,000 instances', () => {
  it('is looked for in turns that say how far they are, and ends as asked for in one call', async () => {
    const { advice, phases } = await following(await client.plan.followAdvice(question()), () => undefined);
    expect(phases).toContain('buying');
    expect(advice?.outdated).toBe(false);
    // One machine of 2 × 32 cores takes 44 at 70 %: 44 / 0.7 = 62.9, 45 / 0.7 = 64.3.
    const buy = advice?.recommendations.find(({ kind }) => kind === 'buy');
    expect(buy).toMatchObject({ kind: 'buy', machines: Math.ceil(MANY / 44) });
    expect(await client.plan.recommend(question())).toEqual(advice);
    const plan = await client.plan.rank({ ...question(), rejectedLimit: 0 });
    expect(plan.recommendations).toEqual(advice?.recommendations);
  });

  it('lets others work between its turns, keeps to the fleet it began with, and says that it is outdated', async () => {
    const before = await client.plan.recommend(question());
    const { advice } = await following(await client.plan.followAdvice(question()), async () => {
      await aVps(client, 'giant', { cores: MANY });
      expect((await client.compute.list({})).total).toBe(2);
    });
    expect(advice).toEqual({ ...before, outdated: true });
    expect(await client.plan.recommend(question())).toEqual({ recommendations: [], gap: null, outdated: false });
  });

  it('is cancelled by whoever follows it', async () => {
    const stop = new AbortController();
    const events = await client.plan.followAdvice(question(), { signal: stop.signal });
    expect((await refusalOf(following(events, () => stop.abort()))).code).toBe('E_CANCELLED');
    const small = await client.plan.recommend({ subject: { service: web }, quantity: 9 });
    expect(small.recommendations.map(({ kind }) => kind)).toEqual(['relax', 'relax', 'buy']);
  });
});
