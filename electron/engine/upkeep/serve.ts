import { constants, setPriority } from 'node:os';
import type { TaskPort } from './task-port.ts';
import { serveTask } from './serve-task.ts';

/** The part of Electron's parentPort that is used; nothing else of Electron is imported. */
interface ParentPort {
  once(event: 'message', listener: (event: { ports: TaskPort[] }) => void): void;
}

// Whoever works in the window comes first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

(process as unknown as { parentPort: ParentPort }).parentPort.once('message', ({ ports: [port] }) => {
  if (!port) return;
  // Whoever asked has the answer, or is gone.
  port.on('close', () => process.exit());
  serveTask(port);
});
