import { hrefOf } from '../../ui/location.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import facets from './FacetChoice.module.css';
import styles from './PlacePage.module.css';
import { usePlaceDraft } from './place-store.ts';
import { useServiceNames } from './use-service-names.ts';

const PICKED_AT_ONCE = 60;

/** Nothing is asked yet: every service one click away. */
export function StartPlace() {
  const change = usePlaceDraft((state) => state.change);
  const services = Object.entries(useServiceNames());
  if (services.length === 0) {
    return (
      <EmptyState
        title="What is to be placed?"
        actions={<a href={hrefOf(['services'], { new: '1' })}>Make the first service</a>}
      >
        There is no service yet. Choose Size at the left to ask for cores and memory alone, or make a service.
      </EmptyState>
    );
  }
  return (
    <div className={styles.start}>
      <h2>What is to be placed?</h2>
      <p>
        Choose a service. Every compute is then ranked for it, and every one that cannot take it says why. Nothing is
        booked before you confirm.
      </p>
      <div className={facets.values} role="group" aria-label="Services">
        {services.slice(0, PICKED_AT_ONCE).map(([id, name]) => (
          <button
            key={id}
            type="button"
            className={facets.value}
            onClick={() => change({ what: 'service', serviceId: id })}
          >
            {name}
          </button>
        ))}
      </div>
    </div>
  );
}
