import { describe, expect, test } from 'vitest';
import { formatMoney, parseMoney, sumMoney } from './money.ts';

describe('parseMoney', () => {
  test.each([
    ['1250', { amount: '1250.00' }],
    ['1,250.5 eur', { amount: '1250.50', currency: 'EUR' }],
    ['USD 12 000.125', { amount: '12000.125', currency: 'USD' }],
    ['007.10', { amount: '7.10' }],
  ])('%s is read exactly', (text, value) => {
    expect(parseMoney(text)).toEqual({ ok: true, value });
  });

  test.each(['1,250', '-5', '1.23456', 'ten', '', '12 34'])('%s is refused and the sentence names it', (text) => {
    const reading = parseMoney(text, 'Monthly cost');
    expect(reading.ok ? '' : reading.message).toContain(
      `Monthly cost '${text}' is not an amount of money; write up to`,
    );
  });
});

test('formatMoney groups thousands and keeps two decimals', () => {
  expect([formatMoney('1250.5', 'EUR'), formatMoney('999'), formatMoney('1000000.00', null)]).toEqual([
    '1,250.50 EUR',
    '999.00',
    '1,000,000.00',
  ]);
});

test('sumMoney: 0.10 + 0.20 + 0.0005 = 0.3005, which floats cannot say', () => {
  expect(sumMoney(['0.10', '0.20', '0.0005'])).toBe('0.3005');
  expect(sumMoney([])).toBe('0.00');
});
