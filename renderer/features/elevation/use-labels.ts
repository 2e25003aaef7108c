import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { LabelValues } from '../../../shared/contract/rack.ts';
import { api } from '../../bridge/client.ts';
import { isKnownLabel, knownLabelOf, labelIn, labelTexts, type LabelField } from './label-fields.ts';
import { BY_NAME, type Look } from './look.ts';
import type { RackView } from './rack-view.ts';

type Labels = Pick<Look, 'labelOf' | 'byName'>;

/** What is written on the devices of racks: a fact of the drawing, or a field that the engine is asked for. */
export function useLabels(views: readonly RackView[], field: LabelField): Labels {
  const known = isKnownLabel(field);
  const racks = useMemo(() => views.map(({ rack }) => rack.id), [views]);
  const { data, isError } = useQuery({
    ...api.rack.labelValues.queryOptions({
      input: { racks, field },
      select: (answer: LabelValues) => labelTexts(answer, field),
    }),
    enabled: !known && racks.length > 0,
  });
  return useMemo((): Labels => {
    // A field remembered from another workspace may be none here.
    if (field === 'name' || isError) return BY_NAME;
    if (known) return { labelOf: (fact) => knownLabelOf(fact, field), byName: false };
    return { labelOf: (fact) => labelIn(data ?? null, fact), byName: false };
  }, [field, known, data, isError]);
}
