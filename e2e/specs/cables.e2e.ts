// Goal: keep the list of cables: find one without a label, write on it, take it out, write the list to a file.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { callChannel } from '../fixtures/command-line.ts';
import { answerSaveDialog } from '../fixtures/dialogs.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { launch, testHome } from '../fixtures/programs.ts';
import { makeWorkspace } from '../fixtures/workspaces.ts';
import { CsvMenu } from '../pages/csv-page.ts';
import { RacksPage } from '../pages/racks-page.ts';
import { Shell } from '../pages/shell.ts';

const NAME = 'cable of sw-1 eth0 and web-1 eth0';

/** A switch and a server with two cables between them; neither cable has a label. */
async function openCables() {
  const home = testHome();
  const file = makeWorkspace(home.file('cables.rackwright'));
  callChannel(file, 'equipment.create', { record: { name: 'sw-1', type: 'switch' } });
  callChannel(file, 'compute.create', { record: { name: 'web-1' } });
  for (const name of ['eth0', 'eth1']) {
    for (const objectId of ['sw-1', 'web-1'])
      callChannel(file, 'port.create', { record: { objectId, kind: 'interface', name } });
    callChannel(file, 'cable.connect', { a: { device: 'sw-1', name }, b: { device: 'web-1', name } });
  }
  const program = await launch({ home, file });
  const { page } = program;
  const shell = new Shell(page);
  await shell.goTo('Racks');
  const racks = new RacksPage(page);
  await racks.showCables();
  await expectSoon(() => racks.cables.names()).toEqual(['sw-1 eth0', 'sw-1 eth1']);
  return { program, home, shell, cables: racks.cables, menu: new CsvMenu(page) };
}

test('a cable without a label is opened by its end, labelled, deleted, and brought back by one undo', async () => {
  const { shell, cables } = await openCables();
  await cables.row('sw-1 eth0').getByRole('link', { name: 'sw-1 eth0' }).click();
  await cables.panel.getByRole('heading', { name: NAME }).waitFor();
  await cables.field('Label').fill('C-0071');
  await cables.panel.getByRole('button', { name: 'Save', exact: true }).click();
  await cables.row('sw-1 eth0').getByText('C-0071').waitFor();

  await cables.filterBy('label:C-0071');
  await expectSoon(() => cables.names()).toEqual(['sw-1 eth0']);
  await cables.filterBy('');
  await cables.removeOpened(NAME);
  await expectSoon(() => cables.names()).toEqual(['sw-1 eth1']);
  await shell.undo.click();
  // Empty labels stand first.
  await expectSoon(() => cables.names()).toEqual(['sw-1 eth1', 'sw-1 eth0']);
  await cables.row('sw-1 eth0').getByText('C-0071').waitFor();
});

test('the list is written to a file with both ends of every cable', async () => {
  const { program, home, menu } = await openCables();
  const saved = home.file('cables.csv');
  await answerSaveDialog(program.app, saved);
  await menu.choose('Export the columns shown, to read…');
  await expectSoon(() => readFileSync(saved, 'utf8').trim().split(/\r?\n/).length).toBe(3);
  const [head, ...rows] = readFileSync(saved, 'utf8').trim().split(/\r?\n/);
  expect(head?.split(',')).toEqual(expect.arrayContaining(['a', 'b', 'label', 'lengthMm']));
  expect(rows.map((row) => row.split(',')[0])).toEqual(['sw-1 eth0', 'sw-1 eth1']);
  expect(rows.every((row) => row.includes('web-1 eth'))).toBe(true);
});
