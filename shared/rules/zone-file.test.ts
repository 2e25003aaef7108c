import { describe, expect, test } from 'vitest';
import { parseZoneFile } from './zone-file.ts';
import { generateRange, generateText } from './zone-file-generate.ts';
import { reverseName, zoneOfFileName } from './zone-file-names.ts';
import { printZoneFile } from './zone-file-print.ts';
import { readDuration, storedDnsValue, targetsOf } from './zone-file-values.ts';

function lines(text: string, zone: string | null = 'example.com'): string[] {
  const { records, problems } = parseZoneFile(text, zone);
  expect(problems).toEqual([]);
  return records.map(({ name, type, ttlSeconds, value }) => `${name} ${ttlSeconds} ${type} ${value}`);
}

function problems(text: string, zone: string | null = 'example.com'): string[] {
  return parseZoneFile(text, zone).problems.map(({ line, message }) => `${line}: ${message}`);
}

describe('a zone file', () => {
  test('fills in names, classes and times to live that are left out', () => {
    const text = `$TTL 1h
@ IN A 192.0.2.1
  A 192.0.2.2        ; the same name
www 300 CNAME @
    IN 60 TXT "x"
$ORIGIN sub
a MX 10 mail
b MX 20 mail.other.org.
`;
    expect(lines(text)).toEqual([
      'example.com 3600 A 192.0.2.1',
      'example.com 3600 A 192.0.2.2',
      'www.example.com 300 CNAME example.com',
      'www.example.com 60 TXT "x"',
      'a.sub.example.com 3600 MX 10 mail.sub.example.com',
      'b.sub.example.com 3600 MX 20 mail.other.org',
    ]);
  });

  test('says its zone by its SOA record or first $ORIGIN; without $TTL the last time to live goes on', () => {
    const text = `example.net. 7200 IN SOA ns1.example.net. admin.example.net. (
      2024010101 ; serial
      1d 2h 1w 5m )
      NS ns1.example.net.
`;
    const { zone, records } = parseZoneFile(text);
    expect(zone).toBe('example.net');
    expect(records).toMatchObject([
      { line: 1, value: 'ns1.example.net admin.example.net 2024010101 86400 7200 604800 300' },
      { line: 4, ttlSeconds: 7200, value: 'ns1.example.net' },
    ]);
    expect(problems('www A 192.0.2.1\n', null)).toEqual([
      '1: "www" is no name in full, and no $ORIGIN or zone says what it lies in.',
      '1: The file has no SOA record and no $ORIGIN; name its zone.',
    ]);
  });

  test('stops where nothing can be read of it, and where it generates without end', () => {
    const junk = parseZoneFile('x\n'.repeat(100_000), 'example.com').problems;
    expect(junk).toHaveLength(10_001);
    expect(junk.at(-1)?.message).toBe('Too many lines of the file cannot be read; what follows was not looked at.');
    const endless = parseZoneFile('$GENERATE 1-65536 a$ A 10.0.0.1\n'.repeat(1000), 'example.com');
    expect(endless.records.length).toBeLessThan(500_002);
    expect(endless.problems[0]?.message).toBe('The file holds more than 500000 records.');
  });

  test('expands $GENERATE', () => {
    expect(lines('$GENERATE 1-3 host-${0,3} 60 A 10.0.0.$\n')).toEqual([
      'host-001.example.com 60 A 10.0.0.1',
      'host-002.example.com 60 A 10.0.0.2',
      'host-003.example.com 60 A 10.0.0.3',
    ]);
    expect(lines('$GENERATE 0-4/2 $ PTR dyn-${1}.example.com.\n')).toHaveLength(3);
    expect(problems('$GENERATE 5-1 a$ A 10.0.0.$\n')[0]).toContain('$GENERATE needs a range');
    expect(problems('$GENERATE 0-99999999 a$ A 10.0.0.$\n')[0]).toContain('65,536 steps');
    expect(problems('$GENERATE 254-257 a$ A 10.0.0.$\n')).toEqual([
      '1: The value of a A record must be an IPv4 address such as 192.0.2.10; "10.0.0.256" was given.',
    ]);
  });

  test('refuses $INCLUDE, other classes, unknown types and directives, each with its line', () => {
    const text = `$INCLUDE /etc/passwd
www CH A 192.0.2.1
www IN BOGUS 1
$DATE 1
www A 2001:db8::1
www 99999999999 A 192.0.2.1
ok A 192.0.2.9
  "x" ( A
`;
    expect(problems(text)).toEqual([
      '1: $INCLUDE is not followed: a zone file is read alone. Put the other file in its place and import again.',
      '2: Only records of class IN are kept; this one is of class CH.',
      '3: "BOGUS" is no type of a DNS record.',
      '4: $DATE is no directive; allowed are $ORIGIN, $TTL and $GENERATE.',
      '5: The value of a A record must be an IPv4 address such as 192.0.2.10; "2001:db8::1" was given.',
      '6: TTL must be seconds from 0 to 2147483647, or such as 1h30m; "99999999999" was given.',
      "8: '(' is never closed.",
    ]);
    expect(parseZoneFile(text, 'example.com').records).toMatchObject([{ name: 'ok.example.com' }]);
  });

  test('refuses quotes and parentheses that do not match, other zones and a second SOA', () => {
    expect(problems('a TXT "x\nb A 192.0.2.1\n')).toEqual(['1: The quote is not closed before the line ends.']);
    expect(problems('a A 192.0.2.1 )\n')).toEqual(["1: ')' closes no '('."]);
    expect(problems('a.other.org. A 192.0.2.1\n')).toEqual(['1: "a.other.org" does not lie in the zone example.com.']);
    const soa = '@ SOA ns admin 1 2 3 4 5\n@ NS ns\n';
    expect(problems(soa + soa.replace('1 2', '2 2'))).toEqual(['3: A zone has one SOA record; this is another one.']);
    expect(problems(soa, 'example.com')).toEqual([]);
  });

  test('keeps international names readable and strings as they are', () => {
    expect(lines('xn--mnchen-3ya TXT "a;b" c\\032d "\\200\\"" \n')).toEqual([
      'münchen.example.com 3600 TXT "a;b" "c d" "\\200\\""',
    ]);
  });
});

describe('a printed zone', () => {
  const records = [
    { name: 'www.example.com', type: 'CNAME', ttlSeconds: 60, value: 'example.com' },
    { name: 'münchen.example.com', type: 'MX', ttlSeconds: 300, value: '10 mail.example.com' },
    { name: 'example.com', type: 'NS', ttlSeconds: 300, value: 'ns.example.com' },
    { name: 'example.com', type: 'SOA', ttlSeconds: 300, value: 'ns.example.com admin.example.com 1 2 3 4 5' },
    { name: 'example.com', type: 'SRV', ttlSeconds: 300, value: '0 0 0 .' },
  ];

  test('begins with its SOA and gives the same bytes in any order', () => {
    const text = `$ORIGIN example.com.
@ 300 IN SOA ns.example.com. admin.example.com. 1 2 3 4 5
@ 300 IN NS ns.example.com.
@ 300 IN SRV 0 0 0 .
xn--mnchen-3ya 300 IN MX 10 mail.example.com.
www 60 IN CNAME example.com.
`;
    expect(printZoneFile('example.com', records)).toBe(text);
    expect(printZoneFile('example.com', records.toReversed())).toBe(text);
  });
});

describe('values', () => {
  test.each([
    ['A', ' 192.0.2.1 ', '192.0.2.1'],
    ['AAAA', '2001:DB8::0:1', '2001:db8::1'],
    ['CNAME', 'Web.Example.COM.', 'web.example.com'],
    ['MX', '010 Mail.example.com', '10 mail.example.com'],
    ['TXT', 'v=spf1 include:x -all', '"v=spf1 include:x -all"'],
    ['TXT', '"a" "b"', '"a" "b"'],
    ['CAA', '0 issue ca.example.net', '0 issue "ca.example.net"'],
    ['A', '\\# 4 c0000201', '192.0.2.1'],
    ['DS', '12345 3 1 ABC', '12345 3 1 ABC'],
  ])('%s %s is stored as %s', (type, text, stored) => {
    expect(storedDnsValue(type, text)).toEqual({ ok: true, value: stored });
    expect(storedDnsValue(type, stored)).toEqual({ ok: true, value: stored });
  });

  test.each([
    ['A', '192.0.2'],
    ['MX', 'mail.example.com'],
    ['MX', '10 mail.example.com x'],
    ['SRV', '70000 0 0 a'],
    ['CNAME', ''],
    ['TXT', '"open'],
    ['AAAA', '\\# 4 c0000201'],
  ])('%s %j is refused in a sentence', (type, text) => {
    const reading = storedDnsValue(type, text);
    expect(reading.ok ? '' : reading.message).toMatch(new RegExp(`^The value of a ${type} record must be `));
  });

  test('longer strings are cut at 255 bytes', () => {
    const reading = storedDnsValue('TXT', 'x'.repeat(300));
    expect(reading).toEqual({ ok: true, value: `"${'x'.repeat(255)}" "${'x'.repeat(45)}"` });
  });

  test('lead to names', () => {
    expect(targetsOf('MX', '10 mail.example.com')).toEqual(['mail.example.com']);
    expect(targetsOf('A', '192.0.2.1')).toEqual([]);
  });
});

test('durations are seconds or numbers with units', () => {
  expect(['0', '3600', '1h', '1h30m', '1W2d', '', 'h', '1x', '1h2'].map(readDuration)).toEqual([
    // 604,800 + 2 × 86,400 = 777,600.
    0,
    3600,
    3600,
    5400,
    777_600,
    null,
    null,
    null,
    null,
  ]);
});

test('generated text', () => {
  expect(generateRange('1-10/3')).toEqual([1, 4, 7, 10]);
  expect(generateText('a$-${5}-${0,4,x}-\\$', 10)).toBe('a10-15-000a-\\$');
  expect(generateText('${0,3,n}.x', 0x1f)).toBe('f.1.x');
  expect(generateText('${-11}', 10)).toBeNull();
  expect(generateText('${0', 10)).toBeNull();
});

test('reverse names and zones of files', () => {
  expect(reverseName('192.0.2.10')).toBe('10.2.0.192.in-addr.arpa');
  expect(reverseName('2001:db8::567:89ab')).toBe(
    'b.a.9.8.7.6.5.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa',
  );
  expect(['/x/db.example.com', 'example.com.zone', 'C:\\dns\\example.com.dns'].map(zoneOfFileName)).toEqual([
    'example.com',
    'example.com',
    'example.com',
  ]);
});
