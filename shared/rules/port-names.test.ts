import { describe, expect, it } from 'vitest';
import { plannedPorts, portText } from './port-names.ts';

describe('how a port is called in a sentence', () => {
  it.each([
    ['interface', 'Ethernet1/4', 4, 'port 4'],
    ['interface', '4', 4, 'port 4'],
    ['interface', 'xe-0/0/3', 4, 'port xe-0/0/3'],
    ['interface', 'Management1', 49, 'port Management1'],
    ['power-outlet', 'Outlet 5', 5, 'outlet 5'],
    ['power-feed', 'A', null, 'feed A'],
    ['circuit-termination', 'Telco 17 A', null, 'circuit Telco 17 A'],
  ] as const)('%s %s, number %s: %s', (kind, name, number, text) => {
    expect(portText({ kind, name, number })).toBe(text);
  });
});

describe('the ports that a type declares', () => {
  it('counts data ports first and management ports last', () => {
    const plans = plannedPorts({
      interfaces: [
        { name: 'mgmt', mgmt_only: true },
        { name: 'Ethernet1', type: '10gbase-x-sfpp' },
        { name: 'Ethernet2', type: '10gbase-x-sfpp' },
      ],
    });
    expect(plans.map(({ name, number, managementOnly }) => [name, number, managementOnly])).toEqual([
      ['mgmt', 3, true],
      ['Ethernet1', 1, false],
      ['Ethernet2', 2, false],
    ]);
  });

  it('leads front ports to their rear port and outlets to their inlet, which come first', () => {
    const plans = plannedPorts({
      'front-ports': [{ name: 'F2', type: 'lc', rear_port: 'R', rear_port_position: 2 }],
      'rear-ports': [{ name: 'R', type: 'mpo', positions: 12 }],
      'power-outlets': [{ name: 'O1', power_port: 'In', feed_leg: 'B' }],
      'power-ports': [{ name: 'In', maximum_draw: 7400 }],
    });
    expect(plans.map(({ kind, name, inner }) => [kind, name, inner?.name ?? null])).toEqual([
      ['power-port', 'In', null],
      ['power-outlet', 'O1', 'In'],
      ['rear-port', 'R', null],
      ['front-port', 'F2', 'R'],
    ]);
    expect(plans.find(({ name }) => name === 'F2')).toMatchObject({ innerPosition: 2, type: 'lc' });
    expect(plans.find(({ name }) => name === 'O1')).toMatchObject({ feedLeg: 'B' });
    expect(plans.find(({ name }) => name === 'In')).toMatchObject({ maximumDrawWatts: 7400 });
  });

  it('takes a repeated name once and skips values that are none', () => {
    const plans = plannedPorts({
      'power-ports': [{ name: 'PSU', maximum_draw: -3 }, { name: 'psu ' }],
      'module-bays': [{ name: 'Slot 1' }],
    });
    expect(plans.map(({ name, maximumDrawWatts }) => [name, maximumDrawWatts])).toEqual([['PSU', null]]);
  });
});
