// npm install strips `gypfile: false` from the lockfile; without it npm 10 compiles better-sqlite3, which ships its
// binaries and needs no compiler. Download addresses are stripped too, so that any registry serves the lockfile.
// Run it after every npm install that changes a dependency: npm run lockfile:restore.
import { readFileSync, writeFileSync } from 'node:fs';

import { fromRoot } from './paths.mjs';

const lockfilePath = fromRoot('package-lock.json');
const lockfile = JSON.parse(readFileSync(lockfilePath, 'utf8'));

for (const entry of Object.values(lockfile.packages)) {
  delete entry.resolved;
  delete entry.funding;
}
lockfile.packages['node_modules/better-sqlite3'].gypfile = false;

writeFileSync(lockfilePath, `${JSON.stringify(lockfile, null, 2)}\n`);
console.log('package-lock.json: no download addresses, better-sqlite3 is not compiled.');
