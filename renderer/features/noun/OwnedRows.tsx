import { useState } from 'react';
import type { FieldValues } from '../../bridge/noun-client.ts';
import { CreatePanel } from './CreatePanel.tsx';
import { EditPanel } from './EditPanel.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import type { NounScreen } from './noun-screen.ts';

type Step =
  | { readonly kind: 'add' }
  | { readonly kind: 'edit'; readonly id: string }
  | { readonly kind: 'remove'; readonly id: string; readonly what: string };

/** What is being done to one of the rows a page owns. */
export type OwnedRowsState = ReturnType<typeof useOwnedRows>;

export function useOwnedRows() {
  const [step, setStep] = useState<Step | null>(null);
  return {
    step,
    add: () => setStep({ kind: 'add' }),
    edit: (id: string) => setStep({ kind: 'edit', id }),
    remove: (id: string, what: string) => setStep({ kind: 'remove', id, what }),
    close: () => setStep(null),
  };
}

interface OwnedRowsProps {
  readonly screen: NounScreen;
  /** The fields that tie a row to its owner: set by the page, not shown. */
  readonly owner: FieldValues;
  readonly rows: OwnedRowsState;
}

/** Form and question for rows that belong to the object of the page: its components, its assignments. */
export function OwnedRows({ screen, owner, rows }: OwnedRowsProps) {
  const { step, close } = rows;
  const hidden = Object.keys(owner);
  if (step === null) return null;
  if (step.kind === 'remove') {
    return <RemoveDialog screen={screen} refs={[step.id]} what={step.what} onClose={close} onRemoved={close} />;
  }
  return (
    <>
      {step.kind === 'add' ? (
        <CreatePanel screen={screen} given={owner} hidden={hidden} onClose={close} onCreated={close} />
      ) : (
        <EditPanel
          screen={screen}
          id={step.id}
          hidden={hidden}
          onClose={close}
          onRemove={(detail) => rows.remove(detail.record.id, detail.name)}
        />
      )}
    </>
  );
}
