/** An expression, the list it is asked of, and what it finds in the world of these vectors. */
export interface Vector {
  readonly text: string;
  readonly of: 'compute' | 'equipment' | 'rack';
  readonly found: readonly string[];
  /** The word that lists answer "not available yet" to, and where it stands, in characters from 0. */
  readonly waits?: { readonly word: string; readonly at: number };
}

const IN_RACK002 = ['server1', 'server2', 'server3'];
const SERVERS = [...IN_RACK002, 'server4', 'web1', 'web2', 'db7', 'dbx'];
const without = (...names: readonly string[]) => SERVERS.filter((name) => !names.includes(name));
const waits = (word: string, at: number) => ({ waits: { word, at } });

/**
 * The vectors of systems.md 5.4 and every form of its grammar. The world: server1 to server3 in rack002, server4 in
 * rack101, both in Hall 1 of fra1; web1, web2, db7 and dbx stand nowhere. server1 is joined to switch2a, server2 to
 * console1; console2 is free. foo is 12 on server1 and switch2a, '12' on server2; server3 has foo.bar 1 and foo number 2
 * of 7. server4 is in pool production and of class BigMem. server3 has 10.0.0.5 and 3c:fd:fe:a1:b2:c3; postgres runs on
 * server2; db7 has role db; web2 is in maintenance; dbx is a VM; web1 is of group acme; server1 is tagged env=prod.
 */
export const VECTORS: readonly Vector[] = [
  // The document's own.
  { text: 'driver:Console connected to name:server2', of: 'equipment', found: ['console1'] },
  { text: 'driver:Server', of: 'compute', found: SERVERS },
  { text: 'driver:Server connected to name:rack002', of: 'compute', found: IN_RACK002 },
  { text: 'attr:foo,12 and driver:Server', of: 'compute', found: ['server1', 'server2'], ...waits('attr:', 0) },
  { text: 'driver:Server and not pool:production', of: 'compute', found: without('server4'), ...waits('pool:', 22) },
  { text: 'name:web* or name:/^db[0-9]+$/', of: 'compute', found: ['web1', 'web2', 'db7'] },
  { text: 'not driver:Server connected to name:rack002', of: 'compute', found: without(...IN_RACK002) },
  // Words and precedence.
  { text: 'DRIVER:server And NOT name:server?', of: 'compute', found: ['web1', 'web2', 'db7', 'dbx'] },
  { text: 'driver:Server name:web1', of: 'compute', found: ['web1'] },
  { text: 'name:web1 or name:db7 and name:web2', of: 'compute', found: ['web1'] },
  { text: '(name:web1 or name:db7) and name:db7', of: 'compute', found: ['db7'] },
  { text: 'not name:server* and not name:db*', of: 'compute', found: ['web1', 'web2'] },
  { text: 'not (name:server* or name:db*)', of: 'compute', found: ['web1', 'web2'] },
  // Values.
  { text: 'name:WEB1', of: 'compute', found: ['web1'] },
  { text: 'name:web', of: 'compute', found: [] },
  { text: 'name:"web1"', of: 'compute', found: ['web1'] },
  { text: 'name:web1,db7', of: 'compute', found: ['web1', 'db7'] },
  { text: 'name:d?7', of: 'compute', found: ['db7'] },
  { text: 'name:/eb/', of: 'compute', found: ['web1', 'web2'] },
  { text: 'name:/B7$/i', of: 'compute', found: ['db7'] },
  // Drivers and types.
  { text: 'driver:basicServer', of: 'compute', found: SERVERS },
  { text: 'driver:networkswitch', of: 'equipment', found: ['switch2a'] },
  { text: 'driver:con*', of: 'equipment', found: ['console1', 'console2'] },
  { text: 'driver:vm', of: 'compute', found: ['dbx'] },
  { text: 'driver:rack', of: 'rack', found: ['rack002', 'rack101'] },
  { text: 'type:vm', of: 'compute', found: ['dbx'] },
  { text: 'type:switch', of: 'equipment', found: ['switch2a'] },
  // Where, what for, with what.
  { text: 'in:rack002', of: 'compute', found: IN_RACK002 },
  { text: 'in:"Hall 1"', of: 'compute', found: [...IN_RACK002, 'server4'] },
  { text: 'in:rack101,rack002', of: 'compute', found: [...IN_RACK002, 'server4'] },
  { text: 'in:fra1', of: 'rack', found: ['rack002', 'rack101'] },
  { text: 'role:db', of: 'compute', found: ['db7'] },
  { text: 'status:maintenance', of: 'compute', found: ['web2'] },
  { text: 'group:acme', of: 'compute', found: ['web1'] },
  { text: 'tag:env', of: 'compute', found: ['server1'] },
  { text: 'tag:env=prod', of: 'compute', found: ['server1'] },
  { text: 'tag:env,prod', of: 'compute', found: ['server1'] },
  { text: 'ip:10.0.0.5', of: 'compute', found: ['server3'] },
  { text: 'ip:10.0.0.0/24', of: 'compute', found: ['server3'] },
  { text: 'mac:3c:fd:fe:a1:b2:c3', of: 'compute', found: ['server3'] },
  { text: 'runs:postgres', of: 'compute', found: ['server2'] },
  // What connects.
  { text: 'driver:rack connected to name:server4', of: 'rack', found: ['rack101'] },
  { text: 'driver:rack connected to ip:10.0.0.5', of: 'rack', found: ['rack002'] },
  { text: 'driver:Console connected to runs:postgres', of: 'equipment', found: ['console1'] },
  { text: 'driver:rack connected to tag:env=prod', of: 'rack', found: ['rack002'] },
  {
    text: 'driver:Switch connected to driver:Server connected to name:rack002',
    of: 'equipment',
    found: ['switch2a'],
  },
  {
    text: '(driver:Switch connected to driver:Server) connected to name:rack002',
    of: 'equipment',
    found: [],
  },
  {
    text: 'driver:Server connected to (driver:Switch or driver:Console)',
    of: 'compute',
    found: ['server1', 'server2'],
  },
  // What waits for its nouns.
  { text: 'pool:production', of: 'compute', found: ['server4'], ...waits('pool:', 0) },
  { text: 'class:BigMem', of: 'compute', found: ['server4'], ...waits('class:', 0) },
  { text: 'name:a or class:BigMem', of: 'compute', found: ['server4'], ...waits('class:', 10) },
  { text: 'attr:foo', of: 'equipment', found: ['switch2a'], ...waits('attr:', 0) },
  { text: 'attr:foo.bar,1', of: 'compute', found: ['server3'], ...waits('attr:', 0) },
  { text: 'attr:foo#2,7', of: 'compute', found: ['server3'], ...waits('attr:', 0) },
  { text: 'haskey(foo)', of: 'compute', found: IN_RACK002, ...waits('haskey()', 0) },
  { text: 'name:server* haskey(foo, bar)', of: 'compute', found: ['server3'], ...waits('haskey()', 13) },
  {
    text: 'driver:Console connected to pool:production',
    of: 'equipment',
    found: [],
    ...waits('pool:', 28),
  },
];
