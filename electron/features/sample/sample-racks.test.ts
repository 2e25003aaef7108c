import { expect, test } from 'vitest';
import type { RackDevice, RackSpace } from '../../../shared/rules/rack-model.ts';
import { checkRackFit } from '../../../shared/rules/rack-fit.ts';
import { feedLoads } from '../../../shared/rules/rack-power.ts';
import { sampleDatacenter } from './sample-datacenter.ts';
import { SampleView } from './testing/sample-view.ts';

const view = new SampleView(sampleDatacenter());
const placements = view.all('placement');
const racks = view.all('rack').map((rack): RackSpace => ({ ...rack, widthInches: Number(rack.widthInches) }));

function typeOf(objectId: string) {
  const noun = objectId.startsWith('compute:') ? 'compute' : 'equipment';
  return view.one('deviceType', view.one(noun, objectId).deviceTypeId);
}

function devicesIn(rackId: string): RackDevice[] {
  return placements
    .filter((placement) => placement.rackId === rackId)
    .map((placement) => {
      const { depthMm, weightGrams, powerWatts } = typeOf(placement.objectId);
      return { ...placement, id: placement.objectId, name: placement.objectId, depthMm, weightGrams, powerWatts };
    });
}

/** Draw and weight of the blades in the chassis of a rack. */
function bladesIn(rackId: string): { powerWatts: number; weightGrams: number } {
  const inRack = new Set(devicesIn(rackId).map(({ id }) => id));
  const types = placements
    .filter(({ parentId }) => parentId && inRack.has(parentId))
    .map(({ objectId }) => typeOf(objectId));
  return {
    powerWatts: types.reduce((sum, { powerWatts }) => sum + (powerWatts ?? 0), 0),
    weightGrams: types.reduce((sum, { weightGrams }) => sum + (weightGrams ?? 0), 0),
  };
}

test('every device fits where it stands by the rule of the program', () => {
  const problems = racks.flatMap((rack) => {
    const devices = devicesIn(rack.id);
    return devices.flatMap((device) => checkRackFit(rack, devices, device).problems.map(({ message }) => message));
  });
  expect(problems).toEqual([]);
});

test('units are held where nothing stands, within their rack', () => {
  const problems = view.all('rackReservation').flatMap(({ id, rackId, positionHalfU, heightHalfU }) => {
    const end = positionHalfU + heightHalfU;
    const rack = racks.find((one) => one.id === rackId);
    const inside = rack !== undefined && end <= rack.heightU * 2;
    const taken = devicesIn(rackId).filter(
      (device) =>
        device.positionHalfU !== null &&
        device.positionHalfU < end &&
        device.positionHalfU + device.heightHalfU > positionHalfU,
    );
    return [...(inside ? [] : [id]), ...taken.map((device) => `${id}: ${device.id}`)];
  });
  expect(problems).toEqual([]);
});

test('no two devices claim the same quarter of a half unit on one face', () => {
  const claims = placements.flatMap(({ rackId, positionHalfU, heightHalfU, face, widthParts, widthOffset }) => {
    if (positionHalfU === null) return [];
    const faces = face === 'both' ? ['front', 'rear'] : [face];
    const width = 4 / widthParts;
    return faces.flatMap((side) =>
      Array.from({ length: heightHalfU * width }, (_, cell) => {
        const half = positionHalfU + Math.floor(cell / width);
        return `${rackId} ${side} ${half} ${widthOffset * width + (cell % width)}`;
      }),
    );
  });
  expect(new Set(claims).size).toBe(claims.length);
});

test('a placed device is as high as its type says', () => {
  const wrong = placements.filter(({ objectId, heightHalfU }) => typeOf(objectId).heightHalfU !== heightHalfU);
  expect(wrong).toEqual([]);
});

test('blades fill distinct bays that their chassis has', () => {
  const inBays = placements.filter(({ parentId }) => parentId !== null);
  expect(inBays).toHaveLength(16 + 6);
  expect(new Set(inBays.map(({ parentId, bay }) => `${parentId} ${bay}`)).size).toBe(inBays.length);
  const unknown = inBays.filter(({ parentId, bay }) => {
    const { templates } = typeOf(parentId ?? '');
    return !templates['device-bays']?.some(({ name }) => name === bay);
  });
  expect(unknown).toEqual([]);
});

test('either feed alone carries a rack, blades included, and no rack is too heavy', () => {
  for (const rack of racks) {
    const blades: RackDevice = {
      id: 'blades',
      name: 'blades',
      positionHalfU: null,
      heightHalfU: 0,
      face: 'both',
      ...bladesIn(rack.id),
    };
    const devices = [...devicesIn(rack.id), blades];
    for (const { worstLoadWatts, capacityWatts } of feedLoads(rack, devices)) {
      expect(worstLoadWatts).toBeLessThanOrEqual(capacityWatts);
    }
    const grams = devices.reduce((sum, { weightGrams }) => sum + (weightGrams ?? 0), 0);
    expect(grams).toBeLessThanOrEqual(rack.maximumWeightGrams ?? 0);
  }
});

test('some racks are nearly full, some half-empty, two empty', () => {
  const shares = racks.map((rack) => {
    const taken = new Set<number>();
    for (const { positionHalfU, heightHalfU } of devicesIn(rack.id)) {
      for (let half = 0; half < heightHalfU; half++) taken.add((positionHalfU ?? 0) + half);
    }
    return taken.size / (rack.heightU * 2);
  });
  expect(shares.filter((share) => share === 0)).toHaveLength(2);
  expect(shares.filter((share) => share > 0.9).length).toBeGreaterThanOrEqual(3);
  expect(shares.filter((share) => share > 0.3 && share < 0.6).length).toBeGreaterThanOrEqual(5);
});

test('there are half units, one and a half, half widths, zero units and the rear', () => {
  const has = (test: (placement: (typeof placements)[number]) => boolean) => placements.some(test);
  expect(has(({ heightHalfU }) => heightHalfU === 1)).toBe(true);
  expect(has(({ heightHalfU }) => heightHalfU === 3)).toBe(true);
  expect(has(({ widthParts, widthOffset }) => widthParts === 2 && widthOffset === 1)).toBe(true);
  expect(has(({ side, heightHalfU }) => side === 'right' && heightHalfU === 0)).toBe(true);
  expect(has(({ face, side }) => face === 'rear' && side === null)).toBe(true);
  expect(has(({ positionHalfU }) => positionHalfU !== null && positionHalfU % 2 === 1)).toBe(true);
});
