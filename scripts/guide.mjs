// npm run guide: takes the pictures of docs/images and writes docs/guide/keyboard.md anew from the running program.
import { copyFileSync, readdirSync } from 'node:fs';

import { ensureBuild } from './build.mjs';
import { withVirtualDisplay } from './display.mjs';
import { fromRoot } from './paths.mjs';
import { withPlace } from './place.mjs';
import { ensureSystemPackages } from './prerequisites.mjs';
import { runVitest } from './run-vitest.mjs';

ensureSystemPackages();
await ensureBuild({ quiet: true });
const { failed } = await withPlace((place) =>
  withVirtualDisplay((display) => runVitest('guide', place, display, process.argv.slice(2))),
);
if (failed === 0) {
  for (const file of readdirSync(fromRoot('out', 'guide'))) {
    const folder = file.endsWith('.md') ? 'guide' : 'images';
    copyFileSync(fromRoot('out', 'guide', file), fromRoot('docs', folder, file));
  }
}
process.exitCode = failed === 0 ? 0 : 1;
