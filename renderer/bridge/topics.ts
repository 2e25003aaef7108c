import { findNoun, referencedNouns } from '../../shared/domain/nouns.ts';

const PLACE = ['placement', 'rack', 'row', 'room', 'site'];
const CAPACITY = ['componentAssignment', 'component', 'assignment', 'setting'];
const CABLING = ['compute', 'equipment', 'port', 'cable', ...PLACE];
const ADDRESSES = ['vrf', 'prefix', 'ipAddress', 'ipAssignment', 'compute'];
const MAPPINGS = ['ipAddress', 'ipAssignment', 'portAssignment', 'assignment', 'service', 'compute'];
const AUDIT = ['auditSession', 'auditRack', 'observation', 'auditResolution'];
const EXTRAS = ['tag', 'customField', 'customValue'];

/** Nouns read by the channels that are not the ordinary ones of a noun. A channel not listed reads everything. */
const READ_BY_CHANNEL: Readonly<Record<string, readonly string[]>> = {
  'audit.sessions': AUDIT,
  'audit.session': AUDIT,
  'audit.walk': AUDIT,
  'audit.rack': AUDIT,
  'audit.observations': AUDIT,
  'audit.tickList': AUDIT,
  'compute.capacity': ['compute', ...CAPACITY, 'service'],
  'compute.fittings': ['compute', 'componentAssignment', 'component'],
  'compute.services': ['compute', 'assignment', 'service'],
  'compute.place': ['compute', 'equipment', ...PLACE],
  'rack.elevation': ['deviceType', 'picture', 'rackReservation', 'zone', ...CABLING, ...CAPACITY],
  'rack.overview': ['compute', 'equipment', ...PLACE],
  'port.ofObject': CABLING,
  'cable.ofObject': CABLING,
  'cable.trace': CABLING,
  'cable.previewConnect': CABLING,
  'cable.previewRanges': CABLING,
  'network.tree': ADDRESSES,
  'network.map': ADDRESSES,
  'network.nextFree': ADDRESSES,
  'network.nextNetwork': ADDRESSES,
  'network.propose': ADDRESSES,
  'network.ofCompute': ADDRESSES,
  'network.holders': ADDRESSES,
  'network.findings': ADDRESSES,
  'dns.zones': ['dnsRecord'],
  'dns.check': ['dnsRecord', 'ipAddress', 'ipAssignment'],
  'dns.exportZone': ['dnsRecord'],
  'firewall.effective': ['firewallAssignment', 'firewallRule', 'compute'],
  'firewall.computesOf': ['firewallAssignment', 'firewallRule', 'compute'],
  'firewall.packet': ['firewallAssignment', 'firewallRule', ...ADDRESSES],
  'portAssignment.ofCompute': MAPPINGS,
  'portAssignment.propose': MAPPINGS,
  'portAssignment.findings': MAPPINGS,
  'power.chain': ['deviceType', ...CABLING, ...CAPACITY],
  'power.findings': ['deviceType', ...CABLING, ...CAPACITY],
  'locate.find': ['part', 'componentAssignment', 'ipAddress', 'ipAssignment', ...CABLING],
  'locate.console': CABLING,
  'locate.power': CABLING,
};

/** What derived columns are computed from, where it is not places and capacity. */
const DERIVED_FROM: Readonly<Record<string, readonly string[]>> = {
  ipAddress: ADDRESSES,
  portAssignment: MAPPINGS,
};

const ORDINARY = new Set(['list', 'get', 'existing']);

/** The nouns whose rows an answer of the channel was made from, or null where any noun may be among them. */
export function nounsRead(channel: readonly string[]): ReadonlySet<string> | null {
  const special = READ_BY_CHANNEL[channel.join('.')];
  if (special) return new Set(special);
  const definition = findNoun(channel[0] ?? '');
  if (!definition || !ORDINARY.has(channel[1] ?? '')) return null;
  const references = definition.fieldList.flatMap((field) =>
    field.meta.references ? referencedNouns(field.meta.references).map((entry) => entry.noun) : [],
  );
  const derived = definition.derived ? (DERIVED_FROM[definition.noun] ?? [...PLACE, ...CAPACITY]) : [];
  return new Set([definition.noun, ...references, ...derived, ...(definition.tagged ? EXTRAS : [])]);
}

/** Whether a change of these nouns makes the answer under this query key old. Keys are oRPC's: `[channel, options]`. */
export function isAffected(queryKey: readonly unknown[], changed: readonly string[]): boolean {
  const channel = queryKey[0];
  if (!Array.isArray(channel)) return false;
  const read = nounsRead(channel.map(String));
  return read === null || changed.some((noun) => read.has(noun));
}
