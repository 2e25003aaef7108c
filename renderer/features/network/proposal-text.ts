import type { InferContractRouterOutputs } from '@orpc/contract';
import type { networkContract } from '../../../shared/contract/network.ts';

export type AddressProposal = InferContractRouterOutputs<typeof networkContract>['propose'];

/** `Private, in 10.0.0.0/24: gateway 10.0.0.1, VLAN 20`; where no prefix holds it, that it stands alone. */
export function proposalText({ type, cidr, gateway, vlan }: AddressProposal): string {
  const kind = type === 'private' ? 'Private' : 'Public';
  if (cidr === null) return `${kind}, in no prefix: it is recorded alone.`;
  const facts = [gateway === null ? null : `gateway ${gateway}`, vlan === null ? null : `VLAN ${vlan}`];
  const said = facts.filter((fact) => fact !== null).join(', ');
  return `${kind}, in ${cidr}${said === '' ? '' : `: ${said}`}.`;
}

/** What the innermost prefix says of an address, as the fields of a form. */
export function proposedFields(proposal: AddressProposal): Readonly<Record<string, string>> {
  const { type, cidr, gateway, dnsServers, vlan, provider, region } = proposal;
  const fields = { type, cidr, gateway, dnsServers, vlan: vlan === null ? null : String(vlan), provider, region };
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== null));
}
