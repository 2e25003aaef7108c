import { describe, expect, test } from 'vitest';
import {
  canonicalAddress,
  canonicalAddressList,
  canonicalNetwork,
  canonicalPrefix,
  ipSortKey,
  parseCidr,
  parseIp,
} from './ip.ts';

describe('an address is stored in one form', () => {
  test.each([
    ['192.0.2.1', '192.0.2.1'],
    [' 0.0.0.0 ', '0.0.0.0'],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:0db8::0001', '2001:db8::1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['::', '::'],
    ['1::', '1::'],
    ['::ffff:c000:0201', '::ffff:192.0.2.1'],
    ['::FFFF:192.0.2.1', '::ffff:192.0.2.1'],
    ['64:ff9b::192.0.2.33', '64:ff9b::c000:221'],
  ])('%s is %s', (text, stored) => {
    expect(canonicalAddress(text)).toBe(stored);
  });

  test.each([
    '',
    '1.2.3',
    '1.2.3.4.5',
    '256.0.0.1',
    '010.0.0.1',
    '1.2.3.4/24',
    'fe80::1%eth0',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7:8::',
    'g::1',
    '12345::',
    '1.2.3.4::',
    '::1.2.3',
    'example.com',
    '1'.repeat(5000),
  ])('%s is none', (text) => {
    expect(canonicalAddress(text)).toBeNull();
  });
});

describe('networks', () => {
  test('an address with a mask names the network it lies in', () => {
    expect(canonicalNetwork('192.168.1.5/24')).toBe('192.168.1.0/24');
    expect(canonicalNetwork('2001:db8::5/64')).toBe('2001:db8::/64');
    expect(canonicalNetwork('192.168.1.5')).toBeNull();
  });

  test('a prefix is written by its first address', () => {
    expect(canonicalPrefix('10.0.0.0/8')).toBe('10.0.0.0/8');
    expect(canonicalPrefix('10.0.0.1/8')).toBeNull();
    expect(canonicalPrefix('0.0.0.0/0')).toBe('0.0.0.0/0');
  });

  test.each(['10.0.0.0/33', '10.0.0.0/-1', '10.0.0.0/08', '10.0.0.0/', '10.0.0.0/8/8', '::/129'])(
    '%s is none',
    (text) => {
      expect(parseCidr(text)).toBeNull();
    },
  );
});

test('DNS servers between commas or blanks are stored with a comma and a blank', () => {
  expect(canonicalAddressList('1.1.1.1,9.9.9.9;2606:4700::1111')).toBe('1.1.1.1, 9.9.9.9, 2606:4700::1111');
  expect(canonicalAddressList('1.1.1.1, dns.example')).toBeNull();
  expect(canonicalAddressList(' , ')).toBeNull();
});

test('sort keys compare as the addresses do, IPv4 before IPv6', () => {
  const ordered = ['0.0.0.0', '9.255.255.255', '10.0.0.2', '10.0.0.10', '::', '::1', '2001:db8::', 'ffff::'];
  const keys = ordered.map((text) => {
    const ip = parseIp(text);
    return ip ? ipSortKey(ip) : '';
  });
  expect(keys.toSorted()).toEqual(keys);
});
