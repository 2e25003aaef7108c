import type { PowerFeed } from '../domain/power-feed.ts';
import type { GraphPort, PortGraph } from './port-graph.ts';
import { cordPath, type CordPath } from './power-path.ts';
import { feedCapacityWatts } from './rack-power.ts';

export type FeedLeg = 'A' | 'B' | 'C';

const LEGS: readonly FeedLeg[] = ['A', 'B', 'C'];

/** A device that draws power; PDUs and UPSs, which pass it on, are not among them. */
export interface PowerConsumer {
  readonly id: string;
  readonly name: string;
  /** Null: not known; counts 0. */
  readonly watts: number | null;
}

export interface CordLoad {
  readonly deviceId: string;
  /** The outlet the cord is in; null: it ends on the feed itself. */
  readonly outlet: GraphPort | null;
  readonly leg: FeedLeg | null;
  readonly watts: number;
}

export interface LegLoad {
  readonly leg: FeedLeg;
  readonly loadWatts: number;
  readonly capacityWatts: number;
  /** Of the capacity, rounded. */
  readonly percent: number;
}

export interface ChainedFeed {
  readonly feed: PowerFeed;
  readonly capacityWatts: number;
  readonly loadWatts: number;
  readonly percent: number;
  readonly legs: readonly LegLoad[];
  readonly cords: readonly CordLoad[];
}

/** The cords of a device that are plugged in. */
export function cordsOf(graph: PortGraph, deviceId: string): readonly CordPath[] {
  return graph.inletsOf(deviceId).flatMap((inlet) => cordPath(graph, inlet) ?? []);
}

/** Percent of a capacity, rounded; 100 of nothing when something is drawn. */
function percentOf(load: number, capacity: number): number {
  return capacity > 0 ? Math.round((load / capacity) * 100) : load > 0 ? 100 : 0;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

/** An outlet that names no phase loads all three equally. */
function legLoads(feed: PowerFeed, cords: readonly CordLoad[]): LegLoad[] {
  const capacity = feedCapacityWatts(feed);
  if (feed.phases === 1) {
    const load = Math.round(sum(cords.map(({ watts }) => watts)));
    return [{ leg: 'A', loadWatts: load, capacityWatts: capacity, percent: percentOf(load, capacity) }];
  }
  const perLeg = Math.floor(capacity / LEGS.length);
  return LEGS.map((leg) => {
    const shares = cords.map((cord) =>
      cord.leg === null ? cord.watts / LEGS.length : cord.leg === leg ? cord.watts : 0,
    );
    const load = Math.round(sum(shares));
    return { leg, loadWatts: load, capacityWatts: perLeg, percent: percentOf(load, perLeg) };
  });
}

/**
 * What hangs on each feed of a rack over recorded cables. A device shares its watts equally among its cords that reach a
 * feed. Capacity per phase is a third of the feed's (volts line to line × amps × √3 × derating).
 * @param legOf the phase an outlet is on; null: not recorded.
 */
export function feedChains(
  rackId: string,
  feeds: readonly PowerFeed[],
  consumers: readonly PowerConsumer[],
  graph: PortGraph,
  legOf: (outlet: GraphPort) => FeedLeg | null,
): readonly ChainedFeed[] {
  const byFeed = new Map<string, CordLoad[]>();
  for (const { id, watts } of consumers) {
    const cords = cordsOf(graph, id).filter(({ feed }) => feed !== null);
    for (const { feed, outlets } of cords) {
      if (feed?.objectId !== rackId) continue;
      const leg = outlets.map(legOf).find((found) => found !== null) ?? null;
      const list = byFeed.get(feed.name) ?? [];
      list.push({ deviceId: id, outlet: outlets[0] ?? null, leg, watts: (watts ?? 0) / cords.length });
      byFeed.set(feed.name, list);
    }
  }
  return feeds.map((feed) => {
    const cords = byFeed.get(feed.name) ?? [];
    const capacityWatts = feedCapacityWatts(feed);
    const loadWatts = Math.round(sum(cords.map(({ watts }) => watts)));
    const legs = legLoads(feed, cords);
    return { feed, capacityWatts, loadWatts, percent: percentOf(loadWatts, capacityWatts), legs, cords };
  });
}
