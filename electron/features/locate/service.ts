import { findRow } from '../../db/typed-row.ts';
import type { Located } from '../../../shared/contract/locate.ts';
import type { Port, PortKind } from '../../../shared/domain/port.ts';
import { tracePort, type TraceStep } from '../../../shared/rules/port-trace.ts';
import { cordPath } from '../../../shared/rules/power-path.ts';
import type { PortGraph } from '../../../shared/rules/port-graph.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { storedGraph } from '../cable/service.ts';
import { holderNames, pathOfRack, placeOf, whereaboutsOf } from '../placement/service.ts';
import { endText, portEnds, portRows, portsOfObjects, portsWithIds } from '../port/service.ts';
import { locatable } from './repository.ts';

/** Where the things are that a text means, and what they are connected to. */
export function locate(database: ReadDatabase, text: string, limit: number): Located[] {
  return locatable(database, text, limit).map(({ id, noun, by }) => {
    const name = holderNames(database, [id]).get(id) ?? noun;
    if (noun === 'rack') {
      const path = pathOfRack(database, id);
      return { id, noun, name, by, lines: [], path, place: placeText(path, null) };
    }
    const { path, at } = placeOf(database, id);
    const lines = [...cableLines(database, id, name), ...containerLines(database, id, name)];
    return { id, noun, name, by, lines, path, place: placeText(path, at) };
  });
}

function placeText(path: readonly { name: string }[], at: string | null): string {
  const names = path.map(({ name }) => name);
  return [...names, ...(at === null ? [] : [at])].join(' / ');
}

/** `server1 -> connected to port 4 on switch2a`, one line for each cable. */
function cableLines(database: ReadDatabase, id: string, name: string): string[] {
  return portRows(database, id).flatMap(({ peer }) => (peer ? [`${name} -> connected to ${endText(peer)}`] : []));
}

/** `server1 -> connected to RU13 in rack101`; a blade is in a bay of its chassis, which is in a rack. */
function containerLines(database: ReadDatabase, id: string, name: string): string[] {
  const lines: string[] = [];
  const seen = new Set<string>();
  for (let [current, called] = [id, name]; !seen.has(current);) {
    seen.add(current);
    const where = whereaboutsOf(database, current);
    if (!where) break;
    const at = where.kind === 'rack' ? unitText(where.at) : (where.at ?? 'a place');
    lines.push(`${called} -> connected to ${at} in ${where.container}`);
    if (where.kind === 'rack') break;
    [current, called] = [where.containerId, where.container];
  }
  return lines;
}

function unitText(at: string | null): string {
  return at === null ? 'a place' : at.startsWith('U') ? `R${at}` : `the ${at}`;
}

function place(database: ReadDatabase, id: string): string {
  const { path, at } = placeOf(database, id);
  return placeText(path, at);
}

function portsOfKind(database: ReadDatabase, id: string, kind: PortKind): Port[] {
  return portsOfObjects(database, [id]).filter((port) => port.kind === kind);
}

/** The console servers that reach a device, through whatever panels. */
export function consolePaths(database: ReadDatabase, id: string) {
  const graph = storedGraph(database);
  return portsOfKind(database, id, 'console-port').flatMap((port) => {
    const far = farEnd(tracePort(graph, port.id)?.steps ?? [], port.id);
    if (far?.kind !== 'console-server-port') return [];
    const [server] = portsWithIds(database, [far.id]);
    const end = server ? portEnds(database, [server]).get(server.id) : undefined;
    if (!server || !end) return [];
    return [
      {
        port: port.name,
        text: endText(end),
        serverId: server.objectId,
        server: end.device,
        serverPort: server.name,
        hint: server.notes,
        place: place(database, server.objectId),
      },
    ];
  });
}

function farEnd(steps: readonly TraceStep[], start: string) {
  const last = steps.at(-1)?.port;
  return last?.id === start ? undefined : last;
}

/** The outlets that feed a device, with the feed and breaker behind them as far as they are recorded. */
export function poweringOutlets(database: ReadDatabase, id: string) {
  const graph: PortGraph = storedGraph(database);
  return graph.inletsOf(id).flatMap((inlet) => {
    const cord = cordPath(graph, inlet);
    const source = cord?.outlets[0] ?? cord?.feed;
    const [port] = source ? portsWithIds(database, [source.id]) : [];
    const end = port ? portEnds(database, [port]).get(port.id) : undefined;
    if (!cord || !port || !end) return [];
    return [
      {
        port: inlet.name,
        text: endText(end),
        pduId: port.objectId,
        pdu: end.device,
        outletId: port.id,
        outlet: port.name,
        feed: cord.feed ? feedText(database, cord.feed.objectId, cord.feed.name) : null,
        place:
          end.noun === 'rack' ? placeText(pathOfRack(database, port.objectId), null) : place(database, port.objectId),
      },
    ];
  });
}

function feedText(database: ReadDatabase, rackId: string, name: string): string {
  const rack = findRow(database, 'rack', rackId);
  const feed = rack?.feeds.find((entry) => entry.name === name);
  const breaker = feed?.breaker === undefined ? '' : `, breaker ${feed.breaker}`;
  const panel = feed?.panel === undefined ? '' : ` of panel ${feed.panel}`;
  return `feed ${name}${breaker}${panel}`;
}
