import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { Verdict } from '../../../shared/domain/plan.ts';
import { api } from '../../bridge/client.ts';
import { failureFrom, isCancelled } from '../../bridge/failure.ts';
import { readQuantity, type ManyDraft } from './many-draft.ts';

interface ManyPreviewAnswer {
  /** Undefined until enough is said, and while the answer shown would be of another question. */
  readonly preview: { readonly rows: readonly Verdict[] } | undefined;
  readonly failure: Failure | null;
}

/** What each of the computes would be booked with, or why not, following every change. */
export function useManyPreview(draft: ManyDraft, computes: readonly string[]): ManyPreviewAnswer {
  const { serviceId: service, basis } = useDeferredValue(draft);
  const reading = readQuantity(draft.quantity);
  const chosen = useDeferredValue(computes);
  const enabled = service !== '' && reading.ok && chosen.length > 0;
  const input = { service, computes: [...chosen], quantity: reading.ok ? reading.quantity : 1, basis };
  const { data, error, isPlaceholderData } = useQuery({
    ...api.assignment.previewMany.queryOptions({ input }),
    enabled,
    placeholderData: keepPreviousData,
  });
  const current = service === draft.serviceId && basis === draft.basis && chosen === computes && !isPlaceholderData;
  return {
    preview: enabled && current && !error ? data : undefined,
    failure: enabled && error && !isCancelled(error) ? failureFrom(error) : null,
  };
}
