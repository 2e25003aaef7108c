import { expect, test } from 'vitest';
import type { GraphPort } from './port-graph.ts';
import { feedChains } from './power-chain.ts';
import { cordFindings } from './power-redundancy.ts';
import { aGraph, aPort } from './testing/port-builders.ts';

/** 400 V, 32 A, three phases, 80 %: 400 × 32 × √3 × 0.8 = 17,736 W; a third is 5,912 W. */
const FEEDS = ['A', 'B'].map((name) => ({ name, volts: 400, amps: 32, phases: 3 as const, deratingPercent: 80 }));

function pdu(name: string): GraphPort[] {
  const inlet = aPort(`${name}/In`, 'power-port');
  const outlets = [1, 2, 3].map((number) =>
    aPort(`${name}/${number}`, 'power-outlet', { innerPortId: inlet.id, number }),
  );
  return [inlet, ...outlets];
}

const PORTS = [
  ...pdu('pdu-a'),
  ...pdu('pdu-b'),
  aPort('rack1/A', 'power-feed'),
  aPort('rack1/B', 'power-feed'),
  ...['s1', 's2'].flatMap((server) => [aPort(`${server}/PSU1`, 'power-port'), aPort(`${server}/PSU2`, 'power-port')]),
  aPort('one/PSU', 'power-port'),
];
const PDUS_FED = [
  ['pdu-a/In', 'rack1/A'],
  ['pdu-b/In', 'rack1/B'],
] as const;
const LEGS: Readonly<Record<string, 'A' | 'B' | 'C'>> = { 'pdu-a/1': 'A', 'pdu-a/2': 'B', 'pdu-b/1': 'C' };
const legOf = ({ id }: GraphPort) => LEGS[id] ?? null;
const CONSUMERS = [
  { id: 's1', name: 's1', watts: 1000 },
  { id: 's2', name: 's2', watts: 600 },
];

test('a device shares its watts over its cords; phases add up what is on them', () => {
  const graph = aGraph(PORTS, [...PDUS_FED, ['s1/PSU1', 'pdu-a/1'], ['s1/PSU2', 'pdu-b/1'], ['s2/PSU1', 'pdu-a/2']]);
  const [a, b] = feedChains('rack1', FEEDS, CONSUMERS, graph, legOf);
  // Feed A: 500 W of s1 on phase A and 600 W of s2 on phase B. 500/5,912 = 8 %, 600/5,912 = 10 %, 1,100/17,736 = 6 %.
  expect(a).toMatchObject({ loadWatts: 1100, capacityWatts: 17_736, percent: 6 });
  expect(a?.legs).toEqual([
    { leg: 'A', loadWatts: 500, capacityWatts: 5912, percent: 8 },
    { leg: 'B', loadWatts: 600, capacityWatts: 5912, percent: 10 },
    { leg: 'C', loadWatts: 0, capacityWatts: 5912, percent: 0 },
  ]);
  expect(b).toMatchObject({ loadWatts: 500 });
});

test('an outlet without a phase loads all three equally', () => {
  const graph = aGraph(PORTS, [...PDUS_FED, ['s2/PSU1', 'pdu-a/3']]);
  const [a] = feedChains('rack1', FEEDS, CONSUMERS, graph, legOf);
  expect(a?.legs.map(({ loadWatts }) => loadWatts)).toEqual([200, 200, 200]);
});

test('a cord that reaches no feed loads none', () => {
  const graph = aGraph(PORTS, [['s1/PSU1', 'pdu-a/1']]);
  expect(feedChains('rack1', FEEDS, CONSUMERS, graph, legOf).map(({ loadWatts }) => loadWatts)).toEqual([0, 0]);
});

const nameOf = (id: string) => id;

test.each([
  [
    'A and B: nothing',
    [
      ['s1/PSU1', 'pdu-a/1'],
      ['s1/PSU2', 'pdu-b/1'],
    ],
    [],
  ],
  [
    'both on A',
    [
      ['s1/PSU1', 'pdu-a/1'],
      ['s1/PSU2', 'pdu-a/2'],
    ],
    [['same-feed', 'Both cords of s1 are on feed A.']],
  ],
  ['one of two', [['s1/PSU1', 'pdu-a/1']], [['single-corded', 's1 hangs on feed A alone; PSU2 has no cord.']]],
  ['none of two', [], [['not-corded', 'No power cord of s1 is recorded (PSU1, PSU2).']]],
  [
    'straight to the feeds',
    [
      ['s1/PSU1', 'pdu-a/1'],
      ['s1/PSU2', 'pdu-a/3'],
    ],
    [['same-feed', 'Both cords of s1 are on feed A.']],
  ],
] as const)('cords %s', (_, cords, findings) => {
  const graph = aGraph(PORTS, [...PDUS_FED, ...cords]);
  expect(cordFindings(graph, { id: 's1', name: 's1' }, nameOf).map(({ code, message }) => [code, message])).toEqual(
    findings,
  );
});

test('a device with one inlet goes dark with its feed', () => {
  const graph = aGraph(PORTS, [...PDUS_FED, ['one/PSU', 'pdu-b/2']]);
  expect(cordFindings(graph, { id: 'one', name: 'one' }, nameOf)).toEqual([
    { code: 'single-corded', message: 'one has one power inlet and goes dark with feed B.' },
  ]);
});

test('both cords on one PDU is told even where its feed is not recorded', () => {
  const graph = aGraph(PORTS, [
    ['s1/PSU1', 'pdu-a/1'],
    ['s1/PSU2', 'pdu-a/2'],
  ]);
  const codes = cordFindings(graph, { id: 's1', name: 's1' }, nameOf).map(({ code, message }) => [code, message]);
  expect(codes).toEqual([
    ['same-feed', 'Both cords of s1 are on pdu-a.'],
    ['unknown-feed', 'PSU1 of s1 ends at pdu-a, whose own feed is not recorded.'],
    ['unknown-feed', 'PSU2 of s1 ends at pdu-a, whose own feed is not recorded.'],
  ]);
});
