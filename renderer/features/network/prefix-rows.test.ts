import { describe, expect, it } from 'vitest';
import type { PrefixNode } from '../../../shared/contract/network.ts';
import { shownNodes } from './prefix-rows.ts';

function node(cidr: string, parentId: string | null, more: Partial<PrefixNode> = {}): PrefixNode {
  return {
    id: cidr,
    cidr,
    vrfId: null,
    vrf: 'default',
    parentId,
    depth: 0,
    purpose: null,
    vlan: null,
    capacity: '1',
    used: '0',
    share: 0,
    children: 0,
    addresses: 0,
    ...more,
  };
}

const NODES = [
  node('10.0.0.0/8', null, { purpose: 'Own' }),
  node('10.1.0.0/16', '10.0.0.0/8'),
  node('10.1.2.0/24', '10.1.0.0/16', { purpose: 'Storage', vlan: 20 }),
  node('10.2.0.0/16', '10.0.0.0/8'),
  node('2001:db8::/32', null),
];

const shown = (text: string, closed: readonly string[] = []) =>
  shownNodes(NODES, text, new Set(closed)).map(({ cidr }) => cidr);

describe('the rows of the tree', () => {
  it('leave out all that lies in a closed prefix', () => {
    expect(shown('', ['10.1.0.0/16'])).toEqual(['10.0.0.0/8', '10.1.0.0/16', '10.2.0.0/16', '2001:db8::/32']);
    expect(shown('', ['10.0.0.0/8'])).toEqual(['10.0.0.0/8', '2001:db8::/32']);
  });

  it('for an address are the prefixes that hold it, for a network also those in it', () => {
    expect(shown('10.1.2.77')).toEqual(['10.0.0.0/8', '10.1.0.0/16', '10.1.2.0/24']);
    expect(shown('10.2.0.0/15')).toEqual(['10.0.0.0/8', '10.2.0.0/16']);
    expect(shown('2001:db8::1')).toEqual(['2001:db8::/32']);
  });

  it('for a word are those that say it, below what they lie in, closed or not', () => {
    expect(shown('storage', ['10.0.0.0/8'])).toEqual(['10.0.0.0/8', '10.1.0.0/16', '10.1.2.0/24']);
    expect(shown('vlan 20')).toHaveLength(3);
    expect(shown('nothing')).toEqual([]);
  });
});
