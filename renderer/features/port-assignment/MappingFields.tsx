import { NativeSelect, TextInput } from '@mantine/core';
import { PROTOCOLS } from '../../../shared/domain/protocol.ts';
import type { ReferenceNames } from '../../bridge/noun-client.ts';
import { ReferencePicker } from '../noun/ReferencePicker.tsx';
import styles from './Ports.module.css';
import type { MappingDraft } from './mapping-draft.ts';

interface MappingFieldsProps {
  readonly draft: MappingDraft;
  readonly onDraft: (draft: MappingDraft) => void;
  readonly names: ReferenceNames;
}

/** Address and port outside, the port of the service inside. */
export function MappingFields({ draft, onDraft, names }: MappingFieldsProps) {
  const text = (key: 'port' | 'servicePort' | 'description') => ({
    value: draft[key],
    onChange: (event: { currentTarget: { value: string } }) => onDraft({ ...draft, [key]: event.currentTarget.value }),
  });
  return (
    <>
      <ReferencePicker
        label="IP address"
        withAsterisk
        description="The primary one, or any other: NAT and VIPs are told, not refused"
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        noun="ipAddress"
        id={draft.address}
        names={names}
        onId={(address) => onDraft({ ...draft, address })}
      />
      <div className={styles.pair}>
        <TextInput label="Port" withAsterisk={draft.protocol !== 'icmp'} inputMode="numeric" {...text('port')} />
        <NativeSelect
          label="Protocol"
          data={[...PROTOCOLS]}
          value={draft.protocol}
          onChange={(event) => onDraft({ ...draft, protocol: event.currentTarget.value })}
        />
      </div>
      <TextInput
        label="Service port"
        description="Empty: the same"
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        inputMode="numeric"
        {...text('servicePort')}
      />
      <TextInput label="Description" {...text('description')} />
    </>
  );
}
