import { GROUP_KINDS, type ChangeGroup } from '../../../shared/contract/history.ts';
import { findNoun, NOUN_LIST } from '../../../shared/domain/nouns.ts';
import { dayIn, dayStart } from '../../ui/days.ts';

type Query = Readonly<Record<string, string>>;

/** What of the history is shown; it lies in the address, so Back and reload keep it. Empty: any. */
export interface HistoryFilter {
  readonly text: string;
  readonly actor: string;
  readonly kind: ChangeGroup['kind'] | '';
  readonly noun: string;
  /** Days of this person's calendar, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
}

export function historyFilterIn(query: Query): HistoryFilter {
  return {
    text: query['q'] ?? '',
    actor: query['by'] ?? '',
    kind: GROUP_KINDS.find((kind) => kind === query['kind']) ?? '',
    noun: findNoun(query['noun'] ?? '') ? (query['noun'] ?? '') : '',
    from: dayIn(query['from']),
    to: dayIn(query['to']),
  };
}

export function isHistoryFiltered(filter: HistoryFilter): boolean {
  return Object.values(filter).some((value: string) => value.trim() !== '');
}

/** The question to the engine: days become the moments at which they begin and end here. */
export function groupsInput({ text, actor, kind, noun, from, to }: HistoryFilter) {
  return {
    text: text.trim().slice(0, 200),
    ...(actor === '' ? {} : { actor }),
    ...(kind === '' ? {} : { kind }),
    ...(noun === '' ? {} : { noun }),
    ...(from === '' ? {} : { from: dayStart(from, 0) }),
    ...(to === '' ? {} : { to: dayStart(to, 1) }),
  };
}

/** Every noun by its label, for choosing one. */
export const NOUN_CHOICES = NOUN_LIST.map(({ noun, plural }) => ({ value: noun, label: plural })).toSorted(
  (one, other) => one.label.localeCompare(other.label),
);
