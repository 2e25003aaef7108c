// Goal: the guide's keyboard map is the program's own.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { fromRoot } from '../../scripts/paths.mjs';
import { gatherKeys, keyboardPage } from '../fixtures/keyboard-map.ts';
import { shareProgram } from '../fixtures/programs.ts';
import { makeSampleWorkspace } from '../fixtures/workspaces.ts';

const shared = shareProgram((home) => makeSampleWorkspace(home.file('sample.rackwright')));

test('no key means two things wherever it may be pressed', async () => {
  const lines = await gatherKeys(shared.program.page);
  const everywhere = lines.filter(({ group }) => group === 'General' || group === 'Go to').map(({ keys }) => keys);
  expect(everywhere.filter((keys, index) => everywhere.indexOf(keys) !== index)).toEqual([]);
});

test('docs/guide/keyboard.md is what ? shows; "npm run guide" writes it anew', async () => {
  const page = readFileSync(fromRoot('docs', 'guide', 'keyboard.md'), 'utf8');
  expect(page).toBe(keyboardPage(await gatherKeys(shared.program.page)));
});
