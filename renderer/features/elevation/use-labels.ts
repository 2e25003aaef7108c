import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { LabelValues } from '../../../shared/contract/rack.ts';
import { api } from '../../bridge/client.ts';
import { isKnownLabel, knownLabelOf, labelIn, labelTexts, type KnownLabel, type LabelField } from './label-fields.ts';
import { BY_NAME, type Look } from './look.ts';

type Labels = Pick<Look, 'labelOf' | 'byName'>;

interface LabelsWanted {
  /** Ids of the racks in sight. */
  readonly racks: readonly string[];
  readonly field: LabelField;
  /** Known labels that this drawing does not know after all: the engine is asked for them too. */
  readonly unknown?: ReadonlySet<KnownLabel>;
}

/** What is written on the devices of racks: a fact of the drawing, or a field that the engine is asked for. */
export function useLabels({ racks, field, unknown }: LabelsWanted): Labels {
  const known = isKnownLabel(field) && unknown?.has(field) !== true;
  const { data, isError } = useQuery({
    ...api.rack.labelValues.queryOptions({
      input: { racks: [...racks], field },
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
