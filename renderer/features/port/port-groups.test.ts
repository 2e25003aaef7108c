import { describe, expect, it } from 'vitest';
import type { PortRow } from '../../../shared/contract/port.ts';
import { isFree, portGroups } from './port-groups.ts';

function aPort(change: Partial<PortRow>): PortRow {
  return {
    id: change.name ?? 'p',
    objectId: 'device',
    kind: 'interface',
    name: 'p',
    label: null,
    type: null,
    number: null,
    mac: null,
    vlan: null,
    speedMbps: null,
    managementOnly: false,
    markConnected: false,
    maximumDrawWatts: null,
    allocatedDrawWatts: null,
    feedLeg: null,
    innerPortId: null,
    innerPosition: null,
    positions: 1,
    notes: null,
    cable: null,
    peer: null,
    inner: null,
    warnings: [],
    ...change,
  };
}

const CABLE = { id: 'c', type: null, colour: null, lengthMm: null, label: null, status: 'connected' };

describe('portGroups', () => {
  it('sorts kinds as the kinds are listed and ports by number, then by the numbers in their names', () => {
    const groups = portGroups([
      aPort({ name: 'PSU1', kind: 'power-port' }),
      aPort({ name: 'eth10' }),
      aPort({ name: 'eth9' }),
      aPort({ name: 'mgmt', number: 2 }),
      aPort({ name: 'lan', number: 1 }),
    ]);
    expect(groups.map(({ kind, rows }) => [kind, rows.map(({ name }) => name)])).toEqual([
      ['interface', ['lan', 'mgmt', 'eth9', 'eth10']],
      ['power-port', ['PSU1']],
    ]);
  });

  it('counts a port as free when it has no cable and is not marked as taken', () => {
    const rows = [aPort({ name: 'a' }), aPort({ name: 'b', cable: CABLE }), aPort({ name: 'c', markConnected: true })];
    expect(rows.map(isFree)).toEqual([true, false, false]);
    expect(portGroups(rows)[0]?.free).toBe(1);
  });

  it('has no group for a kind without ports', () => {
    expect(portGroups([])).toEqual([]);
  });
});
