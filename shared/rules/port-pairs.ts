import { PORT_KINDS, type PortKind } from '../domain/port.ts';

/** The one table of kinds that a cable may join; it reads both ways. */
const FITTING: readonly (readonly [PortKind, PortKind])[] = [
  ['interface', 'interface'],
  ['interface', 'front-port'],
  ['interface', 'rear-port'],
  ['interface', 'circuit-termination'],
  ['front-port', 'front-port'],
  ['front-port', 'rear-port'],
  ['front-port', 'circuit-termination'],
  ['rear-port', 'rear-port'],
  ['rear-port', 'circuit-termination'],
  ['circuit-termination', 'circuit-termination'],
  ['console-port', 'console-server-port'],
  ['console-port', 'front-port'],
  ['console-port', 'rear-port'],
  ['console-server-port', 'front-port'],
  ['console-server-port', 'rear-port'],
  ['power-port', 'power-outlet'],
  ['power-port', 'power-feed'],
];

const PARTNERS = new Map<PortKind, readonly PortKind[]>(
  PORT_KINDS.map(({ value }) => [value, FITTING.flatMap(([a, b]) => (a === value ? [b] : b === value ? [a] : []))]),
);

const KIND_LABELS = new Map<PortKind, string>(PORT_KINDS.map(({ value, label }) => [value, label.toLowerCase()]));

/** Interfaces that have no socket. */
const WITHOUT_SOCKET = /^(virtual|bridge|lag|ieee802\.|lte|4g|5g|gsm|cdma|other-wireless)/;

/** What a cable needs to know of a port. */
export interface CableEnd {
  readonly kind: PortKind;
  /** Connector or interface type; null: not known. */
  readonly type: string | null;
  /** How the port is called in the sentence. */
  readonly text: string;
}

/** The kinds that may be joined to `kind`. */
export function fittingKinds(kind: PortKind): readonly PortKind[] {
  return PARTNERS.get(kind) ?? [];
}

/** Why no cable can join the two; null when one can. */
export function pairProblem(a: CableEnd, b: CableEnd): string | null {
  for (const end of [a, b]) {
    if (end.kind === 'interface' && end.type !== null && WITHOUT_SOCKET.test(end.type))
      return `${end.text} is a ${end.type} interface, which takes no cable.`;
  }
  const allowed = fittingKinds(a.kind);
  if (allowed.includes(b.kind)) return null;
  const kinds = allowed.map((kind) => KIND_LABELS.get(kind) ?? kind).join(', ');
  return `${a.text} (${KIND_LABELS.get(a.kind) ?? a.kind}) cannot be joined to ${b.text} (${KIND_LABELS.get(b.kind) ?? b.kind}); it fits ${kinds}.`;
}

/** Plugs and the sockets that take them. IEC 60320: the outlet's number is one less than the inlet's. */
const PLUG_TAKES: Readonly<Record<string, readonly string[]>> = {
  'iec-60320-c6': ['iec-60320-c5'],
  'iec-60320-c8': ['iec-60320-c7'],
  'iec-60320-c14': ['iec-60320-c13', 'iec-60320-c15'],
  'iec-60320-c16': ['iec-60320-c15'],
  'iec-60320-c18': ['iec-60320-c17'],
  'iec-60320-c20': ['iec-60320-c19', 'iec-60320-c21'],
  'iec-60320-c22': ['iec-60320-c21'],
};

function powerWarning(inlet: CableEnd, outlet: CableEnd): string | null {
  const takes = inlet.type === null ? undefined : PLUG_TAKES[inlet.type];
  if (!takes || outlet.type === null || !outlet.type.startsWith('iec-60320-') || takes.includes(outlet.type))
    return null;
  return `${inlet.text} is ${inlet.type}, ${outlet.text} is ${outlet.type}; an adapter is needed.`;
}

/** Speed in Mbit/s that an interface type names, null when it names none: `10gbase-x-sfpp` → 10000, `1000base-t` → 1000. */
export function interfaceSpeedMbps(type: string | null): number | null {
  const match = /^(\d+(?:\.\d+)?)(g?)base/i.exec(type ?? '');
  if (!match) return null;
  return Math.round(Number(match[1]) * (match[2] === '' ? 1 : 1000));
}

function isCopper(type: string): boolean {
  return /base-t/.test(type);
}

/** Copper goes into an SFP cage by a transceiver of its own; for the cages of 40 Gbit/s and more there is none. */
const FASTEST_COPPER_CAGE_MBPS = 25_000;

function interfaceWarning(a: CableEnd, b: CableEnd): string | null {
  const [speedA, speedB] = [interfaceSpeedMbps(a.type), interfaceSpeedMbps(b.type)];
  if (a.type === null || b.type === null || speedA === null || speedB === null) return null;
  const [copperA, copperB] = [isCopper(a.type), isCopper(b.type)];
  const cageMbps = copperA ? speedB : speedA;
  const odd = copperA === copperB ? !copperA && speedA !== speedB : cageMbps > FASTEST_COPPER_CAGE_MBPS;
  return odd ? `${a.text} is ${a.type}, ${b.text} is ${b.type}; check the transceivers.` : null;
}

/** What is odd about a pair that may be joined: connectors that need an adapter, speeds or media that differ. */
export function pairWarning(a: CableEnd, b: CableEnd): string | null {
  if (a.kind === 'interface' && b.kind === 'interface') return interfaceWarning(a, b);
  if (a.kind === 'power-port') return powerWarning(a, b);
  if (b.kind === 'power-port') return powerWarning(b, a);
  return null;
}

/** The sentence for two ends of a cable that carry different VLANs; null when they agree or one is not set. */
export function vlanWarning(
  a: { readonly text: string; readonly vlan: number | null },
  b: { readonly text: string; readonly vlan: number | null },
): string | null {
  if (a.vlan === null || b.vlan === null || a.vlan === b.vlan) return null;
  return `${a.text} carries VLAN ${a.vlan}, ${b.text} carries VLAN ${b.vlan}.`;
}
