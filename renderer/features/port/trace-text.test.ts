import { describe, expect, it } from 'vitest';
import type { Trace } from '../../../shared/contract/cable.ts';
import { traceSentence, traceStops, traceVerdict } from './trace-text.ts';

type Step = Trace['steps'][number];

const CAT6 = { id: 'c', type: 'cat6', colour: 'blue', label: null };

function aStep(device: string, name: string, by: Step['by'], cable: Step['cable'] = null): Step {
  return {
    portId: `${device}-${name}`,
    objectId: device,
    noun: 'equipment',
    device,
    kind: 'interface',
    name,
    text: `port ${name}`,
    place: '',
    by,
    cable,
  };
}

const THROUGH_A_PANEL: readonly Step[] = [
  aStep('db-01', 'eth0', 'cable', CAT6),
  aStep('panel', '1', 'inside'),
  aStep('panel', 'R1', 'cable', { ...CAT6, type: null, colour: null }),
  aStep('switch', '4', null),
];

function aTrace(change: Partial<Trace>): Trace {
  return { steps: [...THROUGH_A_PANEL], complete: true, loop: false, lengthMm: null, unmeasured: 0, ...change };
}

describe('traceStops', () => {
  it('joins the two ports of a panel into one stop', () => {
    const stops = traceStops(THROUGH_A_PANEL);
    expect(stops.map(({ device, ports }) => [device, ports.map(({ name }) => name)])).toEqual([
      ['db-01', ['eth0']],
      ['panel', ['1', 'R1']],
      ['switch', ['4']],
    ]);
    expect(stops.map(({ cable }) => cable?.id)).toEqual(['c', 'c', undefined]);
  });
});

describe('traceSentence', () => {
  it('reads the path from end to end', () => {
    expect(traceSentence(THROUGH_A_PANEL)).toBe(
      'port eth0 on db-01, cable (blue, CAT6) to port 1 on panel, inside to port R1 on panel, cable to port 4 on switch.',
    );
  });
});

describe('traceVerdict', () => {
  it('adds up cables and length', () => {
    expect(traceVerdict(aTrace({ lengthMm: 2000, unmeasured: 1 }))).toBe(
      'The path is complete, 2 cables, 2 m, 1 cable of unknown length.',
    );
  });

  it('tells a path that stops, one that loops, and none', () => {
    expect(traceVerdict(aTrace({ complete: false }))).toContain('ends before');
    expect(traceVerdict(aTrace({ complete: false, loop: true }))).toContain('comes back to itself');
    expect(traceVerdict(aTrace({ steps: [aStep('a', '1', null)] }))).toBe('Nothing is connected to this port.');
  });
});
