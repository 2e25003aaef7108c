import { expect, test } from 'vitest';

import { runTool } from './processes.mjs';

/** The files of a layer's program, its own, its packages' and the compiler's libraries. */
async function programFiles(project: string): Promise<readonly string[]> {
  const { output } = await runTool('tsc', ['-p', project, '--listFilesOnly'], { quiet: true });
  return output.split('\n');
}

// A type that leaks into a layer makes code compile there that cannot run there.
test.each([
  { project: 'shared', foreign: ['/@types/node/index.d.ts', '/lib.dom.d.ts', '/@types/react/index.d.ts'] },
  { project: 'electron', foreign: ['/lib.dom.d.ts', '/@types/react/index.d.ts'] },
  { project: 'renderer', foreign: ['/@types/node/index.d.ts', '/electron/electron.d.ts'] },
])('$project compiles without what its layer lacks', async ({ project, foreign }) => {
  const files = await programFiles(project);
  expect(files.some((file) => file.includes(`/${project}/`))).toBe(true);
  expect(files.filter((file) => foreign.some((ending) => file.endsWith(ending)))).toEqual([]);
});
