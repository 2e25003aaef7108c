import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ChangeGroup } from '../../../shared/contract/history.ts';
import { api } from '../../bridge/client.ts';
import { revertGroup } from '../../bridge/undo.ts';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { formatCount } from '../../ui/format.ts';
import { ChangeList } from '../noun/ChangeList.tsx';

/** What one group changed, and taking back this group alone. */
export function GroupPanel({ group, onClose }: { group: ChangeGroup; onClose: () => void }) {
  const changes = useQuery(api.history.group.queryOptions({ input: { id: group.id } })).data ?? [];
  return (
    <SidePanel
      title={group.label}
      onClose={onClose}
      footer={
        group.status === 'done' ? (
          <>
            <Button variant="default" onClick={() => void revertGroup(group.id)}>
              Revert this group
            </Button>
            <small>
              Takes back {group.changes === 1 ? 'this change' : `these ${formatCount(group.changes)} changes`} and no
              others; refused where later changes touch the same fields.
            </small>
          </>
        ) : null
      }
    >
      <ChangeList changes={changes} />
    </SidePanel>
  );
}
