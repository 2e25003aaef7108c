import { beforeEach, describe, expect, test } from 'vitest';
import type { AuditDiscrepancy } from '../../../shared/contract/audit-schemas.ts';
import type { ResolutionTarget } from '../../../shared/domain/audit-resolution.ts';
import type { Decision } from '../../../shared/domain/audit-words.ts';
import { dumpOf } from '../../db/testing/databases.ts';
import { catalogue, SERVER_SLOTS } from '../../testing/hardware.ts';
import type { TemporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { auditedHall, hallAudit } from './testing/audited-hall.ts';

const DISK = 'Samsung PM9A3';

let workspace: TemporaryWorkspace;
let session: string;

async function change(ref: string, patch: Record<string, unknown>) {
  const { version } = await workspace.client.compute.get({ ref });
  await workspace.client.compute.update({ ref, version, patch });
}

async function scanAll(text: string) {
  const { client } = workspace;
  await client.audit.scanMany({ session, text });
  for (const rack of ['rack101', 'rack102']) await client.audit.finishRack({ session, rack });
}

async function onlyFound(): Promise<AuditDiscrepancy> {
  const { discrepancies } = await workspace.client.audit.discrepancies({ session });
  const [one, ...others] = discrepancies;
  expect(others.map(({ message }) => message)).toEqual([]);
  expect(one?.kind).toBe('duplicate-serial');
  return one as AuditDiscrepancy;
}

/** Decides, signs, undoes and redoes; answers what the decision came to, or why it is refused. */
async function settle(decision: Decision, target: ResolutionTarget = {}) {
  const { client } = workspace;
  const { key } = await onlyFound();
  const before = dumpOf(workspace.session.read);
  const decisions = [{ discrepancy: key, decision, target }];
  const [outcome] = await client.audit.previewDecisions({ session, decisions });
  if (outcome?.problem !== null) return outcome?.problem;
  await client.audit.decide({ session, decisions });
  await client.audit.sign({ session });
  const after = dumpOf(workspace.session.read);
  await client.history.undo();
  expect(dumpOf(workspace.session.read)).toEqual(before);
  await client.history.redo();
  expect(dumpOf(workspace.session.read)).toEqual(after);
  return outcome.outcome;
}

async function serials() {
  const { client } = workspace;
  const rows = await Promise.all(['web-1', 'web-2', 'web-3', 'db-1'].map((ref) => client.compute.get({ ref })));
  return rows.map(({ record }) => record.serial);
}

describe('a number that two records bear', () => {
  /** web-2 is recorded with the number of web-1; it was read on web-1, and web-2 by its tag. */
  beforeEach(async () => {
    workspace = await auditedHall();
    await change('web-2', { serial: 'SN-1' });
    session = await hallAudit(workspace);
    await scanAll('rack101\nU1\nSN-1\nU5\nAT-2\nU9\nweb-3\nrack102\ndb-1');
  });

  test('stays with the one it was read on when that is accepted', async () => {
    const { decisions, proposal } = await onlyFound();
    expect(decisions).toEqual(['accept', 'renumber', 'create', 'keep', 'ignore', 'carry-over']);
    expect(proposal).toBe('The serial number SN-1 is taken off web-2; it was read on web-1.');
    expect(await settle('accept')).toBe(proposal);
    expect(await serials()).toEqual(['SN-1', null, 'SN-3', 'SN-4']);
  });

  test('stays with the other where a person says so, and the first gets another', async () => {
    expect(await settle('renumber', { keeper: 'web-2', serial: 'SN-77' })).toBe(
      'web-1 is recorded with the serial number SN-77; it stays with web-2.',
    );
    expect(await serials()).toEqual(['SN-77', 'SN-1', 'SN-3', 'SN-4']);
  });

  test('goes to a new record, and is taken off both', async () => {
    const target = { name: 'web-9', deviceType: 'Acme Server 2U', rack: 'rack102', positionHalfU: 20 };
    expect(await settle('create', target)).toBe(
      'The compute web-9 is recorded at rack102 U11. The serial number SN-1 is taken off web-1 and web-2.',
    );
    expect(await serials()).toEqual([null, null, 'SN-3', 'SN-4']);
    expect((await workspace.client.compute.get({ ref: 'web-9' })).record.serial).toBe('SN-1');
  });

  test.each([
    [{ keeper: 'web-3' }, 'The record that keeps the number must be one of the 2 that bear it.'],
    [{ serial: 'sn-1 ' }, 'sn-1 is the number that both bear; give another one, or none.'],
  ])('%o is refused', async (target, sentence) => {
    expect(await settle('renumber', target)).toBe(sentence);
  });

  test('says what the records bear by now when one was changed since', async () => {
    const { client } = workspace;
    await change('web-2', { serial: 'SN-2' });
    expect(await onlyFound()).toMatchObject({ changedSince: true, agreesNow: true, now: { text: 'SN-1, SN-2' } });
    expect((await client.audit.previewSign({ session })).blockers).toEqual([]);
  });
});

test('a number read on both of its bearers is nobody’s by itself; a person says who keeps it', async () => {
  workspace = await auditedHall();
  await change('web-2', { serial: 'SN-1' });
  session = await hallAudit(workspace);
  await scanAll('rack101\nU1\nSN-1\nU5\nSN-1\nU9\nweb-3\nrack102\ndb-1');
  expect(await onlyFound()).toMatchObject({
    decisions: ['renumber', 'create', 'keep', 'ignore', 'carry-over'],
    proposal: null,
  });
  expect(await settle('renumber')).toBe('Say which record keeps the number SN-1.');
  expect(await settle('renumber', { keeper: 'web-1' })).toBe(
    'The serial number SN-1 is taken off web-2; it was read on web-1.',
  );
});

describe('one device that was seen in two places', () => {
  /** web-1 was read at its unit, and at U11 of rack102. */
  beforeEach(async () => {
    workspace = await auditedHall();
    session = await hallAudit(workspace);
    await scanAll('rack101\nU1\nSN-1\nweb-2\nweb-3\nrack102\ndb-1\nU11\nSN-1');
  });

  test('may have a like in the other place, which is recorded anew there', async () => {
    const { decisions, target } = await onlyFound();
    expect(decisions).toEqual(['create', 'accept', 'renumber', 'keep', 'ignore', 'carry-over']);
    expect(target.positionHalfU).toBe(20);
    expect(await settle('create', { name: 'web-9', serial: 'SN-9' })).toBe(
      'The compute web-9 is recorded at rack102 U11.',
    );
    const { mounted } = await workspace.client.rack.elevation({ ref: 'rack102' });
    expect(mounted.map(({ name }) => name)).toEqual(['db-1', 'web-9']);
  });

  test('may have been moved, to where a person says', async () => {
    expect(await settle('accept')).toBe('Say in which rack it is.');
    expect(await settle('accept', { rack: 'rack102', positionHalfU: 20 })).toBe('web-1 is moved to rack102 U11.');
  });

  test('may bear the number of another record, which then gets it', async () => {
    expect(await settle('renumber', { keeper: 'web-1' })).toBe(
      'web-1 keeps its number by keeping the record; name the other device whose number it is.',
    );
    expect(await settle('renumber', { keeper: 'db-1', serial: 'SN-5' })).toBe(
      'web-1 is recorded with the serial number SN-5; db-1 is recorded with SN-1.',
    );
    expect(await serials()).toEqual(['SN-5', 'SN-2', 'SN-3', 'SN-1']);
  });
});

async function partsOf(compute: string) {
  const { assignments } = await workspace.client.componentAssignment.slotMap({ compute });
  return assignments.flatMap(({ units }) => units.map(({ slot, serial }) => `${slot} ${serial}`));
}

describe('a number that parts of two computes bear', () => {
  /** Both web-1 and web-2 are recorded with a disk D0 in bay 0, and in both it was read there. */
  beforeEach(async () => {
    workspace = await auditedHall();
    await catalogue(workspace.client);
    for (const ref of ['web-1', 'web-2']) {
      await change(ref, { slots: SERVER_SLOTS });
      await workspace.client.component.assign({
        computes: [ref],
        component: DISK,
        quantity: 1,
        slot: 'Bay 0',
        serials: ['D0'],
      });
    }
    session = await hallAudit(workspace, { level: 'serial' });
    await scanAll('rack101\nweb-1\nslot Bay 0\nD0\nweb-2\nslot Bay 0\nD0\nweb-3\nrack102\ndb-1');
  });

  test('is told, and nobody’s by itself', async () => {
    expect(await onlyFound()).toMatchObject({
      message: 'The serial number D0 is recorded on parts of web-1 and web-2.',
      expected: { text: 'D0' },
      observed: { text: 'web-1, web-2' },
      proposal: null,
      decisions: ['renumber', 'keep', 'ignore', 'carry-over'],
      changedSince: false,
      agreesNow: false,
    });
    expect(await settle('renumber')).toBe('Say in which device the part keeps the number D0.');
    expect(await settle('renumber', { keeper: 'web-3' })).toBe(
      'The device whose part keeps the number must be one of the 2 that it was read in.',
    );
    expect(await settle('renumber', { keeper: 'web-1', serial: ' d0' })).toBe(
      'd0 is the number that both bear; give another one, or none.',
    );
  });

  test('stays with one, and the other gets the number that it really bears', async () => {
    expect(await settle('renumber', { keeper: 'web-2', serial: 'D7' })).toBe(
      'The part of web-1 is recorded with the serial number D7; it stays with that of web-2.',
    );
    expect([await partsOf('web-1'), await partsOf('web-2')]).toEqual([['Bay 0 D7'], ['Bay 0 D0']]);
  });

  test('stays with one, and the other becomes a unit without a number', async () => {
    expect(await settle('renumber', { keeper: 'web-1' })).toBe(
      'The serial number D0 is taken off the part of web-2; it stays with that of web-1.',
    );
    expect([await partsOf('web-1'), await partsOf('web-2')]).toEqual([['Bay 0 D0'], ['Bay 0 null']]);
  });

  test('needs no decision when one of them was given another since', async () => {
    const [part] = (await workspace.client.part.list({ query: 'serial=D0' })).items;
    await workspace.client.part.bulkUpdate({ refs: [part?.record.id ?? ''], patch: { serial: 'D8' } });
    expect(await onlyFound()).toMatchObject({ changedSince: true, agreesNow: true });
    expect((await workspace.client.audit.previewSign({ session })).blockers).toEqual([]);
  });
});

describe('a part that was read in two computes', () => {
  /** D0 is recorded in bay 0 of web-1, and was read there and in bay 1 of web-2. */
  beforeEach(async () => {
    workspace = await auditedHall();
    await catalogue(workspace.client);
    for (const ref of ['web-1', 'web-2']) await change(ref, { slots: SERVER_SLOTS });
    const disk = { component: DISK, quantity: 1, slot: 'Bay 0', serials: ['D0'] };
    await workspace.client.component.assign({ computes: ['web-1'], ...disk });
    session = await hallAudit(workspace, { level: 'serial' });
    await scanAll('rack101\nweb-1\nslot Bay 0\nD0\nweb-2\nslot Bay 1\nD0\nweb-3\nrack102\ndb-1');
  });

  test('may have a like, which is recorded where it was read', async () => {
    expect((await onlyFound()).decisions).toEqual(['create', 'accept', 'renumber', 'keep', 'ignore', 'carry-over']);
    expect(await settle('create')).toBe('D0 is recorded in web-2, slot Bay 1 as Samsung PM9A3.');
    expect([await partsOf('web-1'), await partsOf('web-2')]).toEqual([['Bay 0 D0'], ['Bay 1 D0']]);
  });

  test('may have been moved, to where a person says', async () => {
    expect(await settle('accept', { compute: 'web-2', slot: 'Bay 2' })).toBe(
      'Samsung PM9A3 D0 is moved to web-2, slot Bay 2.',
    );
    expect([await partsOf('web-1'), await partsOf('web-2')]).toEqual([[], ['Bay 2 D0']]);
  });

  test('may be recorded with a wrong number', async () => {
    expect(await settle('renumber')).toBe('Say which serial number Samsung PM9A3 D0 gets.');
    expect(await settle('renumber', { serial: 'D9' })).toBe('Samsung PM9A3 D0 is recorded with the serial number D9.');
    expect(await partsOf('web-1')).toEqual(['Bay 0 D9']);
  });
});
