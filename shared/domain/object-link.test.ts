import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NOUN_LIST } from './nouns.ts';
import { objectLink, readObjectLink } from './object-link.ts';

const ID = '0199a1f2-d835-7000-8000-0342857a10d9';

test.each(NOUN_LIST.map(({ noun }) => [noun]))('a link to a %s leads to it', (noun) => {
  expect(readObjectLink(objectLink(noun, ID))).toEqual({ noun, id: ID });
});

test('what a browser adds or changes does not matter', () => {
  expect(readObjectLink(`RACKWRIGHT://compute/${ID.toUpperCase()}/`)).toEqual({ noun: 'compute', id: ID });
});

test.each([
  '',
  'rackwright:',
  'rackwright://',
  'rackwright://compute',
  'rackwright://compute/',
  `rackwright://compute/${ID}/remove`,
  `rackwright://compute/${ID}?remove=1`,
  `rackwright://compute/${ID}#x`,
  `rackwright://compute/${ID}\n`,
  `rackwright://compute/${ID} --remote-debugging-port=9`,
  `rackwright://compute/../compute/${ID}`,
  `rackwright://compute/%2e%2e/${ID}`,
  `rackwright://compute/${ID.slice(1)}`,
  `rackwright://compute/${ID}%00`,
  `rackwright://user@compute/${ID}`,
  `rackwright://compute:80/${ID}`,
  `rackwright://nonsense/${ID}`,
  `rackwright://__proto__/${ID}`,
  `rackwright://constructor/${ID}`,
  `rackwright://toString/${ID}`,
  `https://compute/${ID}`,
  `file:///etc/hostname`,
  `javascript:alert(1)`,
  `rackwright:\\\\compute\\${ID}`,
  '\\\\server\\share\\a.rackwright',
  `--rackwright://compute/${ID}`,
  `rackwright://compute/${'0'.repeat(1_000_000)}`,
])('%j is no link', (text) => {
  expect(readObjectLink(text)).toBeNull();
});

test('nothing but a noun and an id is ever taken from a link', () => {
  const part = fc.oneof(fc.string(), fc.constantFrom('compute', ID, '/', '..', '%2e', '?', '#', '\0', '://', '@'));
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const text = `rackwright://${parts.join('')}`;
      const link = readObjectLink(text);
      if (link) expect(text.toLowerCase().replace(/\/$/, '')).toBe(objectLink(link.noun, link.id).toLowerCase());
    }),
    { numRuns: 2000, seed: 43 },
  );
});
