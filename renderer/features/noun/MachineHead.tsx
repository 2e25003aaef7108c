import { IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Choice } from '../../../shared/domain/field.ts';
import { api } from '../../bridge/client.ts';
import type { NounDetail } from '../../bridge/noun-client.ts';
import { Badge, TagChip } from '../../ui/Badge.tsx';
import { hrefOf, objectHref } from '../../ui/location.ts';
import { plainText } from '../../ui/plain-text.ts';
import styles from './MachineHead.module.css';

interface MachineHeadProps {
  readonly detail: NounDetail;
  readonly states: readonly Choice[];
  readonly types: readonly Choice[];
  /** Facts of one kind of machine only, before the tags. */
  readonly children?: ReactNode;
}

/** State, type, place, role, owner and tags of a compute or equipment on one line or two. */
export function MachineHead({ detail: { record, tags }, states, types, children }: MachineHeadProps) {
  const state = states.find(({ value }) => value === record['state']);
  const type = types.find(({ value }) => value === record['type']);
  const [role, owner] = [plainText(record['role']), plainText(record['owner'])];
  return (
    <div className={styles.head}>
      {state ? <Badge tone={state.tone ?? 'neutral'}>{state.label}</Badge> : null}
      <span>{type?.label}</span>
      <Place id={record.id} />
      {role ? <span>Role {role}</span> : null}
      {owner ? <span>Owner {owner}</span> : null}
      {children}
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
