import type { Rectangle } from '../../../shared/rules/elevation-model.ts';
import { bayRoom } from '../../../shared/rules/elevation-bays.ts';
import type { FaceParts } from '../../../shared/rules/type-parts.ts';
import type { DeviceFact } from './device-fact.ts';
import styles from './FaceDrawing.module.css';
import { cellsPath } from './face-parts.ts';
import { fitText, textWidth } from './fit-text.ts';
import { markOf } from './marks.ts';
import type { PaintScale } from './paint-scales.ts';

interface DeviceShapeProps {
  readonly box: Rectangle;
  readonly fact: DeviceFact;
  readonly scale: PaintScale;
  readonly label: string;
  /** The second line, where there is room for one. */
  readonly second: string;
  readonly parts: FaceParts | undefined;
  /** Address of the picture of its type from this face; it stands in for ports and bays. */
  readonly picture?: string | undefined;
  readonly unitHeight: number;
  /** Whether this face shows the bays of a chassis. */
  readonly bays: boolean;
  /** On a side. */
  readonly upright: boolean;
}

const SECOND_LINE_FROM = 1.6;
const SMALLEST_FONT_PX = 6.5;

/** A device as it looks from the front or the rear: band and mark of its colour, label, ports and bays. */
export function DeviceShape(props: DeviceShapeProps) {
  const { box, fact, scale, upright, picture } = props;
  return (
    <g data-paint={scale.shadeOf(fact).paint}>
      <rect
        className={styles.body}
        x={box.x + 0.5}
        y={box.y + 0.5}
        width={Math.max(1, box.width - 1)}
        height={Math.max(1, box.height - 1)}
        rx={1.5}
      />
      {picture && !upright ? <Picture {...props} picture={picture} /> : null}
      {upright ? <Upright {...props} /> : <Lying {...props} />}
    </g>
  );
}

interface Layout {
  readonly band: number;
  readonly mark: number;
  readonly fontSize: number;
  readonly left: number;
  readonly right: number;
  /** Of the first line of text. */
  readonly textY: number;
  readonly twoLines: boolean;
  /** What ports and bays may take at the right; 0: none are drawn. */
  readonly partsWidth: number;
}

/** Text goes first: ports and bays get what it leaves, within limits. */
function layoutOf({ box, label, parts, picture, unitHeight, bays }: DeviceShapeProps): Layout {
  const band = Math.min(unitHeight * 0.8, box.width * 0.16);
  const fontSize = Math.min(13, unitHeight * 0.66, box.height * 0.8);
  const left = box.x + band + fontSize * 0.45;
  const right = box.x + box.width - fontSize * 0.4;
  const drawn = picture === undefined && parts !== undefined && parts.bays + parts.ports + parts.power > 0 && !bays;
  const spare = right - left - textWidth(label, fontSize) - fontSize * 0.5;
  const partsWidth =
    drawn && box.width > unitHeight * 7 ? Math.min(box.width * 0.44, Math.max(box.width * 0.3, spare)) : 0;
  const twoLines = box.height >= unitHeight * SECOND_LINE_FROM;
  const textY = twoLines ? box.y + unitHeight / 2 : box.y + box.height / 2;
  return { band, mark: Math.min(band, box.height) * 0.62, fontSize, left, right, textY, twoLines, partsWidth };
}

function Lying(props: DeviceShapeProps) {
  const { box, fact, scale, label, second, parts, unitHeight, bays } = props;
  const shade = scale.shadeOf(fact);
  const { band, mark, fontSize, left, right, textY, twoLines, partsWidth } = layoutOf(props);
  const room = (bays && !twoLines ? bayRoom(box, unitHeight).x : right - partsWidth) - left;
  const markY = box.y + Math.min(box.height, unitHeight) / 2 - mark / 2;
  return (
    <>
      <rect
        className={styles.band}
        x={box.x + 1}
        y={box.y + 1}
        width={band}
        height={Math.max(1, box.height - 2)}
        rx={1}
      />
      <path
        className={styles.mark}
        transform={`translate(${box.x + 1 + (band - mark) / 2} ${markY}) scale(${mark / 10})`}
        d={markOf(shade.paint)}
      />
      {fontSize < SMALLEST_FONT_PX ? null : (
        <text className={styles.label} x={left} y={textY} fontSize={fontSize}>
          {fitText(label, room, fontSize)}
        </text>
      )}
      {twoLines && !bays && props.picture === undefined ? (
        <text className={styles.second} x={left} y={textY + unitHeight * 0.85} fontSize={fontSize * 0.86}>
          {fitText(second, room, fontSize * 0.86)}
        </text>
      ) : null}
      {parts && partsWidth > 0 ? (
        <Parts parts={parts} room={partsRoom(box, right, partsWidth)} largest={unitHeight * 0.42} />
      ) : null}
    </>
  );
}

/** The device as its maker drew it, in its true size, with a plate for the label. */
function Picture({ picture, ...props }: DeviceShapeProps & { readonly picture: string }) {
  const { box, label } = props;
  const { band, fontSize, left, textY } = layoutOf(props);
  const x = box.x + band + 1;
  const width = Math.min(textWidth(label, fontSize) + fontSize, box.x + box.width - left);
  return (
    <>
      <image
        href={picture}
        x={x}
        y={box.y + 1}
        width={Math.max(1, box.x + box.width - x - 1)}
        height={Math.max(1, box.height - 2)}
        preserveAspectRatio="none"
      />
      {fontSize < SMALLEST_FONT_PX ? null : (
        <rect
          className={styles.plate}
          x={left - fontSize * 0.4}
          y={textY - fontSize * 0.68}
          width={width}
          height={fontSize * 1.36}
          rx={2}
        />
      )}
    </>
  );
}

function partsRoom(box: Rectangle, right: number, width: number): Rectangle {
  const inset = Math.min(3, box.height * 0.16);
  return { x: right - width, y: box.y + inset, width, height: box.height - 2 * inset };
}

function Parts({ parts, room, largest }: { parts: FaceParts; room: Rectangle; largest: number }) {
  const power = parts.power > 0 ? { ...room, x: room.x + room.width * 0.72, width: room.width * 0.28 } : null;
  const rest = power ? { ...room, width: room.width * 0.68 } : room;
  return (
    <path
      className={styles.parts}
      d={[
        cellsPath(parts.bays, room, { aspect: 2.6, largest }),
        cellsPath(parts.ports, rest, { aspect: 1.1, largest: largest * 0.9 }),
        power ? cellsPath(parts.power, power, { aspect: 1.6, largest: largest * 1.3 }) : '',
      ].join('')}
    />
  );
}

/** A device on a side: a narrow strip, its label read from below. */
function Upright({ box, fact, scale, label, unitHeight }: DeviceShapeProps) {
  const shade = scale.shadeOf(fact);
  const mark = Math.min(box.width * 0.7, 12);
  const fontSize = Math.min(12, unitHeight * 0.6, box.width * 0.72);
  const x = box.x + box.width / 2;
  const bottom = box.y + box.height - mark - 10;
  return (
    <>
      <rect className={styles.band} x={box.x + 1} y={bottom + 4} width={box.width - 2} height={mark + 5} rx={1} />
      <path
        className={styles.mark}
        transform={`translate(${x - mark / 2} ${bottom + 6.5}) scale(${mark / 10})`}
        d={markOf(shade.paint)}
      />
      <text className={styles.label} transform={`translate(${x} ${bottom - 4}) rotate(-90)`} fontSize={fontSize}>
        {fitText(label, box.height - mark - 24, fontSize)}
      </text>
    </>
  );
}
