import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../bridge/client.ts';
import type { FieldEditorProps } from '../noun/FieldEditor.tsx';
import { ReferencePicker } from '../noun/ReferencePicker.tsx';
import styles from './Cable.module.css';
import { isFree, portGroups } from './port-groups.ts';

/** One end of a cable: the device by its name, then one of its free ports. */
export function PortEndEditor({ field, value, onChange, problems }: FieldEditorProps) {
  const portId = typeof value === 'string' ? value : '';
  const [chosen, setChosen] = useState<string | null>(null);
  const known = useQuery({ ...api.port.get.queryOptions({ input: { ref: portId || '-' } }), enabled: portId !== '' });
  const device = chosen ?? known.data?.record.objectId ?? '';
  const { data: ports = [] } = useQuery({
    ...api.port.ofObject.queryOptions({ input: { ref: device || '-' } }),
    enabled: device !== '',
  });
  const offered = ports.filter((port) => port.id === portId || isFree(port));
  const { label } = field.meta;
  return (
    <div className={styles.end}>
      <ReferencePicker
        label={`${label}, device`}
        withAsterisk
        noun="portHolder"
        id={device}
        names={known.data?.references ?? {}}
        onId={(id) => {
          setChosen(id);
          onChange('');
        }}
      />
      <Select
        label={`${label}, port`}
        withAsterisk
        disabled={device === ''}
        error={problems[0]?.message}
        data={portGroups(offered).map(({ label: group, rows }) => ({
          group,
          items: rows.map(({ id, name, type }) => ({ value: id, label: type ? `${name} (${type})` : name })),
        }))}
        value={offered.some(({ id }) => id === portId) ? portId : null}
        onChange={(id) => onChange(id ?? '')}
        searchable
        nothingFoundMessage="It has no free port"
        comboboxProps={{ transitionProps: { duration: 0 } }}
      />
    </div>
  );
}
