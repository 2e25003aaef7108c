import type { PortKind } from '../domain/port.ts';
import type { GraphPort, PortGraph } from './port-graph.ts';

export interface TraceStep {
  readonly port: GraphPort;
  /** How the next step is reached; null for the last. */
  readonly by: 'cable' | 'inside' | null;
  readonly cableId: string | null;
}

export interface PortTrace {
  readonly steps: readonly TraceStep[];
  /** Both ends are ports of devices, feeds or circuits, each reached by a cable. */
  readonly complete: boolean;
  readonly loop: boolean;
}

interface Reached {
  readonly port: GraphPort;
  readonly by: 'cable' | 'inside';
  readonly cableId: string | null;
}

interface Walk {
  readonly reached: readonly Reached[];
  readonly loop: boolean;
}

const PASSES_THROUGH: ReadonlySet<PortKind> = new Set(['front-port', 'rear-port', 'power-outlet']);

/**
 * The next port inside the device; null where the path ends. `positions` remembers which position of a trunk the path
 * came in on, so that it leaves the far panel at the same one.
 */
function inside(graph: PortGraph, port: GraphPort, positions: number[]): GraphPort | null {
  if (port.kind === 'power-outlet') {
    const inlets = graph.inletsOf(port.objectId);
    const own = port.innerPortId === null ? undefined : graph.port(port.innerPortId);
    return own ?? (inlets.length === 1 ? (inlets[0] ?? null) : null);
  }
  if (port.kind === 'front-port') {
    const rear = port.innerPortId === null ? undefined : graph.port(port.innerPortId);
    if (!rear) return null;
    if (rear.positions > 1) positions.push(port.innerPosition ?? 1);
    return rear;
  }
  if (port.kind !== 'rear-port') return null;
  const wanted = port.positions > 1 ? positions.pop() : 1;
  if (wanted === undefined) return null;
  return graph.outers(port.id).find((front) => (front.innerPosition ?? 1) === wanted) ?? null;
}

/** Follows cables and the insides of panels away from `start`, beginning with one or the other. */
function walk(graph: PortGraph, start: GraphPort, first: 'cable' | 'inside', seen: Set<string>): Walk {
  const reached: Reached[] = [];
  const positions: number[] = [];
  let port = start;
  let by = first;
  for (;;) {
    const link = by === 'cable' ? graph.cabled(port.id) : undefined;
    const next = by === 'inside' ? inside(graph, port, positions) : link ? (graph.port(link.portId) ?? null) : null;
    if (!next) return { reached, loop: false };
    if (seen.has(next.id)) return { reached, loop: true };
    seen.add(next.id);
    reached.push({ port: next, by, cableId: link?.cableId ?? null });
    port = next;
    by = by === 'cable' ? 'inside' : 'cable';
  }
}

function isEnd(walked: Walk, start: GraphPort): boolean {
  const last = walked.reached.at(-1);
  return last ? last.by === 'cable' && !PASSES_THROUGH.has(last.port.kind) : !PASSES_THROUGH.has(start.kind);
}

/**
 * The whole path through a port: from it, or from the far end behind it, to the other end. Goes along cables and through
 * the insides of patch panels (a trunk's positions are kept) and of PDUs towards their feed. No port comes twice: where
 * the path would return to one, it stops and `loop` is true. Undefined: there is no such port.
 */
export function tracePort(graph: PortGraph, startId: string): PortTrace | undefined {
  const start = graph.port(startId);
  if (!start) return undefined;
  const seen = new Set([start.id]);
  const onwards = walk(graph, start, 'cable', seen);
  const behind: Walk = PASSES_THROUGH.has(start.kind)
    ? walk(graph, start, 'inside', seen)
    : { reached: [], loop: false };
  const steps: TraceStep[] = [];
  for (const { port, by, cableId } of behind.reached.toReversed()) steps.push({ port, by, cableId });
  let current = start;
  for (const { port, by, cableId } of onwards.reached) {
    steps.push({ port: current, by, cableId });
    current = port;
  }
  steps.push({ port: current, by: null, cableId: null });
  const loop = onwards.loop || behind.loop;
  const complete = !loop && steps.length > 1 && isEnd(onwards, start) && isEnd(behind, start);
  return { steps, complete, loop };
}
