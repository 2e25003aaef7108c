import { parseIp, type IpAddressValue } from '../domain/ip.ts';
import { ANYWHERE, type FirewallAction } from '../domain/firewall-rule.ts';
import type { Protocol } from '../domain/protocol.ts';
import { readBlock, type IpBlock } from './ip-math.ts';

/** A rule as it is asked: its fields in their stored form. */
export interface PacketRule {
  readonly id: string;
  readonly name: string;
  readonly action: FirewallAction;
  readonly protocol: Protocol;
  readonly source: string;
  readonly destination: string;
  readonly portStart: number;
  readonly portEnd: number;
  readonly priority: number;
}

/** What wants to pass; `port` is the destination port, null for ICMP, which has none. */
export interface Packet {
  readonly protocol: Exclude<Protocol, 'all'>;
  readonly source: string;
  readonly destination: string;
  readonly port: number | null;
}

export type Mismatch = 'protocol' | 'source' | 'destination' | 'port';

/** Names as people order them: without regard to case, then by the letters themselves. */
function compareNames(left: string, right: string): number {
  const [low, high] = [left.toLowerCase(), right.toLowerCase()];
  if (low !== high) return low < high ? -1 : 1;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** The order in which rules are asked: the lowest priority first, ties by name, then by id. */
export function packetRuleOrder(left: PacketRule, right: PacketRule): number {
  if (left.priority !== right.priority) return left.priority - right.priority;
  return compareNames(left.name, right.name) || (left.id < right.id ? -1 : Number(left.id > right.id));
}

/** An end of a rule ready for many packets; null: any. */
interface Asked {
  readonly rule: PacketRule;
  readonly source: IpBlock | null;
  readonly destination: IpBlock | null;
}

function endOf(text: string): IpBlock | null {
  return text === ANYWHERE ? null : readBlock(text);
}

function holds(block: IpBlock | null, ip: IpAddressValue): boolean {
  return block === null || (block.version === ip.version && block.first <= ip.value && ip.value <= block.last);
}

/** A rule for any port matches packets without one; a rule for some ports matches none of those. */
function portMatches({ portStart, portEnd }: PacketRule, port: number | null): boolean {
  if (portStart === 0) return true;
  return port !== null && port >= portStart && port <= (portEnd === 0 ? portStart : portEnd);
}

/** Why a rule does not match, the first of protocol, source, destination and port; null: it matches. */
function mismatchOf(
  asked: Asked,
  packet: Packet,
  source: IpAddressValue,
  destination: IpAddressValue,
): Mismatch | null {
  const { rule } = asked;
  if (rule.protocol !== 'all' && rule.protocol !== packet.protocol) return 'protocol';
  if (!holds(asked.source, source)) return 'source';
  if (!holds(asked.destination, destination)) return 'destination';
  return portMatches(rule, packet.port) ? null : 'port';
}

export interface PacketDecision {
  /** The first rule that matches; null: no rule decides. */
  readonly rule: PacketRule | null;
  /** The rules asked before it, in order, each with what did not match. */
  readonly passed: readonly { readonly rule: PacketRule; readonly mismatch: Mismatch }[];
}

/** Asks rules in their order; they need not be sorted. Throws for addresses that no field would have let through. */
export function decidePacket(rules: readonly PacketRule[], packet: Packet): PacketDecision {
  const [source, destination] = [parseIp(packet.source), parseIp(packet.destination)];
  if (!source || !destination) throw new Error('A packet goes from an IP address to an IP address.');
  const passed: { rule: PacketRule; mismatch: Mismatch }[] = [];
  for (const rule of rules.toSorted(packetRuleOrder)) {
    const asked = { rule, source: endOf(rule.source), destination: endOf(rule.destination) };
    const mismatch = mismatchOf(asked, packet, source, destination);
    if (mismatch === null) return { rule, passed };
    passed.push({ rule, mismatch });
  }
  return { rule: null, passed };
}

/** `22`, `8000 to 8080`, `any port`. */
export function portsText({ portStart, portEnd }: Pick<PacketRule, 'portStart' | 'portEnd'>): string {
  if (portStart === 0) return 'any port';
  return portEnd === 0 || portEnd === portStart ? String(portStart) : `${portStart} to ${portEnd}`;
}

/** `203.0.113.45:8080/tcp → 80`; an IPv6 address stands in brackets. */
export function portMappingText(address: string, port: number, protocol: Protocol, servicePort: number): string {
  const host = address.includes(':') ? `[${address}]` : address;
  return `${host}:${port}/${protocol} → ${servicePort}`;
}
