import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FACES } from '../../../shared/domain/placement.ts';
import { client } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Refusal } from '../../ui/Notice.tsx';
import formStyles from '../../ui/Form.module.css';
import { EMPTY_RESERVE, readReserve, type ReservableRack, type ReserveDraft } from './reserve-draft.ts';
import { SubmitButtons } from '../../ui/SubmitButtons.tsx';

interface ReserveDialogProps {
  readonly rack: ReservableRack;
  readonly onClose: () => void;
}

const FACE_CHOICES = FACES.map(({ value, label }) => ({ value, label }));

/** Holds units of a rack for an owner: others are refused there until the day has passed. */
export function ReserveDialog({ rack, onClose }: ReserveDialogProps) {
  const [draft, setDraft] = useState(EMPTY_RESERVE);
  const [tried, setTried] = useState(false);
  const create = useCommand(client.rackReservation.create, { failures: 'inline' });
  const read = readReserve(draft, rack);
  const field = (key: keyof ReserveDraft) => ({
    value: draft[key],
    onChange: (event: { currentTarget: { value: string } }) => setDraft({ ...draft, [key]: event.currentTarget.value }),
  });
  const submit = async () => {
    setTried(true);
    if (read.ok && (await create.run({ record: read.value }))) onClose();
  };
  return (
    <Dialog title={`Reserve units in ${rack.name}`} onClose={onClose}>
      <form
        className={formStyles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div className={formStyles.pair}>
          <TextInput label="Lowest unit" withAsterisk placeholder="U12" data-autofocus {...field('unit')} />
          <TextInput label="Height in U" withAsterisk inputMode="decimal" {...field('heightU')} />
          <NativeSelect label="Face" data={FACE_CHOICES} {...field('face')} />
          <TextInput label="Until" type="date" {...field('until')} />
        </div>
        <TextInput
          label="Reserved for"
          withAsterisk
          description="The owner whose devices may go here"
          {...field('reservedFor')}
        />
        <TextInput label="Notes" {...field('notes')} />
        {tried && !read.ok ? <Refusal>{read.message}</Refusal> : null}
        {create.failure ? <Refusal>{create.failure.message}</Refusal> : null}
        <div className={formStyles.buttons}>
          <SubmitButtons pending={create.pending} onCancel={onClose}>
            Reserve
          </SubmitButtons>
        </div>
      </form>
    </Dialog>
  );
}
