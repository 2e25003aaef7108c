import type { Reading } from './units.ts';

/** Money is a decimal string, never a float; at most 12 digits and 4 decimals, as the `money` field accepts. */
export interface Money {
  amount: string;
  /** Three capital letters; absent when none was written. */
  currency?: string;
}

const ALLOWED =
  'up to 12 digits, a decimal point and up to 4 decimals, with or without a currency, for example 1250.00 EUR';
const AMOUNT = /^(?<whole>\d{1,12})(?:\.(?<decimals>\d{1,4}))?$/;
const GROUPED = /^\d{1,3}(?:,\d{3})+\.\d+$/;
const SCALE_DIGITS = 4;
const SCALE = 10n ** BigInt(SCALE_DIGITS);

function canonical(whole: string, decimals: string): string {
  return `${BigInt(whole)}.${decimals.replace(/0+$/, '').padEnd(2, '0')}`;
}

/**
 * Reads an amount of money: `'1,250.5 eur'` → `{ amount: '1250.50', currency: 'EUR' }`. At least two decimals are kept.
 * A comma is taken as grouping only where a decimal point follows; `1,250` alone means two things and is refused.
 */
export function parseMoney(text: string, label = 'The amount'): Reading<Money> {
  const trimmed = text.trim();
  const refused = {
    ok: false,
    message: `${label} '${trimmed}' is not an amount of money; write ${ALLOWED}.`,
    allowed: ALLOWED,
  } as const;
  const currency = /^[a-z]{3}(?=\s|\d)|(?<=\s|\d)[a-z]{3}$/i.exec(trimmed)?.[0];
  const bare = (currency ? trimmed.replace(currency, '') : trimmed).trim();
  const number = (GROUPED.test(bare) ? bare.replaceAll(',', '') : bare).replace(/(?<=\d)[\s_'](?=\d{3})/g, '');
  const parts = AMOUNT.exec(number)?.groups;
  if (!parts) return refused;
  const amount = canonical(parts['whole'] ?? '0', parts['decimals'] ?? '');
  return { ok: true, value: currency ? { amount, currency: currency.toUpperCase() } : { amount } };
}

/** Prints an amount with grouped thousands: `('1250.5', 'EUR')` → `1,250.50 EUR`; `parseMoney` reads it back. */
export function formatMoney(amount: string, currency?: string | null): string {
  const [whole = '0', decimals = ''] = amount.split('.');
  const [units, cents] = canonical(whole, decimals).split('.');
  const grouped = `${(units ?? '0').replace(/\B(?=(\d{3})+$)/g, ',')}.${cents ?? '00'}`;
  return currency ? `${grouped} ${currency}` : grouped;
}

/** Adds amounts of one currency exactly; the order never matters. An empty list is `0.00`. */
export function sumMoney(amounts: readonly string[]): string {
  let total = 0n;
  for (const amount of amounts) {
    const [whole = '0', decimals = ''] = amount.split('.');
    total += BigInt(whole) * SCALE + BigInt(decimals.slice(0, SCALE_DIGITS).padEnd(SCALE_DIGITS, '0'));
  }
  return canonical((total / SCALE).toString(), (total % SCALE).toString().padStart(SCALE_DIGITS, '0'));
}
