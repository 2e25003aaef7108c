import type { NounDefinition } from '../../../shared/domain/noun.ts';
import type { Observation } from '../../../shared/domain/observation.ts';
import { ExpectedIndex } from '../../../shared/rules/audit/expected-index.ts';
import { AuditState } from '../../../shared/rules/audit/session-state.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { StoredRecord } from '../../db/record-codec.ts';
import type { AuditStates } from '../../session/session.ts';
import { observationsOfSession, racksOfSession } from './repository.ts';

/** Frozen lists are large; who walks two halls at once keeps two. */
const KEPT_AT_MOST = 3;

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
    const state = new AuditState(this.#list(database, sessionId));
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
    if (added) state?.observe(after as unknown as Observation);
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
    for (const old of [...this.#lists.keys()].slice(0, Math.max(0, this.#lists.size - KEPT_AT_MOST + 1))) {
      this.#lists.delete(old);
      this.#states.delete(old);
    }
    const list = new ExpectedIndex(racksOfSession(database, sessionId));
    this.#lists.set(sessionId, list);
    return list;
  }
}

/** An undo may bring back an observation from between others; then the order is read anew. */
function isNewest(state: AuditState | undefined, { id }: StoredRecord): boolean {
  const last = state?.observations.at(-1);
  return last === undefined || last.id < id;
}
