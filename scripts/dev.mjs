// npm run dev: the program with hot reload of the window, and a restart when main or engine change.
import { describeElectron, electronExecutable } from './electron-path.mjs';
import { ensureSystemPackages, ensureUserNamespaces, runsAsRoot } from './prerequisites.mjs';
import { runTool } from './processes.mjs';

try {
  if (runsAsRoot) throw new Error('npm run dev needs an ordinary user: Electron refuses root with its sandbox.');
  ensureSystemPackages();
  ensureUserNamespaces([]);
  console.log(describeElectron());
  // Named here, so that electron-vite does not look for one of its own.
  const env = { ...process.env, ELECTRON_EXEC_PATH: electronExecutable() };
  const { exitCode } = await runTool('electron-vite', ['dev', '--watch', ...process.argv.slice(2)], { env });
  process.exitCode = exitCode;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
