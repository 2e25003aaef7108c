import { canonicalAddress } from '../../../shared/domain/ip.ts';
import { LARGEST_PORT } from '../../../shared/domain/protocol.ts';

export const PACKET_PROTOCOLS = [
  { value: 'tcp', label: 'TCP' },
  { value: 'udp', label: 'UDP' },
  { value: 'icmp', label: 'ICMP' },
] as const;

type PacketProtocol = (typeof PACKET_PROTOCOLS)[number]['value'];

/** A packet as it is typed; an empty destination is the primary address of the compute. */
export interface PacketDraft {
  readonly protocol: PacketProtocol;
  readonly source: string;
  readonly destination: string;
  readonly port: string;
}

export const NO_PACKET: PacketDraft = { protocol: 'tcp', source: '', destination: '', port: '' };

export interface PacketQuestionInput {
  readonly protocol: PacketProtocol;
  readonly source: string;
  readonly destination?: string;
  readonly port?: number;
}

export type PacketReading =
  | { readonly ok: true; readonly packet: PacketQuestionInput }
  /** `message` is null while something is only missing. */
  | { readonly ok: false; readonly message: string | null };

function addressProblem(label: string, text: string): PacketReading {
  return { ok: false, message: `${label} must be an IPv4 or IPv6 address; "${text.trim()}" was given.` };
}

/** Reads what was typed. */
export function readPacket({ protocol, source, destination, port }: PacketDraft): PacketReading {
  if (source.trim() === '') return { ok: false, message: null };
  const from = canonicalAddress(source);
  if (from === null) return addressProblem('Source', source);
  const to = destination.trim() === '' ? null : canonicalAddress(destination);
  if (to === null && destination.trim() !== '') return addressProblem('Destination', destination);
  const ends = { protocol, source: from, ...(to === null ? {} : { destination: to }) };
  if (protocol === 'icmp') return { ok: true, packet: ends };
  if (port.trim() === '') return { ok: false, message: null };
  const wanted = Number(port);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > LARGEST_PORT)
    return { ok: false, message: `Port must be a whole number from 1 to ${LARGEST_PORT}; "${port.trim()}" was given.` };
  return { ok: true, packet: { ...ends, port: wanted } };
}

/** Why a rule that was asked before did not decide. */
export const MISMATCH_TEXT = {
  protocol: 'another protocol',
  source: 'another source',
  destination: 'another destination',
  port: 'another port',
} as const;
