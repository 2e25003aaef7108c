// Goal: take a colleague's spreadsheet in, seeing what becomes of every row; write a list out and take it in again.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { accessibilityViolations } from '../fixtures/axe.ts';
import { makeComputeFile } from '../fixtures/csv-files.ts';
import { callChannel } from '../fixtures/command-line.ts';
import { answerOpenDialog, answerSaveDialog } from '../fixtures/dialogs.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { launch, testHome } from '../fixtures/programs.ts';
import { makeWorkspace, namesIn } from '../fixtures/workspaces.ts';
import { CsvMenu, CsvPage } from '../pages/csv-page.ts';
import { FleetPage } from '../pages/fleet-page.ts';
import { Palette } from '../pages/palette.ts';
import { Shell } from '../pages/shell.ts';

async function openFleet() {
  const home = testHome();
  const file = makeWorkspace(home.file('fleet.rackwright'));
  callChannel(file, 'compute.create', { record: { name: 'db-01', owner: 'storage' } });
  const program = await launch({ home, file });
  const { page } = program;
  return {
    program,
    home,
    file,
    shell: new Shell(page),
    fleet: new FleetPage(page),
    menu: new CsvMenu(page),
    csv: new CsvPage(page),
  };
}

test('a file is mapped, looked at, its good rows are taken in, and taken back in one undo', async () => {
  const { program, home, shell, fleet, menu, csv } = await openFleet();
  await menu.choose('Import…');
  await answerOpenDialog(program.app, [makeComputeFile(home.file('computes.csv'))]);
  await csv.chooseFile.click();
  await expectSoon(() => csv.rows.count()).toBe(4);
  await expectSoon(() => csv.column('Team').inputValue()).toBe('');

  await csv.column('Team').selectOption('owner');
  await csv.column('Cost per month').selectOption('monthlyCost');
  await csv.column('env').selectOption('tag:env');
  await expectSoon(() => csv.rowTexts()).toEqual([
    expect.stringMatching(
      /^Row 2 Changed db-01 State: active → maintenance · Monthly cost: empty → 12\.50? · Tags: empty → env=prod$/,
    ),
    expect.stringMatching(/^Row 3 New web-01 /),
    expect.stringMatching(/^Row 4 Error web-02 .*'ten' is not an amount.*"asleep" was given/),
    expect.stringMatching(/^Row 5 Error .*Name is required/),
  ]);

  expect(await accessibilityViolations(program.page)).toEqual([]);

  await csv.write.click();
  await csv.saved.waitFor();
  await csv.seeList.click();
  await expectSoon(() => fleet.computes.names()).toEqual(['db-01', 'web-01']);
  await shell.undo.click();
  await expectSoon(() => fleet.computes.names()).toEqual(['db-01']);
});

test('an export taken in again changes nothing', async () => {
  const { program, home, file, menu, csv } = await openFleet();
  const saved = home.file('compute.csv');
  await answerSaveDialog(program.app, saved);
  await menu.choose('Export all columns, to import again…');
  await expectSoon(() => readFileSync(saved, 'utf8').split('\n')[0]?.slice(0, 8)).toBe('id,name,');

  await new Palette(program.page).run('Import CSV');
  await answerOpenDialog(program.app, [saved]);
  await csv.chooseFile.click();
  await expectSoon(() => csv.rowTexts()).toEqual(['Row 2 Same db-01']);
  await expectSoon(() => csv.write.isDisabled()).toBe(true);
  expect(namesIn(file, 'compute')).toEqual(['db-01']);
});

test('the file can be taken for another noun, and a file that is none is refused in words', async () => {
  const { program, home, csv, menu } = await openFleet();
  await menu.choose('Import…');
  await answerOpenDialog(program.app, [home.file('fleet.rackwright')]);
  await csv.chooseFile.click();
  await csv.failure.filter({ hasText: /not UTF-8|quote|header/ }).waitFor();

  await answerOpenDialog(program.app, [makeComputeFile(home.file('computes.csv'))]);
  await csv.noun.selectOption('service');
  await csv.chooseFile.click();
  await expectSoon(() => csv.rows.first().innerText()).toContain('db-01');
});
