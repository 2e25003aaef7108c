import { expect, it } from 'vitest';
import { amountText, networkText, shareText, usedText } from './amount-text.ts';

it('counts what can be counted, and says the power of ten of the rest', () => {
  expect(amountText('65536')).toBe('65,536');
  // 2^96 − 1
  expect(amountText('79228162514264337593543950335')).toBe('about 7.9 × 10^28');
});

it('never rounds a little to nothing, nor nearly all to all', () => {
  expect([0, 0.0005, 0.234, 0.996, 1].map(shareText)).toEqual(['0 %', '< 1 %', '23 %', '> 99 %', '100 %']);
});

it('says how much of how much is used', () => {
  expect(usedText({ used: '2', capacity: '254' })).toBe('2 of 254 used');
});

it('writes a network by its first address and its size', () => {
  expect(networkText('10.0.1.0', '256')).toBe('10.0.1.0/24');
  expect(networkText('10.0.1.7', '1')).toBe('10.0.1.7/32');
  // 2^64 addresses
  expect(networkText('2001:db8::', '18446744073709551616')).toBe('2001:db8::/64');
});
