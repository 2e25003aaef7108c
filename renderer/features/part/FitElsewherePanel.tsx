import { SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FitPanel } from './FitPanel.tsx';
import formStyles from '../../ui/Form.module.css';
import { readNames, type FitTarget } from './fit-target.ts';

interface FitElsewherePanelProps {
  readonly component: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

type By = 'names' | 'filter';

function targetOf(by: By, text: string): FitTarget | string {
  if (text.trim() === '') return 'Say which computes.';
  if (by === 'filter') return { query: text.trim() };
  const names = readNames(text);
  if (!names.ok) return names.message;
  return names.value.length === 0 ? 'Say which computes.' : { computes: names.value };
}

/** From the catalogue: a component chosen already, fitted in computes that are named or filtered here. */
export function FitElsewherePanel({ component, onClose }: FitElsewherePanelProps) {
  const [by, setBy] = useState<By>('names');
  const [text, setText] = useState('');
  const target = targetOf(by, text);
  const unread = typeof target === 'string';
  return (
    <FitPanel
      target={unread ? null : target}
      component={component}
      title={`Fit ${component.name}`}
      onClose={onClose}
      onFitted={onClose}
    >
      <div className={formStyles.form}>
        <SegmentedControl
          aria-label="Computes by"
          value={by}
          onChange={setBy}
          data={[
            { value: 'names', label: 'By name' },
            { value: 'filter', label: 'By filter' },
          ]}
        />
        <TextInput
          label="Computes"
          withAsterisk
          description={by === 'names' ? 'srv1, srv[003-040]' : 'As in the filter of the fleet: role:db site:ams1'}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          error={unread && text.trim() !== '' ? target : null}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
    </FitPanel>
  );
}
