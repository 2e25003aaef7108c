import { z } from 'zod';
import type { FieldProblem } from './noun.ts';

/** A point of the score shape: at this utilisation (0 to 1) the score is this much (0 to 100). */
export interface ShapePoint {
  readonly utilisation: number;
  readonly score: number;
}

/** The ready-made shapes, as people read them. */
export const SHAPE_LABELS = {
  target: '60 to 70 % full is best',
  classic: 'Closest to 65 % is best (classic)',
  pack: 'Fullest is best (pack)',
  spread: 'Emptiest is best (spread)',
} as const;

export type ShapeName = keyof typeof SHAPE_LABELS;

export const SHAPE_NAMES = Object.keys(SHAPE_LABELS) as [ShapeName, ...ShapeName[]];

export const MOST_SHAPE_POINTS = 20;

/** One of the ready-made shapes, or points of one's own; what points must be is told by `shapeProblems`. */
export const scoreShapeSchema = z.union([
  z.enum(SHAPE_NAMES),
  z.array(z.strictObject({ utilisation: z.number(), score: z.number() })),
]);

export type ScoreShape = z.output<typeof scoreShapeSchema>;

function pointProblems(point: ShapePoint, previous: ShapePoint | undefined, number: number): FieldProblem[] {
  const { utilisation, score } = point;
  const problems: FieldProblem[] = [];
  if (!(utilisation >= 0 && utilisation <= 1)) {
    const message = `Point ${number} has utilisation ${utilisation}; it must lie between 0 and 1.`;
    problems.push({ path: 'utilisation', message, value: utilisation, allowed: '0 to 1' });
  }
  if (!(score >= 0 && score <= 100)) {
    const message = `Point ${number} has score ${score}; it must lie between 0 and 100.`;
    problems.push({ path: 'score', message, value: score, allowed: '0 to 100' });
  }
  if (previous && !(utilisation > previous.utilisation)) {
    const message = `Point ${number} must have a higher utilisation than the point before it (${previous.utilisation}).`;
    problems.push({ path: 'utilisation', message, value: utilisation, allowed: `more than ${previous.utilisation}` });
  }
  return problems;
}

/**
 * What is wrong with user-given points: 1 to 20, utilisations rising within 0 to 1, scores within 0 to 100. `field` is
 * what the paths begin with.
 */
export function shapeProblems(shape: readonly ShapePoint[], field = 'shape'): FieldProblem[] {
  if (shape.length === 0)
    return [{ path: field, message: 'The score shape needs at least one point.', allowed: 'one point or more' }];
  if (shape.length > MOST_SHAPE_POINTS) {
    const message = `The score shape has ${shape.length} points; at most ${MOST_SHAPE_POINTS} are allowed.`;
    return [{ path: field, message, value: shape.length, allowed: `at most ${MOST_SHAPE_POINTS} points` }];
  }
  return shape.flatMap((point, index) =>
    pointProblems(point, shape[index - 1], index + 1).map((problem) => {
      return { ...problem, path: `${field}[${index}].${problem.path}` };
    }),
  );
}
