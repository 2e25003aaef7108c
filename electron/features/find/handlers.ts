import { implement } from '@orpc/server';
import { findContract } from '../../../shared/contract/workspace.ts';
import type { EngineContext } from '../../session/context.ts';
import { completeQuery } from './complete.ts';
import { valuesInUse } from './repository.ts';
import { pendingChanges } from './pending.ts';
import { findObjects } from './search.ts';

/** As long as somebody waits for an answer that is whole; then it is given from what is indexed. */
const PATIENCE_MS = 2000;

const os = implement(findContract).$context<EngineContext>();

export const findHandlers = {
  objects: os.objects.handler(async ({ input, context }) => {
    await context.session().settled(PATIENCE_MS);
    return findObjects(context.session().read, input.text, input.nouns ?? [], input.limit);
  }),
  behind: os.behind.handler(({ context }) => pendingChanges(context.session().read)),
  complete: os.complete.handler(({ input, context }) =>
    completeQuery(context.session().read, input.noun, input.text, input.cursor ?? input.text.length),
  ),
  values: os.values.handler(({ input, context }) =>
    valuesInUse(context.session().read, input.noun, input.key, input.text, input.limit),
  ),
};
