import { canonicalDnsName } from '../../../shared/domain/dns-name.ts';
import { canonicalDnsType } from '../../../shared/domain/dns-record.ts';

/** A name and type whose values are looked up before one is recorded. */
export interface RecordPlace {
  readonly name: string;
  readonly type: string;
  /** Null: the zone on record that the name lies in. */
  readonly zone: string | null;
}

/** The place that is typed, in its one form; null while name or type is none yet. */
export function placeOf(name: string, type: string, zone: string): RecordPlace | null {
  const own = zone.trim() === '' ? null : canonicalDnsName(zone);
  const full = name.trim() === '@' ? own : canonicalDnsName(name);
  const known = canonicalDnsType(type);
  return full === null || known === null || name.trim() === '' ? null : { name: full, type: known, zone: own };
}

/** A record on the same name, type and zone. */
export interface PresentRecord {
  readonly id: string;
  readonly value: string;
}

/** The answer that adds a value beside those that are there. */
export const FURTHER = 'further';

/** What becomes of the values that are there: one is replaced (its id), or a further one is added (`FURTHER`). */
export type RecordChoice = string | null;

/** What is proposed: the only value is replaced; of several the person says which. */
export function proposedChoice(present: readonly PresentRecord[]): RecordChoice {
  return present.length === 1 ? (present[0]?.id ?? null) : null;
}

export interface ChoiceInput {
  readonly oldValue?: string;
  readonly further?: boolean;
}

/** What `dns.upsert` takes for the choice; null: it is not made yet. */
export function choiceInput(present: readonly PresentRecord[], choice: RecordChoice): ChoiceInput | null {
  if (present.length === 0) return {};
  if (choice === FURTHER) return { further: true };
  const replaced = present.find(({ id }) => id === choice);
  return replaced ? { oldValue: replaced.value } : null;
}

/** Whether the value of a record is that of its linked address: an address record says it, a PTR record is named after it. */
export function followsLink(type: string, linkedId: string): boolean {
  return linkedId !== '' && canonicalDnsType(type) !== 'PTR';
}
