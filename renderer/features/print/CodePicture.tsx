import { memo, useMemo } from 'react';
import { barDrawing, qrDrawing } from './code-drawing.ts';

export type CodeKind = 'qr' | 'bar';

/** Light that readers need around a code: 4 modules of 2 dots for QR, 10 dots beside the bars of Code 128. */
const QUIET_DOTS: Readonly<Record<CodeKind, { readonly x: number; readonly y: number }>> = {
  qr: { x: 8, y: 8 },
  bar: { x: 10, y: 0 },
};

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
  const drawing = useMemo(() => (kind === 'qr' ? qrDrawing(text) : barDrawing(text)), [kind, text]);
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
