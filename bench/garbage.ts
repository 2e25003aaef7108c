import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

/** Collects what nobody refers to any more: what is left of earlier work is neither growth nor a cost of what comes next. */
export const collectGarbage = runInNewContext('gc') as () => void;
