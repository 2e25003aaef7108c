import { describe, expect, test } from 'vitest';
import { checkRackFit } from './rack-fit.ts';
import type { RackDevice } from './rack-model.ts';
import { aDevice, aRack } from './testing/rack-builders.ts';

function problems(candidate: RackDevice, mounted: RackDevice[] = [], rack = aRack(), today?: string) {
  return checkRackFit(rack, mounted, candidate, { today }).problems;
}

function codes(...args: Parameters<typeof problems>) {
  return problems(...args).map(({ code, aspect }) => `${code} ${aspect}`);
}

describe('height and position', () => {
  test('a 2U server at U45 of a 45U rack would need U45 and U46', () => {
    expect(problems(aDevice('db-03', 45, 2), [], aRack({ heightU: 45 }))).toEqual([
      { code: 'E_RU_RANGE', aspect: 'height', message: 'db-03 is 2U high and would need U45–U46; rack101 has U1–U45.' },
    ]);
  });

  test('a 2U server at U44 of a 45U rack fits: 43 × 2 + 4 = 90 half units', () => {
    expect(codes(aDevice('db-03', 44, 2), [], aRack({ heightU: 45 }))).toEqual([]);
  });

  test('U10–U11 with U11 taken names the occupant', () => {
    expect(problems(aDevice('db-03', 10, 2), [aDevice('db-02', 11, 2)])).toEqual([
      {
        code: 'E_RU_TAKEN',
        aspect: 'position',
        message:
          'U10–U11, front and rear, of rack101 is taken by db-02 (U11–U12, front and rear); db-03 does not fit there.',
        occupantId: 'db-02',
      },
    ]);
  });

  test('every occupant is named, and neighbours that only touch are not', () => {
    const mounted = [aDevice('below', 9, 1), aDevice('a', 10, 1), aDevice('b', 11, 1), aDevice('above', 12, 1)];
    expect(problems(aDevice('new', 10, 2), mounted).map(({ occupantId }) => occupantId)).toEqual(['a', 'b']);
  });

  test('half units: 1U at U10.5 meets U11, and 1.5U at U10 leaves half of it', () => {
    expect(codes(aDevice('new', 10.5, 1), [aDevice('old', 11, 1)])).toEqual(['E_RU_TAKEN position']);
    expect(codes(aDevice('new', 10, 1.5), [aDevice('old', 11.5, 1)])).toEqual([]);
  });

  test('a device does not stand in its own way when it moves', () => {
    expect(codes(aDevice('db-03', 11, 2), [aDevice('db-03', 10, 2)])).toEqual([]);
  });
});

describe('face and depth', () => {
  test.each<[RackDevice['face'], RackDevice['face'], number]>([
    ['front', 'front', 1],
    ['front', 'rear', 0],
    ['front', 'both', 1],
    ['both', 'rear', 1],
    ['rear', 'rear', 1],
  ])('%s against %s: %d conflicts', (one, other, count) => {
    expect(codes(aDevice('new', 10, 1, { face: one }), [aDevice('old', 10, 1, { face: other })])).toHaveLength(count);
  });

  test.each<[number, number | null, string[], string]>([
    [600, 400, [], '600 + 400 = 1000 of 1000 mm'],
    [600, 401, ['E_RU_TAKEN depth'], '600 + 401 = 1 mm too deep'],
    [600, null, [], 'a depth that is not known does not judge'],
  ])('back to back %s and %s mm in a rack of 1000 mm: %j', (front, rear, expected) => {
    const mounted = [aDevice('old', 10, 1, { face: 'rear', depthMm: rear })];
    expect(codes(aDevice('new', 10, 1, { face: 'front', depthMm: front }), mounted, aRack({ depthMm: 1000 }))).toEqual(
      expected,
    );
  });

  test('the excess is said in millimetres', () => {
    const mounted = [aDevice('old', 10, 1, { face: 'rear', depthMm: 500 })];
    const [problem] = problems(
      aDevice('new', 10, 1, { face: 'front', depthMm: 600 }),
      mounted,
      aRack({ depthMm: 1000 }),
    );
    expect(problem?.message).toBe(
      'new at U10, front, of rack101 and old (U10, rear) behind it are together 100 mm deeper than the rack.',
    );
  });

  test('a device deeper than the rack', () => {
    expect(codes(aDevice('new', 10, 1, { depthMm: 1001 }), [], aRack({ depthMm: 1000 }))).toEqual([
      'E_LIMIT_MAX depth',
    ]);
  });
});

describe('width', () => {
  const left = { widthParts: 2, widthOffset: 0 };
  const right = { widthParts: 2, widthOffset: 1 };
  test('two halves stand side by side, two left halves do not', () => {
    expect(codes(aDevice('new', 10, 1, right), [aDevice('old', 10, 1, left)])).toEqual([]);
    expect(codes(aDevice('new', 10, 1, left), [aDevice('old', 10, 1, left)])).toEqual(['E_RU_TAKEN position']);
  });

  test('the second third (1/3 to 2/3) meets both halves, the second quarter (1/4 to 1/2) only the left', () => {
    const halves = [aDevice('left', 10, 1, left), aDevice('right', 10, 1, right)];
    const meets = (widthParts: number) =>
      problems(aDevice('new', 10, 1, { widthParts, widthOffset: 1 }), halves).map(({ occupantId }) => occupantId);
    expect(meets(3)).toEqual(['left', 'right']);
    expect(meets(4)).toEqual(['left']);
  });

  test('a 23 inch device in a 19 inch rack, and a 19 inch device in a 23 inch rack', () => {
    expect(codes(aDevice('new', 10, 1, { widthInches: 23 }))).toEqual(['E_LIMIT_MAX width']);
    expect(codes(aDevice('new', 10, 1, { widthInches: 19 }), [], aRack({ widthInches: 23 }))).toEqual([]);
  });
});

describe('reservations really block', () => {
  const reservation = {
    positionHalfU: 18,
    heightHalfU: 4,
    face: 'front' as const,
    until: '2026-12-31',
    reservedFor: 'team blue',
  };
  const rack = aRack({ reservations: [reservation] });

  test('until their last day, with the holder named', () => {
    expect(problems(aDevice('new', 11, 1), [], rack, '2026-12-31')).toEqual([
      {
        code: 'E_RU_TAKEN',
        aspect: 'reservation',
        message: 'U10–U11 of rack101 is reserved for team blue until 2026-12-31.',
      },
    ]);
    expect(problems(aDevice('new', 11, 1), [], rack, '2027-01-01')).toEqual([]);
  });

  test('not for their holder, not on the other face, not beside them', () => {
    expect(codes(aDevice('new', 11, 1, { reservedFor: 'team blue' }), [], rack)).toEqual([]);
    expect(codes(aDevice('new', 11, 1, { face: 'rear' }), [], rack)).toEqual([]);
    expect(codes(aDevice('new', 12, 1), [], rack)).toEqual([]);
  });
});

describe('what makes no sense in any rack', () => {
  test.each<[string, RackDevice, string]>([
    ['a position below the floor', aDevice('x', 0.5, 1), 'E_FORMAT position'],
    ['a quarter of a unit', aDevice('x', 10, 0.25), 'E_FORMAT position'],
    ['part 3 of 2', aDevice('x', 10, 1, { widthParts: 2, widthOffset: 2 }), 'E_FORMAT width'],
    ['0U without a side', aDevice('x', 10, 0), 'E_INCOHERENT height'],
    ['1U without a position', aDevice('x', 10, 1, { positionHalfU: null }), 'E_INCOHERENT position'],
  ])('%s', (_, device, expected) => {
    expect(codes(device)).toEqual([expected]);
  });

  test('a 0U device on a side takes no units', () => {
    const strip = aDevice('pdu-a', 1, 0, { positionHalfU: null, side: 'left' });
    expect(codes(strip, [aDevice('old', 1, 42)])).toEqual([]);
    expect(codes(aDevice('new', 1, 42), [strip])).toEqual([]);
  });
});
