import { Button } from '@mantine/core';
import { IconStack2, IconTargetArrow } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ServiceWhere as Where } from '../../../shared/contract/service.ts';
import { api } from '../../bridge/client.ts';
import { Badge } from '../../ui/Badge.tsx';
import { ToneIcon } from '../../ui/ToneIcon.tsx';
import { counted } from '../../ui/format.ts';
import { hrefOf, objectHref } from '../../ui/location.ts';
import { resourcesText } from '../noun/field-text.ts';
import styles from './ServiceWhere.module.css';

/** Where a service runs and whether its rules still hold there, and the way to a place for more of it. */
export function ServiceWhere({ serviceId }: { serviceId: string }) {
  const { data } = useQuery(api.service.where.queryOptions({ input: { ref: serviceId } }));
  return (
    <section className={styles.where} aria-label="Where it runs">
      <Button
        component="a"
        variant="light"
        fullWidth
        href={hrefOf(['place'], { service: serviceId })}
        leftSection={<IconTargetArrow size="1rem" aria-hidden />}
      >
        Find a place for it
      </Button>
      <Button
        component="a"
        variant="default"
        fullWidth
        href={hrefOf(['fleet', 'compute'], { place: serviceId })}
        leftSection={<IconStack2 size="1rem" aria-hidden />}
      >
        Place it on several computes…
      </Button>
      {data ? <Running where={data} /> : null}
    </section>
  );
}

function Running({ where }: { where: Where }) {
  if (where.instances === 0) return <p className={styles.note}>It runs nowhere yet.</p>;
  return (
    <details open={!where.holds}>
      <summary>
        {counted(where.instances, 'instance', 'instances')} on {counted(where.rows.length, 'compute', 'computes')}{' '}
        {where.holds ? <Badge tone="good">rules hold</Badge> : <Badge tone="attention">rules broken</Badge>}
      </summary>
      {where.together.map(({ message }) => (
        <p key={message} className={styles.broken}>
          <ToneIcon tone="attention" />
          {message}
        </p>
      ))}
      <ul className={styles.rows}>
        {where.rows.map((row) => (
          <li key={row.computeId}>
            <a href={objectHref('compute', row.computeId) ?? '#'}>{row.compute}</a>{' '}
            <span className={styles.note}>
              {row.quantity > 1 ? `${row.quantity} × ` : ''}
              {resourcesText(row.allocated)}
            </span>
            {row.broken.map(({ message }) => (
              <p key={message} className={styles.broken}>
                <ToneIcon tone={row.overrideReason === null ? 'attention' : 'neutral'} />
                {message}
              </p>
            ))}
            {row.overrideReason === null ? null : <p className={styles.note}>Overridden: {row.overrideReason}</p>}
          </li>
        ))}
      </ul>
    </details>
  );
}
