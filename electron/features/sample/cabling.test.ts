import { expect, test } from 'vitest';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';

test('the sample is cabled: power from both feeds, wrong cords to find, no adapter needed anywhere', async () => {
  const { client } = temporaryWorkspace();
  await client.workspace.addSample();
  const { feeds, loosePdus } = await client.power.chain({ rack: 'A01' });
  expect(feeds.map(({ feed, loadWatts, pdus }) => [feed, loadWatts > 0, pdus.length])).toEqual([
    ['A', true, 1],
    ['B', true, 1],
  ]);
  expect(loosePdus).toEqual([]);
  const codes = new Set((await client.power.findings({})).map(({ code }) => code));
  expect([...codes].toSorted()).toEqual(expect.arrayContaining(['same-feed', 'single-corded']));
  const cables = await client.cable.ofObject({ ref: 'A01' });
  expect(cables.length).toBeGreaterThan(30);
  expect(cables.flatMap(({ warnings }) => warnings)).toEqual([]);
});

test('every machine of a cabled rack is found with what it is connected to', async () => {
  const { client } = temporaryWorkspace();
  await client.workspace.addSample();
  const { mounted } = await client.rack.elevation({ ref: 'A01' });
  const machine = mounted.find(({ noun }) => noun === 'compute');
  const [found] = (await client.locate.find({ text: machine?.name ?? '' })).found;
  expect(found?.lines.some((line) => / -> connected to outlet \S+ on fra1-pdu-a01-[ab]$/.test(line))).toBe(true);
  expect(found?.lines.at(-1)).toMatch(/ -> connected to RU\d+ in A01$/);
});
