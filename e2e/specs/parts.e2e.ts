// Goal: swap a failed part in three actions, build a RAID group knowing what it will be, enter a thousand rows at once.
import { describe, expect, test } from 'vitest';

import { callChannel } from '../fixtures/command-line.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { shareProgram } from '../fixtures/programs.ts';
import { makeSampleWorkspace, namesIn } from '../fixtures/workspaces.ts';
import { FleetPage } from '../pages/fleet-page.ts';
import { GridPage } from '../pages/grid-page.ts';
import { PartsPage } from '../pages/parts-page.ts';
import { Shell } from '../pages/shell.ts';

const COMPUTE = 'ams1-app-01';
const PASTED_ROWS = 1000;
const PLANTED_ERRORS = 37;

/** Every 27th row of the first 999 has a type that does not exist: 999 / 27 = 37. */
function sheet(): string {
  const rows = Array.from({ length: PASTED_ROWS }, (_, index) => {
    const type = index < PLANTED_ERRORS * 27 && index % 27 === 0 ? 'toaster' : 'Bare metal';
    return `pasted-${index}\t${type}\tweb`;
  });
  return ['Name\tType\tRole', ...rows].join('\n');
}

describe('on the sample datacenter', () => {
  let file = '';
  const shared = shareProgram((home) => {
    file = makeSampleWorkspace(home.file('sample.rackwright'));
    callChannel(file, 'spareShelf.create', { record: { name: 'Shelf A' } });
    const record = { type: 'ram', manufacturer: 'Acme', model: 'Loose DIMM', specs: { capacity_gb: 64 } };
    callChannel(file, 'component.create', { record });
    callChannel(file, 'spares.receive', { shelf: 'Shelf A', component: 'Acme Loose DIMM', looseUnits: 3 });
    return file;
  });

  async function openParts(): Promise<PartsPage> {
    const { page } = shared.program;
    await new Shell(page).goTo('Fleet');
    await new FleetPage(page).computes.openRow(COMPUTE);
    return new PartsPage(page);
  }

  test('a part is swapped in three actions: its slot, the new serial number, where the old one goes', async () => {
    const { page } = shared.program;
    const parts = await openParts();
    await parts.showSlots();

    await parts.slot('DIMM A1').click();
    await parts.newSerial.pressSequentially('SCANNED-1');
    await parts.newSerial.press('Enter');
    await parts.oldGoesTo.getByRole('button', { name: 'Shelf A' }).click();

    await new Shell(page).notice(/^Saved: Swap/).waitFor();
    await expectSoon(() => parts.slot('DIMM A1').innerText()).toContain('SCANNED-1');
  });

  test('a part is swapped for another component from the loose stock of a shelf', async () => {
    const { page } = shared.program;
    const shell = new Shell(page);
    await shell.dismissNotices();
    const parts = await openParts();
    await parts.showSlots();

    await parts.slot('DIMM A2').click();
    await parts.swapExceptions.click();
    await parts.choose('New component', 'Acme Loose DIMM');
    await parts.choose('Taken from the loose stock of', 'Shelf A');
    await parts.oldGoesTo.getByRole('button', { name: 'Scrap' }).click();

    await shell.notice(/^Saved: Swap/).waitFor();
    await expectSoon(() => parts.slot('DIMM A2').innerText()).toContain('Loose DIMM');
    const [stock] = callChannel<{ looseUnits: number }[]>(file, 'spares.overview').filter(
      (row) => 'component' in row && row.component === 'Acme Loose DIMM',
    );
    // Of three, one is in the machine now.
    expect(stock?.looseUnits).toBe(2);
  });

  test('a RAID group shows what it would be before it is saved, and 0 GB while it is unfinished', async () => {
    const { page } = shared.program;
    const parts = await openParts();
    await parts.showStorage();

    await parts.editGroup('data');
    await expectSoon(() => parts.zone('Members').getByRole('button').count()).toBe(3);
    await parts.chooseLevel('RAID 6');
    await parts.storage.getByText('add 1 disk', { exact: false }).waitFor();
    await parts.chooseLevel('RAID 1');
    await parts.saveGroup();

    await new Shell(page).notice(/^Saved: Save RAID group data/).waitFor();
    // Three disks of 1.92 TB as RAID 1 hold as much as one of them.
    await parts.group('data').getByText('data, RAID 1').waitFor();
    await expectSoon(() => parts.group('data').innerText()).toContain('1.92 TB');
  });

  test('of 1,000 pasted rows with 37 planted errors all 37 are shown and 963 land, as one undo', async () => {
    const { page } = shared.program;
    const shell = new Shell(page);
    await shell.goTo('Fleet');
    await page.getByRole('link', { name: 'Grid', exact: true }).click();
    const grid = new GridPage(page, 'Computes');

    await grid.paste(sheet());
    await expectSoon(() => grid.problemEntries.count()).toBe(PLANTED_ERRORS);
    await expectSoon(() => grid.write.innerText()).toBe('Write 963 good rows');
    await expectSoon(() => grid.write.isEnabled()).toBe(true);
    await grid.write.click();

    await shell
      .notice(/^Saved: /)
      .last()
      .waitFor();
    await expectSoon(() => grid.tally.innerText()).toContain('37 rows to write, 37 with problems');
    expect(namesIn(file, 'compute', 'name:pasted-*')).toHaveLength(PASTED_ROWS - PLANTED_ERRORS);

    await shell.undo.click();
    await shell.notice(/^Undo/).waitFor();
    expect(namesIn(file, 'compute', 'name:pasted-*')).toEqual([]);
  });
});
