import { expect, it } from 'vitest';
import { PREDICATE_NAMES } from './ast.ts';
import { readQuery } from './bind.ts';
import { evaluateExpression, type QueryAttribute, type QueryRecord } from './evaluate.ts';
import type { QuerySchema } from './schema.ts';
import { VECTORS } from './test-vectors.ts';

/** Every predicate there is, so that what waits for its noun is evaluated all the same. */
const EVERYTHING: QuerySchema = {
  label: 'things',
  predicates: [...PREDICATE_NAMES, 'connected'],
  drivers: ['server', 'networkswitch', 'switch', 'consoleserver', 'rack', 'vm'],
  fields: [{ key: 'name', label: 'Name', kind: 'text' }],
};

type Memberships = NonNullable<QueryRecord['memberships']>;

interface Thing extends QueryRecord {
  readonly noun: string;
  readonly neighbours: QueryRecord[];
}

function thing(
  noun: string,
  name: string,
  memberships: Memberships,
  more: { attributes?: readonly QueryAttribute[]; tags?: QueryRecord['tags'] } = {},
): Thing {
  const { attributes = [], tags = [] } = more;
  return {
    noun,
    values: { name },
    searchText: [name],
    memberships,
    neighbours: [],
    attributes: [...attributes],
    tags: [...tags],
  };
}

function foo(value: string | number, more: Partial<QueryAttribute> = {}): QueryAttribute {
  return { key: 'foo', subkey: null, number: null, value, ...more };
}

const SERVER = { driver: ['server', 'baremetal'], type: ['baremetal'], status: ['active'] };
const PLACED = { ...SERVER, in: ['rack002', 'Hall 1', 'fra1'] };

const server1 = thing('compute', 'server1', PLACED, { attributes: [foo(12)], tags: [{ key: 'env', value: 'prod' }] });
const server2 = thing('compute', 'server2', { ...PLACED, runs: ['postgres'] }, { attributes: [foo('12')] });
const server3 = thing(
  'compute',
  'server3',
  { ...PLACED, ip: ['10.0.0.5', '10.0.0.0/24'], mac: ['3c:fd:fe:a1:b2:c3'] },
  { attributes: [foo(1, { subkey: 'bar' }), foo(7, { number: 2 })] },
);
const server4 = thing('compute', 'server4', {
  ...SERVER,
  in: ['rack101', 'Hall 1', 'fra1'],
  pool: ['production'],
  class: ['BigMem'],
});
const switch2a = thing(
  'equipment',
  'switch2a',
  { driver: ['networkswitch', 'switch'], type: ['switch'] },
  { attributes: [foo(12)] },
);
const console1 = thing('equipment', 'console1', { driver: ['consoleserver'], type: ['console-server'] });
const rack002 = thing('rack', 'rack002', { driver: ['rack'], in: ['Hall 1', 'fra1'] });
const rack101 = thing('rack', 'rack101', { driver: ['rack'], in: ['Hall 1', 'fra1'] });

const THINGS: readonly Thing[] = [
  server1,
  server2,
  server3,
  server4,
  thing('compute', 'web1', { ...SERVER, group: ['acme'] }),
  thing('compute', 'web2', { ...SERVER, status: ['maintenance'] }),
  thing('compute', 'db7', { ...SERVER, role: ['db'] }),
  thing('compute', 'dbx', { driver: ['server', 'vm'], type: ['vm'], status: ['active'] }),
  switch2a,
  console1,
  thing('equipment', 'console2', { driver: ['consoleserver'], type: ['console-server'] }),
  rack002,
  rack101,
];

for (const [one, other] of [
  [rack002, server1],
  [rack002, server2],
  [rack002, server3],
  [rack101, server4],
  [console1, server2],
  [switch2a, server1],
] as const) {
  one.neighbours.push(other);
  other.neighbours.push(one);
}

it.each(VECTORS)('in memory: $text', ({ text, of, found }) => {
  const outcome = readQuery(text, EVERYTHING);
  if (!outcome.ok) throw new Error(outcome.failures[0]?.message);
  const names = THINGS.filter((entry) => entry.noun === of && evaluateExpression(outcome.value, entry));
  expect(names.map(({ values }) => values['name'])).toEqual(found);
});
