import { useState } from 'react';
import { nounClient, type NounDetail } from '../../bridge/noun-client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { useNounDetail } from '../noun/EditPanel.tsx';
import { Refusal } from '../../ui/Notice.tsx';
import formStyles from '../../ui/Form.module.css';
import { CableFields } from './CableFields.tsx';
import { draftOf, readCable } from './cable-draft.ts';
import { SubmitButtons } from '../../ui/SubmitButtons.tsx';

interface CableDialogProps {
  readonly id: string;
  /** The end it was opened from. */
  readonly name: string;
  readonly onClose: () => void;
}

/** Type, colour, length, label and status of one cable. */
export function CableDialog({ id, name, onClose }: CableDialogProps) {
  const { data } = useNounDetail('cable', id);
  return (
    <Dialog title={`Cable of ${name}`} onClose={onClose}>
      {data ? <CableForm key={id} detail={data} onClose={onClose} /> : null}
    </Dialog>
  );
}

function CableForm({ detail, onClose }: { detail: NounDetail; onClose: () => void }) {
  const { record } = detail;
  const [draft, setDraft] = useState(() => draftOf(record));
  // The row as it was when the form opened: saving refuses to overwrite what somebody else changed since.
  const [version] = useState(detail.version);
  const update = useCommand(nounClient('cable').update, { failures: 'inline' });
  const cable = readCable(draft);
  const submit = async () => {
    if (cable.ok && (await update.run({ ref: record.id, version, patch: { ...cable.value } }))) onClose();
  };
  return (
    <form
      className={formStyles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <CableFields draft={draft} onDraft={setDraft} lengthProblem={cable.ok ? null : cable.message} />
      {update.failure ? <Refusal>{update.failure.message}</Refusal> : null}
      <div className={formStyles.buttons}>
        <SubmitButtons disabled={!cable.ok} pending={update.pending} onCancel={onClose}>
          Save
        </SubmitButtons>
      </div>
    </form>
  );
}
