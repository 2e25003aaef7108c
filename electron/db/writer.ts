import { FailureError } from '../../shared/contract/failure.ts';
import { ChangeLog, type GroupHeader } from './change-log.ts';
import type { WriteDatabase } from './connection.ts';
import { ObjectNames } from './object-names.ts';
import { storageFailure } from './sqlite-failure.ts';
import { WriteStatements } from './statements.ts';
import { WriteContext, type Deriver } from './write-context.ts';

export interface Committed {
  /** Null when the command had nothing to change. */
  readonly groupId: number | null;
  readonly label: string;
  readonly changed: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Runs commands one after another, each in one transaction that is all or nothing. */
export class Writer {
  readonly #database: WriteDatabase;
  readonly #statements: WriteStatements;
  readonly #names: ObjectNames;
  readonly #log: ChangeLog;
  readonly #derivers: readonly Deriver[];
  readonly #committed: (committed: Committed) => void;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(database: WriteDatabase, derivers: readonly Deriver[], committed: (committed: Committed) => void) {
    this.#database = database;
    this.#statements = new WriteStatements(database);
    this.#names = new ObjectNames(database);
    this.#log = new ChangeLog(database);
    this.#derivers = derivers;
    this.#committed = committed;
  }

  /**
   * Waits for earlier commands, then runs `action` in a transaction. A long action may await (to report progress or to
   * notice a cancel); readers go on seeing the state before it.
   */
  run<Result>(
    header: GroupHeader,
    action: (context: WriteContext) => Result | Promise<Result>,
  ): Promise<{ result: Result; committed: Committed }> {
    const turn = this.#queue.then(() => this.#transaction(header, action));
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** Resolves when every command given so far has ended. */
  async idle(): Promise<void> {
    await this.#queue;
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
      for (const deriver of this.#derivers) deriver.flush(this.#database);
      groupId = this.#log.entries > 0 ? this.#log.openGroup : null;
      this.#database.exec('COMMIT');
      this.#log.commit();
    } catch (error) {
      this.#rollBack();
      throw refusal(error);
    }
    const committed = { groupId, label: header.label, changed: context.changed };
    if (groupId !== null) this.#committed(committed);
    return { result, committed };
  }

  #rollBack(): void {
    if (this.#database.inTransaction) this.#database.exec('ROLLBACK');
    this.#log.rollback();
    for (const deriver of this.#derivers) deriver.forget();
  }
}

function refusal(error: unknown): unknown {
  if (error instanceof FailureError) return error;
  if (error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY') {
    const message = 'Other rows refer to what would be removed, or what is referred to is not there.';
    return new FailureError({ code: 'E_IN_USE', message });
  }
  return storageFailure(error) ?? error;
}
