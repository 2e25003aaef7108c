import type { FeedChain } from '../../../shared/contract/power.ts';
import { cordsOf, feedChains, type CordLoad, type FeedLeg } from '../../../shared/rules/power-chain.ts';
import { cordPath } from '../../../shared/rules/power-path.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { holderNames, racksWithDevices } from '../placement/service.ts';
import { portsOfObjects } from '../port/service.ts';
import { graphForPower } from './service.ts';

const PASSES_ON: ReadonlySet<string> = new Set(['pdu', 'ups']);

/** PDU → feed → breaker of a rack; undefined when there is no such rack. */
export function powerChainOf(database: ReadDatabase, rackId: string) {
  const [loaded] = racksWithDevices(database, [rackId]);
  if (!loaded) return undefined;
  const graph = graphForPower(database, loaded.machines.length);
  const consumers = loaded.machines
    .filter(({ row }) => !PASSES_ON.has(row.type))
    .map(({ row, device }) => ({ id: row.id, name: device.name, watts: device.powerWatts ?? null }));
  const passing = loaded.machines.filter(({ row }) => PASSES_ON.has(row.type));
  const outlets = portsOfObjects(
    database,
    passing.map(({ row }) => row.id),
  );
  const legs = new Map<string, FeedLeg | null>(outlets.map((port) => [port.id, port.feedLeg]));
  const chains = feedChains(rackId, loaded.rack.feeds, consumers, graph, ({ id }) => legs.get(id) ?? null);
  const names = new Map(loaded.machines.map(({ row, device }) => [row.id, device.name]));
  const elsewhere = chains.flatMap(({ cords }) => cords.flatMap(({ outlet }) => outlet?.objectId ?? []));
  for (const [id, name] of holderNames(
    database,
    elsewhere.filter((id) => !names.has(id)),
  ))
    names.set(id, name);
  return {
    rackId,
    rack: loaded.rack.name,
    feeds: chains.map((chain) => feedAnswer(chain, names)),
    loosePdus: passing
      .filter(({ row }) => !graph.inletsOf(row.id).some((inlet) => cordPath(graph, inlet)?.feed))
      .map(({ row, device }) => ({ id: row.id, name: device.name })),
    uncorded: consumers
      .filter(({ id, watts }) => watts !== 0 && cordsOf(graph, id).length === 0)
      .map(({ id, name, watts }) => ({ id, name, watts })),
  };
}

type Chain = ReturnType<typeof feedChains>[number];

function feedAnswer(
  { feed, capacityWatts, loadWatts, percent, legs, cords }: Chain,
  names: ReadonlyMap<string, string>,
): FeedChain {
  const load = ({ deviceId, outlet, leg, watts }: CordLoad) => ({
    outlet: outlet?.name ?? feed.name,
    leg,
    deviceId,
    device: names.get(deviceId) ?? 'device',
    watts: Math.round(watts),
  });
  const byPdu = Map.groupBy(cords, ({ outlet }) => outlet?.objectId ?? '');
  return {
    feed: feed.name,
    panel: feed.panel ?? null,
    breaker: feed.breaker ?? null,
    volts: feed.volts,
    amps: feed.amps,
    phases: feed.phases,
    capacityWatts,
    loadWatts,
    percent,
    legs: legs.map((entry) => ({ ...entry })),
    direct: (byPdu.get('') ?? []).map(load),
    pdus: [...byPdu].flatMap(([id, plugged]) =>
      id === ''
        ? []
        : [
            {
              id,
              name: names.get(id) ?? 'PDU',
              loadWatts: Math.round(plugged.reduce((sum, { watts }) => sum + watts, 0)),
              outlets: plugged.map(load),
            },
          ],
    ),
  };
}
