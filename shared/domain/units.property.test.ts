import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatMoney, parseMoney, sumMoney } from './money.ts';
import { QUANTITY_UNITS } from './unit-rules.ts';
import { formatQuantity, parseQuantity } from './units.ts';

test.each(QUANTITY_UNITS)('%s: what is printed reads back as the same quantity', (unit) => {
  fc.assert(
    fc.property(fc.nat({ max: 2 ** 31 - 1 }), (value) => {
      expect(parseQuantity(formatQuantity(value, unit), unit)).toEqual({ ok: true, value });
    }),
  );
});

test('GHz and Gbps keep their hundredths', () => {
  fc.assert(
    fc.property(fc.nat({ max: 100_000 }), fc.constantFrom('GHz' as const, 'Gbps' as const), (hundredths, unit) => {
      const value = hundredths / 100;
      expect(parseQuantity(formatQuantity(value, unit), unit)).toEqual({ ok: true, value });
    }),
  );
});

const amounts = fc
  .tuple(fc.bigInt({ min: 0n, max: 999_999_999_999n }), fc.nat({ max: 99 }))
  .map(([whole, cents]) => `${whole}.${String(cents).padStart(2, '0')}`);

test('money that is printed reads back as the same amount and currency', () => {
  fc.assert(
    fc.property(amounts, fc.constantFrom('EUR', 'USD', 'JPY'), (amount, currency) => {
      expect(parseMoney(formatMoney(amount, currency))).toEqual({ ok: true, value: { amount, currency } });
    }),
  );
});

test('the order of the amounts never changes a sum of money', () => {
  fc.assert(
    fc.property(fc.array(amounts, { maxLength: 20 }), (list) => {
      expect(sumMoney([...list].toReversed())).toBe(sumMoney(list));
    }),
  );
});
