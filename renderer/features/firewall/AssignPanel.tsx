import { Button, Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { api, client } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { PanelForm } from '../../ui/PanelForm.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { counted } from '../../ui/format.ts';
import { Refusal } from '../../ui/Notice.tsx';
import styles from './Firewall.module.css';
import { RuleChoice } from './RuleChoice.tsx';
import { readTargets, type Targets, type TargetsBy } from './targets.ts';

interface AssignPanelProps {
  readonly title: string;
  /** Ids of rules chosen already; absent: they are chosen here. */
  readonly rules?: readonly string[];
  /** Ids of computes chosen already; absent: they are chosen here. */
  readonly computes?: readonly string[];
  /** What is selected in the fleet. */
  readonly selected?: ReadonlySet<string>;
  readonly onClose: () => void;
}

const NOBODY: ReadonlySet<string> = new Set();

/** Puts rules on computes or takes them off, in bulk, as one undo. */
export function AssignPanel({ title, rules, computes, selected = NOBODY, onClose }: AssignPanelProps) {
  const [chosenRules, setRules] = useState<readonly string[]>(rules ?? []);
  const [by, setBy] = useState<TargetsBy>(selected.size > 0 ? 'selected' : 'names');
  const [text, setText] = useState('');
  const [enabled, setEnabled] = useState(true);
  const assign = useCommand(client.firewall.assign, { failures: 'inline' });
  const unassign = useCommand(client.firewall.unassign, { failures: 'inline' });
  const reading = computes
    ? { ok: true as const, targets: { computes: [...computes] } }
    : readTargets(by, text, selected);
  const failure = assign.failure ?? unassign.failure;
  const ready = reading.ok && chosenRules.length > 0;
  const submit = async () => {
    if (!ready) return;
    if (await assign.run({ rules: [...chosenRules], ...reading.targets, enabled })) onClose();
  };
  const takeOff = async () => {
    if (!ready) return;
    if (await unassign.run({ rules: [...chosenRules], ...reading.targets })) onClose();
  };
  return (
    <PanelForm onSubmit={() => void submit()}>
      <SidePanel
        title={title}
        onClose={onClose}
        footer={
          <>
            <Button type="submit" disabled={!ready} loading={assign.pending}>
              Assign
            </Button>
            <Button variant="default" disabled={!ready} loading={unassign.pending} onClick={() => void takeOff()}>
              Take off
            </Button>
            <Kbd keys="mod+enter" />
          </>
        }
      >
        <div className={styles.form}>
          {failure ? <Refusal>{failure.message}</Refusal> : null}
          {rules ? null : <RuleChoice chosen={chosenRules} onChosen={setRules} />}
          {computes ? null : (
            <TargetFields by={by} onBy={setBy} text={text} onText={setText} selected={selected.size} />
          )}
          {!computes && reading.ok ? <Matching targets={reading.targets} /> : null}
          {!reading.ok && reading.message !== null ? <Refusal>{reading.message}</Refusal> : null}
          <Checkbox
            label="Enabled"
            description="Off: the rule stands in its place and decides nothing"
            checked={enabled}
            onChange={(event) => setEnabled(event.currentTarget.checked)}
          />
        </div>
      </SidePanel>
    </PanelForm>
  );
}

interface TargetFieldsProps {
  readonly by: TargetsBy;
  readonly onBy: (by: TargetsBy) => void;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly selected: number;
}

function TargetFields({ by, onBy, text, onText, selected }: TargetFieldsProps) {
  return (
    <>
      <SegmentedControl
        aria-label="Computes by"
        value={by}
        onChange={onBy}
        data={[
          ...(selected > 0 ? [{ value: 'selected' as const, label: 'Selected in the fleet' }] : []),
          { value: 'names', label: 'By name' },
          { value: 'filter', label: 'By filter' },
        ]}
      />
      {by === 'selected' ? (
        <p className={styles.note}>{counted(selected, 'compute', 'computes')} selected in the fleet.</p>
      ) : (
        <TextInput
          label="Computes"
          withAsterisk
          description={
            by === 'names' ? 'srv1, srv[003-040]' : 'As in the filter of the fleet: role:db site:ams1; * is all of them'
          }
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={text}
          onChange={(event) => onText(event.currentTarget.value)}
        />
      )}
    </>
  );
}

/** How many computes a filter lists, before anything is written. */
function Matching({ targets }: { targets: Targets }) {
  const query = useDeferredValue('query' in targets ? targets.query : null);
  const { data, error } = useQuery({
    ...api.compute.list.queryOptions({ input: { query: query ?? '', limit: 1 } }),
    enabled: query !== null,
    retry: false,
  });
  if (query === null) return null;
  if (error) return <Refusal>{failureFrom(error).message}</Refusal>;
  return data ? (
    <p className={styles.note} role="status">
      {counted(data.total, 'compute fits', 'computes fit')} the filter.
    </p>
  ) : null;
}
