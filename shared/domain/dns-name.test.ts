import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { absoluteAscii, canonicalDnsName, dnsLabels, isInZone } from './dns-name.ts';
import { punycodeDecoded, punycodeEncoded } from './punycode.ts';

describe('a domain name', () => {
  test.each([
    ['WWW.Example.COM.', 'www.example.com', 'www.example.com.'],
    ['.', '.', '.'],
    ['*.example', '*.example', '*.example.'],
    ['_sip+d2t._tcp.x', '_sip+d2t._tcp.x', '_sip+d2t._tcp.x.'],
    ['München.example', 'münchen.example', 'xn--mnchen-3ya.example.'],
    ['xn--mnchen-3ya.example', 'münchen.example', 'xn--mnchen-3ya.example.'],
    ['xn--zckzah', 'テスト', 'xn--zckzah.'],
    ['a\\.b.example', 'a\\.b.example', 'a\\.b.example.'],
    ['a\\046b.example', 'a\\.b.example', 'a\\.b.example.'],
    ['a\\032b', 'a\\032b', 'a\\032b.'],
    ['a\\ b', 'a\\032b', 'a\\032b.'],
    ['\\065\\200', 'a\\200', 'a\\200.'],
    // No encoder writes this one, so it stays as it is.
    ['xn--a', 'xn--a', 'xn--a.'],
  ])('%s is stored as %s and written as %s', (text, stored, ascii) => {
    expect(canonicalDnsName(text)).toBe(stored);
    expect(absoluteAscii(stored)).toBe(ascii);
    expect(canonicalDnsName(ascii)).toBe(stored);
  });

  test.each(['', '..', 'a..b', '.a', 'a b', 'a\\', 'a\\300', 'a"b', `${'a'.repeat(64)}.b`, 'ab.'.repeat(90)])(
    '%j is none',
    (text) => {
      expect(canonicalDnsName(text)).toBeNull();
    },
  );

  test('of 63 and 253 characters is one', () => {
    expect(canonicalDnsName('a'.repeat(63))).not.toBeNull();
    // 63 labels of three letters and their dots: 63 × 4 − 1 = 251, and two more with a label of one letter.
    expect(canonicalDnsName(`${'abc.'.repeat(63)}d`)).toHaveLength(253);
    expect(canonicalDnsName(`${'abc.'.repeat(63)}de`)).toBeNull();
  });

  test('lies in its zone and in the zones above', () => {
    expect(isInZone('www.example.com', 'example.com')).toBe(true);
    expect(isInZone('example.com', 'example.com')).toBe(true);
    expect(isInZone('badexample.com', 'example.com')).toBe(false);
    expect(isInZone('a', '.')).toBe(true);
    expect(isInZone('a\\.example.com', 'example.com')).toBe(false);
  });

  test('written and read again is the same, whatever was typed', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a', 'B', '.', '\\', '0', '4', '6', 'ü', '-', '@', '*', '日'),
          maxLength: 14,
        }),
        (text) => {
          const stored = canonicalDnsName(text);
          if (stored === null) return;
          expect(canonicalDnsName(stored)).toBe(stored);
          expect(canonicalDnsName(absoluteAscii(stored))).toBe(stored);
          expect(dnsLabels(stored).join('.')).toBe(stored === '.' ? '' : stored);
        },
      ),
    );
  });
});

describe('punycode', () => {
  // RFC 3492, section 7.1: (A) Arabic, (B) Chinese simplified, (L) and (S).
  test.each([
    ['ليهمابتكلموشعربي؟', 'egbpdaj6bu4bxfgehfvwxn'],
    ['他们为什么不说中文', 'ihqwcrb4cv8a8dqg056pqjye'],
    ['3年b組金八先生', '3b-ww4c5e180e575a65lsy2b'],
    ['-> $1.00 <-', '-> $1.00 <--'],
  ])('%s is %s', (text, encoded) => {
    expect(punycodeEncoded(text)).toBe(encoded);
    expect(punycodeDecoded(encoded)).toBe(text);
  });

  test('decodes what it encoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (text) => {
        expect(punycodeDecoded(punycodeEncoded(text))).toBe(text);
      }),
    );
  });

  test('refuses what no encoder writes', () => {
    expect(punycodeDecoded('a-!')).toBeNull();
    expect(punycodeDecoded('99999999')).toBeNull();
  });
});
