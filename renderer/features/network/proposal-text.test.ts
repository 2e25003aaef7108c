import { expect, it } from 'vitest';
import { proposalText, proposedFields, type AddressProposal } from './proposal-text.ts';

const ALONE: AddressProposal = {
  type: 'public',
  prefixId: null,
  cidr: null,
  gateway: null,
  dnsServers: null,
  vlan: null,
  provider: null,
  region: null,
};

it('says what the address is and what its prefix says of it', () => {
  expect(proposalText(ALONE)).toBe('Public, in no prefix: it is recorded alone.');
  const inside: AddressProposal = { ...ALONE, type: 'private', prefixId: 'p', cidr: '10.0.0.0/24' };
  expect(proposalText(inside)).toBe('Private, in 10.0.0.0/24.');
  expect(proposalText({ ...inside, gateway: '10.0.0.1', vlan: 20 })).toBe(
    'Private, in 10.0.0.0/24: gateway 10.0.0.1, VLAN 20.',
  );
});

it('proposes only what the prefix says', () => {
  const inside: AddressProposal = { ...ALONE, cidr: '192.0.2.0/24', vlan: 20, provider: 'OVH' };
  expect(proposedFields(inside)).toEqual({ type: 'public', cidr: '192.0.2.0/24', vlan: '20', provider: 'OVH' });
});
