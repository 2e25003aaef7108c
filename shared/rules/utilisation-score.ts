import type { ScoreShape, ShapeName, ShapePoint } from '../domain/score-shape.ts';

export type UtilisationShape = readonly ShapePoint[];

const point = (utilisation: number, score: number): ShapePoint => ({ utilisation, score });

/**
 * Named shapes (planner.md section 3). `target` is full inside 60 to 70 % and falls linearly to 0 at both ends;
 * `classic` is the reference program's 100 - 100·|U - 0.65|; `pack` fills machines, `spread` keeps them empty.
 */
export const UTILISATION_SHAPES = {
  target: [point(0, 0), point(0.6, 100), point(0.7, 100), point(1, 0)],
  classic: [point(0, 35), point(0.65, 100), point(1, 65)],
  pack: [point(0, 0), point(1, 100)],
  spread: [point(0, 100), point(1, 0)],
} as const satisfies Record<ShapeName, UtilisationShape>;

/** The points of a shape, ready-made or one's own. */
export function pointsOf(shape: ScoreShape): UtilisationShape {
  return typeof shape === 'string' ? UTILISATION_SHAPES[shape] : shape;
}

/**
 * Score of a utilisation on a piecewise-linear shape, constant beyond its first and last point.
 * @param utilisation 0 to 1. @returns 0 to 100 for a shape without problems.
 */
export function scoreOf(utilisation: number, shape: UtilisationShape): number {
  let left = shape[0];
  if (!left) return 0;
  if (utilisation <= left.utilisation) return left.score;
  for (const right of shape) {
    if (utilisation <= right.utilisation) {
      const share = (utilisation - left.utilisation) / (right.utilisation - left.utilisation);
      return left.score + (right.score - left.score) * share;
    }
    left = right;
  }
  return left.score;
}

/**
 * The middle of the utilisations that score most: of the target's 60 to 70 %, 0.65. Ties prefer the candidate closest to it.
 * Of several such stretches the first counts. 0 for a shape without points.
 */
export function bestUtilisation(shape: UtilisationShape): number {
  const most = Math.max(...shape.map(({ score }) => score));
  const from = shape.findIndex(({ score }) => score === most);
  const after = shape.findIndex(({ score }, index) => index > from && score < most);
  const [first, last] = [shape[from], shape[(after < 0 ? shape.length : after) - 1]];
  if (!first || !last) return 0;
  // Before its first point and after its last one a shape is level.
  const low = from === 0 ? 0 : first.utilisation;
  const high = after < 0 ? 1 : last.utilisation;
  return (low + high) / 2;
}

/**
 * The narrowest range of utilisations outside which every score is below `score`.
 * @returns ±Infinity where the shape's constant ends reach it; an empty range (low > high) when nothing does.
 */
export function utilisationsScoring(shape: UtilisationShape, score: number): [low: number, high: number] {
  const reaching = shape.filter((entry) => entry.score >= score);
  const [first, last] = [reaching[0], reaching[reaching.length - 1]];
  if (!first || !last) return [Infinity, -Infinity];
  const before = shape[shape.indexOf(first) - 1];
  const after = shape[shape.indexOf(last) + 1];
  return [before ? crossing(before, first, score) : -Infinity, after ? crossing(after, last, score) : Infinity];
}

/** Where the line from a point below `score` to one at or above it reaches `score`. */
function crossing(below: ShapePoint, above: ShapePoint, score: number): number {
  const share = (score - below.score) / (above.score - below.score);
  return below.utilisation + (above.utilisation - below.utilisation) * share;
}
