import { TextInput } from '@mantine/core';
import { plainText } from '../../ui/plain-text.ts';
import { FieldEditor, type FieldEditorProps } from '../noun/FieldEditor.tsx';
import { useNounDetail } from '../noun/EditPanel.tsx';
import { followsLink } from './record-choice.ts';

/** The value of a record: written, or that of the address it is linked to, which it then follows. */
export function ValueEditor(props: FieldEditorProps) {
  const { field, draft = {}, problems } = props;
  const linked = plainText(draft['ipAddressId']);
  const follows = followsLink(plainText(draft['type']), linked);
  const address = useNounDetail('ipAddress', linked, follows).data?.name;
  if (!follows || address === undefined) return <FieldEditor {...props} />;
  return (
    <TextInput
      label={field.meta.label}
      description={`Follows the IP address ${address} below; take the link away to write another value`}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      error={problems[0]?.message}
      readOnly
      value={address}
    />
  );
}
