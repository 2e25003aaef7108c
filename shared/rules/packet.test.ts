import { describe, expect, test } from 'vitest';
import { decidePacket, portMappingText, portsText, type Packet, type PacketRule } from './packet.ts';

function rule(name: string, fields: Partial<PacketRule> = {}): PacketRule {
  const anything = { protocol: 'all', source: 'any', destination: 'any', portStart: 0, portEnd: 0 } as const;
  return { id: name, name, action: 'ALLOW', priority: 100, ...anything, ...fields };
}

const SSH: Packet = { protocol: 'tcp', source: '10.0.0.5', destination: '192.0.2.1', port: 22 };

function decider(rules: readonly PacketRule[], packet: Partial<Packet> = {}): string {
  const decided = decidePacket(rules, { ...SSH, ...packet }).rule;
  return decided ? `${decided.action} by ${decided.name}` : 'no rule decides';
}

describe('the deciding rule', () => {
  test('is the first by priority, ties by name', () => {
    const rules = [rule('z', { priority: 10, action: 'DENY' }), rule('b'), rule('A', { action: 'DENY' })];
    expect(decider(rules)).toBe('DENY by z');
    expect(decider(rules.slice(1))).toBe('DENY by A');
  });

  test.each([
    [{ protocol: 'udp' }, 'no rule decides'],
    [{ protocol: 'tcp' }, 'ALLOW by r'],
    [{ source: '10.0.0.0/24' }, 'ALLOW by r'],
    [{ source: '10.0.1.0/24' }, 'no rule decides'],
    [{ destination: '192.0.2.1' }, 'ALLOW by r'],
    [{ destination: '192.0.2.2' }, 'no rule decides'],
    [{ source: '::/0' }, 'no rule decides'],
    [{ portStart: 22 }, 'ALLOW by r'],
    [{ portStart: 20, portEnd: 22 }, 'ALLOW by r'],
    [{ portStart: 20, portEnd: 21 }, 'no rule decides'],
    [{ portStart: 20 }, 'no rule decides'],
  ] satisfies [Partial<PacketRule>, string][])('%j: %s', (fields, decision) => {
    expect(decider([rule('r', fields)])).toBe(decision);
  });

  test('for packets without a port is none that asks for one', () => {
    const ping = { protocol: 'icmp', port: null } as const;
    expect(decider([rule('ports', { portStart: 22 })], ping)).toBe('no rule decides');
    expect(decider([rule('all')], ping)).toBe('ALLOW by all');
  });

  test('comes with those that were asked before it', () => {
    const rules = [rule('a', { protocol: 'udp' }), rule('b', { source: '10.1.0.0/16' }), rule('c')];
    const { passed } = decidePacket(rules, SSH);
    expect(passed.map(({ rule: { name }, mismatch }) => `${name}: ${mismatch}`)).toEqual(['a: protocol', 'b: source']);
  });
});

test('a mapping is shown from the outside in', () => {
  expect(portMappingText('203.0.113.45', 8080, 'tcp', 80)).toBe('203.0.113.45:8080/tcp → 80');
  expect(portMappingText('2001:db8::1', 443, 'all', 8443)).toBe('[2001:db8::1]:443/all → 8443');
});

test('ports are told in words', () => {
  expect(
    [
      { portStart: 0, portEnd: 0 },
      { portStart: 22, portEnd: 0 },
      { portStart: 1, portEnd: 9 },
    ].map(portsText),
  ).toEqual(['any port', '22', '1 to 9']);
});
