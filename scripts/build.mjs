// npm run build: main, engine, command line, preload and window into out/. `ensureBuild` builds only what is stale.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { fromRoot } from './paths.mjs';
import { runTool } from './processes.mjs';

const SOURCES = ['shared', 'electron', 'renderer', 'assets', 'package.json', 'electron.vite.config.ts'];

/** One product of each of the three builds. */
const PRODUCTS = ['out/main/cli.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];

/** Builds everything. @param {import('./processes.mjs').RunOptions} [options] */
export function runBuild(options) {
  return runTool('electron-vite', ['build'], options);
}

/**
 * Builds everything.
 * @param {{ quiet?: boolean }} [options] quiet: show the output only when the build fails
 * @throws when the build fails
 */
export async function build({ quiet = false } = {}) {
  const { exitCode, output } = await runBuild({ quiet });
  if (exitCode === 0) return;
  if (quiet) console.error(output);
  throw new Error('The build failed.');
}

/** Builds if a source is newer than a product, or a product is missing. @param {{ quiet?: boolean }} [options] */
export async function ensureBuild(options) {
  if (isStale()) await build(options);
}

function isStale() {
  try {
    const builtAt = Math.min(...PRODUCTS.map((product) => statSync(fromRoot(product)).mtimeMs));
    return newestChange(SOURCES.map((source) => fromRoot(source))) > builtAt;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return true;
    throw error;
  }
}

/** @param {string[]} paths @returns {number} the latest change below them, in milliseconds since 1970 */
function newestChange(paths) {
  return Math.max(
    ...paths.map((path) => {
      const { mtimeMs } = statSync(path);
      if (!statSync(path).isDirectory()) return mtimeMs;
      return Math.max(mtimeMs, newestChange(readdirSync(path).map((name) => join(path, name))));
    }),
  );
}

if (process.argv[1] === import.meta.filename) {
  try {
    await build();
  } catch {
    // electron-vite has said what is wrong.
    process.exitCode = 1;
  }
}
