import { inSentence } from '../../../shared/domain/label-text.ts';
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { FieldProblem } from '../../../shared/domain/noun.ts';
import { nounClient } from '../../bridge/noun-client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { PanelForm } from '../../ui/PanelForm.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { counted } from '../../ui/format.ts';
import { FieldEditor } from './FieldEditor.tsx';
import styles from './BulkPanel.module.css';
import { emptyDraft, readDraft } from './form-values.ts';
import type { NounScreen } from './noun-screen.ts';
import { SubmitButtons } from '../../ui/SubmitButtons.tsx';

interface BulkPanelProps {
  readonly screen: NounScreen;
  readonly refs: readonly string[];
  readonly onClose: () => void;
}

/** Sets the ticked fields on every selected row, in one undo. */
export function BulkPanel({ screen, refs, onClose }: BulkPanelProps) {
  const { definition, noun } = screen;
  const fields = definition.fieldList.filter((field) => field.meta.bulkEditable && !field.meta.readOnly);
  const [draft, setDraft] = useState(() => emptyDraft(definition));
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const update = useCommand(nounClient(noun).bulkUpdate, { failures: 'inline' });
  const shownProblems = [...problems, ...(update.failure?.fields ?? [])];
  const save = async () => {
    const chosen = fields.filter((field) => ticked.has(field.key));
    const reading = readDraft(definition, draft, chosen);
    setProblems(reading.ok ? [] : reading.problems);
    if (reading.ok && (await update.run({ refs: [...refs], patch: reading.record }))) onClose();
  };
  const tick = (key: string, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(key);
    else next.delete(key);
    setTicked(next);
  };
  return (
    <PanelForm onSubmit={() => void save()}>
      <SidePanel
        title={`Edit ${counted(refs.length, inSentence(definition.label), inSentence(definition.plural))}`}
        onClose={onClose}
        footer={
          <>
            <SubmitButtons disabled={ticked.size === 0} pending={update.pending} onCancel={onClose}>
              Change {counted(ticked.size, 'field', 'fields')}
            </SubmitButtons>
          </>
        }
      >
        <p className={styles.lead}>Only ticked fields are changed. A ticked field left empty is cleared.</p>
        {update.failure && !update.failure.fields?.length ? <p role="alert">{update.failure.message}</p> : null}
        <ul className={styles.list}>
          {fields.map((field) => (
            <li key={field.key} className={styles.entry}>
              <Checkbox
                aria-label={`Change ${field.meta.label}`}
                checked={ticked.has(field.key)}
                onChange={(event) => tick(field.key, event.currentTarget.checked)}
              />
              <FieldEditor
                noun={definition.noun}
                field={field}
                value={draft[field.key]}
                onChange={(value) => {
                  setDraft({ ...draft, [field.key]: value });
                  tick(field.key, true);
                }}
                problems={shownProblems.filter((problem) => problem.path === field.key)}
                references={{}}
              />
            </li>
          ))}
        </ul>
      </SidePanel>
    </PanelForm>
  );
}
