import { expect, test } from 'vitest';
import { fitTogether } from './rack-together.ts';
import { aDevice, aRack } from './testing/rack-builders.ts';

const WANTED = { id: 'new', name: 'the new device', heightHalfU: 4, face: 'both' as const };
const FEEDS = ['A', 'B'].map((name) => ({ name, volts: 230, amps: 16, phases: 1 as const, deratingPercent: 80 }));

test('three 2U devices find three places, each counted for the next', () => {
  const mounted = [aDevice('a', 3, 1)];
  const fit = fitTogether(aRack({ heightU: 9 }), mounted, WANTED, 3);
  // U1–U2, then U4–U5 and U6–U7 above the device at U3.
  expect(fit).toMatchObject({ positionsHalfU: [0, 6, 10], missing: null });
});

test('four 2U devices do not fit where three do', () => {
  expect(fitTogether(aRack({ heightU: 7 }), [], WANTED, 4)).toMatchObject({
    positionsHalfU: [],
    missing: 'space',
    positions: 6,
  });
});

test('the surviving feed must carry all of them: 2 × 1,400 W under 2,944 W, 3 × 1,400 W not', () => {
  const rack = aRack({ feeds: FEEDS });
  const hungry = { ...WANTED, powerWatts: 1400 };
  expect(fitTogether(rack, [], hungry, 2).missing).toBeNull();
  expect(fitTogether(rack, [], hungry, 3).missing).toBe('power');
});

test('their weight adds up against the limit', () => {
  const rack = aRack({ maximumWeightGrams: 50_000 });
  const heavy = { ...WANTED, weightGrams: 20_000 };
  expect(fitTogether(rack, [], heavy, 2).missing).toBeNull();
  expect(fitTogether(rack, [], heavy, 3).missing).toBe('weight');
});
