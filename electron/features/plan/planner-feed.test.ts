import { expect, test } from 'vitest';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import { buildColumns } from '../../planner/columns-change.ts';
import { columnsFingerprint } from '../../planner/columns-fingerprint.ts';
import { plant } from '../../testing/plant.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';
import type { Session } from '../../session/session.ts';
import { updateRow } from '../object/service.ts';
import { plannerAssignments, plannerComputes } from './fleet-repository.ts';

function kept(session: Session): string {
  return columnsFingerprint(session.plannerColumns());
}

function builtAnew({ read }: Session): string {
  return columnsFingerprint(buildColumns(plannerComputes(read), plannerAssignments(read)));
}

test.each(['equipment', 'compute'] as const)('blades move with their chassis, also one that is %s', async (noun) => {
  const { client, session } = temporaryWorkspace();
  const deviceTypeId = await plant(client, 'deviceType', {
    subdeviceRole: 'parent',
    templates: { 'device-bays': [{ name: '1' }] },
  });
  const chassis = await plant(client, noun, { ...(noun === 'equipment' ? { type: 'chassis' } : {}), deviceTypeId });
  const [first, second] = [await plant(client, 'rack', { name: 'R1' }), await plant(client, 'rack', { name: 'R2' })];
  const placement = await plant(client, 'placement', { objectId: chassis, rackId: first });
  const bladeType = await plant(client, 'deviceType', { subdeviceRole: 'child', heightHalfU: 0 });
  const blade = await plant(client, 'compute', { name: 'blade-1', deviceTypeId: bladeType });
  await client.placement.create({ record: { objectId: blade, parentId: chassis, bay: '1', heightHalfU: 0 } });
  expect(kept(session)).toBe(builtAnew(session));
  expect(kept(session)).toContain('"R1"');

  await client.placement.bulkUpdate({ refs: [placement], patch: { rackId: second } });
  expect(kept(session)).toBe(builtAnew(session));
  expect(kept(session)).not.toContain('"R1"');
  await client.history.undo();
  expect(kept(session)).toBe(builtAnew(session));
});

test('columns first asked for while a long command writes are true after it', async () => {
  const { client, session } = temporaryWorkspace();
  const id = await plant(client, 'compute', { name: 'web-1', statedCores: 4 });
  const pause = Promise.withResolvers<void>();
  const command = session.write({ kind: 'import', label: 'Slow' }, async (write) => {
    updateRow(write, session.rules, definitionOf('compute'), id, { name: 'web-2' });
    await pause.promise;
    updateRow(write, session.rules, definitionOf('compute'), id, { statedCores: 8 });
  });
  await Promise.resolve();
  expect(kept(session)).toContain('web-1');
  pause.resolve();
  await command;
  expect(kept(session)).toContain('web-2');
  expect(kept(session)).toBe(builtAnew(session));
});

test('a compute that comes and goes in one command leaves nothing behind', async () => {
  const { client, session } = temporaryWorkspace();
  const service = await plant(client, 'service');
  const computeId = await plant(client, 'compute', { name: 'web-1' });
  const booked = await plant(client, 'assignment', { serviceId: service, computeId });
  expect(kept(session)).toContain('web-1');
  await client.assignment.remove({ refs: [booked] });
  await client.compute.remove({ refs: [computeId] });
  for (const step of ['undo', 'undo', 'undo', 'undo', 'redo', 'redo', 'redo', 'redo'] as const) {
    await client.history[step]();
    expect(kept(session)).toBe(builtAnew(session));
  }
});
