import { hrefOf } from '../../ui/location.ts';
import { counted } from '../../ui/format.ts';
import panel from '../elevation/InfoPanel.module.css';
import styles from './Hall.module.css';
import type { HallChoice } from './HallCanvas.tsx';
import { devicesOf, usedHalfU } from './hall-model.ts';
import type { HallScene } from './hall-scene.ts';

interface RackListProps {
  readonly scene: HallScene;
  readonly chosen: HallChoice | null;
  /** Goes along to the rack's own page. */
  readonly filter: string;
  /** The rack that has the focus is shown in the plan. */
  readonly onFocus: (rack: number) => void;
}

/** The hall in words: every rack with how full it is, in walking order. */
export function RackList({ scene, chosen, filter, onFocus }: RackListProps) {
  const { racks } = scene.model.hall;
  const indexed = racks.map((rack, index) => ({ rack, index }));
  const rooms = Map.groupBy(indexed, ({ rack }) => `${rack.site} · ${rack.room}`);
  return (
    <div className={styles.rows}>
      {[...rooms].map(([room, members]) => (
        <section key={room} className={panel.section} aria-label={room}>
          <h2 className={panel.small}>{room}</h2>
          <ul>
            {members.map(({ rack, index }) => (
              <li key={rack.id} className={styles.rackRow} data-chosen={chosen?.rack === index}>
                <a
                  className={styles.rackName}
                  href={hrefOf(['rack', rack.id], filter ? { q: filter } : {})}
                  onFocus={(event) => {
                    // Not for a press of the mouse: facts shown above would move the link away under it.
                    if (event.currentTarget.matches(':focus-visible')) onFocus(index);
                  }}
                >
                  {rack.name}
                </a>
                <span className={styles.rackFacts}>{rackFacts(scene, index)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function rackFacts({ model, faded }: HallScene, index: number): string {
  const heightU = model.hall.racks[index]?.heightU ?? 0;
  const used = `${usedHalfU(model, index) / 2} of ${heightU} U used`;
  if (!faded) return used;
  const matches = devicesOf(model, index).reduce((sum, device) => sum + (faded[device] === 1 ? 0 : 1), 0);
  return `${counted(matches, 'match', 'matches')} · ${used}`;
}
