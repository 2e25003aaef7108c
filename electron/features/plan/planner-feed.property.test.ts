import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bitsAgree, columnsFingerprint } from '../../planner/columns-fingerprint.ts';
import { buildColumns } from '../../planner/columns-change.ts';
import { failureIn } from '../../testing/failures.ts';
import { operationOn, perform } from '../../testing/operations.ts';
import { temporaryWorkspace, type TemporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { CapacityReader } from '../capacity/repository.ts';
import { plannerAssignments, plannerComputes } from './fleet-repository.ts';

/** What the planner's columns and the capacity of computes are made of. */
const operation = operationOn([
  ...(['compute', 'compute', 'compute', 'assignment', 'assignment', 'assignment', 'componentAssignment'] as const),
  ...(['componentAssignment', 'component', 'placement', 'placement', 'tag', 'tag', 'service', 'flavor'] as const),
  ...(['site', 'room', 'row', 'rack', 'equipment', 'deviceType', 'zone'] as const),
]);

const step = fc.oneof(
  { weight: 6, arbitrary: operation },
  { weight: 1, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
);

async function take(workspace: TemporaryWorkspace, next: typeof step extends fc.Arbitrary<infer Step> ? Step : never) {
  if (next !== 'undo' && next !== 'redo') return perform(workspace, next);
  try {
    await workspace.client.history[next]();
  } catch (error) {
    expect(failureIn(error).code).toMatch(/^E_NOTHING_TO_/);
  }
  return true;
}

/** Every row of the capacity table beside what its parts and bookings add up to, read anew. */
function capacities({ session: { read } }: TemporaryWorkspace): { kept: unknown; added: unknown } {
  const kept = read.prepare<[], Record<string, number | string>>('SELECT * FROM capacity ORDER BY compute_id').all();
  const ids = read.prepare<[], string>('SELECT id FROM compute ORDER BY id').pluck().all();
  const reader = new CapacityReader(read);
  const added = ids.map((id) => {
    const { cores, memory, vram, nvme, gpu, estimatedDrawWatts, weightGrams } = reader.totals(id);
    const { allocated, services } = reader.booked(id);
    const booked = Object.entries(allocated).map(([key, amount]) => [`${key}_allocated`, amount] as const);
    return {
      compute_id: id,
      cores,
      memory,
      vram,
      nvme,
      gpu,
      ...Object.fromEntries(booked),
      services,
      draw_watts: estimatedDrawWatts,
      weight_grams: weightGrams,
    };
  });
  return { kept, added };
}

function agrees(workspace: TemporaryWorkspace): void {
  const { session } = workspace;
  const kept = session.plannerColumns();
  const built = buildColumns(plannerComputes(session.read), plannerAssignments(session.read));
  expect(columnsFingerprint(kept)).toBe(columnsFingerprint(built));
  expect(bitsAgree(kept)).toBe(true);
  const { kept: rows, added } = capacities(workspace);
  expect(rows).toEqual(added);
}

test('after any edits and undos, the columns and the capacities are what they would be if made anew', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 120 }), async (steps) => {
      const workspace = temporaryWorkspace();
      workspace.session.workspace.writer?.pragma('synchronous = OFF');
      agrees(workspace);
      for (const [index, next] of steps.entries()) {
        await take(workspace, next);
        if (index % 5 === 0) agrees(workspace);
      }
      agrees(workspace);
    }),
    { numRuns: 12 },
  );
}, 120_000);

test('the sample datacenter, edited at random, keeps columns and capacities true', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 60, maxLength: 60 }), async (steps) => {
      const workspace = temporaryWorkspace();
      workspace.session.workspace.writer?.pragma('synchronous = OFF');
      agrees(workspace);
      await workspace.client.workspace.addSample();
      agrees(workspace);
      for (const next of steps) await take(workspace, next);
      agrees(workspace);
    }),
    { numRuns: 3 },
  );
}, 120_000);
