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

export function KeyboardMap() {
  const { shown, close } = useOverlays();
  const actions = useAllActions().filter((action) => action.keys);
  if (shown !== 'keyboard-map') return null;
  return (
    <Dialog onClose={close} title="Keyboard map" size="lg">
      <div className={styles.groups}>
        {groupsOf(actions).map(([group, entries]) => (
          <Group key={group} title={group} entries={entries.map(({ keys = '', label }) => ({ keys, label }))} />
        ))}
        <Group title="In lists" entries={IN_LISTS} />
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
