import { describe, expect, test } from 'vitest';
import { checkRackFit } from './rack-fit.ts';
import { feedCapacityWatts, feedLoads } from './rack-power.ts';
import { aDevice, aRack } from './testing/rack-builders.ts';

function feed(name: string, amps = 16, phases: 1 | 3 = 1, volts = 230) {
  return { name, volts, amps, phases, deratingPercent: 80 };
}

/** Each feed may carry 230 × 16 × 0.8 = 2944 W. */
const rack = aRack({ feeds: [feed('A'), feed('B')] });
const dual = { feeds: ['A', 'B'] };

describe('feedCapacityWatts', () => {
  test.each([
    [feed('A'), 2944, '230 × 16 × 0.8'],
    [feed('A', 32, 3, 400), 17_736, '400 × 32 × √3 × 0.8 = 17736.2'],
    [{ ...feed('A', 30, 1, 120), deratingPercent: 100 }, 3600, '120 × 30'],
  ])('%o may carry %d W', (candidate, watts) => {
    expect(feedCapacityWatts(candidate)).toBe(watts);
  });
});

describe('feedLoads', () => {
  test('dual-corded devices share, single-corded ones do not: A 1000 ÷ 2 + 300, B 1000 ÷ 2; alone A carries 1300, B 1000', () => {
    const devices = [
      aDevice('a', 1, 1, { powerWatts: 1000, ...dual }),
      aDevice('b', 2, 1, { powerWatts: 300, feeds: ['A'] }),
    ];
    expect(feedLoads(rack, devices)).toEqual([
      { name: 'A', capacityWatts: 2944, loadWatts: 800, worstLoadWatts: 1300, worstWhenLost: 'B' },
      { name: 'B', capacityWatts: 2944, loadWatts: 500, worstLoadWatts: 1000, worstWhenLost: 'A' },
    ]);
  });

  test('cords that are not recorded count on every feed: 900 ÷ 2 each', () => {
    expect(feedLoads(rack, [aDevice('a', 1, 1, { powerWatts: 900 })]).map(({ loadWatts }) => loadWatts)).toEqual([
      450, 450,
    ]);
  });
});

describe('the power of a feed and of the surviving feed', () => {
  function messages(powerWatts: number, feeds: string[], mountedWatts = 2000) {
    const mounted = [aDevice('old', 1, 1, { powerWatts: mountedWatts, ...dual })];
    return checkRackFit(rack, mounted, aDevice('new', 2, 1, { powerWatts, feeds })).problems.map(
      ({ message }) => message,
    );
  }

  test('2000 + 944 W = 2944 W fit when one feed is lost, 945 W do not', () => {
    expect(messages(944, ['A', 'B'])).toEqual([]);
    expect(messages(945, ['A', 'B'])).toEqual([
      'With new, if feed B is lost, feed A of rack101 would carry 2945 W; it may carry 2944 W.',
      'With new, if feed A is lost, feed B of rack101 would carry 2945 W; it may carry 2944 W.',
    ]);
  });

  test('on A alone: 1000 + 2000 = 3000 W overload A at once', () => {
    expect(messages(2000, ['A'])).toEqual(['With new, feed A of rack101 would carry 3000 W; it may carry 2944 W.']);
  });

  test('a device that draws nothing is not refused for what stands there already', () => {
    expect(messages(0, ['A'], 9000)).toEqual([]);
  });
});

describe('weight', () => {
  const limited = aRack({ maximumWeightGrams: 100_000 });
  const mounted = [aDevice('old', 1, 1, { weightGrams: 80_000 })];

  test('80 + 20 = 100 kg fit, one gram more does not', () => {
    expect(checkRackFit(limited, mounted, aDevice('new', 2, 1, { weightGrams: 20_000 })).fits).toBe(true);
    expect(checkRackFit(limited, mounted, aDevice('new', 2, 1, { weightGrams: 20_001 })).problems).toEqual([
      {
        code: 'E_CAPACITY',
        aspect: 'weight',
        message: 'With new, rack101 would carry 100.001 kg; its limit is 100 kg.',
      },
    ]);
  });

  test('weights that are not known are told', () => {
    expect(checkRackFit(limited, mounted, aDevice('new', 2, 1)).warnings).toEqual([
      { aspect: 'weight', message: 'The weight of 1 device in rack101 is not known.' },
    ]);
  });
});

describe('warnings on power', () => {
  test.each([
    [{}, 'The power draw of new is not known.'],
    [{ powerWatts: 100 }, 'The cords of new are not recorded; it counts as corded to every feed.'],
    [{ powerWatts: 100, feeds: ['A'] }, 'new hangs on feed A alone and goes dark with it.'],
    [{ powerWatts: 100, feeds: ['A', 'B', 'C'] }, 'rack101 has no feed C, which new names.'],
  ])('%j', (device, message) => {
    expect(checkRackFit(rack, [], aDevice('new', 2, 1, device))).toEqual({
      fits: true,
      problems: [],
      warnings: [{ aspect: 'power', message }],
    });
  });

  test('none for a device that draws nothing', () => {
    expect(checkRackFit(rack, [], aDevice('panel', 2, 1, { powerWatts: 0 })).warnings).toEqual([]);
  });
});
