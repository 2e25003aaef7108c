import { bayName } from '../../../shared/rules/bay-name.ts';
import { rackSpanLabel } from '../../../shared/rules/rack-units.ts';
import type { RackPlace } from '../../../shared/rules/rack-moves.ts';
import { locate, type Drop, type DropPlan } from './drop-plan.ts';
import { widthText } from './spoken.ts';
import type { RackView } from './rack-view.ts';

function placeText(racks: readonly RackView[], place: RackPlace | null, heightHalfU: number): string {
  const rack = racks.find((view) => view.rack.id === place?.rackId)?.rack;
  if (!place || !rack) return 'outside';
  if (place.parentId)
    return `${bayName(place.bay ?? '')} of ${locate(racks, place.parentId)?.device.name ?? 'the chassis'}`;
  if (place.positionHalfU === null) return `the ${place.side ?? 'left'} side of ${rack.name}`;
  const span = rackSpanLabel(rack, place.positionHalfU, heightHalfU);
  const face = place.face === 'both' ? '' : place.face;
  return `${[span, face, widthText(place)].filter(Boolean).join(', ')} of ${rack.name}`;
}

/** What letting go here would do, or why it cannot be done: shown beside the drawing and read aloud. */
export function dropSentence(racks: readonly RackView[], drop: Drop, plan: DropPlan): string {
  const lead = locate(racks, drop.grab.leadId);
  if (!lead) return 'The device is no longer there.';
  const { name, heightHalfU } = lead.device;
  if (!plan.ok) return plan.problems[0]?.message ?? 'It does not fit there.';
  if (plan.moves.length === 0) return `${name} stays where it is.`;
  const to = plan.moves.find(({ deviceId }) => deviceId === drop.grab.leadId)?.to ?? null;
  const where = placeText(racks, to, heightHalfU);
  if (drop.mode === 'swap') {
    const other = locate(racks, drop.target.overId ?? '');
    return `${name} changes places with ${other?.device.name ?? 'the other'}: ${where}.`;
  }
  const pushed = plan.moves.length - 1;
  if (drop.mode === 'insert' && pushed > 0) {
    const others = pushed === 1 ? '1 device' : `${pushed} devices`;
    return `${name} goes to ${where}; ${others} move ${plan.direction ?? 'up'}.`;
  }
  const together = drop.grab.deviceIds.length > 1 ? ` with ${drop.grab.deviceIds.length - 1} more` : '';
  return `${name}${together} goes to ${where}: fits.`;
}
