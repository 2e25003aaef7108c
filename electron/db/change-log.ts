import type { NounDefinition } from '../../shared/domain/noun.ts';
import type { WriteDatabase } from './connection.ts';
import { CHAIN_START, entryHash, groupText, type ChainGroup } from './hash-chain.ts';

export type GroupKind = 'edit' | 'import' | 'undo' | 'redo' | 'revert';

export interface GroupHeader {
  readonly label: string;
  readonly kind: GroupKind;
  readonly actor: string;
  readonly target?: number;
}

export interface OpenGroup {
  readonly id: number;
  readonly actor: string;
  readonly kind: GroupKind;
}

export interface LogMark {
  readonly seq: number;
  readonly head: Buffer;
  readonly entries: number;
}

const COLUMNS = ['seq', 'group_id', 'noun', 'object_id', 'before', 'after', 'hash'] as const;

/** Entries are written so many at a time: a statement for each costs half as much again. */
const AT_ONCE = 16;

function insertOf(database: WriteDatabase, entries: number) {
  const places = `(${COLUMNS.map(() => '?').join(', ')})`;
  const rows = Array.from({ length: entries }, () => places).join(', ');
  return database.prepare<[readonly unknown[]]>(`INSERT INTO change (${COLUMNS.join(', ')}) VALUES ${rows}`);
}

/** Appends entries to the hash-chained log. One group is open at a time, inside the writer's transaction. */
export class ChangeLog {
  readonly #insertGroup;
  readonly #insertEntry;
  readonly #insertEntries;
  readonly #discard;
  readonly #nextGroup;
  #seq = 0;
  #head: Buffer = CHAIN_START;
  #committed: { seq: number; head: Buffer };
  #group: (ChainGroup & { readonly kind: GroupKind }) | null = null;
  #groupText = '';
  #entries = 0;
  /** The values of entries that are not written yet. */
  #held: unknown[] = [];

  constructor(database: WriteDatabase) {
    const last = database
      .prepare<[], { seq: number; hash: Buffer }>('SELECT seq, hash FROM change ORDER BY seq DESC LIMIT 1')
      .get();
    if (last) [this.#seq, this.#head] = [last.seq, last.hash];
    this.#committed = { seq: this.#seq, head: this.#head };
    this.#insertGroup = database.prepare(
      "INSERT INTO change_group (id, at, actor, kind, label, target, first_seq, status) VALUES (?, ?, ?, ?, ?, ?, ?, 'done')",
    );
    this.#insertEntry = insertOf(database, 1);
    this.#insertEntries = insertOf(database, AT_ONCE);
    this.#discard = database.prepare("UPDATE change_group SET status = 'discarded' WHERE status = 'undone'");
    this.#nextGroup = database.prepare<[], { id: number }>('SELECT ifnull(max(id), 0) + 1 AS id FROM change_group');
  }

  get head(): string {
    return this.#head.toString('hex');
  }

  get openGroup(): number {
    return this.#group?.id ?? 0;
  }

  /** Who writes, and in what kind of command. */
  get author(): OpenGroup {
    const group = this.#group;
    if (!group) throw new Error('Nothing is written just now.');
    return { id: group.id, actor: group.actor, kind: group.kind };
  }

  get entries(): number {
    return this.#entries;
  }

  begin(header: GroupHeader, at: Date): void {
    const id = this.#nextGroup.get()?.id ?? 1;
    const { kind, target = null } = header;
    // SQLite stores half a surrogate pair (a cut emoji) as another character; what is hashed must be what is stored.
    const [actor, label] = [header.actor.toWellFormed(), header.label.toWellFormed()];
    this.#group = { id, at: at.toISOString(), actor, kind, label, target };
    this.#groupText = groupText(this.#group);
    this.#entries = 0;
  }

  append(
    definition: NounDefinition,
    objectId: string,
    before: Record<string, unknown> | null,
    after: Record<string, unknown> | null,
  ): void {
    const group = this.#group;
    if (!group) throw new Error('A change was written outside a group.');
    if (this.#entries === 0) this.#writeGroup(group);
    this.#seq += 1;
    this.#entries += 1;
    const beforeText = before ? JSON.stringify(before) : null;
    const afterText = after ? JSON.stringify(after) : null;
    const entry = { seq: this.#seq, noun: definition.noun, objectId, before: beforeText, after: afterText };
    this.#head = entryHash(this.#head, this.#groupText, entry);
    this.#held.push(this.#seq, group.id, definition.noun, objectId, beforeText, afterText, this.#head);
    if (this.#held.length === AT_ONCE * COLUMNS.length) {
      this.#insertEntries.run(this.#held);
      this.#held = [];
    }
  }

  /** Writes what is held back. Call before the commit, and before anything that may read the log. */
  flush(): void {
    for (let from = 0; from < this.#held.length; from += COLUMNS.length)
      this.#insertEntry.run(this.#held.slice(from, from + COLUMNS.length));
    this.#held = [];
  }

  /** Where the log stands, for `rewind`; what came before is written, so that a savepoint after this keeps it. */
  mark(): LogMark {
    this.flush();
    return { seq: this.#seq, head: this.#head, entries: this.#entries };
  }

  /** Call after rolling back to a savepoint: forgets the entries since the mark. */
  rewind(mark: LogMark): void {
    [this.#seq, this.#head, this.#entries] = [mark.seq, mark.head, mark.entries];
    this.#held = [];
  }

  /** Call after the commit. */
  commit(): void {
    this.#committed = { seq: this.#seq, head: this.#head };
    this.#group = null;
  }

  /** Call after a rollback: the log is where the last commit left it. */
  rollback(): void {
    [this.#seq, this.#head] = [this.#committed.seq, this.#committed.head];
    this.#group = null;
    this.#held = [];
  }

  #writeGroup(group: ChainGroup): void {
    // A new edit ends the redo line; undo and redo themselves keep it.
    if (group.kind !== 'undo' && group.kind !== 'redo') this.#discard.run();
    this.#insertGroup.run(group.id, group.at, group.actor, group.kind, group.label, group.target, this.#seq + 1);
  }
}
