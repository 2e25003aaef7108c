import { findRow, typedRow } from '../../db/typed-row.ts';
import type { NounDefinition } from '../../../shared/domain/noun.ts';
import { ExpectedIndex } from '../../../shared/rules/audit/expected-index.ts';
import { AuditState } from '../../../shared/rules/audit/session-state.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { StoredRecord } from '../../db/record-codec.ts';
import type { AuditStates } from '../../session/session.ts';
import { observationsOfSession, racksOfSession } from './repository.ts';

/** Frozen lists may be large: past this many devices in all of them, the oldest are read again when needed. */
const DEVICES_AT_MOST = 400_000;

/**
 * The states of the audits in use. A new observation is added to its audit at once, so that the next line of a burst knows it;
 * anything else that happens to one, a rolled-back command included, makes its audit be read again.
 */
export class SessionAudits implements AuditStates {
  readonly #lists = new Map<string, ExpectedIndex>();
  readonly #states = new Map<string, AuditState>();
  /** Audits that the command under way has written to. */
  readonly #touched = new Set<string>();

  state(database: ReadDatabase, sessionId: string): AuditState {
    const known = this.#states.get(sessionId);
    if (known) return known;
    const audit = findRow(database, 'auditSession', sessionId);
    const state = new AuditState(this.#list(database, sessionId), audit?.level);
    for (const seen of observationsOfSession(database, sessionId)) state.observe(seen);
    this.#states.set(sessionId, state);
    return state;
  }

  changed({ noun }: NounDefinition, before: StoredRecord | null, after: StoredRecord | null): void {
    if (noun !== 'observation' && noun !== 'auditRack') return;
    const sessionId = String((after ?? before)?.['sessionId']);
    this.#touched.add(sessionId);
    if (noun === 'auditRack') this.#lists.delete(sessionId);
    const state = this.#states.get(sessionId);
    const added = noun === 'observation' && before === null && after !== null && isNewest(state, after);
    if (added) state?.observe(typedRow('observation', after));
    else this.#states.delete(sessionId);
  }

  flush(): void {
    this.#touched.clear();
  }

  forget(): void {
    for (const sessionId of this.#touched) {
      this.#states.delete(sessionId);
      this.#lists.delete(sessionId);
    }
    this.#touched.clear();
  }

  #list(database: ReadDatabase, sessionId: string): ExpectedIndex {
    const known = this.#lists.get(sessionId);
    if (known) return known;
    const list = new ExpectedIndex(racksOfSession(database, sessionId));
    this.#lists.set(sessionId, list);
    this.#makeRoom(sessionId);
    return list;
  }

  #makeRoom(wanted: string): void {
    let devices = [...this.#lists.values()].reduce((sum, { size }) => sum + size, 0);
    for (const [sessionId, { size }] of this.#lists) {
      if (devices <= DEVICES_AT_MOST) return;
      if (sessionId === wanted) continue;
      devices -= size;
      this.#lists.delete(sessionId);
      this.#states.delete(sessionId);
    }
  }
}

/** An undo may bring back an observation from between others; then the order is read anew. */
function isNewest(state: AuditState | undefined, { id }: StoredRecord): boolean {
  const last = state?.observations.at(-1);
  return last === undefined || last.id < id;
}
