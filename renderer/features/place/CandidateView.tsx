import { useMemo, useState, type Dispatch } from 'react';
import type { PlanInput } from '../../../shared/contract/plan.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { CandidateList } from './CandidateList.tsx';
import { CandidatePanel } from './CandidatePanel.tsx';
import styles from './PlacePage.module.css';
import { RejectedList } from './RejectedList.tsx';
import { ViewTabs } from './ViewTabs.tsx';
import type { PlaceEvent, PlaceState } from './place-machine.ts';
import { usePlan } from './use-plan.ts';

interface CandidateViewProps {
  readonly state: PlaceState;
  readonly send: Dispatch<PlaceEvent>;
  readonly input: PlanInput;
}

const FIRST_PAGE = 50;

/** The answer for one service or size: who can take it and how well, and why the others cannot. */
export function CandidateView({ state, send, input }: CandidateViewProps) {
  const [top, setTop] = useState(FIRST_PAGE);
  const { result, failure, outdated } = usePlan(input, { top });
  const looking = state.at === 'looking' ? state : null;
  const view = looking?.view ?? 'candidates';
  const marked = looking?.marked ?? null;
  const candidate = useMemo(
    () => result?.candidates.find((entry) => entry.computeId === marked) ?? result?.candidates[0],
    [result, marked],
  );
  if (failure) return <EmptyState title="This cannot be planned">{failure.message}</EmptyState>;
  if (!result) return null;
  return (
    <>
      <div className={styles.middle}>
        <ViewTabs view={view} result={result} onView={(next) => send({ type: 'viewed', view: next })} />
        <p className={styles.summary} aria-live="polite">
          {result.summary.candidates} of {result.summary.computes} computes can take {result.service}
        </p>
        {view === 'rejected' ? (
          <RejectedList rejected={result.rejected} />
        ) : (
          <CandidateList
            candidates={result.candidates}
            total={result.summary.candidates}
            marked={candidate?.computeId ?? null}
            outdated={outdated}
            onMark={(computeId) => send({ type: 'marked', computeId })}
            onChoose={(computeId) => send({ type: 'chose', computeId })}
            onMore={() => setTop((before) => Math.min(10_000, before * 2))}
          />
        )}
      </div>
      {candidate ? <CandidatePanel state={state} send={send} input={input} result={result} candidate={candidate} /> : null}
    </>
  );
}
