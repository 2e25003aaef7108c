import { setTimeout } from 'node:timers/promises';
import { FailureError } from '../../shared/contract/failure.ts';
import type { WriteReceipt } from '../../shared/contract/noun.ts';
import type { TopicEvent } from '../../shared/contract/history.ts';
import type { GroupHeader } from '../db/change-log.ts';
import type { ReadDatabase } from '../db/connection.ts';
import { openWorkspace, type OpenOptions, type OpenWorkspace } from '../db/workspace.ts';
import type { Deriver, WriteContext } from '../db/write-context.ts';
import { Writer, type Committed } from '../db/writer.ts';
import { Background, type CatchUp } from './background.ts';
import type { NounRules } from './noun-rules.ts';
import { IdleCheckpoint } from './idle-checkpoint.ts';
import type { PlannerColumns } from '../planner/columns.ts';
import type { AuditState } from '../../shared/rules/audit/session-state.ts';

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
  readonly #listeners = new Set<(event: TopicEvent) => void>();

  constructor(file: string, options: OpenOptions, operator: string, parts: SessionParts) {
    this.workspace = openWorkspace(file, options);
    this.operator = operator;
    this.rules = parts.rules;
    this.#planner = parts.planner;
    this.audits = parts.audits;
    const { writer } = this.workspace;
    this.#writer = writer
      ? new Writer(writer, [...parts.derivers, parts.planner, parts.audits], (committed) => this.#publish(committed))
      : null;
    this.#checkpoint = writer ? new IdleCheckpoint(writer, () => this.#writer?.idle() ?? Promise.resolve()) : null;
    this.#background = this.#writer ? new Background(this.#writer, parts.catchUps, () => this.#caughtUp()) : null;
    this.#background?.wake(this.workspace.reader);
  }

  get read(): ReadDatabase {
    if (this.#closed) refuseClosed();
    return this.workspace.reader;
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
        this.workspace.refusal ?? { code: 'E_WORKSPACE_READONLY', message: 'The workspace can only be read.' },
      );
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
    this.workspace.close();
  }

  #publish(committed: Committed): void {
    this.#checkpoint?.note();
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
