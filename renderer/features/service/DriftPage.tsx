import type { InferContractRouterOutputs } from '@orpc/contract';
import type { ReactNode } from 'react';
import type { Contract } from '../../../shared/contract/index.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { ToneIcon } from '../../ui/ToneIcon.tsx';
import { hrefOf } from '../../ui/location.ts';
import styles from './ServiceWhere.module.css';

type Drifted = InferContractRouterOutputs<Contract>['service']['drift'];

/** Services of which a rule no longer holds where they run. */
export function DriftPage({ tabs, drifted }: { tabs: ReactNode; drifted: Drifted | undefined }) {
  return (
    <Page title="Services" bar={tabs}>
      {drifted?.length === 0 ? (
        <EmptyState title="All rules hold">Every service runs where its rules allow it.</EmptyState>
      ) : null}
      <ul aria-label="Services with broken rules">
        {drifted?.map((entry) => (
          <li key={entry.serviceId} className={styles.drifted}>
            <a href={hrefOf(['services'], { open: entry.serviceId })}>{entry.service}</a>
            <ul>
              {entry.messages.map((message) => (
                <li key={message} className={styles.broken}>
                  <ToneIcon tone="attention" />
                  {message}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Page>
  );
}
