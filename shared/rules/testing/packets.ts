import fc from 'fast-check';
import type { Packet, PacketRule } from '../packet.ts';

/** Addresses 10.0.0.0 to 10.0.0.15 and ::0 to ::f, so that networks and packets meet. */
const address = fc.oneof(
  fc.nat(15).map((last) => `10.0.0.${last}`),
  fc.nat(15).map((last) => `2001:db8::${last.toString(16)}`),
);
const network = fc.oneof(
  fc.tuple(fc.nat(15), fc.integer({ min: 28, max: 32 })).map(([last, length]) => {
    const size = 2 ** (32 - length);
    return `10.0.0.${Math.floor(last / size) * size}/${length}`;
  }),
  fc.tuple(fc.nat(15), fc.integer({ min: 124, max: 128 })).map(([last, length]) => {
    const size = 2 ** (128 - length);
    return `2001:db8::${(Math.floor(last / size) * size).toString(16)}/${length}`;
  }),
);
const end = fc.oneof(fc.constant('any'), address, network);

/** Rules for few ports and names, so that many match and tie. */
export const packetRule: fc.Arbitrary<PacketRule> = fc
  .record({
    id: fc.uuid(),
    name: fc.constantFrom('a', 'B', 'b', 'c', 'D'),
    action: fc.constantFrom('ALLOW', 'DENY'),
    protocol: fc.constantFrom('tcp', 'udp', 'icmp', 'all'),
    source: end,
    destination: end,
    portStart: fc.nat(4),
    more: fc.nat(3),
    priority: fc.nat(3),
  })
  .map(({ more, ...made }) => ({ ...made, portEnd: made.portStart === 0 || more === 0 ? 0 : made.portStart + more }));

export const packet: fc.Arbitrary<Packet> = fc.oneof(
  fc.record({
    protocol: fc.constantFrom('tcp', 'udp'),
    source: address,
    destination: address,
    port: fc.integer({ min: 1, max: 7 }),
  }),
  fc.record({ protocol: fc.constant('icmp'), source: address, destination: address, port: fc.constant(null) }),
);

/** Every address that an end stands for, listed one by one. */
function members(text: string): Set<string> {
  const [base = '', length] = text.split('/');
  const all = Array.from({ length: 16 }, (_, last) =>
    base.includes(':') ? `2001:db8::${last.toString(16)}` : `10.0.0.${last}`,
  );
  if (text === 'any') {
    const other = all.map((_, last) => `2001:db8::${last.toString(16)}`);
    return new Set([...all, ...other]);
  }
  if (length === undefined) return new Set([text]);
  const start = base.includes(':') ? Number.parseInt(base.split('::')[1] || '0', 16) : Number(base.split('.')[3]);
  const size = 2 ** ((base.includes(':') ? 128 : 32) - Number(length));
  return new Set(all.slice(start, start + size));
}

/** Asks every rule without order, and keeps the best of those that match. */
export function packetOracle<Rule extends PacketRule>(
  rules: readonly Rule[],
  { protocol, source, destination, port }: Packet,
): Rule | null {
  let best: Rule | null = null;
  for (const candidate of rules) {
    const ports = candidate.portStart === 0 ? null : [candidate.portStart, candidate.portEnd || candidate.portStart];
    const matches =
      ['all', protocol].includes(candidate.protocol) &&
      members(candidate.source).has(source) &&
      members(candidate.destination).has(destination) &&
      (ports === null || (port !== null && port >= (ports[0] ?? 0) && port <= (ports[1] ?? 0)));
    if (matches && (best === null || before(candidate, best))) best = candidate;
  }
  return best;
}

function before(left: PacketRule, right: PacketRule): boolean {
  const keys = (entry: PacketRule) => [
    String(entry.priority).padStart(9, '0'),
    entry.name.toLowerCase(),
    entry.name,
    entry.id,
  ];
  return JSON.stringify(keys(left)) < JSON.stringify(keys(right));
}
