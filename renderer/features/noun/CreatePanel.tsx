import type { ReactNode } from 'react';
import { inSentence } from '../../../shared/domain/label-text.ts';
import type { FieldValues } from '../../bridge/noun-client.ts';
import { PanelForm } from '../../ui/PanelForm.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { SubmitButtons } from '../../ui/SubmitButtons.tsx';
import { ExistingNotice } from './ExistingNotice.tsx';
import { NounForm } from './NounForm.tsx';
import type { NounScreen } from './noun-screen.ts';
import { useCustomFields } from './use-custom-fields.ts';
import { useNounCreation } from './use-noun-creation.ts';
import type { NounFormState } from './use-noun-form.ts';

interface CreatePanelProps {
  readonly screen: NounScreen;
  /** Values the form begins with. */
  readonly given?: FieldValues;
  readonly hidden?: readonly string[];
  readonly onClose: () => void;
  readonly onCreated: (id: string) => void;
  /** Shown above the form: what the noun's screen says of what is typed. */
  readonly renderExtra?: (form: NounFormState) => ReactNode;
}

export function CreatePanel({ screen, given, hidden, onClose, onCreated, renderExtra }: CreatePanelProps) {
  const { definition, noun } = screen;
  const customFields = useCustomFields(noun);
  const { form, existing, failure, pending, save } = useNounCreation(screen, given, onCreated);
  return (
    <PanelForm onSubmit={() => void save()}>
      <SidePanel
        title={`New ${inSentence(definition.label)}`}
        onClose={onClose}
        footer={
          <SubmitButtons pending={pending} withKey onCancel={onClose}>
            {existing ? 'Update' : 'Create'}
          </SubmitButtons>
        }
      >
        {definition.upserted ? <ExistingNotice definition={definition} existing={existing} /> : null}
        {renderExtra?.(form)}
        <NounForm
          definition={definition}
          form={form}
          customFields={customFields}
          references={existing?.references ?? {}}
          failure={failure}
          editors={screen.editors}
          hidden={hidden}
        />
      </SidePanel>
    </PanelForm>
  );
}
