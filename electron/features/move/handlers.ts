import { implement } from '@orpc/server';
import { moveContract } from '../../../shared/contract/move.ts';
import type { EngineContext } from '../../session/context.ts';
import type { Session } from '../../session/session.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { moveLabel, planDeviceShift, planDeviceSwap, planMoves, writeMoves, type PlannedMoves } from './service.ts';

const os = implement(moveContract).$context<EngineContext>();

export const moveHandlers = {
  checkFit: os.checkFit.handler(({ input, context }) => planMoves(context.session().read, input.moves).preview),
  move: os.move.handler(({ input, context }) =>
    written(context.session(), 'Move', (database) => planMoves(database, input.moves)),
  ),
  previewSwap: os.previewSwap.handler(({ input, context }) => planDeviceSwap(context.session().read, input).preview),
  swap: os.swap.handler(({ input, context }) =>
    written(context.session(), 'Swap', (database) => planDeviceSwap(database, input)),
  ),
  previewShift: os.previewShift.handler(({ input, context }) => planDeviceShift(context.session().read, input).preview),
  shift: os.shift.handler(({ input, context }) =>
    written(context.session(), 'Insert and shift', (database) => planDeviceShift(database, input)),
  ),
};

/** Plans once for the name of the change, and again inside the transaction that writes it. */
async function written(session: Session, verb: string, plan: (database: ReadDatabase) => PlannedMoves) {
  const label = moveLabel(verb, plan(session.read));
  const { receipt } = await session.write({ kind: 'edit', label }, (write) => writeMoves(write, plan(write.database)));
  return receipt;
}
