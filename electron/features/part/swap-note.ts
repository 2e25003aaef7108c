import { PART_STATUSES } from '../../../shared/domain/part.ts';
import type { WriteContext } from '../../db/write-context.ts';
import { noteInJournal } from '../journal/service.ts';
import { namesOf } from '../object/reference-repository.ts';

export interface Swapped {
  readonly computeId: string;
  readonly slot: string | null;
  readonly oldComponentId: string;
  readonly newComponentId: string;
  readonly oldSerial: string | null;
  readonly newSerial: string | null;
  /** Where the old unit went: spare, rma, scrap, or another compute. */
  readonly goesTo: string;
}

/** Tells the journal of the compute what was swapped, in one sentence. */
export function noteSwap(context: WriteContext, swapped: Swapped): void {
  const { computeId, slot, oldComponentId, newComponentId, oldSerial, newSerial, goesTo } = swapped;
  const names = namesOf(context.database, [oldComponentId, newComponentId]);
  const [old, fresh] = [names[oldComponentId] ?? 'a part', names[newComponentId] ?? 'a part'];
  const what = old === fresh ? old : `${old} for ${fresh}`;
  const where = slot === null ? '' : ` in ${slot}`;
  const status = PART_STATUSES.find(({ value }) => value === goesTo)?.label ?? 'to another compute';
  const content = `Swapped ${what}${where}: ${oldSerial ?? 'the old one'} out (${status}), ${newSerial ?? 'a new one'} in.`;
  noteInJournal(context, { objectId: computeId, category: 'hardware', content });
}
