import { expect, test } from 'vitest';
import { positionOfUnits } from './rack-unit-list.ts';
import { aRack } from './testing/rack-builders.ts';

const RACK_45 = aRack({ heightU: 45 });
const FROM_TOP = aRack({ heightU: 45, numbering: 'top' });

test.each([
  ['U10 and U11 from the bottom', RACK_45, [10, 11], 4, 18],
  ['in any order', RACK_45, [11, 10], 4, 18],
  ['U1 from the top is the highest', FROM_TOP, [1], 2, 88],
  // U1 and U2 from the top: 90 half units, less 4.
  ['U1 and U2 from the top', FROM_TOP, [1, 2], 4, 86],
  ['a rack that counts from 0', aRack({ heightU: 45, startUnit: 0 }), [0], 2, 0],
])('%s', (_, rack, units, heightHalfU, positionHalfU) => {
  expect(positionOfUnits(rack, units, heightHalfU)).toEqual({ ok: true, positionHalfU });
});

test.each([
  ['U10 and U12 do not adjoin', [10, 12], 4, 'E_RU_NOT_ADJACENT'],
  ['a unit twice', [10, 10], 4, 'E_RU_NOT_ADJACENT'],
  ['U45 and U46 of 45 units', [45, 46], 4, 'E_RU_RANGE'],
  ['U0 of a rack that counts from 1', [0, 1], 4, 'E_RU_RANGE'],
  ['three units for a 2U device', [10, 11, 12], 4, 'E_FORMAT'],
])('%s', (_, units, heightHalfU, code) => {
  expect(positionOfUnits(RACK_45, units, heightHalfU)).toMatchObject({ ok: false, code });
});
