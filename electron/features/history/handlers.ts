import { implement } from '@orpc/server';
import { fail } from '../../../shared/contract/failure.ts';
import { historyContract, topicsContract, type TopicEvent } from '../../../shared/contract/history.ts';
import { nextRedo, nextUndo, redoGroup, revertGroup, undoGroup } from '../../db/undo.ts';
import { verifyChangeLog } from '../../db/verify.ts';
import type { EngineContext } from '../../session/context.ts';
import { entriesOfGroup, entriesOfObject, groups } from './repository.ts';
import { streamOf } from '../../session/topic-stream.ts';

const os = implement(historyContract).$context<EngineContext>();

export const historyHandlers = {
  groups: os.groups.handler(({ input, context }) => groups(context.session().read, input.before, input.limit)),
  group: os.group.handler(({ input, context }) => entriesOfGroup(context.session().read, input.id)),
  object: os.object.handler(({ input, context }) =>
    entriesOfObject(context.session().read, input.id, input.before, input.limit),
  ),
  next: os.next.handler(({ context }) => {
    const { read } = context.session();
    return { undo: nextUndo(read), redo: nextRedo(read) };
  }),
  undo: os.undo.handler(async ({ context }) => {
    const session = context.session();
    const step = nextUndo(session.read) ?? fail('E_NOTHING_TO_UNDO', 'There is nothing to undo.');
    const label = `Undo: ${step.label}`;
    return (await session.write({ kind: 'undo', label, target: step.id }, (write) => undoGroup(write, step.id)))
      .receipt;
  }),
  redo: os.redo.handler(async ({ context }) => {
    const session = context.session();
    const step = nextRedo(session.read) ?? fail('E_NOTHING_TO_REDO', 'There is nothing to redo.');
    const label = `Redo: ${step.label}`;
    return (await session.write({ kind: 'redo', label, target: step.id }, (write) => redoGroup(write, step.id)))
      .receipt;
  }),
  revert: os.revert.handler(async ({ input, context }) => {
    const session = context.session();
    const found = groups(session.read, input.id + 1, 1)[0];
    const label = `Revert: ${found?.label ?? input.id}`;
    return (await session.write({ kind: 'revert', label, target: input.id }, (write) => revertGroup(write, input.id)))
      .receipt;
  }),
  verify: os.verify.handler(({ input, context }) => verifyChangeLog(context.session().read, input.head)),
};

const topicsOs = implement(topicsContract).$context<EngineContext>();

export const topicsHandlers = {
  subscribe: topicsOs.subscribe.handler(({ context, signal }) =>
    streamOf<TopicEvent>((emit) => context.session().subscribe((event) => emit(event)), signal),
  ),
};
