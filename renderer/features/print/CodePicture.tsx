import { memo, useMemo } from 'react';
import { codeDrawing } from './code-drawing.ts';
import { QUIET_DOTS, type CodeKind } from './label-measures.ts';

interface CodePictureProps {
  readonly kind: CodeKind;
  readonly text: string;
  /** Whose code it is. */
  readonly name: string;
  readonly widthMm: number;
  readonly heightMm: number;
}

/** A code at a true size, its quiet zone included. */
export const CodePicture = memo(function CodePicture({ kind, text, name, widthMm, heightMm }: CodePictureProps) {
  const drawing = useMemo(() => codeDrawing(kind, text), [kind, text]);
  if (!drawing) return <span>{kind === 'qr' ? 'Too long for a code' : `No bar code: ${text}`}</span>;
  const { x, y } = QUIET_DOTS[kind];
  return (
    <svg
      role="img"
      aria-label={`${kind === 'qr' ? 'QR code' : 'Bar code'} of ${name}`}
      width={`${widthMm}mm`}
      height={`${heightMm}mm`}
      viewBox={`${-x} ${-y} ${drawing.width + 2 * x} ${drawing.height + 2 * y}`}
      preserveAspectRatio={kind === 'qr' ? 'xMidYMid' : 'none'}
      shapeRendering="crispEdges"
      data-code={text}
    >
      <path d={drawing.path} fill="#000000" fillRule="evenodd" />
    </svg>
  );
});
