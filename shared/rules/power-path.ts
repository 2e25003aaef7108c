import type { GraphPort, PortGraph } from './port-graph.ts';

/** How one cord of a device reaches its power. */
export interface CordPath {
  readonly inlet: GraphPort;
  /** Outlets on the way, the one it is plugged into first. */
  readonly outlets: readonly GraphPort[];
  /** The rack feed at the end; null: the path is not recorded that far. */
  readonly feed: GraphPort | null;
}

const LONGEST_CHAIN = 16;

/** Follows a cord from a device's inlet through PDUs and UPSs to a rack feed. Null: nothing is plugged in. */
export function cordPath(graph: PortGraph, inlet: GraphPort): CordPath | null {
  const outlets: GraphPort[] = [];
  let current: GraphPort | undefined = inlet;
  while (current && outlets.length < LONGEST_CHAIN) {
    const link = graph.cabled(current.id);
    const source: GraphPort | undefined = link ? graph.port(link.portId) : undefined;
    if (source?.kind === 'power-feed') return { inlet, outlets, feed: source };
    if (source?.kind !== 'power-outlet' || outlets.includes(source)) break;
    outlets.push(source);
    current = inletBehind(graph, source);
  }
  return outlets.length === 0 ? null : { inlet, outlets, feed: null };
}

function inletBehind(graph: PortGraph, outlet: GraphPort): GraphPort | undefined {
  if (outlet.innerPortId !== null) return graph.port(outlet.innerPortId);
  const inlets = graph.inletsOf(outlet.objectId);
  return inlets.length === 1 ? inlets[0] : undefined;
}

/** Names of the feeds that a device's cords reach, in order; empty: none is recorded. */
export function feedsReached(graph: PortGraph, deviceId: string): readonly string[] {
  const names = graph.inletsOf(deviceId).flatMap((inlet) => {
    const feed = cordPath(graph, inlet)?.feed;
    return feed ? [feed.name] : [];
  });
  return [...new Set(names)].toSorted();
}
