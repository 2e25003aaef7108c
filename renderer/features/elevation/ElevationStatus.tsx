import { Kbd } from '../../ui/Kbd.tsx';
import { ToneIcon } from '../../ui/ToneIcon.tsx';
import { counted } from '../../ui/format.ts';
import styles from './ElevationView.module.css';
import type { Drag } from './use-drag.ts';

const WALKING = [
  [['↑', '↓', '←', '→'], 'walk'],
  [['enter'], 'open'],
  [['m'], 'move'],
  [['s'], 'swap'],
  [['i'], 'insert'],
  [['delete'], 'take out'],
  [['shift+↓'], 'select more'],
] as const;

const HOLDING = [
  [['↑', '↓'], 'choose the unit'],
  [['alt+↑'], 'half a unit'],
  [['←', '→'], 'part, face or side'],
  [['[', ']'], 'rack before, next'],
  [['m', 's', 'i'], 'move, swap, insert'],
  [['enter'], 'drop'],
  [['escape'], 'cancel'],
] as const;

/** The line under the racks: what letting go would do, or which keys there are. It is read aloud while it changes. */
export function ElevationStatus({ drag, selected }: { drag: Drag; selected: number }) {
  const { state, sentence, plan } = drag;
  const holding = state.name === 'dragging';
  return (
    <div className={styles.status}>
      <span role="status" className={styles.sentence}>
        {holding && plan ? <ToneIcon tone={plan.ok ? 'good' : 'bad'} /> : null}
        {holding ? ` ${sentence ?? 'Not over a rack: letting go changes nothing.'}` : ''}
        {!holding && selected > 1 ? `${counted(selected, 'device', 'devices')} selected` : ''}
      </span>
      <Hints rows={holding && state.by === 'keyboard' ? HOLDING : holding ? [] : WALKING} />
    </div>
  );
}

function Hints({ rows }: { rows: readonly (readonly [readonly string[], string])[] }) {
  return (
    <span className={styles.hints} aria-hidden>
      {rows.map(([keys, what]) => (
        <span key={what}>
          {keys.map((key) => (
            <Kbd key={key} keys={key} />
          ))}{' '}
          {what}
        </span>
      ))}
    </span>
  );
}

/** The same sentence beside the pointer. */
export function DragTip({ drag, at }: { drag: Drag; at: { readonly x: number; readonly y: number } }) {
  if (drag.sentence === null) return null;
  const right = at.x > window.innerWidth - 380;
  const place = right ? { right: window.innerWidth - at.x + 16 } : { left: at.x + 16 };
  return (
    <div className={styles.tip} style={{ ...place, top: Math.min(at.y + 16, window.innerHeight - 80) }} aria-hidden>
      <ToneIcon tone={drag.plan?.ok ? 'good' : 'bad'} />
      {drag.sentence}
    </div>
  );
}
