import { implement } from '@orpc/server';
import { findContract } from '../../../shared/contract/workspace.ts';
import type { EngineContext } from '../../session/context.ts';
import { valuesInUse } from './repository.ts';
import { findObjects } from './search.ts';

const os = implement(findContract).$context<EngineContext>();

export const findHandlers = {
  objects: os.objects.handler(({ input, context }) =>
    findObjects(context.session().read, input.text, input.nouns ?? [], input.limit),
  ),
  values: os.values.handler(({ input, context }) =>
    valuesInUse(context.session().read, input.noun, input.key, input.text, input.limit),
  ),
};
