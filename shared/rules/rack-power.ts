import type { PowerFeed } from '../domain/power-feed.ts';
import type { RackDevice, RackSpace } from './rack-model.ts';

export interface FeedLoad {
  readonly name: string;
  /** Watts that may be drawn for long. */
  readonly capacityWatts: number;
  readonly loadWatts: number;
  /** The highest load when one other feed is lost, and which. */
  readonly worstLoadWatts: number;
  readonly worstWhenLost: string | null;
}

/** Usable watts of a feed: volts (line to line when three-phase) × amps × √3 when three-phase × derating, rounded down. */
export function feedCapacityWatts(feed: PowerFeed): number {
  const watts = feed.volts * feed.amps * (feed.phases === 3 ? Math.sqrt(3) : 1) * (feed.deratingPercent / 100);
  return Math.floor(watts + 1e-6);
}

/** The rack's feeds that a device draws from; a device whose cords are not recorded counts as corded to all of them. */
export function feedsOfDevice(feeds: readonly PowerFeed[], device: RackDevice): readonly string[] {
  const names = feeds.map(({ name }) => name);
  return device.feeds?.length ? names.filter((name) => device.feeds?.includes(name)) : names;
}

/** A device shares its draw equally among its live feeds. */
function loadOn(
  feed: string,
  feeds: readonly PowerFeed[],
  devices: readonly RackDevice[],
  lost: string | null,
): number {
  let watts = 0;
  for (const device of devices) {
    if (!device.powerWatts) continue;
    const live = feedsOfDevice(feeds, device).filter((name) => name !== lost);
    if (live.includes(feed)) watts += device.powerWatts / live.length;
  }
  return Math.round(watts);
}

/** The load of each feed of a rack, now and when the worst one of the others is lost. Watts, rounded. */
export function feedLoads(rack: RackSpace, devices: readonly RackDevice[]): readonly FeedLoad[] {
  const feeds = rack.feeds ?? [];
  return feeds.map((feed) => {
    const loadWatts = loadOn(feed.name, feeds, devices, null);
    let worst: { watts: number; lost: string | null } = { watts: loadWatts, lost: null };
    for (const { name: lost } of feeds) {
      if (lost === feed.name) continue;
      const watts = loadOn(feed.name, feeds, devices, lost);
      if (watts > worst.watts) worst = { watts, lost };
    }
    const capacityWatts = feedCapacityWatts(feed);
    return { name: feed.name, capacityWatts, loadWatts, worstLoadWatts: worst.watts, worstWhenLost: worst.lost };
  });
}
