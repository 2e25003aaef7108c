import fc from 'fast-check';
import { expect, test } from 'vitest';
import { failureIn } from '../../testing/failures.ts';
import type { TemporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { BEFORE, NAMES, places, withServers } from './testing/servers.ts';

const device = fc.constantFrom(...NAMES);
const target = fc.record({ device, rack: fc.constantFrom('rack101', 'rack102'), positionHalfU: fc.nat({ max: 12 }) });
const directions = fc.constantFrom('up' as const, 'down' as const);

type Rack = TemporaryWorkspace['client']['rack'];
type Step = (rack: Rack) => Promise<{ groupId: number | null }>;

const step: fc.Arbitrary<Step> = fc.oneof(
  target.map(
    (move): Step =>
      (rack) =>
        rack.move({ moves: [move] }),
  ),
  fc.tuple(device, device).map(
    ([first, second]): Step =>
      (rack) =>
        rack.swap({ first, second }),
  ),
  fc.tuple(target, directions).map(
    ([shift, direction]): Step =>
      (rack) =>
        rack.shift({ ...shift, direction }),
  ),
);

/** 1 when the step changed something; refused ones are refused for a reason that the fit rule knows. */
async function carriedOut(rack: Rack, made: Step): Promise<number> {
  try {
    return (await made(rack)).groupId === null ? 0 : 1;
  } catch (error) {
    expect(failureIn(error).code).toMatch(/^E_(RU_TAKEN|RU_RANGE|INCOHERENT)$/);
    return 0;
  }
}

test('whatever is moved, no two devices share a place, and undoing every change is identity', async () => {
  const workspace = await withServers();
  const { client } = workspace;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      let done = 0;
      for (const made of steps) {
        done += await carriedOut(client.rack, made);
        for (const ref of ['rack101', 'rack102']) expect((await client.rack.elevation({ ref })).misfits).toEqual([]);
      }
      for (; done > 0; done -= 1) await client.history.undo();
      expect(await places(workspace)).toEqual(BEFORE);
    }),
    { numRuns: 25 },
  );
});
