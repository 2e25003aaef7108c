import type { SlotMapView } from '../../../shared/contract/component.ts';
import { FitPanel } from '../part/FitPanel.tsx';
import { PartTimeline } from '../part/PartTimeline.tsx';
import { SerialsPanel } from './SerialsPanel.tsx';
import { UnitPanel } from './UnitPanel.tsx';
import type { PartSteps } from './part-steps.ts';

interface PartPanelsProps {
  readonly computeId: string;
  readonly name: string;
  readonly view: SlotMapView | undefined;
  readonly steps: PartSteps;
  readonly onEdit: (assignmentId: string) => void;
}

/** The panel for what is being done to a part of the compute. */
export function PartPanels({ computeId, name, view, steps, onEdit }: PartPanelsProps) {
  const { step } = steps;
  if (step === null) return null;
  if (step.kind === 'timeline') {
    const { before } = step;
    return (
      <PartTimeline partId={step.partId} onClose={steps.close} onBack={before ? () => steps.show(before) : undefined} />
    );
  }
  if (step.kind === 'fit') {
    return (
      <FitPanel
        key={step.slot}
        target={{ computes: [computeId] }}
        slot={step.slot}
        title={step.slot ? `Fit in ${step.slot}` : `Fit a component in ${name}`}
        onClose={steps.close}
        onFitted={steps.close}
      />
    );
  }
  const assignment = view?.assignments.find(({ id }) => id === step.assignmentId);
  if (!assignment) return null;
  if (step.kind === 'serials') return <SerialsPanel key={assignment.id} assignment={assignment} steps={steps} />;
  const unit = assignment.units[step.index];
  if (!unit) return null;
  return (
    <UnitPanel
      key={`${assignment.id}/${step.index}`}
      computeId={computeId}
      assignment={assignment}
      unit={unit}
      index={step.index}
      steps={steps}
      onEdit={() => {
        steps.close();
        onEdit(assignment.id);
      }}
    />
  );
}
