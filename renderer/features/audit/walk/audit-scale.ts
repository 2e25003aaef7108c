import type { AuditRackDevice } from '../../../../shared/contract/audit-schemas.ts';
import type { LegendEntry, PaintScale, Shade } from '../../elevation/paint-scales.ts';
import { STATE_WORDS } from './rack-lines.ts';

const SHADES: Readonly<Record<AuditRackDevice['state'], Shade>> = {
  unseen: { paint: 'none', label: STATE_WORDS.unseen.label },
  seen: { paint: 'good', label: STATE_WORDS.seen.label },
  moved: { paint: 'attention', label: STATE_WORDS.moved.label },
  'wrong-slot': { paint: 'attention', label: STATE_WORDS['wrong-slot'].label },
  missing: { paint: 'bad', label: STATE_WORDS.missing.label },
};

const NOT_EXPECTED: Shade = { paint: 'neutral', label: 'Not in this audit' };

/** Devices of a rack coloured by what the audit has seen of them; those put there since it began are grey. */
export function auditScale(devices: readonly AuditRackDevice[]): PaintScale {
  const states = new Map(devices.map(({ id, state }) => [id, state]));
  const counts = Map.groupBy(devices, ({ state }) => state);
  const legend = Object.entries(SHADES).flatMap(([state, shade]): LegendEntry[] => {
    const count = counts.get(state as AuditRackDevice['state'])?.length ?? 0;
    return count > 0 ? [{ ...shade, count }] : [];
  });
  return {
    shadeOf: ({ id }) => {
      const state = states.get(id);
      return state === undefined ? NOT_EXPECTED : SHADES[state];
    },
    legend,
  };
}
