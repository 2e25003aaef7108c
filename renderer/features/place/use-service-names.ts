import { useQuery } from '@tanstack/react-query';
import { nounClient, nounQueryKey } from '../../bridge/noun-client.ts';

const INPUT = { query: '', sort: [{ key: 'name', descending: false }], limit: 1000 };

/** Names of the services by id, for fields that hold one. */
export function useServiceNames(): Readonly<Record<string, string>> {
  const { data } = useQuery({
    queryKey: nounQueryKey('service', 'list', INPUT),
    queryFn: ({ signal }) => nounClient('service').list(INPUT, { signal }),
    select: ({ items }) => Object.fromEntries(items.map((item) => [item.record.id, item.name])),
  });
  return data ?? {};
}
