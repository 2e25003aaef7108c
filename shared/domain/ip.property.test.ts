import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCidr, formatIp, ipSortKey, parseCidr, parseIp, type IpAddressValue } from './ip.ts';

const anyIp: fc.Arbitrary<IpAddressValue> = fc.oneof(
  fc.bigInt({ min: 0n, max: 2n ** 32n - 1n }).map((value) => ({ version: 4 as const, value })),
  fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }).map((value) => ({ version: 6 as const, value })),
  // Runs of zero groups are what the short form is about.
  fc.array(fc.constantFrom(0n, 0n, 1n, 0xffffn), { minLength: 8, maxLength: 8 }).map((groups) => ({
    version: 6 as const,
    value: groups.reduce<bigint>((value, group) => (value << 16n) | group, 0n),
  })),
);

test('reading what was written gives the same address', () => {
  fc.assert(
    fc.property(anyIp, (ip) => {
      expect(parseIp(formatIp(ip))).toEqual(ip);
    }),
  );
});

test('every way the longhand is written gives the same short form', () => {
  fc.assert(
    fc.property(anyIp, fc.boolean(), (ip, upper) => {
      fc.pre(ip.version === 6);
      const groups = Array.from({ length: 8 }, (_, index) => (ip.value >> BigInt(112 - index * 16)) & 0xffffn);
      const long = groups.map((group) => group.toString(16).padStart(4, '0')).join(':');
      expect(parseIp(upper ? long.toUpperCase() : long)).toEqual(ip);
    }),
  );
});

test('text that is read as an address is stable under writing, whatever it was', () => {
  const text = fc.string({ unit: fc.constantFrom('0', '1', 'f', '2', '5', ':', '::', '.', '/'), maxLength: 24 });
  fc.assert(
    fc.property(text, (written) => {
      const ip = parseIp(written);
      if (ip) expect(parseIp(formatIp(ip))).toEqual(ip);
      const network = parseCidr(written);
      if (network) expect(parseCidr(formatCidr(network))).toEqual({ ...network, hostBits: false });
    }),
  );
});

test('sort keys order as the numbers do', () => {
  fc.assert(
    fc.property(anyIp, anyIp, (left, right) => {
      const wanted = left.version === right.version ? left.value < right.value : left.version < right.version;
      expect(ipSortKey(left) < ipSortKey(right)).toBe(wanted);
    }),
  );
});
