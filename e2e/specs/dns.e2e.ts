// Goal: names that follow their addresses, and zone files taken in without surprises.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { accessibilityViolations } from '../fixtures/axe.ts';
import { callChannel } from '../fixtures/command-line.ts';
import { answerSaveDialog } from '../fixtures/dialogs.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { shareProgram } from '../fixtures/programs.ts';
import { makeSmallNetwork } from '../fixtures/small-network.ts';
import { DnsPage } from '../pages/dns-page.ts';
import { NetworkPage } from '../pages/network-page.ts';
import { Palette } from '../pages/palette.ts';
import { Shell } from '../pages/shell.ts';

let file = '';
const shared = shareProgram((home) => {
  file = makeSmallNetwork(home.file('dns.rackwright'));
  return file;
});

/** Two mistakes: an address that is none on line 4, and an include on line 5. */
const BROKEN = `$ORIGIN example.net.
$TTL 300
@ IN NS ns1
ns1 IN A 192.0.2.300
$INCLUDE other.zone
`;

/** The name server, www, and three hosts by $GENERATE: five records. */
const GOOD = `$ORIGIN example.net.
$TTL 300
@ IN NS ns1
ns1 IN A 203.0.113.45
$GENERATE 1-3 host-$ IN A 10.0.0.$
`;

interface Records {
  readonly items: readonly { readonly record: { readonly name: string; readonly value: string } }[];
}

function recordsOf(query: string): readonly string[] {
  const { items } = callChannel<Records>(file, 'dnsRecord.list', { query, limit: 100 });
  return items.map(({ record }) => `${record.name} ${record.value}`);
}

async function openDns(): Promise<NetworkPage> {
  const { page } = shared.program;
  await new Shell(page).goTo('Network');
  const network = new NetworkPage(page);
  await network.show('DNS');
  return network;
}

test('a zone file is refused with its lines, or looked at and taken in as one undo', async () => {
  const { page } = shared.program;
  const network = await openDns();
  await network.showDns('Import');
  const dns = new DnsPage(page);

  await dns.lookAt(BROKEN);
  await expectSoon(async () => (await dns.problemTexts()).map(([line]) => line)).toEqual(['4', '5']);
  expect(recordsOf('')).toEqual([]);

  await dns.lookAt(GOOD);
  await expectSoon(() => dns.import.innerText()).toBe('Import 5 changes');
  expect((await dns.changes.getByRole('row').allInnerTexts()).slice(1)).toEqual([
    expect.stringMatching(/^New\s+3\s+example\.net\s+NS\s+ns1\.example\.net/),
    expect.stringMatching(/^New\s+4\s+ns1\.example\.net\s+A\s+203\.0\.113\.45/),
    expect.stringContaining('host-1.example.net'),
    expect.stringContaining('host-2.example.net'),
    expect.stringContaining('host-3.example.net'),
  ]);
  expect(await accessibilityViolations(page)).toEqual([]);
  await dns.import.click();
  await new Shell(page).notice('Saved: Import of zone example.net').waitFor();
  expect(recordsOf('type:A')).toEqual([
    'host-1.example.net 10.0.0.1',
    'host-2.example.net 10.0.0.2',
    'host-3.example.net 10.0.0.3',
    'ns1.example.net 203.0.113.45',
  ]);
});

test('a zone is saved as a file', async () => {
  const { page, app, home } = shared.program;
  const network = await openDns();
  await network.showDns('Zones');
  const target = home.file('example.net.zone');
  await answerSaveDialog(app, target);
  await network.zones.getByRole('button', { name: 'Zone file of example.net' }).click();
  await new Shell(page).notice(/^Saved as /).waitFor();
  expect(readFileSync(target, 'utf8')).toContain('203.0.113.45');
});

test('a linked record says which address it follows, and lets no other value be typed', async () => {
  const network = await openDns();
  await network.records.openRow('ns1.example.net');
  await network.panel.getByText('Follows the IP address 203.0.113.45', { exact: false }).waitFor();
  const value = network.records.field('Value');
  await expectSoon(async () => [await value.inputValue(), await value.isEditable()]).toEqual(['203.0.113.45', false]);
  expect(await accessibilityViolations(shared.program.page)).toEqual([]);
  await network.records.filterBy('');
});

test('a further value is added only when that is said, and a linked one follows its address', async () => {
  const { page } = shared.program;
  const network = await openDns();
  await network.records.openNew();
  await network.records.field('Name').fill('ns1.example.net');
  await network.panel.getByRole('combobox', { name: 'Type' }).fill('A');
  await network.records.field('Value').fill('203.0.113.46');
  const add = network.panel.getByRole('radio', { name: 'Add it beside' });
  await network.panel.getByRole('radio', { name: 'Replace 203.0.113.45' }).waitFor();
  await add.check();
  await network.panel.getByRole('button', { name: 'Create' }).click();
  await new Shell(page).notice('Saved: Record DNS record ns1.example.net A').waitFor();
  expect(recordsOf('name:ns1.example.net')).toEqual(['ns1.example.net 203.0.113.45', 'ns1.example.net 203.0.113.46']);

  // The import linked the first one: it becomes what the address becomes.
  await new Palette(page).run('203.0.113.45');
  await network.addresses.field('Address').fill('203.0.113.99');
  const save = network.panel.getByRole('button', { name: 'Save' });
  // A notice of before lies beside the panel's buttons, not over them.
  const [notice, button] = [await new Shell(page).notices.boundingBox(), await save.boundingBox()];
  expect((notice?.x ?? Infinity) + (notice?.width ?? 0)).toBeLessThanOrEqual(button?.x ?? 0);
  await save.click();
  await expectSoon(() => recordsOf('name:ns1.example.net')).toContain('ns1.example.net 203.0.113.99');
});
