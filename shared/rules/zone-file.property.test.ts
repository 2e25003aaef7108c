import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalDnsName, isInZone } from '../domain/dns-name.ts';
import { parseZoneFile } from './zone-file.ts';
import { printZoneFile } from './zone-file-print.ts';
import { storedDnsValue } from './zone-file-values.ts';

const label = fc.string({
  unit: fc.constantFrom('a', 'b', '-', '_', '*', '1', 'ü', '日', '.', '\\', '@', '"', '$'),
  minLength: 1,
  maxLength: 6,
});
const text = fc.string({
  unit: fc.constantFrom('a', '"', '\\', ';', '(', ' ', 'é', '1', '2', '3', '\t'),
  maxLength: 12,
});
const host = label.map((left) => `${left}.example.org`);
const number = fc.nat(65_535);

/** Values as people might write them; those that are none are left out below. */
const written = fc.oneof(
  fc.record({ type: fc.constant('A'), value: fc.ipV4() }),
  fc.record({ type: fc.constant('AAAA'), value: fc.ipV6() }),
  fc.record({ type: fc.constantFrom('CNAME', 'NS', 'PTR', 'DNAME'), value: host }),
  fc.record({
    type: fc.constant('MX'),
    value: fc.tuple(number, host).map(([preference, name]) => `${preference} ${name}`),
  }),
  fc.record({ type: fc.constantFrom('TXT', 'SPF'), value: text }),
  fc.record({ type: fc.constant('CAA'), value: text.map((tag) => `0 issue "${tag.replaceAll(/["\\]/g, '')}"`) }),
  fc.record({ type: fc.constant('TYPE731'), value: fc.constantFrom('\\# 2 0a0b', '\\# 0') }),
  fc.record({ type: fc.constantFrom('DS', 'LOC'), value: fc.constantFrom('1 2 3 ab CD', '( )', 'x "y z" w') }),
);

const record = fc
  .record({ name: fc.option(label), ttlSeconds: fc.nat(2_147_483_647), rest: written })
  .map(({ name, ttlSeconds, rest }) => {
    const owner = canonicalDnsName(name === null ? 'example.com' : `${name}.example.com`);
    const value = storedDnsValue(rest.type, rest.value);
    return owner !== null && isInZone(owner, 'example.com') && value.ok
      ? { name: owner, type: rest.type, ttlSeconds, value: value.value }
      : null;
  })
  .filter((made) => made !== null);

const zone = fc.uniqueArray(record, { maxLength: 12, selector: ({ name, type, value }) => `${name} ${type} ${value}` });

test('reading what was printed gives the same records', () => {
  fc.assert(
    fc.property(zone, (records) => {
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
