import type { Label } from '../../../shared/contract/locate.ts';
import { CodePicture } from './CodePicture.tsx';
import { LABEL_PADDING_MM, LINE_FACTOR, labelMeasures, type CodeKind } from './label-measures.ts';
import type { LabelLine } from './label-settings.ts';
import styles from './Labels.module.css';

interface LabelBoxProps {
  readonly label: Label;
  readonly code: CodeKind;
  readonly lines: readonly LabelLine[];
  readonly widthMm: number;
  readonly heightMm: number;
}

/** One label at true size: a QR code at the left of the text, or bars below it. */
export function LabelBox({ label, code, lines, widthMm, heightMm }: LabelBoxProps) {
  const written = lines.filter((line) => Boolean(label[line]));
  const { codeWidthMm, codeHeightMm, textMm } = labelMeasures(code, written.length + 1, widthMm, heightMm);
  return (
    <div
      className={styles.label}
      data-kind={code}
      style={{ width: `${widthMm}mm`, height: `${heightMm}mm`, padding: `${LABEL_PADDING_MM}mm` }}
    >
      {code === 'qr' ? (
        <CodePicture kind="qr" text={label.link} name={label.name} widthMm={codeWidthMm} heightMm={codeHeightMm} />
      ) : null}
      <div className={styles.text} style={{ fontSize: `${textMm}mm`, lineHeight: LINE_FACTOR }}>
        <p className={styles.name}>{label.name}</p>
        {written.map((line) => (
          <p key={line}>{label[line]}</p>
        ))}
      </div>
      {code === 'bar' ? (
        <CodePicture kind="bar" text={label.code} name={label.name} widthMm={codeWidthMm} heightMm={codeHeightMm} />
      ) : null}
    </div>
  );
}
