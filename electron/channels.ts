import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { CHANNELS, CONTRACT_VERSION } from '../shared/contract/channels.ts';
import { FailureError, fail, type Failure } from '../shared/contract/failure.ts';
import { fieldProblems } from '../shared/contract/field-problems.ts';
import { shellContract, type ShellAnswer, type ShellCall } from '../shared/contract/shell.ts';
import type { Engine } from './shell/engine.ts';
import { fileFailure } from './shell/file-failure.ts';
import { isOwnPage } from './shell/security.ts';
import type { ShellService } from './shell/shell-calls.ts';

/**
 * Registers every typed IPC channel of the program. Sender, frame and contract version are checked here; then a window
 * gets its port to the engine, and speaks to nothing else that reaches the data.
 */
export function registerChannels(ipcMain: IpcMain, engine: Engine, shell: ShellService): void {
  ipcMain.handle(CHANNELS.connect, (event, version: unknown) =>
    answered(event, () => {
      if (version !== CONTRACT_VERSION)
        fail(
          'E_UNAVAILABLE',
          'The window and the engine are of different versions. Close the program and open it again.',
        );
      return engine.connect(event.sender);
    }),
  );
  ipcMain.handle(CHANNELS.shell, (event, call: unknown, input: unknown) =>
    answered(event, () => {
      if (!isShellCall(call)) fail('E_NOT_FOUND', 'There is no such channel.');
      return shell[call](parsed(call, input) as never);
    }),
  );
}

function isShellCall(call: unknown): call is ShellCall {
  return typeof call === 'string' && Object.hasOwn(shellContract, call);
}

function parsed(call: ShellCall, input: unknown): unknown {
  const result = shellContract[call].input.safeParse(input);
  if (result.success) return result.data;
  const [first] = fieldProblems(null, result.error.issues, input);
  return fail('E_FORMAT', first?.message ?? 'The input is not valid.');
}

async function answered<Value>(
  event: IpcMainInvokeEvent,
  answer: () => Value | Promise<Value>,
): Promise<ShellAnswer<Value>> {
  try {
    refuseStranger(event);
    return { ok: true, value: await answer() };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

/** Only the main frame of a page of ours may call. */
function refuseStranger(event: IpcMainInvokeEvent): void {
  const frame = event.senderFrame;
  if (!frame || frame !== event.sender.mainFrame || !isOwnPage(frame.url))
    fail('E_UNAVAILABLE', 'This page may not call the program.');
}

function failureOf(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure;
  return fileFailure(error) ?? { code: 'E_INTERNAL', message: 'Something went wrong; nothing was changed.' };
}
