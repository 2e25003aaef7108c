import { join } from 'node:path';
import { RPCHandler } from '@orpc/server/message-port';
import type {
  EngineLog,
  EngineNews,
  EnginePort,
  EngineReply,
  EngineRequest,
} from '../../shared/contract/engine-control.ts';
import { runCommand } from './control.ts';
import { failureInterceptor, failureOf } from './failures.ts';
import { router } from './router.ts';
import { tasksInThreads } from './upkeep/task-runner.ts';
import { SessionHolder } from '../session/session.ts';

/** The part of Electron's parentPort that the engine uses; it imports nothing else of Electron. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown; ports: EnginePortEnd[] }) => void): void;
  postMessage(message: unknown): void;
}

interface EnginePortEnd {
  on(event: string, listener: (event?: { data: unknown }) => void): void;
  postMessage(message: unknown, transfer?: unknown[]): void;
  start(): void;
}

const parent = (process as unknown as { parentPort: ParentPort }).parentPort;
const holder = new SessionHolder();
const context = { session: () => holder.require(), backupFolder: '' };
const log = (line: string) => parent.postMessage({ log: line } satisfies EngineLog);
const surroundings = {
  runner: tasksInThreads(join(import.meta.dirname, 'upkeep.js')),
  news: (news: EngineNews) => parent.postMessage(news),
  log,
};
const handler = new RPCHandler(router, { clientInterceptors: [failureInterceptor(log)] });

function isPortMessage(data: unknown): data is EnginePort {
  return typeof data === 'object' && data !== null && 'port' in data;
}

async function answer({ id, command }: EngineRequest): Promise<EngineReply> {
  try {
    return { id, ok: true, value: await runCommand(holder, command, surroundings) };
  } catch (error) {
    return { id, ok: false, failure: failureOf(error, ['workspace', command.kind], command, log) };
  }
}

parent.on('message', ({ data, ports }) => {
  const [port] = ports;
  if (isPortMessage(data) && port) {
    handler.upgrade(port, { context });
    port.start();
    return;
  }
  void answer(data as EngineRequest).then((reply) => parent.postMessage(reply));
});
