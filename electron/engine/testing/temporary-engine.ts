import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ORPCError } from '@orpc/contract';
import type { Failure } from '../../../shared/contract/failure.ts';
import { createWorkspaceFile } from '../../db/create.ts';
import type { Session } from '../../session/session.ts';
import { clientOf, type CliClient } from '../cli/session.ts';
import { openSession } from '../compose.ts';

export interface TemporaryEngine {
  readonly client: CliClient;
  readonly session: Session;
  /** Closes the workspace and removes its folder. */
  close(): Promise<void>;
}

/** An empty workspace in a folder of its own, driven through the contract as window and command line do. */
export function temporaryEngine(): TemporaryEngine {
  const folder = mkdtempSync(join(tmpdir(), 'rackwright-test-'));
  const file = join(folder, 'test.rackwright');
  createWorkspaceFile(file);
  const session = openSession(file, { backupFolder: join(folder, 'backups'), write: true }, 'tester');
  return {
    client: clientOf(session),
    session,
    close: async () => {
      await session.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The failure that a call is refused with; throws when it is not refused. */
export async function refusalOf(call: Promise<unknown>): Promise<Failure> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ORPCError) return error.data as Failure;
    throw error;
  }
  throw new Error('The call was expected to be refused.');
}
