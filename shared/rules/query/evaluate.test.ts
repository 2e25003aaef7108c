import { describe, expect, it } from 'vitest';
import { readQuery } from './bind.ts';
import { evaluateExpression } from './evaluate.ts';
import type { QueryRecord } from './evaluate.ts';
import type { QuerySchema } from './schema.ts';
import { computeSchema, thingSchema } from './test-schema.ts';

function found(text: string, things: readonly QueryRecord[], schema: QuerySchema): readonly unknown[] {
  const outcome = readQuery(text, schema);
  if (!outcome.ok) throw new Error(outcome.failures[0]?.message);
  return things.filter((thing) => evaluateExpression(outcome.value, thing)).map((thing) => thing.values['name']);
}

function thing(name: string, driver: string, type: string, foo?: string | number) {
  const neighbours: QueryRecord[] = [];
  const attributes = foo === undefined ? [] : [{ key: 'foo', subkey: null, number: null, value: foo }];
  return { values: { name }, searchText: [name], memberships: { driver: [driver, type] }, neighbours, attributes };
}

function compute(name: string, values: QueryRecord['values'], more: Partial<QueryRecord> = {}): QueryRecord {
  return { values: { name, ...values }, searchText: [name, String(values['serial'] ?? '')], ...more };
}

function link(left: ReturnType<typeof thing>, right: ReturnType<typeof thing>): void {
  left.neighbours.push(right);
  right.neighbours.push(left);
}

describe('systems.md 5.7, as far as parsing and evaluating go', () => {
  const server1 = thing('server1', 'basicserver', 'server', 12);
  const server2 = thing('server2', 'basicserver', 'server', '12');
  const server3 = thing('server3', 'basicvirtualserver', 'server', 13);
  const server4 = thing('server4', 'basicserver', 'server');
  const switch2a = thing('switch2a', 'networkswitch', 'networkswitch', 12);
  const console1 = thing('console1', 'consoleserver', 'consoleserver');
  const console2 = thing('console2', 'consoleserver', 'consoleserver');
  const rack002 = thing('rack002', 'basicrack', 'rack');
  for (const server of [server1, server2, server3]) link(rack002, server);
  link(console1, server2);
  link(console2, server4);
  const things = [server1, server2, server3, server4, switch2a, console1, console2, rack002];

  it.each([
    ['driver:Console connected to name:server2', ['console1']],
    ['driver:Server', ['server1', 'server2', 'server3', 'server4']],
    ['driver:Server connected to name:rack002', ['server1', 'server2', 'server3']],
    ['attr:foo,12 and driver:Server', ['server1', 'server2']],
    ['attr:foo and not driver:Server', ['switch2a']],
    ['haskey(foo)', ['server1', 'server2', 'server3', 'switch2a']],
    ['haskey(foo, bar)', []],
    ['not driver:Server connected to name:rack002', ['server4', 'switch2a', 'console1', 'console2', 'rack002']],
    ['name:SERVER? or name:/ck0+2$/', ['server1', 'server2', 'server3', 'server4', 'rack002']],
    ['driver:basicServer name:*4', ['server4']],
  ])('%s', (text, names) => {
    expect(found(text, things, thingSchema)).toEqual(names);
  });
});

describe('fields, tags and search', () => {
  const computes = [
    compute('web1', { cores: 16, memory: 131_072, state: 'active', provider: 'OVH', serial: '00123' }),
    compute('web2', { cores: 8, memory: 262_144, state: 'maintenance', provider: null, contractEnd: '2026-12-31' }),
    compute(
      'Zürich-db',
      { cores: 32, memory: 524_288, state: 'active', provider: 'ovh', serial: '123', contractEnd: '2027-01-01' },
      {
        tags: [
          { key: 'env', value: 'prod' },
          { key: 'tier', value: '' },
        ],
        memberships: { in: ['rack101', 'room1'], runs: ['Postgres'] },
      },
    ),
  ];

  it.each([
    ['cores>=16', ['web1', 'Zürich-db']],
    ['memory<256GB', ['web1']],
    ['memory<=256GB', ['web1', 'web2']],
    ['state!=maintenance', ['web1', 'Zürich-db']],
    ['provider=OVH', ['web1', 'Zürich-db']],
    ['provider!=OVH', ['web2']],
    ['provider=""', ['web2']],
    ['serial=00123', ['web1']],
    ['contractEnd<2027-01-01', ['web2']],
    ['contractEnd=2027', ['Zürich-db']],
    ['tag:env', ['Zürich-db']],
    ['tag:env=prod', ['Zürich-db']],
    ['tag:env,dev', []],
    ['tag:tier=""', ['Zürich-db']],
    ['tag:e*=/^p/', ['Zürich-db']],
    ['in:rack101 runs:postgres', ['Zürich-db']],
    ['in:rack101,rack102', ['Zürich-db']],
    ['not in:rack101', ['web1', 'web2']],
    ['WEB', ['web1', 'web2']],
    ['web 123', ['web1']],
    ['"b1"', ['web1']],
    ['w*2', ['web2']],
    ['ZÜRICH', ['Zürich-db']],
    ['name:zürich*', ['Zürich-db']],
    ['web1 or web2', ['web1', 'web2']],
    ['', ['web1', 'web2', 'Zürich-db']],
  ])('%s', (text, names) => {
    expect(found(text, computes, computeSchema)).toEqual(names);
  });
});
