import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { PlanInput } from '../../../shared/contract/plan.ts';
import { api } from '../../bridge/client.ts';
import { ToneIcon } from '../../ui/ToneIcon.tsx';
import { useActions } from '../../ui/actions.ts';
import { ReferencePicker } from '../noun/ReferencePicker.tsx';
import styles from './RejectedList.module.css';
import { reasonWords } from './reason-words.ts';
import { scoreText, shareText } from './candidate-text.ts';

const NO_NAMES = {};

/** Why not this one? The verdict on any compute by its name. */
export function WhyNot({ input }: { input: PlanInput }) {
  const [computeId, setComputeId] = useState('');
  const box = useRef<HTMLDivElement>(null);
  useActions([
    {
      id: 'why-not',
      label: 'Ask why a compute cannot take it',
      group: 'Place',
      keys: 'w',
      run: () => box.current?.querySelector('input')?.focus(),
    },
  ]);
  const { data } = useQuery({
    ...api.plan.explain.queryOptions({ input: { ...input, compute: computeId } }),
    enabled: computeId !== '',
  });
  return (
    <div className={styles.why} ref={box}>
      <ReferencePicker
        aria-label="Why not this one?"
        placeholder="Why not this one? Type the name of a compute"
        noun="compute"
        id={computeId}
        names={NO_NAMES}
        onId={setComputeId}
      />
      {data?.verdict === 'candidate' && computeId !== '' ? (
        <p className={styles.verdict}>
          <ToneIcon tone="good" />
          {data.compute} can take it: rank {data.rank}, score {scoreText(data)}, {shareText(data.utilisation)} used
          afterwards.
        </p>
      ) : null}
      {data?.verdict === 'rejected' && computeId !== ''
        ? data.reasons.map(reasonWords).map((text) => (
            <p key={text} className={styles.verdict}>
              <ToneIcon tone="bad" />
              {text}
            </p>
          ))
        : null}
    </div>
  );
}
