import { hrefOf } from '../../ui/location.ts';
import styles from './ElevationView.module.css';
import { FaceDrawing } from './FaceDrawing.tsx';
import type { Look } from './look.ts';
import { freeSpace, type RackView } from './rack-view.ts';
import type { ElevationState } from './use-elevation.ts';

interface RackFigureProps {
  readonly view: RackView;
  readonly state: ElevationState;
  readonly look: Look;
}

/** One rack: its name, how much is free, and the faces that are shown. */
export function RackFigure({ view, state, look }: RackFigureProps) {
  const { rack } = view;
  const { free, largest } = freeSpace(view);
  const models = state.models.filter((model) => model.view === view);
  return (
    <section className={styles.figure} aria-label={rack.name}>
      <div className={styles.caption}>
        <h2>
          <a href={hrefOf(['rack', rack.id])}>{rack.name}</a>
        </h2>
        <span className={styles.captionFacts}>
          {free} of {rack.heightU} U free, largest gap {largest} U
        </span>
      </div>
      <div className={styles.faces}>
        {models.map((model) => {
          const { focused } = state;
          const here = focused?.rackId === rack.id && focused.face === model.face;
          return (
            <div key={model.face} className={styles.face}>
              <h3>{model.face === 'front' ? 'Front' : 'Rear'}</h3>
              <FaceDrawing
                model={model}
                look={look}
                selected={state.selected}
                tabStop={(here ? focused.key : model.walked.stops[0]?.key) ?? null}
                leaving={state.leaving}
                ghosts={state.ghostsOf(model)}
              />
            </div>
          );
        })}
      </div>
    </section>
  );
}
