import type { UtilisationShape } from '../../../shared/rules/utilisation-score.ts';

export interface CurveSize {
  readonly width: number;
  readonly height: number;
}

/** Where a share used and a score lie in a drawing: used to the right, points upwards. */
export function placeOf(utilisation: number, score: number, { width, height }: CurveSize): readonly [number, number] {
  return [Number((utilisation * width).toFixed(2)), Number((height - (score / 100) * height).toFixed(2))];
}

/** The line through the points, level before the first and after the last, as `x,y` pairs for a polyline. */
export function curveLine(shape: UtilisationShape, size: CurveSize): string {
  const [first, last] = [shape[0], shape.at(-1)];
  if (!first || !last) return '';
  const whole = [{ ...first, utilisation: 0 }, ...shape, { ...last, utilisation: 1 }];
  return whole.map(({ utilisation, score }) => placeOf(utilisation, score, size).join(',')).join(' ');
}

/** What the drawing shows, for those who do not see it. */
export function curveInWords(shape: UtilisationShape): string {
  const points = shape.map(({ utilisation, score }) => {
    return `${Number(score.toFixed(2))} points at ${Number((utilisation * 100).toFixed(2))} % used`;
  });
  return points.join(', ');
}
