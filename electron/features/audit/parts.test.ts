import { beforeEach, describe, expect, test } from 'vitest';
import { catalogue, SERVER_SLOTS } from '../../testing/hardware.ts';
import { blade } from '../../testing/racks.ts';
import type { TemporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { auditedHall, hallAudit } from './testing/audited-hall.ts';

const DISK = 'Samsung PM9A3';
const OTHER = 'Kioxia CD8';

let workspace: TemporaryWorkspace;
let session: string;

/** web-1 with disks D0 to D2 in bays 0 to 2 (a RAID 5), web-2 with K0 in bay 0, web-3 with one disk without a number. */
beforeEach(async () => {
  workspace = await auditedHall();
  const { client } = workspace;
  await catalogue(client);
  for (const ref of ['web-1', 'web-2', 'web-3']) {
    const { version } = await client.compute.get({ ref });
    await client.compute.update({ ref, version, patch: { slots: SERVER_SLOTS } });
  }
  const raid = { raidLevel: '5', raidGroup: 'data' } as const;
  await client.component.assign({
    computes: ['web-1'],
    component: DISK,
    quantity: 3,
    slot: 'Bay 0-2',
    serials: ['D0', 'D1', 'D2'],
    ...raid,
  });
  await client.component.assign({ computes: ['web-2'], component: OTHER, quantity: 1, slot: 'Bay 0', serials: ['K0'] });
  await client.component.assign({ computes: ['web-3'], component: DISK, quantity: 1, slot: 'Bay 3' });
  await client.spareShelf.create({ record: { name: 'Shelf' } });
  session = await hallAudit(workspace, { level: 'serial' });
});

/** Reads everything of rack101 and ends it; what is not named is read where it is recorded. */
async function walk(parts: Partial<Record<'web-1' | 'web-2' | 'web-3', readonly string[]>>, audit = session) {
  const { client } = workspace;
  const usual = { 'web-1': ['D0', 'D1', 'D2'], 'web-2': ['K0'], 'web-3': [] };
  const text = Object.entries({ ...usual, ...parts }).flatMap(([name, read]) => [name, ...read]);
  await client.audit.scanMany({ session: audit, text: ['rack101', ...text, 'rack102', 'db-1'].join('\n') });
  for (const rack of ['rack101', 'rack102']) await client.audit.finishRack({ session: audit, rack });
}

async function found(audit = session) {
  const { discrepancies } = await workspace.client.audit.discrepancies({ session: audit });
  return discrepancies.map(({ kind, name, message, proposal }) => ({ kind, name, message, proposal }));
}

async function acceptAll(target: Record<string, string> = {}) {
  const { client } = workspace;
  const { discrepancies } = await client.audit.discrepancies({ session });
  const decisions = discrepancies.map(({ key }) => ({ discrepancy: key, decision: 'accept' as const, target }));
  const { outcomes } = await client.audit.decide({ session, decisions });
  expect(outcomes.filter(({ problem }) => problem !== null)).toEqual([]);
  await client.audit.sign({ session });
}

async function unitsIn(compute: string) {
  const { assignments } = await workspace.client.componentAssignment.slotMap({ compute });
  return assignments
    .flatMap(({ component, raidGroup, units }) => units.map(({ slot, serial }) => [component, slot, serial, raidGroup]))
    .toSorted((left, right) => String(left[1]).localeCompare(String(right[1])));
}

async function placeOf(serial: string) {
  return (await workspace.client.part.find({ text: serial }))[0]?.place.text;
}

test('two disks that changed slots are proposed as such; accepted, they keep their RAID group', async () => {
  await walk({ 'web-1': ['bay 1', 'D0', 'slot Bay 0', 'D1', 'D2'] });
  expect(await found()).toEqual([
    {
      kind: 'wrong-slot',
      name: `${DISK} D0`,
      message: `${DISK} D0 is recorded in web-1, slot Bay 0 and was read in web-1, slot Bay 1.`,
      proposal: `${DISK} D0 is moved to web-1, slot Bay 1.`,
    },
    {
      kind: 'wrong-slot',
      name: `${DISK} D1`,
      message: `${DISK} D1 is recorded in web-1, slot Bay 1 and was read in web-1, slot Bay 0.`,
      proposal: `${DISK} D1 is moved to web-1, slot Bay 0.`,
    },
  ]);
  await acceptAll();
  expect(await unitsIn('web-1')).toEqual([
    [DISK, 'Bay 0', 'D1', 'data'],
    [DISK, 'Bay 1', 'D0', 'data'],
    [DISK, 'Bay 2', 'D2', 'data'],
  ]);
});

test('disks of two kinds that changed machines go where they were read', async () => {
  await walk({ 'web-1': ['Bay 0', 'K0', 'D1', 'D2'], 'web-2': ['Bay 0', 'D0'] });
  expect((await found()).map(({ kind, proposal }) => [kind, proposal])).toEqual([
    ['moved', `${DISK} D0 is moved to web-2, slot Bay 0.`],
    ['moved', `${OTHER} K0 is moved to web-1, slot Bay 0.`],
  ]);
  await acceptAll();
  expect(await unitsIn('web-1')).toEqual([
    [OTHER, 'Bay 0', 'K0', null],
    [DISK, 'Bay 1', 'D1', 'data'],
    [DISK, 'Bay 2', 'D2', 'data'],
  ]);
  expect(await unitsIn('web-2')).toEqual([[DISK, 'Bay 0', 'D0', null]]);
});

test('a part with another number takes the place of the one recorded there, which is missing', async () => {
  await walk({ 'web-1': ['D0', 'Bay 1', 'NEW-1', 'D2'] });
  expect(await found()).toMatchObject([
    {
      kind: 'changed-serial',
      message: `In place of ${DISK} D1, recorded in web-1, slot Bay 1, NEW-1 was read.`,
      proposal: `NEW-1 takes the place of ${DISK} D1 in web-1, slot Bay 1; the old one is marked missing.`,
    },
  ]);
  await acceptAll();
  expect(await unitsIn('web-1')).toContainEqual([DISK, 'Bay 1', 'NEW-1', 'data']);
  expect(await placeOf('D1')).toBe('Missing');
});

test('the old one of a changed part goes to the shelf that is named', async () => {
  const { client } = workspace;
  await walk({ 'web-1': ['D0', 'Bay 1', 'NEW-1', 'D2'] });
  const [one] = (await client.audit.discrepancies({ session })).discrepancies;
  const decision = { discrepancy: one?.key ?? '', decision: 'spares' as const };
  const refused = await client.audit.decide({ session, decisions: [decision] });
  expect(refused.outcomes[0]?.problem).toBe('Say on which spare shelf it is put.');
  await client.audit.decide({ session, decisions: [{ ...decision, target: { shelf: 'Shelf' } }] });
  await client.audit.apply({ session });
  expect(await placeOf('D1')).toBe('Shelf (spare)');
  expect(await unitsIn('web-1')).toContainEqual([DISK, 'Bay 1', 'NEW-1', 'data']);
});

test('a part that was not read is missing, and the compute has one unit less', async () => {
  await walk({ 'web-1': ['D0', 'D1'] });
  expect(await found()).toMatchObject([
    { kind: 'missing', proposal: `${DISK} D2 is taken out of web-1 and marked missing.` },
  ]);
  await acceptAll();
  expect(await unitsIn('web-1')).toEqual([
    [DISK, 'Bay 0', 'D0', 'data'],
    [DISK, 'Bay 1', 'D1', 'data'],
  ]);
  expect(await placeOf('D2')).toBe('Missing');
});

test('a spare that was read in a machine is moved there from its shelf', async () => {
  const { client } = workspace;
  await client.spares.receive({ shelf: 'Shelf', component: OTHER, serials: ['K9'] });
  await walk({ 'web-2': ['K0', 'bay 1', 'K9'] });
  expect(await found()).toMatchObject([
    { kind: 'moved', message: 'K9 is recorded in Shelf and was read in web-2, slot Bay 1.' },
  ]);
  await acceptAll();
  expect(await placeOf('K9')).toBe('web-2, slot Bay 1');
});

describe('an unknown part', () => {
  test('becomes the number of the one unit without one', async () => {
    await walk({ 'web-3': ['NEW-3'] });
    expect(await found()).toMatchObject([{ kind: 'unknown', proposal: `NEW-3 is recorded in web-3 as ${DISK}.` }]);
    await acceptAll();
    expect(await unitsIn('web-3')).toEqual([[DISK, 'Bay 3', 'NEW-3', null]]);
  });

  test('is fitted as what a person says it is, where it was read', async () => {
    const { client } = workspace;
    await walk({ 'web-2': ['K0', 'Bay 2', 'NEW-2'] });
    const [one] = (await client.audit.discrepancies({ session })).discrepancies;
    expect(one).toMatchObject({ about: 'part', needs: ['component'] });
    const decision = { discrepancy: one?.key ?? '', decision: 'create' as const };
    const unsaid = await client.audit.decide({ session, decisions: [decision] });
    expect(unsaid.outcomes[0]?.problem).toBe('Say what component NEW-2 is.');
    await client.audit.decide({ session, decisions: [{ ...decision, target: { component: DISK } }] });
    await client.audit.sign({ session });
    expect(await unitsIn('web-2')).toEqual([
      [OTHER, 'Bay 0', 'K0', null],
      [DISK, 'Bay 2', 'NEW-2', null],
    ]);
  });

  test('may be a device after all', async () => {
    const { client } = workspace;
    await walk({ 'web-2': ['K0', 'NEW-2'] });
    const [one] = (await client.audit.discrepancies({ session })).discrepancies;
    const target = { noun: 'equipment', name: 'lb-1', serial: 'NEW-2' } as const;
    const decisions = [{ discrepancy: one?.key ?? '', decision: 'create' as const, target }];
    const { outcomes } = await client.audit.decide({ session, decisions });
    expect(outcomes).toMatchObject([{ outcome: 'The equipment lb-1 is recorded, in no place.', problem: null }]);
    await client.audit.sign({ session });
    expect((await client.equipment.get({ ref: 'lb-1' })).record.serial).toBe('NEW-2');
  });
});

test('a slot that is taken refuses the part, and nothing is written', async () => {
  const { client } = workspace;
  await walk({ 'web-1': ['D1', 'D2'], 'web-2': ['K0', 'Bay 0', 'D0'] });
  const { discrepancies } = await client.audit.discrepancies({ session });
  const decisions = discrepancies.map(({ key }) => ({ discrepancy: key, decision: 'accept' as const }));
  const { outcomes } = await client.audit.decide({ session, decisions });
  expect(outcomes[0]?.problem).toContain('Bay 0');
  const [open] = (await client.audit.discrepancies({ session })).discrepancies;
  expect(open).toMatchObject({ resolution: null, refusal: { decision: 'accept', message: outcomes[0]?.problem } });
  expect((await client.audit.apply({ session })).outcomes).toEqual([]);
  expect(await placeOf('D0')).toBe('web-1, slot Bay 0');
});

test('a part is told to be out of the audit at level presence', async () => {
  const { client } = workspace;
  const { id } = await client.audit.start({ name: 'Presence', scope: { kind: 'room', room: 'Hall 1' } });
  await client.audit.scanMany({ session: id, text: 'rack101\nweb-1' });
  expect(await client.audit.scan({ session: id, text: 'D0' })).toMatchObject({
    class: 'out-of-scope',
    message: 'The part D0 is not part of this audit; it is recorded at web-1, slot Bay 0.',
  });
});

test('a blade in another bay or chassis is moved there, also where two changed places', async () => {
  const { client } = workspace;
  for (const [name, rack] of [
    ['ch-1', 'rack101'],
    ['ch-2', 'rack102'],
  ] as const) {
    await client.equipment.create({ record: { name, type: 'chassis', deviceTypeId: 'Acme Blade chassis' } });
    await client.rack.mount({ device: name, rack, positionHalfU: 40 });
  }
  for (const [index, [name, parentId]] of (
    [
      ['b-1', 'ch-1'],
      ['b-2', 'ch-1'],
      ['b-3', 'ch-2'],
    ] as const
  ).entries()) {
    await blade(workspace, name, { serial: `B-${index + 1}` });
    await client.placement.create({ record: { objectId: name, parentId, bay: `Bay ${1 + (index % 2)}` } });
  }
  const { id } = await client.audit.start({ name: 'Blades', scope: { kind: 'room', room: 'Hall 1' } });
  const text = [
    'rack101',
    'web-1',
    'web-2',
    'web-3',
    'ch-1',
    'bay 2',
    'B-1',
    'bay 1',
    'B-3',
    'rack102',
    'db-1',
    'ch-2',
    'Bay 4',
    'B-2',
  ];
  const { answers } = await client.audit.scanMany({ session: id, text: text.join('\n') });
  expect(answers.at(-2)?.place).toMatchObject({ bay: 'Bay 4', at: 'Bay 4', device: 'ch-2' });
  expect(answers.at(-1)).toMatchObject({ class: 'moved' });
  for (const rack of ['rack101', 'rack102']) await client.audit.finishRack({ session: id, rack });
  const { discrepancies } = await client.audit.discrepancies({ session: id });
  expect(discrepancies.map(({ kind, proposal }) => [kind, proposal])).toEqual([
    ['moved', 'b-2 is moved to bay 4 of ch-2.'],
    ['moved', 'b-3 is moved to bay 1 of ch-1.'],
    ['wrong-slot', 'b-1 is moved to bay 2 of ch-1.'],
  ]);
  const decisions = discrepancies.map(({ key }) => ({ discrepancy: key, decision: 'accept' as const }));
  const { outcomes } = await client.audit.decide({ session: id, decisions });
  expect(outcomes.map(({ problem }) => problem)).toEqual([null, null, null]);
  await client.audit.sign({ session: id });
  const places = [];
  for (const ref of ['b-1', 'b-2', 'b-3']) places.push((await client.compute.place({ ref })).path.at(-1)?.name);
  expect(places).toEqual(['ch-1', 'ch-2', 'ch-1']);
  const { id: again } = await client.audit.start({ name: 'Again', scope: { kind: 'room', room: 'Hall 1' } });
  await client.audit.scanMany({ session: again, text: text.join('\n') });
  for (const rack of ['rack101', 'rack102']) await client.audit.finishRack({ session: again, rack });
  expect((await client.audit.discrepancies({ session: again })).discrepancies).toEqual([]);
});

test('a blade found in another rack, in no bay, is accepted with the bay that a person says', async () => {
  const { client } = workspace;
  for (const [name, rack] of [
    ['ch-1', 'rack101'],
    ['ch-2', 'rack102'],
  ] as const) {
    await client.equipment.create({ record: { name, type: 'chassis', deviceTypeId: 'Acme Blade chassis' } });
    await client.rack.mount({ device: name, rack, positionHalfU: 40 });
  }
  await blade(workspace, 'b-1', { serial: 'B-1' });
  await client.placement.create({ record: { objectId: 'b-1', parentId: 'ch-1', bay: 'Bay 1' } });
  const { id } = await client.audit.start({ name: 'Blades', scope: { kind: 'room', room: 'Hall 1' } });
  // The chassis stands at U21 to U30 of rack102.
  await client.audit.scanMany({ session: id, text: 'rack102\nU25\nB-1' });
  const [moved] = (await client.audit.discrepancies({ session: id })).discrepancies;
  expect(moved).toMatchObject({ kind: 'moved', needs: ['chassis', 'bay'], proposal: 'b-1 is moved to a bay of ch-2.' });
  const decision = { discrepancy: moved?.key ?? '', decision: 'accept' as const };
  const unsaid = await client.audit.decide({ session: id, decisions: [decision] });
  expect(unsaid.outcomes[0]?.problem).toBe('Say in which bay it is.');
  const wrong = await client.audit.decide({ session: id, decisions: [{ ...decision, target: { bay: 'Bay 9' } }] });
  expect(wrong.outcomes[0]?.problem).toContain('has no bay "Bay 9"');
  await client.audit.decide({ session: id, decisions: [{ ...decision, target: { bay: 'Bay 3' } }] });
  await client.audit.apply({ session: id });
  expect((await client.compute.place({ ref: 'b-1' })).path.at(-1)?.name).toBe('ch-2');
});
