import type { Failure } from './failure.ts';

/** What main tells its engine over the child's own channel; windows never speak it. */
export type EngineCommand =
  | {
      readonly kind: 'open';
      readonly file: string;
      readonly write: boolean;
      readonly operator: string;
      readonly backupFolder: string;
    }
  | { readonly kind: 'create'; readonly file: string }
  | { readonly kind: 'addSample' }
  /** Answered at once by an engine that is not stuck. */
  | { readonly kind: 'ping' }
  | { readonly kind: 'close' }
  | { readonly kind: 'saveCopy'; readonly target: string }
  | { readonly kind: 'restore'; readonly backup: string; readonly file: string; readonly backupFolder: string }
  | { readonly kind: 'salvage'; readonly file: string; readonly backupFolder: string; readonly operator: string }
  | { readonly kind: 'backups'; readonly backupFolder: string }
  /** Opens every backup and checks it whole. */
  | { readonly kind: 'checkBackups'; readonly backupFolder: string }
  /** A backup of the open workspace as it is now. */
  | { readonly kind: 'backUp' }
  | { readonly kind: 'operator'; readonly operator: string };

export type EngineRequest = { readonly id: number; readonly command: EngineCommand };

export type EngineReply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly failure: Failure };

/** Hands the engine one end of a window's MessageChannel; the port itself is transferred beside it. */
export type EnginePort = { readonly port: true };

/** A line for the log file that main keeps. */
export type EngineLog = { readonly log: string };

/** Told when the open workspace can no longer be written: its disk failed, or it was found damaged. */
export type EngineNews = { readonly state: { readonly mode: 'readonly' | 'corrupt'; readonly failure: Failure } };

/** The engine asks for a process to do long work in, by a number of its own. */
export type UpkeepRequest = { readonly upkeep: number };

/** Answers such a request; the port to the new process is transferred beside it. */
export type UpkeepPort = UpkeepRequest;
