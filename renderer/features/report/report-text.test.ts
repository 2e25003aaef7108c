import { expect, it } from 'vitest';
import { groupedText } from './report-text.ts';

it.each([
  ['171848 GB', '171,848 GB'],
  ['6351764 GB', '6,351,764 GB'],
  ['5056 GB', '5,056 GB'],
  ['480 GB', '480 GB'],
  ['4.32 TB', '4.32 TB'],
  ['17392', '17,392'],
])('%s is shown as %s', (quantity, text) => {
  expect(groupedText(quantity)).toBe(text);
});
