import { useQueryClient } from '@tanstack/react-query';
import type { MoveTarget } from '../../../shared/contract/move.ts';
import type { WriteReceipt } from '../../../shared/contract/noun.ts';
import type { RackMove } from '../../../shared/rules/rack-moves.ts';
import { client } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { showFailure } from '../../bridge/notices.ts';
import { announceSaved } from '../../bridge/use-command.ts';
import type { Drop, DropPlan } from './drop-plan.ts';

function targetOf({ deviceId, to }: RackMove): MoveTarget[] {
  if (!to) return [];
  const { rackId, positionHalfU, face, widthParts, widthOffset, widthSpan, side, parentId, bay } = to;
  if (parentId) return [{ device: deviceId, chassis: parentId, bay: bay ?? '' }];
  const width = {
    ...(widthParts === undefined ? {} : { widthParts }),
    ...(widthOffset === undefined ? {} : { widthOffset }),
    ...(widthSpan === undefined ? {} : { widthSpan }),
  };
  return [{ device: deviceId, rack: rackId, positionHalfU, face, side: side ?? null, ...width }];
}

/** The one command that makes a planned drop true. */
function write(drop: Drop, plan: DropPlan): Promise<WriteReceipt> {
  const { grab, mode, target } = drop;
  if (mode === 'swap' && target.overId !== null) return client.rack.swap({ first: grab.leadId, second: target.overId });
  const moves = plan.moves.flatMap(targetOf);
  const lead = moves.find(({ device }) => device === grab.leadId);
  if (mode === 'insert' && lead) return client.rack.shift({ ...lead, direction: plan.direction ?? 'up' });
  return client.rack.move({ moves });
}

const ELEVATIONS = [['rack', 'elevation']];

/** Writes drops and takes devices out; says Saved with Undo, and answers once the racks on screen are read again. */
export function useRackWrites(): {
  readonly drop: (drop: Drop, plan: DropPlan) => Promise<boolean>;
  readonly takeOut: (deviceIds: readonly string[]) => Promise<void>;
} {
  const queries = useQueryClient();
  const settle = async (write: () => Promise<WriteReceipt>): Promise<boolean> => {
    try {
      announceSaved(await write());
      await queries.invalidateQueries({ queryKey: ELEVATIONS });
      return true;
    } catch (error) {
      showFailure(failureFrom(error));
      return false;
    }
  };
  return {
    drop: (drop, plan) => (plan.moves.length === 0 ? Promise.resolve(true) : settle(() => write(drop, plan))),
    takeOut: async (deviceIds) => {
      if (deviceIds.length > 0) await settle(() => client.rack.unmount({ devices: [...deviceIds] }));
    },
  };
}
