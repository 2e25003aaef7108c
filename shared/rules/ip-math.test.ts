import { describe, expect, test } from 'vitest';
import { formatIp } from '../domain/ip.ts';
import { blockText, cidrHolds, hostRange, nextFreeNetwork, readBlock, sizeOf, typeOfAddress } from './ip-math.ts';
import { mapOf, nextFreeAddresses, rangeText, utilisationOf, type IpSpace } from './ip-math-space.ts';

function ip(text: string): bigint {
  return readBlock(text).first;
}

function space(cidr: string, more: Partial<IpSpace> = {}): IpSpace {
  return { block: readBlock(cidr), gateway: null, used: [], children: [], ...more };
}

describe('the addresses hosts may have', () => {
  test.each([
    // 2^(32-29) = 8 addresses, without network and broadcast 6.
    ['10.0.0.0/29', '10.0.0.1', '10.0.0.6'],
    ['10.0.0.0/31', '10.0.0.0', '10.0.0.1'],
    ['10.0.0.7/32', '10.0.0.7', '10.0.0.7'],
    ['2001:db8::/126', '2001:db8::1', '2001:db8::3'],
    ['2001:db8::/127', '2001:db8::', '2001:db8::1'],
  ])('of %s are %s to %s', (cidr, from, to) => {
    expect(hostRange(readBlock(cidr))).toEqual({ from: ip(from), to: ip(to) });
  });

  test('0.0.0.0/0 holds 2^32 addresses, ::/0 2^128', () => {
    expect(sizeOf(readBlock('0.0.0.0/0'))).toBe(4_294_967_296n);
    expect(sizeOf(readBlock('::/0'))).toBe(2n ** 128n);
  });
});

describe('next free addresses', () => {
  const given = (more: Partial<IpSpace>, last: string | null, count: number) =>
    nextFreeAddresses(space('10.0.0.0/29', more), last === null ? null : ip(last), count).map(formatIp);

  test('skip network, gateway and broadcast', () => {
    expect(given({ gateway: ip('10.0.0.1') }, null, 10)).toEqual([
      '10.0.0.2',
      '10.0.0.3',
      '10.0.0.4',
      '10.0.0.5',
      '10.0.0.6',
    ]);
  });

  test('go on after the last one given and wrap once', () => {
    expect(given({}, '10.0.0.4', 10)).toEqual(['10.0.0.5', '10.0.0.6', '10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.4']);
    expect(given({}, '10.0.0.6', 1)).toEqual(['10.0.0.1']);
    expect(given({}, '192.0.2.1', 1)).toEqual(['10.0.0.1']);
  });

  test('skip what is used and whole prefixes inside', () => {
    expect(given({ used: [ip('10.0.0.1')], children: [readBlock('10.0.0.4/30')] }, null, 10)).toEqual([
      '10.0.0.2',
      '10.0.0.3',
    ]);
  });

  test('of a /64 with 200,000 used ones come at once', () => {
    const first = ip('2001:db8::1');
    const used = Array.from({ length: 200_000 }, (_, index) => first + BigInt(index));
    const started = performance.now();
    const [next] = nextFreeAddresses(space('2001:db8::/64', { used }), null, 1);
    // 1 + 200,000 = 0x30d41.
    expect(next && formatIp(next)).toBe('2001:db8::3:d41');
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('how full a prefix is', () => {
  test('without prefixes inside it is used addresses of those hosts may have: 3 of 254', () => {
    expect(utilisationOf(readBlock('10.0.0.0/24'), [], 3)).toEqual({ capacity: 254n, used: 3n, share: 0.011811 });
  });

  test('with prefixes inside it is their size and the rest of all: (128 + 64 + 2) / 256', () => {
    const children = ['10.0.0.0/25', '10.0.0.128/26'].map(readBlock);
    expect(utilisationOf(readBlock('10.0.0.0/24'), children, 2)).toEqual({
      capacity: 256n,
      used: 194n,
      share: 0.757812,
    });
  });
});

describe('the map of a prefix', () => {
  test('holds every address once: kept back, used, free and inside', () => {
    const block = readBlock('10.0.0.0/28');
    const segments = mapOf(block, ip('10.0.0.1'), [ip('10.0.0.5')], [readBlock('10.0.0.8/30')]);
    expect(segments.map(({ kind, first, last }) => `${kind} ${rangeText(4, first, last)}`)).toEqual([
      'network 10.0.0.0',
      'gateway 10.0.0.1',
      'free 10.0.0.2 to 10.0.0.4',
      'address 10.0.0.5',
      'free 10.0.0.6 to 10.0.0.7',
      'prefix 10.0.0.8 to 10.0.0.11',
      'free 10.0.0.12 to 10.0.0.14',
      'broadcast 10.0.0.15',
    ]);
  });
});

describe('the lowest free network of a size', () => {
  const free = (cidr: string, taken: string[], length: number) => {
    const found = nextFreeNetwork(readBlock(cidr), taken.map(readBlock), length);
    return found && blockText(found);
  };

  test('is aligned and touches nothing taken', () => {
    expect(free('10.0.0.0/24', [], 26)).toBe('10.0.0.0/26');
    expect(free('10.0.0.0/24', ['10.0.0.5/32'], 26)).toBe('10.0.0.64/26');
    expect(free('10.0.0.0/24', ['10.0.0.0/26', '10.0.0.128/32'], 25)).toBeNull();
    expect(free('10.0.0.0/24', ['10.0.0.0/25', '10.0.0.128/26'], 26)).toBe('10.0.0.192/26');
    expect(free('10.0.0.0/24', [], 23)).toBeNull();
    expect(free('2001:db8::/32', ['2001:db8::/48'], 48)).toBe('2001:db8:1::/48');
  });
});

test('an address says whether it is private', () => {
  const privates = [
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
    '100.64.0.1',
    '169.254.1.1',
    '127.0.0.1',
  ];
  expect([...privates, 'fd00::1', 'fe80::1', '::1', '::ffff:10.0.0.1'].map(typeOfAddress)).toEqual(
    Array.from({ length: 11 }, () => 'private'),
  );
  expect(['203.0.113.45', '172.32.0.1', '100.128.0.1', '2001:db8::1', '::ffff:8.8.8.8'].map(typeOfAddress)).toEqual(
    Array.from({ length: 5 }, () => 'public'),
  );
});

test('a network holds addresses of its own version only', () => {
  expect(cidrHolds('10.0.0.0/8', '10.255.255.255')).toBe(true);
  expect(cidrHolds('10.0.0.0/8', '11.0.0.0')).toBe(false);
  expect(cidrHolds('::/0', '10.0.0.1')).toBe(false);
});
