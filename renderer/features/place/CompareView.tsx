import { Button } from '@mantine/core';
import type { Dispatch, ReactNode } from 'react';
import type { PlacedCandidate } from '../../../shared/contract/plan.ts';
import type { ScoreShape } from '../../../shared/domain/score-shape.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { objectHref } from '../../ui/location.ts';
import { resourcesText } from '../noun/field-text.ts';
import { BeforeAfter } from './BeforeAfter.tsx';
import styles from './CompareView.module.css';
import { badgesOf, bookedAmounts, fitsText, scoreParts, scoreText, standsText } from './candidate-text.ts';
import type { PlaceEvent } from './place-machine.ts';

interface CompareViewProps {
  readonly candidates: readonly PlacedCandidate[];
  readonly shape: ScoreShape;
  readonly compared: readonly string[];
  readonly send: Dispatch<PlaceEvent>;
}

/** Up to four candidates side by side. */
export function CompareView({ candidates, shape, compared, send }: CompareViewProps) {
  const shown = candidates.filter((candidate) => compared.includes(candidate.computeId));
  if (shown.length === 0)
    return <EmptyState title="Nothing to compare">None of the computes you chose can take it any more.</EmptyState>;
  const row = (label: string, cell: (candidate: PlacedCandidate) => ReactNode) => (
    <tr>
      <th scope="row">{label}</th>
      {shown.map((candidate) => (
        <td key={candidate.computeId}>{cell(candidate)}</td>
      ))}
    </tr>
  );
  return (
    <div className={styles.compare}>
      <table aria-label="Candidates side by side">
        <thead>
          <tr>
            <td aria-hidden />
            {shown.map(({ computeId, compute }) => (
              <th key={computeId} scope="col">
                <a href={objectHref('compute', computeId) ?? '#'}>{compute}</a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row('Rank', ({ rank }) => rank)}
          {row('Score', (candidate) => (
            <strong className={styles.score}>{scoreText(candidate)}</strong>
          ))}
          {row('Where', standsText)}
          {row('Resources', ({ resources }) => (
            <BeforeAfter bars={resources} compact />
          ))}
          {row(
            'Each gets',
            (candidate) => `${resourcesText(bookedAmounts(candidate.allocated))} (${fitsText(candidate)})`,
          )}
          {row(
            'Notes',
            (candidate) =>
              badgesOf(candidate)
                .map(({ text }) => text)
                .join(', ') || '–',
          )}
          {row('Why this score', (candidate) => (
            <Parts candidate={candidate} shape={shape} />
          ))}
          {row('Decide', ({ computeId }) => (
            <span className={styles.buttons}>
              <Button size="compact-xs" onClick={() => send({ type: 'chose', computeId })}>
                Place it here
              </Button>
              <Button size="compact-xs" variant="subtle" onClick={() => send({ type: 'compared', computeId })}>
                Leave out
              </Button>
            </span>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Parts({ candidate, shape }: { candidate: PlacedCandidate; shape: ScoreShape }) {
  return (
    <ul className={styles.parts}>
      {scoreParts(candidate, shape).map(({ label, value }) => (
        <li key={label}>
          {label}: {value}
        </li>
      ))}
    </ul>
  );
}
