import { describe, expect, test } from 'vitest';
import { parseRackUnit, positionOfUnit, rackSpanLabel, rackUnitLabel } from './rack-units.ts';
import { aRack } from './testing/rack-builders.ts';

const bottom = aRack();
const top = aRack({ numbering: 'top' });

describe('unit labels', () => {
  test.each([
    [bottom, 22, 4, 'U12', 'U12–U13', '22 ÷ 2 + 1 = 12'],
    [bottom, 23, 2, 'U12.5', 'U12.5–U13', '23 ÷ 2 + 1 = 12.5'],
    [bottom, 22, 2, 'U12', 'U12', 'one unit'],
    [bottom, 22, 3, 'U12', 'U12–U13', 'one and a half units'],
    [bottom, 23, 1, 'U12.5', 'U12.5', 'half a unit'],
    [top, 58, 4, 'U12', 'U12–U13', '(84 − 58 − 4) ÷ 2 + 1 = 12'],
    [top, 82, 2, 'U1', 'U1', 'the top unit'],
    [aRack({ startUnit: 0 }), 0, 2, 'U0', 'U0', 'numbered from 0'],
  ])('%o at half unit %d, %d high', (rack, position, height, label, span) => {
    expect([rackUnitLabel(rack, position, height), rackSpanLabel(rack, position, height)]).toEqual([label, span]);
  });
});

describe('parseRackUnit', () => {
  test.each(['U12', 'RU12', '12', ' u 12 ', '12.0'])('%s is half unit (12 − 1) × 2 = 22 from the floor', (text) => {
    expect(parseRackUnit(text, bottom, 4)).toEqual({ ok: true, value: 22 });
  });

  test('U12 of a 2U device numbered from the top is 84 − 4 − 22 = 58 from the floor', () => {
    expect(parseRackUnit('U12', top, 4)).toEqual({ ok: true, value: 58 });
    expect(positionOfUnit(top, 12, 4)).toBe(58);
  });

  test.each(['U0', 'U42', '12.25', 'twelve', ''])("'%s' is refused for a 2U device: U41 is the last", (text) => {
    const reading = parseRackUnit(text, bottom, 4);
    expect(reading.ok ? '' : reading.message).toBe(
      `Position '${text}' is not in the rack; allowed is U1 to U41 in steps of half a unit.`,
    );
  });
});
