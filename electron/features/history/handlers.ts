import { implement } from '@orpc/server';
import { fail } from '../../../shared/contract/failure.ts';
import {
  historyContract,
  topicsContract,
  type GroupsQuestion,
  type TopicEvent,
} from '../../../shared/contract/history.ts';
import type { WriteReceipt } from '../../../shared/contract/noun.ts';
import { foldText } from '../../../shared/rules/query/text-match.ts';
import { redoStep, revertGroup, undoStep } from '../../db/undo.ts';
import { nextRedo, nextUndo, type UndoStep } from '../../db/undo-steps.ts';
import { verifyChangeLog } from '../../db/verify.ts';
import type { EngineContext } from '../../session/context.ts';
import type { Session } from '../../session/session.ts';
import { actors, entriesOfGroup, entriesOfObject, EVERYTHING, groups, type GroupFilter } from './repository.ts';
import { restoreField, restoreHeader, restoreObject } from './restore.ts';
import { revertGuard } from './service.ts';
import { streamOf } from '../../session/topic-stream.ts';

const os = implement(historyContract).$context<EngineContext>();

export const historyHandlers = {
  groups: os.groups.handler(({ input, context }) => groups(context.session().read, filterOf(input), input.limit)),
  group: os.group.handler(({ input, context }) => entriesOfGroup(context.session().read, input.id)),
  object: os.object.handler(({ input, context }) =>
    entriesOfObject(context.session().read, input.id, input.before, input.limit),
  ),
  next: os.next.handler(({ context }) => {
    const { read } = context.session();
    return { undo: named(nextUndo(read)), redo: named(nextRedo(read)) };
  }),
  undo: os.undo.handler(async ({ context }) => {
    const session = context.session();
    return stepBack(
      session,
      'undo',
      () => nextUndo(session.read) ?? fail('E_NOTHING_TO_UNDO', 'There is nothing to undo.'),
    );
  }),
  redo: os.redo.handler(async ({ context }) => {
    const session = context.session();
    return stepBack(
      session,
      'redo',
      () => nextRedo(session.read) ?? fail('E_NOTHING_TO_REDO', 'There is nothing to redo.'),
    );
  }),
  revert: os.revert.handler(async ({ input, context }) => {
    const session = context.session();
    const found = groups(session.read, { ...EVERYTHING, before: input.id + 1 }, 1)[0];
    const label = `Revert: ${found?.label ?? input.id}`;
    return (
      await session.write({ kind: 'revert', label, target: input.id }, (write) =>
        revertGroup(write, input.id, revertGuard(session.rules)),
      )
    ).receipt;
  }),
  restoreField: os.restoreField.handler(async ({ input: { seq, field }, context }) => {
    const session = context.session();
    const header = { kind: 'revert', ...restoreHeader(session.read, seq, field) } as const;
    return (await session.write(header, (write) => restoreField(write, session.rules, seq, field))).receipt;
  }),
  restoreObject: os.restoreObject.handler(async ({ input: { seq }, context }) => {
    const session = context.session();
    const header = { kind: 'revert', ...restoreHeader(session.read, seq, null) } as const;
    return (await session.write(header, (write) => restoreObject(write, session.rules, seq))).receipt;
  }),
  actors: os.actors.handler(({ context }) => actors(context.session().read)),
  verify: os.verify.handler(({ input, context }) => verifyChangeLog(context.session().read, input.head)),
};

function filterOf(input: GroupsQuestion): GroupFilter {
  return {
    before: input.before ?? EVERYTHING.before,
    text: foldText(input.text.trim()),
    actor: input.actor ?? null,
    kind: input.kind ?? null,
    noun: input.noun ?? null,
    from: utc(input.from),
    to: utc(input.to),
  };
}

function utc(moment: string | undefined): string | null {
  return moment === undefined ? null : new Date(moment).toISOString();
}

const STEPS = {
  undo: { word: 'Undo', apply: undoStep },
  redo: { word: 'Redo', apply: redoStep },
} as const;

function named(step: UndoStep | null) {
  return step && { id: step.id, label: step.label };
}

/** Which step it is, is decided when the commands before have ended: two quick undos take back two steps. */
async function stepBack(session: Session, kind: 'undo' | 'redo', next: () => UndoStep): Promise<WriteReceipt> {
  const { word, apply } = STEPS[kind];
  let step: UndoStep | undefined;
  const { receipt } = await session.write(
    () => {
      step = next();
      return { kind, label: `${word}: ${step.label}`, target: step.first };
    },
    (write) => step && apply(write, step),
  );
  return receipt;
}

const topicsOs = implement(topicsContract).$context<EngineContext>();

export const topicsHandlers = {
  subscribe: topicsOs.subscribe.handler(({ context, signal }) =>
    streamOf<TopicEvent>((emit) => context.session().subscribe((event) => emit(event)), signal),
  ),
};
