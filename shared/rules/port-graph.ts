import type { PortKind } from '../domain/port.ts';

/** A port as traces and power paths see it. */
export interface GraphPort {
  readonly id: string;
  readonly objectId: string;
  readonly kind: PortKind;
  readonly name: string;
  readonly number: number | null;
  /** The rear port behind a front port, or the inlet behind an outlet. */
  readonly innerPortId: string | null;
  /** Which position of the rear port a front port is. */
  readonly innerPosition: number | null;
  /** Positions of a rear port. */
  readonly positions: number;
}

export interface GraphLink {
  readonly cableId: string;
  readonly portId: string;
}

/** Ports and cables, however they are kept: rows read one by one, or all in memory. */
export interface PortGraph {
  port(id: string): GraphPort | undefined;
  /** The cable in a port and the port at its other end. */
  cabled(portId: string): GraphLink | undefined;
  /** The ports that lead inside to this one. */
  outers(portId: string): readonly GraphPort[];
  inletsOf(objectId: string): readonly GraphPort[];
}

export interface GraphCable {
  readonly id: string;
  readonly aPortId: string;
  readonly bPortId: string;
}

/** A graph of ports and cables held in memory. */
export function portGraph(ports: Iterable<GraphPort>, cables: Iterable<GraphCable>): PortGraph {
  const byId = new Map<string, GraphPort>();
  const outers = new Map<string, GraphPort[]>();
  const inlets = new Map<string, GraphPort[]>();
  const links = new Map<string, GraphLink>();
  for (const port of ports) {
    byId.set(port.id, port);
    if (port.innerPortId !== null) appendTo(outers, port.innerPortId, port);
    if (port.kind === 'power-port') appendTo(inlets, port.objectId, port);
  }
  for (const { id, aPortId, bPortId } of cables) {
    links.set(aPortId, { cableId: id, portId: bPortId });
    links.set(bPortId, { cableId: id, portId: aPortId });
  }
  return {
    port: (id) => byId.get(id),
    cabled: (id) => links.get(id),
    outers: (id) => outers.get(id) ?? [],
    inletsOf: (objectId) => inlets.get(objectId) ?? [],
  };
}

function appendTo(map: Map<string, GraphPort[]>, key: string, port: GraphPort): void {
  const list = map.get(key);
  if (list) list.push(port);
  else map.set(key, [port]);
}
