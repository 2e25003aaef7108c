import type { Mounted } from '../../../shared/contract/rack.ts';

type Child = Pick<Mounted['children'][number], 'id' | 'noun' | 'name' | 'type' | 'state' | 'bay'>;

/** A bay with what stands in it, if anything; a device whose bay is not recorded has none. */
export interface BayRow {
  readonly bay: string | null;
  readonly device: Child | null;
}

/** Every bay of a chassis in order; then devices in bays that its type does not declare. */
export function bayRows({
  bays,
  children,
}: {
  bays: readonly string[];
  children: readonly Child[];
}): readonly BayRow[] {
  const declared = bays.flatMap((bay): BayRow[] => {
    const here = children.filter((child) => child.bay === bay);
    return here.length === 0 ? [{ bay, device: null }] : here.map((device) => ({ bay, device }));
  });
  const others = children.filter(({ bay }) => bay === null || !bays.includes(bay));
  return [...declared, ...others.map((device) => ({ bay: device.bay, device }))];
}
