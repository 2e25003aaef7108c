// A start that nothing holds up: no Playwright, only a port that is first spoken to when what is measured is over.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

import { electronExecutable } from '../../scripts/electron-path.mjs';
import type { HomeFolder } from '../fixtures/home-folder.ts';
import { programEnvironment } from '../fixtures/launch.ts';

/** The mark that a page sets once it has painted what a person waits for (renderer/ui/DataTable.tsx, bench/bare). */
const PAINTED_MARK = 'list-painted';

/** Whoever speaks to the page earlier slows what is measured. */
const LEFT_ALONE_MS = 3_500;

export interface PlainStart {
  readonly pid: number;
  /** From the start of the process to the painted page, in milliseconds; to be asked when all else is measured. */
  paintedAfterMs(): Promise<number>;
  end(): Promise<void>;
}

/** Starts the program in `folder` and leaves it alone until its page is painted. */
export async function plainStart(folder: string, home: HomeFolder, words: readonly string[]): Promise<PlainStart> {
  const startedAt = Date.now();
  const child = spawn(
    electronExecutable(),
    ['--remote-debugging-port=0', folder, `--user-data-dir=${home.userData}`, ...words],
    { cwd: home.documents, env: programEnvironment(home), stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const address = await debuggerAddress(child.stderr);
  await sleep(LEFT_ALONE_MS);
  const paintedAfterMs = async () => {
    const mark = `performance.getEntriesByName('${PAINTED_MARK}')[0].startTime`;
    return (await evaluate(address, `performance.timeOrigin + ${mark}`)) - startedAt;
  };
  const end = async () => {
    child.kill();
    await ended;
  };
  return { pid: child.pid ?? 0, paintedAfterMs, end };
}

async function debuggerAddress(stderr: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: stderr })) {
    const [, address] = /DevTools listening on ws:\/\/([^/]+)/.exec(line) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error('The program ended before it listened.');
}

/** Evaluates an expression in the program's page. @returns the number it is */
async function evaluate(address: string, expression: string): Promise<number> {
  const targets = (await (await fetch(`http://${address}/json/list`)).json()) as {
    type: string;
    webSocketDebuggerUrl: string;
  }[];
  const page = targets.find(({ type }) => type === 'page');
  if (!page) throw new Error('The program shows no page.');
  const socket = new WebSocket(page.webSocketDebuggerUrl);
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
  const answer = new Promise<string>((resolve) => {
    socket.addEventListener('message', ({ data }) => resolve(String(data)), { once: true });
  });
  socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression } }));
  const { result } = JSON.parse(await answer) as { result: { result: { value?: number; description?: string } } };
  socket.close();
  const { value, description } = result.result;
  if (typeof value !== 'number') throw new Error(`The page answered: ${description ?? 'nothing'}`);
  return value;
}
