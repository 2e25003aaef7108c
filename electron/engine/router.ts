import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import { NOUNS } from '../../shared/domain/nouns.ts';
import { computeHandlers } from '../features/compute/handlers.ts';
import { findHandlers } from '../features/find/handlers.ts';
import { historyHandlers, topicsHandlers } from '../features/history/handlers.ts';
import { importHandlers } from '../features/import/handlers.ts';
import { nounHandlers } from '../features/object/handlers.ts';
import { planHandlers } from '../features/plan/handlers.ts';
import { rackHandlers } from '../features/rack/handlers.ts';
import { workspaceHandlers } from '../features/workspace/handlers.ts';
import type { EngineContext } from '../session/context.ts';

/** Every channel of the contract with the code that answers it. A channel without a handler does not compile. */
export const router = implement(contract)
  .$context<EngineContext>()
  .router({
    setting: nounHandlers(NOUNS.setting),
    site: nounHandlers(NOUNS.site),
    room: nounHandlers(NOUNS.room),
    row: nounHandlers(NOUNS.row),
    rack: { ...nounHandlers(NOUNS.rack), ...rackHandlers },
    deviceType: nounHandlers(NOUNS.deviceType),
    flavor: nounHandlers(NOUNS.flavor),
    compute: { ...nounHandlers(NOUNS.compute), ...computeHandlers },
    equipment: nounHandlers(NOUNS.equipment),
    placement: nounHandlers(NOUNS.placement),
    component: nounHandlers(NOUNS.component),
    componentAssignment: nounHandlers(NOUNS.componentAssignment),
    spareShelf: nounHandlers(NOUNS.spareShelf),
    part: nounHandlers(NOUNS.part),
    stockLevel: nounHandlers(NOUNS.stockLevel),
    service: nounHandlers(NOUNS.service),
    assignment: nounHandlers(NOUNS.assignment),
    tag: nounHandlers(NOUNS.tag),
    customField: nounHandlers(NOUNS.customField),
    customValue: nounHandlers(NOUNS.customValue),
    plan: planHandlers,
    workspace: workspaceHandlers,
    find: findHandlers,
    history: historyHandlers,
    topics: topicsHandlers,
    import: importHandlers,
  });
