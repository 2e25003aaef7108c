import { SHAPE_LABELS, type ScoreShape } from '../../../shared/domain/score-shape.ts';
import type { UtilisationShape } from '../../../shared/rules/utilisation-score.ts';
import { bestUtilisation, pointsOf, scoreOf } from '../../../shared/rules/utilisation-score.ts';

/** A share with up to two decimals, never broken from its sign: `52.98 %`. */
export function exactPercent(share: number): string {
  return `${Number((share * 100).toFixed(2))}\u00A0%`;
}

export function shapeLabel(shape: ScoreShape): string {
  return typeof shape === 'string' ? SHAPE_LABELS[shape].toLowerCase() : 'points of its own';
}

const WISHES = {
  target:
    'First come the computes that would end 60 to 70 % full: well packed, with room left to grow. Emptier ones come later, so that whole machines stay free; fuller ones come last.',
  classic: 'First come the computes that would end closest to 65 % full; each percent away from it costs one point.',
  pack: 'First come the computes that would end fullest: machines are filled up before others are begun.',
  spread: 'First come the computes that would end emptiest: the load is spread over all machines.',
} as const;

/** What the order of the candidates wishes for, in plain words. */
export function orderWish(shape: ScoreShape): string {
  return typeof shape === 'string'
    ? WISHES[shape]
    : 'First come the computes that the curve under "How it is judged" gives the most points for how full they would end.';
}

/** What decides between equal scores, in order. */
export function tieWords(shape: ScoreShape): readonly string[] {
  const best = exactPercent(bestUtilisation(pointsOf(shape)));
  return [
    'computes on which it gets its maximum come before those on which it gets less',
    'computes with free GPUs come last where no GPU is needed, to keep them free',
    'the compute whose resources are then used most evenly comes first',
    `then the one closest to ${best} full, the one whose fullest resource is less full, and the name`,
  ];
}

const points = (score: number): string => String(Number(score.toFixed(2)));

/** How the share used becomes points, with the numbers to reckon it again: every step ends at the score that is shown. */
export function pointsInWords(utilisation: number, shape: UtilisationShape): string {
  const now = exactPercent(utilisation);
  const right = shape.find((point) => utilisation <= point.utilisation);
  const left = shape.findLast((point) => point.utilisation < utilisation);
  if (!left || !right) {
    const end = right ?? left;
    if (!end) return 'none';
    return `${points(end.score)}, as for all ${right ? 'up to' : 'from'} ${exactPercent(end.utilisation)} used`;
  }
  const [from, to] = [exactPercent(left.utilisation), exactPercent(right.utilisation)];
  const score = scoreOf(utilisation, shape).toFixed(1);
  if (left.score === right.score) return `${points(left.score)}, as for all from ${from} to ${to} used`;
  const rising = right.score > left.score;
  const share = left.utilisation === 0 ? `${now} / ${to}` : `(${now} − ${from}) / (${to} − ${from})`;
  const gained = `${points(Math.abs(right.score - left.score))} × ${share}`;
  const start = left.score === 0 ? '' : `${points(left.score)} ${rising ? '+' : '−'} `;
  return `${rising ? 'rise' : 'fall'} evenly from ${points(left.score)} at ${from} used to ${points(right.score)} at ${to}: ${start}${gained} = ${score}`;
}
