import { EmptyState } from '../../ui/EmptyState.tsx';
import { updateQuery, useLocation } from '../../ui/location.ts';
import { useRackViews } from '../elevation/use-rack-views.ts';
import { RackScreen } from './RackScreen.tsx';

/** One rack, or several side by side: `?with=` names the others by id. */
export function RackPage({ id }: { id: string }) {
  const { query } = useLocation();
  const others = (query['with'] ?? '').split(',').filter((other) => other !== '' && other !== id);
  const ids = [id, ...others];
  const { views, failure } = useRackViews(ids);
  const [own] = views;
  if (failure && own?.rack.id !== id)
    return <EmptyState title="This rack cannot be shown">{failure.message}</EmptyState>;
  if (!own) return null;
  return (
    <RackScreen
      own={own}
      views={views}
      ids={ids}
      onIds={(chosen) => updateQuery({ with: chosen.slice(1).join(',') || undefined }, { replace: true })}
    />
  );
}
