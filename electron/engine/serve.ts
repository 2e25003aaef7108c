import { RPCHandler } from '@orpc/server/message-port';
import type {
  EngineLog,
  EngineNews,
  EnginePort,
  EngineReply,
  EngineRequest,
  UpkeepPort,
  UpkeepRequest,
} from '../../shared/contract/engine-control.ts';
import { runCommand } from './control.ts';
import { failureInterceptor, failureOf } from './failures.ts';
import { router } from './router.ts';
import type { TaskPort } from './upkeep/task-port.ts';
import { tasksInProcesses } from './upkeep/tasks-in-processes.ts';
import { SessionHolder } from '../session/session.ts';

/** The part of Electron's parentPort that the engine uses; it imports nothing else of Electron. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown; ports: EnginePortEnd[] }) => void): void;
  postMessage(message: unknown): void;
}

interface EnginePortEnd extends TaskPort {
  postMessage(message: unknown, transfer?: unknown[]): void;
}

const parent = (process as unknown as { parentPort: ParentPort }).parentPort;
const holder = new SessionHolder();
const context = { session: () => holder.require(), backupFolder: '' };
const log = (line: string) => parent.postMessage({ log: line } satisfies EngineLog);
const upkeepProcesses = new Map<number, (port: TaskPort) => void>();
let lastUpkeep = 0;

/** Main alone forks processes. */
function startUpkeepProcess(): Promise<TaskPort> {
  lastUpkeep += 1;
  const upkeep = lastUpkeep;
  return new Promise((resolve) => {
    upkeepProcesses.set(upkeep, resolve);
    parent.postMessage({ upkeep } satisfies UpkeepRequest);
  });
}

const surroundings = {
  runner: tasksInProcesses(startUpkeepProcess),
  news: (news: EngineNews) => parent.postMessage(news),
  log,
};
const handler = new RPCHandler(router, { clientInterceptors: [failureInterceptor(log)] });

/** What comes with a port: a window's, or that of a process for long work. */
function takePort(message: EnginePort | UpkeepPort, port: EnginePortEnd): void {
  if ('upkeep' in message) {
    upkeepProcesses.get(message.upkeep)?.(port);
    upkeepProcesses.delete(message.upkeep);
    return;
  }
  handler.upgrade(port, { context });
  port.start();
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
  if (port) takePort(data as EnginePort | UpkeepPort, port);
  else void answer(data as EngineRequest).then((reply) => parent.postMessage(reply));
});
