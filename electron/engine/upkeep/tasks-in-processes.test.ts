import { join } from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { createWorkspaceFile } from '../../db/create.ts';
import { refusalOf } from '../../testing/failures.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { serveTask } from './serve-task.ts';
import type { TaskPort } from './task-port.ts';
import { tasksInProcesses } from './tasks-in-processes.ts';

/** A port of Node as those that Electron gives the engine and its children. */
function asTaskPort(port: MessagePort): TaskPort {
  onTestFinished(() => port.close());
  return {
    on: (event, listener) => port.on(event, (data: unknown) => (event === 'message' ? listener({ data }) : listener())),
    postMessage: (message) => port.postMessage(message),
    start: () => port.start(),
    close: () => port.close(),
  };
}

/** Channels whose far ends are served here, as by processes; `closings` resolve as each is closed. */
function served() {
  const closings: Promise<void>[] = [];
  const start = async () => {
    const { port1, port2 } = new MessageChannel();
    closings.push(new Promise((resolve) => port2.once('close', () => resolve())));
    serveTask(asTaskPort(port2));
    return asTaskPort(port1);
  };
  return { runner: tasksInProcesses(start), closings };
}

function emptyWorkspace(): { file: string; folder: string } {
  const folder = temporaryFolder();
  const file = join(folder, 'Hall.rackwright');
  createWorkspaceFile(file);
  return { file, folder: join(folder, 'backups') };
}

test('a task is done at the other end of a channel, which is closed when it has answered', async () => {
  const { runner, closings } = served();
  const { file, folder } = emptyWorkspace();
  expect(await runner.run('scrub', { file })).toMatchObject({ sound: true, changes: 0, rows: 1 });
  expect(await runner.run('backup', { file, folder, reason: 'by hand' })).toMatchObject({ made: true });
  expect(await runner.run('backup', { file, folder, reason: 'by hand' })).toMatchObject({ made: false });
  expect(await Promise.all(closings)).toHaveLength(3);
});

test('a refusal arrives as its sentence', async () => {
  const { runner } = served();
  const { file } = emptyWorkspace();
  expect((await refusalOf(runner.run('scrub', { file: `${file}-gone` }))).code).toBe('E_WORKSPACE_READONLY');
});

test('a comparison that is asked to stop ends early, and leaves the file to itself', async () => {
  const { runner } = served();
  const { client, session, file } = temporaryWorkspace();
  await client.workspace.addSample();
  await session.settled();
  const ended = runner.run('scrub', { file });
  await runner.stop();
  expect(await ended).toBeNull();
  expect(session.workspace.writer?.pragma('wal_checkpoint(TRUNCATE)')).toMatchObject([{ busy: 0 }]);
});

test('a process that dies before it answers is told of', async () => {
  const runner = tasksInProcesses(async () => {
    const { port1, port2 } = new MessageChannel();
    port2.once('message', () => port2.close());
    return asTaskPort(port1);
  });
  const { file } = emptyWorkspace();
  const refusal = await refusalOf(runner.run('scrub', { file }));
  expect(refusal).toMatchObject({ code: 'E_UNAVAILABLE', message: 'The work was ended early.' });
});
