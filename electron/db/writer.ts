import { setImmediate as nextTurn } from 'node:timers/promises';
import { FailureError, type Failure } from '../../shared/contract/failure.ts';
import { ChangeLog, type GroupHeader } from './change-log.ts';
import { withImportCache, type WriteDatabase } from './connection.ts';
import { ObjectNames } from './object-names.ts';
import { storageFailure } from './sqlite-failure.ts';
import { WriteStatements } from './statements.ts';
import { WriteContext, type Deriver } from './write-context.ts';

export interface Committed {
  /** Null when the command had nothing to change. */
  readonly groupId: number | null;
  readonly label: string;
  readonly nouns: readonly string[];
}

export interface WriterEvents {
  committed(committed: Committed): void;
  /** The disk failed: nothing more is written until the workspace is opened again. */
  stopped(failure: Failure): void;
}

/** Runs commands one after another, each in one transaction that is all or nothing. */
export class Writer {
  readonly #database: WriteDatabase;
  readonly #statements: WriteStatements;
  readonly #names: ObjectNames;
  readonly #log: ChangeLog;
  readonly #derivers: readonly Deriver[];
  readonly #events: WriterEvents;
  #queue: Promise<unknown> = Promise.resolve();
  /** Set when the disk failed, or the file was found damaged: nothing more is acknowledged. */
  #broken: FailureError | null = null;

  constructor(database: WriteDatabase, derivers: readonly Deriver[], events: WriterEvents) {
    this.#database = database;
    this.#statements = new WriteStatements(database);
    this.#names = new ObjectNames(database);
    this.#log = new ChangeLog(database);
    this.#derivers = derivers;
    this.#events = events;
  }

  /**
   * Waits for earlier commands, then runs `action` in a transaction. A long action may await (to report progress or to
   * notice a cancel); readers go on seeing the state before it. A header that depends on what is there is given as a
   * function, called when the turn comes.
   */
  run<Result>(
    header: GroupHeader | (() => GroupHeader),
    action: (context: WriteContext) => Result | Promise<Result>,
  ): Promise<{ result: Result; committed: Committed }> {
    return this.#enqueue(() => {
      const known = this.#headerOf(header);
      const transaction = () => this.#transaction(known, action);
      return known.kind === 'import' ? withImportCache(this.#database, transaction) : transaction();
    });
  }

  /** Waits for earlier commands, then writes what is made from the rows and can be made again: the log need not know. */
  derive<Result>(action: (database: WriteDatabase) => Result): Promise<Result> {
    return this.#enqueue(async () => {
      // Whoever waits for the command before is answered first.
      await nextTurn();
      return this.#derivation(action);
    });
  }

  /** Resolves when every command given so far has ended. */
  async idle(): Promise<void> {
    await this.#queue;
  }

  /** Refuses every command from now on, the one under way included. */
  stop(failure: FailureError): void {
    this.#broken ??= failure;
  }

  /** Takes note of an error of the disk outside a command. */
  noteDiskError(error: unknown): void {
    if (!isDiskError(error) || this.#broken) return;
    this.#broken = brokenDisk();
    this.#events.stopped(this.#broken.failure);
  }

  #enqueue<Result>(action: () => Result | Promise<Result>): Promise<Result> {
    const turn = this.#queue.then(action);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  #headerOf(given: GroupHeader | (() => GroupHeader)): GroupHeader {
    this.#refuseIfStopped();
    try {
      return typeof given === 'function' ? given() : given;
    } catch (error) {
      throw this.#rollBack(error);
    }
  }

  async #transaction<Result>(
    header: GroupHeader,
    action: (context: WriteContext) => Result | Promise<Result>,
  ): Promise<{ result: Result; committed: Committed }> {
    const parts = {
      database: this.#database,
      statements: this.#statements,
      names: this.#names,
      log: this.#log,
      derivers: this.#derivers,
    };
    const context = new WriteContext(parts);
    let result: Result;
    let groupId: number | null;
    try {
      this.#database.exec('BEGIN IMMEDIATE');
      this.#log.begin(header, new Date());
      const answer = action(context);
      result = answer instanceof Promise ? await answer : answer;
      for (const deriver of this.#derivers) deriver.flush(context);
      this.#log.flush();
      groupId = this.#log.entries > 0 ? this.#log.openGroup : null;
      this.#refuseIfStopped();
      this.#database.exec('COMMIT');
      this.#log.commit();
    } catch (error) {
      this.#log.rollback();
      for (const deriver of this.#derivers) deriver.forget();
      throw this.#rollBack(error);
    }
    const committed = { groupId, label: header.label, nouns: [...context.changedNouns] };
    if (groupId !== null) this.#events.committed(committed);
    return { result, committed };
  }

  #derivation<Result>(action: (database: WriteDatabase) => Result): Result {
    this.#refuseIfStopped();
    try {
      this.#database.exec('BEGIN IMMEDIATE');
      const result = action(this.#database);
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      throw this.#rollBack(error);
    }
  }

  #refuseIfStopped(): void {
    if (this.#broken) throw this.#broken;
  }

  /** Takes the transaction back; answers what to tell of the error. */
  #rollBack(error: unknown): unknown {
    this.noteDiskError(error);
    try {
      if (this.#database.inTransaction) this.#database.exec('ROLLBACK');
    } catch (failure) {
      this.noteDiskError(failure);
    }
    return refusal(error);
  }
}

function isDiskError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_IOERR');
}

function brokenDisk(): FailureError {
  const message =
    'The disk reported an error, so nothing more is written. Check the disk, then open the workspace again.';
  return new FailureError({ code: 'E_WORKSPACE_READONLY', message, details: { openAgain: true } });
}

function refusal(error: unknown): unknown {
  if (error instanceof FailureError) return error;
  if (error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY') {
    const message = 'Other rows refer to what would be removed, or what is referred to is not there.';
    return new FailureError({ code: 'E_IN_USE', message });
  }
  return storageFailure(error) ?? error;
}
