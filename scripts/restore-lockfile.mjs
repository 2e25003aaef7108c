// What npm install leaves out of the lockfile, or writes and should not. Run it after every npm install that changes a
// dependency: npm run lockfile:restore.
import { readFileSync, writeFileSync } from 'node:fs';

import { fromRoot } from './paths.mjs';

/**
 * @typedef {object} LockEntry
 * @property {string} [version]
 * @property {string} [resolved]
 * @property {unknown} [funding]
 * @property {boolean} [gypfile]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 * @property {Record<string, string>} [optionalDependencies]
 */

const OPERATING_SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
/** The name a package gives a processor, and the name Node gives it. */
const PROCESSORS = {
  arm: 'arm',
  arm64: 'arm64',
  ia32: 'ia32',
  ppc64: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
  x64: 'x64',
};

const lockfilePath = fromRoot('package-lock.json');
const lockfile = /** @type {{ packages: Record<string, LockEntry> }} */ (
  JSON.parse(readFileSync(lockfilePath, 'utf8'))
);

// Download addresses go, so that any registry serves the lockfile.
for (const entry of Object.values(lockfile.packages)) {
  delete entry.resolved;
  delete entry.funding;
}

// npm 10 compiles a package with a binding.gyp unless this is said; better-sqlite3 ships its binaries.
/** @type {LockEntry} */ (lockfile.packages['node_modules/better-sqlite3']).gypfile = false;

addBinariesForOtherPlatforms(lockfile.packages);

writeFileSync(lockfilePath, `${JSON.stringify({ ...lockfile, packages: sortByKey(lockfile.packages) }, null, 2)}\n`);
console.log(
  'package-lock.json: no download addresses, better-sqlite3 is not compiled, every optional binary is listed.',
);

/**
 * npm drops an optional binary that the registry at hand does not carry, and npm 11 then refuses the lockfile. Its entry
 * needs no hash to be skipped on the platforms it is not for.
 * @param {Record<string, LockEntry>} packages
 */
function addBinariesForOtherPlatforms(packages) {
  for (const entry of Object.values(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      packages[`node_modules/${name}`] ??= { version, ...platformOf(name), dev: true, optional: true };
    }
  }
}

/** @param {string} packageName such as `@swc/core-linux-arm64-musl` @returns {LockEntry} */
function platformOf(packageName) {
  const words = packageName.split(/[-/]/);
  const os = OPERATING_SYSTEMS.filter((system) => words.includes(system));
  const cpu = Object.entries(PROCESSORS).flatMap(([word, processor]) => (words.includes(word) ? [processor] : []));
  if (os.length !== 1 || cpu.length !== 1) throw new Error(`Which platform is ${packageName} for? Add it by hand.`);
  if (os[0] !== 'linux') return { os, cpu };
  return { os, cpu, libc: [words.some((word) => word.startsWith('musl')) ? 'musl' : 'glibc'] };
}

/** @param {Record<string, LockEntry>} packages */
function sortByKey(packages) {
  return Object.fromEntries(Object.entries(packages).toSorted(([left], [right]) => left.localeCompare(right, 'en')));
}
