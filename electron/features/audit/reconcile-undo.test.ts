import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Decision } from '../../../shared/domain/audit-words.ts';
import { dumpOf } from '../../db/testing/databases.ts';
import { verifyChangeLog } from '../../db/verify.ts';
import { refusalOf } from '../../testing/failures.ts';
import { server } from '../../testing/racks.ts';
import type { TemporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { auditedHall, hallAudit } from './testing/audited-hall.ts';

/** An audit of the hall in which web-2 is missing, web-3 is in rack102, and X-99 is unknown. */
async function threeFound(workspace: TemporaryWorkspace) {
  const { client } = workspace;
  const session = await hallAudit(workspace);
  await client.audit.scanMany({ session, text: 'rack101\nweb-1\nrack102\nU1\ndb-1\nU9\nweb-3\nU20\nX-99' });
  for (const rack of ['rack101', 'rack102']) await client.audit.finishRack({ session, rack });
  const { discrepancies } = await client.audit.discrepancies({ session });
  const keys = new Map(discrepancies.map(({ name, key }) => [name, key]));
  expect([...keys.keys()].toSorted()).toEqual(['X-99', 'web-2', 'web-3']);
  return { session, keyOf: (name: string) => keys.get(name) ?? '' };
}

async function devicesIn({ client }: TemporaryWorkspace, rack: string): Promise<string[]> {
  const { mounted } = await client.rack.elevation({ ref: rack });
  return mounted.map(({ name }) => name ?? '').toSorted();
}

type Found = Awaited<ReturnType<typeof threeFound>>;

function decide({ client }: TemporaryWorkspace, { session, keyOf }: Found, name: string, decision: Decision) {
  return client.audit.decide({ session, decisions: [{ discrepancy: keyOf(name), decision, reason: 'Asked' }] });
}

test('one undo takes back all that was reconciled in a session, across a restart, and one redo brings it back', async () => {
  const workspace = await auditedHall();
  const found = await threeFound(workspace);
  const before = dumpOf(workspace.session.read);
  await decide(workspace, found, 'web-2', 'ignore');
  await decide(workspace, found, 'web-3', 'accept');
  await workspace.client.audit.apply({ session: found.session });
  await workspace.reopen();
  await decide(workspace, found, 'web-2', 'missing');
  await decide(workspace, found, 'X-99', 'carry-over');
  await workspace.client.audit.undecide({ session: found.session, discrepancies: [found.keyOf('X-99')] });
  await decide(workspace, found, 'X-99', 'create');
  await workspace.client.audit.sign({ session: found.session });
  const after = dumpOf(workspace.session.read);
  expect(await devicesIn(workspace, 'rack102')).toEqual(['X-99', 'db-1', 'web-3']);

  const { label } = await workspace.client.history.undo();
  expect(label).toBe('Undo: Sign audit Spring and the 7 changes before it');
  expect(dumpOf(workspace.session.read)).toEqual(before);
  expect((await workspace.client.history.next()).undo?.label).toBe('Finish a rack');
  await workspace.reopen();
  await workspace.client.history.redo();
  expect(dumpOf(workspace.session.read)).toEqual(after);
  expect((await workspace.client.history.next()).redo).toBeNull();
  expect(verifyChangeLog(workspace.session.read).firstBad).toBeNull();
});

test('what else was done between two decisions stays when the reconciliation is taken back as one', async () => {
  const workspace = await auditedHall();
  const found = await threeFound(workspace);
  const other = await hallAudit(workspace, { name: 'Other' });
  const elsewhere = async () => {
    await workspace.client.site.create({ record: { name: 'Rome' } });
    await workspace.client.audit.scan({ session: found.session, text: 'Y-1' });
    await workspace.client.compute.bulkUpdate({ refs: ['web-1'], patch: { role: 'cache' } });
    await workspace.client.audit.scan({ session: other, text: 'Z-1' });
    await workspace.client.audit.decide({
      session: other,
      decisions: [{ discrepancy: 'unknown:z-1', decision: 'create' }],
    });
  };
  const before = dumpOf(workspace.session.read);
  await decide(workspace, found, 'web-2', 'missing');
  await decide(workspace, found, 'web-3', 'accept');
  await workspace.client.audit.apply({ session: found.session });
  await elsewhere();
  await workspace.reopen();
  await decide(workspace, found, 'X-99', 'create');
  await workspace.client.audit.decide({
    session: found.session,
    decisions: [{ discrepancy: 'unknown:y-1', decision: 'ignore', reason: 'A visitor' }],
  });
  await workspace.client.audit.sign({ session: found.session });
  const after = dumpOf(workspace.session.read);

  expect((await workspace.client.history.undo()).label).toBe('Undo: Sign audit Spring and the 5 changes before it');
  expect(await devicesIn(workspace, 'rack102')).toEqual(['db-1']);
  expect((await workspace.client.compute.get({ ref: 'web-1' })).record).toMatchObject({
    role: 'cache',
    lastAudited: null,
  });
  expect((await workspace.client.site.list({})).total).toBe(2);
  expect(verifyChangeLog(workspace.session.read).firstBad).toBeNull();

  expect((await workspace.client.history.undo()).label).toBe('Undo: Decide 1 discrepancy of audit Other');
  for (let step = 0; step < 4; step += 1) await workspace.client.history.undo();
  expect(dumpOf(workspace.session.read)).toEqual(before);
  for (let step = 0; step < 5; step += 1) await workspace.client.history.redo();
  expect((await workspace.client.history.next()).redo?.label).toBe('Sign audit Spring and the 5 changes before it');
  await workspace.client.history.redo();
  expect(dumpOf(workspace.session.read)).toEqual(after);
  expect(verifyChangeLog(workspace.session.read).firstBad).toBeNull();
});

test('work on what was reconciled already parts it: undo takes back what came after, that work, and the rest', async () => {
  const workspace = await auditedHall();
  const { client, session } = workspace;
  const found = await threeFound(workspace);
  const before = dumpOf(session.read);
  await decide(workspace, found, 'web-2', 'missing');
  await decide(workspace, found, 'web-3', 'accept');
  await client.audit.apply({ session: found.session });
  const applied = dumpOf(session.read);
  // Where web-3 stood until it was accepted elsewhere.
  await server(workspace, 'app-1');
  await client.rack.mount({ device: 'app-1', rack: 'rack101', positionHalfU: 16 });
  const mounted = dumpOf(session.read);
  await decide(workspace, found, 'X-99', 'create');
  await client.audit.sign({ session: found.session });

  expect((await client.history.undo()).label).toBe('Undo: Sign audit Spring and the change before it');
  expect(dumpOf(session.read)).toEqual(mounted);
  await client.history.undo();
  await client.history.undo();
  expect(dumpOf(session.read)).toEqual(applied);
  expect((await client.history.undo()).label).toBe('Undo: Reconcile audit Spring and the 2 changes before it');
  expect(dumpOf(session.read)).toEqual(before);
  for (let step = 0; step < 4; step += 1) await client.history.redo();
  expect(verifyChangeLog(session.read).firstBad).toBeNull();
});

test('two sessions side by side are two steps', async () => {
  const workspace = await auditedHall();
  const { client, session } = workspace;
  const spring = await threeFound(workspace);
  const other = await hallAudit(workspace, { name: 'Other' });
  await client.audit.scan({ session: other, text: 'Y-1' });
  const before = dumpOf(session.read);
  await decide(workspace, spring, 'web-2', 'missing');
  const sprung = dumpOf(session.read);
  await client.audit.decide({ session: other, decisions: [{ discrepancy: 'unknown:y-1', decision: 'create' }] });
  await client.history.undo();
  expect(dumpOf(session.read)).toEqual(sprung);
  await client.history.undo();
  expect(dumpOf(session.read)).toEqual(before);
});

test('what was written before the sign-off can be decided anew when that writing alone is reverted', async () => {
  const workspace = await auditedHall();
  const { client } = workspace;
  const found = await threeFound(workspace);
  await decide(workspace, found, 'web-3', 'accept');
  const { groupId } = await client.audit.apply({ session: found.session });
  expect((await refusalOf(decide(workspace, found, 'web-3', 'keep'))).message).toBe(
    'What was decided about web-3 is written already; revert "Reconcile audit Spring" in the history first.',
  );
  await client.history.revert({ id: groupId ?? 0 });
  expect(await devicesIn(workspace, 'rack102')).toEqual(['db-1']);
  await decide(workspace, found, 'web-3', 'keep');
  const { discrepancies } = await client.audit.discrepancies({ session: found.session });
  expect(discrepancies.find(({ name }) => name === 'web-3')?.resolution).toMatchObject({
    decision: 'keep',
    appliedAt: null,
  });
});

type Doing =
  | { readonly what: 'decide'; readonly which: number; readonly how: number }
  | { readonly what: 'undecide'; readonly which: number }
  | { readonly what: 'apply' | 'pause' | 'resume' | 'restart' | 'elsewhere' };

const doing = fc.oneof(
  { weight: 6, arbitrary: fc.record({ what: fc.constant('decide' as const), which: fc.nat(2), how: fc.nat(6) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('undecide' as const), which: fc.nat(2) }) },
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constantFrom('apply' as const, 'pause' as const, 'resume' as const, 'restart') }),
  },
) as fc.Arbitrary<Doing>;

const withWorkElsewhere = fc.oneof(
  { weight: 3, arbitrary: doing },
  { weight: 1, arbitrary: fc.constant<Doing>({ what: 'elsewhere' }) },
);

async function does(workspace: TemporaryWorkspace, { session }: Found, step: Doing): Promise<void> {
  const { client } = workspace;
  if (step.what === 'restart') return workspace.reopen();
  if (step.what === 'elsewhere') {
    const { total } = await client.site.list({});
    await client.site.create({ record: { name: `Site ${total}` } });
    await client.compute.bulkUpdate({ refs: ['db-1'], patch: { role: `Number ${total}` } });
    return;
  }
  if (step.what === 'decide' || step.what === 'undecide') {
    const { discrepancies } = await client.audit.discrepancies({ session });
    const one = discrepancies[step.which % discrepancies.length];
    if (!one || one.resolution?.appliedAt) return;
    if (step.what === 'undecide') return void (await client.audit.undecide({ session, discrepancies: [one.key] }));
    const decision = one.decisions[step.how % one.decisions.length] ?? 'ignore';
    await client.audit.decide({ session, decisions: [{ discrepancy: one.key, decision, reason: 'Chance' }] });
  } else await client.audit[step.what]({ session });
}

/** Decides what is left and signs. */
async function signOff(workspace: TemporaryWorkspace, found: Found): Promise<void> {
  for (const name of ['web-2', 'web-3', 'X-99']) {
    const { discrepancies } = await workspace.client.audit.discrepancies({ session: found.session });
    const one = discrepancies.find((entry) => entry.name === name);
    if (one && !one.resolution && !one.agreesNow) await decide(workspace, found, name, 'accept');
  }
  await workspace.client.audit.sign({ session: found.session });
}

/** A session that was reconciled so, and the dumps from before its first decision and from after its last step. */
async function reconciledBy(steps: readonly Doing[], signed: boolean) {
  const workspace = await auditedHall();
  const found = await threeFound(workspace);
  const before = dumpOf(workspace.session.read);
  await decide(workspace, found, 'web-2', 'missing');
  for (const step of steps) await does(workspace, found, step);
  if (signed) await signOff(workspace, found);
  return { workspace, before, after: dumpOf(workspace.session.read) };
}

test('however a session was reconciled, one undo restores the dump from before and one redo the dump after', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(doing, { maxLength: 12 }), fc.boolean(), async (steps, signed) => {
      const { workspace, before, after } = await reconciledBy(steps, signed);
      await workspace.client.history.undo();
      expect(dumpOf(workspace.session.read)).toEqual(before);
      await workspace.client.history.redo();
      expect(dumpOf(workspace.session.read)).toEqual(after);
      expect(verifyChangeLog(workspace.session.read).firstBad).toBeNull();
    }),
    { numRuns: 20 },
  );
}, 180_000);

const LONE_PAUSE = /^Undo: (Pause|Resume) audit Spring$/;

test('however much else was done meanwhile, one step of undo holds all that was reconciled', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(withWorkElsewhere, { maxLength: 12 }), fc.boolean(), async (steps, signed) => {
      const { workspace, before, after } = await reconciledBy(steps, signed);
      const undone: string[] = [];
      while ((await workspace.client.history.next()).undo?.label !== 'Finish a rack')
        undone.push((await workspace.client.history.undo()).label);
      // A pause behind other work is a step of its own; one right behind a decision ends the step of that.
      const reconciled = undone.filter((label) => / audit Spring/.test(label) && !LONE_PAUSE.test(label));
      expect(reconciled).toHaveLength(1);
      expect(dumpOf(workspace.session.read)).toEqual(before);
      for (const _ of undone) await workspace.client.history.redo();
      expect(dumpOf(workspace.session.read)).toEqual(after);
      expect(verifyChangeLog(workspace.session.read).firstBad).toBeNull();
    }),
    { numRuns: 20 },
  );
}, 180_000);
