import type { partContract, PartPlace } from '../../../shared/contract/part.ts';
import type { InferContractRouterOutputs } from '@orpc/contract';
import { PART_STATUSES, type PartStatus } from '../../../shared/domain/part.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { findRecord } from '../../db/statements.ts';
import { assignmentNow, changesOf, lastNameOf, type LoggedChange } from './timeline-repository.ts';

export type TimelineEvent = InferContractRouterOutputs<typeof partContract>['timeline']['events'][number];

type State = Record<string, unknown>;

interface Step {
  readonly change: LoggedChange;
  readonly state: State | null;
}

/** The row after each of its changes, oldest first. A row older than the log is wound back from what it is now. */
function statesOf(changes: readonly LoggedChange[], present: State | undefined): Step[] {
  let state: State | null = null;
  if (changes[0]?.before) {
    state = { ...present };
    for (const { before } of changes.toReversed()) state = { ...state, ...before };
  }
  return changes.map((change) => {
    state = change.after === null ? null : { ...state, ...change.after };
    return { change, state };
  });
}

/** An assignment as it was at entry `seq`; for rows older than the log, as it is. */
function assignmentAt(database: ReadDatabase, id: string, seq: number): State {
  const present = assignmentNow(database, id);
  const states = statesOf(changesOf(database, id), present);
  const known = states.findLast(({ change, state }) => change.seq <= seq && state !== null);
  return known?.state ?? states.find(({ state }) => state !== null)?.state ?? present ?? {};
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function placeAt(database: ReadDatabase, part: State, seq: number): PartPlace {
  const status = (part['status'] ?? 'spare') as PartStatus;
  const label = PART_STATUSES.find(({ value }) => value === status)?.label ?? status;
  const assignmentId = textOrNull(part['componentAssignmentId']);
  const spareShelfId = textOrNull(part['spareShelfId']);
  if (status === 'spare') {
    const text = `${(spareShelfId && lastNameOf(database, spareShelfId)) ?? 'a shelf'} (spare)`;
    return { status, computeId: null, slot: null, spareShelfId, text };
  }
  if (assignmentId === null) return { status, computeId: null, slot: null, spareShelfId: null, text: label };
  const assignment = assignmentAt(database, assignmentId, seq);
  const computeId = textOrNull(assignment['computeId']);
  const slot = textOrNull(part['slot']) ?? (assignment['quantity'] === 1 ? textOrNull(assignment['slot']) : null);
  const name = (computeId && lastNameOf(database, computeId)) ?? 'a compute';
  return { status, computeId, slot, spareShelfId: null, text: slot ? `${name}, slot ${slot}` : name };
}

function partEvent(database: ReadDatabase, { change, state }: Step): TimelineEvent {
  const { seq, at, actor, label } = change;
  if (state === null) return { seq, at, actor, label, event: 'removed', place: null, text: 'Deleted from the record.' };
  const place = placeAt(database, state, seq);
  if (change.before === null)
    return { seq, at, actor, label, event: 'recorded', place, text: `Recorded in ${place.text}.` };
  const moved = ['status', 'componentAssignmentId', 'spareShelfId', 'slot'].some((key) => key in (change.after ?? {}));
  const keys = Object.keys(change.after ?? {}).join(', ');
  const text = moved ? `Moved to ${place.text}.` : `Changed: ${keys}.`;
  return { seq, at, actor, label, event: moved ? 'moved' : 'edited', place, text };
}

/** What happened to the assignment while the part was in it: it failed, was repaired, or went to another compute. */
function assignmentEvents(database: ReadDatabase, id: string, from: number, to: number, part: State): TimelineEvent[] {
  return statesOf(changesOf(database, id), assignmentNow(database, id)).flatMap(({ change, state }) => {
    if (change.seq <= from || change.seq >= to || change.before === null || state === null) return [];
    const { seq, at, actor, label } = change;
    const place = placeAt(database, part, seq);
    const failed = change.after?.['failed'];
    const events: TimelineEvent[] = [];
    if (typeof failed === 'boolean') {
      const event = failed ? 'failed' : 'repaired';
      events.push({
        seq,
        at,
        actor,
        label,
        event,
        place,
        text: `Marked as ${failed ? 'failed' : 'working'} in ${place.text}.`,
      });
    }
    if ('computeId' in (change.after ?? {}))
      events.push({ seq, at, actor, label, event: 'moved', place, text: `Moved to ${place.text}.` });
    return events;
  });
}

/** One event per command and kind of news: several entries of one group are one move. */
function merged(events: readonly (TimelineEvent & { groupId: number })[]): TimelineEvent[] {
  const kept: (TimelineEvent & { groupId: number })[] = [];
  for (const event of events) {
    const previous = kept.at(-1);
    const sameMove = previous?.groupId === event.groupId && event.event === 'moved' && previous.event !== 'failed';
    if (sameMove) {
      const recorded = previous.event === 'recorded';
      const text = recorded ? `Recorded in ${event.place?.text ?? ''}.` : event.text;
      kept[kept.length - 1] = { ...event, event: recorded ? 'recorded' : 'moved', text };
    } else kept.push(event);
  }
  return kept.map(({ groupId: _groupId, ...event }) => event);
}

/** The life of a unit across machines, read from the change log; a part older than the log has its later events only. */
export function timelineOf(database: ReadDatabase, partId: string): TimelineEvent[] {
  const present = findRecord(database, definitionOf('part'), partId);
  const states = statesOf(changesOf(database, partId), present);
  const groups = new Map<number, number>();
  const events = states.flatMap((step, index) => {
    groups.set(step.change.seq, step.change.groupId);
    const until = states[index + 1]?.change.seq ?? Number.POSITIVE_INFINITY;
    const assignmentId = textOrNull(step.state?.['componentAssignmentId']);
    const inside =
      assignmentId === null || step.state === null
        ? []
        : assignmentEvents(database, assignmentId, step.change.seq, until, step.state);
    return [partEvent(database, step), ...inside];
  });
  return merged(events.map((event) => ({ ...event, groupId: groups.get(event.seq) ?? event.seq })));
}
