import type { DnsFinding } from '../../../shared/contract/dns.ts';
import type { NetworkFinding } from '../../../shared/contract/network.ts';
import type { PortFinding } from '../../../shared/contract/port-assignment.ts';
import { objectHref } from '../../ui/location.ts';

type Code = NetworkFinding['code'] | DnsFinding['code'] | PortFinding['code'];

/** What contradicts itself, of whatever part of the network. */
export interface Finding {
  readonly key: string;
  readonly code: Code;
  readonly part: 'Addresses' | 'DNS' | 'Ports';
  readonly message: string;
  readonly href: string | null;
}

export const CODE_LABELS: Readonly<Record<Code, string>> = {
  OUTSIDE_PREFIXES: 'In no prefix',
  DUPLICATE: 'In two VRFs',
  OVERLAP: 'Networks overlap',
  OTHER_NETWORK: 'Another network',
  GATEWAY_OUTSIDE: 'Gateway outside',
  GATEWAY_ASSIGNED: 'Gateway assigned',
  NOT_FOR_HOSTS: 'Not for hosts',
  NO_PRIMARY: 'No primary address',
  CNAME_AND_OTHER: 'Alias beside others',
  DANGLING_TARGET: 'Leads nowhere',
  DANGLING_ADDRESS: 'Address of nobody',
  PTR_MISSING: 'PTR missing',
  PTR_WRONG: 'PTR wrong',
  VALUE_MISMATCH: 'Not its address',
  NO_NAME_SERVER: 'No name server',
  OTHER_COMPUTE: 'NAT or VIP',
  UNASSIGNED_ADDRESS: 'Address of nobody',
  UNKNOWN_SERVICE_PORT: 'Port not declared',
};

/** Right in many networks: told so that nobody overlooks it, not because it is wrong. */
const ODD: ReadonlySet<Code> = new Set(['OTHER_COMPUTE', 'DUPLICATE', 'OUTSIDE_PREFIXES', 'UNKNOWN_SERVICE_PORT']);

export function findingTone(code: Code): 'attention' | 'neutral' {
  return ODD.has(code) ? 'neutral' : 'attention';
}

function keyed(findings: readonly Omit<Finding, 'key'>[]): readonly Finding[] {
  return findings.map((finding, index) => ({ ...finding, key: `${finding.part} ${index}` }));
}

export function addressFindings(found: readonly NetworkFinding[]): readonly Finding[] {
  return keyed(
    found.map(({ code, message, noun, id }) => ({ code, message, part: 'Addresses', href: objectHref(noun, id) })),
  );
}

export function dnsFindings(found: readonly DnsFinding[]): readonly Finding[] {
  return keyed(
    found.map(({ code, message, recordId }) => ({
      code,
      message,
      part: 'DNS',
      href: objectHref('dnsRecord', recordId),
    })),
  );
}

export function portFindings(found: readonly PortFinding[]): readonly Finding[] {
  return keyed(
    found.map(({ code, message, portAssignmentId }) => ({
      code,
      message,
      part: 'Ports',
      href: objectHref('portAssignment', portAssignmentId),
    })),
  );
}

/** How many there are of each kind, the most first. */
export function codeCounts(findings: readonly Finding[]): readonly { readonly code: Code; readonly count: number }[] {
  return [...Map.groupBy(findings, ({ code }) => code)]
    .map(([code, all]) => ({ code, count: all.length }))
    .toSorted((left, right) => right.count - left.count);
}
