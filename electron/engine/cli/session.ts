import { resolve } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { ORPCError } from '@orpc/contract';
import { FailureError, fail, type Failure } from '../../../shared/contract/failure.ts';
import { backupFolderOf, defaultBackupRoot } from '../../backup-folder.ts';
import { openSession } from '../compose.ts';
import { FAILURE_CODE, failureInterceptor } from '../failures.ts';
import { router } from '../router.ts';
import { briefUpkeep } from '../upkeep/brief-upkeep.ts';
import type { Session } from '../../session/session.ts';
import type { CliOptions } from './options.ts';
import { systemUser } from '../../system-user.ts';

/** The contract's channels, called in this process: no window, no port, the same parsing and the same failures. */
export function clientOf(session: Session) {
  const context = { session: () => session, backupFolder: '' };
  const log = (line: string) => process.stderr.write(`${line}\n`);
  return createRouterClient(router, {
    context,
    interceptors: [failureInterceptor(process.env['RACKWRIGHT_DEBUG'] ? log : () => undefined)],
  });
}

export type CliClient = ReturnType<typeof clientOf>;

/** Opens the workspace named by --workspace for the time of `use`; failures leave as FailureError. */
export async function withWorkspace<Result>(
  options: CliOptions,
  write: boolean,
  use: (client: CliClient, session: Session) => Promise<Result>,
): Promise<Result> {
  if (!options.workspace) fail('E_REQUIRED', 'Name the workspace with --workspace FILE.');
  const file = resolve(options.workspace);
  const backupFolder = backupFolderOf(defaultBackupRoot(), file);
  const session = openSession(file, { backupFolder, write }, options.operator ?? systemUser());
  session.upkeep = briefUpkeep(session.workspace.file, backupFolder);
  try {
    return await use(clientOf(session), session);
  } catch (error) {
    if (error instanceof ORPCError && error.code === FAILURE_CODE) throw new FailureError(error.data as Failure);
    throw error;
  } finally {
    // Nobody waits for this process later: what it wrote is to be found by the next.
    await session.settled();
    await session.close();
  }
}
