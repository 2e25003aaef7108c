import type { Trace } from '../../../shared/contract/cable.ts';
import { CABLE_TYPES } from '../../../shared/domain/cable.ts';
import { counted } from '../../ui/format.ts';

type Step = Trace['steps'][number];

/** A device on the way and the ports by which the path enters and leaves it; at an end there is one port. */
export interface Stop {
  readonly objectId: string;
  readonly noun: string;
  readonly device: string;
  readonly place: string;
  readonly ports: readonly Step[];
  /** The cable that leads to the next stop; null after the last. */
  readonly cable: Step['cable'];
}

/** A trace as it is walked: steps joined inside a device become one stop. */
export function traceStops(steps: readonly Step[]): readonly Stop[] {
  const stops: Stop[] = [];
  let open: Step[] = [];
  for (const step of steps) {
    open.push(step);
    if (step.by === 'inside') continue;
    const { objectId, noun, device, place } = step;
    stops.push({ objectId, noun, device, place, ports: open, cable: step.cable });
    open = [];
  }
  return stops;
}

export function cableTypeLabel(type: string | null): string | null {
  return CABLE_TYPES.find(({ value }) => value === type)?.label ?? type;
}

/** Cables are cut by the metre: `2.5 m`, `800 mm`. */
export function cableLength(lengthMm: number): string {
  return lengthMm < 1000 ? `${lengthMm} mm` : `${lengthMm / 1000} m`;
}

/** `blue, CAT6a, label C-12`; empty for a cable of which nothing is written down. */
export function cableText(cable: { type: string | null; colour: string | null; label: string | null } | null): string {
  if (!cable) return '';
  return [cable.colour, cableTypeLabel(cable.type), cable.label ? `label ${cable.label}` : null]
    .filter(Boolean)
    .join(', ');
}

/** The whole path in words: `port eth0 on db-01, cable (CAT6a) to port 4 on switch2a.` */
export function traceSentence(steps: readonly Step[]): string {
  const words = steps.map(({ text, device, by, cable }) => {
    const name = `${text} on ${device}`;
    if (by === 'inside') return `${name}, inside to`;
    if (by === null) return `${name}.`;
    const facts = cableText(cable);
    return `${name}, ${facts === '' ? 'cable' : `cable (${facts})`} to`;
  });
  return words.join(' ');
}

/** What a trace comes to: whether it arrives, and over how much cable. */
export function traceVerdict({ steps, complete, loop, lengthMm, unmeasured }: Trace): string {
  const cables = steps.filter(({ by }) => by === 'cable').length;
  if (cables === 0) return 'Nothing is connected to this port.';
  const reach = loop
    ? 'The path comes back to itself'
    : complete
      ? 'The path is complete'
      : 'The path ends before it reaches a device at both ends';
  const length = lengthMm === null ? null : cableLength(lengthMm);
  const missing = unmeasured > 0 ? `${counted(unmeasured, 'cable', 'cables')} of unknown length` : null;
  return `${[reach, counted(cables, 'cable', 'cables'), length, missing].filter(Boolean).join(', ')}.`;
}
