import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { dumpOf } from '../db/testing/databases.ts';
import { failureIn } from '../testing/failures.ts';
import { mutated, mutation } from '../testing/mutated-files.ts';
import { ended } from '../testing/streams.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { temporaryWorkspace, type TemporaryWorkspace } from '../testing/temporary-workspace.ts';

/** 20,000 for each format is `npm run test:long`; every run takes a part of them. */
const PER_FORMAT = Number(process.env['RACKWRIGHT_MUTATED_FILES'] ?? 150);

const CSV = `name,type,state,monthlyCost,statedMemoryMb,notes,tags
web-1,vm,active,12.50,64 GB,"two
lines, and ""quotes""","env=prod, tier=1"
web-2,baremetal,maintenance,,,'=1+1,
`;

const ZONE = `$ORIGIN example.com.
$TTL 1h
@ IN SOA ns1 hostmaster ( 2026112001 3600 900 1209600 300 ) ; comment
@ NS ns1
ns1 A 192.0.2.1
$GENERATE 1-5 host-\${0,3} A 192.0.2.$
www 60 IN CNAME ns1
text TXT "quoted \\"text\\"" 'more'
_sip._tcp SRV 0 5 5060 ns1
`;

const NETBOX = JSON.stringify([
  { model: 'dcim.site', pk: 1, fields: { name: 'Berlin', time_zone: 'Europe/Berlin' } },
  { model: 'dcim.rack', pk: 1, fields: { name: 'R1', site: 1, location: null, u_height: 10, width: 19 } },
  { model: 'dcim.manufacturer', pk: 1, fields: { name: 'Acme' } },
  { model: 'dcim.devicetype', pk: 1, fields: { manufacturer: 1, model: 'Box', u_height: '2.0', is_full_depth: true } },
  { model: 'dcim.devicerole', pk: 1, fields: { name: 'Web server' } },
  {
    model: 'dcim.device',
    pk: 1,
    fields: {
      name: 'web-1',
      device_type: 1,
      role: 1,
      status: 'active',
      site: 1,
      rack: 1,
      position: '3.0',
      face: 'front',
    },
  },
  { model: 'dcim.interface', pk: 7, fields: { device: 1, name: 'eth0', type: '1000base-t' } },
]);

const DEVICE_TYPE = `manufacturer: Acme
model: Rocket 2000
slug: acme-rocket-2000
u_height: 1.5
interfaces: &ports
  - name: eth0
    type: 1000base-t
console-ports: *ports
`;

type Client = TemporaryWorkspace['client'];

interface Format {
  readonly name: string;
  readonly seed: string;
  readonly read: (client: Client, file: string) => Promise<AsyncIterable<unknown>>;
}

const FORMATS: readonly Format[] = [
  { name: 'CSV', seed: CSV, read: (client, path) => client.csv.import({ noun: 'compute', path }) },
  { name: 'zone', seed: ZONE, read: (client, path) => client.dns.importZone({ path, zone: 'example.com' }) },
  { name: 'NetBox data', seed: NETBOX, read: (client, path) => client.import.netboxData({ path }) },
  { name: 'device type', seed: DEVICE_TYPE, read: (client, path) => client.import.deviceTypes({ paths: [path] }) },
];

const INSIDES = /SELECT |INSERT |sqlite|node_modules|\.ts:\d|\n\s+at |\/tmp\//i;

/** What is wrong with a refusal; null when it is a sentence for people. */
function flawOf(error: unknown): string | null {
  const failure = failureIn(error);
  if (failure.code === 'E_INTERNAL') return `a fault: ${failure.message}`;
  if (INSIDES.test(failure.message)) return `insides: ${failure.message}`;
  return /\S.*[.?!]$/s.test(failure.message) ? null : `no sentence: ${failure.message}`;
}

test.each(FORMATS)(
  'a mutated $name file is taken or refused as a whole',
  async ({ seed, read }) => {
    const workspace = temporaryWorkspace();
    const file = join(temporaryFolder(), 'seed.yaml');
    const { client, session } = workspace;
    session.workspace.writer?.pragma('synchronous = OFF');
    onTestFinished(() => expect(Object.keys(Object.prototype)).toEqual([]));
    const untouched = dumpOf(session.read);
    const outcomes = { taken: 0, refused: 0 };
    const settle = async (bytes: Buffer) => {
      writeFileSync(file, bytes);
      try {
        await ended(read(client, file));
        outcomes.taken += 1;
      } catch (error) {
        expect(flawOf(error)).toBeNull();
        outcomes.refused += 1;
        expect(dumpOf(session.read)).toEqual(untouched);
      }
      // Whatever was taken is one change, and goes with one undo.
      if ((await client.history.next()).undo !== null) await client.history.undo();
      expect(dumpOf(session.read)).toEqual(untouched);
    };
    await settle(Buffer.from(seed));
    expect(outcomes).toEqual({ taken: 1, refused: 0 });
    const changes = fc.array(mutation, { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(changes, (list) => settle(list.reduce(mutated, Buffer.from(seed)))),
      { numRuns: PER_FORMAT },
    );
    expect(outcomes.taken + outcomes.refused).toBeGreaterThan(PER_FORMAT);
  },
  1_800_000,
);
