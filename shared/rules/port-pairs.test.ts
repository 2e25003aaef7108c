import { describe, expect, it } from 'vitest';
import { PORT_KINDS, type PortKind } from '../domain/port.ts';
import { fittingKinds, interfaceSpeedMbps, pairProblem, pairWarning, vlanWarning } from './port-pairs.ts';

function end(kind: PortKind, type: string | null = null, text: string = kind) {
  return { kind, type, text };
}

describe('which ports a cable joins', () => {
  it.each([
    ['power-port', 'power-outlet', true],
    ['power-port', 'power-feed', true],
    ['power-port', 'power-port', false],
    ['power-outlet', 'power-feed', false],
    ['console-port', 'console-server-port', true],
    ['console-port', 'console-port', false],
    ['console-port', 'interface', false],
    ['interface', 'interface', true],
    ['interface', 'front-port', true],
    ['rear-port', 'rear-port', true],
    ['rear-port', 'front-port', true],
    ['interface', 'power-outlet', false],
    ['circuit-termination', 'interface', true],
    ['front-port', 'power-port', false],
  ] as const)('%s and %s: %s', (a, b, fits) => {
    expect(pairProblem(end(a), end(b)) === null).toBe(fits);
    expect(pairProblem(end(b), end(a)) === null).toBe(fits);
  });

  it('reads the same both ways, for every pair of kinds', () => {
    for (const { value: a } of PORT_KINDS)
      for (const { value: b } of PORT_KINDS) expect(fittingKinds(a).includes(b)).toBe(fittingKinds(b).includes(a));
  });

  it('names both ports and what would fit', () => {
    expect(pairProblem(end('power-port', null, 'PSU1 on db-01'), end('interface', null, 'port 4 on sw1'))).toBe(
      'PSU1 on db-01 (power inlet) cannot be joined to port 4 on sw1 (network interface); it fits power outlet, power feed of a rack.',
    );
  });

  it.each(['virtual', 'lag', 'ieee802.11ac', 'lte'])('gives a %s interface no cable', (type) => {
    expect(pairProblem(end('interface', type), end('interface'))).toContain('takes no cable');
  });
});

describe('what is odd about a pair', () => {
  it.each([
    ['iec-60320-c14', 'iec-60320-c13', false],
    ['iec-60320-c14', 'iec-60320-c19', true],
    ['iec-60320-c20', 'iec-60320-c19', false],
    ['iec-60320-c20', 'iec-60320-c13', true],
    ['iec-60320-c14', 'nema-5-20r', false],
    [null, 'iec-60320-c13', false],
  ])('inlet %s in outlet %s: warned %s', (inlet, outlet, warned) => {
    expect(pairWarning(end('power-port', inlet), end('power-outlet', outlet)) !== null).toBe(warned);
    expect(pairWarning(end('power-outlet', outlet), end('power-port', inlet)) !== null).toBe(warned);
  });

  it.each([
    ['1000base-t', '10gbase-t', false],
    ['10gbase-x-sfpp', '10gbase-x-sfpp', false],
    ['10gbase-x-sfpp', '25gbase-x-sfp28', true],
    ['1000base-t', '10gbase-x-sfpp', false],
    ['10gbase-t', '100gbase-x-qsfp28', true],
    ['1000base-t', 'other', false],
  ])('%s to %s: warned %s', (a, b, warned) => {
    expect(pairWarning(end('interface', a), end('interface', b)) !== null).toBe(warned);
  });

  it.each([
    [203, 204, 'eth1 carries VLAN 203, port 4 carries VLAN 204.'],
    [203, 203, null],
    [null, 204, null],
  ])('VLAN %s and %s', (a, b, sentence) => {
    expect(vlanWarning({ text: 'eth1', vlan: a }, { text: 'port 4', vlan: b })).toBe(sentence);
  });
});

it.each([
  ['10gbase-x-sfpp', 10_000],
  ['1000base-t', 1000],
  ['2.5gbase-t', 2500],
  ['100gbase-x-qsfp28', 100_000],
  ['100base-tx', 100],
  ['infiniband-hdr', null],
  [null, null],
])('%s is %s Mbit/s', (type, speed) => {
  expect(interfaceSpeedMbps(type)).toBe(speed);
});
