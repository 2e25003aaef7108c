import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { hrefOf, listHref, navigate, parseLocation } from '../../ui/location.ts';

/** Goes on to the list that a saved view is of, showing the view. */
export function OpenViewPage({ id }: { id: string }) {
  const { data, error } = useQuery(api.savedView.get.queryOptions({ input: { ref: id } }));
  const list = data ? listHref(data.record.noun) : null;
  useEffect(() => {
    if (list) navigate(hrefOf(parseLocation(list).path, { view: id, show: '1' }), { replace: true });
  }, [list, id]);
  if (error) return <EmptyState title="The view cannot be opened">{failureFrom(error).message}</EmptyState>;
  if (data && !list) return <EmptyState title={`There is no list of ${data.record.noun}`} />;
  return null;
}
