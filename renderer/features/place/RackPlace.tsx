import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../bridge/client.ts';
import { hrefOf } from '../../ui/location.ts';
import styles from './CandidatePanel.module.css';
import { RackThumb } from './RackThumb.tsx';

/** Where a compute stands: its rack drawn small, with the compute marked. */
export function RackPlace({ computeId }: { computeId: string }) {
  const place = useQuery({
    ...api.compute.place.queryOptions({ input: { ref: computeId } }),
    placeholderData: keepPreviousData,
  }).data;
  const rack = place?.path.find((step) => step.noun === 'rack');
  const elevation = useQuery({
    ...api.rack.elevation.queryOptions({ input: { ref: rack?.id ?? '' } }),
    enabled: rack !== undefined,
    placeholderData: keepPreviousData,
  }).data;
  if (!place || !rack) return null;
  return (
    <section className={styles.place} aria-label="Where it stands">
      <p>
        <a href={hrefOf(['rack', rack.id])}>Rack {rack.name}</a>
        {place.unit === null ? '' : `, ${place.unit}`}
      </p>
      {elevation ? (
        <RackThumb heightU={elevation.rack.heightU} mounted={elevation.mounted} computeId={computeId} />
      ) : null}
    </section>
  );
}
