import { expect, it } from 'vitest';
import { groupedText, percentText, shortened } from './report-text.ts';

it.each([
  [0.5, '50.0\u00A0%'],
  [1.125, '112.5\u00A0%'],
  [null, '–'],
])('a share of %s is %s, on one line', (share, text) => {
  expect(percentText(share)).toBe(text);
});

it.each([
  ['171848 GB', '171,848 GB'],
  ['6351764 GB', '6,351,764 GB'],
  ['4.32 TB', '4.32 TB'],
  ['17392', '17,392'],
])('%s is shown as %s', (quantity, text) => {
  expect(groupedText(quantity)).toBe(text);
});

it('an entry is cut at whole characters', () => {
  expect(shortened('a\n b')).toBe('a b');
  expect(shortened('😀'.repeat(200))).toBe(`${'😀'.repeat(159)}…`);
});
