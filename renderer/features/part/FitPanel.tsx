import { TextInput, Textarea } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { api, client } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { PanelForm } from '../../ui/PanelForm.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { counted } from '../../ui/format.ts';
import { ReferencePicker } from '../noun/ReferencePicker.tsx';
import { FitPreview, type FitPreviewData } from './FitPreview.tsx';
import formStyles from '../../ui/Form.module.css';
import { Refusal } from '../../ui/Notice.tsx';
import { SerialFields } from './SerialFields.tsx';
import { emptyFit, MOST_SERIAL_FIELDS, readFit, type FitDraft, type FitReading } from './fit-draft.ts';
import { targetInput, type FitTarget } from './fit-target.ts';
import { SubmitButtons } from '../../ui/SubmitButtons.tsx';

interface FitPanelProps {
  /** The computes; with several, one command and one undo fit all of them. Null: not said yet. */
  readonly target: FitTarget | null;
  readonly slot?: string | null;
  /** The component, where it is chosen already. */
  readonly component?: { readonly id: string; readonly name: string } | undefined;
  readonly title: string;
  /** Before the fields: which computes. */
  readonly children?: ReactNode;
  readonly onClose: () => void;
  readonly onFitted: () => void;
}

const FIRST_ORDER = ['label', 'input', 'error', 'description'] as ('label' | 'input' | 'error' | 'description')[];

function useFitPreview(target: FitTarget | null, draft: FitDraft) {
  const asked = useDeferredValue(draft);
  const computes = useDeferredValue(target);
  const reading = readFit(asked);
  const ready = reading.ok && computes !== null;
  const input = ready ? { ...targetInput(computes), ...reading.input } : { computes: ['-'], component: '-' };
  const { data, error } = useQuery({
    ...api.component.assignPreview.queryOptions({ input }),
    enabled: ready,
    placeholderData: keepPreviousData,
  });
  return { preview: ready && !error ? data : undefined, failure: ready && error ? failureFrom(error) : null };
}

/** Fits a component into one compute or many: says for each, while it is typed, whether and where it fits. */
export function FitPanel(props: FitPanelProps) {
  const { target, component, title, onClose, onFitted } = props;
  const single = target !== null && 'computes' in target && target.computes.length === 1;
  const [draft, setDraft] = useState({ ...emptyFit(props.slot ?? null), component: component?.id ?? '' });
  const reading = readFit(draft);
  const { preview, failure } = useFitPreview(target, draft);
  const assign = useCommand(client.component.assign, { failures: 'inline' });
  const fits = preview?.fits ?? 0;
  const submit = async () => {
    if (!reading.ok || !target || fits === 0) return;
    if (await assign.run({ ...targetInput(target), ...reading.input, accept: 'good' })) onFitted();
  };
  return (
    <PanelForm onSubmit={() => void submit()}>
      <SidePanel
        title={title}
        onClose={onClose}
        footer={
          <>
            <SubmitButtons disabled={!reading.ok || fits === 0} pending={assign.pending} withKey onCancel={onClose}>
              {single ? 'Fit it' : `Fit in ${counted(fits, 'compute', 'computes')}`}
            </SubmitButtons>
          </>
        }
      >
        <div className={formStyles.form}>
          {assign.failure ? <Refusal>{assign.failure.message}</Refusal> : null}
          {failure ? <Refusal>{failure.message}</Refusal> : null}
          {props.children}
          <FitFields draft={draft} onDraft={setDraft} names={component ? { [component.id]: component.name } : {}}>
            {single ? <Serials draft={draft} reading={reading} preview={preview} onDraft={setDraft} /> : null}
          </FitFields>
          {!reading.ok && draft.component !== '' ? <Refusal>{reading.message}</Refusal> : null}
          {preview ? <FitPreview preview={preview} /> : null}
        </div>
      </SidePanel>
    </PanelForm>
  );
}

interface FitFieldsProps {
  readonly draft: FitDraft;
  readonly onDraft: (draft: FitDraft) => void;
  readonly names: Readonly<Record<string, string>>;
  /** Between the place and the dates: serial numbers. */
  readonly children: ReactNode;
}

function FitFields({ draft, onDraft, names, children }: FitFieldsProps) {
  const text = (key: 'quantity' | 'slot' | 'installedAt' | 'warrantyEnd' | 'notes') => ({
    value: draft[key],
    onChange: (event: { currentTarget: { value: string } }) => onDraft({ ...draft, [key]: event.currentTarget.value }),
  });
  return (
    <>
      <ReferencePicker
        label="Component"
        withAsterisk
        noun="component"
        id={draft.component}
        names={names}
        onId={(id) => onDraft({ ...draft, component: id })}
      />
      <div className={formStyles.pair}>
        <TextInput label="Quantity" inputMode="numeric" {...text('quantity')} />
        <TextInput
          label="Slot"
          description="One, or a range such as DIMM0-3; empty: the first free ones"
          inputWrapperOrder={FIRST_ORDER}
          {...text('slot')}
        />
      </div>
      {children}
      <div className={formStyles.pair}>
        <TextInput label="Installed" type="date" {...text('installedAt')} />
        <TextInput label="Warranty end" type="date" {...text('warrantyEnd')} />
      </div>
      <Textarea label="Notes" rows={2} {...text('notes')} />
    </>
  );
}

interface SerialsProps {
  readonly draft: FitDraft;
  readonly reading: FitReading;
  readonly preview: FitPreviewData | undefined;
  readonly onDraft: (draft: FitDraft) => void;
}

function Serials({ draft, reading, preview, onDraft }: SerialsProps) {
  const quantity = reading.ok ? reading.quantity : Number(draft.quantity);
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > MOST_SERIAL_FIELDS || draft.component === '')
    return null;
  const slots = preview?.rows[0]?.slots ?? [];
  const labels = Array.from({ length: quantity }, (_, index) => {
    const place = slots[index] ?? (quantity === 1 ? null : `unit ${index + 1}`);
    return place ? `Serial number, ${place}` : 'Serial number';
  });
  const warnings = new Map(preview?.warnings.map(({ serial, message }) => [serial, message]));
  return (
    <SerialFields
      labels={labels}
      serials={draft.serials}
      warnings={warnings}
      onSerials={(serials) => onDraft({ ...draft, serials })}
    />
  );
}
