import { useQuery } from '@tanstack/react-query';
import type { ScoreShape } from '../../../shared/domain/score-shape.ts';
import { SETTING_ID } from '../../../shared/domain/setting.ts';
import { api, client } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';

/** What counts as a good fit in this workspace, and the way to say otherwise; undoable as every change. */
export function useWorkspaceShape() {
  const { data } = useQuery(api.setting.get.queryOptions({ input: { ref: SETTING_ID } }));
  const update = useCommand(client.setting.update);
  const save = async (scoreShape: ScoreShape): Promise<boolean> => {
    if (!data) return false;
    return (await update.run({ ref: SETTING_ID, version: data.version, patch: { scoreShape } })) !== null;
  };
  return { shape: data?.record.scoreShape, save, pending: update.pending };
}
