import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { ZoneReport } from '../../../shared/contract/dns.ts';
import { canonicalDnsName } from '../../../shared/domain/dns-name.ts';
import { parseZoneFile, type ZoneFile } from '../../../shared/rules/zone-file.ts';
import { printZoneFile } from '../../../shared/rules/zone-file-print.ts';
import { refusalOf } from '../../testing/failures.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { zoneOfFileName } from '../../../shared/rules/zone-file-names.ts';

const checkout = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const folder = join(process.env['RACKWRIGHT_DATA'] ?? join(checkout, '../shared/data'), '6-dns-firewall', 'zones');

/** Files that are no zones: a list of line numbers beside one, and the two that their makers wrote to be refused. */
const REFUSED: Readonly<Record<string, readonly [line: number, message: string]>> = {
  'zone.example.com.index': [1, 'The record ends before its type.'],
  'invalid.zone.tst': [2, 'The zone has no name server (NS) at its origin, nor any other record.'],
  'invalid.records.tst': [
    19,
    'The name of an SRV record must begin with a service and a protocol, such as _sip._tcp; "_invalid.invalid.records" was given.',
  ],
};

/** Nothing but a comment. */
const EMPTY: ReadonlySet<string> = new Set(['foo.com~14.zone']);

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));

/** The zone a file is of: what it says itself, or else its name without what tools add to it (`foo.com~3`, `!inside`). */
function read(file: string): ZoneFile {
  const text = readFileSync(file, 'utf8');
  const own = parseZoneFile(text);
  if (own.zone !== null && own.problems.length === 0) return own;
  const name = zoneOfFileName(basename(file))
    .replace(/[~!].*$/, '')
    .replace(/\.zone$/, '');
  return parseZoneFile(text, canonicalDnsName(name === 'root' ? '.' : name));
}

function facts(zone: ZoneFile) {
  return zone.records
    .map(({ name, type, ttlSeconds, value }) => JSON.stringify([name, type, ttlSeconds, value]))
    .toSorted();
}

describe('every zone of the data', () => {
  test('is there', () => {
    expect(files.length).toBeGreaterThan(40);
  });

  test.each(files.filter((file) => !(basename(file) in REFUSED)).map((file) => [file.slice(folder.length + 1), file]))(
    '%s is read, written and read again equal',
    (_, file) => {
      const zone = read(file);
      expect(zone.problems).toEqual([]);
      expect(zone.records.length === 0).toBe(EMPTY.has(basename(file)));
      const text = printZoneFile(zone.zone ?? '', zone.records);
      const again = parseZoneFile(text, zone.zone);
      expect(again.problems).toEqual([]);
      expect(again.zone).toBe(zone.zone);
      expect(facts(again)).toEqual(facts(zone));
      expect(printZoneFile(again.zone ?? '', again.records)).toBe(text);
    },
  );

  test.each(Object.entries(REFUSED))('%s is refused with its line', (name, [line, message]) => {
    const file = files.find((entry) => basename(entry) === name) ?? '';
    expect(read(file).problems).toContainEqual({ line, message });
  });

  test('relative and absolute forms of one zone are the same records', () => {
    const [relative, absolute, origin] = ['example1.good', 'example2.good', 'example4.good'].map((name) =>
      facts(parseZoneFile(readFileSync(join(folder, 'dnspython', name), 'utf8'), 'example')),
    );
    expect(relative).toEqual(absolute);
    expect(origin).toEqual(absolute);
  });

  test.each(
    files
      .filter((file) => !(basename(file) in REFUSED) && !EMPTY.has(basename(file)))
      .map((file) => [file.slice(folder.length + 1), file]),
  )('%s is imported, exported and imported again equal', async (_, path) => {
    const { client } = temporaryWorkspace();
    const file = read(path);
    const zone = file.zone ?? '';
    const first = await reportOf(client, { path, zone });
    expect(first).toMatchObject({ created: file.records.length, problems: [] });
    const { text } = await client.dns.exportZone({ zone });
    expect(facts(parseZoneFile(text, zone))).toEqual(facts(file));
    expect(await reportOf(client, { text, zone, replace: true })).toMatchObject({
      created: 0,
      updated: 0,
      removed: 0,
      unchanged: file.records.length,
    });
    expect((await client.dns.exportZone({ zone })).text).toBe(text);
  });

  test.each(Object.entries(REFUSED))('%s is refused by an import too, and leaves nothing', async (name, [line]) => {
    const { client } = temporaryWorkspace();
    const path = files.find((entry) => basename(entry) === name) ?? '';
    const failure = await refusalOf(reportOf(client, { path, zone: read(path).zone ?? 'example.com' }));
    expect(failure.message).toContain(`ine ${line}: `);
    expect(await client.dns.zones()).toEqual([]);
  });
});

type Client = ReturnType<typeof temporaryWorkspace>['client'];

async function reportOf(client: Client, input: Parameters<Client['dns']['importZone']>[0]): Promise<ZoneReport> {
  let report: ZoneReport | null = null;
  for await (const event of await client.dns.importZone(input)) if (event.kind === 'report') ({ report } = event);
  if (!report) throw new Error('The stream ended without a report.');
  return report;
}
