import type { Mounted } from '../../../shared/contract/rack.ts';
import { bayName } from '../../../shared/rules/bay-name.ts';
import { rackSpanLabel } from '../../../shared/rules/rack-units.ts';
import type { RackFace } from '../../../shared/rules/rack-model.ts';
import { FaceDrawing } from '../elevation/FaceDrawing.tsx';
import type { Look } from '../elevation/look.ts';
import { faceModel, sizesFor } from '../elevation/face-model.ts';
import { deviceIn, type RackView } from '../elevation/rack-view.ts';
import { today } from '../elevation/use-elevation.ts';
import { classes } from '../../ui/classes.ts';
import styles from './Print.module.css';
import { printRows, unitPxAt } from './print-rows.ts';

const NOTHING: ReadonlySet<string> = new Set();
const NO_GHOSTS: readonly never[] = [];
/** 3.6 mm in CSS pixels: the least height at which a line can be read and ticked. */
const LINE_PX = 13.6;

interface PrintSheetProps {
  readonly view: RackView;
  readonly look: Look;
  readonly faces: readonly RackFace[];
  readonly scale: number;
  readonly ticks: boolean;
}

/** One rack at scale, its devices written beside it with a box to tick and what a label in the hall would show. */
export function PrintSheet({ view, look, faces, scale, ticks }: PrintSheetProps) {
  const { rack, answer } = view;
  const place = answer.path.map(({ name }) => name).join(' › ');
  return (
    <section className={styles.rack} aria-label={rack.name}>
      <div className={styles.heading}>
        <strong>{rack.name}</strong>
        <span>{place}</span>
        <span>
          {rack.heightU} U · 1:{scale} · {today()}
        </span>
      </div>
      <div className={styles.faces}>
        {faces.map((face) => (
          <PrintFace key={face} view={view} look={look} face={face} scale={scale} ticks={ticks && face === faces[0]} />
        ))}
      </div>
      {ticks ? (
        <div className={styles.foot}>
          Audited by <span /> Date <span />
        </div>
      ) : null}
    </section>
  );
}

function PrintFace({ view, look, face, scale, ticks }: Omit<PrintSheetProps, 'faces'> & { readonly face: RackFace }) {
  const model = faceModel(view, face, sizesFor(unitPxAt(scale)), { today: today() });
  const rows = ticks ? printRows(model.drawing, LINE_PX, (id) => inBays(view, id)) : [];
  const height = Math.max(model.drawing.height, ...rows.map(({ y }) => y + LINE_PX));
  return (
    <div>
      <p className={styles.caption}>{face === 'front' ? 'Front' : 'Rear'}</p>
      <div className={styles.drawn} style={{ minHeight: height }}>
        <FaceDrawing
          model={model}
          look={look}
          selected={NOTHING}
          tabStop={null}
          leaving={NO_GHOSTS}
          ghosts={NO_GHOSTS}
        />
        {ticks ? (
          <div className={styles.lines}>
            {rows.map(({ deviceId, y }) => (
              <PrintLine key={deviceId} view={view} deviceId={deviceId} y={y} />
            ))}
          </div>
        ) : null}
      </div>
    </div>
  );
}

/** What is in the bays of a chassis, bay after bay. */
function inBays({ devices }: RackView, chassisId: string): readonly string[] {
  const { bays = [], children = [] } = devices.find(({ id }) => id === chassisId) ?? {};
  return children
    .toSorted((left, right) => bays.indexOf(left.bay ?? '') - bays.indexOf(right.bay ?? ''))
    .map(({ id }) => id);
}

function unitText({ rack }: RackView, { positionHalfU, heightHalfU, side }: Mounted): string {
  return positionHalfU === null ? `${side ?? ''} side` : rackSpanLabel(rack, positionHalfU, heightHalfU);
}

function PrintLine({ view, deviceId, y }: { view: RackView; deviceId: string; y: number }) {
  const device = deviceIn(view, deviceId);
  if (!device) return null;
  const { name, serial, assetTag } = device;
  const inside = 'bay' in device;
  return (
    <div className={classes(styles.line, inside && styles.inside)} style={{ top: y }}>
      <span className={styles.tick} />
      <span className={styles.lineName}>
        {inside ? bayName(device.bay ?? '?') : unitText(view, device)} {name}
      </span>
      <span className={styles.code}>{[assetTag, serial].filter(Boolean).join(' ') || deviceId.slice(-12)}</span>
    </div>
  );
}
