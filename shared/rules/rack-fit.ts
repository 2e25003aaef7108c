import { formatQuantity } from '../domain/units.ts';
import type { FitOptions, FitProblem, FitWarning, RackDevice, RackFit, RackSpace } from './rack-model.ts';
import { collision, depthExcessMm, heldReservations, reservationBlocks, takesUnits } from './rack-occupancy.ts';
import { feedLoads, feedsOfDevice } from './rack-power.ts';
import { rackSpanLabel } from './rack-units.ts';

function spanOf(rack: RackSpace, device: RackDevice): string {
  return device.positionHalfU === null ? 'the side' : rackSpanLabel(rack, device.positionHalfU, device.heightHalfU);
}

function faceWord(device: RackDevice): string {
  return device.face === 'both' ? 'front and rear' : device.face;
}

function isWhole(value: number | null | undefined, minimum: number): boolean {
  return value === null || value === undefined || (Number.isInteger(value) && value >= minimum);
}

/** What makes no sense in any rack; nothing else is checked while this is wrong. */
function shapeProblem(device: RackDevice): FitProblem | null {
  const { name, heightHalfU, positionHalfU, widthParts, widthOffset, widthSpan, side, standsIn } = device;
  if (standsIn === 'bays') {
    const message = `${name} is built for the bay of a chassis; it stands neither in units nor on a side of a rack.`;
    return { code: 'E_INCOHERENT', aspect: 'height', message };
  }
  if (!isWhole(heightHalfU, 0) || !isWhole(positionHalfU, 0)) {
    const message = `${name} has the height ${heightHalfU} and the position ${positionHalfU}; allowed are whole numbers of half units from 0.`;
    return { code: 'E_FORMAT', aspect: 'position', message };
  }
  if (
    !isWhole(widthParts, 1) ||
    !isWhole(widthOffset, 0) ||
    !isWhole(widthSpan, 1) ||
    (widthOffset ?? 0) + (widthSpan ?? 1) > (widthParts ?? 1)
  ) {
    const message = `${name} takes part ${(widthOffset ?? 0) + 1} of ${widthParts ?? 1} and ${widthSpan ?? 1} in width; allowed is a part inside the width.`;
    return { code: 'E_FORMAT', aspect: 'width', message };
  }
  if (heightHalfU === 0 && !side) {
    return {
      code: 'E_INCOHERENT',
      aspect: 'height',
      message: `${name} is 0U high; choose the left or right side of the rack.`,
    };
  }
  if (heightHalfU > 0 && positionHalfU === null) {
    const message = `${name} is ${formatQuantity(heightHalfU, 'halfU')} high and needs a unit position.`;
    return { code: 'E_INCOHERENT', aspect: 'position', message };
  }
  return null;
}

function rangeProblems(rack: RackSpace, device: RackDevice): FitProblem[] {
  const problems: FitProblem[] = [];
  if (takesUnits(device) && device.positionHalfU + device.heightHalfU > rack.heightU * 2) {
    const height = formatQuantity(device.heightHalfU, 'halfU');
    const whole = rackSpanLabel(rack, 0, rack.heightU * 2);
    const message = `${device.name} is ${height} high and would need ${spanOf(rack, device)}; ${rack.name} has ${whole}.`;
    problems.push({ code: 'E_RU_RANGE', aspect: 'height', message });
  }
  if (device.widthInches && device.widthInches > rack.widthInches) {
    const message = `${device.name} is built for ${device.widthInches} inches; ${rack.name} is ${rack.widthInches} inches wide.`;
    problems.push({ code: 'E_LIMIT_MAX', aspect: 'width', message });
  }
  if (device.depthMm && rack.depthMm && device.depthMm > rack.depthMm) {
    const message = `${device.name} is ${device.depthMm} mm deep; ${rack.name} is ${rack.depthMm} mm deep.`;
    problems.push({ code: 'E_LIMIT_MAX', aspect: 'depth', message });
  }
  return problems;
}

function occupantProblems(rack: RackSpace, others: readonly RackDevice[], device: RackDevice): FitProblem[] {
  return others.flatMap((other): FitProblem[] => {
    const kind = collision(rack, device, other);
    if (kind === 'none') return [];
    const occupant = `${other.name} (${spanOf(rack, other)}, ${faceWord(other)})`;
    const place = `${spanOf(rack, device)}, ${faceWord(device)}, of ${rack.name}`;
    if (kind === 'place') {
      const message = `${place} is taken by ${occupant}; ${device.name} does not fit there.`;
      return [{ code: 'E_RU_TAKEN', aspect: 'position', message, occupantId: other.id }];
    }
    const excess = depthExcessMm(rack, device, other);
    const message = `${device.name} at ${place} and ${occupant} behind it are together ${excess} mm deeper than the rack.`;
    return [{ code: 'E_RU_TAKEN', aspect: 'depth', message, occupantId: other.id }];
  });
}

function reservationProblems(rack: RackSpace, device: RackDevice, options: FitOptions): FitProblem[] {
  return heldReservations(rack, device.reservedFor, options)
    .filter((reservation) => reservationBlocks(reservation, device))
    .map(({ positionHalfU, heightHalfU, reservedFor, until }) => {
      const held = `${rackSpanLabel(rack, positionHalfU, heightHalfU)} of ${rack.name} is reserved for ${reservedFor}`;
      return { code: 'E_RU_TAKEN', aspect: 'reservation', message: until ? `${held} until ${until}.` : `${held}.` };
    });
}

/** What weight and power of a rack say against a device among `all`. */
export function loadProblems(rack: RackSpace, all: readonly RackDevice[], device: RackDevice): FitProblem[] {
  return [...weightProblems(rack, all, device), ...powerProblems(rack, all, device)];
}

function weightProblems(rack: RackSpace, all: readonly RackDevice[], device: RackDevice): FitProblem[] {
  const grams = all.reduce((sum, { weightGrams }) => sum + (weightGrams ?? 0), 0);
  if (!rack.maximumWeightGrams || !device.weightGrams || grams <= rack.maximumWeightGrams) return [];
  const limit = formatQuantity(rack.maximumWeightGrams, 'g');
  const message = `With ${device.name}, ${rack.name} would carry ${formatQuantity(grams, 'g')}; its limit is ${limit}.`;
  return [{ code: 'E_CAPACITY', aspect: 'weight', message }];
}

function powerProblems(rack: RackSpace, all: readonly RackDevice[], device: RackDevice): FitProblem[] {
  if (!device.powerWatts) return [];
  const drawn = feedsOfDevice(rack.feeds ?? [], device);
  return feedLoads(rack, all)
    .filter(({ name, worstLoadWatts, capacityWatts }) => drawn.includes(name) && worstLoadWatts > capacityWatts)
    .map(({ name, loadWatts, worstLoadWatts, worstWhenLost, capacityWatts }) => {
      const overloaded = loadWatts > capacityWatts || worstWhenLost === null;
      const when = overloaded ? '' : `if feed ${worstWhenLost} is lost, `;
      const watts = overloaded ? loadWatts : worstLoadWatts;
      const message = `With ${device.name}, ${when}feed ${name} of ${rack.name} would carry ${watts} W; it may carry ${capacityWatts} W.`;
      return { code: 'E_CAPACITY', aspect: 'power', message };
    });
}

function warningsOf(rack: RackSpace, all: readonly RackDevice[], device: RackDevice): FitWarning[] {
  const warnings: FitWarning[] = [];
  const unweighed = all.filter(({ weightGrams }) => weightGrams === null || weightGrams === undefined).length;
  if (rack.maximumWeightGrams && unweighed > 0) {
    const devices = unweighed === 1 ? '1 device' : `${unweighed} devices`;
    warnings.push({ aspect: 'weight', message: `The weight of ${devices} in ${rack.name} is not known.` });
  }
  const feeds = rack.feeds ?? [];
  if (feeds.length === 0) return warnings;
  if (device.powerWatts === null || device.powerWatts === undefined) {
    warnings.push({ aspect: 'power', message: `The power draw of ${device.name} is not known.` });
  } else if (device.powerWatts > 0) {
    const missing = (device.feeds ?? []).filter((name) => !feeds.some((feed) => feed.name === name));
    const live = feedsOfDevice(feeds, device);
    if (missing.length > 0) {
      warnings.push({
        aspect: 'power',
        message: `${rack.name} has no feed ${missing.join(', ')}, which ${device.name} names.`,
      });
    }
    if (!device.feeds?.length) {
      warnings.push({
        aspect: 'power',
        message: `The cords of ${device.name} are not recorded; it counts as corded to every feed.`,
      });
    } else if (live.length === 1 && feeds.length > 1) {
      warnings.push({
        aspect: 'power',
        message: `${device.name} hangs on feed ${live[0] ?? ''} alone and goes dark with it.`,
      });
    }
  }
  return warnings;
}

/**
 * The one fit rule of drag preview, forms, command line and service (for bays: `checkBayFit`): shape, height, position, face, depth (mm when known),
 * width, reservations, weight, power of each feed and of the surviving feed when another is lost. A device that is
 * mounted already (same id) does not stand in its own way, so a move and a first placement are checked alike.
 */
export function checkRackFit(
  rack: RackSpace,
  mounted: readonly RackDevice[],
  candidate: RackDevice,
  options: FitOptions = {},
): RackFit {
  const shape = shapeProblem(candidate);
  if (shape) return { fits: false, problems: [shape], warnings: [] };
  const others = mounted.filter(({ id }) => id !== candidate.id);
  const all = [...others, candidate];
  const problems = [
    ...rangeProblems(rack, candidate),
    ...occupantProblems(rack, others, candidate),
    ...reservationProblems(rack, candidate, options),
    ...loadProblems(rack, all, candidate),
  ];
  return { fits: problems.length === 0, problems, warnings: warningsOf(rack, all, candidate) };
}
