import { useState, type Dispatch } from 'react';
import type { BatchResult } from '../../../shared/contract/plan.ts';
import { failureFrom, isCancelled } from '../../bridge/failure.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ToneIcon } from '../../ui/ToneIcon.tsx';
import { classes } from '../../ui/classes.ts';
import { counted } from '../../ui/format.ts';
import { BatchPanel } from './BatchPanel.tsx';
import { BatchRows } from './BatchRows.tsx';
import { PlanStatus } from './PlanStatus.tsx';
import styles from './PlacePage.module.css';
import { RecommendationCard } from './RecommendationCard.tsx';
import { SaveBatch } from './SaveBatch.tsx';
import { batchSummary, computeGroups, unplacedText } from './batch-groups.ts';
import type { BatchItem, PlaceScope } from './place-draft.ts';
import type { PlaceEvent, PlaceState } from './place-machine.ts';
import { BATCH_WORDS } from './status-words.ts';
import { useBatchPlan } from './use-batch-plan.ts';

interface BatchViewProps {
  readonly state: Exclude<PlaceState, { at: 'asking' | 'booked' }>;
  readonly send: Dispatch<PlaceEvent>;
  readonly items: BatchItem[];
  readonly scope: PlaceScope;
}

/** The answer for several instances: where each goes, in order, and why some stay out. */
export function BatchView({ state, send, items, scope }: BatchViewProps) {
  const following = useBatchPlan(items, scope);
  const { answer: plan, error, isOld } = following;
  const [marked, setMarked] = useState<string | null>(null);
  if (error && !isCancelled(error)) {
    return (
      <div className={styles.nothing}>
        <EmptyState title="This cannot be planned">{failureFrom(error).message}</EmptyState>
      </div>
    );
  }
  if (!plan) {
    return (
      <div className={styles.middle}>
        <PlanStatus following={following} words={BATCH_WORDS} />
      </div>
    );
  }
  const groups = computeGroups(plan);
  const group = groups.find((entry) => entry.computeId === marked) ?? groups[0];
  return (
    <>
      <div className={styles.middle}>
        <PlanStatus following={following} words={BATCH_WORDS} />
        <div className={classes(styles.batch, isOld && styles.outdated)}>
          <div className={styles.middleHead}>
            <p className={styles.summary} role="status">
              {batchSummary(plan)}
            </p>
            <SaveBatch scope={scope} plan={plan} />
          </div>
          <LeftOut plan={plan} />
          <ToBuy plan={plan} />
          {groups.length === 0 ? (
            <EmptyState title="Nothing could be placed">Ask for less, or for fewer conditions at the left.</EmptyState>
          ) : (
            <BatchRows groups={groups} marked={group?.computeId ?? null} onMark={setMarked} />
          )}
        </div>
      </div>
      {group ? <BatchPanel {...{ state, send, scope, plan, isOld, group }} /> : null}
    </>
  );
}

/** What to buy for the instances that stay out. */
function ToBuy({ plan }: { plan: BatchResult }) {
  if (plan.purchases.length === 0) return null;
  return (
    <details className={styles.toBuy} open={plan.placed === 0}>
      <summary>What to buy for what stays out</summary>
      <ol aria-label="What to buy">
        {plan.purchases.map(({ serviceId, service, quantity, purchase }) => (
          <RecommendationCard
            key={serviceId ?? service}
            recommendation={purchase}
            about={`${counted(quantity, 'instance', 'instances')} of ${service}`}
          />
        ))}
      </ol>
    </details>
  );
}

function LeftOut({ plan }: { plan: BatchResult }) {
  if (plan.unplaced.length === 0) return null;
  return (
    <ul className={styles.leftOut} aria-label="What stays out">
      {plan.unplaced.map((entry) => (
        <li key={entry.service}>
          <ToneIcon tone="attention" />
          {unplacedText(entry)}
        </li>
      ))}
    </ul>
  );
}
