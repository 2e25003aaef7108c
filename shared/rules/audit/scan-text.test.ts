import { expect, test } from 'vitest';
import { isPlaceholder, readLink, readUnit, scanKey } from './scan-text.ts';
import { linesOf, splitScan } from './split-scan.ts';

test.each([
  ['  SN-1\r\n', 'sn-1'],
  ['\u0002SN 1\u0003', 'sn 1'],
  ['a \t  b', 'a b'],
  ['E\u0301CRAN', 'écran'],
  ['\uFEFFSN-1', 'sn-1'],
])('%j is compared as %j', (text, key) => {
  expect(scanKey(text)).toBe(key);
});

test.each([
  'to be filled by o.e.m.',
  '--',
  '...',
  'n/a',
  '00000000',
  'xxxxxxx',
  'default string',
  'none',
  '0123456789',
])('%s says nothing about a device', (key) => {
  expect(isPlaceholder(key)).toBe(true);
});

test.each(['sn-1', '1111', '0', 'x', '7', 'none-1', 'oem7'])('%s may be the number of a device', (key) => {
  expect(isPlaceholder(key)).toBe(false);
});

test('our own codes and unit numbers are read, others not', () => {
  const id = '0190a5c4-7d6e-7f00-8000-0123456789ab';
  expect(readLink(` RACKWRIGHT://compute/${id} `)).toEqual({ noun: 'compute', id });
  expect(readLink(`https://example.com/compute/${id}`)).toBeNull();
  expect(readLink('rackwright://compute/12')).toBeNull();
  expect([readUnit('U12'), readUnit('u 7'), readUnit('U12B'), readUnit('12')]).toEqual([12, 7, null, null]);
});

const KNOWN = new Set(['abcd', 'efgh', 'abcdefgh', 'efghijkl', 'mnop', 'ab', 'cd', 'qrst', 'qrstqrst']);
const known = { isKnown: (key: string) => KNOWN.has(key), isExpected: (key: string) => KNOWN.has(key) };

test.each([
  ['ABCD', ['ABCD']],
  ['ABCDMNOP', ['ABCD', 'MNOP']],
  ['ABCD EFGH', ['ABCD', 'EFGH']],
  ['ABCD,MNOP;efgh', ['ABCD', 'MNOP', 'efgh']],
  ['ABCD\u001DEFGH\r\nMNOP', ['ABCD', 'EFGH', 'MNOP']],
  // Known as a whole, so never cut.
  ['ABCDEFGH', ['ABCDEFGH']],
  // abcd + efghijkl is the only way.
  ['ABCDEFGHIJKL', ['ABCDEFGHIJKL'.slice(0, 4), 'EFGHIJKL']],
  // qrst + qrstqrst or the other way round: nobody knows.
  ['QRSTQRSTQRST', ['QRSTQRSTQRST']],
  // Pieces of two letters stand in too many texts.
  ['ABCDAB', ['ABCDAB']],
  ['ABCD XYZW', ['ABCD XYZW']],
  ['ABCDXYZW', ['ABCDXYZW']],
])('%j is taken apart into %j', (text, pieces) => {
  expect(splitScan(text, known)).toEqual(pieces);
});

test('lines are kept as they were read, without empty ones', () => {
  expect(linesOf(' A1 \r\n\r\n\t\nB2\u2028C3')).toEqual([' A1 ', 'B2', 'C3']);
});
