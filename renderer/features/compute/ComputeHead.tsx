import { IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { COMPUTE_STATES, COMPUTE_TYPES } from '../../../shared/domain/compute.ts';
import { api } from '../../bridge/client.ts';
import type { NounDetail } from '../../bridge/noun-client.ts';
import { Badge, TagChip } from '../../ui/Badge.tsx';
import { plainText } from '../../ui/plain-text.ts';
import { hrefOf, objectHref } from '../../ui/location.ts';
import styles from './ComputePage.module.css';

/** State, type, place, role, owner and tags on one line or two. */
export function ComputeHead({ detail }: { detail: NounDetail }) {
  const { record, tags } = detail;
  const state = COMPUTE_STATES.find((entry) => entry.value === record['state']);
  const type = COMPUTE_TYPES.find((entry) => entry.value === record['type']);
  const words = [record['role'], record['owner'], record['provider'], record['region']].map(plainText);
  const [role, owner, provider, region] = words;
  return (
    <div className={styles.head}>
      {state ? <Badge tone={state.tone}>{state.label}</Badge> : null}
      <span>{type?.label}</span>
      <Place id={record.id} />
      {role ? <span>Role {role}</span> : null}
      {owner ? <span>Owner {owner}</span> : null}
      {provider || region ? <span>{[provider, region].filter(Boolean).join(', ')}</span> : null}
      {Object.entries(tags).map(([key, value]) => (
        <TagChip key={key} name={key} value={value} />
      ))}
    </div>
  );
}

function Place({ id }: { id: string }) {
  const place = useQuery(api.compute.place.queryOptions({ input: { ref: id } })).data;
  if (!place) return null;
  if (place.path.length === 0) return <span className={styles.unplaced}>In no rack</span>;
  return (
    <span className={styles.path} role="group" aria-label="Place">
      {place.path.map((part) => {
        const href = part.noun === 'rack' ? hrefOf(['rack', part.id], { device: id }) : objectHref(part.noun, part.id);
        return (
          <span key={part.id} className={styles.part}>
            {href ? <a href={href}>{part.name}</a> : part.name}
            <IconChevronRight size="0.75rem" aria-hidden />
          </span>
        );
      })}
      <strong>{place.unit}</strong>
    </span>
  );
}
