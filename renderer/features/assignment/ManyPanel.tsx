import { Radio, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Refusal } from '../../ui/Notice.tsx';
import { PanelForm } from '../../ui/PanelForm.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { SubmitButtons } from '../../ui/SubmitButtons.tsx';
import { counted } from '../../ui/format.ts';
import { ReferencePicker } from '../noun/ReferencePicker.tsx';
import { useServiceNames } from '../place/use-service-names.ts';
import formStyles from '../../ui/Form.module.css';
import styles from './Many.module.css';
import { declaresPorts, ManyPorts, type Booked } from './ManyPorts.tsx';
import { ManyPreview } from './ManyPreview.tsx';
import { EMPTY_MANY, outcomeOf, previewedOf, readQuantity, type ManyDraft } from './many-draft.ts';
import { useManyPreview } from './use-many-preview.ts';

interface ManyPanelProps {
  readonly computes: readonly string[];
  /** A service chosen already; empty: none. */
  readonly serviceId: string;
  readonly onClose: () => void;
}

/** One service on all selected computes: says for each beforehand whether it can take it, and books them as one change. */
export function ManyPanel({ computes, serviceId, onClose }: ManyPanelProps) {
  const [draft, setDraft] = useState<ManyDraft>({ ...EMPTY_MANY, serviceId });
  const change = (part: Partial<ManyDraft>) => setDraft((before) => ({ ...before, ...part }));
  const [booked, setBooked] = useState<readonly Booked[] | null>(null);
  const reading = readQuantity(draft.quantity);
  const { preview, failure } = useManyPreview(draft, computes);
  const book = useCommand(client.assignment.toMany, { failures: 'inline' });
  const outcome = preview ? outcomeOf(draft, preview.rows) : null;
  const ready = reading.ok && outcome !== null && outcome.missing === null;
  const submit = async () => {
    if (!ready || !preview) return;
    const { basis, unfit, reason } = draft;
    const way = unfit === 'override' && outcome.refused > 0 ? { overrideReason: reason } : { onlyFitting: true };
    const wanted = { service: draft.serviceId, computes: [...computes], quantity: reading.quantity, basis };
    const made = await book.run({ ...wanted, ...way, previewed: previewedOf(preview.rows) });
    if (!made) return;
    const left = new Set(made.skipped.map(({ computeId }) => computeId));
    const assignments = preview.rows
      .filter(({ computeId }) => !left.has(computeId))
      .map(({ computeId }) => ({ service: draft.serviceId, compute: computeId }));
    if (await declaresPorts(assignments)) setBooked(assignments);
    else onClose();
  };
  if (booked) return <ManyPorts assignments={booked} onClose={onClose} />;
  return (
    <PanelForm onSubmit={() => void submit()}>
      <SidePanel
        title={`Place a service on ${counted(computes.length, 'compute', 'computes')}`}
        onClose={onClose}
        footer={
          <SubmitButtons disabled={!ready} pending={book.pending} withKey onCancel={onClose}>
            {outcome && outcome.booked > 0 ? `Place on ${counted(outcome.booked, 'compute', 'computes')}` : 'Place'}
          </SubmitButtons>
        }
      >
        <div className={formStyles.form}>
          {book.failure ? <Refusal>{book.failure.message}</Refusal> : null}
          {failure ? <Refusal>{failure.message}</Refusal> : null}
          <Asked draft={draft} problem={reading.ok ? null : reading.message} onChange={change} />
          {computes.length === 0 ? (
            <p className={formStyles.note}>
              No compute is selected yet. Tick computes in the list beside this, or filter it and tick all of them.
            </p>
          ) : null}
          {preview && outcome ? (
            <>
              {outcome.refused > 0 ? <UnfitChoice draft={draft} refused={outcome.refused} onChange={change} /> : null}
              <ManyPreview rows={preview.rows} outcome={outcome} override={draft.unfit === 'override'} />
            </>
          ) : null}
        </div>
      </SidePanel>
    </PanelForm>
  );
}

interface PartProps {
  readonly draft: ManyDraft;
  readonly onChange: (part: Partial<ManyDraft>) => void;
}

function Asked({ draft, problem, onChange }: PartProps & { readonly problem: string | null }) {
  const names = useServiceNames();
  return (
    <>
      <ReferencePicker
        label="Service"
        withAsterisk
        placeholder="Type a part of its name"
        noun="service"
        id={draft.serviceId}
        names={names}
        onId={(serviceId) => onChange({ serviceId })}
      />
      <div className={styles.pair}>
        <TextInput
          label="Instances on each"
          inputMode="numeric"
          value={draft.quantity}
          error={problem}
          onChange={(event) => onChange({ quantity: event.currentTarget.value })}
        />
        <div>
          <span className={styles.label}>Book</span>
          <SegmentedControl
            fullWidth
            aria-label="Amounts to book"
            value={draft.basis}
            onChange={(basis) => onChange({ basis })}
            data={[
              { value: 'max', label: 'Most that fits' },
              { value: 'min', label: 'Minimum' },
            ]}
          />
        </div>
      </div>
    </>
  );
}

function UnfitChoice({ draft, refused, onChange }: PartProps & { readonly refused: number }) {
  return (
    <div className={styles.unfit}>
      <Radio.Group
        label={`${counted(refused, 'compute', 'computes')} cannot take it`}
        value={draft.unfit}
        onChange={(value) => onChange({ unfit: value === 'override' ? 'override' : 'leave' })}
      >
        <div className={styles.ways}>
          <Radio value="leave" label="Leave them out" />
          <Radio value="override" label="Place there all the same, with a reason" />
        </div>
      </Radio.Group>
      {draft.unfit === 'override' ? (
        <TextInput
          label="Reason"
          description="Stays with each of them, marked as an override; each is booked at the minimum."
          maxLength={500}
          withAsterisk
          value={draft.reason}
          onChange={(event) => onChange({ reason: event.currentTarget.value })}
        />
      ) : null}
    </div>
  );
}
