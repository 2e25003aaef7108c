import fc from 'fast-check';
import { expect, test } from 'vitest';
import { failureIn } from '../../testing/failures.ts';
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
  fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }),
  fc.record({ kind: fc.constant('revert' as const), back: fc.nat(4) }),
  fc.record({ kind: fc.constantFrom('delete compute' as const, 'make compute' as const) }),
);

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

async function take({ client }: TemporaryWorkspace, action: Step): Promise<unknown> {
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
      for (const action of steps) {
        // A refusal is an answer; anything else failureIn throws on.
        await take(workspace, action).catch((error: unknown) => failureIn(error));
        expect(liars(workspace)).toEqual([]);
      }
    }),
    { numRuns: 40 },
  );
});
