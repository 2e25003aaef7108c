import { Button, NativeSelect, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Disk } from '../../../../shared/contract/storage.ts';
import { RAID_IMPLEMENTATIONS, RAID_LEVELS } from '../../../../shared/domain/raid-level.ts';
import { api, client } from '../../../bridge/client.ts';
import { useCommand } from '../../../bridge/use-command.ts';
import { PanelForm } from '../../../ui/PanelForm.tsx';
import { counted } from '../../../ui/format.ts';
import { useKeyListener } from '../../../ui/use-key-listener.ts';
import { Refusal } from '../../../ui/Notice.tsx';
import { DiskTile } from './DiskTile.tsx';
import { GroupFigures, GroupState } from './GroupFigures.tsx';
import styles from './Storage.module.css';
import {
  disksBetween,
  disksOfDraft,
  previewInput,
  putDisks,
  saveInput,
  zoneOf,
  type GroupDraft,
  type StorageView,
  type Zone,
} from './group-draft.ts';
import { useDiskDrag } from './use-disk-drag.ts';
import { SubmitButtons } from '../../../ui/SubmitButtons.tsx';

interface GroupEditorProps {
  readonly computeId: string;
  readonly view: StorageView;
  readonly start: GroupDraft;
  readonly onClose: () => void;
}

/** Builds or changes one RAID group. What it would be is computed while disks come and go; saving is one undo. */
export function GroupEditor({ computeId, view, start, onClose }: GroupEditorProps) {
  const [draft, setDraft] = useState(start);
  const zones = useRef<HTMLDivElement>(null);
  const disks = disksOfDraft(view, draft);
  const preview = useQuery({
    ...api.storage.preview.queryOptions({ input: previewInput(draft, disks) }),
    placeholderData: keepPreviousData,
  }).data;
  const save = useCommand(client.storage.saveGroup, { failures: 'inline' });
  useZoneInput(zones, disks, draft, setDraft);
  const submit = async () => {
    if (await save.run(saveInput(computeId, draft, disks))) onClose();
  };
  return (
    <PanelForm onSubmit={() => void submit()}>
      <section className={styles.editor} aria-label={start.previousName ? `Edit ${start.previousName}` : 'New group'}>
        <div ref={zones} className={styles.zones}>
          <GroupFields draft={draft} onDraft={setDraft} />
          <p className={styles.hint}>
            Click or press Enter on a disk to put it in or take it out, with Shift all up to it; H makes it a hot spare.
            Disks can also be dragged.
          </p>
          <ZoneOf title="Members" zone="members" disks={disks} draft={draft} onDraft={setDraft} />
          <ZoneOf title="Hot spares" zone="spares" disks={disks} draft={draft} onDraft={setDraft} />
          <ZoneOf title="Not in a group" zone="loose" disks={disks} draft={draft} onDraft={setDraft} />
        </div>
        <div className={styles.side}>
          {save.failure ? <Refusal>{save.failure.message}</Refusal> : null}
          {preview ? (
            <>
              <GroupState capacity={preview.capacity} />
              <GroupFigures capacity={preview.capacity} findings={preview.findings} />
            </>
          ) : null}
          <div className={styles.buttons}>
            <SubmitButtons pending={save.pending} disabled={draft.name.trim() === ''} onCancel={onClose}>
              {preview?.capacity?.state === 'unfinished' ? 'Save unfinished' : 'Save the group'}
            </SubmitButtons>
          </div>
        </div>
      </section>
    </PanelForm>
  );
}

type OnDraft = (draft: GroupDraft) => void;

function useZoneInput(
  zones: React.RefObject<HTMLDivElement | null>,
  disks: readonly Disk[],
  draft: GroupDraft,
  onDraft: OnDraft,
): void {
  useDiskDrag(zones, (key, zone) => onDraft(putDisks(draft, [key], zone)));
  useKeyListener(zones, (event) => {
    const key = event.target instanceof HTMLButtonElement ? event.target.value : '';
    if (event.key.toLowerCase() !== 'h' || event.ctrlKey || event.metaKey) return;
    if (!disks.some((disk) => disk.key === key)) return;
    event.preventDefault();
    onDraft(putDisks(draft, [key], zoneOf(draft, key) === 'spares' ? 'loose' : 'spares'));
  });
}

function GroupFields({ draft, onDraft }: { draft: GroupDraft; onDraft: OnDraft }) {
  return (
    <div className={styles.fields}>
      <TextInput
        label="Name"
        value={draft.name}
        onChange={(event) => onDraft({ ...draft, name: event.currentTarget.value })}
      />
      <NativeSelect
        label="Level"
        value={draft.level ?? ''}
        onChange={(event) =>
          onDraft({
            ...draft,
            level: RAID_LEVELS.find(({ value }) => value === event.currentTarget.value)?.value ?? null,
          })
        }
      >
        {draft.level === null ? <option value="">Choose…</option> : null}
        {RAID_LEVELS.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        label="Built by"
        value={draft.implementation ?? ''}
        onChange={(event) =>
          onDraft({
            ...draft,
            implementation:
              RAID_IMPLEMENTATIONS.find(({ value }) => value === event.currentTarget.value)?.value ?? null,
          })
        }
      >
        <option value="">not said</option>
        {RAID_IMPLEMENTATIONS.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </NativeSelect>
      <TextInput
        label="Members of the whole array"
        placeholder="as recorded"
        inputMode="numeric"
        value={draft.nominal}
        onChange={(event) => onDraft({ ...draft, nominal: event.currentTarget.value })}
      />
    </div>
  );
}

const DOES: Readonly<Record<Zone, string>> = {
  members: 'take it out of the group',
  spares: 'take it out of the group',
  loose: 'add it to the group',
};

interface ZoneProps {
  readonly title: string;
  readonly zone: Zone;
  readonly disks: readonly Disk[];
  readonly draft: GroupDraft;
  readonly onDraft: OnDraft;
}

function ZoneOf({ title, zone, disks, draft, onDraft }: ZoneProps) {
  const own = disks.filter(({ key }) => zoneOf(draft, key) === zone);
  const last = useRef<string | null>(null);
  const target: Zone = zone === 'loose' ? 'members' : 'loose';
  const press = (key: string, range: boolean) => {
    const order = own.map((disk) => disk.key);
    const keys = range && last.current ? disksBetween(order, last.current, key) : [key];
    const next = order[order.indexOf(key) + 1] ?? order[order.indexOf(key) - 1] ?? null;
    last.current = range ? null : next;
    onDraft(putDisks(draft, keys, target));
  };
  return (
    <section className={styles.zone} data-zone={zone} aria-label={title}>
      <div className={styles.zoneHead}>
        <h3>
          {title} <span>{counted(own.length, 'disk', 'disks')}</span>
        </h3>
        {zone === 'loose' && own.length > 1 ? (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() =>
              onDraft(
                putDisks(
                  draft,
                  own.map(({ key }) => key),
                  'members',
                ),
              )
            }
          >
            Add all {own.length}
          </Button>
        ) : null}
      </div>
      <div className={styles.disks}>
        {own.map((disk) => (
          <DiskTile
            key={disk.key}
            disk={disk}
            does={DOES[zone]}
            draggable
            onPress={({ shiftKey }) => press(disk.key, shiftKey)}
          />
        ))}
        {own.length === 0 ? <p className={styles.hint}>none</p> : null}
      </div>
    </section>
  );
}
