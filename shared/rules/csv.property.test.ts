import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { csvLine, guarded, unguarded } from './csv.ts';
import { parseTags, printTags } from './csv-tags.ts';

const nasty = fc.string({
  unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ';', '\\', ' ', 'a', '1', '＝', 'n'),
  maxLength: 8,
});

test('what is guarded begins no formula and comes back as it was', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const cell = guarded(text);
      expect(/^[=+\-@\t\r\0＝＋－＠]/.test(cell)).toBe(false);
      expect(unguarded(cell)).toBe(text);
    }),
  );
});

test('every table is read back cell by cell', () => {
  fc.assert(
    fc.property(fc.array(fc.array(nasty, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }), (rows) => {
      const text = rows.map(csvLine).join('');
      expect(Papa.parse(text.slice(0, -1), { delimiter: ',', newline: '\n' }).data).toEqual(rows);
    }),
  );
});

test('tags come back as they were, whatever is in them', () => {
  const key = nasty.filter((text) => text !== '' && text !== '__proto__');
  fc.assert(
    fc.property(fc.dictionary(key, nasty, { noNullPrototype: true }), (tags) => {
      expect(parseTags(printTags(tags))).toEqual(tags);
    }),
  );
});
