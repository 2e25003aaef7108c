import { describe, expect, test } from 'vitest';
import type { QuantityUnit } from './unit-rules.ts';
import { formatQuantity, parseQuantity } from './units.ts';

describe('parseQuantity reads a number with its unit into the stored unit', () => {
  test.each<[string, QuantityUnit, number, string]>([
    ['20 GB', 'MB', 20_480, '20 × 1024'],
    ['1.5gb', 'MB', 1536, '1.5 × 1024'],
    ['2 TB', 'MB', 2_097_152, '2 × 1024 × 1024'],
    ['512', 'MB', 512, 'a number alone is MB'],
    ['3.84 TB', 'GB', 3840, '3.84 × 1000'],
    ['0.29 TB', 'GB', 290, '0.29 × 1000, without binary dust'],
    ['1 TiB', 'GB', 1099, '1024⁴ ÷ 10⁹ = 1099.51, rounded down'],
    ['1.2 kW', 'W', 1200, '1.2 × 1000'],
    ['28.6 kg', 'g', 28_600, '28.6 × 1000'],
    ['28.6', 'g', 28_600, 'a number alone is kg, the unit shown'],
    ['10 lb', 'g', 4536, '10 × 453.59237 = 4535.92, to the nearest gram'],
    ['29 in', 'mm', 737, '29 × 25.4 = 736.6, to the nearest millimetre'],
    ['12.5U', 'halfU', 25, '12.5 × 2'],
    ['42 RU', 'U', 42, '42 × 1'],
    ['16 cores', 'cores', 16, '16 × 1'],
    ['2400 MHz', 'GHz', 2.4, '2400 ÷ 1000'],
    ['100 Mbps', 'Gbps', 0.1, '100 ÷ 1000'],
    ["1 000'000_0", 'count', 10_000_000, 'spaces, apostrophes and underscores group digits'],
  ])('%s in %s is %d: %s', (text, unit, expected) => {
    expect(parseQuantity(text, unit)).toEqual({ ok: true, value: expected });
  });

  test.each<[string, QuantityUnit, string]>([
    ['twenty', 'MB', "Memory 'twenty' is not understood"],
    ['20 km', 'MB', "Memory '20 km' has the unknown unit 'km'"],
    ['1,024 GB', 'MB', "Memory '1,024 GB' has a comma, which may mean thousands or decimals"],
    ['-4', 'cores', "Cores '-4' is below zero"],
    ['2.5', 'cores', "Cores '2.5' is 2.5 cores, not a whole number"],
    ['12.25U', 'halfU', "Height '12.25U' is 24.5 halfU, not a whole number"],
    ['1e400', 'count', "The number '1e400' is not understood"],
    ['', 'W', "Power '' is not understood"],
  ])('%s in %s is refused with a sentence', (text, unit, opening) => {
    const reading = parseQuantity(text, unit);
    expect(reading.ok ? '' : reading.message).toContain(`${opening}; write a number`);
  });

  test('the refusal names the field it is given and what is allowed', () => {
    expect(parseQuantity('heavy', 'g', 'Weight limit')).toEqual({
      ok: false,
      message: "Weight limit 'heavy' is not understood; write a number with g, kg, lb, lbs, for example 28.6 kg.",
      allowed: 'a number with g, kg, lb, lbs, for example 28.6 kg',
    });
  });
});

describe('formatQuantity prints the largest unit that is exact', () => {
  test.each<[number, QuantityUnit, string]>([
    [20_480, 'MB', '20 GB'],
    [1536, 'MB', '1.5 GB'],
    [1537, 'MB', '1537 MB'],
    [3840, 'GB', '3.84 TB'],
    [3841, 'GB', '3841 GB'],
    [750, 'W', '750 W'],
    [12_500, 'W', '12.5 kW'],
    [28_600, 'g', '28.6 kg'],
    [1, 'g', '0.001 kg'],
    [25, 'halfU', '12.5U'],
    [1, 'cores', '1 core'],
    [0, 'MB', '0 MB'],
    [-2048, 'MB', '-2 GB'],
  ])('%d %s is %s', (value, unit, expected) => {
    expect(formatQuantity(value, unit)).toBe(expected);
  });
});
