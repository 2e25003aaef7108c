import fc from 'fast-check';
import { expect, test } from 'vitest';
import { failureIn } from '../../testing/failures.ts';
import { imported } from '../csv/testing/files.ts';
import { temporaryWorkspace, type TemporaryWorkspace } from '../../testing/temporary-workspace.ts';

const COMPUTES = ['a', 'b'] as const;
const ADDRESSES = ['10.0.0.1', '10.0.0.2', '2001:db8::1'] as const;

const step = fc.oneof(
  fc.record({
    kind: fc.constant('assign' as const),
    compute: fc.constantFrom(...COMPUTES),
    address: fc.constantFrom(...ADDRESSES),
    primary: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('release' as const), address: fc.constantFrom(...ADDRESSES), forget: fc.boolean() }),
  fc.record({
    kind: fc.constant('record' as const),
    address: fc.constantFrom(...ADDRESSES),
    state: fc.constantFrom('available', 'assigned', 'reserved'),
    shared: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('set state' as const),
    address: fc.constantFrom(...ADDRESSES),
    state: fc.constantFrom('available', 'assigned', 'reserved'),
  }),
  fc.record({
    kind: fc.constant('give out' as const),
    compute: fc.option(fc.constantFrom(...COMPUTES)),
    count: fc.integer({ min: 1, max: 2 }),
  }),
  fc.record({ kind: fc.constant('swap address' as const), at: fc.nat(3), address: fc.constantFrom(...ADDRESSES) }),
  fc.record({ kind: fc.constant('swap compute' as const), at: fc.nat(3), compute: fc.constantFrom(...COMPUTES) }),
  fc.record({ kind: fc.constant('unassign' as const), at: fc.nat(3) }),
  fc.record({ kind: fc.constant('delete address' as const), address: fc.constantFrom(...ADDRESSES) }),
  fc.record({
    kind: fc.constant('import' as const),
    rows: fc.array(fc.tuple(fc.constantFrom(...ADDRESSES), fc.constantFrom('available', 'assigned', 'reserved', '')), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
  fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }),
  fc.record({ kind: fc.constant('revert' as const), back: fc.nat(4) }),
  fc.record({ kind: fc.constantFrom('delete compute' as const, 'make compute' as const) }),
);

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** What is done to the assignments that are there. */
async function takeAssigned({ client }: TemporaryWorkspace, action: Extract<Step, { at: number }>): Promise<unknown> {
  const { items } = await client.ipAssignment.list({});
  const id = items[action.at % Math.max(1, items.length)]?.record.id;
  if (id === undefined) return null;
  if (action.kind === 'unassign') return client.ipAssignment.remove({ refs: [id] });
  const patch = action.kind === 'swap address' ? { ipAddressId: action.address } : { computeId: action.compute };
  return client.ipAssignment.bulkUpdate({ refs: [id], patch });
}

async function take(workspace: TemporaryWorkspace, action: Step): Promise<unknown> {
  const { client } = workspace;
  if ('at' in action) return takeAssigned(workspace, action);
  if (action.kind === 'set state')
    return client.ipAddress.bulkUpdate({ refs: [action.address], patch: { state: action.state } });
  if (action.kind === 'give out')
    return client.network.allocate({
      prefix: '10.0.0.0/29',
      count: action.count,
      ...(action.compute === null ? {} : { compute: action.compute }),
    });
  if (action.kind === 'delete address') return client.ipAddress.remove({ refs: [action.address] });
  if (action.kind === 'import') {
    const lines = action.rows.map(([address, state]) => `${address},${state}`);
    return imported(client, { noun: 'ipAddress', text: ['address,state', ...lines].join('\n') });
  }
  if (action.kind === 'assign')
    return client.ipAssignment.upsert({
      record: { computeId: action.compute, ipAddressId: action.address, isPrimary: action.primary },
    });
  if (action.kind === 'release') return client.network.release({ address: action.address, forget: action.forget });
  if (action.kind === 'record') {
    const { kind: _kind, ...record } = action;
    return client.ipAddress.upsert({ record });
  }
  if (action.kind === 'undo') return client.history.undo();
  if (action.kind === 'delete compute') return client.compute.remove({ refs: ['b'] });
  if (action.kind === 'make compute') return client.compute.create({ record: { name: 'b' } });
  if (action.kind !== 'revert') return client.history.redo();
  const groups = await client.history.groups({ limit: 10 });
  const group = groups[action.back];
  return group && client.history.revert({ id: group.id });
}

/** Addresses whose state does not say whether some compute has them, and computes with two primary addresses. */
function liars({ session }: TemporaryWorkspace): unknown[] {
  return session.read
    .prepare(
      `SELECT address FROM ip_address WHERE (state = 'assigned') <>
         EXISTS (SELECT 1 FROM ip_assignment WHERE ip_address_id = ip_address.id)
       UNION ALL SELECT compute_id FROM ip_assignment WHERE is_primary = 1 GROUP BY compute_id HAVING count(*) > 1
       UNION ALL SELECT ip_address_id FROM ip_assignment JOIN ip_address ON ip_address.id = ip_address_id
         WHERE shared = 0 GROUP BY ip_address_id HAVING count(*) > 1`,
    )
    .all();
}

test('whatever is done, undone and reverted, the state of an address says whether a compute has it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const workspace = temporaryWorkspace();
      await workspace.client.compute.create({ record: { name: 'a' } });
      await workspace.client.prefix.create({ record: { cidr: '10.0.0.0/29' } });
      for (const action of steps) {
        // A refusal is an answer; anything else failureIn throws on.
        await take(workspace, action).catch((error: unknown) => failureIn(error));
        expect(liars(workspace)).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});
