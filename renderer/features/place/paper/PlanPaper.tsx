import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PlanInput, PlanResult } from '../../../../shared/contract/plan.ts';
import { placementInWords } from '../../../../shared/rules/placement-words.ts';
import { api } from '../../../bridge/client.ts';
import { failureFrom } from '../../../bridge/failure.ts';
import { Facts } from '../../../ui/Facts.tsx';
import { Refusal } from '../../../ui/Notice.tsx';
import { resourcesText } from '../../noun/field-text.ts';
import { ROWS_ON_PAPER } from '../../print/papers.ts';
import { AdvicePaper } from './AdvicePaper.tsx';
import { CandidatePaper } from './CandidatePaper.tsx';
import { PaperFrame } from './PaperFrame.tsx';
import { RejectedPaper } from './RejectedPaper.tsx';
import { scopeFacts } from './question-facts.ts';

interface PlanPaperProps {
  readonly input: PlanInput;
  readonly onClose: () => void;
}

/** The whole answer for one service or size on paper: what was asked, who can take it and why, who cannot, what would help. */
export function PlanPaper({ input, onClose }: PlanPaperProps) {
  const { data, error } = useQuery({
    ...api.plan.rank.queryOptions({
      input: { ...input, top: ROWS_ON_PAPER, rejectedLimit: ROWS_ON_PAPER, recommend: true },
    }),
    placeholderData: keepPreviousData,
  });
  const what = data ? `${data.summary.quantity > 1 ? `${data.summary.quantity} × ` : ''}${data.service}` : '';
  return (
    <PaperFrame title={`Where ${what || 'it'} fits`} fileName={`Plan ${what}`} onClose={onClose}>
      {error ? <Refusal>{failureFrom(error).message}</Refusal> : null}
      {data ? <Answer input={input} plan={data} /> : null}
    </PaperFrame>
  );
}

function Answer({ input, plan }: { input: PlanInput; plan: PlanResult }) {
  return (
    <>
      <Asked input={input} plan={plan} />
      <p>
        {plan.summary.candidates} of {plan.summary.computes} computes can take it; {plan.summary.rejected} cannot.
      </p>
      <CandidatePaper plan={plan} />
      <RejectedPaper plan={plan} />
      <AdvicePaper plan={plan} />
    </>
  );
}

function Asked({ input, plan }: { input: PlanInput; plan: PlanResult }) {
  const { data } = useQuery({
    ...api.service.get.queryOptions({ input: { ref: plan.serviceId ?? '' } }),
    enabled: plan.serviceId !== null,
  });
  const size = 'adHoc' in input.subject ? input.subject.adHoc : null;
  const [least, most] = size ? [size.min, size.max ?? {}] : [data?.record.minSpec ?? {}, data?.record.maxSpec ?? {}];
  return (
    <Facts
      label="What was asked"
      facts={[
        ['Service', plan.service],
        ['Instances on one compute', String(plan.summary.quantity)],
        ['Each needs', resourcesText(least)],
        ['Each up to', resourcesText(most)],
        ['Rules', data ? placementInWords(data.record.placement) : ''],
        ...scopeFacts(input, plan.shape),
      ]}
    />
  );
}
