import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlanInput, PlanResult } from '../../../shared/contract/plan.ts';
import type { ReasonCount } from '../../../shared/domain/plan.ts';
import { api } from '../../bridge/client.ts';
import { counted, formatCount } from '../../ui/format.ts';
import facets from './FacetChoice.module.css';
import { RejectedList } from './RejectedList.tsx';
import styles from './RejectedList.module.css';
import { WhyNot } from './WhyNot.tsx';
import { reasonDetail, reasonLabel } from './reason-label.ts';

const ROWS_AT_ONCE = 100;

interface RejectedViewProps {
  readonly input: PlanInput;
  readonly result: PlanResult;
}

/** Why the others cannot take it: grouped by reason, closest misses first, and any one compute by its name. */
export function RejectedView({ input, result }: RejectedViewProps) {
  const [rule, setRule] = useState<string | null>(null);
  const [limit, setLimit] = useState(ROWS_AT_ONCE);
  const known = rule !== null && result.summary.reasons.some((reason) => reason.rule === rule) ? rule : null;
  const { data } = useQuery({
    ...api.plan.rank.queryOptions({
      input: {
        ...input,
        top: 1,
        rejectedLimit: limit,
        recommend: false,
        ...(known === null ? {} : { rejectedRule: known }),
      },
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className={styles.view}>
      <WhyNot input={input} />
      <Reasons reasons={result.summary.reasons} chosen={known} onChosen={setRule} />
      {data ? <RejectedList rejected={data.rejected} /> : null}
      {data && data.rejected.rows.length < data.rejected.total ? (
        <Button variant="subtle" size="compact-xs" onClick={() => setLimit((before) => before * 4)}>
          Show more of the {counted(data.rejected.total, 'compute', 'computes')}
        </Button>
      ) : null}
    </div>
  );
}

interface ReasonsProps {
  readonly reasons: readonly ReasonCount[];
  readonly chosen: string | null;
  readonly onChosen: (rule: string | null) => void;
}

function Reasons({ reasons, chosen, onChosen }: ReasonsProps) {
  const detail = reasons.find((reason) => reason.rule === chosen);
  return (
    <div>
      <div className={facets.values} role="group" aria-label="Reasons">
        {reasons.map((reason) => (
          <button
            key={reason.rule}
            type="button"
            className={facets.value}
            aria-pressed={reason.rule === chosen}
            onClick={() => onChosen(reason.rule === chosen ? null : reason.rule)}
          >
            {reasonLabel(reason)} <span className={facets.count}>{formatCount(reason.count)}</span>
          </button>
        ))}
      </div>
      {detail ? <p className={styles.detail}>{reasonDetail(detail)}</p> : null}
    </div>
  );
}
