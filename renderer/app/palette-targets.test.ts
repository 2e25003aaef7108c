import { expect, it } from 'vitest';
import { NOUN_LIST } from '../../shared/domain/nouns.ts';
import { listHref, objectHref } from '../ui/location.ts';

it.each(NOUN_LIST.filter(({ names }) => names !== undefined).map(({ noun }) => noun))(
  'a found %s has a place to go to, and a list',
  (noun) => {
    expect(objectHref(noun, 'x')).toMatch(/^#\/.*x/);
    expect(listHref(noun)).toMatch(/^#\//);
  },
);

it('what belongs to a thing has none', () => {
  expect(objectHref('tag', 'x')).toBeNull();
  expect(objectHref('machine', 'x')).toBeNull();
});
