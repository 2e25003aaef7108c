import fc from 'fast-check';
import { expect, test } from 'vitest';
import { zoneRecords } from './testing/zone-records.ts';
import { parseZoneFile } from './zone-file.ts';
import { printZoneFile } from './zone-file-print.ts';

test('reading what was printed gives the same records', () => {
  fc.assert(
    fc.property(zoneRecords, (records) => {
      const { problems, records: read } = parseZoneFile(printZoneFile('example.com', records));
      expect(problems).toEqual([]);
      const plain = read.map(({ line: _line, ...rest }) => JSON.stringify(rest)).toSorted();
      expect(plain).toEqual(
        records
          .map(({ name, type, ttlSeconds, value }) => JSON.stringify({ name, type, ttlSeconds, value }))
          .toSorted(),
      );
    }),
    { numRuns: 500 },
  );
});

test('any text is read to its end, with problems in place of throwing', () => {
  const unit = fc.constantFrom(
    'a',
    ' ',
    '\n',
    '\t',
    '"',
    '(',
    ')',
    ';',
    '\\',
    '$',
    '@',
    '.',
    '1',
    'IN ',
    'A ',
    'TXT ',
    '$TTL ',
    '$ORIGIN ',
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), (whole) => {
      const { records, problems } = parseZoneFile(whole, 'example.com');
      for (const { line } of [...records, ...problems]) {
        expect(line).toBeGreaterThan(0);
        expect(line).toBeLessThanOrEqual(whole.split('\n').length);
      }
    }),
    { numRuns: 500 },
  );
});
