import type { PortKind } from '../../domain/port.ts';
import { portGraph, type GraphCable, type GraphPort, type PortGraph } from '../port-graph.ts';

/** A port `device/name`; its id is that text. */
export function aPort(id: string, kind: PortKind, rest: Partial<GraphPort> = {}): GraphPort {
  const [objectId = '', name = ''] = id.split('/');
  return { id, objectId, kind, name, number: null, innerPortId: null, innerPosition: null, positions: 1, ...rest };
}

export function aGraph(ports: readonly GraphPort[], joined: readonly (readonly [string, string])[]): PortGraph {
  const cables = joined.map(([aPortId, bPortId], index): GraphCable => ({ id: `c${index + 1}`, aPortId, bPortId }));
  return portGraph(ports, cables);
}

/** A panel of so many front ports over one rear port with as many positions, or over a rear port each. */
export function aPanel(name: string, fronts: number, trunk: boolean): GraphPort[] {
  if (trunk)
    return [
      aPort(`${name}/rear`, 'rear-port', { positions: fronts }),
      ...Array.from({ length: fronts }, (_, index) =>
        aPort(`${name}/f${index + 1}`, 'front-port', { innerPortId: `${name}/rear`, innerPosition: index + 1 }),
      ),
    ];
  return Array.from({ length: fronts }, (_, index) => [
    aPort(`${name}/r${index + 1}`, 'rear-port'),
    aPort(`${name}/f${index + 1}`, 'front-port', { innerPortId: `${name}/r${index + 1}`, innerPosition: 1 }),
  ]).flat();
}
