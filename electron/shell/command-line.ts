import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const CLI_FILE = join(import.meta.dirname, 'cli.js');

/** Chromium chooses its display before any script runs, so that only a switch of the start itself can choose none. */
const WITHOUT_DISPLAY = ['--ozone-platform=headless', '--disable-gpu', '--log-level=3'];

/** The words after `--cli`, or null for a start with a window. */
export function commandLineWords(argv: readonly string[]): readonly string[] | null {
  const at = argv.indexOf('--cli');
  return at < 0 ? null : argv.slice(at + 1);
}

/** Runs one command without a window, a display or a second program, and ends with its exit code. */
export async function runCommandLine(words: readonly string[]): Promise<void> {
  if (process.platform === 'linux' && app.commandLine.getSwitchValue('ozone-platform') !== 'headless') {
    startWithoutDisplay();
    return;
  }
  process.argv = [process.execPath, CLI_FILE, ...words];
  // The installed program cannot run as plain Node: the command line's own entry is loaded here, as Node would load it.
  await import(pathToFileURL(CLI_FILE).href);
  await Promise.all([written(process.stdout), written(process.stderr)]);
  app.exit(Number(process.exitCode ?? 0));
}

function startWithoutDisplay(): void {
  const { status } = spawnSync(process.execPath, [...WITHOUT_DISPLAY, ...process.argv.slice(1)], { stdio: 'inherit' });
  app.exit(status ?? 1);
}

/** Writing to a pipe goes on after the call; ending sooner would cut the answer. */
function written(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()));
}
