import type { Label } from '../../../shared/contract/locate.ts';
import { CodePicture, type CodeKind } from './CodePicture.tsx';
import type { LabelLine } from './label-settings.ts';
import styles from './Labels.module.css';

interface LabelBoxProps {
  readonly label: Label;
  readonly code: CodeKind;
  readonly lines: readonly LabelLine[];
  readonly widthMm: number;
  readonly heightMm: number;
}

const PADDING_MM = 1;
const BAR_SHARE = 0.45;
const LINE_FACTOR = 1.2;
const LARGEST_TEXT_MM = 4;

/** One label at true size: a QR code at the left of the text, or bars below it. */
export function LabelBox({ label, code, lines, widthMm, heightMm }: LabelBoxProps) {
  const inside = { width: widthMm - 2 * PADDING_MM, height: heightMm - 2 * PADDING_MM };
  const written = lines.filter((line) => Boolean(label[line]));
  const textHeight = code === 'qr' ? inside.height : inside.height * (1 - BAR_SHARE);
  // Beside a QR code there is little width: every text may take two lines.
  const rows = (written.length + 1) * (code === 'qr' ? 2 : 1);
  const sizeMm = Math.min(LARGEST_TEXT_MM, textHeight / rows / LINE_FACTOR);
  const side = Math.min(inside.height, inside.width / 2);
  return (
    <div
      className={styles.label}
      data-kind={code}
      style={{ width: `${widthMm}mm`, height: `${heightMm}mm`, padding: `${PADDING_MM}mm` }}
    >
      {code === 'qr' ? (
        <CodePicture kind="qr" text={label.link} name={label.name} widthMm={side} heightMm={side} />
      ) : null}
      <div className={styles.text} style={{ fontSize: `${sizeMm}mm`, lineHeight: LINE_FACTOR }}>
        <p className={styles.name}>{label.name}</p>
        {written.map((line) => (
          <p key={line}>{label[line]}</p>
        ))}
      </div>
      {code === 'bar' ? (
        <CodePicture
          kind="bar"
          text={label.code}
          name={label.name}
          widthMm={inside.width}
          heightMm={inside.height * BAR_SHARE}
        />
      ) : null}
    </div>
  );
}
