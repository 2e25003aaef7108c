import { bayName } from './bay-name.ts';
import type { FitProblem, RackDevice, RackFit, RackPlacement } from './rack-model.ts';

/** Whether a place is a bay, or the top of a shelf. */
export function inBay({ parentId }: Pick<RackPlacement, 'parentId'>): boolean {
  return parentId !== null && parentId !== undefined;
}

/** Whether a bay may ever take the device; a form offers bays only for these. */
export function acceptedByBays({ standsIn }: RackDevice): boolean {
  return standsIn === 'bays' || standsIn === 'either';
}

function problem(code: FitProblem['code'], message: string, occupantId?: string): FitProblem {
  return { code, aspect: 'bay', message, ...(occupantId === undefined ? {} : { occupantId }) };
}

function bayProblem(chassis: RackDevice, candidate: RackDevice): FitProblem | null {
  const bays = chassis.bays ?? [];
  const { bay = null, name } = candidate;
  if (bays.length === 0) return problem('E_INCOHERENT', `${chassis.name} has no bays; its device type declares none.`);
  if (bay === null || !bays.includes(bay))
    return problem('E_INCOHERENT', `${chassis.name} has no bay "${bay ?? ''}"; allowed are ${bays.join(', ')}.`);
  if (!acceptedByBays(candidate)) {
    const message = `${name} fits no bay of ${chassis.name}: its type stands in rack units; a bay takes device types with the chassis role "Fits a device bay".`;
    return problem('E_INCOHERENT', message);
  }
  const occupant = chassis.children?.find((child) => child.bay === bay && child.id !== candidate.id);
  if (!occupant) return null;
  const called = bayName(bay);
  const message = `${called[0]?.toUpperCase()}${called.slice(1)} of ${chassis.name} is taken by ${occupant.name}.`;
  return problem('E_RU_TAKEN', message, occupant.id);
}

/**
 * The fit rule of bays, for drag preview, forms, command line and service alike: the chassis has the bay, the bay takes
 * such devices, nothing else is in it. `candidate.bay` names the bay; a device does not stand in its own way.
 */
export function checkBayFit(chassis: RackDevice, candidate: RackDevice): RackFit {
  const against = bayProblem(chassis, candidate);
  return { fits: against === null, problems: against ? [against] : [], warnings: [] };
}

/** The bays of a chassis that take the device now, in order. */
export function freeBays(chassis: RackDevice, device: RackDevice): readonly string[] {
  return (chassis.bays ?? []).filter((bay) => checkBayFit(chassis, { ...device, bay }).fits);
}

function total(amounts: readonly (number | null | undefined)[]): number {
  return amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
}

/** A chassis with other things in its bays: it weighs and, without watts of its own, draws what they do. */
export function withChildren(chassis: RackDevice, children: readonly RackDevice[]): RackDevice {
  const before = total((chassis.children ?? []).map(({ weightGrams }) => weightGrams));
  const after = total(children.map(({ weightGrams }) => weightGrams));
  const known = children.flatMap(({ powerWatts }) => powerWatts ?? []);
  const inside = known.length === 0 ? null : total(known);
  return {
    ...chassis,
    children,
    weightGrams:
      chassis.weightGrams === null || chassis.weightGrams === undefined ? null : chassis.weightGrams - before + after,
    powerWatts: chassis.ownPowerWatts ?? inside,
  };
}
