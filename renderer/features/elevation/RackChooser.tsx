import { Checkbox, Popover } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../bridge/client.ts';
import { RackAction } from './RackAction.tsx';
import styles from './RackChooser.module.css';

interface RackChooserProps {
  /** Ids of the racks shown, the first is the page's own. */
  readonly shown: readonly string[];
  readonly onShown: (ids: readonly string[]) => void;
}

/** Chooses which racks of the same room stand side by side, so that devices can be dragged between them. */
export function RackChooser({ shown, onShown }: RackChooserProps) {
  const { data = [] } = useQuery(api.rack.overview.queryOptions());
  const own = data.find(({ id }) => id === shown[0]);
  const racks = data.filter(({ site, room }) => site === own?.site && room === own.room);
  const rows = [...Map.groupBy(racks, ({ row }) => row ?? '')];
  const set = (ids: readonly string[]) =>
    onShown([...shown.slice(0, 1), ...racks.map(({ id }) => id).filter((id) => id !== shown[0] && ids.includes(id))]);
  const label = shown.length > 1 ? `Racks beside: ${shown.length - 1}` : 'Racks beside…';
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <RackAction variant="default" icon={<IconColumns3 size="1rem" aria-hidden />} label={label} />
      </Popover.Target>
      <Popover.Dropdown>
        <div className={styles.rows}>
          {rows.map(([row, members]) => (
            <fieldset key={row} className={styles.row}>
              <legend>{row === '' ? own?.room : `Row ${row}`}</legend>
              {members.map((rack) => (
                <Checkbox
                  key={rack.id}
                  label={`${rack.name} · ${rack.heightU - rack.usedHalfU / 2} U free`}
                  checked={shown.includes(rack.id)}
                  disabled={rack.id === shown[0]}
                  onChange={({ currentTarget: { checked } }) =>
                    set(checked ? [...shown, rack.id] : shown.filter((id) => id !== rack.id))
                  }
                />
              ))}
              <button type="button" className={styles.all} onClick={() => set(members.map(({ id }) => id))}>
                Only this row
              </button>
            </fieldset>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
