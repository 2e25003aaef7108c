import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Disk } from '../../../../shared/contract/storage.ts';
import { isRaidLevel, RAID_IMPLEMENTATIONS, raidLevelLabel } from '../../../../shared/domain/raid-level.ts';
import { formatQuantity } from '../../../../shared/domain/units.ts';
import { api, client } from '../../../bridge/client.ts';
import { useCommand } from '../../../bridge/use-command.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useActions } from '../../../ui/actions.ts';
import { counted } from '../../../ui/format.ts';
import tab from '../ComputePage.module.css';
import type { PartSteps } from '../part-steps.ts';
import { DiskTile } from './DiskTile.tsx';
import { GroupEditor } from './GroupEditor.tsx';
import { GroupFigures, GroupState } from './GroupFigures.tsx';
import styles from './Storage.module.css';
import { draftOfGroup, newGroup, type GroupDraft, type GroupView } from './group-draft.ts';

/** RAID groups and loose disks of a compute; groups are built and changed in place. */
export function StorageTab({ computeId, steps }: { computeId: string; steps: PartSteps }) {
  const view = useQuery(api.storage.groups.queryOptions({ input: { compute: computeId } })).data;
  const [draft, setDraft] = useState<GroupDraft | null>(null);
  const create = () => {
    if (view) setDraft(newGroup(view));
  };
  useActions([{ id: 'new-raid', label: 'New RAID group', group: 'Compute', keys: 'n', run: create }]);
  if (!view) return null;
  const openDisk = ({ assignmentId, unit }: Disk) => steps.show({ kind: 'unit', assignmentId, index: unit });
  const close = () => setDraft(null);
  const empty = view.groups.length === 0 && view.loose.length === 0;
  return (
    <section className={tab.section} aria-label="Storage">
      <div className={tab.tableHead}>
        <h2>
          RAID groups <span className={styles.total}>{formatQuantity(view.totalGb, 'GB')} counted in all</span>
        </h2>
        <Button leftSection={<IconPlus size="1rem" aria-hidden />} disabled={draft !== null || empty} onClick={create}>
          New RAID group
        </Button>
      </div>
      {empty ? <EmptyState title="No disks are fitted">Fit storage under Components first.</EmptyState> : null}
      {draft && draft.previousName === null ? (
        <GroupEditor computeId={computeId} view={view} start={draft} onClose={close} />
      ) : null}
      {view.groups.map((group) =>
        draft?.previousName === group.name ? (
          <GroupEditor key={group.name} computeId={computeId} view={view} start={draft} onClose={close} />
        ) : (
          <GroupCard
            key={group.name}
            computeId={computeId}
            group={group}
            locked={draft !== null}
            onEdit={() => setDraft(draftOfGroup(group))}
            onDisk={openDisk}
          />
        ),
      )}
      {view.loose.length > 0 && draft === null ? <LooseDisks disks={view.loose} onDisk={openDisk} /> : null}
    </section>
  );
}

function LooseDisks({ disks, onDisk }: { disks: readonly Disk[]; onDisk: (disk: Disk) => void }) {
  return (
    <section className={styles.loose} aria-label="Disks in no group">
      <h2>
        Disks in no group{' '}
        <span className={styles.total}>{counted(disks.length, 'disk', 'disks')}, each counts whole</span>
      </h2>
      <div className={styles.disks}>
        {disks.map((disk) => (
          <DiskTile key={disk.key} disk={disk} does="open" onPress={() => onDisk(disk)} />
        ))}
      </div>
    </section>
  );
}

interface GroupCardProps {
  readonly computeId: string;
  readonly group: GroupView;
  /** Another group is being edited. */
  readonly locked: boolean;
  readonly onEdit: () => void;
  readonly onDisk: (disk: Disk) => void;
}

function groupTitle({ name, level, implementation }: GroupView): string {
  const built = RAID_IMPLEMENTATIONS.find(({ value }) => value === implementation)?.label;
  return [name, isRaidLevel(level) ? raidLevelLabel(level) : 'no level', built].filter(Boolean).join(', ');
}

function GroupCard({ computeId, group, locked, onEdit, onDisk }: GroupCardProps) {
  const rebuild = useCommand(client.storage.recordRebuild);
  const breakUp = useCommand(client.storage.removeGroup);
  const wounded = group.members.some(({ failed }) => failed);
  const named = { compute: computeId, name: group.name };
  return (
    <section className={styles.card} aria-label={`RAID group ${group.name}`}>
      <div className={styles.cardHead}>
        <h3>{groupTitle(group)}</h3>
        <GroupState capacity={group.capacity} />
        <div className={styles.buttons}>
          <Button size="compact-xs" variant="default" disabled={locked} onClick={onEdit}>
            Edit
          </Button>
          {wounded ? (
            <Button
              size="compact-xs"
              variant="default"
              loading={rebuild.pending}
              onClick={() => void rebuild.run(named)}
            >
              Record the rebuild
            </Button>
          ) : null}
          <Button
            size="compact-xs"
            variant="default"
            disabled={locked}
            loading={breakUp.pending}
            onClick={() => void breakUp.run(named)}
          >
            Break up
          </Button>
        </div>
      </div>
      <div className={styles.cardBody}>
        <div>
          <div className={styles.disks}>
            {group.members.map((disk) => (
              <DiskTile key={disk.key} disk={disk} does="open" onPress={() => onDisk(disk)} />
            ))}
          </div>
          {group.hotSpares.length > 0 ? (
            <>
              <h3>Hot spares</h3>
              <div className={styles.disks}>
                {group.hotSpares.map((disk) => (
                  <DiskTile key={disk.key} disk={disk} does="open" onPress={() => onDisk(disk)} />
                ))}
              </div>
            </>
          ) : null}
        </div>
        <GroupFigures capacity={group.capacity} findings={group.findings} />
      </div>
    </section>
  );
}
