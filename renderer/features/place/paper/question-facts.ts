import type { PlanInput } from '../../../../shared/contract/plan.ts';
import { inSentence } from '../../../../shared/domain/label-text.ts';
import { RESOURCE_KEYS, RESOURCE_LABELS } from '../../../../shared/domain/resource.ts';
import type { ScoreShape } from '../../../../shared/domain/score-shape.ts';
import { pointsOf } from '../../../../shared/rules/utilisation-score.ts';
import { curveInWords } from '../../score-shape/curve.ts';
import { shapeLabel } from '../shape-words.ts';

type Fact = readonly [name: string, value: string];

type Scope = Pick<PlanInput, 'constraints' | 'query' | 'buffer' | 'basis'>;

/** Where what was asked may run, and how it was judged; what says nothing is left out. */
export function scopeFacts(scope: Scope, shape: ScoreShape | null): readonly Fact[] {
  const { constraints = {}, query = '', buffer = {}, basis = 'max' } = scope;
  const { tags = {}, computeId: _compute, ...lists } = constraints;
  const places = Object.entries(lists).flatMap(([key, values]): Fact[] =>
    Array.isArray(values) && values.length > 0
      ? [[key.charAt(0).toUpperCase() + key.slice(1), values.join(' or ')]]
      : [],
  );
  const tagged = Object.entries(tags).map(([key, value]) => `${key}=${value}`);
  const kept = RESOURCE_KEYS.flatMap((key) => {
    const share = buffer[key] ?? 0;
    return share > 0 ? [`${Number((share * 100).toFixed(2))} % of ${inSentence(RESOURCE_LABELS[key].label)}`] : [];
  });
  return [
    ...places,
    ['Tags', tagged.join(', ')],
    ['Filter', query],
    ['Kept free', kept.join(', ')],
    ['Booked', basis === 'max' ? 'the most that fits, up to the maximum' : 'the minimum'],
    ...(shape === null ? [] : [['A good fit', `${shapeLabel(shape)}: ${curveInWords(pointsOf(shape))}`] as const]),
  ];
}
