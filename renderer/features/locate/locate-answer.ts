import type { Located } from '../../../shared/contract/locate.ts';
import type { EngineClient } from '../../bridge/client.ts';

type Consoles = Awaited<ReturnType<EngineClient['locate']['console']>>;
type Outlets = Awaited<ReturnType<EngineClient['locate']['power']>>;

/** What is answered about one device, line by line. */
export interface LocateAnswer {
  readonly id: string;
  readonly label: string;
  readonly lines: readonly string[];
}

/** A switch has more cables than a palette has lines: the first are shown. */
const FIRST_LINES = 6;
/** The engine says places last: unit and rack, or bay and chassis, then unit and rack. */
const LAST_LINES = 2;

/** Where a thing is: its connections, its place, the place in full; and how the text matched where it is not the name. */
export function placeAnswer({ id, name, by, lines, place }: Located): LocateAnswer {
  const hidden = lines.length - FIRST_LINES - LAST_LINES;
  const shown =
    hidden > 0
      ? [...lines.slice(0, FIRST_LINES), `and ${hidden} more connections`, ...lines.slice(-LAST_LINES)]
      : lines;
  const where = place === '' ? `${name} is in no rack` : place;
  return { id, label: by === 'name' ? name : `${name} (by its ${by})`, lines: [...shown, where] };
}

/** Which console server reaches a device, by which port, and what is written there. */
export function consoleAnswer({ id, name, paths }: Consoles): LocateAnswer {
  const lines = paths.flatMap(({ port, text, hint, place }) => [
    `${port}: ${text}${place === '' ? '' : `, ${place}`}`,
    ...(hint ? [hint] : []),
  ]);
  return { id, label: `Console for ${name}`, lines: lines.length > 0 ? lines : ['No console server is recorded.'] };
}

/** The outlets to switch off for a device to be without power. */
export function powerAnswer({ id, name, outlets }: Outlets): LocateAnswer {
  const lines = outlets.map(({ port, text, feed, place }) =>
    [`${port}: ${text}`, feed, place].filter((part) => part !== null && part !== '').join(', '),
  );
  return { id, label: `Power of ${name}`, lines: lines.length > 0 ? lines : ['No power cord is recorded.'] };
}
