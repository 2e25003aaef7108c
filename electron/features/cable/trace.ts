import type { Trace } from '../../../shared/contract/cable.ts';
import { tracePort } from '../../../shared/rules/port-trace.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { pathOfRack, placeOf } from '../placement/service.ts';
import { cablesOfPorts, portEnds, portsWithIds } from '../port/service.ts';
import { storedGraph } from './service.ts';

/** The whole path through a port, with names and places; undefined when there is no such port. */
export function traceOf(database: ReadDatabase, portId: string): Trace | undefined {
  const trace = tracePort(storedGraph(database), portId);
  if (!trace) return undefined;
  const ids = trace.steps.map(({ port }) => port.id);
  const ends = portEnds(database, portsWithIds(database, ids));
  const cables = new Map(cablesOfPorts(database, ids).map((cable) => [cable.id, cable]));
  const places = new Map<string, string>();
  const steps = trace.steps.flatMap(({ port, by, cableId }) => {
    const end = ends.get(port.id);
    if (!end) return [];
    const place = places.get(port.objectId) ?? placeText(database, port.objectId);
    places.set(port.objectId, place);
    const cable = cableId === null ? undefined : cables.get(cableId);
    const shown = cable ? { id: cable.id, type: cable.type, colour: cable.colour, label: cable.label } : null;
    return [{ ...end, place, by, cable: shown }];
  });
  const used = trace.steps.flatMap(({ cableId }) => (cableId === null ? [] : [cables.get(cableId)?.lengthMm ?? null]));
  const known = used.filter((length) => length !== null);
  return {
    steps,
    complete: trace.complete,
    loop: trace.loop,
    lengthMm: known.length === 0 ? null : known.reduce((sum, length) => sum + length, 0),
    unmeasured: used.length - known.length,
  };
}

/** Where a device stands, or the path of a rack whose feed it is. */
function placeText(database: ReadDatabase, objectId: string): string {
  const { path } = placeOf(database, objectId);
  const steps = path.length > 0 ? path : pathOfRack(database, objectId).slice(0, -1);
  return steps.map(({ name }) => name).join(' / ');
}
