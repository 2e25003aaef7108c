import { Button, TextInput } from '@mantine/core';
import { RowTools } from '../../ui/RowTools.tsx';
import { ReferencePicker } from '../noun/ReferencePicker.tsx';
import styles from './Stock.module.css';
import type { RackLine } from './intake-draft.ts';

interface IntakeRacksProps {
  readonly racks: readonly RackLine[];
  readonly onRacks: (racks: readonly RackLine[]) => void;
}

/** Where the machines go, one after another from the first unit upwards. */
export function IntakeRacks({ racks, onRacks }: IntakeRacksProps) {
  const change = (index: number, line: Partial<RackLine>) =>
    onRacks(racks.map((rack, at) => (at === index ? { ...rack, ...line } : rack)));
  return (
    <fieldset className={styles.racks}>
      <legend>Rack positions</legend>
      {racks.map((line, index) => (
        <div key={index} className={styles.rack}>
          <ReferencePicker
            label="Rack"
            noun="rack"
            id={line.rack}
            names={{}}
            onId={(rack) => change(index, { rack })}
          />
          <TextInput
            label="First unit"
            inputMode="numeric"
            value={line.unit}
            onChange={(event) => change(index, { unit: event.currentTarget.value })}
          />
          <TextInput
            label="Machines"
            inputMode="numeric"
            value={line.count}
            onChange={(event) => change(index, { count: event.currentTarget.value })}
          />
          <RowTools name={`rack line ${index + 1}`} onRemove={() => onRacks(racks.toSpliced(index, 1))} />
        </div>
      ))}
      <Button variant="default" onClick={() => onRacks([...racks, { rack: '', unit: '1', count: '' }])}>
        Add a rack
      </Button>
    </fieldset>
  );
}
