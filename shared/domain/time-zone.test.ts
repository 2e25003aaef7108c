import { expect, test } from 'vitest';
import { isTimeZone } from './time-zone.ts';
import { site } from './site.ts';

test.each([
  ['Europe/Berlin', true],
  ['UTC', true],
  ['America/Argentina/Buenos_Aires', true],
  ['Mars/Phobos', false],
  ['Berlin', false],
  ['+01:00', false],
  ['', false],
])('%s is a time zone: %s', (text, is) => {
  expect(isTimeZone(text)).toBe(is);
  if (text !== '') expect(site.schema.safeParse({ name: 'fra1', timeZone: text }).success).toBe(is);
});

test('a site need not have one', () => {
  expect(site.schema.parse({ name: 'fra1' }).timeZone).toBeNull();
});
