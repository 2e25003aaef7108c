import type { GraphPort, PortGraph } from './port-graph.ts';
import { cordsOf } from './power-chain.ts';
import type { CordPath } from './power-path.ts';
import { feedLoads } from './rack-power.ts';
import type { RackDevice, RackSpace } from './rack-model.ts';

export type CordFindingCode = 'single-corded' | 'same-feed' | 'not-corded' | 'unknown-feed';

export interface CordFinding {
  readonly code: CordFindingCode;
  readonly message: string;
}

/** Where a cord draws from, as far as it is recorded: a feed, or the last PDU before the trail ends. */
function sourceOf({ feed, outlets }: CordPath): string {
  return feed ? `feed ${feed.objectId} ${feed.name}` : `pdu ${outlets.at(-1)?.objectId ?? ''}`;
}

function sourceText(cord: CordPath, nameOf: (objectId: string) => string): string {
  return cord.feed ? `feed ${cord.feed.name}` : nameOf(cord.outlets.at(-1)?.objectId ?? '');
}

function list(ports: readonly GraphPort[]): string {
  return ports.map(({ name }) => name).join(', ');
}

/**
 * What is wrong with the cords of one device: none plugged in, one cord alone, all cords on the same feed or PDU, a PDU
 * whose own feed is not recorded. A device without recorded inlets says nothing.
 * @param nameOf the name of a PDU by its object id.
 */
export function cordFindings(
  graph: PortGraph,
  device: { readonly id: string; readonly name: string },
  nameOf: (objectId: string) => string,
): readonly CordFinding[] {
  const inlets = graph.inletsOf(device.id);
  if (inlets.length === 0) return [];
  const cords = cordsOf(graph, device.id);
  const [first] = cords;
  if (!first)
    return [{ code: 'not-corded', message: `No power cord of ${device.name} is recorded (${list(inlets)}).` }];
  const findings: CordFinding[] = [];
  if (inlets.length === 1) {
    const message = `${device.name} has one power inlet and goes dark with ${sourceText(first, nameOf)}.`;
    findings.push({ code: 'single-corded', message });
  } else if (cords.length === 1) {
    const idle = inlets.filter(({ id }) => id !== first.inlet.id);
    const message = `${device.name} hangs on ${sourceText(first, nameOf)} alone; ${list(idle)} has no cord.`;
    findings.push({ code: 'single-corded', message });
  } else if (new Set(cords.map(sourceOf)).size === 1) {
    const both = cords.length === 2 ? 'Both' : `All ${cords.length}`;
    findings.push({
      code: 'same-feed',
      message: `${both} cords of ${device.name} are on ${sourceText(first, nameOf)}.`,
    });
  }
  for (const cord of cords) {
    if (cord.feed) continue;
    const pdu = sourceText(cord, nameOf);
    findings.push({
      code: 'unknown-feed',
      message: `${cord.inlet.name} of ${device.name} ends at ${pdu}, whose own feed is not recorded.`,
    });
  }
  return findings;
}

export interface LoadFinding {
  readonly code: 'overload' | 'overload-on-loss';
  readonly message: string;
}

/** Feeds of a rack that carry too much now, or would when another is lost. */
export function loadFindings(rack: RackSpace, devices: readonly RackDevice[]): readonly LoadFinding[] {
  return feedLoads(rack, devices).flatMap(
    ({ name, capacityWatts, loadWatts, worstLoadWatts, worstWhenLost }): LoadFinding[] => {
      const may = `it may carry ${capacityWatts} W.`;
      if (loadWatts > capacityWatts)
        return [{ code: 'overload', message: `Feed ${name} of ${rack.name} carries ${loadWatts} W; ${may}` }];
      if (worstLoadWatts <= capacityWatts) return [];
      const message = `If feed ${worstWhenLost ?? ''} is lost, feed ${name} of ${rack.name} carries ${worstLoadWatts} W; ${may}`;
      return [{ code: 'overload-on-loss', message }];
    },
  );
}
