import { useQuery } from '@tanstack/react-query';
import { api } from '../../bridge/client.ts';

/** The bytes of an attachment; they are dropped soon after nobody shows them. */
export function useAttachedFile(id: string, wanted: boolean) {
  return useQuery({
    ...api.journal.attachment.queryOptions({ input: { id } }),
    enabled: wanted,
    gcTime: 10_000,
    retry: false,
  });
}
