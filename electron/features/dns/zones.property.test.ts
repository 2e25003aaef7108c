import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dumpOf } from '../../db/testing/databases.ts';
import type { CliClient } from '../../engine/cli/session.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { zoneRecords } from '../../../shared/rules/testing/zone-records.ts';
import { printZoneFile } from '../../../shared/rules/zone-file-print.ts';
import type { ZoneReport } from '../../../shared/contract/dns.ts';

async function importZone(client: CliClient, text: string): Promise<ZoneReport> {
  let report: ZoneReport | null = null;
  for await (const event of await client.dns.importZone({ text, zone: 'example.com', replace: true }))
    if (event.kind === 'report') ({ report } = event);
  if (!report) throw new Error('The stream ended without a report.');
  return report;
}

test('a zone exported from a workspace and imported again changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(zoneRecords, async (records) => {
      const { client, session } = temporaryWorkspace();
      const first = await importZone(client, printZoneFile('example.com', records));
      expect(first.created).toBe(records.length);
      if (records.length === 0) return;
      const before = dumpOf(session.read);
      const { text } = await client.dns.exportZone({ zone: 'example.com' });
      expect(await importZone(client, text)).toMatchObject({
        created: 0,
        updated: 0,
        removed: 0,
        unchanged: records.length,
        problems: [],
      });
      expect(dumpOf(session.read)).toEqual(before);
      expect((await client.dns.exportZone({ zone: 'example.com' })).text).toBe(text);
    }),
    { numRuns: 60 },
  );
}, 120_000);
