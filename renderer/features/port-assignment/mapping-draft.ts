import { LARGEST_PORT, PROTOCOLS, type Protocol } from '../../../shared/domain/protocol.ts';

/** A port of an address that is to lead to a port of a service, as it is typed. */
export interface MappingDraft {
  /** Id of the address. */
  readonly address: string;
  readonly port: string;
  readonly protocol: string;
  readonly servicePort: string;
  readonly description: string;
}

export interface Mapping {
  readonly address: string;
  readonly port: number;
  readonly protocol: Protocol;
  readonly servicePort: number;
  readonly description: string | null;
}

export type MappingReading =
  | { readonly ok: true; readonly mapping: Mapping }
  /** `message` is null while something is only missing. */
  | { readonly ok: false; readonly message: string | null };

export const NO_MAPPING: MappingDraft = { address: '', port: '', protocol: 'tcp', servicePort: '', description: '' };

/** A port number, null for what is none; ICMP has no ports and is written as 0. */
function portIn(text: string, protocol: Protocol): number | null {
  if (protocol === 'icmp' && text.trim() === '') return 0;
  if (!/^\d{1,5}$/.test(text.trim())) return null;
  const port = Number(text);
  return port <= LARGEST_PORT && (port > 0 || protocol === 'icmp') ? port : null;
}

/** Reads what was typed; an empty service port is the same as the port outside. */
export function readMapping(draft: MappingDraft): MappingReading {
  const protocol = PROTOCOLS.find(({ value }) => value === draft.protocol)?.value ?? 'tcp';
  if (draft.address === '' || (draft.port.trim() === '' && protocol !== 'icmp')) return { ok: false, message: null };
  const port = portIn(draft.port, protocol);
  if (port === null) return { ok: false, message: refusal('Port', draft.port) };
  const servicePort = draft.servicePort.trim() === '' ? port : portIn(draft.servicePort, protocol);
  if (servicePort === null) return { ok: false, message: refusal('Service port', draft.servicePort) };
  const description = draft.description.trim() === '' ? null : draft.description;
  return { ok: true, mapping: { address: draft.address, port, protocol, servicePort, description } };
}

function refusal(label: string, text: string): string {
  return `${label} must be a whole number from 1 to ${LARGEST_PORT}; "${text.trim()}" was given.`;
}
