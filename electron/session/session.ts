import { setTimeout } from 'node:timers/promises';
import { FailureError, type Failure } from '../../shared/contract/failure.ts';
import type { ScrubReport } from '../../shared/contract/damage.ts';
import type { WriteReceipt } from '../../shared/contract/noun.ts';
import type { TopicEvent } from '../../shared/contract/history.ts';
import type { GroupHeader } from '../db/change-log.ts';
import type { ReadDatabase, WriteDatabase } from '../db/connection.ts';
import { openWorkspace, type OpenOptions, type OpenWorkspace, type WorkspaceMode } from '../db/workspace.ts';
import type { Deriver, WriteContext } from '../db/write-context.ts';
import { Writer, type Committed } from '../db/writer.ts';
import { Background, type CatchUp } from './background.ts';
import type { NounRules } from './noun-rules.ts';
import { IdleCheckpoint } from './idle-checkpoint.ts';
import type { PlannerColumns } from '../planner/columns.ts';
import type { AuditState } from '../../shared/rules/audit/session-state.ts';
import type { Upkeep } from './upkeep.ts';

/** The planner's columns, kept current by the changes it is told of. */
export interface FleetColumns extends Deriver {
  columns(database: ReadDatabase): PlannerColumns;
  /** Brings the columns up to date after a commit. */
  commit(database: ReadDatabase): void;
}

/** What each audit of the workspace has come to, kept current by the observations it is told of. */
export interface AuditStates extends Deriver {
  /** Of an audit that is there; loaded when first asked for. */
  state(database: ReadDatabase, sessionId: string): AuditState;
}

type Header = Omit<GroupHeader, 'actor'>;

export interface SessionParts {
  readonly derivers: readonly Deriver[];
  readonly planner: FleetColumns;
  readonly audits: AuditStates;
  readonly rules: NounRules;
  readonly catchUps: readonly CatchUp[];
  /** Makes everything that is derived again from the rows. */
  readonly mend: (database: WriteDatabase) => void;
}

/** Whether the workspace can be written just now, and if not, why. */
export interface SessionState {
  readonly mode: WorkspaceMode;
  readonly refusal: Failure | null;
}

/** One open workspace with its command queue: what handlers work on. */
export class Session {
  readonly workspace: OpenWorkspace;
  readonly rules: NounRules;
  readonly audits: AuditStates;
  /** Who writes; kept in every change. */
  operator: string;
  readonly #writer: Writer | null;
  readonly #checkpoint: IdleCheckpoint | null;
  readonly #background: Background | null;
  readonly #planner: FleetColumns;
  #closed = false;
  readonly #mend: (database: WriteDatabase) => void;
  #state: SessionState;
  /** What the last comparison with the history found; null: there was none yet. */
  scrubReport: ScrubReport | null = null;
  /** Set by whoever keeps the workspace safe beside the work. */
  upkeep: Upkeep | null = null;
  /** Told when the workspace can no longer be written. */
  stateChanged: ((state: SessionState) => void) | null = null;
  readonly #listeners = new Set<(event: TopicEvent) => void>();

  constructor(file: string, options: OpenOptions, operator: string, parts: SessionParts) {
    this.workspace = openWorkspace(file, options);
    this.operator = operator;
    this.rules = parts.rules;
    this.#planner = parts.planner;
    this.#mend = parts.mend;
    this.audits = parts.audits;
    const { writer, mode, refusal } = this.workspace;
    this.#state = { mode, refusal };
    const events = {
      committed: (committed: Committed) => this.#publish(committed),
      stopped: (failure: Failure) => this.#stopped({ mode: 'readonly', refusal: failure }),
    };
    try {
      this.#writer = writer ? new Writer(writer, [...parts.derivers, parts.planner, parts.audits], events) : null;
      this.#checkpoint =
        writer && this.#writer ? new IdleCheckpoint(writer, this.#writer, () => this.upkeep?.giveWay()) : null;
      this.#background = this.#writer ? new Background(this.#writer, parts.catchUps, () => this.#caughtUp()) : null;
      this.#background?.wake(this.workspace.reader);
    } catch (error) {
      // Without a session nobody could ever let go of the lock.
      this.workspace.close();
      throw error;
    }
  }

  get state(): SessionState {
    return this.#state;
  }

  get read(): ReadDatabase {
    this.requireOpen();
    return this.workspace.reader;
  }

  /** For work that goes on in turns: refuses once the workspace is closed. */
  requireOpen(): void {
    if (this.#closed) refuseClosed();
  }

  /** The planner's columns as of the last commit. */
  plannerColumns(): PlannerColumns {
    return this.#planner.columns(this.read);
  }

  /**
   * Runs a command as one change group and answers its result with the receipt that undo and history know it by. A header
   * that depends on what is there is given as a function: it is called when the commands before have ended.
   */
  async write<Result>(
    header: Header | (() => Header),
    action: (context: WriteContext) => Result | Promise<Result>,
  ): Promise<{ result: Result; receipt: WriteReceipt }> {
    if (this.#closed) refuseClosed();
    if (!this.#writer)
      throw new FailureError(
        this.#state.refusal ?? { code: 'E_WORKSPACE_READONLY', message: 'The workspace can only be read.' },
      );
    // A header that is made when its turn comes is an undo or redo, never an import.
    if (typeof header !== 'function' && header.kind === 'import') await this.upkeep?.beforeImport();
    const { result, committed } = await this.#writer.run(
      () => ({ ...(typeof header === 'function' ? header() : header), actor: this.operator }),
      action,
    );
    return { result, receipt: { groupId: committed.groupId, label: committed.label } };
  }

  /** Tells `listener` of every commit, and of the search index when it has caught up, until the answered function is called. */
  subscribe(listener: (event: TopicEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Resolves when what is derived after commits (the search index) has caught up, at the latest after `within` ms. */
  async settled(within = Infinity): Promise<void> {
    const settled = this.#background?.settled();
    if (within === Infinity) return settled;
    const enough = new AbortController();
    await Promise.race([settled, setTimeout(within, null, { signal: enough.signal }).catch(() => null)]);
    enough.abort();
  }

  /** Takes no more commands, waits for the given ones, then closes; the file is then the only one left. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#background?.stop();
    await this.#writer?.idle();
    this.#checkpoint?.stop();
    try {
      await this.upkeep?.close();
    } finally {
      this.workspace.close();
    }
  }

  /** Takes note of a comparison with the history. Where something is damaged, nothing more is written. */
  noteScrub(report: ScrubReport): void {
    this.scrubReport = report;
    if (this.#closed) return;
    if (report.sound) {
      if (report.damageCount > 0) this.#mendDerived();
      return;
    }
    const first = report.damage.find(({ part }) => part !== 'derived');
    const others = report.damageCount - 1;
    const more = others === 0 ? '' : ` ${others === 1 ? 'One more thing is' : `${others} more things are`} damaged.`;
    const refusal: Failure = {
      code: 'E_WORKSPACE_CORRUPT',
      message: `The workspace file is damaged, so nothing more is written into it. ${first?.message ?? ''}${more}`,
    };
    this.#writer?.stop(new FailureError(refusal));
    this.#stopped({ mode: 'corrupt', refusal });
  }

  /** What is made from the rows is made again from them; a disk that refuses tells whoever writes next. */
  #mendDerived(): void {
    this.#writer?.derive(this.#mend).catch(() => undefined);
  }

  #stopped(state: SessionState): void {
    if (this.#state.mode === 'corrupt') return;
    this.#state = state;
    this.stateChanged?.(state);
  }

  #publish(committed: Committed): void {
    this.#checkpoint?.note();
    this.upkeep?.changed();
    // Committed is committed: whoever is told of it cannot make a refusal of it.
    this.#planner.commit(this.workspace.reader);
    const event = { nouns: [...committed.nouns], groupId: committed.groupId ?? 0 };
    this.#background?.wake(this.workspace.reader);
    this.#tell(event);
  }

  #caughtUp(): void {
    this.#checkpoint?.note();
    this.#tell({ nouns: ['search'], groupId: 0 });
  }

  #tell(event: TopicEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

function refuseClosed(): never {
  throw new FailureError({ code: 'E_NO_WORKSPACE', message: 'The workspace was closed.' });
}

/** Holds the session of the workspace that main has chosen, if any. */
export class SessionHolder {
  current: Session | null = null;

  require(): Session {
    if (!this.current) throw new FailureError({ code: 'E_NO_WORKSPACE', message: 'No workspace is open.' });
    return this.current;
  }
}
