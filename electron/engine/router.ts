import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import type { FieldsOf } from '../../shared/contract/noun-contracts.ts';
import { NOUN_LIST, type NounName } from '../../shared/domain/nouns.ts';
import { computeHandlers } from '../features/compute/handlers.ts';
import { findHandlers } from '../features/find/handlers.ts';
import { historyHandlers, topicsHandlers } from '../features/history/handlers.ts';
import { importHandlers } from '../features/import/handlers.ts';
import { moveHandlers } from '../features/move/handlers.ts';
import { nounHandlers, type NounRouter } from '../features/object/handlers.ts';
import { planHandlers } from '../features/plan/handlers.ts';
import { assignmentHandlers, capacityHandlers, serviceHandlers } from '../features/plan/view-handlers.ts';
import { rackHandlers } from '../features/rack/handlers.ts';
import { workspaceHandlers } from '../features/workspace/handlers.ts';
import type { EngineContext } from '../session/context.ts';

type NounRouters = { readonly [Name in NounName]: NounRouter<FieldsOf<Name>> };

/** The ordinary channels of every noun in NOUNS. */
const nounRouters = Object.fromEntries(
  NOUN_LIST.map((definition) => [definition.noun, nounHandlers(definition)]),
) as unknown as NounRouters;

/** Every channel of the contract with the code that answers it. A channel without a handler does not compile. */
export const router = implement(contract)
  .$context<EngineContext>()
  .router({
    ...nounRouters,
    rack: { ...nounRouters.rack, ...rackHandlers, ...moveHandlers },
    compute: { ...nounRouters.compute, ...computeHandlers },
    service: { ...nounRouters.service, ...serviceHandlers },
    assignment: { ...nounRouters.assignment, ...assignmentHandlers },
    capacity: capacityHandlers,
    plan: planHandlers,
    workspace: workspaceHandlers,
    find: findHandlers,
    history: historyHandlers,
    topics: topicsHandlers,
    import: importHandlers,
  });
