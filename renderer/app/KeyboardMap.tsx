import { useAllActions, type Action } from '../ui/actions.ts';
import { Kbd } from '../ui/Kbd.tsx';
import styles from './KeyboardMap.module.css';
import { useOverlays } from './overlays.ts';
import { Dialog } from '../ui/Dialog.tsx';

const IN_LISTS: readonly { keys: string; label: string }[] = [
  { keys: 'arrowup', label: 'Row above' },
  { keys: 'arrowdown', label: 'Row below' },
  { keys: 'enter', label: 'Open the row' },
  { keys: 'space', label: 'Select the row' },
  { keys: 'mod+a', label: 'Select every row of the list' },
  { keys: 'escape', label: 'Close the panel, clear the selection' },
];

const IN_SLOTS: readonly { keys: string; label: string }[] = [
  { keys: 'arrowleft', label: 'Slot before' },
  { keys: 'arrowright', label: 'Slot after' },
  { keys: 'arrowdown', label: 'Slot of the next line' },
  { keys: 'enter', label: 'Swap what is in the slot, or fit a part' },
  { keys: 'h', label: 'RAID group: make the disk a hot spare' },
];

const IN_GRIDS: readonly { keys: string; label: string }[] = [
  { keys: 'f2', label: 'Edit the cell' },
  { keys: 'tab', label: 'Next cell while typing' },
  { keys: 'mod+d', label: 'Fill down' },
  { keys: 'mod+v', label: 'Paste from a spreadsheet' },
  { keys: 'delete', label: 'Clear the cells' },
];

export function KeyboardMap() {
  const { shown, close } = useOverlays();
  return shown === 'keyboard-map' ? <OpenMap onClose={close} /> : null;
}

function OpenMap({ onClose }: { onClose: () => void }) {
  const actions = useAllActions().filter((action) => action.keys);
  return (
    <Dialog onClose={onClose} title="Keyboard map" size="lg">
      <div className={styles.groups}>
        {groupsOf(actions).map(([group, entries]) => (
          <Group key={group} title={group} entries={entries.map(({ keys = '', label }) => ({ keys, label }))} />
        ))}
        <Group title="In lists" entries={IN_LISTS} />
        <Group title="In slots" entries={IN_SLOTS} />
        <Group title="In grids" entries={IN_GRIDS} />
      </div>
    </Dialog>
  );
}

function groupsOf(actions: readonly Action[]): readonly (readonly [string, readonly Action[]])[] {
  return [...Map.groupBy(actions, (action) => action.group)];
}

function Group({ title, entries }: { title: string; entries: readonly { keys: string; label: string }[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {entries.map((entry) => (
          <div key={entry.label} className={styles.entry}>
            <dt>
              <Kbd keys={entry.keys} />
            </dt>
            <dd>{entry.label}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
