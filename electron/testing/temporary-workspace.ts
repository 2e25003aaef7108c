import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createWorkspaceFile } from '../db/create.ts';
import { clientOf, type CliClient } from '../engine/cli/session.ts';
import { openSession } from '../engine/compose.ts';
import type { Session } from '../session/session.ts';
import { temporaryFolder, type AtTheEnd } from './temporary-folder.ts';

/** A workspace for tests, with everything that works on it; closed and gone at the end. */
export class TemporaryWorkspace {
  readonly file: string;
  readonly backupFolder: string;
  #session: Session;

  constructor(folder: string) {
    this.file = join(folder, 'Test.rackwright');
    this.backupFolder = join(folder, 'backups');
    createWorkspaceFile(this.file);
    this.#session = this.#open();
  }

  get session(): Session {
    return this.#session;
  }

  /** The contract's channels, as every window and the command line call them. */
  get client(): CliClient {
    return clientOf(this.#session);
  }

  /** Closes the workspace and opens it again, as after a restart. */
  async reopen(): Promise<void> {
    await this.#session.close();
    this.#session = this.#open();
  }

  #open(): Session {
    return openSession(this.file, { backupFolder: this.backupFolder, write: true }, 'tester');
  }
}

export function temporaryWorkspace(atTheEnd: AtTheEnd = onTestFinished): TemporaryWorkspace {
  const workspace = new TemporaryWorkspace(temporaryFolder(atTheEnd));
  atTheEnd(() => workspace.session.close());
  return workspace;
}
