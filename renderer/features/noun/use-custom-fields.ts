import { useQuery } from '@tanstack/react-query';
import type { CustomField } from '../../../shared/domain/custom-field.ts';
import { api } from '../../bridge/client.ts';

const NONE: readonly CustomField[] = [];

/** The custom fields of a noun, in their order of making; none while they are not `enabled`. */
export function useCustomFields(noun: string, enabled = true): readonly CustomField[] {
  const answer = useQuery({
    ...api.customField.list.queryOptions({
      input: { limit: 1000 },
      select: (page) => page.items.map((item) => item.record).filter((field) => field.noun === noun),
    }),
    enabled,
  });
  return answer.data ?? NONE;
}
