// Goal: a pallet arrives: forty servers with twenty-four DIMMs each are on record within five minutes, by keyboard and
// scanner alone.
import { expect, test } from 'vitest';

import { accessibilityViolations } from '../fixtures/axe.ts';
import { callChannel } from '../fixtures/command-line.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { shareProgram } from '../fixtures/programs.ts';
import { takeScreenshot } from '../fixtures/screenshots.ts';
import { makeWorkspace, namesIn } from '../fixtures/workspaces.ts';
import { Shell } from '../pages/shell.ts';
import { StockPage } from '../pages/stock-page.ts';

const MACHINES = 40;
const DIMMS = 24;
const FIVE_MINUTES_MS = 5 * 60_000;

interface Made {
  readonly id: string;
}

let file = '';
const shared = shareProgram((home) => {
  file = makeWorkspace(home.file('delivery.rackwright'));
  const create = (noun: string, record: Readonly<Record<string, unknown>>) =>
    callChannel<Made>(file, `${noun}.create`, { record }).id;
  const cpu = create('component', { type: 'cpu', manufacturer: 'Intel', model: 'Xeon 6430', specs: { cores: 32 } });
  const dimm = create('component', { type: 'ram', manufacturer: 'Samsung', model: 'M321', specs: { capacity_gb: 32 } });
  create('deviceType', {
    manufacturer: 'Acme',
    model: 'R24',
    build: [
      { componentId: cpu, quantity: 2 },
      { componentId: dimm, quantity: DIMMS },
    ],
  });
  const siteId = create('site', { name: 'FRA' });
  const roomId = create('room', { name: 'Hall 1', siteId });
  create('rack', { name: 'A1', roomId, heightU: 47 });
  return file;
});

function codes(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${1000 + index}`);
}

test('forty servers with 24 DIMMs each are registered in under five minutes by keyboard and scanner', async () => {
  const { page } = shared.program;
  const shell = new Shell(page);
  const stock = new StockPage(page);
  const started = performance.now();

  await page.keyboard.press('ControlOrMeta+9');
  await stock.show('Intake');
  await stock.choose(stock.deviceType, 'Acme R24');
  await stock.names.focus();
  await page.keyboard.type('srv[001-040]');
  await stock.addTag.press('Enter');
  await stock.tag(1, 'key').focus();
  await page.keyboard.type('batch');
  await stock.tag(1, 'value').focus();
  await page.keyboard.type('2026-11');
  // Processors have no serial numbers to scan.
  await stock.scannedPart('2 × Intel Xeon 6430').press('Space');
  await stock.scan(stock.machineSerials, codes('SN', MACHINES));
  await stock.scan(stock.machineAssetTags, codes('AT', MACHINES));
  await stock.scan(stock.partSerials, codes('D', MACHINES * DIMMS));
  await stock.addRack.press('Enter');
  await stock.choose(stock.rackField('Rack'), 'A1');
  await stock.rackField('Machines').focus();
  await page.keyboard.type(String(MACHINES));
  await stock.preview.getByText('40 machines, nothing in the way').waitFor();
  await expectSoon(() => stock.register.isEnabled()).toBe(true);
  await takeScreenshot(page, 'screenshots', 'stock-intake-filled');
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.keyboard.press('ControlOrMeta+Enter');
  await shell.notice('Saved: Register 40 × Acme R24').waitFor();

  const took = performance.now() - started;
  console.log(`40 servers with 960 DIMMs: ${(took / 1000).toFixed(0)} s, 1,040 scans by the scanner among them`);
  expect(took).toBeLessThan(FIVE_MINUTES_MS);
  expect(namesIn(file, 'compute')).toHaveLength(MACHINES);
  expect(callChannel<{ total: number }>(file, 'part.list', { limit: 1 }).total).toBe(MACHINES * DIMMS);
  const last = callChannel<{ record: Record<string, unknown>; tags: unknown; derived: Record<string, unknown> }>(
    file,
    'compute.get',
    { ref: 'srv040' },
  );
  expect(last.record).toMatchObject({ serial: 'SN1039', assetTag: 'AT1039' });
  expect(last.tags).toEqual({ batch: '2026-11' });
  expect(last.derived).toMatchObject({ rack: 'A1', unit: 'U40' });

  await shell.undo.click();
  await shell.notice(/^Undo/).waitFor();
  expect(namesIn(file, 'compute')).toEqual([]);
});
