import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { z } from 'zod';
import { servicePortSchema } from '../../../shared/domain/service.ts';
import type { FieldEditorProps } from '../noun/FieldEditor.tsx';
import styles from './ServiceEditors.module.css';
import { RemoveButton } from '../../ui/RemoveButton.tsx';

type Port = z.output<typeof servicePortSchema>;

const PROTOCOLS = servicePortSchema.shape.protocol.options;

/** The ports a service listens on. */
export function PortsEditor({ field, value, onChange, problems }: FieldEditorProps) {
  const ports = (Array.isArray(value) ? value : []) as readonly Port[];
  const change = (index: number, part: Partial<Port>) =>
    onChange(ports.map((port, place) => (place === index ? { ...port, ...part } : port)));
  return (
    <fieldset className={styles.rows}>
      <legend>{field.meta.label}</legend>
      {ports.map((port, index) => (
        <div key={index} className={styles.port}>
          <TextInput
            aria-label={`Port ${index + 1}`}
            inputMode="numeric"
            value={Number.isNaN(port.port) ? '' : String(port.port)}
            error={problems.find((problem) => problem.path === `ports.${index}.port`)?.message}
            onChange={(event) => change(index, { port: Number.parseInt(event.currentTarget.value, 10) || 0 })}
          />
          <NativeSelect
            aria-label={`Protocol of port ${index + 1}`}
            data={[...PROTOCOLS]}
            value={port.protocol}
            onChange={(event) =>
              change(index, { protocol: PROTOCOLS.find((name) => name === event.currentTarget.value) ?? 'tcp' })
            }
          />
          <TextInput
            aria-label={`Description of port ${index + 1}`}
            placeholder="what for"
            value={port.description ?? ''}
            onChange={(event) => change(index, { description: event.currentTarget.value })}
          />
          <RemoveButton
            label={`Remove port ${port.port}`}
            onRemove={() => onChange(ports.filter((_port, place) => place !== index))}
          />
        </div>
      ))}
      <Button
        variant="subtle"
        size="compact-xs"
        leftSection={<IconPlus size="0.875rem" aria-hidden />}
        onClick={() => onChange([...ports, { port: 443, protocol: 'tcp' }])}
      >
        Add a port
      </Button>
    </fieldset>
  );
}
