import { IconAlertOctagonFilled, IconAlertTriangleFilled } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { SlotMapView } from '../../../shared/contract/component.ts';
import { classes } from '../../ui/classes.ts';
import { counted } from '../../ui/format.ts';
import { useKeyListener } from '../../ui/use-key-listener.ts';
import styles from './SlotMap.module.css';
import { slotSections, spokenRest, type SlotCell } from './slot-sections.ts';
import { walkedSlot } from './slot-walk.ts';

interface SlotMapProps {
  readonly view: SlotMapView;
  /** The slot whose panel is open. */
  readonly open: string | null;
  readonly onChoose: (cell: SlotCell) => void;
}

/** The slots as they lie in the machine, by kind. One of them takes the focus; arrows walk, Enter opens. */
export function SlotMap({ view, open, onChoose }: SlotMapProps) {
  const drawing = useRef<HTMLDivElement>(null);
  const sections = slotSections(view);
  const cells = sections.flatMap((section) => section.cells);
  const [marked, setMarked] = useState<string | null>(null);
  const current = cells.find(({ name }) => name === (marked ?? open))?.name ?? cells[0]?.name;
  useKeyListener(drawing, (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || current === undefined) return;
    const buttons = [...(drawing.current?.querySelectorAll<HTMLButtonElement>('button') ?? [])];
    const spots = buttons.map((button) => {
      const box = button.getBoundingClientRect();
      return { name: button.value, x: box.x + box.width / 2, y: box.y + box.height / 2 };
    });
    const next = walkedSlot(spots, current, event.key);
    if (next === null) return;
    event.preventDefault();
    setMarked(next);
    buttons.find((button) => button.value === next)?.focus();
  });
  return (
    <div ref={drawing} className={styles.map} role="group" aria-label="Slots">
      {sections.map(({ kind, label, banks, free }) => (
        <section key={kind} className={classes(styles.section, styles[kind])} aria-label={label}>
          <h3>
            {label} <span>{free === 0 ? 'all taken' : counted(free, 'free', 'free')}</span>
          </h3>
          {banks.map((bank) => (
            <ul key={bank[0]?.name}>
              {bank.map((cell) => (
                <li key={cell.name}>
                  <Slot
                    cell={cell}
                    open={cell.name === open}
                    reachable={cell.name === current}
                    onFocus={() => setMarked(cell.name)}
                    onChoose={() => onChoose(cell)}
                  />
                </li>
              ))}
            </ul>
          ))}
        </section>
      ))}
    </div>
  );
}

interface SlotProps {
  readonly cell: SlotCell;
  readonly open: boolean;
  readonly reachable: boolean;
  readonly onFocus: () => void;
  readonly onChoose: () => void;
}

function Slot({ cell, open, reachable, onFocus, onChoose }: SlotProps) {
  return (
    <button
      type="button"
      value={cell.name}
      tabIndex={reachable ? 0 : -1}
      aria-pressed={open}
      title={cell.problem ?? cell.assignment?.component ?? 'Free'}
      className={classes(styles.slot, styles[cell.mark])}
      onFocus={onFocus}
      onClick={onChoose}
    >
      <span className={styles.name}>
        {cell.mark === 'failed' ? <IconAlertOctagonFilled aria-hidden /> : null}
        {cell.mark === 'misfit' ? <IconAlertTriangleFilled aria-hidden /> : null}
        {cell.name}
      </span>
      <span className={styles.part}>{cell.mark === 'free' ? 'free' : cell.short}</span>
      <span className={styles.serial}>{cell.unit?.serial}</span>
      <span className="visually-hidden">{spokenRest(cell)}</span>
    </button>
  );
}
