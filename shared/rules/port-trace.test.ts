import { expect, test } from 'vitest';
import { tracePort } from './port-trace.ts';
import { aGraph, aPanel, aPort } from './testing/port-builders.ts';

function path(graph: ReturnType<typeof aGraph>, start: string): string[] {
  return tracePort(graph, start)?.steps.map(({ port }) => port.id) ?? [];
}

const HOSTS = [aPort('server1/eth0', 'interface'), aPort('switch1/4', 'interface')];

test('two joined interfaces are one cable apart, whichever end is asked', () => {
  const graph = aGraph(HOSTS, [['server1/eth0', 'switch1/4']]);
  const trace = tracePort(graph, 'server1/eth0');
  expect(trace).toMatchObject({ complete: true, loop: false });
  expect(trace?.steps.map(({ by, cableId }) => [by, cableId])).toEqual([
    ['cable', 'c1'],
    [null, null],
  ]);
  expect(path(graph, 'switch1/4')).toEqual(['switch1/4', 'server1/eth0']);
});

test('a path keeps its position through a trunk', () => {
  const graph = aGraph(
    [...HOSTS, ...aPanel('p1', 12, true), ...aPanel('p2', 12, true)],
    [
      ['server1/eth0', 'p1/f7'],
      ['p1/rear', 'p2/rear'],
      ['p2/f7', 'switch1/4'],
    ],
  );
  const expected = ['server1/eth0', 'p1/f7', 'p1/rear', 'p2/rear', 'p2/f7', 'switch1/4'];
  expect(path(graph, 'server1/eth0')).toEqual(expected);
  expect(path(graph, 'p1/f7')).toEqual(expected.toReversed());
  expect(tracePort(graph, 'p2/f7')?.complete).toBe(true);
});

test('a path that stops inside a panel is not complete', () => {
  const graph = aGraph([...HOSTS, ...aPanel('p1', 2, false)], [['server1/eth0', 'p1/f1']]);
  expect(tracePort(graph, 'server1/eth0')).toMatchObject({ complete: false, loop: false });
  expect(path(graph, 'p1/r1')).toEqual(['server1/eth0', 'p1/f1', 'p1/r1']);
});

test('an uncabled interface is a path of one port', () => {
  const graph = aGraph(HOSTS, []);
  expect(tracePort(graph, 'server1/eth0')).toMatchObject({ complete: false });
  expect(path(graph, 'server1/eth0')).toEqual(['server1/eth0']);
});

test('a ring of panels ends where it began and says so', () => {
  const graph = aGraph(aPanel('p1', 2, false), [
    ['p1/f1', 'p1/f2'],
    ['p1/r1', 'p1/r2'],
  ]);
  const trace = tracePort(graph, 'p1/f1');
  expect(trace).toMatchObject({ complete: false, loop: true });
  expect(trace?.steps).toHaveLength(4);
});

test('power goes from the inlet through the PDU to the feed', () => {
  const graph = aGraph(
    [
      aPort('server1/PSU1', 'power-port'),
      aPort('pdu-a/Inlet', 'power-port'),
      aPort('pdu-a/5', 'power-outlet', { innerPortId: 'pdu-a/Inlet' }),
      aPort('rack1/A', 'power-feed'),
    ],
    [
      ['server1/PSU1', 'pdu-a/5'],
      ['rack1/A', 'pdu-a/Inlet'],
    ],
  );
  expect(path(graph, 'server1/PSU1')).toEqual(['server1/PSU1', 'pdu-a/5', 'pdu-a/Inlet', 'rack1/A']);
  expect(tracePort(graph, 'server1/PSU1')?.complete).toBe(true);
});

test('there is no trace of a port that is not there', () => {
  expect(tracePort(aGraph([], []), 'x/y')).toBeUndefined();
});
