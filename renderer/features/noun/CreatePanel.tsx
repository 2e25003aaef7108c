import { inSentence } from '../../../shared/domain/label-text.ts';
import { nounClient, type FieldValues } from '../../bridge/noun-client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { PanelForm } from '../../ui/PanelForm.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { NounForm } from './NounForm.tsx';
import { emptyDraft } from './form-values.ts';
import type { NounScreen } from './noun-screen.ts';
import { useCustomFields } from './use-custom-fields.ts';
import { useNounForm } from './use-noun-form.ts';
import { SubmitButtons } from '../../ui/SubmitButtons.tsx';

interface CreatePanelProps {
  readonly screen: NounScreen;
  /** Values the form begins with. */
  readonly given?: FieldValues;
  readonly hidden?: readonly string[];
  readonly onClose: () => void;
  readonly onCreated: (id: string) => void;
}

export function CreatePanel({ screen, given, hidden, onClose, onCreated }: CreatePanelProps) {
  const { definition, noun } = screen;
  const customFields = useCustomFields(noun);
  const form = useNounForm(definition, { version: 0, draft: emptyDraft(definition, given), tags: {}, custom: {} });
  const create = useCommand(nounClient(noun).create, { failures: 'inline' });
  const save = async () => {
    const record = form.read();
    if (!record) return;
    const made = await create.run({ record, ...form.changedExtras() });
    if (made) onCreated(made.id);
  };
  return (
    <PanelForm onSubmit={() => void save()}>
      <SidePanel
        title={`New ${inSentence(definition.label)}`}
        onClose={onClose}
        footer={
          <>
            <SubmitButtons pending={create.pending} withKey onCancel={onClose}>
              Create
            </SubmitButtons>
          </>
        }
      >
        <NounForm
          definition={definition}
          form={form}
          customFields={customFields}
          references={{}}
          failure={create.failure}
          editors={screen.editors}
          hidden={hidden}
        />
      </SidePanel>
    </PanelForm>
  );
}
