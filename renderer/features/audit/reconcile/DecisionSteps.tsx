import { decisionWord } from '../audit-words.ts';
import { OutcomesDialog } from './OutcomesDialog.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import { TargetPanel } from './TargetPanel.tsx';
import type { Decisions } from './use-decisions.ts';

/** What a decision asks for before it is made. */
export function DecisionSteps({ decisions }: { decisions: Decisions }) {
  const { step, told, pending, cancel } = decisions;
  if (!step) return null;
  const { decision, lines } = step;
  const [line] = lines;
  switch (step.kind) {
    case 'reason':
      return (
        <ReasonDialog
          decision={decision}
          count={lines.length}
          reason={decisions.lastReason}
          onReason={decisions.withReason}
          onClose={cancel}
        />
      );
    case 'target':
      return line ? (
        <TargetPanel
          key={line.key}
          line={line}
          decision={decision}
          refusal={told}
          onDecide={decisions.withTarget}
          onClose={cancel}
        />
      ) : null;
    case 'preview':
      return (
        <OutcomesDialog
          title={`${decisionWord(decision).label}: what it would do`}
          outcomes={step.outcomes}
          failure={told}
          verb="Decide"
          partial
          pending={pending}
          onConfirm={decisions.confirm}
          onClose={cancel}
        />
      );
  }
}
