import { fail } from '../../../shared/contract/failure.ts';
import type { NounRule } from '../../session/noun-rules.ts';
import { ancestorsOf } from './repository.ts';

/** Groups are a tree: none is part of itself, directly or over others. */
export const groupRule: NounRule = {
  beforeWrite: (context, _before, after) => {
    const { parentId } = after;
    if (typeof parentId !== 'string') return;
    if (parentId !== after.id && !ancestorsOf(context.database, parentId).includes(after.id)) return;
    const message = `A group cannot be part of itself; ${String(after['name'])} would be.`;
    fail('E_CYCLE', message, { fields: [{ path: 'parentId', message, value: parentId }] });
  },
};
