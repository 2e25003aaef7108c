import { expect, test } from 'vitest';
import { NOUN_LIST } from '../../../shared/domain/nouns.ts';
import { dumpOf } from '../../db/testing/databases.ts';
import type { CliClient } from '../../engine/cli/session.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { exported, imported } from './testing/files.ts';

test('the sample workspace exported and imported again is not changed, and exports to the same bytes', async () => {
  const workspace = temporaryWorkspace();
  const { client } = workspace;
  await client.workspace.addSample();
  const before = dumpOf(workspace.session.read);
  for (const { noun } of NOUN_LIST) {
    const text = await exported(client, noun);
    const report = await imported(client, { noun, text, accept: 'all' });
    const { unchanged, ...others } = report.counts;
    expect([noun, others]).toEqual([noun, { created: 0, updated: 0, skipped: 0, refused: 0 }]);
    expect(unchanged).toBe(report.rows);
    expect(await exported(client, noun)).toBe(text);
  }
  expect(dumpOf(workspace.session.read)).toEqual(before);
}, 120_000);

/** Nouns in the order of their files, places and types before what is in them. */
const MOVED = ['site', 'room', 'rack', 'deviceType', 'compute', 'component', 'componentAssignment', 'part'] as const;

async function moved(from: CliClient, to: CliClient): Promise<void> {
  for (const noun of MOVED) {
    const report = await imported(to, { noun, text: await exported(from, noun), accept: 'all' });
    expect([noun, report.counts.created]).toEqual([noun, report.rows]);
  }
}

test('files of one workspace build the same rows in another one, references by name', async () => {
  const [first, second] = [temporaryWorkspace(), temporaryWorkspace()];
  const { client } = first;
  await client.site.create({ record: { name: 'fra1' }, tags: { 'k=v': 'a, b' } });
  await client.room.create({ record: { name: 'Hall 1', siteId: 'fra1' } });
  await client.rack.create({ record: { name: 'A1', roomId: 'Hall 1', feeds: [] } });
  await client.deviceType.create({ record: { manufacturer: 'Acme', model: 'S, 1' } });
  await client.compute.create({
    record: { name: 'web-1', deviceTypeId: 'Acme S, 1', serial: '00123', assetTag: '1E5', notes: '=1+1\n"x"' },
  });
  await client.component.create({
    record: { type: 'storage', manufacturer: 'Acme', model: '960', specs: { capacity_gb: 960 } },
  });
  await client.component.assign({ computes: ['web-1'], component: 'Acme 960', serials: ['S1'] });
  await moved(client, second.client);
  for (const noun of ['compute', 'componentAssignment', 'part'] as const)
    expect((await exported(second.client, noun)).split('\n').map((line) => line.replace(/^[^,]*,/, ''))).toEqual(
      (await exported(client, noun)).split('\n').map((line) => line.replace(/^[^,]*,/, '')),
    );
}, 60_000);
