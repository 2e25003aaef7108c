import { describe, expect, test } from 'vitest';
import { refusalOf } from '../../testing/failures.ts';
import { plant } from '../../testing/plant.ts';
import { temporaryWorkspace, type TemporaryWorkspace } from '../../testing/temporary-workspace.ts';

type Client = TemporaryWorkspace['client'];

/** A compute of 16 cores and 64 GB that runs nothing, and a service that takes 2 to 4 cores. */
async function shop(): Promise<{ client: Client; serviceId: string; computeId: string }> {
  const { client } = temporaryWorkspace();
  const computeId = await plant(client, 'compute', { name: 'web-1', statedCores: 16, statedMemoryMb: 65_536 });
  const serviceId = await plant(client, 'service', { name: 'Shop', minSpec: { cores: 2 }, maxSpec: { cores: 4 } });
  return { client, serviceId, computeId };
}

async function rulesOf(client: Client, placement: object): Promise<void> {
  const { version } = await client.service.get({ ref: 'Shop' });
  await client.service.update({
    ref: 'Shop',
    version,
    patch: { placement: { affinity: [], antiAffinity: [], spreadMax: 0, topologySpread: [], ...placement } },
  });
}

describe('capacity', () => {
  test('is held in the transaction that books: what is free goes, what is not is refused', async () => {
    const { client, serviceId, computeId } = await shop();
    const booked = await plant(client, 'assignment', { serviceId, computeId, quantity: 4, allocated: { cores: 4 } });
    expect((await client.compute.capacity({ ref: computeId })).free).toMatchObject({ cores: 16 - 4 * 4 });

    const other = await plant(client, 'service', { name: 'Blog', minSpec: { cores: 1 } });
    const refusal = await refusalOf(
      client.assignment.create({ record: { serviceId: other, computeId, allocated: { cores: 1 } } }),
    );
    expect(refusal).toMatchObject({
      code: 'E_CAPACITY',
      fields: [{ path: 'allocated.cores', value: 1, allowed: 'at most 0' }],
    });
    expect(refusal.message).toContain('web-1 has 0 cores');
    await client.assignment.bulkUpdate({ refs: [booked], patch: { quantity: 3 } });
    await client.assignment.create({ record: { serviceId: other, computeId, allocated: { cores: 1 } } });
    // 16 − 3 × 4 − 1 × 1
    expect((await client.compute.capacity({ ref: computeId })).free).toMatchObject({ cores: 3 });
  });

  test('of a growing assignment counts what it already holds', async () => {
    const { client, serviceId, computeId } = await shop();
    const booked = await plant(client, 'assignment', { serviceId, computeId, quantity: 4, allocated: { cores: 3 } });
    await client.assignment.bulkUpdate({ refs: [booked], patch: { allocated: { cores: 4 } } });
    const refusal = await refusalOf(client.assignment.bulkUpdate({ refs: [booked], patch: { quantity: 5 } }));
    expect(refusal.code).toBe('E_CAPACITY');
    expect(refusal.fields).toMatchObject([{ value: 5 * 4, allowed: 'at most 16' }]);
  });

  test('set aside with a reason keeps the reason, and shrinking is always allowed', async () => {
    const { client, serviceId, computeId } = await shop();
    const booked = await plant(client, 'assignment', {
      serviceId,
      computeId,
      quantity: 10,
      allocated: { cores: 4 },
      overrideReason: 'Only for the move',
    });
    expect((await client.compute.capacity({ ref: computeId })).free).toMatchObject({ cores: 16 - 10 * 4 });
    await client.assignment.bulkUpdate({ refs: [booked], patch: { overrideReason: null, quantity: 9 } });
    expect((await client.compute.services({ ref: computeId }))[0]).toMatchObject({ quantity: 9, overrideReason: null });
  });
});

test('a reason on record covers what it was given for: a change that grows needs its own', async () => {
  const { client, serviceId, computeId } = await shop();
  const record = { serviceId, computeId, quantity: 5, allocated: { cores: 4 }, overrideReason: 'Only for the move' };
  const booked = await plant(client, 'assignment', record);
  const change = (patch: Record<string, unknown>) => client.assignment.bulkUpdate({ refs: [booked], patch });
  const refusal = await refusalOf(change({ quantity: 6 }));
  expect(refusal).toMatchObject({ code: 'E_CAPACITY', fields: [{ value: 6 * 4, allowed: 'at most 16' }] });
  expect(refusal.message).toContain('An override needs a reason given with it.');
  await change({ notes: 'looked at', quantity: 5 });
  await change({ quantity: 6, overrideReason: 'Until the new rack stands' });
  await change({ quantity: 3 });
  // 4 × 4 = 16 cores are there: this fits, and the reason of before stays as what was said then.
  await change({ quantity: 4 });
  expect((await client.compute.services({ ref: computeId }))[0]).toMatchObject({
    quantity: 4,
    overrideReason: 'Until the new rack stands',
  });
});

test('a reason of nothing but spaces is no reason', async () => {
  const { client, serviceId, computeId } = await shop();
  await client.compute.bulkUpdate({ refs: [computeId], patch: { state: 'maintenance' } });
  for (const overrideReason of ['', '   ']) {
    const record = { serviceId, computeId, allocated: { cores: 2 }, overrideReason };
    const { fields } = await refusalOf(client.assignment.create({ record }));
    expect(fields).toMatchObject([{ value: overrideReason }]);
  }
  const many = { service: serviceId, computes: [computeId], overrideReason: '  ' };
  expect((await refusalOf(client.assignment.toMany(many))).fields).toMatchObject([{ path: 'overrideReason' }]);
  expect((await client.assignment.list({})).total).toBe(0);
});

describe('what is allocated', () => {
  test('lies between the minimum and the maximum of the service', async () => {
    const { client, serviceId, computeId } = await shop();
    for (const cores of [1, 5]) {
      const refusal = await refusalOf(
        client.assignment.create({ record: { serviceId, computeId, allocated: { cores } } }),
      );
      expect(refusal).toMatchObject({
        code: 'E_FORMAT',
        message: `Allocated cores must be 2 to 4, as Shop asks; ${cores} was given.`,
        fields: [{ path: 'allocated.cores', value: cores, allowed: '2 to 4' }],
      });
    }
  });

  test('a key that the maximum leaves out takes its minimum, one that both leave out nothing', async () => {
    const { client, computeId } = await shop();
    const serviceId = await plant(client, 'service', {
      name: 'Blog',
      minSpec: { memory: 1024 },
      maxSpec: { cores: 2 },
    });
    const refusal = await refusalOf(
      client.assignment.create({ record: { serviceId, computeId, allocated: { memory: 2048, gpu: 1 } } }),
    );
    expect(refusal.fields?.map(({ message }) => message)).toEqual([
      'Allocated memory must be 1024 to 1024, as Blog asks; 2048 was given.',
      'Allocated gpus must be 0 to 0, as Blog asks; 1 was given.',
    ]);
    await client.assignment.create({ record: { serviceId, computeId, allocated: { memory: 1024, cores: 2 } } });
  });

  test('is judged when it is written, not when the notes are', async () => {
    const { client, serviceId, computeId } = await shop();
    const booked = await plant(client, 'assignment', { serviceId, computeId, allocated: { cores: 2 } });
    await client.service.bulkUpdate({ refs: ['Shop'], patch: { minSpec: { cores: 3 } } });
    await client.assignment.bulkUpdate({ refs: [booked], patch: { notes: 'Grows next week' } });
    expect((await client.assignment.get({ ref: booked })).record.notes).toBe('Grows next week');
  });
});

describe('state and placement rules', () => {
  test.each(['inactive', 'maintenance'] as const)('a compute that is %s takes nothing new', async (state) => {
    const { client, serviceId, computeId } = await shop();
    await client.compute.bulkUpdate({ refs: [computeId], patch: { state } });
    const refusal = await refusalOf(
      client.assignment.create({ record: { serviceId, computeId, allocated: { cores: 2 } } }),
    );
    expect(refusal).toEqual({
      code: 'E_STATE',
      message: `web-1 is ${state}; only active computes take new assignments. An override needs a reason given with it.`,
    });
  });

  test('affinity and anti-affinity read tags of the compute and of its place', async () => {
    const { client, serviceId, computeId } = await shop();
    const record = { serviceId, computeId, allocated: { cores: 2 } };
    await rulesOf(client, { affinity: [{ matchLabels: { env: 'live' }, matchExpressions: [] }] });
    expect((await refusalOf(client.assignment.create({ record }))).message).toBe(
      'web-1 does not match affinity rule 1 of Shop. An override needs a reason given with it.',
    );
    await client.compute.bulkUpdate({ refs: [computeId], patch: {}, tags: { env: 'live' } });
    await rulesOf(client, { antiAffinity: [{ matchLabels: { '@type': 'baremetal' }, matchExpressions: [] }] });
    expect(await refusalOf(client.assignment.create({ record }))).toMatchObject({
      code: 'E_PLACEMENT',
      message: 'web-1 matches anti-affinity rule 1 of Shop. An override needs a reason given with it.',
    });
    await rulesOf(client, { affinity: [{ matchLabels: { env: 'live' }, matchExpressions: [] }] });
    await client.assignment.create({ record });
  });

  test('a spread counts quantities', async () => {
    const { client, serviceId, computeId } = await shop();
    await rulesOf(client, { spreadMax: 2 });
    const booked = await plant(client, 'assignment', { serviceId, computeId, quantity: 2, allocated: { cores: 2 } });
    const refusal = await refusalOf(client.assignment.bulkUpdate({ refs: [booked], patch: { quantity: 3 } }));
    expect(refusal).toMatchObject({
      code: 'E_PLACEMENT',
      message:
        'Shop may run at most 2 times on one compute; 3 were asked for on web-1. An override needs a reason given with it.',
    });
  });
});
