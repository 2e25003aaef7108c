import { beforeEach, describe, expect, it } from 'vitest';
import type { BatchEvent, BatchResult } from '../../../shared/contract/plan.ts';
import { refusalOf } from '../../testing/failures.ts';
import { temporaryWorkspace, type TemporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { aService, aVps } from './testing/stated-fleet.ts';

/** Long enough for several turns on any machine: so many instances are placed one by one. */
const MANY = 60_000;

let client: TemporaryWorkspace['client'];
let web: string;

beforeEach(async () => {
  ({ client } = temporaryWorkspace());
  for (const name of ['h1', 'h2', 'h3']) await aVps(client, name, { cores: MANY });
  web = await aService(client, 'web', { cores: 1 });
});

const many = () => ({ items: [{ subject: { service: web }, quantity: MANY }] });

async function following(
  events: AsyncIterable<BatchEvent>,
  onFirst: () => unknown,
): Promise<{ plan: BatchResult | null; progress: Extract<BatchEvent, { kind: 'progress' }>[] }> {
  const progress: Extract<BatchEvent, { kind: 'progress' }>[] = [];
  let plan: BatchResult | null = null;
  for await (const event of events) {
    if (event.kind === 'plan') ({ plan } = event);
    else if (progress.push(event) === 1) await onFirst();
  }
  return { plan, progress };
}

const stepsOf = ({ steps }: BatchResult) =>
  steps.map(({ candidate }) => ({ service: web, compute: candidate.computeId, allocated: candidate.allocated }));

describe('a batch of 60,000 instances', () => {
  it('tells how far it is, and ends with the same plan as asked for in one call', async () => {
    const { plan, progress } = await following(await client.plan.followBatch(many()), () => undefined);
    expect(plan).toMatchObject({ placed: MANY, feasible: true, outdated: false });
    expect(progress.length).toBeGreaterThan(0);
    for (const events of Map.groupBy(progress, ({ phase }) => phase).values()) {
      const done = events.map((event) => event.done);
      expect(done).toEqual(done.toSorted((left, right) => left - right));
    }
    expect(new Set(progress.map(({ phase, total }) => `${phase} ${total}`))).toContain(`placing ${MANY}`);
    expect(JSON.stringify(await client.plan.batch(many()))).toBe(JSON.stringify(plan));
  });

  it('lets others work between its turns, keeps to the fleet it began with, and says that it is outdated', async () => {
    const before = await client.plan.batch(many());
    const { plan } = await following(await client.plan.followBatch(many()), async () => {
      await aVps(client, 'h0', { cores: MANY });
      expect((await client.compute.list({})).total).toBe(4);
    });
    expect(plan).toEqual({ ...before, outdated: true });
    const computes = (await client.plan.batch(many())).steps.map(({ candidate }) => candidate.compute);
    // Computes of one size are filled by name, and h0 comes before h1.
    expect(computes[0]).toBe('h0');
  });

  it('is not outdated by a change that planning does not look at', async () => {
    const { plan } = await following(await client.plan.followBatch(many()), () =>
      client.prefix.create({ record: { cidr: '192.0.2.0/24' } }),
    );
    expect(plan?.outdated).toBe(false);
  });

  it('is cancelled by whoever follows it, and nothing is left of it', async () => {
    const stop = new AbortController();
    const events = await client.plan.followBatch(many(), { signal: stop.signal });
    expect((await refusalOf(following(events, () => stop.abort()))).code).toBe('E_CANCELLED');
    expect((await client.assignment.list({})).total).toBe(0);
    expect((await client.plan.batch({ items: [{ subject: { service: web }, quantity: 2 }] })).placed).toBe(2);
  });

  it('is booked whole or not at all: a cancel on the way leaves no assignment and no change', async () => {
    const steps = stepsOf(await client.plan.batch(many()));
    const groups = (await client.history.groups({})).length;
    const stop = new AbortController();
    const booking = refusalOf(client.plan.acceptBatch({ steps }, { signal: stop.signal }));
    setImmediate(() => stop.abort());
    expect((await booking).code).toBe('E_CANCELLED');
    expect((await client.assignment.list({})).total).toBe(0);
    expect((await client.history.groups({})).length).toBe(groups);
    expect(await client.plan.acceptBatch({ steps })).toMatchObject({ instances: MANY, computes: 1 });
  });
});
