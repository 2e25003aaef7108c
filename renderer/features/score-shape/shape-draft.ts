import type { ScoreShape, ShapePoint } from '../../../shared/domain/score-shape.ts';
import { MOST_SHAPE_POINTS } from '../../../shared/domain/score-shape.ts';
import { pointsOf } from '../../../shared/rules/utilisation-score.ts';

/** A point as it is typed: share used in %, points from 0 to 100. */
export interface PointText {
  readonly utilisation: string;
  readonly score: string;
}

export interface PointProblem {
  /** Index of the point; -1: the points as a whole. */
  readonly index: number;
  readonly key: keyof PointText;
  readonly message: string;
}

export type PointsReading =
  | { readonly ok: true; readonly points: ShapePoint[] }
  | { readonly ok: false; readonly problems: readonly PointProblem[] };

/** `0.6` → `60`, `0.625` → `62.5`. */
function percentText(share: number): string {
  return String(Number((share * 100).toFixed(4)));
}

/** The points of a shape for typing. */
export function textsOf(shape: ScoreShape): readonly PointText[] {
  return pointsOf(shape).map(({ utilisation, score }) => {
    return { utilisation: percentText(utilisation), score: String(score) };
  });
}

function readNumber(text: string): number {
  const bare = text.replace('%', '').trim();
  return bare === '' ? Number.NaN : Number(bare);
}

/** What was typed as points, or what is wrong with each. */
export function readPoints(texts: readonly PointText[]): PointsReading {
  const problems: PointProblem[] = [];
  const points: ShapePoint[] = [];
  texts.forEach((text, index) => {
    const refuse = (key: keyof PointText, message: string) =>
      problems.push({ index, key, message: `Point ${index + 1}: ${message}` });
    const [used, score] = [readNumber(text.utilisation), readNumber(text.score)];
    const before = points.at(-1);
    if (!(used >= 0 && used <= 100))
      refuse('utilisation', `"used" must be a number from 0 to 100 %; "${text.utilisation}" was given.`);
    else if (before && used / 100 <= before.utilisation)
      refuse(
        'utilisation',
        `"used" must be more than the ${percentText(before.utilisation)} % of the point before it; ${used} % was given.`,
      );
    if (!(score >= 0 && score <= 100))
      refuse('score', `"points" must be a number from 0 to 100; "${text.score}" was given.`);
    points.push({ utilisation: Number((used / 100).toFixed(6)), score });
  });
  if (texts.length === 0)
    problems.push({ index: -1, key: 'utilisation', message: 'The curve needs at least one point.' });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, points };
}

/** One more point: halfway to the next, or to the end, on the line that is there. */
export function withPoint(texts: readonly PointText[], after: number): readonly PointText[] {
  const [left, right] = [texts[after], texts[after + 1]];
  if (!left || texts.length >= MOST_SHAPE_POINTS) return texts;
  const middle = (key: keyof PointText, end: number) => {
    const [from, to] = [readNumber(left[key]), right ? readNumber(right[key]) : end];
    return Number.isFinite(from + to) ? String(Number(((from + to) / 2).toFixed(2))) : '';
  };
  const score = right ? middle('score', 0) : left.score;
  return texts.toSpliced(after + 1, 0, { utilisation: middle('utilisation', 100), score });
}

/** The number one step up or down, within 0 to 100; what is no number stays. */
export function stepped(text: string, step: number): string {
  const value = readNumber(text);
  return Number.isNaN(value) ? text : String(Math.min(100, Math.max(0, Number((value + step).toFixed(4)))));
}
