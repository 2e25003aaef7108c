import fc from 'fast-check';
import { canonicalDnsName, isInZone } from '../../domain/dns-name.ts';
import { storedDnsValue } from '../zone-file-values.ts';

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

/** Records of example.com as they are stored, no two the same. */
export const zoneRecords = fc.uniqueArray(record, {
  maxLength: 12,
  selector: ({ name, type, value }) => `${name} ${type} ${value}`,
});
