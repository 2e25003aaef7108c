import { fail } from '../../../shared/contract/failure.ts';
import type { PortEnd, PortRow } from '../../../shared/contract/port.ts';
import type { Port, PortKind } from '../../../shared/domain/port.ts';
import { portText } from '../../../shared/rules/port-names.ts';
import { pairWarning, vlanWarning } from '../../../shared/rules/port-pairs.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { WriteContext } from '../../db/write-context.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { holderNames } from '../placement/service.ts';
import { PortMaker, type Instantiated } from './instantiate.ts';
import { cablesAt, findPort, holderNoun, portsById, portsNamed, portsOf, type CableRow } from './repository.ts';

/** A port as a caller names it. */
export type PortName =
  | { readonly port: string }
  | { readonly device: string; readonly name: string; readonly kind?: PortKind | undefined };

/** The port meant; refuses with E_PORT_MISSING, naming the ports there are, or E_AMBIGUOUS. */
export function requirePort(database: ReadDatabase, name: PortName): Port {
  if ('port' in name) return findPort(database, name.port) ?? fail('E_PORT_MISSING', 'The port is no longer there.');
  const objectId = resolveReference(database, 'portHolder', name.device, 'device');
  const found = portsNamed(database, objectId, name.name, name.kind);
  const [port] = found;
  if (port && found.length === 1) return port;
  if (!port) return refuseMissing(database, objectId, name);
  const kinds = found.map(({ kind }) => kind).join(', ');
  return fail('E_AMBIGUOUS', `${name.device} has ${found.length} ports "${name.name}" (${kinds}); say which kind.`, {
    fields: [{ path: 'kind', message: `One of ${kinds}.`, allowed: kinds }],
  });
}

const NAMED_AT_MOST = 6;

function refuseMissing(
  database: ReadDatabase,
  objectId: string,
  { name, kind }: { name: string; kind?: PortKind | undefined },
): never {
  const device = holderNames(database, [objectId]).get(objectId) ?? 'The device';
  const ports = portsOf(database, [objectId]).filter((port) => kind === undefined || port.kind === kind);
  const some = ports.slice(0, NAMED_AT_MOST).map((port) => port.name);
  const rest = ports.length > some.length ? ` and ${ports.length - some.length} more` : '';
  const has = ports.length === 0 ? 'it has none' : `it has ${ports.length}: ${some.join(', ')}${rest}`;
  const message = `${device} has no ${kind ?? 'port'} "${name}"; ${has}.`;
  fail('E_PORT_MISSING', message, { fields: [{ path: 'name', message, value: name }] });
}

/** Ports as ends of cables, by port id. */
export function portEnds(database: ReadDatabase, ports: readonly Port[]): Map<string, PortEnd> {
  const names = holderNames(
    database,
    ports.map(({ objectId }) => objectId),
  );
  return new Map(
    ports.map((port) => [
      port.id,
      {
        portId: port.id,
        objectId: port.objectId,
        noun: holderNoun(database, port.objectId) ?? 'equipment',
        device: names.get(port.objectId) ?? 'device',
        kind: port.kind,
        name: port.name,
        text: portText(port),
      },
    ]),
  );
}

export function portsWithIds(database: ReadDatabase, ids: readonly string[]): Port[] {
  return portsById(database, ids);
}

export function portsOfObjects(database: ReadDatabase, objectIds: readonly string[]): Port[] {
  return portsOf(database, objectIds);
}

export function cablesOfPorts(database: ReadDatabase, portIds: readonly string[]): CableRow[] {
  return cablesAt(database, portIds);
}

/** `port 4 on switch2a` */
export function endText(end: Pick<PortEnd, 'text' | 'device'>): string {
  return `${end.text} on ${end.device}`;
}

/** What is odd about two joined ports: connectors, speeds, VLANs. */
export function jointWarnings(a: Port, aEnd: PortEnd, b: Port, bEnd: PortEnd): string[] {
  const [aText, bText] = [endText(aEnd), endText(bEnd)];
  const pair = pairWarning({ kind: a.kind, type: a.type, text: aText }, { kind: b.kind, type: b.type, text: bText });
  const vlan = vlanWarning({ text: aText, vlan: a.vlan }, { text: bText, vlan: b.vlan });
  return [pair, vlan].filter((warning) => warning !== null);
}

/** Every port of an object with what is plugged in. */
export function portRows(database: ReadDatabase, objectId: string): PortRow[] {
  const ports = portsOf(database, [objectId]);
  const cables = cablesAt(
    database,
    ports.map(({ id }) => id),
  );
  const links = new Map(cables.flatMap((cable) => [[cable.aPortId, cable] as const, [cable.bPortId, cable] as const]));
  const peerOf = (port: Port, cable: CableRow) => (cable.aPortId === port.id ? cable.bPortId : cable.aPortId);
  const peers = portsById(
    database,
    cables.flatMap(({ aPortId, bPortId }) => [aPortId, bPortId]),
  );
  const byId = new Map([...ports, ...peers].map((port) => [port.id, port]));
  const ends = portEnds(database, [...byId.values()]);
  return ports.map((port) => {
    const cable = links.get(port.id);
    const peer = cable ? byId.get(peerOf(port, cable)) : undefined;
    const [own, far] = [ends.get(port.id), peer ? ends.get(peer.id) : undefined];
    return {
      ...port,
      cable: cable ? withoutEnds(cable) : null,
      peer: far ?? null,
      inner: port.innerPortId === null ? null : (byId.get(port.innerPortId)?.name ?? null),
      warnings: own && far && peer ? jointWarnings(port, own, peer, far) : [],
    };
  });
}

function withoutEnds({ id, type, colour, lengthMm, label, status }: CableRow) {
  return { id, type, colour, lengthMm, label, status };
}

/** Makes the ports that devices and racks do not have yet. */
export function instantiatePorts(context: WriteContext, objectIds: readonly string[]): Instantiated {
  const maker = new PortMaker(context);
  const sum: Instantiated = { created: 0, present: 0 };
  for (const id of objectIds) {
    const { created, present } = maker.missingOf(id);
    sum.created += created;
    sum.present += present;
  }
  return sum;
}
