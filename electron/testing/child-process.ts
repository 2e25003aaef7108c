import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

/** Starts a script of this checkout in Electron's Node, which runs TypeScript as it is. Paths are from the checkout. */
export function startScript(
  script: string,
  words: readonly string[],
  { cwd = ROOT, env = {} }: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): ChildProcess {
  const child = spawn(process.execPath, [join(cwd, script), ...words], {
    cwd,
    // Compiled once for all the scripts of a run: starting one is mostly compiling.
    env: {
      // A test's backups are nobody's: out of the way of a person's own.
      RACKWRIGHT_BACKUPS: join(ROOT, 'out', 'test-backups'),
      ...process.env,
      ...env,
      ELECTRON_RUN_AS_NODE: '1',
      NODE_COMPILE_CACHE: join(ROOT, 'out', 'compile-cache'),
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a script to its end with `input` as its standard input. */
export async function runScript(
  script: string,
  words: readonly string[],
  { input = '', cwd = ROOT }: { input?: string; cwd?: string } = {},
): Promise<Ended> {
  const child = startScript(script, words, { cwd });
  const output = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk) => (output.stdout += String(chunk)));
  child.stderr?.on('data', (chunk) => (output.stderr += String(chunk)));
  child.stdin?.end(input);
  await once(child, 'close');
  return { exitCode: child.exitCode, ...output };
}

/** The next line that a script prints, as JSON. */
export async function nextLine(child: ChildProcess): Promise<unknown> {
  if (!child.stdout) throw new Error('The script has no output.');
  const lines = createInterface({ input: child.stdout });
  const [line] = (await once(lines, 'line')) as [string];
  return JSON.parse(line);
}

export async function killed(child: ChildProcess): Promise<void> {
  const ended = once(child, 'close');
  child.kill('SIGKILL');
  await ended;
}
