import type { Locator } from 'playwright';
import { build } from 'vite';
import { expect, test } from 'vitest';

import { fromRoot } from '../../scripts/paths.mjs';
import { makeHomeFolder } from '../fixtures/home-folder.ts';
import { share, tableRow as row } from './figures.ts';
import { launchRackwright, type Rackwright } from '../fixtures/launch.ts';
import { makeSampleWorkspace } from '../fixtures/workspaces.ts';

interface FrameCosts {
  readonly devices: number;
  readonly hall: readonly number[];
  readonly plain: readonly number[];
}

/** The hall's own painter as one script for the window, which the page's policy would not load. */
async function paintingScript(): Promise<string> {
  const entry = fromRoot('renderer', 'features', 'hall', 'testing', 'frame-costs.ts');
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'hall' } },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  const [chunk] = bundle && 'output' in bundle ? bundle.output : [];
  return chunk && 'code' in chunk ? chunk.code : '';
}

function frames(program: Rackwright, script: string, racks: number): Promise<FrameCosts> {
  return program.page.evaluate<FrameCosts>(`${script}; hall.frameCosts(${racks})`);
}

async function showHall({ page }: Rackwright): Promise<Locator> {
  await page.evaluate('window.location.hash = "#/racks"');
  const links = page.locator('a[href^="#/rack/"]');
  await links.first().waitFor();
  return links;
}

/** Every rack once, none of them asked for before: one after the other, or each from the hall. */
async function openings(program: Rackwright, script: string, from: 'rack' | 'hall'): Promise<readonly number[]> {
  const { page } = program;
  await page.reload();
  const links = await showHall(program);
  const hrefs = await links.evaluateAll((elements) => elements.map((element) => element.getAttribute('href') ?? ''));
  const times: number[] = [];
  for (const href of hrefs) {
    if (from === 'hall') await showHall(program);
    times.push(Number(await page.evaluate(`${script}; hall.openingTime(${JSON.stringify(href)})`)));
  }
  return times;
}

test('frames of the hall against plain rectangles, and the opening of a rack', async () => {
  const home = makeHomeFolder();
  const program = await launchRackwright({ home, file: makeSampleWorkspace(home.file('hall.rackwright')) });
  const script = await paintingScript();
  console.log(
    'Frames of the hall, 40 devices a rack, 1600 × 900, milliseconds; as many plain rectangles in the same run',
  );
  console.log(row(['racks', 'hall median', 'hall p95', 'plain median', 'plain p95', 'ratio of medians']));
  console.log(row(['---', '---', '---', '---', '---', '---']));
  for (const racks of [100, 1000]) {
    const { hall, plain, devices } = await frames(program, script, racks);
    expect(devices).toBe(racks * 40);
    const medians = [share(hall, 0.5), share(plain, 0.5)] as const;
    console.log(
      row([String(racks), medians[0], share(hall, 0.95), medians[1], share(plain, 0.95), medians[0] / medians[1]]),
    );
  }
  console.log('Opening a rack, each once, milliseconds (goal: under 50)');
  console.log(row(['from', 'racks', 'median', 'p95', 'longest']));
  console.log(row(['---', '---', '---', '---', '---']));
  for (const from of ['rack', 'hall'] as const) {
    const times = await openings(program, script, from);
    console.log(row([`the ${from}`, String(times.length), share(times, 0.5), share(times, 0.95), Math.max(...times)]));
  }
  await program.quit();
  home.remove();
});
