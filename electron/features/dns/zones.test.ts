import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { ZoneReport } from '../../../shared/contract/dns.ts';
import type { CliClient } from '../../engine/cli/session.ts';
import { refusalOf } from '../../testing/failures.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';

let client: CliClient;

beforeEach(() => {
  ({ client } = temporaryWorkspace());
});

async function importing(input: Parameters<CliClient['dns']['importZone']>[0]): Promise<ZoneReport> {
  let report: ZoneReport | null = null;
  for await (const event of await client.dns.importZone(input)) if (event.kind === 'report') ({ report } = event);
  if (!report) throw new Error('The stream ended without a report.');
  return report;
}

const ZONE = `$ORIGIN example.com.
@ 3600 IN SOA ns.example.com. admin.example.com. 1 2 3 4 5
@ 3600 IN NS ns.example.com.
mail 3600 IN A 192.0.2.25
www 60 IN A 192.0.2.1
www 60 IN A 192.0.2.2
`;

test('a zone is imported as one undo, exported to the same bytes, and imported again without a change', async () => {
  expect(await importing({ text: ZONE, dryRun: true })).toMatchObject({
    zone: 'example.com',
    created: 5,
    groupId: null,
  });
  expect((await client.dnsRecord.list({})).total).toBe(0);
  expect(await importing({ text: ZONE })).toMatchObject({ created: 5, updated: 0 });
  expect(await client.dns.zones()).toEqual([{ zone: 'example.com', records: 5 }]);
  expect(await client.dns.exportZone({ zone: 'EXAMPLE.com.' })).toEqual({ text: ZONE, records: 5 });
  expect(await importing({ text: ZONE })).toMatchObject({ created: 0, unchanged: 5, groupId: null });
  await client.history.undo();
  expect((await client.dnsRecord.list({})).total).toBe(0);
});

test('what the file lacks goes only when the zone is replaced', async () => {
  await importing({ text: ZONE });
  const less = ZONE.replace('www 60 IN A 192.0.2.2\n', '').replace('mail 3600', 'mail 600');
  expect(await importing({ text: less })).toMatchObject({ updated: 1, unchanged: 3, removed: 0 });
  expect(await importing({ text: less, replace: true })).toMatchObject({ unchanged: 4, removed: 1 });
});

test('a file with any problem is refused with its lines, and a dry run tells them', async () => {
  const text = `${ZONE}www IN BOGUS x\n$INCLUDE other.zone\n`;
  const failure = await refusalOf(importing({ text }));
  expect(failure).toMatchObject({
    message:
      '2 lines of the zone file cannot be taken, and nothing was written. Line 7: "BOGUS" is no type of a DNS record.',
    details: { problems: [{ line: 7 }, { line: 8 }] },
  });
  expect((await importing({ text, dryRun: true })).problems).toMatchObject([{ line: 7 }, { line: 8 }]);
  expect((await client.dnsRecord.list({})).total).toBe(0);
});

test('a file that does not name its zone is of the zone it is called after', async () => {
  const file = join(temporaryFolder(), 'db.example.net');
  writeFileSync(file, 'www A 192.0.2.1\n');
  expect(await importing({ path: file })).toMatchObject({ zone: 'example.net', created: 1 });
  expect((await refusalOf(importing({ text: 'www A 192.0.2.1\n' }))).message).toContain('no $ORIGIN');
  expect(await importing({ text: 'www A 192.0.2.1\n', zone: 'example.org' })).toMatchObject({ zone: 'example.org' });
  expect((await refusalOf(importing({ path: `${file}x` }))).code).toBe('E_NOT_FOUND');
});

test('a long import is cancelled with nothing written', async () => {
  const text = `$ORIGIN example.com.\n$GENERATE 1-2000 h$ A 10.0.0.1\n`;
  const stop = new AbortController();
  const events = await client.dns.importZone({ text }, { signal: stop.signal });
  const cancelled = refusalOf(
    (async () => {
      for await (const event of events) if (event.kind === 'progress') stop.abort();
    })(),
  );
  expect((await cancelled).code).toBe('E_CANCELLED');
  expect((await client.dnsRecord.list({})).total).toBe(0);
});
