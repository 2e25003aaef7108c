import type { ResourceBar } from '../../../shared/domain/plan.ts';
import { RESOURCE_LABELS } from '../../../shared/domain/resource.ts';
import { Meter } from '../../ui/Meter.tsx';
import { roundedText } from '../noun/field-text.ts';

/** One resource of a compute: what is booked now, what is added (hatched), what stays free. */
export function ResourceMeter({ bar }: { bar: ResourceBar }) {
  const { label, unit } = RESOURCE_LABELS[bar.resource];
  const amount = (value: number) => roundedText(value, unit);
  return (
    <Meter
      label={label}
      total={bar.total}
      used={Math.min(bar.usedBefore, bar.usedAfter)}
      added={Math.max(0, bar.usedAfter - bar.usedBefore)}
      text={`${amount(bar.usedBefore)} now, ${amount(bar.usedAfter)} afterwards, of ${amount(bar.total)}`}
    />
  );
}
