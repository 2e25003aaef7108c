import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AuditDiscrepancy } from '../../../../shared/contract/audit-schemas.ts';
import type { ResolutionTarget } from '../../../../shared/domain/audit-resolution.ts';
import type { Decision } from '../../../../shared/domain/audit-words.ts';
import { COMPUTE_TYPES } from '../../../../shared/domain/compute.ts';
import { EQUIPMENT_TYPES } from '../../../../shared/domain/equipment.ts';
import { parseRackUnit } from '../../../../shared/rules/rack-units.ts';
import { api } from '../../../bridge/client.ts';
import { nounClient, nounQueryKey } from '../../../bridge/noun-client.ts';
import { Kbd } from '../../../ui/Kbd.tsx';
import { PanelForm } from '../../../ui/PanelForm.tsx';
import { SidePanel } from '../../../ui/SidePanel.tsx';
import { plainText } from '../../../ui/plain-text.ts';
import { Segments } from '../../elevation/Segments.tsx';
import { ReferencePicker } from '../../noun/ReferencePicker.tsx';
import { Refusal } from '../../../ui/Notice.tsx';
import styles from '../Audit.module.css';
import { decisionWord } from '../audit-words.ts';
import { askedFields, filledTarget, targetDraft, type TargetDraft, type TargetField } from './target-draft.ts';

const ONE_UNIT_HALF_U = 2;

interface TargetPanelProps {
  readonly line: AuditDiscrepancy;
  readonly decision: Decision;
  readonly refusal: string | null;
  readonly onDecide: (target: ResolutionTarget) => void;
  readonly onClose: () => void;
}

/** How high the device is that goes there; a new one without a type is taken for one unit. */
function useHeight({ objectId, noun }: AuditDiscrepancy, deviceType: string): number {
  const input = { ref: objectId ?? '-' };
  const recorded = useQuery({
    queryKey: nounQueryKey(noun ?? 'compute', 'get', input),
    queryFn: () => nounClient(noun ?? 'compute').get(input),
    enabled: objectId !== null && noun !== null,
  }).data;
  const ref = deviceType || plainText(recorded?.record['deviceTypeId']);
  const type = useQuery({
    ...api.deviceType.get.queryOptions({ input: { ref: ref || '-' } }),
    enabled: ref !== '',
  }).data;
  return type?.record.heightHalfU ?? ONE_UNIT_HALF_U;
}

/** The values that a decision still needs: where a device goes, what a new record is called. */
export function TargetPanel({ line, decision, refusal, onDecide, onClose }: TargetPanelProps) {
  const [draft, setDraft] = useState(() => targetDraft(line, decision));
  const [problem, setProblem] = useState<string | null>(null);
  const asked = askedFields(decision, line, draft.noun);
  const height = useHeight(line, draft.deviceType);
  const rackRef = draft.rack || line.observed.rackId || '';
  const rack = useQuery({
    ...api.rack.get.queryOptions({ input: { ref: rackRef || '-' } }),
    enabled: rackRef !== '' && asked.includes('unit'),
  }).data;
  const submit = () => {
    const unit = draft.unit.trim();
    if (unit !== '' && !rack) return setProblem('Choose the rack that the unit is in.');
    const read = unit === '' || !rack ? null : parseRackUnit(unit, rack.record, height);
    if (read && !read.ok) return setProblem(read.message);
    setProblem(null);
    return onDecide(filledTarget(draft, asked, read?.ok ? read.value : null));
  };
  const told = problem ?? refusal;
  return (
    <PanelForm onSubmit={submit}>
      <SidePanel
        title={`${decisionWord(decision).label}: ${line.name}`}
        onClose={onClose}
        footer={
          <>
            <Button type="submit">{decisionWord(decision).label}</Button> <Kbd keys="mod+enter" />
          </>
        }
      >
        <div className={styles.form}>
          <p>{line.message}</p>
          {told ? <Refusal>{told}</Refusal> : null}
          {asked.map((field) => (
            <TargetInput key={field} field={field} line={line} draft={draft} onDraft={setDraft} />
          ))}
        </div>
      </SidePanel>
    </PanelForm>
  );
}

const TEXTS: Readonly<Partial<Record<TargetField, string>>> = {
  name: 'Name',
  serial: 'Serial number',
  unit: 'Unit',
  bay: 'Bay',
  slot: 'Slot',
};

const REFERENCES: Readonly<Partial<Record<TargetField, readonly [label: string, noun: string]>>> = {
  rack: ['Rack', 'rack'],
  chassis: ['Chassis', 'machine'],
  compute: ['Compute', 'compute'],
  component: ['Component', 'component'],
  deviceType: ['Device type', 'deviceType'],
  shelf: ['Spare shelf', 'spareShelf'],
  keeper: ['Whose number it is', 'machine'],
};

const NOUNS = [
  { value: 'compute', label: 'Compute' },
  { value: 'equipment', label: 'Equipment' },
] as const;

const PART = { value: 'part', label: 'Part' } as const;

interface TargetInputProps {
  readonly field: TargetField;
  readonly line: AuditDiscrepancy;
  readonly draft: TargetDraft;
  readonly onDraft: (draft: TargetDraft) => void;
}

function TargetInput({ field, line, draft, onDraft }: TargetInputProps) {
  const set = (text: string) => onDraft({ ...draft, [field]: text });
  const reference = REFERENCES[field];
  if (field === 'noun')
    return (
      <Segments
        label="What it is"
        options={line.about === 'part' ? [PART, ...NOUNS] : NOUNS}
        value={draft.noun}
        onChange={(noun) => onDraft({ ...draft, noun, type: '' })}
      />
    );
  if (field === 'type')
    return (
      <NativeSelect
        label="Type"
        data={[{ value: '', label: 'as proposed' }, ...(draft.noun === 'compute' ? COMPUTE_TYPES : EQUIPMENT_TYPES)]}
        value={draft.type}
        onChange={(event) => set(event.currentTarget.value)}
      />
    );
  if (field === 'keeper' && line.objectIds.length > 1)
    return (
      <NativeSelect
        label="Keeps the number"
        data={[
          { value: '', label: 'choose' },
          ...line.objectIds.map((id) => ({ value: id, label: line.names[id] ?? 'a device' })),
        ]}
        value={draft.keeper}
        onChange={(event) => set(event.currentTarget.value)}
      />
    );
  if (reference)
    return <ReferencePicker label={reference[0]} noun={reference[1]} id={draft[field]} names={line.names} onId={set} />;
  return <TextInput label={TEXTS[field]} value={draft[field]} onChange={(event) => set(event.currentTarget.value)} />;
}
