import { typedRow } from '../../db/typed-row.ts';
import { FailureError, fail, failFields } from '../../../shared/contract/failure.ts';
import type { IntakeInput, IntakeRow } from '../../../shared/contract/intake.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { Rack } from '../../../shared/domain/rack.ts';
import type { BuildLine } from '../../../shared/domain/slot.ts';
import { parseRackUnit, rackSpanLabel } from '../../../shared/rules/rack-units.ts';
import { expandSequence, isSequence, namesByPattern } from '../../../shared/rules/sequence.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { setUnits } from '../component-assignment/service.ts';
import { resolvedBuild } from '../device-type/service.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { createRow, requireRow } from '../object/service.ts';
import { mount } from '../rack/service.ts';
import { computesWithSerial } from './repository.ts';

interface Spot {
  readonly rackId: string;
  readonly positionHalfU: number;
  /** `A1, U12`. */
  readonly text: string;
}

interface Delivery {
  readonly input: IntakeInput;
  readonly deviceTypeId: string;
  readonly build: readonly BuildLine[];
  readonly spots: readonly Spot[];
}

interface Machine {
  readonly name: string;
  readonly index: number;
}

export interface Registered {
  readonly rows: IntakeRow[];
  readonly computeIds: string[];
}

/** How many machines arrived: as said, else one per serial number, else one per name of the sequence. */
export function deliverySize(input: IntakeInput): number {
  const { count, serials, namesPattern } = input;
  const names = isSequence(namesPattern) ? expandSequence(namesPattern) : null;
  const wanted = count ?? (serials.length || (names?.ok ? names.value.length : 1));
  for (const [label, list] of [
    ['serial numbers', serials],
    ['asset tags', input.assetTags],
    ['lists of part serial numbers', input.partSerials],
  ] as const)
    if (list.length > wanted) fail('E_INCOHERENT', `${list.length} ${label} were given for ${wanted} machines.`);
  return wanted;
}

function machinesOf(input: IntakeInput): Machine[] {
  const names = namesByPattern(input.namesPattern, deliverySize(input), input.firstNumber);
  if (!names.ok)
    fail('E_FORMAT', names.message, {
      fields: [{ path: 'namesPattern', message: names.message, allowed: names.allowed }],
    });
  return names.value.map((name, index) => ({ name, index }));
}

/** The places one after another: each entry fills its rack upwards from its position. */
function spotsOf(context: WriteContext, input: IntakeInput, heightHalfU: number): Spot[] {
  return input.positions.flatMap((place, at) => {
    const rackId = resolveReference(context.database, 'rack', place.rack, `positions.${at}.rack`);
    const rack = typedRow('rack', requireRow(context.database, definitionOf('rack'), rackId));
    const first = firstPosition(place, rack, heightHalfU, `positions.${at}`);
    return Array.from({ length: place.count }, (_, step) => {
      const positionHalfU = first + step * (heightHalfU + place.gapHalfU);
      return { rackId, positionHalfU, text: `${rack.name}, ${rackSpanLabel(rack, positionHalfU, heightHalfU)}` };
    });
  });
}

function firstPosition(
  { unit, positionHalfU }: IntakeInput['positions'][number],
  rack: Rack,
  heightHalfU: number,
  path: string,
): number {
  if (unit === undefined)
    return positionHalfU ?? fail('E_REQUIRED', `Say the first unit in rack ${rack.name}: unit, or positionHalfU.`);
  const reading = parseRackUnit(unit, rack, heightHalfU);
  if (reading.ok) return reading.value;
  const { message, allowed } = reading;
  return failFields([{ path: `${path}.unit`, message, value: unit, allowed }]);
}

/**
 * Registers every machine of a delivery: the compute, its parts in their slots, their serial numbers, its place. A machine
 * that is refused leaves nothing behind and says why; what to do about it is the caller's decision.
 */
export function registerDelivery(context: WriteContext, rules: NounRules, input: IntakeInput): Registered {
  const deviceTypeId = resolveReference(context.database, 'deviceType', input.deviceType, 'deviceType');
  const type = typedRow('deviceType', requireRow(context.database, definitionOf('deviceType'), deviceTypeId));
  const build = input.build ? resolvedBuild(context.database, input.build) : type.build;
  const delivery: Delivery = { input, deviceTypeId, build, spots: spotsOf(context, input, type.heightHalfU) };
  const computeIds: string[] = [];
  const rows = machinesOf(input).map((machine) => {
    const row = rowOf(context, delivery, machine);
    try {
      computeIds.push(context.attempt(() => register(context, rules, delivery, machine)));
      return row;
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      return { ...row, problems: [error.failure.message] };
    }
  });
  return { rows, computeIds };
}

function rowOf(
  context: WriteContext,
  { input, build, spots, deviceTypeId }: Delivery,
  { name, index }: Machine,
): IntakeRow {
  const serial = input.serials[index] ?? null;
  const spot = spots[index];
  const known = serial === null ? [] : computesWithSerial(context.database, deviceTypeId, serial);
  const twice = serial !== null && input.serials.indexOf(serial) !== index;
  return {
    name,
    serial,
    assetTag: input.assetTags[index] ?? null,
    place: spot?.text ?? null,
    parts: build.reduce((sum, { quantity }) => sum + quantity, 0),
    problems: [],
    warnings: [
      ...(twice ? [`Serial number ${serial} was scanned twice.`] : []),
      ...known
        .filter((other) => other !== name && !twice)
        .map((other) => `Serial number ${serial} is that of ${other}.`),
    ],
  };
}

function register(context: WriteContext, rules: NounRules, delivery: Delivery, machine: Machine): string {
  const { input, deviceTypeId, spots } = delivery;
  const { provider, region, role, owner, state, tags } = input;
  const record = {
    name: machine.name,
    deviceTypeId,
    serial: input.serials[machine.index] ?? null,
    assetTag: input.assetTags[machine.index] ?? null,
    provider,
    region,
    role,
    owner,
    state,
  };
  const { id } = createRow(context, rules, definitionOf('compute'), record, { tags });
  fitBuild(context, rules, delivery, id, machine.index);
  const spot = spots[machine.index];
  if (spot)
    mount(context, rules, id, spot.rackId, { device: id, rack: spot.rackId, positionHalfU: spot.positionHalfU });
  return id;
}

function fitBuild(
  context: WriteContext,
  rules: NounRules,
  { input, build }: Delivery,
  computeId: string,
  index: number,
): void {
  const serials = input.partSerials[index] ?? [];
  const installedAt = new Date().toISOString().slice(0, 10);
  let taken = 0;
  for (const { componentId, quantity, slot } of build) {
    const draft = { computeId, componentId, quantity, slot, installedAt };
    const { id } = createRow(context, rules, definitionOf('componentAssignment'), draft);
    const own = serials.slice(taken, (taken += quantity)).map((serial) => ({ serial: serial || null }));
    if (own.some(({ serial }) => serial !== null)) setUnits(context, rules, id, own);
  }
  if (taken < serials.length)
    fail('E_INCOHERENT', `${serials.length} part serial numbers were given and the build has ${taken} units.`);
}
