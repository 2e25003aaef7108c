import { rmSync } from 'node:fs';
import { build } from 'vite';
import { expect, test } from 'vitest';

import { fromRoot } from '../../scripts/paths.mjs';
import { makeHomeFolder } from '../fixtures/home-folder.ts';
import { launchRackwright, startProgram } from '../fixtures/launch.ts';
import { rw } from '../fixtures/command-line.ts';

const CALLS = 10_000;

/** The oRPC client as one script for the window, which the page's own policy would not load. */
async function windowClient(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: fromRoot('e2e', 'measure', 'window-client.ts'), formats: ['iife'], name: 'measure' },
    },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  const [chunk] = bundle && 'output' in bundle ? bundle.output : [];
  return chunk && 'code' in chunk ? chunk.code : '';
}

async function bareCall(): Promise<number> {
  const home = makeHomeFolder();
  const app = await startProgram(fromRoot('bench', 'bare'), home, []);
  const page = await app.firstWindow();
  const mean = await page.evaluate(async (calls) => {
    const { bare } = globalThis as unknown as { bare: { next(): Promise<unknown> } };
    for (let call = 0; call < 500; call += 1) await bare.next();
    const start = performance.now();
    for (let call = 0; call < calls; call += 1) await bare.next();
    return (performance.now() - start) / calls;
  }, CALLS);
  await app.close();
  rmSync(home.home, { recursive: true, force: true });
  return mean;
}

async function contractCall(): Promise<number> {
  const home = makeHomeFolder();
  const file = home.file('call.rackwright');
  rw('workspace', 'create', file);
  const program = await launchRackwright({ home, file });
  await program.page.getByText('No computes yet').waitFor();
  const script = await windowClient();
  const mean = await program.page.evaluate(`${script}; measure.meanContractCall(${CALLS})`);
  await program.quit();
  home.remove();
  return Number(mean);
}

test('a small contract call against a bare ipcRenderer.invoke', async () => {
  const rounds = [];
  for (let round = 0; round < 3; round += 1) rounds.push({ bare: await bareCall(), contract: await contractCall() });
  const best = rounds.toSorted((left, right) => left.contract / left.bare - right.contract / right.bare)[1] ?? {
    bare: 1,
    contract: 0,
  };
  console.log(`Small contract call, mean of ${CALLS}, median of 3 rounds (goal ≤ 2×)`);
  console.log(`| bare invoke ms | contract call ms | ratio |\n| --- | --- | --- |`);
  console.log(`| ${best.bare.toFixed(4)} | ${best.contract.toFixed(4)} | ${(best.contract / best.bare).toFixed(2)} |`);
  expect(best.contract).toBeGreaterThan(0);
});
