import { describe, expect, it } from 'vitest';
import { parseExpression } from './parse.ts';
import { printExpression } from './print.ts';

function canonical(text: string): string {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(parsed.failures[0]?.message);
  return printExpression(parsed.value);
}

function failureOf(text: string) {
  const parsed = parseExpression(text);
  return parsed.ok ? null : parsed.failures[0];
}

describe('the grammar of systems.md 5.4', () => {
  it.each([
    ['driver:Console connected to name:server2', 'driver:Console connected to name:server2'],
    ['driver:Server', 'driver:Server'],
    ['attr:foo,12 AND driver:Server', 'attr:foo,12 and driver:Server'],
    ['driver:Server and not pool:production', 'driver:Server and not pool:production'],
    ['name:web* or name:/^db[0-9]+$/', 'name:web* or name:/^db[0-9]+$/'],
    ['attr:system.memory#2,"64 GB"', 'attr:system.memory#2,"64 GB"'],
    ['attr:port#3', 'attr:port#3'],
    ['attr:"system.memory"', 'attr:"system.memory"'],
    ['haskey ( ip , eth0 )', 'haskey(ip,eth0)'],
    ['HASKEY(ip)', 'haskey(ip)'],
    ['ip:10.0.0.0/24', 'ip:10.0.0.0/24'],
    ['ip:2001:db8::1', 'ip:2001:db8::1'],
    ['mac:aa:bb:cc:dd:ee:ff', 'mac:aa:bb:cc:dd:ee:ff'],
    [
      'type:vm role:db class:big group:g status:reserved',
      'type:vm and role:db and class:big and group:g and status:reserved',
    ],
    ['name:/a\\/b/I', 'name:/a\\/b/i'],
    ['a connected to b connected to c', 'a connected to b connected to c'],
    ['(a connected to b) connected to c', '(a connected to b) connected to c'],
    ['(a or b) c', '(a or b) and c'],
    ['((a) and (b and c))', 'a and b and c'],
    ['not not a', 'not not a'],
    ['not (a or b)', 'not (a or b)'],
    ['', ''],
    ['  ', ''],
  ])('%s', (text, expected) => {
    expect(canonical(text)).toBe(expected);
  });

  it('binds connected tighter than not, not tighter than and, and tighter than or', () => {
    expect(parseExpression('not driver:Server connected to name:rack002')).toMatchObject({
      value: {
        kind: 'not',
        term: { kind: 'connected', left: { name: 'driver' }, right: { name: 'name' } },
      },
    });
    expect(parseExpression('a or not b c')).toMatchObject({
      value: { kind: 'or', terms: [{ kind: 'search' }, { kind: 'and', terms: [{ kind: 'not' }, { kind: 'search' }] }] },
    });
  });
});

describe("Rackwright's own forms", () => {
  it.each([
    ['cores>=16', 'cores>=16'],
    ['Cores >= 16', 'Cores>=16'],
    ['memory<256GB', 'memory<256GB'],
    ['memory < 256 GB and x', 'memory<"256 GB" and x'],
    ['state=active', 'state=active'],
    ['state != maintenance', 'state!=maintenance'],
    ['state=active, inactive', 'state=active,inactive'],
    ['provider:OVH', 'provider=OVH'],
    ['"contract end"<2027-01-01', '"contract end"<2027-01-01'],
    ['tag:env=prod', 'tag:env=prod'],
    ['tag:env,prod', 'tag:env=prod'],
    ['tag:env', 'tag:env'],
    ['tag:"a=b"="c d"', 'tag:"a=b"="c d"'],
    ['tag:app.kubernetes.io/name=web*', 'tag:app.kubernetes.io/name=web*'],
    ['in:rack101 runs:postgres', 'in:rack101 and runs:postgres'],
    ['dell "r740 xd"', 'dell and "r740 xd"'],
    ['"and" "a:b" "*"', '"and" and "a:b" and "*"'],
    ['name:and', 'name:and'],
    [String.raw`"say \"hi\" \\ \d"`, String.raw`"say \"hi\" \\ \\d"`],
  ])('%s', (text, expected) => {
    expect(canonical(text)).toBe(expected);
  });

  it('keeps the place of every part', () => {
    expect(parseExpression('a state=active,"in use"')).toMatchObject({
      value: {
        span: { start: 0, end: 23 },
        terms: [
          { span: { start: 0, end: 1 } },
          {
            span: { start: 2, end: 23 },
            headSpan: { start: 2, end: 7 },
            values: [{ span: { start: 8, end: 14 } }, { text: 'in use', span: { start: 15, end: 23 } }],
          },
        ],
      },
    });
  });
});

describe('a syntax error points at its place and says what was expected', () => {
  it('points at the second and', () => {
    const text = 'driver:Server and and name:x';
    expect(failureOf(text)).toEqual({
      code: 'E_EXPR_SYNTAX',
      message: "At character 19: expected a word, a field or '(', found 'and'.",
      position: text.lastIndexOf('and'),
      length: 3,
    });
  });

  it.each([
    ['(a or b', 7, 0, "'and', 'or' or ')'"],
    ['a)', 1, 1, "'and', 'or' or the end"],
    ['a or', 4, 0, 'a word'],
    ['()', 1, 1, 'a word'],
    ['name:', 5, 0, 'a value'],
    ['name: and b', 6, 3, 'a value'],
    ['cores>=>16', 7, 3, 'a value'],
    ['a connected b', 12, 1, "'to'"],
    ['a connected to', 14, 0, 'a word'],
    ['haskey(a', 8, 0, "',' or ')'"],
    ['haskey(a,b,c)', 10, 1, "')'"],
    ['cores>1,2', 7, 1, "one value after '>'"],
    ['tag:env!=prod', 7, 2, 'not …'],
    ['attr:.x', 5, 2, 'an attribute key'],
    ['/web/', 0, 5, 'a field before the regex'],
    ['x "abc', 2, 4, 'never closed'],
    ['name:/abc', 5, 4, 'never closed'],
    ['name:/a/gi', 8, 2, "the flag 'i' only"],
    ['and=5', 0, 3, 'a word'],
    ['a, b', 1, 1, "'and', 'or' or the end"],
  ])('%s', (text, position, length, message) => {
    const failure = failureOf(text);
    expect(failure).toMatchObject({ code: 'E_EXPR_SYNTAX', position, length });
    expect(failure?.message).toContain(message);
  });

  it('refuses what is too long, too deep or too many', () => {
    expect(failureOf('x'.repeat(2001))).toMatchObject({ position: 2000, length: 1 });
    expect(failureOf('x'.repeat(2000))).toBeNull();
    expect(failureOf('('.repeat(1000))?.message).toContain('more than 50 levels');
    expect(failureOf('not '.repeat(400))?.message).toContain('more than 50 levels');
    expect(failureOf('a connected to '.repeat(100))?.message).toContain('more than 50 levels');
    expect(failureOf('a '.repeat(200))).toBeNull();
    expect(failureOf('a '.repeat(201))).toMatchObject({ position: 400, length: 1 });
  });

  it.each([
    ['name:/(a+)+$/', 'repeats a group that itself repeats'],
    ['name:/(?=a)/', 'look-ahead'],
    ['name:/(?<=a)/', 'look-behind'],
    [String.raw`name:/(a)\1/`, 'references back'],
    ['name:/[a/', "'[' without ']'"],
    ['name:/(a/', "'(' without ')'"],
    ['name:/*/', 'nothing to repeat'],
    ['name:/a**/', 'repeats a repetition'],
    [`name:/${'a'.repeat(201)}/`, 'at most 200 characters'],
    [`name:/${'(abc){100}'.repeat(10)}/`, 'too large'],
  ])('regex %s', (text, message) => {
    const failure = failureOf(text);
    expect(failure).toMatchObject({ code: 'E_EXPR_SYNTAX', position: 5 });
    expect(failure?.message).toContain(message);
  });
});
