import { useEffect, useMemo, useState, type Dispatch } from 'react';
import type { PlanInput } from '../../../shared/contract/plan.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { AdviceView } from './AdviceView.tsx';
import { CandidateList } from './CandidateList.tsx';
import { CandidatePanel } from './CandidatePanel.tsx';
import { CompareView } from './CompareView.tsx';
import styles from './PlacePage.module.css';
import { OrderNote } from './OrderNote.tsx';
import { RejectedView } from './RejectedView.tsx';
import { SavePlan } from './SavePlan.tsx';
import { ViewTabs, type ViewTab } from './ViewTabs.tsx';
import type { Looking, PlaceEvent, PlaceState } from './place-machine.ts';
import { useCandidateActions } from './use-candidate-actions.ts';
import { usePlan, type PlanAnswer } from './use-plan.ts';

interface CandidateViewProps {
  readonly state: Exclude<PlaceState, { at: 'asking' | 'booked' }>;
  readonly send: Dispatch<PlaceEvent>;
  readonly input: PlanInput;
}

const FIRST_PAGE = 40;
const MOST_LISTED = 10_000;

/** The answer for one service or size: who can take it and how well, and why the others cannot. */
export function CandidateView({ state, send, input }: CandidateViewProps) {
  const [top, setTop] = useState(FIRST_PAGE);
  const answer = usePlan(input, top);
  const looking = state.at === 'looking' ? state : state.from;
  const { result, failure } = answer;
  const chosenId = state.at === 'looking' ? looking.marked : state.chosen;
  const candidate = useMemo(
    () => result?.candidates.find((entry) => entry.computeId === chosenId) ?? result?.candidates[0],
    [result, chosenId],
  );
  const nothingFits = result?.candidates.length === 0;
  const tabs = tabsOf(answer, looking);
  const shown = nothingFits && looking.view === 'candidates' ? 'advice' : looking.view;
  const view = tabs.some(({ id }) => id === shown) ? shown : 'candidates';
  const marked = view === 'candidates' ? (candidate?.computeId ?? null) : null;
  useCandidateActions({ state, send, tabs: tabs.map(({ id }) => id), marked });
  const chosen = state.at === 'confirming' ? state.chosen : null;
  const gone = chosen !== null && !answer.outdated && candidate !== undefined && candidate.computeId !== chosen;
  useEffect(() => {
    // What is confirmed is what was chosen, never the next one in its place.
    if (gone) send({ type: 'went back' });
  }, [gone, send]);
  if (failure) {
    return (
      <div className={styles.nothing}>
        <EmptyState title="This cannot be planned">{failure.message}</EmptyState>
      </div>
    );
  }
  if (!result) return null;
  return (
    <>
      <div className={styles.middle}>
        <div className={styles.middleHead}>
          <ViewTabs tabs={tabs} view={view} onView={(next) => send({ type: 'viewed', view: next })} />
          <SavePlan input={input} service={result.service} />
        </div>
        <p className={styles.summary} role="status">
          {result.summary.candidates} of {result.summary.computes} computes can take{' '}
          {result.summary.quantity > 1 ? `${result.summary.quantity} × ` : ''}
          {result.service}
        </p>
        {view === 'candidates' && result.candidates.length > 0 ? <OrderNote shape={result.shape} /> : null}
        {view === 'candidates' ? (
          <CandidateList
            candidates={result.candidates}
            total={result.summary.candidates}
            marked={candidate?.computeId ?? null}
            compared={looking.compared}
            outdated={answer.outdated}
            onMark={(computeId) => send({ type: 'marked', computeId })}
            onChoose={(computeId) => send({ type: 'chose', computeId })}
            onMore={() => setTop((before) => Math.min(MOST_LISTED, before * 2))}
          />
        ) : null}
        {view === 'rejected' ? <RejectedView input={input} result={result} /> : null}
        {view === 'compare' ? (
          <CompareView candidates={result.candidates} shape={result.shape} compared={looking.compared} send={send} />
        ) : null}
        {view === 'advice' ? <AdviceView input={input} result={result} /> : null}
      </div>
      {candidate && (view === 'candidates' || state.at !== 'looking') ? (
        <CandidatePanel state={state} send={send} input={input} result={result} candidate={candidate} />
      ) : null}
    </>
  );
}

function tabsOf({ result }: PlanAnswer, { compared }: Looking): readonly ViewTab[] {
  if (!result) return [];
  const { candidates, rejected } = result.summary;
  return [
    { id: 'candidates', label: 'Candidates', count: candidates },
    { id: 'rejected', label: 'Rejected', count: rejected },
    ...(compared.length > 0 ? [{ id: 'compare', label: 'Compare', count: compared.length } as const] : []),
    ...(candidates === 0 ? [{ id: 'advice', label: 'What would help', count: null } as const] : []),
  ];
}
