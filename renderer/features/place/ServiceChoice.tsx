import { useQuery } from '@tanstack/react-query';
import { placementInWords } from '../../../shared/rules/placement-words.ts';
import { api } from '../../bridge/client.ts';
import { hrefOf } from '../../ui/location.ts';
import { ReferencePicker } from '../noun/ReferencePicker.tsx';
import { resourcesText } from '../noun/field-text.ts';
import styles from './PlacePage.module.css';
import { QuantityField } from './QuantityField.tsx';
import type { PlaceQuestion } from './place-draft.ts';
import { usePlaceDraft } from './place-store.ts';
import { useServiceNames } from './use-service-names.ts';

/** One stored service, and what it asks for. */
export function ServiceChoice({ question }: { question: PlaceQuestion }) {
  const { draft, change } = usePlaceDraft();
  const names = useServiceNames();
  return (
    <>
      <ReferencePicker
        label="Service"
        placeholder="Type a part of its name"
        noun="service"
        id={draft.serviceId}
        names={names}
        onId={(serviceId) => change({ serviceId })}
      />
      {draft.serviceId === '' ? null : <Asked serviceId={draft.serviceId} />}
      <QuantityField question={question} />
    </>
  );
}

function Asked({ serviceId }: { serviceId: string }) {
  const { data } = useQuery(api.service.get.queryOptions({ input: { ref: serviceId } }));
  if (!data) return null;
  const { minSpec, maxSpec, placement } = data.record;
  return (
    <dl className={styles.asked}>
      <dt>Needs</dt>
      <dd>{resourcesText(minSpec) || 'nothing'}</dd>
      {Object.keys(maxSpec).length > 0 ? (
        <>
          <dt>Up to</dt>
          <dd>{resourcesText(maxSpec)}</dd>
        </>
      ) : null}
      <dt>Rules</dt>
      <dd>
        {placementInWords(placement)} · <a href={hrefOf(['services'], { open: serviceId })}>edit</a>
      </dd>
    </dl>
  );
}
