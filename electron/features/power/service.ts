import type { PortGraph } from '../../../shared/rules/port-graph.ts';
import { feedsReached } from '../../../shared/rules/power-path.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { powerGraph, storedGraph } from '../cable/service.ts';

/** From how many devices on it is quicker to read every power cable at once. */
const MANY = 200;

/** The graph to ask about the power of so many devices. */
export function graphForPower(database: ReadDatabase, devices: number): PortGraph {
  return devices > MANY ? powerGraph(database) : storedGraph(database);
}

/** The rack feeds that each device's cords reach over recorded cables; devices without any are left out. */
export function feedsOfDevices(database: ReadDatabase, deviceIds: readonly string[]): Map<string, readonly string[]> {
  const graph = graphForPower(database, deviceIds.length);
  const found = new Map<string, readonly string[]>();
  for (const id of deviceIds) {
    const feeds = feedsReached(graph, id);
    if (feeds.length > 0) found.set(id, feeds);
  }
  return found;
}
