import type { Session } from './session.ts';

/** What every handler is given. */
export interface EngineContext {
  /** The open workspace, or a refusal with E_NO_WORKSPACE. */
  readonly session: () => Session;
  /** Folder for backups, outside any workspace's folder. */
  readonly backupFolder: string;
}
