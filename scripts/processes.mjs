import { spawn } from 'node:child_process';

import { promiseCleanUp } from './clean-up.mjs';
import { electronAsNodeEnvironment, electronExecutable } from './electron-path.mjs';
import { fromRoot, repositoryRoot } from './paths.mjs';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] the repository's root unless given
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [quiet] keep the output instead of showing it
 *
 * @typedef {{ exitCode: number, output: string }} RunOutcome `output` is empty unless the run was quiet
 */

/** The entry script of each tool that runs in the system's Node, which may be Debian's. */
const TOOL_SCRIPTS = {
  'electron-vite': 'node_modules/electron-vite/bin/electron-vite.js',
  'electron-builder': 'node_modules/electron-builder/cli.js',
  oxlint: 'node_modules/oxlint/bin/oxlint',
  oxfmt: 'node_modules/oxfmt/bin/oxfmt',
  tsc: 'node_modules/typescript/bin/tsc',
};

/**
 * Runs a command to its end. A command that cannot be started counts as exit code 127.
 * @param {string} command
 * @param {string[]} commandArguments
 * @param {RunOptions} [options]
 * @returns {Promise<RunOutcome>}
 */
export function run(command, commandArguments, { cwd = repositoryRoot, env = process.env, quiet = false } = {}) {
  return new Promise((resolvePromise) => {
    const child = spawn(command, commandArguments, { cwd, env, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
    const stop = promiseCleanUp(() => child.kill());
    let output = '';
    child.stdout?.on('data', (chunk) => (output += String(chunk)));
    child.stderr?.on('data', (chunk) => (output += String(chunk)));
    child.on('error', (error) => resolvePromise({ exitCode: 127, output: `${output}${error.message}` }));
    child.on('close', (code) => {
      stop();
      resolvePromise({ exitCode: code ?? 1, output });
    });
  });
}

/**
 * Runs a script in Electron's Node.
 * @param {string} script a path below the root
 * @param {string[]} scriptArguments
 * @param {RunOptions} [options]
 */
export function runInElectronNode(script, scriptArguments, options) {
  const env = { ...electronAsNodeEnvironment(), ...options?.env };
  return run(electronExecutable(), [fromRoot(script), ...scriptArguments], { ...options, env });
}

/**
 * @param {keyof typeof TOOL_SCRIPTS} tool
 * @param {string[]} toolArguments
 * @param {RunOptions} [options]
 */
export function runTool(tool, toolArguments, options) {
  return run(process.execPath, [fromRoot(TOOL_SCRIPTS[tool]), ...toolArguments], options);
}
