import { usePrefetchQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api } from '../../bridge/client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { updateQuery, useLocationPart } from '../../ui/location.ts';
import type { RackView } from '../elevation/rack-view.ts';
import { useRackViews } from '../elevation/use-rack-views.ts';
import { RackScreen } from './RackScreen.tsx';

/** One rack, or several side by side: `?with=` names the others by id. */
export function RackPage({ id }: { id: string }) {
  // Asked before the screen that was there is taken away: the engine answers meanwhile.
  usePrefetchQuery(api.rack.elevation.queryOptions({ input: { ref: id } }));
  const beside = useLocationPart(({ query }) => query['with']) ?? '';
  const ids = useMemo(() => [id, ...beside.split(',').filter((other) => other !== '' && other !== id)], [id, beside]);
  const { views, failure } = useRackViews(ids);
  const arrived = views[0]?.rack.id === id;
  const shown = useNewestShown(arrived ? views : null, ids);
  if (failure && !arrived) return <EmptyState title="This rack cannot be shown">{failure.message}</EmptyState>;
  const [own] = shown?.views ?? [];
  if (!shown || !own) return null;
  return <RackScreen own={own} views={shown.views} ids={shown.ids} onIds={showBeside} />;
}

function showBeside([, ...others]: readonly string[]): void {
  updateQuery({ with: others.join(',') || undefined }, { replace: true });
}

interface Shown {
  readonly views: readonly RackView[];
  readonly ids: readonly string[];
}

/** The racks that have arrived; until the next ones have, those before them, so that the screen is never empty. */
function useNewestShown(views: readonly RackView[] | null, ids: readonly string[]): Shown | null {
  const [last, keep] = useState<Shown | null>(null);
  const shown = useMemo(() => (views ? { views, ids } : null), [views, ids]);
  if (shown && shown !== last) keep(shown);
  return shown ?? last;
}
