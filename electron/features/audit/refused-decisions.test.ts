import { beforeEach, describe, expect, test } from 'vitest';
import type { Decision } from '../../../shared/domain/audit-words.ts';
import { refusalOf } from '../../testing/failures.ts';
import type { TemporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { auditedHall, hallAudit } from './testing/audited-hall.ts';

let workspace: TemporaryWorkspace;
let session: string;

async function lines() {
  const { discrepancies, counts } = await workspace.client.audit.discrepancies({ session });
  return { of: (name: string) => discrepancies.find((one) => one.name === name), counts };
}

async function decide(name: string, decision: Decision) {
  const discrepancy = (await lines()).of(name)?.key ?? '';
  return workspace.client.audit.decide({ session, decisions: [{ discrepancy, decision, reason: 'Asked' }] });
}

async function walked(text: string) {
  workspace = await auditedHall();
  session = await hallAudit(workspace);
  await workspace.client.audit.scanMany({ session, text });
  for (const rack of ['rack101', 'rack102']) await workspace.client.audit.finishRack({ session, rack });
}

describe('a device seen at a unit that another takes', () => {
  beforeEach(() => walked('rack101\nweb-1\nweb-2\nrack102\nU1\ndb-1\nU1\nweb-3'));

  test('is not moved there, and its line stays open with the sentence of the refusal', async () => {
    const { outcomes, undecided } = await decide('web-3', 'accept');
    expect(outcomes[0]?.problem).toContain('db-1');
    expect(undecided).toBe(1);
    const { of, counts } = await lines();
    expect(of('web-3')).toMatchObject({
      resolution: null,
      refusal: { decision: 'accept', message: outcomes[0]?.problem },
    });
    expect(counts.find(({ kind }) => kind === 'moved')).toMatchObject({ count: 1, undecided: 1 });
    expect((await workspace.client.audit.apply({ session })).outcomes).toEqual([]);
    expect((await refusalOf(workspace.client.audit.sign({ session }))).message).toBe(
      'Spring cannot be signed yet. 1 discrepancy is undecided: web-3.',
    );
  });

  test('is settled by deciding otherwise, and free again when that is taken back', async () => {
    await decide('web-3', 'accept');
    expect((await decide('web-3', 'keep')).undecided).toBe(0);
    expect((await lines()).of('web-3')).toMatchObject({ resolution: { decision: 'keep' }, refusal: null });
    await decide('web-3', 'accept');
    const key = (await lines()).of('web-3')?.key ?? '';
    await workspace.client.audit.undecide({ session, discrepancies: [key] });
    expect((await lines()).of('web-3')).toMatchObject({ resolution: null, refusal: null });
  });

  test('is moved there once what was in the way has been moved, by accepting it again', async () => {
    await decide('web-3', 'accept');
    await workspace.client.rack.unmount({ devices: ['db-1'] });
    expect((await decide('web-3', 'accept')).outcomes[0]?.problem).toBeNull();
    expect((await workspace.client.audit.previewSign({ session })).blockers).toEqual([]);
  });
});

test('of two that changed places the first alone is refused, and both are decided with the second', async () => {
  await walked('rack101\nweb-1\nU5\nweb-3\nU9\nweb-2\nrack102\ndb-1');
  const { outcomes } = await decide('web-2', 'accept');
  expect(outcomes[0]?.problem).toContain('web-3');
  const both = await decide('web-3', 'accept');
  expect(both).toMatchObject({ outcomes: [{ name: 'web-3', problem: null }], undecided: 0 });
  expect((await lines()).of('web-2')).toMatchObject({ resolution: { decision: 'accept' }, refusal: null });
  await workspace.client.audit.sign({ session });
  const { mounted } = await workspace.client.rack.elevation({ ref: 'rack101' });
  expect(mounted.map(({ name, positionHalfU }) => `${name} ${positionHalfU}`)).toEqual([
    'web-1 0',
    'web-3 8',
    'web-2 16',
  ]);
});

test('a decision that another noted before leaves no room for is refused when it is made', async () => {
  await walked('rack101\nweb-1\nrack102\ndb-1\nU9\nweb-2\nU9\nweb-3');
  expect((await decide('web-2', 'accept')).outcomes[0]?.problem).toBeNull();
  const { outcomes, undecided } = await decide('web-3', 'accept');
  expect(outcomes[0]?.problem).toContain('web-2');
  expect(undecided).toBe(1);
  expect((await lines()).of('web-2')).toMatchObject({ resolution: { decision: 'accept' } });
});
